"""Where value is going."""

from valuecast.wording.grids import number, text

TITLE = "Where value is going"
NO_TREND = "No trend could be given."
BELIEVED = "How far these forecasts can be believed"
MOVERS = "Rising and falling most"
LEADING = "Which signals lead"

RULE = (
    "{a_customer:capital} is Up when its value ({value}) in the coming months is at least {up:amount} times that "
    "of the same length of past, Down when it is at most {down:amount} times, and Flat between. Probabilities say "
    "how often each came true after a similar forecast on earlier months; intervals are meant to cover the outcome "
    "80\u00a0% of the time."
)
COUNTS = (
    "Expected numbers are sums of the probabilities. Predicted numbers count each {who} once, under its class, and "
    "overstate the most frequent class. The class of {a_customer} is as a rule the most probable one; it need not "
    "agree with its forecast, which weighs all that may happen."
)

CLASSES = "Up, Flat and Down: how many active {who}s are expected, and how many are predicted to be in each class"
CLASSES_HEADER = ("horizon", "method", "Up", "Flat", "Down", "predicted Up / Flat / Down", "dormant, not counted")
HORIZON = "{months:plural month}"
EXPECTED = "{n:count} ({part:percent})"
PREDICTED = "{up:count} / {flat:count} / {down:count}"
COUNT = "{n:count}"

NOBODY_MOVES = "At {months:plural month} no {who} is forecast to move{by}."
BY = " by {method}"
RISING = "Rising most in {months:plural month}, by {method}"
FALLING = "Falling most in {months:plural month}, by {method}"
NEXT_RISING = "The next: rising most in {months:plural month}, by {method}"
NEXT_FALLING = "The next: falling most in {months:plural month}, by {method}"
MOVER_COLUMNS = (
    text("{who}", "{customer_id}"),
    number("{value} before", "{past_value:amount}"),
    number("forecast (80\u00a0% interval)", "{interval}"),
    number("change", "{change:signed}"),
    text("class", "{trend_class}"),
    text("chance of Up / Flat / Down", "{chances}"),
    text("what speaks for it", "{why}"),
)
FORECAST_INTERVAL = "{forecast:amount} ({low:amount} to {high:amount})"
FORECAST = "{forecast:amount}"
CHANCES = "{p_up:percent} / {p_flat:percent} / {p_down:percent}"
DRIVERS = "{drivers:sentence}"
NO_DRIVERS = "nothing that has led before"

LEADING_CHANGE = "What goes with the change of value {months:plural month} on, signal by signal"
LEADING_VALUE = "What goes with value itself {months:plural month} on, signal by signal"
LEADING_COLUMNS = (
    text("signal", "{signal:signal}"),
    text("dimension", "{dimension}"),
    number("ρ, last window", "{correlation:rho}"),
    number("95\u00a0% interval", "{low:rho} to {high:rho}"),
    number("clear in windows", "{clear} of {windows}"),
    text("sign changed", "{signs}"),
)
SIGNS_CHANGED, SAME_SIGN = "yes, in {windows:listed}", "no"

ACCOUNTS = "Accounts with most {value} at risk in {months:plural month}, from their visitors' trends"
ACCOUNT_COLUMNS = (
    text("account", "{account_id}"),
    number("visitors", "{members:count}"),
    number("{value} before", "{past_value:amount}"),
    number("forecast", "{forecast:amount}"),
    number("mean chance of Down", "{mean_p_down:percent}"),
    number("declining", "{share_declining:percent}"),
    text(
        "champion",
        "{champion} ({champion_share:percent} of value, {champion_p_down:percent} to fall)",
        needs="champion",
    ),
)
