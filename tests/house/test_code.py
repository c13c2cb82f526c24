"""What a module may not contain: stubs, hidden imports, silent failures, bare suppressions."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import modules, name_of, parsed

HIDDEN_IMPORTS = {"__import__", "import_module", "exec", "eval", "run_module", "run_path"}
SUPPRESSION = re.compile(
    r"#\s*(?P<kind>noqa|type:\s*ignore|pragma:\s*no\s*(cover|branch)|nosec|fmt:|ruff:)",
    re.IGNORECASE,
)
DIRECTIVE = re.compile(
    r"noqa:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*|type:\s*ignore\[[\w,\s-]+\]|pragma:\s*no\s*(cover|branch)"
    r"|fmt:\s*(skip|off|on)"
)
REASON = re.compile(r"[^\W\d_]{3,}")
# What does nothing on purpose says so.
ON_PURPOSE = re.compile(r"\b(nothing|none)\b", re.IGNORECASE)
PRESSES = {"clicked", "toggled", "triggered"}
SHOWS = {"setVisible", "show"}
WINDOWS = ("Window", "Dialog", "Table", "Cover", "Toasts")
PROVES = re.compile(r"^(assert|check|expect|refuse|compare)")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name):
                yield called.id, node.lineno
            elif isinstance(called, ast.Attribute):
                yield called.attr, node.lineno


def _hidden_imports(tree: ast.AST) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in HIDDEN_IMPORTS)
            or (
                isinstance(node.func, ast.Attribute)
                and node.func.attr in HIDDEN_IMPORTS
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id in {"importlib", "runpy", "builtins"}
            )
        )
    ]


def _comments(text: str) -> Iterator[tuple[str, int]]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string, token.start[0]


def _bare_suppressions(text: str) -> list[str]:
    bare = []
    for comment, line in _comments(text):
        if not SUPPRESSION.search(comment):
            continue
        rest = DIRECTIVE.sub("", comment)
        if rest == comment or not REASON.search(rest):
            bare.append(f"{line}: {comment}")
    return bare


def _says_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _raises_not_implemented(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.Raise) or statement.exc is None:
        return False
    raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"


def _declared_only(tree: ast.Module) -> set[ast.AST]:
    """Functions that declare a shape and have no body by nature: protocols and overloads."""
    declared: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and "Protocol" in {
            base.id for base in node.bases if isinstance(base, ast.Name)
        }:
            declared.update(node.body)
        if isinstance(node, Function) and {"overload", "abstractmethod"} & {
            decorator.id for decorator in node.decorator_list if isinstance(decorator, ast.Name)
        }:
            declared.add(node)
    return declared


def _stubs(tree: ast.Module) -> list[str]:
    declared = _declared_only(tree)
    return [
        f"{node.lineno}: {node.name}"
        for node in ast.walk(tree)
        if isinstance(node, Function)
        and node not in declared
        and not ON_PURPOSE.search(ast.get_docstring(node) or "")
        and all(_says_nothing(part) or _raises_not_implemented(part) for part in node.body)
    ]


def _swallowed(tree: ast.Module) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and all(_says_nothing(part) for part in node.body)
    ]


def _takes_the_state(tree: ast.AST) -> list[int]:
    """Lambdas whose own value a press takes: Qt gives the button's state to whatever parameter comes first."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and isinstance(node.func.value, ast.Attribute)
        and node.func.value.attr in PRESSES
        and node.args
        and isinstance(node.args[0], ast.Lambda)
        and node.args[0].args.defaults
        and not node.args[0].args.args[0].arg.startswith("_")
        and len(node.args[0].args.defaults) == len(node.args[0].args.args)
    ]


def _shown_alone(tree: ast.AST) -> list[int]:
    """Widgets shown before they lie in anything: each is a window of its own then, and takes the keyboard away."""
    found = []
    for function in ast.walk(tree):
        if not isinstance(function, Function):
            continue
        free: dict[str, int] = {}
        for node in sorted(
            (each for each in ast.walk(function) if isinstance(each, ast.stmt | ast.expr)),
            key=lambda each: (each.lineno, each.col_offset),
        ):
            if isinstance(node, ast.Assign) and _makes_a_widget(node.value):
                free |= {ast.unparse(target): node.end_lineno or 0 for target in node.targets}
            elif isinstance(node, ast.Call):
                called = node.func
                if isinstance(called, ast.Attribute) and called.attr in SHOWS:
                    name = ast.unparse(called.value)
                    found += [node.lineno] if node.lineno > free.get(name, node.lineno) else []
                given = [*node.args, *(keyword.value for keyword in node.keywords)]
                for each in given:
                    free.pop(ast.unparse(each), None)
            elif isinstance(node, ast.Tuple | ast.List):
                for each in node.elts:
                    free.pop(ast.unparse(each), None)
    return found


