SELECT
  "t2"."customer_id",
  "t2"."probability",
  "t2"."probability" >= CAST(0.625 AS DOUBLE) AS "high_value",
  CASE
    WHEN "t2"."probability" >= CAST(0.625 AS DOUBLE)
    THEN 'short list'
    WHEN "t2"."probability" >= CAST(0.375 AS DOUBLE)
    THEN 'long list'
    ELSE 'not listed'
  END AS "tier"
FROM (
  SELECT
    "t1"."customer_id",
    IF(
      "t1"."raw" < CAST(0.5 AS DOUBLE),
      IF(
        "t1"."raw" < CAST(0.25 AS DOUBLE),
        (
          (
            LEAST(GREATEST("t1"."raw", CAST(0.125 AS DOUBLE)), CAST(0.25 AS DOUBLE)) - CAST(0.125 AS DOUBLE)
          ) * CAST(1.5 AS DOUBLE)
        ) + CAST(0.0625 AS DOUBLE),
        (
          (
            LEAST(GREATEST("t1"."raw", CAST(0.25 AS DOUBLE)), CAST(0.5 AS DOUBLE)) - CAST(0.25 AS DOUBLE)
          ) * CAST(1.0 AS DOUBLE)
        ) + CAST(0.25 AS DOUBLE)
      ),
      (
        (
          LEAST(GREATEST("t1"."raw", CAST(0.5 AS DOUBLE)), CAST(0.875 AS DOUBLE)) - CAST(0.5 AS DOUBLE)
        ) * CAST(0.6666666666666666 AS DOUBLE)
      ) + CAST(0.5 AS DOUBLE)
    ) AS "probability"
  FROM (
    SELECT
      "t0"."customer_id",
      "t0"."odds",
      CAST(1.0 AS DOUBLE) / (
        EXP(
          -(
            LEAST(GREATEST("t0"."odds", CAST(-500.0 AS DOUBLE)), CAST(500.0 AS DOUBLE))
          )
        ) + CAST(1.0 AS DOUBLE)
      ) AS "raw"
    FROM "valuecast_odds" AS "t0"
  ) AS "t1"
) AS "t2"
