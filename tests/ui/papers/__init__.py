"""Tests of the preview and of printing."""
