SELECT
  "t3"."window_id",
  "t8"."customer_id",
  "t3"."as_of",
  "t3"."past_start",
  (
    (
      "t3"."window_id" = 'W2'
    ) AND (
      "t8"."days_0" > 0
    )
  )
  OR (
    (
      "t3"."window_id" = 'W3'
    ) AND (
      "t8"."days_1" > 0
    )
  )
  OR (
    (
      "t3"."window_id" = 'today'
    ) AND (
      "t8"."days_2" > 0
    )
  ) AS "active"
FROM (
  SELECT
    "t6"."customer_id",
    MIN("t6"."first") AS "first",
    MAX("t6"."days_0") AS "days_0",
    MAX("t6"."days_1") AS "days_1",
    MAX("t6"."days_2") AS "days_2"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t1"."customer_id",
        MIN("t1"."day") AS "first",
        COUNT(
          IF(
            (
              "t1"."day" >= FROM_ISO8601_DATE('2024-06-01')
            )
            AND (
              "t1"."day" < FROM_ISO8601_DATE('2024-09-01')
            ),
            1,
            CAST(NULL AS TINYINT)
          )
        ) AS "days_0",
        COUNT(
          IF(
            (
              "t1"."day" >= FROM_ISO8601_DATE('2024-07-01')
            )
            AND (
              "t1"."day" < FROM_ISO8601_DATE('2024-10-01')
            ),
            1,
            CAST(NULL AS TINYINT)
          )
        ) AS "days_1",
        COUNT(
          IF(
            (
              "t1"."day" >= FROM_ISO8601_DATE('2024-08-01')
            )
            AND (
              "t1"."day" < FROM_ISO8601_DATE('2024-11-01')
            ),
            1,
            CAST(NULL AS TINYINT)
          )
        ) AS "days_2"
      FROM "activity" AS "t1"
      GROUP BY
        1
    ) AS "t5"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t2"."customer_id",
        "t2"."first_seen_on" AS "first",
        0 AS "days_0",
        0 AS "days_1",
        0 AS "days_2"
      FROM "customers" AS "t2"
      WHERE
        "t2"."first_seen_on" IS NOT NULL
    ) AS "t4"
  ) AS "t6"
  GROUP BY
    1
) AS "t8"
INNER JOIN "in_memory_1" AS "t3"
  ON "t8"."first" < "t3"."as_of"
