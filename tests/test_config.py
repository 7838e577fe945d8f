"""Settings are checked once, with messages that say what is allowed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from valuecast.config import Config, configure, load, parse
from valuecast.errors import ConfigurationError


def refused(settings: dict[str, Any]) -> ConfigurationError:
    """The error that these settings meet."""
    with pytest.raises(ConfigurationError) as met:
        parse(settings, where="valuecast.yaml")
    assert met.value.where == "valuecast.yaml"
    return met.value


def written(tmp_path: Path, text: str) -> Path:
    """A configuration file."""
    path = tmp_path / "valuecast.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_only_the_source_must_be_given() -> None:
    """Everything else has a default."""
    assert configure(source="x") == Config(source="x")
    error = refused({})
    assert error.what == "setting 'source' is missing"
    assert error.hint == "say it in valuecast.yaml or as an option"


def test_unknown_setting() -> None:
    """An unknown setting names the allowed ones and the nearest."""
    error = refused({"source": "x", "horizon_month": 3})
    assert error.what == "unknown setting 'horizon_month'"
    assert error.hint == "did you mean 'horizon_months'?"
    assert all(name in (error.expected or "") for name in Config.model_fields)


def test_unknown_setting_within_a_group() -> None:
    """Within a group, the group's settings are named."""
    error = refused({"source": "x", "events": {"custmer_id": "id"}})
    assert error.what == "unknown setting 'events.custmer_id'"
    assert error.hint == "did you mean 'customer_id'?"
    assert "seed" not in (error.expected or "").split(", ")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("grain", "acount", "'auto', 'account' or 'visitor'"),
        ("high_value_share", 1.0, "less than 1"),
        ("high_value_share", 0, "greater than 0"),
        ("high_value_share", float("nan"), "finite"),
        ("horizon_months", 0, "greater than or equal to 1"),
        ("horizon_months", "three", "integer"),
        ("as_of", "yesterday", "date"),
        ("trend_months", [], "at least 1 item"),
        ("clusters", 1, "greater than or equal to 2"),
        ("bootstrap", 10, "greater than or equal to 100"),
        ("seed", -1, "greater than or equal to 0"),
        ("value", "hours", "'minutes', 'events' or 'amount'"),
        ("weights", {"rfm": {"recency": -1}}, "greater than or equal to 0"),
        ("trend", {"up": 1.0}, "greater than 1"),
    ],
)
def test_wrong_values(name: str, value: object, says: str) -> None:
    """A wrong value names its setting, what was met and what is allowed."""
    error = refused({"source": "x", name: value})
    assert error.what.startswith(f"setting '{name}")
    assert error.what.endswith("is not valid")
    assert error.got is not None
    assert says in (error.expected or "")


def test_every_mistake_is_named() -> None:
    """Several wrong settings are all told at once."""
    error = refused({"source": "x", "grain": "acount", "seed": -1, "horizon_month": 3})
    told = [error.what, *(other.what for other in error.also)]
    assert set(told) == {
        "setting 'grain' is not valid",
        "setting 'seed' is not valid",
        "unknown setting 'horizon_month'",
    }


def test_where_a_file_stops_being_yaml(tmp_path: Path) -> None:
    """The line, the column and the text at which the file cannot be read are named."""
    path = written(tmp_path, "source: x\nevents: {customer_id: a\nseed: 3\n")
    with pytest.raises(ConfigurationError) as met:
        load(path)
    assert met.value.where == f"{path}, line 3, column 5"
    assert met.value.got == "'seed: 3'"
    assert "colons, brackets" in (met.value.hint or "")


@pytest.mark.parametrize("months", [[6, 3], [3, 3]])
def test_trend_months_ascend(months: list[int]) -> None:
    """Horizons out of order or repeated are refused in words."""
    assert refused({"source": "x", "trend_months": months}).expected == "trend_months must ascend without repeats"


def test_one_measure_is_a_weight_of_one() -> None:
    """``value: minutes`` is short for a mix of one."""
    assert configure(source="x", value="minutes").value == {"minutes": 1.0}
    assert configure(source="x", value={"minutes": 1, "amount": 0.5}).value == {"minutes": 1.0, "amount": 0.5}


def test_settings_are_frozen() -> None:
    """A configuration cannot be changed once made."""
    with pytest.raises(ValidationError, match="frozen"):
        configure(source="x").seed = 1  # type: ignore[misc]


def test_every_setting_is_described() -> None:
    """Each setting says what it is for."""
    for name, field in Config.model_fields.items():
        assert field.description or name in ("trend", "events"), name


def test_file_and_options(tmp_path: Path) -> None:
    """Options given on the command line win over the file."""
    path = written(tmp_path, "source: /data\nas_of: 2024-05-01\nseed: 4\n")
    config = load(path, {"seed": 5})
    assert (config.source, config.as_of, config.seed) == ("/data", date(2024, 5, 1), 5)


@pytest.mark.parametrize(
    ("source", "resolved"),
    [("tables", "{beside}/tables"), ("/data/t.duckdb", "/data/t.duckdb"), ("postgres://h/db", "postgres://h/db")],
)
def test_relative_source_lies_beside_the_file(tmp_path: Path, source: str, resolved: str) -> None:
    """A relative path is looked for beside the file that says it; absolute paths and addresses stay as they are."""
    path = written(tmp_path, f"source: {source}\n")
    assert load(path).source == resolved.format(beside=tmp_path)
    assert load(path, {"source": "here"}).source == "here"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "the configuration is empty or not a mapping"),
        ("- source\n", "the configuration is empty or not a mapping"),
        ("just words", "the configuration is empty or not a mapping"),
        ("source: [1", "the configuration is not YAML"),
        ("source: !!python/object/apply:os.getcwd []", "the configuration is not YAML"),
    ],
)
def test_files_that_are_no_configuration(tmp_path: Path, text: str, what: str) -> None:
    """What is not a mapping in YAML is refused, and no object is ever built from it."""
    path = written(tmp_path, text)
    with pytest.raises(ConfigurationError) as met:
        load(path)
    assert met.value.what == what
    assert str(met.value.where).startswith(str(path))


def test_unreadable_files(tmp_path: Path) -> None:
    """A file that is absent, a folder, or not text is named."""
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\xff\xfe\x00source")
    for path in (tmp_path / "absent.yaml", tmp_path, binary):
        with pytest.raises(ConfigurationError, match="the configuration cannot be read") as met:
            load(path)
        assert met.value.where == str(path)
