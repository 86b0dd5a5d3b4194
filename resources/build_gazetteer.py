"""Build the packaged gazetteer from the tables beside this file and GeoNames data.

python resources/build_gazetteer.py            # write it
python resources/build_gazetteer.py --check    # exit 1 if the packaged file is not what the tables give
"""

import argparse
import sys
import tempfile
from pathlib import Path

from gazetteer_build.actors import actor_rows
from gazetteer_build.countries import country_rows
from gazetteer_build.database import write
from gazetteer_build.places import PlaceTable
from gazetteer_build.sources import SourceError

PACKAGED = Path(__file__).parent.parent / "src" / "onrecord" / "gazetteer" / "data" / "gazetteer.sqlite"


def build(path: Path) -> dict[str, int]:
    """Write the gazetteer to ``path``; gives the number of rows by table."""
    countries = country_rows()
    actors = actor_rows(countries)
    places = PlaceTable()
    places.add_countries(countries)
    places.add_towns(countries)
    places.add_regions()
    places.add_own()
    return write(path, countries, places, actors)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the packaged file instead of writing it")
    check = parser.parse_args().check
    try:
        if not check:
            PACKAGED.parent.mkdir(parents=True, exist_ok=True)
            counts = build(PACKAGED)
            print(f"{PACKAGED.stat().st_size / 1e6:.2f} MB;", ", ".join(f"{n} {name}" for name, n in counts.items()))
            return 0
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / "gazetteer.sqlite"
            build(fresh)
            same = PACKAGED.is_file() and fresh.read_bytes() == PACKAGED.read_bytes()
    except SourceError as error:
        print(f"build_gazetteer: {error}", file=sys.stderr)
        return 2
    if not same:
        print("the packaged gazetteer is not what resources/ gives: run resources/build_gazetteer.py", file=sys.stderr)
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
