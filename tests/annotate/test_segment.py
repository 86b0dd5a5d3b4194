import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stopwatch import least_seconds

from onrecord.annotate.segment import segment, sentences_of
from onrecord.core.annotations import Sentence
from onrecord.core.article import Article, Block, BlockKind
from onrecord.core.spans import Span

WIDTHLESS = set(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)


def cut(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences_of(text, 0, len(text), 0)]


def words(text: str) -> list[str]:
    return [token.span.of(text) for sentence in sentences_of(text, 0, len(text), 0) for token in sentence.tokens]


def assert_restores(text: str, start: int, end: int, sentences: tuple[Sentence, ...]) -> None:
    reached = start
    for sentence in sentences:
        assert sentence.tokens, "a sentence holds at least one token"
        assert sentence.span == Span(sentence.tokens[0].span.start, sentence.tokens[-1].span.end)
        for token in sentence.tokens:
            assert token.span.start >= reached, "tokens are in order and do not overlap"
            assert_is_gap(text[reached : token.span.start])
            reached = token.span.end
    assert reached <= end
    assert_is_gap(text[reached:end])


def assert_is_gap(gap: str) -> None:
    assert all(character.isspace() or character in WIDTHLESS for character in gap), repr(gap)


HOSTILE = [
    "",
    " ",
    "a",
    ".",
    "\x00",
    "a\x00b. C\x00",
    "😀",
    "👨‍👩‍👧‍👦 fled. 🇮🇶🇸🇾",
    "\u200d\u200d",
    "قُتِل ثلاثة جنود؟ نعم، قال المتحدث.",
    "\u202bשלום, \u2066העולם\u2069.\u202c He left.",
    "e\u0301te\u0301. \u0301\u0301 Z\u0335",
    "“‘„«「『((([[[",
    "”’“»」』)))]]]",
    'He said: "It is “over.',
    "\ud800 lone surrogate \udfff.",
    "İstanbul İ’ın. ŉ's ß’s",
    "http://" + "." * 50,
    "a@" * 40,
    ".’" * 40,
    ". 31",
    "\r\n\r\n\u2028\u2029\x85",
]


@given(st.text(alphabet=st.characters(), max_size=300))
@settings(max_examples=150, deadline=None)
def test_tokens_and_gaps_restore_any_text(text: str) -> None:
    assert_restores(text, 0, len(text), sentences_of(text, 0, len(text), 0))


