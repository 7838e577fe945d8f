"""Too many customers for one machine: a draw that is fair, steady and told, and everybody's probability."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from numpy.typing import NDArray

from valuecast.config import configure
from valuecast.pipeline import Assessment, population, run
from valuecast.pipeline.sampling import Sample, chosen, limit, numbers_of
from valuecast.simulate import Company, simulate
from valuecast.wording.notes import sentence

pytestmark = pytest.mark.slow

STRATA = np.repeat([0, 1, 2], [900, 90, 10])
IDS = pa.chunked_array([pa.array([f"c{n:04d}" for n in range(1000)])])


def drawn(ids: pa.ChunkedArray, stratum: NDArray[np.int64], size: int, seed: int) -> NDArray[np.bool_]:
    """Who is drawn of some customers."""
    return chosen(numbers_of(ids, seed), stratum, size, seed)


def test_as_many_as_asked_for_in_proportion() -> None:
    """The size is exact, and each stratum gives its share, rounded up or down."""
    taken = drawn(IDS, STRATA, 137, 0)
    assert taken.sum() == 137
    found = np.bincount(STRATA[taken], minlength=3)
    assert np.all(np.abs(found - 137 * np.array([0.9, 0.09, 0.01])) < 1)


def test_everybody_has_the_same_chance() -> None:
    """Over many seeds each customer is drawn as often as any other, in the smallest stratum too."""
    times = sum(drawn(IDS, STRATA, 130, seed).astype(int) for seed in range(400))
    for stratum in range(3):
        share = times[stratum == STRATA].mean() / 400
        assert share == pytest.approx(0.13, abs=0.02), stratum


def test_the_order_of_rows_does_not_matter() -> None:
    """The same customers are drawn from rows in another order and in other chunks."""
    straight = set(IDS.filter(pa.array(drawn(IDS, STRATA, 200, 3))).to_pylist())
    order = np.random.default_rng(0).permutation(1000)
    mixed = IDS.take(pa.array(order))
    pieces = pa.chunked_array([mixed.slice(0, 10).combine_chunks(), mixed.slice(10).combine_chunks()])
    assert set(pieces.filter(pa.array(drawn(pieces, STRATA[order], 200, 3))).to_pylist()) == straight


def test_who_was_drawn_is_drawn_again() -> None:
    """When some customers come and go, nearly all of those drawn stay drawn."""
    before = set(IDS.filter(pa.array(drawn(IDS, STRATA, 200, 0))).to_pylist())
    later = IDS.slice(20)
    after = set(later.filter(pa.array(drawn(later, STRATA[20:], 200, 0))).to_pylist())
    assert len(before & after) > 0.9 * len(before & set(later.to_pylist()))


def test_a_draw_by_id_stays_as_it_is() -> None:
    """Those drawn by id are drawn again whoever comes and whatever their strata, until customers double in number."""
    numbers = numbers_of(IDS, 0)
    before = numbers[:900] < limit(900, 130)
    after = numbers < limit(1000, 130)
    assert np.array_equal(after[:900], before)
    assert 0 < after.sum() <= 1.5 * 130
    assert (numbers < limit(1000, 1000)).all()


def test_another_seed_draws_others() -> None:
    """The seed decides who is drawn."""
    assert not np.array_equal(drawn(IDS, STRATA, 200, 0), drawn(IDS, STRATA, 200, 1))


def test_everybody_needs_no_note() -> None:
    """Nothing is said of a draw where nobody was left out."""
    assert Sample(10, 10, None, pa.table({})).notes == ()


@pytest.fixture(scope="module")
def assess(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Assessment]:
    """Runs over one small company by account, once for each number of customers."""
    folder = tmp_path_factory.mktemp("sampling") / "company"
    simulate(Company(accounts=260, visitors=400, months=14, seed=5), folder)
    done: dict[Any, Assessment] = {}

    def make(most: int, **settings: Any) -> Assessment:
        key = (most, *settings.items())
        if key not in done:
            given = {"grain": "account", "horizon_months": 1, "trend_months": [1], "bootstrap": 100, **settings}
            done[key] = run(configure(source=str(folder), most_customers=most, **given))
        return done[key]

    return make


def test_a_run_on_a_sample_gives_everybody_a_probability(assess: Callable[..., Assessment]) -> None:
    """Lists hold those drawn; hv_scores_today holds everybody who is active, and agrees with the lists."""
    found = assess(160)
    assert found.value_scores.num_rows == 160 == found.manifest["sample"]["drawn"]
    assert found.manifest["sample"]["customers"] == assess(50_000).value_scores.num_rows > 200
    everybody = found.hv_scores_today
    assert everybody["customer_id"].to_pylist() == assess(50_000).hv_scores_today["customer_id"].to_pylist()
    mine = found.hv_predictions_today.select(["customer_id", "probability", "predicted_high_value", "tier"])
    both = mine.join(everybody, "customer_id", right_suffix="_all", join_type="inner")
    assert both.num_rows == mine.num_rows > 100
    np.testing.assert_allclose(both["probability"].to_numpy(), both["probability_all"].to_numpy(), rtol=0, atol=1e-9)
    assert both["predicted_high_value"].equals(both["high_value"])
    assert both["tier"].equals(both["tier_all"])


def test_what_is_relative_to_others_was_computed_among_all(assess: Callable[..., Assessment]) -> None:
    """A drawn customer has the scores and percentiles that it has in a run over everybody, but for a score that learns.

    Its weights come from those drawn by id.
    """
    some, every = assess(160), assess(50_000)
    among = every.value_scores.filter(pc.is_in(every.value_scores["customer_id"], some.value_scores["customer_id"]))
    names = [name for name in some.value_scores.column_names if "correlation_weighted" not in name]
    learned = [name for name in some.value_scores.column_names if name not in names]
    assert learned and len(names) > 12
    for name in learned:
        known = [table.sort_by("customer_id")[name].is_valid() for table in (some.value_scores, among)]
        assert known[0].equals(known[1])
    assert among.select(names).sort_by("customer_id").equals(some.value_scores.select(names).sort_by("customer_id"))


def test_too_few_drawn_are_told(assess: Callable[..., Assessment]) -> None:
    """Where a window holds fewer of those drawn than evidence needs, a warning says so; of everybody it does not."""
    found = {finding.code: finding for finding in assess(100).findings}
    assert found["few_drawn"].severity == "warning"
    assert found["few_drawn"].count == min(assess(100).backtest_windows["customers"].to_pylist()) < 100
    assert "few_drawn" not in {finding.code for finding in assess(50_000).findings}


def test_the_draw_and_what_it_cost_are_told(assess: Callable[..., Assessment]) -> None:
    """The notes give both counts; the effect is measured on those drawn, on everybody and on half, with intervals."""
    found = assess(160)
    assert any(note.startswith("160 of 260 customers were sampled") for note in found.manifest["notes"])
    assert any("on the" in note and "customers of the sample and" in note for note in found.manifest["notes"])
    rows = {row["metric"]: row for row in found.sample_effect.to_pylist()}
    ranked = rows["average_precision"]
    assert ranked["customers"] > ranked["customers_drawn"] > 80
    assert ranked["low"] <= ranked["drawn"] <= ranked["high"]
    assert ranked["half_low"] <= ranked["half_difference"] <= ranked["half_high"]
    assert abs(ranked["everybody"] - ranked["drawn"]) < 0.2
    assert rows["brier"]["half_difference"] is None
    assert sum(found.sample_strata["drawn"].to_pylist()) == 160
    assert sum(found.sample_strata["customers"].to_pylist()) == 260


def test_a_run_over_everybody_says_nothing_of_a_draw(assess: Callable[..., Assessment]) -> None:
    """Without a draw there is no table of its effect, and everybody's probabilities are those of the predictions."""
    found = assess(50_000)
    assert "sample_effect" not in found.tables and "sample_strata" not in found.tables
    assert not any(note["code"].startswith("sample") for note in found.manifest["notes_as_data"])
    given = found.hv_predictions_today
    scores = found.hv_scores_today
    assert scores["customer_id"].to_pylist() == given["customer_id"].to_pylist()
    assert scores["probability"].to_pylist() == given["probability"].to_pylist()
    assert scores["tier"].to_pylist() == given["tier"].to_pylist()


