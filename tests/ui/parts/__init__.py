"""Shared car-aware pieces."""
