"""The chart of how well each trend method tells Up, Flat and Down apart."""

ROW = "{months:plural month}: {method}"
INTERVAL = "{f1:percent_interval}"
TITLE = "How well Up, Flat and Down are told apart: {methods}"
TITLE_ALONE = "How well Up, Flat and Down are told apart"
LEAD = "at {months:plural month} {f1:percent} for {method}"
AXIS = "macro F1 on the test months [%]"
READING = (
    "Macro F1 on test months: the mean over the three classes of how well each is found and how often its "
    "prediction is right; 100\u00a0% is perfect. “Guessing by past shares” predicts each class as often as it happened "
    "before: what chance alone gets. Bars are 95\u00a0% intervals."
)
