"""Reads a folder into a collection with fake stages, in a process of its own that a test may kill.

Arguments: folder, collection, seconds that each report takes.
"""

import dataclasses
import sys
import time

from handmade import fake_stages

from onrecord.core.annotations import Annotations
from onrecord.core.article import Article
from onrecord.run.adding import Adding
from onrecord.run.inputs import gather
from onrecord.run.reader import Reader
from onrecord.store.collection import Collection


def main(folder: str, place: str, seconds: str) -> None:
    def slowly(_report: Article) -> Annotations:
        time.sleep(float(seconds))
        return Annotations(sentences=())

    reader = Reader(stages=dataclasses.replace(fake_stages(), annotate=slowly))
    with Collection.open(place) as collection:
        for step in Adding(collection, reader, gather([folder]), named=[folder], shard_size=8).steps():
            if step.written:
                print("shard", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
