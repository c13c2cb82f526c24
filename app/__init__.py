"""What the shop can do: verbs that write, reads that answer; no Qt, no network."""

__version__ = "0.1.0"
