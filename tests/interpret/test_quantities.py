import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stopwatch import growth

from onrecord.annotate.segment import sentences_of
from onrecord.core.article import Article
from onrecord.interpret.quantities import TollMention, find_tolls, group_of
from onrecord.interpret.quantities.counts import find_counts
from onrecord.interpret.quantities.words import HARM_WORDS, VAGUE_COUNTS


def tolls(text: str) -> tuple[TollMention, ...]:
    return find_tolls(Article(text, ()), sentences_of(text, 0, len(text), 0))


def short(text: str) -> list[str]:
    """Each toll as "killed 14..": harm, bounds, and + for a part, = for a running total."""
    lines = []
    for toll in tolls(text):
        low, high = ("" if bound is None else str(bound) for bound in (toll.low, toll.high))
        bounds = low if low == high else f"{low}..{high}"
        lines.append(f"{toll.harm} {bounds}{' part' * toll.part_of}{' total' * toll.cumulative}")
    return lines


CASES = [
    # numbers and their bounds
    ("12 people were killed.", ["killed 12"], "figures"),
    ("A blast wounded two workers, the governor, Adam Gora, said.", ["injured 2"], "who speaks by office is not hurt"),
    ("A blast killed two guards, a nurse and a child.", ["killed 2", "killed 1", "killed 1"], "a list goes on"),
    ("Twelve people were killed.", ["killed 12"], "words"),
    ("One hundred and twenty-three people were killed.", ["killed 123"], "long words"),
    ("1,200 people were killed.", ["killed 1200"], "a comma"),
    ("2.5 million people were displaced.", ["displaced 2500000"], "a broken scale"),
    ("A dozen people were killed.", ["killed 12"], "a dozen is twelve"),
    ("Two dozen people were killed.", ["killed 24"], "two dozen"),
    ("Half a dozen people were killed.", ["killed 6"], "half a dozen"),
    ("At least 14 people were killed.", ["killed 14.."], "at least"),
    ("No fewer than 14 people were killed.", ["killed 14.."], "no fewer than"),
    ("More than 100 people were killed.", ["killed 101.."], "more than starts one higher"),
    ("Over 100 people were killed.", ["killed 101.."], "over"),
    ("Up to 30 people were killed.", ["killed ..30"], "up to sets no lower bound"),
    ("As many as 30 people were killed.", ["killed ..30"], "as many as"),
    ("Fewer than 30 people were killed.", ["killed ..29"], "fewer than"),
    ("About 30 people were killed.", ["killed 30"], "about: see the flag"),
    ("Nearly 100 people were killed.", ["killed 100"], "nearly: see the flag"),
    ("An estimated 100 people were killed.", ["killed 100"], "estimated: see the flag"),
    ("Between 8 and 12 people were killed.", ["killed 8..12"], "between"),
    ("8–12 people were killed.", ["killed 8..12"], "a dash"),
    ("8 to 12 people were killed.", ["killed 8..12"], "to"),
    ("Eight or nine people were killed.", ["killed 8..9"], "or"),
    ("2 to 3 million people were displaced.", ["displaced 2000000..3000000"], "one scale for both"),
    ("Dozens of people were killed.", ["killed 24..99"], "dozens, by convention"),
    ("Scores of people were killed.", ["killed 40..99"], "scores, by convention"),
    ("Hundreds of people were killed.", ["killed 200..999"], "hundreds, by convention"),
    ("Tens of thousands of people were displaced.", ["displaced 20000..99999"], "tens of thousands"),
    ("Several people were killed.", ["killed 3..9"], "several, by convention"),
    ("A handful of people were killed.", ["killed 2..5"], "a handful"),
    ("Both soldiers were killed.", ["killed 2"], "both"),
    ("No one was killed.", ["killed 0"], "no one"),
    ("Nobody was hurt.", ["injured 0"], "nobody"),
    ("No civilians were killed.", ["killed 0"], "no with people"),
    ("There were no casualties.", ["killed 0", "injured 0"], "neither killed nor injured"),
    ("There were no deaths.", ["killed 0"], "no deaths"),
    ("There were no reports of casualties.", [], "no report is not nobody"),
    # where the people stand
    ("The attack killed three US soldiers.", ["killed 3"], "an active verb"),
    ("It came after an attack that killed three US soldiers in Jordan.", ["killed 3"], "a relative clause"),
    ("The blast, killing 12 people, shook the city.", ["killed 12"], "an -ing form"),
    ("The army said it had killed 12 militants.", ["killed 12"], "a perfect"),
    ("They threatened to kill 12 hostages.", ["killed 12"], "an infinitive; realis is told elsewhere"),
    ("12 people died.", ["killed 12"], "died"),
    ("12 people have died of their wounds.", ["killed 12"], "have died"),
    ("12 people reportedly died.", ["killed 12"], "an adverb between"),
    ("12 people in the village near the river were killed.", ["killed 12"], "places between"),
    ("12 people, among them a judge, were killed.", ["killed 12", "killed 1 part"], "an insertion between"),
    ("A commander, whom the army had sought for years, died in the raid.", ["killed 1"], "a long insertion"),
    ("14 dead, 30 wounded in market blast", ["killed 14", "injured 30"], "a headline"),
    ("Blast leaves 14 dead and 30 hurt", ["killed 14", "injured 30"], "leaves"),
    ("The raid left 14 people dead.", ["killed 14"], "left dead"),
    ("Gunmen shot dead three policemen.", ["killed 3"], "shot dead, people after"),
    ("Three policemen were shot dead.", ["killed 3"], "shot dead, people before"),
    ("Three people killed in drone strike", ["killed 3"], "a participle without its verb"),
    ("Three people were killed and five injured.", ["killed 3", "injured 5"], "a bare second number"),
    ("12 killed and 30 others wounded, officials say", ["killed 12", "injured 30"], "others"),
    ("The strike killed 12 and wounded 30.", ["killed 12", "injured 30"], "bare numbers"),
    ("The strike killed 12 people, wounding 30 others.", ["killed 12", "injured 30"], "both forms"),
    ("Two strikes killed five people.", ["killed 5"], "strikes are not killed"),
    ("30 wounded people reached the hospital.", ["injured 30"], "the wounded as described"),
    ("12 missing fishermen were found.", ["missing 12"], "the missing as described"),
    ("The deaths of five aid workers shocked them.", ["killed 5"], "deaths of"),
    ("The death of a commander shocked them.", ["killed 1"], "death of one"),
    ("The killing of three activists shocked them.", ["killed 3"], "killing of"),
    ("There were five deaths.", ["killed 5"], "deaths counted"),
    ("The hospital counted 12 civilian deaths.", ["killed 12"], "deaths described"),
    ("The war has cost 12,000 lives.", ["killed 12000"], "cost lives"),
    ("The blast claimed the lives of 12 people.", ["killed 12"], "claimed the lives of"),
    ("12 people lost their lives.", ["killed 12"], "lost their lives"),
    ("The surgeon saved 12 lives.", [], "saved lives are no deaths"),
    # several counts
    ("Three soldiers and two civilians were killed.", ["killed 3", "killed 2"], "a list before"),
    ("The blast killed three soldiers and two civilians.", ["killed 3", "killed 2"], "a list after"),
    ("The blast killed three soldiers, two civilians and a judge.", ["killed 3", "killed 2", "killed 1"], "three"),
    ("Two soldiers and a policeman were killed.", ["killed 2", "killed 1"], "one person in a list"),
    ("The blast killed three soldiers and 12 people were injured.", ["killed 3", "injured 12"], "two clauses"),
    ("Gunmen abducted and killed three men.", ["abducted 3", "killed 3"], "two verbs, the same men"),
    ("Three men were abducted and later killed.", ["abducted 3", "killed 3"], "and later"),
    ("Three men who had been detained were killed.", ["detained 3", "killed 3"], "who had been"),
    ("30 people were killed or injured.", ["killed ..30", "injured ..30"], "or: no lower bound for either"),
    ("The blast killed or injured 30 people.", ["killed ..30", "injured ..30"], "or, people after"),
    # one person
    ("The strike killed a commander.", ["killed 1"], "one by description"),
    ("The strike killed the commander of the brigade.", ["killed 1"], "the"),
    ("The strike killed a senior militia commander.", ["killed 1"], "adjectives between"),
    ("A journalist was killed.", ["killed 1"], "one, before"),
    ("A 24-year-old man was killed.", ["killed 1"], "an age is no count"),
    ("Police arrested a suspect.", ["detained 1"], "one arrested"),
    ("Hamas leader Yahya Sinwar was killed.", ["killed 1"], "a leader by name"),
    ("Ismail Haniyeh was killed in Tehran.", ["killed 1"], "a name and a singular verb"),
    ("Navalny was arrested at the airport.", ["detained 1"], "one name"),
    ("He was killed.", [], "a pronoun counts nobody anew"),
    ("The group was hurt by sanctions.", [], "hurt, not injured"),
    ("A family of five was killed.", ["killed 5"], "a family of five"),
    ("All 14 aboard were killed.", ["killed 14"], "all aboard"),
    ("A car bomb killed an Iranian scientist.", ["killed 1"], "an adjective of a nation"),
    ("An Israeli strike killed two people.", ["killed 2"], "an Israeli strike is nobody"),
    # parts and totals
    ("12 people, including three children, were killed.", ["killed 12", "killed 3 part"], "a part inside"),
    ("The strike killed 12 people, including three children and two women.",
     ["killed 12", "killed 3 part", "killed 2 part"], "two parts"),
    ("It killed 12 people, including three children, and wounded 30.",
     ["killed 12", "killed 3 part", "injured 30"], "a part, then another harm"),
    ("It killed 12 people, three of them children.", ["killed 12", "killed 3 part"], "of them"),
    ("It killed 12 people, three of whom were children.", ["killed 12", "killed 3 part"], "of whom"),
    ("It killed 12 people, among them a journalist.", ["killed 12", "killed 1 part"], "among them"),
    ("The death toll rose to 27.", ["killed 27 total"], "a running total"),
    ("The death toll rose from 10 to 27.", ["killed 27 total"], "from, to"),
    ("He died, bringing the toll to 27.", ["killed 27 total"], "bringing"),
    ("The number of dead reached 27.", ["killed 27 total"], "the number of dead"),
    ("The death toll stands at more than 27,000.", ["killed 27001.. total"], "stands at"),
    ("27 people have been killed since Monday.", ["killed 27 total"], "since"),
    ("27 people have been killed so far.", ["killed 27 total"], "so far"),
    # the other harms
    ("30 people were injured.", ["injured 30"], "injured"),
    ("30 people were wounded.", ["injured 30"], "wounded"),
    ("12 people are missing.", ["missing 12"], "missing"),
    ("12 people remain unaccounted for.", ["missing 12"], "unaccounted for"),
    ("Police arrested 12 suspects.", ["detained 12"], "arrested"),
    ("Police made 12 arrests.", ["detained 12"], "arrests"),
    ("12 protesters were detained.", ["detained 12"], "detained"),
    ("Gunmen kidnapped 12 students.", ["abducted 12"], "kidnapped"),
    ("12 people were taken hostage.", ["abducted 12"], "taken hostage"),
    ("10,000 people were displaced.", ["displaced 10000"], "displaced"),
    ("Some 10,000 people fled their homes.", ["displaced 10000"], "fled their homes"),
    ("Fighting displaced 10,000 families.", ["displaced 10000"], "an active verb"),
    ("Militants beheaded four farmers.", ["killed 4"], "beheaded"),
    ("Four prisoners were executed.", ["killed 4"], "executed"),
    ("Two people were shot in the market.", ["injured 2"], "shot is an injury"),
    ("Two people were fatally shot.", ["killed 2"], "fatally"),
    ("Two people were shot to death.", ["killed 2"], "to death"),
    ("Gunmen shot and killed two people.", ["killed 2"], "shot and killed is one harm"),
    ("A man was stabbed.", ["injured 1"], "stabbed"),
    ("They shot down three drones.", [], "shot down"),
    # no tolls
    ("Three gunmen fled the scene.", [], "fled, but not from home"),
    ("The third attack killed nobody they knew.", ["killed 0"], "an ordinal is no count"),
    ("20 percent of them were killed.", [], "a percentage"),
    ("It cost $12 million and killed trade.", [], "money"),
    ("Troops killed three years ago were honoured.", [], "a length of time"),
    ("He was aged 24.", [], "an age"),
    ("The strike hurt a guard, 44, and a cook.", ["injured 1"], "an age between commas"),
    ("Hassan Ali (44) was wounded.", [], "an age in brackets"),
    ("Three tanks and 12 drones were destroyed.", [], "things"),
    ("On 7 October people died.", [], "a day is no count"),
    ("In 2014 people died.", [], "a year is no count"),
    ("12 people gathered.", [], "no harm"),
    ("The killed were buried.", [], "no number"),
    ("", [], "nothing"),
    ("💥 محمد 12", [], "no English"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[0] for case in CASES])
