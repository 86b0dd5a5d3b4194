"""Corpora of events: WikiEvents, RAMS, M2E2, brought to one set of types and roles.

WikiEvents marks all its types; M2E2 marks eight, so that elsewhere nothing is known of the others; RAMS marks one
event a window, so that only that event is known.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from onrecord.annotate.labels import EVENT_ROLES, EVENT_TYPES
from training.documents import ALLOWED, UNKNOWN, Document, Link, span_targets

M2E2_TYPES = {
    "Conflict:Attack": "Conflict.Attack",
    "Movement:Transport": "Movement.Transportation",
    "Life:Die": "Life.Die",
    "Justice:Arrest-Jail": "Justice.ArrestJailDetain",
    "Contact:Meet": "Contact.Meet",
    "Conflict:Demonstrate": "Conflict.Demonstrate",
    "Contact:Phone-Write": "Contact.PhoneWrite",
    "Transaction:Transfer-Money": "Transaction.TransferMoney",
}

M2E2_ROLES = {
    ("Movement:Transport", "Artifact"): "passengerartifact",
    ("Movement:Transport", "Agent"): "transporter",
    ("Life:Die", "Agent"): "killer",
    ("Contact:Meet", "Entity"): "participant",
    ("Contact:Phone-Write", "Entity"): "participant",
    ("Conflict:Demonstrate", "Entity"): "demonstrator",
    ("Justice:Arrest-Jail", "Person"): "detainee",
    ("Justice:Arrest-Jail", "Agent"): "jailer",
}
"""Where M2E2's name of a role differs from WikiEvents' in lower case."""

RAMS_TYPES = {
    "life.die": "Life.Die",
    "life.injure": "Life.Injure",
    "conflict.attack": "Conflict.Attack",
    "conflict.demonstrate": "Conflict.Demonstrate",
    "conflict.yield": "Conflict.Yield",
    "contact.collaborate": "Contact.Collaborate",
    "contact.discussion.meet": "Contact.Meet",
    "contact.negotiate.meet": "Contact.Meet",
    "contact.discussion.correspondence": "Contact.PhoneWrite",
    "contact.discussion": "Contact.Contact",
    "contact.negotiate": "Contact.Contact",
    "contact.mediastatement": "Contact.Contact",
    "contact.publicstatementinperson": "Contact.Contact",
    "contact.prevarication": "Contact.Prevarication",
    "contact.commitmentpromiseexpressintent": "Contact.Promise",
    "contact.commandorder": "Contact.RequestCommand",
    "contact.requestadvise": "Contact.RequestCommand",
    "contact.threatencoerce": "Contact.ThreatenCoerce",
    "transaction.transfermoney.embargosanction": "Transaction.Sanction",
    "transaction.transferownership.embargosanction": "Transaction.Sanction",
    "transaction.transaction.embargosanction": "Transaction.Sanction",
    "transaction.transfermoney.giftgrantprovideaid": "Transaction.Donation",
    "transaction.transferownership.giftgrantprovideaid": "Transaction.Donation",
    "transaction.transaction.giftgrantprovideaid": "Transaction.Donation",
    "transaction.transfermoney": "Transaction.TransferMoney",
    "transaction.transferownership": "Transaction.ExchangeBuySell",
    "transaction.transaction": "Transaction.ExchangeBuySell",
    "artifactexistence.damagedestroy": "ArtifactExistence.DamageDestroyDisableDismantle",
    "manufacture.artifact": "ArtifactExistence.ManufactureAssemble",
    "movement.transportperson": "Movement.Transportation",
    "movement.transportartifact": "Movement.Transportation",
    "justice.arrestjaildetain": "Justice.ArrestJailDetain",
    "justice.judicialconsequences.convict": "Justice.Convict",
    "justice.judicialconsequences.execute": "Justice.Execute",
    "justice.judicialconsequences.extradite": "Justice.Extradite",
    "justice.judicialconsequences": "Justice.Sentence",
    "justice.initiatejudicialprocess.trialhearing": "Justice.TrialHearing",
    "justice.initiatejudicialprocess": "Justice.ChargeIndict",
    "justice.investigate": "Justice.InvestigateCrime",
    "government.agreements": "Government.Agreements",
    "government.legislate": "Government.Legislate",
    "government.spy": "Government.Spy",
    "government.vote": "Government.Vote",
    "personnel.endposition": "Personnel.EndPosition",
    "personnel.startposition": "Personnel.StartPosition",
    "personnel.elect": "Personnel.Elect",
    "inspection.sensoryobserve": "Cognitive.Inspection",
    "disaster.accidentcrash": "Disaster.Crash",
    "disaster.fireexplosion": "Disaster.FireExplosion",
}
"""By the longest prefix; contact.funeralvigil and government.formation have no counterpart."""

ROLE_NAMES = {
    "passenger": "passengerartifact",
    "damager": "destroyer",
    "damagerdestroyer": "destroyer",
    "disabler": "destroyer",
    "dismantler": "destroyer",
    "manufacturer": "manufacturerassembler",
    "inspector": "observer",
    "monitor": "observer",
    "inspectedentity": "observedentity",
    "monitoredentity": "observedentity",
    "surrenderer": "yielder",
    "retreater": "yielder",
    "executioner": "killer",
    "artifactmoney": "artifact",
    "driverpassenger": "passengerartifact",
    "territoryorfacility": "target",
    "deceased": "victim",
    "otherparticipant": "participant",
    "granter": "giver",
}
"""Roles of RAMS and WikiEvents that are one role here under another name."""

_ABBREVIATIONS = frozenset("Lt Gen Mr Mrs Ms Dr Col Maj Capt Sgt St Gov Sen Rep Brig Adm No Jr".split())
_CONTACTS = ("Contact.Contact", "Contact.Meet", "Contact.PhoneWrite")


def _role(name: str) -> str | None:
    plain = name.lower()
    plain = ROLE_NAMES.get(plain, plain)
    return plain if plain in EVENT_ROLES else None


def rams_type(label: str) -> str | None:
    """Our type of a RAMS type of three levels; None where there is no counterpart."""
    levels = label.split(".")
    for length in (3, 2):
        if (found := RAMS_TYPES.get(".".join(levels[:length]))) is not None:
            return found
    return None


def _sentence_starts(tokens: list[str]) -> list[int]:
    """WikiEvents' train part has its sentences cut at every stop; here a title's stop does not end one."""
    starts = [0]
    for i in range(1, len(tokens)):
        ends = tokens[i - 1] in {".", "?", "!"} or (tokens[i - 1] in {"”", '"'} and tokens[i - 2] in {".", "?", "!"})
        if ends and not tokens[i][0].islower() and tokens[i] not in {"”", '"'} and tokens[i - 2] not in _ABBREVIATIONS:
            starts.append(i)
    return starts


def _nearest(tokens: list[str], wanted: str, place: int) -> tuple[int, int] | None:
    """The occurrence of an argument's words that is nearest to its trigger."""
    parts = wanted.split()
    places = [i for i in range(len(tokens) - len(parts) + 1) if tokens[i : i + len(parts)] == parts]
    if not places or not parts:
        return None
    start = min(places, key=lambda i: (abs(i - place), i))
    return start, start + len(parts)


