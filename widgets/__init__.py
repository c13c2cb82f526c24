"""Controls of the desk: they know Qt and the tokens of the look, and nothing of cars."""
