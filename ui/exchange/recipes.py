"""Recipes of columns: asked for, kept, used, removed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.exchange import (
    Recipe,
    RemoveRecipe,
    SaveRecipe,
    list_recipes,
    remove_recipe,
    save_recipe,
)
from ui.exchange.dialogs import RecipeDialog
from ui.exchange.session import ImportSession
from ui.shell.desk import Desk


class Recipes(QObject):
    """What the columns of a kind of file mean, under names that everybody of the center sees."""

    def __init__(self, desk: Desk, session: ImportSession, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._session = session
        self._page = page

    def ask(self) -> None:
        """Show what is kept, and ask for a name."""
        kind = self._session.kind
        if kind is not None:
            self._desk.read(self, lambda read: list_recipes(read, kind), self._show)

    def _show(self, recipes: tuple[Recipe, ...]) -> None:
        path = self._session.path
        RecipeDialog(
            self._page,
            recipes,
            path.stem if path is not None else "",
            self.keep,
            self._session.use_recipe,
            self._remove,
        ).open()

    def keep(self, name: str) -> None:
        """Keep what the columns mean under a name."""
        session = self._session
        if session.kind is None:
            return
        command = SaveRecipe(
            kind=session.kind,
            name=name,
            choices=session.recipe_choices(),
            decimal_mark=session.manner.decimal_mark,
        )
        self._desk.act(self, save_recipe, command, self._kept)

    def _kept(self, _changes: object) -> None:
        self._desk.toast(self.tr("The recipe is kept"))

    def _remove(self, recipe: Recipe) -> None:
        self._desk.act(self, remove_recipe, RemoveRecipe(kind=recipe.kind, name=recipe.name))
