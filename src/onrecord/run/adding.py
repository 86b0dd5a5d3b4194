"""Reading into a collection: shard by shard, each written whole together with its line in the ledger.

:meth:`Adding.steps` is a generator; whoever walks it may stop at any step. Then the shard in work is dropped, the
finished ones stay, and the same inputs given again go on from there. What a run gives depends neither on where it was
stopped nor on the number of threads.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from onrecord.core.extraction import Skipped
from onrecord.run.inputs import Input, digest_of
from onrecord.run.ordered import map_in_order
from onrecord.run.reader import Reader, thread_count
from onrecord.store.collection import Collection
from onrecord.store.ledger import Counts, RunPlan
from onrecord.store.rows import Result

# A kill loses at most one shard, some four seconds of work on one core; a commit costs a few milliseconds.
SHARD_SIZE = 64


@dataclass(frozen=True, slots=True)
class Step:
    """What was dealt with since the last step; ``written`` is set when a shard is safe on disk.

    ``found_done`` marks what an earlier sitting had read and written.
    """

    n_inputs: int = 0
    n_bytes: int = 0
    skipped: tuple[Skipped, ...] = ()
    written: Counts | None = None
    found_done: bool = False


class Adding:
    """One run over ``inputs``, begun or taken up again."""

    def __init__(
        self,
        collection: Collection,
        reader: Reader,
        inputs: Sequence[Input | Skipped],
        *,
        named: Sequence[str],
        shard_size: int = SHARD_SIZE,
    ) -> None:
        self._collection = collection
        self._reader = reader
        self._shards = [inputs[start : start + shard_size] for start in range(0, len(inputs), shard_size)]
        self.n_inputs = len(inputs)
        self.n_bytes = sum(_size(one) for one in inputs)
        self._plan = RunPlan(reader.producer, tuple(named), digest_of(inputs), len(self._shards))

    @property
    def run_id(self) -> str:
        """The run's id in the ledger."""
        return self._plan.run_id

    def steps(self) -> Generator[Step, None, None]:
        """Read what is not done yet; close the iterator to stop."""
        done = self._collection.begin_run(self._plan)
        if done:
            yield self._found_done(done)
        pending = [position for position in range(len(self._shards)) if position not in done]
        attempt = partial(self._reader.attempt, is_known=self._is_known)
        results = map_in_order(
            attempt, (one for position in pending for one in self._shards[position]), n_threads=thread_count()
        )
        try:
            for position in pending:
                yield from self._read_shard(position, results)
        finally:
            results.close()

    def run(self) -> Counts:
        """All steps at once; the counts of the whole run."""
        return sum((step.written for step in self.steps() if step.written), Counts())

    def _read_shard(self, position: int, results: Iterator[Result]) -> Iterator[Step]:
        gathered: list[Result] = []
        for one in self._shards[position]:
            result = next(results)
            gathered.append(result)
            yield Step(1, _size(one), (result,) if isinstance(result, Skipped) else ())
        yield Step(written=self._collection.write_shard(self.run_id, position, gathered))

    def _found_done(self, done: dict[int, Counts]) -> Step:
        """What an earlier, stopped or finished, walk over the same inputs has left to be told again."""
        before = sum(done.values(), Counts())
        return Step(
            n_inputs=sum(len(self._shards[position]) for position in done),
            n_bytes=sum(_size(one) for position in done for one in self._shards[position]),
            skipped=tuple(self._collection.skips(self.run_id)),
            written=Counts(before.read, 0, before.added + before.already_there, before.skipped),
            found_done=True,
        )

    def _is_known(self, article_id: str) -> bool:
        return self._collection.holds(article_id, self._reader.producer)


def _size(one: Input | Skipped) -> int:
    return one.n_bytes() if isinstance(one, Input) else 0
