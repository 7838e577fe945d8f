SELECT
  `t72`.`window_id`,
  `t72`.`customer_id`,
  `t72`.`value`,
  `t72`.`value` >= `t72`.`threshold` AS `high_value`,
  `t72`.`part_recency`,
  `t72`.`part_frequency`,
  `t72`.`part_monetary`
FROM (
  SELECT
    `t71`.*
    EXCEPT (`window_id_found`)
  FROM (
    SELECT
      `t62`.`window_id`,
      `t62`.`customer_id`,
      `t62`.`part_recency`,
      `t62`.`part_frequency`,
      `t62`.`part_monetary`,
      `t62`.`value`,
      `t70`.`window_id_found`,
      `t70`.`threshold`
    FROM (
      SELECT
        `t58`.`window_id`,
        `t58`.`customer_id`,
        `t58`.`part_recency`,
        `t58`.`part_frequency`,
        `t58`.`part_monetary`,
        ieee_divide(
          CAST(CAST(FLOOR(
            (
              (
                `t58`.`part_recency` + `t58`.`part_frequency` + `t58`.`part_monetary`
              ) * 1000000000
            ) + 0.5
          ) AS INT64) AS FLOAT64),
          1000000000
        ) AS `value`
      FROM (
        SELECT
          `t56`.`window_id`,
          `t56`.`customer_id`,
          IF(
            `t56`.`active`,
            COALESCE(`t56`.`rung_scaled_recency`, `t56`.`mean_scaled_recency`, 3.0) * 0.3333333333333333,
            CAST(NULL AS FLOAT64)
          ) AS `part_recency`,
          IF(
            `t56`.`active`,
            COALESCE(`t56`.`rung_scaled_frequency`, `t56`.`mean_scaled_frequency`, 3.0) * 0.3333333333333333,
            CAST(NULL AS FLOAT64)
          ) AS `part_frequency`,
          IF(
            `t56`.`active`,
            COALESCE(`t56`.`rung_scaled_monetary`, `t56`.`mean_scaled_monetary`, 3.0) * 0.3333333333333333,
            CAST(NULL AS FLOAT64)
          ) AS `part_monetary`
        FROM (
          SELECT
            `t54`.*
            EXCEPT (`window_id_found`)
          FROM (
            SELECT
              `t52`.`window_id`,
              `t52`.`active`,
              `t52`.`customer_id`,
              `t52`.`scaled_recency`,
              `t52`.`scaled_frequency`,
              `t52`.`scaled_monetary`,
              `t52`.`rung_scaled_recency`,
              `t52`.`mean_scaled_recency`,
              `t52`.`rung_scaled_frequency`,
              `t52`.`mean_scaled_frequency`,
              `t52`.`rung_scaled_monetary`,
              `t26`.`window_id_found`,
              `t26`.`mean_scaled_monetary`
            FROM (
              SELECT
                `t48`.*
                EXCEPT (`met`, `window_id_found`)
              FROM (
                SELECT
                  `t46`.`window_id`,
                  `t46`.`active`,
                  `t46`.`customer_id`,
                  `t46`.`scaled_recency`,
                  `t46`.`scaled_frequency`,
                  `t46`.`scaled_monetary`,
                  `t46`.`rung_scaled_recency`,
                  `t46`.`mean_scaled_recency`,
                  `t46`.`rung_scaled_frequency`,
                  `t46`.`mean_scaled_frequency`,
                  `t8`.`window_id_found`,
                  `t8`.`met`,
                  `t8`.`rung_scaled_monetary`
                FROM (
                  SELECT
                    `t42`.*
                    EXCEPT (`window_id_found`)
                  FROM (
                    SELECT
                      `t40`.`window_id`,
                      `t40`.`active`,
                      `t40`.`customer_id`,
                      `t40`.`scaled_recency`,
                      `t40`.`scaled_frequency`,
                      `t40`.`scaled_monetary`,
                      `t40`.`rung_scaled_recency`,
                      `t40`.`mean_scaled_recency`,
                      `t40`.`rung_scaled_frequency`,
                      `t27`.`window_id_found`,
                      `t27`.`mean_scaled_frequency`
                    FROM (
                      SELECT
                        `t36`.*
                        EXCEPT (`met`, `window_id_found`)
                      FROM (
                        SELECT
                          `t34`.`window_id`,
                          `t34`.`active`,
                          `t34`.`customer_id`,
                          `t34`.`scaled_recency`,
                          `t34`.`scaled_frequency`,
                          `t34`.`scaled_monetary`,
                          `t34`.`rung_scaled_recency`,
                          `t34`.`mean_scaled_recency`,
                          `t9`.`window_id_found`,
                          `t9`.`met`,
                          `t9`.`rung_scaled_frequency`
                        FROM (
                          SELECT
                            `t30`.*
                            EXCEPT (`window_id_found`)
                          FROM (
                            SELECT
                              `t21`.`window_id`,
                              `t21`.`active`,
                              `t21`.`customer_id`,
                              `t21`.`scaled_recency`,
                              `t21`.`scaled_frequency`,
                              `t21`.`scaled_monetary`,
                              `t21`.`rung_scaled_recency`,
                              `t29`.`window_id_found`,
                              `t29`.`mean_scaled_recency`
                            FROM (
                              SELECT
                                `t15`.*
                                EXCEPT (`met`, `window_id_found`)
                              FROM (
                                SELECT
                                  `t4`.`window_id`,
                                  `t4`.`active`,
                                  `t4`.`customer_id`,
                                  `t4`.`scaled_recency`,
                                  `t4`.`scaled_frequency`,
                                  `t4`.`scaled_monetary`,
                                  `t11`.`window_id_found`,
                                  `t11`.`met`,
                                  `t11`.`rung_scaled_recency`
                                FROM (
                                  SELECT
                                    `t1`.`window_id`,
                                    `t1`.`active`,
                                    `t1`.`customer_id`,
                                    IF(
                                      (
                                        (
                                          `t1`.`days_since_last` - `t1`.`days_since_last`
                                        ) = 0
                                      )
                                      AND (
                                        ABS(`t1`.`days_since_last`) <= 1000000000000.0
                                      ),
                                      `t1`.`days_since_last`,
                                      CAST(NULL AS FLOAT64)
                                    ) AS `scaled_recency`,
                                    IF(
                                      (
                                        (
                                          `t1`.`active_days` - `t1`.`active_days`
                                        ) = 0
                                      )
                                      AND (
                                        ABS(`t1`.`active_days`) <= 1000000000000.0
                                      ),
                                      `t1`.`active_days`,
                                      CAST(NULL AS FLOAT64)
                                    ) AS `scaled_frequency`,
                                    IF(
                                      (
                                        (
                                          `t1`.`value` - `t1`.`value`
                                        ) = 0
                                      )
                                      AND (
                                        ABS(`t1`.`value`) <= 1000000000000.0
                                      ),
                                      `t1`.`value`,
                                      CAST(NULL AS FLOAT64)
                                    ) AS `scaled_monetary`
                                  FROM `valuecast_signals` AS `t1`
                                ) AS `t4`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t0`.`window_id` AS `window_id_found`,
                                    `t0`.`met`,
                                    CAST(CAST(FLOOR(
                                      ieee_divide(
                                        (
                                          (
                                            `t0`.`known` * 2.0
                                          ) - (
                                            (
                                              `t0`.`up_to` * 2.0
                                            ) - `t0`.`n`
                                          )
                                        ) * 5.0,
                                        `t0`.`known` * 2.0
                                      )
                                    ) AS INT64) AS FLOAT64) + 1.0 AS `rung_scaled_recency`
                                  FROM `valuecast_ladders` AS `t0`
                                  WHERE
                                    `t0`.`signal` = 'days_since_last'
                                ) AS `t11`
                                  ON `t4`.`window_id` = `t11`.`window_id_found`
                                  AND `t4`.`scaled_recency` = `t11`.`met`
                              ) AS `t15`
                            ) AS `t21`
                            LEFT OUTER JOIN (
                              SELECT
                                `t23`.`window_id` AS `window_id_found`,
                                ieee_divide(
                                  ieee_divide(CAST(`t23`.`billionths` AS FLOAT64), 1000000000),
                                  CAST(NULLIF(`t23`.`n`, 0) AS FLOAT64)
                                ) AS `mean_scaled_recency`
                              FROM (
                                SELECT
                                  `t14`.`window_id`,
                                  SUM(`t14`.`billionths`) AS `billionths`,
                                  SUM(`t14`.`n`) AS `n`
                                FROM (
                                  SELECT
                                    `t0`.`window_id`,
                                    `t0`.`n`,
                                    CAST(FLOOR(
                                      (
                                        (
                                          CAST(CAST(FLOOR(
                                            ieee_divide(
                                              (
                                                (
                                                  `t0`.`known` * 2.0
                                                ) - (
                                                  (
                                                    `t0`.`up_to` * 2.0
                                                  ) - `t0`.`n`
                                                )
                                              ) * 5.0,
                                              `t0`.`known` * 2.0
                                            )
                                          ) AS INT64) AS FLOAT64) + 1.0
                                        ) * 1000000000
                                      ) + 0.5
                                    ) AS INT64) * `t0`.`n` AS `billionths`
                                  FROM `valuecast_ladders` AS `t0`
                                  WHERE
                                    `t0`.`signal` = 'days_since_last'
                                ) AS `t14`
                                GROUP BY
                                  1
                              ) AS `t23`
                            ) AS `t29`
                              ON `t21`.`window_id` = `t29`.`window_id_found`
                          ) AS `t30`
                        ) AS `t34`
                        LEFT OUTER JOIN (
                          SELECT
                            `t0`.`window_id` AS `window_id_found`,
                            `t0`.`met`,
                            CAST(CAST(FLOOR(
                              ieee_divide((
                                (
                                  `t0`.`up_to` * 2.0
                                ) - `t0`.`n`
                              ) * 5.0, `t0`.`known` * 2.0)
                            ) AS INT64) AS FLOAT64) + 1.0 AS `rung_scaled_frequency`
                          FROM `valuecast_ladders` AS `t0`
                          WHERE
                            `t0`.`signal` = 'active_days'
                        ) AS `t9`
                          ON `t34`.`window_id` = `t9`.`window_id_found`
                          AND `t34`.`scaled_frequency` = `t9`.`met`
                      ) AS `t36`
                    ) AS `t40`
                    LEFT OUTER JOIN (
                      SELECT
                        `t18`.`window_id` AS `window_id_found`,
                        ieee_divide(
                          ieee_divide(CAST(`t18`.`billionths` AS FLOAT64), 1000000000),
                          CAST(NULLIF(`t18`.`n`, 0) AS FLOAT64)
                        ) AS `mean_scaled_frequency`
                      FROM (
                        SELECT
                          `t13`.`window_id`,
                          SUM(`t13`.`billionths`) AS `billionths`,
                          SUM(`t13`.`n`) AS `n`
                        FROM (
                          SELECT
                            `t0`.`window_id`,
                            `t0`.`n`,
                            CAST(FLOOR(
                              (
                                (
                                  CAST(CAST(FLOOR(
                                    ieee_divide((
                                      (
                                        `t0`.`up_to` * 2.0
                                      ) - `t0`.`n`
                                    ) * 5.0, `t0`.`known` * 2.0)
                                  ) AS INT64) AS FLOAT64) + 1.0
                                ) * 1000000000
                              ) + 0.5
                            ) AS INT64) * `t0`.`n` AS `billionths`
                          FROM `valuecast_ladders` AS `t0`
                          WHERE
                            `t0`.`signal` = 'active_days'
                        ) AS `t13`
                        GROUP BY
                          1
                      ) AS `t18`
                    ) AS `t27`
                      ON `t40`.`window_id` = `t27`.`window_id_found`
                  ) AS `t42`
                ) AS `t46`
                LEFT OUTER JOIN (
                  SELECT
                    `t0`.`window_id` AS `window_id_found`,
                    `t0`.`met`,
                    CAST(CAST(FLOOR(
                      ieee_divide((
                        (
                          `t0`.`up_to` * 2.0
                        ) - `t0`.`n`
                      ) * 5.0, `t0`.`known` * 2.0)
                    ) AS INT64) AS FLOAT64) + 1.0 AS `rung_scaled_monetary`
                  FROM `valuecast_ladders` AS `t0`
                  WHERE
                    `t0`.`signal` = 'value'
                ) AS `t8`
                  ON `t46`.`window_id` = `t8`.`window_id_found`
                  AND `t46`.`scaled_monetary` = `t8`.`met`
              ) AS `t48`
            ) AS `t52`
            LEFT OUTER JOIN (
              SELECT
                `t17`.`window_id` AS `window_id_found`,
                ieee_divide(
                  ieee_divide(CAST(`t17`.`billionths` AS FLOAT64), 1000000000),
                  CAST(NULLIF(`t17`.`n`, 0) AS FLOAT64)
                ) AS `mean_scaled_monetary`
              FROM (
                SELECT
                  `t12`.`window_id`,
                  SUM(`t12`.`billionths`) AS `billionths`,
                  SUM(`t12`.`n`) AS `n`
                FROM (
                  SELECT
                    `t0`.`window_id`,
                    `t0`.`n`,
                    CAST(FLOOR(
                      (
                        (
                          CAST(CAST(FLOOR(
                            ieee_divide((
                              (
                                `t0`.`up_to` * 2.0
                              ) - `t0`.`n`
                            ) * 5.0, `t0`.`known` * 2.0)
                          ) AS INT64) AS FLOAT64) + 1.0
                        ) * 1000000000
                      ) + 0.5
                    ) AS INT64) * `t0`.`n` AS `billionths`
                  FROM `valuecast_ladders` AS `t0`
                  WHERE
                    `t0`.`signal` = 'value'
                ) AS `t12`
                GROUP BY
                  1
              ) AS `t17`
            ) AS `t26`
              ON `t52`.`window_id` = `t26`.`window_id_found`
          ) AS `t54`
        ) AS `t56`
      ) AS `t58`
    ) AS `t62`
    LEFT OUTER JOIN (
      SELECT
        `t68`.`window_id` AS `window_id_found`,
        `t68`.`threshold`
      FROM (
        SELECT
          `t67`.`window_id`,
          MIN(`t67`.`met`) AS `threshold`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t65`.`window_id`,
              `t65`.`met`,
              `t65`.`n`,
              `t65`.`up_to`,
              MAX(`t65`.`up_to`) OVER (
                PARTITION BY `t65`.`window_id`
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS `known`
            FROM (
              SELECT
                `t64`.`window_id`,
                `t64`.`met`,
                `t64`.`n`,
                CAST(SUM(`t64`.`n`) OVER (
                  PARTITION BY `t64`.`window_id`
                  ORDER BY `t64`.`met` ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS FLOAT64) AS `up_to`
              FROM (
                SELECT
                  `t63`.`window_id`,
                  `t63`.`met`,
                  COUNT(*) AS `n`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t59`.`window_id`,
                      ieee_divide(
                        CAST(CAST(FLOOR(
                          (
                            (
                              `t59`.`part_recency` + `t59`.`part_frequency` + `t59`.`part_monetary`
                            ) * 1000000000
                          ) + 0.5
                        ) AS INT64) AS FLOAT64),
                        1000000000
                      ) AS `met`
                    FROM (
                      SELECT
                        `t57`.`window_id`,
                        IF(
                          `t57`.`active`,
                          COALESCE(`t57`.`rung_scaled_recency`, `t57`.`mean_scaled_recency`, 3.0) * 0.3333333333333333,
                          CAST(NULL AS FLOAT64)
                        ) AS `part_recency`,
                        IF(
                          `t57`.`active`,
                          COALESCE(`t57`.`rung_scaled_frequency`, `t57`.`mean_scaled_frequency`, 3.0) * 0.3333333333333333,
                          CAST(NULL AS FLOAT64)
                        ) AS `part_frequency`,
                        IF(
                          `t57`.`active`,
                          COALESCE(`t57`.`rung_scaled_monetary`, `t57`.`mean_scaled_monetary`, 3.0) * 0.3333333333333333,
                          CAST(NULL AS FLOAT64)
                        ) AS `part_monetary`
                      FROM (
                        SELECT
                          `t55`.*
                          EXCEPT (`window_id_found`)
                        FROM (
                          SELECT
                            `t53`.`window_id`,
                            `t53`.`active`,
                            `t53`.`scaled_recency`,
                            `t53`.`scaled_frequency`,
                            `t53`.`scaled_monetary`,
                            `t53`.`rung_scaled_recency`,
                            `t53`.`mean_scaled_recency`,
                            `t53`.`rung_scaled_frequency`,
                            `t53`.`mean_scaled_frequency`,
                            `t53`.`rung_scaled_monetary`,
                            `t26`.`window_id_found`,
                            `t26`.`mean_scaled_monetary`
                          FROM (
                            SELECT
                              `t49`.*
                              EXCEPT (`met`, `window_id_found`)
                            FROM (
                              SELECT
                                `t47`.`window_id`,
                                `t47`.`active`,
                                `t47`.`scaled_recency`,
                                `t47`.`scaled_frequency`,
                                `t47`.`scaled_monetary`,
                                `t47`.`rung_scaled_recency`,
                                `t47`.`mean_scaled_recency`,
                                `t47`.`rung_scaled_frequency`,
                                `t47`.`mean_scaled_frequency`,
                                `t8`.`window_id_found`,
                                `t8`.`met`,
                                `t8`.`rung_scaled_monetary`
                              FROM (
                                SELECT
                                  `t43`.*
                                  EXCEPT (`window_id_found`)
                                FROM (
                                  SELECT
                                    `t41`.`window_id`,
                                    `t41`.`active`,
                                    `t41`.`scaled_recency`,
                                    `t41`.`scaled_frequency`,
                                    `t41`.`scaled_monetary`,
                                    `t41`.`rung_scaled_recency`,
                                    `t41`.`mean_scaled_recency`,
                                    `t41`.`rung_scaled_frequency`,
                                    `t27`.`window_id_found`,
                                    `t27`.`mean_scaled_frequency`
                                  FROM (
                                    SELECT
                                      `t37`.*
                                      EXCEPT (`met`, `window_id_found`)
                                    FROM (
                                      SELECT
                                        `t35`.`window_id`,
                                        `t35`.`active`,
                                        `t35`.`scaled_recency`,
                                        `t35`.`scaled_frequency`,
                                        `t35`.`scaled_monetary`,
                                        `t35`.`rung_scaled_recency`,
                                        `t35`.`mean_scaled_recency`,
                                        `t9`.`window_id_found`,
                                        `t9`.`met`,
                                        `t9`.`rung_scaled_frequency`
                                      FROM (
                                        SELECT
                                          `t31`.*
                                          EXCEPT (`window_id_found`)
                                        FROM (
                                          SELECT
                                            `t22`.`window_id`,
                                            `t22`.`active`,
                                            `t22`.`scaled_recency`,
                                            `t22`.`scaled_frequency`,
                                            `t22`.`scaled_monetary`,
                                            `t22`.`rung_scaled_recency`,
                                            `t29`.`window_id_found`,
                                            `t29`.`mean_scaled_recency`
                                          FROM (
                                            SELECT
                                              `t16`.*
                                              EXCEPT (`met`, `window_id_found`)
                                            FROM (
                                              SELECT
                                                `t5`.`window_id`,
                                                `t5`.`active`,
                                                `t5`.`scaled_recency`,
                                                `t5`.`scaled_frequency`,
                                                `t5`.`scaled_monetary`,
                                                `t11`.`window_id_found`,
                                                `t11`.`met`,
                                                `t11`.`rung_scaled_recency`
                                              FROM (
                                                SELECT
                                                  `t1`.`window_id`,
                                                  `t1`.`active`,
                                                  IF(
                                                    (
                                                      (
                                                        `t1`.`days_since_last` - `t1`.`days_since_last`
                                                      ) = 0
                                                    )
                                                    AND (
                                                      ABS(`t1`.`days_since_last`) <= 1000000000000.0
                                                    ),
                                                    `t1`.`days_since_last`,
                                                    CAST(NULL AS FLOAT64)
                                                  ) AS `scaled_recency`,
                                                  IF(
                                                    (
                                                      (
                                                        `t1`.`active_days` - `t1`.`active_days`
                                                      ) = 0
                                                    )
                                                    AND (
                                                      ABS(`t1`.`active_days`) <= 1000000000000.0
                                                    ),
                                                    `t1`.`active_days`,
                                                    CAST(NULL AS FLOAT64)
                                                  ) AS `scaled_frequency`,
                                                  IF(
                                                    (
                                                      (
                                                        `t1`.`value` - `t1`.`value`
                                                      ) = 0
                                                    )
                                                    AND (
                                                      ABS(`t1`.`value`) <= 1000000000000.0
                                                    ),
                                                    `t1`.`value`,
                                                    CAST(NULL AS FLOAT64)
                                                  ) AS `scaled_monetary`
                                                FROM `valuecast_signals` AS `t1`
                                              ) AS `t5`
                                              LEFT OUTER JOIN (
                                                SELECT
                                                  `t0`.`window_id` AS `window_id_found`,
                                                  `t0`.`met`,
                                                  CAST(CAST(FLOOR(
                                                    ieee_divide(
                                                      (
                                                        (
                                                          `t0`.`known` * 2.0
                                                        ) - (
                                                          (
                                                            `t0`.`up_to` * 2.0
                                                          ) - `t0`.`n`
                                                        )
                                                      ) * 5.0,
                                                      `t0`.`known` * 2.0
                                                    )
                                                  ) AS INT64) AS FLOAT64) + 1.0 AS `rung_scaled_recency`
                                                FROM `valuecast_ladders` AS `t0`
                                                WHERE
                                                  `t0`.`signal` = 'days_since_last'
                                              ) AS `t11`
                                                ON `t5`.`window_id` = `t11`.`window_id_found`
                                                AND `t5`.`scaled_recency` = `t11`.`met`
                                            ) AS `t16`
                                          ) AS `t22`
                                          LEFT OUTER JOIN (
                                            SELECT
                                              `t23`.`window_id` AS `window_id_found`,
                                              ieee_divide(
                                                ieee_divide(CAST(`t23`.`billionths` AS FLOAT64), 1000000000),
                                                CAST(NULLIF(`t23`.`n`, 0) AS FLOAT64)
                                              ) AS `mean_scaled_recency`
                                            FROM (
                                              SELECT
                                                `t14`.`window_id`,
                                                SUM(`t14`.`billionths`) AS `billionths`,
                                                SUM(`t14`.`n`) AS `n`
                                              FROM (
                                                SELECT
                                                  `t0`.`window_id`,
                                                  `t0`.`n`,
                                                  CAST(FLOOR(
                                                    (
                                                      (
                                                        CAST(CAST(FLOOR(
                                                          ieee_divide(
                                                            (
                                                              (
                                                                `t0`.`known` * 2.0
                                                              ) - (
                                                                (
                                                                  `t0`.`up_to` * 2.0
                                                                ) - `t0`.`n`
                                                              )
                                                            ) * 5.0,
                                                            `t0`.`known` * 2.0
                                                          )
                                                        ) AS INT64) AS FLOAT64) + 1.0
                                                      ) * 1000000000
                                                    ) + 0.5
                                                  ) AS INT64) * `t0`.`n` AS `billionths`
                                                FROM `valuecast_ladders` AS `t0`
                                                WHERE
                                                  `t0`.`signal` = 'days_since_last'
                                              ) AS `t14`
                                              GROUP BY
                                                1
                                            ) AS `t23`
                                          ) AS `t29`
                                            ON `t22`.`window_id` = `t29`.`window_id_found`
                                        ) AS `t31`
                                      ) AS `t35`
                                      LEFT OUTER JOIN (
                                        SELECT
                                          `t0`.`window_id` AS `window_id_found`,
                                          `t0`.`met`,
                                          CAST(CAST(FLOOR(
                                            ieee_divide((
                                              (
                                                `t0`.`up_to` * 2.0
                                              ) - `t0`.`n`
                                            ) * 5.0, `t0`.`known` * 2.0)
                                          ) AS INT64) AS FLOAT64) + 1.0 AS `rung_scaled_frequency`
                                        FROM `valuecast_ladders` AS `t0`
                                        WHERE
                                          `t0`.`signal` = 'active_days'
                                      ) AS `t9`
                                        ON `t35`.`window_id` = `t9`.`window_id_found`
                                        AND `t35`.`scaled_frequency` = `t9`.`met`
                                    ) AS `t37`
                                  ) AS `t41`
                                  LEFT OUTER JOIN (
                                    SELECT
                                      `t18`.`window_id` AS `window_id_found`,
                                      ieee_divide(
                                        ieee_divide(CAST(`t18`.`billionths` AS FLOAT64), 1000000000),
                                        CAST(NULLIF(`t18`.`n`, 0) AS FLOAT64)
                                      ) AS `mean_scaled_frequency`
                                    FROM (
                                      SELECT
                                        `t13`.`window_id`,
                                        SUM(`t13`.`billionths`) AS `billionths`,
                                        SUM(`t13`.`n`) AS `n`
                                      FROM (
                                        SELECT
                                          `t0`.`window_id`,
                                          `t0`.`n`,
                                          CAST(FLOOR(
                                            (
                                              (
                                                CAST(CAST(FLOOR(
                                                  ieee_divide((
                                                    (
                                                      `t0`.`up_to` * 2.0
                                                    ) - `t0`.`n`
                                                  ) * 5.0, `t0`.`known` * 2.0)
                                                ) AS INT64) AS FLOAT64) + 1.0
                                              ) * 1000000000
                                            ) + 0.5
                                          ) AS INT64) * `t0`.`n` AS `billionths`
                                        FROM `valuecast_ladders` AS `t0`
                                        WHERE
                                          `t0`.`signal` = 'active_days'
                                      ) AS `t13`
                                      GROUP BY
                                        1
                                    ) AS `t18`
                                  ) AS `t27`
                                    ON `t41`.`window_id` = `t27`.`window_id_found`
                                ) AS `t43`
                              ) AS `t47`
                              LEFT OUTER JOIN (
                                SELECT
                                  `t0`.`window_id` AS `window_id_found`,
                                  `t0`.`met`,
                                  CAST(CAST(FLOOR(
                                    ieee_divide((
                                      (
                                        `t0`.`up_to` * 2.0
                                      ) - `t0`.`n`
                                    ) * 5.0, `t0`.`known` * 2.0)
                                  ) AS INT64) AS FLOAT64) + 1.0 AS `rung_scaled_monetary`
                                FROM `valuecast_ladders` AS `t0`
                                WHERE
                                  `t0`.`signal` = 'value'
                              ) AS `t8`
                                ON `t47`.`window_id` = `t8`.`window_id_found`
                                AND `t47`.`scaled_monetary` = `t8`.`met`
                            ) AS `t49`
                          ) AS `t53`
                          LEFT OUTER JOIN (
                            SELECT
                              `t17`.`window_id` AS `window_id_found`,
                              ieee_divide(
                                ieee_divide(CAST(`t17`.`billionths` AS FLOAT64), 1000000000),
                                CAST(NULLIF(`t17`.`n`, 0) AS FLOAT64)
                              ) AS `mean_scaled_monetary`
                            FROM (
                              SELECT
                                `t12`.`window_id`,
                                SUM(`t12`.`billionths`) AS `billionths`,
                                SUM(`t12`.`n`) AS `n`
                              FROM (
                                SELECT
                                  `t0`.`window_id`,
                                  `t0`.`n`,
                                  CAST(FLOOR(
                                    (
                                      (
                                        CAST(CAST(FLOOR(
                                          ieee_divide((
                                            (
                                              `t0`.`up_to` * 2.0
                                            ) - `t0`.`n`
                                          ) * 5.0, `t0`.`known` * 2.0)
                                        ) AS INT64) AS FLOAT64) + 1.0
                                      ) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) * `t0`.`n` AS `billionths`
                                FROM `valuecast_ladders` AS `t0`
                                WHERE
                                  `t0`.`signal` = 'value'
                              ) AS `t12`
                              GROUP BY
                                1
                            ) AS `t17`
                          ) AS `t26`
                            ON `t53`.`window_id` = `t26`.`window_id_found`
                        ) AS `t55`
                      ) AS `t57`
                    ) AS `t59`
                  ) AS `t61`
                  WHERE
                    `t61`.`met` IS NOT NULL
                ) AS `t63`
                GROUP BY
                  1,
                  2
              ) AS `t64`
            ) AS `t65`
          ) AS `t66`
          WHERE
            (
              `t66`.`known` - `t66`.`up_to`
            ) < CAST(CEIL((
              `t66`.`known` * 0.2
            ) - 1e-09) AS INT64)
        ) AS `t67`
        GROUP BY
          1
      ) AS `t68`
    ) AS `t70`
      ON `t62`.`window_id` = `t70`.`window_id_found`
  ) AS `t71`
) AS `t72`
