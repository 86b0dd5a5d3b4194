"""The words of the record: categories, roles, acts. Kinds and their crosswalks are data, in ``resources/events.yaml``.

Categories are PLOVER's sixteen (openeventdata/PLOVER); acts are documented in ``docs/acts.md``.
"""

from enum import StrEnum


class Category(StrEnum):
    """PLOVER's sixteen event categories, 2021 edition."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Role(StrEnum):
    """What a participant is to an event."""

    INITIATOR = "initiator"
    TARGET = "target"
    VICTIM = "victim"
    INSTRUMENT = "instrument"
    PLACE = "place"
    TIME = "time"
    PURPOSE = "purpose"
    BENEFICIARY = "beneficiary"


class Polarity(StrEnum):
    """Whether the words say that it was so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Realis(StrEnum):
    """Whether it happened, is meant to happen, might happen, or happens as a habit."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    GENERIC = "generic"


class Tense(StrEnum):
    """When it happens, seen from the report."""

    PAST = "past"
    ONGOING = "ongoing"
    FUTURE = "future"


class Harm(StrEnum):
    """What was done to the people counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"


class Manner(StrEnum):
    """Whose words the content is in: the speaker's, the reporter's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What a speaker does by speaking."""

    SAY = "say"
    REPORT = "report"
    CONFIRM = "confirm"
    DENY = "deny"
    REJECT = "reject"
    ACCUSE = "accuse"
    BLAME = "blame"
    CONDEMN = "condemn"
    CRITICISE = "criticise"
    PRAISE = "praise"
    DEFEND = "defend"
    WARN = "warn"
    THREATEN = "threaten"
    DEMAND = "demand"
    APPEAL = "appeal"
    PROMISE = "promise"
    ADMIT = "admit"
    CLAIM_RESPONSIBILITY = "claim-responsibility"
    DENY_RESPONSIBILITY = "deny-responsibility"
    DENY_KNOWLEDGE = "deny-knowledge"
    QUESTION = "question"
    PREDICT = "predict"
    EXPRESS = "express"
