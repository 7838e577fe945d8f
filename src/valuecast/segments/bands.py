"""Segments that follow a written rule: usage bands, lifecycle stages, RFM tiers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from valuecast.segments.kmeans import thirds
from valuecast.segments.population import DORMANT, Floats, Population

HOURS = ("5 h+", "1-5 h", "0-1 h")
THIRDS = ("Top third of value", "Middle third of value", "Bottom third of value")
STAGES = ("Onboarding", "Growing", "Mature", "Unknown tenure")
RFM_TIERS = ("Platinum", "Gold", "Silver", "Bronze", "Basic")

ONBOARDING_DAYS = 90
GROWING_DAYS = 365
_RFM_CUTS = (4.2, 3.4, 2.6, 1.8)


def usage_bands(people: Population, *, minutes_known: bool) -> tuple[str, ...]:
    """Band of use in the past window, for every customer.

    By minutes in the past window: under 60 is "0-1 h", under 300 "1-5 h", else "5 h+", bands that customer success
    works with. Without minutes, thirds of value by mid-rank, named as such. Whoever was not active is Dormant.
    """
    if not minutes_known:
        names = np.full(len(people.ids), DORMANT, dtype=object)
        names[people.active] = np.array(THIRDS, dtype=object)[thirds(people.value[people.active]).labels]
        return tuple(names)
    minutes = np.nan_to_num(people.column("minutes"), nan=0.0)
    bands = np.where(minutes >= 300, HOURS[0], np.where(minutes >= 60, HOURS[1], HOURS[2]))
    return _or_dormant(people, bands)


def lifecycle_stages(people: Population) -> tuple[str, ...]:
    """Stage by days since the first use, for every customer.

    Up to 90 days Onboarding, up to 365 Growing, then Mature; Unknown tenure where the first use is not known. Whoever
    was not active in the past window is Dormant, whatever the tenure.
    """
    tenure = people.column("tenure_days")
    stages = np.where(tenure <= ONBOARDING_DAYS, STAGES[0], np.where(tenure <= GROWING_DAYS, STAGES[1], STAGES[2]))
    return _or_dormant(people, np.where(np.isfinite(tenure), stages, STAGES[3]))


def rfm_tiers(mean: Floats) -> tuple[str | None, ...]:
    """Tier by the mean of the three quintiles: the range 1 to 5 in five equal bands.

    Platinum from 4.2, Gold from 3.4, Silver from 2.6, Bronze from 1.8, else Basic; None where there is no mean.

    >>> rfm_tiers(np.array([5.0, 4.0, 3.0, 2.0, 1.0, np.nan]))
    ('Platinum', 'Gold', 'Silver', 'Bronze', 'Basic', None)
    """
    return tuple(None if np.isnan(score) else RFM_TIERS[sum(score < cut - 1e-9 for cut in _RFM_CUTS)] for score in mean)


def _or_dormant(people: Population, names: NDArray[np.str_]) -> tuple[str, ...]:
    return tuple(str(name) if active else DORMANT for name, active in zip(names, people.active, strict=True))
