"""The second half of the flow: from customer-level tables to segments, predictions, trends, evidence and actions."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast import actions, audit, evaluation, identification, segments, trends
from valuecast.config import Config
from valuecast.contracts import OUTPUTS, Canonical
from valuecast.contracts.streams import stream
from valuecast.pipeline.sampling import Sample
from valuecast.pipeline.step import Result
from valuecast.signals import Informative
from valuecast.windows import TODAY, Fold, Plan
from valuecast.wording.notes import sentence
from valuecast.wording.rows import in_words

Tables = dict[str, pa.Table]

PROPENSITY = "logistic_2d"
"""The model whose output is the propensity in `trends.health_blend`: it has no setting that a later window chose."""
SHUFFLES = 20
"""Times that labels are shuffled in a leak investigation."""


def segmentation(config: Config, customer_tables: Tables, informative: Informative) -> Result[segments.Segmented]:
    """Group today's customers."""
    scores = rows(customer_tables["scores"], window_id=TODAY, score="rfm")
    found = segments.segment_all(
        rows(customer_tables["signals"], window_id=TODAY),
        scores.select(["customer_id", "value"]),
        informative.today,
        clusters=config.clusters,
        seed=config.seed,
        minutes_known="minutes" in informative.today,
    )
    return Result(found, {"segment_profiles": in_words(found.profiles, "profile")}, notes=found.notes)


def predictions(
    config: Config, customer_tables: Tables, informative: Informative, plan: Plan
) -> Result[identification.Identified]:
    """Who will be high-value."""
    found = identification.identify(
        customer_tables["signals"],
        customer_tables["labels"],
        plan.folds(plan.horizon),
        horizon=plan.horizon,
        informative=informative.past,
        target_precision=config.target_precision,
        share=config.high_value_share,
        seed=config.seed,
    )
    tables = {
        "hv_contributions_today": found.contributions_today,
        "feature_importances": found.importances,
        "dimension_importances": found.dimension_importances,
    }
    facts = {
        "model": found.chosen,
        "setting": found.setting,
        "threshold": found.threshold,
        "threshold_met": found.threshold_met,
        "threshold_note": str(sentence(found.threshold_note)),
        "broad_threshold": found.broad_threshold,
        "broad_note": str(sentence(found.broad_note)) if found.broad_note else "",
        "curves": found.curves,
        "selection": found.selection.to_pylist(),
    }
    return Result(found, tables if found.chosen else {}, notes=found.notes, facts={"choices": facts})


def forecast(
    config: Config,
    customer_tables: Tables,
    informative: Informative,
    predictions: identification.Identified,
    plan: Plan,
) -> Result[trends.Forecast]:
    """Where each customer's value goes."""
    up, down = config.trend.up, config.trend.down
    found = trends.forecast(
        customer_tables["labels"],
        customer_tables["scores"],
        predictions.predictions,
        propensity=PROPENSITY,
        folds_by_horizon={months: plan.folds(months) for months in plan.trend_horizons},
        today=plan.today,
        up=up,
        down=down,
        signals=customer_tables["signals"],
        months=customer_tables["months"],
        months_back=customer_tables["months_back"],
        counted_from=plan.windows_until,
        methods=trends.methods(up=up, down=down, signals=sorted(informative.past), seed=config.seed),
    )
    chosen = {str(months): method for months, method in sorted(found.chosen_method.items())}
    facts = {"trend_method": chosen, "trend_selection": found.choices.to_pylist()}
    return Result(found, notes=found.notes, facts={"choices": facts})


def evidence(
    config: Config,
    customer_tables: Tables,
    definitions: pa.Table,
    canonical: Canonical,
    sample: Sample,
    informative: Informative,
    predictions: identification.Identified,
    forecast: trends.Forecast,
    plan: Plan,
) -> Result[None]:
    """Measure every score, model and forecast on months that none had seen, find the noise ceiling, look for leaks."""
    folds, horizon, labels = plan.folds(plan.horizon), plan.horizon, customer_tables["labels"]
    chosen, random = predictions.chosen, {"bootstrap": config.bootstrap, "seed": config.seed}
    measured = evaluation.evaluate_identification(
        customer_tables["scores"],
        predictions.predictions,
        labels,
        folds,
        horizon=horizon,
        chosen=chosen,
        share=config.high_value_share,
        **random,
    )
    trend = evaluation.evaluate_trends(forecast.trends, **random)
    others, notes = evaluation.evaluate_other_definitions(
        definitions,
        customer_tables["scores"],
        predictions.predictions,
        labels,
        folds,
        horizon=horizon,
        share=config.high_value_share,
        **random,
    )
    by_horizon = {months: plan.folds(months) for months in sorted({horizon, *plan.trend_horizons})}
    windows = evaluation.backtest_windows(labels, {months: found for months, found in by_horizon.items() if found})
    tables = {
        "backtest_windows": windows,
        "backtest_metrics": pa.concat_tables([measured.metrics, trend.metrics]),
        "backtest_differences": pa.concat_tables([measured.differences, trend.differences]),
        "other_definitions": others,
        "calibration": evaluation.calibration_table(
            predictions.predictions, labels, folds, horizon=horizon, chosen=chosen
        ),
        "ablation": _ablated(config, customer_tables, informative, predictions, folds, horizon),
    }
    if config.circular:
        tables["circular"] = _circular(config, customer_tables, informative, predictions, folds, measured.metrics)
    ceiling = evaluation.noise_ceiling(
        _halves(canonical, sample, labels, folds, horizon, config.seed), share=config.high_value_share, **random
    )
    leaks = evaluation.investigate(
        customer_tables["signals"],
        labels,
        folds,
        measured.metrics,
        horizon=horizon,
        chosen=chosen,
        shuffle=lambda: _shuffled(config, customer_tables, informative, predictions, folds, horizon),
    )
    facts = {
        "noise_ceiling": None if ceiling is None else asdict(ceiling) | {"sentence": str(sentence(ceiling.note))},
        "leakage": [str(sentence(each)) for each in leaks.notes] if folds else [],
    }
    few = audit.few_drawn(windows, config.high_value_share) if sample.is_partial else ()
    return Result(None, tables if chosen else {}, tuple(few), notes, facts)


