"""Media and agencies by the names on publisher lines and in credits."""

import pytest

from onrecord.core.annotations import MentionKind
from onrecord.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("qatar tribune", "Qatar Tribune"),
        ("Qatar tribune", "Qatar Tribune"),
        ("QATAR TRIBUNE", "Qatar Tribune"),
        ("Al Jazeera", "Al Jazeera"),
        ("Aljazeera", "Al Jazeera"),
        ("الجزيرة", "Al Jazeera"),
        ("The New York Times", "The New York Times"),
        ("New York Times", "The New York Times"),
        ("Guardian", "The Guardian"),
        ("Reuters", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("AP", "Associated Press"),
        ("The Sun", "The Sun"),
        ("Time", "Time"),
        ("Dawn", "Dawn"),
        ("Anadolu Agency", "Anadolu Agency"),
        ("RÚDAW", "Rudaw"),
        ("Hürriyet Daily News", "Hürriyet"),
        ("The Straits Times", "The Straits Times"),
        ("BBC News", "BBC"),
    ],
)
def test_a_medium_has_one_usual_name(gazetteer: Gazetteer, written: str, name: str) -> None:
    assert gazetteer.medium(written) == name


@pytest.mark.parametrize("written", ["", "🕊", "Kataib Hezbollah", "Baghdad", "By our correspondent", "Agencies"])
def test_what_is_no_medium_is_none(gazetteer: Gazetteer, written: str) -> None:
    assert gazetteer.medium(written) is None
    assert not gazetteer.is_agency(written)


@pytest.mark.parametrize(
    "written",
    ["Reuters", "AFP", "AP", "dpa", "Xinhua", "TASS", "IRNA", "SANA", "WAFA", "Anadolu", "Press Trust of India"],
)
def test_an_agency_is_known_as_one(gazetteer: Gazetteer, written: str) -> None:
    assert gazetteer.is_agency(written)


@pytest.mark.parametrize("written", ["Qatar Tribune", "Al Jazeera", "CNN", "The Guardian", "Kyiv Independent"])
def test_a_newspaper_or_broadcaster_is_no_agency(gazetteer: Gazetteer, written: str) -> None:
    assert gazetteer.medium(written) is not None
    assert not gazetteer.is_agency(written)


@pytest.mark.parametrize("word", ["Time", "The Sun", "the sun", "dawn", "The Independent", "The Hill", "Metro", "PA"])
def test_a_common_word_is_a_medium_only_where_a_medium_is_looked_for(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.actors(word) == ()
    assert gazetteer.medium(word) is not None


def test_a_medium_in_a_sentence_is_an_actor(gazetteer: Gazetteer) -> None:
    (actor,) = gazetteer.actors("Al-Jazeera")
    assert (actor.kind, actor.sector, actor.country) == (MentionKind.MEDIA, "MED", "QAT")
