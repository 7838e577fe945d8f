"""The second half of the flow: from customer-level tables to segments, predictions, trends, evidence and actions."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast import actions, evaluation, identification, segments, trends
from valuecast.config import Config
from valuecast.contracts import OUTPUTS, Canonical
from valuecast.pipeline.assessing import Planned, plan_of
from valuecast.pipeline.sampling import Sample
from valuecast.signals import Usable
from valuecast.windows import TODAY, Fold

Tables = dict[str, pa.Table]

PROPENSITY = "logistic_2d"
"""The model whose output is the propensity in `trends.health_blend`: it has no setting that a later window chose."""
SHUFFLES = 20
"""Times that labels are shuffled in a leak investigation."""


def segment(config: Config, brought: Tables, usable: Usable) -> segments.Segmented:
    """Group today's customers."""
    scores = rows(brought["scores"], window_id=TODAY, score="rfm")
    return segments.segment_all(
        rows(brought["signals"], window_id=TODAY),
        scores.select(["customer_id", "value"]),
        usable.today,
        clusters=config.clusters,
        seed=config.seed,
        minutes_known="minutes" in usable.today,
    )


def identify(config: Config, brought: Tables, usable: Usable, planned: Planned) -> identification.Identified:
    """Who will be high-value."""
    plan = plan_of(planned)
    return identification.identify(
        brought["signals"],
        brought["labels"],
        plan.folds(plan.horizon),
        horizon=plan.horizon,
        usable=usable.past,
        target_precision=config.target_precision,
        share=config.high_value_share,
        seed=config.seed,
    )


def forecast(
    config: Config, brought: Tables, usable: Usable, identified: identification.Identified, planned: Planned
) -> trends.Forecast:
    """Where each customer's value goes."""
    plan = plan_of(planned)
    up, down = config.trend.up, config.trend.down
    return trends.forecast(
        brought["labels"],
        brought["scores"],
        identified.predictions,
        propensity=PROPENSITY,
        folds_by_horizon={months: plan.folds(months) for months in plan.trend_horizons},
        today=plan.today,
        up=up,
        down=down,
        signals=brought["signals"],
        months=brought["months"],
        months_back=brought["months_back"],
        counted_from=plan.windows_until,
        methods=trends.methods(up=up, down=down, signals=sorted(usable.past), seed=config.seed),
    )


@dataclass(frozen=True)
class Evidence:
    """What was measured on months that no method had seen; empty tables when there are none."""

    metrics: pa.Table
    differences: pa.Table
    ablation: pa.Table
    circular: pa.Table | None
    other_definitions: pa.Table
    windows: pa.Table
    calibration: pa.Table
    noise_ceiling: dict[str, float | int | str] | None
    leakage: tuple[str, ...]
    notes: tuple[str, ...]


def evaluate(
    config: Config,
    brought: Tables,
    definitions: pa.Table,
    tables: Canonical,
    sample: Sample,
    usable: Usable,
    identified: identification.Identified,
    forecasted: trends.Forecast,
    planned: Planned,
) -> Evidence:
    """Measure every score, model and forecast, find the noise ceiling, and look for leaks."""
    plan = plan_of(planned)
    folds, horizon = plan.folds(plan.horizon), plan.horizon
    labels, predictions = brought["labels"], identified.predictions
    measured = evaluation.evaluate_identification(
        brought["scores"],
        predictions,
        labels,
        folds,
        horizon=horizon,
        chosen=identified.chosen,
        share=config.high_value_share,
        bootstrap=config.bootstrap,
        seed=config.seed,
    )
    trend = evaluation.evaluate_trends(forecasted.trends, bootstrap=config.bootstrap, seed=config.seed)
    ceiling = evaluation.noise_ceiling(
        _halves(tables, sample, labels, folds, horizon, config.seed),
        share=config.high_value_share,
        bootstrap=config.bootstrap,
        seed=config.seed,
    )
    leaks = evaluation.investigate(
        brought["signals"],
        labels,
        folds,
        measured.metrics,
        horizon=horizon,
        chosen=identified.chosen,
        shuffle=lambda: _shuffled(config, brought, usable, identified, folds, horizon),
    )
    others, notes = evaluation.evaluate_other_definitions(
        definitions,
        brought["scores"],
        predictions,
        labels,
        folds,
        horizon=horizon,
        share=config.high_value_share,
        bootstrap=config.bootstrap,
        seed=config.seed,
    )
    by_horizon = {months: plan.folds(months) for months in sorted({horizon, *plan.trend_horizons})}
    return Evidence(
        metrics=pa.concat_tables([measured.metrics, trend.metrics]),
        differences=pa.concat_tables([measured.differences, trend.differences]),
        ablation=_ablated(config, brought, usable, identified, folds, horizon),
        circular=_circular(config, brought, usable, identified, folds, measured.metrics) if config.circular else None,
        other_definitions=others,
        windows=evaluation.backtest_windows(labels, {months: found for months, found in by_horizon.items() if found}),
        calibration=evaluation.calibration_table(predictions, labels, folds, horizon=horizon, chosen=identified.chosen),
        noise_ceiling=None if ceiling is None else asdict(ceiling),
        leakage=leaks.findings if folds else (),
        notes=notes,
    )


