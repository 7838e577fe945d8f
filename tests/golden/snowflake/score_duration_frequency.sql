SELECT
  "t26"."window_id",
  "t26"."customer_id",
  "t26"."value",
  "t26"."value" >= "t26"."threshold" AS "high_value",
  "t26"."part_duration",
  "t26"."part_frequency"
FROM (
  SELECT
    "t25".*
    EXCLUDE ("window_id_found")
  FROM (
    SELECT
      "t16"."window_id",
      "t16"."customer_id",
      "t16"."part_duration",
      "t16"."part_frequency",
      "t16"."value",
      "t24"."window_id_found",
      "t24"."threshold"
    FROM (
      SELECT
        "t12"."window_id",
        "t12"."customer_id",
        "t12"."part_duration",
        "t12"."part_frequency",
        CAST(CAST(FLOOR(
          (
            (
              "t12"."part_duration" + "t12"."part_frequency"
            ) * 1000000000
          ) + 0.5
        ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
      FROM (
        SELECT
          "t10"."window_id",
          "t10"."customer_id",
          IFF(
            "t10"."active",
            COALESCE(
              (
                "t10"."scaled_duration" - "t10"."low_scaled_duration"
              ) / "t10"."unit_scaled_duration",
              "t10"."otherwise_scaled_duration"
            ) * 0.5,
            CAST(NULL AS DOUBLE)
          ) AS "part_duration",
          IFF(
            "t10"."active",
            COALESCE(
              (
                "t10"."scaled_frequency" - "t10"."low_scaled_frequency"
              ) / "t10"."unit_scaled_frequency",
              "t10"."otherwise_scaled_frequency"
            ) * 0.5,
            CAST(NULL AS DOUBLE)
          ) AS "part_frequency"
        FROM (
          SELECT
            "t8".*
            EXCLUDE ("window_id_found")
          FROM (
            SELECT
              "t6"."window_id",
              "t6"."active",
              "t6"."customer_id",
              "t6"."scaled_duration",
              "t6"."scaled_frequency",
              "t3"."window_id_found",
              "t3"."low_scaled_duration",
              "t3"."unit_scaled_duration",
              "t3"."otherwise_scaled_duration",
              "t3"."low_scaled_frequency",
              "t3"."unit_scaled_frequency",
              "t3"."otherwise_scaled_frequency"
            FROM (
              SELECT
                "t0"."window_id",
                "t0"."active",
                "t0"."customer_id",
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
                ) AS "scaled_duration",
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
                ) AS "scaled_frequency"
              FROM "valuecast_signals" AS "t0"
            ) AS "t6"
            LEFT OUTER JOIN (
              SELECT
                "t1"."window_id" AS "window_id_found",
                "t1"."low_minutes" AS "low_scaled_duration",
                "t1"."unit_minutes" AS "unit_scaled_duration",
                CASE
                  WHEN "t1"."average_minutes" IS NOT NULL
                  THEN "t1"."average_minutes"
                  WHEN "t1"."low_minutes" IS NOT NULL
                  THEN 0.0
                  ELSE 0.5
                END AS "otherwise_scaled_duration",
                "t1"."low_active_days" AS "low_scaled_frequency",
                "t1"."unit_active_days" AS "unit_scaled_frequency",
                CASE
                  WHEN "t1"."average_active_days" IS NOT NULL
                  THEN "t1"."average_active_days"
                  WHEN "t1"."low_active_days" IS NOT NULL
                  THEN 0.0
                  ELSE 0.5
                END AS "otherwise_scaled_frequency"
              FROM "valuecast_lines" AS "t1"
            ) AS "t3"
              ON "t6"."window_id" = "t3"."window_id_found"
          ) AS "t8"
        ) AS "t10"
      ) AS "t12"
    ) AS "t16"
    LEFT OUTER JOIN (
      SELECT
        "t22"."window_id" AS "window_id_found",
        "t22"."threshold"
      FROM (
        SELECT
          "t21"."window_id",
          MIN("t21"."met") AS "threshold"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t19"."window_id",
              "t19"."met",
              "t19"."n",
              "t19"."up_to",
              MAX("t19"."up_to") OVER (
                PARTITION BY "t19"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "known"
            FROM (
              SELECT
                "t18"."window_id",
                "t18"."met",
                "t18"."n",
                CAST(SUM("t18"."n") OVER (
                  PARTITION BY "t18"."window_id"
                  ORDER BY "t18"."met" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS DOUBLE) AS "up_to"
              FROM (
                SELECT
                  "t17"."window_id",
                  "t17"."met",
                  COUNT(*) AS "n"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t13"."window_id",
                      CAST(CAST(FLOOR(
                        (
                          (
                            "t13"."part_duration" + "t13"."part_frequency"
                          ) * 1000000000
                        ) + 0.5
                      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "met"
                    FROM (
                      SELECT
                        "t11"."window_id",
                        IFF(
                          "t11"."active",
                          COALESCE(
                            (
                              "t11"."scaled_duration" - "t11"."low_scaled_duration"
                            ) / "t11"."unit_scaled_duration",
                            "t11"."otherwise_scaled_duration"
                          ) * 0.5,
                          CAST(NULL AS DOUBLE)
                        ) AS "part_duration",
                        IFF(
                          "t11"."active",
                          COALESCE(
                            (
                              "t11"."scaled_frequency" - "t11"."low_scaled_frequency"
                            ) / "t11"."unit_scaled_frequency",
                            "t11"."otherwise_scaled_frequency"
                          ) * 0.5,
                          CAST(NULL AS DOUBLE)
                        ) AS "part_frequency"
                      FROM (
                        SELECT
                          "t9".*
                          EXCLUDE ("window_id_found")
                        FROM (
                          SELECT
                            "t7"."window_id",
                            "t7"."active",
                            "t7"."scaled_duration",
                            "t7"."scaled_frequency",
                            "t3"."window_id_found",
                            "t3"."low_scaled_duration",
                            "t3"."unit_scaled_duration",
                            "t3"."otherwise_scaled_duration",
                            "t3"."low_scaled_frequency",
                            "t3"."unit_scaled_frequency",
                            "t3"."otherwise_scaled_frequency"
                          FROM (
                            SELECT
                              "t0"."window_id",
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
                              ) AS "scaled_duration",
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
                              ) AS "scaled_frequency"
                            FROM "valuecast_signals" AS "t0"
                          ) AS "t7"
                          LEFT OUTER JOIN (
                            SELECT
                              "t1"."window_id" AS "window_id_found",
                              "t1"."low_minutes" AS "low_scaled_duration",
                              "t1"."unit_minutes" AS "unit_scaled_duration",
                              CASE
                                WHEN "t1"."average_minutes" IS NOT NULL
                                THEN "t1"."average_minutes"
                                WHEN "t1"."low_minutes" IS NOT NULL
                                THEN 0.0
                                ELSE 0.5
                              END AS "otherwise_scaled_duration",
                              "t1"."low_active_days" AS "low_scaled_frequency",
                              "t1"."unit_active_days" AS "unit_scaled_frequency",
                              CASE
                                WHEN "t1"."average_active_days" IS NOT NULL
                                THEN "t1"."average_active_days"
                                WHEN "t1"."low_active_days" IS NOT NULL
                                THEN 0.0
                                ELSE 0.5
                              END AS "otherwise_scaled_frequency"
                            FROM "valuecast_lines" AS "t1"
                          ) AS "t3"
                            ON "t7"."window_id" = "t3"."window_id_found"
                        ) AS "t9"
                      ) AS "t11"
                    ) AS "t13"
                  ) AS "t15"
                  WHERE
                    "t15"."met" IS NOT NULL
                ) AS "t17"
                GROUP BY
                  1,
                  2
              ) AS "t18"
            ) AS "t19"
          ) AS "t20"
          WHERE
            (
              "t20"."known" - "t20"."up_to"
            ) < CAST(CEIL((
              "t20"."known" * 0.2
            ) - 1e-09) AS BIGINT)
        ) AS "t21"
        GROUP BY
          1
      ) AS "t22"
    ) AS "t24"
      ON "t16"."window_id" = "t24"."window_id_found"
  ) AS "t25"
) AS "t26"
