"""A standard as an advocate would be asked by it, before anybody can answer."""

from datetime import date, datetime

from flask import render_template

from jobquality.access.states import AssessmentState
from jobquality.rubrics.catalog import Edition
from jobquality.rubrics.parameters import Parameters
from jobquality.services.scorecards import Preview
from jobquality.services.sheets import Sheet
from jobquality.store.assessments import Assessment
from jobquality.store.employers import Employer
from jobquality.store.organizations import Organization
from jobquality.store.standard_drafts import StandardDraft
from jobquality.web.asking import Asker
from jobquality.web.languages import current_speaker


def form_page(
    draft: StandardDraft,
    edition: Edition,
    parameters: Parameters,
    organization: Organization,
    *,
    at: datetime,
) -> str:
    """Return the page with every question; there is no form in it, so nothing can be saved."""
    sheet = _empty_sheet(edition, parameters, organization, at=at)
    asker = Asker(sheet, current_speaker())
    return render_template(
        "web/standards/form.html",
        draft=draft,
        sheet=sheet,
        topics=[(topic, asker.questions(topic)) for topic in asker.topics()],
    )


def _empty_sheet(
    edition: Edition, parameters: Parameters, organization: Organization, *, at: datetime
) -> Sheet:
    today: date = at.date()
    return Sheet(
        today=today,
        organization=organization,
        employer=_nobody(organization, at=at),
        assessment=Assessment(
            id="",
            organization_id=organization.id,
            employer_id="",
            rubric=edition.rubric.id,
            edition=edition.rubric.edition,
            on=today,
            sites=(),
            state=AssessmentState.DRAFT,
            author_id="",
            created_at=at,
            changed_at=at,
        ),
        sites=(),
        edition=edition,
        parameters=parameters,
        answers={},
        people={},
        evidence={},
        waiting={},
        claims={},
        before={},
        preview=Preview(card=None),
    )


def _nobody(organization: Organization, *, at: datetime) -> Employer:
    return Employer(
        id="",
        organization_id=organization.id,
        slug="",
        name="",
        name_key="",
        sector="",
        place="US",
        created_by="",
        created_at=at,
    )
