"""What people type about an employer, into a command: every fault named at once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from jobquality.errors import check_faults
from jobquality.rubrics.catalog import Catalog
from jobquality.rubrics.model import Rubric
from jobquality.rubrics.places import Places
from jobquality.schemas.addresses import read_web_address
from jobquality.schemas.forms import Form, read_count
from jobquality.schemas.places import PlaceError, read_area, read_place
from jobquality.schemas.profiles import HEADCOUNT, PLACE, PROFILE, SECTOR, ProfileError, Profiles
from jobquality.schemas.sectors import OTHER
from jobquality.schemas.texts import quoted
from jobquality.services.employers import EmployerCommand, EstablishmentCommand
from jobquality.store.employers import Scope

LONGEST_NAME, LONGEST_ADDRESS, LONGEST_WEBSITE = 200, 300, 500
_LONGEST_FACT = 60
_LONGEST_NUMBER = 40
_MOST_WORKERS = 5_000_000
_MOST_SITES = 100_000
#: What the name of a field for a profile fact starts with.
FACT = "fact_"
_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileQuestion:
    """A fact on which criteria or figures depend; one without `words` is a number.

    `places` are those whose figures alone depend on it; without any it is asked everywhere.
    """

    name: str
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def is_yes_no(self) -> bool:
        """Whether yes and no are its answers."""
        return set(self.words) <= {_YES, _NO} and bool(self.words)


def profile_questions(catalog: Catalog) -> tuple[ProfileQuestion, ...]:
    """Return what has to be asked of an employer: whatever the newest standards look at.

    Figures that differ by a kind of job, and not of employer, are left to their look-up.
    """
    words: dict[str, set[str]] = {}
    for name, answer in _conditions(catalog):
        words.setdefault(name, set()).update([answer] if answer else ())
    places: dict[str, set[str]] = {}
    for name, place in _yes_no_limits(catalog):
        places.setdefault(name, set()).update(() if name in words else [place])
    for name in places.keys() & words.keys():
        words[name].add(_YES)
    everywhere = [
        ProfileQuestion(name=name, words=tuple(sorted(answers))) for name, answers in words.items()
    ]
    somewhere = [
        ProfileQuestion(name=name, words=(_YES,), places=tuple(sorted(found)))
        for name, found in places.items()
        if name not in words
    ]
    return (*everywhere, *somewhere)


def _conditions(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the facts on which a criterion depends, each with the answer that is looked for."""
    for rubric in newest_rubrics(catalog):
        for question in rubric.questions():
            for one in question.applies:
                if not one.figure and one.name not in {PLACE, SECTOR, HEADCOUNT}:
                    yield one.name, one.equals or ""


def asked_at(
    place: str, answered: Collection[str], catalog: Catalog
) -> tuple[ProfileQuestion, ...]:
    """Return what is asked of an employer at a place, as people write it, or not known yet.

    What is `answered` already stays in sight.
    """
    places = catalog.parameters.places
    try:
        around = places.chain(read_area(place, places)) if place.strip() else ()
    except PlaceError:
        around = ()
    return tuple(
        one
        for one in profile_questions(catalog)
        if not one.places or one.name in answered or {*one.places} & {*around}
    )


def newest_rubrics(catalog: Catalog) -> tuple[Rubric, ...]:
    """Return the newest edition of each standard; the catalog has the newest first."""
    found: dict[str, Rubric] = {}
    for rubric in catalog.editions():
        found.setdefault(rubric.id, rubric)
    return tuple(found.values())


