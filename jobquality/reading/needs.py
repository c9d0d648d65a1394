"""What must stand beside an answer for it to count, in words."""

from jobquality.rubrics.steps import Backing, Needs
from jobquality.wording import Speaker


def backing_words(needs: Needs, say: Speaker) -> str:
    """Return everything that must be there: `a reason, the address of a page`."""
    return ", ".join(thing_words(one, needs.letters, say) for one in needs.backing)


def thing_words(backing: Backing, letters: int, say: Speaker) -> str:
    """Return one thing that must be there; a reason with its number of letters."""
    is_long = backing is Backing.REASON and letters > 1
    return say(f"needs_{backing}_of" if is_long else f"needs_{backing}", letters=letters)
