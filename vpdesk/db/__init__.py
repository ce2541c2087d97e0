"""The store: rows and values, units of work, migrations, backups. The only home of SQLAlchemy, Alembic and psycopg."""
