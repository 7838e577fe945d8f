"""Who will be high-value: models that compete on windows they had not seen, calibrated, with thresholds and reasons.

Read `identify` first: it is the whole room in order. ``candidates`` says what a model is. ``ablate`` and
``refit`` let the chosen model learn again for the evidence; ``circular`` shows what not to do. ``scorer``,
``formula`` and ``written`` take the chosen model to customers that were not brought out of the engine.
"""

from valuecast.identification.ablation import EVERYTHING, ablate
from valuecast.identification.candidates import CANDIDATES, Candidate, Fitted
from valuecast.identification.circular import circular
from valuecast.identification.cross_window import Refit, from_half, refit
from valuecast.identification.formula import is_linear, odds, probabilities
from valuecast.identification.identify import Identified, identify
from valuecast.identification.observations import Outcome
from valuecast.identification.scorer import SCORED, Scorer, scored_rows
from valuecast.identification.serialisation import read, scored, serialised

__all__ = [
    "CANDIDATES",
    "EVERYTHING",
    "SCORED",
    "Candidate",
    "Fitted",
    "Identified",
    "Outcome",
    "Refit",
    "Scorer",
    "ablate",
    "circular",
    "from_half",
    "identify",
    "is_linear",
    "odds",
    "probabilities",
    "read",
    "refit",
    "scored",
    "scored_rows",
    "serialised",
]
