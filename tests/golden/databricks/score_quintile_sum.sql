SELECT
  `t72`.`window_id`,
  `t72`.`customer_id`,
  `t72`.`value`,
  `t72`.`value` >= `t72`.`threshold` AS `high_value`,
  `t72`.`part_duration`,
  `t72`.`part_frequency`,
  `t72`.`part_satisfaction`
FROM (
  SELECT
    `t71`.`window_id`,
    `t71`.`customer_id`,
    `t71`.`part_duration`,
    `t71`.`part_frequency`,
    `t71`.`part_satisfaction`,
    `t71`.`value`,
    `t71`.`threshold`
  FROM (
    SELECT
      `t62`.`window_id`,
      `t62`.`customer_id`,
      `t62`.`part_duration`,
      `t62`.`part_frequency`,
      `t62`.`part_satisfaction`,
      `t62`.`value`,
      `t70`.`window_id_found`,
      `t70`.`threshold`
    FROM (
      SELECT
        `t58`.`window_id`,
        `t58`.`customer_id`,
        `t58`.`part_duration`,
        `t58`.`part_frequency`,
        `t58`.`part_satisfaction`,
        TRY_DIVIDE(
          CAST(CAST(FLOOR(
            (
              (
                `t58`.`part_duration` + `t58`.`part_frequency` + `t58`.`part_satisfaction`
              ) * 1000000000
            ) + 0.5
          ) AS BIGINT) AS DOUBLE),
          1000000000
        ) AS `value`
      FROM (
        SELECT
          `t56`.`window_id`,
          `t56`.`customer_id`,
          IF(
            `t56`.`active`,
            COALESCE(`t56`.`rung_scaled_duration`, `t56`.`mean_scaled_duration`, 3.0) * 1.3333333333333333,
            CAST(NULL AS DOUBLE)
          ) AS `part_duration`,
          IF(
            `t56`.`active`,
            COALESCE(`t56`.`rung_scaled_frequency`, `t56`.`mean_scaled_frequency`, 3.0) * 1.3333333333333333,
            CAST(NULL AS DOUBLE)
          ) AS `part_frequency`,
          IF(
            `t56`.`active`,
            COALESCE(`t56`.`rung_scaled_satisfaction`, `t56`.`mean_scaled_satisfaction`, 3.0) * 1.3333333333333333,
            CAST(NULL AS DOUBLE)
          ) AS `part_satisfaction`
        FROM (
          SELECT
            `t54`.`window_id`,
            `t54`.`active`,
            `t54`.`customer_id`,
            `t54`.`scaled_duration`,
            `t54`.`scaled_frequency`,
            `t54`.`scaled_satisfaction`,
            `t54`.`rung_scaled_duration`,
            `t54`.`mean_scaled_duration`,
            `t54`.`rung_scaled_frequency`,
            `t54`.`mean_scaled_frequency`,
            `t54`.`rung_scaled_satisfaction`,
            `t54`.`mean_scaled_satisfaction`
          FROM (
            SELECT
              `t52`.`window_id`,
              `t52`.`active`,
              `t52`.`customer_id`,
              `t52`.`scaled_duration`,
              `t52`.`scaled_frequency`,
              `t52`.`scaled_satisfaction`,
              `t52`.`rung_scaled_duration`,
              `t52`.`mean_scaled_duration`,
              `t52`.`rung_scaled_frequency`,
              `t52`.`mean_scaled_frequency`,
              `t52`.`rung_scaled_satisfaction`,
              `t27`.`window_id_found`,
              `t27`.`mean_scaled_satisfaction`
            FROM (
              SELECT
                `t48`.`window_id`,
                `t48`.`active`,
                `t48`.`customer_id`,
                `t48`.`scaled_duration`,
                `t48`.`scaled_frequency`,
                `t48`.`scaled_satisfaction`,
                `t48`.`rung_scaled_duration`,
                `t48`.`mean_scaled_duration`,
                `t48`.`rung_scaled_frequency`,
                `t48`.`mean_scaled_frequency`,
                `t48`.`rung_scaled_satisfaction`
              FROM (
                SELECT
                  `t46`.`window_id`,
                  `t46`.`active`,
                  `t46`.`customer_id`,
                  `t46`.`scaled_duration`,
                  `t46`.`scaled_frequency`,
                  `t46`.`scaled_satisfaction`,
                  `t46`.`rung_scaled_duration`,
                  `t46`.`mean_scaled_duration`,
                  `t46`.`rung_scaled_frequency`,
                  `t46`.`mean_scaled_frequency`,
                  `t9`.`window_id_found`,
                  `t9`.`met`,
                  `t9`.`rung_scaled_satisfaction`
                FROM (
                  SELECT
                    `t42`.`window_id`,
                    `t42`.`active`,
                    `t42`.`customer_id`,
                    `t42`.`scaled_duration`,
                    `t42`.`scaled_frequency`,
                    `t42`.`scaled_satisfaction`,
                    `t42`.`rung_scaled_duration`,
                    `t42`.`mean_scaled_duration`,
                    `t42`.`rung_scaled_frequency`,
                    `t42`.`mean_scaled_frequency`
                  FROM (
                    SELECT
                      `t40`.`window_id`,
                      `t40`.`active`,
                      `t40`.`customer_id`,
                      `t40`.`scaled_duration`,
                      `t40`.`scaled_frequency`,
                      `t40`.`scaled_satisfaction`,
                      `t40`.`rung_scaled_duration`,
                      `t40`.`mean_scaled_duration`,
                      `t40`.`rung_scaled_frequency`,
                      `t28`.`window_id_found`,
                      `t28`.`mean_scaled_frequency`
                    FROM (
                      SELECT
                        `t36`.`window_id`,
                        `t36`.`active`,
                        `t36`.`customer_id`,
                        `t36`.`scaled_duration`,
                        `t36`.`scaled_frequency`,
                        `t36`.`scaled_satisfaction`,
                        `t36`.`rung_scaled_duration`,
                        `t36`.`mean_scaled_duration`,
                        `t36`.`rung_scaled_frequency`
                      FROM (
                        SELECT
                          `t34`.`window_id`,
                          `t34`.`active`,
                          `t34`.`customer_id`,
                          `t34`.`scaled_duration`,
                          `t34`.`scaled_frequency`,
                          `t34`.`scaled_satisfaction`,
                          `t34`.`rung_scaled_duration`,
                          `t34`.`mean_scaled_duration`,
                          `t10`.`window_id_found`,
                          `t10`.`met`,
                          `t10`.`rung_scaled_frequency`
                        FROM (
                          SELECT
                            `t30`.`window_id`,
                            `t30`.`active`,
                            `t30`.`customer_id`,
                            `t30`.`scaled_duration`,
                            `t30`.`scaled_frequency`,
                            `t30`.`scaled_satisfaction`,
                            `t30`.`rung_scaled_duration`,
                            `t30`.`mean_scaled_duration`
                          FROM (
                            SELECT
                              `t22`.`window_id`,
                              `t22`.`active`,
                              `t22`.`customer_id`,
                              `t22`.`scaled_duration`,
                              `t22`.`scaled_frequency`,
                              `t22`.`scaled_satisfaction`,
                              `t22`.`rung_scaled_duration`,
                              `t29`.`window_id_found`,
                              `t29`.`mean_scaled_duration`
                            FROM (
                              SELECT
                                `t15`.`window_id`,
                                `t15`.`active`,
                                `t15`.`customer_id`,
                                `t15`.`scaled_duration`,
                                `t15`.`scaled_frequency`,
                                `t15`.`scaled_satisfaction`,
                                `t15`.`rung_scaled_duration`
                              FROM (
                                SELECT
                                  `t4`.`window_id`,
                                  `t4`.`active`,
                                  `t4`.`customer_id`,
                                  `t4`.`scaled_duration`,
                                  `t4`.`scaled_frequency`,
                                  `t4`.`scaled_satisfaction`,
                                  `t11`.`window_id_found`,
                                  `t11`.`met`,
                                  `t11`.`rung_scaled_duration`
                                FROM (
                                  SELECT
                                    `t1`.`window_id`,
                                    `t1`.`active`,
                                    `t1`.`customer_id`,
                                    IF(
                                      (
                                        (
                                          `t1`.`minutes` - `t1`.`minutes`
                                        ) = 0
                                      )
                                      AND (
                                        ABS(`t1`.`minutes`) <= 1000000000000.0
                                      ),
                                      `t1`.`minutes`,
                                      CAST(NULL AS DOUBLE)
                                    ) AS `scaled_duration`,
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
                                      CAST(NULL AS DOUBLE)
                                    ) AS `scaled_frequency`,
                                    IF(
                                      (
                                        (
                                          `t1`.`mean_rating` - `t1`.`mean_rating`
                                        ) = 0
                                      )
                                      AND (
                                        ABS(`t1`.`mean_rating`) <= 1000000000000.0
                                      ),
                                      `t1`.`mean_rating`,
                                      CAST(NULL AS DOUBLE)
                                    ) AS `scaled_satisfaction`
                                  FROM `valuecast_signals` AS `t1`
                                ) AS `t4`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t0`.`window_id` AS `window_id_found`,
                                    `t0`.`met`,
                                    CAST(CAST(FLOOR(
                                      TRY_DIVIDE((
                                        (
                                          `t0`.`up_to` * 2.0
                                        ) - `t0`.`n`
                                      ) * 5.0, `t0`.`known` * 2.0)
                                    ) AS BIGINT) AS DOUBLE) + 1.0 AS `rung_scaled_duration`
                                  FROM `valuecast_ladders` AS `t0`
                                  WHERE
                                    `t0`.`signal` = 'minutes'
                                ) AS `t11`
                                  ON `t4`.`window_id` = `t11`.`window_id_found`
                                  AND `t4`.`scaled_duration` = `t11`.`met`
                              ) AS `t15`
                            ) AS `t22`
                            LEFT OUTER JOIN (
                              SELECT
                                `t21`.`window_id` AS `window_id_found`,
                                TRY_DIVIDE(
                                  TRY_DIVIDE(CAST(`t21`.`billionths` AS DOUBLE), 1000000000),
                                  CAST(NULLIF(`t21`.`n`, 0) AS DOUBLE)
                                ) AS `mean_scaled_duration`
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
                                            TRY_DIVIDE((
                                              (
                                                `t0`.`up_to` * 2.0
                                              ) - `t0`.`n`
                                            ) * 5.0, `t0`.`known` * 2.0)
                                          ) AS BIGINT) AS DOUBLE) + 1.0
                                        ) * 1000000000
                                      ) + 0.5
                                    ) AS BIGINT) * `t0`.`n` AS `billionths`
                                  FROM `valuecast_ladders` AS `t0`
                                  WHERE
                                    `t0`.`signal` = 'minutes'
                                ) AS `t14`
                                GROUP BY
                                  1
                              ) AS `t21`
                            ) AS `t29`
                              ON `t22`.`window_id` = `t29`.`window_id_found`
                          ) AS `t30`
                        ) AS `t34`
                        LEFT OUTER JOIN (
                          SELECT
                            `t0`.`window_id` AS `window_id_found`,
                            `t0`.`met`,
                            CAST(CAST(FLOOR(
                              TRY_DIVIDE((
                                (
                                  `t0`.`up_to` * 2.0
                                ) - `t0`.`n`
                              ) * 5.0, `t0`.`known` * 2.0)
                            ) AS BIGINT) AS DOUBLE) + 1.0 AS `rung_scaled_frequency`
                          FROM `valuecast_ladders` AS `t0`
                          WHERE
                            `t0`.`signal` = 'active_days'
                        ) AS `t10`
                          ON `t34`.`window_id` = `t10`.`window_id_found`
                          AND `t34`.`scaled_frequency` = `t10`.`met`
                      ) AS `t36`
                    ) AS `t40`
                    LEFT OUTER JOIN (
                      SELECT
                        `t20`.`window_id` AS `window_id_found`,
                        TRY_DIVIDE(
                          TRY_DIVIDE(CAST(`t20`.`billionths` AS DOUBLE), 1000000000),
                          CAST(NULLIF(`t20`.`n`, 0) AS DOUBLE)
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
                                    TRY_DIVIDE((
                                      (
                                        `t0`.`up_to` * 2.0
                                      ) - `t0`.`n`
                                    ) * 5.0, `t0`.`known` * 2.0)
                                  ) AS BIGINT) AS DOUBLE) + 1.0
                                ) * 1000000000
                              ) + 0.5
                            ) AS BIGINT) * `t0`.`n` AS `billionths`
                          FROM `valuecast_ladders` AS `t0`
                          WHERE
                            `t0`.`signal` = 'active_days'
                        ) AS `t13`
                        GROUP BY
                          1
                      ) AS `t20`
                    ) AS `t28`
                      ON `t40`.`window_id` = `t28`.`window_id_found`
                  ) AS `t42`
                ) AS `t46`
                LEFT OUTER JOIN (
                  SELECT
                    `t0`.`window_id` AS `window_id_found`,
                    `t0`.`met`,
                    CAST(CAST(FLOOR(
                      TRY_DIVIDE((
                        (
                          `t0`.`up_to` * 2.0
                        ) - `t0`.`n`
                      ) * 5.0, `t0`.`known` * 2.0)
                    ) AS BIGINT) AS DOUBLE) + 1.0 AS `rung_scaled_satisfaction`
                  FROM `valuecast_ladders` AS `t0`
                  WHERE
                    `t0`.`signal` = 'mean_rating'
                ) AS `t9`
                  ON `t46`.`window_id` = `t9`.`window_id_found`
                  AND `t46`.`scaled_satisfaction` = `t9`.`met`
              ) AS `t48`
            ) AS `t52`
            LEFT OUTER JOIN (
              SELECT
                `t19`.`window_id` AS `window_id_found`,
                TRY_DIVIDE(
                  TRY_DIVIDE(CAST(`t19`.`billionths` AS DOUBLE), 1000000000),
                  CAST(NULLIF(`t19`.`n`, 0) AS DOUBLE)
                ) AS `mean_scaled_satisfaction`
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
                            TRY_DIVIDE((
                              (
                                `t0`.`up_to` * 2.0
                              ) - `t0`.`n`
                            ) * 5.0, `t0`.`known` * 2.0)
                          ) AS BIGINT) AS DOUBLE) + 1.0
                        ) * 1000000000
                      ) + 0.5
                    ) AS BIGINT) * `t0`.`n` AS `billionths`
                  FROM `valuecast_ladders` AS `t0`
                  WHERE
                    `t0`.`signal` = 'mean_rating'
                ) AS `t12`
                GROUP BY
                  1
              ) AS `t19`
            ) AS `t27`
              ON `t52`.`window_id` = `t27`.`window_id_found`
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
                  ORDER BY `t64`.`met` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS DOUBLE) AS `up_to`
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
                      TRY_DIVIDE(
                        CAST(CAST(FLOOR(
                          (
                            (
                              `t59`.`part_duration` + `t59`.`part_frequency` + `t59`.`part_satisfaction`
                            ) * 1000000000
                          ) + 0.5
                        ) AS BIGINT) AS DOUBLE),
                        1000000000
                      ) AS `met`
                    FROM (
                      SELECT
                        `t57`.`window_id`,
                        IF(
                          `t57`.`active`,
                          COALESCE(`t57`.`rung_scaled_duration`, `t57`.`mean_scaled_duration`, 3.0) * 1.3333333333333333,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_duration`,
                        IF(
                          `t57`.`active`,
                          COALESCE(`t57`.`rung_scaled_frequency`, `t57`.`mean_scaled_frequency`, 3.0) * 1.3333333333333333,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_frequency`,
                        IF(
                          `t57`.`active`,
                          COALESCE(`t57`.`rung_scaled_satisfaction`, `t57`.`mean_scaled_satisfaction`, 3.0) * 1.3333333333333333,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_satisfaction`
                      FROM (
                        SELECT
                          `t55`.`window_id`,
                          `t55`.`active`,
                          `t55`.`scaled_duration`,
                          `t55`.`scaled_frequency`,
                          `t55`.`scaled_satisfaction`,
                          `t55`.`rung_scaled_duration`,
                          `t55`.`mean_scaled_duration`,
                          `t55`.`rung_scaled_frequency`,
                          `t55`.`mean_scaled_frequency`,
                          `t55`.`rung_scaled_satisfaction`,
                          `t55`.`mean_scaled_satisfaction`
                        FROM (
                          SELECT
                            `t53`.`window_id`,
                            `t53`.`active`,
                            `t53`.`scaled_duration`,
                            `t53`.`scaled_frequency`,
                            `t53`.`scaled_satisfaction`,
                            `t53`.`rung_scaled_duration`,
                            `t53`.`mean_scaled_duration`,
                            `t53`.`rung_scaled_frequency`,
                            `t53`.`mean_scaled_frequency`,
                            `t53`.`rung_scaled_satisfaction`,
                            `t27`.`window_id_found`,
                            `t27`.`mean_scaled_satisfaction`
                          FROM (
                            SELECT
                              `t49`.`window_id`,
                              `t49`.`active`,
                              `t49`.`scaled_duration`,
                              `t49`.`scaled_frequency`,
                              `t49`.`scaled_satisfaction`,
                              `t49`.`rung_scaled_duration`,
                              `t49`.`mean_scaled_duration`,
                              `t49`.`rung_scaled_frequency`,
                              `t49`.`mean_scaled_frequency`,
                              `t49`.`rung_scaled_satisfaction`
                            FROM (
                              SELECT
                                `t47`.`window_id`,
                                `t47`.`active`,
                                `t47`.`scaled_duration`,
                                `t47`.`scaled_frequency`,
                                `t47`.`scaled_satisfaction`,
                                `t47`.`rung_scaled_duration`,
                                `t47`.`mean_scaled_duration`,
                                `t47`.`rung_scaled_frequency`,
                                `t47`.`mean_scaled_frequency`,
                                `t9`.`window_id_found`,
                                `t9`.`met`,
                                `t9`.`rung_scaled_satisfaction`
                              FROM (
                                SELECT
                                  `t43`.`window_id`,
                                  `t43`.`active`,
                                  `t43`.`scaled_duration`,
                                  `t43`.`scaled_frequency`,
                                  `t43`.`scaled_satisfaction`,
                                  `t43`.`rung_scaled_duration`,
                                  `t43`.`mean_scaled_duration`,
                                  `t43`.`rung_scaled_frequency`,
                                  `t43`.`mean_scaled_frequency`
                                FROM (
                                  SELECT
                                    `t41`.`window_id`,
                                    `t41`.`active`,
                                    `t41`.`scaled_duration`,
                                    `t41`.`scaled_frequency`,
                                    `t41`.`scaled_satisfaction`,
                                    `t41`.`rung_scaled_duration`,
                                    `t41`.`mean_scaled_duration`,
                                    `t41`.`rung_scaled_frequency`,
                                    `t28`.`window_id_found`,
                                    `t28`.`mean_scaled_frequency`
                                  FROM (
                                    SELECT
                                      `t37`.`window_id`,
                                      `t37`.`active`,
                                      `t37`.`scaled_duration`,
                                      `t37`.`scaled_frequency`,
                                      `t37`.`scaled_satisfaction`,
                                      `t37`.`rung_scaled_duration`,
                                      `t37`.`mean_scaled_duration`,
                                      `t37`.`rung_scaled_frequency`
                                    FROM (
                                      SELECT
                                        `t35`.`window_id`,
                                        `t35`.`active`,
                                        `t35`.`scaled_duration`,
                                        `t35`.`scaled_frequency`,
                                        `t35`.`scaled_satisfaction`,
                                        `t35`.`rung_scaled_duration`,
                                        `t35`.`mean_scaled_duration`,
                                        `t10`.`window_id_found`,
                                        `t10`.`met`,
                                        `t10`.`rung_scaled_frequency`
                                      FROM (
                                        SELECT
                                          `t31`.`window_id`,
                                          `t31`.`active`,
                                          `t31`.`scaled_duration`,
                                          `t31`.`scaled_frequency`,
                                          `t31`.`scaled_satisfaction`,
                                          `t31`.`rung_scaled_duration`,
                                          `t31`.`mean_scaled_duration`
                                        FROM (
                                          SELECT
                                            `t23`.`window_id`,
                                            `t23`.`active`,
                                            `t23`.`scaled_duration`,
                                            `t23`.`scaled_frequency`,
                                            `t23`.`scaled_satisfaction`,
                                            `t23`.`rung_scaled_duration`,
                                            `t29`.`window_id_found`,
                                            `t29`.`mean_scaled_duration`
                                          FROM (
                                            SELECT
                                              `t16`.`window_id`,
                                              `t16`.`active`,
                                              `t16`.`scaled_duration`,
                                              `t16`.`scaled_frequency`,
                                              `t16`.`scaled_satisfaction`,
                                              `t16`.`rung_scaled_duration`
                                            FROM (
                                              SELECT
                                                `t5`.`window_id`,
                                                `t5`.`active`,
                                                `t5`.`scaled_duration`,
                                                `t5`.`scaled_frequency`,
                                                `t5`.`scaled_satisfaction`,
                                                `t11`.`window_id_found`,
                                                `t11`.`met`,
                                                `t11`.`rung_scaled_duration`
                                              FROM (
                                                SELECT
                                                  `t1`.`window_id`,
                                                  `t1`.`active`,
                                                  IF(
                                                    (
                                                      (
                                                        `t1`.`minutes` - `t1`.`minutes`
                                                      ) = 0
                                                    )
                                                    AND (
                                                      ABS(`t1`.`minutes`) <= 1000000000000.0
                                                    ),
                                                    `t1`.`minutes`,
                                                    CAST(NULL AS DOUBLE)
                                                  ) AS `scaled_duration`,
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
                                                    CAST(NULL AS DOUBLE)
                                                  ) AS `scaled_frequency`,
                                                  IF(
                                                    (
                                                      (
                                                        `t1`.`mean_rating` - `t1`.`mean_rating`
                                                      ) = 0
                                                    )
                                                    AND (
                                                      ABS(`t1`.`mean_rating`) <= 1000000000000.0
                                                    ),
                                                    `t1`.`mean_rating`,
                                                    CAST(NULL AS DOUBLE)
                                                  ) AS `scaled_satisfaction`
                                                FROM `valuecast_signals` AS `t1`
                                              ) AS `t5`
                                              LEFT OUTER JOIN (
                                                SELECT
                                                  `t0`.`window_id` AS `window_id_found`,
                                                  `t0`.`met`,
                                                  CAST(CAST(FLOOR(
                                                    TRY_DIVIDE((
                                                      (
                                                        `t0`.`up_to` * 2.0
                                                      ) - `t0`.`n`
                                                    ) * 5.0, `t0`.`known` * 2.0)
                                                  ) AS BIGINT) AS DOUBLE) + 1.0 AS `rung_scaled_duration`
                                                FROM `valuecast_ladders` AS `t0`
                                                WHERE
                                                  `t0`.`signal` = 'minutes'
                                              ) AS `t11`
                                                ON `t5`.`window_id` = `t11`.`window_id_found`
                                                AND `t5`.`scaled_duration` = `t11`.`met`
                                            ) AS `t16`
                                          ) AS `t23`
                                          LEFT OUTER JOIN (
                                            SELECT
                                              `t21`.`window_id` AS `window_id_found`,
                                              TRY_DIVIDE(
                                                TRY_DIVIDE(CAST(`t21`.`billionths` AS DOUBLE), 1000000000),
                                                CAST(NULLIF(`t21`.`n`, 0) AS DOUBLE)
                                              ) AS `mean_scaled_duration`
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
                                                          TRY_DIVIDE((
                                                            (
                                                              `t0`.`up_to` * 2.0
                                                            ) - `t0`.`n`
                                                          ) * 5.0, `t0`.`known` * 2.0)
                                                        ) AS BIGINT) AS DOUBLE) + 1.0
                                                      ) * 1000000000
                                                    ) + 0.5
                                                  ) AS BIGINT) * `t0`.`n` AS `billionths`
                                                FROM `valuecast_ladders` AS `t0`
                                                WHERE
                                                  `t0`.`signal` = 'minutes'
                                              ) AS `t14`
                                              GROUP BY
                                                1
                                            ) AS `t21`
                                          ) AS `t29`
                                            ON `t23`.`window_id` = `t29`.`window_id_found`
                                        ) AS `t31`
                                      ) AS `t35`
                                      LEFT OUTER JOIN (
                                        SELECT
                                          `t0`.`window_id` AS `window_id_found`,
                                          `t0`.`met`,
                                          CAST(CAST(FLOOR(
                                            TRY_DIVIDE((
                                              (
                                                `t0`.`up_to` * 2.0
                                              ) - `t0`.`n`
                                            ) * 5.0, `t0`.`known` * 2.0)
                                          ) AS BIGINT) AS DOUBLE) + 1.0 AS `rung_scaled_frequency`
                                        FROM `valuecast_ladders` AS `t0`
                                        WHERE
                                          `t0`.`signal` = 'active_days'
                                      ) AS `t10`
                                        ON `t35`.`window_id` = `t10`.`window_id_found`
                                        AND `t35`.`scaled_frequency` = `t10`.`met`
                                    ) AS `t37`
                                  ) AS `t41`
                                  LEFT OUTER JOIN (
                                    SELECT
                                      `t20`.`window_id` AS `window_id_found`,
                                      TRY_DIVIDE(
                                        TRY_DIVIDE(CAST(`t20`.`billionths` AS DOUBLE), 1000000000),
                                        CAST(NULLIF(`t20`.`n`, 0) AS DOUBLE)
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
                                                  TRY_DIVIDE((
                                                    (
                                                      `t0`.`up_to` * 2.0
                                                    ) - `t0`.`n`
                                                  ) * 5.0, `t0`.`known` * 2.0)
                                                ) AS BIGINT) AS DOUBLE) + 1.0
                                              ) * 1000000000
                                            ) + 0.5
                                          ) AS BIGINT) * `t0`.`n` AS `billionths`
                                        FROM `valuecast_ladders` AS `t0`
                                        WHERE
                                          `t0`.`signal` = 'active_days'
                                      ) AS `t13`
                                      GROUP BY
                                        1
                                    ) AS `t20`
                                  ) AS `t28`
                                    ON `t41`.`window_id` = `t28`.`window_id_found`
                                ) AS `t43`
                              ) AS `t47`
                              LEFT OUTER JOIN (
                                SELECT
                                  `t0`.`window_id` AS `window_id_found`,
                                  `t0`.`met`,
                                  CAST(CAST(FLOOR(
                                    TRY_DIVIDE((
                                      (
                                        `t0`.`up_to` * 2.0
                                      ) - `t0`.`n`
                                    ) * 5.0, `t0`.`known` * 2.0)
                                  ) AS BIGINT) AS DOUBLE) + 1.0 AS `rung_scaled_satisfaction`
                                FROM `valuecast_ladders` AS `t0`
                                WHERE
                                  `t0`.`signal` = 'mean_rating'
                              ) AS `t9`
                                ON `t47`.`window_id` = `t9`.`window_id_found`
                                AND `t47`.`scaled_satisfaction` = `t9`.`met`
                            ) AS `t49`
                          ) AS `t53`
                          LEFT OUTER JOIN (
                            SELECT
                              `t19`.`window_id` AS `window_id_found`,
                              TRY_DIVIDE(
                                TRY_DIVIDE(CAST(`t19`.`billionths` AS DOUBLE), 1000000000),
                                CAST(NULLIF(`t19`.`n`, 0) AS DOUBLE)
                              ) AS `mean_scaled_satisfaction`
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
                                          TRY_DIVIDE((
                                            (
                                              `t0`.`up_to` * 2.0
                                            ) - `t0`.`n`
                                          ) * 5.0, `t0`.`known` * 2.0)
                                        ) AS BIGINT) AS DOUBLE) + 1.0
                                      ) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) * `t0`.`n` AS `billionths`
                                FROM `valuecast_ladders` AS `t0`
                                WHERE
                                  `t0`.`signal` = 'mean_rating'
                              ) AS `t12`
                              GROUP BY
                                1
                            ) AS `t19`
                          ) AS `t27`
                            ON `t53`.`window_id` = `t27`.`window_id_found`
                        ) AS `t55`
                      ) AS `t57`
                    ) AS `t59`
                  ) AS `t61`
                  WHERE
                    `t61`.`met` IS NOT NULL AND NOT ISNAN(`t61`.`met`)
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
            ) - 1e-09) AS BIGINT)
        ) AS `t67`
        GROUP BY
          1
      ) AS `t68`
    ) AS `t70`
      ON `t62`.`window_id` = `t70`.`window_id_found`
  ) AS `t71`
) AS `t72`
