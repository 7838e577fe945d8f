"""Who will be the best customers of a shop: from a CSV file of orders to a list of names.

Run with: python examples/orders.py
"""

from pathlib import Path

import valuecast

ORDERS = Path(__file__).with_name("orders.csv")

config = valuecast.configure(
    source=str(ORDERS),
    kind="events",
    events={"customer_id": "customer", "time": "ordered_on", "amount": "amount"},
    horizon_months=1,
    trend_months=(1,),
    past_months=2,
    bootstrap=200,
)
assessment = valuecast.run(config)

print("evidence:", "yes" if assessment.supported else "no")
for finding in assessment.findings[:3]:
    print(f"  {finding.severity}: {finding.evidence}")

likely = assessment.hv_predictions_today.sort_by([("probability", "descending")]).slice(0, 5)
print("most likely to be among the best fifth next month:")
for row in likely.to_pylist():
    print(f"  {row['customer_id']}: {row['probability']:.0%}; {row['reasons']}")

measured = assessment.backtest_metrics.to_pandas()
measured = measured[(measured["split"] == "test") & (measured["metric"] == "r_precision")]
print("precision at k in the test month, with 95 % intervals:")
for row in measured.sort_values("value", ascending=False).itertuples():
    print(f"  {row.method}: {row.value:.0%} ({row.low:.0%} to {row.high:.0%}), {row.n} customers")
