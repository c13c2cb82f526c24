"""Tests of the screens, in real windows over a real shop."""
