"""Measured ratios: how fast, and beside which limit."""