def load_employer(
    typed: Mapping[str, str],
    *,
    employer_id: str,
    catalog: Catalog,
) -> EmployerCommand:
    """Return what a form says of an employer.

    Raises:
        FaultsError: fields are missing or wrong; names every one by its id.
    """
    form = Form(typed)
    scope = form.read("scope", _scope, Scope.SINGLE)
    command = EmployerCommand(
        id=employer_id,
        name=form.text("name", "The name", longest=LONGEST_NAME, required=True),
        sector=_sector(form),
        place=_place(form, catalog.parameters.places, required=True),
        headcount=form.read("headcount", _headcount, None),
        profile=dict(_profile(form, catalog)),
        legal_name=form.text("legal_name", "The legal name", longest=LONGEST_NAME),
        website=form.read("website", partial(read_web_address, longest=LONGEST_WEBSITE), ""),
        registration=form.text("registration", "The number", longest=_LONGEST_NUMBER),
        scope=scope,
        brand_id=typed.get("brand_id", "")[:32] or None if scope is Scope.FRANCHISEE else None,
        sites_known=form.read("sites_known", partial(read_count, most=_MOST_SITES), None),
        sites_known_on=form.day("sites_known_on", "The day"),
        sites_known_source=form.text("sites_known_source", "The source", longest=LONGEST_ADDRESS),
        is_another=typed.get("is_another") == _YES,
        version=form.read("version", partial(read_count, most=10**9), 0),
    )
    check_faults(form.faults)
    return command


def load_establishment(
    typed: Mapping[str, str],
    *,
    new_id: str,
    employer_id: str,
    places: Places,
) -> EstablishmentCommand:
    """Return what a form says of a workplace.

    Raises:
        FaultsError: fields are missing or wrong; names every one by its id.
    """
    form = Form(typed)
    command = EstablishmentCommand(
        id=new_id,
        employer_id=employer_id,
        name=form.text("name", "The name", longest=LONGEST_NAME, required=True),
        address=form.text("address", "The address", longest=LONGEST_ADDRESS),
        place=_place(form, places),
        headcount=form.read("headcount", _headcount, None),
        brand_id=typed.get("brand_id", "")[:32] or None,
    )
    check_faults(form.faults)
    return command


def _yes_no_limits(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the facts on which a figure depends, each with the place of that figure."""
    for parameter in catalog.parameters.by_id.values():
        for row in parameter.rows:
            names = (limit.name for limit in row.limits if limit.equals in {_YES, _NO})
            yield from ((name, row.place) for name in names)


def _headcount(text: str) -> int | None:
    return read_count(text, most=_MOST_WORKERS)


def _scope(text: str) -> Scope:
    if text not in set(Scope):
        raise ValueError("Choose whether it is one business, a chain, or runs sites of a brand.")
    return Scope(text)


def _sector(form: Form) -> str:
    chosen = form.typed.get("sector", "").strip()
    name = "sector_code" if chosen == OTHER else "sector"
    code = form.typed.get(name, "").strip()
    if not code:
        remedy = "Choose a kind, or give its NAICS code of 2 to 6 digits."
        form.note(name, "What kind of business it is, is missing.", remedy)
    elif not (code.isascii() and code.isdecimal() and len(code) in range(2, 7)):
        remedy = "Write 2 to 6 digits, such as 722511."
        form.note(name, f"{quoted(code)} is not a NAICS code.", remedy)
    return code


def _place(form: Form, places: Places, *, required: bool = False) -> str:
    if required and not form.typed.get("place", "").strip():
        form.note("place", "The place is missing.", "Write a state or a county: Travis County, TX.")
    return form.read("place", partial(read_place, places=places), "", chosen=True)


def _profile(form: Form, catalog: Catalog) -> Iterator[tuple[str, str]]:
    readers = [Profiles(rubric, catalog.parameters) for rubric in newest_rubrics(catalog)]
    for question in profile_questions(catalog):
        name = f"{FACT}{question.name}"
        text = form.text(name, "The answer", longest=_LONGEST_FACT)
        try:
            for reader in readers if text else ():
                text = reader.read(f"{PROFILE}{question.name}", text)
        except ProfileError as error:
            form.note(name, str(error))
            continue
        if text:
            yield question.name, text
