"""The seven playbooks: what each is for, who does it, by when, and how success is seen.

From the recommendations of reports a (by tier), b (by recency and adoption) and d (by trend), in our words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from valuecast.contracts import OUTPUTS

Stake = Literal["loss", "gain"]


@dataclass(frozen=True)
class Playbook:
    """One playbook.

    Parameters
    ----------
    name, title, when, action, owner, measure : str
        As shown to the team.
    deadline_days : int
        By when, from as_of [days].
    hours : float
        Time that a customer takes [hours]; a planning figure of ours, for the team to replace.
    stake : {"loss", "gain"}
        Whether the action is about value that may be lost or value that may be won.
    aim : float
        Change of value that success means [share of past value].
    """

    name: str
    title: str
    when: str
    action: str
    owner: str
    deadline_days: int
    measure: str
    hours: float
    stake: Stake
    aim: float


_LIST = (
    Playbook(
        "rescue",
        "Rescue before it slips",
        "High or Medium tier and heading down; or rated 6 or less; or silent for 14 days or more "
        "and three times its usual gap",
        "Call the sponsor, find what got in the way, agree on a recovery plan with dates, and check weekly.",
        "customer success manager",
        7,
        "value over the next 3 months at 90 % or more of the 3 months before; last seen within its usual gap",
        4.0,
        "loss",
        1.0,
    ),
    Playbook(
        "expand",
        "Grow with them",
        "High or Medium tier and heading up; or a lower tier that is predicted high-value",
        "Show the features that they do not use yet, ask about further teams, and make an offer tied to adoption.",
        "account manager",
        30,
        "more seats or a higher plan within 90 days; value 20 % or more above the 3 months before",
        3.0,
        "gain",
        0.2,
    ),
    Playbook(
        "onboard",
        "Start well",
        "first weeks: in the onboarding stage of the lifecycle, whatever the tier",
        "Hold a set-up call, agree on the first goal, and walk through the core features until it is reached.",
        "onboarding specialist",
        14,
        "active in 3 of the 4 weeks after the call; value 20 % or more above the first 3 months",
        3.0,
        "gain",
        0.2,
    ),
    Playbook(
        "advocate",
        "Keep them close and let them speak",
        "High tier and steady, without a low rating",
        "Thank them, ask how satisfied they are, and invite those who answer 9 or 10 to a beta, a reference or a "
        "case study.",
        "customer success manager",
        60,
        "a rating in hand; a reference, case study or beta within 90 days; value no lower",
        2.0,
        "gain",
        0.0,
    ),
    Playbook(
        "nudge",
        "A push to the next level",
        "Medium tier and steady; or Low tier and heading up",
        "Send an in-app guide to a core feature that they do not use, and offer a short training with a goal of "
        "their own.",
        "digital success",
        21,
        "one more product feature in use, and value 10 % or more above the 3 months before",
        1.0,
        "gain",
        0.1,
    ),
    Playbook(
        "re-engage",
        "Bring them back",
        "Low tier, steady or heading down; or dormant and last seen 180 days ago or less",
        "Send a short come-back message with one reason to return, and ask what was missing.",
        "marketing",
        30,
        "seen again within 30 days; value 20 % or more above the 3 months before",
        0.5,
        "gain",
        0.2,
    ),
    Playbook(
        "off-board",
        "Let go politely",
        "dormant, and last seen more than 180 days ago or on a day that is not known",
        "Make one last automatic offer of a smaller plan, then close the file and spend no more hours.",
        "operations",
        90,
        "no hours of the team spent; smaller plan or closed within 90 days",
        0.25,
        "gain",
        0.0,
    ),
)

PLAYBOOKS: dict[str, Playbook] = {playbook.name: playbook for playbook in _LIST}


def described(counts: Mapping[str, int]) -> pa.Table:
    """The playbooks as the output table, with how many customers each fits today."""
    rows = [
        {
            "playbook": p.name,
            "title": p.title,
            "when": p.when,
            "action": p.action,
            "owner": p.owner,
            "deadline_days": p.deadline_days,
            "measure": p.measure,
            "hours": p.hours,
            "customers": counts.get(p.name, 0),
        }
        for p in _LIST
    ]
    return OUTPUTS["playbooks"].conform(pa.Table.from_pylist(rows))
