"""Findings on days: after the end, out of date, without anybody, with far too many."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures
from valuecast.wording.findings.entry import Entry
from valuecast.wording.sentences import Sentence, joined, say


def _odd_days(f: Figures) -> Sentence:
    each = zip(f["days"], f["customers"], f["usual"], strict=True)
    named = joined((say("{day}: {n:count}, usually {usual:count}", day=d, n=n, usual=u) for d, n, u in each), "; ")
    more = "; …" if f["count"] > len(f["days"]) else ""
    return f.say("{count:plural day}: {named}{more}", named=named, more=more)


ENTRIES: Mapping[str, Entry] = {
    "stale_table": Entry(
        "A table ends long before the others.",
        "what it says is out of date: its signals lag behind, or vanish from the latest windows",
        "load the table again; check its part of the pipeline",
        "its last row is of {last}, {count:count} days before the end of the data",
    ),
    "dates_after_end": Entry(
        "Rows are dated after the end of the data.",
        "they are not used",
        "find out what writes dates in the future",
        "{count:plural row} after {end}, the end of the data, up to {last}",
    ),
    "mixed_time_zones": Entry(
        "Times of one column carry different offsets from UTC.",
        "each time counts on the day written in it, so that one evening can fall on two days",
        "write every time in one zone",
        "{count:count} times carry {offsets:count} different offsets from UTC",
    ),
    "dead_days": Entry(
        "On some days almost nobody was active, though many usually are.",
        "these days look like lost tracking; gaps and weekly signals around them are too pessimistic",
        "check the tracking on these days, and load them again",
        _odd_days,
    ),
    "spike_days": Entry(
        "On some days there was far more activity than usual.",
        "these days look like a test, a bot or a double load; value and weekly signals around them are too high",
        "check what was loaded on these days",
        _odd_days,
    ),
    "activity_drops": Entry(
        "Far fewer customers are active in the last month than usual.",
        "recent months may be incomplete, or most customers have stopped; trends will say Down for most",
        "check that the last months were loaded whole; if not, set as_of to the last complete day",
        "{active:plural {grain}} active in the month from {month}, usually {usual:count}",
    ),
    "activity_stops": Entry(
        "Most customers of one month never came back, far more than usually stay away.",
        "they look lost, and every label after that month says so: evidence from those windows judges the break, "
        "not the customers",
        "check the tracking from that month on; until it is repaired, set as_of to the day before",
        "{count:count} of {customers:count} {grain}s active in the month from {month} are silent from {since} on "
        "({share:percent 0}); usually {usual:percent 0} are silent for so long",
    ),
    "activity_gap": Entry(
        "Nobody was active for a long stretch within the data.",
        "windows that touch the stretch see customers pause who did not",
        "load the missing days, or begin after them",
        "nobody was active on the {count:count} days between {before} and {after}",
    ),
    "customers_of_one_day": Entry(
        "Some customers have a single active day in the past window.",
        "their level stands on one day, so their trend is mostly chance; the band says how unsure it is",
        "read their trend with the band, or wait for a second visit",
        "{count:count} of {customers:count} active customers have one active day in the past window",
    ),
    "step_change": Entry(
        "From one month to the next nearly everybody's value changed by the same factor.",
        "trends across the step say how measuring changed, not customers; warnings of a usage drop are safe from it, "
        "because they compare with the whole company",
        "find out what changed in the instrumentation; load a corrected series, or begin after the step",
        "from {month} on the median customer has {factor:fixed 1} times the value of the month before, "
        "{share:percent 0} of {count:count} in the same direction",
    ),
}
