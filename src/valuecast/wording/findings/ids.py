"""Findings on joins and ids."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures
from valuecast.wording.findings.entry import Entry
from valuecast.wording.sentences import Sentence

_LEFT_OUT = "what cannot be matched is left out, and no score counts it as zero"
_MATCHED = "{matched:count} of {ids:count} ids ({rate:percent 1}) are found in {right}"


def _rests(f: Figures) -> Sentence:
    return f.say("{dimensions:commas} rest on it" if f["dimensions"] else "names and attributes rest on it")


def _alike(f: Figures) -> Sentence:
    if f.get("right") is None:
        return f.say(
            "{count:count} of {ids:count} ids look like {customers:plural customer} in several spellings "
            "({steps:commas}), with {share:percent 1} of all value, for example {examples}",
            examples="; ".join(f["examples"]),
        )
    text = (
        "{count:count} of {ids:count} ids are found in {right} only when spelt alike ({steps:commas}), for example "
        "{examples}"
    )
    return f.say(text, examples="; ".join(f["examples"]))


def _alike_remedy(f: Figures) -> Sentence:
    if f.get("right") is None and "zeros" in f["steps"]:
        remedy = "ids: normalise (--fix-ids) evens out blanks and case, not zeros"
        return Sentence(f"spell ids alike where the tables are built; {remedy}")
    return Sentence("spell ids alike where the tables are built, or set ids: normalise (--fix-ids)")


def _spelt(f: Figures) -> Sentence:
    if f.get("right") is None:
        return Sentence("each spelling counts as a customer of its own, with a part of the value")
    return f.say("{rests}: as the ids are, it covers {rate:percent 1} of them", rests=_rests(f))


_EXCLUDE = "leave them out: exclude, a list of ids and patterns in valuecast.yaml"
_WHO = (
    "{count:plural id} ({examples:commas}) with {rows_share:percent 1} of all rows and {share:percent 1} of all value"
)

ENTRIES: Mapping[str, Entry] = {
    "placeholder_ids": Entry(
        "Ids look like stand-ins for nobody: a word such as unknown, a zero, a test.",
        "if they are, the rows of strangers count as one customer",
        _EXCLUDE,
        _WHO,
    ),
    "total_row": Entry(
        "A row looks like the sum of others.",
        "if it is, value counts twice, and the sum is assessed as a customer",
        "delete that line of the export, or leave it out: exclude",
        _WHO,
    ),
    "ids_unlike_others": Entry(
        "Some ids have far more rows a day than others: programs or shared accounts, perhaps.",
        "they may lead every list",
        f"find out what they are; {_EXCLUDE}",
        _WHO + ": up to {rate:count} rows a day of use, where 19 of 20 ids have no more than {usual:digits 3}",
    ),
    "one_id_has_most": Entry(
        "One customer has most of the value.",
        "sums and shares over all customers are mostly this one's; the others are told apart all the same",
        "check that the id stands for one customer",
        _WHO,
    ),
    "one_row_each": Entry(
        "Nobody has a second row: this is a list of customers, not a log.",
        "nobody can be seen to come again, so nothing can be forecast or tested",
        "give the table of events, orders or logins that the list was made from",
        "each of {count:count} ids has one row",
    ),
    "rows_repeated": Entry(
        "Rows are there twice, equal in every column.",
        "their value and use count double",
        "load these months once, or delete the copies",
        "{count:count} of {rows:count} rows are copies: {first} to {last}",
    ),
    "running_total": Entry(
        "A measure never falls from one day of a customer to the next: it seems to be a running total.",
        "adding running totals up counts the same value again on every row",
        "set events.amount_is: running_total, or export what each row adds",
        "{rising:count} of {count:count} steps from one day to the next do not fall",
    ),
    "money_given_back": Entry(
        "Rows hold amounts below zero: money was given back.",
        "they lower the value of the day on which it was given back, and are no day of use",
        "none needed, if these rows are refunds",
        "{count:count} of {rows:count} rows, {share:percent 1} of the money that was taken",
    ),
    "currencies_mixed": Entry(
        "Amounts are in different money.",
        "unlike money is added up as if it were one, so nobody is assessed by it",
        "convert the amounts first, or keep the rows of one: events.where",
        "{table} has amounts in {count:count} kinds of money: {currencies:commas}",
        mend="convert the amounts first, or keep the rows of one, such as events.where: {currency} = '{first}'",
    ),
    "days_missing": Entry(
        "Rows have no day.",
        "they are left out of every figure",
        "fill the column, or check that these rows belong to the log",
        "{count:count} of {rows:count} rows ({share:percent 1}), with {value_share:percent 1} of all value, have none",
    ),
    "value_missing": Entry(
        "Rows have no value.",
        "they count as nothing, and customers without any as worth nothing",
        "fill the column, or choose another measure as value",
        "{count:count} of {rows:count} rows ({share:percent 1}) have none; {without:count} of {ids:count} customers "
        "have none at all",
    ),
    "customers_excluded": Entry(
        "Customers were left out, as configured.",
        "no figure of this run counts them",
        "none needed, if the list is right",
        "{count:count} of {customers:plural customer} left out; value {value_before:digits 6} before, "
        "{value_after:digits 6} after ({share:percent 1} less)",
    ),
    "ids_lossy": Entry(
        "Ids lie in a column of floating-point numbers that cannot hold them.",
        "several customers may have become one, so nobody is assessed",
        "write the ids as text where the file or table is made",
        "{count:count} of {present:count} ids ({type}) are fractions, not numbers, or too long to be told apart, for "
        "example {example:quoted}",
    ),
    "join_matches_nothing": Entry(
        "(Almost) no id of one table is found in another.",
        _LEFT_OUT,
        "compare the ids of the two tables: case, blanks, prefixes, another system's key",
        _MATCHED,
        here=lambda f: f.say("{rests}: {left_out}", rests=_rests(f), left_out=_LEFT_OUT),
    ),
    "join_partial": Entry(
        "A part of the ids of one table is not found in another.",
        "what rests on the join covers the matched part only",
        "compare the unmatched ids of the two tables",
        _MATCHED,
        here=lambda f: f.say("{rests}: it covers the matched part only", rests=_rests(f)),
    ),
    "ids_spelt_differently": Entry(
        "Ids match once they are spelt alike.",
        "what rests on the join covers the matched part only, as long as the ids are left as they are",
        "spell ids alike where the tables are built, or set ids: normalise (--fix-ids)",
        _alike,
        mend=_alike_remedy,
        here=_spelt,
    ),
    "ids_normalised": Entry(
        "Ids were spelt alike before joining, as configured.",
        "none: the join now matches more",
        "spell ids alike where the tables are built",
        "{matched_before:count} of {ids_before:count} ids were found in {right}; spelt alike, {matched:count} of "
        "{ids:count} are",
    ),
    "visitors_of_several_accounts": Entry(
        "Visitors have belonged to more than one account.",
        "their whole past counts for the latest account, except where a dated row names another",
        "keep dated rows of who belonged where",
        "{count:count} {member} have had more than one {owner}",
    ),
    "visitors_without_account": Entry(
        "Visitors name no account.",
        "they count for no account",
        "fill the account of each visitor",
        "{count:count} {member} have no {owner}",
    ),
    "accounts_without_visitors": Entry(
        "Accounts have no visitor.",
        "nothing can be said of their people",
        "check that every visitor was exported",
        "{count:count} of {owners:count} {owner} occur in no row of {members}",
    ),
}
