SELECT
  `t50`.`window_id`,
  `t50`.`customer_id`,
  `t50`.`value`,
  `t50`.`value` >= `t50`.`threshold` AS `high_value`,
  `t50`.`part_usage`,
  `t50`.`part_breadth`,
  `t50`.`part_satisfaction`,
  `t50`.`part_freshness`
FROM (
  SELECT
    `t49`.`window_id`,
    `t49`.`customer_id`,
    `t49`.`part_usage`,
    `t49`.`part_breadth`,
    `t49`.`part_satisfaction`,
    `t49`.`part_freshness`,
    `t49`.`value`,
    `t49`.`threshold`
  FROM (
    SELECT
      `t40`.`window_id`,
      `t40`.`customer_id`,
      `t40`.`part_usage`,
      `t40`.`part_breadth`,
      `t40`.`part_satisfaction`,
      `t40`.`part_freshness`,
      `t40`.`value`,
      `t48`.`window_id_found`,
      `t48`.`threshold`
    FROM (
      SELECT
        `t36`.`window_id`,
        `t36`.`customer_id`,
        `t36`.`part_usage`,
        `t36`.`part_breadth`,
        `t36`.`part_satisfaction`,
        `t36`.`part_freshness`,
        TRY_DIVIDE(
          CAST(CAST(FLOOR(
            (
              (
                `t36`.`part_usage` + `t36`.`part_breadth` + `t36`.`part_satisfaction` + `t36`.`part_freshness`
              ) * 1000000000
            ) + 0.5
          ) AS BIGINT) AS DOUBLE),
          1000000000
        ) AS `value`
      FROM (
        SELECT
          `t34`.`window_id`,
          `t34`.`customer_id`,
          IF(
            `t34`.`active`,
            COALESCE(`t34`.`rung_scaled_usage`, 0.5) * 25.0,
            CAST(NULL AS DOUBLE)
          ) AS `part_usage`,
          IF(
            `t34`.`active`,
            COALESCE(`t34`.`rung_scaled_breadth`, 0.5) * 25.0,
            CAST(NULL AS DOUBLE)
          ) AS `part_breadth`,
          IF(
            `t34`.`active`,
            COALESCE(`t34`.`rung_scaled_satisfaction`, 0.5) * 25.0,
            CAST(NULL AS DOUBLE)
          ) AS `part_satisfaction`,
          IF(
            `t34`.`active`,
            COALESCE(`t34`.`rung_scaled_freshness`, 0.5) * 25.0,
            CAST(NULL AS DOUBLE)
          ) AS `part_freshness`
        FROM (
          SELECT
            `t32`.`window_id`,
            `t32`.`active`,
            `t32`.`customer_id`,
            `t32`.`scaled_usage`,
            `t32`.`scaled_breadth`,
            `t32`.`scaled_satisfaction`,
            `t32`.`scaled_freshness`,
            `t32`.`rung_scaled_usage`,
            `t32`.`rung_scaled_breadth`,
            `t32`.`rung_scaled_satisfaction`,
            `t32`.`rung_scaled_freshness`
          FROM (
            SELECT
              `t30`.`window_id`,
              `t30`.`active`,
              `t30`.`customer_id`,
              `t30`.`scaled_usage`,
              `t30`.`scaled_breadth`,
              `t30`.`scaled_satisfaction`,
              `t30`.`scaled_freshness`,
              `t30`.`rung_scaled_usage`,
              `t30`.`rung_scaled_breadth`,
              `t30`.`rung_scaled_satisfaction`,
              `t11`.`window_id_found`,
              `t11`.`met`,
              `t11`.`rung_scaled_freshness`
            FROM (
              SELECT
                `t26`.`window_id`,
                `t26`.`active`,
                `t26`.`customer_id`,
                `t26`.`scaled_usage`,
                `t26`.`scaled_breadth`,
                `t26`.`scaled_satisfaction`,
                `t26`.`scaled_freshness`,
                `t26`.`rung_scaled_usage`,
                `t26`.`rung_scaled_breadth`,
                `t26`.`rung_scaled_satisfaction`
              FROM (
                SELECT
                  `t24`.`window_id`,
                  `t24`.`active`,
                  `t24`.`customer_id`,
                  `t24`.`scaled_usage`,
                  `t24`.`scaled_breadth`,
                  `t24`.`scaled_satisfaction`,
                  `t24`.`scaled_freshness`,
                  `t24`.`rung_scaled_usage`,
                  `t24`.`rung_scaled_breadth`,
                  `t6`.`window_id_found`,
                  `t6`.`met`,
                  `t6`.`rung_scaled_satisfaction`
                FROM (
                  SELECT
                    `t20`.`window_id`,
                    `t20`.`active`,
                    `t20`.`customer_id`,
                    `t20`.`scaled_usage`,
                    `t20`.`scaled_breadth`,
                    `t20`.`scaled_satisfaction`,
                    `t20`.`scaled_freshness`,
                    `t20`.`rung_scaled_usage`,
                    `t20`.`rung_scaled_breadth`
                  FROM (
                    SELECT
                      `t18`.`window_id`,
                      `t18`.`active`,
                      `t18`.`customer_id`,
                      `t18`.`scaled_usage`,
                      `t18`.`scaled_breadth`,
                      `t18`.`scaled_satisfaction`,
                      `t18`.`scaled_freshness`,
                      `t18`.`rung_scaled_usage`,
                      `t7`.`window_id_found`,
                      `t7`.`met`,
                      `t7`.`rung_scaled_breadth`
                    FROM (
                      SELECT
                        `t14`.`window_id`,
                        `t14`.`active`,
                        `t14`.`customer_id`,
                        `t14`.`scaled_usage`,
                        `t14`.`scaled_breadth`,
                        `t14`.`scaled_satisfaction`,
                        `t14`.`scaled_freshness`,
                        `t14`.`rung_scaled_usage`
                      FROM (
                        SELECT
                          `t12`.`window_id`,
                          `t12`.`active`,
                          `t12`.`customer_id`,
                          `t12`.`scaled_usage`,
                          `t12`.`scaled_breadth`,
                          `t12`.`scaled_satisfaction`,
                          `t12`.`scaled_freshness`,
                          `t8`.`window_id_found`,
                          `t8`.`met`,
                          `t8`.`rung_scaled_usage`
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
                            ) AS `scaled_usage`,
                            IF(
                              (
                                (
                                  `t1`.`features_used` - `t1`.`features_used`
                                ) = 0
                              )
                              AND (
                                ABS(`t1`.`features_used`) <= 1000000000000.0
                              ),
                              `t1`.`features_used`,
                              CAST(NULL AS DOUBLE)
                            ) AS `scaled_breadth`,
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
                            ) AS `scaled_satisfaction`,
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
                              CAST(NULL AS DOUBLE)
                            ) AS `scaled_freshness`
                          FROM `valuecast_signals` AS `t1`
                        ) AS `t12`
                        LEFT OUTER JOIN (
                          SELECT
                            `t0`.`window_id` AS `window_id_found`,
                            `t0`.`met`,
                            TRY_DIVIDE((
                              `t0`.`up_to` * 2.0
                            ) - `t0`.`n`, `t0`.`known` * 2.0) AS `rung_scaled_usage`
                          FROM `valuecast_ladders` AS `t0`
                          WHERE
                            `t0`.`signal` = 'minutes'
                        ) AS `t8`
                          ON `t12`.`window_id` = `t8`.`window_id_found` AND `t12`.`scaled_usage` = `t8`.`met`
                      ) AS `t14`
                    ) AS `t18`
                    LEFT OUTER JOIN (
                      SELECT
                        `t0`.`window_id` AS `window_id_found`,
                        `t0`.`met`,
                        TRY_DIVIDE((
                          `t0`.`up_to` * 2.0
                        ) - `t0`.`n`, `t0`.`known` * 2.0) AS `rung_scaled_breadth`
                      FROM `valuecast_ladders` AS `t0`
                      WHERE
                        `t0`.`signal` = 'features_used'
                    ) AS `t7`
                      ON `t18`.`window_id` = `t7`.`window_id_found`
                      AND `t18`.`scaled_breadth` = `t7`.`met`
                  ) AS `t20`
                ) AS `t24`
                LEFT OUTER JOIN (
                  SELECT
                    `t0`.`window_id` AS `window_id_found`,
                    `t0`.`met`,
                    TRY_DIVIDE((
                      `t0`.`up_to` * 2.0
                    ) - `t0`.`n`, `t0`.`known` * 2.0) AS `rung_scaled_satisfaction`
                  FROM `valuecast_ladders` AS `t0`
                  WHERE
                    `t0`.`signal` = 'mean_rating'
                ) AS `t6`
                  ON `t24`.`window_id` = `t6`.`window_id_found`
                  AND `t24`.`scaled_satisfaction` = `t6`.`met`
              ) AS `t26`
            ) AS `t30`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`window_id` AS `window_id_found`,
                `t0`.`met`,
                TRY_DIVIDE(
                  (
                    `t0`.`known` * 2.0
                  ) - (
                    (
                      `t0`.`up_to` * 2.0
                    ) - `t0`.`n`
                  ),
                  `t0`.`known` * 2.0
                ) AS `rung_scaled_freshness`
              FROM `valuecast_ladders` AS `t0`
              WHERE
                `t0`.`signal` = 'days_since_last'
            ) AS `t11`
              ON `t30`.`window_id` = `t11`.`window_id_found`
              AND `t30`.`scaled_freshness` = `t11`.`met`
          ) AS `t32`
        ) AS `t34`
      ) AS `t36`
    ) AS `t40`
    LEFT OUTER JOIN (
      SELECT
        `t46`.`window_id` AS `window_id_found`,
        `t46`.`threshold`
      FROM (
        SELECT
          `t45`.`window_id`,
          MIN(`t45`.`met`) AS `threshold`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t43`.`window_id`,
              `t43`.`met`,
              `t43`.`n`,
              `t43`.`up_to`,
              MAX(`t43`.`up_to`) OVER (
                PARTITION BY `t43`.`window_id`
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS `known`
            FROM (
              SELECT
                `t42`.`window_id`,
                `t42`.`met`,
                `t42`.`n`,
                CAST(SUM(`t42`.`n`) OVER (
                  PARTITION BY `t42`.`window_id`
                  ORDER BY `t42`.`met` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS DOUBLE) AS `up_to`
              FROM (
                SELECT
                  `t41`.`window_id`,
                  `t41`.`met`,
                  COUNT(*) AS `n`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t37`.`window_id`,
                      TRY_DIVIDE(
                        CAST(CAST(FLOOR(
                          (
                            (
                              `t37`.`part_usage` + `t37`.`part_breadth` + `t37`.`part_satisfaction` + `t37`.`part_freshness`
                            ) * 1000000000
                          ) + 0.5
                        ) AS BIGINT) AS DOUBLE),
                        1000000000
                      ) AS `met`
                    FROM (
                      SELECT
                        `t35`.`window_id`,
                        IF(
                          `t35`.`active`,
                          COALESCE(`t35`.`rung_scaled_usage`, 0.5) * 25.0,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_usage`,
                        IF(
                          `t35`.`active`,
                          COALESCE(`t35`.`rung_scaled_breadth`, 0.5) * 25.0,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_breadth`,
                        IF(
                          `t35`.`active`,
                          COALESCE(`t35`.`rung_scaled_satisfaction`, 0.5) * 25.0,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_satisfaction`,
                        IF(
                          `t35`.`active`,
                          COALESCE(`t35`.`rung_scaled_freshness`, 0.5) * 25.0,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_freshness`
                      FROM (
                        SELECT
                          `t33`.`window_id`,
                          `t33`.`active`,
                          `t33`.`scaled_usage`,
                          `t33`.`scaled_breadth`,
                          `t33`.`scaled_satisfaction`,
                          `t33`.`scaled_freshness`,
                          `t33`.`rung_scaled_usage`,
                          `t33`.`rung_scaled_breadth`,
                          `t33`.`rung_scaled_satisfaction`,
                          `t33`.`rung_scaled_freshness`
                        FROM (
                          SELECT
                            `t31`.`window_id`,
                            `t31`.`active`,
                            `t31`.`scaled_usage`,
                            `t31`.`scaled_breadth`,
                            `t31`.`scaled_satisfaction`,
                            `t31`.`scaled_freshness`,
                            `t31`.`rung_scaled_usage`,
                            `t31`.`rung_scaled_breadth`,
                            `t31`.`rung_scaled_satisfaction`,
                            `t11`.`window_id_found`,
                            `t11`.`met`,
                            `t11`.`rung_scaled_freshness`
                          FROM (
                            SELECT
                              `t27`.`window_id`,
                              `t27`.`active`,
                              `t27`.`scaled_usage`,
                              `t27`.`scaled_breadth`,
                              `t27`.`scaled_satisfaction`,
                              `t27`.`scaled_freshness`,
                              `t27`.`rung_scaled_usage`,
                              `t27`.`rung_scaled_breadth`,
                              `t27`.`rung_scaled_satisfaction`
                            FROM (
                              SELECT
                                `t25`.`window_id`,
                                `t25`.`active`,
                                `t25`.`scaled_usage`,
                                `t25`.`scaled_breadth`,
                                `t25`.`scaled_satisfaction`,
                                `t25`.`scaled_freshness`,
                                `t25`.`rung_scaled_usage`,
                                `t25`.`rung_scaled_breadth`,
                                `t6`.`window_id_found`,
                                `t6`.`met`,
                                `t6`.`rung_scaled_satisfaction`
                              FROM (
                                SELECT
                                  `t21`.`window_id`,
                                  `t21`.`active`,
                                  `t21`.`scaled_usage`,
                                  `t21`.`scaled_breadth`,
                                  `t21`.`scaled_satisfaction`,
                                  `t21`.`scaled_freshness`,
                                  `t21`.`rung_scaled_usage`,
                                  `t21`.`rung_scaled_breadth`
                                FROM (
                                  SELECT
                                    `t19`.`window_id`,
                                    `t19`.`active`,
                                    `t19`.`scaled_usage`,
                                    `t19`.`scaled_breadth`,
                                    `t19`.`scaled_satisfaction`,
                                    `t19`.`scaled_freshness`,
                                    `t19`.`rung_scaled_usage`,
                                    `t7`.`window_id_found`,
                                    `t7`.`met`,
                                    `t7`.`rung_scaled_breadth`
                                  FROM (
                                    SELECT
                                      `t15`.`window_id`,
                                      `t15`.`active`,
                                      `t15`.`scaled_usage`,
                                      `t15`.`scaled_breadth`,
                                      `t15`.`scaled_satisfaction`,
                                      `t15`.`scaled_freshness`,
                                      `t15`.`rung_scaled_usage`
                                    FROM (
                                      SELECT
                                        `t13`.`window_id`,
                                        `t13`.`active`,
                                        `t13`.`scaled_usage`,
                                        `t13`.`scaled_breadth`,
                                        `t13`.`scaled_satisfaction`,
                                        `t13`.`scaled_freshness`,
                                        `t8`.`window_id_found`,
                                        `t8`.`met`,
                                        `t8`.`rung_scaled_usage`
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
                                          ) AS `scaled_usage`,
                                          IF(
                                            (
                                              (
                                                `t1`.`features_used` - `t1`.`features_used`
                                              ) = 0
                                            )
                                            AND (
                                              ABS(`t1`.`features_used`) <= 1000000000000.0
                                            ),
                                            `t1`.`features_used`,
                                            CAST(NULL AS DOUBLE)
                                          ) AS `scaled_breadth`,
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
                                          ) AS `scaled_satisfaction`,
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
                                            CAST(NULL AS DOUBLE)
                                          ) AS `scaled_freshness`
                                        FROM `valuecast_signals` AS `t1`
                                      ) AS `t13`
                                      LEFT OUTER JOIN (
                                        SELECT
                                          `t0`.`window_id` AS `window_id_found`,
                                          `t0`.`met`,
                                          TRY_DIVIDE((
                                            `t0`.`up_to` * 2.0
                                          ) - `t0`.`n`, `t0`.`known` * 2.0) AS `rung_scaled_usage`
                                        FROM `valuecast_ladders` AS `t0`
                                        WHERE
                                          `t0`.`signal` = 'minutes'
                                      ) AS `t8`
                                        ON `t13`.`window_id` = `t8`.`window_id_found` AND `t13`.`scaled_usage` = `t8`.`met`
                                    ) AS `t15`
                                  ) AS `t19`
                                  LEFT OUTER JOIN (
                                    SELECT
                                      `t0`.`window_id` AS `window_id_found`,
                                      `t0`.`met`,
                                      TRY_DIVIDE((
                                        `t0`.`up_to` * 2.0
                                      ) - `t0`.`n`, `t0`.`known` * 2.0) AS `rung_scaled_breadth`
                                    FROM `valuecast_ladders` AS `t0`
                                    WHERE
                                      `t0`.`signal` = 'features_used'
                                  ) AS `t7`
                                    ON `t19`.`window_id` = `t7`.`window_id_found`
                                    AND `t19`.`scaled_breadth` = `t7`.`met`
                                ) AS `t21`
                              ) AS `t25`
                              LEFT OUTER JOIN (
                                SELECT
                                  `t0`.`window_id` AS `window_id_found`,
                                  `t0`.`met`,
                                  TRY_DIVIDE((
                                    `t0`.`up_to` * 2.0
                                  ) - `t0`.`n`, `t0`.`known` * 2.0) AS `rung_scaled_satisfaction`
                                FROM `valuecast_ladders` AS `t0`
                                WHERE
                                  `t0`.`signal` = 'mean_rating'
                              ) AS `t6`
                                ON `t25`.`window_id` = `t6`.`window_id_found`
                                AND `t25`.`scaled_satisfaction` = `t6`.`met`
                            ) AS `t27`
                          ) AS `t31`
                          LEFT OUTER JOIN (
                            SELECT
                              `t0`.`window_id` AS `window_id_found`,
                              `t0`.`met`,
                              TRY_DIVIDE(
                                (
                                  `t0`.`known` * 2.0
                                ) - (
                                  (
                                    `t0`.`up_to` * 2.0
                                  ) - `t0`.`n`
                                ),
                                `t0`.`known` * 2.0
                              ) AS `rung_scaled_freshness`
                            FROM `valuecast_ladders` AS `t0`
                            WHERE
                              `t0`.`signal` = 'days_since_last'
                          ) AS `t11`
                            ON `t31`.`window_id` = `t11`.`window_id_found`
                            AND `t31`.`scaled_freshness` = `t11`.`met`
                        ) AS `t33`
                      ) AS `t35`
                    ) AS `t37`
                  ) AS `t39`
                  WHERE
                    `t39`.`met` IS NOT NULL AND NOT ISNAN(`t39`.`met`)
                ) AS `t41`
                GROUP BY
                  1,
                  2
              ) AS `t42`
            ) AS `t43`
          ) AS `t44`
          WHERE
            (
              `t44`.`known` - `t44`.`up_to`
            ) < CAST(CEIL((
              `t44`.`known` * 0.25
            ) - 1e-09) AS BIGINT)
        ) AS `t45`
        GROUP BY
          1
      ) AS `t46`
    ) AS `t48`
      ON `t40`.`window_id` = `t48`.`window_id_found`
  ) AS `t49`
) AS `t50`
