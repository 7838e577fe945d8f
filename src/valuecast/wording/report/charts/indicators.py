"""The chart of the signals that lead."""

TITLE = "{lead}; {signs}"
LEADS = "“{signal:words}” goes most with how value then changes (ρ = {rho:rho})"
NOTHING_LEADS = "No signal led the change of value over {months:plural month} beyond chance"
CHANGED_SIGN = "{n:plural signal} changed sign"
NONE_CHANGED = "none changed sign from window to window"
ROW = "{rho:rho} ({low:rho} to {high:rho})"
READING = (
    "Spearman's ρ between each signal and the change of value over the {months:plural month} that followed, in the "
    "last window with a known future ({n:count} {who}s), with 95 % intervals. Left of the line: the more of it, the "
    "more value fell. A signal whose sign changed cannot be relied on."
)
AXIS = "rank correlation with the change of value that followed"
NO_RELATION = "no relation"
