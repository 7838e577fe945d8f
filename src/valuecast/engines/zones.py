"""The local day of an instant, in every engine by the same arithmetic: no engine's own zones are asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from valuecast.engines import portable, written

DAY = 86_400
"""Seconds."""
_OFFSET = r"([+-][0-9]{2}):?([0-9]{2})$"
_TIME = r"[T ]([0-9]{2}):([0-9]{2})"


def seconds(column: ir.Column, form: str = "") -> ir.IntegerValue:
    """Whole seconds since 1970 in UTC; null where a value is no instant, because it says no zone.

    Instants are timestamps with a zone, text with an offset or ``Z`` at its end, and numbers of seconds since 1970
    and their parts, by their ``form``.
    """
    kind = column.type()
    if isinstance(kind, dt.Timestamp):
        return column.epoch_seconds().cast("int64") if kind.timezone else ibis.null("int64")
    text = written.as_text(column)
    if form in written.PER_DAY:
        number = ibis.ifelse(written.shows(text, form), text.strip(), ibis.null("string")).cast("float64")
        return (number / (written.PER_DAY[form] / DAY)).floor().cast("int64")
    if not isinstance(kind, dt.String):
        return ibis.null("int64")
    text = text.strip()
    day = portable.days_between(portable.as_date(text), ibis.date("1970-01-01"))
    hours, minutes = (text.re_extract(_TIME, part) for part in (1, 2))
    known = (portable.time_offset(text) != "") & day.notnull()
    local = day * DAY + _number(hours) * 3600 + _number(minutes) * 60
    sign = ibis.ifelse(text.re_extract(_OFFSET, 1).substr(0, 1) == "-", -1, 1)
    ahead = _number(text.re_extract(_OFFSET, 1).substr(1, 2)) * 3600 + _number(text.re_extract(_OFFSET, 2)) * 60
    offset = ibis.ifelse(text.re_search("^.*Z$"), 0, sign * ahead)
    return ibis.ifelse(known, local - offset, ibis.null("int64")).cast("int64")


def local_day(instants: ir.IntegerValue, zone: str, first: int, last: int) -> ir.StringValue:
    """The ISO day in a zone, as text, of seconds since 1970 between ``first`` and ``last``."""
    steps = list(offsets(zone, first, last))
    shift: ir.IntegerValue = ibis.literal(steps[-1][1], "int64")
    for (begins, _), (_, offset) in zip(reversed(steps[1:]), reversed(steps[:-1]), strict=True):
        shift = ibis.ifelse(instants < begins, ibis.literal(offset, "int64"), shift)
    days = ((instants + shift) / DAY).floor().cast("int32")
    return (ibis.literal("1970-01-01").cast("date") + days.as_interval("D")).cast("date").cast("string")


def offsets(zone: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """When each offset of a zone begins, and the offset, both in seconds, over a span of time; the earliest first.

    >>> [offset // 3600 for _, offset in offsets("Europe/Berlin", 1704067200, 1735689600)]
    [1, 2, 1]
    """
    rules = ZoneInfo(zone)

    def offset_at(second: int) -> int:
        found = datetime.fromtimestamp(second, UTC).astimezone(rules).utcoffset() or timedelta()
        return int(found.total_seconds())

    at = first - DAY
    current = offset_at(at)
    yield at, current
    while at < last + DAY:
        following = min(at + 7 * DAY, last + DAY)
        changed = offset_at(following)
        if changed != current:
            low, high = at, following
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset_at(middle) == current else (low, middle)
            current = changed
            yield high, current
        at = following


def _number(text: ir.StringValue) -> ir.IntegerValue:
    return ibis.ifelse(text.re_search("^[0-9]+$"), text, "0").cast("int64")
