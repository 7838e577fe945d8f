"""The register of random streams: everything that a run draws, by name, each from the seed of the configuration.

Streams are apart from each other, so that a step that draws more, or is left out, changes nothing elsewhere. The
simulator has streams of its own, one for each part of a customer's life.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Stream:
    """One source of random numbers.

    Parameters
    ----------
    key : tuple of int
        What follows the seed; empty for the seed alone.
    purpose : str
        What is drawn from it.
    """

    key: tuple[int, ...]
    purpose: str


STREAMS: dict[str, Stream] = {
    "model_choice": Stream((1,), "resampled validation customers, to find the simplest model that is as good"),
    "calibration_parts": Stream((2,), "parts of the validation customers, to compare curves of calibration"),
    "importances": Stream((3,), "columns in another order, for permutation importances"),
    "training_rows": Stream((4,), "training rows that are kept where there are too many"),
    "sample_strata": Stream((5,), "whether the share of a stratum is rounded up or down in a sample"),
    "sample_half": Stream((6,), "the half of a sample that shows what a smaller one would cost"),
    "identification_intervals": Stream((11,), "resampled test customers, for intervals of scores and models"),
    "trend_intervals": Stream((12,), "resampled customers, for intervals of trend methods"),
    "sample_intervals": Stream((12,), "resampled customers of a sample, for the interval of its effect"),
    "ceiling_intervals": Stream((13,), "resampled customers, for the interval of the noise ceiling"),
    "circular_split": Stream((17,), "customers of the circular set-up that its test holds"),
    "ablation_intervals": Stream((19,), "resampled test customers, for intervals without a dimension"),
    "comparison_intervals": Stream((), "resampled customers, for intervals of high-value customers against the rest"),
    "shuffled_labels": Stream((), "labels in another order, for the search for leaks"),
    "day_halves": Stream((), "days of the future window dealt to two halves, for the noise ceiling"),
    "group_stability": Stream((), "resampled customers, for how stable a grouping is"),
    "trend_rows": Stream((), "training rows that boosted trends keep where there are too many"),
    "month_weights": Stream((), "weights of months, by which copies of one customer are found; from a fixed seed"),
}
"""By name. Two streams with one key draw the same numbers, for questions that never meet."""


def stream(name: str, seed: int, *further: int) -> np.random.Generator:
    """The generator of a registered stream.

    Parameters
    ----------
    seed : int
        Of the configuration.
    further : int
        What sets several generators of one stream apart, such as a horizon [months] and a place in a list.

    Raises
    ------
    KeyError
        When the stream is not registered: a defect of ours.

    >>> bool(stream("importances", 7).random() == np.random.default_rng([7, 3]).random())
    True
    """
    key = (*STREAMS[name].key, *further)
    return np.random.default_rng([seed, *key] if key else seed)
