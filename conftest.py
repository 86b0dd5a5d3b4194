"""What pytest leaves alone when it looks for examples in docstrings."""

# Alembic runs this module with its context set up; it cannot be imported without.
collect_ignore = ["src/onrecord/store/migrations/env.py"]
