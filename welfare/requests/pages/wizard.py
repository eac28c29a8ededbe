"""The state between the steps of sending: sealed drafts, one for each step, opened and read by the same forms."""

from typing import Any, TypeVar

from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import MultiDict

from welfare.audit.unit_of_work import UnitOfWork
from welfare.drafts.actions import discard_draft, save_draft
from welfare.drafts.pages import SavedDraft, load_draft
from welfare.requests.actions.sending import SendRequest
from welfare.requests.forms.asking import ASK_FORMS, AskForm
from welfare.requests.forms.safety import SafetyForm
from welfare.requests.forms.telling import TELL_FORMS, StaffTellForm, StudentTellForm, Together
from welfare.requests.pages.sending import Asking
from welfare.requests.queries.own import ASK, TELL
from welfare.rules.requests import Urgency
from welfare.rules.safe_contact import UNASKED
from welfare.rules.sending import GuardianTold
from welfare.ui.forms import PageForm
from welfare.ui.text import showable

Form = TypeVar("Form", bound=PageForm)
_KEY = "read-from-a-draft"
PURPOSES = {"ask": ASK, "tell": TELL}


class StepUnfinishedError(LookupError):
    """A step lacks answers; ``step`` is the one to go back to."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


def ask_form(work: UnitOfWork, asking: Asking, typed: MultiDict[str, str] | None = None) -> AskForm:
    """The form of the first step: as posted, or filled from a draft."""
    form = _form(ASK_FORMS[asking.kind], work, typed)
    form.offer_days(asking.days)
    return form


def tell_form(work: UnitOfWork, asking: Asking, typed: MultiDict[str, str] | None = None) -> PageForm:
    """The form of the second step; of an adult student nobody asks about guardians."""
    form = _form(TELL_FORMS[asking.kind], work, typed)
    if not asking.is_minor and isinstance(form, StaffTellForm | StudentTellForm):
        form.leave_guardian_out()
    return form


def drafted(work: UnitOfWork, asking: Asking, step: str) -> SavedDraft | None:
    """What has been kept of a step."""
    return load_draft(work, PURPOSES[step], asking.student.id)


def keep(work: UnitOfWork, asking: Asking, step: str, form: PageForm) -> None:
    """Keep a step as it was typed, finished or not; signs that cannot be stored become visible marks."""
    typed = {name: [showable(value) for value in values] for name, values in form.typed.items()}
    save_draft(work, PURPOSES[step], typed, asking.student.id)


def let_go(work: UnitOfWork, asking: Asking) -> None:
    """Forget both steps: they have been sent or are not wanted."""
    for purpose in PURPOSES.values():
        discard_draft(work, purpose, asking.student.id)


def command_from_drafts(work: UnitOfWork, asking: Asking) -> SendRequest:
    """Both steps read and checked anew. Raises StepUnfinishedError."""
    ask = ask_form(work, asking, _whole(drafted(work, asking, "ask"), "ask"))
    tell = tell_form(work, asking, _whole(drafted(work, asking, "tell"), "tell"))
    for step, form in (("ask", ask), ("tell", tell)):
        if not form.validate():
            raise StepUnfinishedError(step)
    return _command(ask, tell)


def _command(ask: PageForm, tell: PageForm) -> SendRequest:
    """What both forms say; an answer that its question no longer raises is left out."""
    together = {Together.YES: True, Together.NO: False}.get(_said(tell, "together"))
    told: GuardianTold | None = _said(tell, "guardian_told")
    is_urgent = _said(ask, "urgency") is Urgency.URGENT
    return SendRequest(
        service=_said(ask, "service"),
        urgency=_said(ask, "urgency"),
        urgency_reason=_said(ask, "urgency_reason") or "" if is_urgent else "",
        subject=_said(ask, "subject"),
        description=_said(ask, "description") or "",
        together=together,
        together_reason=_said(tell, "together_reason") or "" if together is False else "",
        student_told_on=_said(tell, "student_told_on"),
        guardian_told=told,
        guardian_told_on=_said(tell, "guardian_told_on") if told is GuardianTold.TOLD else None,
        guardian_reason=_said(tell, "guardian_reason") or "" if told is not GuardianTold.TOLD else "",
        wish=_said(tell, "wish") or "",
        earlier_support=_said(tell, "earlier_support") or "",
        contact_way=_said(tell, "contact_way") or "",
        safe_contact=tell.safe_contact if isinstance(tell, SafetyForm) else UNASKED,
    )


def _said(form: PageForm, name: str) -> Any:  # noqa: ANN401 - each field has its own type of answer
    return form[name].data if name in form else None


def _form(kind: type[Form], work: UnitOfWork, typed: MultiDict[str, str] | None) -> Form:
    today = work.facts.on
    return kind(today=today) if typed is None else kind(formdata=typed, today=today)


def _whole(saved: SavedDraft | None, step: str) -> MultiDict[str, str]:
    """The kept answers with the hidden values that a posted form would have brought."""
    if saved is None:
        raise StepUnfinishedError(step)
    return MultiDict({**saved.typed, "idempotency_key": [_KEY], "csrf_token": [generate_csrf()]})
