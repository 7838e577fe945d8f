"""Valuecast: which customers are valuable, which will be, which slip, why, and what to do, with evidence.

>>> import valuecast
>>> valuecast.configure(source="demo", kind="pendo").high_value_share
0.2
"""

from valuecast.config import Config, configure
from valuecast.config import load as load_config
from valuecast.errors import ValuecastError
from valuecast.pipeline import Assessment, run

__all__ = ["Assessment", "Config", "ValuecastError", "configure", "load_config", "run"]