def _shuffled(
    config: Config,
    customer_tables: Tables,
    informative: Informative,
    predictions: identification.Identified,
    folds: tuple[Fold, ...],
    horizon: int,
) -> evaluation.Permutation:
    """Let the chosen model learn the test window's fold again, from shuffled labels."""
    refit = identification.refit(
        customer_tables["signals"],
        customer_tables["labels"],
        next(fold for fold in folds if fold.role == "test"),
        horizon=horizon,
        informative=informative.past,
        model=predictions.chosen or "",
        settings=predictions.settings,
        seed=config.seed,
    )
    return evaluation.permutation_test(
        refit.learn,
        refit.train_actual,
        refit.test_actual,
        refit.train_window,
        permutations=SHUFFLES,
        rng=stream("shuffled_labels", config.seed),
    )


def _ablated(
    config: Config,
    customer_tables: Tables,
    informative: Informative,
    predictions: identification.Identified,
    folds: tuple[Fold, ...],
    horizon: int,
) -> pa.Table:
    """Let the chosen model learn the test window's fold again without each dimension."""
    tests = [fold for fold in folds if fold.role == "test"]
    if predictions.chosen is None or not tests:
        return OUTPUTS["ablation"].empty()
    ablated = identification.ablate(
        customer_tables["signals"],
        customer_tables["labels"],
        tests[0],
        horizon=horizon,
        informative=informative.past,
        model=predictions.chosen,
        settings=predictions.settings,
        seed=config.seed,
    )
    return evaluation.evaluate_ablation(
        ablated,
        customer_tables["labels"],
        tests[0].predict.window_id,
        horizon=horizon,
        everything=identification.EVERYTHING,
        bootstrap=config.bootstrap,
        seed=config.seed,
    )


def _circular(
    config: Config,
    customer_tables: Tables,
    informative: Informative,
    predictions: identification.Identified,
    folds: tuple[Fold, ...],
    measured: pa.Table,
) -> pa.Table:
    """The circular set-up in the test window, beside what the chosen model achieved on that window's future."""
    tests = [fold.predict.window_id for fold in folds if fold.role == "test"]
    if not tests:
        return OUTPUTS["circular"].empty()
    found = identification.circular(
        customer_tables["signals"],
        customer_tables["labels"],
        tests[0],
        horizon=int(customer_tables["labels"]["horizon_months"][0].as_py()),
        informative=informative.past,
        share=config.high_value_share,
        seed=config.seed,
    )
    out_of_fold = rows(measured, split="test", method=predictions.chosen)
    known = dict(zip(out_of_fold["metric"].to_pylist(), out_of_fold["value"].to_pylist(), strict=True))
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


def work_list(
    config: Config,
    customer_tables: Tables,
    segmentation: segments.Segmented,
    predictions: identification.Identified,
    forecast: trends.Forecast,
    alerts: actions.Alerted,
) -> Result[None]:
    """What to do, in which order."""
    chosen = predictions.chosen
    found = actions.plan_actions(
        segmentation.segments,
        first_trend(forecast),
        rows(predictions.predictions, window_id=TODAY, model=chosen) if chosen else None,
        rows(customer_tables["signals"], window_id=TODAY),
        customer_tables["accounts"],
        capacity_hours=config.capacity_hours,
        alerts=alerts.alerts,
    )
    return Result(None, {"actions": in_words(found.actions, "reason"), "playbooks": found.playbooks}, notes=found.notes)


def first_trend(forecast: trends.Forecast) -> pa.Table:
    """Today's trend at the first horizon by its chosen method; empty when no trend is given."""
    horizon = min(forecast.chosen_method, default=0)
    return rows(
        forecast.trends, window_id=TODAY, horizon_months=horizon, method=forecast.chosen_method.get(horizon, "")
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
    first = evaluation.noise_halves((end - start).days, stream("day_halves", seed))
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
