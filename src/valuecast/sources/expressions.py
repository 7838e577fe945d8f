"""Conditions and amounts that a user writes, such as ``status = 'paid'`` and ``price * quantity``.

They are parsed and built up again from the few things that are allowed in them: nothing of what was written reaches
an engine as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from operator import or_

import ibis
import ibis.expr.types as ir
import sqlglot
import sqlglot.expressions as sge
from sqlglot.errors import SqlglotError

from valuecast.engines import portable
from valuecast.errors import ConfigurationError, nearest
from valuecast.sources import paths

_COMPARED: Mapping[type[sge.Expr], Callable[[ir.Value, ir.Value], ir.BooleanValue]] = {
    sge.EQ: lambda a, b: a == b,
    sge.NEQ: lambda a, b: a != b,
    sge.GT: lambda a, b: a > b,
    sge.GTE: lambda a, b: a >= b,
    sge.LT: lambda a, b: a < b,
    sge.LTE: lambda a, b: a <= b,
}
_RECKONED: Mapping[type[sge.Expr], Callable[[ir.NumericValue, ir.NumericValue], ir.NumericValue]] = {
    sge.Mul: lambda a, b: a * b,
    sge.Div: lambda a, b: a / b.nullif(0.0),
    sge.Add: lambda a, b: a + b,
    sge.Sub: lambda a, b: a - b,
}
_CONDITION = "conditions such as status = 'paid' and amount > 0: = <> < <= > >= in, is null, and, or, not"
_AMOUNT = 'columns and numbers with + - * /, such as price * quantity or amount / 100; "quote" names with blanks'


def condition(table: ibis.Table, text: str, where: str) -> ir.BooleanValue:
    """Which rows of a table are meant; never null.

    Text is compared without blanks around it; a column is compared with a number as a number, with true or false as a
    flag.

    Raises
    ------
    ConfigurationError
        When it cannot be read, names no column of the table, or holds anything else.
    """
    return _condition(table, _parsed(text, where, _CONDITION), text, where)


def operands(text: str, where: str) -> tuple[str, ...]:
    """The columns that an amount is computed from.

    Raises
    ------
    ConfigurationError
        When it cannot be read, or holds anything but columns, numbers, ``+ - * /`` and brackets.
    """
    tree = _parsed(text, where, _AMOUNT)
    for node in tree.walk():
        if not isinstance(node, (*_RECKONED, sge.Column, sge.Identifier, sge.Literal, sge.Paren, sge.Neg, sge.Dot)):
            raise _refused(text, where, _AMOUNT)
    return tuple(dict.fromkeys(_column_name(node) for node in tree.find_all(sge.Column)))


def amount(text: str, where: str, numbers: Mapping[str, ir.NumericValue]) -> ir.NumericValue:
    """An amount from the numbers of its columns; null where one of them is."""
    return _amount(_parsed(text, where, _AMOUNT), numbers)


def _amount(node: sge.Expr, numbers: Mapping[str, ir.NumericValue]) -> ir.NumericValue:
    if isinstance(node, sge.Paren):
        return _amount(node.this, numbers)
    if isinstance(node, sge.Neg):
        return -_amount(node.this, numbers)
    if isinstance(node, sge.Literal):
        return portable.constant(float(node.this))
    if isinstance(node, sge.Column):
        return numbers[_column_name(node)]
    return _RECKONED[type(node)](_amount(node.this, numbers), _amount(node.expression, numbers))


def _condition(table: ibis.Table, node: sge.Expr, text: str, where: str) -> ir.BooleanValue:
    this, other = node.this, node.expression
    match node:
        case sge.Paren():
            return _condition(table, this, text, where)
        case sge.Not():
            return ~_condition(table, this, text, where)
        case sge.And() | sge.Or():
            one, two = _condition(table, this, text, where), _condition(table, other, text, where)
            found = one & two if isinstance(node, sge.And) else one | two
        case sge.Column():
            found = portable.as_flag(_column(table, node, where)).fill_null(False)
        case sge.Is() if isinstance(this, sge.Column) and isinstance(other, sge.Null):
            found = portable.is_blank(portable.as_text(_column(table, this, where))).fill_null(True)
        case sge.In() if isinstance(this, sge.Column) and node.expressions:
            each = [_compared(table, sge.EQ(this=this, expression=value), text, where) for value in node.expressions]
            found = reduce(or_, each)
        case _ if type(node) in _COMPARED and isinstance(this, sge.Column):
            found = _compared(table, node, text, where)
        case _:
            raise _refused(text, where, _CONDITION)
    return ~found if node.args.get("negate") else found


def _compared(table: ibis.Table, node: sge.Expr, text: str, where: str) -> ir.BooleanValue:
    column, value = _column(table, node.this, where), node.expression
    compare = _COMPARED[type(node)]
    if isinstance(value, sge.Neg) and isinstance(value.this, sge.Literal) and not value.this.is_string:
        return compare(portable.as_number(column), portable.constant(-float(value.this.this))).fill_null(False)
    if isinstance(value, sge.Boolean):
        return compare(portable.as_flag(column), ibis.literal(bool(value.this))).fill_null(False)
    if not isinstance(value, sge.Literal):
        raise _refused(text, where, _CONDITION)
    if not value.is_string:
        return compare(portable.as_number(column), portable.constant(float(value.this))).fill_null(False)
    unlike_null = isinstance(node, sge.NEQ)
    return compare(portable.as_text(column).strip(), ibis.literal(value.this.strip())).fill_null(unlike_null)


def _column(table: ibis.Table, node: sge.Column, where: str) -> ir.Value:
    name = _column_name(node)
    value = paths.find(table, name)
    if value is None:
        raise ConfigurationError(
            f"column '{name}' was not found",
            where=where,
            got=name,
            expected="one of " + ", ".join(table.columns),
            hint=nearest(name, table.columns) or "values of text need 'quotation marks'",
        )
    return value


def _column_name(node: sge.Column) -> str:
    """A column's name, with its dots."""
    return ".".join(part.name for part in node.parts)


def _parsed(text: str, where: str, expected: str) -> sge.Expr:
    try:
        tree = sqlglot.parse_one(f"SELECT {text}", dialect="postgres")
    except (SqlglotError, RecursionError):
        raise _refused(text, where, expected) from None
    chosen = list(_selected(tree))
    if len(chosen) != 1:
        raise _refused(text, where, expected)
    return chosen[0]


def _selected(tree: sge.Expr) -> Iterator[sge.Expr]:
    """What stands after SELECT, where nothing else was said."""
    if isinstance(tree, sge.Select) and not any(value for name, value in tree.args.items() if name != "expressions"):
        yield from tree.expressions


def _refused(text: str, where: str, expected: str) -> ConfigurationError:
    return ConfigurationError("a condition or amount cannot be read", where=where, got=text, expected=expected)
