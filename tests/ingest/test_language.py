"""A foreign report is recognised, a short or name-heavy English one is not lost."""

import pytest

from onrecord.ingest.language import identify

ENGLISH = "Two soldiers were killed on Monday when a mine exploded near the town, the army said in a statement."


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "قتل جنديان وأصيب ثالث في انفجار لغم قرب البلدة يوم الاثنين وفق ما أعلن الجيش في بيان له"),
        ("fr", "Deux soldats ont été tués lundi dans l’explosion d’une mine près de la ville, a annoncé l’armée."),
        ("es", "Dos soldados murieron el lunes cuando una mina estalló cerca del pueblo, informó el ejército."),
        (
            "de",
            "Zwei Soldaten wurden am Montag getötet, als in der Nähe der Stadt eine Mine explodierte, teilte die Armee mit.",  # noqa: E501
        ),
        ("uk", "Двоє військових загинули в понеділок унаслідок вибуху міни поблизу міста, повідомила армія."),
        ("tr", "Kasabanın yakınında pazartesi günü mayın patladı, iki asker hayatını kaybetti, ordu açıklama yaptı."),
        ("zh", "军方表示，星期一该镇附近发生地雷爆炸，造成两名士兵死亡，另有一名士兵受伤。"),
        ("pl", "Dwóch żołnierzy zginęło w poniedziałek w wybuchu miny w pobliżu miasta, poinformowała armia."),
    ],
)
def test_a_foreign_report_is_foreign(code: str, text: str) -> None:
    language = identify(text)
    assert (language.code, language.foreign) == (code, True)


def test_an_english_report_is_english() -> None:
    assert identify(ENGLISH).code == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Two killed in Mosul.",
        "Houthi drone hits tanker",
        "Drone strike kills three Kataib Hezbollah fighters in eastern Baghdad",
        "Volodymyr Zelenskyy met Recep Tayyip Erdoğan and Oleksandr Syrskyi in Kyiv on Monday.",
        "Abu Baqir al-Saadi (أبو باقر الساعدي) was killed in Mashtal, Kataib Hezbollah said.",
        "Maj. Gen. Yahya Saree: Houthis target Galaxy Leader off Hodeidah",
    ],
)
def test_a_short_english_report_is_not_taken_for_foreign(text: str) -> None:
    assert not identify(text).foreign


def test_too_few_letters_say_nothing() -> None:
    for text in ("", "🔥", "مات", "12", "A"):
        assert identify(text).code is None
        assert not identify(text).foreign


def test_what_the_page_says_is_believed_where_the_text_is_too_short() -> None:
    assert identify("Nour", "en-GB").code == "en"
    assert identify("Nour", "fr").code is None


def test_what_the_page_says_does_not_make_a_foreign_text_english() -> None:
    assert identify("Deux soldats ont été tués lundi dans l’explosion d’une mine près de la ville.", "en").foreign


def test_an_english_report_with_a_foreign_quotation_is_english() -> None:
    assert identify(ENGLISH + " « Nous ne partirons pas », a dit le maire aux habitants de la ville.").code == "en"
