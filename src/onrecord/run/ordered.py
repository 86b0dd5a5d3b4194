"""A map over threads that gives its results in the order of what it was given, and never runs far ahead.

>>> list(map_in_order(str.upper, ["a", "b", "c"], n_threads=2))
['A', 'B', 'C']
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

# Work begun per thread beyond what was handed on: enough that a long report does not stop the other thread, and few
# enough that memory stays flat.
AHEAD_PER_THREAD = 4

Given = TypeVar("Given")
Made = TypeVar("Made")


def map_in_order(
    make: Callable[[Given], Made], items: Iterable[Given], *, n_threads: int
) -> Generator[Made, None, None]:
    """``make`` of each item, in order; when the iterator is closed, what was not begun is dropped.

    Raises:
        Whatever ``make`` raises, in the place of its result.
    """
    executor = ThreadPoolExecutor(max_workers=n_threads, thread_name_prefix="onrecord")
    begun: deque[Future[Made]] = deque()
    try:
        for item in items:
            begun.append(executor.submit(make, item))
            if len(begun) >= n_threads * AHEAD_PER_THREAD:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
