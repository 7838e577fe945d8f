"""What a score is made of in this run: left out, stood in for, weighed otherwise, or not tested."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures, Wording
from valuecast.wording.names import meaning_of
from valuecast.wording.numbers import shares_of_one
from valuecast.wording.sentences import Sentence, listed, say


def _parts(f: Figures) -> Sentence:
    return listed(part.replace("_", " ") for part in f["parts"])


def _in_force(f: Figures) -> Sentence:
    weights = f["weights"]
    shares = shares_of_one([weight for _, weight in weights])
    return listed(
        (say("{part:words} {share}", part=part, share=s) for (part, _), s in zip(weights, shares, strict=True))
    )


def _weights(f: Figures) -> Sentence:
    several = len(f["parts"]) != 1
    missing = "{parts} {have} no data and {are} left out; " if f["parts"] else ""
    whose = "the weights of the configuration" if f["configured"] else "the weights"
    text = f"{{label}}: {missing}{whose} in force are {{weights}}."
    words = {"have": "have" if several else "has", "are": "are" if several else "is"}
    return f.say(text, parts=_parts(f), weights=_in_force(f), **words)


def _stand_in(f: Figures) -> Sentence:
    text = "{label}: {part:words} is taken from {signal}, because {first} has no data."
    return f.say(text, signal=meaning_of(f["signal"]), first=meaning_of(f["first"]))


def _added(f: Figures) -> Sentence:
    text = (
        "{label}: today's score also uses {parts}, which had no data in every past window; the backtest measured the "
        "score without {them}."
    )
    return f.say(text, parts=_parts(f), them="it" if len(f["parts"]) == 1 else "them")


def _groups(f: Figures) -> Sentence:
    parts = f["parts"]
    groups: dict[str, list[Sentence]] = {}
    for group, part, weight in zip(f["groups"], parts, f["weights"], strict=True):
        groups.setdefault(group, []).append(say("{part:words} {weight:fixed 2}", part=part, weight=weight))
    named = (say("{group} customers {parts}", group=group, parts=listed(each)) for group, each in groups.items())
    text = "{label}: the weights in force are, for {groups} (large: the top two fifths by value)."
    return f.say(text, groups=listed(named, "and, for"))


SENTENCES: Mapping[str, Wording] = {
    "score_without_data": "{label}: none of its parts has data, so the score is not given.",
    "score_weights": _weights,
    "score_stand_in": _stand_in,
    "score_not_backtested": "{label}: none of its parts had data in the past windows, so it was not backtested.",
    "score_parts_added": _added,
    "score_other_signal": lambda f: f.say(
        "{label}: in the past windows {parts} came from another signal than today.", parts=_parts(f)
    ),
    "score_nothing_learned": (
        "{label}: no earlier window has a known future, so there is nothing to learn weights from and the score is not "
        "given."
    ),
    "score_nobody_large": (
        "{label}: value has no data, so nobody is large and the weights of small customers hold for all."
    ),
    "score_group_weights": _groups,
    "score_remark": "{label}: {text}",
}
