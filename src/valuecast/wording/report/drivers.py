"""What the prediction rests on."""

from valuecast.wording.grids import number, text

TITLE = "What drives the prediction"
NOT_MEASURED = "Which signals matter to the prediction was not measured: there is no tested model."
CORRELATED = (
    "Signals that move together tell much the same story, so a model can do without one of them. None of this shows "
    "cause: that a valuable customer uses more product features does not prove that more features make value."
)

DIMENSIONS = "Each dimension shuffled, and left out of learning: average precision on the test months"
DIMENSION_COLUMNS = (
    text("dimension", "{dimension}"),
    number("loss when shuffled [points]", "{shuffled}"),
    number("share", "{part}"),
    number("without it [points]", "{without}"),
    number("leaves", "{left}"),
    text("signals", "{signals}"),
)
LOSS, SHARE, AMOUNT = "{x:loss}", "{x:percent}", "{x:amount}"

SIGNALS = "Importance of each signal to the chosen model, on the test months"
SIGNAL_COLUMNS = (
    text("signal", "{signal:signal}"),
    text("dimension", "{dimension}"),
    text("what it is", "{meaning}"),
    number("loss when shuffled [points]", "{importance:loss}"),
    number("95\u00a0% of repeats", "{low:loss} to {high:loss}", needs="low"),
    text("matters?", "{matters}"),
)
MATTERS, MAY_NOT = "yes", "not distinguishable from none"
