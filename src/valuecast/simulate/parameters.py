"""Every number the simulated world is made from, with its unit and where it comes from.

The numbers were fixed before any model was scored on the data and are not to be tuned to a model's figures.
A source that reads "assumption" says that nothing published was found, and why this value was taken.

>>> Parameters().response_rate
0.1
>>> sorted(describe(Parameters())[0])
['meaning', 'name', 'source', 'unit', 'value']
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

_CHURN = (
    "KBCM Technology Group private SaaS surveys of 2016 and 2017: median annual unit churn 10-11 %; User Intuition: "
    "15-25 % for small, 3-7 % for large customers; the split by state is an assumption"
)
_RETENTION = (
    "assumption: sized so that net revenue retention comes near 100 % (User Intuition: 85-100 % for small, 100-115 % "
    "for middling, 110-130 % for large customers)"
)
_PENDO_ADOPTION = (
    "Pendo, 2019 Feature Adoption Report (615 subscriptions) and blog: 12 % of features make 80 % of clicks, "
    "80 % of features are rarely or never used; the value is an assumption that gives about that"
)
_PENDO_RETENTION = (
    "Pendo product benchmarks, reported by Mind the Product: 38.8 % of new users return in the first month, "
    "about 30 % in the third; the hazards are set to come near these"
)
_KBCM = (
    "KBCM Technology Group private SaaS surveys of 2016 to 2021: contract length 1.3-1.4 years, median annual contract "
    "value about 25-28 thousand dollars; the shares and spreads are assumptions"
)
_AXTELL = (
    "Axtell (2001), Science 293:1818: firm sizes are heavily skewed, Zipf over all firms, log-normal in selected "
    "samples; this spread is an assumption"
)
_CAPTERRA = (
    "Capterra, The 28 most unproductive days of the year (B2B traffic): 25 Dec -55 %, 24 Dec -49 %, "
    "every day from 18 Dec to 2 Jan down by more than 10 %"
)
_PRODUCTIV = "Productiv's SaaS Management Index, as quoted by Monetizely: business software -30 to -45 % on US holidays"
_WEEKEND = "Peasy, How weekdays vs weekends differ by industry: B2B software about 80 % lower at weekends"
_SESSION = (
    "ToolStack PM, Average session duration: B2B SaaS 8-15 minutes a session; the log-normal shape and its spreads are "
    "assumptions"
)
_STICKY = (
    "DAU/MAU: median SaaS 9.3 %, mean 13 % (Userpilot), 10-20 % usual (Sequoia, Geckoboard), quoted by User Tour Kit; "
    "the split between people is an assumption"
)
_NPS = (
    "Userpilot: a response rate of 20 % counts as good; GTMStack: median B2B SaaS score 38; "
    "half the good rate is an assumption"
)
_NOISE = "assumption: no figure was found for how far ratings follow use; taken weak against a single answer's noise"
_TICKETS = "GASP and Corebee: 0.5-1.0 tickets per customer and month is typical of B2B SaaS"
_ADOPTION_LEADS = (
    "assumption: vendors report that breadth of adoption precedes retention and expansion (Gainsight, quoted "
    "by CS Insider: sticky accounts expand 4.3 times as often) but publish no monthly odds; a moderate effect was taken"
)
_PERSISTENCE = (
    "assumption: no monthly transition rates are published; spells of about half a year, so that trend is partly "
    "predictable"
)


def _parameter(value: Any, unit: str, meaning: str, source: str) -> Any:
    return field(default=value, metadata={"unit": unit, "meaning": meaning, "source": source})


@dataclass(frozen=True)
class Parameters:
    """The world's constants. Tuples over states are in the order grow, hold, fade, returned, churned.

    Each field carries ``unit``, ``meaning`` and ``source`` as metadata: see `describe`.
    """

    seat_sigma: float = _parameter(1.3, "log seats", "spread of the log-normal seats of an account", _AXTELL)
    seat_cap: int = _parameter(3000, "seats", "largest account", "assumption: keeps a block within memory")
    annual_share: tuple[float, float] = _parameter(
        (0.45, 0.2), "logit, logit per log seat", "probability of an annual contract; larger, likelier", _KBCM
    )
    new_share: float = _parameter(
        0.3, "share", "accounts that start within the period", "assumption: a base growing by about a fifth a year"
    )
    launch_visitors: float = _parameter(
        1.2, "visitors per seat", "people invited in the first month", "assumption: an invitation round per seat"
    )
    join_rate: float = _parameter(
        0.06,
        "visitors per seat and month",
        "people who appear in a holding month",
        "assumption: replaces those who leave, so that a holding account holds",
    )
    join_factor: tuple[float, ...] = _parameter(
        (2.0, 1.0, 0.4, 1.5, 0.0), "factor", "arrivals by state", "assumption: growth is mostly new people"
    )
    leave_hazard: tuple[float, ...] = _parameter(
        (0.5, 0.12, 0.06, 0.025), "per month", "leaving after the 1st, 2nd, 3rd and every later month", _PENDO_RETENTION
    )
    leave_factor: tuple[float, ...] = _parameter(
        (0.8, 1.0, 1.7, 1.0, 1.0), "factor", "leaving by state", "assumption: people fade out with their account"
    )
    rate_logit: tuple[float, float] = _parameter(
        (-0.4, 1.3), "mean, sd of logit", "a person's share of working days with a visit at full level", _STICKY
    )
    rate_cap: float = _parameter(
        0.95, "probability", "largest daily visit probability", "assumption: nobody comes every day"
    )
    minutes_median: float = _parameter(12.0, "minutes", "median of an active day", _SESSION)
    minutes_sigma_account: float = _parameter(0.35, "log minutes", "spread between accounts", _SESSION)
    minutes_sigma_visitor: float = _parameter(0.6, "log minutes", "spread between people of an account", _SESSION)
    minutes_sigma_day: float = _parameter(0.8, "log minutes", "spread between days of a person", _SESSION)
    rate_minutes_correlation: float = _parameter(
        0.4, "correlation", "frequent people also stay longer", "assumption: few power users make much of the use"
    )
    level_steps: int = _parameter(
        16, "steps", "grid of the account's activity level", "assumption: fine enough to look smooth"
    )
    level_ratio: float = _parameter(
        1.12, "ratio", "between neighbouring levels", "assumption: 12 % is a noticeable month"
    )
    level_top: float = _parameter(
        0.8, "factor", "highest level, on the visit probability", "assumption: leaves room for the shock"
    )
    shock: float = _parameter(
        0.2,
        "half-width",
        "uniform monthly account shock around 1, unpredictable",
        "assumption: months differ by a fifth",
    )
    level_up: tuple[float, ...] = _parameter(
        (0.45, 0.15, 0.08, 0.45, 0.0), "per month", "one level up, by state", _PERSISTENCE
    )
    level_down: tuple[float, ...] = _parameter(
        (0.10, 0.15, 0.55, 0.10, 0.0), "per month", "one level down, by state", _PERSISTENCE
    )
    state_moves: tuple[tuple[float, ...], ...] = _parameter(
        ((0.80, 0.15, 0.05, 0.0), (0.08, 0.84, 0.08, 0.0), (0.04, 0.14, 0.82, 0.0), (0.25, 0.40, 0.10, 0.25)),
        "per month",
        "from grow, hold, fade, returned to the same, for a staying account of middling breadth",
        _PERSISTENCE,
    )
    grow_odds: tuple[float, ...] = _parameter(
        (0.6, 1.0, 1.6), "odds", "towards growing, by narrow, middling, broad adoption", _ADOPTION_LEADS
    )
    fade_odds: tuple[float, ...] = _parameter(
        (1.5, 1.0, 0.6), "odds", "towards fading, by breadth of adoption", _ADOPTION_LEADS
    )
    adopt_more: tuple[float, ...] = _parameter(
        (0.05, 0.04, 0.0), "per month", "narrow to middling to broad", _ADOPTION_LEADS
    )
    adopt_less: tuple[float, ...] = _parameter((0.0, 0.03, 0.04), "per month", "the way back", _ADOPTION_LEADS)
    churn_monthly: tuple[float, ...] = _parameter(
        (0.004, 0.008, 0.045, 0.03), "per month", "churn on a monthly contract, by state", _CHURN
    )
    churn_renewal: tuple[float, ...] = _parameter(
        (0.02, 0.05, 0.30, 0.20), "per renewal", "churn at an annual renewal, by state", _CHURN
    )
    return_rate: float = _parameter(0.015, "per month", "a churned account comes back", "assumption: few win-backs")
    features: int = _parameter(60, "features", "tagged features of the product", "assumption: a middling catalogue")
    feature_zipf: float = _parameter(
        2.2, "exponent", "clicks over an account's own ranking of features", _PENDO_ADOPTION
    )
    feature_taste: float = _parameter(0.7, "log weight", "how far accounts differ in that ranking", _PENDO_ADOPTION)
    adopted: tuple[int, ...] = _parameter(
        (6, 14, 28), "features", "features in use, by breadth of adoption", _PENDO_ADOPTION
    )
    clicks_a_day: tuple[float, ...] = _parameter(
        (2.6, 3.6, 4.8),
        "feature uses",
        "mean a person and active day, by breadth, before repeats are merged",
        "assumption: two to three distinct features a day",
    )
    weekend: float = _parameter(0.2, "factor", "Saturday and Sunday against a weekday", _WEEKEND)
    friday: float = _parameter(0.9, "factor", "Friday against other weekdays", "assumption: slightly quieter")
    christmas: tuple[float, float, float] = _parameter(
        (0.75, 0.51, 0.45), "factor", "18 December to 2 January; 24 and 25 December", _CAPTERRA
    )
    thanksgiving: tuple[float, float] = _parameter(
        (0.6, 0.6), "factor", "Thanksgiving and the Friday after", _PRODUCTIV
    )
    month_factor: tuple[float, ...] = _parameter(
        (1.0, 1.0, 1.0, 0.98, 0.97, 0.96, 0.90, 0.88, 0.98, 1.0, 0.99, 0.97),
        "factor",
        "January to December",
        "assumption: summer holidays take a tenth, no published monthly figure",
    )
    response_rate: float = _parameter(0.1, "share", "visitors seen in a survey month who answer", _NPS)
    survey_every: int = _parameter(
        3, "months", "surveys run in the 2nd month of each quarter", "assumption: quarterly is usual"
    )
    rating_mean: float = _parameter(8.6, "rating", "before rounding and clipping to 0..10", _NPS)
    rating_sigma: tuple[float, float] = _parameter((0.9, 2.0), "rating", "between accounts; between answers", _NOISE)
    rating_state: tuple[float, ...] = _parameter(
        (0.5, 0.0, -0.9, -0.3, 0.0), "rating", "shift by state: weak against the noise", _NOISE
    )
    seat_price: tuple[float, float] = _parameter((110.0, 0.4), "money per month, log sd", "price of a seat", _KBCM)
    expansion: tuple[float, float] = _parameter(
        (1.15, 0.7),
        "ratio, probability",
        "people over paid seats that lead to more seats, and how often",
        _RETENTION,
    )
    contraction: tuple[float, float] = _parameter(
        (0.75, 0.4),
        "ratio, probability",
        "people under paid seats that lead to fewer seats, and how often",
        _RETENTION,
    )
    ticket_rate: float = _parameter(0.5, "tickets per month", "an account of 10 seats; grows with their root", _TICKETS)
    ticket_state: tuple[float, ...] = _parameter(
        (1.0, 0.9, 1.4, 1.3, 0.0), "factor", "tickets by state", "assumption: trouble makes tickets"
    )


def describe(parameters: Parameters) -> list[dict[str, Any]]:
    """One row a parameter: name, value, unit, meaning, source."""
    return [
        {"name": item.name, "value": getattr(parameters, item.name), **item.metadata} for item in fields(parameters)
    ]
