"""Look at a warehouse and propose a configuration: what kind of tables, which columns mean what, and how sure it is.

Columns are told by their names *and* by what is in them: a key of the row is no customer, a time of loading no day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

import ibis
import ibis.expr.datatypes as dt
import yaml

from valuecast.engines import Warehouse, portable
from valuecast.errors import SourceError
from valuecast.sources import causes, months, presets
from valuecast.sources.columns import Look, look
from valuecast.sources.writing import of_numbers

_WORDS = yaml.safe_load((files(__package__) / "words.yaml").read_text(encoding="utf-8"))


def _words(of: str) -> frozenset[str]:
    return frozenset(str(_WORDS[of]).split())


_COMPANY, _PERSON, _MACHINE = _words("company"), _words("person"), _words("machine")
_IS_AN_ID, _NO_ID = _words("an_id"), _words("no_id")
_HAPPENED, _DAY, _LOADED, _OTHER_DAY = _words("happened"), _words("day"), _words("loaded"), _words("other_day")
_MONEY: Mapping[str, int] = {word: int(sure) for sure, words in _WORDS["money"].items() for word in str(words).split()}
_NO_MONEY, _NEVER_MONEY, _A_PIECE, _PIECES = (
    _words("no_money"),
    _words("never_money"),
    _words("a_piece"),
    _words("pieces"),
)
_MINUTES, _STATUS, _CURRENCY, _GOOD = _words("minutes"), _words("status"), _words("currency"), _words("good")
_COUNTS = tuple(frozenset(each.split()) for each in _WORDS["count"])
_FEATURE = tuple(frozenset(each.split()) for each in _WORDS["feature"])
MONTHS = "columns of months"
"""Stands for the time of a table that has a column a month."""
_FEW = 30
"""Most values of a column that says which rows count."""
_FEATURES = 1000
"""Most product features."""


@dataclass(frozen=True)
class Detected:
    """What was found, and what could not be told.

    ``mapping`` is empty for a source that needs none; ``unsure`` says in words what to check, ``missing`` names the
    roles without which nothing works, and ``columns`` lists what was seen, by table, the likeliest first. ``equals``
    names tables that would do as well as the one taken, ``evidence`` says for each role what was chosen and why,
    ``preset`` names the known export that it is, and ``list_of`` the table in which every customer has one row alone.
    """

    kind: str
    mapping: dict[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    possible: bool = True
    equals: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    preset: str = ""
    list_of: str = ""


@dataclass(frozen=True)
class _Log:
    """A table as a log: which column could be what, and how well it would do."""

    name: str
    looks: tuple[Look, ...]
    roles: dict[str, str]
    rejected: dict[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    one_row_each: bool = False

    @property
    def rank(self) -> tuple[int, bool, int, str]:
        """Sort key: who and when first, whether anybody is there twice, then how many roles; ties by name."""
        needed = ("customer_id" in self.roles) + ("time" in self.roles)
        return (-needed, self.one_row_each, -len(self.roles), self.name)

    def of(self, role: str) -> Look | None:
        """The column of a role."""
        return next((each for each in self.looks if each.name == self.roles.get(role)), None)


def detect(warehouse: Warehouse) -> Detected:
    """Guess the kind from the names of tables, and the columns of a log from their names and values."""
    if any(name.lower().startswith("pendo__") for name in warehouse.tables):
        return Detected("pendo")
    if any(name.lower().startswith("customer360__") for name in warehouse.tables):
        return Detected("customer360")
    known = presets.match({name: tuple(table.columns) for name, table in warehouse.tables.items()})
    logs = sorted((_log(name, table) for name, table in warehouse.tables.items()), key=lambda one: one.rank)
    columns = {one.name: tuple(each.described for each in one.looks) for one in logs}
    several = len(warehouse.tables) > 1
    if known is not None:
        preset, table = known
        mapping = ({"table": table} if several else {}) | preset.mapping(warehouse.tables[table].columns)
        return Detected("events", mapping, preset.check, (), columns, preset=preset.name)
    best = logs[0]
    missing = tuple(role for role in ("customer_id", "time") if role not in best.roles)
    hint = causes.headless(list(warehouse.tables[best.name].columns))
    unsure = [hint] if hint else []
    unsure += [f"no column of {best.name} looks like {role}: set events.{role}" for role in missing]
    unsure += best.unsure
    rivals = [one.name for one in logs[1:] if one.rank[0] == best.rank[0] == -2]
    if rivals:
        unsure.append(f"{best.name} was taken for the log; these could be one too: {', '.join(rivals[:10])}")
    time = best.of("time")
    mapping = ({"table": best.name} if several else {}) | best.roles
    if mapping.get("time") == MONTHS:
        mapping = {role: column for role, column in mapping.items() if role != "time"} | {"months_in_columns": "true"}
    if time is not None and time.days:
        mapping["date_format"] = time.days
    return Detected(
        "events",
        mapping,
        tuple(unsure),
        missing,
        columns,
        possible=any(each.days is not None or each.words & _DAY for one in logs for each in one.looks),
        equals=tuple(one.name for one in logs[1:] if rivals and one.rank[:3] == best.rank[:3]),
        evidence=tuple(_evidence(best, warehouse.tables[best.name])),
        list_of=best.name if best.one_row_each and not missing else "",
    )


def only_a_list(where: str, found: Detected) -> SourceError:
    """The error where nobody can ever come again: every customer has one row."""
    return SourceError(
        "one row a customer: a list of customers, not a log",
        where=f"{where}, table {found.list_of}",
        got=f"{found.mapping['customer_id']} has a value of its own in every row",
        expected="a table with a row for each event, order or login, so that a customer comes again",
        hint="export the rows that this list was made from; "
        f"if it is a log all the same, say who the customer is: --map customer_id={found.mapping['customer_id']}",
    )


def _log(name: str, table: ibis.Table) -> _Log:
    """What the columns of a table could be."""
    looks = look(table)
    roles: dict[str, str] = {}
    rejected: dict[str, str] = {}
    unsure: list[str] = []
    who = _customer(looks, rejected)
    time = _time(looks, unsure)
    if who is not None:
        roles["customer_id"] = who.name
        if not who.words & _COMPANY:
            unsure.append(f"{who.name} is taken for the customer: no column names a company or an account")
    if time is not None:
        roles["time"] = time.name
    elif in_parts := _year_and_month(looks):
        roles["time"] = in_parts
    elif who is not None and months.columns_of([one.name for one in looks]):
        return _Log(name, looks, {"customer_id": who.name, "time": MONTHS}, rejected)
    member = _best(looks, lambda one: _somebody(one, _PERSON), roles)
    if who is not None and who.words & _COMPANY and member is not None:
        roles["member_id"] = member.name
    roles |= _measures(looks, roles, unsure)
    feature = next(
        (
            one
            for words in _FEATURE
            for one in looks
            if words <= one.words
            and not one.words & (_COMPANY | _PERSON)
            and one.name not in roles.values()
            and one.days is None
            and 1 < one.distinct <= _FEATURES
            and not one.names_the_row
            and ("name" not in words or words != {"name"} or "amount" not in roles)
        ),
        None,
    )
    if feature is not None:
        roles["product_feature"] = feature.name
    unsure += _which_rows(looks, roles)
    one_row_each = who is not None and who.names_the_row
    return _Log(name, looks, roles, rejected, tuple(unsure), one_row_each)


def _customer(looks: Sequence[Look], rejected: dict[str, str]) -> Look | None:
    """The column that names the customer of a row: a company, else a person, else what only repeats."""
    for one in looks:
        if one.names_the_row and one.words & (_IS_AN_ID | _COMPANY | _PERSON):
            rejected[one.name] = "the key of the row: a value of its own in every row"
        elif one.words & _MACHINE and one.words & (_IS_AN_ID | _COMPANY | _PERSON):
            rejected[one.name] = "a device, browser or session, not a customer"
    for words in (_COMPANY, _PERSON):
        found = _best(looks, lambda one: _somebody(one, words), {})  # noqa: B023
        if found is not None:
            return found
    fallback = _best(looks, lambda one: _repeats(one, machines=True), {})
    listed = _best(looks, lambda one: 2 if one.words & _COMPANY and not one.words & (_NO_ID | _MACHINE) else 0, {})
    return listed or fallback


def _somebody(one: Look, words: frozenset[str]) -> int:
    """How well a column would name somebody; 0 where it cannot."""
    if one.names_the_row or one.distinct < 2 or one.days is not None:
        return 0
    if not one.words & words or one.words & (_NO_ID | _MACHINE):
        return 0
    return 4 + 2 * bool(one.words & _IS_AN_ID) - bool("name" in one.words) + (one.rows > one.distinct)


def _repeats(one: Look, *, machines: bool) -> int:
    """How well an id without a telling name would do: it has to come again."""
    if one.names_the_row or one.distinct < 2 or one.days is not None or one.words & _NO_ID:
        return 0
    if not one.words & (_IS_AN_ID | (_MACHINE if machines else frozenset())):
        return 0
    return 2 + (one.rows >= 2 * one.distinct) - 2 * bool(one.words & {"event", "order", "invoice", "product", "sku"})


def _time(looks: Sequence[Look], unsure: list[str]) -> Look | None:
    """The day on which a row happened: not when it was loaded, nor another day of the customer's life."""
    dated = [one for one in looks if one.days is not None and one.distinct > 1]
    dated = dated or [one for one in looks if one.days is not None]
    if not dated:
        return None

    def how(one: Look) -> tuple[int, int]:
        words = one.words
        score = 3 * bool(words & _HAPPENED) + bool(words & _DAY) + (one.days == "")
        return score - 10 * bool(words & _LOADED) - 5 * bool(words & _OTHER_DAY), -one.place

    best = max(dated, key=how)
    others = ", ".join(one.name for one in dated if one is not best)
    if others:
        unsure.append(f"{best.name} was taken for the time; also dated: {others}")
    return best


