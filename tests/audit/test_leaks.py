"""The leak map, and the guard: what is not dated cannot enter a test on the past, however it is planted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pytest

from valuecast import audit, signals
from valuecast.config import EventsMapping
from valuecast.contracts import SIGNAL_CATALOGUE, Canonical, InputTable, Proof
from valuecast.engines import connect
from valuecast.errors import LeakError
from valuecast.pipeline import auditing
from valuecast.pipeline.reading import Activity
from valuecast.pipeline.sampling import EVERYBODY
from valuecast.pipeline.shaping import Embedding
from valuecast.signals import Informative
from valuecast.simulate import Simulated
from valuecast.sources import Source, open_source
from valuecast.windows import Plan, Window, months_after
from valuecast.wording.findings import message
from valuecast.wording.rows import sentence

pytestmark = pytest.mark.slow

AS_OF = date(2024, 5, 1)
WINDOW = Window("W1", months_after(AS_OF, -3), AS_OF)


@pytest.fixture(scope="module")
def flow(company: Simulated) -> Iterator[tuple[Source, ibis.Table, Canonical, ibis.Table, Any]]:
    """Source, valued activity, canonical tables and anchors of the small company, as the pipeline has them."""
    warehouse = connect(str(company.folder))
    source = open_source("pendo", warehouse, EventsMapping())
    built = source.canonical("account")
    valued = built.activity.mutate(value=built.activity.minutes.fill_null(0.0))
    kept = {
        name: warehouse.materialise(f"leak_{name}", getattr(built, name))
        for name in ("customers", "member_activity", "product_usage", "adoption", "product_features", "ratings")
    }
    tables = replace(built, **kept, activity=warehouse.materialise("leak_activity", valued))
    anchors = warehouse.materialise("leak_anchors", signals.anchors(tables, (WINDOW,)))
    yield source, valued, tables, anchors, warehouse
    warehouse.close()


@pytest.fixture(scope="module")
def a_past(flow: Any, a_plan: Any) -> Plan:
    """A plan with one window of the past."""
    plan: Plan = a_plan((WINDOW,), Window("today", date(2024, 8, 1), date(2024, 11, 1)))
    return plan


def test_every_column_has_a_class(flow: Any, a_past: Plan) -> None:
    """Daily rows are dated, first days and unchanged attributes proved, totals known as of the build only."""
    source, valued, tables, anchors, _ = flow
    axes = ibis.memtable(signals.across(signals.learn(tables, WINDOW)))
    found = leak_map(source, valued, a_past, tables, anchors, axes)
    classes = {(row["table"], row["column"]): row for row in audit.leak_map(found.classes, found.traced).to_pylist()}
    assert classes["pendo__account_daily_metrics", "sum_minutes"]["timing"] == "dated"
    assert classes["pendo__visitor_feature", "first_click_at"]["timing"] == "dated by proof"
    assert classes["pendo__visitor", "account_id"]["timing"] == "dated by proof"
    assert "100.0\u00a0%" in str(sentence(classes["pendo__visitor", "account_id"]["because"]))
    assert classes["pendo__visitor", "latest_nps_rating"]["timing"] == "as of build"
    assert not classes["pendo__account", "sum_minutes"]["may_enter_backtest"]
    assert classes["pendo__account", "sum_minutes"]["signals"] == ""
    assert "minutes" in classes["pendo__account_daily_metrics", "sum_minutes"]["signals"].split(", ")
    assert found.allowed == frozenset(SIGNAL_CATALOGUE) - {"visits"} or found.allowed <= frozenset(SIGNAL_CATALOGUE)
    assert {"value", "features_used", "active_members", "latest_rating"} <= found.allowed


def test_totals_serve_today_only(faulty: Any, a_past: Plan) -> None:
    """Without dated clicks and answers, the signals that fall back on totals are not admissible, and told so."""
    warehouse = connect(str(faulty("empty_table")))
    without = {name: t for name, t in warehouse.tables.items() if name != "stg_pendo__poll_event"}
    source = open_source("pendo", replace(warehouse, tables=without), EventsMapping())
    built = source.canonical("account")
    valued = built.activity.mutate(value=built.activity.minutes)
    tables = replace(built, activity=valued, ratings=warehouse.materialise("x_ratings", built.ratings))
    anchors = warehouse.materialise("x_anchors", signals.anchors(tables, (WINDOW,)))
    axes = ibis.memtable(signals.across(signals.learn(tables, WINDOW)))
    found = leak_map(source, valued, a_past, tables, anchors, axes)
    assert "latest_rating" not in found.allowed
    assert {"value", "active_days"} <= found.allowed
    (finding,) = audit.barred_findings({"latest_rating", "value"}, found.allowed, found.classes, found.traced)
    assert finding.code == "signals_as_of_build"
    assert message(finding).evidence == "latest_rating rest on pendo__visitor.latest_nps_rating" or (
        message(finding).evidence.startswith("latest_rating rest on pendo__visitor.")
        and "latest_nps_rating" in message(finding).evidence
    )
    warehouse.close()


def test_planting_a_total_among_the_signals_fails(flow: Any) -> None:
    """A signal that reads a table of totals directly is refused, whatever it is called."""
    source, valued, tables, anchors, warehouse = flow
    honest = signals.assemble(tables, anchors, (WINDOW,), frozenset(SIGNAL_CATALOGUE))
    totals = warehouse.tables["pendo__account"].select(customer_id="account_id", lifetime="sum_minutes")
    joined = honest.left_join(totals, "customer_id")
    planted = joined.select(*[c for c in honest.columns if c != "minutes"], minutes=joined.lifetime.cast("float64"))
    built = replace(source.canonical("account"), activity=valued)
    with pytest.raises(LeakError, match="signals read a table that carries no day") as refused:
        audit.lineage(planted, tables, built)
    assert "pendo__account.sum_minutes" in str(refused.value)
    extra = joined.select(*honest.columns, "lifetime")
    with pytest.raises(LeakError, match="not a signal") as refused:
        audit.lineage(extra, tables, built)
    assert "lifetime" in str(refused.value)


def test_planting_a_total_in_a_canonical_table_bars_its_signals(flow: Any, a_past: Plan) -> None:
    """A total smuggled in with a day of its own is traced to its column, and its signals cannot be used."""
    source, valued, tables, anchors, warehouse = flow
    rows = warehouse.tables["pendo__account"]
    disguised = rows.select(
        customer_id="account_id",
        product_feature_id=ibis.literal("f"),
        day=rows.first_event_on,
        clicks=rows.sum_minutes.cast("float64"),
        minutes=ibis.literal(0.0),
    )
    kept = replace(tables, product_usage=warehouse.materialise("disguised", disguised))
    built = replace(source.canonical("account"), activity=valued, product_usage=disguised)
    traced = audit.lineage(signals.assemble(kept, anchors, (WINDOW,), frozenset(SIGNAL_CATALOGUE)), kept, built)
    allowed = audit.admissible(traced, audit.timings(source.inputs(), AS_OF))
    assert "feature_clicks" not in allowed
    with pytest.raises(LeakError, match="known as of the build only is used on the past") as refused:
        audit.guard({"value", "feature_clicks"}, ["window_id", "customer_id", "value", "feature_clicks"], allowed)
    assert "feature_clicks" in str(refused.value)


def leak_map(
    source: Any, valued: ibis.Table, plan: Plan, tables: Canonical, anchors: ibis.Table, components: ibis.Table
) -> auditing.LeakMap:
    """As the flow makes it."""
    activity = Activity({}, {plan.grain: valued}, "value")
    return auditing.leak_map(source, activity, plan, tables, anchors, Embedding(pa.table({}), components)).value


def guard(plan: Plan, tables: Canonical, sampled: dict[str, pa.Table], found: auditing.LeakMap) -> None:
    """As the flow does it, for a model of the value alone."""
    informative = Informative(frozenset(), frozenset({"value"}))
    auditing.customer_tables(plan, tables, sampled, informative, found, EVERYBODY, None)


def test_planting_the_future_fails(flow: Any, a_past: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal that looks past as_of changes when the future is taken away, and is refused by name."""
    source, valued, tables, anchors, _ = flow
    axes = ibis.memtable(signals.across(signals.learn(tables, WINDOW)))
    found = leak_map(source, valued, a_past, tables, anchors, axes)
    honest = signals.assemble(tables, anchors, (WINDOW,), signals.measured(tables, a_past.as_of), axes).to_pyarrow()
    brought = {"signals": honest.sort_by([("window_id", "ascending"), ("customer_id", "ascending")])}
    guard(a_past, tables, brought, found)
    real = signals.assemble

    def clairvoyant(given: Canonical, who: ibis.Table, *rest: Any) -> ibis.Table:
        later = given.activity.group_by("customer_id").aggregate(ahead=given.activity.value.sum())
        joined = real(given, who, *rest).left_join(later, "customer_id")
        return joined.select(*[c for c in honest.column_names if c != "value"], value=joined.ahead)

    monkeypatch.setattr(signals, "assemble", clairvoyant)
    future = {
        "signals": clairvoyant(tables, anchors, (WINDOW,), signals.measured(tables, a_past.as_of), axes).to_pyarrow()
    }
    with pytest.raises(LeakError, match="change when the future is taken away") as refused:
        guard(a_past, tables, future, found)
    assert refused.value.got == "['value']"


