"""The theme dresses the program: every window stands still meanwhile, so never for nothing."""

from PySide6.QtWidgets import QApplication

from widgets.theme import install, theme


def test_what_looks_as_before_is_not_dressed_anew(qapp: QApplication) -> None:
    look = install(qapp, "light")
    dressed = look.dressed
    look.use(reduced_motion=not look.reduced_motion)
    look.use(mode="light", scale=look.scale)
    assert theme().dressed is dressed
    look.use(mode="dark")
    assert look.dressed is not dressed
    look.use(mode="light", reduced_motion=not look.reduced_motion)
