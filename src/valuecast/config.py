"""``valuecast.yaml`` and command-line options, checked once at the edge, then frozen.

>>> parse({"source": "demo", "grain": "acount"})
Traceback (most recent call last):
...
valuecast.errors.ConfigurationError: setting 'grain' is not valid
  got:      'acount'
  expected: 'auto', 'account' or 'visitor'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from valuecast.errors import ConfigurationError, nearest

Share = Annotated[float, Field(gt=0, lt=1)]
Months = Annotated[int, Field(ge=1, le=36)]
Measure = Literal["minutes", "events", "amount"]


_DAY_FORMS = ("epoch", "epoch_ms", "epoch_us", "epoch_ns", "spreadsheet", "month", "month_names")
_YAML = "lines such as 'source: exports', each setting with a colon and a blank after its name"


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class EventsMapping(_Settings):
    """Which tables and columns of an ``events`` source hold what."""

    table: str | None = Field(None, description="Table of the log; may be left out when the source holds one table.")
    customer_id: str = Field("customer_id", description="Column that names the customer.")
    member_id: str | None = Field(None, description="Column that names the person, where one is known.")
    time: str = Field(
        "occurred_at", description="Column with the day or the instant of the row, or columns, such as year + month."
    )
    minutes: str | None = Field(None, description="Column with minutes of use.")
    count: str | None = Field(None, description="Column with a number of events; each row counts as one without it.")
    amount: str | None = Field(
        None, description="Column with money, or an amount such as price * quantity, amount / 100, paid - refunded."
    )
    amount_is: Literal["each", "running_total"] = Field(
        "each",
        description="Whether each row holds its own amount, or a running total of the customer, whose rise counts.",
    )
    months_in_columns: bool = Field(
        False,
        description="Whether the table has a row a customer and a column a month, such as 2024-01, with its amount.",
    )
    where: str | None = Field(
        None, description="Which rows of the log count, such as status = 'paid' and is_test = false; all without it."
    )
    product_feature: str | None = Field(None, description="Column that names the product feature used.")
    date_format: str | None = Field(
        None,
        description="How days are written as text where they are not ISO: %Y (or %y), %m and %d in their order, such "
        "as %m/%d/%Y; a time of day may follow a blank or T. Or one of "
        "epoch, epoch_ms, epoch_us, epoch_ns, spreadsheet, month, month_names, where a column does not show it itself.",
    )
    time_zone: str | None = Field(
        None,
        description="Zone in which instants count as days, such as Europe/Berlin; without it the day of a text is the "
        "one written, that of any other instant the one in UTC.",
    )
    decimal_mark: Literal[".", ","] | None = Field(
        None, description="Which mark is the decimal one in numbers written as text, where nothing in them says so."
    )
    customers_table: str | None = Field(None, description="Table of customers: customer_id, first_seen_on.")
    ratings_table: str | None = Field(None, description="Table of answers: customer_id, rated_on, rating.")
    outcomes_table: str | None = Field(None, description="Table of outcomes: customer_id, occurred_on, kind, amount.")

    @field_validator("time_zone")
    @classmethod
    def _a_zone(cls, given: str | None) -> str | None:
        if given is not None and given not in available_timezones():
            raise ValueError("a zone of the IANA database, such as Europe/Berlin, America/New_York or UTC")
        return given

    @field_validator("date_format")
    @classmethod
    def _a_day(cls, given: str | None) -> str | None:
        """Only year, month and day, each once, with ``- / . , _`` or blanks between: never guessed, never run."""
        if given is not None and given not in _DAY_FORMS:
            found = re.fullmatch(r"%([Yymd])[-/. ,_]{0,2}%([Yymd])[-/. ,_]{0,2}%([Yymd])([ T,].*)?", given)
            parts = "".join(found.group(1, 2, 3)) if found else ""
            if sorted(parts.lower()) != ["d", "m", "y"] or parts == "Ydm":
                raise ValueError("%Y (or %y), %m and %d in the order in which days are written, such as %m/%d/%Y")
        return given


class TrendBounds(_Settings):
    """When a change counts as Up or Down."""

    up: Annotated[float, Field(gt=1)] = Field(1.2, description="Ratio of future to past value from which it is Up.")
    down: Annotated[float, Field(gt=0, lt=1)] = Field(0.9, description="Ratio up to which it is Down.")


class Config(_Settings):
    """Everything a run can be told. Only ``source`` must be given."""

    source: str = Field(
        description="A DuckDB or SQLite file, a folder or file of Parquet or CSV, or an address: postgres, spark, sc."
    )
    kind: str = Field("pendo", description="What the tables are: pendo, events or customer360.")
    as_of: date | None = Field(
        None, description="Data before this day may be used; the day after the last activity when left out."
    )
    grain: Literal["auto", "account", "visitor"] = Field("auto", description="Who is assessed.")
    value: dict[Measure, Annotated[float, Field(ge=0)]] | None = Field(
        None,
        description="What counts as value: a measure, or a weight for each. The source's own when left out.",
    )
    high_value_share: Share = Field(0.2, description="High-value is the top share of future value.")
    horizon_months: Months = Field(3, description="Future window over which high-value is defined.")
    trend_months: tuple[Months, ...] = Field((3, 6), min_length=1, description="How far ahead trends look.")
    past_months: Months | None = Field(None, description="Length of the past window; chosen by the plan if left out.")
    backtest_from: Literal["today", "month"] = Field(
        "today",
        description="Day from which backtest windows are counted back: today (as_of), or month, the first day of its "
        "calendar month: then they stay the same for a whole month, and refresh need not compute them again.",
    )
    lateness_days: Annotated[int, Field(ge=0, le=366)] = Field(
        60,
        description="Has no effect any more, and is accepted so that older files stay valid: refresh computes every "
        "window that ends after a change.",
    )
    target_precision: Share = Field(0.85, description="Precision that the threshold is chosen for.")
    trend: TrendBounds = TrendBounds()
    weights: dict[str, dict[str, Annotated[float, Field(ge=0)]]] = Field(
        default_factory=dict, description="Weights that replace a score's own, by score and part."
    )
    clusters: Annotated[int, Field(ge=2, le=12)] = Field(5, description="How many clusters.")
    capacity_hours: Annotated[float, Field(gt=0)] = Field(
        40.0, description="Hours that the team has for the work list."
    )
    alert_capacity: Annotated[int, Field(ge=1)] = Field(
        20, description="Customers that the team can look at because of an early warning."
    )
    events: EventsMapping = EventsMapping()
    exclude: tuple[str, ...] = Field(
        (),
        description="Whose rows are left out: ids, patterns such as test-*, and domains such as @ourcompany.com.",
    )
    ids: Literal["as_is", "normalise"] = Field(
        "as_is", description="Join ids as they are, or spelt alike where the audit found that this gains matches."
    )
    bootstrap: Annotated[int, Field(ge=100, le=100_000)] = Field(1000, description="Resamples behind each interval.")
    circular: bool = Field(
        False, description="Also compute the circular set-up, under that name, to show what it inflates."
    )
    seed: Annotated[int, Field(ge=0)] = Field(0, description="Seed of everything random.")
    most_customers: Annotated[int, Field(ge=100)] = Field(
        50_000,
        description="Of more customers than this, so many are drawn to learn from and to describe; scores and labels "
        "stand on everybody, and the probability of everybody active is given.",
    )
    memory_limit_gb: Annotated[float, Field(gt=0)] = Field(3.5, description="Memory the embedded engine may take.")

    @field_validator("value", mode="before")
    @classmethod
    def _one_measure(cls, given: object) -> object:
        return {given: 1.0} if isinstance(given, str) else given

    @model_validator(mode="after")
    def _horizons_ascend(self) -> Config:
        if list(self.trend_months) != sorted(set(self.trend_months)):
            raise ValueError("trend_months must ascend without repeats")
        return self


def load(path: Path, overrides: Mapping[str, Any] | None = None) -> Config:
    """Read a configuration file; ``overrides`` (command-line options that were given) win.

    Raises
    ------
    ConfigurationError
        When the file cannot be read, is not YAML, or holds an unknown or invalid setting.
    """
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError("the configuration cannot be read", where=str(path), got=str(error)) from error
    except yaml.YAMLError as error:
        raise _not_yaml(path, error) from error
    if not isinstance(written, dict):
        raise ConfigurationError(
            "the configuration is empty or not a mapping", where=str(path), expected="a line 'source: …'"
        )
    settings = {**written, **(overrides or {})}
    source = settings.get("source")
    if isinstance(source, str) and "source" not in (overrides or {}) and "://" not in source:
        settings["source"] = str(path.parent / source) if not Path(source).is_absolute() else source
    return parse(settings, where=str(path))


def parse(settings: Mapping[str, Any], *, where: str | None = None) -> Config:
    """Check settings and freeze them.

    Raises
    ------
    ConfigurationError
        Names each setting that is wrong, the value met, and what is allowed.
    """
    try:
        return Config.model_validate(dict(settings))
    except ValidationError as error:
        raise _explained(error, where) from None


def configure(**settings: Any) -> Config:
    """A configuration from keyword arguments, checked like the file.

    >>> configure(source="folder", trend_months=[3]).trend_months
    (3,)
    """
    return parse(settings)


def _not_yaml(path: Path, error: yaml.YAMLError) -> ConfigurationError:
    """Where the file stops being YAML, with the line as it is written."""
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    if mark is None:
        message = str(error).splitlines()[0]
        return ConfigurationError("the configuration is not YAML", where=str(path), got=message, expected=_YAML)
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next((n for n in range(min(mark.line, len(lines) - 1), -1, -1) if lines[n].strip()), 0)
    column = f", column {mark.column + 1}" if at == mark.line else ""
    return ConfigurationError(
        "the configuration is not YAML",
        where=f"{path}, line {at + 1}{column}",
        got=lines[at].strip() if lines else "",
        expected=_YAML,
        hint=f"the reader says: {problem}; look at colons, brackets, quotes and tabs on this line and the one before",
    )


def _explained(error: ValidationError, where: str | None) -> ConfigurationError:
    """Every setting that is wrong: the first, and what else."""
    first, *others = (_one(dict(each), where) for each in error.errors(include_url=False))
    first.also = tuple(others)
    return first


def _one(first: dict[str, Any], where: str | None) -> ConfigurationError:
    path = [str(part) for part in first["loc"] if part != "[key]"]
    name = ".".join(path) or "configuration"
    if first["type"] == "extra_forbidden":
        allowed = _allowed(path[:-1])
        return ConfigurationError(
            f"unknown setting '{name}'",
            where=where,
            expected="one of " + ", ".join(allowed),
            hint=nearest(path[-1], allowed),
        )
    if first["type"] == "missing":
        return ConfigurationError(
            f"setting '{name}' is missing", where=where, hint="say it in valuecast.yaml or as an option"
        )
    expected = str(first.get("ctx", {}).get("expected") or first["msg"].removeprefix("Value error, "))
    return ConfigurationError(f"setting '{name}' is not valid", where=where, got=first["input"], expected=expected)


def _allowed(path: list[str]) -> list[str]:
    model: type[BaseModel] = Config
    for part in path:
        field = model.model_fields.get(part)
        if field is None or not isinstance(field.annotation, type) or not issubclass(field.annotation, BaseModel):
            return []
        model = field.annotation
    return list(model.model_fields)
