"""The notice as a letter: what an employer reads on paper, with the private link and its code."""

from dataclasses import dataclass

from jobquality.documents.certificates import qr_code
from jobquality.documents.pdf import render
from jobquality.reading.values import ScorecardWords
from jobquality.services.letters import parts_of_letter
from jobquality.store.outbox import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """A letter as it is laid out; `words` is the draft, in the language of the letter."""

    subject: str
    organization: str
    contact: str
    day: str
    address: tuple[str, ...]
    paragraphs: tuple[str, ...]
    end: str
    link: str
    words: ScorecardWords


def letter_pdf(message: Message, words: ScorecardWords, *, day: str) -> bytes:
    """Return the letter of a notice as PDF; the message still has its private link.

    Raises:
        BusyError: others were before us for too long.
        RefusedError: it is too large, or took too long.
    """
    address, paragraphs = parts_of_letter(message.text)
    letter = LetterWords(
        subject=message.subject,
        organization=words.issuer.name,
        contact=words.issuer.contact,
        day=day,
        address=address,
        paragraphs=paragraphs[:-1],
        end=paragraphs[-1].strip(),
        link=message.secret,
        words=words,
    )
    pictures = {"qr": qr_code(message.secret)}
    return render("letter.html", {"letter": letter}, language=message.language, pictures=pictures)
