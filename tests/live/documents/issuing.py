"""A published score that is good enough to be certified, made by the real path."""

from pathlib import Path

from jobquality.rubrics.catalog import Catalog
from jobquality.services.certifying import issue_certificate
from jobquality.services.publishing import publish
from jobquality.store.certificates import Certificate
from jobquality.store.database import Session
from jobquality.store.keys import Keyring
from jobquality.store.publications import Publication
from tests.live.reviews.parts import CATALOG, Walk

CODE = "7QK3MZPT9WX4HRBD"
ANOTHER = "8QK3MZPT9WX4HRBE"


def answers_of_the_bistro() -> dict[str, str]:
    """Return the file's own worked case that reaches silver, and of whom its survey is."""
    rubric = CATALOG.get("restaurants_us", "2026.1")
    case = rubric.examples[1]
    known = {one.id for one in rubric.questions()}
    given = {name: text for name, text in case.answers.items() if name in known}
    given |= {"survey_workers": "40", "survey_asked": "60"}
    return given | {one.id: "none_found" for one in rubric.critical}


class Published:
    """A walk that ended in a publication, and what comes after it."""

    def __init__(self, session: Session, keys: Keyring, **but: object) -> None:
        self.walk = Walk(session, **but)
        self.keys = keys
        self.session = session
        self.publication = self.again()

    def again(self, **answers: str) -> Publication:
        """Publish the same employer, once more where it was published before."""
        walk = self.walk
        walk.drafted(answers_of_the_bistro() | answers).submitted().approved()
        walk.noticed(token=f"link-{walk.assessment_id}")
        walk.opened(token=f"link-{walk.assessment_id}")
        walk.later(days=14)
        self.publication = publish(
            self.session,
            walk.reviewer.actor,
            walk.assessment_id,
            catalog=CATALOG,
            keys=self.keys,
            at=walk.at,
        )
        return self.publication

    def certified(
        self, code: str = CODE, *, is_https: bool = True, catalog: Catalog = CATALOG
    ) -> Certificate:
        return issue_certificate(
            self.session,
            self.walk.reviewer.actor,
            self.publication.hash,
            code=code,
            catalog=catalog,
            keys=self.keys,
            at=self.walk.at,
            is_https=is_https,
        )


def keys_in(folder: Path) -> Keyring:
    return Keyring(folder / "keys")
