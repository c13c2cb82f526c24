"""Typed builders: databases, shops and records for tests."""
