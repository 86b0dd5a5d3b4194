"""The options by which a caller says what is known of a report."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

from onrecord.core.errors import SettingsError

if TYPE_CHECKING:
    from onrecord.ingest.given import Given

Command = TypeVar("Command", bound=Callable[..., object])


class Day(click.ParamType[dt.date]):
    """A day of the calendar, as 2024-02-08."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        from onrecord.run.reader import day_of

        try:
            day = day_of(value if isinstance(value, dt.date) else str(value))
        except SettingsError as error:
            self.fail(str(error), param, ctx)
        assert day is not None
        return day


DAY = Day()


def fact_options(command: Command) -> Command:
    """``--date``, ``--publisher`` and ``--url``; what is given wins over what a report says of itself."""
    date = click.option("--date", type=DAY, metavar="DAY", help="Day of publication, as 2024-02-08.")
    publisher = click.option("--publisher", metavar="NAME", help="Who printed it.")
    url = click.option("--url", metavar="URL", help="Where it was printed; never fetched.")
    return date(publisher(url(command)))


class Facts(TypedDict):
    """The values of :func:`fact_options`."""

    date: dt.date | None
    publisher: str | None
    url: str | None


def given_of(facts: Facts) -> "Given":
    """The facts as ingest takes them."""
    from onrecord.ingest.given import Given

    return Given(facts["date"], facts["publisher"], facts["url"])
