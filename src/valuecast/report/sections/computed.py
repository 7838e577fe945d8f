"""How it was computed: windows, methods, signals, and what a repeat needs."""

from __future__ import annotations

from collections.abc import Iterator

from valuecast.report.blocks import Block, Heading, Section, Text, bullets
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.wording import Claim, joined, quoted, say
from valuecast.wording.report import computed as words

Lead = tuple[str, str]
"""A lead, and what follows it."""


def section(results: Results) -> Section:
    """How it was computed."""
    blocks: list[Block] = [*bullets(list(_methods(results))), *_windows(results), *_signals(results)]
    blocks += [Heading(words.REPEAT), *bullets(list(_repeat(results)))]
    return Section("computed", words.TITLE, tuple(blocks))


def _lead(results: Results, sentences: Lead, **figures: object) -> Lead:
    lead, template = sentences
    return lead, results.say(template, **figures)


def _methods(results: Results) -> Iterator[Lead]:
    """What was done, and only what was done in this run."""
    yield from (_lead(results, sentences) for sentences in (words.INPUTS, words.WHO_COUNTS))
    if not results.has("backtest_windows"):
        return
    bootstrap = results.setting("config", "bootstrap")
    draws = say(words.DRAWS, n=bootstrap) if bootstrap.value else ""
    yield from (_lead(results, sentences, draws=draws) for sentences in words.EVIDENCE)
    if results.model:
        yield _lead(results, words.MODEL, model=results.name_of(results.model))


def _windows(results: Results) -> list[Block]:
    rows = sorted(results.rows("backtest_windows"), key=lambda row: (row["horizon_months"], row["as_of"]))
    if not rows:
        return [Text(words.NO_WINDOWS, "caution")]
    partial = (results.manifest.get("sample") or {}).get("is_partial")
    sampled = words.SAMPLED if partial else ""
    grids = grid(results, words.MEASURED_ON, "backtest_windows", rows, words.WINDOW_COLUMNS, sampled=sampled)
    return [Heading(words.WINDOWS), *grids]


def _signals(results: Results) -> list[Block]:
    rows = [{**row, "empty": words.EMPTY[row["null_policy"]]} for row in results.rows("signal_dictionary")]
    grids = grid(results, words.INPUT_TABLE, "signal_dictionary", rows, words.SIGNAL_COLUMNS)
    return [Heading(words.SIGNALS), *grids] if grids else []


def _repeat(results: Results) -> Iterator[Lead]:
    found = results.manifest
    version, seed, digest = (Claim(found.get(name), "manifest", name) for name in ("valuecast", "seed", "config_hash"))
    yield _lead(results, words.VERSION, version=version, seed=seed)
    if digest.value:
        yield _lead(results, words.SETTINGS, hash=digest)
    inputs = found.get("inputs") or []
    if inputs:
        rows = Claim(sum(int(entry.get("rows") or 0) for entry in inputs), "manifest", "inputs.rows", rule="sum")
        tables = Claim(len(inputs), "manifest", "inputs", rule="count")
        yield _lead(results, words.DATA, tables=tables, rows=rows)
    versions = found.get("versions") or {}
    if versions:
        message = joined((quoted(f"{name} {of}", f"versions.{name}") for name, of in sorted(versions.items())), ", ")
        yield _lead(results, words.SOFTWARE, versions=message)
