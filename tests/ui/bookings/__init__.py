"""Tests of the calendar's screens."""
