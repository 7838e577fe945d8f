"""The work list: whom to see first, why, and what to do."""

from valuecast.wording.grids import number, text

TITLE = "The work list"
NONE = "There is no work list."
PLAYBOOKS = "Playbooks"
READING = (
    "Ranked by value at stake per hour of work. The first {shown:count} of {total:plural {who}} are below; "
    "tables/actions.csv holds them all. Value at stake is a forecast. That an action brings it about has not been "
    "measured: that takes a group left alone for comparison."
)
FIRST = "First on the list"
COLUMNS = (
    number("rank", "{rank:count}"),
    text("{who}", "{customer_id}"),
    text("playbook (tier, trend)", "{playbook} ({tier}, {trend_class})"),
    text("why", "{reason:sentence}"),
    text("what to do", "{action:sentence}"),
    text("who, by when", "{owner}, {deadline_days:plural day}"),
    number("{value} at stake", "{value_at_stake:amount}"),
    number("hours", "{hours:amount}"),
    text("fits", "{within_capacity:yes}"),
)
EACH_PLAYBOOK = "What each playbook is"
PLAYBOOK_COLUMNS = (
    text("playbook", "{playbook}"),
    number("{who}s", "{customers:count}"),
    text("for whom", "{when:sentence}"),
    text("what to do", "{action:sentence}"),
    text("who, by when", "{owner}, {deadline_days:plural day}"),
    text("how success is seen", "{measure:sentence}"),
    number("hours each", "{hours:amount}"),
)
