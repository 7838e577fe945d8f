"""What the data can support: findings first, then why the plan is as it is."""

from valuecast.wording.grids import number, text

TITLE = "What the data can support"
PLAN = "What follows for the plan"

NO_FINDINGS = "The audit found nothing to report."
FINDINGS_ABSENT = "The audit's findings were not written."
FOUND = "The audit found {found}.{stops}"
TALLY = {"error": "{n:plural error}", "warning": "{n:plural warning}", "note": "{n:plural note}"}
STOPS = " At least one of them rules out any evidence: this run describes, it does not predict."
FINDINGS = "Findings, worst first"
FINDING_COLUMNS = (
    text("severity", "{severity}{stopping}"),
    text("where", "{place}"),
    text("what was seen", "{evidence:sentence}"),
    text("what it costs", "{consequence:sentence}"),
    text("what to do", "{remedy:sentence}"),
)
STOPPING = " (stops evidence)"

NO_REASONS = "The run left no reasons for its plan."
WINDOWS = "{n:plural window} of the past {n:verb has have} a known future of {horizon:plural month}.{chosen}{test}"
CHOSEN = " Choices were made on {windows:listed} (validation)."
TEST = " {window_id} ({as_of:day}) is the test, opened once, after every choice."
NO_WINDOWS = "No past window has a known future, so nothing in this report was tested on one."
DIMENSIONS = "Dimensions with data today: {dimensions:listed}.{only_today}"
ONLY_TODAY = (
    " No data in every past window for {dimensions:listed}: used in today's scores, but neither in models nor in their "
    "test."
)

LENGTHS = "Why this past: what each length would have allowed (medians)"
LENGTH_COLUMNS = (
    number("past [months]", "{past_months:count}"),
    number("usable pairs", "{pairs:count}"),
    number("active {who}s", "{active:count}"),
    number("high-value", "{high:count}"),
    number("smallest detectable difference", "{least:gain}"),
    text("chosen", "{was_chosen:yes}"),
)
SMALLEST = (
    "“Smallest detectable difference” is the worst case: a smaller gain in precision is detectable where two lists are "
    "much alike."
)
PAIRS = "Every pair of past and future"
PAIR_COLUMNS = (
    number("past [months]", "{past_months:count}"),
    text("past", "{past_start:day} to {as_of:day}"),
    text("future ends", "{future_end:day}"),
    number("active", "{past_active:count}"),
    number("again", "{returning:count}"),
    number("high-value", "{positives:count}"),
    number("smallest detectable difference", "{detectable:gain}"),
    text("enough", "{enough:yes}"),
    text("chosen", "{chosen:yes}"),
)
