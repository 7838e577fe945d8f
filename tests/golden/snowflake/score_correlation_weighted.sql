SELECT
  "t40"."window_id",
  "t40"."customer_id",
  "t40"."value",
  "t40"."value" >= "t40"."threshold" AS "high_value",
  "t40"."part_value",
  "t40"."part_minutes",
  "t40"."part_active_days",
  "t40"."part_features_used",
  "t40"."part_feature_clicks",
  "t40"."part_days_since_last",
  "t40"."part_latest_rating",
  "t40"."part_mean_rating"
FROM (
  SELECT
    "t39".*
    EXCLUDE ("window_id_found")
  FROM (
    SELECT
      "t30"."window_id",
      "t30"."customer_id",
      "t30"."part_value",
      "t30"."part_minutes",
      "t30"."part_active_days",
      "t30"."part_features_used",
      "t30"."part_feature_clicks",
      "t30"."part_days_since_last",
      "t30"."part_latest_rating",
      "t30"."part_mean_rating",
      "t30"."value",
      "t38"."window_id_found",
      "t38"."threshold"
    FROM (
      SELECT
        "t26"."window_id",
        "t26"."customer_id",
        "t26"."part_value",
        "t26"."part_minutes",
        "t26"."part_active_days",
        "t26"."part_features_used",
        "t26"."part_feature_clicks",
        "t26"."part_days_since_last",
        "t26"."part_latest_rating",
        "t26"."part_mean_rating",
        CAST(CAST(FLOOR(
          (
            (
              "t26"."part_value" + "t26"."part_minutes" + "t26"."part_active_days" + "t26"."part_features_used" + "t26"."part_feature_clicks" + "t26"."part_days_since_last" + "t26"."part_latest_rating" + "t26"."part_mean_rating"
            ) * 1000000000
          ) + 0.5
        ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
      FROM (
        SELECT
          "t24"."window_id",
          "t24"."customer_id",
          IFF("t24"."active", "t24"."scaled_value" * "t24"."rho_value", CAST(NULL AS DOUBLE)) AS "part_value",
          IFF("t24"."active", "t24"."scaled_minutes" * "t24"."rho_minutes", CAST(NULL AS DOUBLE)) AS "part_minutes",
          IFF(
            "t24"."active",
            "t24"."scaled_active_days" * "t24"."rho_active_days",
            CAST(NULL AS DOUBLE)
          ) AS "part_active_days",
          IFF(
            "t24"."active",
            "t24"."scaled_features_used" * "t24"."rho_features_used",
            CAST(NULL AS DOUBLE)
          ) AS "part_features_used",
          IFF(
            "t24"."active",
            "t24"."scaled_feature_clicks" * "t24"."rho_feature_clicks",
            CAST(NULL AS DOUBLE)
          ) AS "part_feature_clicks",
          IFF(
            "t24"."active",
            "t24"."scaled_days_since_last" * "t24"."rho_days_since_last",
            CAST(NULL AS DOUBLE)
          ) AS "part_days_since_last",
          IFF(
            "t24"."active",
            "t24"."scaled_latest_rating" * "t24"."rho_latest_rating",
            CAST(NULL AS DOUBLE)
          ) AS "part_latest_rating",
          IFF(
            "t24"."active",
            "t24"."scaled_mean_rating" * "t24"."rho_mean_rating",
            CAST(NULL AS DOUBLE)
          ) AS "part_mean_rating"
        FROM (
          SELECT
            "t22".*
            EXCLUDE ("window_id_found")
          FROM (
            SELECT
              "t20"."window_id",
              "t20"."active",
              "t20"."customer_id",
              "t20"."scaled_value",
              "t20"."scaled_minutes",
              "t20"."scaled_active_days",
              "t20"."scaled_features_used",
              "t20"."scaled_feature_clicks",
              "t20"."scaled_days_since_last",
              "t20"."scaled_latest_rating",
              "t20"."scaled_mean_rating",
              "t6"."window_id_found",
              "t6"."rho_active_days",
              "t6"."rho_days_since_last",
              "t6"."rho_feature_clicks",
              "t6"."rho_features_used",
              "t6"."rho_latest_rating",
              "t6"."rho_mean_rating",
              "t6"."rho_minutes",
              "t6"."rho_value"
            FROM (
              SELECT
                "t16"."window_id",
                "t16"."active",
                "t16"."customer_id",
                COALESCE(
                  (
                    "t16"."scaled_value" - "t16"."low_scaled_value"
                  ) / "t16"."unit_scaled_value",
                  "t16"."otherwise_scaled_value"
                ) AS "scaled_value",
                COALESCE(
                  (
                    "t16"."scaled_minutes" - "t16"."low_scaled_minutes"
                  ) / "t16"."unit_scaled_minutes",
                  "t16"."otherwise_scaled_minutes"
                ) AS "scaled_minutes",
                COALESCE(
                  (
                    "t16"."scaled_active_days" - "t16"."low_scaled_active_days"
                  ) / "t16"."unit_scaled_active_days",
                  "t16"."otherwise_scaled_active_days"
                ) AS "scaled_active_days",
                COALESCE(
                  (
                    "t16"."scaled_features_used" - "t16"."low_scaled_features_used"
                  ) / "t16"."unit_scaled_features_used",
                  "t16"."otherwise_scaled_features_used"
                ) AS "scaled_features_used",
                COALESCE(
                  (
                    "t16"."scaled_feature_clicks" - "t16"."low_scaled_feature_clicks"
                  ) / "t16"."unit_scaled_feature_clicks",
                  "t16"."otherwise_scaled_feature_clicks"
                ) AS "scaled_feature_clicks",
                COALESCE(
                  (
                    "t16"."scaled_days_since_last" - "t16"."low_scaled_days_since_last"
                  ) / "t16"."unit_scaled_days_since_last",
                  "t16"."otherwise_scaled_days_since_last"
                ) AS "scaled_days_since_last",
                COALESCE(
                  (
                    "t16"."scaled_latest_rating" - "t16"."low_scaled_latest_rating"
                  ) / "t16"."unit_scaled_latest_rating",
                  "t16"."otherwise_scaled_latest_rating"
                ) AS "scaled_latest_rating",
                COALESCE(
                  (
                    "t16"."scaled_mean_rating" - "t16"."low_scaled_mean_rating"
                  ) / "t16"."unit_scaled_mean_rating",
                  "t16"."otherwise_scaled_mean_rating"
                ) AS "scaled_mean_rating"
              FROM (
                SELECT
                  "t14".*
                  EXCLUDE ("window_id_found")
                FROM (
                  SELECT
                    "t12"."window_id",
                    "t12"."active",
                    "t12"."customer_id",
                    "t12"."scaled_value",
                    "t12"."scaled_minutes",
                    "t12"."scaled_active_days",
                    "t12"."scaled_features_used",
                    "t12"."scaled_feature_clicks",
                    "t12"."scaled_days_since_last",
                    "t12"."scaled_latest_rating",
                    "t12"."scaled_mean_rating",
                    "t9"."window_id_found",
                    "t9"."low_scaled_value",
                    "t9"."unit_scaled_value",
                    "t9"."otherwise_scaled_value",
                    "t9"."low_scaled_minutes",
                    "t9"."unit_scaled_minutes",
                    "t9"."otherwise_scaled_minutes",
                    "t9"."low_scaled_active_days",
                    "t9"."unit_scaled_active_days",
                    "t9"."otherwise_scaled_active_days",
                    "t9"."low_scaled_features_used",
                    "t9"."unit_scaled_features_used",
                    "t9"."otherwise_scaled_features_used",
                    "t9"."low_scaled_feature_clicks",
                    "t9"."unit_scaled_feature_clicks",
                    "t9"."otherwise_scaled_feature_clicks",
                    "t9"."low_scaled_days_since_last",
                    "t9"."unit_scaled_days_since_last",
                    "t9"."otherwise_scaled_days_since_last",
                    "t9"."low_scaled_latest_rating",
                    "t9"."unit_scaled_latest_rating",
                    "t9"."otherwise_scaled_latest_rating",
                    "t9"."low_scaled_mean_rating",
                    "t9"."unit_scaled_mean_rating",
                    "t9"."otherwise_scaled_mean_rating"
                  FROM (
                    SELECT
                      "t1"."window_id",
                      "t1"."active",
                      "t1"."customer_id",
                      IFF(
                        (
                          (
                            "t1"."value" - "t1"."value"
                          ) = 0
                        )
                        AND (
                          ABS("t1"."value") <= 1000000000000.0
                        ),
                        "t1"."value",
                        CAST(NULL AS DOUBLE)
                      ) AS "scaled_value",
                      IFF(
                        (
                          (
                            "t1"."minutes" - "t1"."minutes"
                          ) = 0
                        )
                        AND (
                          ABS("t1"."minutes") <= 1000000000000.0
                        ),
                        "t1"."minutes",
                        CAST(NULL AS DOUBLE)
                      ) AS "scaled_minutes",
                      IFF(
                        (
                          (
                            "t1"."active_days" - "t1"."active_days"
                          ) = 0
                        )
                        AND (
                          ABS("t1"."active_days") <= 1000000000000.0
                        ),
                        "t1"."active_days",
                        CAST(NULL AS DOUBLE)
                      ) AS "scaled_active_days",
                      IFF(
                        (
                          (
                            "t1"."features_used" - "t1"."features_used"
                          ) = 0
                        )
                        AND (
                          ABS("t1"."features_used") <= 1000000000000.0
                        ),
                        "t1"."features_used",
                        CAST(NULL AS DOUBLE)
                      ) AS "scaled_features_used",
                      IFF(
                        (
                          (
                            "t1"."feature_clicks" - "t1"."feature_clicks"
                          ) = 0
                        )
                        AND (
                          ABS("t1"."feature_clicks") <= 1000000000000.0
                        ),
                        "t1"."feature_clicks",
                        CAST(NULL AS DOUBLE)
                      ) AS "scaled_feature_clicks",
                      IFF(
                        (
                          (
                            "t1"."days_since_last" - "t1"."days_since_last"
                          ) = 0
                        )
                        AND (
                          ABS("t1"."days_since_last") <= 1000000000000.0
                        ),
                        "t1"."days_since_last",
                        CAST(NULL AS DOUBLE)
                      ) AS "scaled_days_since_last",
                      IFF(
                        (
                          (
                            "t1"."latest_rating" - "t1"."latest_rating"
                          ) = 0
                        )
                        AND (
                          ABS("t1"."latest_rating") <= 1000000000000.0
                        ),
                        "t1"."latest_rating",
                        CAST(NULL AS DOUBLE)
                      ) AS "scaled_latest_rating",
                      IFF(
                        (
                          (
                            "t1"."mean_rating" - "t1"."mean_rating"
                          ) = 0
                        )
                        AND (
                          ABS("t1"."mean_rating") <= 1000000000000.0
                        ),
                        "t1"."mean_rating",
                        CAST(NULL AS DOUBLE)
                      ) AS "scaled_mean_rating"
                    FROM "valuecast_signals" AS "t1"
                  ) AS "t12"
                  LEFT OUTER JOIN (
                    SELECT
                      "t2"."window_id" AS "window_id_found",
                      "t2"."low_value" + (
                        "t2"."average_value" * "t2"."unit_value"
                      ) AS "low_scaled_value",
                      "t2"."unit_value" * "t2"."spread_value" AS "unit_scaled_value",
                      0.0 AS "otherwise_scaled_value",
                      "t2"."low_minutes" + (
                        "t2"."average_minutes" * "t2"."unit_minutes"
                      ) AS "low_scaled_minutes",
                      "t2"."unit_minutes" * "t2"."spread_minutes" AS "unit_scaled_minutes",
                      0.0 AS "otherwise_scaled_minutes",
                      "t2"."low_active_days" + (
                        "t2"."average_active_days" * "t2"."unit_active_days"
                      ) AS "low_scaled_active_days",
                      "t2"."unit_active_days" * "t2"."spread_active_days" AS "unit_scaled_active_days",
                      0.0 AS "otherwise_scaled_active_days",
                      "t2"."low_features_used" + (
                        "t2"."average_features_used" * "t2"."unit_features_used"
                      ) AS "low_scaled_features_used",
                      "t2"."unit_features_used" * "t2"."spread_features_used" AS "unit_scaled_features_used",
                      0.0 AS "otherwise_scaled_features_used",
                      "t2"."low_feature_clicks" + (
                        "t2"."average_feature_clicks" * "t2"."unit_feature_clicks"
                      ) AS "low_scaled_feature_clicks",
                      "t2"."unit_feature_clicks" * "t2"."spread_feature_clicks" AS "unit_scaled_feature_clicks",
                      0.0 AS "otherwise_scaled_feature_clicks",
                      "t2"."low_days_since_last" + (
                        "t2"."average_days_since_last" * "t2"."unit_days_since_last"
                      ) AS "low_scaled_days_since_last",
                      "t2"."unit_days_since_last" * "t2"."spread_days_since_last" AS "unit_scaled_days_since_last",
                      0.0 AS "otherwise_scaled_days_since_last",
                      "t2"."low_latest_rating" + (
                        "t2"."average_latest_rating" * "t2"."unit_latest_rating"
                      ) AS "low_scaled_latest_rating",
                      "t2"."unit_latest_rating" * "t2"."spread_latest_rating" AS "unit_scaled_latest_rating",
                      0.0 AS "otherwise_scaled_latest_rating",
                      "t2"."low_mean_rating" + (
                        "t2"."average_mean_rating" * "t2"."unit_mean_rating"
                      ) AS "low_scaled_mean_rating",
                      "t2"."unit_mean_rating" * "t2"."spread_mean_rating" AS "unit_scaled_mean_rating",
                      0.0 AS "otherwise_scaled_mean_rating"
                    FROM "valuecast_lines" AS "t2"
                  ) AS "t9"
                    ON "t12"."window_id" = "t9"."window_id_found"
                ) AS "t14"
              ) AS "t16"
            ) AS "t20"
            LEFT OUTER JOIN (
              SELECT
                "t0"."window_id" AS "window_id_found",
                "t0"."rho_active_days",
                "t0"."rho_days_since_last",
                "t0"."rho_feature_clicks",
                "t0"."rho_features_used",
                "t0"."rho_latest_rating",
                "t0"."rho_mean_rating",
                "t0"."rho_minutes",
                "t0"."rho_value"
              FROM "in_memory_1" AS "t0"
            ) AS "t6"
              ON "t20"."window_id" = "t6"."window_id_found"
          ) AS "t22"
        ) AS "t24"
      ) AS "t26"
    ) AS "t30"
    LEFT OUTER JOIN (
      SELECT
        "t36"."window_id" AS "window_id_found",
        "t36"."threshold"
      FROM (
        SELECT
          "t35"."window_id",
          MIN("t35"."met") AS "threshold"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t33"."window_id",
              "t33"."met",
              "t33"."n",
              "t33"."up_to",
              MAX("t33"."up_to") OVER (
                PARTITION BY "t33"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "known"
            FROM (
              SELECT
                "t32"."window_id",
                "t32"."met",
                "t32"."n",
                CAST(SUM("t32"."n") OVER (
                  PARTITION BY "t32"."window_id"
                  ORDER BY "t32"."met" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS DOUBLE) AS "up_to"
              FROM (
                SELECT
                  "t31"."window_id",
                  "t31"."met",
                  COUNT(*) AS "n"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t27"."window_id",
                      CAST(CAST(FLOOR(
                        (
                          (
                            "t27"."part_value" + "t27"."part_minutes" + "t27"."part_active_days" + "t27"."part_features_used" + "t27"."part_feature_clicks" + "t27"."part_days_since_last" + "t27"."part_latest_rating" + "t27"."part_mean_rating"
                          ) * 1000000000
                        ) + 0.5
                      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "met"
                    FROM (
                      SELECT
                        "t25"."window_id",
                        IFF("t25"."active", "t25"."scaled_value" * "t25"."rho_value", CAST(NULL AS DOUBLE)) AS "part_value",
                        IFF("t25"."active", "t25"."scaled_minutes" * "t25"."rho_minutes", CAST(NULL AS DOUBLE)) AS "part_minutes",
                        IFF(
                          "t25"."active",
                          "t25"."scaled_active_days" * "t25"."rho_active_days",
                          CAST(NULL AS DOUBLE)
                        ) AS "part_active_days",
                        IFF(
                          "t25"."active",
                          "t25"."scaled_features_used" * "t25"."rho_features_used",
                          CAST(NULL AS DOUBLE)
                        ) AS "part_features_used",
                        IFF(
                          "t25"."active",
                          "t25"."scaled_feature_clicks" * "t25"."rho_feature_clicks",
                          CAST(NULL AS DOUBLE)
                        ) AS "part_feature_clicks",
                        IFF(
                          "t25"."active",
                          "t25"."scaled_days_since_last" * "t25"."rho_days_since_last",
                          CAST(NULL AS DOUBLE)
                        ) AS "part_days_since_last",
                        IFF(
                          "t25"."active",
                          "t25"."scaled_latest_rating" * "t25"."rho_latest_rating",
                          CAST(NULL AS DOUBLE)
                        ) AS "part_latest_rating",
                        IFF(
                          "t25"."active",
                          "t25"."scaled_mean_rating" * "t25"."rho_mean_rating",
                          CAST(NULL AS DOUBLE)
                        ) AS "part_mean_rating"
                      FROM (
                        SELECT
                          "t23".*
                          EXCLUDE ("window_id_found")
                        FROM (
                          SELECT
                            "t21"."window_id",
                            "t21"."active",
                            "t21"."scaled_value",
                            "t21"."scaled_minutes",
                            "t21"."scaled_active_days",
                            "t21"."scaled_features_used",
                            "t21"."scaled_feature_clicks",
                            "t21"."scaled_days_since_last",
                            "t21"."scaled_latest_rating",
                            "t21"."scaled_mean_rating",
                            "t7"."window_id_found",
                            "t7"."rho_active_days",
                            "t7"."rho_days_since_last",
                            "t7"."rho_feature_clicks",
                            "t7"."rho_features_used",
                            "t7"."rho_latest_rating",
                            "t7"."rho_mean_rating",
                            "t7"."rho_minutes",
                            "t7"."rho_value"
                          FROM (
                            SELECT
                              "t17"."window_id",
                              "t17"."active",
                              COALESCE(
                                (
                                  "t17"."scaled_value" - "t17"."low_scaled_value"
                                ) / "t17"."unit_scaled_value",
                                "t17"."otherwise_scaled_value"
                              ) AS "scaled_value",
                              COALESCE(
                                (
                                  "t17"."scaled_minutes" - "t17"."low_scaled_minutes"
                                ) / "t17"."unit_scaled_minutes",
                                "t17"."otherwise_scaled_minutes"
                              ) AS "scaled_minutes",
                              COALESCE(
                                (
                                  "t17"."scaled_active_days" - "t17"."low_scaled_active_days"
                                ) / "t17"."unit_scaled_active_days",
                                "t17"."otherwise_scaled_active_days"
                              ) AS "scaled_active_days",
                              COALESCE(
                                (
                                  "t17"."scaled_features_used" - "t17"."low_scaled_features_used"
                                ) / "t17"."unit_scaled_features_used",
                                "t17"."otherwise_scaled_features_used"
                              ) AS "scaled_features_used",
                              COALESCE(
                                (
                                  "t17"."scaled_feature_clicks" - "t17"."low_scaled_feature_clicks"
                                ) / "t17"."unit_scaled_feature_clicks",
                                "t17"."otherwise_scaled_feature_clicks"
                              ) AS "scaled_feature_clicks",
                              COALESCE(
                                (
                                  "t17"."scaled_days_since_last" - "t17"."low_scaled_days_since_last"
                                ) / "t17"."unit_scaled_days_since_last",
                                "t17"."otherwise_scaled_days_since_last"
                              ) AS "scaled_days_since_last",
                              COALESCE(
                                (
                                  "t17"."scaled_latest_rating" - "t17"."low_scaled_latest_rating"
                                ) / "t17"."unit_scaled_latest_rating",
                                "t17"."otherwise_scaled_latest_rating"
                              ) AS "scaled_latest_rating",
                              COALESCE(
                                (
                                  "t17"."scaled_mean_rating" - "t17"."low_scaled_mean_rating"
                                ) / "t17"."unit_scaled_mean_rating",
                                "t17"."otherwise_scaled_mean_rating"
                              ) AS "scaled_mean_rating"
                            FROM (
                              SELECT
                                "t15".*
                                EXCLUDE ("window_id_found")
                              FROM (
                                SELECT
                                  "t13"."window_id",
                                  "t13"."active",
                                  "t13"."scaled_value",
                                  "t13"."scaled_minutes",
                                  "t13"."scaled_active_days",
                                  "t13"."scaled_features_used",
                                  "t13"."scaled_feature_clicks",
                                  "t13"."scaled_days_since_last",
                                  "t13"."scaled_latest_rating",
                                  "t13"."scaled_mean_rating",
                                  "t9"."window_id_found",
                                  "t9"."low_scaled_value",
                                  "t9"."unit_scaled_value",
                                  "t9"."otherwise_scaled_value",
                                  "t9"."low_scaled_minutes",
                                  "t9"."unit_scaled_minutes",
                                  "t9"."otherwise_scaled_minutes",
                                  "t9"."low_scaled_active_days",
                                  "t9"."unit_scaled_active_days",
                                  "t9"."otherwise_scaled_active_days",
                                  "t9"."low_scaled_features_used",
                                  "t9"."unit_scaled_features_used",
                                  "t9"."otherwise_scaled_features_used",
                                  "t9"."low_scaled_feature_clicks",
                                  "t9"."unit_scaled_feature_clicks",
                                  "t9"."otherwise_scaled_feature_clicks",
                                  "t9"."low_scaled_days_since_last",
                                  "t9"."unit_scaled_days_since_last",
                                  "t9"."otherwise_scaled_days_since_last",
                                  "t9"."low_scaled_latest_rating",
                                  "t9"."unit_scaled_latest_rating",
                                  "t9"."otherwise_scaled_latest_rating",
                                  "t9"."low_scaled_mean_rating",
                                  "t9"."unit_scaled_mean_rating",
                                  "t9"."otherwise_scaled_mean_rating"
                                FROM (
                                  SELECT
                                    "t1"."window_id",
                                    "t1"."active",
                                    IFF(
                                      (
                                        (
                                          "t1"."value" - "t1"."value"
                                        ) = 0
                                      )
                                      AND (
                                        ABS("t1"."value") <= 1000000000000.0
                                      ),
                                      "t1"."value",
                                      CAST(NULL AS DOUBLE)
                                    ) AS "scaled_value",
                                    IFF(
                                      (
                                        (
                                          "t1"."minutes" - "t1"."minutes"
                                        ) = 0
                                      )
                                      AND (
                                        ABS("t1"."minutes") <= 1000000000000.0
                                      ),
                                      "t1"."minutes",
                                      CAST(NULL AS DOUBLE)
                                    ) AS "scaled_minutes",
                                    IFF(
                                      (
                                        (
                                          "t1"."active_days" - "t1"."active_days"
                                        ) = 0
                                      )
                                      AND (
                                        ABS("t1"."active_days") <= 1000000000000.0
                                      ),
                                      "t1"."active_days",
                                      CAST(NULL AS DOUBLE)
                                    ) AS "scaled_active_days",
                                    IFF(
                                      (
                                        (
                                          "t1"."features_used" - "t1"."features_used"
                                        ) = 0
                                      )
                                      AND (
                                        ABS("t1"."features_used") <= 1000000000000.0
                                      ),
                                      "t1"."features_used",
                                      CAST(NULL AS DOUBLE)
                                    ) AS "scaled_features_used",
                                    IFF(
                                      (
                                        (
                                          "t1"."feature_clicks" - "t1"."feature_clicks"
                                        ) = 0
                                      )
                                      AND (
                                        ABS("t1"."feature_clicks") <= 1000000000000.0
                                      ),
                                      "t1"."feature_clicks",
                                      CAST(NULL AS DOUBLE)
                                    ) AS "scaled_feature_clicks",
                                    IFF(
                                      (
                                        (
                                          "t1"."days_since_last" - "t1"."days_since_last"
                                        ) = 0
                                      )
                                      AND (
                                        ABS("t1"."days_since_last") <= 1000000000000.0
                                      ),
                                      "t1"."days_since_last",
                                      CAST(NULL AS DOUBLE)
                                    ) AS "scaled_days_since_last",
                                    IFF(
                                      (
                                        (
                                          "t1"."latest_rating" - "t1"."latest_rating"
                                        ) = 0
                                      )
                                      AND (
                                        ABS("t1"."latest_rating") <= 1000000000000.0
                                      ),
                                      "t1"."latest_rating",
                                      CAST(NULL AS DOUBLE)
                                    ) AS "scaled_latest_rating",
                                    IFF(
                                      (
                                        (
                                          "t1"."mean_rating" - "t1"."mean_rating"
                                        ) = 0
                                      )
                                      AND (
                                        ABS("t1"."mean_rating") <= 1000000000000.0
                                      ),
                                      "t1"."mean_rating",
                                      CAST(NULL AS DOUBLE)
                                    ) AS "scaled_mean_rating"
                                  FROM "valuecast_signals" AS "t1"
                                ) AS "t13"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t2"."window_id" AS "window_id_found",
                                    "t2"."low_value" + (
                                      "t2"."average_value" * "t2"."unit_value"
                                    ) AS "low_scaled_value",
                                    "t2"."unit_value" * "t2"."spread_value" AS "unit_scaled_value",
                                    0.0 AS "otherwise_scaled_value",
                                    "t2"."low_minutes" + (
                                      "t2"."average_minutes" * "t2"."unit_minutes"
                                    ) AS "low_scaled_minutes",
                                    "t2"."unit_minutes" * "t2"."spread_minutes" AS "unit_scaled_minutes",
                                    0.0 AS "otherwise_scaled_minutes",
                                    "t2"."low_active_days" + (
                                      "t2"."average_active_days" * "t2"."unit_active_days"
                                    ) AS "low_scaled_active_days",
                                    "t2"."unit_active_days" * "t2"."spread_active_days" AS "unit_scaled_active_days",
                                    0.0 AS "otherwise_scaled_active_days",
                                    "t2"."low_features_used" + (
                                      "t2"."average_features_used" * "t2"."unit_features_used"
                                    ) AS "low_scaled_features_used",
                                    "t2"."unit_features_used" * "t2"."spread_features_used" AS "unit_scaled_features_used",
                                    0.0 AS "otherwise_scaled_features_used",
                                    "t2"."low_feature_clicks" + (
                                      "t2"."average_feature_clicks" * "t2"."unit_feature_clicks"
                                    ) AS "low_scaled_feature_clicks",
                                    "t2"."unit_feature_clicks" * "t2"."spread_feature_clicks" AS "unit_scaled_feature_clicks",
                                    0.0 AS "otherwise_scaled_feature_clicks",
                                    "t2"."low_days_since_last" + (
                                      "t2"."average_days_since_last" * "t2"."unit_days_since_last"
                                    ) AS "low_scaled_days_since_last",
                                    "t2"."unit_days_since_last" * "t2"."spread_days_since_last" AS "unit_scaled_days_since_last",
                                    0.0 AS "otherwise_scaled_days_since_last",
                                    "t2"."low_latest_rating" + (
                                      "t2"."average_latest_rating" * "t2"."unit_latest_rating"
                                    ) AS "low_scaled_latest_rating",
                                    "t2"."unit_latest_rating" * "t2"."spread_latest_rating" AS "unit_scaled_latest_rating",
                                    0.0 AS "otherwise_scaled_latest_rating",
                                    "t2"."low_mean_rating" + (
                                      "t2"."average_mean_rating" * "t2"."unit_mean_rating"
                                    ) AS "low_scaled_mean_rating",
                                    "t2"."unit_mean_rating" * "t2"."spread_mean_rating" AS "unit_scaled_mean_rating",
                                    0.0 AS "otherwise_scaled_mean_rating"
                                  FROM "valuecast_lines" AS "t2"
                                ) AS "t9"
                                  ON "t13"."window_id" = "t9"."window_id_found"
                              ) AS "t15"
                            ) AS "t17"
                          ) AS "t21"
                          LEFT OUTER JOIN (
                            SELECT
                              "t3"."window_id" AS "window_id_found",
                              "t3"."rho_active_days",
                              "t3"."rho_days_since_last",
                              "t3"."rho_feature_clicks",
                              "t3"."rho_features_used",
                              "t3"."rho_latest_rating",
                              "t3"."rho_mean_rating",
                              "t3"."rho_minutes",
                              "t3"."rho_value"
                            FROM "in_memory_2" AS "t3"
                          ) AS "t7"
                            ON "t21"."window_id" = "t7"."window_id_found"
                        ) AS "t23"
                      ) AS "t25"
                    ) AS "t27"
                  ) AS "t29"
                  WHERE
                    "t29"."met" IS NOT NULL
                ) AS "t31"
                GROUP BY
                  1,
                  2
              ) AS "t32"
            ) AS "t33"
          ) AS "t34"
          WHERE
            (
              "t34"."known" - "t34"."up_to"
            ) < CAST(CEIL((
              "t34"."known" * 0.2
            ) - 1e-09) AS BIGINT)
        ) AS "t35"
        GROUP BY
          1
      ) AS "t36"
    ) AS "t38"
      ON "t30"."window_id" = "t38"."window_id_found"
  ) AS "t39"
) AS "t40"
