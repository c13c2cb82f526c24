"""The desk's side of sync: the only place that talks to the network, and nothing waits for it.

`pair` makes this computer a device of the center, `exchange` does one round (pull, then push), `Worker` does rounds in
the background: on new records, on a timer, when the network is back, and by the button.
"""

from sync.worker.client import Client, Refused, Unreachable
from sync.worker.pairing import pair, unpair
from sync.worker.rounds import Outcome, exchange
from sync.worker.runner import Worker

__all__ = ["Client", "Outcome", "Refused", "Unreachable", "Worker", "exchange", "pair", "unpair"]
