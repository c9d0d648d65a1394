"""Every address of the site, by who may come to it. A new one is a new line here.

Work: the action that a role must allow. Its parameters are made in `worlds.py`; what its
form needs beyond a key, so that the ids are looked at and not only the form, is in FORMS.
"""

from jobquality.access.actors import Action

#: For everybody, without a cookie, from what is published alone.
PUBLIC = (
    "briefs.listing",
    "briefs.page",
    "briefs.pdf",
    "certificates.data",
    "certificates.door",
    "certificates.verify",
    "documents.certificate",
    "documents.plan",
    "initiatives.public",
    "methods.file",
    "methods.page",
    "organizations.body",
    "organizations.ledger",
    "organizations.page",
    "papers.form",
    "papers.sheet",
    "scorecards.listing",
    "scorecards.page",
    "scorecards.part",
    "scorecards.revision",
    "start.door",
    "start.page",
)

#: Forms for people who are not logged in yet, or not any more.
OPEN_FORM = (
    "accounts.code",
    "accounts.join",
    "accounts.login",
    "accounts.logout",
    "accounts.opening",
    "accounts.setup",
)

#: The employer's own doors: a link, and the visit that it opens.
LINK = (
    "questionnaire.come",
    "questionnaire.door",
    "questionnaire.enter",
    "questionnaire.leave",
    "questionnaire.page",
    "questionnaire.receipt",
    "questionnaire.save",
    "questionnaire.section",
    "questionnaire.send",
    "reply.door",
    "reply.enter",
    "reply.leave",
    "reply.page",
    "reply.save",
)

API = (
    "api-docs.openapi_json",
    "api_me.me",
    "api_employers.listing",
    "api_employers.one",
    "api_evaluations.evaluate",
    "api_scorecards.listing",
    "api_scorecards.snapshot",
    "api_standards.listing",
    "api_standards.whole",
)

HEALTH = ("health.live", "health.ready")

STATIC = ("static",)

#: For people at work who are logged out: our own script runs there, and nothing of theirs is shown.
LOGGED_OUT = ("phone.left", "phone.worker")

WORK = {
    "accounts.close": Action.MANAGE,
    "accounts.drop_step": Action.MANAGE,
    "accounts.invite": Action.MANAGE,
    "accounts.me": Action.LOOK,
    "accounts.organization": Action.MANAGE,
    "accounts.password": Action.LOOK,
    "accounts.password_link": Action.MANAGE,
    "accounts.people": Action.LOOK,
    "accounts.profile": Action.LOOK,
    "accounts.reopen": Action.MANAGE,
    "accounts.roles": Action.MANAGE,
    "accounts.step": Action.LOOK,
    "accounts.step_off": Action.LOOK,
    "accounts.end_token": Action.LOOK,
    "accounts.tokens": Action.LOOK,
    "accounts.withdraw": Action.MANAGE,
    "assessments.answer": Action.ASSESS,
    "assessments.begin": Action.ASSESS,
    "assessments.choose": Action.ASSESS,
    "assessments.confirm": Action.ASSESS,
    "assessments.page": Action.LOOK,
    "assessments.question": Action.LOOK,
    "assessments.stand": Action.LOOK,
    "assessments.start": Action.ASSESS,
    "assessments.topic": Action.LOOK,
    "assessments.working": Action.ASSESS,
    "certificates.change": Action.CERTIFY,
    "certificates.choose": Action.LOOK,
    "certificates.issue": Action.CERTIFY,
    "claims.decide": Action.NOTIFY,
    "claims.page": Action.LOOK,
    "claims.renew": Action.ASSESS,
    "claims.send": Action.ASSESS,
    "claims.take": Action.ASSESS,
    "claims.withdraw": Action.ASSESS,
    "desk.page": Action.LOOK,
    "employers.add": Action.ASSESS,
    "employers.add_workplace": Action.ASSESS,
    "employers.change": Action.ASSESS,
    "employers.listing": Action.LOOK,
    "employers.page": Action.LOOK,
    "employers.save": Action.ASSESS,
    "employers.save_change": Action.ASSESS,
    "evidence.add": Action.ASSESS,
    "evidence.file": Action.LOOK,
    "evidence.listing": Action.LOOK,
    "evidence.remove": Action.ASSESS,
    "initiatives.add": Action.LEAD,
    "initiatives.add_activity": Action.LEAD,
    "initiatives.add_partner": Action.LEAD,
    "initiatives.change": Action.LEAD,
    "initiatives.change_activity": Action.LEAD,
    "initiatives.listing": Action.LOOK,
    "initiatives.page": Action.LOOK,
    "initiatives.remove_activity": Action.LEAD,
    "initiatives.remove_partner": Action.LEAD,
    "initiatives.save": Action.LEAD,
    "initiatives.save_activity": Action.LEAD,
    "initiatives.save_activity_change": Action.LEAD,
    "initiatives.save_change": Action.LEAD,
    "initiatives.show": Action.LOOK,  # to lead or to review: the service asks for one of them
    "names.add": Action.ASSESS,
    "names.confirm": Action.REVIEW,
    "names.decide": Action.LOOK,  # to review, or one's own: the service asks for one of them
    "names.remove": Action.ASSESS,
    "notices.decide": Action.REVIEW,
    "notices.deliver": Action.NOTIFY,
    "notices.link": Action.NOTIFY,
    "notices.page": Action.LOOK,
    "notices.publish": Action.PUBLISH,
    "notices.publishing": Action.LOOK,
    "notices.resume": Action.NOTIFY,
    "notices.send": Action.NOTIFY,
    "phone.page": Action.LOOK,
    "phone.pass_": Action.LOOK,
    "rates.add": Action.MANAGE,
    "rates.listing": Action.LOOK,
    "reviews.decide": Action.REVIEW,
    "reviews.done": Action.ASSESS,
    "reviews.look": Action.REVIEW,
    "reviews.mark": Action.REVIEW,
    "reviews.page": Action.LOOK,
    "reviews.submit": Action.ASSESS,
    "samples.make": Action.MANAGE,
    "samples.remove": Action.MANAGE,
}

FORMS: dict[str, dict[str, object]] = {
    "accounts.roles": {"roles": ["reviewer"], "seen": "1"},
    "assessments.answer": {"answer": "14", "seen": "0"},
    "assessments.begin": {"standard": "restaurants_us@2026.1", "on": "2026-02-01"},
    "assessments.choose": {"waiting": "0" * 32, "take": "waiting", "seen": "1"},
    "assessments.confirm": {"seen": "1"},
    "certificates.change": {"status": "suspended", "reason": "A new finding", "seen": "1"},
    "claims.decide": {"do": "accept", "way": "phone", "seen": "1"},
    "claims.take": {"claim_seen": "1", "seen": "1"},
    "employers.add_workplace": {"name": "Elm Street", "place": "Texas"},
    "evidence.add": {"title": "A page", "url": "https://diner.example/pay", "grade": "E1"},
    "initiatives.show": {"what": "initiative", "version": "1"},
    "names.add": {"text": "A Second Name", "kind": "trade"},
    "names.decide": {"decision": "confirm"},
    "reviews.done": {"done-sched_notice_days": "Looked again"},
    "reviews.look": {"verdict": "asked", "ask-sched_notice_days": "Where is this from?"},
    "reviews.mark": {"mark": "hold", "reason": "A strike"},
}
