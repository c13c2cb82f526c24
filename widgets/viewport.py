"""The viewport of a scroll area, without teaching Python every control that Qt has."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def viewport_of(area: QAbstractScrollArea) -> QWidget:
    """What scrolls in ``area``, the same as its ``viewport()``.

    That one answers with a widget of which PySide does not know what it is, and for the first such answer it makes
    the classes of all controls, 25 ms of a start. What is looked for by its name is taken for what it says it is.
    """
    found = area.findChild(QWidget, "qt_scrollarea_viewport")
    return area.viewport() if found is None else found
