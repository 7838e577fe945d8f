"""Early warnings: what sets each off, what does not, and how they are ranked."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.actions import early_warnings, plan_actions
from valuecast.actions.alert_rules import KINDS
from valuecast.actions.alerts import detect
from valuecast.actions.change_point import likeliest_drops, without_common_moves
from valuecast.actions.false_alarms import RATES
from valuecast.contracts import INTERMEDIATE, OUTPUTS
from valuecast.wording.notes import sentence
from valuecast.wording.rows import in_words

AS_OF = date(2024, 11, 1)


def _table(name: str, rows: list[dict[str, object]]) -> pa.Table:
    contract = INTERMEDIATE[name]
    return contract.conform(pa.Table.from_pylist(rows, schema=contract.empty().schema))


def _signals(**days: tuple[float, float]) -> pa.Table:
    """Signals of today: (days since last, times the usual gap) and value by customer."""
    rows = [
        {
            "window_id": "today",
            "customer_id": c,
            "active": True,
            "days_since_last": d,
            "recency_ratio": r,
            "value": 100.0,
        }
        for c, (d, r) in days.items()
    ]
    return pa.Table.from_pylist(rows)


def _watched(**rows: list[dict[str, object]]) -> dict[str, pa.Table]:
    return {name: _table(name, rows.get(name, [])) for name in ("weeks", "blocks", "champions", "answers")}


def _kinds(signals: pa.Table, watched: dict[str, pa.Table]) -> set[tuple[str, str]]:
    return {(w.customer_id, w.kind) for w in detect(signals, watched, as_of=AS_OF)}


def test_silence_is_judged_by_the_customers_own_rhythm() -> None:
    """Twenty days are a warning for a daily user and nothing for a monthly one; three days are never one."""
    found = _kinds(_signals(daily=(20.0, 19.0), monthly=(20.0, 0.7), fresh=(3.0, 9.0)), _watched())
    assert found == {("daily", "silence")}


@settings(deadline=None, derandomize=True)
@given(st.floats(0, 100), st.floats(0, 50), st.floats(0, 1))
def test_more_recent_activity_never_raises_the_warning(days: float, gaps: float, share: float) -> None:
    """A customer seen later is never warned of more strongly: strength falls with the days since."""

    def strength(part: float) -> float:
        rows = detect(_signals(c=(days * part, gaps * part)), _watched(), as_of=AS_OF)
        return max((w.strength for w in rows), default=-1.0)

    assert strength(share) <= strength(1.0)


def _weeks(customer: str, values: list[float]) -> list[dict[str, object]]:
    """Weekly values, oldest first."""
    return [{"customer_id": customer, "week": len(values) - 1 - i, "value": v} for i, v in enumerate(values)]


def test_a_lasting_drop_is_found_with_its_week() -> None:
    """Half the value for eight weeks is a drop that began eight weeks ago; one bad week and a rise are none."""
    rng = np.random.default_rng(0)
    steady = (100 + rng.normal(0, 5, 26)).tolist()
    rows = _weeks("halved", [*steady[:18], *(v / 2 for v in steady[18:])]) + _weeks("steady", steady)
    rows += _weeks("one bad week", [*steady[:25], 1.0]) + _weeks(
        "rising", [*(v / 2 for v in steady[:18]), *steady[18:]]
    )
    signals = _signals(**dict.fromkeys(("halved", "steady", "one bad week", "rising"), (1.0, 1.0)))
    found = [w for w in detect(signals, _watched(weeks=rows), as_of=AS_OF) if w.kind == "usage_drop"]
    assert [w.customer_id for w in found] == ["halved"]
    assert found[0].since == AS_OF - timedelta(weeks=8)
    assert found[0].strength == pytest.approx(0.5, abs=0.05)


def test_what_happens_to_everybody_warns_of_nobody() -> None:
    """Instrumentation that loses half of all value from one week on is no customer's drop."""
    rng = np.random.default_rng(1)
    names = [f"c{i:02d}" for i in range(30)]
    rows = [
        row
        for name in names
        for row in _weeks(name, ((100 + rng.normal(0, 5, 26)) * np.where(np.arange(26) < 18, 1.0, 0.5)).tolist())
    ]
    assert not _kinds(_signals(**dict.fromkeys(names, (1.0, 1.0))), _watched(weeks=rows))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=30), st.sampled_from([0.5, 2.0, 1024.0]))