def test_axes_of_use_learned_from_the_future_are_refused(flow: Any, a_past: Plan) -> None:
    """Axes learned from later months give other places on them, and the run is refused."""
    source, valued, tables, anchors, _ = flow
    late = replace(WINDOW, past_start=WINDOW.as_of, as_of=a_past.as_of)
    axes = ibis.memtable(signals.across(signals.learn(tables, late)))
    found = leak_map(source, valued, a_past, tables, anchors, axes)
    told = signals.assemble(tables, anchors, (WINDOW,), signals.measured(tables, a_past.as_of), axes).to_pyarrow()
    brought = {"signals": told.sort_by([("window_id", "ascending"), ("customer_id", "ascending")])}
    with pytest.raises(LeakError, match="change when the future is taken away") as refused:
        guard(a_past, tables, brought, found)
    assert "use_pattern_1" in str(refused.value.got)


def test_a_strange_column_cannot_be_used() -> None:
    """A column that is no signal is refused on the way into models."""
    with pytest.raises(LeakError, match="not a signal"):
        audit.guard(set(), ["window_id", "customer_id", "active", "secret"], set())


def test_proofs_are_checked_against_the_rows() -> None:
    """A column counts as proved only where nearly all rows prove it."""

    def same(table: ibis.Table, before: date) -> Any:
        return table.changed == table.made

    connection = ibis.duckdb.connect()
    for share, timing in ((100, "dated by proof"), (90, "as of build")):
        rows = pa.table({"kind": ["x"] * 100, "made": [1] * 100, "changed": [1] * share + [2] * (100 - share)})
        made = connection.create_table(f"t{share}", rows)
        given = InputTable("t", "for a test", made, proofs=(Proof("kind", "never changed", same),))
        found = {c.column: c for c in audit.timings((given,), AS_OF)}
        assert found["kind"].timing == timing
        assert sentence(found["kind"].because) == f"never changed: true of {share}.0\u00a0% of the rows"
        assert found["made"].timing == "as of build"


