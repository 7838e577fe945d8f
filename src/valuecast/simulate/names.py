"""Identifiers and the few constants that a Pendo export repeats in every row."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.product import Product

SOURCE = "pendo.simulated"
APP_ID = 101
APP = {"app_display_name": "Simulated", "app_platform": "web"}
SERVER = "app.simulated.example"
POLL_ID = "poll-nps"
AGENTS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1) Safari/17.1",
    "Mozilla/5.0 (X11; Linux x86_64) Firefox/121.0",
)
BROWSERS = (("Chrome", "120.0", "Windows"), ("Safari", "17.1", "Mac OS X"), ("Firefox", "121.0", "Linux"))
_MIX = np.uint64(0x9E3779B97F4A7C15)
_HASH_BITS = np.uint64(32)


def account_ids(first: int, count: int) -> list[str]:
    """Identifiers of ``count`` accounts from number ``first``; they sort as the accounts are numbered.

    >>> account_ids(0, 2)
    ['acct-0000001', 'acct-0000002']
    """
    return [f"acct-{first + number + 1:07d}" for number in range(count)]


def visitor_ids(first: int, account: NDArray[np.int64]) -> list[str]:
    """Identifiers of people, ``account`` in ascending order: the account's number and a number within it.

    >>> visitor_ids(4, np.array([0, 0, 1]))
    ['v-0000005-00001', 'v-0000005-00002', 'v-0000006-00001']
    """
    begins = np.searchsorted(account, account)
    within = np.arange(len(account)) - begins + 1
    return [f"v-{first + a + 1:07d}-{n:05d}" for a, n in zip(account.tolist(), within.tolist(), strict=True)]


def hashes(first: int, count: int) -> NDArray[np.int64]:
    """A stable 32-bit number for each of ``count`` things from number ``first``."""
    number = np.arange(first + 1, first + count + 1, dtype=np.uint64)
    return ((number * _MIX) >> _HASH_BITS).astype(np.int64)


def product_ids(product: Product) -> dict[str, list[Any]]:
    """Identifier lists of the product: feature, page and area, by feature number; page and area names too."""
    area_names = [name.split(":")[0] for name in product.names]
    return {
        "feature_id": [f"feat-{number + 1:03d}" for number in range(len(product.names))],
        "feature_name": list(product.names),
        "page_id": [f"page-{number:03d}" for number in product.page.tolist()],
        "page_name": [product.page_names[number] for number in product.page.tolist()],
        "product_area_id": [f"area-{number + 1:02d}" for number in product.area.tolist()],
        "product_area_name": area_names,
    }