@pytest.mark.parametrize(
    ("half", "ends"),
    [
        ((-0.02, -0.03, -0.01), "may gain"),
        ((-0.01, -0.03, 0.02), "no loss beyond chance"),
        ((None, None, None), "on all 900"),
    ],
)
def test_the_effect_in_words(half: tuple[float | None, ...], ends: str) -> None:
    """A loss from half of the customers is said where it is beyond chance, and left out where not measured."""
    row = {
        "metric": "r_precision", "drawn": 0.7, "low": 0.6, "high": 0.8, "everybody": 0.72,
        "half_difference": half[0], "half_low": half[1], "half_high": half[2], "customers_drawn": 90, "customers": 900,
    }  # fmt: skip
    (noted,) = population._noted(pa.Table.from_pylist([row]))
    said = sentence(noted).replace("\u00a0", " ")
    assert said.endswith(f"{ends}.")
    assert "70.0 % (60.0 % to 80.0 %) on the 90 customers of the sample and 72.0 % on all 900" in said
    assert population._noted(pa.Table.from_pylist([row | {"drawn": None, "low": None}])) == ()


def test_a_sample_gives_the_same_results_again(assess: Callable[..., Assessment], tmp_path: Path) -> None:
    """Two runs on a sample write the same bytes."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assess(160).write(tmp_path / "one")
    assess(160, seed=0).write(tmp_path / "two")
    for path in sorted((tmp_path / "one" / "tables").glob("*.csv")):
        assert path.read_bytes() == (tmp_path / "two" / "tables" / path.name).read_bytes(), path.name
