"""How it was computed: windows, methods, signals, and what a repeat needs."""

from __future__ import annotations

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, bullets
from valuecast.report.results import Results
from valuecast.wording.numbers import UNKNOWN, amount, count, day, plural


def section(results: Results) -> Section:
    """How it was computed."""
    blocks: list[Block] = [*bullets(_methods(results)), *_windows(results), *_signals(results), *_repeat(results)]
    return Section("computed", "How it was computed", tuple(blocks))


def _methods(results: Results) -> list[tuple[str, str]]:
    """What was done, and only what was done in this run."""
    said = [
        ("Inputs.", "Signals come from the days before as_of only."),
        (
            "Who counts.",
            f"Models, scores and their tests are about {results.grain}s active at least once in the past window; "
            "the others are Dormant.",
        ),
    ]
    if not results.has("backtest_windows"):
        return said
    bootstrap = results.get("config", "bootstrap")
    draws = f"{count(bootstrap)} " if bootstrap else ""
    said += [
        ("Labels.", "High-value is decided from the future window only."),
        (
            "Windows.",
            "Each window is one month after the last. A method that predicts a window has learned only from windows "
            "whose future had ended by then, so no label overlaps the time being predicted.",
        ),
        ("Intervals.", f"95 %, from {draws}resamples of {results.grain}s; differences on the same resamples."),
    ]
    if results.model:
        said.append(
            (
                "Model.",
                f"{results.name_of(results.model)}: the simplest within one standard error of the best on "
                f"validation windows. "
                "Calibration and threshold were chosen there too. The test window was opened once, after.",
            )
        )
    return said


def _windows(results: Results) -> list[Block]:
    rows = tuple(
        (
            row["window_id"],
            str(row["horizon_months"]),
            row["role"],
            f"{day(row['past_start'])} to {day(row['as_of'])}",
            day(row["future_end"]),
            row["trained_on"] or UNKNOWN,
            count(row["customers"]),
            count(row["high_value"]),
            amount(row["threshold"]),
        )
        for row in sorted(results.rows("backtest_windows"), key=lambda row: (row["horizon_months"], row["as_of"]))
    )
    if not rows:
        return [Text("There were no windows with a known future, so nothing was backtested.", "caution")]
    drawn = " drawn" if (results.manifest.get("sample") or {}).get("is_partial") else ""
    header = (
        "window",
        "months ahead",
        "role",
        "past (end not included)",
        "future ends",
        "learned from",
        f"{results.grain}s{drawn}",
        f"high-value{drawn}",
        f"least {results.value_name}",
    )
    return [Heading("Windows"), Grid("What everything was measured on", header, rows, frozenset({1, 6, 7, 8}))]


def _signals(results: Results) -> list[Block]:
    rows = tuple(
        (
            row["signal"],
            row["dimension"],
            row["unit"],
            row["meaning"],
            "none of it" if row["null_policy"] == "zero" else "unknown",
            "yes" if row["used_in_scores"] else "no",
            "yes" if row["used_in_models"] else "no",
        )
        for row in results.rows("signal_dictionary")
    )
    header = ("signal", "dimension", "unit", "what it is", "empty means", "in scores", "in models")
    return [Heading("Signals"), Grid("The inputs, and whether each could be used", header, rows)] if rows else []


def _repeat(results: Results) -> list[Block]:
    said = [
        (
            "Version.",
            f"valuecast {results.manifest.get('valuecast') or UNKNOWN}, seed {results.manifest.get('seed', UNKNOWN)}.",
        )
    ]
    if results.manifest.get("config_hash"):
        said.append(
            ("Settings.", f"All of them are in manifest.json; their hash is {results.manifest['config_hash']}.")
        )
    inputs = results.manifest.get("inputs") or []
    if inputs:
        rows = sum(int(entry.get("rows") or 0) for entry in inputs)
        said.append(
            ("Data.", f"{plural(len(inputs), 'table')}, {count(rows)} rows; their fingerprints are in manifest.json.")
        )
    versions = results.manifest.get("versions") or {}
    if versions:
        said.append(("Software.", ", ".join(f"{name} {version}" for name, version in sorted(versions.items())) + "."))
    return [Heading("To repeat it"), *bullets(said)]
