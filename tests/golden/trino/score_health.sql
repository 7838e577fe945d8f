SELECT
  "t63"."window_id",
  "t63"."customer_id",
  "t63"."value",
  "t63"."value" >= "t63"."threshold" AS "high_value",
  "t63"."part_freshness",
  "t63"."part_satisfaction",
  "t63"."part_intensity",
  "t63"."part_span"
FROM (
  SELECT
    "t62"."window_id",
    "t62"."customer_id",
    "t62"."part_freshness",
    "t62"."part_satisfaction",
    "t62"."part_intensity",
    "t62"."part_span",
    "t62"."value",
    "t62"."threshold"
  FROM (
    SELECT
      "t53"."window_id",
      "t53"."customer_id",
      "t53"."part_freshness",
      "t53"."part_satisfaction",
      "t53"."part_intensity",
      "t53"."part_span",
      "t53"."value",
      "t61"."window_id_found",
      "t61"."threshold"
    FROM (
      SELECT
        "t49"."window_id",
        "t49"."customer_id",
        "t49"."part_freshness",
        "t49"."part_satisfaction",
        "t49"."part_intensity",
        "t49"."part_span",
        CAST(CAST(FLOOR(
          (
            (
              "t49"."part_freshness" + "t49"."part_satisfaction" + "t49"."part_intensity" + "t49"."part_span"
            ) * 1000000000
          ) + CAST(0.5 AS DOUBLE)
        ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
      FROM (
        SELECT
          "t47"."window_id",
          "t47"."customer_id",
          IF(
            "t47"."active",
            COALESCE(
              CAST((
                "t47"."scaled_freshness" - "t47"."low_scaled_freshness"
              ) AS DOUBLE) / "t47"."unit_scaled_freshness",
              "t47"."otherwise_scaled_freshness"
            ) * CAST(25.0 AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS "part_freshness",
          IF(
            "t47"."active",
            COALESCE(
              CAST((
                "t47"."scaled_satisfaction" - "t47"."low_scaled_satisfaction"
              ) AS DOUBLE) / "t47"."unit_scaled_satisfaction",
              "t47"."otherwise_scaled_satisfaction"
            ) * CAST(25.0 AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS "part_satisfaction",
          IF(
            "t47"."active",
            COALESCE("t47"."rung_scaled_intensity", "t47"."middle_scaled_intensity", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS "part_intensity",
          IF(
            "t47"."active",
            COALESCE("t47"."rung_scaled_span", "t47"."middle_scaled_span", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS "part_span"
        FROM (
          SELECT
            "t45"."window_id",
            "t45"."active",
            "t45"."customer_id",
            "t45"."scaled_freshness",
            "t45"."scaled_satisfaction",
            "t45"."scaled_intensity",
            "t45"."scaled_span",
            "t45"."low_scaled_freshness",
            "t45"."unit_scaled_freshness",
            "t45"."otherwise_scaled_freshness",
            "t45"."low_scaled_satisfaction",
            "t45"."unit_scaled_satisfaction",
            "t45"."otherwise_scaled_satisfaction",
            "t45"."rung_scaled_intensity",
            "t45"."middle_scaled_intensity",
            "t45"."rung_scaled_span",
            "t45"."middle_scaled_span"
          FROM (
            SELECT
              "t43"."window_id",
              "t43"."active",
              "t43"."customer_id",
              "t43"."scaled_freshness",
              "t43"."scaled_satisfaction",
              "t43"."scaled_intensity",
              "t43"."scaled_span",
              "t43"."low_scaled_freshness",
              "t43"."unit_scaled_freshness",
              "t43"."otherwise_scaled_freshness",
              "t43"."low_scaled_satisfaction",
              "t43"."unit_scaled_satisfaction",
              "t43"."otherwise_scaled_satisfaction",
              "t43"."rung_scaled_intensity",
              "t43"."middle_scaled_intensity",
              "t43"."rung_scaled_span",
              "t27"."window_id_found",
              "t27"."middle_scaled_span"
            FROM (
              SELECT
                "t39"."window_id",
                "t39"."active",
                "t39"."customer_id",
                "t39"."scaled_freshness",
                "t39"."scaled_satisfaction",
                "t39"."scaled_intensity",
                "t39"."scaled_span",
                "t39"."low_scaled_freshness",
                "t39"."unit_scaled_freshness",
                "t39"."otherwise_scaled_freshness",
                "t39"."low_scaled_satisfaction",
                "t39"."unit_scaled_satisfaction",
                "t39"."otherwise_scaled_satisfaction",
                "t39"."rung_scaled_intensity",
                "t39"."middle_scaled_intensity",
                "t39"."rung_scaled_span"
              FROM (
                SELECT
                  "t37"."window_id",
                  "t37"."active",
                  "t37"."customer_id",
                  "t37"."scaled_freshness",
                  "t37"."scaled_satisfaction",
                  "t37"."scaled_intensity",
                  "t37"."scaled_span",
                  "t37"."low_scaled_freshness",
                  "t37"."unit_scaled_freshness",
                  "t37"."otherwise_scaled_freshness",
                  "t37"."low_scaled_satisfaction",
                  "t37"."unit_scaled_satisfaction",
                  "t37"."otherwise_scaled_satisfaction",
                  "t37"."rung_scaled_intensity",
                  "t37"."middle_scaled_intensity",
                  "t6"."window_id_found",
                  "t6"."met",
                  "t6"."rung_scaled_span"
                FROM (
                  SELECT
                    "t33"."window_id",
                    "t33"."active",
                    "t33"."customer_id",
                    "t33"."scaled_freshness",
                    "t33"."scaled_satisfaction",
                    "t33"."scaled_intensity",
                    "t33"."scaled_span",
                    "t33"."low_scaled_freshness",
                    "t33"."unit_scaled_freshness",
                    "t33"."otherwise_scaled_freshness",
                    "t33"."low_scaled_satisfaction",
                    "t33"."unit_scaled_satisfaction",
                    "t33"."otherwise_scaled_satisfaction",
                    "t33"."rung_scaled_intensity",
                    "t33"."middle_scaled_intensity"
                  FROM (
                    SELECT
                      "t31"."window_id",
                      "t31"."active",
                      "t31"."customer_id",
                      "t31"."scaled_freshness",
                      "t31"."scaled_satisfaction",
                      "t31"."scaled_intensity",
                      "t31"."scaled_span",
                      "t31"."low_scaled_freshness",
                      "t31"."unit_scaled_freshness",
                      "t31"."otherwise_scaled_freshness",
                      "t31"."low_scaled_satisfaction",
                      "t31"."unit_scaled_satisfaction",
                      "t31"."otherwise_scaled_satisfaction",
                      "t31"."rung_scaled_intensity",
                      "t28"."window_id_found",
                      "t28"."middle_scaled_intensity"
                    FROM (
                      SELECT
                        "t25"."window_id",
                        "t25"."active",
                        "t25"."customer_id",
                        "t25"."scaled_freshness",
                        "t25"."scaled_satisfaction",
                        "t25"."scaled_intensity",
                        "t25"."scaled_span",
                        "t25"."low_scaled_freshness",
                        "t25"."unit_scaled_freshness",
                        "t25"."otherwise_scaled_freshness",
                        "t25"."low_scaled_satisfaction",
                        "t25"."unit_scaled_satisfaction",
                        "t25"."otherwise_scaled_satisfaction",
                        "t25"."rung_scaled_intensity"
                      FROM (
                        SELECT
                          "t21"."window_id",
                          "t21"."active",
                          "t21"."customer_id",
                          "t21"."scaled_freshness",
                          "t21"."scaled_satisfaction",
                          "t21"."scaled_intensity",
                          "t21"."scaled_span",
                          "t21"."low_scaled_freshness",
                          "t21"."unit_scaled_freshness",
                          "t21"."otherwise_scaled_freshness",
                          "t21"."low_scaled_satisfaction",
                          "t21"."unit_scaled_satisfaction",
                          "t21"."otherwise_scaled_satisfaction",
                          "t7"."window_id_found",
                          "t7"."met",
                          "t7"."rung_scaled_intensity"
                        FROM (
                          SELECT
                            "t15"."window_id",
                            "t15"."active",
                            "t15"."customer_id",
                            "t15"."scaled_freshness",
                            "t15"."scaled_satisfaction",
                            "t15"."scaled_intensity",
                            "t15"."scaled_span",
                            "t15"."low_scaled_freshness",
                            "t15"."unit_scaled_freshness",
                            "t15"."otherwise_scaled_freshness",
                            "t15"."low_scaled_satisfaction",
                            "t15"."unit_scaled_satisfaction",
                            "t15"."otherwise_scaled_satisfaction"
                          FROM (
                            SELECT
                              "t11"."window_id",
                              "t11"."active",
                              "t11"."customer_id",
                              "t11"."scaled_freshness",
                              "t11"."scaled_satisfaction",
                              "t11"."scaled_intensity",
                              "t11"."scaled_span",
                              "t10"."window_id_found",
                              "t10"."low_scaled_freshness",
                              "t10"."unit_scaled_freshness",
                              "t10"."otherwise_scaled_freshness",
                              "t10"."low_scaled_satisfaction",
                              "t10"."unit_scaled_satisfaction",
                              "t10"."otherwise_scaled_satisfaction"
                            FROM (
                              SELECT
                                "t1"."window_id",
                                "t1"."active",
                                "t1"."customer_id",
                                IF(
                                  (
                                    (
                                      "t1"."days_since_last" - "t1"."days_since_last"
                                    ) = 0
                                  )
                                  AND (
                                    ABS("t1"."days_since_last") <= CAST(1000000000000.0 AS DOUBLE)
                                  ),
                                  "t1"."days_since_last",
                                  CAST(NULL AS DOUBLE)
                                ) AS "scaled_freshness",
                                IF(
                                  (
                                    (
                                      "t1"."latest_rating" - "t1"."latest_rating"
                                    ) = 0
                                  )
                                  AND (
                                    ABS("t1"."latest_rating") <= CAST(1000000000000.0 AS DOUBLE)
                                  ),
                                  "t1"."latest_rating",
                                  CAST(NULL AS DOUBLE)
                                ) AS "scaled_satisfaction",
                                IF(
                                  (
                                    (
                                      "t1"."value" - "t1"."value"
                                    ) = 0
                                  )
                                  AND (
                                    ABS("t1"."value") <= CAST(1000000000000.0 AS DOUBLE)
                                  ),
                                  "t1"."value",
                                  CAST(NULL AS DOUBLE)
                                ) AS "scaled_intensity",
                                IF(
                                  (
                                    (
                                      "t1"."active_days" - "t1"."active_days"
                                    ) = 0
                                  )
                                  AND (
                                    ABS("t1"."active_days") <= CAST(1000000000000.0 AS DOUBLE)
                                  ),
                                  "t1"."active_days",
                                  CAST(NULL AS DOUBLE)
                                ) AS "scaled_span"
                              FROM "valuecast_signals" AS "t1"
                            ) AS "t11"
                            LEFT OUTER JOIN (
                              SELECT
                                "t2"."window_id" AS "window_id_found",
                                "t2"."low_days_since_last" + "t2"."unit_days_since_last" AS "low_scaled_freshness",
                                -(
                                  "t2"."unit_days_since_last"
                                ) AS "unit_scaled_freshness",
                                CASE
                                  WHEN (
                                    CAST(1.0 AS DOUBLE) - "t2"."average_days_since_last"
                                  ) IS NOT NULL
                                  THEN CAST(1.0 AS DOUBLE) - "t2"."average_days_since_last"
                                  WHEN "t2"."low_days_since_last" IS NOT NULL
                                  THEN CAST(0.0 AS DOUBLE)
                                  ELSE CAST(0.5 AS DOUBLE)
                                END AS "otherwise_scaled_freshness",
                                "t2"."low_latest_rating" AS "low_scaled_satisfaction",
                                "t2"."unit_latest_rating" AS "unit_scaled_satisfaction",
                                CASE
                                  WHEN "t2"."average_latest_rating" IS NOT NULL
                                  THEN "t2"."average_latest_rating"
                                  WHEN "t2"."low_latest_rating" IS NOT NULL
                                  THEN CAST(0.0 AS DOUBLE)
                                  ELSE CAST(0.5 AS DOUBLE)
                                END AS "otherwise_scaled_satisfaction"
                              FROM "valuecast_lines" AS "t2"
                            ) AS "t10"
                              ON "t11"."window_id" = "t10"."window_id_found"
                          ) AS "t15"
                        ) AS "t21"
                        LEFT OUTER JOIN (
                          SELECT
                            "t0"."window_id" AS "window_id_found",
                            "t0"."met",
                            CAST((
                              (
                                "t0"."up_to" * CAST(2.0 AS DOUBLE)
                              ) - "t0"."n"
                            ) AS DOUBLE) / (
                              "t0"."known" * CAST(2.0 AS DOUBLE)
                            ) AS "rung_scaled_intensity"
                          FROM "valuecast_ladders" AS "t0"
                          WHERE
                            "t0"."signal" = 'value'
                        ) AS "t7"
                          ON "t21"."window_id" = "t7"."window_id_found"
                          AND "t21"."scaled_intensity" = "t7"."met"
                      ) AS "t25"
                    ) AS "t31"
                    LEFT OUTER JOIN (
                      SELECT
                        "t18"."window_id" AS "window_id_found",
                        (
                          CAST("t18"."billionths" AS DOUBLE) / 1000000000
                        ) / CAST(NULLIF("t18"."n", 0) AS DOUBLE) AS "middle_scaled_intensity"
                      FROM (
                        SELECT
                          "t14"."window_id",
                          SUM("t14"."billionths") AS "billionths",
                          SUM("t14"."n") AS "n"
                        FROM (
                          SELECT
                            "t0"."window_id",
                            "t0"."n",
                            CAST(FLOOR(
                              (
                                (
                                  CAST((
                                    (
                                      "t0"."up_to" * CAST(2.0 AS DOUBLE)
                                    ) - "t0"."n"
                                  ) AS DOUBLE) / (
                                    "t0"."known" * CAST(2.0 AS DOUBLE)
                                  )
                                ) * 1000000000
                              ) + CAST(0.5 AS DOUBLE)
                            ) AS BIGINT) * "t0"."n" AS "billionths"
                          FROM "valuecast_ladders" AS "t0"
                          WHERE
                            "t0"."signal" = 'value'
                        ) AS "t14"
                        GROUP BY
                          1
                      ) AS "t18"
                    ) AS "t28"
                      ON "t31"."window_id" = "t28"."window_id_found"
                  ) AS "t33"
                ) AS "t37"
                LEFT OUTER JOIN (
                  SELECT
                    "t0"."window_id" AS "window_id_found",
                    "t0"."met",
                    CAST((
                      (
                        "t0"."up_to" * CAST(2.0 AS DOUBLE)
                      ) - "t0"."n"
                    ) AS DOUBLE) / (
                      "t0"."known" * CAST(2.0 AS DOUBLE)
                    ) AS "rung_scaled_span"
                  FROM "valuecast_ladders" AS "t0"
                  WHERE
                    "t0"."signal" = 'active_days'
                ) AS "t6"
                  ON "t37"."window_id" = "t6"."window_id_found" AND "t37"."scaled_span" = "t6"."met"
              ) AS "t39"
            ) AS "t43"
            LEFT OUTER JOIN (
              SELECT
                "t17"."window_id" AS "window_id_found",
                (
                  CAST("t17"."billionths" AS DOUBLE) / 1000000000
                ) / CAST(NULLIF("t17"."n", 0) AS DOUBLE) AS "middle_scaled_span"
              FROM (
                SELECT
                  "t13"."window_id",
                  SUM("t13"."billionths") AS "billionths",
                  SUM("t13"."n") AS "n"
                FROM (
                  SELECT
                    "t0"."window_id",
                    "t0"."n",
                    CAST(FLOOR(
                      (
                        (
                          CAST((
                            (
                              "t0"."up_to" * CAST(2.0 AS DOUBLE)
                            ) - "t0"."n"
                          ) AS DOUBLE) / (
                            "t0"."known" * CAST(2.0 AS DOUBLE)
                          )
                        ) * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT) * "t0"."n" AS "billionths"
                  FROM "valuecast_ladders" AS "t0"
                  WHERE
                    "t0"."signal" = 'active_days'
                ) AS "t13"
                GROUP BY
                  1
              ) AS "t17"
            ) AS "t27"
              ON "t43"."window_id" = "t27"."window_id_found"
          ) AS "t45"
        ) AS "t47"
      ) AS "t49"
    ) AS "t53"
    LEFT OUTER JOIN (
      SELECT
        "t59"."window_id" AS "window_id_found",
        "t59"."threshold"
      FROM (
        SELECT
          "t58"."window_id",
          MIN("t58"."met") AS "threshold"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t56"."window_id",
              "t56"."met",
              "t56"."n",
              "t56"."up_to",
              MAX("t56"."up_to") OVER (
                PARTITION BY "t56"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "known"
            FROM (
              SELECT
                "t55"."window_id",
                "t55"."met",
                "t55"."n",
                CAST(SUM("t55"."n") OVER (
                  PARTITION BY "t55"."window_id"
                  ORDER BY "t55"."met" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS DOUBLE) AS "up_to"
              FROM (
                SELECT
                  "t54"."window_id",
                  "t54"."met",
                  COUNT(*) AS "n"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t50"."window_id",
                      CAST(CAST(FLOOR(
                        (
                          (
                            "t50"."part_freshness" + "t50"."part_satisfaction" + "t50"."part_intensity" + "t50"."part_span"
                          ) * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "met"
                    FROM (
                      SELECT
                        "t48"."window_id",
                        IF(
                          "t48"."active",
                          COALESCE(
                            CAST((
                              "t48"."scaled_freshness" - "t48"."low_scaled_freshness"
                            ) AS DOUBLE) / "t48"."unit_scaled_freshness",
                            "t48"."otherwise_scaled_freshness"
                          ) * CAST(25.0 AS DOUBLE),
                          CAST(NULL AS DOUBLE)
                        ) AS "part_freshness",
                        IF(
                          "t48"."active",
                          COALESCE(
                            CAST((
                              "t48"."scaled_satisfaction" - "t48"."low_scaled_satisfaction"
                            ) AS DOUBLE) / "t48"."unit_scaled_satisfaction",
                            "t48"."otherwise_scaled_satisfaction"
                          ) * CAST(25.0 AS DOUBLE),
                          CAST(NULL AS DOUBLE)
                        ) AS "part_satisfaction",
                        IF(
                          "t48"."active",
                          COALESCE("t48"."rung_scaled_intensity", "t48"."middle_scaled_intensity", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
                          CAST(NULL AS DOUBLE)
                        ) AS "part_intensity",
                        IF(
                          "t48"."active",
                          COALESCE("t48"."rung_scaled_span", "t48"."middle_scaled_span", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
                          CAST(NULL AS DOUBLE)
                        ) AS "part_span"
                      FROM (
                        SELECT
                          "t46"."window_id",
                          "t46"."active",
                          "t46"."scaled_freshness",
                          "t46"."scaled_satisfaction",
                          "t46"."scaled_intensity",
                          "t46"."scaled_span",
                          "t46"."low_scaled_freshness",
                          "t46"."unit_scaled_freshness",
                          "t46"."otherwise_scaled_freshness",
                          "t46"."low_scaled_satisfaction",
                          "t46"."unit_scaled_satisfaction",
                          "t46"."otherwise_scaled_satisfaction",
                          "t46"."rung_scaled_intensity",
                          "t46"."middle_scaled_intensity",
                          "t46"."rung_scaled_span",
                          "t46"."middle_scaled_span"
                        FROM (
                          SELECT
                            "t44"."window_id",
                            "t44"."active",
                            "t44"."scaled_freshness",
                            "t44"."scaled_satisfaction",
                            "t44"."scaled_intensity",
                            "t44"."scaled_span",
                            "t44"."low_scaled_freshness",
                            "t44"."unit_scaled_freshness",
                            "t44"."otherwise_scaled_freshness",
                            "t44"."low_scaled_satisfaction",
                            "t44"."unit_scaled_satisfaction",
                            "t44"."otherwise_scaled_satisfaction",
                            "t44"."rung_scaled_intensity",
                            "t44"."middle_scaled_intensity",
                            "t44"."rung_scaled_span",
                            "t27"."window_id_found",
                            "t27"."middle_scaled_span"
                          FROM (
                            SELECT
                              "t40"."window_id",
                              "t40"."active",
                              "t40"."scaled_freshness",
                              "t40"."scaled_satisfaction",
                              "t40"."scaled_intensity",
                              "t40"."scaled_span",
                              "t40"."low_scaled_freshness",
                              "t40"."unit_scaled_freshness",
                              "t40"."otherwise_scaled_freshness",
                              "t40"."low_scaled_satisfaction",
                              "t40"."unit_scaled_satisfaction",
                              "t40"."otherwise_scaled_satisfaction",
                              "t40"."rung_scaled_intensity",
                              "t40"."middle_scaled_intensity",
                              "t40"."rung_scaled_span"
                            FROM (
                              SELECT
                                "t38"."window_id",
                                "t38"."active",
                                "t38"."scaled_freshness",
                                "t38"."scaled_satisfaction",
                                "t38"."scaled_intensity",
                                "t38"."scaled_span",
                                "t38"."low_scaled_freshness",
                                "t38"."unit_scaled_freshness",
                                "t38"."otherwise_scaled_freshness",
                                "t38"."low_scaled_satisfaction",
                                "t38"."unit_scaled_satisfaction",
                                "t38"."otherwise_scaled_satisfaction",
                                "t38"."rung_scaled_intensity",
                                "t38"."middle_scaled_intensity",
                                "t6"."window_id_found",
                                "t6"."met",
                                "t6"."rung_scaled_span"
                              FROM (
                                SELECT
                                  "t34"."window_id",
                                  "t34"."active",
                                  "t34"."scaled_freshness",
                                  "t34"."scaled_satisfaction",
                                  "t34"."scaled_intensity",
                                  "t34"."scaled_span",
                                  "t34"."low_scaled_freshness",
                                  "t34"."unit_scaled_freshness",
                                  "t34"."otherwise_scaled_freshness",
                                  "t34"."low_scaled_satisfaction",
                                  "t34"."unit_scaled_satisfaction",
                                  "t34"."otherwise_scaled_satisfaction",
                                  "t34"."rung_scaled_intensity",
                                  "t34"."middle_scaled_intensity"
                                FROM (
                                  SELECT
                                    "t32"."window_id",
                                    "t32"."active",
                                    "t32"."scaled_freshness",
                                    "t32"."scaled_satisfaction",
                                    "t32"."scaled_intensity",
                                    "t32"."scaled_span",
                                    "t32"."low_scaled_freshness",
                                    "t32"."unit_scaled_freshness",
                                    "t32"."otherwise_scaled_freshness",
                                    "t32"."low_scaled_satisfaction",
                                    "t32"."unit_scaled_satisfaction",
                                    "t32"."otherwise_scaled_satisfaction",
                                    "t32"."rung_scaled_intensity",
                                    "t28"."window_id_found",
                                    "t28"."middle_scaled_intensity"
                                  FROM (
                                    SELECT
                                      "t26"."window_id",
                                      "t26"."active",
                                      "t26"."scaled_freshness",
                                      "t26"."scaled_satisfaction",
                                      "t26"."scaled_intensity",
                                      "t26"."scaled_span",
                                      "t26"."low_scaled_freshness",
                                      "t26"."unit_scaled_freshness",
                                      "t26"."otherwise_scaled_freshness",
                                      "t26"."low_scaled_satisfaction",
                                      "t26"."unit_scaled_satisfaction",
                                      "t26"."otherwise_scaled_satisfaction",
                                      "t26"."rung_scaled_intensity"
                                    FROM (
                                      SELECT
                                        "t22"."window_id",
                                        "t22"."active",
                                        "t22"."scaled_freshness",
                                        "t22"."scaled_satisfaction",
                                        "t22"."scaled_intensity",
                                        "t22"."scaled_span",
                                        "t22"."low_scaled_freshness",
                                        "t22"."unit_scaled_freshness",
                                        "t22"."otherwise_scaled_freshness",
                                        "t22"."low_scaled_satisfaction",
                                        "t22"."unit_scaled_satisfaction",
                                        "t22"."otherwise_scaled_satisfaction",
                                        "t7"."window_id_found",
                                        "t7"."met",
                                        "t7"."rung_scaled_intensity"
                                      FROM (
                                        SELECT
                                          "t16"."window_id",
                                          "t16"."active",
                                          "t16"."scaled_freshness",
                                          "t16"."scaled_satisfaction",
                                          "t16"."scaled_intensity",
                                          "t16"."scaled_span",
                                          "t16"."low_scaled_freshness",
                                          "t16"."unit_scaled_freshness",
                                          "t16"."otherwise_scaled_freshness",
                                          "t16"."low_scaled_satisfaction",
                                          "t16"."unit_scaled_satisfaction",
                                          "t16"."otherwise_scaled_satisfaction"
                                        FROM (
                                          SELECT
                                            "t12"."window_id",
                                            "t12"."active",
                                            "t12"."scaled_freshness",
                                            "t12"."scaled_satisfaction",
                                            "t12"."scaled_intensity",
                                            "t12"."scaled_span",
                                            "t10"."window_id_found",
                                            "t10"."low_scaled_freshness",
                                            "t10"."unit_scaled_freshness",
                                            "t10"."otherwise_scaled_freshness",
                                            "t10"."low_scaled_satisfaction",
                                            "t10"."unit_scaled_satisfaction",
                                            "t10"."otherwise_scaled_satisfaction"
                                          FROM (
                                            SELECT
                                              "t1"."window_id",
                                              "t1"."active",
                                              IF(
                                                (
                                                  (
                                                    "t1"."days_since_last" - "t1"."days_since_last"
                                                  ) = 0
                                                )
                                                AND (
                                                  ABS("t1"."days_since_last") <= CAST(1000000000000.0 AS DOUBLE)
                                                ),
                                                "t1"."days_since_last",
                                                CAST(NULL AS DOUBLE)
                                              ) AS "scaled_freshness",
                                              IF(
                                                (
                                                  (
                                                    "t1"."latest_rating" - "t1"."latest_rating"
                                                  ) = 0
                                                )
                                                AND (
                                                  ABS("t1"."latest_rating") <= CAST(1000000000000.0 AS DOUBLE)
                                                ),
                                                "t1"."latest_rating",
                                                CAST(NULL AS DOUBLE)
                                              ) AS "scaled_satisfaction",
                                              IF(
                                                (
                                                  (
                                                    "t1"."value" - "t1"."value"
                                                  ) = 0
                                                )
                                                AND (
                                                  ABS("t1"."value") <= CAST(1000000000000.0 AS DOUBLE)
                                                ),
                                                "t1"."value",
                                                CAST(NULL AS DOUBLE)
                                              ) AS "scaled_intensity",
                                              IF(
                                                (
                                                  (
                                                    "t1"."active_days" - "t1"."active_days"
                                                  ) = 0
                                                )
                                                AND (
                                                  ABS("t1"."active_days") <= CAST(1000000000000.0 AS DOUBLE)
                                                ),
                                                "t1"."active_days",
                                                CAST(NULL AS DOUBLE)
                                              ) AS "scaled_span"
                                            FROM "valuecast_signals" AS "t1"
                                          ) AS "t12"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t2"."window_id" AS "window_id_found",
                                              "t2"."low_days_since_last" + "t2"."unit_days_since_last" AS "low_scaled_freshness",
                                              -(
                                                "t2"."unit_days_since_last"
                                              ) AS "unit_scaled_freshness",
                                              CASE
                                                WHEN (
                                                  CAST(1.0 AS DOUBLE) - "t2"."average_days_since_last"
                                                ) IS NOT NULL
                                                THEN CAST(1.0 AS DOUBLE) - "t2"."average_days_since_last"
                                                WHEN "t2"."low_days_since_last" IS NOT NULL
                                                THEN CAST(0.0 AS DOUBLE)
                                                ELSE CAST(0.5 AS DOUBLE)
                                              END AS "otherwise_scaled_freshness",
                                              "t2"."low_latest_rating" AS "low_scaled_satisfaction",
                                              "t2"."unit_latest_rating" AS "unit_scaled_satisfaction",
                                              CASE
                                                WHEN "t2"."average_latest_rating" IS NOT NULL
                                                THEN "t2"."average_latest_rating"
                                                WHEN "t2"."low_latest_rating" IS NOT NULL
                                                THEN CAST(0.0 AS DOUBLE)
                                                ELSE CAST(0.5 AS DOUBLE)
                                              END AS "otherwise_scaled_satisfaction"
                                            FROM "valuecast_lines" AS "t2"
                                          ) AS "t10"
                                            ON "t12"."window_id" = "t10"."window_id_found"
                                        ) AS "t16"
                                      ) AS "t22"
                                      LEFT OUTER JOIN (
                                        SELECT
                                          "t0"."window_id" AS "window_id_found",
                                          "t0"."met",
                                          CAST((
                                            (
                                              "t0"."up_to" * CAST(2.0 AS DOUBLE)
                                            ) - "t0"."n"
                                          ) AS DOUBLE) / (
                                            "t0"."known" * CAST(2.0 AS DOUBLE)
                                          ) AS "rung_scaled_intensity"
                                        FROM "valuecast_ladders" AS "t0"
                                        WHERE
                                          "t0"."signal" = 'value'
                                      ) AS "t7"
                                        ON "t22"."window_id" = "t7"."window_id_found"
                                        AND "t22"."scaled_intensity" = "t7"."met"
                                    ) AS "t26"
                                  ) AS "t32"
                                  LEFT OUTER JOIN (
                                    SELECT
                                      "t18"."window_id" AS "window_id_found",
                                      (
                                        CAST("t18"."billionths" AS DOUBLE) / 1000000000
                                      ) / CAST(NULLIF("t18"."n", 0) AS DOUBLE) AS "middle_scaled_intensity"
                                    FROM (
                                      SELECT
                                        "t14"."window_id",
                                        SUM("t14"."billionths") AS "billionths",
                                        SUM("t14"."n") AS "n"
                                      FROM (
                                        SELECT
                                          "t0"."window_id",
                                          "t0"."n",
                                          CAST(FLOOR(
                                            (
                                              (
                                                CAST((
                                                  (
                                                    "t0"."up_to" * CAST(2.0 AS DOUBLE)
                                                  ) - "t0"."n"
                                                ) AS DOUBLE) / (
                                                  "t0"."known" * CAST(2.0 AS DOUBLE)
                                                )
                                              ) * 1000000000
                                            ) + CAST(0.5 AS DOUBLE)
                                          ) AS BIGINT) * "t0"."n" AS "billionths"
                                        FROM "valuecast_ladders" AS "t0"
                                        WHERE
                                          "t0"."signal" = 'value'
                                      ) AS "t14"
                                      GROUP BY
                                        1
                                    ) AS "t18"
                                  ) AS "t28"
                                    ON "t32"."window_id" = "t28"."window_id_found"
                                ) AS "t34"
                              ) AS "t38"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t0"."window_id" AS "window_id_found",
                                  "t0"."met",
                                  CAST((
                                    (
                                      "t0"."up_to" * CAST(2.0 AS DOUBLE)
                                    ) - "t0"."n"
                                  ) AS DOUBLE) / (
                                    "t0"."known" * CAST(2.0 AS DOUBLE)
                                  ) AS "rung_scaled_span"
                                FROM "valuecast_ladders" AS "t0"
                                WHERE
                                  "t0"."signal" = 'active_days'
                              ) AS "t6"
                                ON "t38"."window_id" = "t6"."window_id_found" AND "t38"."scaled_span" = "t6"."met"
                            ) AS "t40"
                          ) AS "t44"
                          LEFT OUTER JOIN (
                            SELECT
                              "t17"."window_id" AS "window_id_found",
                              (
                                CAST("t17"."billionths" AS DOUBLE) / 1000000000
                              ) / CAST(NULLIF("t17"."n", 0) AS DOUBLE) AS "middle_scaled_span"
                            FROM (
                              SELECT
                                "t13"."window_id",
                                SUM("t13"."billionths") AS "billionths",
                                SUM("t13"."n") AS "n"
                              FROM (
                                SELECT
                                  "t0"."window_id",
                                  "t0"."n",
                                  CAST(FLOOR(
                                    (
                                      (
                                        CAST((
                                          (
                                            "t0"."up_to" * CAST(2.0 AS DOUBLE)
                                          ) - "t0"."n"
                                        ) AS DOUBLE) / (
                                          "t0"."known" * CAST(2.0 AS DOUBLE)
                                        )
                                      ) * 1000000000
                                    ) + CAST(0.5 AS DOUBLE)
                                  ) AS BIGINT) * "t0"."n" AS "billionths"
                                FROM "valuecast_ladders" AS "t0"
                                WHERE
                                  "t0"."signal" = 'active_days'
                              ) AS "t13"
                              GROUP BY
                                1
                            ) AS "t17"
                          ) AS "t27"
                            ON "t44"."window_id" = "t27"."window_id_found"
                        ) AS "t46"
                      ) AS "t48"
                    ) AS "t50"
                  ) AS "t52"
                  WHERE
                    "t52"."met" IS NOT NULL
                ) AS "t54"
                GROUP BY
                  1,
                  2
              ) AS "t55"
            ) AS "t56"
          ) AS "t57"
          WHERE
            (
              "t57"."known" - "t57"."up_to"
            ) < CAST(CEIL((
              "t57"."known" * CAST(0.2 AS DOUBLE)
            ) - CAST(1e-09 AS DOUBLE)) AS BIGINT)
        ) AS "t58"
        GROUP BY
          1
      ) AS "t59"
    ) AS "t61"
      ON "t53"."window_id" = "t61"."window_id_found"
  ) AS "t62"
) AS "t63"
