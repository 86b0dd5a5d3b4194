"""Statements of the bundled reports, through the whole program, against their coded answers.

A coded statement is found where a statement of the program has an overlapping cue and overlapping speaker words (for
a statement without speaker, an overlapping cue alone). Of the statements found, the share with the right act, manner,
parent and, by overlap of at least four fifths of the longer one, extents.
The bundled reports were used while the rules were written: these are figures of a dev set.
"""

import sys

from benchmarks.command import Benchmark, Figures, Request, main
from benchmarks.gold import CORPUS, CodedReport, coded_reports
from benchmarks.scoring import Counts, percent
from onrecord.core.extraction import Extraction, Source, Statement
from onrecord.core.spans import Span

EXTENT_SHARE = 0.8


def matched(report: CodedReport, extraction: Extraction) -> list[tuple[int, Statement]]:
    """Pairs of a coded statement's index and the program's statement for it, one to one."""
    free = [statement for statement in extraction.statements if statement.cue is not None]
    pairs: list[tuple[int, Statement]] = []
    for i, answer in enumerate(report.answers["statements"]):
        cue = report.span(answer["cue"])
        speaker = report.span(answer["speaker_words"]) if answer.get("speaker_words") else None
        for statement in free:
            if statement.cue is not None and statement.cue.overlaps(cue) and _same_speaker(statement, speaker):
                pairs.append((i, statement))
                free.remove(statement)
                break
    return pairs


def _same_speaker(statement: Statement, speaker: Span | None) -> bool:
    if speaker is None or not isinstance(statement.source, Source):
        return speaker is None
    return statement.source.span.overlaps(speaker)


def _extent_is_right(gold: list[Span], found: tuple[Span, ...]) -> bool:
    of_gold = {i for span in gold for i in range(span.start, span.end)}
    of_found = {i for span in found for i in range(span.start, span.end)}
    return bool(of_gold) and len(of_gold & of_found) >= EXTENT_SHARE * max(len(of_gold), len(of_found))


def measure(request: Request) -> Figures:
    """Reads every coded report and compares."""
    counts = Counts()
    right = dict.fromkeys(("act", "manner", "parent", "extent"), 0)
    n_with_content = 0
    for report in coded_reports():
        extraction = request.product.read(report.article)
        pairs = matched(report, extraction)
        answers = report.answers["statements"]
        spoken = sum(statement.cue is not None for statement in extraction.statements)
        counts += Counts(len(pairs), spoken, len(answers))
        gold_id = {statement.id: answers[i]["id"] for i, statement in pairs} | {"s0": "s0"}
        for i, statement in pairs:
            answer = answers[i]
            right["act"] += answer["act"] == statement.act
            right["parent"] += gold_id.get(statement.parent or "s0", "") == answer.get("parent", "s0")
            if answer["content"]:
                n_with_content += 1
                right["manner"] += answer["manner"] == statement.manner
                right["extent"] += _extent_is_right(
                    [report.span(part) for part in answer["content"]], statement.content
                )
    return {
        "found_f1": counts.f1,
        "found_precision": counts.precision,
        "found_recall": counts.recall,
        "act": percent(right["act"], counts.right),
        "parent": percent(right["parent"], counts.right),
        "manner": percent(right["manner"], n_with_content),
        "extent": percent(right["extent"], n_with_content),
    }


STATEMENTS_GOLD = Benchmark("statements_gold", (CORPUS,), measure)

if __name__ == "__main__":
    sys.exit(main(STATEMENTS_GOLD))
