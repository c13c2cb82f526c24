"""Screens of the desk: the shell around them, and one room for each capability."""
