"""Tests of the contract, the worker and the reference server."""
