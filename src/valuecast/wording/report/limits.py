"""What this report does not know: only what is true of the run."""

TITLE = "What this report does not know"
VALUE = "Value here is {value}. Whether it goes with money, renewal or goodwill is not tested by this report."
CAUSE = "What goes with value need not cause it; only a trial with a group left alone shows what an action does."
TEST = (
    "The test is {windows:plural window} of {customers:plural {who}}. Its interval covers which {who}s were drawn, "
    "not a change of the times: a new product, price or season can move every figure."
)
TARGET_NOT_SHOWN = "That {target:percent} of the predictions would be right is not shown by this run."
NO_CEILING = "How much of the future is mere chance (the noise ceiling) was not measured."
ABSENT = "Not part of this run: {tables:listed}."
