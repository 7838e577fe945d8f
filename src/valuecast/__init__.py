"""Valuecast: which customers are valuable, which will be, which slip, why, and what to do, with evidence.

>>> import valuecast
>>> valuecast.configure(source="demo", kind="pendo").high_value_share
0.2
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from valuecast.config import Config, configure
    from valuecast.config import load as load_config
    from valuecast.errors import ValuecastError
    from valuecast.pipeline import Assessment, run

__all__ = ["Assessment", "Config", "ValuecastError", "configure", "load_config", "run"]

_PLACES = {
    "Assessment": ("valuecast.pipeline", "Assessment"),
    "Config": ("valuecast.config", "Config"),
    "ValuecastError": ("valuecast.errors", "ValuecastError"),
    "configure": ("valuecast.config", "configure"),
    "load_config": ("valuecast.config", "load"),
    "run": ("valuecast.pipeline", "run"),
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that one room can be used without the others."""
    if name not in _PLACES:
        raise AttributeError(f"module 'valuecast' has no attribute {name!r}")
    module, attribute = _PLACES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