@given(st.text(alphabet="aB.?!… \n’'\"“”«»„()-–0123,:@/$\u200d\u202e\u0301ا؟。😀", max_size=120), st.data())
@settings(max_examples=300, deadline=None)
def test_tokens_and_gaps_restore_any_stretch_of_punctuation(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert_restores(text, start, end, sentences_of(text, start, end, 0))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_restored(text: str) -> None:
    assert_restores(text, 0, len(text), sentences_of(text, 0, len(text), 0))


@given(st.text(max_size=80))
@example("Gen. Ali left.")
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_sentences(text: str) -> None:
    assert sentences_of(text, 0, len(text), 3) == sentences_of(text, 0, len(text), 3)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "ab ",
        "a-",
        "a.",
        "A. ",
        "a@",
        "1,",
        "a.com ",
        "\n",
        "a\n \n",
        " ",
        "“",
        ".(",
        "'",
        "x’s ",
        "👨‍👩‍👧",
        "\u200b",
        "1-",
        "9",
    ],
)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    text = (unit * (200_000 // len(unit) + 1))[:200_000]
    sentences = sentences_of(text, 0, len(text), 0)
    taken = least_seconds(lambda: sentences_of(text, 0, len(text), 0), enough=5.0)
    assert taken <= 5.0, "a quadratic rule would take minutes"
    assert (not sentences) == (not text.strip("\u200b \n"))


@pytest.mark.parametrize("text", ["a" * 1_000_000, "The army left. " * 66_667], ids=["one word", "sentences"])
def test_a_line_of_a_megabyte_takes_seconds(text: str) -> None:
    assert least_seconds(lambda: sentences_of(text, 0, len(text), 0), enough=8.0) <= 8.0


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("It ended. He left.", ["It ended.", "He left."], "the plain case"),
        ("“It ended,” he said. He left.", ["“It ended,” he said.", "He left."], "a comma inside the quotation"),
        ("“It ended.” he said.", ["“It ended.” he said."], "a lower-case cue goes on after the stop"),
        ("“Why?” he asked. Nobody knew.", ["“Why?” he asked.", "Nobody knew."], "a cue after a question"),
        ("“Stop!” Rasool said.", ["“Stop!” Rasool said."], "a name and a verb of speaking close the sentence"),
        ("“It ended.” Rasool left.", ["“It ended.”", "Rasool left."], "the closing mark belongs to its sentence"),
        ("“One. Two.” He left.", ["“One.", "Two.”", "He left."], "sentences inside a quotation"),
        ('He said: "No." "Why?" she asked.', ['He said: "No."', '"Why?" she asked.'], "straight marks side by side"),
        ('"One ."He left', ['"One ."', "He left"], "an open mark closes, spaces or not"),
        ("«C’est fini.» Il part.", ["«C’est fini.»", "Il part."], "guillemets"),
        ("»Es ist aus.« Er ging.", ["»Es ist aus.«", "Er ging."], "guillemets the other way round"),
        ("„Es ist aus.“ Er ging.", ["„Es ist aus.“", "Er ging."], "German marks close with “"),
        ("「終わった。」彼は去った。", ["「終わった。」", "彼は去った。"], "corner brackets, no spaces"),
        ("“He told us ‘go.’” We went.", ["“He told us ‘go.’”", "We went."], "nested marks close together"),
        ("“It is over. He left.", ["“It is over.", "He left."], "an unbalanced mark"),
        ("(It ended.) He left.", ["(It ended.)", "He left."], "brackets close their sentence"),
        ("He denied it. (AFP)", ["He denied it.", "(AFP)"], "an opening bracket belongs to what follows"),
        ("Gen. Ali met Lt. Col. Smith.", ["Gen. Ali met Lt. Col. Smith."], "titles"),
        ("The U.S. President left the U.S. The talks ended.", ["The U.S. President left the U.S.", "The talks ended."],
         "an abbreviation ends a sentence only before a usual first word"),
        ("He came on Feb. 8. It rained.", ["He came on Feb. 8.", "It rained."], "month and number"),
        ("He came in Feb. Police left.", ["He came in Feb.", "Police left."], "month at the end"),
        ("He came on Tue. Feb. 6 or Wed. May 7.", ["He came on Tue. Feb. 6 or Wed. May 7."], "dates"),
        ("At 9 a.m. Monday he left.", ["At 9 a.m. Monday he left."], "hour and weekday"),
        ("At 9 p.m. Police left.", ["At 9 p.m.", "Police left."], "hour at the end"),
        ("At 9 a.m. local time he left.", ["At 9 a.m. local time he left."], "hour, lower case after it"),
        ("J. R. Smith left.", ["J. R. Smith left."], "initials"),
        ("See No. 5. It is here.", ["See No. 5.", "It is here."], "No. before a number"),
        ("He said no. He left.", ["He said no.", "He left."], "no at the end"),
        ("It cost $1.2bn. It was 3.5 per cent.", ["It cost $1.2bn.", "It was 3.5 per cent."], "decimals"),
        ("Arms, e.g. rifles, came.", ["Arms, e.g. rifles, came."], "e.g."),
        ("He waited … and left.", ["He waited … and left."], "an ellipsis inside"),
        ("He waited... Then he left.", ["He waited...", "Then he left."], "an ellipsis at the end"),
        ("See https://a.org/x. It is there.", ["See https://a.org/x.", "It is there."], "the stop is not its"),
        ("1. Leave now. 2. Stay.", ["1. Leave now.", "2. Stay."], "numbers of a list"),
        ("Demands:\n- Leave now\n- Stay", ["Demands:", "- Leave now", "- Stay"], "bullets on new lines"),
        ("One line\nbroken by hand.", ["One line\nbroken by hand."], "a single line break is no end"),
        ("A headline\n\nA paragraph", ["A headline", "A paragraph"], "a blank line is"),
        ("هل انتهى؟ نعم. انتهى", ["هل انتهى؟", "نعم.", "انتهى"], "Arabic question mark, letters without case"),
        ("वह गया। वह आया।", ["वह गया।", "वह आया।"], "danda"),
        ("He ended it.Then he left.", ["He ended it.", "Then he left."], "a space forgotten after the stop"),
        ("Troops left. al-Sudani spoke.", ["Troops left.", "al-Sudani spoke."], "a name that begins with its article"),
        ("Boom! 💥 It fell.", ["Boom!", "💥 It fell."], "an emoji begins the next sentence"),
        ("Is it over?! Yes.", ["Is it over?!", "Yes."], "marks in a row"),
        ("He (the guard. no name) left.", ["He (the guard. no name) left."], "lower case goes on"),
        ("Smith et al. said so.", ["Smith et al. said so."], "an unknown abbreviation before lower case"),
        ("Acme Inc. said so. Acme Co. The end.", ["Acme Inc. said so.", "Acme Co.", "The end."], "firms"),
        ("It fell.[12][3] It rose. [aid]", ["It fell.[12][3]", "It rose. [aid]"], "numbers of footnotes"),
        ("It is plan B. The end.", ["It is plan B.", "The end."], "a single letter before a usual first word"),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str], why: str) -> None:
    assert cut(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("don't can’t won't", ["do", "n't", "ca", "n’t", "wo", "n't"], "negations"),
        ("cannot", ["can", "not"], "as in the treebank"),
        ("Iraq’s US's it's he'd I'm", ["Iraq", "’s", "US", "'s", "it", "'s", "he", "'d", "I", "'m"], "endings"),
        ("Sa'd Qur'an Sana'a", ["Sa'd", "Qur'an", "Sana'a"], "apostrophes of names stay"),
        ("the soldiers’ homes", ["the", "soldiers", "’", "homes"], "a plural's possessive"),
        ("US-led al-Sudani 24-year-old F-16s", ["US-led", "al-Sudani", "24-year-old", "F-16s"], "hyphens stay"),
        ("U.S.-led", ["U.S.-led"], "an abbreviation with a hyphen"),
        ("8–12 8-12 2024-02-08", ["8", "–", "12", "8", "-", "12", "2024-02-08"], "ranges are cut, dates are not"),
        ("10-15km", ["10", "-", "15", "km"], "a range with its unit"),
        ("the Gaza–Egypt border", ["the", "Gaza", "–", "Egypt", "border"], "a dash between names"),
        ("$1.2bn US$3m 10,000 3.5% 5km", ["$", "1.2", "bn", "US$", "3", "m", "10,000", "3.5", "%", "5", "km"], "units"),
        ("10:30 9/11 1/2 08/02/2024", ["10:30", "9/11", "1/2", "08/02/2024"], "times and dates"),
        ("4th 1990s ’90s", ["4th", "1990s", "’90s"], "ordinals and decades"),
        ("10am 10a.m. 9 p.m.", ["10", "am", "10", "a.m.", "9", "p.m."], "hours"),
        ("a.b@c.org, #Gaza @user_1", ["a.b@c.org", ",", "#Gaza", "@user_1"], "addresses and tags"),
        ("(https://a.org/b?c=1).", ["(", "https://a.org/b?c=1", ")", "."], "marks after an address are not of it"),
        ("AFP/Reuters", ["AFP", "/", "Reuters"], "a slash parts"),
        ("“It’s ‘over’”", ["“", "It", "’s", "‘", "over", "’", "”"], "quotation marks are tokens"),
        ("``It'' --", ["``", "It", "''", "--"], "typewriter marks"),
        ("Wait... no… yes", ["Wait", "...", "no", "…", "yes"], "ellipses"),
        ("👨‍👩‍👧 👍🏽 🇮🇶🇸🇾", ["👨‍👩‍👧", "👍🏽", "🇮🇶", "🇸🇾"], "emoji sequences are one token each"),
        ("محمد شياع السوداني، قال", ["محمد", "شياع", "السوداني", "،", "قال"], "Arabic with its comma"),
        ("שָׁלוֹם", ["שָׁלוֹם"], "points stay on their letters"),
        ("cafe\u0301 A\u030angstro\u0308m", ["cafe\u0301", "A\u030angstro\u0308m"], "combining marks stay"),
        ("می\u200cرود", ["می\u200cرود"], "a non-joiner inside a word stays"),
        ("\u2067Ali\u2069 left", ["Ali", "left"], "bidi controls stand between tokens"),
        ("a\x00b", ["a", "\x00", "b"], "a control character is not lost"),
        ("bbc.co.uk reported", ["bbc.co.uk", "reported"], "a bare domain"),
        ("U.S U.N. e.g. Ph.D", ["U.S", "U.N.", "e.g.", "Ph", ".", "D"], "inner stops"),
    ],
)
def test_tokens(text: str, expected: list[str], why: str) -> None:
    assert words(text) == expected, why


