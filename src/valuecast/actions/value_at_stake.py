"""The value that an action is about: how likely it is to move, times how far it may move, up to what is aimed at.

    loss = P(Down) · min(past value − low,  aim · past value)   low  = 10 % quantile of the forecast
    gain = P(Up)   · min(high − past value, aim · past value)   high = 90 % quantile

``aim`` is the change that the playbook's own measure of success means, as a share of past value: all of it for rescue,
20 % for expand, nothing for advocate, which claims no value. A customer without past value counts its whole high where
anything is aimed at. Without bands or probabilities the chance is left out, and the forecast stands for both
quantiles. None is ever below zero. This is value that may move, not the effect of the action, which is not known.
"""

from __future__ import annotations

from valuecast.actions.playbooks import Playbook


def at_stake(
    playbook: Playbook,
    *,
    past: float,
    forecast: float,
    low: float | None,
    high: float | None,
    p_up: float | None,
    p_down: float | None,
) -> float:
    """Value at stake by the written formula, zero or more [value].

    >>> from valuecast.actions.playbooks import PLAYBOOKS
    >>> odds = {"low": 20.0, "high": 150.0, "p_up": 0.25, "p_down": 0.5}
    >>> [at_stake(PLAYBOOKS[name], past=100.0, forecast=90.0, **odds) for name in ("rescue", "expand", "advocate")]
    [40.0, 5.0, 0.0]
    """
    if low is None or high is None or p_up is None or p_down is None:
        low, high, p_up, p_down = forecast, forecast, 1.0, 1.0
    past = max(past, 0.0)
    if playbook.stake == "loss":
        return p_down * min(max(past - low, 0.0), playbook.aim * past)
    if past == 0:
        return p_up * high if playbook.aim else 0.0
    return p_up * min(max(high - past, 0.0), playbook.aim * past)
