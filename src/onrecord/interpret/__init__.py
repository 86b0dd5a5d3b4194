"""From annotations to what a report puts on the record: entities, events, statements, times, places, tolls."""

from onrecord.interpret.interpretation import interpret

__all__ = ["interpret"]