def _shuffled(
    config: Config,
    brought: Tables,
    usable: Usable,
    identified: identification.Identified,
    folds: tuple[Fold, ...],
    horizon: int,
) -> evaluation.Permutation:
    """Let the chosen model learn the test window's fold again, from shuffled labels."""
    rehearsal = identification.rehearse(
        brought["signals"],
        brought["labels"],
        next(fold for fold in folds if fold.role == "test"),
        horizon=horizon,
        usable=usable.past,
        model=identified.chosen or "",
        settings=identified.settings,
        seed=config.seed,
    )
    return evaluation.permutation_test(
        rehearsal.learn,
        rehearsal.train_actual,
        rehearsal.test_actual,
        rehearsal.train_window,
        permutations=SHUFFLES,
        rng=np.random.default_rng(config.seed),
    )


def _ablated(
    config: Config,
    brought: Tables,
    usable: Usable,
    identified: identification.Identified,
    folds: tuple[Fold, ...],
    horizon: int,
) -> pa.Table:
    """Let the chosen model learn the test window's fold again without each dimension."""
    tests = [fold for fold in folds if fold.role == "test"]
    if identified.chosen is None or not tests:
        return OUTPUTS["ablation"].empty()
    ablated = identification.ablate(
        brought["signals"],
        brought["labels"],
        tests[0],
        horizon=horizon,
        usable=usable.past,
        model=identified.chosen,
        settings=identified.settings,
        seed=config.seed,
    )
    return evaluation.evaluate_ablation(
        ablated,
        brought["labels"],
        tests[0].predict.window_id,
        horizon=horizon,
        everything=identification.EVERYTHING,
        bootstrap=config.bootstrap,
        seed=config.seed,
    )


def _circular(
    config: Config,
    brought: Tables,
    usable: Usable,
    identified: identification.Identified,
    folds: tuple[Fold, ...],
    measured: pa.Table,
) -> pa.Table:
    """The circular set-up in the test window, beside what the chosen model achieved on that window's future."""
    tests = [fold.predict.window_id for fold in folds if fold.role == "test"]
    if not tests:
        return OUTPUTS["circular"].empty()
    found = identification.circular(
        brought["signals"],
        brought["labels"],
        tests[0],
        horizon=int(brought["labels"]["horizon_months"][0].as_py()),
        usable=usable.past,
        share=config.high_value_share,
        seed=config.seed,
    )
    honest = rows(measured, split="test", method=identified.chosen)
    known = dict(zip(honest["metric"].to_pylist(), honest["value"].to_pylist(), strict=True))
    table = OUTPUTS["circular"]
    return table.conform(
        pa.Table.from_pylist(
            [
                {"metric": name, "circular": None if np.isnan(value) else value, "honest": known.get(name)}
                for name, value in found.items()
            ],
            schema=table.empty().schema,
        )
    )


def act(
    config: Config,
    brought: Tables,
    segmented: segments.Segmented,
    identified: identification.Identified,
    forecasted: trends.Forecast,
    warned: actions.Alerted,
) -> actions.Acted:
    """What to do, in which order."""
    predicted = rows(identified.predictions, window_id=TODAY, model=identified.chosen) if identified.chosen else None
    return actions.plan_actions(
        segmented.segments,
        first_trend(forecasted),
        predicted,
        rows(brought["signals"], window_id=TODAY),
        brought["accounts"],
        capacity_hours=config.capacity_hours,
        alerts=warned.alerts,
    )


def first_trend(forecasted: trends.Forecast) -> pa.Table:
    """Today's trend at the first horizon by its chosen method; empty when no trend is given."""
    horizon = min(forecasted.chosen_method, default=0)
    return rows(
        forecasted.trends, window_id=TODAY, horizon_months=horizon, method=forecasted.chosen_method.get(horizon, "")
    )


def rows(table: pa.Table, **wanted: str | int | None) -> pa.Table:
    """The rows in which every named column has the given value."""
    for name, value in wanted.items():
        table = table.filter(pc.equal(table[name], value))
    return table


def _halves(
    tables: Canonical, sample: Sample, labels: pa.Table, folds: tuple[Fold, ...], horizon: int, seed: int
) -> pa.Table:
    """Future value of the test window's population, dealt to two halves by `noise_halves`."""
    empty = pa.table({"customer_id": pa.array([], pa.string()), "half_a": pa.array([], pa.float64())})
    tests = [fold.predict for fold in folds if fold.role == "test"]
    if not tests:
        return empty.append_column("half_b", pa.array([], pa.float64()))
    start, end = tests[0].as_of, tests[0].future_end(horizon)
    days = tables.activity.filter(tables.activity.day >= start, tables.activity.day < end)
    found = sample.of(days.select("customer_id", "day", "value")).to_pyarrow().sort_by("day")
    offsets = np.array([(day - start).days for day in found["day"].to_pylist()], dtype=np.int64)
    first = evaluation.noise_halves((end - start).days, np.random.default_rng(seed))
    value = found["value"].to_numpy()
    halves = pa.table(
        {
            "customer_id": found["customer_id"],
            "half_a": np.where(first[offsets], value, 0.0),
            "half_b": np.where(first[offsets], 0.0, value),
        }
    )
    summed = halves.group_by("customer_id", use_threads=False).aggregate([("half_a", "sum"), ("half_b", "sum")])
    population = rows(labels, window_id=tests[0].window_id, horizon_months=horizon)
    population = population.filter(pc.is_valid(population["high_value"])).select(["customer_id"])
    joined = population.join(summed, "customer_id", join_type="left outer", use_threads=False).sort_by("customer_id")
    return pa.table(
        {
            "customer_id": joined["customer_id"],
            "half_a": pc.fill_null(joined["half_a_sum"], 0.0),
            "half_b": pc.fill_null(joined["half_b_sum"], 0.0),
        }
    )