def test_tolls(text: str, expected: list[str], why: str) -> None:
    assert short(text) == expected, why


@pytest.mark.parametrize(
    ("text", "span", "who", "trigger"),
    [
        ("At least 14 people were killed 💥.", "At least 14", "people", "killed"),
        ("The attack killed three US soldiers.", "three", "US soldiers", "killed"),
        ("The strike killed a senior commander.", "a senior commander", "senior commander", "killed"),
        ("Between 8 and 12 militants died.", "Between 8 and 12", "militants", "died"),
        ("محمد said 12 were killed.", "12", None, "killed"),
        ("Dozens of civilians were wounded.", "Dozens of", "civilians", "wounded"),
        ("A family of five was killed.", "A family of five", "family", "killed"),
        ("The death toll rose to 27.", "27", None, "toll"),
        ("30 others were hurt.", "30", "others", "hurt"),
    ],
)
def test_number_people_and_harm_each_stand_on_their_words(text: str, span: str, who: str | None, trigger: str) -> None:
    (toll,) = tolls(text)
    assert toll.span.of(text) == span
    assert (None if toll.who is None else toll.who.of(text)) == who
    assert toll.trigger.of(text) == trigger


@pytest.mark.parametrize(
    ("who", "group"),
    [
        ("US soldiers", "combatant"),
        ("Hamas fighters", "combatant"),
        ("civilians", "civilian"),
        ("aid workers", "civilian"),
        ("Palestinian journalists", "civilian"),
        ("children", "child"),
        ("teenage girls", "child"),
        ("women", "women"),
        ("police officers", "police"),
        ("people", None),
        ("others", None),
        ("factory workers", None),
    ],
)
def test_the_group_is_told_only_where_the_words_tell_it(who: str, group: str | None) -> None:
    assert group_of(who.split()) == group