def _makes_a_widget(value: ast.expr) -> bool:
    """Whether something is made that a parent may be given to later; windows are not."""
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id[:1].isupper()
        and not value.func.id.endswith(WINDOWS)
        and not any(keyword.arg == "parent" for keyword in value.keywords)
        and not any(
            isinstance(each, ast.Name | ast.Attribute) and ast.unparse(each).startswith("self")
            for each in value.args[-1:]
        )
    )


def _proves_something(test: Function) -> bool:
    if any(isinstance(node, ast.Assert) for node in ast.walk(test)):
        return True
    return any(
        name in {"raises", "fail", "warns"} or PROVES.match(name.lstrip("_"))
        for name, _ in _calls(test)
    )


def _found(check: object, path: Path) -> dict[str, object]:
    return {name_of(path): check} if check else {}


def test_every_module_says_what_it_is() -> None:
    silent = [name_of(path) for path in modules() if not ast.get_docstring(parsed(path))]
    assert silent == []


def test_imports_are_written_down() -> None:
    found: dict[str, object] = {}
    for path in modules():
        found |= _found(_hidden_imports(parsed(path)), path)
    assert found == {}


def test_a_suppression_names_its_rule_and_gives_a_reason() -> None:
    found: dict[str, object] = {}
    for path in modules():
        found |= _found(_bare_suppressions(path.read_text(encoding="utf-8")), path)
    assert found == {}


def test_no_function_is_a_stub() -> None:
    found: dict[str, object] = {}
    for path in modules():
        found |= _found(_stubs(parsed(path)), path)
    assert found == {}


def test_no_failure_is_swallowed() -> None:
    found: dict[str, object] = {}
    for path in modules():
        found |= _found(_swallowed(parsed(path)), path)
    assert found == {}


def test_a_press_keeps_what_its_button_stands_for() -> None:
    found: dict[str, object] = {}
    for path in modules():
        found |= _found(_takes_the_state(parsed(path)), path)
    assert found == {}


def test_nothing_is_a_window_of_its_own_for_a_moment() -> None:
    found: dict[str, object] = {}
    for path in modules():
        if name_of(path).startswith(("ui/", "widgets/")):
            found |= _found(_shown_alone(parsed(path)), path)
    assert found == {}


def test_every_test_can_fail() -> None:
    found = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in modules()
        if path.name.startswith("test_")
        for node in ast.walk(parsed(path))
        if isinstance(node, Function)
        and node.name.startswith("test_")
        and not _proves_something(node)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("import importlib\nimportlib.import_module('app')\n", _hidden_imports),
        ("__import__('app')\n", _hidden_imports),
        ("def complete():\n    '''Completes.'''\n", _stubs),
        ("def complete():\n    raise NotImplementedError('soon')\n", _stubs),
        ("async def complete():\n    ...\n", _stubs),
        ("try:\n    x()\nexcept ValueError:\n    pass\n", _swallowed),
        ("bill.clicked.connect(lambda key=key: show(key))\n", _takes_the_state),
        (
            "def f(row):\n    x = Bar()\n    x.setVisible(True)\n    row.addWidget(x)\n",
            _shown_alone,
        ),
    ],
)
def test_the_rules_catch_what_they_are_for(planted: str, rule: object) -> None:
    assert callable(rule)
    assert rule(ast.parse(planted))


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa",
        "# noqa: S101",
        "# type: ignore",
        "# type: ignore[arg-type]",
        "# fmt: skip",
        "# noqa - a reason why",
    ],
)
def test_a_bare_suppression_is_caught(comment: str) -> None:
    assert _bare_suppressions(f"x = 1  {comment}\n")


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: S101 - the reason stands here",
        "# type: ignore[arg-type]  # the stubs are wrong here",
        "# two rows of a table  # fmt: skip",
        "# the word noqa in a sentence",
    ],
)
def test_a_reasoned_suppression_passes(comment: str) -> None:
    assert _bare_suppressions(f"x = 1  {comment}\n") == []
