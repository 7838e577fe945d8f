"""Numbers, names and sentences: the one place where English is written, for every medium.

``numbers`` says how a figure is rounded and counted, ``names`` what methods, signals and tables are called,
``sentences`` puts figures into a sentence that keeps the claim behind each.
"""

from valuecast.wording.sentences import Claim, Sentence, joined, say

__all__ = ["Claim", "Sentence", "joined", "say"]
