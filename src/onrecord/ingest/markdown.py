"""Reading a report written in Markdown: its marks become what they mean, and leave the text.

>>> [(line.hint.name, line.text) for line in markdown_lines("# Two **killed**\\nA [mine](https://a.example) went off.")]
[('HEADING', 'Two killed'), ('NONE', 'A mine went off.')]
"""

import re

from onrecord.ingest.lines import Hint, Line, logical_lines

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ ]+(.*?)[ ]*#*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?=.*\w)(.{2,200})\n(?:={3,}|-{3,}) *$", re.MULTILINE)
_QUOTED = re.compile(r"^ {0,3}>[ ]?", re.MULTILINE)
_LONGEST_MARKED = 20_000  # characters; looking for the second half of a mark takes time that grows with the line
_SPANS = (
    (re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"(?<!\w)(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])"), r"\2"),
)


def markdown_lines(text: str) -> list[Line]:
    """The lines of a cleaned Markdown text, without its marks."""
    text = _UNDERLINED.sub(r"\n# \1\n", _QUOTED.sub("", text))
    text = _HEADING.sub(r"\n# \2\n", text)
    lines: list[Line] = []
    for line in logical_lines(text):
        heading = line.text.startswith("# ")
        plain = line.text.removeprefix("# ") if heading else line.text
        for pattern, replacement in _SPANS if len(plain) <= _LONGEST_MARKED else ():
            plain = pattern.sub(replacement, plain)
        if plain.strip():
            lines.append(Line(plain.strip(), Hint.HEADING if heading else Hint.NONE))
    return lines
