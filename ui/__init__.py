"""Screens: what people see and press; each room is one capability, the shell is around them."""
