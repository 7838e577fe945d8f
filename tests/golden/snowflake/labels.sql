SELECT
  "t14"."window_id",
  "t14"."customer_id",
  "t14"."horizon_months",
  "t14"."past_value",
  "t14"."future_value",
  IFF(
    "t14"."counts",
    (
      "t14"."larger" < CAST(CEIL((
        "t14"."n" * 0.2
      ) - 1e-09) AS BIGINT)
    )
    AND (
      "t14"."future_value" > 0
    ),
    CAST(NULL AS BOOLEAN)
  ) AS "high_value"
FROM (
  SELECT
    "t13"."window_id",
    "t13"."customer_id",
    "t13"."horizon_months",
    "t13"."active",
    "t13"."past_value",
    "t13"."future_value",
    "t13"."counts",
    RANK() OVER (
      PARTITION BY "t13"."window_id", "t13"."horizon_months", "t13"."counts"
      ORDER BY "t13"."future_value" DESC NULLS LAST
    ) - 1 AS "larger",
    COUNT(*) OVER (
      PARTITION BY "t13"."window_id", "t13"."horizon_months", "t13"."counts"
      ORDER BY NULL ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "n"
  FROM (
    SELECT
      "t12"."window_id",
      "t12"."customer_id",
      "t12"."horizon_months",
      "t12"."active",
      "t12"."past_value",
      "t12"."future_value",
      "t12"."active" AND (
        "t12"."future_value" IS NOT NULL
      ) AS "counts"
    FROM (
      SELECT
        "t7"."window_id",
        "t7"."customer_id",
        "t8"."horizon_months",
        "t7"."active",
        COALESCE("t11"."past_value", 0.0) AS "past_value",
        IFF("t8"."known", COALESCE("t11"."future_value", 0.0), CAST(NULL AS DOUBLE)) AS "future_value"
      FROM (
        SELECT
          "t0"."window_id",
          "t0"."customer_id",
          "t0"."active"
        FROM "valuecast_anchors" AS "t0"
      ) AS "t7"
      INNER JOIN (
        SELECT
          "t1"."window_id",
          "t1"."horizon_months",
          "t1"."known"
        FROM "in_memory_1" AS "t1"
      ) AS "t8"
        ON "t7"."window_id" = "t8"."window_id"
      LEFT OUTER JOIN (
        SELECT
          "t9"."window_id",
          "t9"."customer_id",
          "t9"."horizon_months",
          CAST(SUM(
            IFF(
              "t9"."day" < "t9"."as_of",
              CAST(FLOOR((
                "t9"."value" * 1000
              ) + 0.5) AS BIGINT),
              CAST(NULL AS BIGINT)
            )
          ) AS DOUBLE) / 1000 AS "past_value",
          CAST(SUM(
            IFF(
              NOT (
                "t9"."day" < "t9"."as_of"
              ),
              CAST(FLOOR((
                "t9"."value" * 1000
              ) + 0.5) AS BIGINT),
              CAST(NULL AS BIGINT)
            )
          ) AS DOUBLE) / 1000 AS "future_value"
        FROM (
          SELECT
            "t4"."customer_id",
            "t4"."day",
            "t4"."minutes",
            "t4"."events",
            "t4"."amount",
            "t4"."active_members",
            "t4"."value",
            "t3"."window_id",
            "t3"."as_of",
            "t3"."horizon_months",
            "t3"."past_from",
            "t3"."future_to",
            "t3"."known"
          FROM "activity" AS "t4"
          INNER JOIN "in_memory_1" AS "t3"
            ON "t4"."day" >= "t3"."past_from" AND "t4"."day" < "t3"."future_to"
        ) AS "t9"
        GROUP BY
          1,
          2,
          3
      ) AS "t11"
        ON "t7"."window_id" = "t11"."window_id"
        AND "t7"."customer_id" = "t11"."customer_id"
        AND "t8"."horizon_months" = "t11"."horizon_months"
    ) AS "t12"
  ) AS "t13"
) AS "t14"
