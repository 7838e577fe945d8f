r"""What is expected of an account by someone who knows its hidden state: exact, not simulated.

Let :math:`W_c` be the sum over the account's people of (visit rate × mean minutes of an active day), by how long
they have been there (c = 0 arrived this month, 1, 2, 3 or more). Minutes of a month are linear in W given the path
of the chain, so the expectation h months ahead is

.. math:: E = \sum_c a_c(z) W_c + \text{seats} \cdot (b(z)\, E[rm] + d(z)\, E[m])

with coefficients that follow by backward recursion through the chain: six numbers for each hidden state z.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.latent import AT_RENEWAL, BETWEEN_RENEWALS, MONTH_TO_MONTH, Chain
from valuecast.simulate.parameters import Parameters
from valuecast.simulate.seasons import Month

HORIZONS = (1, 3, 6)
MONTHLY_PHASE = 12
TENURES = 4


@dataclass(frozen=True)
class Oracle:
    """Coefficients by origin, horizon, contract phase and hidden state.

    ``coefficients`` has shape (origins, horizons, 13 phases, Z, 6); origin 0 is the end of the month before the first.
    A phase is the month number modulo 12 in which an annual contract renews, or 12 for a monthly contract.
    """

    coefficients: NDArray[np.float64]

    def expected(
        self,
        origin: int,
        phase: NDArray[np.int64],
        latent: NDArray[np.int64],
        worth: NDArray[np.float64],
        arrivals: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """Expected minutes over the next 1, 3 and 6 months, shape (accounts, 3).

        Parameters
        ----------
        origin : int
            Months already over: 0 before the first month.
        phase, latent : ndarray of int, shape (accounts,)
        worth : ndarray, shape (accounts, 4)
            W by tenure, the people present at the end of the month.
        arrivals : ndarray, shape (accounts, 2)
            Seats times the mean of r·m, and seats times the mean of m, over people who may arrive.
        """
        rows = self.coefficients[origin][:, phase, latent]
        known = np.concatenate([worth, arrivals], axis=1)
        minutes: NDArray[np.float64] = np.einsum("hac,ac->ah", rows, known)
        return minutes


def build_oracle(chain: Chain, parameters: Parameters, months: list[Month], origins: int) -> Oracle:
    """Run the recursion for every origin before each of the first ``origins`` months and after the last.

    ``months`` must reach ``max(HORIZONS)`` months beyond the last origin.
    """
    longest, size = max(HORIZONS), len(chain.state)
    ahead = np.zeros((origins + 1, longest, MONTHLY_PHASE + 1, size, TENURES + 2))
    for target in range(origins + longest):
        for phase in range(MONTHLY_PHASE + 1):
            value = _last_month(chain, parameters, months[target])
            for origin in range(target, max(target - longest, -1), -1):
                value = chain.moves[_kind(phase, origin)] @ _before_step(chain, parameters, value)
                if origin <= origins:
                    ahead[origin, target - origin, phase] = value
    summed = np.cumsum(ahead, axis=1)
    return Oracle(summed[:, [horizon - 1 for horizon in HORIZONS]])


def _kind(phase: int, month: int) -> int:
    """Which moves apply on the way into ``month``."""
    if phase == MONTHLY_PHASE:
        return MONTH_TO_MONTH
    return AT_RENEWAL if month % 12 == phase else BETWEEN_RENEWALS


def _last_month(chain: Chain, parameters: Parameters, month: Month) -> NDArray[np.float64]:
    """Minutes of the target month, given the hidden state in it."""
    joins = parameters.join_rate * np.asarray(parameters.join_factor)[chain.state]
    stay = chain.level * month.total
    return np.stack([chain.level * month.after_join, stay, stay, stay, np.zeros_like(stay), joins], axis=1)


def _before_step(chain: Chain, parameters: Parameters, value: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rewrite coefficients on the people of a month as coefficients on the people of the month before."""
    factor = np.asarray(parameters.leave_factor)[chain.state]
    staying = 1 - np.minimum(np.asarray(parameters.leave_hazard)[:, None] * factor, 1.0)
    joins = parameters.join_rate * np.asarray(parameters.join_factor)[chain.state]
    aged = [staying[0] * value[:, 1], staying[1] * value[:, 2], staying[2] * value[:, 3], staying[3] * value[:, 3]]
    return np.stack([*aged, value[:, 4] + joins * value[:, 0], value[:, 5]], axis=1)
