"""The whole analysis of a snapshot: from the three tables as read to the tables that are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast.contracts import CUSTOMER360_OUTPUTS, Finding, Note, finding, note
from valuecast.contracts.customer360 import CUSTOMER360, VALUE
from valuecast.customer360.customers import Customers, customers_of, proxy_table
from valuecast.customer360.distributions import box_table, matrix_table
from valuecast.customer360.health import composite, health_table
from valuecast.customer360.keys import key_findings, key_table, one_each
from valuecast.customer360.questions import question_findings, question_table
from valuecast.customer360.rfm import clusters, recomputed, rfm_findings, rfm_table, weighted
from valuecast.customer360.segments import by_percentile, category_findings, segment_table
from valuecast.customer360.strategy import strategy_notes, strategy_table
from valuecast.customer360.tables import table
from valuecast.customer360.verdicts import imbalance_table, verdict_table


@dataclass(frozen=True)
class Analysed:
    """Output tables by name, findings, and remarks for the reader."""

    tables: dict[str, pa.Table]
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]


def analyse(given: Mapping[str, pa.Table | None], seed: int) -> Analysed:
    """Describe a snapshot.

    Parameters
    ----------
    given : mapping
        The customer360 tables by name, typed; None where one is absent.
    seed : int
        Of the clusters.

    Returns
    -------
    Analysed
        Without rows in the value table, only what is empty and which questions that leaves open.
    """
    kept = {name: one_each(rows, name) for name in CUSTOMER360 if (rows := given.get(name)) is not None}
    written = {"customer360_questions": question_table(given), "customer360_keys": key_table(kept)}
    findings = [
        *question_findings(given),
        *key_findings(kept),
        _described(kept[VALUE].rows.num_rows if VALUE in kept else 0),
    ]
    if VALUE not in kept or not kept[VALUE].rows.num_rows:
        return Analysed(written, tuple(findings), (note("snapshot_without_customers"),))
    customers = customers_of(kept[VALUE].rows)
    labels = clusters(customers.parts, seed)
    written |= {
        "customer360_customers": _customers(customers, labels),
        "customer360_segments": segment_table(customers, labels),
        "customer360_rfm": rfm_table(customers.parts, customers.supplied, customers.segment),
        "customer360_proxies": proxy_table(customers),
        "customer360_verdicts": verdict_table(customers),
        "customer360_imbalance": imbalance_table(customers),
        "customer360_boxes": box_table(customers),
        "customer360_matrix": matrix_table(customers),
        "customer360_health": health_table(customers),
        "customer360_strategy": strategy_table(customers),
    }
    findings += [*rfm_findings(customers.parts, customers.supplied), *category_findings(customers)]
    assert set(written) <= set(CUSTOMER360_OUTPUTS)
    return Analysed(written, tuple(findings), tuple(strategy_notes(customers)))


def _described(customers: int) -> Finding:
    return finding("descriptions_only", "customer360", count=customers, stops=True)


def _customers(customers: Customers, labels: list[str | None]) -> pa.Table:
    derived, mean = customers.derived, recomputed(customers.parts)
    by_segment, percentile, whole = (
        weighted(customers.parts, customers.segment),
        by_percentile(customers),
        composite(customers),
    )
    rows: list[dict[str, object]] = [
        {
            "customer_id": name,
            "tier": customers.tier[i],
            "segment": customers.segment[i],
            "percentile": percentile[i],
            "cluster": labels[i],
            "lifecycle_stage": customers.stage[i],
            "engagement_model": customers.engagement[i],
        }
        | dict[str, object](
            {
                column: None if np.isnan(values[i]) else float(values[i])
                for column, values in {
                    "contribution": customers.contribution,
                    "ltv": customers.ltv,
                    "recency_score": customers.parts[:, 0],
                    "frequency_score": customers.parts[:, 1],
                    "monetary_score": customers.parts[:, 2],
                    "rfm_supplied": customers.supplied,
                    "rfm": mean,
                    "rfm_difference": mean - customers.supplied,
                    "rfm_by_segment": by_segment,
                    "health": customers.health,
                    "churn": customers.churn,
                    "composite_health": whole,
                    **derived,
                }.items()
            }
        )
        for i, name in enumerate(customers.ids)
    ]
    return table("customer360_customers", rows)
