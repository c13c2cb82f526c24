"""The search index of the first schema: an external-content trigram table on SQLite, pg_trgm on PostgreSQL."""

LITE = (
    """CREATE VIRTUAL TABLE search_fts
       USING fts5(folded, content='search_row', content_rowid='id', tokenize='trigram')""",
    # an erased name leaves the index at once, not at some later merge
    "INSERT INTO search_fts(search_fts, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER search_row_added AFTER INSERT ON search_row BEGIN
       INSERT INTO search_fts(rowid, folded) VALUES (NEW.id, NEW.folded); END""",
    """CREATE TRIGGER search_row_removed AFTER DELETE ON search_row BEGIN
       INSERT INTO search_fts(search_fts, rowid, folded)
       VALUES ('delete', OLD.id, OLD.folded); END""",
    """CREATE TRIGGER search_row_changed AFTER UPDATE ON search_row BEGIN
       INSERT INTO search_fts(search_fts, rowid, folded)
       VALUES ('delete', OLD.id, OLD.folded);
       INSERT INTO search_fts(rowid, folded) VALUES (NEW.id, NEW.folded); END""",
)
POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX ix_search_row_trigrams ON search_row USING gin (folded gin_trgm_ops)",
)
