import pytest
from tests.interpret.reports import annotated, report

from onrecord.core.annotations import Argument, Predicate
from onrecord.core.spans import Span
from onrecord.interpret.reading import Phrase, SentenceReading

BAGHDAD = (
    "A senior commander from Kataib Hezbollah, an Iran-backed/A group in Iraq that the ministry linked/V to an attack "
    "that killed/V three soldiers in Jordan, died/V in a drone strike on a vehicle in eastern Baghdad."
)


def words(sentence: SentenceReading, phrase: Phrase | None) -> str | None:
    return sentence.span(phrase.first, phrase.end).of(sentence.text) if phrase is not None else None


def phrases(text: str) -> list[str | None]:
    sentence = report(text).sentence()
    return [words(sentence, phrase) for phrase in sentence.phrases]


def at(sentence: SentenceReading, word: str, nth: int = 0) -> int:
    return [i for i, w in enumerate(sentence.words) if w == word][nth]


def subject(text: str, verb: str) -> str | None:
    sentence = report(text).sentence()
    return words(sentence, sentence.subject_of(at(sentence, verb)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A strike on a vehicle in eastern Baghdad", ["A strike", "a vehicle", "eastern Baghdad"]),
        ("Iraq’s Popular/A Mobilisation Forces left/V.", ["Iraq’s Popular Mobilisation Forces"]),
        ("All the wounded/A men and their families", ["All the wounded men", "their families"]),
        ("The soldiers’ homes burned/V.", ["The soldiers’ homes"]),
        ("Kherson was shelled/V by Russian/A forces.", ["Kherson", "Russian forces"]),
        ("The group that he left/V", ["The group", "he"]),
        ("Mayor Yusuf al-Hadi and يوسف الهادي met/V.", ["Mayor Yusuf al-Hadi", "يوسف الهادي"]),
        ("He gave/V it to them 😀.", ["He", "it", "them"]),
        ("", []),
    ],
)
def test_base_noun_phrases_end_at_their_head(text: str, found: list[str]) -> None:
    assert (phrases(text) if text else []) == found


def test_a_relative_pronoun_is_in_no_phrase() -> None:
    assert phrases("The militia, which/O fled/V, returned/V.") == ["The militia"]


def test_a_participle_before_a_noun_is_a_modifier_and_behind_one_it_is_not() -> None:
    assert phrases("The wounded/V men") == ["The wounded men"]
    assert phrases("men wounded/V soldiers") == ["men", "soldiers"]


def test_a_date_stays_with_its_month() -> None:
    assert "February 8" in phrases("They left/V on February 8.")


def test_two_phrases_without_a_word_between_them_begin_at_the_determiner() -> None:
    assert phrases("Yesterday/N the army left/V.") == ["Yesterday", "the army"]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The army shelled/V Kherson.", "shelled", "The army"),
        ("The army has not yet/R shelled/V Kherson.", "shelled", "The army"),
        ("The army, residents said/V, shelled/V Kherson.", "shelled", "The army"),
        ("Gunmen/N from the north attacked/V.", "attacked", "Gunmen"),
        ("A spokesperson for the prime/A minister said/V so.", "said", "A spokesperson"),
        ("The group that/O attacked/V Aden fled/V.", "attacked", "The group"),
        ("The group in Iraq that/O attacked/V Aden fled/V.", "attacked", "The group"),
        ("The militia, which/O attacked/V Aden, fled/V.", "attacked", "The militia"),
        ("The militia (an ally) attacked/V Aden.", "attacked", "The militia"),
        ("The militia — an ally — attacked/V Aden.", "attacked", "The militia"),
        ("“Nobody,” he said/V.", "said", "he"),
        ("Attacked/V at dawn.", "Attacked", None),
        (BAGHDAD, "linked", "the ministry"),
        (BAGHDAD, "killed", "an attack"),
        (BAGHDAD, "died", "A senior commander"),
    ],
)
def test_the_subject_of_a_verb_is_read_from_word_order(text: str, verb: str, expected: str | None) -> None:
    assert subject(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The group that/O bombed/V Aden attacked/V Taiz.", "attacked", "The group"),
        ("The boy who/O was hit/V by a bullet died/V.", "died", "The boy"),
        ("The man who/O said/V rebels attacked/V Aden 😀", "attacked", "rebels"),
        ("The man who/O fled/V when rebels attacked/V Aden", "attacked", "rebels"),
    ],
)
def test_what_closes_a_relative_clause_is_not_the_subject_of_the_main_verb(text: str, verb: str, expected: str) -> None:
    assert subject(text, verb) == expected


def test_who_died_in_a_place_was_not_died_by_anybody() -> None:
    sentence = report("Three soldiers died/V in Jordan.").sentence()
    assert not sentence.is_passive(at(sentence, "died"))


