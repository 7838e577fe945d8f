"""What a run gives: tables as attributes, the findings, and whether there is evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from typing import Any

import pyarrow as pa

from valuecast import engines, store
from valuecast.contracts import OUTPUTS
from valuecast.errors import nearest
from valuecast.wording.findings import Message


@dataclass(frozen=True)
class Assessment:
    """One run's results. Every output table is an attribute: ``assessment.value_scores``.

    Parameters
    ----------
    manifest : dict
        How the results came to be.
    tables : dict
        Arrow tables by name; one too long for memory lies on disk (`engines.DiskTable`) and is read as an attribute.
    findings : tuple of Message
        What the audit found, with its sentences, worst first.
    """

    manifest: dict[str, Any]
    tables: dict[str, pa.Table] = field(repr=False)
    findings: tuple[Message, ...] = field(repr=False)

    @property
    def supported(self) -> bool:
        """Whether the data could support evidence: no finding stops the run."""
        return not any(finding.stops for finding in self.findings)

    def __getattr__(self, name: str) -> pa.Table:
        if name.startswith("_") or name in ("tables", "manifest", "findings"):
            raise AttributeError(name)
        if name in self.tables:
            return engines.in_memory(self.tables[name])
        if name in OUTPUTS:
            raise AttributeError(f"this run has no table {name!r}: the data could not support it; see findings")
        raise AttributeError(f"no table {name!r}; {nearest(name, self.tables) or 'see .tables'}")

    def __dir__(self) -> Iterator[str]:
        return iter([*super().__dir__(), *self.tables])

    def only(self, names: Iterable[str]) -> Assessment:
        """The same run with some of its tables."""
        return replace(self, tables={name: self.tables[name] for name in names if name in self.tables})

    def write(self, folder: Path) -> None:
        """Write tables and manifest into a folder that exists."""
        store.write(folder, self.tables, self.manifest)

    def _repr_html_(self) -> str:
        plan = self.manifest.get("plan") or {}
        facts = [
            ("source", self.manifest.get("source")),
            ("as of", self.manifest.get("as_of")),
            ("grain", self.manifest.get("grain")),
            ("evidence", "yes" if self.supported else "no: " + "; ".join(f.evidence for f in self.findings if f.stops)),
            ("past, future", f"{plan.get('past_months')} and {plan.get('horizon')} months" if plan else None),
        ]
        head = "".join(f"<tr><th>{escape(k)}</th><td>{escape(str(v))}</td></tr>" for k, v in facts if v is not None)
        body = "".join(f"<tr><th>{escape(n)}</th><td>{t.num_rows:,} rows</td></tr>" for n, t in self.tables.items())
        return f"<table><caption>Valuecast assessment</caption>{head}{body}</table>"
