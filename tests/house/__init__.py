"""Rules of this house that no ready-made tool checks."""