def test_drops_do_not_depend_on_the_unit(values: list[float], factor: float) -> None:
    """P and the week are the same in minutes and hours, and p is a chance."""
    series = np.array([values])
    one, other = likeliest_drops(series), likeliest_drops(series * factor)
    assert one.p.tolist() == other.p.tolist()
    assert one.weeks_since.tolist() == other.weeks_since.tolist()
    assert 0 <= one.p[0] <= 1


def test_few_customers_have_nothing_in_common() -> None:
    """Below twenty customers each series stays as it is."""
    series = np.random.default_rng(0).exponential(1, (5, 8))
    assert np.array_equal(without_common_moves(series), series)


def _champion(customer: str, share: float, silent: int) -> dict[str, object]:
    last = AS_OF - timedelta(days=silent + 1)
    row = {"customer_id": customer, "member_id": "m1", "share": share, "days": 40.0, "usual_gap": 2.0}
    return {**row, "last_day": last}


def test_a_champion_is_missed_only_while_others_go_on() -> None:
    """Gone 40 days with 30 % of all use is a warning; a small share, a short absence or a silent account is not."""
    rows = [_champion("gone", 0.3, 40), _champion("small", 0.1, 40), _champion("short", 0.3, 10)]
    rows.append(_champion("all silent", 0.3, 40))
    signals = _signals(gone=(1.0, 1.0), small=(1.0, 1.0), short=(1.0, 1.0), **{"all silent": (40.0, 2.0)})
    assert _kinds(signals, _watched(champions=rows)) == {("gone", "champion_gone")}


def test_breadth_tickets_and_ratings() -> None:
    """Fewer features, a surge of tickets, a low and a falling rating are warnings; usual figures are not."""
    features = {"shrunk": [2, 10, 11, 10, 9, 9], "usual": [9, 10, 11, 10, 9, 9], "few": [1, 3, 3, 3, 3, 3]}
    opened = {"surge": [8, 1, 1, 1, 1, 1], "always": [8, 7, 9, 8, 8, 8]}
    blocks = [
        {"customer_id": c, "block": i, "features_used": float(n), "tickets": 0.0}
        for c, counts in features.items()
        for i, n in enumerate(counts)
    ]
    blocks += [
        {"customer_id": c, "block": i, "features_used": 0.0, "tickets": float(n)}
        for c, counts in opened.items()
        for i, n in enumerate(counts)
    ]
    rated = {
        "low": [(10, 3.0)],
        "fell": [(5, 6.0)] * 3 + [(200, 10.0)] * 3,
        "content": [(5, 8.0)],
        "past": [(200, 1.0)],
    }
    answers = [
        {"customer_id": c, "rated_on": AS_OF - timedelta(days=days), "rating": figure}
        for c, given_ in rated.items()
        for days, figure in given_
    ]
    signals = _signals(**dict.fromkeys([*features, *opened, *rated], (1.0, 1.0)))
    found = _kinds(signals, _watched(blocks=blocks, answers=answers))
    assert found == {("shrunk", "fewer_features"), ("surge", "tickets"), ("low", "rating"), ("fell", "rating")}


def test_ranked_cut_at_the_capacity_and_told() -> None:
    """The worst first, then the larger, however long ago; within capacity counts customers, not warnings."""
    signals = _signals(a=(20.0, 40.0), b=(20.0, 5.0), old=(120.0, 60.0), c=(21.0, 40.0), fine=(1.0, 1.0))
    place = signals.column_names.index("value")
    signals = signals.set_column(place, "value", pa.array([10.0, 999.0, 5000.0, 50.0, 1.0]))
    answers = [{"customer_id": "c", "rated_on": AS_OF - timedelta(days=3), "rating": 2.0}]
    found = early_warnings(signals, _watched(answers=answers), {"a": "A"}, as_of=AS_OF, capacity=2)
    assert OUTPUTS["alerts"].conform(found.alerts).equals(found.alerts)
    rows = found.alerts.to_pylist()
    assert [row["customer_id"] for row in rows] == ["old", "c", "c", "a", "b"]
    assert [row["within_capacity"] for row in rows] == [True, True, True, False, False]
    assert [row["severity"] for row in rows] == ["high", "high", "high", "high", "low"]
    assert rows[3]["account_id"] == "A"
    assert "4 of 5 active customers; the 2 first" in " ".join(map(sentence, found.notes))
    rng = np.random.default_rng(0)
    mixed = signals.take(rng.permutation(5))
    assert early_warnings(mixed, _watched(answers=answers), {"a": "A"}, as_of=AS_OF, capacity=2).alerts.equals(
        found.alerts
    )


