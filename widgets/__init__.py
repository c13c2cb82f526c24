"""Controls of the desk: they know Qt and the tokens of the look, and nothing of cars."""

import widgets.imports
import widgets.lasting  # noqa: F401 - both before anything else of Qt is loaded or called
