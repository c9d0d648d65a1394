"""Files that nobody would write: real ones taken apart and put together wrongly, and noise."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType

from jobquality.rubrics import nodes, yamltext
from jobquality.rubrics.catalog import edition_files
from tests.pure.rubrics.every_word import ADVANCED, PUBLISHED
from tests.pure.rubrics.factories import SMALL

Tree = str | list["Tree"] | dict[str, "Tree"]

_GOLDEN = Path(__file__).parents[2] / "golden"
_MOST_KEPT = 2
#: So many lists and groups of words make a file that is not worth cutting.
_SMALL = 200
_SCALARS = (
    "", " ", "0", "-1", "1", "2", "0.1", "100", "1e9", "9" * 15, "9" * 20, ".nan", "yes", "no",
    "na", "zero", "out", "total", "each_dimension", "coverage", "level", "on", "us", "TX", "days",
    "percent", "people", "ratio", "number", "choice", "checklist", "yes_no", "date", "mean", "sum",
    "min", "max", "ladder", "law", "living_wage", "minimum_wage", "weeks_per_year", "2026.1",
    "2026-03-01", "lower", "half_even", "profile.x", "profile.", "missing", "a", "b", "A B", "<<",
    "{{7*7}}", "x" * 81, "x" * 2_001, "ä", "12 months", "-", "?", "None", "[", "}", "#", "&a", "*a",
)  # fmt: skip
_NOISE = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\r", b"\t", b"\n", b" ", b":", b": ", b"- ", b"[", b"]",
    b"{", b"}", b"&a ", b"*a", b"!t ", b"|", b">", b'"', b"'", b"%", b"---\n", b"...\n", b"<<: ",
    b"? ", b"\\", b"\xef\xbb\xbf", b"\xe2\x80\xae", b",", b"#", b"a", b"0", b"\xe2\x80\x9c",
)  # fmt: skip


class SlowError(Exception):
    """A reader took longer than it may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what takes more than so many seconds of work of the processor."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise SlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def real_files() -> list[Tree]:
    """Return every standard of ours and of the published methods, as a tree."""
    files = [*edition_files(), *sorted(_GOLDEN.glob("*/rubric*.yaml"))]
    contents = [file.read_bytes() for file in files]
    contents += [text.encode() for text in (SMALL, ADVANCED, PUBLISHED)]
    return [as_tree(yamltext.parse(content).tree) for content in contents]


def as_tree(node: nodes.Node) -> Tree:
    """Return a parsed file as plain lists and texts."""
    if isinstance(node, nodes.Text):
        return node.text
    if isinstance(node, nodes.Sequence):
        return [as_tree(entry) for entry in node.entries]
    return {key.text: as_tree(value) for key, value in node.entries}


