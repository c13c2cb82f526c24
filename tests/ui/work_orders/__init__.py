"""Work orders on the screen."""
