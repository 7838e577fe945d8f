"""The hidden state of an account, a finite Markov chain that steps once a month.

A hidden state is a triple: what the account is doing (`STATES`), how broadly it has adopted the product
(`BREADTHS`), and its activity level on a geometric grid. Because the chain is finite, what it will do on
average is a matrix product, and the oracle is exact.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.parameters import Parameters

STATES = ("grow", "hold", "fade", "returned", "churned")
GROW, HOLD, FADE, RETURNED, CHURNED = range(5)
BREADTHS = ("narrow", "middling", "broad")
BETWEEN_RENEWALS, AT_RENEWAL, MONTH_TO_MONTH = range(3)
_RETURN_LEVEL = 3
_MIXING_STEPS = 400


@dataclass(frozen=True)
class Chain:
    """The chain over Z hidden states.

    Attributes
    ----------
    state, breadth : ndarray of int, shape (Z,)
        Positions in `STATES` and `BREADTHS`.
    level : ndarray, shape (Z,)
        Factor on each person's probability to be active; 0 where churned.
    moves : ndarray, shape (3, Z, Z)
        Row-stochastic: between renewals of an annual contract, at its renewal, and on a monthly contract.
    settled, launched : ndarray, shape (Z,)
        Distribution over hidden states of an old account, and of one that has just started.
    """

    state: NDArray[np.int64]
    breadth: NDArray[np.int64]
    level: NDArray[np.float64]
    moves: NDArray[np.float64]
    settled: NDArray[np.float64]
    launched: NDArray[np.float64]

    def draw(self, chances: NDArray[np.float64], uniform: NDArray[np.float64]) -> NDArray[np.int64]:
        """A hidden state from each row of ``chances``, by inversion of ``uniform``."""
        above = np.cumsum(chances, axis=-1) < uniform[:, None]
        place: NDArray[np.int64] = np.minimum(above.sum(axis=-1), len(self.state) - 1)
        return place

    def step(self, now: NDArray[np.int64], kind: NDArray[np.int64], uniform: NDArray[np.float64]) -> NDArray[np.int64]:
        """The hidden state one month later, for each account."""
        return self.draw(self.moves[kind, now], uniform)


def build_chain(parameters: Parameters) -> Chain:
    """The chain that ``parameters`` describe.

    >>> chain = build_chain(Parameters())
    >>> chain.moves.shape, bool(np.allclose(chain.moves.sum(axis=2), 1))
    ((3, 240, 240), True)
    """
    steps = parameters.level_steps
    state, breadth, rung = (axis.ravel() for axis in np.indices((len(STATES), len(BREADTHS), steps)))
    level = parameters.level_top * parameters.level_ratio ** (rung - (steps - 1.0))
    stay = np.zeros(4)
    churn = [stay, np.asarray(parameters.churn_renewal), np.asarray(parameters.churn_monthly)]
    moves = np.stack([_moves(parameters, hazard) for hazard in churn])
    return Chain(
        state=state,
        breadth=breadth,
        level=np.where(state == CHURNED, 0.0, level),
        moves=moves,
        settled=_settled(moves[BETWEEN_RENEWALS], state),
        launched=_launched(steps),
    )


def _moves(parameters: Parameters, churn: NDArray[np.float64]) -> NDArray[np.float64]:
    steps, breadths, states = parameters.level_steps, len(BREADTHS), len(STATES)
    breadth = _ladder(breadths, parameters.adopt_more, parameters.adopt_less)
    moves = np.zeros((states, breadths, steps, states, breadths, steps))
    for now in range(breadths):
        between = _between_states(parameters, now)
        for origin in range(CHURNED):
            for target in range(CHURNED):
                rung = _ladder(steps, parameters.level_up[target], parameters.level_down[target])
                chance = (1 - churn[origin]) * between[origin, target]
                moves[origin, now, :, target] = chance * np.einsum("b,ij->ibj", breadth[now], rung)
            moves[origin, now, :, CHURNED, now, 0] = churn[origin]
        moves[CHURNED, now, :, CHURNED, now, 0] = 1 - parameters.return_rate
        moves[CHURNED, now, :, RETURNED, now, _RETURN_LEVEL] = parameters.return_rate
    size = states * breadths * steps
    return moves.reshape(size, size)


def _between_states(parameters: Parameters, breadth: int) -> NDArray[np.float64]:
    odds = np.ones(CHURNED)
    odds[GROW], odds[FADE] = parameters.grow_odds[breadth], parameters.fade_odds[breadth]
    weighted = np.asarray(parameters.state_moves) * odds
    chances: NDArray[np.float64] = weighted / weighted.sum(axis=1, keepdims=True)
    return chances


def _ladder(steps: int, up: float | tuple[float, ...], down: float | tuple[float, ...]) -> NDArray[np.float64]:
    """Moves on a ladder of ``steps`` rungs; what would leave it at either end stays."""
    rise = np.broadcast_to(np.asarray(up, dtype=float), (steps,)).copy()
    fall = np.broadcast_to(np.asarray(down, dtype=float), (steps,)).copy()
    rise[-1], fall[0] = 0.0, 0.0
    return np.diag(1 - rise - fall) + np.diag(rise[:-1], 1) + np.diag(fall[1:], -1)


def _settled(moves: NDArray[np.float64], state: NDArray[np.int64]) -> NDArray[np.float64]:
    """Where accounts between renewals end up: the long-run distribution over those that stay."""
    chances = np.where(state < RETURNED, 1.0, 0.0)
    chances /= chances.sum()
    for _ in range(_MIXING_STEPS):
        chances = chances @ moves
    settled: NDArray[np.float64] = chances / chances.sum()
    return settled


def _launched(steps: int) -> NDArray[np.float64]:
    """A new account mostly grows, has adopted little, and starts at a lower level."""
    state = np.array([0.5, 0.4, 0.1, 0.0, 0.0])
    breadth = np.array([0.6, 0.3, 0.1])
    rung = np.exp(-0.5 * ((np.arange(steps) - steps / 3) / 2.0) ** 2)
    together: NDArray[np.float64] = np.einsum("s,b,k->sbk", state, breadth, rung / rung.sum()).ravel()
    return together
