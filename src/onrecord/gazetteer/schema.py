"""The tables of the packaged gazetteer, shared by the program that reads them and the build that writes them.

Coordinates are whole numbers of 1/10,000 degree (about ten metres). Places that are not in GeoNames have negative ids.
"""

SCHEMA_VERSION = "1"
DEGREE = 10_000

# How an alias may be matched: by anybody; only by a query with capitals ("IS" is not "is"); only as a publisher's name
# ("Sun" on a publisher line is a newspaper, in a sentence it is not).
ANY_CASE, CAPITALS_ONLY, PUBLISHER_ONLY = 0, 1, 2

# Before the folded name of a place in `place_name`: an abbreviation, found only by a query with a stop or in capitals.
INITIALS_MARK = "."

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE country (
  iso2 TEXT PRIMARY KEY, iso3 TEXT NOT NULL, numeric INTEGER NOT NULL, name TEXT NOT NULL, fips TEXT, cow INTEGER,
  gw INTEGER, capital TEXT, continent TEXT NOT NULL, adjective TEXT
) WITHOUT ROWID;
CREATE TABLE country_word (kind TEXT, folded TEXT, iso2 TEXT NOT NULL, PRIMARY KEY (kind, folded)) WITHOUT ROWID;
CREATE TABLE admin1 (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, admin1 INTEGER, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
  feature INTEGER NOT NULL, population INTEGER NOT NULL, radius INTEGER
);
CREATE TABLE place_name (folded TEXT, place INTEGER, PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE TABLE actor (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sector TEXT,
  parent TEXT, valid_from TEXT, valid_to TEXT, office TEXT, agency INTEGER NOT NULL
);
CREATE TABLE actor_name (
  folded TEXT, actor INTEGER, matching INTEGER NOT NULL, PRIMARY KEY (folded, actor)
) WITHOUT ROWID;
CREATE INDEX actor_id ON actor (id);
"""
