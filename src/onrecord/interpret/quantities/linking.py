"""Which count belongs to which word of harm, within one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.core.ontology import Harm
from onrecord.interpret.quantities.counts import Count, find_counts
from onrecord.interpret.quantities.grammar import (
    has_before,
    has_verb_after,
    is_clause_verb,
    is_passive,
    is_resumed,
    one_clause,
    tells_of_flight,
)
from onrecord.interpret.quantities.words import (
    ASSAULTS,
    CLAIM_VERBS,
    HARM_WORDS,
    HAVE,
    LINKS,
    PART_WORDS,
    TAKE_VERBS,
    HarmWord,
    Shape,
)

_REACH = 18  # tokens between a subject and its verb; what stands farther apart is another clause in nearly every case
_TOLL_REACH = 14
_SHARE = frozenset(
    "and or then later were was been being subsequently reportedly also had have , & / tortured shot".split()
)
_MIDDLE = frozenset("reportedly allegedly at also in off down".split())
_RISING = frozenset(
    "to at of is was reached reaches reaching passed passes passing exceeded exceeds exceeding topped tops stands stood"
    " hits hit surpassed :".split()
)
_NO_SUBJECT = frozenset(
    "it this that there he she they we i you who which what when where on in at the a an and but or as if"
    " meanwhile".split()
)
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Linked:
    """A count, what happened to the counted, and the index of the word that says so."""

    count: Count
    harm: Harm
    trigger: int
    part_of: bool = False
    cumulative: bool = False


def link_tolls(words: Sequence[str]) -> list[Linked]:
    """The tolls of one sentence, given as its words."""
    if not any(word.lower() in HARM_WORDS or word.lower() in ("toll", "hostage", "casualties") for word in words):
        return []
    return _Sentence(words).link()


class _Sentence:
    """One sentence while its tolls are put together; a count is given to one word of harm only."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.lower = [word.lower() for word in words]
        self.counts = find_counts(words)
        self.parts = {count.start for count in self.counts if self._is_part(count)}
        self.taken: dict[int, int] = {}  # a count's start → its trigger
        self.linked: list[Linked] = []

    def link(self) -> list[Linked]:
        self._link_running_totals()
        for trigger, word in enumerate(self.lower):
            known = HARM_WORDS.get(word)
            if word in ASSAULTS and self.lower[trigger + 1 : trigger + 3] == ["to", "death"]:
                self._link_people(trigger, Harm.KILLED)
            elif known is not None:
                self._link_word(trigger, known)
            elif word == "hostage" and self.lower[trigger - 1 : trigger] in (["taken"], ["held"]):
                self._link_left(trigger, Harm.ABDUCTED)
            elif word == "casualties" and trigger:
                self._link_no_casualties(trigger)
        self._link_parts()
        return self.linked

    # the places where the counted stand

    def _link_word(self, trigger: int, known: HarmWord) -> None:
        inside = next((one for one in self.counts if one.who and one.who[0] <= trigger < one.who[1]), None)
        if inside is not None:
            if known.shape is not Shape.NOUN or has_before(self.lower, trigger, TAKE_VERBS, 6):
                self._take([inside], known.harm, trigger)
            return
        if self.lower[trigger] in ("shot", "stabbed"):
            self._link_assault(trigger)
            return
        match known.shape:
            case Shape.NOUN:
                self._link_noun(trigger, known.harm)
            case Shape.ACTIVE:
                self._link_right(trigger, known.harm)
            case Shape.INTRANSITIVE:
                if known.harm is not Harm.DISPLACED or tells_of_flight(self.lower, trigger):
                    self._link_left(trigger, known.harm)
            case Shape.STATE:
                if not (self.lower[trigger - 1 : trigger] == ["shot"] and self._link_right(trigger, known.harm)):
                    self._link_left(trigger, known.harm)
            case Shape.PARTICIPLE:
                self._link_people(trigger, known.harm)

    def _link_people(self, trigger: int, harm: Harm) -> None:
        if is_passive(self.lower, trigger) or not self._link_right(trigger, harm):
            self._link_left(trigger, harm)

    def _link_assault(self, trigger: int) -> None:
        """ "Shot" is an injury, "fatally shot" a death; beside "dead" or "killed" that word tells of it."""
        following = self.lower[trigger + 1 : trigger + 3]
        other = following[:1] == ["and"] and len(following) > 1 and following[1] in HARM_WORDS
        if (
            following[:1] in (["dead"], ["down"], ["at"])
            or other
            or self.lower[trigger - 1 : trigger] in (["a"], ["the"])
        ):
            return
        fatal = self.lower[trigger - 1 : trigger] == ["fatally"] or "fatally" in following
        self._link_people(trigger, Harm.KILLED if fatal else Harm.INJURED)

    def _link_noun(self, trigger: int, harm: Harm) -> None:
        word = self.lower[trigger]
        following = self.lower[trigger + 1 : trigger + 2]
        if word == "lives":
            if following == ["of"] and has_before(self.lower, trigger, CLAIM_VERBS, 4):
                self._link_right(trigger + 1, harm, names=trigger)
            elif has_before(self.lower, trigger, CLAIM_VERBS, 6):
                own = self._count_before(trigger, gap=0)
                if own is not None:
                    self._take([own], harm, trigger)
                elif self.lower[trigger - 1 : trigger] == ["their"]:
                    self._link_left(trigger, harm)
            return
        if following == ["toll"]:
            return
        if following == ["of"]:
            self._link_right(trigger + 1, harm, names=trigger)
            return
        own = self._count_before(trigger, gap=0)
        if own is not None and not own.singular:
            self._take([own], harm, trigger)

    def _link_right(self, trigger: int, harm: Harm, names: int | None = None) -> bool:
        """The people after the word: "killed three soldiers and two civilians", "killed and wounded 12"."""
        position = trigger + 1
        if names is None and self.lower[position : position + 1] == ["of"]:
            position += 1
        starts = {count.start for count in self.counts}
        while position not in starts and self._passes_over(position, opens=position == trigger + 1):
            position += 1
        first = next((one for one in self.counts if one.start == position and one.start not in self.parts), None)
        if first is None or (has_verb_after(self.lower, first.stop) and not first.singular and first.who is not None):
            return False
        either = "or" in self.lower[trigger + 1 : position] or (
            self.lower[trigger - 1 : trigger] == ["or"] and self.taken.get(first.start) is not None
        )
        if first.start in self.taken and not (either or self._shares(self.taken[first.start], trigger)):
            return False
        chain = self._chain_right(first)
        if either:
            chain = [replace(one, low=None) for one in chain]
        self._take(chain, harm, trigger if names is None else names)
        return True

    def _passes_over(self, position: int, *, opens: bool) -> bool:
        """Whether the word may stand between a verb and the people: "killed and wounded 12", "killed at least"."""
        word, following = [*self.lower[position : position + 2], "", ""][:2]
        if word in ("and", "or", "/"):
            return following in HARM_WORDS
        if word in HARM_WORDS:
            return not opens and HARM_WORDS[word].shape in (Shape.PARTICIPLE, Shape.ACTIVE)
        return word in _MIDDLE

    def _chain_right(self, first: Count) -> list[Count]:
        chain = [first]
        for count in self.counts:
            last = chain[-1]
            if count.start <= last.start:
                continue
            between = self.lower[last.stop : count.start]
            joined = between in (["and"], [","], [",", "and"], ["as", "well", "as"], ["plus"])
            if not joined or count.start in self.parts or has_verb_after(self.lower, count.stop):
                break
            if between == [","] and self._is_apposition(count):
                break
            chain.append(count)
        return chain

    def _is_apposition(self, count: Count) -> bool:
        """Whether one person behind a comma is a speaker by office: "wounded two workers, the governor, X, said"."""
        follows = any(other.start == count.stop + 1 for other in self.counts)
        behind = self.lower[count.stop : count.stop + 1]
        return count.singular and behind != ["and"] and not (behind == [","] and follows)

    def _link_left(self, trigger: int, harm: Harm) -> None:
        """The people before the word: "three soldiers and two civilians were killed", "12 dead"."""
        own = self._count_before(trigger, gap=_REACH if is_clause_verb(self.lower, trigger) else 3)
        if own is None:
            own = self._shared(trigger)
            if own is not None:
                either = "or" in self.lower[self.linked[-1].trigger : trigger]
                self._take([own], harm, trigger)
                if either:
                    previous = self.linked[-2:]
                    self.linked[-2:] = [replace(one, count=replace(one.count, low=None)) for one in previous]
                return
            own = self._named_subject(trigger)
            if own is None:
                return
        chain = [own]
        for count in reversed(self.counts):
            if count.start >= chain[0].start:
                continue
            between = self.lower[count.stop : chain[0].start]
            if count.start in self.taken or count.start in self.parts or between not in (["and"], [","], [",", "and"]):
                break
            chain.insert(0, count)
        self._take(chain, harm, trigger)

    def _count_before(self, trigger: int, *, gap: int) -> Count | None:
        """The nearest count before the word that is no other word's, with nothing but its own clause between."""
        for count in reversed(self.counts):
            if count.stop > trigger or count.start in self.parts:
                continue
            if count.start in self.taken:
                if self.lower[trigger - 1] != ",":
                    return None
                continue
            between = self.lower[count.stop : trigger]
            if not between or all(word in LINKS or word.endswith("ly") for word in between):
                return count
            if len(between) > gap or not one_clause(self.lower, count, trigger):
                if not (count.singular and is_resumed(self.lower, count, trigger)):
                    return None
                return count
            return count
        return None

    def _shares(self, earlier: int, trigger: int) -> bool:
        """Whether two words of harm stand side by side: "abducted and killed"."""
        low, high = sorted((earlier, trigger))
        return all(word in _SHARE or word in HARM_WORDS or word in LINKS for word in self.lower[low + 1 : high])

    def _shared(self, trigger: int) -> Count | None:
        """The count of the word of harm before this one, where nobody new comes between."""
        if not self.linked or self.linked[-1].trigger >= trigger or self.linked[-1].part_of:
            return None
        previous = self.linked[-1]
        if (
            previous.count.start < previous.trigger
            and self._shares(previous.trigger, trigger)
            and trigger - previous.trigger < 6
        ):
            return previous.count
        return None

    def _named_subject(self, trigger: int) -> Count | None:
        """One person by name: "Ali Hassan was killed"; the verb is singular, and names stand right before it."""
        stop = trigger
        singular = False
        while stop and (self.lower[stop - 1] in LINKS or self.lower[stop - 1].endswith("ly")):
            singular = singular or self.lower[stop - 1] in ("was", "is", "has")
            if self.lower[stop - 1] in ("were", "are", "not", "who", "which", "that"):
                return None
            stop -= 1
        start = stop
        while start and self.words[start - 1][0].isupper() and self.lower[start - 1] not in _NO_SUBJECT | _NOT_NAMES:
            start -= 1
        died = self.lower[trigger] == "died"
        if (
            start == stop
            or not (singular or (died and stop - start >= 2))
            or any(word.endswith("s") for word in self.lower[stop - 1 : stop] if died)
        ):
            return None
        before = self.lower[start - 1] if start else ""
        if before in ("in", "on", "at", "of", "near", "from", "to", "by", "the") or self.lower[trigger] in (
            "hurt",
            "missing",
        ):
            return None
        return Count(start, stop, stop, 1, 1, (start, stop), singular=True)

    # totals, parts, nobody

    def _link_running_totals(self) -> None:
        """ "The death toll rose to 27", "bringing the number of dead to 27", "a toll of 27"."""
        for index, word in enumerate(self.lower):
            number_of = word == "number" and self.lower[index + 1 : index + 2] == ["of"]
            named = [w for w in self.lower[index + 1 : index + 5] if w in HARM_WORDS] if number_of else []
            if word != "toll" and not named:
                continue
            injured = self.lower[index - 1 : index] in (["injury"], ["injured"], ["wounded"])
            harm = HARM_WORDS[named[0]].harm if named else Harm.INJURED if injured else Harm.KILLED
            count = self._total_after(index)
            if count is not None:
                self._take([count], harm, index, cumulative=True)

    def _total_after(self, index: int) -> Count | None:
        for count in self.counts:
            near = index < count.start <= index + _TOLL_REACH
            if near and not count.singular and count.start not in self.taken and self.lower[count.start - 1] in _RISING:
                return count
        return None

    def _link_no_casualties(self, trigger: int) -> None:
        nobody = next((one for one in self.counts if one.start < trigger <= one.stop and one.high == 0), None)
        if nobody is not None and "reports" not in self.lower[max(0, trigger - 3) : trigger]:
            self._take([nobody], Harm.KILLED, trigger)
            self._take([nobody], Harm.INJURED, trigger)

    def _is_part(self, count: Count) -> bool:
        """Whether the count is a part of another: "including three children", "three of them women", and its chain."""
        if self.lower[count.stop - 1] in ("them", "whom") and self.lower[count.number_stop - 1 : count.number_stop] == [
            "of"
        ]:
            return True
        if self.lower[count.number_stop : count.number_stop + 2] in (["of", "them"], ["of", "whom"]):
            return True
        before = self.lower[max(0, count.start - 3) : count.start]
        if before[-1:] and before[-1] in PART_WORDS - {"among"}:
            return True
        if (
            before[:1] == ["the"]
            and before[-1] in ("were", "was", "are")
            and before[1] in HARM_WORDS | {"victims": None}
        ):
            return True
        if before[-2:] in (["among", "them"], ["among", "whom"]) or before[-1:] == ["among"]:
            return True
        earlier = [one for one in self.counts if one.stop <= count.start]
        if not earlier or has_verb_after(self.lower, count.stop):
            return False
        between = self.lower[earlier[-1].stop : count.start]
        return between in (["and"], [","], [",", "and"]) and self._is_part(earlier[-1])

    def _link_parts(self) -> None:
        """Each part takes the harm of the toll it belongs to: the one told last before it, else the next."""
        for count in self.counts:
            if count.start not in self.parts or count.start in self.taken:
                continue
            wholes = [one for one in self.linked if not one.part_of]
            before = [one for one in wholes if one.count.start < count.start]
            whole = max(before, key=lambda one: (one.count.start, -one.trigger), default=None) or next(
                iter(wholes), None
            )
            if whole is not None:
                self.linked.append(Linked(count, whole.harm, whole.trigger, part_of=True))

    def _take(self, counts: list[Count], harm: Harm, trigger: int, *, cumulative: bool = False) -> None:
        since = "since" in self.lower[trigger : trigger + 12] and has_before(self.lower, trigger, HAVE, 4)
        so_far = any(self.lower[i : i + 2] == ["so", "far"] for i in range(max(0, trigger - 6), trigger + 8))
        for count in counts:
            self.taken[count.start] = trigger
            self.linked.append(Linked(count, harm, trigger, cumulative=cumulative or since or so_far))
