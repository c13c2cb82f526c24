"""Asking the server whether it is there and speaks with this program."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from sync.worker import Client, Refused, Unreachable


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; ``problem`` is a sentence, empty when the server answered."""

    problem: str = ""


def check_server(url: str) -> Answer:
    """Ask for the server's versions; waits for the network, so not on the drawing thread."""
    try:
        with Client(url) as client:
            client.versions()
    except Unreachable:
        words = QCoreApplication.translate("SyncPage", "{url} does not answer: check the network.")
        return Answer(words.format(url=url))
    except Refused as error:
        words = QCoreApplication.translate("SyncPage", "{url} answers, but says no: {why}")
        return Answer(words.format(url=url, why=error.reason))
    return Answer()
