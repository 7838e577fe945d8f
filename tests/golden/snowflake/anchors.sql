SELECT
  "t3"."window_id",
  "t11"."customer_id",
  "t3"."as_of",
  "t3"."past_start",
  COALESCE("t14"."used", FALSE) AS "active"
FROM (
  SELECT
    "t8"."customer_id",
    MIN("t8"."first") AS "first"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t1"."customer_id",
        MIN("t1"."day") AS "first"
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
        "t2"."first_seen_on" AS "first"
      FROM "customers" AS "t2"
      WHERE
        "t2"."first_seen_on" IS NOT NULL
    ) AS "t7"
  ) AS "t8"
  GROUP BY
    1
) AS "t11"
INNER JOIN "in_memory_1" AS "t3"
  ON "t11"."first" < "t3"."as_of"
LEFT OUTER JOIN (
  SELECT
    "t12"."window_id",
    "t12"."customer_id",
    TRUE AS "used"
  FROM (
    SELECT DISTINCT
      *
    FROM (
      SELECT
        "t3"."window_id",
        "t6"."customer_id"
      FROM (
        SELECT
          "t1"."customer_id",
          "t1"."day"
        FROM "activity" AS "t1"
      ) AS "t6"
      INNER JOIN "in_memory_1" AS "t3"
        ON "t6"."day" >= "t3"."past_start" AND "t6"."day" < "t3"."as_of"
    ) AS "t9"
  ) AS "t12"
) AS "t14"
  ON "t3"."window_id" = "t14"."window_id"
  AND "t11"."customer_id" = "t14"."customer_id"
