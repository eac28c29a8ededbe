"""One's own clients, one register at a time: sorted, sought by name, a page at a time."""

from flask import render_template, request, url_for

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission
from welfare.rules.service_records import ServiceDesk, desks_of
from welfare.service_notes.forms import FindForm
from welfare.service_notes.pages import ClientsPage
from welfare.service_notes.pages.clients import SHOWN, SORTS, Choice
from welfare.service_notes.routes.blueprint import bp
from welfare.service_notes.words import SERVICE_WORDS
from welfare.ui.paging import page_number


@bp.get("/clients", needs=Permission.CLIENT_LIST)
def clients(work: UnitOfWork) -> str:
    """The clients of the first register one works in, or of the one asked for."""
    desk = desk_asked(work)
    choice = Choice(_one_of(SHOWN, request.args.get("show")), _one_of(SORTS, request.args.get("sort")))
    return _drawn(work, desk, _listed(work, desk, choice, page_number(request.args.get("page"))), FindForm())


@bp.post("/clients/search", needs=Permission.CLIENT_LIST, writes_at_once=False, saves=False)
def search(work: UnitOfWork) -> str | tuple[str, int]:
    """Look through the names of one's own clients; by POST, so that the name stands in no address and no log."""
    desk, form = desk_asked(work), FindForm()
    if not form.validate_on_submit():
        return _drawn(work, desk, _listed(work, desk, Choice(SHOWN[0], SORTS[0]), 1), form), 422
    return _drawn(work, desk, ClientsPage.sought_by(work, desk, form.name.data), form)


def desk_asked(work: UnitOfWork) -> ServiceDesk:
    """The register asked for, of those one works in; else the first of them."""
    desks = desks_of(work.actor)
    asked = request.args.get("service", "")
    return next((each for each in desks if each.register.value == asked), desks[0])


def service_of(work: UnitOfWork, desk: ServiceDesk) -> str | None:
    """What an address must say of a register: nothing where it is the first."""
    return None if desks_of(work.actor)[0] == desk else desk.register.value


def _listed(work: UnitOfWork, desk: ServiceDesk, choice: Choice, number: int) -> ClientsPage:
    def url(other: int) -> str:
        return url_for(
            "service_notes.clients",
            service=service_of(work, desk),
            show=None if choice.show == SHOWN[0] else choice.show,
            sort=None if choice.sort == SORTS[0] else choice.sort,
            page=other if other > 1 else None,
        )

    return ClientsPage.of(work, desk, choice, number, url)


def _drawn(work: UnitOfWork, desk: ServiceDesk, page: ClientsPage, find: FindForm) -> str:
    desks = desks_of(work.actor)
    services = [
        (
            str(SERVICE_WORDS[each.register]),
            url_for("service_notes.clients", service=service_of(work, each)),
            each == desk,
        )
        for each in desks
    ]
    words = {"page": page, "find": find, "form": find, "service": service_of(work, desk)}
    return render_template("service_notes/clients.html", services=services if len(desks) > 1 else [], **words)


def _one_of(known: tuple[str, ...], asked: str | None) -> str:
    return asked if asked in known else known[0]