def test_lineage_sees_through_joins_unions_and_groups() -> None:
    """Stored columns are found behind joins, unions, groups and filters, and constants are not named."""
    a = ibis.table({"id": "string", "x": "int64", "d": "date"}, name="a")
    b = ibis.table({"id": "string", "y": "int64"}, name="b")
    both = a.filter(a.d.notnull()).select("id", n="x").union(b.select("id", n="y"))
    summed = both.group_by("id").aggregate(n=both.n.sum(), most=both.n.max())
    joined = summed.left_join(ibis.memtable(pa.table({"id": ["1"], "w": [1]})), "id")
    found = audit.origins(joined.select("n", "w"))
    assert found["n"] >= {("a", "x"), ("b", "y"), ("a", "id"), ("b", "id"), ("a", "d")}
    assert ("b", "y") not in found["w"]


def test_lineage_follows_one_join_through_another() -> None:
    """A column looked up by what was itself looked up depends on the keys of both joins."""
    t, u, w = (
        ibis.table({"id": "string", "k": "int64"}, name="t"),
        ibis.table({"k": "int64", "z": "int64"}, name="u"),
        ibis.table({"z": "int64", "val": "float64"}, name="w"),
    )
    one = t.left_join(u, "k")
    both = one.left_join(w, one.z == w.z)
    found = audit.origins(both.select("id", "val"))
    assert found["val"] == {("t", "k"), ("u", "k"), ("u", "z"), ("w", "z"), ("w", "val")}
    assert found["id"] == {("t", "id")}


def test_the_whole_run_is_guarded(company: Simulated, tmp_path: Path) -> None:
    """The steps of the flow trace, restrict and guard before anything is learned."""
    from valuecast.pipeline import RUN

    names = [step.name for step in RUN]
    assert names.index("leak_map") < names.index("informative") < names.index("customer_tables")
    assert names.index("customer_tables") < min(names.index("predictions"), names.index("forecast"))
