"""One report with its coded answer, made by hand, and the fakes that give it: the way of a report without weights."""

import datetime as dt

from onrecord.core.annotations import Annotations, Mention, MentionForm, MentionKind
from onrecord.core.article import (
    Article,
    Block,
    BlockKind,
    Dateline,
    LeftOut,
    LeftOutKind,
    Published,
    PublishedFrom,
)
from onrecord.core.dates import DateInterval, DayPart
from onrecord.core.extraction import (
    ActorLink,
    Entity,
    Event,
    EventPlace,
    EventTime,
    Extraction,
    Note,
    PlaceLink,
    Producer,
    RoleFiller,
    Skipped,
    SkipReason,
    Source,
    Statement,
    Toll,
    Unresolved,
)
from onrecord.core.ontology import Act, Category, Harm, Manner, Polarity, Role
from onrecord.core.spans import Span
from onrecord.run.inputs import Input
from onrecord.run.reader import Stages

TITLE = "Drone strike hits depot near Sinjar 🔥"
BODY = (
    "SINJAR, March 4 - A drone strike on a depot near Sinjar killed at least two fighters on Monday night, "
    "the army said. “We saw the flames from the ridge”, said Yusuf al-Hadi (يوسف الهادي), according to the "
    "Ashur news agency. The militia denied that any of its men had died. "
    "Separately, hundreds of people marched through the old market."
)
TEXT = f"{TITLE}\n\n{BODY}"
PRODUCER = Producer("0.1.0", "sha256:weights", "sha256:resources")


