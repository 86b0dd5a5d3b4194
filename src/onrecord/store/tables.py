"""The tables of a collection, for SQLite and PostgreSQL alike.

Rows are only ever added; ids depend on content alone, so that what is written twice is written once. One extraction
is kept per article *and producer*: a newer version adds its reading beside the older ones. The flat rows of
``events`` and ``statements`` are there to be queried; the extraction's JSON is the record.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

# The newest migration in ``migrations/versions``; a test holds the two together.
HEAD = "0001"
VERSION_TABLE = "onrecord_schema"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

producers = Table(
    "producers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # 1, 2, 3 … in the order in which they came
    Column("version", Text, nullable=False),
    Column("weights", Text, nullable=False),
    Column("resources", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("producer_id", Text, ForeignKey("producers.id"), nullable=False),
    Column("inputs", Text, nullable=False),  # as the caller named them
    Column("shard_count", Integer, nullable=False),
    Column("started_at", Text, nullable=False),  # UTC, ISO 8601
)

shards = Table(
    "shards",
    metadata,
    Column("id", Text, primary_key=True),
    Column("run_id", Text, ForeignKey("runs.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("read", Integer, nullable=False),
    Column("added", Integer, nullable=False),
    Column("already_there", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("finished_at", Text, nullable=False),
    UniqueConstraint("run_id", "position"),
)

skips = Table(
    "skips",
    metadata,
    Column("shard_id", Text, ForeignKey("shards.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("item", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("agency", Text),
    Column("byline", Text),
    Column("language", Text),
    Column("url", Text),
    Column("published_earliest", Date),
    Column("published_latest", Date),
    Column("published_from", Text),
    Column("item", Text, nullable=False),  # the input that first gave it
    Column("shard_id", Text, ForeignKey("shards.id"), nullable=False),
    Index(None, "published_earliest", "id"),
    Index(None, "sha256"),
)

extractions = Table(
    "extractions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False),
    Column("producer_id", Text, ForeignKey("producers.id"), nullable=False),
    Column("shard_id", Text, ForeignKey("shards.id"), nullable=False),
    Column("schema", Text, nullable=False),
    Column("json", Text, nullable=False),
    UniqueConstraint("article_id", "producer_id"),
)

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("extraction_id", Text, ForeignKey("extractions.id"), nullable=False),
    Column("local_id", Text, nullable=False),  # "e1", as in the JSON
    Column("position", Integer, nullable=False),
    Column("category", Text),  # none for the few kinds that PLOVER has no category for
    Column("mode", Text),
    Column("kind", Text, nullable=False),
    Column("cameo", Text),
    Column("polarity", Text, nullable=False),
    Column("realis", Text, nullable=False),
    Column("tense", Text, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("precision", Text),
    Column("place", Text),
    Column("country", Text),
    Column("geonames", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("confidence", Float, nullable=False),
    UniqueConstraint("extraction_id", "position"),
    Index(None, "category", "kind"),
    Index(None, "country", "earliest"),
    Index(None, "earliest"),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("extraction_id", Text, ForeignKey("extractions.id"), nullable=False),
    Column("local_id", Text, nullable=False),  # "s1", as in the JSON
    Column("position", Integer, nullable=False),
    Column("parent_id", Text),  # the statement inside which it is told; none for the publisher's own voice
    Column("source", Text),  # the words that name the speaker
    Column("entity", Text),  # the speaker's entity in the JSON
    Column("act", Text, nullable=False),
    Column("manner", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    UniqueConstraint("extraction_id", "position"),
    Index(None, "source"),
)

statement_events = Table(
    "statement_events",
    metadata,
    Column("statement_id", Text, ForeignKey("statements.id"), primary_key=True),
    Column("event_id", Text, ForeignKey("events.id"), primary_key=True),
    Index(None, "event_id"),
)
