"""Whatever is written in words under /communal is looked at by the guard before it is saved.

Why: communal texts are read by everybody at work and many are published; none of them names a pupil (OHL 14 § 2, 4).
A room that forgets the guard looks like any other room until a name stands in it.
"""

import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any

import pytest
from flask import Flask
from wtforms.fields.core import UnboundField

from welfare.communal.guard import GuardedForm
from welfare.guidance.forms import GradeText
from welfare.programmes.forms import entry_form, programme_form
from welfare.programmes.kinds import KINDS
from welfare.ui.fields import CodeText, DecimalNumber, LongText, TextLine, WholeNumber
from welfare.ui.forms import PageForm

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)

WITHOUT_WORDS = (WholeNumber, DecimalNumber, CodeText, GradeText)
"""Fields of one line that take in a number or a code."""
EXCEPTIONS: Mapping[str, str] = {}
"""Forms with words that nobody guards, and why."""
View = Callable[..., Any]


def views(app: Flask, method: str) -> Iterator[View]:
    """The functions behind the addresses of communal work."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/communal") and method in (rule.methods or ()):
            yield inspect.unwrap(app.view_functions[rule.endpoint])


def module_of(view: View) -> ModuleType:
    return sys.modules[view.__module__]


def forms_of(module: ModuleType) -> dict[str, type[PageForm]]:
    """The forms that a module of routes knows, by the names that it knows them by."""
    found = vars(module).items()
    return {name: each for name, each in found if inspect.isclass(each) and issubclass(each, PageForm)}


def texts_of(form: type[PageForm]) -> list[str]:
    """The fields of a form that take in words."""
    fields = {name: getattr(form, name) for name in dir(form) if isinstance(getattr(form, name), UnboundField)}
    kinds: Mapping[str, Any] = {name: field.field_class for name, field in fields.items()}
    return [name for name, kind in kinds.items() if issubclass(kind, TextLine) and not issubclass(kind, WITHOUT_WORDS)]


def is_unguarded(form: type[PageForm]) -> bool:
    return bool(texts_of(form)) and not issubclass(form, GuardedForm) and form.__name__ not in EXCEPTIONS


def made_forms() -> Iterator[type[PageForm]]:
    """Forms that are made of questions."""
    for kind, known in KINDS.items():
        yield programme_form(kind)
        yield from (form for tally in known.tallies if (form := entry_form(kind, tally.code)))


def source_of(view: View) -> str:
    """A function with those of its module that make its form."""
    own = inspect.getsource(view)
    helpers = [each for name, each in vars(module_of(view)).items() if inspect.isfunction(each) and f"{name}(" in own]
    return "\n".join([own, *(inspect.getsource(each) for each in helpers if makes_a_form(each))])


def makes_a_form(helper: View) -> bool:
    made = inspect.signature(helper).return_annotation
    return inspect.isclass(made) and issubclass(made, PageForm)


def is_unasked(view: View) -> bool:
    """Whether a function saves the words of a guarded form without asking the guard."""
    source = source_of(view)
    written = [form for name, form in forms_of(module_of(view)).items() if f"{name}(" in source and texts_of(form)]
    guarded = [form for form in written if issubclass(form, GuardedForm)]
    return bool(guarded) and "validate_on_submit" in source and "lets_through(" not in source


def test_every_form_with_words_under_communal_is_guarded(app: Flask) -> None:
    known = {form for view in views(app, "GET") for form in forms_of(module_of(view)).values()}
    assert sum(bool(texts_of(form)) for form in known) > 20
    assert {form.__name__ for form in {*known, *made_forms()} if is_unguarded(form)} == set()


def test_every_route_under_communal_asks_the_guard_before_it_saves_words(app: Flask) -> None:
    assert {f"{view.__module__}.{view.__name__}" for view in views(app, "POST") if is_unasked(view)} == set()


def test_every_exception_is_still_needed(app: Flask) -> None:
    known = {form for view in views(app, "POST") for form in forms_of(module_of(view)).values()}
    bare = {form.__name__ for form in known if texts_of(form) and not issubclass(form, GuardedForm)}
    assert bare == set(EXCEPTIONS)


def test_a_form_with_words_would_be_seen_and_one_of_numbers_is_left_in_peace(app: Flask) -> None:
    del app
    words = {"words": LongText("Words")}
    assert is_unguarded(type("WordsForm", (PageForm,), words))
    assert not is_unguarded(type("GuardedWordsForm", (GuardedForm,), words))
    assert not is_unguarded(type("NumbersForm", (PageForm,), {"count": WholeNumber("Count")}))