def words(phrase: str, *, text: str = TEXT, nth: int = 0) -> Span:
    """Where ``phrase`` stands in the handmade report; the test fails loudly where it does not."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return Span(start, start + len(phrase))


def article(*, url: str | None = "https://ashur.example/a1", ending: str = "") -> Article:
    """The handmade report; ``ending`` is added to its text, which makes it another report."""
    text = TEXT + ending
    body_start = len(TITLE) + 2
    return Article(
        text=text,
        blocks=(
            Block(BlockKind.TITLE, Span(0, len(TITLE))),
            Block(BlockKind.DATELINE, words("SINJAR, March 4 -")),
            Block(BlockKind.PARAGRAPH, Span(body_start + len("SINJAR, March 4 - "), len(text))),
        ),
        publisher="Ashur Daily – آشور",
        byline="Nour Aziz",
        agency="AFP",
        url=url,
        language="en",
        published=Published(
            DateInterval.day(dt.date(2025, 3, 4)),
            PublishedFrom.JSON_LD,
            dt.datetime(2025, 3, 4, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=3))),
        ),
        dateline=Dateline(words("SINJAR, March 4 -"), words("SINJAR"), words("March 4")),
        left_out=(LeftOut(LeftOutKind.PAGE_CONTROLS, "copy short url"),),
    )


SINJAR = PlaceLink(448149, "Sinjar", "IQ", "Nineveh", 36.32, 41.86, "city")


def _name(kind: MentionKind, phrase: str, *, nth: int = 0, form: MentionForm = MentionForm.NAME) -> Mention:
    span = words(phrase, nth=nth)
    return Mention(kind, form, span, span, 0.93)


def extraction_of(report: Article, producer: Producer = PRODUCER) -> Extraction:
    """The coded answer of the handmade report, for any article that begins with its text."""
    entities = (
        Entity(
            "n1",
            MentionKind.MILITARY,
            "the army",
            (_name(MentionKind.MILITARY, "the army", form=MentionForm.NOMINAL),),
            actor=Unresolved("several actors of this name"),
        ),
        Entity(
            "n2",
            MentionKind.PERSON,
            "Yusuf al-Hadi",
            (_name(MentionKind.PERSON, "Yusuf al-Hadi"), _name(MentionKind.PERSON, "يوسف الهادي")),
        ),
        Entity(
            "n3",
            MentionKind.MEDIA,
            "Ashur news agency",
            (_name(MentionKind.MEDIA, "Ashur news agency"),),
            actor=ActorLink("ashur", "Ashur news agency", "IRQ", "MED"),
        ),
        Entity("n4", MentionKind.ARMED_GROUP, "The militia", (_name(MentionKind.ARMED_GROUP, "The militia"),)),
        Entity("n5", MentionKind.PLACE, "Sinjar", (_name(MentionKind.PLACE, "Sinjar", nth=1),), place=SINJAR),
    )
    strike = Event(
        id="e1",
        category=Category.ASSAULT,
        kind="drone-strike",
        trigger=words("drone strike"),
        mode="aerial",
        cameo="195",
        mentions=(words("Drone strike"), words("drone strike")),
        roles=(
            RoleFiller(Role.TARGET, words("a depot"), None, 0.8),
            RoleFiller(Role.INSTRUMENT, words("drone"), None, 0.9),
            RoleFiller(Role.VICTIM, words("fighters"), "n4", 0.71, carried=True),
        ),
        time=EventTime(words("Monday night"), DateInterval.day(dt.date(2025, 3, 3), DayPart.NIGHT)),
        place=EventPlace(words("Sinjar", nth=1), SINJAR),
        tolls=(Toll(Harm.KILLED, 2, None, words("at least two fighters"), who="fighters", group="combatant"),),
        statements=("s1", "s4"),
        confidence=0.9123,
    )
    march = Event(
        id="e2",
        category=Category.PROTEST,
        kind="march",
        trigger=words("marched"),
        roles=(RoleFiller(Role.INITIATOR, words("hundreds of people"), None, 0.66),),
        polarity=Polarity.POSITIVE,
        place=EventPlace(words("the old market"), Unresolved("not a name")),
        background=True,
        confidence=0.5,
    )
    statements = (
        Statement("s0", Unresolved("the publisher"), None, (), Manner.DIRECT, Act.REPORT, None, events=("e2",)),
        Statement(
            "s1",
            Source(words("the army"), "n1"),
            words("said"),
            (words("A drone strike on a depot near Sinjar killed at least two fighters on Monday night"),),
            Manner.INDIRECT,
            Act.SAY,
            "s0",
            events=("e1",),
            confidence=0.88,
        ),
        Statement(
            "s2",
            Source(words("the Ashur news agency"), "n3"),
            words("according to"),
            (words("“We saw the flames from the ridge”, said Yusuf al-Hadi (يوسف الهادي)"),),
            Manner.INDIRECT,
            Act.REPORT,
            "s0",
        ),
        Statement(
            "s3",
            Source(words("Yusuf al-Hadi"), "n2"),
            words("said", nth=1),
            (words("“We saw the flames from the ridge”"),),
            Manner.DIRECT,
            Act.SAY,
            "s2",
            quotes=(words("“We saw the flames from the ridge”"),),
            said_at=words("the ridge"),
            via="Ashur news agency",
        ),
        Statement(
            "s4",
            Source(words("The militia"), "n4"),
            words("denied"),
            (words("that any of its men had died"),),
            Manner.INDIRECT,
            Act.DENY,
            "s0",
            about="n1",
            events=("e1",),
            said=EventTime(words("Monday night"), Unresolved("no anchor")),
        ),
    )
    return Extraction(
        producer,
        report,
        entities,
        (strike, march),
        statements,
        (Note("interpret", "too-long-a-sentence", "one sentence was cut"),),
    )


def fake_ingest(one: Input) -> Article | Skipped:
    """Each file is the handmade report with the file's own words at its end; "skip" and "loud" make trouble."""
    content = one.content if isinstance(one.content, bytes) else one.content.read_bytes()
    words_of_it = content.decode("utf-8", "surrogateescape")
    if words_of_it.startswith("skip"):
        return Skipped(one.name, "ingest", SkipReason.NOT_AN_ARTICLE, "a list of other reports")
    return article(url=one.given.url or "https://ashur.example/a1", ending=f" {words_of_it}")


def fake_stages(annotator: "FakeAnnotator | None" = None, producer: Producer = PRODUCER) -> Stages:
    """The way of a report with nothing real in it but its types."""
    annotator = annotator or FakeAnnotator()
    return Stages(fake_ingest, annotator.annotate, lambda report, _: extraction_of(report, producer), producer)


class FakeAnnotator:
    """Annotates nothing, counts its calls, and fails on reports that hold the words it is told to fail on."""

    def __init__(self, *, fails_on: str = "\0never") -> None:
        self.fails_on = fails_on
        self.texts: list[str] = []

    def annotate(self, report: Article) -> Annotations:
        self.texts.append(report.text)
        if self.fails_on in report.text:
            raise ZeroDivisionError("a bug, made for the test")
        return Annotations(sentences=())
