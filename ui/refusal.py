"""Before there is a desk: a shop that cannot be opened is told in a window, not only on a console."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow

from app.kernel.errors import UserError
from ui.dressing import Look, dress, make_application
from ui.shell.refused import Refused

_SIZE = QSize(1024, 640)


def ask_again(look: Look, error: UserError) -> bool:
    """Show why the shop cannot be opened until a person decides; True for another try."""
    app = make_application()
    dress(app, look)
    window = QMainWindow()
    window.setWindowTitle("CarPass Desk")
    screen = Refused(error)
    chosen = []
    screen.again.connect(lambda: chosen.append(True))
    for decided in (screen.again, screen.left):
        decided.connect(window.close)
    window.setCentralWidget(screen)
    window.resize(_SIZE)
    window.show()
    app.exec()
    window.deleteLater()
    return bool(chosen)
