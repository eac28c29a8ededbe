"""Applications of a test run that have the same addresses share the map of them, which is put together once.

An application has some seven hundred. To parse them and to sort them into a tree takes longer than most tests.
"""

from copy import deepcopy
from operator import attrgetter
from typing import Any, ClassVar

import pytest
from flask import Flask
from werkzeug.routing import Map, Rule, RuleFactory

_SAID = attrgetter(
    *("rule", "endpoint", "subdomain", "host", "strict_slashes", "merge_slashes"),
    *("build_only", "websocket", "alias", "redirect_to"),
)


class SharedMap(Map):
    """An application's own list of rules; what is made of it belongs to all that have the same list.

    A rule that is added later makes another list. The rules themselves know no application, only names of endpoints.
    """

    known: ClassVar[dict[tuple[object, ...], Map]] = {}

    def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401 - as a map takes them
        self._listed: list[Rule] = []
        super().__init__(*words, **named)

    def add(self, rulefactory: RuleFactory) -> None:
        """List a rule, to which what holds now will hold."""
        for rule in rulefactory.get_rules(self):
            if rule.merge_slashes is None:
                rule.merge_slashes = self.merge_slashes
            self._listed.append(rule)
        self._remap = True

    def update(self) -> None:
        """Take over what has been made of such a list, or make it."""
        if self._remap:
            key = (
                self.merge_slashes,
                self.host_matching,
                *self.converters.items(),
                *(_all_of(rule) for rule in self._listed),
            )
            made = self.known.get(key) or self._made()
            self.known[key] = made
            self._matcher, self._rules_by_endpoint, self._remap = made._matcher, made._rules_by_endpoint, False

    def _made(self) -> Map:
        made = Map(
            deepcopy(self._listed),
            merge_slashes=self.merge_slashes,
            converters=self.converters,
            host_matching=self.host_matching,
        )
        made.update()
        return made


def _all_of(rule: Rule) -> tuple[object, ...]:
    """Everything that was said of a rule."""
    options = vars(rule).get("provide_automatic_options")
    return *_SAID(rule), frozenset(rule.methods or ()), repr(rule.defaults), options


def share_addresses(patch: pytest.MonkeyPatch) -> None:
    """Let every application of the run have such a map."""
    patch.setattr(Flask, "url_map_class", SharedMap)
