"""Every word a person reads can be translated, and is."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.words import ROOT, areas, fill, messages, update

LANGUAGES = ("ru", "en")
_SAYERS = {
    "ui/centers/tax_sample.py",
    "ui/parts/why.py",
    "ui/shell/formats.py",
    "ui/shell/words.py",
    "widgets/typed_edits.py",
}
"""They say words that are declared elsewhere in the same room by QT_TRANSLATE_NOOP or a list beside them."""

_MARKS = {"tr", "translate", "QT_TRANSLATE_NOOP"}


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def _screens() -> list[Path]:
    return sorted(path for room in ("ui", "widgets") for path in (ROOT / room).rglob("*.py"))


def _marked(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Calls by which lupdate finds words, with the name of the function."""
    for call in _calls(path):
        name = (
            call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        )
        if name in _MARKS:
            yield call, name


def test_what_is_translated_is_a_plain_text() -> None:
    """Lupdate takes an f-string for a text with braces in it, and an expression for nothing."""
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in _screens()
        if str(path.relative_to(ROOT)) not in _SAYERS
        for call, name in _marked(path)
        for text in call.args[(1 if name != "tr" else 0) :][:1]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]
    assert not wrong


def test_words_of_a_class_are_its_own() -> None:
    """Lupdate takes the context from the class around ``self.tr``; ``window.tr`` would be looked up elsewhere."""
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in _screens()
        for call, name in _marked(path)
        if name == "tr" and ast.unparse(call.func) != "self.tr"
    ]
    assert not wrong


@pytest.mark.parametrize("area", sorted(areas()))
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_lacks_its_translation(
    area: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files in the repository hold every word of today's sources, translated."""
    from tests.house import words  # noqa: PLC0415 - its folder is moved for the test

    kept = {(m.context, m.source): m for m in messages(area, language)}
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    update(area)
    today = {(m.context, m.source) for m in messages(area, language)}
    missing = sorted(f"{c}: {s}" for c, s in today if (c, s) not in kept or not kept[c, s].done)
    assert not missing, f"python3 dev.py words {area} --language {language}"


@pytest.mark.parametrize("area", sorted(areas()))
def test_places_of_a_sentence_are_kept(area: str) -> None:
    """A translation that drops or renames ``{name}`` would break the sentence."""
    wrong = [
        f"{m.context}: {m.source} → {form}"
        for m in messages(area, "ru")
        for form in m.forms
        if form and _places(form) != _places(m.source)
    ]
    assert not wrong


def _places(text: str) -> set[str]:
    import string  # noqa: PLC0415 - used here alone

    return {name for _, name, _, _ in string.Formatter().parse(text.replace("%n", "")) if name}


def test_words_are_filled_by_context_and_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.house import words  # noqa: PLC0415 - as above

    monkeypatch.setattr(words, "FOLDER", tmp_path)
    update("widgets")
    first = next(messages("widgets", "ru"))
    given = {f"{first.context}|{first.source}": "слово"}
    assert fill("widgets", "ru", json.loads(json.dumps(given))) == 1
    again = next(m for m in messages("widgets", "ru") if m.source == first.source)
    assert (again.forms, again.done) == (("слово",), True)
