"""Worked days of a shop, told to their last figure."""
