"""A blueprint on which a route without its permission cannot be written."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, NoReturn, TypeVar

from flask import Blueprint, Response, current_app  # noqa: TID251 - the one place that guards it

from welfare.access.needs import Loader, Manner, Needs

View = TypeVar("View", bound=Callable[..., Any])


class UndeclaredRouteError(TypeError):
    """A route says nothing about who may use it."""


class AmbiguousSubjectError(TypeError):
    """Two rooms load different things for the same word in an address, and one would get the other's."""


class GuardedBlueprint(Blueprint):
    """A Flask blueprint whose routes all pass the gate."""

    def __init__(self, name: str, import_name: str, *, subjects: Mapping[str, Loader] | None = None) -> None:
        """``subjects`` maps URL converters (``case_id``) to the loaders of what they name."""
        super().__init__(name, import_name)
        self.subjects = dict(subjects or {})
        self.declared: dict[str, Needs] = {}
        self.without_drafts: set[str] = set()

    def get(  # type: ignore[override]
        self, rule: str, *, needs: Needs, endpoint: str | None = None, has_drafts: bool = True
    ) -> Callable[[View], View]:
        """Declare a page that changes nothing.

        ``has_drafts=False``: its address names what no row may name together, so no draft of its forms is kept.
        """
        return self._declare(rule, "GET", needs, endpoint, Manner(has_drafts=has_drafts))

    def post(  # type: ignore[override]
        self,
        rule: str,
        *,
        needs: Needs,
        endpoint: str | None = None,
        writes_at_once: bool = True,
        saves: bool = True,
    ) -> Callable[[View], View]:
        """Declare an action. ``writes_at_once=False``: the view calls ``work.start_writing()`` after slow work.

        ``saves=False``: it goes on while only reading is possible, because it keeps nothing but its own trace.
        """
        return self._declare(rule, "POST", needs, endpoint, Manner(writes=writes_at_once, saves=saves))

    def route(self, rule: str, **options: Any) -> NoReturn:  # noqa: ANN401 - Flask's signature
        """Refuse: `get` and `post` say what is needed."""
        message = f"{rule}: use get() or post() with needs=; {sorted(options)} is not enough"
        raise UndeclaredRouteError(message)

    put = patch = delete = route

    def _declare(
        self, rule: str, method: str, needs: Needs, endpoint: str | None, manner: Manner
    ) -> Callable[[View], View]:
        def decorator(view: View) -> View:
            name = endpoint or view.__name__

            @wraps(view)
            def guarded(**arguments: Any) -> Response:  # noqa: ANN401 - URL values of any converter
                response: Response = current_app.extensions["gate"].pass_through(view, needs, arguments, manner)
                return response

            self.declared[name] = needs
            if not manner.has_drafts:
                self.without_drafts.add(name)
            self.add_url_rule(rule, endpoint=name, view_func=guarded, methods=[method])
            return view

        return decorator
