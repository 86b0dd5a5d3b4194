"""What a description describes: "two officials" are persons, "the ministry" is a body, "a convoy" is vehicles.

Tables of head nouns that a person can read; a noun that is in none of them gives no entity, rather than a guess.
"""

from onrecord.core.annotations import MentionKind

_PEOPLE = """spokesperson spokesman spokeswoman spokespeople official source witness resident commander officer general
soldier troop trooper servicemember serviceman fighter militant gunman rebel insurgent terrorist extremist jihadist
attacker assailant bomber suspect hostage captive detainee prisoner civilian child woman man boy girl person villager
farmer teacher student pupil doctor nurse medic paramedic rescuer journalist reporter correspondent photographer
analyst expert researcher lawyer judge prosecutor mayor governor minister president premier secretary ambassador envoy
diplomat leader chief head deputy lawmaker parliamentarian senator politician activist campaigner protester
demonstrator worker contractor passenger pedestrian bystander victim survivor relative father mother brother sister
son daughter wife husband family policeman policewoman guard settler migrant refugee aide adviser advisor chairman
director coordinator investigator eyewitness user driver elder cleric priest imam bishop user shopkeeper trader
monitor peacekeeper volunteer sergeant colonel major lieutenant captain shepherd worshipper mourner shopper
member supporter mercenary"""
_BODIES = {
    MentionKind.MILITARY: """army military navy air-force force troops brigade battalion regiment division unit
        coalition coastguard marines detachment squad patrol platoon contingent garrison""",
    MentionKind.GOVERNMENT: """government ministry authority cabinet administration parliament court council police
        directorate department office embassy presidency regime junta agency state-department""",
    MentionKind.ARMED_GROUP: """militia faction gang cartel paramilitary group rebels insurgents militants fighters
        movement""",
    MentionKind.MEDIA: "newspaper channel broadcaster television radio outlet website media agency-news",
    MentionKind.ORGANISATION: """organisation organization charity company union party observatory monitor network
        committee commission watchdog mission hospital-group bank alliance bloc""",
    MentionKind.VEHICLE: """vehicle car truck lorry bus convoy ship vessel boat tanker plane aircraft helicopter train
        tank motorcycle motorbike van ambulance minibus""",
    MentionKind.FACILITY: """hospital school mosque church market base camp checkpoint airport port bridge station
        building house home apartment plant refinery depot headquarters prison embassy-compound barracks clinic
        university temple shrine hotel outpost warehouse post""",
    MentionKind.WEAPON: """drone missile rocket bomb shell mortar grenade rifle gun mine landmine explosive device
        artillery munition knife""",
    MentionKind.PLACE: """city town village district neighbourhood neighborhood suburb province governorate region
        border capital area camp-site road street square valley island coast country territory enclave""",
    MentionKind.GROUP: "people community tribe crowd population population-group minority",
}
_KIND_BY_NOUN = {noun: kind for kind, nouns in _BODIES.items() for noun in nouns.split()} | dict.fromkeys(
    _PEOPLE.split(), MentionKind.PERSON
)
_IRREGULAR = {"children": "child", "women": "woman", "men": "man", "people": "people", "families": "family"}
_ANONYMOUS = frozenset(
    """source official witness resident eyewitness officer diplomat analyst expert medic doctor activist aide
    villager lawmaker commander fighter relative survivor spokesperson observer insider""".split()
)


def singular(noun: str) -> str:
    """The singular of a noun of these tables, lower case; the noun itself where it has no plural ending."""
    noun = noun.lower()
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun in _KIND_BY_NOUN:
        return noun
    for ending, instead in (("ies", "y"), ("men", "man"), ("women", "woman"), ("es", ""), ("es", "e"), ("s", "")):
        if noun.endswith(ending) and noun[: -len(ending)] + instead in _KIND_BY_NOUN:
            return noun[: -len(ending)] + instead
    return noun


def kind_of(noun: str) -> MentionKind | None:
    """What a description with this head noun describes; None where the tables do not say.

    >>> kind_of("officials"), kind_of("convoy"), kind_of("escalation")
    (<MentionKind.PERSON: 'person'>, <MentionKind.VEHICLE: 'vehicle'>, None)
    """
    return _KIND_BY_NOUN.get(singular(noun))


def names_nobody(noun: str) -> bool:
    """Whether a source described by this noun alone stays anonymous ("two officials", "a resident")."""
    return singular(noun) in _ANONYMOUS


def is_plural(noun: str) -> bool:
    """Whether the noun is a plural of these tables."""
    return singular(noun) != noun.lower() or noun.lower() in ("people", "troops", "police")
