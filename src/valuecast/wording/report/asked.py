"""What was asked: the question with every setting that decides the answer."""

TITLE = "What was asked"
CAPTION = "The question in its settings"
HEADER = ("", "in this run")
READING = (
    "The starting point is a score of two dimensions, duration and frequency of use (the 2-D score). The question is "
    "whether more dimensions name the valuable customers better, and where value goes next. Better is judged only on "
    "months that came after everything a method was allowed to see."
)
ROWS = (
    ("Who is assessed", "{who}s"),
    ("Data used up to", "the day before {as_of:day} (as_of)"),
    ("What counts as value", "{value}"),
    ("Past window", "{past}"),
    ("High-value", "in the top {share:percent} of {value} over the coming {horizon:plural month}"),
    ("Trend", "{trend}"),
    ("Up", "future at least {up:amount} times the same length of past"),
    ("Down", "future at most {down:amount} times the same length of past"),
    ("Target precision", "{target:percent} of those who are predicted should turn out high-value"),
)
PAST = "{months:plural month}"
TREND = "{horizons:listed} months ahead"
