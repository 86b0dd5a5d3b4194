"""The whole interpretation of one report, from annotations to extraction."""

from dataclasses import replace

from onrecord.core.annotations import Annotations
from onrecord.core.article import Article
from onrecord.core.extraction import Event, Extraction, Producer, Statement
from onrecord.gazetteer import Gazetteer
from onrecord.interpret.context import Context
from onrecord.interpret.entities import EntityBook
from onrecord.interpret.events import find_events
from onrecord.interpret.quantities import find_tolls
from onrecord.interpret.quotes import Quotes
from onrecord.interpret.reading import Reading
from onrecord.interpret.statements import build_statements
from onrecord.interpret.times import find_times
from onrecord.interpret.told import find_told


def interpret(article: Article, annotations: Annotations, gazetteer: Gazetteer, producer: Producer) -> Extraction:
    """All that one report puts on the record. Deterministic; reads nothing but its arguments."""
    reading = Reading(article.text, annotations)
    times = find_times(article, annotations.sentences)
    tolls = find_tolls(article, annotations.sentences)
    quotes = Quotes(article)
    book = EntityBook(article, reading, gazetteer, quotes)
    told = find_told(article, reading, quotes)
    context = Context(article, reading, book, quotes, told, times, tolls)
    statements = build_statements(context)
    events, notes = find_events(context)
    return Extraction(
        producer=producer,
        article=article,
        entities=book.entities(),
        events=events,
        statements=_tied(statements, events),
        skipped=notes,
    )


def _tied(statements: tuple[Statement, ...], events: tuple[Event, ...]) -> tuple[Statement, ...]:
    """The statements with the events that each of them speaks of."""
    tied = []
    for statement in statements:
        spoken = [
            event.id
            for event in events
            if statement.id in event.statements
            or (statement.cue is not None and any(p.holds(m) for p in statement.content for m in event.mentions))
        ]
        tied.append(replace(statement, events=tuple(spoken)))
    return tuple(tied)
