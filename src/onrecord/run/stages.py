"""The stages as they are packaged: the weights of :mod:`onrecord.annotate`, the gazetteer, the tables of words."""

import hashlib
from functools import partial
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.annotate.annotator import Annotator
from onrecord.core.extraction import Producer
from onrecord.core.lexicon import cue_acts, event_kinds, lexicon_digest, speech_acts
from onrecord.gazetteer import Gazetteer
from onrecord.interpret import interpret
from onrecord.run.inputs import ingest
from onrecord.run.reader import Stages

if TYPE_CHECKING:
    from onrecord.annotate.session import Session


def packaged_stages(session: "Session | None" = None) -> Stages:
    """Load what is packaged; ``session`` takes the place of the packaged weights.

    Raises:
        WeightsError, ResourceError: something packaged is missing or damaged.
    """
    from onrecord.annotate.session import packaged_session

    # Loaded before the first thread: two threads that load a table at once would hold unequal copies of its entries.
    event_kinds()
    speech_acts()
    cue_acts()
    chosen = session or packaged_session()
    gazetteer = Gazetteer.open()
    resources = hashlib.sha256(f"{gazetteer.digest}\n{lexicon_digest()}".encode()).hexdigest()
    producer = Producer(__version__, chosen.digest, resources)
    return Stages(
        ingest=ingest,
        annotate=Annotator(chosen).annotate,
        interpret=partial(interpret, gazetteer=gazetteer, producer=producer),
        producer=producer,
    )
