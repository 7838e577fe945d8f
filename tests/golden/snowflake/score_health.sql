SELECT
  "t43"."window_id",
  "t43"."customer_id",
  "t43"."value",
  "t43"."value" >= "t43"."threshold" AS "high_value",
  "t43"."part_freshness",
  "t43"."part_satisfaction",
  "t43"."part_intensity",
  "t43"."part_span"
FROM (
  SELECT
    "t42".*
    EXCLUDE ("window_id_found")
  FROM (
    SELECT
      "t33"."window_id",
      "t33"."customer_id",
      "t33"."part_freshness",
      "t33"."part_satisfaction",
      "t33"."part_intensity",
      "t33"."part_span",
      "t33"."value",
      "t41"."window_id_found",
      "t41"."threshold"
    FROM (
      SELECT
        "t29"."window_id",
        "t29"."customer_id",
        "t29"."part_freshness",
        "t29"."part_satisfaction",
        "t29"."part_intensity",
        "t29"."part_span",
        CAST(CAST(FLOOR(
          (
            (
              "t29"."part_freshness" + "t29"."part_satisfaction" + "t29"."part_intensity" + "t29"."part_span"
            ) * 1000000000
          ) + 0.5
        ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
      FROM (
        SELECT
          "t27"."window_id",
          "t27"."customer_id",
          IFF(
            "t27"."active",
            COALESCE(
              (
                "t27"."scaled_freshness" - "t27"."low_scaled_freshness"
              ) / "t27"."unit_scaled_freshness",
              "t27"."otherwise_scaled_freshness"
            ) * 25.0,
            CAST(NULL AS DOUBLE)
          ) AS "part_freshness",
          IFF(
            "t27"."active",
            COALESCE(
              (
                "t27"."scaled_satisfaction" - "t27"."low_scaled_satisfaction"
              ) / "t27"."unit_scaled_satisfaction",
              "t27"."otherwise_scaled_satisfaction"
            ) * 25.0,
            CAST(NULL AS DOUBLE)
          ) AS "part_satisfaction",
          IFF(
            "t27"."active",
            COALESCE("t27"."rung_scaled_intensity", 0.5) * 25.0,
            CAST(NULL AS DOUBLE)
          ) AS "part_intensity",
          IFF("t27"."active", COALESCE("t27"."rung_scaled_span", 0.5) * 25.0, CAST(NULL AS DOUBLE)) AS "part_span"
        FROM (
          SELECT
            "t25".*
            EXCLUDE ("met", "window_id_found")
          FROM (
            SELECT
              "t23"."window_id",
              "t23"."active",
              "t23"."customer_id",
              "t23"."scaled_freshness",
              "t23"."scaled_satisfaction",
              "t23"."scaled_intensity",
              "t23"."scaled_span",
              "t23"."low_scaled_freshness",
              "t23"."unit_scaled_freshness",
              "t23"."otherwise_scaled_freshness",
              "t23"."low_scaled_satisfaction",
              "t23"."unit_scaled_satisfaction",
              "t23"."otherwise_scaled_satisfaction",
              "t23"."rung_scaled_intensity",
              "t6"."window_id_found",
              "t6"."met",
              "t6"."rung_scaled_span"
            FROM (
              SELECT
                "t19".*
                EXCLUDE ("met", "window_id_found")
              FROM (
                SELECT
                  "t17"."window_id",
                  "t17"."active",
                  "t17"."customer_id",
                  "t17"."scaled_freshness",
                  "t17"."scaled_satisfaction",
                  "t17"."scaled_intensity",
                  "t17"."scaled_span",
                  "t17"."low_scaled_freshness",
                  "t17"."unit_scaled_freshness",
                  "t17"."otherwise_scaled_freshness",
                  "t17"."low_scaled_satisfaction",
                  "t17"."unit_scaled_satisfaction",
                  "t17"."otherwise_scaled_satisfaction",
                  "t7"."window_id_found",
                  "t7"."met",
                  "t7"."rung_scaled_intensity"
                FROM (
                  SELECT
                    "t13".*
                    EXCLUDE ("window_id_found")
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
                        ) AS "scaled_freshness",
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
                        ) AS "scaled_satisfaction",
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
                        ) AS "scaled_intensity",
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
                            1.0 - "t2"."average_days_since_last"
                          ) IS NOT NULL
                          THEN 1.0 - "t2"."average_days_since_last"
                          WHEN "t2"."low_days_since_last" IS NOT NULL
                          THEN 0.0
                          ELSE 0.5
                        END AS "otherwise_scaled_freshness",
                        "t2"."low_latest_rating" AS "low_scaled_satisfaction",
                        "t2"."unit_latest_rating" AS "unit_scaled_satisfaction",
                        CASE
                          WHEN "t2"."average_latest_rating" IS NOT NULL
                          THEN "t2"."average_latest_rating"
                          WHEN "t2"."low_latest_rating" IS NOT NULL
                          THEN 0.0
                          ELSE 0.5
                        END AS "otherwise_scaled_satisfaction"
                      FROM "valuecast_lines" AS "t2"
                    ) AS "t10"
                      ON "t11"."window_id" = "t10"."window_id_found"
                  ) AS "t13"
                ) AS "t17"
                LEFT OUTER JOIN (
                  SELECT
                    "t0"."window_id" AS "window_id_found",
                    "t0"."met",
                    (
                      (
                        "t0"."up_to" * 2.0
                      ) - "t0"."n"
                    ) / (
                      "t0"."known" * 2.0
                    ) AS "rung_scaled_intensity"
                  FROM "valuecast_ladders" AS "t0"
                  WHERE
                    "t0"."signal" = 'value'
                ) AS "t7"
                  ON "t17"."window_id" = "t7"."window_id_found"
                  AND "t17"."scaled_intensity" = "t7"."met"
              ) AS "t19"
            ) AS "t23"
            LEFT OUTER JOIN (
              SELECT
                "t0"."window_id" AS "window_id_found",
                "t0"."met",
                (
                  (
                    "t0"."up_to" * 2.0
                  ) - "t0"."n"
                ) / (
                  "t0"."known" * 2.0
                ) AS "rung_scaled_span"
              FROM "valuecast_ladders" AS "t0"
              WHERE
                "t0"."signal" = 'active_days'
            ) AS "t6"
              ON "t23"."window_id" = "t6"."window_id_found" AND "t23"."scaled_span" = "t6"."met"
          ) AS "t25"
        ) AS "t27"
      ) AS "t29"
    ) AS "t33"
    LEFT OUTER JOIN (
      SELECT
        "t39"."window_id" AS "window_id_found",
        "t39"."threshold"
      FROM (
        SELECT
          "t38"."window_id",
          MIN("t38"."met") AS "threshold"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t36"."window_id",
              "t36"."met",
              "t36"."n",
              "t36"."up_to",
              MAX("t36"."up_to") OVER (
                PARTITION BY "t36"."window_id"
                ORDER BY NULL ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "known"
            FROM (
              SELECT
                "t35"."window_id",
                "t35"."met",
                "t35"."n",
                CAST(SUM("t35"."n") OVER (
                  PARTITION BY "t35"."window_id"
                  ORDER BY "t35"."met" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS DOUBLE) AS "up_to"
              FROM (
                SELECT
                  "t34"."window_id",
                  "t34"."met",
                  COUNT(*) AS "n"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t30"."window_id",
                      CAST(CAST(FLOOR(
                        (
                          (
                            "t30"."part_freshness" + "t30"."part_satisfaction" + "t30"."part_intensity" + "t30"."part_span"
                          ) * 1000000000
                        ) + 0.5
                      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "met"
                    FROM (
                      SELECT
                        "t28"."window_id",
                        IFF(
                          "t28"."active",
                          COALESCE(
                            (
                              "t28"."scaled_freshness" - "t28"."low_scaled_freshness"
                            ) / "t28"."unit_scaled_freshness",
                            "t28"."otherwise_scaled_freshness"
                          ) * 25.0,
                          CAST(NULL AS DOUBLE)
                        ) AS "part_freshness",
                        IFF(
                          "t28"."active",
                          COALESCE(
                            (
                              "t28"."scaled_satisfaction" - "t28"."low_scaled_satisfaction"
                            ) / "t28"."unit_scaled_satisfaction",
                            "t28"."otherwise_scaled_satisfaction"
                          ) * 25.0,
                          CAST(NULL AS DOUBLE)
                        ) AS "part_satisfaction",
                        IFF(
                          "t28"."active",
                          COALESCE("t28"."rung_scaled_intensity", 0.5) * 25.0,
                          CAST(NULL AS DOUBLE)
                        ) AS "part_intensity",
                        IFF("t28"."active", COALESCE("t28"."rung_scaled_span", 0.5) * 25.0, CAST(NULL AS DOUBLE)) AS "part_span"
                      FROM (
                        SELECT
                          "t26".*
                          EXCLUDE ("met", "window_id_found")
                        FROM (
                          SELECT
                            "t24"."window_id",
                            "t24"."active",
                            "t24"."scaled_freshness",
                            "t24"."scaled_satisfaction",
                            "t24"."scaled_intensity",
                            "t24"."scaled_span",
                            "t24"."low_scaled_freshness",
                            "t24"."unit_scaled_freshness",
                            "t24"."otherwise_scaled_freshness",
                            "t24"."low_scaled_satisfaction",
                            "t24"."unit_scaled_satisfaction",
                            "t24"."otherwise_scaled_satisfaction",
                            "t24"."rung_scaled_intensity",
                            "t6"."window_id_found",
                            "t6"."met",
                            "t6"."rung_scaled_span"
                          FROM (
                            SELECT
                              "t20".*
                              EXCLUDE ("met", "window_id_found")
                            FROM (
                              SELECT
                                "t18"."window_id",
                                "t18"."active",
                                "t18"."scaled_freshness",
                                "t18"."scaled_satisfaction",
                                "t18"."scaled_intensity",
                                "t18"."scaled_span",
                                "t18"."low_scaled_freshness",
                                "t18"."unit_scaled_freshness",
                                "t18"."otherwise_scaled_freshness",
                                "t18"."low_scaled_satisfaction",
                                "t18"."unit_scaled_satisfaction",
                                "t18"."otherwise_scaled_satisfaction",
                                "t7"."window_id_found",
                                "t7"."met",
                                "t7"."rung_scaled_intensity"
                              FROM (
                                SELECT
                                  "t14".*
                                  EXCLUDE ("window_id_found")
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
                                      ) AS "scaled_freshness",
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
                                      ) AS "scaled_satisfaction",
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
                                      ) AS "scaled_intensity",
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
                                          1.0 - "t2"."average_days_since_last"
                                        ) IS NOT NULL
                                        THEN 1.0 - "t2"."average_days_since_last"
                                        WHEN "t2"."low_days_since_last" IS NOT NULL
                                        THEN 0.0
                                        ELSE 0.5
                                      END AS "otherwise_scaled_freshness",
                                      "t2"."low_latest_rating" AS "low_scaled_satisfaction",
                                      "t2"."unit_latest_rating" AS "unit_scaled_satisfaction",
                                      CASE
                                        WHEN "t2"."average_latest_rating" IS NOT NULL
                                        THEN "t2"."average_latest_rating"
                                        WHEN "t2"."low_latest_rating" IS NOT NULL
                                        THEN 0.0
                                        ELSE 0.5
                                      END AS "otherwise_scaled_satisfaction"
                                    FROM "valuecast_lines" AS "t2"
                                  ) AS "t10"
                                    ON "t12"."window_id" = "t10"."window_id_found"
                                ) AS "t14"
                              ) AS "t18"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t0"."window_id" AS "window_id_found",
                                  "t0"."met",
                                  (
                                    (
                                      "t0"."up_to" * 2.0
                                    ) - "t0"."n"
                                  ) / (
                                    "t0"."known" * 2.0
                                  ) AS "rung_scaled_intensity"
                                FROM "valuecast_ladders" AS "t0"
                                WHERE
                                  "t0"."signal" = 'value'
                              ) AS "t7"
                                ON "t18"."window_id" = "t7"."window_id_found"
                                AND "t18"."scaled_intensity" = "t7"."met"
                            ) AS "t20"
                          ) AS "t24"
                          LEFT OUTER JOIN (
                            SELECT
                              "t0"."window_id" AS "window_id_found",
                              "t0"."met",
                              (
                                (
                                  "t0"."up_to" * 2.0
                                ) - "t0"."n"
                              ) / (
                                "t0"."known" * 2.0
                              ) AS "rung_scaled_span"
                            FROM "valuecast_ladders" AS "t0"
                            WHERE
                              "t0"."signal" = 'active_days'
                          ) AS "t6"
                            ON "t24"."window_id" = "t6"."window_id_found" AND "t24"."scaled_span" = "t6"."met"
                        ) AS "t26"
                      ) AS "t28"
                    ) AS "t30"
                  ) AS "t32"
                  WHERE
                    "t32"."met" IS NOT NULL
                ) AS "t34"
                GROUP BY
                  1,
                  2
              ) AS "t35"
            ) AS "t36"
          ) AS "t37"
          WHERE
            (
              "t37"."known" - "t37"."up_to"
            ) < CAST(CEIL((
              "t37"."known" * 0.2
            ) - 1e-09) AS BIGINT)
        ) AS "t38"
        GROUP BY
          1
      ) AS "t39"
    ) AS "t41"
      ON "t33"."window_id" = "t41"."window_id_found"
  ) AS "t42"
) AS "t43"
