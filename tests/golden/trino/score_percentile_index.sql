SELECT
  "t90"."window_id",
  "t90"."customer_id",
  "t90"."value",
  "t90"."value" >= "t90"."threshold" AS "high_value",
  "t90"."part_usage",
  "t90"."part_breadth",
  "t90"."part_satisfaction",
  "t90"."part_freshness"
FROM (
  SELECT
    "t89"."window_id",
    "t89"."customer_id",
    "t89"."part_usage",
    "t89"."part_breadth",
    "t89"."part_satisfaction",
    "t89"."part_freshness",
    "t89"."value",
    "t89"."threshold"
  FROM (
    SELECT
      "t80"."window_id",
      "t80"."customer_id",
      "t80"."part_usage",
      "t80"."part_breadth",
      "t80"."part_satisfaction",
      "t80"."part_freshness",
      "t80"."value",
      "t88"."window_id_found",
      "t88"."threshold"
    FROM (
      SELECT
        "t76"."window_id",
        "t76"."customer_id",
        "t76"."part_usage",
        "t76"."part_breadth",
        "t76"."part_satisfaction",
        "t76"."part_freshness",
        CAST(CAST(FLOOR(
          (
            (
              "t76"."part_usage" + "t76"."part_breadth" + "t76"."part_satisfaction" + "t76"."part_freshness"
            ) * 1000000000
          ) + CAST(0.5 AS DOUBLE)
        ) AS BIGINT) AS DOUBLE) / 1000000000 AS "value"
      FROM (
        SELECT
          "t74"."window_id",
          "t74"."customer_id",
          IF(
            "t74"."active",
            COALESCE("t74"."rung_scaled_usage", "t74"."middle_scaled_usage", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS "part_usage",
          IF(
            "t74"."active",
            COALESCE("t74"."rung_scaled_breadth", "t74"."middle_scaled_breadth", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS "part_breadth",
          IF(
            "t74"."active",
            COALESCE(
              "t74"."rung_scaled_satisfaction",
              "t74"."middle_scaled_satisfaction",
              CAST(0.5 AS DOUBLE)
            ) * CAST(25.0 AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS "part_satisfaction",
          IF(
            "t74"."active",
            COALESCE("t74"."rung_scaled_freshness", "t74"."middle_scaled_freshness", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
            CAST(NULL AS DOUBLE)
          ) AS "part_freshness"
        FROM (
          SELECT
            "t72"."window_id",
            "t72"."active",
            "t72"."customer_id",
            "t72"."scaled_usage",
            "t72"."scaled_breadth",
            "t72"."scaled_satisfaction",
            "t72"."scaled_freshness",
            "t72"."rung_scaled_usage",
            "t72"."middle_scaled_usage",
            "t72"."rung_scaled_breadth",
            "t72"."middle_scaled_breadth",
            "t72"."rung_scaled_satisfaction",
            "t72"."middle_scaled_satisfaction",
            "t72"."rung_scaled_freshness",
            "t72"."middle_scaled_freshness"
          FROM (
            SELECT
              "t70"."window_id",
              "t70"."active",
              "t70"."customer_id",
              "t70"."scaled_usage",
              "t70"."scaled_breadth",
              "t70"."scaled_satisfaction",
              "t70"."scaled_freshness",
              "t70"."rung_scaled_usage",
              "t70"."middle_scaled_usage",
              "t70"."rung_scaled_breadth",
              "t70"."middle_scaled_breadth",
              "t70"."rung_scaled_satisfaction",
              "t70"."middle_scaled_satisfaction",
              "t70"."rung_scaled_freshness",
              "t35"."window_id_found",
              "t35"."middle_scaled_freshness"
            FROM (
              SELECT
                "t66"."window_id",
                "t66"."active",
                "t66"."customer_id",
                "t66"."scaled_usage",
                "t66"."scaled_breadth",
                "t66"."scaled_satisfaction",
                "t66"."scaled_freshness",
                "t66"."rung_scaled_usage",
                "t66"."middle_scaled_usage",
                "t66"."rung_scaled_breadth",
                "t66"."middle_scaled_breadth",
                "t66"."rung_scaled_satisfaction",
                "t66"."middle_scaled_satisfaction",
                "t66"."rung_scaled_freshness"
              FROM (
                SELECT
                  "t64"."window_id",
                  "t64"."active",
                  "t64"."customer_id",
                  "t64"."scaled_usage",
                  "t64"."scaled_breadth",
                  "t64"."scaled_satisfaction",
                  "t64"."scaled_freshness",
                  "t64"."rung_scaled_usage",
                  "t64"."middle_scaled_usage",
                  "t64"."rung_scaled_breadth",
                  "t64"."middle_scaled_breadth",
                  "t64"."rung_scaled_satisfaction",
                  "t64"."middle_scaled_satisfaction",
                  "t11"."window_id_found",
                  "t11"."met",
                  "t11"."rung_scaled_freshness"
                FROM (
                  SELECT
                    "t60"."window_id",
                    "t60"."active",
                    "t60"."customer_id",
                    "t60"."scaled_usage",
                    "t60"."scaled_breadth",
                    "t60"."scaled_satisfaction",
                    "t60"."scaled_freshness",
                    "t60"."rung_scaled_usage",
                    "t60"."middle_scaled_usage",
                    "t60"."rung_scaled_breadth",
                    "t60"."middle_scaled_breadth",
                    "t60"."rung_scaled_satisfaction",
                    "t60"."middle_scaled_satisfaction"
                  FROM (
                    SELECT
                      "t58"."window_id",
                      "t58"."active",
                      "t58"."customer_id",
                      "t58"."scaled_usage",
                      "t58"."scaled_breadth",
                      "t58"."scaled_satisfaction",
                      "t58"."scaled_freshness",
                      "t58"."rung_scaled_usage",
                      "t58"."middle_scaled_usage",
                      "t58"."rung_scaled_breadth",
                      "t58"."middle_scaled_breadth",
                      "t58"."rung_scaled_satisfaction",
                      "t32"."window_id_found",
                      "t32"."middle_scaled_satisfaction"
                    FROM (
                      SELECT
                        "t54"."window_id",
                        "t54"."active",
                        "t54"."customer_id",
                        "t54"."scaled_usage",
                        "t54"."scaled_breadth",
                        "t54"."scaled_satisfaction",
                        "t54"."scaled_freshness",
                        "t54"."rung_scaled_usage",
                        "t54"."middle_scaled_usage",
                        "t54"."rung_scaled_breadth",
                        "t54"."middle_scaled_breadth",
                        "t54"."rung_scaled_satisfaction"
                      FROM (
                        SELECT
                          "t52"."window_id",
                          "t52"."active",
                          "t52"."customer_id",
                          "t52"."scaled_usage",
                          "t52"."scaled_breadth",
                          "t52"."scaled_satisfaction",
                          "t52"."scaled_freshness",
                          "t52"."rung_scaled_usage",
                          "t52"."middle_scaled_usage",
                          "t52"."rung_scaled_breadth",
                          "t52"."middle_scaled_breadth",
                          "t6"."window_id_found",
                          "t6"."met",
                          "t6"."rung_scaled_satisfaction"
                        FROM (
                          SELECT
                            "t48"."window_id",
                            "t48"."active",
                            "t48"."customer_id",
                            "t48"."scaled_usage",
                            "t48"."scaled_breadth",
                            "t48"."scaled_satisfaction",
                            "t48"."scaled_freshness",
                            "t48"."rung_scaled_usage",
                            "t48"."middle_scaled_usage",
                            "t48"."rung_scaled_breadth",
                            "t48"."middle_scaled_breadth"
                          FROM (
                            SELECT
                              "t46"."window_id",
                              "t46"."active",
                              "t46"."customer_id",
                              "t46"."scaled_usage",
                              "t46"."scaled_breadth",
                              "t46"."scaled_satisfaction",
                              "t46"."scaled_freshness",
                              "t46"."rung_scaled_usage",
                              "t46"."middle_scaled_usage",
                              "t46"."rung_scaled_breadth",
                              "t33"."window_id_found",
                              "t33"."middle_scaled_breadth"
                            FROM (
                              SELECT
                                "t42"."window_id",
                                "t42"."active",
                                "t42"."customer_id",
                                "t42"."scaled_usage",
                                "t42"."scaled_breadth",
                                "t42"."scaled_satisfaction",
                                "t42"."scaled_freshness",
                                "t42"."rung_scaled_usage",
                                "t42"."middle_scaled_usage",
                                "t42"."rung_scaled_breadth"
                              FROM (
                                SELECT
                                  "t40"."window_id",
                                  "t40"."active",
                                  "t40"."customer_id",
                                  "t40"."scaled_usage",
                                  "t40"."scaled_breadth",
                                  "t40"."scaled_satisfaction",
                                  "t40"."scaled_freshness",
                                  "t40"."rung_scaled_usage",
                                  "t40"."middle_scaled_usage",
                                  "t7"."window_id_found",
                                  "t7"."met",
                                  "t7"."rung_scaled_breadth"
                                FROM (
                                  SELECT
                                    "t36"."window_id",
                                    "t36"."active",
                                    "t36"."customer_id",
                                    "t36"."scaled_usage",
                                    "t36"."scaled_breadth",
                                    "t36"."scaled_satisfaction",
                                    "t36"."scaled_freshness",
                                    "t36"."rung_scaled_usage",
                                    "t36"."middle_scaled_usage"
                                  FROM (
                                    SELECT
                                      "t26"."window_id",
                                      "t26"."active",
                                      "t26"."customer_id",
                                      "t26"."scaled_usage",
                                      "t26"."scaled_breadth",
                                      "t26"."scaled_satisfaction",
                                      "t26"."scaled_freshness",
                                      "t26"."rung_scaled_usage",
                                      "t34"."window_id_found",
                                      "t34"."middle_scaled_usage"
                                    FROM (
                                      SELECT
                                        "t18"."window_id",
                                        "t18"."active",
                                        "t18"."customer_id",
                                        "t18"."scaled_usage",
                                        "t18"."scaled_breadth",
                                        "t18"."scaled_satisfaction",
                                        "t18"."scaled_freshness",
                                        "t18"."rung_scaled_usage"
                                      FROM (
                                        SELECT
                                          "t12"."window_id",
                                          "t12"."active",
                                          "t12"."customer_id",
                                          "t12"."scaled_usage",
                                          "t12"."scaled_breadth",
                                          "t12"."scaled_satisfaction",
                                          "t12"."scaled_freshness",
                                          "t8"."window_id_found",
                                          "t8"."met",
                                          "t8"."rung_scaled_usage"
                                        FROM (
                                          SELECT
                                            "t1"."window_id",
                                            "t1"."active",
                                            "t1"."customer_id",
                                            IF(
                                              (
                                                (
                                                  "t1"."minutes" - "t1"."minutes"
                                                ) = 0
                                              )
                                              AND (
                                                ABS("t1"."minutes") <= CAST(1000000000000.0 AS DOUBLE)
                                              ),
                                              "t1"."minutes",
                                              CAST(NULL AS DOUBLE)
                                            ) AS "scaled_usage",
                                            IF(
                                              (
                                                (
                                                  "t1"."features_used" - "t1"."features_used"
                                                ) = 0
                                              )
                                              AND (
                                                ABS("t1"."features_used") <= CAST(1000000000000.0 AS DOUBLE)
                                              ),
                                              "t1"."features_used",
                                              CAST(NULL AS DOUBLE)
                                            ) AS "scaled_breadth",
                                            IF(
                                              (
                                                (
                                                  "t1"."mean_rating" - "t1"."mean_rating"
                                                ) = 0
                                              )
                                              AND (
                                                ABS("t1"."mean_rating") <= CAST(1000000000000.0 AS DOUBLE)
                                              ),
                                              "t1"."mean_rating",
                                              CAST(NULL AS DOUBLE)
                                            ) AS "scaled_satisfaction",
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
                                            ) AS "scaled_freshness"
                                          FROM "valuecast_signals" AS "t1"
                                        ) AS "t12"
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
                                            ) AS "rung_scaled_usage"
                                          FROM "valuecast_ladders" AS "t0"
                                          WHERE
                                            "t0"."signal" = 'minutes'
                                        ) AS "t8"
                                          ON "t12"."window_id" = "t8"."window_id_found" AND "t12"."scaled_usage" = "t8"."met"
                                      ) AS "t18"
                                    ) AS "t26"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t22"."window_id" AS "window_id_found",
                                        (
                                          CAST("t22"."billionths" AS DOUBLE) / 1000000000
                                        ) / CAST(NULLIF("t22"."n", 0) AS DOUBLE) AS "middle_scaled_usage"
                                      FROM (
                                        SELECT
                                          "t16"."window_id",
                                          SUM("t16"."billionths") AS "billionths",
                                          SUM("t16"."n") AS "n"
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
                                            "t0"."signal" = 'minutes'
                                        ) AS "t16"
                                        GROUP BY
                                          1
                                      ) AS "t22"
                                    ) AS "t34"
                                      ON "t26"."window_id" = "t34"."window_id_found"
                                  ) AS "t36"
                                ) AS "t40"
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
                                    ) AS "rung_scaled_breadth"
                                  FROM "valuecast_ladders" AS "t0"
                                  WHERE
                                    "t0"."signal" = 'features_used'
                                ) AS "t7"
                                  ON "t40"."window_id" = "t7"."window_id_found"
                                  AND "t40"."scaled_breadth" = "t7"."met"
                              ) AS "t42"
                            ) AS "t46"
                            LEFT OUTER JOIN (
                              SELECT
                                "t21"."window_id" AS "window_id_found",
                                (
                                  CAST("t21"."billionths" AS DOUBLE) / 1000000000
                                ) / CAST(NULLIF("t21"."n", 0) AS DOUBLE) AS "middle_scaled_breadth"
                              FROM (
                                SELECT
                                  "t15"."window_id",
                                  SUM("t15"."billionths") AS "billionths",
                                  SUM("t15"."n") AS "n"
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
                                    "t0"."signal" = 'features_used'
                                ) AS "t15"
                                GROUP BY
                                  1
                              ) AS "t21"
                            ) AS "t33"
                              ON "t46"."window_id" = "t33"."window_id_found"
                          ) AS "t48"
                        ) AS "t52"
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
                            ) AS "rung_scaled_satisfaction"
                          FROM "valuecast_ladders" AS "t0"
                          WHERE
                            "t0"."signal" = 'mean_rating'
                        ) AS "t6"
                          ON "t52"."window_id" = "t6"."window_id_found"
                          AND "t52"."scaled_satisfaction" = "t6"."met"
                      ) AS "t54"
                    ) AS "t58"
                    LEFT OUTER JOIN (
                      SELECT
                        "t20"."window_id" AS "window_id_found",
                        (
                          CAST("t20"."billionths" AS DOUBLE) / 1000000000
                        ) / CAST(NULLIF("t20"."n", 0) AS DOUBLE) AS "middle_scaled_satisfaction"
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
                            "t0"."signal" = 'mean_rating'
                        ) AS "t14"
                        GROUP BY
                          1
                      ) AS "t20"
                    ) AS "t32"
                      ON "t58"."window_id" = "t32"."window_id_found"
                  ) AS "t60"
                ) AS "t64"
                LEFT OUTER JOIN (
                  SELECT
                    "t0"."window_id" AS "window_id_found",
                    "t0"."met",
                    CAST((
                      (
                        "t0"."known" * CAST(2.0 AS DOUBLE)
                      ) - (
                        (
                          "t0"."up_to" * CAST(2.0 AS DOUBLE)
                        ) - "t0"."n"
                      )
                    ) AS DOUBLE) / (
                      "t0"."known" * CAST(2.0 AS DOUBLE)
                    ) AS "rung_scaled_freshness"
                  FROM "valuecast_ladders" AS "t0"
                  WHERE
                    "t0"."signal" = 'days_since_last'
                ) AS "t11"
                  ON "t64"."window_id" = "t11"."window_id_found"
                  AND "t64"."scaled_freshness" = "t11"."met"
              ) AS "t66"
            ) AS "t70"
            LEFT OUTER JOIN (
              SELECT
                "t25"."window_id" AS "window_id_found",
                (
                  CAST("t25"."billionths" AS DOUBLE) / 1000000000
                ) / CAST(NULLIF("t25"."n", 0) AS DOUBLE) AS "middle_scaled_freshness"
              FROM (
                SELECT
                  "t17"."window_id",
                  SUM("t17"."billionths") AS "billionths",
                  SUM("t17"."n") AS "n"
                FROM (
                  SELECT
                    "t0"."window_id",
                    "t0"."n",
                    CAST(FLOOR(
                      (
                        (
                          CAST((
                            (
                              "t0"."known" * CAST(2.0 AS DOUBLE)
                            ) - (
                              (
                                "t0"."up_to" * CAST(2.0 AS DOUBLE)
                              ) - "t0"."n"
                            )
                          ) AS DOUBLE) / (
                            "t0"."known" * CAST(2.0 AS DOUBLE)
                          )
                        ) * 1000000000
                      ) + CAST(0.5 AS DOUBLE)
                    ) AS BIGINT) * "t0"."n" AS "billionths"
                  FROM "valuecast_ladders" AS "t0"
                  WHERE
                    "t0"."signal" = 'days_since_last'
                ) AS "t17"
                GROUP BY
                  1
              ) AS "t25"
            ) AS "t35"
              ON "t70"."window_id" = "t35"."window_id_found"
          ) AS "t72"
        ) AS "t74"
      ) AS "t76"
    ) AS "t80"
    LEFT OUTER JOIN (
      SELECT
        "t86"."window_id" AS "window_id_found",
        "t86"."threshold"
      FROM (
        SELECT
          "t85"."window_id",
          MIN("t85"."met") AS "threshold"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t83"."window_id",
              "t83"."met",
              "t83"."n",
              "t83"."up_to",
              MAX("t83"."up_to") OVER (
                PARTITION BY "t83"."window_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "known"
            FROM (
              SELECT
                "t82"."window_id",
                "t82"."met",
                "t82"."n",
                CAST(SUM("t82"."n") OVER (
                  PARTITION BY "t82"."window_id"
                  ORDER BY "t82"."met" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS DOUBLE) AS "up_to"
              FROM (
                SELECT
                  "t81"."window_id",
                  "t81"."met",
                  COUNT(*) AS "n"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t77"."window_id",
                      CAST(CAST(FLOOR(
                        (
                          (
                            "t77"."part_usage" + "t77"."part_breadth" + "t77"."part_satisfaction" + "t77"."part_freshness"
                          ) * 1000000000
                        ) + CAST(0.5 AS DOUBLE)
                      ) AS BIGINT) AS DOUBLE) / 1000000000 AS "met"
                    FROM (
                      SELECT
                        "t75"."window_id",
                        IF(
                          "t75"."active",
                          COALESCE("t75"."rung_scaled_usage", "t75"."middle_scaled_usage", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
                          CAST(NULL AS DOUBLE)
                        ) AS "part_usage",
                        IF(
                          "t75"."active",
                          COALESCE("t75"."rung_scaled_breadth", "t75"."middle_scaled_breadth", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
                          CAST(NULL AS DOUBLE)
                        ) AS "part_breadth",
                        IF(
                          "t75"."active",
                          COALESCE(
                            "t75"."rung_scaled_satisfaction",
                            "t75"."middle_scaled_satisfaction",
                            CAST(0.5 AS DOUBLE)
                          ) * CAST(25.0 AS DOUBLE),
                          CAST(NULL AS DOUBLE)
                        ) AS "part_satisfaction",
                        IF(
                          "t75"."active",
                          COALESCE("t75"."rung_scaled_freshness", "t75"."middle_scaled_freshness", CAST(0.5 AS DOUBLE)) * CAST(25.0 AS DOUBLE),
                          CAST(NULL AS DOUBLE)
                        ) AS "part_freshness"
                      FROM (
                        SELECT
                          "t73"."window_id",
                          "t73"."active",
                          "t73"."scaled_usage",
                          "t73"."scaled_breadth",
                          "t73"."scaled_satisfaction",
                          "t73"."scaled_freshness",
                          "t73"."rung_scaled_usage",
                          "t73"."middle_scaled_usage",
                          "t73"."rung_scaled_breadth",
                          "t73"."middle_scaled_breadth",
                          "t73"."rung_scaled_satisfaction",
                          "t73"."middle_scaled_satisfaction",
                          "t73"."rung_scaled_freshness",
                          "t73"."middle_scaled_freshness"
                        FROM (
                          SELECT
                            "t71"."window_id",
                            "t71"."active",
                            "t71"."scaled_usage",
                            "t71"."scaled_breadth",
                            "t71"."scaled_satisfaction",
                            "t71"."scaled_freshness",
                            "t71"."rung_scaled_usage",
                            "t71"."middle_scaled_usage",
                            "t71"."rung_scaled_breadth",
                            "t71"."middle_scaled_breadth",
                            "t71"."rung_scaled_satisfaction",
                            "t71"."middle_scaled_satisfaction",
                            "t71"."rung_scaled_freshness",
                            "t35"."window_id_found",
                            "t35"."middle_scaled_freshness"
                          FROM (
                            SELECT
                              "t67"."window_id",
                              "t67"."active",
                              "t67"."scaled_usage",
                              "t67"."scaled_breadth",
                              "t67"."scaled_satisfaction",
                              "t67"."scaled_freshness",
                              "t67"."rung_scaled_usage",
                              "t67"."middle_scaled_usage",
                              "t67"."rung_scaled_breadth",
                              "t67"."middle_scaled_breadth",
                              "t67"."rung_scaled_satisfaction",
                              "t67"."middle_scaled_satisfaction",
                              "t67"."rung_scaled_freshness"
                            FROM (
                              SELECT
                                "t65"."window_id",
                                "t65"."active",
                                "t65"."scaled_usage",
                                "t65"."scaled_breadth",
                                "t65"."scaled_satisfaction",
                                "t65"."scaled_freshness",
                                "t65"."rung_scaled_usage",
                                "t65"."middle_scaled_usage",
                                "t65"."rung_scaled_breadth",
                                "t65"."middle_scaled_breadth",
                                "t65"."rung_scaled_satisfaction",
                                "t65"."middle_scaled_satisfaction",
                                "t11"."window_id_found",
                                "t11"."met",
                                "t11"."rung_scaled_freshness"
                              FROM (
                                SELECT
                                  "t61"."window_id",
                                  "t61"."active",
                                  "t61"."scaled_usage",
                                  "t61"."scaled_breadth",
                                  "t61"."scaled_satisfaction",
                                  "t61"."scaled_freshness",
                                  "t61"."rung_scaled_usage",
                                  "t61"."middle_scaled_usage",
                                  "t61"."rung_scaled_breadth",
                                  "t61"."middle_scaled_breadth",
                                  "t61"."rung_scaled_satisfaction",
                                  "t61"."middle_scaled_satisfaction"
                                FROM (
                                  SELECT
                                    "t59"."window_id",
                                    "t59"."active",
                                    "t59"."scaled_usage",
                                    "t59"."scaled_breadth",
                                    "t59"."scaled_satisfaction",
                                    "t59"."scaled_freshness",
                                    "t59"."rung_scaled_usage",
                                    "t59"."middle_scaled_usage",
                                    "t59"."rung_scaled_breadth",
                                    "t59"."middle_scaled_breadth",
                                    "t59"."rung_scaled_satisfaction",
                                    "t32"."window_id_found",
                                    "t32"."middle_scaled_satisfaction"
                                  FROM (
                                    SELECT
                                      "t55"."window_id",
                                      "t55"."active",
                                      "t55"."scaled_usage",
                                      "t55"."scaled_breadth",
                                      "t55"."scaled_satisfaction",
                                      "t55"."scaled_freshness",
                                      "t55"."rung_scaled_usage",
                                      "t55"."middle_scaled_usage",
                                      "t55"."rung_scaled_breadth",
                                      "t55"."middle_scaled_breadth",
                                      "t55"."rung_scaled_satisfaction"
                                    FROM (
                                      SELECT
                                        "t53"."window_id",
                                        "t53"."active",
                                        "t53"."scaled_usage",
                                        "t53"."scaled_breadth",
                                        "t53"."scaled_satisfaction",
                                        "t53"."scaled_freshness",
                                        "t53"."rung_scaled_usage",
                                        "t53"."middle_scaled_usage",
                                        "t53"."rung_scaled_breadth",
                                        "t53"."middle_scaled_breadth",
                                        "t6"."window_id_found",
                                        "t6"."met",
                                        "t6"."rung_scaled_satisfaction"
                                      FROM (
                                        SELECT
                                          "t49"."window_id",
                                          "t49"."active",
                                          "t49"."scaled_usage",
                                          "t49"."scaled_breadth",
                                          "t49"."scaled_satisfaction",
                                          "t49"."scaled_freshness",
                                          "t49"."rung_scaled_usage",
                                          "t49"."middle_scaled_usage",
                                          "t49"."rung_scaled_breadth",
                                          "t49"."middle_scaled_breadth"
                                        FROM (
                                          SELECT
                                            "t47"."window_id",
                                            "t47"."active",
                                            "t47"."scaled_usage",
                                            "t47"."scaled_breadth",
                                            "t47"."scaled_satisfaction",
                                            "t47"."scaled_freshness",
                                            "t47"."rung_scaled_usage",
                                            "t47"."middle_scaled_usage",
                                            "t47"."rung_scaled_breadth",
                                            "t33"."window_id_found",
                                            "t33"."middle_scaled_breadth"
                                          FROM (
                                            SELECT
                                              "t43"."window_id",
                                              "t43"."active",
                                              "t43"."scaled_usage",
                                              "t43"."scaled_breadth",
                                              "t43"."scaled_satisfaction",
                                              "t43"."scaled_freshness",
                                              "t43"."rung_scaled_usage",
                                              "t43"."middle_scaled_usage",
                                              "t43"."rung_scaled_breadth"
                                            FROM (
                                              SELECT
                                                "t41"."window_id",
                                                "t41"."active",
                                                "t41"."scaled_usage",
                                                "t41"."scaled_breadth",
                                                "t41"."scaled_satisfaction",
                                                "t41"."scaled_freshness",
                                                "t41"."rung_scaled_usage",
                                                "t41"."middle_scaled_usage",
                                                "t7"."window_id_found",
                                                "t7"."met",
                                                "t7"."rung_scaled_breadth"
                                              FROM (
                                                SELECT
                                                  "t37"."window_id",
                                                  "t37"."active",
                                                  "t37"."scaled_usage",
                                                  "t37"."scaled_breadth",
                                                  "t37"."scaled_satisfaction",
                                                  "t37"."scaled_freshness",
                                                  "t37"."rung_scaled_usage",
                                                  "t37"."middle_scaled_usage"
                                                FROM (
                                                  SELECT
                                                    "t27"."window_id",
                                                    "t27"."active",
                                                    "t27"."scaled_usage",
                                                    "t27"."scaled_breadth",
                                                    "t27"."scaled_satisfaction",
                                                    "t27"."scaled_freshness",
                                                    "t27"."rung_scaled_usage",
                                                    "t34"."window_id_found",
                                                    "t34"."middle_scaled_usage"
                                                  FROM (
                                                    SELECT
                                                      "t19"."window_id",
                                                      "t19"."active",
                                                      "t19"."scaled_usage",
                                                      "t19"."scaled_breadth",
                                                      "t19"."scaled_satisfaction",
                                                      "t19"."scaled_freshness",
                                                      "t19"."rung_scaled_usage"
                                                    FROM (
                                                      SELECT
                                                        "t13"."window_id",
                                                        "t13"."active",
                                                        "t13"."scaled_usage",
                                                        "t13"."scaled_breadth",
                                                        "t13"."scaled_satisfaction",
                                                        "t13"."scaled_freshness",
                                                        "t8"."window_id_found",
                                                        "t8"."met",
                                                        "t8"."rung_scaled_usage"
                                                      FROM (
                                                        SELECT
                                                          "t1"."window_id",
                                                          "t1"."active",
                                                          IF(
                                                            (
                                                              (
                                                                "t1"."minutes" - "t1"."minutes"
                                                              ) = 0
                                                            )
                                                            AND (
                                                              ABS("t1"."minutes") <= CAST(1000000000000.0 AS DOUBLE)
                                                            ),
                                                            "t1"."minutes",
                                                            CAST(NULL AS DOUBLE)
                                                          ) AS "scaled_usage",
                                                          IF(
                                                            (
                                                              (
                                                                "t1"."features_used" - "t1"."features_used"
                                                              ) = 0
                                                            )
                                                            AND (
                                                              ABS("t1"."features_used") <= CAST(1000000000000.0 AS DOUBLE)
                                                            ),
                                                            "t1"."features_used",
                                                            CAST(NULL AS DOUBLE)
                                                          ) AS "scaled_breadth",
                                                          IF(
                                                            (
                                                              (
                                                                "t1"."mean_rating" - "t1"."mean_rating"
                                                              ) = 0
                                                            )
                                                            AND (
                                                              ABS("t1"."mean_rating") <= CAST(1000000000000.0 AS DOUBLE)
                                                            ),
                                                            "t1"."mean_rating",
                                                            CAST(NULL AS DOUBLE)
                                                          ) AS "scaled_satisfaction",
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
                                                          ) AS "scaled_freshness"
                                                        FROM "valuecast_signals" AS "t1"
                                                      ) AS "t13"
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
                                                          ) AS "rung_scaled_usage"
                                                        FROM "valuecast_ladders" AS "t0"
                                                        WHERE
                                                          "t0"."signal" = 'minutes'
                                                      ) AS "t8"
                                                        ON "t13"."window_id" = "t8"."window_id_found" AND "t13"."scaled_usage" = "t8"."met"
                                                    ) AS "t19"
                                                  ) AS "t27"
                                                  LEFT OUTER JOIN (
                                                    SELECT
                                                      "t22"."window_id" AS "window_id_found",
                                                      (
                                                        CAST("t22"."billionths" AS DOUBLE) / 1000000000
                                                      ) / CAST(NULLIF("t22"."n", 0) AS DOUBLE) AS "middle_scaled_usage"
                                                    FROM (
                                                      SELECT
                                                        "t16"."window_id",
                                                        SUM("t16"."billionths") AS "billionths",
                                                        SUM("t16"."n") AS "n"
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
                                                          "t0"."signal" = 'minutes'
                                                      ) AS "t16"
                                                      GROUP BY
                                                        1
                                                    ) AS "t22"
                                                  ) AS "t34"
                                                    ON "t27"."window_id" = "t34"."window_id_found"
                                                ) AS "t37"
                                              ) AS "t41"
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
                                                  ) AS "rung_scaled_breadth"
                                                FROM "valuecast_ladders" AS "t0"
                                                WHERE
                                                  "t0"."signal" = 'features_used'
                                              ) AS "t7"
                                                ON "t41"."window_id" = "t7"."window_id_found"
                                                AND "t41"."scaled_breadth" = "t7"."met"
                                            ) AS "t43"
                                          ) AS "t47"
                                          LEFT OUTER JOIN (
                                            SELECT
                                              "t21"."window_id" AS "window_id_found",
                                              (
                                                CAST("t21"."billionths" AS DOUBLE) / 1000000000
                                              ) / CAST(NULLIF("t21"."n", 0) AS DOUBLE) AS "middle_scaled_breadth"
                                            FROM (
                                              SELECT
                                                "t15"."window_id",
                                                SUM("t15"."billionths") AS "billionths",
                                                SUM("t15"."n") AS "n"
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
                                                  "t0"."signal" = 'features_used'
                                              ) AS "t15"
                                              GROUP BY
                                                1
                                            ) AS "t21"
                                          ) AS "t33"
                                            ON "t47"."window_id" = "t33"."window_id_found"
                                        ) AS "t49"
                                      ) AS "t53"
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
                                          ) AS "rung_scaled_satisfaction"
                                        FROM "valuecast_ladders" AS "t0"
                                        WHERE
                                          "t0"."signal" = 'mean_rating'
                                      ) AS "t6"
                                        ON "t53"."window_id" = "t6"."window_id_found"
                                        AND "t53"."scaled_satisfaction" = "t6"."met"
                                    ) AS "t55"
                                  ) AS "t59"
                                  LEFT OUTER JOIN (
                                    SELECT
                                      "t20"."window_id" AS "window_id_found",
                                      (
                                        CAST("t20"."billionths" AS DOUBLE) / 1000000000
                                      ) / CAST(NULLIF("t20"."n", 0) AS DOUBLE) AS "middle_scaled_satisfaction"
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
                                          "t0"."signal" = 'mean_rating'
                                      ) AS "t14"
                                      GROUP BY
                                        1
                                    ) AS "t20"
                                  ) AS "t32"
                                    ON "t59"."window_id" = "t32"."window_id_found"
                                ) AS "t61"
                              ) AS "t65"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t0"."window_id" AS "window_id_found",
                                  "t0"."met",
                                  CAST((
                                    (
                                      "t0"."known" * CAST(2.0 AS DOUBLE)
                                    ) - (
                                      (
                                        "t0"."up_to" * CAST(2.0 AS DOUBLE)
                                      ) - "t0"."n"
                                    )
                                  ) AS DOUBLE) / (
                                    "t0"."known" * CAST(2.0 AS DOUBLE)
                                  ) AS "rung_scaled_freshness"
                                FROM "valuecast_ladders" AS "t0"
                                WHERE
                                  "t0"."signal" = 'days_since_last'
                              ) AS "t11"
                                ON "t65"."window_id" = "t11"."window_id_found"
                                AND "t65"."scaled_freshness" = "t11"."met"
                            ) AS "t67"
                          ) AS "t71"
                          LEFT OUTER JOIN (
                            SELECT
                              "t25"."window_id" AS "window_id_found",
                              (
                                CAST("t25"."billionths" AS DOUBLE) / 1000000000
                              ) / CAST(NULLIF("t25"."n", 0) AS DOUBLE) AS "middle_scaled_freshness"
                            FROM (
                              SELECT
                                "t17"."window_id",
                                SUM("t17"."billionths") AS "billionths",
                                SUM("t17"."n") AS "n"
                              FROM (
                                SELECT
                                  "t0"."window_id",
                                  "t0"."n",
                                  CAST(FLOOR(
                                    (
                                      (
                                        CAST((
                                          (
                                            "t0"."known" * CAST(2.0 AS DOUBLE)
                                          ) - (
                                            (
                                              "t0"."up_to" * CAST(2.0 AS DOUBLE)
                                            ) - "t0"."n"
                                          )
                                        ) AS DOUBLE) / (
                                          "t0"."known" * CAST(2.0 AS DOUBLE)
                                        )
                                      ) * 1000000000
                                    ) + CAST(0.5 AS DOUBLE)
                                  ) AS BIGINT) * "t0"."n" AS "billionths"
                                FROM "valuecast_ladders" AS "t0"
                                WHERE
                                  "t0"."signal" = 'days_since_last'
                              ) AS "t17"
                              GROUP BY
                                1
                            ) AS "t25"
                          ) AS "t35"
                            ON "t71"."window_id" = "t35"."window_id_found"
                        ) AS "t73"
                      ) AS "t75"
                    ) AS "t77"
                  ) AS "t79"
                  WHERE
                    "t79"."met" IS NOT NULL
                ) AS "t81"
                GROUP BY
                  1,
                  2
              ) AS "t82"
            ) AS "t83"
          ) AS "t84"
          WHERE
            (
              "t84"."known" - "t84"."up_to"
            ) < CAST(CEIL((
              "t84"."known" * CAST(0.25 AS DOUBLE)
            ) - CAST(1e-09 AS DOUBLE)) AS BIGINT)
        ) AS "t85"
        GROUP BY
          1
      ) AS "t86"
    ) AS "t88"
      ON "t80"."window_id" = "t88"."window_id_found"
  ) AS "t89"
) AS "t90"
