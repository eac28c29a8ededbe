"""What the officer sees of findings: names alone are opened, and nothing of any matter."""

from welfare.log_reviews.pages.decoys import DecoysPage
from welfare.log_reviews.pages.finding import FindingPage
from welfare.log_reviews.pages.queue import FindingLine, QueuePage
from welfare.log_reviews.pages.visits import visit_options

__all__ = ["DecoysPage", "FindingLine", "FindingPage", "QueuePage", "visit_options"]