def _year_and_month(looks: Sequence[Look]) -> str:
    """Columns that are a day, or a month, together; empty where there are none."""
    parts = [next((one for one in looks if one.words == {word}), None) for word in ("year", "month", "day")]
    if parts[0] is None or parts[1] is None:
        return ""
    return " + ".join(one.name for one in parts if one is not None)


def _measures(looks: Sequence[Look], roles: Mapping[str, str], unsure: list[str]) -> dict[str, str]:
    """Minutes, number of events and money."""
    found: dict[str, str] = {}
    used = {part.strip() for role in roles.values() for part in (role, *role.split("+"))}
    free = [one for one in looks if one.number and one.name not in used and one.days is None]
    minutes = next((one for one in free if one.words & _MINUTES), None)
    if minutes is not None:
        found["minutes"] = minutes.name
    counted = next((one for words in _COUNTS for one in free if words == one.words), None)
    if counted is not None:
        found["count"] = counted.name
    money = sorted(
        (one for one in free if one.name not in found.values() and _money(one)), key=lambda o: (-_money(o), o.place)
    )
    if money:
        best = money[0]
        found["amount"] = best.name
        pieces = next((one for one in free if one.words & _PIECES and not one.words & _COMPANY), None)
        if best.words & _A_PIECE and not best.words & {"total", "line", "amount"} and pieces is not None:
            found["amount"] = f"{_quoted(best.name)} * {_quoted(pieces.name)}"
            unsure.append(f"{best.name} stands beside {pieces.name}: taken for the price of one piece")
        if money[1:]:
            unsure.append(f"{found['amount']} was taken for money; also money: {', '.join(o.name for o in money[1:])}")
    elif not found:
        others = [one.name for one in free if not one.words & _IS_AN_ID and not one.names_the_row]
        if others:
            unsure.append(f"value is the number of rows; these columns hold numbers: {', '.join(others[:10])}")
    return found