class Fuzzer:
    """Makes files from a seed: the same seed, the same file."""

    def __init__(self, files: list[Tree]) -> None:
        self._files = files
        self._words = sorted({word for tree in files for word in _words(tree)})

    def file(self, seed: int) -> bytes:
        """Return a file that is wrong in one way of several, or by chance in none."""
        random = Random(seed)  # noqa: S311  # makes noise, keeps no secret
        makers = (
            self._mutated,
            self._mutated,
            self._mutated,
            self._noisy,
            self._grown,
            self._bytes,
        )
        return random.choice(makers)(random)

    def pair(self, seed: int) -> tuple[Tree, Tree]:
        """Return a file that can be read as a rule, and the same with one change."""
        random = Random(seed)  # noqa: S311  # makes noise, keeps no secret
        before = self._started(random)
        after = _copy(before)
        self._mutate(after, random)
        return before, after

    def _mutated(self, random: Random) -> bytes:
        tree = self._started(random)
        for _ in range(random.choice((0, 1, 1, 1, 2, 4))):
            self._mutate(tree, random)
        return written(tree, random).encode("utf-8", "surrogatepass")

    def _started(self, random: Random) -> Tree:
        """Return a real file, cut short so that it is quick to read; small ones often whole."""
        tree = random.choice(self._files)
        is_small = sum(1 for _ in _inner(tree)) < _SMALL
        if is_small and random.random() < 3 / 4:
            return _copy(tree)
        cut = _cut(tree, random)
        if isinstance(cut, dict):
            # What was cut off does not add up to 100, nor to what the tests expect.
            cut["weights"] = "relative"
            cut.pop("tests", "")
        return cut

    def _noisy(self, random: Random) -> bytes:
        content = self._mutated(random)
        for _ in range(random.randint(1, 4)):
            start = random.randint(0, len(content))
            end = start + random.choice((0, 0, 1, 5, 40))
            content = content[:start] + random.choice(_NOISE) + content[end:]
        return content

    def _grown(self, random: Random) -> bytes:
        return written(self._grow(random, depth=random.randint(1, 6)), random).encode()

    def _bytes(self, random: Random) -> bytes:
        if random.random() < 1 / 2:
            return random.randbytes(random.randint(0, 300))
        return b"".join(random.choices(_NOISE, k=random.randint(1, 60)))

    def _grow(self, random: Random, *, depth: int) -> Tree:
        kind = random.random()
        if not depth or kind < 1 / 4:
            return random.choice(_SCALARS)
        inner = (self._grow(random, depth=depth - 1) for _ in range(random.randint(0, 4)))
        if kind < 1 / 2:
            return list(inner)
        return {random.choice(self._words): tree for tree in inner}

    def _mutate(self, tree: Tree, random: Random) -> None:
        """Change one place of a tree: drop it, double it, rename it, move it or fill it anew."""
        places = [one for one in _inner(tree) if one]
        if not places:
            return
        place = random.choice(places)
        if isinstance(place, list):
            self._mutate_list(place, random)
        else:
            self._mutate_words(place, random)

    def _mutate_list(self, place: list[Tree], random: Random) -> None:
        at = random.randrange(len(place))
        match random.randrange(4):
            case 0:
                del place[at]
            case 1:
                place.insert(at, _copy(place[at]))
            case 2:
                random.shuffle(place)
            case _:
                place[at] = self._grow(random, depth=2)

    def _mutate_words(self, place: dict[str, Tree], random: Random) -> None:
        word = random.choice(list(place))
        match random.randrange(5):
            case 0:
                del place[word]
            case 1:
                place[random.choice(self._words)] = place.pop(word)
            case 2:
                place[random.choice(self._words)] = self._grow(random, depth=3)
            case 3:
                place[word] = random.choice(_SCALARS)
            case _:
                place[word] = _copy(random.choice(list(_inner(random.choice(self._files)))))


def _words(tree: Tree) -> Iterator[str]:
    for place in _inner(tree):
        if isinstance(place, dict):
            yield from place


def _inner(tree: Tree) -> Iterator[list[Tree] | dict[str, Tree]]:
    """Yield every list and every group of words."""
    left = [tree]
    while left:
        place = left.pop()
        if isinstance(place, str):
            continue
        yield place
        left += place if isinstance(place, list) else place.values()


def _copy(tree: Tree) -> Tree:
    """Return a copy that shares nothing, or a tree would come to hold itself."""
    if isinstance(tree, str):
        return tree
    if isinstance(tree, list):
        return [_copy(entry) for entry in tree]
    return {word: _copy(inner) for word, inner in tree.items()}


def _cut(tree: Tree, random: Random) -> Tree:
    """Return a copy with few entries in each long list: small files are quick to read."""
    if isinstance(tree, str):
        return tree
    if isinstance(tree, dict):
        return {word: _cut(inner, random) for word, inner in tree.items()}
    most = random.choice((1, _MOST_KEPT, 5))
    kept = sorted(random.sample(range(len(tree)), k=min(most, len(tree))))
    return [_cut(tree[at], random) for at in kept]


def written(tree: Tree, random: Random, pad: str = "") -> str:
    """Return a tree as a file, each part on lines of its own or in brackets."""
    if isinstance(tree, str) or not tree or (pad and random.random() < 1 / 3):
        return f"{pad}{_in_brackets(tree, random)}\n"
    if isinstance(tree, list):
        return "".join(f"{pad}-\n{written(entry, random, f'{pad}  ')}" for entry in tree)
    return "".join(
        f"{pad}{_quoted(word, random)}: {_quoted(inner, random)}\n"
        if isinstance(inner, str)
        else f"{pad}{_quoted(word, random)}:\n{written(inner, random, f'{pad}  ')}"
        for word, inner in tree.items()
    )


def _in_brackets(tree: Tree, random: Random) -> str:
    if isinstance(tree, str):
        return _quoted(tree, random)
    if isinstance(tree, list):
        return f"[{', '.join(_in_brackets(entry, random) for entry in tree)}]"
    pairs = (f"{_quoted(word, random)}: {_in_brackets(one, random)}" for word, one in tree.items())
    return f"{{{', '.join(pairs)}}}"


def _quoted(text: str, random: Random) -> str:
    """Return a text in quotes, or now and then as it is, whatever YAML makes of it."""
    is_plain = text.replace("_", "").replace(".", "").isalnum()
    if is_plain or random.random() < 1 / 50:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
