"""What this report does not know: only what is true of this run."""

from __future__ import annotations

from valuecast.report import target
from valuecast.report.blocks import Section, Text, bullets
from valuecast.report.results import Results
from valuecast.wording import Sentence
from valuecast.wording.names import OUTPUT_NAMES
from valuecast.wording.report import limits as words


def section(results: Results) -> Section:
    """What this report does not know."""
    blocks = bullets([("", text) for text in (*_standing(results), *_notes(results))])
    absent = sorted(OUTPUT_NAMES[name] for name in results.absent if name in OUTPUT_NAMES)
    more = (Text(results.say(words.ABSENT, tables=absent), "small"),) if absent else ()
    return Section("limits", words.TITLE, (*blocks, *more))


def _standing(results: Results) -> list[Sentence]:
    sentences = [results.say(words.VALUE), results.say(words.CAUSE)]
    tests = [
        r for r in results.rows("backtest_windows") if r["role"] == "test" and r["horizon_months"] == results.horizon
    ]
    if tests:
        windows = results.count("backtest_windows", len(tests), role="test", horizon_months=results.horizon)
        customers = results.claims("backtest_windows", tests[0])["customers"]
        sentences.append(results.say(words.TEST, windows=windows, customers=customers))
    if target.reached(results) != "met":
        sentences.append(results.say(words.TARGET_NOT_SHOWN))
    if results.get("plan", "supervised", False) and not results.manifest.get("noise_ceiling"):
        sentences.append(results.say(words.NO_CEILING))
    return sentences


def _notes(results: Results) -> list[Sentence]:
    """Those on a single score stand beside the scores."""
    return [sentence for note, sentence in results.notes if "score" not in note.figures]
