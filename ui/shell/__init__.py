"""The shell: the window, its pages, and everything that is there on every page."""
