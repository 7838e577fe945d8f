SELECT
  "t1"."customer_id",
  (
    (
      (
        COALESCE(
          LN(IF("t1"."value" < 0, CAST(0.0 AS DOUBLE), "t1"."value") + CAST(1.0 AS DOUBLE)),
          CAST(2.5 AS DOUBLE)
        ) - CAST(3.0 AS DOUBLE)
      ) / CAST(1.5 AS DOUBLE)
    ) * CAST(0.75 AS DOUBLE)
  ) + (
    (
      (
        COALESCE("t1"."latest_rating", CAST(8.0 AS DOUBLE)) - CAST(7.5 AS DOUBLE)
      ) / CAST(2.0 AS DOUBLE)
    ) * CAST(0.5 AS DOUBLE)
  ) + (
    (
      (
        (
          CAST(IF("t1"."latest_rating" IS NULL, 1, 0) AS DOUBLE) - CAST(0.25 AS DOUBLE)
        ) / CAST(0.5 AS DOUBLE)
      ) * CAST(-0.25 AS DOUBLE)
    ) + CAST(-1.5 AS DOUBLE)
  ) AS "odds"
FROM (
  SELECT
    "t0"."customer_id",
    IF((
      "t0"."value" - "t0"."value"
    ) = 0, "t0"."value", CAST(NULL AS DOUBLE)) AS "value",
    IF(
      (
        "t0"."latest_rating" - "t0"."latest_rating"
      ) = 0,
      "t0"."latest_rating",
      CAST(NULL AS DOUBLE)
    ) AS "latest_rating"
  FROM "valuecast_signals" AS "t0"
) AS "t1"
