"""The evidence: every score, model and forecast measured on months it had not seen, with intervals.

Steps hand their answers over as tables; nothing here learns or predicts. ``backtest`` and ``trend_backtest`` measure,
``leakage`` doubts, ``noise_ceiling`` says how far anyone could get.
"""

from valuecast.evaluation.ablation import evaluate_ablation
from valuecast.evaluation.backtest import BASELINES, evaluate_identification
from valuecast.evaluation.intervals import wilson_interval
from valuecast.evaluation.leakage import (
    Leakage,
    Permutation,
    investigate,
    overlapping_folds,
    permutation_test,
    signals_alone,
)
from valuecast.evaluation.noise_ceiling import NoiseCeiling, noise_ceiling, noise_halves
from valuecast.evaluation.other_definitions import evaluate_other_definitions
from valuecast.evaluation.rows import Backtest
from valuecast.evaluation.sampling import Scored, sample_effect
from valuecast.evaluation.tables import backtest_windows, calibration_table
from valuecast.evaluation.trend_backtest import evaluate_trends

__all__ = [
    "BASELINES",
    "Backtest",
    "Leakage",
    "NoiseCeiling",
    "Permutation",
    "Scored",
    "backtest_windows",
    "calibration_table",
    "evaluate_ablation",
    "evaluate_identification",
    "evaluate_other_definitions",
    "evaluate_trends",
    "investigate",
    "noise_ceiling",
    "noise_halves",
    "overlapping_folds",
    "permutation_test",
    "sample_effect",
    "signals_alone",
    "wilson_interval",
]
