"""What the templates of the insight room are given."""

from welfare.insight.pages.papers import blocks_of_unit, review_paper
from welfare.insight.pages.reviews import ReviewsPage, SignPage, review_part

__all__ = ["ReviewsPage", "SignPage", "blocks_of_unit", "review_paper", "review_part"]
