"""Schools beside each other, and the yearly report of them."""

from flask import Response, render_template

from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.serving import csv_answer, pdf_answer
from welfare.insight.pages import ComparisonPage, DemandPage, report_csv, report_paper
from welfare.insight.routes.blueprint import bp
from welfare.rules.permissions import Permission


@bp.get("/communal/comparison", needs=Permission.COMPARISON_SEE)
def comparison(work: UnitOfWork) -> str:
    """Duties of every school the reader answers for."""
    return render_template("insight/comparison.html", page=ComparisonPage.of(work))


@bp.get("/communal/comparison/<any(fi, sv):language>/report.pdf", needs=Permission.COMPARISON_SEE)
def report(work: UnitOfWork, language: str) -> Response:
    """The report on paper, in the national language asked for."""
    return pdf_answer(report_paper(work, language))


@bp.get("/communal/comparison/report.csv", needs=Permission.COMPARISON_SEE)
def report_table(work: UnitOfWork) -> Response:
    """The report as a table, in both."""
    return csv_answer(report_csv(work), f"communal-{work.facts.on.isoformat()}")


@bp.get("/communal/comparison/demand", needs=Permission.COMPARISON_SEE)
def demand(work: UnitOfWork) -> str:
    """How many asked for support in each municipality."""
    return render_template("insight/demand.html", page=DemandPage.of(work))


@bp.get("/communal/comparison/demand.csv", needs=Permission.COMPARISON_SEE)
def demand_table(work: UnitOfWork) -> Response:
    """The same as a file."""
    return csv_answer(DemandPage.of(work).table, f"demand-{work.facts.on.isoformat()}")