def test_a_large_customer_long_silent_stands_above_a_small_one_that_fell_silent_lately() -> None:
    """The list agrees with the work list: of two as severe, the one with more value comes first, whenever it began."""
    signals = _signals(small=(31.0, 30.0), large=(61.0, 62.0))
    signals = signals.set_column(signals.column_names.index("value"), "value", pa.array([175.0, 70935.0]))
    rows = early_warnings(signals, _watched(), {}, as_of=AS_OF, capacity=1).alerts.to_pylist()
    assert [(row["customer_id"], row["within_capacity"]) for row in rows] == [("large", True), ("small", False)]


def _quiet_and_silent(quiet: int, silent: int) -> pa.Table:
    loud = {f"s{i:03d}": (20.0, 40.0) for i in range(silent)}
    return _signals(**loud, **{f"q{i:03d}": (1.0, 1.0) for i in range(quiet)})


def test_expected_warnings_are_of_the_kinds_that_were_raised() -> None:
    """The note counts warnings, not customers: the rate of each kind that was raised times those watched."""
    found = early_warnings(_quiet_and_silent(480, 20), _watched(), {}, as_of=AS_OF, capacity=5)
    assert set(found.alerts["kind"].to_pylist()) == {"silence"}
    expected = round(500 * RATES["silence"])
    told = " ".join(map(sentence, found.notes))
    assert f"There are 20 warnings. Were all customers quiet, about {expected} warnings of these kinds" in told


def test_a_rate_that_expects_more_than_was_raised_is_said_not_to_carry_over() -> None:
    """One warning among 500, where the rate expects more: the note says so rather than print nonsense."""
    notes = early_warnings(_quiet_and_silent(499, 1), _watched(), {}, as_of=AS_OF, capacity=5).notes
    note = " ".join(map(sentence, notes))
    assert f"about {500 * RATES['silence']:.0f} would be expected, more than the 1 that were raised" in note
    assert "does not carry over to these data" in note and "would still be expected" not in note


def test_rates_are_not_quoted_for_data_of_another_sort() -> None:
    """Of visitors, or of purchases without minutes, how many warnings are false is not known: no rate, no number."""
    found = early_warnings(_quiet_and_silent(480, 20), _watched(), {}, as_of=AS_OF, capacity=5, rates_known=False)
    assert found.alerts["false_alarm_rate"].null_count == found.alerts.num_rows
    assert "How many of the warnings are false alarms is not known" in " ".join(map(sentence, found.notes))
    assert "expected" not in " ".join(map(sentence, found.notes))


def test_amounts_in_warnings_have_a_unit() -> None:
    """A drop is told in what value is: minutes, or value with its mix in brackets."""
    rng = np.random.default_rng(0)
    steady = (100 + rng.normal(0, 1, 26)).tolist()
    rows = _weeks("halved", [*steady[:18], *(v / 2 for v in steady[18:])])
    for name, told in (("minutes", "50 minutes a week for 8 weeks, after 100 a week before: 50 % less"),
                       ("amount + 2 events", "value (amount + 2 events) of 50 a week")):  # fmt: skip
        found = early_warnings(
            _signals(halved=(1.0, 1.0)), _watched(weeks=rows), {}, as_of=AS_OF, capacity=1, value_name=name
        )
        assert told in str(in_words(found.alerts, "evidence")["evidence"][0])


def test_every_kind_has_its_rate_of_false_alarms() -> None:
    """Measured on quiet simulated customers: a share for each kind and for any, none above all of them together."""
    assert set(RATES) == {*KINDS, "any"}
    assert all(0 < RATES[kind] <= RATES["any"] < 0.15 for kind in KINDS)


def test_the_work_list_tells_the_warning() -> None:
    """What was seen stands in the reason of the customer it is about, and of nobody else."""
    signals = _signals(a=(20.0, 40.0), b=(1.0, 1.0))
    segments = _table(
        "segments",
        [
            {"customer_id": c, "tier": "High", "cluster": "x", "usage_band": "5 h+", "lifecycle_stage": "Mature"}
            for c in ("a", "b")
        ],
    )
    alerts = early_warnings(signals, _watched(), {}, as_of=AS_OF, capacity=5).alerts
    accounts = pa.table({"customer_id": ["a", "b"], "account_id": ["A", "B"]})
    listed = plan_actions(
        segments, INTERMEDIATE["trends"].empty(), None, signals, accounts, capacity_hours=9.0, alerts=alerts
    ).actions
    listed = in_words(listed, "reason")
    reasons = dict(zip(listed["customer_id"].to_pylist(), listed["reason"].to_pylist(), strict=True))
    assert reasons["a"].endswith("Early warning: not seen for 20 days, 40.0 times its usual gap.")
    assert "Early warning" not in reasons["b"]
