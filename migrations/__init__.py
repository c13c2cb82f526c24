"""The migrations: one history of the schema for SQLite and PostgreSQL."""
