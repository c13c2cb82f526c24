"""Screens of the desk: the shell around them, and one room for each capability."""

import widgets  # noqa: F401 - before anything of Qt
