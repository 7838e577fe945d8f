"""Every kind of finding by its code: how bad it is, what it means, and what to do about it.

The one registry: findings are made by ``found`` only, and the reference in the documentation is generated from here.

>>> found("table_empty", "pendo__feature_event", evidence="0 rows").remedy
'fill the table, or accept that its dimensions are left out'
"""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.contracts.inputs import Finding, Severity


@dataclass(frozen=True)
class Code:
    """One kind of finding.

    Parameters
    ----------
    code : str
        Stable name; never reused for something else.
    severity : {"error", "warning", "note"}
        As a rule; a finding may be milder or graver where its consequence says why.
    meaning : str
        What was seen, in one sentence without numbers.
    consequence : str
        What it does to an assessment; a finding may say it more exactly.
    remedy : str
        What to do about it.
    stops : bool
        Whether it can rule out evidence altogether.
    """

    code: str
    severity: Severity
    meaning: str
    consequence: str
    remedy: str
    stops: bool = False


_NO_EVIDENCE = "no model can be trained or tested: scores for today and descriptions only, without evidence"
_NO_DESCRIPTION = "descriptions of the snapshot only: nothing can be tested on months that came after"

_LIST = (
    # whether the input held still
    Code(
        "input_changed",
        "warning",
        "A table changed while it was read.",
        "figures taken before and after the change stand side by side in these results",
        "run again when nothing is being loaded, or read from a snapshot",
    ),
    # whether there is anything to assess
    Code(
        "no_activity",
        "error",
        "Nobody was ever active.",
        "nothing can be assessed",
        "see the findings on the daily tables or the log: missing or empty tables, unreadable dates, values of zero",
        stops=True,
    ),
    Code(
        "history_too_short",
        "error",
        "The history cannot hold a past and three futures.",
        _NO_EVIDENCE,
        "needed: at least 4 months: a past, and a future each for training, validation and test",
        stops=True,
    ),
    Code(
        "too_few_customers",
        "error",
        "A window holds too few active customers.",
        _NO_EVIDENCE,
        "needed: at least 100 customers and 20 high-value ones in every window",
        stops=True,
    ),
    Code(
        "few_drawn",
        "warning",
        "A window holds fewer of the customers drawn than evidence should rest on.",
        "the evidence is of those drawn, and says less than the plan, which counts everybody",
        "set most_customers higher",
    ),
    Code(
        "customers_identical",
        "error",
        "Customers are copies of one another.",
        _NO_EVIDENCE,
        "find out whether one customer's rows were written under many ids; needed: customers that differ",
        stops=True,
    ),
    Code(
        "days_unreadable",
        "error",
        "Half or more of the days of the table of use cannot be read as such.",
        _NO_EVIDENCE + "; days that could be read may have been read with day and month exchanged",
        "write them as 2024-01-31, or name the format that they have: events.date_format",
        stops=True,
    ),
    Code(
        "value_unreadable",
        "error",
        "Half or more of the values of the measure that counts as value are no numbers.",
        _NO_EVIDENCE + "; what is shown as value is missing or zero for most",
        "write them as plain numbers, such as 1234.56, or choose another measure as value",
        stops=True,
    ),
    Code(
        "no_value",
        "error",
        "Nobody ever had any value.",
        _NO_EVIDENCE + "; nobody can be more valuable than another",
        "choose as value a measure that is not zero throughout, or check what writes it",
        stops=True,
    ),
    Code(
        "one_customer",
        "warning",
        "There is a single account.",
        "accounts cannot be compared or ranked; its visitors can, where there are enough",
        "export every account, or assess by visitor",
    ),
    Code(
        "horizon_too_long",
        "warning",
        "A trend horizon cannot be tested on this history.",
        "no trend is given for it",
        "wait for a longer history, or ask for a shorter horizon",
    ),
    # tables and columns
    Code(
        "table_missing",
        "warning",
        "A table is not there.",
        "the dimensions that rest on it may be left without data",
        "export the table",
    ),
    Code(
        "table_empty",
        "warning",
        "A table holds no rows.",
        "the dimensions that rest on it may be left without data",
        "fill the table, or accept that its dimensions are left out",
    ),
    Code(
        "column_missing",
        "error",
        "A table lacks a column that it cannot be read without.",
        "the table cannot be used",
        "export the column, or name it as the package does (case does not matter)",
    ),
    Code(
        "types_converted",
        "note",
        "Columns were of another type and could be converted whole.",
        "none: every value could be converted",
        "none needed",
    ),
    Code(
        "dates_unreadable",
        "warning",
        "Values are no dates, or of an order that cannot be told.",
        "these values count as missing; a row without its date is left out",
        "write them as 2024-01-31, 2024-01-31 10:00:00 or 20240131",
    ),
    Code(
        "numbers_unreadable",
        "warning",
        "Values are no numbers.",
        "these values count as missing",
        "write them as a finite number",
    ),
    Code(
        "not_finite",
        "warning",
        "Numbers are NaN or infinite.",
        "these values count as missing",
        "write them as a finite number; a division by zero is the usual cause",
    ),
    Code(
        "duplicate_keys",
        "warning",
        "Rows repeat the key of another row.",
        "each key counts once, with its largest values",
        "make the key unique where the table is built",
    ),
    Code(
        "stale_table",
        "warning",
        "A table ends long before the others.",
        "what it says is out of date: its signals lag behind, or vanish from the latest windows",
        "load the table again; check its part of the pipeline",
    ),
    # dates
    Code(
        "dates_after_end",
        "warning",
        "Rows are dated after the end of the data.",
        "they are not used",
        "find out what writes dates in the future",
    ),
    Code(
        "mixed_time_zones",
        "warning",
        "Times of one column carry different offsets from UTC.",
        "each time counts on the day written in it, so that one evening can fall on two days",
        "write every time in one zone",
    ),
    Code(
        "dead_days",
        "warning",
        "On some days almost nobody was active, though many usually are.",
        "these days look like lost tracking; gaps and weekly signals around them are too pessimistic",
        "check the tracking on these days, and load them again",
    ),
    Code(
        "spike_days",
        "warning",
        "On some days there was far more activity than usual.",
        "these days look like a test, a bot or a double load; value and weekly signals around them are too high",
        "check what was loaded on these days",
    ),
    Code(
        "value_below_zero",
        "warning",
        "The values of customers sum to less than zero: more was taken back than given.",
        "forecasts and classes count less than zero as nothing, and shares of all value can pass 100 %",
        "choose a value that is not negative, such as amounts before refunds, if refunds are not what matters",
    ),
    Code(
        "values_too_fine",
        "warning",
        "Values are so small that rounding to thousandths changes their sum.",
        "values are added up in whole thousandths, so that the order of rows cannot show; small ones are lost",
        "give value in a smaller unit, such as cents for dollars",
    ),
    Code(
        "activity_drops",
        "warning",
        "Far fewer customers are active in the last month than usual.",
        "recent months may be incomplete, or most customers have stopped; trends will say Down for most",
        "check that the last months were loaded whole; if not, set as_of to the last complete day",
    ),
    Code(
        "activity_stops",
        "warning",
        "Most customers of one month never came back, far more than usually stay away.",
        "they look lost, and every label after that month says so: evidence from those windows judges the break, "
        "not the customers",
        "check the tracking from that month on; until it is repaired, set as_of to the day before",
    ),
    Code(
        "activity_gap",
        "warning",
        "Nobody was active for a long stretch within the data.",
        "windows that touch the stretch see customers pause who did not",
        "load the missing days, or begin after them",
    ),
    Code(
        "customers_of_one_day",
        "note",
        "Some customers have a single active day in the past window.",
        "their level stands on one day, so their trend is mostly chance; the band says how unsure it is",
        "read their trend with the band, or wait for a second visit",
    ),
    Code(
        "value_of_zero",
        "note",
        "Some customers are active without any value in the past window.",
        "their forecast is their past value, without band and probabilities of their own; any value later counts as Up",
        "check that the measure chosen as value is the right one for them",
    ),
    Code(
        "step_change",
        "warning",
        "From one month to the next nearly everybody's value changed by the same factor.",
        "trends across the step say how measuring changed, not customers; warnings of a usage drop are safe from it, "
        "because they compare with the whole company",
        "find out what changed in the instrumentation; load a corrected series, or begin after the step",
    ),
    # values
    Code(
        "negative_values",
        "warning",
        "Values lie below zero where nothing below zero is possible.",
        "these values count as missing",
        "find out what writes them",
    ),
    Code(
        "impossible_values",
        "warning",
        "Values lie outside the range that their unit allows.",
        "they are used as they are, except ratings, which are left out",
        "check the unit (minutes or seconds?) and what writes them",
    ),
    Code(
        "constant_column",
        "note",
        "A column has the same value in every row.",
        "it tells no two rows apart",
        "none needed, unless it should vary",
    ),
    Code(
        "missing_values",
        "note",
        "A column is mostly missing.",
        "missing counts as unknown, not as zero, unless inactivity means zero",
        "none needed, unless it should be filled",
    ),
    Code(
        "missing_depends_on_activity",
        "warning",
        "Whether a value is missing goes with how active the customer is.",
        "means over the known values speak for the active; the missing are not like them",
        "collect the value from the inactive too, or read it as a figure for the active only",
    ),
    Code(
        "totals_disagree",
        "warning",
        "Totals disagree with the sum of the daily rows.",
        "nothing rests on these totals; the daily rows count",
        "build totals and daily rows from the same events, at the same time",
    ),
    Code(
        "totals_after_end",
        "warning",
        "Totals hold what happened after the daily rows end.",
        "they leak: used in the past they would tell the future. No backtest uses them",
        "build totals and daily rows at the same time; keep totals out of models",
    ),
    Code(
        "person_days",
        "note",
        "A sum of daily distinct counts bears the name of a count of people.",
        "it counts visitor-days, not people, and is not used as a count of people",
        "count distinct visitors over the whole period instead",
    ),
    # joins and ids
    Code(
        "join_matches_nothing",
        "error",
        "(Almost) no id of one table is found in another.",
        "what cannot be matched is left out, and no score counts it as zero",
        "compare the ids of the two tables: case, blanks, prefixes, another system's key",
    ),
    Code(
        "join_partial",
        "warning",
        "A part of the ids of one table is not found in another.",
        "what rests on the join covers the matched part only",
        "compare the unmatched ids of the two tables",
    ),
    Code(
        "ids_spelt_differently",
        "warning",
        "Ids match once they are spelt alike.",
        "what rests on the join covers the matched part only, as long as the ids are left as they are",
        "spell ids alike where the tables are built, or set ids: normalise (--fix-ids)",
    ),
    Code(
        "ids_normalised",
        "note",
        "Ids were spelt alike before joining, as configured.",
        "none: the join now matches more",
        "spell ids alike where the tables are built",
    ),
    Code(
        "visitors_of_several_accounts",
        "warning",
        "Visitors have belonged to more than one account.",
        "their whole past counts for the latest account, except where a dated row names another",
        "keep dated rows of who belonged where",
    ),
    Code(
        "visitors_without_account",
        "note",
        "Visitors name no account.",
        "they count for no account",
        "fill the account of each visitor",
    ),
    Code(
        "accounts_without_visitors",
        "note",
        "Accounts have no visitor.",
        "nothing can be said of their people",
        "check that every visitor was exported",
    ),
    # what follows for dimensions, models and scores
    Code(
        "dimension_without_data",
        "warning",
        "A dimension has no signal that tells customers apart.",
        "the dimension is left out of every score, and the other weights are raised to add up to one",
        "fill the tables that it rests on",
    ),
    Code(
        "dimension_only_today",
        "note",
        "A dimension has data today, but not in every past window.",
        "today's scores use it; models and all evidence do without it",
        "keep dated rows, so that the past can be seen as it was",
    ),
    Code(
        "signals_as_of_build",
        "note",
        "Signals rest on columns that are known as of the build only.",
        "today's scores use them; models and all evidence do without them",
        "keep dated rows, so that the past can be seen as it was",
    ),
    Code(
        "satisfaction_uncertain",
        "note",
        "Many customers gave no answer.",
        "their scores carry an uncertainty: see null_policy",
        "ask more customers",
    ),
    # customer360
    Code(
        "questions_unanswerable",
        "warning",
        "A table that answers certain questions is empty or missing.",
        "the questions are named, and left open; proxies are named as proxies",
        "fill the table",
    ),
    Code(
        "repeated_customers",
        "warning",
        "Customer keys repeat.",
        "one row a key is kept: the latest snapshot, then a stable tie break",
        "make the key unique where the table is built",
    ),
    Code(
        "keys_missing",
        "warning",
        "Rows name no customer or person.",
        "they are counted, and left out of every figure by customer",
        "fill the key",
    ),
    Code(
        "rfm_disagrees",
        "warning",
        "The supplied RFM score is not the mean of its three parts.",
        "the recomputed score is used",
        "recompute rfm_avg_score where the table is built",
    ),
    Code(
        "categories_unknown",
        "warning",
        "A category is none of the known ones.",
        "these rows belong to no named group and are counted as other",
        "use the known names",
    ),
    Code(
        "descriptions_only",
        "error",
        "The tables are one snapshot without dated rows.",
        _NO_DESCRIPTION,
        "keep a dated snapshot every month, or give the dated tables that these were built from",
        stops=True,
    ),
)

CODES: dict[str, Code] = {code.code: code for code in _LIST}


def found(
    code: str,
    table: str,
    column: str = "",
    *,
    evidence: str,
    count: int = 0,
    severity: Severity | None = None,
    consequence: str | None = None,
    remedy: str | None = None,
    stops: bool = False,
    dimensions: tuple[str, ...] = (),
) -> Finding:
    """A finding of a registered kind.

    Raises
    ------
    ValueError
        When the code is not registered, or stops a run though its kind never does: a defect of ours.
    """
    if code not in CODES:
        raise ValueError(f"finding code {code!r} is not registered")
    kind = CODES[code]
    if stops and not kind.stops:
        raise ValueError(f"finding code {code!r} cannot stop a run")
    return Finding(
        code,
        severity or kind.severity,
        table,
        column,
        evidence,
        consequence or kind.consequence,
        remedy or kind.remedy,
        count,
        stops,
        dimensions,
    )
