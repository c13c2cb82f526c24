"""Recipes: decisions about the columns of one kind of file, kept by the center under a name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import sqlalchemy as sa

from app.exchange.fields import ImportKind
from app.kernel.errors import QT_TRANSLATE_NOOP
from app.kernel.tx import Read, Tx, action
from app.kernel.typed import Typed
from models.access import Permission, SavedSetting

_CENTER: Final = "center"
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named decision: heading → field (None leaves the column out), and how the file writes numbers."""

    name: str
    kind: ImportKind
    choices: Mapping[str, str | None]
    decimal_mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRecipe:
    """Keep these decisions under that name; a recipe of the name is replaced."""

    kind: ImportKind
    name: str
    choices: Mapping[str, str | None] = field(default_factory=dict)
    decimal_mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRecipe:
    """Names a recipe."""

    kind: ImportKind
    name: str


def _setting(kind: ImportKind) -> str:
    return f"import.{kind.value}.recipes"


def list_recipes(read: Read, kind: ImportKind) -> tuple[Recipe, ...]:
    """The recipes for that kind of file, by name."""
    value = read.connection.execute(
        sa.select(SavedSetting.value).where(
            SavedSetting.center_id == read.center_id,
            SavedSetting.owner_key == _CENTER,
            SavedSetting.name == _setting(kind),
        )
    ).scalar()
    found = [_recipe(kind, item) for item in (value or {}).get("recipes", ())]
    return tuple(sorted(found, key=lambda recipe: recipe.name.casefold()))


def _recipe(kind: ImportKind, item: Mapping[str, Any]) -> Recipe:
    return Recipe(item["name"], kind, dict(item["choices"]), item["decimal_mark"])


@action(
    "exchange.save_recipe",
    permission=Permission.EXCHANGE_IMPORT,
    label=QT_TRANSLATE_NOOP("exchange", "Save as recipe"),
)
def save_recipe(tx: Tx, command: SaveRecipe) -> str:
    """Keep decisions about columns; returns the name as it is kept."""
    typed = Typed()
    name = typed.needed("name", command.name, limit=_LONGEST)
    typed.finish()
    kept = [recipe for recipe in list_recipes(tx.read, command.kind) if recipe.name != name]
    kept.append(Recipe(name, command.kind, command.choices, command.decimal_mark))
    _put(tx, command.kind, kept)
    return name


@action(
    "exchange.remove_recipe",
    permission=Permission.EXCHANGE_IMPORT,
    label=QT_TRANSLATE_NOOP("exchange", "Remove recipe"),
)
def remove_recipe(tx: Tx, command: RemoveRecipe) -> None:
    """Forget a recipe; one that is gone already is no problem."""
    kept = [recipe for recipe in list_recipes(tx.read, command.kind) if recipe.name != command.name]
    _put(tx, command.kind, kept)


def _put(tx: Tx, kind: ImportKind, recipes: list[Recipe]) -> None:
    # pairs, because headings are in the shop's language and a record's keys are ASCII
    value = {
        "recipes": [
            {
                "name": recipe.name,
                "choices": [list(pair) for pair in recipe.choices.items()],
                "decimal_mark": recipe.decimal_mark,
            }
            for recipe in recipes
        ]
    }
    found = tx.session.scalars(
        sa.select(SavedSetting).where(
            SavedSetting.center_id == tx.actor.center_id,
            SavedSetting.owner_key == _CENTER,
            SavedSetting.name == _setting(kind),
        )
    ).one_or_none()
    if found is None:
        found = tx.add(
            SavedSetting(
                center_id=tx.actor.center_id, owner_key=_CENTER, name=_setting(kind), value=value
            )
        )
    else:
        found.value = value
    tx.about("saved_setting", found.id)
