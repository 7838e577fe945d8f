SELECT
  "t1"."customer_id",
  (
    (
      (
        COALESCE(LN(IFF("t1"."value" < 0, 0.0, "t1"."value") + 1.0), 2.5) - 3.0
      ) / 1.5
    ) * 0.75
  ) + (
    (
      (
        COALESCE("t1"."latest_rating", 8.0) - 7.5
      ) / 2.0
    ) * 0.5
  ) + (
    (
      (
        (
          CAST(IFF("t1"."latest_rating" IS NULL, 1, 0) AS DOUBLE) - 0.25
        ) / 0.5
      ) * -0.25
    ) + -1.5
  ) AS "odds"
FROM (
  SELECT
    "t0"."customer_id",
    IFF((
      "t0"."value" - "t0"."value"
    ) = 0, "t0"."value", CAST(NULL AS DOUBLE)) AS "value",
    IFF(
      (
        "t0"."latest_rating" - "t0"."latest_rating"
      ) = 0,
      "t0"."latest_rating",
      CAST(NULL AS DOUBLE)
    ) AS "latest_rating"
  FROM "valuecast_signals" AS "t0"
) AS "t1"
