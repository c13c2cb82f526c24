"""Tests of the Sync page and of the exchange that runs beside it."""
