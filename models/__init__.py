"""Entities, their states and the pure rules of the trade; one shared metadata, no I/O."""
