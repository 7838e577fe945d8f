"""Which table is the log and which column is what: told from names, types and first rows; what is not known, said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import yaml

from valuecast.cli.settings_file import PLACEHOLDER, written
from valuecast.engines import connect
from valuecast.sources import Detected, detect

DAYS = [date(2024, 1, 1) + timedelta(days=i) for i in range(90)]
PRODUCTS = pa.table({"product_id": [1, 2, 3], "price": [1.0, 2.0, 3.0], "total": [4, 5, 6]})


def told(source: Path) -> tuple[Detected, str]:
    """What is found, and the configuration that says it."""
    warehouse = connect(str(source))
    try:
        found = detect(warehouse)
        return found, written(str(source), warehouse, found)
    finally:
        warehouse.close()


def test_the_table_with_somebody_and_a_day_is_the_log(folder_of: Callable[..., Path]) -> None:
    """A table with repeated ids and days wins over one that has more familiar names, whatever it is called."""
    sales = pa.table({"kunde_nr": ["a", "b", "c"] * 30, "gekauft": DAYS, "stueck": [1] * 90})
    found, text = told(folder_of(a_products=PRODUCTS, zz_verkauf=sales))
    assert found.mapping == {"table": "zz_verkauf", "customer_id": "kunde_nr", "time": "gekauft"}
    assert (found.missing, found.possible) == ((), True)
    assert "# columns of a_products: product_id [int64], price [float64], total [int64]" in text
    assert yaml.safe_load(text)["events"] == found.mapping


def test_days_as_text_are_recognised_with_their_format(tmp_path: Path) -> None:
    """A column of text is the time where (almost) all of it are days; the one format that fits is written."""
    rows = {"client": ["a", "b", "c"] * 30, "when": [day.strftime("%m/%d/%Y") for day in DAYS], "name": ["x"] * 90}
    pyarrow.csv.write_csv(pa.table(rows), tmp_path / "shop.csv")
    found, _ = told(tmp_path / "shop.csv")
    assert found.mapping == {"customer_id": "client", "time": "when", "date_format": "%m/%d/%Y"}


def test_what_is_not_known_has_a_placeholder(folder_of: Callable[..., Path]) -> None:
    """Where nobody can be told from the names, the columns are listed and a placeholder stands for the one to name."""
    found, text = told(folder_of(log=pa.table({"who": ["a", "b", "c"] * 30, "day": DAYS})))
    assert found.missing == ("customer_id",)
    assert yaml.safe_load(text)["events"] == {"time": "day", "customer_id": PLACEHOLDER}
    assert "# columns of log: who [string], day [date]" in text
    assert "# 1 table: log" in text


def test_no_table_can_be_a_log(folder_of: Callable[..., Path]) -> None:
    """Tables without any day have no past: no configuration is proposed."""
    assert not told(folder_of(products=PRODUCTS))[0].possible


def test_a_file_without_names_of_columns(tmp_path: Path) -> None:
    """A first line that is data, taken for names, is said to be so."""
    (tmp_path / "log.csv").write_text("a,2024-01-01,5\nb,2024-01-02,6\n")
    found, _ = told(tmp_path / "log.csv")
    assert "seems to be data" in found.unsure[0]


def test_tables_that_would_do_equally_well(folder_of: Callable[..., Path]) -> None:
    """Two tables of the same columns are told as equals; one with less to say is not."""
    sales = pa.table({"customer_id": ["a", "b", "c"] * 30, "day": DAYS, "amount": [1.0] * 90})
    assert told(folder_of(june=sales, calls=sales.drop_columns(["amount"])))[0].equals == ()
    found, _ = told(folder_of(may=sales))
    assert (found.mapping["table"], found.equals) == ("june", ("may",))
