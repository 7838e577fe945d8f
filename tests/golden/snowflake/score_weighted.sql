SELECT
  "t6"."window_id",
  "t6"."customer_id",
  "t6"."value",
  "t6"."high_value",
  "t6"."part_duration",
  "t6"."part_frequency",
  "t6"."part_features_used",
  "t6"."part_feature_clicks",
  "t6"."part_recency",
  "t6"."part_satisfaction"
FROM (
  SELECT
    "t5"."window_id",
    "t5"."customer_id",
    "t5"."part_duration",
    "t5"."part_frequency",
    "t5"."part_features_used",
    "t5"."part_feature_clicks",
    "t5"."part_recency",
    "t5"."part_satisfaction",
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
      "t4"."part_features_used",
      "t4"."part_feature_clicks",
      "t4"."part_recency",
      "t4"."part_satisfaction",
      CAST(CAST(FLOOR(
        (
          (
            "t4"."part_duration" + "t4"."part_frequency" + "t4"."part_features_used" + "t4"."part_feature_clicks" + "t4"."part_recency" + "t4"."part_satisfaction"
          ) * 1000000000
        ) + 0.5
      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
    FROM (
      SELECT
        "t3"."window_id",
        "t3"."customer_id",
        IFF("t3"."active", "t3"."scaled_duration" * 0.25, CAST(NULL AS DOUBLE)) AS "part_duration",
        IFF("t3"."active", "t3"."scaled_frequency" * 0.25, CAST(NULL AS DOUBLE)) AS "part_frequency",
        IFF("t3"."active", "t3"."scaled_features_used" * 0.15, CAST(NULL AS DOUBLE)) AS "part_features_used",
        IFF("t3"."active", "t3"."scaled_feature_clicks" * 0.1, CAST(NULL AS DOUBLE)) AS "part_feature_clicks",
        IFF("t3"."active", "t3"."scaled_recency" * 0.15, CAST(NULL AS DOUBLE)) AS "part_recency",
        IFF("t3"."active", "t3"."scaled_satisfaction" * 0.1, CAST(NULL AS DOUBLE)) AS "part_satisfaction"
      FROM (
        SELECT
          "t2"."window_id",
          "t2"."customer_id",
          "t2"."active",
          "t2"."raw_duration",
          "t2"."raw_frequency",
          "t2"."raw_features_used",
          "t2"."raw_feature_clicks",
          "t2"."raw_recency",
          "t2"."raw_satisfaction",
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
          ) AS "scaled_frequency",
          COALESCE(
            "t2"."scaled_features_used",
            (
              CAST(SUM(CAST(FLOOR((
                "t2"."scaled_features_used" * 1000000000
              ) + 0.5) AS BIGINT)) OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_features_used") OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            0.5
          ) AS "scaled_features_used",
          COALESCE(
            "t2"."scaled_feature_clicks",
            (
              CAST(SUM(CAST(FLOOR((
                "t2"."scaled_feature_clicks" * 1000000000
              ) + 0.5) AS BIGINT)) OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_feature_clicks") OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            0.5
          ) AS "scaled_feature_clicks",
          COALESCE(
            "t2"."scaled_recency",
            (
              CAST(SUM(CAST(FLOOR((
                "t2"."scaled_recency" * 1000000000
              ) + 0.5) AS BIGINT)) OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_recency") OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            0.5
          ) AS "scaled_recency",
          COALESCE(
            "t2"."scaled_satisfaction",
            (
              CAST(SUM(CAST(FLOOR((
                "t2"."scaled_satisfaction" * 1000000000
              ) + 0.5) AS BIGINT)) OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS DOUBLE) / 1000000000
            ) / CAST(NULLIF(
              COUNT("t2"."scaled_satisfaction") OVER (
                PARTITION BY "t2"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ),
              0
            ) AS DOUBLE),
            0.5
          ) AS "scaled_satisfaction"
        FROM (
          SELECT
            "t1"."window_id",
            "t1"."customer_id",
            "t1"."active",
            "t1"."raw_duration",
            "t1"."raw_frequency",
            "t1"."raw_features_used",
            "t1"."raw_feature_clicks",
            "t1"."raw_recency",
            "t1"."raw_satisfaction",
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
            ) AS "scaled_frequency",
            IFF(
              "t1"."raw_features_used" IS NULL,
              CAST(NULL AS DOUBLE),
              IFF(
                MAX("t1"."raw_features_used") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN("t1"."raw_features_used") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                (
                  "t1"."raw_features_used" - MIN("t1"."raw_features_used") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ) / NULLIF(
                  MAX("t1"."raw_features_used") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - MIN("t1"."raw_features_used") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ),
                0.0
              )
            ) AS "scaled_features_used",
            IFF(
              "t1"."raw_feature_clicks" IS NULL,
              CAST(NULL AS DOUBLE),
              IFF(
                MAX("t1"."raw_feature_clicks") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN("t1"."raw_feature_clicks") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                (
                  "t1"."raw_feature_clicks" - MIN("t1"."raw_feature_clicks") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ) / NULLIF(
                  MAX("t1"."raw_feature_clicks") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - MIN("t1"."raw_feature_clicks") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ),
                0.0
              )
            ) AS "scaled_feature_clicks",
            IFF(
              "t1"."raw_recency" IS NULL,
              CAST(NULL AS DOUBLE),
              IFF(
                MAX("t1"."raw_recency") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN("t1"."raw_recency") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                (
                  MAX("t1"."raw_recency") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - "t1"."raw_recency"
                ) / NULLIF(
                  MAX("t1"."raw_recency") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - MIN("t1"."raw_recency") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ),
                0.0
              )
            ) AS "scaled_recency",
            IFF(
              "t1"."raw_satisfaction" IS NULL,
              CAST(NULL AS DOUBLE),
              IFF(
                MAX("t1"."raw_satisfaction") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN("t1"."raw_satisfaction") OVER (
                  PARTITION BY "t1"."window_id"
                  ORDER BY NULL ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                (
                  "t1"."raw_satisfaction" - MIN("t1"."raw_satisfaction") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  )
                ) / NULLIF(
                  MAX("t1"."raw_satisfaction") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - MIN("t1"."raw_satisfaction") OVER (
                    PARTITION BY "t1"."window_id"
                    ORDER BY NULL ASC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ),
                0.0
              )
            ) AS "scaled_satisfaction"
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
              ) AS "raw_frequency",
              IFF(
                "t0"."active",
                IFF(
                  (
                    (
                      "t0"."features_used" - "t0"."features_used"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."features_used") <= 1000000000000.0
                  ),
                  "t0"."features_used",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_features_used",
              IFF(
                "t0"."active",
                IFF(
                  (
                    (
                      "t0"."feature_clicks" - "t0"."feature_clicks"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."feature_clicks") <= 1000000000000.0
                  ),
                  "t0"."feature_clicks",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_feature_clicks",
              IFF(
                "t0"."active",
                IFF(
                  (
                    (
                      "t0"."days_since_last" - "t0"."days_since_last"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."days_since_last") <= 1000000000000.0
                  ),
                  "t0"."days_since_last",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_recency",
              IFF(
                "t0"."active",
                IFF(
                  (
                    (
                      "t0"."latest_rating" - "t0"."latest_rating"
                    ) = 0
                  )
                  AND (
                    ABS("t0"."latest_rating") <= 1000000000000.0
                  ),
                  "t0"."latest_rating",
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS "raw_satisfaction"
            FROM "valuecast_signals" AS "t0"
          ) AS "t1"
        ) AS "t2"
      ) AS "t3"
    ) AS "t4"
  ) AS "t5"
) AS "t6"
