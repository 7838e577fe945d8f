"""What stands behind the code of a note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from valuecast.wording.sentences import Sentence

Entry: TypeAlias = str | Callable[..., Sentence]
"""A template, or a function that takes the note's figures by name."""
