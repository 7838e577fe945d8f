SELECT
  "t6"."window_id",
  "t6"."customer_id",
  "t6"."value",
  "t6"."high_value",
  "t6"."part_freshness",
  "t6"."part_satisfaction",
  "t6"."part_intensity",
  "t6"."part_span"
FROM (
  SELECT
    "t5"."window_id",
    "t5"."customer_id",
    "t5"."part_freshness",
    "t5"."part_satisfaction",
    "t5"."part_intensity",
    "t5"."part_span",
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
      "t4"."part_freshness",
      "t4"."part_satisfaction",
      "t4"."part_intensity",
      "t4"."part_span",
      CAST(CAST(FLOOR(
        (
          (
            "t4"."part_freshness" + "t4"."part_satisfaction" + "t4"."part_intensity" + "t4"."part_span"
          ) * 1000000000
        ) + CAST(0.5 AS DOUBLE)
      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
    FROM (
      SELECT
        "t3"."window_id",
        "t3"."customer_id",
        IF("t3"."active", "t3"."scaled_freshness" * CAST(25.0 AS DOUBLE), CAST(NULL AS DOUBLE)) AS "part_freshness",
        IF(
          "t3"."active",
          "t3"."scaled_satisfaction" * CAST(25.0 AS DOUBLE),
          CAST(NULL AS DOUBLE)
        ) AS "part_satisfaction",
        IF("t3"."active", "t3"."scaled_intensity" * CAST(25.0 AS DOUBLE), CAST(NULL AS DOUBLE)) AS "part_intensity",
        IF("t3"."active", "t3"."scaled_span" * CAST(25.0 AS DOUBLE), CAST(NULL AS DOUBLE)) AS "part_span"
      FROM (
        SELECT
          "t2"."window_id",
          "t2"."customer_id",
          "t2"."active",
          "t2"."raw_freshness",
          "t2"."raw_satisfaction",
          "t2"."raw_intensity",
          "t2"."raw_span",
          COALESCE(
            "t2"."scaled_freshness",
            (
              CAST(SUM(
                CAST(FLOOR((
                  "t2"."scaled_freshness" * 1000000000
                ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
              ) OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_freshness") OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            CAST(0.5 AS DOUBLE)
          ) AS "scaled_freshness",
          COALESCE(
            "t2"."scaled_satisfaction",
            (
              CAST(SUM(
                CAST(FLOOR((
                  "t2"."scaled_satisfaction" * 1000000000
                ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
              ) OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_satisfaction") OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            CAST(0.5 AS DOUBLE)
          ) AS "scaled_satisfaction",
          COALESCE(
            "t2"."scaled_intensity",
            (
              CAST(SUM(
                CAST(FLOOR((
                  "t2"."scaled_intensity" * 1000000000
                ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
              ) OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_intensity") OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            CAST(0.5 AS DOUBLE)
          ) AS "scaled_intensity",
          COALESCE(
            "t2"."scaled_span",
            (
              CAST(SUM(
                CAST(FLOOR((
                  "t2"."scaled_span" * 1000000000
                ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
              ) OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_span") OVER (
                PARTITION BY "t2"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            CAST(0.5 AS DOUBLE)
          ) AS "scaled_span"
        FROM (
          SELECT
            "t1"."window_id",
            "t1"."customer_id",
            "t1"."active",
            "t1"."raw_freshness",
            "t1"."raw_satisfaction",
            "t1"."raw_intensity",
            "t1"."raw_span",
            IF(
              "t1"."raw_freshness" IS NULL,
              CAST(NULL AS DOUBLE),
              IF(
                MAX("t1"."raw_freshness") OVER (
                  PARTITION BY "t1"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN("t1"."raw_freshness") OVER (
                  PARTITION BY "t1"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                CAST((
                  MAX("t1"."raw_freshness") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - "t1"."raw_freshness"
                ) AS DOUBLE) / NULLIF(
                  MAX("t1"."raw_freshness") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - MIN("t1"."raw_freshness") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ),
                CAST(0.0 AS DOUBLE)
              )
            ) AS "scaled_freshness",
            IF(
              "t1"."raw_satisfaction" IS NULL,
              CAST(NULL AS DOUBLE),
              IF(
                MAX("t1"."raw_satisfaction") OVER (
                  PARTITION BY "t1"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN("t1"."raw_satisfaction") OVER (
                  PARTITION BY "t1"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                CAST((
                  "t1"."raw_satisfaction" - MIN("t1"."raw_satisfaction") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ) AS DOUBLE) / NULLIF(
                  MAX("t1"."raw_satisfaction") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - MIN("t1"."raw_satisfaction") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ),
                CAST(0.0 AS DOUBLE)
              )
            ) AS "scaled_satisfaction",
            IF(
              "t1"."raw_intensity" IS NULL,
              CAST(NULL AS DOUBLE),
              CAST((
                RANK() OVER (
                  PARTITION BY "t1"."window_id", "t1"."raw_intensity" IS NOT NULL
                  ORDER BY "t1"."raw_intensity" ASC
                ) - 1
              ) + CAST(FLOOR(
                (
                  CUME_DIST() OVER (
                    PARTITION BY "t1"."window_id", "t1"."raw_intensity" IS NOT NULL
                    ORDER BY "t1"."raw_intensity" ASC
                  ) * COUNT("t1"."raw_intensity") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) * 1
                ) + CAST(0.5 AS DOUBLE)
              ) AS BIGINT) AS DOUBLE) / (
                NULLIF(
                  COUNT("t1"."raw_intensity") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) * CAST(2.0 AS DOUBLE)
              )
            ) AS "scaled_intensity",
            IF(
              "t1"."raw_span" IS NULL,
              CAST(NULL AS DOUBLE),
              CAST((
                RANK() OVER (
                  PARTITION BY "t1"."window_id", "t1"."raw_span" IS NOT NULL
                  ORDER BY "t1"."raw_span" ASC
                ) - 1
              ) + CAST(FLOOR(
                (
                  CUME_DIST() OVER (
                    PARTITION BY "t1"."window_id", "t1"."raw_span" IS NOT NULL
                    ORDER BY "t1"."raw_span" ASC
                  ) * COUNT("t1"."raw_span") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) * 1
                ) + CAST(0.5 AS DOUBLE)
              ) AS BIGINT) AS DOUBLE) / (
                NULLIF(
                  COUNT("t1"."raw_span") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) * CAST(2.0 AS DOUBLE)
              )
            ) AS "scaled_span"
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
              ) AS "raw_freshness",
              IF(
                "t0"."active",
                IF(
                  (
                    (
                      "t0"."latest_rating" - "t0"."latest_rating"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."latest_rating") <= CAST(1000000000000.0 AS DOUBLE)
                  ),
                  "t0"."latest_rating",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_satisfaction",
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
              ) AS "raw_intensity",
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
              ) AS "raw_span"
            FROM "valuecast_signals" AS "t0"
          ) AS "t1"
        ) AS "t2"
      ) AS "t3"
    ) AS "t4"
  ) AS "t5"
) AS "t6"
