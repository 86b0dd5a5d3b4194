"""Which persons of one report bear a name: a last name alone means whoever was fully named with it.

Two full names are one person only where one has all words of the other ("Shia al-Sudani", "Mohammed Shia al-Sudani");
a last name that two persons share means neither of them for certain.

>>> persons = PersonIndex()
>>> persons.add("Nour al-Hadi", "n1")
>>> persons.bearers("al-Hadi"), persons.bearers("Yusuf al-Hadi")
(['n1'], [])
"""

from dataclasses import dataclass, field

from onrecord.gazetteer import fold

# Words of a last name that are no name by themselves, folded.
_PARTICLES = frozenset("al el ul bin ibn abu ben bint de da di del dos du la le van von der den ter".split())


@dataclass(slots=True)
class PersonIndex:
    """The persons of one report by last name; those first called by it alone are known by it too."""

    _by_last: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)

    def add(self, name: str, identity: str) -> None:
        """Remember that ``identity`` is called ``name``."""
        words = _name_words(name)
        if words:
            known = self._by_last.setdefault(words[-1], {})
            known[identity] = known.get(identity, frozenset()) | frozenset(words)

    def bearers(self, name: str) -> list[str]:
        """Whom ``name`` can mean, in the order in which they were told; several where it does not tell them apart."""
        words = _name_words(name)
        own = frozenset(words)
        known = self._by_last.get(words[-1], {}) if words else {}
        return [identity for identity, theirs in known.items() if own <= theirs or theirs <= own]


def _name_words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in _PARTICLES]
