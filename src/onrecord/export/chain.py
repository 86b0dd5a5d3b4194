"""Who says so, as a reader would say it: "Yusuf al-Hadi, according to the Ashur news agency, in the Ashur Daily"."""

from collections.abc import Iterator

from onrecord.core.annotations import MentionForm
from onrecord.core.extraction import Event, Extraction, Source, Statement

NOT_NAMED = "somebody not named"
OWN_VOICE = "the report itself"

# The separator of a chain, read "as told by".
TOLD_BY = " < "


def statement_by_id(extraction: Extraction) -> dict[str, Statement]:
    """The extraction's statements by their ids."""
    return {statement.id: statement for statement in extraction.statements}


def speaker_of(statement: Statement, extraction: Extraction) -> str:
    """The speaker's name where one is known, or else the words of the report for them; the publisher for ``s0``."""
    if statement.parent is None:
        return extraction.article.publisher or OWN_VOICE
    if not isinstance(statement.source, Source):
        return NOT_NAMED
    names = {entity.id: entity.name for entity in extraction.entities}
    words = " ".join(statement.source.span.of(extraction.article.text).split())
    return names.get(statement.source.entity or "", words)


def are_several(statement: Statement, extraction: Extraction) -> bool:
    """Whether the speaker is described in the plural ("two officials", "police"); names count as one."""
    source = statement.source
    if not isinstance(source, Source):
        return False
    if source.count is not None and source.count > 1:
        return True
    named = any(
        mention.form is MentionForm.NAME and mention.span.end >= source.span.end and mention.span.overlaps(source.span)
        for entity in extraction.entities
        if entity.id == source.entity
        for mention in entity.mentions
    )
    last = source.span.of(extraction.article.text).lower().rstrip(" ,").split()[-1]
    return not named and (last in _PLURALS or (last.endswith("s") and not last.endswith(("ss", "us", "is"))))


_PLURALS = frozenset({"police", "people", "they", "we", "media", "spokespeople", "men", "women"})


def chain_of(statement: Statement, extraction: Extraction) -> Iterator[Statement]:
    """The statement, the one inside which it is told, and so on to the publisher's own voice."""
    known = statement_by_id(extraction)
    seen: set[str] = set()
    here: Statement | None = statement
    while here is not None and here.id not in seen:
        seen.add(here.id)
        yield here
        here = known.get(here.parent) if here.parent is not None else None


def said_by(event: Event, extraction: Extraction) -> list[str]:
    """One chain of speakers for each statement on whose word the event stands, innermost speaker first."""
    known = statement_by_id(extraction)
    return [
        TOLD_BY.join(speaker_of(one, extraction) for one in chain_of(known[statement], extraction))
        for statement in event.statements
        if statement in known
    ]
