"""One file per document: plain data in, bytes out."""
