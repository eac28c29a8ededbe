"""What several files of tests look at and none changes is made once for all of them."""

from tests.web.town import town

__all__ = ["town"]
