"""Addresses and messages without what nobody else may see."""

from __future__ import annotations

import re
from urllib.parse import unquote

_SECRET = re.compile(r"(://[^:/@\s]*):(.*)@")
_TOKEN = re.compile(r"^(sc://[^/;?]*)[^?]*")
_SHOWN = ("database", "folder")


def redacted(source: str) -> str:
    """An address without its password, token and query, save for the place that the query names.

    >>> redacted("postgres://ana:s3cret@db.local/prod?sslkey=x")
    'postgres://ana:***@db.local/prod'
    >>> redacted("sc://spark.local:15002/;token=s3cret?database=usage")
    'sc://spark.local:15002?database=usage'
    """
    if "://" not in source:
        return source
    bare = source.rsplit("@", 1)
    bare[-1], _, query = bare[-1].partition("?")
    shown = _SECRET.sub(r"\1:***@", _TOKEN.sub(r"\1", "@".join(bare)))
    places = [part for part in query.split("&") if part.partition("=")[0] in _SHOWN]
    return shown + ("?" + "&".join(places) if places else "")


def first_line(error: BaseException, source: str = "") -> str:
    """The first line of an error's message, in which neither the address nor its password is left."""
    message = (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
    for secret in sorted(_secrets(source), key=len, reverse=True):
        message = message.replace(secret, "***")
    return redacted(message) if "://" in message else message


def _secrets(source: str) -> set[str]:
    """What an address holds that must not be shown: the password, a token, and the values of its query."""
    if "://" not in source:
        return set()
    _, _, query = source.rsplit("@", 1)[-1].partition("?")
    pairs = [part.partition("=") for part in (*query.split("&"), *re.findall(r";([^;?]*)", source))]
    values = {value for key, _, value in pairs if key not in _SHOWN and len(value) > 2 and _may_be_secret(key)}
    password = _SECRET.search(source)
    found = values | ({password.group(2)} if password else set())
    return {spelling for secret in found for spelling in (secret, unquote(secret)) if spelling}


def _may_be_secret(key: str) -> bool:
    """Settings of Spark have telling names; of other drivers' options nobody knows."""
    return not key.startswith("spark.") or any(word in key.lower() for word in ("secret", "password", "token", "key"))
