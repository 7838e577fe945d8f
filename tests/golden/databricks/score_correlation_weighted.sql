SELECT
  `t26`.`window_id`,
  `t26`.`customer_id`,
  `t26`.`value`,
  `t26`.`value` >= `t26`.`threshold` AS `high_value`,
  `t26`.`part_value`,
  `t26`.`part_minutes`,
  `t26`.`part_active_days`,
  `t26`.`part_features_used`,
  `t26`.`part_feature_clicks`,
  `t26`.`part_days_since_last`,
  `t26`.`part_latest_rating`,
  `t26`.`part_mean_rating`
FROM (
  SELECT
    `t25`.`window_id`,
    `t25`.`customer_id`,
    `t25`.`part_value`,
    `t25`.`part_minutes`,
    `t25`.`part_active_days`,
    `t25`.`part_features_used`,
    `t25`.`part_feature_clicks`,
    `t25`.`part_days_since_last`,
    `t25`.`part_latest_rating`,
    `t25`.`part_mean_rating`,
    `t25`.`value`,
    `t25`.`threshold`
  FROM (
    SELECT
      `t16`.`window_id`,
      `t16`.`customer_id`,
      `t16`.`part_value`,
      `t16`.`part_minutes`,
      `t16`.`part_active_days`,
      `t16`.`part_features_used`,
      `t16`.`part_feature_clicks`,
      `t16`.`part_days_since_last`,
      `t16`.`part_latest_rating`,
      `t16`.`part_mean_rating`,
      `t16`.`value`,
      `t24`.`window_id_found`,
      `t24`.`threshold`
    FROM (
      SELECT
        `t12`.`window_id`,
        `t12`.`customer_id`,
        `t12`.`part_value`,
        `t12`.`part_minutes`,
        `t12`.`part_active_days`,
        `t12`.`part_features_used`,
        `t12`.`part_feature_clicks`,
        `t12`.`part_days_since_last`,
        `t12`.`part_latest_rating`,
        `t12`.`part_mean_rating`,
        TRY_DIVIDE(
          CAST(CAST(FLOOR(
            (
              (
                `t12`.`part_value` + `t12`.`part_minutes` + `t12`.`part_active_days` + `t12`.`part_features_used` + `t12`.`part_feature_clicks` + `t12`.`part_days_since_last` + `t12`.`part_latest_rating` + `t12`.`part_mean_rating`
              ) * 1000000000
            ) + 0.5
          ) AS BIGINT) AS DOUBLE),
          1000000000
        ) AS `value`
      FROM (
        SELECT
          `t10`.`window_id`,
          `t10`.`customer_id`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(`t10`.`scaled_value` - `t10`.`low_scaled_value`, `t10`.`unit_scaled_value`),
              `t10`.`otherwise_scaled_value`
            ) * CASE WHEN `t10`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
            CAST(NULL AS DOUBLE)
          ) AS `part_value`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(`t10`.`scaled_minutes` - `t10`.`low_scaled_minutes`, `t10`.`unit_scaled_minutes`),
              `t10`.`otherwise_scaled_minutes`
            ) * CASE WHEN `t10`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
            CAST(NULL AS DOUBLE)
          ) AS `part_minutes`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_active_days` - `t10`.`low_scaled_active_days`,
                `t10`.`unit_scaled_active_days`
              ),
              `t10`.`otherwise_scaled_active_days`
            ) * CASE WHEN `t10`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
            CAST(NULL AS DOUBLE)
          ) AS `part_active_days`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_features_used` - `t10`.`low_scaled_features_used`,
                `t10`.`unit_scaled_features_used`
              ),
              `t10`.`otherwise_scaled_features_used`
            ) * CASE WHEN `t10`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
            CAST(NULL AS DOUBLE)
          ) AS `part_features_used`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_feature_clicks` - `t10`.`low_scaled_feature_clicks`,
                `t10`.`unit_scaled_feature_clicks`
              ),
              `t10`.`otherwise_scaled_feature_clicks`
            ) * CASE WHEN `t10`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
            CAST(NULL AS DOUBLE)
          ) AS `part_feature_clicks`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_days_since_last` - `t10`.`low_scaled_days_since_last`,
                `t10`.`unit_scaled_days_since_last`
              ),
              `t10`.`otherwise_scaled_days_since_last`
            ) * CASE WHEN `t10`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
            CAST(NULL AS DOUBLE)
          ) AS `part_days_since_last`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_latest_rating` - `t10`.`low_scaled_latest_rating`,
                `t10`.`unit_scaled_latest_rating`
              ),
              `t10`.`otherwise_scaled_latest_rating`
            ) * CASE WHEN `t10`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
            CAST(NULL AS DOUBLE)
          ) AS `part_latest_rating`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_mean_rating` - `t10`.`low_scaled_mean_rating`,
                `t10`.`unit_scaled_mean_rating`
              ),
              `t10`.`otherwise_scaled_mean_rating`
            ) * CASE WHEN `t10`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
            CAST(NULL AS DOUBLE)
          ) AS `part_mean_rating`
        FROM (
          SELECT
            `t8`.`window_id`,
            `t8`.`active`,
            `t8`.`customer_id`,
            `t8`.`scaled_value`,
            `t8`.`scaled_minutes`,
            `t8`.`scaled_active_days`,
            `t8`.`scaled_features_used`,
            `t8`.`scaled_feature_clicks`,
            `t8`.`scaled_days_since_last`,
            `t8`.`scaled_latest_rating`,
            `t8`.`scaled_mean_rating`,
            `t8`.`low_scaled_value`,
            `t8`.`unit_scaled_value`,
            `t8`.`otherwise_scaled_value`,
            `t8`.`low_scaled_minutes`,
            `t8`.`unit_scaled_minutes`,
            `t8`.`otherwise_scaled_minutes`,
            `t8`.`low_scaled_active_days`,
            `t8`.`unit_scaled_active_days`,
            `t8`.`otherwise_scaled_active_days`,
            `t8`.`low_scaled_features_used`,
            `t8`.`unit_scaled_features_used`,
            `t8`.`otherwise_scaled_features_used`,
            `t8`.`low_scaled_feature_clicks`,
            `t8`.`unit_scaled_feature_clicks`,
            `t8`.`otherwise_scaled_feature_clicks`,
            `t8`.`low_scaled_days_since_last`,
            `t8`.`unit_scaled_days_since_last`,
            `t8`.`otherwise_scaled_days_since_last`,
            `t8`.`low_scaled_latest_rating`,
            `t8`.`unit_scaled_latest_rating`,
            `t8`.`otherwise_scaled_latest_rating`,
            `t8`.`low_scaled_mean_rating`,
            `t8`.`unit_scaled_mean_rating`,
            `t8`.`otherwise_scaled_mean_rating`
          FROM (
            SELECT
              `t6`.`window_id`,
              `t6`.`active`,
              `t6`.`customer_id`,
              `t6`.`scaled_value`,
              `t6`.`scaled_minutes`,
              `t6`.`scaled_active_days`,
              `t6`.`scaled_features_used`,
              `t6`.`scaled_feature_clicks`,
              `t6`.`scaled_days_since_last`,
              `t6`.`scaled_latest_rating`,
              `t6`.`scaled_mean_rating`,
              `t3`.`window_id_found`,
              `t3`.`low_scaled_value`,
              `t3`.`unit_scaled_value`,
              `t3`.`otherwise_scaled_value`,
              `t3`.`low_scaled_minutes`,
              `t3`.`unit_scaled_minutes`,
              `t3`.`otherwise_scaled_minutes`,
              `t3`.`low_scaled_active_days`,
              `t3`.`unit_scaled_active_days`,
              `t3`.`otherwise_scaled_active_days`,
              `t3`.`low_scaled_features_used`,
              `t3`.`unit_scaled_features_used`,
              `t3`.`otherwise_scaled_features_used`,
              `t3`.`low_scaled_feature_clicks`,
              `t3`.`unit_scaled_feature_clicks`,
              `t3`.`otherwise_scaled_feature_clicks`,
              `t3`.`low_scaled_days_since_last`,
              `t3`.`unit_scaled_days_since_last`,
              `t3`.`otherwise_scaled_days_since_last`,
              `t3`.`low_scaled_latest_rating`,
              `t3`.`unit_scaled_latest_rating`,
              `t3`.`otherwise_scaled_latest_rating`,
              `t3`.`low_scaled_mean_rating`,
              `t3`.`unit_scaled_mean_rating`,
              `t3`.`otherwise_scaled_mean_rating`
            FROM (
              SELECT
                `t0`.`window_id`,
                `t0`.`active`,
                `t0`.`customer_id`,
                IF(
                  (
                    (
                      `t0`.`value` - `t0`.`value`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`value`) <= 1000000000000.0
                  ),
                  `t0`.`value`,
                  CAST(NULL AS DOUBLE)
                ) AS `scaled_value`,
                IF(
                  (
                    (
                      `t0`.`minutes` - `t0`.`minutes`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`minutes`) <= 1000000000000.0
                  ),
                  `t0`.`minutes`,
                  CAST(NULL AS DOUBLE)
                ) AS `scaled_minutes`,
                IF(
                  (
                    (
                      `t0`.`active_days` - `t0`.`active_days`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`active_days`) <= 1000000000000.0
                  ),
                  `t0`.`active_days`,
                  CAST(NULL AS DOUBLE)
                ) AS `scaled_active_days`,
                IF(
                  (
                    (
                      `t0`.`features_used` - `t0`.`features_used`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`features_used`) <= 1000000000000.0
                  ),
                  `t0`.`features_used`,
                  CAST(NULL AS DOUBLE)
                ) AS `scaled_features_used`,
                IF(
                  (
                    (
                      `t0`.`feature_clicks` - `t0`.`feature_clicks`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`feature_clicks`) <= 1000000000000.0
                  ),
                  `t0`.`feature_clicks`,
                  CAST(NULL AS DOUBLE)
                ) AS `scaled_feature_clicks`,
                IF(
                  (
                    (
                      `t0`.`days_since_last` - `t0`.`days_since_last`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`days_since_last`) <= 1000000000000.0
                  ),
                  `t0`.`days_since_last`,
                  CAST(NULL AS DOUBLE)
                ) AS `scaled_days_since_last`,
                IF(
                  (
                    (
                      `t0`.`latest_rating` - `t0`.`latest_rating`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`latest_rating`) <= 1000000000000.0
                  ),
                  `t0`.`latest_rating`,
                  CAST(NULL AS DOUBLE)
                ) AS `scaled_latest_rating`,
                IF(
                  (
                    (
                      `t0`.`mean_rating` - `t0`.`mean_rating`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`mean_rating`) <= 1000000000000.0
                  ),
                  `t0`.`mean_rating`,
                  CAST(NULL AS DOUBLE)
                ) AS `scaled_mean_rating`
              FROM `valuecast_signals` AS `t0`
            ) AS `t6`
            LEFT OUTER JOIN (
              SELECT
                `t1`.`window_id` AS `window_id_found`,
                `t1`.`low_value` + (
                  `t1`.`average_value` * `t1`.`unit_value`
                ) AS `low_scaled_value`,
                `t1`.`unit_value` * `t1`.`spread_value` AS `unit_scaled_value`,
                0.0 AS `otherwise_scaled_value`,
                `t1`.`low_minutes` + (
                  `t1`.`average_minutes` * `t1`.`unit_minutes`
                ) AS `low_scaled_minutes`,
                `t1`.`unit_minutes` * `t1`.`spread_minutes` AS `unit_scaled_minutes`,
                0.0 AS `otherwise_scaled_minutes`,
                `t1`.`low_active_days` + (
                  `t1`.`average_active_days` * `t1`.`unit_active_days`
                ) AS `low_scaled_active_days`,
                `t1`.`unit_active_days` * `t1`.`spread_active_days` AS `unit_scaled_active_days`,
                0.0 AS `otherwise_scaled_active_days`,
                `t1`.`low_features_used` + (
                  `t1`.`average_features_used` * `t1`.`unit_features_used`
                ) AS `low_scaled_features_used`,
                `t1`.`unit_features_used` * `t1`.`spread_features_used` AS `unit_scaled_features_used`,
                0.0 AS `otherwise_scaled_features_used`,
                `t1`.`low_feature_clicks` + (
                  `t1`.`average_feature_clicks` * `t1`.`unit_feature_clicks`
                ) AS `low_scaled_feature_clicks`,
                `t1`.`unit_feature_clicks` * `t1`.`spread_feature_clicks` AS `unit_scaled_feature_clicks`,
                0.0 AS `otherwise_scaled_feature_clicks`,
                `t1`.`low_days_since_last` + (
                  `t1`.`average_days_since_last` * `t1`.`unit_days_since_last`
                ) AS `low_scaled_days_since_last`,
                `t1`.`unit_days_since_last` * `t1`.`spread_days_since_last` AS `unit_scaled_days_since_last`,
                0.0 AS `otherwise_scaled_days_since_last`,
                `t1`.`low_latest_rating` + (
                  `t1`.`average_latest_rating` * `t1`.`unit_latest_rating`
                ) AS `low_scaled_latest_rating`,
                `t1`.`unit_latest_rating` * `t1`.`spread_latest_rating` AS `unit_scaled_latest_rating`,
                0.0 AS `otherwise_scaled_latest_rating`,
                `t1`.`low_mean_rating` + (
                  `t1`.`average_mean_rating` * `t1`.`unit_mean_rating`
                ) AS `low_scaled_mean_rating`,
                `t1`.`unit_mean_rating` * `t1`.`spread_mean_rating` AS `unit_scaled_mean_rating`,
                0.0 AS `otherwise_scaled_mean_rating`
              FROM `valuecast_lines` AS `t1`
            ) AS `t3`
              ON `t6`.`window_id` = `t3`.`window_id_found`
          ) AS `t8`
        ) AS `t10`
      ) AS `t12`
    ) AS `t16`
    LEFT OUTER JOIN (
      SELECT
        `t22`.`window_id` AS `window_id_found`,
        `t22`.`threshold`
      FROM (
        SELECT
          `t21`.`window_id`,
          MIN(`t21`.`met`) AS `threshold`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              `t19`.`window_id`,
              `t19`.`met`,
              `t19`.`n`,
              `t19`.`up_to`,
              MAX(`t19`.`up_to`) OVER (
                PARTITION BY `t19`.`window_id`
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS `known`
            FROM (
              SELECT
                `t18`.`window_id`,
                `t18`.`met`,
                `t18`.`n`,
                CAST(SUM(`t18`.`n`) OVER (
                  PARTITION BY `t18`.`window_id`
                  ORDER BY `t18`.`met` ASC NULLS LAST
                  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
                ) AS DOUBLE) AS `up_to`
              FROM (
                SELECT
                  `t17`.`window_id`,
                  `t17`.`met`,
                  COUNT(*) AS `n`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t13`.`window_id`,
                      TRY_DIVIDE(
                        CAST(CAST(FLOOR(
                          (
                            (
                              `t13`.`part_value` + `t13`.`part_minutes` + `t13`.`part_active_days` + `t13`.`part_features_used` + `t13`.`part_feature_clicks` + `t13`.`part_days_since_last` + `t13`.`part_latest_rating` + `t13`.`part_mean_rating`
                            ) * 1000000000
                          ) + 0.5
                        ) AS BIGINT) AS DOUBLE),
                        1000000000
                      ) AS `met`
                    FROM (
                      SELECT
                        `t11`.`window_id`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(`t11`.`scaled_value` - `t11`.`low_scaled_value`, `t11`.`unit_scaled_value`),
                            `t11`.`otherwise_scaled_value`
                          ) * CASE WHEN `t11`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_value`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(`t11`.`scaled_minutes` - `t11`.`low_scaled_minutes`, `t11`.`unit_scaled_minutes`),
                            `t11`.`otherwise_scaled_minutes`
                          ) * CASE WHEN `t11`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_minutes`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_active_days` - `t11`.`low_scaled_active_days`,
                              `t11`.`unit_scaled_active_days`
                            ),
                            `t11`.`otherwise_scaled_active_days`
                          ) * CASE WHEN `t11`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_active_days`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_features_used` - `t11`.`low_scaled_features_used`,
                              `t11`.`unit_scaled_features_used`
                            ),
                            `t11`.`otherwise_scaled_features_used`
                          ) * CASE WHEN `t11`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_features_used`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_feature_clicks` - `t11`.`low_scaled_feature_clicks`,
                              `t11`.`unit_scaled_feature_clicks`
                            ),
                            `t11`.`otherwise_scaled_feature_clicks`
                          ) * CASE WHEN `t11`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_feature_clicks`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_days_since_last` - `t11`.`low_scaled_days_since_last`,
                              `t11`.`unit_scaled_days_since_last`
                            ),
                            `t11`.`otherwise_scaled_days_since_last`
                          ) * CASE WHEN `t11`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_days_since_last`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_latest_rating` - `t11`.`low_scaled_latest_rating`,
                              `t11`.`unit_scaled_latest_rating`
                            ),
                            `t11`.`otherwise_scaled_latest_rating`
                          ) * CASE WHEN `t11`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_latest_rating`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_mean_rating` - `t11`.`low_scaled_mean_rating`,
                              `t11`.`unit_scaled_mean_rating`
                            ),
                            `t11`.`otherwise_scaled_mean_rating`
                          ) * CASE WHEN `t11`.`window_id` = 'today' THEN 0.5 ELSE CAST(NULL AS DOUBLE) END,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_mean_rating`
                      FROM (
                        SELECT
                          `t9`.`window_id`,
                          `t9`.`active`,
                          `t9`.`scaled_value`,
                          `t9`.`scaled_minutes`,
                          `t9`.`scaled_active_days`,
                          `t9`.`scaled_features_used`,
                          `t9`.`scaled_feature_clicks`,
                          `t9`.`scaled_days_since_last`,
                          `t9`.`scaled_latest_rating`,
                          `t9`.`scaled_mean_rating`,
                          `t9`.`low_scaled_value`,
                          `t9`.`unit_scaled_value`,
                          `t9`.`otherwise_scaled_value`,
                          `t9`.`low_scaled_minutes`,
                          `t9`.`unit_scaled_minutes`,
                          `t9`.`otherwise_scaled_minutes`,
                          `t9`.`low_scaled_active_days`,
                          `t9`.`unit_scaled_active_days`,
                          `t9`.`otherwise_scaled_active_days`,
                          `t9`.`low_scaled_features_used`,
                          `t9`.`unit_scaled_features_used`,
                          `t9`.`otherwise_scaled_features_used`,
                          `t9`.`low_scaled_feature_clicks`,
                          `t9`.`unit_scaled_feature_clicks`,
                          `t9`.`otherwise_scaled_feature_clicks`,
                          `t9`.`low_scaled_days_since_last`,
                          `t9`.`unit_scaled_days_since_last`,
                          `t9`.`otherwise_scaled_days_since_last`,
                          `t9`.`low_scaled_latest_rating`,
                          `t9`.`unit_scaled_latest_rating`,
                          `t9`.`otherwise_scaled_latest_rating`,
                          `t9`.`low_scaled_mean_rating`,
                          `t9`.`unit_scaled_mean_rating`,
                          `t9`.`otherwise_scaled_mean_rating`
                        FROM (
                          SELECT
                            `t7`.`window_id`,
                            `t7`.`active`,
                            `t7`.`scaled_value`,
                            `t7`.`scaled_minutes`,
                            `t7`.`scaled_active_days`,
                            `t7`.`scaled_features_used`,
                            `t7`.`scaled_feature_clicks`,
                            `t7`.`scaled_days_since_last`,
                            `t7`.`scaled_latest_rating`,
                            `t7`.`scaled_mean_rating`,
                            `t3`.`window_id_found`,
                            `t3`.`low_scaled_value`,
                            `t3`.`unit_scaled_value`,
                            `t3`.`otherwise_scaled_value`,
                            `t3`.`low_scaled_minutes`,
                            `t3`.`unit_scaled_minutes`,
                            `t3`.`otherwise_scaled_minutes`,
                            `t3`.`low_scaled_active_days`,
                            `t3`.`unit_scaled_active_days`,
                            `t3`.`otherwise_scaled_active_days`,
                            `t3`.`low_scaled_features_used`,
                            `t3`.`unit_scaled_features_used`,
                            `t3`.`otherwise_scaled_features_used`,
                            `t3`.`low_scaled_feature_clicks`,
                            `t3`.`unit_scaled_feature_clicks`,
                            `t3`.`otherwise_scaled_feature_clicks`,
                            `t3`.`low_scaled_days_since_last`,
                            `t3`.`unit_scaled_days_since_last`,
                            `t3`.`otherwise_scaled_days_since_last`,
                            `t3`.`low_scaled_latest_rating`,
                            `t3`.`unit_scaled_latest_rating`,
                            `t3`.`otherwise_scaled_latest_rating`,
                            `t3`.`low_scaled_mean_rating`,
                            `t3`.`unit_scaled_mean_rating`,
                            `t3`.`otherwise_scaled_mean_rating`
                          FROM (
                            SELECT
                              `t0`.`window_id`,
                              `t0`.`active`,
                              IF(
                                (
                                  (
                                    `t0`.`value` - `t0`.`value`
                                  ) = 0
                                )
                                AND (
                                  ABS(`t0`.`value`) <= 1000000000000.0
                                ),
                                `t0`.`value`,
                                CAST(NULL AS DOUBLE)
                              ) AS `scaled_value`,
                              IF(
                                (
                                  (
                                    `t0`.`minutes` - `t0`.`minutes`
                                  ) = 0
                                )
                                AND (
                                  ABS(`t0`.`minutes`) <= 1000000000000.0
                                ),
                                `t0`.`minutes`,
                                CAST(NULL AS DOUBLE)
                              ) AS `scaled_minutes`,
                              IF(
                                (
                                  (
                                    `t0`.`active_days` - `t0`.`active_days`
                                  ) = 0
                                )
                                AND (
                                  ABS(`t0`.`active_days`) <= 1000000000000.0
                                ),
                                `t0`.`active_days`,
                                CAST(NULL AS DOUBLE)
                              ) AS `scaled_active_days`,
                              IF(
                                (
                                  (
                                    `t0`.`features_used` - `t0`.`features_used`
                                  ) = 0
                                )
                                AND (
                                  ABS(`t0`.`features_used`) <= 1000000000000.0
                                ),
                                `t0`.`features_used`,
                                CAST(NULL AS DOUBLE)
                              ) AS `scaled_features_used`,
                              IF(
                                (
                                  (
                                    `t0`.`feature_clicks` - `t0`.`feature_clicks`
                                  ) = 0
                                )
                                AND (
                                  ABS(`t0`.`feature_clicks`) <= 1000000000000.0
                                ),
                                `t0`.`feature_clicks`,
                                CAST(NULL AS DOUBLE)
                              ) AS `scaled_feature_clicks`,
                              IF(
                                (
                                  (
                                    `t0`.`days_since_last` - `t0`.`days_since_last`
                                  ) = 0
                                )
                                AND (
                                  ABS(`t0`.`days_since_last`) <= 1000000000000.0
                                ),
                                `t0`.`days_since_last`,
                                CAST(NULL AS DOUBLE)
                              ) AS `scaled_days_since_last`,
                              IF(
                                (
                                  (
                                    `t0`.`latest_rating` - `t0`.`latest_rating`
                                  ) = 0
                                )
                                AND (
                                  ABS(`t0`.`latest_rating`) <= 1000000000000.0
                                ),
                                `t0`.`latest_rating`,
                                CAST(NULL AS DOUBLE)
                              ) AS `scaled_latest_rating`,
                              IF(
                                (
                                  (
                                    `t0`.`mean_rating` - `t0`.`mean_rating`
                                  ) = 0
                                )
                                AND (
                                  ABS(`t0`.`mean_rating`) <= 1000000000000.0
                                ),
                                `t0`.`mean_rating`,
                                CAST(NULL AS DOUBLE)
                              ) AS `scaled_mean_rating`
                            FROM `valuecast_signals` AS `t0`
                          ) AS `t7`
                          LEFT OUTER JOIN (
                            SELECT
                              `t1`.`window_id` AS `window_id_found`,
                              `t1`.`low_value` + (
                                `t1`.`average_value` * `t1`.`unit_value`
                              ) AS `low_scaled_value`,
                              `t1`.`unit_value` * `t1`.`spread_value` AS `unit_scaled_value`,
                              0.0 AS `otherwise_scaled_value`,
                              `t1`.`low_minutes` + (
                                `t1`.`average_minutes` * `t1`.`unit_minutes`
                              ) AS `low_scaled_minutes`,
                              `t1`.`unit_minutes` * `t1`.`spread_minutes` AS `unit_scaled_minutes`,
                              0.0 AS `otherwise_scaled_minutes`,
                              `t1`.`low_active_days` + (
                                `t1`.`average_active_days` * `t1`.`unit_active_days`
                              ) AS `low_scaled_active_days`,
                              `t1`.`unit_active_days` * `t1`.`spread_active_days` AS `unit_scaled_active_days`,
                              0.0 AS `otherwise_scaled_active_days`,
                              `t1`.`low_features_used` + (
                                `t1`.`average_features_used` * `t1`.`unit_features_used`
                              ) AS `low_scaled_features_used`,
                              `t1`.`unit_features_used` * `t1`.`spread_features_used` AS `unit_scaled_features_used`,
                              0.0 AS `otherwise_scaled_features_used`,
                              `t1`.`low_feature_clicks` + (
                                `t1`.`average_feature_clicks` * `t1`.`unit_feature_clicks`
                              ) AS `low_scaled_feature_clicks`,
                              `t1`.`unit_feature_clicks` * `t1`.`spread_feature_clicks` AS `unit_scaled_feature_clicks`,
                              0.0 AS `otherwise_scaled_feature_clicks`,
                              `t1`.`low_days_since_last` + (
                                `t1`.`average_days_since_last` * `t1`.`unit_days_since_last`
                              ) AS `low_scaled_days_since_last`,
                              `t1`.`unit_days_since_last` * `t1`.`spread_days_since_last` AS `unit_scaled_days_since_last`,
                              0.0 AS `otherwise_scaled_days_since_last`,
                              `t1`.`low_latest_rating` + (
                                `t1`.`average_latest_rating` * `t1`.`unit_latest_rating`
                              ) AS `low_scaled_latest_rating`,
                              `t1`.`unit_latest_rating` * `t1`.`spread_latest_rating` AS `unit_scaled_latest_rating`,
                              0.0 AS `otherwise_scaled_latest_rating`,
                              `t1`.`low_mean_rating` + (
                                `t1`.`average_mean_rating` * `t1`.`unit_mean_rating`
                              ) AS `low_scaled_mean_rating`,
                              `t1`.`unit_mean_rating` * `t1`.`spread_mean_rating` AS `unit_scaled_mean_rating`,
                              0.0 AS `otherwise_scaled_mean_rating`
                            FROM `valuecast_lines` AS `t1`
                          ) AS `t3`
                            ON `t7`.`window_id` = `t3`.`window_id_found`
                        ) AS `t9`
                      ) AS `t11`
                    ) AS `t13`
                  ) AS `t15`
                  WHERE
                    `t15`.`met` IS NOT NULL AND NOT ISNAN(`t15`.`met`)
                ) AS `t17`
                GROUP BY
                  1,
                  2
              ) AS `t18`
            ) AS `t19`
          ) AS `t20`
          WHERE
            (
              `t20`.`known` - `t20`.`up_to`
            ) < CAST(CEIL((
              `t20`.`known` * 0.2
            ) - 1e-09) AS BIGINT)
        ) AS `t21`
        GROUP BY
          1
      ) AS `t22`
    ) AS `t24`
      ON `t16`.`window_id` = `t24`.`window_id_found`
  ) AS `t25`
) AS `t26`
