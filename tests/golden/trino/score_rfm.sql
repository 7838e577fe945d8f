SELECT
  "t6"."window_id",
  "t6"."customer_id",
  "t6"."value",
  "t6"."high_value",
  "t6"."part_recency",
  "t6"."part_frequency",
  "t6"."part_monetary"
FROM (
  SELECT
    "t5"."window_id",
    "t5"."customer_id",
    "t5"."part_recency",
    "t5"."part_frequency",
    "t5"."part_monetary",
    "t5"."value",
    IF(
      "t5"."value" IS NOT NULL,
      (
        RANK() OVER (
          PARTITION BY "t5"."window_id", "t5"."value" IS NOT NULL
          ORDER BY "t5"."value" DESC
        ) - 1
      ) < CAST(CEIL(
        (
          COUNT("t5"."value") OVER (
            PARTITION BY "t5"."window_id"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) * CAST(0.2 AS DOUBLE)
        ) - CAST(1e-09 AS DOUBLE)
      ) AS BIGINT),
      CAST(NULL AS BOOLEAN)
    ) AS "high_value"
  FROM (
    SELECT
      "t4"."window_id",
      "t4"."customer_id",
      "t4"."part_recency",
      "t4"."part_frequency",
      "t4"."part_monetary",
      CAST(CAST(FLOOR(
        (
          (
            "t4"."part_recency" + "t4"."part_frequency" + "t4"."part_monetary"
          ) * 1000000000
        ) + CAST(0.5 AS DOUBLE)
      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
    FROM (
      SELECT
        "t3"."window_id",
        "t3"."customer_id",
        IF(
          "t3"."active",
          "t3"."scaled_recency" * CAST(0.3333333333333333 AS DOUBLE),
          CAST(NULL AS DOUBLE)
        ) AS "part_recency",
        IF(
          "t3"."active",
          "t3"."scaled_frequency" * CAST(0.3333333333333333 AS DOUBLE),
          CAST(NULL AS DOUBLE)
        ) AS "part_frequency",
        IF(
          "t3"."active",
          "t3"."scaled_monetary" * CAST(0.3333333333333333 AS DOUBLE),
          CAST(NULL AS DOUBLE)
        ) AS "part_monetary"
      FROM (
        SELECT
          "t2"."window_id",
          "t2"."customer_id",
          "t2"."active",
          "t2"."raw_recency",
          "t2"."raw_frequency",
          "t2"."raw_monetary",
          COALESCE(
            "t2"."scaled_recency",
            (
              CAST(SUM(
                CAST(FLOOR((
                  "t2"."scaled_recency" * 1000000000
                ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
              ) OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_recency") OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            CAST(3.0 AS DOUBLE)
          ) AS "scaled_recency",
          COALESCE(
            "t2"."scaled_frequency",
            (
              CAST(SUM(
                CAST(FLOOR((
                  "t2"."scaled_frequency" * 1000000000
                ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
              ) OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_frequency") OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            CAST(3.0 AS DOUBLE)
          ) AS "scaled_frequency",
          COALESCE(
            "t2"."scaled_monetary",
            (
              CAST(SUM(
                CAST(FLOOR((
                  "t2"."scaled_monetary" * 1000000000
                ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
              ) OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_monetary") OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            CAST(3.0 AS DOUBLE)
          ) AS "scaled_monetary"
        FROM (
          SELECT
            "t1"."window_id",
            "t1"."customer_id",
            "t1"."active",
            "t1"."raw_recency",
            "t1"."raw_frequency",
            "t1"."raw_monetary",
            IF(
              "t1"."raw_recency" IS NULL,
              CAST(NULL AS DOUBLE),
              CAST(CAST(FLOOR(
                CAST((
                  CAST((
                    (
                      COUNT("t1"."raw_recency") OVER (
                        PARTITION BY "t1"."window_id"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) * 2
                    ) - (
                      RANK() OVER (
                        PARTITION BY "t1"."window_id", "t1"."raw_recency" IS NOT NULL
                        ORDER BY "t1"."raw_recency" ASC
                      ) - 1
                    )
                  ) - CAST(FLOOR(
                    (
                      CUME_DIST() OVER (
                        PARTITION BY "t1"."window_id", "t1"."raw_recency" IS NOT NULL
                        ORDER BY "t1"."raw_recency" ASC
                      ) * COUNT("t1"."raw_recency") OVER (
                        PARTITION BY "t1"."window_id"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) * 1
                    ) + CAST(0.5 AS DOUBLE)
                  ) AS BIGINT) AS DOUBLE) * CAST(5.0 AS DOUBLE)
                ) AS DOUBLE) / (
                  NULLIF(
                    COUNT("t1"."raw_recency") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) * CAST(2.0 AS DOUBLE)
                )
              ) AS BIGINT) AS DOUBLE) + CAST(1.0 AS DOUBLE)
            ) AS "scaled_recency",
            IF(
              "t1"."raw_frequency" IS NULL,
              CAST(NULL AS DOUBLE),
              CAST(CAST(FLOOR(
                CAST((
                  CAST((
                    RANK() OVER (
                      PARTITION BY "t1"."window_id", "t1"."raw_frequency" IS NOT NULL
                      ORDER BY "t1"."raw_frequency" ASC
                    ) - 1
                  ) + CAST(FLOOR(
                    (
                      CUME_DIST() OVER (
                        PARTITION BY "t1"."window_id", "t1"."raw_frequency" IS NOT NULL
                        ORDER BY "t1"."raw_frequency" ASC
                      ) * COUNT("t1"."raw_frequency") OVER (
                        PARTITION BY "t1"."window_id"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) * 1
                    ) + CAST(0.5 AS DOUBLE)
                  ) AS BIGINT) AS DOUBLE) * CAST(5.0 AS DOUBLE)
                ) AS DOUBLE) / (
                  NULLIF(
                    COUNT("t1"."raw_frequency") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) * CAST(2.0 AS DOUBLE)
                )
              ) AS BIGINT) AS DOUBLE) + CAST(1.0 AS DOUBLE)
            ) AS "scaled_frequency",
            IF(
              "t1"."raw_monetary" IS NULL,
              CAST(NULL AS DOUBLE),
              CAST(CAST(FLOOR(
                CAST((
                  CAST((
                    RANK() OVER (
                      PARTITION BY "t1"."window_id", "t1"."raw_monetary" IS NOT NULL
                      ORDER BY "t1"."raw_monetary" ASC
                    ) - 1
                  ) + CAST(FLOOR(
                    (
                      CUME_DIST() OVER (
                        PARTITION BY "t1"."window_id", "t1"."raw_monetary" IS NOT NULL
                        ORDER BY "t1"."raw_monetary" ASC
                      ) * COUNT("t1"."raw_monetary") OVER (
                        PARTITION BY "t1"."window_id"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) * 1
                    ) + CAST(0.5 AS DOUBLE)
                  ) AS BIGINT) AS DOUBLE) * CAST(5.0 AS DOUBLE)
                ) AS DOUBLE) / (
                  NULLIF(
                    COUNT("t1"."raw_monetary") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) * CAST(2.0 AS DOUBLE)
                )
              ) AS BIGINT) AS DOUBLE) + CAST(1.0 AS DOUBLE)
            ) AS "scaled_monetary"
          FROM (
            SELECT
              "t0"."window_id",
              "t0"."customer_id",
              "t0"."active",
              IF(
                "t0"."active",
                IF(
                  (
                    (
                      "t0"."days_since_last" - "t0"."days_since_last"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."days_since_last") <= CAST(1000000000000.0 AS DOUBLE)
                  ),
                  "t0"."days_since_last",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_recency",
              IF(
                "t0"."active",
                IF(
                  (
                    (
                      "t0"."active_days" - "t0"."active_days"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."active_days") <= CAST(1000000000000.0 AS DOUBLE)
                  ),
                  "t0"."active_days",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_frequency",
              IF(
                "t0"."active",
                IF(
                  (
                    (
                      "t0"."value" - "t0"."value"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."value") <= CAST(1000000000000.0 AS DOUBLE)
                  ),
                  "t0"."value",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_monetary"
            FROM "valuecast_signals" AS "t0"
          ) AS "t1"
        ) AS "t2"
      ) AS "t3"
    ) AS "t4"
  ) AS "t5"
) AS "t6"
