"""Bylines, publisher lines, agencies and datelines are told from sentences that look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.agencies import agency_line, is_agency, trailing_agency
from onrecord.ingest.credits import bracketed_name, byline, is_sign_off, looks_like_publisher, owner
from onrecord.ingest.datelines import read_dateline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Sara Haddad", "Sara Haddad"),
        ("BY SARA HADDAD", "SARA HADDAD"),
        ("by Sara Haddad", "Sara Haddad"),
        ("By: Sara Haddad", "Sara Haddad"),
        ("By Sara al-Haddad and Omar Aziz", "Sara al-Haddad and Omar Aziz"),
        ("By Sara Haddad, Omar Aziz and Nour Saleh", "Sara Haddad, Omar Aziz and Nour Saleh"),
        ("By Sara Haddad in Tal Nour", "Sara Haddad"),
        ("By Sara Haddad, Tal-Nour", "Sara Haddad"),
        ("By Ludwig van der Berg", "Ludwig van der Berg"),
        ("By محمد علي", "محمد علي"),
        ("By Олена Тарасюк", "Олена Тарасюк"),
        ("Sara Haddad, Correspondent", "Sara Haddad"),
        ("Sara Haddad, Middle East correspondent", "Sara Haddad"),
        ("Sara Haddad | Staff Writer", "Sara Haddad"),
        ("Our Correspondent", "Our Correspondent"),
        ("By Our Staff Reporter", "Our Staff Reporter"),
        ("Web Desk", "Web Desk"),
        ("Written by Sara Haddad", "Sara Haddad"),
    ],
)
def test_a_byline_gives_its_names(line: str, names: str) -> None:
    assert byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Wednesday, twelve people had died",
        "By Sara Haddad was the last book he read.",
        "By force of arms",
        "By the river",
        "By night the shelling resumed",
        "By February the town was empty",
        "Two killed in Tal Nour, say reporters",
        "Troops, reporters",
        "The Delta Tribune, staff",
        "",
        "By",
        "By 🕊️",
    ],
)
def test_a_line_that_only_begins_like_a_byline_is_none(line: str) -> None:
    assert byline(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Tal Nour tribune",
        "The Delta Times",
        "The Guardian",
        "Delta News",
        "Radio Tal Nour",
        "The Daily Star",
        "deltacourier.example.com",
        "www.delta-courier.org",
        "Agence Tal Nour",
        "The Weekly Ledger",
    ],
)
def test_the_name_of_a_medium_is_known_by_its_shape(line: str) -> None:
    assert looks_like_publisher(line)


@pytest.mark.parametrize(
    "line",
    [
        "Breaking News",
        "World News",
        "Army seizes post",
        "Protests rock Beirut today",
        "Two killed near Tal Nour",
        "Fake news",
        "Bus overturns near Tal Nour market after long day of rain and news",
        "U.S.",
        "محمد",
        "",
    ],
)
def test_a_headline_is_no_name_of_a_medium(line: str) -> None:
    assert not looks_like_publisher(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2024 The Delta Courier. All rights reserved.", "The Delta Courier"),
        ("Copyright 2024 Delta News", "Delta News"),
        ("© Rue 12. Reproduction prohibited.", "Rue 12"),
        ("© Getty Images", None),
        ("© 2024", None),
        ("© all rights reserved", None),
        ("© the people who took part in it", None),
    ],
)
def test_a_copyright_line_names_its_owner_or_nobody(line: str, name: str | None) -> None:
    assert owner(line) == name


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(Agencies)", "Agencies"),
        ("(AFP)", "AFP"),
        ("[Reuters]", "Reuters"),
        ("— Reuters", "Reuters"),
        ("– AFP", "AFP"),
        ("AP", "AP"),
        ("Agencies", "Agencies"),
        ("Source: AFP", "AFP"),
        ("(Source: AFP)", "AFP"),
        ("With input from agencies", "agencies"),
        ("with additional reporting by Reuters", "Reuters"),
        ("(AFP/Reuters)", "AFP/Reuters"),
        ("(AP, AFP and Reuters)", "AP, AFP and Reuters"),
        ("(AA)", "AA"),
        ("The Associated Press", "The Associated Press"),
    ],
)
def test_a_line_that_credits_an_agency_gives_it(line: str, agency: str) -> None:
    assert agency_line(line) == agency


@pytest.mark.parametrize("line", ["AA", "INA", "Agencies have left the town", "(he said)", "Reuters said so", "", "PA"])
def test_a_line_that_is_no_credit_gives_no_agency(line: str) -> None:
    assert agency_line(line) is None


@pytest.mark.parametrize(
    ("paragraph", "credit"),
    [
        ("They left the town. (Agencies)", "(Agencies)"),
        ("“They left the town”. (Agencies)", "(Agencies)"),
        ("“They left the town.” (AFP)", "(AFP)"),
        ("They left the town.(AFP, AP)", "(AFP, AP)"),
        ("They left the town. — Reuters", "— Reuters"),
        ("غادروا المدينة. (AFP)", "(AFP)"),
    ],
)
def test_a_credit_after_the_last_sentence_is_found(paragraph: str, credit: str) -> None:
    found = trailing_agency(paragraph)
    assert found is not None
    assert paragraph[found[0] :] == credit
    assert found[1] in credit


@pytest.mark.parametrize(
    "paragraph",
    ["He told a news agency (Reuters)", "He works for AP.", "They left. (Monday)", "(AFP)", "He left – Reuters."],
)
def test_an_agency_inside_a_sentence_is_no_credit(paragraph: str) -> None:
    assert trailing_agency(paragraph) is None


def test_an_agency_is_known_by_name_and_several_are_agencies_too() -> None:
    assert is_agency("Reuters")
    assert is_agency("AFP, AP and dpa")
    assert not is_agency("Sara Haddad")


def test_a_name_alone_in_brackets_is_read() -> None:
    assert bracketed_name("(Levant Wire)") == "Levant Wire"
    assert bracketed_name("(and then they left the town for good)") is None
    assert bracketed_name("Levant Wire") is None


@pytest.mark.parametrize(
    "line", ["(Reporting by Sara Haddad; Editing by Omar Aziz)", "Additional reporting by Nour Saleh"]
)
def test_a_sign_off_is_known(line: str) -> None:
    assert is_sign_off(line)


def test_a_sentence_about_reporting_is_no_sign_off() -> None:
    assert not is_sign_off("Reporting on the war has become harder, he said.")


DATELINES = [
    ("TAL NOUR, Feb 8 (Reuters) - ", "TAL NOUR", "Feb 8", "Reuters"),
    ("KYIV (AP) — ", "KYIV", None, "AP"),
    ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", None, "AP"),
    ("GENEVA/NEW YORK, 8 February 2024 – ", "GENEVA/NEW YORK", "8 February 2024", None),
    ("Beirut (AFP) – ", "Beirut", None, "AFP"),
    ("Baghdad, Feb 8 (Reuters) - ", "Baghdad", "Feb 8", "Reuters"),
    ("ISLAMABAD: ", "ISLAMABAD", None, None),
    ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", None, "AP"),
    ("N'DJAMENA - ", "N'DJAMENA", None, None),
    ("SANAA, Yemen, Feb. 8, 2024 (AP) — ", "SANAA, Yemen", "Feb. 8, 2024", "AP"),
    ("WASHINGTON, D.C. — ", "WASHINGTON, D.C.", None, None),
    ("NEW DELHI, Feb 8 (PTI) ", "NEW DELHI", "Feb 8", "PTI"),
    ("DEIR AL-BALAH, Gaza Strip (AP) — ", "DEIR AL-BALAH, Gaza Strip", None, "AP"),
    ("UNITED NATIONS, Feb 8 (Xinhua) -- ", "UNITED NATIONS", "Feb 8", "Xinhua"),
    ("Gaza City, Thursday, Feb 8 (WAFA) - ", "Gaza City", "Thursday, Feb 8", "WAFA"),
    ("BAMAKO (Levant Wire) — ", "BAMAKO", None, "Levant Wire"),
    ("(Reuters) - ", None, None, "Reuters"),
    ("Feb 8 (Reuters) - ", None, "Feb 8", "Reuters"),
    ("BAGHDAD (Reuters)—", "BAGHDAD", None, "Reuters"),
]


@pytest.mark.parametrize(("line", "place", "date", "agency"), DATELINES)
def test_a_dateline_gives_place_date_and_agency(
    line: str, place: str | None, date: str | None, agency: str | None
) -> None:
    found = read_dateline(line + "Two soldiers were killed, محمد العلي said. 🕊️")
    assert found is not None
    assert found.line == line.rstrip()
    assert (found.line[slice(*found.place)] if found.place else None) == place
    assert (found.line[slice(*found.date)] if found.date else None) == date
    assert found.agency == agency


@pytest.mark.parametrize(
    "paragraph",
    [
        "Three soldiers – all from Tal Nour – were killed.",
        "Iraq - which borders Iran - protested.",
        "On Monday - the second day - they left.",
        "NATO: we are ready, its chief said.",
        "US - led forces left.",
        "BREAKING: Two killed in Tal Nour.",
        "LIVE – Two killed in Tal Nour.",
        "UPDATE: the toll has risen to four.",
        "Ahmad (Labour) - the member for Nour - resigned.",
        "May 3 - We left the town.",
        "A - b",
        "TAL NOUR —",
        "Two killed.",
        "",
        "تل النور - قتل جنديان",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


@given(st.text(alphabet=st.sampled_from("ABab -—:,()/.8م🕊"), max_size=80))
def test_a_dateline_is_always_the_beginning_of_its_paragraph(paragraph: str) -> None:
    found = read_dateline(paragraph)
    assert found is None or (paragraph.startswith(found.line) and len(found.line) < len(paragraph.rstrip()))
