"""Keeping one catalogue: the form of a new item, its saving, the form of one that is there, and two who change one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.catalogues.catalogue import Catalogue, Item, NameTakenError, StaleItemError, Version
from welfare.catalogues.forms import ItemForm, NamedForm
from welfare.catalogues.pages import VersionLine
from welfare.organisations.forms.filling import fill, revision_of
from welfare.organisations.models import Organisation
from welfare.organisations.pages.versions import versions_of
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import RevisedForm
from welfare.ui.locale import current_locale
from welfare.ui.versions import Conflict

Facts = Sequence[tuple[str, str]]


class KeptForm(NamedForm, RevisedForm):
    """An item as it is, to be changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueDesk(Generic[Item, Version]):
    """One catalogue with its two forms, its words and the address of its list."""

    catalogue: Catalogue[Item, Version]
    new_form: type[NamedForm]
    form: type[KeptForm]
    values: Callable[[Version], Mapping[str, object]]
    """What a version holds besides its names, by the names of fields."""
    facts: Callable[[Version], Facts]
    """What a version says, for those who look back."""
    title: Words
    overview: str
    add_title: Words
    added: Words
    change_title: Words

    def begin(self, provider: Organisation) -> str:
        """Ask what is to be offered."""
        return self._draw(self.new_form(), self.add_title, provider.name(current_locale()))

    def add(self, work: UnitOfWork, provider: Organisation) -> ResponseReturnValue:
        """Offer it."""
        form = self.new_form()
        if form.validate_on_submit():
            try:
                self.catalogue.add(work, provider.id, form.words)
            except NameTakenError:
                _refuse_name(form)
            else:
                flash(str(self.added), "good")
                return redirect(url_for(self.overview), 303)
        return self._draw(form, self.add_title, provider.name(current_locale())), 422

    def begin_change(self, work: UnitOfWork, item: Item) -> str:
        """One item in a form, and how it was worded before."""
        form = self.form()
        fill(form, self._stored(work, item))
        return self._draw_item(work, item, form)

    def change(self, work: UnitOfWork, item: Item) -> ResponseReturnValue:
        """Save it as a new version, or show what somebody else has saved since."""
        form = self.form()
        if not form.validate_on_submit():
            return self._draw_item(work, item, form), 422
        try:
            self.catalogue.change(work, item, form.words, form["state"].data, revision_of(form))
        except NameTakenError:
            _refuse_name(form)
            return self._draw_item(work, item, form), 422
        except StaleItemError:
            conflict = versions_of(form, self._stored(work, item))
            form.revision.put(item.revision)
            return self._draw_item(work, item, form, conflict), 409
        flash(_("The changes are saved."), "good")
        return redirect(url_for(self.overview), 303)

    def _stored(self, work: UnitOfWork, item: Item) -> dict[str, object]:
        version = self.catalogue.numbered(work.session, item.id, item.newest)
        names = {"name_fi": version.name_fi, "name_sv": version.name_sv}
        return {**names, **self.values(version), "state": item.state, "revision": item.revision}

    def _draw_item(self, work: UnitOfWork, item: Item, form: KeptForm, conflict: Conflict | None = None) -> str:
        earlier = [
            VersionLine(each.number, each.saved_at, self.facts(each))
            for each in self.catalogue.history(work.session, item)
        ]
        under = _("Version %(number)s", number=item.newest)
        return self._draw(form, self.change_title, under, versions=earlier, conflict=conflict)

    def _draw(self, form: NamedForm, title: Words, under: str, **more: object) -> str:
        return draw_item(form, title, under, (self.title, self.overview), **more)


def draw_item(form: ItemForm, title: Words, under: str, back: tuple[Words, str], **more: object) -> str:
    """The page of one item; ``back`` is the list it belongs to: its title and endpoint."""
    way = (back[0], url_for(back[1]))
    return render_template("catalogues/edit.html", form=form, title=title, under=under, back=way, **more)


def _refuse_name(form: NamedForm) -> None:
    form.refuse("name_fi", _("Another that is offered has this name. Choose another."))
