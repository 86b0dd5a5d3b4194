"""Distances and middles on the globe.

>>> round(distance_km((33.34, 44.40), (36.34, 43.13)))  # Baghdad to Mosul
353
"""

from collections.abc import Sequence
from math import asin, ceil, cos, fsum, radians, sin, sqrt

Point = tuple[float, float]

_EARTH_KM = 6371.0


def distance_km(left: Point, right: Point) -> float:
    """Great-circle distance of two (latitude, longitude) points in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*left, *right))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def middle(points: Sequence[Point]) -> Point:
    """The middle of the land that the points cover: the mean over half-degree cells, each counted once.

    A plain mean would sit where towns are dense. Longitudes are turned to lie about the first point's, so that a
    region across the date line has its middle inside.
    """
    first = points[0][1]
    cells: dict[tuple[int, int], list[Point]] = {}
    for lat, lon in points:
        turned = (lon - first + 180) % 360 - 180 + first
        cells.setdefault((int(lat * 2 // 1), int(turned * 2 // 1)), []).append((lat, turned))
    # fsum, not sum: Python 3.12 adds more exactly than 3.11, and the build must give the same bytes with both.
    means = [
        (fsum(lat for lat, _ in cell) / len(cell), fsum(lon for _, lon in cell) / len(cell)) for cell in cells.values()
    ]
    lat = fsum(point[0] for point in means) / len(means)
    lon = fsum(point[1] for point in means) / len(means)
    return lat, (lon + 180) % 360 - 180


def reach_km(centre: Point, points: Sequence[Point]) -> int:
    """Whole kilometres from ``centre`` to the farthest of the points, rounded up; 0 for a single place."""
    return ceil(max(distance_km(centre, point) for point in points))
