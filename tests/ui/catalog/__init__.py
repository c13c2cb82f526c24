"""Tests of the catalogue on the screen."""
