"""Customers & cars."""
