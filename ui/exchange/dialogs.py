"""Questions of the import: how the file is read, another value for a cell, the name of a recipe."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.exchange import ImportKind, Problem, Recipe, SourceFile
from ui.exchange.session import Manner
from ui.exchange.words import KINDS
from ui.shell.words import said
from widgets.buttons import Button, label
from widgets.dialog import Dialog
from widgets.fields import Check, Choice, TextEdit
from widgets.forms import Form

_ENCODINGS = ("utf-8", "windows-1251", "cp866", "koi8-r", "utf-16", "windows-1252")


class MannerDialog(Dialog):
    """What the file is about, its encoding and signs, and how far the import may go."""

    def __init__(
        self,
        parent: QWidget,
        source: SourceFile,
        manner: Manner,
        kind: ImportKind | None,
        then: Callable[[Manner, ImportKind], None],
    ) -> None:
        super().__init__(parent, "", width=640)
        self.set_title(self.tr("How the file is read"))
        self.set_sub(source.name)
        self._manner = manner
        self._then = then
        form = self.form = Form(columns=2)
        kinds = [(known, said(words)) for known, words in KINDS.items()]
        form.add(
            "kind", self.tr("What it is about"), Choice(kinds, name=self.tr("What it is about"))
        )
        marks = [
            (None, self.tr("as the center writes")),
            (",", self.tr("comma: 1 234,50")),
            (".", self.tr("point: 1,234.50")),
        ]
        form.add(
            "decimal_mark", self.tr("Decimal mark"), Choice(marks, name=self.tr("Decimal mark"))
        )
        if source.encoding is not None:
            found = self.tr("found out ({name})").format(name=source.encoding)
            encodings = [(None, found), *((name, name) for name in _ENCODINGS)]
            form.add("encoding", self.tr("Letters"), Choice(encodings, name=self.tr("Letters")))
            signs = [
                (None, self.tr("found out")),
                (";", self.tr("semicolon")),
                (",", self.tr("comma")),
                ("\t", self.tr("tab")),
                ("|", self.tr("vertical line")),
            ]
            form.add(
                "delimiter",
                self.tr("Between columns"),
                Choice(signs, name=self.tr("Between columns")),
            )
        form.section(self.tr("How far it may go"))
        over = Check(self.tr("Replace what is known, not only fill what is empty"))
        owners = Check(self.tr("Make customers of owners that nobody knows"))
        form.add_wide(over)
        form.add_wide(owners)
        self._overwrite, self._owners = over, owners
        values = {"decimal_mark": manner.decimal_mark, "encoding": manner.encoding}
        form.set_values({**values, "delimiter": manner.delimiter})
        if kind is not None:
            form.set_values({"kind": kind})
        over.set_value(manner.overwrite)
        owners.set_value(manner.makes_owners)
        self.body.addWidget(form)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        take = self.add_button(Button(self.tr("Read it so"), kind="primary", keys="Ctrl+Return"))
        take.clicked.connect(self.take)

    def take(self) -> None:
        """Read the file as chosen."""
        values = self.form.values()
        manner = Manner(
            encoding=values.get("encoding"),
            delimiter=values.get("delimiter"),
            decimal_mark=values["decimal_mark"],
            overwrite=self._overwrite.value(),
            makes_owners=self._owners.value(),
        )
        self.finish("done")
        self._then(manner, values["kind"])


class ValueDialog(Dialog):
    """Another value for one cell of the file; empty leaves the cell out."""

    def __init__(
        self, parent: QWidget, problem: Problem, then: Callable[[Problem, str], None]
    ) -> None:
        super().__init__(parent, "")
        self.set_title(self.tr("{column}, row {n}").format(column=problem.heading, n=problem.row))
        self.set_sub(said(problem.sentence))
        self._problem = problem
        self._then = then
        self.form = Form(columns=1)
        field = TextEdit(name=problem.heading)
        field.set_value(problem.suggestion or problem.value)
        self.form.add("value", self.tr("Read this instead"), field)
        self.body.addWidget(self.form)
        if problem.remedy is not None:
            self.body.addWidget(label(said(problem.remedy), "hint", wrap=True))
        self.body.addWidget(label(self.tr("The file itself stays as it is."), "hint"))
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        take = self.add_button(Button(self.tr("Take it"), kind="primary", keys="Return"))
        take.clicked.connect(self.take)
        field.returnPressed.connect(self.take)

    def take(self) -> None:
        """Read the typed value."""
        value = self.form.values()["value"]
        self.finish("done")
        self._then(self._problem, value)


class RecipeDialog(Dialog):
    """Keep the columns under a name, or take up what was kept."""

    def __init__(
        self,
        parent: QWidget,
        recipes: Sequence[Recipe],
        suggestion: str,
        keep: Callable[[str], None],
        use: Callable[[Recipe], None],
        remove: Callable[[Recipe], None],
    ) -> None:
        super().__init__(parent, "")
        self.set_title(self.tr("Recipes for these columns"))
        self.set_sub(self.tr("Kept for everybody; the next file of that kind is read by it."))
        self._keep = keep
        self._recipes = {recipe.name: recipe for recipe in recipes}
        form = self.form = Form(columns=1)
        field = TextEdit(name=self.tr("Name"), limit=60)
        field.set_value(suggestion)
        form.add("name", self.tr("Keep the present columns as"), field, required=True)
        self.body.addWidget(form)
        if recipes:
            self._chosen = Choice(
                [(recipe.name, recipe.name) for recipe in recipes], name=self.tr("Kept recipes")
            )
            kept = Form(columns=1)
            kept.add("recipe", self.tr("Kept recipes"), self._chosen)
            self.body.addWidget(kept)
            take = Button(self.tr("Use it"), "check", small=True)
            take.clicked.connect(lambda: self._on(use))
            drop = Button(self.tr("Remove it"), "trash-2", kind="quiet", small=True)
            drop.clicked.connect(lambda: self._on(remove))
            self.body.addWidget(take)
            self.body.addWidget(drop)
        self.add_button(Button(self.tr("Cancel"), keys="Esc"), "cancel")
        save = self.add_button(Button(self.tr("Keep"), kind="primary", keys="Ctrl+Return"))
        save.clicked.connect(self.save)

    def _on(self, do: Callable[[Recipe], None]) -> None:
        recipe = self._recipes[self._chosen.value()]
        self.finish("done")
        do(recipe)

    def save(self) -> None:
        """Keep the present columns."""
        if self.form.check():
            name = self.form.values()["name"]
            self.finish("done")
            self._keep(name)
