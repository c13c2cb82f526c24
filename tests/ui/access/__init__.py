"""Tests of signing in and locking."""
