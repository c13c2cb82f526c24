"""Tests of verbs and reads, on both databases."""
