"""How the tables came to be: Alembic migrations, run in-process by ``schema.migrate``."""
