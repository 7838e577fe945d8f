"""Who will be high-value: models that compete on windows they had not seen, calibrated, with a threshold and reasons.

Read `identify` first: it is the whole room in order. ``candidates`` says what a model is.
"""

from valuecast.identification.candidates import CANDIDATES, Candidate, Fitted
from valuecast.identification.contest import Rehearsal, rehearse
from valuecast.identification.identify import Identified, identify

__all__ = ["CANDIDATES", "Candidate", "Fitted", "Identified", "Rehearsal", "identify", "rehearse"]
