"""The store: home of SQLAlchemy. Empty until the first record is kept."""
