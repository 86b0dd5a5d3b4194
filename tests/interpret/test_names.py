import pytest
from tests.interpret.reports import gazetteer, report

from onrecord.core.annotations import MentionKind
from onrecord.interpret.names import Name, find_names


def found(text: str, names: dict[str, str] | None = None) -> list[Name]:
    return list(find_names(report(text, names=names).reading, gazetteer()))


def words(text: str, names: dict[str, str] | None = None) -> list[str]:
    r = report(text, names=names)
    return [name.mention.span.of(r.text) for name in find_names(r.reading, gazetteer())]


def test_a_name_that_nobody_has_listed_is_the_annotators() -> None:
    names = found("Mayor يوسف الهادي left/V.", {"يوسف الهادي": "person"})
    assert [(name.mention.kind, name.actors, name.country) for name in names] == [(MentionKind.PERSON, (), None)]


def test_a_listed_name_is_found_without_the_annotator() -> None:
    [name] = found("Fighters/N of Kataib Hezbollah fled/V.")
    assert [actor.id for actor in name.actors] == ["kataib-hezbollah"]
    assert name.mention.kind is MentionKind.ARMED_GROUP


def test_a_country_and_its_demonym_are_told_apart() -> None:
    country, demonym = found("Iraq condemned/V it and an Iranian/A envoy left/V.")
    assert country.country is not None
    assert demonym.country is not None
    assert (country.country.iso3, country.demonym, country.mention.kind) == ("IRQ", False, MentionKind.COUNTRY)
    assert (demonym.country.iso3, demonym.demonym) == ("IRN", True)


def test_the_longest_listed_name_decides() -> None:
    assert words("Papua New Guinea and South Sudan signed/V.") == ["Papua New Guinea", "South Sudan"]


def test_a_listed_name_inside_a_longer_unlisted_one_gives_way() -> None:
    assert words("The Iranian/A Kitara Ministry said/V so.", {"Iranian Kitara Ministry": "government"}) == [
        "Iranian Kitara Ministry"
    ]


def test_a_listed_name_longer_than_the_annotators_decides() -> None:
    assert words("Kataib Hezbollah fled/V.", {"Kataib": "person"}) == ["Kataib Hezbollah"]


def test_a_name_ends_before_its_possessive() -> None:
    assert words("Russia’s bombardment and Iraq's roads") == ["Russia", "Iraq"]


@pytest.mark.parametrize("text", ["The US left/V.", "Then the US left/V."])
def test_an_article_is_no_part_of_a_name(text: str) -> None:
    assert words(text) == ["US"]


@pytest.mark.parametrize("text", ["turkey and jordan were cheap/A.", "They chad/V us.", "He will mali/N."])
def test_words_in_lower_case_are_no_names(text: str) -> None:
    assert words(text) == []


def test_names_never_overlap_and_stand_in_order() -> None:
    names = found(
        "US Army officers and Iraq’s Popular/A Mobilisation Forces met/V in South Sudan.",
        {"US Army": "military", "Popular Mobilisation Forces": "armed-group"},
    )
    spans = [name.mention.span for name in names]
    assert spans == sorted(spans)
    assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Prime Minister Yusuf al-Hadi left/V.", "Prime Minister Yusuf al-Hadi", "Yusuf al-Hadi"),
        ("Gen. Yusuf al-Hadi left/V.", "Gen. Yusuf al-Hadi", "Yusuf al-Hadi"),
        ("Mr al-Hadi left/V.", "Mr al-Hadi", "al-Hadi"),
        ("Pope Yusuf left/V.", "Pope Yusuf", "Yusuf"),
        ("Yusuf al-Hadi left/V.", "Yusuf al-Hadi", "Yusuf al-Hadi"),
        ("King left/V.", "King", "King"),
    ],
)
def test_an_office_is_no_part_of_a_name_unless_nothing_else_is(text: str, name: str, expected: str) -> None:
    assert words(text, {name: "person"}) == [expected]


@pytest.mark.parametrize(
    ("text", "metonym"),
    [
        ("Washington said/V it left/V.", True),
        ("Moscow has denied/V it.", True),
        ("Tehran later condemned/V it.", True),
        ("A bomb exploded/V in Baghdad.", False),
        ("Near Moscow was calm/A.", False),
        ("Baghdad, Iraq", False),
        ("Baghdad was shelled/V.", False),
        ("Moscow burned/V.", False),
        ("Tehran came/V under attack.", False),
        ("Baghdad has not been bombed/V.", False),
        ("Washington was bombing/V it.", True),
        ("Washington is a city.", False),
    ],
)
def test_a_capital_stands_for_its_government_only_where_it_is_the_subject(text: str, metonym: bool) -> None:
    capital = next(word for word in ("Washington", "Moscow", "Tehran", "Baghdad") if word in text)
    name = found(text, {capital: "place"})[0]
    assert name.metonym is metonym
    assert (name.mention.kind is MentionKind.GOVERNMENT) is metonym


def test_a_town_that_is_no_capital_never_speaks() -> None:
    assert not found("Kherson said/V so.", {"Kherson": "place"})[0].metonym


def test_a_person_named_like_a_country_stays_a_person() -> None:
    [name] = found("Michael Jordan left/V.", {"Michael Jordan": "person"})
    assert name.mention.kind is MentionKind.PERSON
    assert name.country is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THREE/NUM MEN/N DIED/V IN/P AN/D ATTACK/N IN/P IRAQ.", ["IRAQ"]),
        ("israel/PROPN shelled/V us/O, he said/V 😀.", ["israel"]),
        ("The army left/V iraq/N.", []),
    ],
)
def test_listed_names_are_found_where_a_report_has_one_case_only(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ({"Kharkiv": "person"}, MentionKind.PLACE),
        ({"Yusuf Kharkiv": "person", "Kharkiv": "person"}, MentionKind.PERSON),
    ],
)
def test_a_large_town_taken_for_a_person_is_a_town_unless_it_is_somebodys_name(
    names: dict[str, str], kind: MentionKind
) -> None:
    others = " ".join(f"{name} left/V 😀." for name in names if name != "Kharkiv")
    assert found(f"Rebels/N shelled/V Kharkiv. {others}", names)[0].mention.kind is kind
