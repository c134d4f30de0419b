"""Where a journal is kept: one encrypted SQLite file and the key file beside it."""
