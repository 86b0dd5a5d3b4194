"""What the annotator can say: the heads of the encoder, the taggers that start from an anchor, and their labels.

A head labels each word once; a tagger labels each word once for every anchor (a cue, a trigger, a predicate), so
that spans may nest and come in parts. Both speak BIO. The weights carry a digest of these tables: weights made for
other tables are refused.

>>> HEADS["cue"].labels
('O', 'B-cue', 'I-cue')
"""

import hashlib
from dataclasses import dataclass
from types import MappingProxyType


def bio(*classes: str) -> tuple[str, ...]:
    """The labels of a BIO scheme over ``classes``; "O" is the first."""
    return ("O", *(f"{prefix}-{name}" for name in classes for prefix in "BI"))


@dataclass(frozen=True, slots=True)
class LabelSet:
    """The labels of one head or tagger, in the order of its columns."""

    name: str
    labels: tuple[str, ...]

    @property
    def is_bio(self) -> bool:
        """Whether the labels make spans; otherwise each word has its own."""
        return self.labels[0] == "O"


UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())

EVENT_TYPES = tuple(
    """
    Life.Die Life.Injure Life.Infect Conflict.Attack Conflict.Demonstrate Conflict.Defeat Conflict.Yield
    Contact.Contact Contact.Meet Contact.PhoneWrite Contact.RequestCommand Contact.ThreatenCoerce Contact.Promise
    Contact.Prevarication Contact.Collaborate Movement.Transportation Justice.ArrestJailDetain Justice.ChargeIndict
    Justice.InvestigateCrime Justice.Sentence Justice.Convict Justice.TrialHearing Justice.ReleaseParole
    Justice.Acquit Justice.Execute Justice.Extradite ArtifactExistence.DamageDestroyDisableDismantle
    ArtifactExistence.ManufactureAssemble GenericCrime.GenericCrime Cognitive.IdentifyCategorize
    Cognitive.Inspection Cognitive.Research Cognitive.TeachingTrainingLearning Transaction.ExchangeBuySell
    Transaction.TransferMoney Transaction.Donation Transaction.Sanction Medical.Intervention
    Control.ImpedeInterfereWith Disaster.Crash Disaster.FireExplosion Disaster.DiseaseOutbreak Personnel.EndPosition
    Personnel.StartPosition Personnel.Elect Government.Agreements Government.Legislate Government.Spy
    Government.Vote
    """.split()
)
"""WikiEvents' types at two levels, with meetings and calls told apart (M2E2), and RAMS's types of politics."""

EVENT_ROLES = tuple(
    """
    victim place target participant attacker defendant explosivedevice communicator detainee artifact
    passengerartifact destination killer instrument recipient investigator topic components vehicle jailer
    judgecourt transporter acquiredentity origin injurer identifiedobject identifier identifiedrole perpetrator
    prosecutor observedentity giver observer patient manufacturerassembler demonstrator paymentbarter researcher
    destroyer treater impeder employee preventer placeofemployment money crime beneficiary spy candidate voter
    yielder law governmentbody police bodypart
    """.split()
)

PREDICATE_ROLES = tuple(
    """
    ARG0 ARG1 ARG2 ARG3 ARG4 ARGM-TMP ARGM-ADV ARGM-MOD ARGM-NEG ARGM-ADJ ARGM-LOC ARGM-MNR ARGM-DIS ARGM-EXT
    ARGM-PRP ARGM-CAU ARGM-PRR ARGM-LVB ARGM-DIR ARGM-PRD ARGM-GOL ARGM-CXN ARGM-COM R-ARG0 R-ARG1 R-ARG2
    """.split()
)

_HEADS = (
    LabelSet("names", bio("person", "organisation", "group", "place", "weapon", "vehicle")),
    LabelSet(
        "re3d",
        bio(
            "DocumentReference",
            "Location",
            "MilitaryPlatform",
            "Money",
            "Nationality",
            "Organisation",
            "Person",
            "Quantity",
            "Temporal",
            "Vehicle",
            "Weapon",
        ),
    ),
    LabelSet(
        "politics",
        bio(
            "country",
            "election",
            "event",
            "location",
            "misc",
            "organisation",
            "person",
            "politicalparty",
            "politician",
        ),
    ),
    LabelSet("wnut17", bio("corporation", "creative-work", "group", "location", "person", "product")),
    LabelSet("nominals", bio("person", "organisation", "place", "object")),
    LabelSet("upos", UPOS),
    LabelSet("cue", bio("cue")),
    LabelSet("trigger", bio(*EVENT_TYPES)),
    LabelSet("predicate", bio("predicate")),
)

_TAGGERS = (
    LabelSet("attribution", bio("source", "content")),
    LabelSet("argument", bio(*EVENT_ROLES)),
    LabelSet("frame", bio(*PREDICATE_ROLES)),
)

HEADS = MappingProxyType({head.name: head for head in _HEADS})
TAGGERS = MappingProxyType({tagger.name: tagger for tagger in _TAGGERS})
ANCHOR_HEAD = MappingProxyType({"attribution": "cue", "argument": "trigger", "frame": "predicate"})
"""Which head finds the anchors of each tagger."""

TAGGER_WIDTH = 192
"""Hidden units of each tagger."""

REACH = 100
"""A tagger looks this many words to either side of its anchor; further words share the outermost position."""


def ontology_digest() -> str:
    """SHA-256 over the names and labels of all heads and taggers and the taggers' shape."""
    parts = [f"{label_set.name}:{' '.join(label_set.labels)}" for label_set in (*_HEADS, *_TAGGERS)]
    parts.append(f"width={TAGGER_WIDTH} reach={REACH}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
