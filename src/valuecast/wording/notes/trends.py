"""How the method of each trend was chosen, and what it could not do."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures, Wording
from valuecast.wording.sentences import Claim, Sentence, joined, say


def _chosen(f: Figures) -> Sentence:
    horizon, method = f["horizon"], f["method"]
    others = ((m, _macro_f1(horizon, m, value)) for m, value in f["others"])
    rivals = joined((say("{m:method} {f1:fixed 2}", m=m, f1=f1) for m, f1 in others), ", ")
    return f.say(
        "The {horizon}-month trend uses {method:method}: macro F1 {macro_f1:fixed 2}{others} on "
        "{windows:plural window} whose future had ended before the test window began.",
        macro_f1=_macro_f1(horizon, method, f["macro_f1"]),
        others=say(" ({rivals})", rivals=rivals) if rivals else "",
        windows=Claim(f["windows"], "manifest", "choices.trend_selection.windows", _choice(horizon, method)),
    )


def _macro_f1(horizon: int, method: str, value: float) -> Claim:
    return Claim(value, "manifest", "choices.trend_selection.macro_f1", _choice(horizon, method))


def _choice(horizon: int, method: str) -> dict[str, int | str]:
    return {"horizon_months": horizon, "method": method}


def _unchosen(f: Figures) -> Sentence:
    text = (
        "The {horizon}-month trend has no window before the test window to choose a method on: {method:method}, the "
        "simplest, is used."
    )
    bare = "The test window has nothing to learn a band from either."
    return joined((f.say(text), say(bare) if f["windows"] else Sentence()))


def _part_without_data(f: Figures) -> Sentence:
    text = (
        "At {horizon:plural month}, {method:method} had no {part:words} in {windows}; the weights of its other parts "
        "were scaled up."
    )
    return f.say(text, windows=", ".join(f["windows"]) or "any window")


SENTENCES: Mapping[str, Wording] = {
    "trend_windows_left_out": (
        "The {horizon}-month trend leaves out {windows:listed}: the data do not cover {horizon:plural month} on both "
        "sides of it."
    ),
    "trend_without_history": (
        "The {horizon}-month trend has no earlier window whose future has ended: its forecasts come without a band "
        "and without probabilities."
    ),
    "trend_method_carried": (
        "The {horizon}-month trend uses {method:method} because it won at the next shorter horizon, on windows whose "
        "future had ended when the {horizon}-month test window began: no window could both train it and test it at "
        "{horizon:plural month} before then."
    ),
    "trend_method_unchosen": _unchosen,
    "trend_method_chosen": _chosen,
    "trend_method_silent": (
        "{method:method_first} gives no {horizon}-month forecast: too few earlier customers whose {horizon:plural "
        "month} had ended."
    ),
    "trend_part_without_data": _part_without_data,
    "trend_classes_adjusted": (
        "At {horizon:plural month} one class is so common that the most probable class would be it for nearly "
        "everybody. {method:method_first} therefore predicts a class by its probability relative to how common it is, "
        "which did better on earlier windows: a customer may be predicted Up while Down is the more probable. Read the "
        "probabilities beside the class."
    ),
    "trend_score_unknown": (
        "{unscored:count} of {customers:count} customers have no value index today (not active in the past window): "
        "their forecast is their past value, and their score at the horizon is left empty."
    ),
}
