"""A common mistake, on request and under its own name: what a circular set-up seems to achieve.

The label is the top share of an index built from the model's own inputs, over the same window, and customers are
split at random into those learned from and those tested on. Nothing about the future is in it, so whatever it
scores says nothing about who will be high-value; beside the honest figures it shows what such a set-up inflates.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from threadpoolctl import threadpool_limits

from valuecast import metrics
from valuecast.contracts.streams import stream
from valuecast.identification.boosting import Boosting
from valuecast.identification.observations import Outcome, observe
from valuecast.metrics import Floats

INDEX = ("minutes", "value", "active_days", "feature_clicks", "features_used", "events")
TEST_SHARE = 0.3


def circular(
    signals: pa.Table,
    labels: pa.Table,
    window_id: str,
    *,
    horizon: int,
    informative: frozenset[str],
    share: float,
    seed: int,
) -> dict[str, float]:
    """Accuracy, AUC, average precision, precision and recall of the circular set-up in one window.

    The index is the mean percentile of the signals of `INDEX` that are informative; the model is gradient boosting on
    all of them and the rest.

    Returns
    -------
    dict of str to float
        Empty when no signal of the index is informative or the split holds one class.
    """
    with threadpool_limits(1, user_api="blas"):
        rows = observe(signals, labels, horizon=horizon, informative=informative).of([window_id])
        wanted = [name for name in INDEX if name in rows.names]
        if not wanted or len(rows.customer) < 10:
            return {}
        index: Floats = np.mean([metrics.midranks(np.nan_to_num(rows.columns([n])[:, 0])) for n in wanted], axis=0)
        label = metrics.top_share(index, share)
        test = stream("circular_split", seed).permutation(len(label)) < TEST_SHARE * len(label)
        if len(np.unique(label[test])) < 2 or len(np.unique(label[~test])) < 2:
            return {}
        model = Boosting()
        x = rows.columns(rows.names)
        known = Outcome(label[~test], index[~test])
        raw = model.fit(x[~test], known, (model.default,), seed=seed)[0].predict(x[test])
    actual, called = label[test], raw >= 0.5
    return {
        "accuracy": metrics.accuracy_score(actual, called),
        "auc": metrics.auc_score(actual, raw),
        "average_precision": metrics.average_precision_score(actual, raw),
        "precision": metrics.precision_score(actual, called),
        "recall": metrics.recall_score(actual, called),
    }