@pytest.mark.parametrize(
    ("words", "rough"), [("About 30", True), ("Nearly 30", True), ("30", False), ("Up to 30", False)]
)
def test_a_rough_number_is_marked(words: str, rough: bool) -> None:
    (toll,) = tolls(f"{words} people were killed.")
    assert toll.approximate is rough


def test_vague_numbers_do_not_overlap_the_next_greater_one() -> None:
    assert VAGUE_COUNTS[("several",)][1] < VAGUE_COUNTS[("dozens",)][0]
    assert VAGUE_COUNTS[("dozens",)][1] < VAGUE_COUNTS[("hundreds",)][0]
    assert VAGUE_COUNTS[("hundreds",)][1] < VAGUE_COUNTS[("thousands",)][0]


def test_each_sentence_gives_its_own_tolls() -> None:
    text = "Three people were killed. Five were injured."
    assert [toll.sentence for toll in tolls(text)] == [0, 1]


PIECES = st.sampled_from(
    "at least more than between 8 12 and or to – three soldiers people a commander the of them whom including killed"
    " wounded killing died dead deaths toll rose from were was have been , . ; who that no one nobody casualties"
    " dozens half dozen hundred 2.5 million missing fled homes lives lost their shot hostage taken In 2014 October 💥"
    " علي Ali Hassan since so far hundreds $ family".split()
)


