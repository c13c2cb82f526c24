"""Tests of Today."""