def _money(one: Look) -> int:
    if one.words & _NO_MONEY and not one.words & {"amount", "total"}:
        return 0
    if one.words & _NEVER_MONEY:
        return 0
    return max((_MONEY[word] for word in one.words if word in _MONEY), default=0) + 2 * ("line" in one.words)


def _which_rows(looks: Sequence[Look], roles: Mapping[str, str]) -> Iterator[str]:
    """Columns that may say that some rows do not count, or are in other money."""
    for one in looks:
        if one.name in roles.values() or not 1 < one.distinct <= _FEW:
            continue
        shown = ", ".join(one.samples)
        if one.words & _STATUS and one.days is None:
            kept = next((each for each in one.samples if each.lower() in _GOOD), one.samples[-1])
            condition = f"{_quoted(one.name)} = '{kept}'"
            yield f"{one.name} ({shown}) may say which rows count: keep some by events.where, such as {condition}"
        elif one.words & _CURRENCY:
            yield f"{one.name} ({shown}): amounts of different money are added as they are; keep one by events.where"


def _best(looks: Sequence[Look], how: Callable[[Look], int], taken: Mapping[str, str]) -> Look | None:
    ranked = sorted((-how(one), one.place, one.name) for one in looks if one.name not in taken.values())
    name = ranked[0][2] if ranked and ranked[0][0] < 0 else None
    return next((one for one in looks if one.name == name), None)


def _evidence(log: _Log, table: ibis.Table) -> Iterator[str]:
    """For each role what was chosen, with what is in it; and what was not chosen, with the reason."""
    for role, name in log.roles.items():
        one = log.of(role)
        sums = f", sum {_sum(table, name):,.2f}" if one is not None and role in ("amount", "minutes", "count") else ""
        yield f"{role}: {name}" if one is None else f"{role}: {name}, {one.counted}{sums}"
    for name, why in log.rejected.items():
        if name not in log.roles.values():
            yield f"not taken: {name}, {why}"


def _sum(table: ibis.Table, column: str) -> float:
    """The sum of a column's numbers, read as a run reads them."""
    numbers = table[column]
    way = of_numbers(table, [column], None).get(column) if isinstance(numbers.type(), dt.String) else None
    read = portable.as_number(numbers) if way is None else way.number(numbers)
    return float(table.aggregate(sum=portable.exact_sum(read)).to_pyarrow().to_pylist()[0]["sum"] or 0.0)


def _quoted(name: str) -> str:
    """A column's name as an amount or condition writes it."""
    return name if name.isidentifier() else '"' + name.replace('"', '""') + '"'
