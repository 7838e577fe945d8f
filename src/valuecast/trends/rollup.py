"""From visitors to accounts: how likely an account's members are to decline, and on whom it hangs."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import OUTPUTS

_KEY = ["window_id", "account_id", "horizon_months", "method"]


def roll_up(trends: pa.Table, accounts: pa.Table) -> pa.Table:
    """Roll visitors' trends up to their accounts.

    Parameters
    ----------
    trends : pyarrow.Table
        TRENDS at visitor grain.
    accounts : pyarrow.Table
        customer_id (the visitor) and account_id. A visitor of several accounts counts in each; one without an
        account in none.

    Returns
    -------
    pyarrow.Table
        window_id, account_id, horizon_months, method; ``members``; ``past_value`` and ``forecast``, summed over
        them; ``mean_p_down``, the mean probability of decline over the members that have one, null when none has;
        ``share_declining``, the share of members for whom Down is likelier than Up and than Flat, or, without
        probabilities, who are predicted Down; ``champion``, the member with most past value, its share of it and
        its own probability of decline, null when nobody has value.
    """
    pairs = accounts.select(["customer_id", "account_id"]).drop_null().to_pandas().drop_duplicates()
    frame = trends.to_pandas().merge(pairs, on="customer_id")
    frame = frame.sort_values([*_KEY, "customer_id"])
    frame["past_value"] = frame["past_value"].clip(lower=0)
    frame["declines"] = _declines(frame)
    groups = frame.groupby(_KEY, sort=True)
    rolled = groups.agg(
        members=("customer_id", "size"),
        past_value=("past_value", "sum"),
        forecast=("forecast", "sum"),
        mean_p_down=("p_down", "mean"),
        share_declining=("declines", "mean"),
    )
    first = frame.sort_values([*_KEY, "past_value", "customer_id"], ascending=[True] * 4 + [False, True])
    first = first.drop_duplicates(_KEY).set_index(_KEY)
    named = rolled["past_value"] > 0
    rolled["champion"] = first["customer_id"].where(named)
    rolled["champion_share"] = first["past_value"] / rolled["past_value"].where(named)
    rolled["champion_p_down"] = first["p_down"].where(named)
    return pa.Table.from_pandas(rolled.reset_index(), schema=_schema(), preserve_index=False)


def account_trends(trends: pa.Table, accounts: pa.Table) -> pa.Table:
    """Today's trends rolled up: output table ``account_trends``."""
    today = trends.filter(pc.equal(trends["role"], "today"))
    return OUTPUTS["account_trends"].conform(roll_up(today, accounts).drop_columns(["window_id"]))


def _declines(frame: pd.DataFrame) -> pd.Series:
    likeliest = (frame["p_down"] > frame["p_up"]) & (frame["p_down"] > frame["p_flat"])
    called = frame["predicted_class"] == "Down"
    return pd.Series(np.where(frame["p_down"].notna(), likeliest, called).astype(np.float64), index=frame.index)


def _schema() -> pa.Schema:
    declared = OUTPUTS["account_trends"].empty().schema
    return pa.schema([pa.field("window_id", pa.string()), *declared])