def test_only_titles_paragraphs_and_captions_are_read_as_sentences() -> None:
    title, credit, subhead, body = "Drone hits Arbil 😀", "(AFP)", "What we know", "It fell. علي left."
    text = f"{title}\n{credit}\n{subhead}\n{body}"
    blocks = []
    reached = 0
    kinds = (BlockKind.TITLE, BlockKind.CREDIT, BlockKind.SUBHEAD, BlockKind.PARAGRAPH)
    for kind, part in zip(kinds, (title, credit, subhead, body), strict=True):
        blocks.append(Block(kind, Span(reached, reached + len(part))))
        reached += len(part) + 1
    sentences = segment(Article(text, tuple(blocks)))
    assert [(sentence.block, sentence.span.of(text)) for sentence in sentences] == [
        (0, title),
        (3, "It fell."),
        (3, "علي left."),
    ]


def test_an_article_without_blocks_has_no_sentences() -> None:
    assert segment(Article("", ())) == ()


def test_a_sentence_never_reaches_over_the_end_of_its_block() -> None:
    text = "It fell and\nrose."
    blocks = (Block(BlockKind.TITLE, Span(0, 11)), Block(BlockKind.PARAGRAPH, Span(12, 17)))
    assert [sentence.span.of(text) for sentence in segment(Article(text, blocks))] == ["It fell and", "rose."]
