"""Settings: the center, its taxes, numbers, people, rights and rules, this computer."""
