SELECT
  "t6"."window_id",
  "t6"."customer_id",
  "t6"."value",
  "t6"."high_value",
  "t6"."part_duration",
  "t6"."part_frequency"
FROM (
  SELECT
    "t5"."window_id",
    "t5"."customer_id",
    "t5"."part_duration",
    "t5"."part_frequency",
    "t5"."value",
    IFF(
      "t5"."value" IS NOT NULL,
      (
        RANK() OVER (
          PARTITION BY "t5"."window_id", "t5"."value" IS NOT NULL
          ORDER BY "t5"."value" DESC NULLS LAST
        ) - 1
      ) < CAST(CEIL(
        (
          COUNT("t5"."value") OVER (
            PARTITION BY "t5"."window_id"
            ORDER BY NULL ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) * 0.2
        ) - 1e-09
      ) AS BIGINT),
      CAST(NULL AS BOOLEAN)
    ) AS "high_value"
  FROM (
    SELECT
      "t4"."window_id",
      "t4"."customer_id",
      "t4"."part_duration",
      "t4"."part_frequency",
      CAST(CAST(FLOOR((
        (
          "t4"."part_duration" + "t4"."part_frequency"
        ) * 1000000000
      ) + 0.5) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
    FROM (
      SELECT
        "t3"."window_id",
        "t3"."customer_id",
        IFF("t3"."active", "t3"."scaled_duration" * 0.5, CAST(NULL AS DOUBLE)) AS "part_duration",
        IFF("t3"."active", "t3"."scaled_frequency" * 0.5, CAST(NULL AS DOUBLE)) AS "part_frequency"
      FROM (
        SELECT
          "t2"."window_id",
          "t2"."customer_id",
          "t2"."active",
          "t2"."raw_duration",
          "t2"."raw_frequency",
          COALESCE(
            "t2"."scaled_duration",
            (
              CAST(SUM(CAST(FLOOR((
                "t2"."scaled_duration" * 1000000000
              ) + 0.5) AS BIGINT)) OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_duration") OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            0.5
          ) AS "scaled_duration",
          COALESCE(
            "t2"."scaled_frequency",
            (
              CAST(SUM(CAST(FLOOR((
                "t2"."scaled_frequency" * 1000000000
              ) + 0.5) AS BIGINT)) OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_frequency") OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            0.5
          ) AS "scaled_frequency"
        FROM (
          SELECT
            "t1"."window_id",
            "t1"."customer_id",
            "t1"."active",
            "t1"."raw_duration",
            "t1"."raw_frequency",
            IFF(
              "t1"."raw_duration" IS NULL,
              CAST(NULL AS DOUBLE),
              IFF(
                MAX("t1"."raw_duration") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN("t1"."raw_duration") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                (
                  "t1"."raw_duration" - MIN("t1"."raw_duration") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ) / NULLIF(
                  MAX("t1"."raw_duration") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - MIN("t1"."raw_duration") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ),
                0.0
              )
            ) AS "scaled_duration",
            IFF(
              "t1"."raw_frequency" IS NULL,
              CAST(NULL AS DOUBLE),
              IFF(
                MAX("t1"."raw_frequency") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN("t1"."raw_frequency") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                (
                  "t1"."raw_frequency" - MIN("t1"."raw_frequency") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ) / NULLIF(
                  MAX("t1"."raw_frequency") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - MIN("t1"."raw_frequency") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ),
                0.0
              )
            ) AS "scaled_frequency"
          FROM (
            SELECT
              "t0"."window_id",
              "t0"."customer_id",
              "t0"."active",
              IFF(
                "t0"."active",
                IFF(
                  (
                    (
                      "t0"."minutes" - "t0"."minutes"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."minutes") <= 1000000000000.0
                  ),
                  "t0"."minutes",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_duration",
              IFF(
                "t0"."active",
                IFF(
                  (
                    (
                      "t0"."active_days" - "t0"."active_days"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."active_days") <= 1000000000000.0
                  ),
                  "t0"."active_days",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_frequency"
            FROM "valuecast_signals" AS "t0"
          ) AS "t1"
        ) AS "t2"
      ) AS "t3"
    ) AS "t4"
  ) AS "t5"
) AS "t6"
