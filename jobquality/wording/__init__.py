"""Every sentence of the pages, in English and Spanish side by side.

Whoever changes one sees the other; a sentence without its translation cannot be written.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jobquality.wording import (
    accountevents,
    accounts,
    after,
    amends,
    answering,
    assessments,
    beside,
    brands,
    briefs,
    calendars,
    cardpages,
    certificates,
    checkreport,
    claiming,
    claims,
    copies,
    decided,
    desk,
    disputes,
    documents,
    editionmoves,
    elements,
    embeds,
    employerevents,
    employers,
    erasing,
    events,
    evidence,
    fieldforms,
    form,
    guests,
    hands,
    initiatives,
    ledger,
    letters,
    links,
    logbook,
    looks,
    mergers,
    messages,
    method,
    names,
    nodes,
    notices,
    organizations,
    packets,
    pairs,
    papers,
    phone,
    practice,
    problems,
    promises,
    proofs,
    published,
    rates,
    reasons,
    records,
    reply,
    replying,
    reviews,
    samples,
    scorecards,
    site,
    speakers,
    splits,
    standarddrafts,
    standards,
    start,
    steps,
    tailoring,
    tokens,
    visits,
    whys,
    zones,
)
from jobquality.wording.checks import spoken_check
from jobquality.wording.evidence import WORKERS_PAPER
from jobquality.wording.refusals import spoken_refusal
from jobquality.wording.sentence import Sentence

WORDING: Mapping[str, Sentence] = {
    **site.WORDING,
    **speakers.WORDING,
    **splits.WORDING,
    **start.WORDING,
    **method.WORDING,
    **problems.WORDING,
    **form.WORDING,
    **accounts.WORDING,
    **tokens.WORDING,
    **promises.WORDING,
    **proofs.WORDING,
    **published.WORDING,
    **steps.WORDING,
    **visits.WORDING,
    **zones.WORDING,
    **whys.WORDING,
    **employers.WORDING,
    **names.WORDING,
    **brands.WORDING,
    **mergers.WORDING,
    **assessments.WORDING,
    **answering.WORDING,
    **phone.WORDING,
    **beside.WORDING,
    **evidence.WORDING,
    **fieldforms.WORDING,
    **copies.WORDING,
    **reviews.WORDING,
    **ledger.WORDING,
    **looks.WORDING,
    **guests.WORDING,
    **hands.WORDING,
    **pairs.WORDING,
    **notices.WORDING,
    **decided.WORDING,
    **letters.WORDING,
    **links.WORDING,
    **messages.WORDING,
    **calendars.WORDING,
    **reply.WORDING,
    **replying.WORDING,
    **after.WORDING,
    **disputes.WORDING,
    **embeds.WORDING,
    **claims.WORDING,
    **checkreport.WORDING,
    **claiming.WORDING,
    **desk.WORDING,
    **rates.WORDING,
    **standards.WORDING,
    **editionmoves.WORDING,
    **standarddrafts.WORDING,
    **tailoring.WORDING,
    **initiatives.WORDING,
    **elements.WORDING,
    **scorecards.WORDING,
    **cardpages.WORDING,
    **amends.WORDING,
    **records.WORDING,
    **organizations.WORDING,
    **packets.WORDING,
    **papers.WORDING,
    **certificates.WORDING,
    **documents.WORDING,
    **briefs.WORDING,
    **samples.WORDING,
    **practice.WORDING,
    **events.WORDING,
    **erasing.WORDING,
    **accountevents.WORDING,
    **employerevents.WORDING,
    **logbook.WORDING,
    **reasons.WORDING,
    **nodes.WORDING,
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says sentences in one language: `say("not_found")`, `say("edition", number="2026.1")`."""

    language: str

    def __call__(self, name: str, /, **values: object) -> str:
        """Return the sentence with its values filled in, as plain text to be escaped."""
        told = {key: self.called(value) for key, value in values.items()}
        return WORDING[name].spoken(self.language).format(**told)

    def called(self, name: object) -> object:
        """Return how a person is called; whoever was erased, in this language."""
        former = erasing.FORMER.get(name) if isinstance(name, str) else None
        return former.spoken(self.language) if former else name

    def spoken_or(self, name: str, otherwise: str) -> str:
        """Return the sentence, or `otherwise` where nobody has written it: a user's own id."""
        return self(name) if name in WORDING else otherwise

    def refusal(self, text: str) -> str:
        """Return what a refusal says, or `text` as it is where nobody has written it."""
        return spoken_refusal(text, self.language)

    def why(self, reason: str) -> str:
        """Return a reason in this language where it was chosen; one's own words stay as they are.

        See `jobquality.wording.whys`.
        """
        return whys.spoken_why(reason, self.language)

    def paper(self, title: str) -> str:
        """Return what a paper is called: of a worker's, what kind it is, in this language."""
        return self("evidence_of_workers") if title == WORKERS_PAPER else title

    def checked(self, text: str) -> str:
        """Return what the checker of standards says, or `text` as it is where nobody listed it."""
        return spoken_check(text, self.language)

    def checked_lines(self, text: str) -> str:
        """Return what the checker says line by line, each with its place before it."""
        return "\n".join(spoken_check(line, self.language) for line in text.splitlines())
