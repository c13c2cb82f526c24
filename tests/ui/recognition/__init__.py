"""The page that reads photos."""
