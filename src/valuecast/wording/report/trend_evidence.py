"""How far the trend can be believed: methods side by side on test months."""

from valuecast.wording.grids import number, text

UNTESTED = "None of these forecasts could be tested on a known future. {why}"
CAPTION = "Trend methods on the test months"
COLUMNS = (
    number("months", "{horizon_months}"),
    text("method", "{label}"),
    number("macro F1", "{f1}"),
    number("right class", "{accuracy}"),
    number("error of the {value} forecast", "{mae}"),
    number("total bias", "{bias}"),
    number("80\u00a0% interval coverage", "{coverage}"),
    text("against guessing by past shares", "{guessing}"),
    number("points over “no change”", "{over_reference}"),
)
CHOSEN = "{method} (chosen)"
INTERVAL, AMOUNT, PERCENT, GAP = "{x:percent_interval}", "{x:amount}", "{x:percent}", "{x:gap}"
READING = (
    "Right class is the share of customers whose class came true; the error is the mean distance between forecast and "
    "outcome; bias is how far the total is off; an 80\u00a0% interval should cover 80\u00a0% of the outcomes."
)
BETTER, NO_BETTER = "better{gap}", "no better{gap}"
COMMA = ", {gap}"

NO_BETTER_THAN_GUESSING = "At {months:plural month} {method} tells the three classes apart poorly: {compared}."
COMMONEST_IS_RIGHT = (
    "At {months:plural month} always predicting the most frequent class is right more often ({common:percent}) than "
    "{method} ({right:percent})."
)
NO_CHANGE_ERRS_LESS = (
    "At {months:plural month} “no change” errs less on {value} ({still:amount} on average) than {method} "
    "({error:amount})."
)
UNLIKELY = (
    "The class that the method predicts is not the one that came true most often after such a forecast for {counts}: "
    "there the chances are the better guide."
)
UNLIKELY_COUNT = "{other:count} of {n:plural {who}} at {months:plural month}"
TOO_SHORT = (
    "The forecast at {horizons} months could not be tested: the history is too short for a known future of that length."
)
NOT_ITSELF = (
    "At {months:plural month} {method} was chosen for how it did over a shorter time, and could not be tested "
    "itself; of those that could, {best} did best."
)
BEST = "{method} ({f1:percent})"
NOBODY = "none"