def test_coordinated_parties_of_a_clash_are_not_the_subject_of_what_it_did() -> None:
    assert subject("Clashes/N between the army and rebels killed/V nine.", "killed") == "Clashes"


def test_the_object_stands_behind_its_verb() -> None:
    sentence = report("The army repeatedly shelled/V the old/A town on Monday.").sentence()
    assert words(sentence, sentence.object_of(at(sentence, "shelled"))) == "the old town"


@pytest.mark.parametrize("text", ["He fired/V on the crowd.", "They fled/V.", "He was wounded/V when gunmen came/V."])
def test_a_verb_without_an_object_has_none(text: str) -> None:
    sentence = report(text).sentence()
    verb = next(i for i, tag in enumerate(sentence.upos) if tag == "VERB")
    assert sentence.object_of(verb) is None


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Kherson was shelled/V.", "shelled"),
        ("Two men were later shot/V.", "shot"),
        ("The soldiers have been killed/V.", "killed"),
        ("Five people killed/V in Aden were farmers.", "killed"),
        ("A truck was blown/V up.", "blown"),
        ("The town was hit/V.", "hit"),
    ],
)
def test_participles_behind_a_form_of_be_or_right_behind_their_noun_are_passive(text: str, verb: str) -> None:
    sentence = report(text).sentence()
    assert sentence.is_passive(at(sentence, verb))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The army shelled/V Kherson.", "shelled"),
        ("The army has shelled/V Kherson.", "shelled"),
        ("The army was shelling/V Kherson.", "shelling"),
        ("Rebels/N fled/V the town.", "fled"),
        ("Killed/V at dawn.", "Killed"),
    ],
)
def test_active_verbs_are_not_passive(text: str, verb: str) -> None:
    sentence = report(text).sentence()
    assert not sentence.is_passive(at(sentence, verb))


def test_a_clause_with_a_subject_of_its_own_is_about_the_phrase_before_the_pronoun() -> None:
    sentence = report("The group in Iraq that/O the ministry linked/V to Iran fled/V.").sentence()
    assert words(sentence, sentence.relative_object(at(sentence, "linked"))) == "The group"
    assert sentence.relative_object(at(sentence, "fled")) is None


def test_a_phrase_is_drawn_out_over_of_and_from_but_not_over_in() -> None:
    sentence = report("A senior commander from the Kitara Brigade in Aden died/V.").sentence()
    assert sentence.extended(sentence.phrases[0]).of(sentence.text) == "A senior commander from the Kitara Brigade"


def test_a_chain_of_of_ends_with_its_last_phrase() -> None:
    sentence = report("The head of the office of the president resigned/V.").sentence()
    assert sentence.extended(sentence.phrases[0]).of(sentence.text) == "The head of the office of the president"


def test_a_phrase_hangs_on_the_one_before_its_preposition() -> None:
    sentence = report("A spokesman for the army in Aden said/V so.").sentence()
    last = sentence.phrases[2]
    assert words(sentence, last) == "Aden"
    assert words(sentence, sentence.chain_head(last)) == "A spokesman"


def test_the_phrase_behind_a_preposition_is_not_looked_for_past_a_verb() -> None:
    sentence = report("Kherson was shelled/V and then hit/V by rockets.").sentence()
    first, end = at(sentence, "shelled"), len(sentence)
    assert sentence.phrase_behind("by", first + 1, end) is None
    assert words(sentence, sentence.phrase_behind("by", at(sentence, "hit") + 1, end)) == "rockets"


def test_tokens_of_a_span_are_those_that_share_a_character_with_it() -> None:
    r = report("قتل/V ثلاثة 😀 in Aden.")
    sentence = r.sentence()
    assert [sentence.words[i] for i in sentence.tokens_in(r.span("😀 in"))] == ["😀", "in"]
    assert list(sentence.tokens_in(Span(900, 901))) == []


def test_a_position_belongs_to_the_sentence_that_holds_it_and_to_none_between_two() -> None:
    r = report("Rebels/N fled/V.", "They returned/V.")
    assert r.reading.sentence_at(0) is r.sentence(0)
    assert r.reading.sentence_at(r.span("returned").start) is r.sentence(1)
    assert r.reading.sentence_at(r.text.index("\n")) is None
    assert r.reading.sentence_at(len(r.text)) is None


def test_a_predicate_is_found_by_the_words_of_its_trigger() -> None:
    plain = report("The army opened/V fire.")
    predicate = Predicate(plain.span("fire"), (Argument("ARG0", plain.span("The army"), 0.9),), 0.8)
    reading = annotated(plain, predicates=(predicate,)).reading
    assert reading.predicate_at(plain.span("opened fire")) is predicate
    assert reading.predicate_at(plain.span("The army")) is None
