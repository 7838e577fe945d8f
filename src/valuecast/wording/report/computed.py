"""How it was computed: windows, methods, signals, and what a repeat needs."""

from valuecast.wording.grids import number, text

TITLE = "How it was computed"

INPUTS = ("Inputs.", "Signals come from the days before as_of only.")
WHO_COUNTS = (
    "Who counts.",
    "Models, scores and their tests are about {who}s active at least once in the past window; the others are Dormant.",
)
EVIDENCE = (
    ("Labels.", "High-value is decided from the future window only."),
    (
        "Windows.",
        "Each window is one month after the last. A method that predicts a window has learned only from windows whose "
        "future had ended by then, so no label overlaps the time being predicted.",
    ),
    ("Intervals.", "95\u00a0%, from {draws}resamples of {who}s; differences on the same resamples."),
)
DRAWS = "{n:count} "
MODEL = (
    "Model.",
    "{model}: the simplest within one standard error of the best on validation windows. Calibration and threshold were "
    "chosen there too. The test window was opened once, after.",
)

WINDOWS = "Windows"
NO_WINDOWS = "There were no windows with a known future, so nothing was backtested."
MEASURED_ON = "What everything was measured on"
WINDOW_COLUMNS = (
    text("window", "{window_id}"),
    number("months ahead", "{horizon_months}"),
    text("role", "{role}"),
    text("past (end not included)", "{past_start:day} to {as_of:day}"),
    text("future ends", "{future_end:day}"),
    text("learned from", "{trained_on}"),
    number("{who}s{sampled}", "{customers:count}"),
    number("high-value{sampled}", "{high_value:count}"),
    number("least {value}", "{threshold:amount}"),
)
SAMPLED = " drawn"

SIGNALS = "Signals"
INPUT_TABLE = "The inputs, and whether each could be used"
SIGNAL_COLUMNS = (
    text("signal", "{signal}"),
    text("dimension", "{dimension}"),
    text("unit", "{unit}"),
    text("what it is", "{meaning}"),
    text("empty means", "{empty}"),
    text("in scores", "{used_in_scores:yes}"),
    text("in models", "{used_in_models:yes}"),
)
EMPTY = {"zero": "none of it", "unknown": "unknown"}

REPEAT = "To repeat it"
VERSION = ("Version.", "valuecast {version}, seed {seed}.")
SETTINGS = ("Settings.", "All of them are in manifest.json; their hash is {hash}.")
DATA = ("Data.", "{tables:plural table}, {rows:count} rows; their fingerprints are in manifest.json.")
SOFTWARE = ("Software.", "{versions}.")
