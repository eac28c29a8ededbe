"""What goes on when a student comes of age."""

from flask import render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.models import Person
from welfare.portal.pages import OfAgePage
from welfare.portal.routes.blueprint import OWN, bp
from welfare.rules.permissions import Permission


@bp.get(f"{OWN}/of-age", needs=Permission.PORTAL_OF_AGE)
def of_age(work: UnitOfWork, student: Person) -> str:
    """What ends with the guardians' permissions, and where the student decides."""
    return render_template("portal/of_age.html", page=OfAgePage.of(work, student))