@given(st.lists(PIECES, max_size=24))
@settings(max_examples=500, deadline=None)
def test_any_row_of_words_gives_tolls_with_sound_bounds_and_spans(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for toll in tolls(text):
        assert toll.low is not None or toll.high is not None
        assert toll.low is None or toll.high is None or toll.low <= toll.high
        assert toll.trigger.of(text).lower() in {*HARM_WORDS, "toll", "hostage", "casualties", "number"}
        assert toll.who is None or toll.who.end <= len(text)


@given(st.lists(PIECES, max_size=24))
@settings(max_examples=300, deadline=None)
def test_counts_are_in_order_and_do_not_overlap(pieces: list[str]) -> None:
    reached = 0
    for count in find_counts(pieces):
        assert reached <= count.start < count.stop
        assert count.start < count.number_stop <= count.stop
        reached = count.stop


@given(st.integers(1, 10**7))
@settings(max_examples=100, deadline=None)
def test_any_number_of_people_is_read_as_it_stands(number: int) -> None:
    (toll,) = tolls(f"The war killed {number:,} people.")
    assert (toll.low, toll.high) == (number, number)


@pytest.mark.parametrize("unit", ["12 people were killed. ", "12 people and ", "killed and ", "the toll to 5 , "])
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def read(length: int) -> None:
        text = unit * (length // len(unit))
        find_tolls(Article(text, ()), sentences_of(text, 0, len(text), 0))

    assert growth(read, 20_000, 80_000) < 12, "four times for a linear rule, sixteen for a quadratic one"
