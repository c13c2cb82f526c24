"""Tests of the screens of arrivals."""
