"""From visitors to accounts: how likely an account's members are to decline, and how many do."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

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
        window_id, account_id, horizon_months, method; ``members``; ``mean_p_down``, the mean probability of decline
        over the members that have one, null when none has; ``share_declining``, the share of members for whom
        Down is likelier than Up and than Flat, or, without probabilities, who are predicted Down.
    """
    pairs = accounts.select(["customer_id", "account_id"]).drop_null().group_by(["customer_id", "account_id"])
    joined = trends.join(pairs.aggregate([]), "customer_id", join_type="inner", use_threads=False)
    joined = joined.sort_by([(name, "ascending") for name in [*_KEY, "customer_id"]])
    groups = joined.group_by(_KEY, use_threads=False).aggregate([([], "count_all")])
    members = groups["count_all"].to_numpy()
    which = np.repeat(np.arange(members.size), members)
    p_down = joined["p_down"].to_numpy()
    known = np.isfinite(p_down)
    with_p = np.bincount(which[known], minlength=members.size)
    total = np.bincount(which[known], weights=p_down[known], minlength=members.size)
    mean = np.divide(total, with_p, out=np.full(members.size, np.nan), where=with_p > 0)
    declining = np.bincount(which[_declines(joined)], minlength=members.size)
    return (
        groups.select(_KEY)
        .append_column("members", pa.array(members, pa.int64()))
        .append_column("mean_p_down", pa.array(mean, pa.float64(), from_pandas=True))
        .append_column("share_declining", pa.array(declining / np.maximum(members, 1), pa.float64()))
    )


def _declines(rows: pa.Table) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    up, flat, down = (rows[name].to_numpy() for name in ("p_up", "p_flat", "p_down"))
    likeliest = (down > up) & (down > flat)
    called: np.ndarray[tuple[int], np.dtype[np.bool_]] = np.array(rows["predicted_class"].to_pylist(), object) == "Down"
    return np.where(np.isfinite(down), likeliest, called)
