"""Events of the bundled reports, through the whole program, against their coded answers.

A coded event is found where an event of the program has a mention that overlaps its trigger; events that the program
tells and nobody coded lower the precision. Of the events found, the share with the right kind, category, realis and
background flag, and the F1 of roles (role and overlapping words), places (country and name), times (first day) and
tolls (harm, low, high). The bundled reports were used while the rules were written: these are figures of a dev set.
"""

import sys

from benchmarks.command import Benchmark, Figures, Request, main
from benchmarks.gold import CORPUS, CodedReport, coded_reports
from benchmarks.scoring import Counts, percent
from onrecord.core.dates import DateInterval
from onrecord.core.extraction import Event, EventPlace, EventTime, Extraction, PlaceLink
from onrecord.core.lexicon import event_kinds
from onrecord.core.ontology import Role
from onrecord.gazetteer import fold

ROLES = (Role.INITIATOR, Role.TARGET, Role.VICTIM, Role.INSTRUMENT)


def matched(report: CodedReport, extraction: Extraction) -> list[tuple[dict[str, object], Event]]:
    """Pairs of a coded event and the program's event for it, one to one."""
    free = list(extraction.events)
    pairs: list[tuple[dict[str, object], Event]] = []
    for answer in report.answers["events"]:
        trigger = report.span(answer["trigger"])
        for event in free:
            if any(mention.overlaps(trigger) for mention in event.mentions):
                pairs.append((answer, event))
                free.remove(event)
                break
    return pairs


def _fillers(answer: dict[str, object], role: str) -> list[str]:
    value = answer.get(role)
    return list(value) if isinstance(value, list) else [value] if isinstance(value, str) else []


def _role_counts(report: CodedReport, answer: dict[str, object], event: Event) -> Counts:
    counts = Counts()
    for role in ROLES:
        gold = [report.span(words) for words in _fillers(answer, role)]
        found = [filler.span for filler in event.roles if filler.role is role]
        right = sum(any(span.overlaps(other) for other in found) for span in gold)
        counts += Counts(right, max(right, len(found)), len(gold))
    return counts


def _place_counts(answer: dict[str, object], event: Event) -> Counts:
    gold = (answer.get("country"), answer.get("place_name"))
    value = event.place.value if isinstance(event.place, EventPlace) else None
    found = (value.country, value.name) if isinstance(value, PlaceLink) else None
    right = found is not None and gold[1] is not None and found[0] == gold[0] and _same_name(found[1], str(gold[1]))
    return Counts(int(right), int(found is not None), int(gold[1] is not None))


def _same_name(found: str, gold: str) -> bool:
    """Whether two spellings name one place: folded alike, or one the other with a word for its kind behind it."""
    one, other = fold(found), fold(gold)
    return one == other or one.startswith(other + " ") or other.startswith(one + " ")


def _time_counts(answer: dict[str, object], event: Event) -> Counts:
    gold = answer.get("time")
    value = event.time.value if isinstance(event.time, EventTime) else None
    found = value.earliest.isoformat() if isinstance(value, DateInterval) else None
    right = found is not None and isinstance(gold, str) and found.startswith(gold.split("/")[0])
    return Counts(int(right), int(found is not None), int(gold is not None))


def _toll_counts(answer: dict[str, object], event: Event) -> Counts:
    tolls = answer.get("tolls") or []
    gold = [(toll["harm"], toll.get("low"), toll.get("high")) for toll in tolls] if isinstance(tolls, list) else []
    found = [(toll.harm.value, toll.low, toll.high) for toll in event.tolls]
    right = sum(one in found for one in gold)
    return Counts(right, max(right, len(found)), len(gold))


def measure(request: Request) -> Figures:
    """Reads every coded report and compares."""
    kinds = event_kinds()
    counts = {name: Counts() for name in ("event", "role", "place", "time", "toll")}
    right = dict.fromkeys(("kind", "category", "realis", "background"), 0)
    for report in coded_reports():
        extraction = request.product.read(report.article)
        pairs = matched(report, extraction)
        counts["event"] += Counts(len(pairs), len(extraction.events), len(report.answers["events"]))
        for answer, event in pairs:
            kind = kinds.get(str(answer["kind"]))
            right["kind"] += answer["kind"] == event.kind
            right["category"] += kind is not None and kind.category is event.category
            right["realis"] += answer.get("realis", "actual") == event.realis
            right["background"] += bool(answer.get("background")) == event.background
            counts["role"] += _role_counts(report, answer, event)
            counts["place"] += _place_counts(answer, event)
            counts["time"] += _time_counts(answer, event)
            counts["toll"] += _toll_counts(answer, event)
    figures = {f"{name}_f1": count.f1 for name, count in counts.items()}
    figures["event_precision"], figures["event_recall"] = counts["event"].precision, counts["event"].recall
    return figures | {name: percent(number, counts["event"].right) for name, number in right.items()}


EVENTS_GOLD = Benchmark("events_gold", (CORPUS,), measure)

if __name__ == "__main__":
    sys.exit(main(EVENTS_GOLD))
