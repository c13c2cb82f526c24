"""Who works here: signing in, the lock, switching."""
