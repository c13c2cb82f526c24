"""Controls of the desk: they know Qt and the tokens of the look, and nothing of cars."""

# before anything else of Qt is loaded or called
import widgets.imports
import widgets.lasting  # noqa: F401
