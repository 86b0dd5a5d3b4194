"""Builds the packaged form of the tables in this folder, and their pages under docs/.

python resources/build_tables.py            write them
python resources/build_tables.py --check    exit 1 where what is there differs
"""

import json
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
PACKAGED = HERE.parent / "src" / "onrecord" / "core" / "data"
DOCS = HERE.parent / "docs"

# Forms that the spelling rules below would get wrong.
IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "find": ("finds", "found", "finding"),
    "think": ("thinks", "thought", "thinking"),
    "show": ("shows", "showed", "shown", "showing"),
    "broadcast": ("broadcasts", "broadcast", "broadcasting"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "quip": ("quips", "quipped", "quipping"),
    "beg": ("begs", "begged", "begging"),
    "admit": ("admits", "admitted", "admitting"),
    "commit": ("commits", "committed", "committing"),
    "slam": ("slams", "slammed", "slamming"),
    "spurn": ("spurns", "spurned", "spurning"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "shoot": ("shoots", "shot", "shooting"),
    "strike": ("strikes", "struck", "striking"),
    "hit": ("hits", "hit", "hitting"),
    "behead": ("beheads", "beheaded", "beheading"),
    "blow": ("blows", "blew", "blown", "blowing"),
    "stab": ("stabs", "stabbed", "stabbing"),
    "acquit": ("acquits", "acquitted", "acquitting"),
    "airdrop": ("airdrops", "airdropped", "airdropping"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "go": ("goes", "went", "gone", "going"),
    "regret": ("regrets", "regretted", "regretting"),
    "step": ("steps", "stepped", "stepping"),
    "overthrow": ("overthrows", "overthrew", "overthrown", "overthrowing"),
    "burn": ("burns", "burned", "burnt", "burning"),
    "overrun": ("overruns", "overran", "overrunning"),
    "retake": ("retakes", "retook", "retaken", "retaking"),
    "take": ("takes", "took", "taken", "taking"),
    "flee": ("flees", "fled", "fleeing"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "hold": ("holds", "held", "holding"),
    "meet": ("meets", "met", "meeting"),
    "slay": ("slays", "slew", "slain", "slaying"),
    "kidnap": ("kidnaps", "kidnapped", "kidnapping"),
    "gun": ("guns", "gunned", "gunning"),
    "rape": ("rapes", "raped", "raping"),
    "die": ("dies", "died", "dying"),
    "expel": ("expels", "expelled", "expelling"),
    "set": ("sets", "set", "setting"),
    "fight": ("fights", "fought", "fighting"),
    "fire": ("fires", "fired", "firing"),
    "lose": ("loses", "lost", "losing"),
    "seize": ("seizes", "seized", "seizing"),
    "free": ("frees", "freed", "freeing"),
    "rule out": ("rules out", "ruled out", "ruling out"),
    "ram": ("rams", "rammed", "ramming"),
    "quit": ("quits", "quit", "quitting"),
    "win": ("wins", "won", "winning"),
    "send": ("sends", "sent", "sending"),
    "hang": ("hangs", "hanged", "hanging"),
    "sue": ("sues", "sued", "suing"),
    "travel": ("travels", "travelled", "traveled", "travelling", "traveling"),
    "shell": ("shells", "shelled", "shelling"),
    "lob": ("lobs", "lobbed", "lobbing"),
}
_VOWELS = "aeiou"


def inflected(verb: str) -> list[str]:
    """All forms of an English verb, base form first; ``verb`` may end in a particle ("open fire")."""
    if verb in IRREGULAR:
        return [verb, *IRREGULAR[verb]]
    head, _, particle = verb.partition(" ")
    if particle:
        return [f"{form} {particle}" for form in inflected(head)]
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    if verb.endswith("e"):
        past, present = verb + "d", (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]) + "ing"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        past, present = verb[:-1] + "ied", verb + "ing"
    else:
        past, present = verb + "ed", verb + "ing"
    return [verb, third, past, present]


def plural(noun: str) -> list[str]:
    """A noun phrase and its plural; what ends in a preposition, or is a plural already, has one form."""
    if noun.endswith((" of", " on")) or noun in ("talks", "sanctions", "peace talks", "ceasefire talks"):
        return [noun]
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return [noun, noun + "es"]
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return [noun, noun[:-1] + "ies"]
    return [noun, noun + "s"]


def acts_table() -> list[dict[str, object]]:
    """One entry an act, with every form of its cues."""
    entries = yaml.safe_load((HERE / "acts.yaml").read_text(encoding="utf-8"))
    for entry in entries:
        entry["verbs"] = [inflected(verb) for verb in entry["verbs"]]
        entry["unsure"] = sorted({form for verb in entry.get("unsure", []) for form in inflected(verb)})
        entry.setdefault("phrases", [])
    return entries


def events_table() -> list[dict[str, object]]:
    """One entry a kind, with every form of its triggers."""
    entries = yaml.safe_load((HERE / "events.yaml").read_text(encoding="utf-8"))
    for entry in entries:
        triggers = entry["triggers"]
        entry["needs"] = sorted({form for verb in entry.get("needs", []) for form in inflected(verb)})
        triggers["verbs"] = sorted({form for verb in triggers.get("verbs", []) for form in inflected(verb)})
        triggers["nouns"] = sorted({form for noun in triggers.get("nouns", []) for form in plural(noun)})
    return entries


def acts_page(entries: list[dict[str, object]]) -> str:
    """docs/acts.md."""
    lines = [
        "# Speech acts",
        "",
        "Generated from `resources/acts.yaml`; do not edit. The *stance* is what a speaker does with the event inside",
        "the words: asserts it, denies it, alleges it of somebody, presupposes it, anticipates it, or asks about it.",
        "",
        "| act | meaning | stance | CAMEO | PLOVER | shown by |",
        "|---|---|---|---|---|---|",
    ]
    for entry in entries:
        cues = [forms[0] for forms in entry["verbs"]] + list(entry["phrases"])  # type: ignore[attr-defined,call-overload]
        plover = entry["plover"] or "–"
        codes = f"{entry['stance']} | {entry['cameo']} | {plover}"
        lines.append(f"| `{entry['act']}` | {entry['definition']} | {codes} | {', '.join(cues)} |")
    return "\n".join(lines) + "\n"


def events_page(entries: list[dict[str, object]]) -> str:
    """docs/events.md."""
    lines = [
        "# Kinds of events",
        "",
        "Generated from `resources/events.yaml`; do not edit. Categories and modes are PLOVER's (2021).",
        "",
        "| kind | category | mode | CAMEO | ACLED sub-event | meaning | example |",
        "|---|---|---|---|---|---|---|",
    ]
    for entry in entries:
        lines.append(
            f"| `{entry['kind']}` | {entry['category'] or '–'} | {entry.get('mode') or '–'} "
            f"| {entry.get('cameo') or '–'} | {entry.get('acled') or '–'} "
            f"| {entry['definition']} | {entry['example']} |"
        )
    return "\n".join(lines) + "\n"


def built() -> dict[Path, str]:
    """Every file that this script writes, with its content."""
    acts, events = acts_table(), events_table()
    form = {"ensure_ascii": False, "indent": 1, "sort_keys": True}
    return {
        PACKAGED / "acts.json": json.dumps(acts, **form) + "\n",  # type: ignore[arg-type]
        PACKAGED / "events.json": json.dumps(events, **form) + "\n",  # type: ignore[arg-type]
        DOCS / "acts.md": acts_page(acts),
        DOCS / "events.md": events_page(events),
    }


def main(arguments: list[str]) -> int:
    """Writes the files, or compares them with ``--check``."""
    differing = []
    for path, content in built().items():
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != content:
            differing.append(path)
    for path in differing:
        print(f"{path} is not what the tables give: run python resources/build_tables.py", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
