# The part of Flask-WTF that this product uses, for mypy: the library has no annotations.

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf.csrf import CSRFProtect as CSRFProtect
from markupsafe import Markup
from wtforms import Form
from wtforms.meta import DefaultMeta

class FlaskForm(Form):
    class Meta(DefaultMeta): ...

    def __init__(self, formdata: Any = ..., **kwargs: Any) -> None: ...
    def is_submitted(self) -> bool: ...
    def validate_on_submit(self, extra_validators: Mapping[str, Sequence[Any]] | None = ...) -> bool: ...
    def hidden_tag(self, *fields: str) -> Markup: ...
