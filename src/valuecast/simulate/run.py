"""From settings to a folder of Parquet files, block by block."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from valuecast.simulate import daily, totals, truth, usage
from valuecast.simulate.company import Company, Simulated
from valuecast.simulate.faults import Fault, count_world, find_faults
from valuecast.simulate.folder import Tables, new_folder
from valuecast.simulate.history import History, draw_history
from valuecast.simulate.parameters import Parameters
from valuecast.simulate.plan import Plan, make_plan
from valuecast.simulate.schemas import SCHEMAS

Progress = Callable[[str], None]


def simulate(company: Company, out: Path, progress: Progress | None = None) -> Simulated:
    """Write a company to ``out``, with the truth about it in ``out/truth``.

    Parameters
    ----------
    company : Company
        Settings; the same settings give the same bytes.
    out : Path
        A free path, an empty folder, or an earlier simulation, which is replaced.
    progress : callable, optional
        Told what is being done, in a few words.

    Returns
    -------
    Simulated
        Paths and row counts by table name, and what each fault touched.

    Raises
    ------
    ConfigurationError
        When a fault is unknown.
    OutputError
        When ``out`` holds something else or cannot be written; nothing is half-written.
    """
    faults = find_faults(company.faults)
    out = Path(out)
    with new_folder(out) as folder:
        plan = _plan(company, faults)
        tables, secrets = Tables(folder, faults, company.seed), Tables(folder / "truth", {}, company.seed)
        try:
            touched = _write_all(plan, faults, tables, secrets, progress or (lambda _: None))
        finally:
            tables.close()
            secrets.close()
        truth.write_notes(plan, folder / "truth", touched)
    rows = {**{name: tables.rows[name] for name in SCHEMAS}, **secrets.rows}
    paths = {name: out / f"{name}.parquet" for name in SCHEMAS}
    paths.update({name: out / "truth" / f"{name}.parquet" for name in secrets.rows})
    return Simulated(out, paths, rows, touched)


def _plan(company: Company, faults: dict[str, Fault]) -> Plan:
    for fault in faults.values():
        company = fault.reshape(company) if fault.reshape else company
    plan = make_plan(company, Parameters())
    for fault in faults.values():
        plan = fault.replan(plan) if fault.replan else plan
    return plan


def _write_all(
    plan: Plan, faults: dict[str, Fault], tables: Tables, secrets: Tables, progress: Progress
) -> dict[str, dict[str, Any]]:
    features, world = usage.FeatureTotals(plan), dict[str, dict[str, int]]()
    for first in range(0, plan.company.accounts, plan.block_size):
        history = draw_history(plan, first)
        progress(f"accounts {first + 1:,} to {first + history.size:,} of {plan.company.accounts:,}")
        for name, counts in count_world(plan, history).items():
            so_far = world.setdefault(name, {})
            world[name] = {item: count + so_far.get(item, 0) for item, count in counts.items()}
        features.add(history)
        _write_block(plan, history, tables, secrets)
    tables.add("pendo__feature", features.table(), 0)
    tables.add("stg_pendo__poll", totals.poll(plan), 0)
    return {
        name: {
            "description": fault.description,
            "tables": tables.touched[name],
            "world": {} if fault.spoil else world[name],
        }
        for name, fault in faults.items()
    }


def _write_block(plan: Plan, history: History, tables: Tables, secrets: Tables) -> None:
    """Totals see everything that was lived; dated tables and the truth end with the company's last day."""
    dated, days, block = history.until(plan.end), daily.account_days(plan, history), history.first
    tables.add("pendo__account", totals.account(plan, history, days), block)
    tables.add("pendo__visitor", totals.visitor(plan, history), block)
    tables.add("pendo__visitor_feature", usage.visitor_feature(plan, history), block)
    tables.add("pendo__account_daily_metrics", daily.account_daily(plan, dated, days), block)
    tables.add("pendo__visitor_daily_metrics", daily.visitor_daily(dated), block)
    tables.add("pendo__feature_event", usage.feature_event(plan, dated), block)
    tables.add("stg_pendo__poll_event", totals.poll_event(dated), block)
    tables.add("outcomes", totals.outcome(dated), block)
    secrets.append("account_truth", truth.account_truth(plan, dated))
    secrets.append("account_month_truth", truth.account_month_truth(plan, dated))
    secrets.append("visitor_truth", truth.visitor_truth(plan, dated))
