SELECT
  `t26`.`window_id`,
  `t26`.`customer_id`,
  `t26`.`value`,
  `t26`.`value` >= `t26`.`threshold` AS `high_value`,
  `t26`.`part_duration`,
  `t26`.`part_frequency`,
  `t26`.`part_features_used`,
  `t26`.`part_feature_clicks`,
  `t26`.`part_recency`,
  `t26`.`part_satisfaction`
FROM (
  SELECT
    `t25`.`window_id`,
    `t25`.`customer_id`,
    `t25`.`part_duration`,
    `t25`.`part_frequency`,
    `t25`.`part_features_used`,
    `t25`.`part_feature_clicks`,
    `t25`.`part_recency`,
    `t25`.`part_satisfaction`,
    `t25`.`value`,
    `t25`.`threshold`
  FROM (
    SELECT
      `t16`.`window_id`,
      `t16`.`customer_id`,
      `t16`.`part_duration`,
      `t16`.`part_frequency`,
      `t16`.`part_features_used`,
      `t16`.`part_feature_clicks`,
      `t16`.`part_recency`,
      `t16`.`part_satisfaction`,
      `t16`.`value`,
      `t24`.`window_id_found`,
      `t24`.`threshold`
    FROM (
      SELECT
        `t12`.`window_id`,
        `t12`.`customer_id`,
        `t12`.`part_duration`,
        `t12`.`part_frequency`,
        `t12`.`part_features_used`,
        `t12`.`part_feature_clicks`,
        `t12`.`part_recency`,
        `t12`.`part_satisfaction`,
        TRY_DIVIDE(
          CAST(CAST(FLOOR(
            (
              (
                `t12`.`part_duration` + `t12`.`part_frequency` + `t12`.`part_features_used` + `t12`.`part_feature_clicks` + `t12`.`part_recency` + `t12`.`part_satisfaction`
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
              TRY_DIVIDE(
                `t10`.`scaled_duration` - `t10`.`low_scaled_duration`,
                `t10`.`unit_scaled_duration`
              ),
              `t10`.`otherwise_scaled_duration`
            ) * 0.25,
            CAST(NULL AS DOUBLE)
          ) AS `part_duration`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_frequency` - `t10`.`low_scaled_frequency`,
                `t10`.`unit_scaled_frequency`
              ),
              `t10`.`otherwise_scaled_frequency`
            ) * 0.25,
            CAST(NULL AS DOUBLE)
          ) AS `part_frequency`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_features_used` - `t10`.`low_scaled_features_used`,
                `t10`.`unit_scaled_features_used`
              ),
              `t10`.`otherwise_scaled_features_used`
            ) * 0.15,
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
            ) * 0.1,
            CAST(NULL AS DOUBLE)
          ) AS `part_feature_clicks`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(`t10`.`scaled_recency` - `t10`.`low_scaled_recency`, `t10`.`unit_scaled_recency`),
              `t10`.`otherwise_scaled_recency`
            ) * 0.15,
            CAST(NULL AS DOUBLE)
          ) AS `part_recency`,
          IF(
            `t10`.`active`,
            COALESCE(
              TRY_DIVIDE(
                `t10`.`scaled_satisfaction` - `t10`.`low_scaled_satisfaction`,
                `t10`.`unit_scaled_satisfaction`
              ),
              `t10`.`otherwise_scaled_satisfaction`
            ) * 0.1,
            CAST(NULL AS DOUBLE)
          ) AS `part_satisfaction`
        FROM (
          SELECT
            `t8`.`window_id`,
            `t8`.`active`,
            `t8`.`customer_id`,
            `t8`.`scaled_duration`,
            `t8`.`scaled_frequency`,
            `t8`.`scaled_features_used`,
            `t8`.`scaled_feature_clicks`,
            `t8`.`scaled_recency`,
            `t8`.`scaled_satisfaction`,
            `t8`.`low_scaled_duration`,
            `t8`.`unit_scaled_duration`,
            `t8`.`otherwise_scaled_duration`,
            `t8`.`low_scaled_frequency`,
            `t8`.`unit_scaled_frequency`,
            `t8`.`otherwise_scaled_frequency`,
            `t8`.`low_scaled_features_used`,
            `t8`.`unit_scaled_features_used`,
            `t8`.`otherwise_scaled_features_used`,
            `t8`.`low_scaled_feature_clicks`,
            `t8`.`unit_scaled_feature_clicks`,
            `t8`.`otherwise_scaled_feature_clicks`,
            `t8`.`low_scaled_recency`,
            `t8`.`unit_scaled_recency`,
            `t8`.`otherwise_scaled_recency`,
            `t8`.`low_scaled_satisfaction`,
            `t8`.`unit_scaled_satisfaction`,
            `t8`.`otherwise_scaled_satisfaction`
          FROM (
            SELECT
              `t6`.`window_id`,
              `t6`.`active`,
              `t6`.`customer_id`,
              `t6`.`scaled_duration`,
              `t6`.`scaled_frequency`,
              `t6`.`scaled_features_used`,
              `t6`.`scaled_feature_clicks`,
              `t6`.`scaled_recency`,
              `t6`.`scaled_satisfaction`,
              `t5`.`window_id_found`,
              `t5`.`low_scaled_duration`,
              `t5`.`unit_scaled_duration`,
              `t5`.`otherwise_scaled_duration`,
              `t5`.`low_scaled_frequency`,
              `t5`.`unit_scaled_frequency`,
              `t5`.`otherwise_scaled_frequency`,
              `t5`.`low_scaled_features_used`,
              `t5`.`unit_scaled_features_used`,
              `t5`.`otherwise_scaled_features_used`,
              `t5`.`low_scaled_feature_clicks`,
              `t5`.`unit_scaled_feature_clicks`,
              `t5`.`otherwise_scaled_feature_clicks`,
              `t5`.`low_scaled_recency`,
              `t5`.`unit_scaled_recency`,
              `t5`.`otherwise_scaled_recency`,
              `t5`.`low_scaled_satisfaction`,
              `t5`.`unit_scaled_satisfaction`,
              `t5`.`otherwise_scaled_satisfaction`
            FROM (
              SELECT
                `t0`.`window_id`,
                `t0`.`active`,
                `t0`.`customer_id`,
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
                ) AS `scaled_duration`,
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
                ) AS `scaled_frequency`,
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
                ) AS `scaled_recency`,
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
                ) AS `scaled_satisfaction`
              FROM `valuecast_signals` AS `t0`
            ) AS `t6`
            LEFT OUTER JOIN (
              SELECT
                `t1`.`window_id` AS `window_id_found`,
                `t1`.`low_minutes` AS `low_scaled_duration`,
                `t1`.`unit_minutes` AS `unit_scaled_duration`,
                CASE
                  WHEN `t1`.`average_minutes` IS NOT NULL AND NOT ISNAN(`t1`.`average_minutes`)
                  THEN `t1`.`average_minutes`
                  WHEN `t1`.`low_minutes` IS NOT NULL AND NOT ISNAN(`t1`.`low_minutes`)
                  THEN 0.0
                  ELSE 0.5
                END AS `otherwise_scaled_duration`,
                `t1`.`low_active_days` AS `low_scaled_frequency`,
                `t1`.`unit_active_days` AS `unit_scaled_frequency`,
                CASE
                  WHEN `t1`.`average_active_days` IS NOT NULL AND NOT ISNAN(`t1`.`average_active_days`)
                  THEN `t1`.`average_active_days`
                  WHEN `t1`.`low_active_days` IS NOT NULL AND NOT ISNAN(`t1`.`low_active_days`)
                  THEN 0.0
                  ELSE 0.5
                END AS `otherwise_scaled_frequency`,
                `t1`.`low_features_used` AS `low_scaled_features_used`,
                `t1`.`unit_features_used` AS `unit_scaled_features_used`,
                CASE
                  WHEN `t1`.`average_features_used` IS NOT NULL
                  AND NOT ISNAN(`t1`.`average_features_used`)
                  THEN `t1`.`average_features_used`
                  WHEN `t1`.`low_features_used` IS NOT NULL AND NOT ISNAN(`t1`.`low_features_used`)
                  THEN 0.0
                  ELSE 0.5
                END AS `otherwise_scaled_features_used`,
                `t1`.`low_feature_clicks` AS `low_scaled_feature_clicks`,
                `t1`.`unit_feature_clicks` AS `unit_scaled_feature_clicks`,
                CASE
                  WHEN `t1`.`average_feature_clicks` IS NOT NULL
                  AND NOT ISNAN(`t1`.`average_feature_clicks`)
                  THEN `t1`.`average_feature_clicks`
                  WHEN `t1`.`low_feature_clicks` IS NOT NULL AND NOT ISNAN(`t1`.`low_feature_clicks`)
                  THEN 0.0
                  ELSE 0.5
                END AS `otherwise_scaled_feature_clicks`,
                `t1`.`low_days_since_last` + `t1`.`unit_days_since_last` AS `low_scaled_recency`,
                -(
                  `t1`.`unit_days_since_last`
                ) AS `unit_scaled_recency`,
                CASE
                  WHEN (
                    1.0 - `t1`.`average_days_since_last`
                  ) IS NOT NULL
                  AND NOT ISNAN(1.0 - `t1`.`average_days_since_last`)
                  THEN 1.0 - `t1`.`average_days_since_last`
                  WHEN `t1`.`low_days_since_last` IS NOT NULL AND NOT ISNAN(`t1`.`low_days_since_last`)
                  THEN 0.0
                  ELSE 0.5
                END AS `otherwise_scaled_recency`,
                `t1`.`low_latest_rating` AS `low_scaled_satisfaction`,
                `t1`.`unit_latest_rating` AS `unit_scaled_satisfaction`,
                CASE
                  WHEN `t1`.`average_latest_rating` IS NOT NULL
                  AND NOT ISNAN(`t1`.`average_latest_rating`)
                  THEN `t1`.`average_latest_rating`
                  WHEN `t1`.`low_latest_rating` IS NOT NULL AND NOT ISNAN(`t1`.`low_latest_rating`)
                  THEN 0.0
                  ELSE 0.5
                END AS `otherwise_scaled_satisfaction`
              FROM `valuecast_lines` AS `t1`
            ) AS `t5`
              ON `t6`.`window_id` = `t5`.`window_id_found`
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
                              `t13`.`part_duration` + `t13`.`part_frequency` + `t13`.`part_features_used` + `t13`.`part_feature_clicks` + `t13`.`part_recency` + `t13`.`part_satisfaction`
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
                            TRY_DIVIDE(
                              `t11`.`scaled_duration` - `t11`.`low_scaled_duration`,
                              `t11`.`unit_scaled_duration`
                            ),
                            `t11`.`otherwise_scaled_duration`
                          ) * 0.25,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_duration`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_frequency` - `t11`.`low_scaled_frequency`,
                              `t11`.`unit_scaled_frequency`
                            ),
                            `t11`.`otherwise_scaled_frequency`
                          ) * 0.25,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_frequency`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_features_used` - `t11`.`low_scaled_features_used`,
                              `t11`.`unit_scaled_features_used`
                            ),
                            `t11`.`otherwise_scaled_features_used`
                          ) * 0.15,
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
                          ) * 0.1,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_feature_clicks`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(`t11`.`scaled_recency` - `t11`.`low_scaled_recency`, `t11`.`unit_scaled_recency`),
                            `t11`.`otherwise_scaled_recency`
                          ) * 0.15,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_recency`,
                        IF(
                          `t11`.`active`,
                          COALESCE(
                            TRY_DIVIDE(
                              `t11`.`scaled_satisfaction` - `t11`.`low_scaled_satisfaction`,
                              `t11`.`unit_scaled_satisfaction`
                            ),
                            `t11`.`otherwise_scaled_satisfaction`
                          ) * 0.1,
                          CAST(NULL AS DOUBLE)
                        ) AS `part_satisfaction`
                      FROM (
                        SELECT
                          `t9`.`window_id`,
                          `t9`.`active`,
                          `t9`.`scaled_duration`,
                          `t9`.`scaled_frequency`,
                          `t9`.`scaled_features_used`,
                          `t9`.`scaled_feature_clicks`,
                          `t9`.`scaled_recency`,
                          `t9`.`scaled_satisfaction`,
                          `t9`.`low_scaled_duration`,
                          `t9`.`unit_scaled_duration`,
                          `t9`.`otherwise_scaled_duration`,
                          `t9`.`low_scaled_frequency`,
                          `t9`.`unit_scaled_frequency`,
                          `t9`.`otherwise_scaled_frequency`,
                          `t9`.`low_scaled_features_used`,
                          `t9`.`unit_scaled_features_used`,
                          `t9`.`otherwise_scaled_features_used`,
                          `t9`.`low_scaled_feature_clicks`,
                          `t9`.`unit_scaled_feature_clicks`,
                          `t9`.`otherwise_scaled_feature_clicks`,
                          `t9`.`low_scaled_recency`,
                          `t9`.`unit_scaled_recency`,
                          `t9`.`otherwise_scaled_recency`,
                          `t9`.`low_scaled_satisfaction`,
                          `t9`.`unit_scaled_satisfaction`,
                          `t9`.`otherwise_scaled_satisfaction`
                        FROM (
                          SELECT
                            `t7`.`window_id`,
                            `t7`.`active`,
                            `t7`.`scaled_duration`,
                            `t7`.`scaled_frequency`,
                            `t7`.`scaled_features_used`,
                            `t7`.`scaled_feature_clicks`,
                            `t7`.`scaled_recency`,
                            `t7`.`scaled_satisfaction`,
                            `t5`.`window_id_found`,
                            `t5`.`low_scaled_duration`,
                            `t5`.`unit_scaled_duration`,
                            `t5`.`otherwise_scaled_duration`,
                            `t5`.`low_scaled_frequency`,
                            `t5`.`unit_scaled_frequency`,
                            `t5`.`otherwise_scaled_frequency`,
                            `t5`.`low_scaled_features_used`,
                            `t5`.`unit_scaled_features_used`,
                            `t5`.`otherwise_scaled_features_used`,
                            `t5`.`low_scaled_feature_clicks`,
                            `t5`.`unit_scaled_feature_clicks`,
                            `t5`.`otherwise_scaled_feature_clicks`,
                            `t5`.`low_scaled_recency`,
                            `t5`.`unit_scaled_recency`,
                            `t5`.`otherwise_scaled_recency`,
                            `t5`.`low_scaled_satisfaction`,
                            `t5`.`unit_scaled_satisfaction`,
                            `t5`.`otherwise_scaled_satisfaction`
                          FROM (
                            SELECT
                              `t0`.`window_id`,
                              `t0`.`active`,
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
                              ) AS `scaled_duration`,
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
                              ) AS `scaled_frequency`,
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
                              ) AS `scaled_recency`,
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
                              ) AS `scaled_satisfaction`
                            FROM `valuecast_signals` AS `t0`
                          ) AS `t7`
                          LEFT OUTER JOIN (
                            SELECT
                              `t1`.`window_id` AS `window_id_found`,
                              `t1`.`low_minutes` AS `low_scaled_duration`,
                              `t1`.`unit_minutes` AS `unit_scaled_duration`,
                              CASE
                                WHEN `t1`.`average_minutes` IS NOT NULL AND NOT ISNAN(`t1`.`average_minutes`)
                                THEN `t1`.`average_minutes`
                                WHEN `t1`.`low_minutes` IS NOT NULL AND NOT ISNAN(`t1`.`low_minutes`)
                                THEN 0.0
                                ELSE 0.5
                              END AS `otherwise_scaled_duration`,
                              `t1`.`low_active_days` AS `low_scaled_frequency`,
                              `t1`.`unit_active_days` AS `unit_scaled_frequency`,
                              CASE
                                WHEN `t1`.`average_active_days` IS NOT NULL AND NOT ISNAN(`t1`.`average_active_days`)
                                THEN `t1`.`average_active_days`
                                WHEN `t1`.`low_active_days` IS NOT NULL AND NOT ISNAN(`t1`.`low_active_days`)
                                THEN 0.0
                                ELSE 0.5
                              END AS `otherwise_scaled_frequency`,
                              `t1`.`low_features_used` AS `low_scaled_features_used`,
                              `t1`.`unit_features_used` AS `unit_scaled_features_used`,
                              CASE
                                WHEN `t1`.`average_features_used` IS NOT NULL
                                AND NOT ISNAN(`t1`.`average_features_used`)
                                THEN `t1`.`average_features_used`
                                WHEN `t1`.`low_features_used` IS NOT NULL AND NOT ISNAN(`t1`.`low_features_used`)
                                THEN 0.0
                                ELSE 0.5
                              END AS `otherwise_scaled_features_used`,
                              `t1`.`low_feature_clicks` AS `low_scaled_feature_clicks`,
                              `t1`.`unit_feature_clicks` AS `unit_scaled_feature_clicks`,
                              CASE
                                WHEN `t1`.`average_feature_clicks` IS NOT NULL
                                AND NOT ISNAN(`t1`.`average_feature_clicks`)
                                THEN `t1`.`average_feature_clicks`
                                WHEN `t1`.`low_feature_clicks` IS NOT NULL AND NOT ISNAN(`t1`.`low_feature_clicks`)
                                THEN 0.0
                                ELSE 0.5
                              END AS `otherwise_scaled_feature_clicks`,
                              `t1`.`low_days_since_last` + `t1`.`unit_days_since_last` AS `low_scaled_recency`,
                              -(
                                `t1`.`unit_days_since_last`
                              ) AS `unit_scaled_recency`,
                              CASE
                                WHEN (
                                  1.0 - `t1`.`average_days_since_last`
                                ) IS NOT NULL
                                AND NOT ISNAN(1.0 - `t1`.`average_days_since_last`)
                                THEN 1.0 - `t1`.`average_days_since_last`
                                WHEN `t1`.`low_days_since_last` IS NOT NULL AND NOT ISNAN(`t1`.`low_days_since_last`)
                                THEN 0.0
                                ELSE 0.5
                              END AS `otherwise_scaled_recency`,
                              `t1`.`low_latest_rating` AS `low_scaled_satisfaction`,
                              `t1`.`unit_latest_rating` AS `unit_scaled_satisfaction`,
                              CASE
                                WHEN `t1`.`average_latest_rating` IS NOT NULL
                                AND NOT ISNAN(`t1`.`average_latest_rating`)
                                THEN `t1`.`average_latest_rating`
                                WHEN `t1`.`low_latest_rating` IS NOT NULL AND NOT ISNAN(`t1`.`low_latest_rating`)
                                THEN 0.0
                                ELSE 0.5
                              END AS `otherwise_scaled_satisfaction`
                            FROM `valuecast_lines` AS `t1`
                          ) AS `t5`
                            ON `t7`.`window_id` = `t5`.`window_id_found`
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
