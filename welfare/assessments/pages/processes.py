"""A provider's processes."""

from flask import url_for
from flask_babel import gettext as _

from welfare.assessments.models import ProcessVersion
from welfare.assessments.queries import CATALOGUE
from welfare.assessments.words import INFORMANT_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.pages import CataloguePage, ItemLine, provider_parts
from welfare.organisations.models import Organisation
from welfare.rules.assessments import Informant
from welfare.ui.locale import current_locale


def processes_page(work: UnitOfWork) -> CataloguePage:
    """The processes that the reader keeps."""
    return CataloguePage(
        here="processes",
        title=_("Assessments of study ability"),
        lead=_("How a group finds out, together with the pupil, what schooling needs: steps, and questions to each."),
        add=_("Add a process"),
        heads=[_("Process"), _("Asked"), _("Version"), _("State")],
        right=(2,),
        empty=_("No process yet. Add the first one with its questions."),
        providers=provider_parts(
            work,
            lambda provider: _lines(work, provider),
            lambda provider: url_for("assessments.begin_process", provider=provider.id),
            lambda name: _("Processes of %(name)s", name=name),
        ),
    )


def asked_in(version: ProcessVersion) -> str:
    """Whom a process asks."""
    return ", ".join(str(INFORMANT_WORDS[each]) for each in Informant if version.questions(each))


def _lines(work: UnitOfWork, provider: Organisation) -> list[ItemLine]:
    return [
        ItemLine(
            url=url_for("assessments.begin_process_change", process=process.id),
            name=version.name(current_locale()),
            state=process.state,
            cells=(asked_in(version), version.number),
        )
        for process, version in CATALOGUE.newest(work.session, provider.id)
    ]
