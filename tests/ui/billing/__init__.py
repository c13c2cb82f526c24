"""Tests of the page of invoices and payments."""
