"""Which table is the log and which column is what: told from names, types and first rows; what is not known, said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import yaml

from valuecast.cli.settings_file import PLACEHOLDER, written
from valuecast.config import EventsMapping
from valuecast.engines import connect
from valuecast.sources import Detected, detect, only_a_list, open_source

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
    found, text = told(folder_of(log=pa.table({"x": ["a", "b", "c"] * 30, "day": DAYS})))
    assert found.missing == ("customer_id",)
    assert yaml.safe_load(text)["events"] == {"time": "day", "customer_id": PLACEHOLDER}
    assert "# columns of log: x [string], day [date]" in text
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
    assert told(folder_of(east=sales, calls=sales.drop_columns(["amount"])))[0].equals == ()
    found, _ = told(folder_of(west=sales))
    assert (found.mapping["table"], found.equals) == ("east", ("west",))
    assert "west" in " ".join(found.unsure)


def columns(tmp_path: Path, **values: list[object]) -> Detected:
    """What is found in one table of 90 rows."""
    pyarrow.csv.write_csv(pa.table(values), tmp_path / "log.csv")
    return told(tmp_path / "log.csv")[0]


WHO = ["a", "b", "c"] * 30
KEYS = [f"k{i}" for i in range(90)]
WHEN = [f"{day} 10:00:00" for day in DAYS]


def test_a_key_of_the_row_is_no_customer(tmp_path: Path) -> None:
    """Nor is a device, where somebody is named; what was not taken is said, with the reason."""
    found = columns(tmp_path, event_id=KEYS, device_id=WHO, user_id=WHO, timestamp=WHEN)
    assert (found.mapping["customer_id"], "member_id" in found.mapping) == ("user_id", False)
    assert "user_id is taken for the customer" in found.unsure[0]
    assert any("event_id, the key of the row" in each for each in found.evidence)
    assert any("device_id, a device" in each for each in found.evidence)
    assert "customer_id: user_id, 3 values, each on 30 rows, such as a, b, c" in found.evidence


def test_a_person_beside_a_company_is_its_member(tmp_path: Path) -> None:
    """Where both are there, the company is the customer."""
    found = columns(tmp_path, userId=WHO, workspaceId=["x", "y"] * 45, occurredAt=WHEN)
    assert found.mapping == {"customer_id": "workspaceId", "time": "occurredAt", "member_id": "userId"}


def test_the_time_of_loading_is_no_day(tmp_path: Path) -> None:
    """The time at which a thing happened is taken, wherever it stands; the others are named."""
    found = columns(tmp_path, etl_tstamp=WHEN, updated_at=WHEN, account=WHO, signup_date=WHEN, created_at=WHEN)
    assert found.mapping["time"] == "created_at"
    assert "etl_tstamp, updated_at, signup_date" in " ".join(found.unsure)


def test_money_by_any_common_name(tmp_path: Path) -> None:
    """Parts of names are enough; a price beside a number of pieces is multiplied, unless a total is there."""
    for name in ("order_value", "Amount (EUR)", "totalPrice", "net_sales", "Umsatz", "MRR"):
        found = columns(tmp_path, account=WHO, date=WHEN, tax_amount=["1.5"] * 90, **{name: ["9.99", "20", "5"] * 30})
        assert found.mapping["amount"] == name
    price, pieces = ["2.5", "3", "4"] * 30, ["1", "2", "3"] * 30
    found = columns(tmp_path, account=WHO, date=WHEN, price=price, quantity=pieces)
    assert found.mapping["amount"] == "price * quantity"
    found = columns(tmp_path, account=WHO, date=WHEN, price=price, quantity=pieces, line_total=price)
    assert found.mapping["amount"] == "line_total"
    found = columns(tmp_path, account=WHO, date=WHEN, sessions=pieces)
    assert "these columns hold numbers: sessions" in " ".join(found.unsure)


def test_columns_that_say_which_rows_count(tmp_path: Path) -> None:
    """A status and a currency are shown with a condition that could be set."""
    found = columns(
        tmp_path, account=WHO, date=WHEN, status=["paid", "failed", "paid"] * 30, currency=["USD", "EUR"] * 45
    )
    assert "such as status = 'paid'" in " ".join(found.unsure)
    assert "currency (USD, EUR): amounts of different money" in " ".join(found.unsure)


def test_days_in_other_clothes_are_found(tmp_path: Path) -> None:
    """Names of months, seconds since 1970 and columns of year and month are times."""
    assert columns(tmp_path, account=WHO, when=[f"{d:%d-%b-%y}" for d in DAYS]).mapping["time"] == "when"
    seconds = [str(1_700_000_000 + 86_400 * i) for i in range(90)]
    assert columns(tmp_path, account=WHO, ts=seconds).mapping["time"] == "ts"
    parts = {"Year": [d.year for d in DAYS], "Month": [d.month for d in DAYS]}
    assert columns(tmp_path, account=WHO, **parts).mapping["time"] == "Year + Month"


def test_a_column_a_month_is_a_log(tmp_path: Path) -> None:
    """A row a customer and a column a month is read as a row a month, from the first day of each."""
    months = {f"2024-{month:02}": [str(month * 10 + i % 2) for i in range(90)] for month in range(1, 7)}
    months["2024-03"] = ["", "0"] * 45
    found = columns(tmp_path, account_id=KEYS, plan=["a", "b"] * 45, **months)
    assert found.mapping == {"customer_id": "account_id", "months_in_columns": "true"}
    warehouse = connect(str(tmp_path / "log.csv"))
    days = open_source("events", warehouse, EventsMapping(**found.mapping)).canonical("account").activity.to_pyarrow()
    warehouse.close()
    assert set(days["day"].to_pylist()) == {date(2024, month, 1) for month in (1, 2, 4, 5, 6)}
    assert days.num_rows == 5 * 90
    assert sum(days["amount"].to_pylist()) == sum(month * 900 + 45 for month in (1, 2, 4, 5, 6))


def test_a_list_of_customers_is_no_log(tmp_path: Path) -> None:
    """One row each: nobody can come again."""
    found = columns(tmp_path, customer_id=KEYS, first_order_date=WHEN, total=["5"] * 90)
    assert found.list_of == "log"
    assert "one row a customer" in only_a_list("x", found).what
