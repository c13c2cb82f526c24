"""Controls of the desk: they know Qt and the tokens of the look, and nothing of cars."""

import widgets.lasting  # noqa: F401 - before anything of Qt is called
