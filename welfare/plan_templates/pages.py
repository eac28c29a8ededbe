"""A provider's templates, and those that a writer may begin from."""

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.pages import CataloguePage, ItemLine, provider_parts
from welfare.organisations.models import Organisation
from welfare.plan_templates.models import PlanTemplateVersion
from welfare.plan_templates.queries import CATALOGUE
from welfare.plan_templates.words import SECTION_WORDS
from welfare.rules.plan_templates import TEMPLATE_PARTS
from welfare.rules.plans import PlanPart
from welfare.ui.fields import Option
from welfare.ui.locale import current_locale


def templates_page(work: UnitOfWork) -> CataloguePage:
    """The templates that the reader keeps."""
    return CataloguePage(
        here="templates",
        title=_("Templates of plans"),
        lead=_("What a group may begin a pupil’s first plan from. A template fills empty places alone."),
        add=_("Add a template"),
        heads=[_("Template"), _("Sections"), _("Examples of goals"), _("Version"), _("State")],
        right=(1, 2, 3),
        empty=_("No template yet. Add the first one, as for a plan about coming to school."),
        providers=provider_parts(
            work,
            lambda provider: _lines(work, provider),
            lambda provider: url_for("plan_templates.begin_template", provider=provider.id),
            lambda name: _("Templates of %(name)s", name=name),
        ),
    )


def template_options(work: UnitOfWork) -> list[Option]:
    """What the provider of the matter at hand offers, in each language by its own name; the writer's language first."""
    provider_id, own = work.facts.controller_id, "sv" if current_locale() == "sv" else "fi"
    languages = {"fi": _("in Finnish"), "sv": _("in Swedish")}
    offered = CATALOGUE.offered(work.session, provider_id) if provider_id else ()
    return [
        Option(f"{item.id}.{language}", version.name(language), languages[language])
        for language in sorted(languages, key=lambda each: each != own)
        for item, version in offered
    ]


def template_texts(work: UnitOfWork, part: PlanPart) -> frozenset[str]:
    """What the templates of the matter's provider put into a section, in one spelling: no answer yet."""
    provider_id = work.facts.controller_id
    offered = CATALOGUE.offered(work.session, provider_id) if provider_id else ()
    found = (version.part(part, language) for _item, version in offered for language in ("fi", "sv"))
    return frozenset(" ".join(text.split()) for text in found if text)


def template_facts(version: PlanTemplateVersion) -> list[tuple[str, str]]:
    """What a version says, for those who look back."""
    locale = current_locale()
    place = 1 if locale == "sv" else 0
    parts = [(str(SECTION_WORDS[part][place]), version.part(part, locale)) for part in TEMPLATE_PARTS]
    goals = ", ".join(goal.title for goal in version.goals(locale))
    return [
        (_("Name"), version.name(locale)),
        *filter(lambda each: each[1], parts),
        (_("Examples of goals"), goals or "–"),
    ]


def _lines(work: UnitOfWork, provider: Organisation) -> list[ItemLine]:
    return [
        ItemLine(
            url=url_for("plan_templates.begin_change", template=template.id),
            name=version.name(current_locale()),
            state=template.state,
            cells=(len(version.content["parts"]), len(version.content["goals"]), version.number),
        )
        for template, version in CATALOGUE.newest(work.session, provider.id)
    ]
