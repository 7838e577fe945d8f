"""The choice between methods, and the roll-up to accounts."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from sklearn.metrics import f1_score

from valuecast.contracts import INTERMEDIATE
from valuecast.trends import roll_up


def test_choice_is_the_best_macro_f1_on_history(found) -> None:
    """Recomputed from the history rows with scikit-learn, the figures and the choice are the same."""
    rows = found.trends.to_pandas().query("role == 'history'")
    tried = rows[rows.method == "gbm"].groupby("horizon_months").window_id.unique().to_dict()
    assert set(tried) == {3}, "at six months nothing had ended that could teach the history window"
    for choice in found.choices.to_pylist():
        if choice["macro_f1"] is None:
            assert choice["method"] == "gbm"
            continue
        mine = rows[(rows.method == choice["method"]) & (rows.horizon_months == choice["horizon_months"])]
        mine = mine[mine.window_id.isin(tried.get(choice["horizon_months"], rows.window_id))]
        classes = sorted(set(mine.actual_class) | set(mine.predicted_class))
        outside = f1_score(mine.actual_class, mine.predicted_class, labels=classes, average="macro", zero_division=0)
        assert choice["macro_f1"] == pytest.approx(outside)
        assert choice["n"] == len(mine)
        assert choice["windows"] == mine.window_id.nunique()
    figures = {c["method"]: c["macro_f1"] for c in found.choices.to_pylist() if c["horizon_months"] == 3}
    assert figures[found.chosen_method[3]] == max(figures.values())


def test_the_test_window_has_no_say(world, found) -> None:
    """Turning the test window's future upside down changes neither choice nor choices."""
    labels = world.tables["labels"].to_pandas()
    test = next(fold.predict.window_id for fold in world.folds()[3] if fold.role == "test")
    here = (labels.window_id == test) & (labels.horizon_months == 3)
    labels.loc[here, "future_value"] = 10 * labels.loc[here, "future_value"].max() - labels.loc[here, "future_value"]
    turned = INTERMEDIATE["labels"].conform(pa.Table.from_pandas(labels, preserve_index=False))
    again = world.run(labels=turned)
    assert again.choices.equals(found.choices)
    assert not again.trends.equals(found.trends)


def _visitor(name: str, p_down: float | None, said: str = "Flat") -> dict[str, object]:
    up = None if p_down is None else (1 - p_down) / 2
    odds = {"p_up": up, "p_flat": up, "p_down": p_down}
    key = {"window_id": "today", "customer_id": name, "horizon_months": 3, "method": "persistence"}
    return {**key, "role": "today", "past_value": 1.0, "forecast": 1.0, "predicted_class": said, **odds}


def _trends(rows: list[dict[str, object]]) -> pa.Table:
    empty = INTERMEDIATE["trends"].empty()
    full = [{**dict.fromkeys(empty.column_names), **row} for row in rows]
    return INTERMEDIATE["trends"].conform(pa.Table.from_pylist(full, schema=empty.schema))


def test_members_roll_up_to_accounts() -> None:
    """Mean chance of decline, share for whom it is the likeliest, in each account of a visitor of two."""
    trends = _trends([_visitor("v1", 0.9), _visitor("v2", 0.2), _visitor("v3", None, "Down"), _visitor("v4", 0.5)])
    pairs = [("v1", "A"), ("v2", "A"), ("v3", "B"), ("v1", "B"), ("v4", None), ("v1", "A")]
    accounts = pa.table({"customer_id": [v for v, _ in pairs], "account_id": [a for _, a in pairs]})
    first, second = roll_up(trends, accounts).to_pylist()
    assert (first["account_id"], first["members"], first["share_declining"]) == ("A", 2, 0.5)
    assert first["mean_p_down"] == pytest.approx(0.55)
    assert (second["account_id"], second["members"], second["share_declining"]) == ("B", 2, 1.0)
    assert second["mean_p_down"] == pytest.approx(0.9)


def test_roll_up_ignores_row_order(found) -> None:
    """Shuffled visitors and accounts: the same bytes; and members without odds give none."""
    rng = np.random.default_rng(0)
    names = sorted(set(found.trends["customer_id"].to_pylist()))
    accounts = pa.table({"customer_id": names, "account_id": [f"A{i % 7}" for i in range(len(names))]})
    once = roll_up(found.trends, accounts)
    shuffle = [table.take(rng.permutation(table.num_rows)) for table in (found.trends, accounts)]
    assert roll_up(*shuffle).equals(once)
    assert once.num_rows == 7 * len(set(zip(*_keys(found.trends), strict=True)))
    without = once.filter(once["mean_p_down"].is_null())
    assert set(without["window_id"].to_pylist()) == {"W1", "W2", "W3"}


def _keys(trends: pa.Table) -> tuple[list[object], ...]:
    return tuple(trends[name].to_pylist() for name in ("window_id", "horizon_months", "method"))
