"""Bytes become characters, and characters that nobody can see are removed and named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.article import LeftOut, LeftOutKind
from onrecord.ingest.characters import clean, decode

SENTENCE = "Two men – one of them محمد العلي – were killed in Tal Nour, the café’s owner said. 🕊️"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_or_utf8_is_understood(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_a_declared_charset_is_believed() -> None:
    page = '<meta charset="windows-1251"><p>Сараевская площадь</p>'
    assert decode(page.encode("windows-1251")) == page


def test_a_declaration_in_xml_is_believed() -> None:
    page = '<?xml version="1.0" encoding="koi8-r"?><p>Площадь</p>'
    assert decode(page.encode("koi8-r")) == page


def test_a_page_that_calls_itself_latin_but_is_utf8_is_read_as_utf8() -> None:
    page = '<meta charset="iso-8859-1"><p>“Tal Nour”</p>'
    assert decode(page.encode()) == page


def test_latin_on_the_web_means_windows_1252() -> None:
    page = '<meta charset="iso-8859-1"><p>“Tal Nour”</p>'
    assert decode(page.encode("cp1252")) == page


def test_undeclared_windows_1252_is_the_last_resort() -> None:
    assert decode("the café’s owner".encode("cp1252")) == "the café’s owner"


@pytest.mark.parametrize("label", ["base64", "rot13", "utf-16", "no-such-charset", "hex", "idna"])
def test_a_charset_that_cannot_be_true_is_ignored(label: str) -> None:
    page = f'<meta charset="{label}"><p>café</p>'
    assert decode(page.encode()) == page


def test_a_wrong_declaration_does_not_lose_the_text() -> None:
    page = '<meta charset="utf-8"><p>café</p>'
    assert decode(page.encode("cp1252")) == page


def test_damaged_utf8_keeps_the_characters_that_are_whole() -> None:
    data = "Tal Nour: محمد العلي ".encode() + b"\x81\xff"
    assert decode(data).startswith("Tal Nour: محمد العلي ")


@given(st.binary(max_size=300))
def test_any_bytes_give_some_characters(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_line_ends_of_all_kinds_become_newlines() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x85f\fg\vh")[0] == "a\nb\nc\nd\ne\nf\ng\nh"


def test_spaces_of_all_kinds_become_one_space() -> None:
    assert clean("Tal\u00a0Nour\t\u2009 has\u202f10\u3000men")[0] == "Tal Nour has 10 men"


def test_control_characters_are_removed_and_counted() -> None:
    text, noted = clean("Two\x00 de\x07ad\x00")
    assert text == "Two dead"
    assert noted == (
        LeftOut(LeftOutKind.CONTROL_CHARACTERS, "U+0000 × 2"),
        LeftOut(LeftOutKind.CONTROL_CHARACTERS, "U+0007 × 1"),
    )


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
def test_controls_of_direction_are_removed_and_named(code: int) -> None:
    text, noted = clean(f"the {chr(code)}army")
    assert (text, noted[0].text) == ("the army", f"U+{code:04X} × 1")


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\ufeff", "\u2060", "\x7f", "\x9d", "\ud800"])
def test_what_would_hide_inside_a_name_is_removed(invisible: str) -> None:
    assert clean(f"Bagh{invisible}dad")[0] == "Baghdad"


@pytest.mark.parametrize("kept", ["👩‍👧", "می‌خواهم", "e\u0301", "é", "نور", "🕊️", "”"])
def test_what_is_printed_stays_as_it_is_printed(kept: str) -> None:
    assert clean(kept) == (kept, ())


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once, _ = clean(text)
    assert clean(once) == (once, ())
