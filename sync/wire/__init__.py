"""The published contract: what travels between a desk and the server."""
