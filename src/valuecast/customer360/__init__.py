"""A snapshot of customers without dated rows, described: what it says, what it cannot, which figures are proxies."""

from valuecast.customer360.analysis import Analysed, analyse
from valuecast.customer360.customers import PROXIES, Customers, Proxy, by_rule, consistency, customers_of
from valuecast.customer360.health import composite
from valuecast.customer360.keys import RULE, Kept, one_each
from valuecast.customer360.questions import QUESTIONS, Question, answered

__all__ = [
    "PROXIES",
    "QUESTIONS",
    "RULE",
    "Analysed",
    "Customers",
    "Kept",
    "Proxy",
    "Question",
    "analyse",
    "answered",
    "by_rule",
    "composite",
    "consistency",
    "customers_of",
    "one_each",
]
