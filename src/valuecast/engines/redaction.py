"""Addresses and messages without what nobody else may see."""

from __future__ import annotations

import re
from urllib.parse import unquote

_SECRET = re.compile(r"(:/{1,3}[^:/@\s]*):(.*)@")
_TOKEN = re.compile(r"^(sc://[^/;?]*)[^?]*", re.IGNORECASE)
_SHOWN = ("database", "folder")
_ADDRESS = re.compile(r"(?i)(?<![a-z0-9])([a-z][a-z0-9+.-]*:/{1,3})([^\s@:/'\"]*)(:[^\s'\"]*)?@")
"""The beginning of an address within a text, as far as the name of the host, however many slashes it has."""
_LOGIN = re.compile(r"(?<![\w./\\-])([\w.+-]+):([^\s@:/'\"]+)@(?=[\w.-]+(?::[0-9]+)?(?:/|\s|$|'))")
"""``user:password@host`` without anything before it."""
_KEYWORD = re.compile(
    r"(?i)\b((?:[a-z0-9_.]*(?:password|passwd|pwd|token|secret|credentials?|api_?key|access_?key|private_?key)))"
    r"(\s*[=:]\s*)('[^']*'|\"[^\"]*\"|[^\s;&,'\"]+)"
)
"""A setting that is secret by its name, in a connection string, a query or a sentence."""


def redacted(source: str) -> str:
    """An address without its password, token and query, save for the place that the query names.

    >>> redacted("postgres://ana:s3cret@db.local/prod?sslkey=x")
    'postgres://ana:***@db.local/prod'
    >>> redacted("sc://spark.local:15002/;token=s3cret?database=usage")
    'sc://spark.local:15002?database=usage'
    """
    if "://" not in source:
        return redacted_text(source)
    bare = source.rsplit("@", 1)
    bare[-1], _, query = bare[-1].partition("?")
    shown = redacted_text(_SECRET.sub(r"\1:***@", _TOKEN.sub(r"\1", "@".join(bare))))
    places = [part for part in query.split("&") if part.partition("=")[0] in _SHOWN]
    return shown + ("?" + "&".join(places) if places else "")


def redacted_text(text: str) -> str:
    """A text without the secrets of whatever looks like an address or a connection string in it, however misspelt.

    >>> redacted_text("no such file: postgres:/ana:s3cret@h/db, host=h password='s3 cret'")
    'no such file: postgres:/ana:***@h/db, host=h password=***'
    >>> redacted_text("SC://spark/;token=s3cret and mysql://t0ken@h")
    'SC://spark/;token=*** and mysql://***@h'
    """
    text = _ADDRESS.sub(lambda found: f"{found[1]}{found[2] + ':' if found[3] else ''}***@", text)
    text = _LOGIN.sub(r"\1:***@", text)
    return _KEYWORD.sub(r"\1\2***", text)


def first_line(error: BaseException, source: str = "") -> str:
    """The first line of an error's message, in which neither the address nor its password is left."""
    message = (str(error).strip().splitlines() or [type(error).__name__])[0][:300]
    for secret in sorted(_secrets(source), key=len, reverse=True):
        message = message.replace(secret, "***")
    return redacted_text(message)


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
