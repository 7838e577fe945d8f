"""Tiers, clusters, bands, stages and their profiles."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from sklearn.metrics import adjusted_rand_score

from valuecast.contracts import INTERMEDIATE, OUTPUTS
from valuecast.segments import (
    DORMANT,
    Segmented,
    hold,
    lifecycle_stages,
    migration,
    population,
    rfm_tiers,
    segment_all,
    suggest_clusters,
    usage_bands,
)
from valuecast.segments.clusters import weighed
from valuecast.segments.kmeans import thirds
from valuecast.wording.notes import sentence
from valuecast.wording.rows import in_words

TYPES = 5


def company(n: int = 400, seed: int = 0) -> tuple[pa.Table, np.ndarray]:
    """Five planted types: heavy, steady, fading, new and on-and-off; one customer in ten is inactive."""
    rng = np.random.default_rng(seed)
    kind = rng.integers(0, TYPES, n)
    use = np.array([800.0, 200.0, 90.0, 60.0, 70.0])[kind] * rng.lognormal(0, 0.3, n)
    rating = np.where(rng.random(n) < 0.5, np.nan, rng.integers(0, 11, n))
    table = pa.table(
        {
            "customer_id": [f"C{i:04d}" for i in range(n)],
            "active": [i % 10 != 9 for i in range(n)],
            "value": use,
            "minutes": use,
            "events": np.round(use * 3),
            "active_days": np.clip(np.round(use / 10), 1, 90),
            "feature_clicks": np.round(use / 2),
            "active_members": np.clip(np.round(use / 80), 1, 40),
            "weekly_variation": np.array([0.3, 0.2, 1.0, 0.8, 2.5])[kind] * rng.lognormal(0, 0.2, n),
            "value_change": np.clip(np.array([0.1, 0, -0.7, 0.4, 0])[kind] + rng.normal(0, 0.15, n), -1, 1),
            "days_since_last": np.round(np.array([1, 2, 50, 3, 15])[kind] * rng.lognormal(0, 0.3, n)),
            "latest_rating": pa.array(rating, from_pandas=True),
            "tenure_days": np.round(np.array([700, 500, 600, 40, 450])[kind] * rng.lognormal(0, 0.2, n)),
        }
    )
    return table, kind


def informative(table: pa.Table) -> frozenset[str]:
    """Every signal that the table holds."""
    return frozenset(table.column_names) - {"customer_id", "active"}


def run(table: pa.Table, **settings: object) -> Segmented:
    """Segment a company with the usual settings, unless told otherwise."""
    rfm = {name: 1.0 + i % 5 for i, name in enumerate(sorted(table["customer_id"].to_pylist()))}
    given: dict[str, object] = {"clusters": 5, "seed": 0, "minutes_known": True, **settings}
    return segment_all(table, rfm, informative(table), **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def segmented() -> Segmented:
    """The planted company, segmented once."""
    return run(company()[0])


def test_tables_have_their_declared_shape(segmented: Segmented) -> None:
    """Both tables conform to their contracts, one row a customer and one a segment."""
    assert INTERMEDIATE["segments"].conform(segmented.segments).equals(segmented.segments)
    assert segmented.segments.num_rows == 400
    declared = OUTPUTS["segment_profiles"]
    assert segmented.profiles.column_names[: len(declared.names)] == list(declared.names)
    assert "median_value" in segmented.profiles.column_names


def test_tiers_descend_in_value_and_the_inactive_are_dormant(segmented: Segmented) -> None:
    """Mean value falls from High to Low; exactly the inactive are Dormant, without an RFM tier."""
    frame = company()[0].to_pandas().merge(segmented.segments.to_pandas(), on="customer_id")
    means = frame.groupby("tier").value.mean()
    assert means["High"] > means["Medium"] > means["Low"]
    for name in ("tier", "cluster", "usage_band", "lifecycle_stage"):
        assert ((frame[name] == DORMANT) == ~frame.active).all()
    assert (frame.rfm_tier.isna() == ~frame.active).all()


def test_planted_types_are_recovered_and_named_for_what_they_are(segmented: Segmented) -> None:
    """The clusters are the planted types, and each carries the name its type was made for."""
    table, kind = company()
    frame = table.to_pandas().assign(kind=kind).merge(segmented.segments.to_pandas(), on="customer_id")
    active = frame[frame.active]
    assert adjusted_rand_score(active.kind, active.cluster) > 0.9
    named = active.groupby("kind").cluster.agg(lambda names: names.mode()[0]).tolist()
    assert named == ["High engagement", "Consistent", "At risk", "New with potential", "Intermittent"]


def test_the_profile_says_what_earned_the_name(segmented: Segmented) -> None:
    """A cluster called new speaks of tenure first; every profile carries figures."""
    words = {
        row["segment"]: row["profile"]
        for row in in_words(segmented.profiles, "profile").to_pylist()
        if row["segmentation"] == "cluster"
    }
    assert words["New with potential"].startswith("a customer for ")
    assert words["Intermittent"].startswith("weekly use swings by ")
    assert all(any(letter.isdigit() for letter in text) for name, text in words.items() if name != DORMANT)


def test_sizes_and_shares_add_up(segmented: Segmented) -> None:
    """Within a segmentation that covers everyone, customers add up to all and shares to one."""
    frame = segmented.profiles.to_pandas()
    for name, part in frame[frame.segmentation != "rfm_tier"].groupby("segmentation"):
        assert part.customers.sum() == 400, name
        assert part.share.sum() == pytest.approx(1)
        assert part.value_share.sum() == pytest.approx(1)
        assert sorted(part.position) == list(range(1, len(part) + 1))
    assert (frame.meaning.str.len() > 10).all()
    assert (frame.recommendation.str.len() > 10).all()


def test_stability_is_told_with_its_number(segmented: Segmented) -> None:
    """Well separated types are called stable, with the adjusted Rand index."""
    assert any(
        "adjusted Rand index" in note and note.endswith("the clusters are stable.")
        for note in map(sentence, segmented.notes)
    )


def test_the_order_of_rows_does_not_show(segmented: Segmented) -> None:
    """Shuffled input and a second run give the same tables and notes."""
    table, _ = company()
    again = run(table.take(np.random.default_rng(5).permutation(table.num_rows)))
    assert again.segments.equals(segmented.segments)
    assert again.profiles.equals(segmented.profiles)
    assert again.notes == segmented.notes


def test_structureless_data_are_not_called_stable() -> None:
    """Noise without groups earns the verdict that clusters are not stable types."""
    rng = np.random.default_rng(0)
    columns = {name: rng.normal(50, 1, 300) for name in ("value", "active_days", "features_used", "days_since_last")}
    columns |= {name: rng.normal(50, 1, 300) for name in ("latest_rating", "active_members", "tenure_days")}
    table = pa.table({"customer_id": [f"C{i:03d}" for i in range(300)], "active": [True] * 300, **columns})
    assert any("not stable" in note for note in map(sentence, run(table).notes))


@pytest.mark.parametrize("n", [1, 2, 5, 12])
def test_few_customers_fall_back_and_say_so(n: int) -> None:
    """With too few customers for K-Means every table is still there, with a note about the rule used."""
    found = run(company(n)[0])
    assert found.segments.num_rows == n
    assert set(found.segments["tier"].to_pylist()) <= {"High", "Medium", "Low", DORMANT}
    assert any("Medium by rule" in note or "thirds of value" in note for note in map(sentence, found.notes))


def test_identical_customers_share_one_segment() -> None:
    """All the same: one tier, one cluster, and a note."""
    one = company(1)[0]
    table = pa.concat_tables([one] * 30).set_column(0, "customer_id", pa.array([f"C{i:02d}" for i in range(30)]))
    found = run(table)
    assert set(found.segments["tier"].to_pylist()) == {"Medium"}
    assert set(found.segments["cluster"].to_pylist()) == {"All active customers"}
    assert any("do not differ enough" in note for note in map(sentence, found.notes))


@pytest.mark.parametrize("n", [0, 3])
def test_nobody_active_is_all_dormant(n: int) -> None:
    """Nobody active, or nobody at all: Dormant or empty tables, and a note."""
    table = company(3)[0].slice(0, n)
    table = table.set_column(1, "active", pa.array([False] * n, pa.bool_()))
    found = run(table)
    assert found.segments["tier"].to_pylist() == [DORMANT] * n
    assert any("No customer was active" in note for note in map(sentence, found.notes))


def test_more_clusters_than_core_names_are_still_named_apart() -> None:
    """Twelve clusters have twelve different names."""
    names = set(run(company()[0], clusters=12).segments["cluster"].to_pylist()) - {DORMANT}
    assert len(names) == 12


def test_usage_bands_at_their_bounds() -> None:
    """60 and 300 minutes open the next band; without minutes the bands are named thirds of value."""
    table = pa.table(
        {
            "customer_id": list("abcde"),
            "active": [True] * 4 + [False],
            "minutes": [59.9, 60.0, 299.9, 300.0, 0.0],
            "value": [1.0, 2.0, 3.0, 4.0, 0.0],
        }
    )
    people = population(table)
    assert usage_bands(people, minutes_known=True) == ("0-1 h", "1-5 h", "1-5 h", "5 h+", DORMANT)
    assert usage_bands(people, minutes_known=False) == (
        "Bottom third of value",
        "Middle third of value",
        "Middle third of value",
        "Top third of value",
        DORMANT,
    )


def test_lifecycle_stages_at_their_bounds() -> None:
    """90 days is still Onboarding, 365 still Growing; unknown tenure is said; dormancy wins over tenure."""
    table = pa.table(
        {
            "customer_id": list("abcdef"),
            "active": [True] * 5 + [False],
            "tenure_days": pa.array([90.0, 91.0, 365.0, 366.0, None, 10.0]),
        }
    )
    assert lifecycle_stages(population(table)) == (
        "Onboarding",
        "Growing",
        "Growing",
        "Mature",
        "Unknown tenure",
        DORMANT,
    )


def test_rfm_tiers_at_their_bounds() -> None:
    """Every mean of three quintiles falls into the band its rule names, rounding apart."""
    means = np.array([1.8, 1.8 - 1e-6, 2.6, 3.4, 4.2, 4.2 - 1e-12])
    assert rfm_tiers(means) == ("Bronze", "Basic", "Silver", "Gold", "Platinum", "Platinum")


def test_thirds_keep_equals_together() -> None:
    """Equal values are in one third, whatever their number."""
    labels = thirds(np.array([1.0, 1.0, 1.0, 1.0, 9.0])).labels
    assert len(set(labels[:4])) == 1
    assert labels[4] == 0


def test_tiers_are_held_at_the_edge_only() -> None:
    """A customer a hair nearer to the new tier keeps the old one; a clear move, a newcomer and dormancy go through."""
    previous = pa.table({"customer_id": list("abde"), "tier": ["High", "High", DORMANT, "High"]})
    current = pa.table({"customer_id": list("abcde"), "tier": ["Medium", "Medium", "Low", "Low", DORMANT]})
    distances = pa.table(
        {
            "customer_id": list("abcd"),
            "High": [1.0, 1.0, 9.0, 9.0],
            "Medium": [0.95, 0.5, 5.0, 5.0],
            "Low": [3.0, 3.0, 1.0, 1.0],
        }
    )
    found = hold(previous, current, distances)
    assert found["tier"].to_pylist() == ["High", "Medium", "Low", "Low", DORMANT]
    assert found["held"].to_pylist() == [True, False, False, False, False]


def test_segmenting_again_with_the_same_data_moves_nobody(segmented: Segmented) -> None:
    """The tiers of the last run, given back, leave the tiers as they are."""
    previous = segmented.segments.select(["customer_id", "tier"])
    again = run(company()[0], previous=previous)
    assert again.segments.equals(segmented.segments)
    moves = migration(previous, again.segments)
    assert moves["from"].to_pylist() == moves["to"].to_pylist()


def test_migration_counts_arrivals_and_departures() -> None:
    """Shares are of those who left a tier; customers of one run only are named so."""
    previous = pa.table({"customer_id": list("abc"), "tier": ["High", "High", "Low"]})
    current = pa.table({"customer_id": list("abd"), "tier": ["High", "Low", "Low"]})
    assert migration(previous, current).to_pylist() == [
        {"from": "(not there)", "to": "Low", "customers": 1, "share": 1.0},
        {"from": "High", "to": "High", "customers": 1, "share": 0.5},
        {"from": "High", "to": "Low", "customers": 1, "share": 0.5},
        {"from": "Low", "to": "(not there)", "customers": 1, "share": 1.0},
    ]


def test_the_number_of_clusters_is_found_where_there_is_one() -> None:
    """Five planted types: five is chosen among two to seven."""
    table, _ = company()
    people = population(table)
    matrix = weighed(people, people.present(informative(table)))
    found = suggest_clusters(matrix, people.value[people.active], range(2, 8), seed=0).to_pylist()
    assert [row["clusters"] for row in found if row["chosen"]] == [5]
