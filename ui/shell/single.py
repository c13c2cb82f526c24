"""One desk per data folder: a second start hands over what it was asked to open and goes away.

The lock is a file with the process in it: after kill -9 the next start finds that process gone and takes the lock.
"""

import getpass
import hashlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LOCK = "desk.lock"
_PATIENCE_MS = 2000
_LISTEN_MS = 200
"""The first screen is painted before anybody else is heard: Qt's network is loaded after it."""
_TRY_SECONDS = 0.05
_LONGEST_BYTES = 4096


class SingleInstance(QObject):
    """Whether this process is the folder's only desk, and what later ones ask it to open."""

    asked = Signal(str)
    """A second start happened; what it was asked to open ("work_orders:…"), often empty."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / _LOCK))
        # A lock is never too old: a shop's window stays open for weeks.
        self._lock.setStaleLockTime(0)
        mark = f"{folder.resolve()}\n{getpass.getuser()}"
        self.name = f"carpass-desk-{hashlib.sha256(mark.encode()).hexdigest()[:20]}"
        self._server: QLocalServer | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LISTEN_MS)
        self._soon.timeout.connect(self._listen)

    def claim(self) -> bool:
        """Become the folder's desk; False when another process already is."""
        if not self._lock.tryLock(0):
            return False
        self._soon.start()
        return True

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - see _LISTEN_MS

        # A killed desk leaves its socket behind, and its address would stay in use.
        QLocalServer.removeServer(self.name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._server.listen(self.name)

    def hand_over(self, what: str = "") -> bool:
        """Ask the running desk to come to the front and open ``what``; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - a first start hands nothing over

        socket = QLocalSocket()
        give_up = time.monotonic() + _PATIENCE_MS / 1000
        socket.connectToServer(self.name)
        while not socket.waitForConnected(_PATIENCE_MS):
            # it has the lock and does not listen yet: its first screen is being made
            if time.monotonic() > give_up or self._is_free():
                return False
            time.sleep(_TRY_SECONDS)
            socket.connectToServer(self.name)
        socket.write(what.encode("utf-8")[:_LONGEST_BYTES] + b"\n")
        # The other side says that it heard: only then may this process go.
        heard = socket.waitForBytesWritten(_PATIENCE_MS) and socket.waitForReadyRead(_PATIENCE_MS)
        socket.disconnectFromServer()
        return heard

    def _is_free(self) -> bool:
        free = self._lock.tryLock(0)
        if free:
            self._lock.unlock()
        return free

    def release(self) -> None:
        """Stop listening and give the folder back."""
        self._soon.stop()
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._lock.isLocked():
            self._lock.unlock()

    def _greet(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._hear(socket)

    def _hear(self, socket: "QLocalSocket") -> None:
        if socket.bytesAvailable() > _LONGEST_BYTES + 1:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        what = bytes(socket.readLine().data()).decode("utf-8", errors="replace").strip()
        socket.write(b"heard\n")
        socket.flush()
        self.asked.emit(what)
