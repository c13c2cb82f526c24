"""Tests that watch every event of the window."""
