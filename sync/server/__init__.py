"""The reference server: keeps what desks push, asks owners, answers with changes."""
