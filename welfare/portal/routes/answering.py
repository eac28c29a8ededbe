"""Deciding who may take part."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.actions import IncompleteWillError, WithdrawalError
from welfare.people.models import Person
from welfare.portal.actions import AnsweredMeanwhileError, NothingToLeaveOutError, answer_questions, revision_of
from welfare.portal.pages import AnswersPage
from welfare.portal.routes.blueprint import OWN, bp
from welfare.rules.permissions import Permission
from welfare.ui.locale import current_locale

ANSWERS = f"{OWN}/matters/<own_case_id:case>/who"


@bp.get(ANSWERS, needs=Permission.CONSENT_GIVE_OWN)
def answers(work: UnitOfWork, student: Person, case: Case) -> str:
    """Each question, and what has been answered."""
    return render_template("portal/answers.html", page=AnswersPage.of(work, student, case, is_shown=True))


@bp.post(ANSWERS, needs=Permission.CONSENT_GIVE_OWN, endpoint="answer")
def keep_answers(work: UnitOfWork, student: Person, case: Case) -> ResponseReturnValue:
    """Record what has changed: a yes, a no, or a yes taken back. It holds at once."""
    page = AnswersPage.of(work, student, case, is_shown=False)
    if not page.form.validate_on_submit():
        return render_template("portal/answers.html", page=page), 422
    command = page.form.to_command([each.question for each in page.asked], current_locale())
    try:
        changed = answer_questions(work, case, page.asking(work), command)
    except AnsweredMeanwhileError:
        page = AnswersPage.of(work, student, case, is_shown=False)
        page.form.revision.put(revision_of(page.said))
        page.form.refuse(
            None,
            _(
                "Something has been answered or asked in this matter since you opened the page, perhaps in another "
                "window. Beneath each question stands how it is now. Save again if your answers are right as they "
                "stand here."
            ),
        )
        return render_template("portal/answers.html", page=page), 409
    except NothingToLeaveOutError:
        page.form.refuse("excluded", _("Only a yes can leave something out. Say yes above, or leave this empty."))
        return render_template("portal/answers.html", page=page), 422
    except (IncompleteWillError, WithdrawalError):
        page.form.refuse(None, _("This cannot be answered here. Ask the one who answers for your matter."))
        return render_template("portal/answers.html", page=page), 422
    flash(_("Your answers are saved and hold from now on.") if changed else _("Nothing was changed."), "good")
    return redirect(url_for("portal.show", student=student.id), 303)
