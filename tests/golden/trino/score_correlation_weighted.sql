SELECT
  "t7"."window_id",
  "t7"."customer_id",
  "t7"."value",
  "t7"."high_value",
  "t7"."part_value",
  "t7"."part_minutes",
  "t7"."part_active_days",
  "t7"."part_features_used",
  "t7"."part_feature_clicks",
  "t7"."part_days_since_last",
  "t7"."part_latest_rating",
  "t7"."part_mean_rating"
FROM (
  SELECT
    "t6"."window_id",
    "t6"."customer_id",
    "t6"."part_value",
    "t6"."part_minutes",
    "t6"."part_active_days",
    "t6"."part_features_used",
    "t6"."part_feature_clicks",
    "t6"."part_days_since_last",
    "t6"."part_latest_rating",
    "t6"."part_mean_rating",
    "t6"."value",
    IF(
      "t6"."value" IS NOT NULL,
      (
        RANK() OVER (
          PARTITION BY "t6"."window_id", "t6"."value" IS NOT NULL
          ORDER BY "t6"."value" DESC
        ) - 1
      ) < CAST(CEIL(
        (
          COUNT("t6"."value") OVER (
            PARTITION BY "t6"."window_id"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) * CAST(0.2 AS DOUBLE)
        ) - CAST(1e-09 AS DOUBLE)
      ) AS BIGINT),
      CAST(NULL AS BOOLEAN)
    ) AS "high_value"
  FROM (
    SELECT
      "t5"."window_id",
      "t5"."customer_id",
      "t5"."part_value",
      "t5"."part_minutes",
      "t5"."part_active_days",
      "t5"."part_features_used",
      "t5"."part_feature_clicks",
      "t5"."part_days_since_last",
      "t5"."part_latest_rating",
      "t5"."part_mean_rating",
      CAST(CAST(FLOOR(
        (
          (
            "t5"."part_value" + "t5"."part_minutes" + "t5"."part_active_days" + "t5"."part_features_used" + "t5"."part_feature_clicks" + "t5"."part_days_since_last" + "t5"."part_latest_rating" + "t5"."part_mean_rating"
          ) * 1000000000
        ) + CAST(0.5 AS DOUBLE)
      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
    FROM (
      SELECT
        "t4"."window_id",
        "t4"."customer_id",
        IF(
          "t4"."active",
          "t4"."scaled_value" * CASE
            WHEN "t4"."window_id" = 'today'
            THEN CAST(0.5 AS DOUBLE)
            ELSE CAST(NULL AS DOUBLE)
          END,
          CAST(NULL AS DOUBLE)
        ) AS "part_value",
        IF(
          "t4"."active",
          "t4"."scaled_minutes" * CASE
            WHEN "t4"."window_id" = 'today'
            THEN CAST(0.5 AS DOUBLE)
            ELSE CAST(NULL AS DOUBLE)
          END,
          CAST(NULL AS DOUBLE)
        ) AS "part_minutes",
        IF(
          "t4"."active",
          "t4"."scaled_active_days" * CASE
            WHEN "t4"."window_id" = 'today'
            THEN CAST(0.5 AS DOUBLE)
            ELSE CAST(NULL AS DOUBLE)
          END,
          CAST(NULL AS DOUBLE)
        ) AS "part_active_days",
        IF(
          "t4"."active",
          "t4"."scaled_features_used" * CASE
            WHEN "t4"."window_id" = 'today'
            THEN CAST(0.5 AS DOUBLE)
            ELSE CAST(NULL AS DOUBLE)
          END,
          CAST(NULL AS DOUBLE)
        ) AS "part_features_used",
        IF(
          "t4"."active",
          "t4"."scaled_feature_clicks" * CASE
            WHEN "t4"."window_id" = 'today'
            THEN CAST(0.5 AS DOUBLE)
            ELSE CAST(NULL AS DOUBLE)
          END,
          CAST(NULL AS DOUBLE)
        ) AS "part_feature_clicks",
        IF(
          "t4"."active",
          "t4"."scaled_days_since_last" * CASE
            WHEN "t4"."window_id" = 'today'
            THEN CAST(0.5 AS DOUBLE)
            ELSE CAST(NULL AS DOUBLE)
          END,
          CAST(NULL AS DOUBLE)
        ) AS "part_days_since_last",
        IF(
          "t4"."active",
          "t4"."scaled_latest_rating" * CASE
            WHEN "t4"."window_id" = 'today'
            THEN CAST(0.5 AS DOUBLE)
            ELSE CAST(NULL AS DOUBLE)
          END,
          CAST(NULL AS DOUBLE)
        ) AS "part_latest_rating",
        IF(
          "t4"."active",
          "t4"."scaled_mean_rating" * CASE
            WHEN "t4"."window_id" = 'today'
            THEN CAST(0.5 AS DOUBLE)
            ELSE CAST(NULL AS DOUBLE)
          END,
          CAST(NULL AS DOUBLE)
        ) AS "part_mean_rating"
      FROM (
        SELECT
          "t3"."window_id",
          "t3"."customer_id",
          "t3"."active",
          "t3"."raw_value",
          "t3"."raw_minutes",
          "t3"."raw_active_days",
          "t3"."raw_features_used",
          "t3"."raw_feature_clicks",
          "t3"."raw_days_since_last",
          "t3"."raw_latest_rating",
          "t3"."raw_mean_rating",
          COALESCE(
            IF(
              SQRT(
                (
                  CAST(SUM(
                    CAST(FLOOR(
                      (
                        "t3"."scaled_value" * "t3"."scaled_value" * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT)
                  ) OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS DOUBLE) / 1000000000
                ) / CAST(NULLIF(
                  COUNT("t3"."scaled_value" * "t3"."scaled_value") OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) AS DOUBLE)
              ) > 0,
              CAST("t3"."scaled_value" AS DOUBLE) / NULLIF(
                SQRT(
                  (
                    CAST(SUM(
                      CAST(FLOOR(
                        (
                          "t3"."scaled_value" * "t3"."scaled_value" * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT)
                    ) OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS DOUBLE) / 1000000000
                  ) / CAST(NULLIF(
                    COUNT("t3"."scaled_value" * "t3"."scaled_value") OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) AS DOUBLE)
                ),
                0
              ),
              CAST(0.0 AS DOUBLE)
            ),
            CAST(0.0 AS DOUBLE)
          ) AS "scaled_value",
          COALESCE(
            IF(
              SQRT(
                (
                  CAST(SUM(
                    CAST(FLOOR(
                      (
                        "t3"."scaled_minutes" * "t3"."scaled_minutes" * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT)
                  ) OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS DOUBLE) / 1000000000
                ) / CAST(NULLIF(
                  COUNT("t3"."scaled_minutes" * "t3"."scaled_minutes") OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) AS DOUBLE)
              ) > 0,
              CAST("t3"."scaled_minutes" AS DOUBLE) / NULLIF(
                SQRT(
                  (
                    CAST(SUM(
                      CAST(FLOOR(
                        (
                          "t3"."scaled_minutes" * "t3"."scaled_minutes" * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT)
                    ) OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS DOUBLE) / 1000000000
                  ) / CAST(NULLIF(
                    COUNT("t3"."scaled_minutes" * "t3"."scaled_minutes") OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) AS DOUBLE)
                ),
                0
              ),
              CAST(0.0 AS DOUBLE)
            ),
            CAST(0.0 AS DOUBLE)
          ) AS "scaled_minutes",
          COALESCE(
            IF(
              SQRT(
                (
                  CAST(SUM(
                    CAST(FLOOR(
                      (
                        "t3"."scaled_active_days" * "t3"."scaled_active_days" * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT)
                  ) OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS DOUBLE) / 1000000000
                ) / CAST(NULLIF(
                  COUNT("t3"."scaled_active_days" * "t3"."scaled_active_days") OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) AS DOUBLE)
              ) > 0,
              CAST("t3"."scaled_active_days" AS DOUBLE) / NULLIF(
                SQRT(
                  (
                    CAST(SUM(
                      CAST(FLOOR(
                        (
                          "t3"."scaled_active_days" * "t3"."scaled_active_days" * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT)
                    ) OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS DOUBLE) / 1000000000
                  ) / CAST(NULLIF(
                    COUNT("t3"."scaled_active_days" * "t3"."scaled_active_days") OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) AS DOUBLE)
                ),
                0
              ),
              CAST(0.0 AS DOUBLE)
            ),
            CAST(0.0 AS DOUBLE)
          ) AS "scaled_active_days",
          COALESCE(
            IF(
              SQRT(
                (
                  CAST(SUM(
                    CAST(FLOOR(
                      (
                        "t3"."scaled_features_used" * "t3"."scaled_features_used" * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT)
                  ) OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS DOUBLE) / 1000000000
                ) / CAST(NULLIF(
                  COUNT("t3"."scaled_features_used" * "t3"."scaled_features_used") OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) AS DOUBLE)
              ) > 0,
              CAST("t3"."scaled_features_used" AS DOUBLE) / NULLIF(
                SQRT(
                  (
                    CAST(SUM(
                      CAST(FLOOR(
                        (
                          "t3"."scaled_features_used" * "t3"."scaled_features_used" * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT)
                    ) OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS DOUBLE) / 1000000000
                  ) / CAST(NULLIF(
                    COUNT("t3"."scaled_features_used" * "t3"."scaled_features_used") OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) AS DOUBLE)
                ),
                0
              ),
              CAST(0.0 AS DOUBLE)
            ),
            CAST(0.0 AS DOUBLE)
          ) AS "scaled_features_used",
          COALESCE(
            IF(
              SQRT(
                (
                  CAST(SUM(
                    CAST(FLOOR(
                      (
                        "t3"."scaled_feature_clicks" * "t3"."scaled_feature_clicks" * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT)
                  ) OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS DOUBLE) / 1000000000
                ) / CAST(NULLIF(
                  COUNT("t3"."scaled_feature_clicks" * "t3"."scaled_feature_clicks") OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) AS DOUBLE)
              ) > 0,
              CAST("t3"."scaled_feature_clicks" AS DOUBLE) / NULLIF(
                SQRT(
                  (
                    CAST(SUM(
                      CAST(FLOOR(
                        (
                          "t3"."scaled_feature_clicks" * "t3"."scaled_feature_clicks" * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT)
                    ) OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS DOUBLE) / 1000000000
                  ) / CAST(NULLIF(
                    COUNT("t3"."scaled_feature_clicks" * "t3"."scaled_feature_clicks") OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) AS DOUBLE)
                ),
                0
              ),
              CAST(0.0 AS DOUBLE)
            ),
            CAST(0.0 AS DOUBLE)
          ) AS "scaled_feature_clicks",
          COALESCE(
            IF(
              SQRT(
                (
                  CAST(SUM(
                    CAST(FLOOR(
                      (
                        "t3"."scaled_days_since_last" * "t3"."scaled_days_since_last" * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT)
                  ) OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS DOUBLE) / 1000000000
                ) / CAST(NULLIF(
                  COUNT("t3"."scaled_days_since_last" * "t3"."scaled_days_since_last") OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) AS DOUBLE)
              ) > 0,
              CAST("t3"."scaled_days_since_last" AS DOUBLE) / NULLIF(
                SQRT(
                  (
                    CAST(SUM(
                      CAST(FLOOR(
                        (
                          "t3"."scaled_days_since_last" * "t3"."scaled_days_since_last" * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT)
                    ) OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS DOUBLE) / 1000000000
                  ) / CAST(NULLIF(
                    COUNT("t3"."scaled_days_since_last" * "t3"."scaled_days_since_last") OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) AS DOUBLE)
                ),
                0
              ),
              CAST(0.0 AS DOUBLE)
            ),
            CAST(0.0 AS DOUBLE)
          ) AS "scaled_days_since_last",
          COALESCE(
            IF(
              SQRT(
                (
                  CAST(SUM(
                    CAST(FLOOR(
                      (
                        "t3"."scaled_latest_rating" * "t3"."scaled_latest_rating" * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT)
                  ) OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS DOUBLE) / 1000000000
                ) / CAST(NULLIF(
                  COUNT("t3"."scaled_latest_rating" * "t3"."scaled_latest_rating") OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) AS DOUBLE)
              ) > 0,
              CAST("t3"."scaled_latest_rating" AS DOUBLE) / NULLIF(
                SQRT(
                  (
                    CAST(SUM(
                      CAST(FLOOR(
                        (
                          "t3"."scaled_latest_rating" * "t3"."scaled_latest_rating" * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT)
                    ) OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS DOUBLE) / 1000000000
                  ) / CAST(NULLIF(
                    COUNT("t3"."scaled_latest_rating" * "t3"."scaled_latest_rating") OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) AS DOUBLE)
                ),
                0
              ),
              CAST(0.0 AS DOUBLE)
            ),
            CAST(0.0 AS DOUBLE)
          ) AS "scaled_latest_rating",
          COALESCE(
            IF(
              SQRT(
                (
                  CAST(SUM(
                    CAST(FLOOR(
                      (
                        "t3"."scaled_mean_rating" * "t3"."scaled_mean_rating" * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT)
                  ) OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) AS DOUBLE) / 1000000000
                ) / CAST(NULLIF(
                  COUNT("t3"."scaled_mean_rating" * "t3"."scaled_mean_rating") OVER (
                    PARTITION BY "t3"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) AS DOUBLE)
              ) > 0,
              CAST("t3"."scaled_mean_rating" AS DOUBLE) / NULLIF(
                SQRT(
                  (
                    CAST(SUM(
                      CAST(FLOOR(
                        (
                          "t3"."scaled_mean_rating" * "t3"."scaled_mean_rating" * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT)
                    ) OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) AS DOUBLE) / 1000000000
                  ) / CAST(NULLIF(
                    COUNT("t3"."scaled_mean_rating" * "t3"."scaled_mean_rating") OVER (
                      PARTITION BY "t3"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) AS DOUBLE)
                ),
                0
              ),
              CAST(0.0 AS DOUBLE)
            ),
            CAST(0.0 AS DOUBLE)
          ) AS "scaled_mean_rating"
        FROM (
          SELECT
            "t2"."window_id",
            "t2"."customer_id",
            "t2"."active",
            "t2"."raw_value",
            "t2"."raw_minutes",
            "t2"."raw_active_days",
            "t2"."raw_features_used",
            "t2"."raw_feature_clicks",
            "t2"."raw_days_since_last",
            "t2"."raw_latest_rating",
            "t2"."raw_mean_rating",
            "t2"."scaled_value" - (
              (
                CAST(SUM(
                  CAST(FLOOR((
                    "t2"."scaled_value" * 1000000000
                  ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
                ) OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE) / 1000000000
              ) / CAST(NULLIF(
                COUNT("t2"."scaled_value") OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ) AS "scaled_value",
            "t2"."scaled_minutes" - (
              (
                CAST(SUM(
                  CAST(FLOOR((
                    "t2"."scaled_minutes" * 1000000000
                  ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
                ) OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE) / 1000000000
              ) / CAST(NULLIF(
                COUNT("t2"."scaled_minutes") OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ) AS "scaled_minutes",
            "t2"."scaled_active_days" - (
              (
                CAST(SUM(
                  CAST(FLOOR((
                    "t2"."scaled_active_days" * 1000000000
                  ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
                ) OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE) / 1000000000
              ) / CAST(NULLIF(
                COUNT("t2"."scaled_active_days") OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ) AS "scaled_active_days",
            "t2"."scaled_features_used" - (
              (
                CAST(SUM(
                  CAST(FLOOR((
                    "t2"."scaled_features_used" * 1000000000
                  ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
                ) OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE) / 1000000000
              ) / CAST(NULLIF(
                COUNT("t2"."scaled_features_used") OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ) AS "scaled_features_used",
            "t2"."scaled_feature_clicks" - (
              (
                CAST(SUM(
                  CAST(FLOOR((
                    "t2"."scaled_feature_clicks" * 1000000000
                  ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
                ) OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE) / 1000000000
              ) / CAST(NULLIF(
                COUNT("t2"."scaled_feature_clicks") OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ) AS "scaled_feature_clicks",
            "t2"."scaled_days_since_last" - (
              (
                CAST(SUM(
                  CAST(FLOOR((
                    "t2"."scaled_days_since_last" * 1000000000
                  ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
                ) OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE) / 1000000000
              ) / CAST(NULLIF(
                COUNT("t2"."scaled_days_since_last") OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ) AS "scaled_days_since_last",
            "t2"."scaled_latest_rating" - (
              (
                CAST(SUM(
                  CAST(FLOOR((
                    "t2"."scaled_latest_rating" * 1000000000
                  ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
                ) OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE) / 1000000000
              ) / CAST(NULLIF(
                COUNT("t2"."scaled_latest_rating") OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ) AS "scaled_latest_rating",
            "t2"."scaled_mean_rating" - (
              (
                CAST(SUM(
                  CAST(FLOOR((
                    "t2"."scaled_mean_rating" * 1000000000
                  ) + CAST(0.5 AS DOUBLE)) AS BIGINT)
                ) OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE) / 1000000000
              ) / CAST(NULLIF(
                COUNT("t2"."scaled_mean_rating") OVER (
                  PARTITION BY "t2"."window_id"
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ) AS "scaled_mean_rating"
          FROM (
            SELECT
              "t1"."window_id",
              "t1"."customer_id",
              "t1"."active",
              "t1"."raw_value",
              "t1"."raw_minutes",
              "t1"."raw_active_days",
              "t1"."raw_features_used",
              "t1"."raw_feature_clicks",
              "t1"."raw_days_since_last",
              "t1"."raw_latest_rating",
              "t1"."raw_mean_rating",
              IF(
                "t1"."raw_value" IS NULL,
                CAST(NULL AS DOUBLE),
                IF(
                  MAX("t1"."raw_value") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) > MIN("t1"."raw_value") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  CAST((
                    "t1"."raw_value" - MIN("t1"."raw_value") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    )
                  ) AS DOUBLE) / NULLIF(
                    MAX("t1"."raw_value") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN("t1"."raw_value") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ),
                  CAST(0.0 AS DOUBLE)
                )
              ) AS "scaled_value",
              IF(
                "t1"."raw_minutes" IS NULL,
                CAST(NULL AS DOUBLE),
                IF(
                  MAX("t1"."raw_minutes") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) > MIN("t1"."raw_minutes") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  CAST((
                    "t1"."raw_minutes" - MIN("t1"."raw_minutes") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    )
                  ) AS DOUBLE) / NULLIF(
                    MAX("t1"."raw_minutes") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN("t1"."raw_minutes") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ),
                  CAST(0.0 AS DOUBLE)
                )
              ) AS "scaled_minutes",
              IF(
                "t1"."raw_active_days" IS NULL,
                CAST(NULL AS DOUBLE),
                IF(
                  MAX("t1"."raw_active_days") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) > MIN("t1"."raw_active_days") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  CAST((
                    "t1"."raw_active_days" - MIN("t1"."raw_active_days") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    )
                  ) AS DOUBLE) / NULLIF(
                    MAX("t1"."raw_active_days") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN("t1"."raw_active_days") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ),
                  CAST(0.0 AS DOUBLE)
                )
              ) AS "scaled_active_days",
              IF(
                "t1"."raw_features_used" IS NULL,
                CAST(NULL AS DOUBLE),
                IF(
                  MAX("t1"."raw_features_used") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) > MIN("t1"."raw_features_used") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  CAST((
                    "t1"."raw_features_used" - MIN("t1"."raw_features_used") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    )
                  ) AS DOUBLE) / NULLIF(
                    MAX("t1"."raw_features_used") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN("t1"."raw_features_used") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ),
                  CAST(0.0 AS DOUBLE)
                )
              ) AS "scaled_features_used",
              IF(
                "t1"."raw_feature_clicks" IS NULL,
                CAST(NULL AS DOUBLE),
                IF(
                  MAX("t1"."raw_feature_clicks") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) > MIN("t1"."raw_feature_clicks") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  CAST((
                    "t1"."raw_feature_clicks" - MIN("t1"."raw_feature_clicks") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    )
                  ) AS DOUBLE) / NULLIF(
                    MAX("t1"."raw_feature_clicks") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN("t1"."raw_feature_clicks") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ),
                  CAST(0.0 AS DOUBLE)
                )
              ) AS "scaled_feature_clicks",
              IF(
                "t1"."raw_days_since_last" IS NULL,
                CAST(NULL AS DOUBLE),
                IF(
                  MAX("t1"."raw_days_since_last") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) > MIN("t1"."raw_days_since_last") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  CAST((
                    "t1"."raw_days_since_last" - MIN("t1"."raw_days_since_last") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    )
                  ) AS DOUBLE) / NULLIF(
                    MAX("t1"."raw_days_since_last") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN("t1"."raw_days_since_last") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ),
                  CAST(0.0 AS DOUBLE)
                )
              ) AS "scaled_days_since_last",
              IF(
                "t1"."raw_latest_rating" IS NULL,
                CAST(NULL AS DOUBLE),
                IF(
                  MAX("t1"."raw_latest_rating") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) > MIN("t1"."raw_latest_rating") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  CAST((
                    "t1"."raw_latest_rating" - MIN("t1"."raw_latest_rating") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    )
                  ) AS DOUBLE) / NULLIF(
                    MAX("t1"."raw_latest_rating") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN("t1"."raw_latest_rating") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ),
                  CAST(0.0 AS DOUBLE)
                )
              ) AS "scaled_latest_rating",
              IF(
                "t1"."raw_mean_rating" IS NULL,
                CAST(NULL AS DOUBLE),
                IF(
                  MAX("t1"."raw_mean_rating") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) > MIN("t1"."raw_mean_rating") OVER (
                    PARTITION BY "t1"."window_id"
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  CAST((
                    "t1"."raw_mean_rating" - MIN("t1"."raw_mean_rating") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    )
                  ) AS DOUBLE) / NULLIF(
                    MAX("t1"."raw_mean_rating") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN("t1"."raw_mean_rating") OVER (
                      PARTITION BY "t1"."window_id"
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ),
                  CAST(0.0 AS DOUBLE)
                )
              ) AS "scaled_mean_rating"
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
                ) AS "raw_value",
                IF(
                  "t0"."active",
                  IF(
                    (
                      (
                        "t0"."minutes" - "t0"."minutes"
                      ) = 0
                    )
                    AND (
                      ABS("t0"."minutes") <= CAST(1000000000000.0 AS DOUBLE)
                    ),
                    "t0"."minutes",
                    CAST(NULL AS DOUBLE)
                  ),
                  CAST(NULL AS DOUBLE)
                ) AS "raw_minutes",
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
                ) AS "raw_active_days",
                IF(
                  "t0"."active",
                  IF(
                    (
                      (
                        "t0"."features_used" - "t0"."features_used"
                      ) = 0
                    )
                    AND (
                      ABS("t0"."features_used") <= CAST(1000000000000.0 AS DOUBLE)
                    ),
                    "t0"."features_used",
                    CAST(NULL AS DOUBLE)
                  ),
                  CAST(NULL AS DOUBLE)
                ) AS "raw_features_used",
                IF(
                  "t0"."active",
                  IF(
                    (
                      (
                        "t0"."feature_clicks" - "t0"."feature_clicks"
                      ) = 0
                    )
                    AND (
                      ABS("t0"."feature_clicks") <= CAST(1000000000000.0 AS DOUBLE)
                    ),
                    "t0"."feature_clicks",
                    CAST(NULL AS DOUBLE)
                  ),
                  CAST(NULL AS DOUBLE)
                ) AS "raw_feature_clicks",
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
                ) AS "raw_days_since_last",
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
                ) AS "raw_latest_rating",
                IF(
                  "t0"."active",
                  IF(
                    (
                      (
                        "t0"."mean_rating" - "t0"."mean_rating"
                      ) = 0
                    )
                    AND (
                      ABS("t0"."mean_rating") <= CAST(1000000000000.0 AS DOUBLE)
                    ),
                    "t0"."mean_rating",
                    CAST(NULL AS DOUBLE)
                  ),
                  CAST(NULL AS DOUBLE)
                ) AS "raw_mean_rating"
              FROM "valuecast_signals" AS "t0"
            ) AS "t1"
          ) AS "t2"
        ) AS "t3"
      ) AS "t4"
    ) AS "t5"
  ) AS "t6"
) AS "t7"
