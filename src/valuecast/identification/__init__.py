"""Who will be high-value: models that compete on windows they had not seen, calibrated, with thresholds and reasons.

Read `identify` first: it is the whole room in order. ``candidates`` says what a model is. ``ablate`` and
``rehearse`` let the chosen model learn again for the evidence; ``circular`` shows what not to do.
"""

from valuecast.identification.ablation import EVERYTHING, ablate
from valuecast.identification.candidates import CANDIDATES, Candidate, Fitted
from valuecast.identification.circular import circular
from valuecast.identification.contest import Rehearsal, rehearse
from valuecast.identification.identify import Identified, identify
from valuecast.identification.observations import Outcome

__all__ = [
    "CANDIDATES",
    "EVERYTHING",
    "Candidate",
    "Fitted",
    "Identified",
    "Outcome",
    "Rehearsal",
    "ablate",
    "circular",
    "identify",
    "rehearse",
]
