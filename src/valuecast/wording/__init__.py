"""Numbers, names and sentences: the one place where English is written, for every medium.

``numbers`` says how a figure is rounded and counted, ``names`` what methods, signals and tables are called,
``formats`` what a field of a sentence may ask for, ``sentences`` puts figures into a sentence that keeps the claim
behind each. ``report`` holds the sentences of the report: those of a section or chart in the module of the same name.
"""

from valuecast.wording.sentences import Claim, Sentence, claims_in, joined, listed, quoted, say, whole

__all__ = ["Claim", "Sentence", "claims_in", "joined", "listed", "quoted", "say", "whole"]
