"""The words of tolls: what harms, who is counted, how vague numbers are read.

The conventions for vague numbers are ours and stand here, so that a user may judge them: "dozens" is 24 to 99,
because fewer would be "a dozen" or "several" and more would be "hundreds".
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.ontology import Harm


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


class Shape(StrEnum):
    """Where the people counted stand, seen from the word of harm."""

    PARTICIPLE = "participle"  # "three were killed", "killed three"
    ACTIVE = "active"  # "killing three", "to kill three"
    INTRANSITIVE = "intransitive"  # "three died"
    STATE = "state"  # "three dead"
    NOUN = "noun"  # "three deaths", "the deaths of three"


@dataclass(frozen=True, slots=True)
class HarmWord:
    """What a word does to people, and where to look for them."""

    harm: Harm
    shape: Shape


_VERBS: tuple[tuple[Harm, str, str, str], ...] = (
    # harm, participles, -ing forms, base and third person
    (
        Harm.KILLED,
        "killed slain murdered executed beheaded massacred assassinated martyred slaughtered lynched gunned",
        "killing murdering executing beheading massacring assassinating martyring slaughtering",
        "kill kills murder murders execute executes behead beheads assassinate assassinates massacre",
    ),
    (
        Harm.INJURED,
        "injured wounded hurt maimed hospitalised hospitalized shot stabbed",
        "injuring wounding hurting maiming",
        "injure injures wound wounds maim maims hurts",
    ),
    (
        Harm.DETAINED,
        "detained arrested jailed imprisoned",
        "detaining arresting jailing imprisoning",
        "detain detains arrest arrests",
    ),
    (
        Harm.ABDUCTED,
        "abducted kidnapped",
        "abducting kidnapping",
        "abduct abducts kidnap kidnaps",
    ),
    (
        Harm.DISPLACED,
        "displaced uprooted",
        "displacing uprooting",
        "displace displaces uproot uproots",
    ),
)


def _harm_words() -> dict[str, HarmWord]:
    table: dict[str, HarmWord] = {}
    for harm, participles, gerunds, bases in _VERBS:
        table.update({word: HarmWord(harm, Shape.PARTICIPLE) for word in participles.split()})
        table.update({word: HarmWord(harm, Shape.ACTIVE) for word in f"{gerunds} {bases}".split()})
    for word in ("died", "dies", "die", "perished", "drowned", "dying", "succumbed"):
        table[word] = HarmWord(Harm.KILLED, Shape.INTRANSITIVE)
    for word in ("fled", "flee", "fleeing"):
        table[word] = HarmWord(Harm.DISPLACED, Shape.INTRANSITIVE)
    table["dead"] = HarmWord(Harm.KILLED, Shape.STATE)
    table["missing"] = HarmWord(Harm.MISSING, Shape.STATE)
    table["unaccounted"] = HarmWord(Harm.MISSING, Shape.STATE)
    table["disappeared"] = HarmWord(Harm.MISSING, Shape.INTRANSITIVE)
    table["homeless"] = HarmWord(Harm.DISPLACED, Shape.STATE)
    for word in ("death", "deaths", "fatalities", "fatality", "lives", "killings", "executions", "martyrs"):
        table[word] = HarmWord(Harm.KILLED, Shape.NOUN)
    for word in ("injuries", "injury"):
        table[word] = HarmWord(Harm.INJURED, Shape.NOUN)
    for word in ("detentions", "arrest", "arrests"):
        table[word] = HarmWord(Harm.DETAINED, Shape.NOUN)
    for word in ("abductions", "abduction", "hostages", "kidnappings"):
        table[word] = HarmWord(Harm.ABDUCTED, Shape.NOUN)
    return table


HARM_WORDS = _harm_words()

VAGUE_COUNTS: dict[tuple[str, ...], tuple[int | None, int | None]] = {
    ("tens", "of", "thousands"): (20_000, 99_999),
    ("hundreds", "of", "thousands"): (200_000, 999_999),
    ("dozens",): (24, 99),
    ("scores",): (40, 99),
    ("hundreds",): (200, 999),
    ("thousands",): (2_000, 9_999),
    ("millions",): (2_000_000, 9_999_999),
    ("several",): (3, 9),
    ("a", "few"): (2, 5),
    ("a", "handful"): (2, 5),
    ("a", "couple"): (2, 3),
    ("half", "a", "dozen"): (6, 6),
    ("both",): (2, 2),
}
"""Vague numbers as intervals. "Many" and "a number of" say no more than the plural does, and are no count."""

COUNT_MODIFIERS: dict[tuple[str, ...], str] = {
    ("at", "least"): "least",
    ("no", "fewer", "than"): "least",
    ("no", "less", "than"): "least",
    ("not", "less", "than"): "least",
    ("a", "minimum", "of"): "least",
    ("more", "than"): "more",
    ("upwards", "of"): "more",
    ("over",): "more",
    ("up", "to"): "most",
    ("as", "many", "as"): "most",
    ("at", "most"): "most",
    ("no", "more", "than"): "most",
    ("a", "maximum", "of"): "most",
    ("fewer", "than"): "fewer",
    ("less", "than"): "fewer",
    ("under",): "fewer",
    ("nearly",): "about",
    ("almost",): "about",
    ("close", "to"): "about",
    ("about",): "about",
    ("around",): "about",
    ("approximately",): "about",
    ("roughly",): "about",
    ("some",): "about",
    ("an", "estimated"): "about",
    ("estimated",): "about",
    ("a", "total", "of"): "exactly",
    ("in", "total"): "exactly",
    ("all",): "exactly",
    ("only",): "exactly",
    ("just",): "exactly",
    ("exactly",): "exactly",
    ("another",): "exactly",
    ("a", "further"): "exactly",
    ("an", "additional"): "exactly",
    ("the", "other"): "exactly",
    ("the",): "exactly",
    ("its",): "exactly",
    ("his",): "exactly",
    ("their",): "exactly",
}

_COMBATANTS = _set(
    "soldier soldiers troop troops fighter fighters militant militants gunman gunmen rebel rebels insurgent insurgents"
    " serviceman servicemen servicemember servicemembers marine marines militiaman militiamen terrorist terrorists"
    " combatant combatants guerrilla guerrillas jihadist jihadists commander commanders paratrooper paratroopers"
    " conscript conscripts recruit recruits assailant assailants attacker attackers bomber bombers sniper snipers"
    " reservist reservists peacekeeper peacekeepers sailor sailors airman airmen pilot pilots mercenary mercenaries"
    " paramilitary paramilitaries extremist extremists general colonel captain lieutenant sergeant major corporal"
    " infiltrator infiltrators invader invaders crewman crewmen cadet cadets operative operatives"
)
_POLICE = _set("police policeman policemen policewoman policewomen gendarme gendarmes constable constables")
_CHILDREN = _set(
    "child children boy boys girl girls minor minors infant infants baby babies toddler toddlers teenager teenagers"
    " schoolchildren schoolgirl schoolgirls schoolboy schoolboys son sons daughter daughters kids kid newborn newborns"
    " youngsters adolescent adolescents"
)
_WOMEN = _set("woman women mother mothers wife wives widow grandmother nun nuns")
_CIVILIANS = _set(
    "civilian civilians journalist journalists reporter reporters medic medics doctor doctors nurse nurses paramedic"
    " paramedics villager villagers resident residents worshipper worshippers shopper shoppers pilgrim pilgrims"
    " passenger passengers farmer farmers student students pupil pupils teacher teachers protester protesters"
    " demonstrator demonstrators refugee refugees migrant migrants bystander bystanders tourist tourists shepherd"
    " shepherds fisherman fishermen cameraman cameramen photographer photographers driver drivers patient patients"
    " settler settlers lawyer lawyers activist activists priest priests vendor vendors trader traders miner miners"
    " labourer labourers laborer laborers academic academics musician translator translators rescuer rescuers"
    " firefighter firefighters volunteer volunteers humanitarian"
)
_OTHERS = _set(
    "people person persons man men others individual individuals victim victims member members worker workers official"
    " officials officer officers guard guards bodyguard bodyguards leader leaders politician politicians minister"
    " employee employees staff staffer staffers prisoner prisoners detainee detainees inmate inmates hostage hostages"
    " captive captives suspect suspects relative relatives brother brothers sister sisters father fathers husband"
    " husbands cousin cousins couple family families national nationals citizen citizens foreigner foreigners personnel"
    " judge judges mayor chief deputy aide aides adviser advisers agent agents contractor contractors crew scientist"
    " scientists engineer engineers diplomat diplomats ambassador cleric clerics imam preacher consultant spokesman"
    " spokesperson candidate lawmaker lawmakers elder elders convict convicts smuggler smugglers trafficker traffickers"
    " adult adults youth youths dissident opponent critic mp mps senator supporter supporters follower followers"
    " survivor survivors athlete athletes soul souls inhabitant inhabitants colleague colleagues muslim muslims"
    " christian christians jews palestinian palestinians israeli israelis afghan afghans syrian syrians iraqi iraqis"
    " ukrainian ukrainians russian russians yemeni yemenis sudanese lebanese iranian iranians kurd kurds american"
    " americans turk turks somali somalis nigerian nigerians pakistani pakistanis indian indians houthis mastermind"
    " president king prince governor premier secretary director professor author singer blogger editor negotiator"
)
GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("child", _CHILDREN),
    ("women", _WOMEN),
    ("police", _POLICE),
    ("combatant", _COMBATANTS),
    ("civilian", _CIVILIANS | {"civilian"}),
)
"""The first group that a word of the counted belongs to; "people" belongs to none."""

HELPERS = _set("aid relief humanitarian health medical rescue emergency un charity")
"""Before "workers", these make civilians of them."""

PEOPLE = _COMBATANTS | _POLICE | _CHILDREN | _WOMEN | _CIVILIANS | _OTHERS
PLURAL_PEOPLE = frozenset(
    word
    for word in PEOPLE
    if (word.endswith("s") and not word.endswith("ss")) or word.endswith(("men", "people", "children"))
) | _set("police troops personnel staff crew couple family sudanese lebanese youth")
SINGULAR_PEOPLE = (PEOPLE - PLURAL_PEOPLE) | _set("boss")

NOT_PEOPLE = _set(
    "second seconds minute minutes hour hours day days night nights week weeks month months year years decade decades"
    " km kilometre kilometres kilometer kilometers mile miles metre metres meter meters feet foot percent per % dollar"
    " dollars euro euros pound pounds rubles million billion times time attack attacks strike strikes airstrike"
    " airstrikes raid raids blast blasts explosion explosions incident incidents rocket rockets missile missiles drone"
    " drones shell shells bomb bombs tank tanks vehicle vehicles car cars truck trucks bus buses aircraft plane planes"
    " helicopter helicopters ship ships boat boats house houses home homes building buildings school schools hospital"
    " hospitals mosque mosques church churches village villages town towns city cities country countries province"
    " provinces district districts tonnes tons barrels litres seats votes points rounds weapons rifles guns shots"
    " charges counts clashes battles operations rallies protests bullets bullet targets sites positions"
    " checkpoints outposts animals cattle sheep goats camels dogs cows horses livestock birds fish percentage o'clock"
    " o’clock am pm a.m. p.m. gmt st th nd rd ago degrees knots pages articles countries front fronts stages phases"
    " cases types kinds ways things areas neighbourhoods neighborhoods floors storeys stories acres hectares camps"
)

ASSAULTS = _set("shot stabbed beaten burned burnt hacked crushed trampled bludgeoned")
"""An injury by themselves only where the table above says so; a death with "fatally", "dead" or "to death"."""

BE = _set("was were is are be been being got get 's ’s 're ’re")
HAVE = _set("has have had having")
LINKS = BE | HAVE | _set(
    "reportedly also allegedly apparently then later subsequently believed feared reported confirmed presumed found"
    " said known left shot pronounced declared remain remained remains still critically seriously severely badly"
    " slightly lightly fatally mortally initially already either officially thought to went gone go listed burned"
    " burnt beaten tortured crushed trapped not never both all even immediately instantly tragically wrongly"
    " brutally may might could would will must who that which as"
)  # fmt: skip
"""What may stand between the people and the participle without being another clause."""

PART_WORDS = _set("including include includes included among")
CLAIM_VERBS = _set(
    "claimed claiming claims cost costing costs took taking takes take lost losing loses lose ended ending"
)
TAKE_VERBS = _set("took taking taken take takes seized seizing seize holding held hold holds")
CUMULATIVE_STEMS = _set(
    "bringing brings brought taking takes took raising raises raised pushing pushed rose rises rising risen"
    " climbed climbs climbing increased increases jumped passed passes surpassed exceeded exceeds topped tops reached"
    " reaches stands stood hits hit"
)
