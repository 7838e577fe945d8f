"""Charts of a snapshot without dated rows."""

WORTH = "“{segment}” is {share:percent} of customers and {ltv_share:percent} of lifetime value"
OF_CUSTOMERS, OF_VALUE = "share of customers", "share of lifetime value"
SEGMENT = "{segment} ({n:count})"
SHARE_AXIS = "share of the total [%]"
WORTH_READING = "In brackets, how many customers. Lifetime value is an estimate that came with the tables, not a fact."

BOXES = "Median {measure:words}: {ends}"
END = "{median:amount} in “{segment}”"
BOXES_READING = (
    "Box: the middle half of the customers; tick and figure: the median; line: to the furthest value within 1.5 box "
    "lengths. In brackets, how many customers."
)
