"""How the annotator's event types and roles are called in each corpus.

Many to one, so that the annotator may tell apart what a corpus does not; a type that a corpus does not have is no
answer there. Roles that are not named here keep their name.

>>> RAMS.role_of("conflict.yield.surrender", "yielder"), RAMS.role_of("conflict.yield.surrender", "place")
('surrenderer', 'place')
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Labels:
    """One corpus's names for the annotator's types, and for its roles by the corpus's type.

    A role is looked up under the whole type, then under its first levels, then under "". ``closed`` says that types
    which are not in the table do not exist in the corpus.
    """

    types: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    closed: bool = False

    def type_of(self, name: str) -> str | None:
        """The corpus's type; None where it has none such."""
        return self.types.get(name) if self.closed else self.types.get(name, name)

    def role_of(self, event_type: str, role: str) -> str:
        """The corpus's role within one of its types."""
        levels = event_type.split(".")
        for length in range(len(levels), -1, -1):
            table = self.roles.get(".".join(levels[:length]), {})
            if role in table:
                return table[role]
        return role


M2E2 = Labels(
    types={
        "life.die": "life.die",
        "conflict.attack": "conflict.attack",
        "conflict.demonstrate": "conflict.demonstrate",
        "contact.meet": "contact.meet",
        "contact.phonewrite": "contact.phone-write",
        "movement.transportation": "movement.transport",
        "justice.arrestjaildetain": "justice.arrest-jail",
        "transaction.transfermoney": "transaction.transfer-money",
    },
    roles={
        "": {"explosivedevice": "instrument"},
        "life.die": {"killer": "agent", "attacker": "agent"},
        "conflict.attack": {"victim": "target"},
        "conflict.demonstrate": {"demonstrator": "entity", "participant": "entity"},
        "contact.meet": {"participant": "entity", "communicator": "entity", "recipient": "entity"},
        "contact.phone-write": {"participant": "entity", "communicator": "entity", "recipient": "entity"},
        "movement.transport": {"transporter": "agent", "passengerartifact": "artifact"},
        "justice.arrest-jail": {"detainee": "person", "jailer": "agent"},
    },
    closed=True,
)
"""VOA sentences of 2014–17: eight types of ACE."""

WIKIEVENTS = Labels(types={"contact.meet": "contact.contact", "contact.phonewrite": "contact.contact"})
"""Meetings and calls are one type at two levels."""

_INSPECTED = {"observer": "inspector", "observedentity": "inspectedentity"}

RAMS = Labels(
    roles={
        "artifactexistence.damagedestroy.damage": {"destroyer": "damager"},
        "artifactexistence.damagedestroy.n/a": {"destroyer": "damagerdestroyer"},
        "conflict.yield.retreat": {"yielder": "retreater"},
        "conflict.yield.surrender": {"yielder": "surrenderer"},
        "contact.funeralvigil": {"victim": "deceased"},
        "disaster.accidentcrash": {"passengerartifact": "driverpassenger"},
        "inspection.sensoryobserve.inspectpeopleorganization": _INSPECTED,
        "inspection.sensoryobserve.monitorelection": {"observer": "monitor", "observedentity": "monitoredentity"},
        "inspection.sensoryobserve.physicalinvestigateinspect": _INSPECTED,
        "justice.judicialconsequences.execute": {"killer": "executioner"},
        "manufacture.artifact": {"manufacturerassembler": "manufacturer"},
        "movement.transportperson": {"passengerartifact": "passenger"},
        "movement.transportperson.grantentryasylum": {"giver": "granter"},
        "transaction.transaction.embargosanction": {"artifact": "artifactmoney"},
        "transaction.transaction.transfercontrol": {"target": "territoryorfacility"},
    }
)
"""Scored with gold triggers and types, whose three levels decide how a role is called."""
