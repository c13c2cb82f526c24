"""The layout engine: text, tables, pages. Knows nothing of cars."""
