"""What the templates of the insight room are given."""

from welfare.insight.pages.comparison import ComparisonPage
from welfare.insight.pages.demand import DemandPage
from welfare.insight.pages.feedback import feedback_part
from welfare.insight.pages.papers import blocks_of_unit, review_paper
from welfare.insight.pages.report import report_csv, report_paper
from welfare.insight.pages.reviews import ReviewsPage, SignPage, review_part
from welfare.insight.pages.services import ServicesPage, services_part

__all__ = [
    "ComparisonPage",
    "DemandPage",
    "ReviewsPage",
    "ServicesPage",
    "SignPage",
    "blocks_of_unit",
    "feedback_part",
    "report_csv",
    "report_paper",
    "review_paper",
    "review_part",
    "services_part",
]
