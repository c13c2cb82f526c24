"""Tests of the widgets: they know Qt and nothing of cars."""
