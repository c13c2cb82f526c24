"""Tests of the stock on the screen."""
