"""What a run leaves for the next one: whole, checked, or not used."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from valuecast.store import STATE, read_state, take_over, write_state


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A state of two files."""
    folder = tmp_path / "state"
    (folder / "windows").mkdir(parents=True)
    for name in ("days", "windows/one"):
        pq.write_table(pa.table({"n": [1, 2, 3]}), folder / f"{name}.parquet")
    write_state(folder, {"grain": "account"}, {})
    return folder


def test_a_state_is_read_back(state: Path) -> None:
    """What was said of it, and every file."""
    found, reason = read_state(state)
    assert reason == ""
    assert found is not None
    assert found.facts == {"grain": "account"}
    assert sorted(found.fingerprints) == ["days.parquet", "windows/one.parquet"]
    assert pq.read_table(found.file("windows/one.parquet")).num_rows == 3


def test_one_changed_byte_is_seen(state: Path) -> None:
    """A file that is not what was written makes the whole state unusable, and is named."""
    path = state / "windows" / "one.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    assert read_state(state) == (None, f"the state is damaged: {path}")


@pytest.mark.parametrize(
    ("old", "new"), [('"account"', '"visitor"'), ("{", "["), ('"format": 3', '"format": 99'), ('"files"', '"lost"')]
)
def test_a_changed_description_is_seen(state: Path, old: str, new: str) -> None:
    """So does another word in what a state says of itself, another format, or what is no JSON."""
    path = state / STATE
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    found, reason = read_state(state)
    assert found is None
    assert str(path) in reason


def test_a_missing_file_is_seen(state: Path, tmp_path: Path) -> None:
    """A file that is gone is named; so is a folder without a state."""
    (state / "days.parquet").unlink()
    assert read_state(state) == (None, f"the state is damaged: {state / 'days.parquet'}")
    assert read_state(tmp_path / "nowhere")[0] is None


def test_files_are_taken_over_as_they_are(state: Path, tmp_path: Path) -> None:
    """A file of an earlier state stands in the new one with its fingerprint, and outlives the earlier one."""
    found, _ = read_state(state)
    assert found is not None
    after = tmp_path / "after"
    after.mkdir()
    fingerprint = take_over(found, "windows/one.parquet", after)
    write_state(after, {}, {"windows/one.parquet": fingerprint})
    (state / "windows" / "one.parquet").unlink()
    again, _ = read_state(after)
    assert again is not None
    assert again.fingerprints == {"windows/one.parquet": found.fingerprints["windows/one.parquet"]}
