"""What to do, for whom first: playbooks, the rule that gives each customer one, and the ranked work list.

`playbooks` says what each of the seven is; `rules` which fits (tier by trend, and what overrides it); `value_at_stake`
how much value it is about; `worklist` puts them in order under the team's hours, with why; `alerts` warns early, by the
rules in `alert_rules`.
"""

from valuecast.actions.alerts import Alerted, early_warnings
from valuecast.actions.playbooks import PLAYBOOKS, Playbook
from valuecast.actions.rules import Facts, Fit, fit, grid
from valuecast.actions.value_at_stake import at_stake
from valuecast.actions.worklist import Acted, plan_actions, reason_for

__all__ = [
    "PLAYBOOKS",
    "Acted",
    "Alerted",
    "Facts",
    "Fit",
    "Playbook",
    "at_stake",
    "early_warnings",
    "fit",
    "grid",
    "plan_actions",
    "reason_for",
]
