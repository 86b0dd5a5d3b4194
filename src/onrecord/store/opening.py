"""Opening a database as a collection: made where there is nothing, brought up to date where it is older.

A file of another program, or of a newer version of this one, is refused and left as it is.
"""

import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from onrecord.core.errors import CollectionError
from onrecord.store.tables import HEAD, VERSION_TABLE

# How long a writer waits for another one before it gives up.
_LOCK_WAIT_S = 30.0


def engine_of(place: str | Path, *, create: bool) -> sa.Engine:
    """A connected engine on a collection of the newest schema.

    Raises:
        CollectionError: the database cannot be opened, is no collection, or is of a newer version.
    """
    url = _url_of(place, create=create)
    try:
        engine = sa.create_engine(url)
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ImportError) as error:
        raise CollectionError(f"{place}: cannot be opened as a collection ({error})") from error
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _set_up_sqlite)
    try:
        _bring_up_to_date(engine, place, create=create)
    except CollectionError:
        engine.dispose()
        raise
    except sa.exc.DBAPIError as error:
        engine.dispose()
        raise CollectionError(f"{place}: cannot be opened as a collection ({error.orig})") from error
    return engine


def _url_of(place: str | Path, *, create: bool) -> sa.URL:
    if isinstance(place, str) and "://" in place:
        try:
            url = sa.make_url(place)
        except sa.exc.ArgumentError as error:
            raise CollectionError(f"{place}: not a database URL") from error
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        return url
    path = Path(place)
    if path.is_dir():
        raise CollectionError(f"{path}: is a folder; name a file, such as {path / 'reports.db'}")
    if not path.exists():
        if not create:
            raise CollectionError(f"{path}: there is no such collection; 'onrecord add' makes one")
        if not path.absolute().parent.is_dir():
            raise CollectionError(f"{path}: the folder {path.absolute().parent} does not exist")
    return sa.URL.create("sqlite", database=str(path))


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute(f"PRAGMA busy_timeout = {int(_LOCK_WAIT_S * 1000)}")
    connection.execute("PRAGMA foreign_keys = ON")
    # Under WAL, NORMAL loses no more than the last transactions when the power fails, and never consistency.
    connection.execute("PRAGMA synchronous = NORMAL")


def _bring_up_to_date(engine: sa.Engine, place: str | Path, *, create: bool) -> None:
    with engine.connect() as connection:
        tables = set(sa.inspect(connection).get_table_names())
        if VERSION_TABLE in tables:
            version = connection.execute(sa.text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
            if version == HEAD:
                return
            if version is not None and version not in _known_versions():
                raise CollectionError(
                    f"{place}: was written by a newer version of onrecord (schema {version}; this one knows {HEAD}). "
                    "Install the newer version to open it; nothing was changed."
                )
        elif tables:
            raise CollectionError(f"{place}: is a database of another program, not a collection; nothing was changed")
        elif not create:
            raise CollectionError(f"{place}: is empty, not a collection")
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # of two that open a new file at once, one waits
        _migrate(connection)
        connection.commit()


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "onrecord.store:migrations")
    return config


def _known_versions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _migrate(connection: sa.Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
