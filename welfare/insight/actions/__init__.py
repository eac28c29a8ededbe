"""What is done in the insight room."""

from welfare.insight.actions.signing import SignReview, sign_review

__all__ = ["SignReview", "sign_review"]
