"""Times that hold on a machine with other work to do: processor time, and the best of a few tries.

>>> least_seconds(lambda: sum(range(10)), enough=1.0) < 1.0
True
"""

import time
from collections.abc import Callable

# Below this a ratio of two times says more of the machine than of the code.
LEAST_MEASURED = 0.02


def least_seconds(work: Callable[[], object], *, enough: float = 0.0, tries: int = 3) -> float:
    """The least processor time that ``work`` took in a few tries; no further try once one took ``enough`` or less."""
    least = float("inf")
    for _ in range(tries):
        began = time.process_time()
        work()
        least = min(least, time.process_time() - began)
        if least <= enough:
            break
    return least


def growth(work: Callable[[int], object], small: int, large: int) -> float:
    """How many times the processor time of ``work(small)`` it takes to do ``work(large)``."""
    before = max(least_seconds(lambda: work(small)), LEAST_MEASURED)
    return least_seconds(lambda: work(large)) / before
