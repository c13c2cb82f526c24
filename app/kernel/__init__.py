"""What every capability stands on: the one door for writing, database, audit, numbers, clock."""
