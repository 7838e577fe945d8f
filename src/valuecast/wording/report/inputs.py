"""What was read: the tables, how their ids join, what their columns hold, and which of them a test may see."""

from valuecast.wording.grids import number, text

TITLE = "What was read"

TABLES = "Tables that were read"
TABLE_COLUMNS = (
    text("table", "{table}"),
    text("used for", "{purpose}"),
    number("rows", "{counted}"),
    text("key", "{key}"),
    number("repeated", "{repeated_keys:count}"),
    text("days", "{first_day:day} to {last_day:day}", needs="first_day"),
)
ROWS, ABSENT = "{rows:count}", "absent"

POOR = "{n:count} of {all:plural join} find fewer than {least:percent} of their ids."
GOOD = "Each of {all:plural join} finds {least:percent} of its ids or more."
PROPOSAL = (
    "Proposed: spell the ids of {left} and {right} alike ({steps}; ids: normalise), which finds "
    "{normalised_rate:percent} instead of {match_rate:percent}."
)
JOINS = "Joins, the poorest first: how many ids are found as they are written, and when spelt alike"
JOIN_COLUMNS = (
    text("ids of", "{left}"),
    text("looked up in", "{right}"),
    number("found", "{matched_ids:count} of {left_ids:count} ({match_rate:percent})"),
    number("the other way", "{reverse_rate:percent}"),
    number("spelt alike", "{normalised_rate:percent}"),
    text("remark", "{remark}"),
)
APPLIED = "spelt alike in this run: {steps}"
NOT_PROPOSED = "not proposed: {merged_ids:plural id} would become one with another"
PROPOSED = "proposed: {steps} ({examples})"

LEAKS = (
    "Of {all:plural column} that are read, {dated:count} carry a date or need none and may enter a test on the "
    "past; {out:count} tell only how things stood when the table was built, and may not: at an earlier date they "
    "would give the future away.{cost}"
)
COST = " Signals that are kept out of every test because they read one: {signals:listed}."
LEAK_MAP = "Leak map: which columns a test on the past may see"
LEAK_COLUMNS = (
    text("column", "{table}.{column}"),
    text("when it was true", "{timing}"),
    text("because", "{because}"),
    text("may enter a test", "{may_enter_backtest:yes}"),
    text("signals that read it", "{readers}"),
)
MANY_SIGNALS = "{n:plural signal}"

COLUMN_FIGURES = "Columns, the emptiest first: what is missing, and whether missing goes with activity"
COLUMN_COLUMNS = (
    text("column", "{table}.{column}"),
    number("known", "{known:count}"),
    number("missing", "{missing_share:percent}"),
    text("range", "{least} to {most}", needs="least"),
    number("impossible below 0", "{negative:count}"),
    number("other impossible", "{impossible:count}"),
    number("activity where known / missing", "{activity}"),
)
ACTIVITY = "{activity_where_known:amount} / {activity_where_missing:amount}"
