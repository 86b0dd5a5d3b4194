"""From bytes to clean characters: the encoding, the line ends, and the characters that nobody can see.

Characters stay as they were printed (nothing is composed or decomposed); only what cannot be printed goes, and is
noted. White space within a line becomes one space, because no reader can tell a no-break space from another.

>>> clean("Two\\x00 dead\\r\\nin Tal\\u00a0Nour")
('Two dead\\nin Tal Nour', (LeftOut(kind=<LeftOutKind.CONTROL_CHARACTERS: 'control-characters'>, text='U+0000 × 1'),))

Sources: the WHATWG encoding standard (labels such as "latin-1" mean windows-1252 on the web); Unicode annex 9 for the
bidirectional controls, which can make a text read differently from how it is stored.
"""

import codecs
import re
from collections import Counter

from onrecord.core.article import LeftOut, LeftOutKind

# What the WHATWG standard decodes as windows-1252, whatever the page calls it.
_WEB_LATIN = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1", "windows-1252"})
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9][\w.:-]{1,30})""")
_DECLARATION_REACH = 4096  # bytes; browsers look at the first 1,024, badly made pages put the declaration later

_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
# C0 and C1 controls, DEL, soft hyphen, zero-width space and joiner marks without a visible effect, bidi controls,
# lone surrogates. The joiners U+200C and U+200D stay: Persian spelling and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SPACES = re.compile(r"[^\S\n]+")


def decode(data: bytes) -> str:
    """The characters of ``data``: by byte order mark, declared charset, UTF-8, and at last windows-1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in (*_declared_encodings(data), "utf-8"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        # Neither: mostly UTF-8 with damaged bytes, or windows-1252 with bytes that it does not use.
        text = data.decode("utf-8", "replace")
        damaged = text.count("\N{REPLACEMENT CHARACTER}")
        whole = sum(character > "\x7f" for character in text) - damaged
        return text if whole >= damaged else data.decode("cp1252", "replace")


def _declared_encodings(data: bytes) -> tuple[str, ...]:
    found = _DECLARED.search(data[:_DECLARATION_REACH])
    if not found:
        return ()
    label = found.group(1).decode("ascii").lower()
    if label in _WEB_LATIN:
        # Pages that call themselves Latin-1 are often UTF-8; valid UTF-8 with non-ASCII bytes is no accident.
        return ("utf-8", "cp1252")
    try:
        codec = codecs.lookup(label)
    except LookupError:
        return ()
    # Codecs that do not give text (base64, rot13) are no encodings of a page; a page whose declaration we could
    # read as ASCII is not in UTF-16, whatever it says.
    is_text = getattr(codec, "_is_text_encoding", True)
    return (label,) if is_text and not codec.name.startswith(("utf-16", "utf-32", "idna", "punycode")) else ()


def clean(text: str) -> tuple[str, tuple[LeftOut, ...]]:
    """``text`` with ``\\n`` line ends, single spaces and no invisible characters, and a note of what was removed."""
    text = _LINE_ENDS.sub("\n", text)
    removed = Counter(_INVISIBLE.findall(text))
    if removed:
        text = _INVISIBLE.sub("", text)
    return _SPACES.sub(" ", text), tuple(
        LeftOut(LeftOutKind.CONTROL_CHARACTERS, f"U+{ord(character):04X} × {n}")
        for character, n in sorted(removed.items())
    )
