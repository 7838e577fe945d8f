"""What to say where something could not be done."""

STOPPED = "{table}: {evidence}"
NO_PAST = "The plan found no past with a known future."
NOT_WRITTEN = "The run did not write the tables that this stands on."
