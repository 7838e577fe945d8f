"""What a kind of finding says."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.wording.figures import Wording


@dataclass(frozen=True)
class Entry:
    """What a kind of finding says.

    Parameters
    ----------
    meaning : str
        What was seen, in one sentence without numbers.
    consequence : str
        What it does to an assessment, as a rule.
    remedy : str
        What to do about it, as a rule.
    evidence : template or function
        What was seen, in numbers.
    here, mend : template or function, optional
        The consequence and the remedy of one finding, where its figures say them more exactly.
    """

    meaning: str
    consequence: str
    remedy: str
    evidence: Wording
    here: Wording | None = None
    mend: Wording | None = None
