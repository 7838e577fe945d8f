"""Which columns of which tables an expression's columns come from: read off the expression itself, never declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis
import ibis.expr.operations as ops

Origin = tuple[str, str]
"""Name of a table in the engine, and one of its columns."""
_FILTERING = ("inner", "semi", "anti", "right", "outer", "cross")


def origins(table: ibis.Table) -> dict[str, frozenset[Origin]]:
    """For each column, every stored column that it depends on, rows chosen by filters and joins included.

    Tables made in passing (``ibis.memtable``) are constants of ours and are not named.

    >>> t = ibis.table({"a": "int64", "b": "int64", "c": "int64"}, name="t")
    >>> sorted(origins(t.filter(t.b > 0).select(x=t.a + 1))["x"])
    [('t', 'a'), ('t', 'b')]
    """
    tracer = _Tracer()
    return {name: tracer.column(table.op(), name) for name in table.columns}


class _Tracer:
    """One walk over an expression; nodes are remembered by identity, since comparing them is slow."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], frozenset[Origin]] = {}

    def column(self, relation: Any, name: str) -> frozenset[Origin]:
        """Where a column of a relation comes from."""
        key = (id(relation), f"column {name}")
        if key not in self._known:
            self._known[key] = frozenset()
            self._known[key] = self._column(relation, name)
        return self._known[key]

    def _column(self, relation: Any, name: str) -> frozenset[Origin]:
        if isinstance(relation, ops.InMemoryTable):
            return frozenset()
        if isinstance(relation, ops.PhysicalTable):
            return frozenset({(relation.name, name)})
        if isinstance(relation, ops.Set):
            return self.column(relation.left, name) | self.column(relation.right, name)
        if isinstance(relation, ops.JoinChain | ops.Project | ops.Aggregate):
            value = relation.values[name]
            found = self._value(value) | self._rows(relation)
            for predicate in _looked_up(relation, value):
                found |= self._value(predicate)
            return found
        return self.column(relation.parent, name) | self._rows(relation)

    def _value(self, value: Any) -> frozenset[Origin]:
        """Everything that a value is computed from."""
        if isinstance(value, ops.Field):
            return self.column(value.rel, value.name)
        key = (id(value), "value")
        if key not in self._known:
            self._known[key] = frozenset()
            found: frozenset[Origin] = frozenset()
            for argument in _arguments(value):
                if isinstance(argument, ops.Relation):
                    found |= frozenset().union(*(self.column(argument, name) for name in argument.schema.names))
                elif isinstance(argument, ops.Node):
                    found |= self._value(argument)
            self._known[key] = found
        return self._known[key]

    def _rows(self, relation: Any) -> frozenset[Origin]:
        """What decides which rows there are: filters, join conditions, groups, and where the rows come from."""
        key = (id(relation), "rows")
        if key not in self._known:
            self._known[key] = frozenset()
            found: frozenset[Origin] = frozenset()
            for value in _deciding(relation):
                found |= self._value(value)
            for parent in _parents(relation):
                found |= self._rows(parent)
            self._known[key] = found
        return self._known[key]


def _deciding(relation: Any) -> Iterator[Any]:
    if isinstance(relation, ops.Filter):
        yield from relation.predicates
    elif isinstance(relation, ops.Aggregate):
        yield from relation.groups.values()
    elif isinstance(relation, ops.JoinChain):
        for link in relation.rest:
            if link.how in _FILTERING:
                yield from link.predicates


def _looked_up(relation: Any, value: Any) -> Iterator[Any]:
    """Conditions of the left joins that a value is looked up through; they do not touch the columns beside it."""
    if isinstance(relation, ops.JoinChain):
        read, left = _read(value), [link for link in relation.rest if link.how not in _FILTERING]
        while subset := [link for link in left if id(link.table) in read]:
            left = [link for link in left if link not in subset]
            for predicate in (predicate for link in subset for predicate in link.predicates):
                read |= _read(predicate)
                yield predicate


def _read(value: Any) -> set[int]:
    """The relations that a value names itself, by identity; not what lies below them."""
    return {id(field.rel) for field in value.find(ops.Field, filter=ops.Value)}


def _parents(relation: Any) -> Iterator[Any]:
    if isinstance(relation, ops.Set):
        yield from (relation.left, relation.right)
    elif isinstance(relation, ops.JoinChain):
        yield relation.first
        yield from (link.table for link in relation.rest if link.how in _FILTERING)
    elif not isinstance(relation, ops.PhysicalTable) and hasattr(relation, "parent"):
        yield relation.parent


def _arguments(value: Any) -> Iterator[Any]:
    for argument in value.__args__:
        if isinstance(argument, tuple):
            yield from argument
        else:
            yield argument
