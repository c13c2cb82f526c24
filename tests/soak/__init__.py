"""The long column: what the ordinary run tries a few times, tried by seed until the time is over."""
