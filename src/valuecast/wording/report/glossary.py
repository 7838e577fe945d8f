"""The words of the report, each with its meaning."""

TITLE = "Words used"
MEANINGS = {
    "2-D score": "the mean of minutes and days of use, each scaled from 0 to 1: the method to beat.",
    "95 % interval": (
        "the range that would hold the figure in about 95 of 100 repeats with other customers drawn alike."
    ),
    "Accuracy": (
        "the share of {who}s put on the right side, most of them easy: naming nobody already gets {rest:percent}."
    ),
    "as_of": "the instant up to which data may be used.",
    "AUC": "how often a high-value {who} is ranked above another one; 0.5 is chance, 1 is perfect.",
    "Brier score": "the mean squared distance between a stated probability and what happened; lower is better.",
    "Calibrated": "of those given 70 %, about 70 in 100 turn out high-value.",
    "Dimension": "a family of signals: {dimensions:listed}.",
    "High-value": "in the top {share:percent} of {value} over the months that follow.",
    "Lift": "how many times better than naming at random.",
    "Macro F1": (
        "one figure for Up, Flat and Down together: the mean over the classes of finding them and being right about "
        "them."
    ),
    "Noise ceiling": (
        "what someone who knew each {who}'s true level could get right, given how much chance is in the future itself."
    ),
    "Precision": "of those predicted to be high-value, the share that is.",
    "Precision at k": "the same for a list of k {who}s, where k is the number of high-value {who}s.",
    "Recall": "of the high-value, the share that was predicted.",
    "Score": "a number computed from signals by a written rule.",
    "Signal": "one input, computed from the past window only.",
    "Spearman's ρ": "how well two rankings agree: −1 opposite, 0 not at all, 1 the same.",
    "Test months": "months that played no part in any choice.",
    "Validation months": "earlier months on which model, calibration and threshold were chosen.",
}
