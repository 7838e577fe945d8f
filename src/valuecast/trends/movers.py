"""Those who rise and fall most, with what in their signals has led such changes before."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pyarrow as pa

from valuecast.contracts import OUTPUTS
from valuecast.trends.ranks import percentile
from valuecast.windows import TODAY

LISTED = 20
DRIVERS = 3
LEAST_LEAD = 0.05


def movers(trends: pa.Table, signals: pa.Table, indicators: pa.Table, *, chosen: Mapping[int, str]) -> pa.Table:
    """The `LISTED` customers whose forecast rises most above past value, and as many that fall most below it.

    Parameters
    ----------
    trends, signals : pyarrow.Table
        TRENDS and SIGNALS; today's rows are read.
    indicators : pyarrow.Table
        ``trend_indicators``: how each signal has gone with change, mean over windows.
    chosen : mapping of int to str
        Method by horizon.

    Returns
    -------
    pyarrow.Table
        ``trend_movers``, its drivers not yet in words: the signals in which the customer stands out most in the
        direction that has gone with such a move (mean ρ × distance of its percentile from the middle), each with that
        percentile [0 to 1]. Empty where no signal has led.
    """
    now = signals.filter(signals["active"]).to_pandas()
    now = now[now["window_id"] == TODAY].set_index("customer_id").sort_index()
    frame = trends.to_pandas()
    frame = frame[(frame["window_id"] == TODAY) & frame["customer_id"].isin(now.index)]
    leads = indicators.to_pandas()
    leads = leads[leads["target"] == "change"].groupby(["horizon_months", "signal"])["correlation"].mean()
    rows: list[dict[str, object]] = []
    for months, method in sorted(chosen.items()):
        given = frame[(frame["horizon_months"] == months) & (frame["method"] == method)].copy()
        given["change"] = given["forecast"] - given["past_value"].clip(lower=0)
        lead = leads.loc[months] if months in leads.index.get_level_values(0) else pd.Series(dtype=float)
        pull = _pull(now, lead[lead.abs() >= LEAST_LEAD])
        for direction, sign in (("rising", 1), ("falling", -1)):
            kept = given[sign * given["change"] > 0]
            kept = kept.assign(order=-sign * kept["change"])
            listed = kept.sort_values(["order", "customer_id"]).head(LISTED)
            rows += [
                {
                    "horizon_months": months,
                    "direction": direction,
                    "rank": rank,
                    "customer_id": row["customer_id"],
                    "method": method,
                    **{name: _known(row[name]) for name in ("past_value", "forecast", "low", "high", "change")},
                    "delta": _known(row["predicted_score"] - row["value_index"]),
                    "trend_class": row["predicted_class"],
                    "drivers": _drivers(pull, row["customer_id"], sign),
                }
                for rank, row in enumerate(listed.to_dict("records"), start=1)
            ]
    schema = OUTPUTS["trend_movers"].empty().schema
    drivers = pa.field("drivers", pa.list_(pa.struct([("signal", pa.string()), ("percentile", pa.float64())])))
    return pa.Table.from_pylist(rows, schema=schema.set(schema.get_field_index("drivers"), drivers))


def _pull(now: pd.DataFrame, lead: pd.Series) -> pd.DataFrame:
    """How far each signal speaks for a rise (above 0) or a fall of each customer, and at which percentile it is."""
    places = {name: percentile(now[name].to_numpy(np.float64, na_value=np.nan)) for name in lead.index if name in now}
    found = {name: rho * (2 * places[name] - 1) for name, rho in lead.items() if name in places}
    pull = pd.DataFrame(found, index=now.index)
    pull.attrs["places"] = pd.DataFrame(places, index=now.index)
    return pull


def _drivers(pull: pd.DataFrame, customer: str, sign: int) -> list[dict[str, object]]:
    if pull.empty:
        return []
    pulls = pull.loc[customer].to_dict()
    strength = {str(name): sign * float(value) for name, value in pulls.items()}
    strongest = sorted((-value, name) for name, value in strength.items() if value > 0)[:DRIVERS]
    places = pull.attrs["places"].loc[customer]
    return [{"signal": name, "percentile": float(places[name])} for _, name in strongest]


def _known(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