def _event_document(corpus: str, tokens: list[str], starts: list[int], events: list[tuple[str, Link]]) -> Document:
    document = Document(corpus, tokens, starts, closed=frozenset({"argument"}))
    targets = span_targets("trigger", len(tokens), [(*link.anchor, kind) for kind, link in events])
    for kind, link in events:
        if kind == "Contact.Contact":
            start, end = link.anchor
            targets[start] = ALLOWED["trigger"].one_of([f"B-{contact}" for contact in _CONTACTS])
            targets[start + 1 : end] = ALLOWED["trigger"].one_of([f"I-{contact}" for contact in _CONTACTS])
    document.targets["trigger"] = targets
    by_anchor: dict[tuple[int, int], tuple[tuple[int, int, str], ...]] = {}
    for _, link in events:  # one word may tell of two events; their participants are then found together
        by_anchor[link.anchor] = by_anchor.get(link.anchor, ()) + link.spans
    document.links["argument"] = [Link(anchor, spans) for anchor, spans in by_anchor.items()]
    return document


def wikievents_train(data: Path) -> Iterator[Document]:
    """206 articles; types at two levels, arguments as strings."""
    for line in (data / "wikievents" / "train_derived.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tokens = [token or "-" for token in row["tokens"]]
        events = []
        for mention in row["event_mentions"]:
            start, end = mention["trigger"]["start_idx"], mention["trigger"]["end_idx"]
            if mention["event_type"] not in EVENT_TYPES or start >= end:
                continue
            spans = []
            for argument in mention["arguments"]:
                place, role = _nearest(tokens, argument["text"], start), _role(argument["role"])
                if place and role:
                    spans.append((*place, role))
            events.append((mention["event_type"], Link((start, end), tuple(spans))))
        yield _event_document("wikievents", tokens, _sentence_starts(tokens), events)


def wikievents_dev(data: Path) -> Iterator[Document]:
    """20 articles with entities; types are cut to two levels."""
    for line in (data / "wikievents" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        entities = {entity["id"]: (entity["start"], entity["end"]) for entity in row["entity_mentions"]}
        events = []
        for mention in row["event_mentions"]:
            kind = ".".join(mention["event_type"].split(".")[:2])
            if kind not in EVENT_TYPES:
                continue
            spans = tuple(
                (*entities[argument["entity_id"]], role)
                for argument in mention["arguments"]
                if (role := _role(argument["role"])) and argument["entity_id"] in entities
            )
            events.append((kind, Link((mention["trigger"]["start"], mention["trigger"]["end"]), spans)))
        starts, position = [], 0
        for sentence in row["sentences"]:
            starts.append(position)
            position += len(sentence[0])
        yield _event_document("wikievents", row["tokens"], starts, events)


def rams(data: Path, part: str) -> Iterator[Document]:
    """924 windows of five sentences; a fifth of the source pages (by digest of the address) is held out as "dev"."""
    for line in (data / "rams" / "dev.jsonlines").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        held_out = hashlib.sha256(row["source_url"].encode()).digest()[0] % 5 == 0
        kind = rams_type(row["evt_triggers"][0][2][0][0])
        if held_out != (part == "dev") or kind is None:
            continue
        words: list[str] = []
        starts: list[int] = []
        for sentence in row["sentences"]:
            starts.append(len(words))
            words += sentence
        start, end = row["evt_triggers"][0][0], row["evt_triggers"][0][1] + 1
        spans = tuple(
            (place[0], place[1] + 1, role) for _, place, name in row["gold_evt_links"] if (role := _role(name[11:]))
        )
        document = Document("rams", words, starts)
        targets = np.full(len(words), UNKNOWN, dtype=np.int16)
        targets[start] = ALLOWED["trigger"].label(f"B-{kind}")
        targets[start + 1 : end] = ALLOWED["trigger"].label(f"I-{kind}")
        document.targets["trigger"] = targets
        document.links["argument"] = [Link((start, end), spans)]
        yield document


def m2e2(data: Path, part: str) -> Iterator[Document]:
    """VOA sentences of one part; neighbours of one article stay together."""
    wanted = set((data / "m2e2" / f"split1_{part}.txt").read_text(encoding="utf-8").split())
    unmarked = set(EVENT_TYPES) - set(M2E2_TYPES.values())
    articles: dict[str, list[dict]] = {}
    with gzip.open(data / "m2e2" / "sentences.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            if row["sentence_id"] in wanted:
                articles.setdefault(row["sentence_id"].rpartition("_")[0], []).append(row)
    for rows in articles.values():
        words: list[str] = []
        starts: list[int] = []
        triggers: list[tuple[int, int, str]] = []
        links: list[Link] = []
        for row in rows:
            offset = len(words)
            starts.append(offset)
            words += row["words"]
            for event in row["golden-event-mentions"]:
                kind = event["event_type"]
                start, end = offset + event["trigger"]["start"], offset + event["trigger"]["end"]
                triggers.append((start, end, M2E2_TYPES[kind]))
                spans = []
                for argument in event["arguments"]:
                    role = _role(M2E2_ROLES.get((kind, argument["role"]), argument["role"]))
                    if role:
                        spans.append((offset + argument["start"], offset + argument["end"], role))
                links.append(Link((start, end), tuple(spans)))
        document = Document("m2e2", words, starts, closed=frozenset({"argument"}))
        document.targets["trigger"] = span_targets("trigger", len(words), triggers, unmarked=unmarked)
        document.links["argument"] = links
        yield document
