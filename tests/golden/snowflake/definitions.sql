SELECT
  *
FROM (
  SELECT
    "t13"."window_id",
    "t13"."customer_id",
    'several_measures' AS "definition",
    (
      CAST(IFF(
        (
          "t13"."active_days_larger" < CAST(CEIL((
            "t13"."n" * 0.2
          ) - 1e-09) AS BIGINT)
        )
        AND (
          "t13"."active_days" > 0
        ),
        1,
        0
      ) AS BIGINT) + CAST(IFF(
        (
          "t13"."minutes_larger" < CAST(CEIL((
            "t13"."n" * 0.2
          ) - 1e-09) AS BIGINT)
        )
        AND (
          "t13"."minutes" > 0
        ),
        1,
        0
      ) AS BIGINT) + CAST(IFF(
        (
          "t13"."events_larger" < CAST(CEIL((
            "t13"."n" * 0.2
          ) - 1e-09) AS BIGINT)
        )
        AND (
          "t13"."events" > 0
        ),
        1,
        0
      ) AS BIGINT) + CAST(IFF(
        (
          "t13"."amount_larger" < CAST(CEIL((
            "t13"."n" * 0.2
          ) - 1e-09) AS BIGINT)
        )
        AND (
          "t13"."amount" > 0
        ),
        1,
        0
      ) AS BIGINT)
    ) >= 2 AS "high_value"
  FROM (
    SELECT
      "t12"."window_id",
      "t12"."customer_id",
      "t12"."active_days",
      "t12"."minutes",
      "t12"."events",
      "t12"."amount",
      COUNT(*) OVER (ORDER BY NULL ASC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "n",
      RANK() OVER (ORDER BY "t12"."active_days" DESC NULLS LAST) - 1 AS "active_days_larger",
      RANK() OVER (ORDER BY "t12"."minutes" DESC NULLS LAST) - 1 AS "minutes_larger",
      RANK() OVER (ORDER BY "t12"."events" DESC NULLS LAST) - 1 AS "events_larger",
      RANK() OVER (ORDER BY "t12"."amount" DESC NULLS LAST) - 1 AS "amount_larger"
    FROM (
      SELECT
        "t6"."window_id",
        "t6"."customer_id",
        COALESCE("t11"."active_days", 0.0) AS "active_days",
        COALESCE("t11"."minutes", 0.0) AS "minutes",
        COALESCE("t11"."events", 0.0) AS "events",
        COALESCE("t11"."amount", 0.0) AS "amount"
      FROM (
        SELECT
          "t0"."window_id",
          "t0"."customer_id"
        FROM "valuecast_anchors" AS "t0"
        WHERE
          "t0"."window_id" = 'W3' AND "t0"."active"
      ) AS "t6"
      LEFT OUTER JOIN (
        SELECT
          "t5"."customer_id",
          CAST(COUNT(*) AS DOUBLE) AS "active_days",
          CAST(SUM(CAST(FLOOR((
            "t5"."minutes" * 1000
          ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "minutes",
          CAST(SUM(CAST(FLOOR((
            "t5"."events" * 1000
          ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "events",
          CAST(SUM(CAST(FLOOR((
            "t5"."amount" * 1000
          ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "amount"
        FROM (
          SELECT
            *
          FROM "activity" AS "t2"
          WHERE
            "t2"."day" >= DATE_FROM_PARTS(2024, 10, 1)
            AND "t2"."day" < DATE_FROM_PARTS(2025, 1, 1)
        ) AS "t5"
        GROUP BY
          1
      ) AS "t11"
        ON "t6"."customer_id" = "t11"."customer_id"
    ) AS "t12"
  ) AS "t13"
) AS "t14"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t6"."window_id",
    "t6"."customer_id",
    'renewed_or_expanded' AS "definition",
    (
      "t8"."good" > 0
    ) AND (
      "t8"."bad" = 0
    ) AS "high_value"
  FROM (
    SELECT
      "t0"."window_id",
      "t0"."customer_id"
    FROM "valuecast_anchors" AS "t0"
    WHERE
      "t0"."window_id" = 'W3' AND "t0"."active"
  ) AS "t6"
  INNER JOIN (
    SELECT
      "t4"."customer_id",
      COUNT_IF("t4"."kind" IN ('renewal', 'expansion')) AS "good",
      COUNT_IF("t4"."kind" IN ('contraction', 'churn')) AS "bad"
    FROM (
      SELECT
        *
      FROM "outcomes" AS "t1"
      WHERE
        "t1"."occurred_on" >= DATE_FROM_PARTS(2024, 10, 1)
        AND "t1"."occurred_on" < DATE_FROM_PARTS(2025, 1, 1)
        AND "t1"."kind" IN ('renewal', 'expansion', 'contraction', 'churn')
    ) AS "t4"
    GROUP BY
      1
  ) AS "t8"
    ON "t6"."customer_id" = "t8"."customer_id"
) AS "t10"
