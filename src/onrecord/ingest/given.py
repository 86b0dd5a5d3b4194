"""What the caller already knows of a report; it wins over everything that the report says of itself."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """The caller's word: the day of publication, the publisher and the address; None where nothing was given."""

    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
