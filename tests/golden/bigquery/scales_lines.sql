SELECT
  `t12`.`window_id`,
  `t12`.`low_active_days`,
  `t12`.`low_days_since_last`,
  `t12`.`low_feature_clicks`,
  `t12`.`low_features_used`,
  `t12`.`low_latest_rating`,
  `t12`.`low_mean_rating`,
  `t12`.`low_minutes`,
  `t12`.`low_value`,
  `t12`.`unit_active_days`,
  `t12`.`unit_days_since_last`,
  `t12`.`unit_feature_clicks`,
  `t12`.`unit_features_used`,
  `t12`.`unit_latest_rating`,
  `t12`.`unit_mean_rating`,
  `t12`.`unit_minutes`,
  `t12`.`unit_value`,
  `t12`.`average_active_days`,
  `t12`.`average_days_since_last`,
  `t12`.`average_feature_clicks`,
  `t12`.`average_features_used`,
  `t12`.`average_latest_rating`,
  `t12`.`average_mean_rating`,
  `t12`.`average_minutes`,
  `t12`.`average_value`,
  SQRT(
    CASE
      WHEN (
        ieee_divide(
          ieee_divide(CAST(`t12`.`squares_active_days` AS FLOAT64), 1000000000),
          CAST(NULLIF(`t12`.`n_active_days`, 0) AS FLOAT64)
        ) - (
          `t12`.`average_active_days` * `t12`.`average_active_days`
        )
      ) > 0
      THEN ieee_divide(
        ieee_divide(CAST(`t12`.`squares_active_days` AS FLOAT64), 1000000000),
        CAST(NULLIF(`t12`.`n_active_days`, 0) AS FLOAT64)
      ) - (
        `t12`.`average_active_days` * `t12`.`average_active_days`
      )
      ELSE NULL
    END
  ) AS `spread_active_days`,
  SQRT(
    CASE
      WHEN (
        ieee_divide(
          ieee_divide(CAST(`t12`.`squares_days_since_last` AS FLOAT64), 1000000000),
          CAST(NULLIF(`t12`.`n_days_since_last`, 0) AS FLOAT64)
        ) - (
          `t12`.`average_days_since_last` * `t12`.`average_days_since_last`
        )
      ) > 0
      THEN ieee_divide(
        ieee_divide(CAST(`t12`.`squares_days_since_last` AS FLOAT64), 1000000000),
        CAST(NULLIF(`t12`.`n_days_since_last`, 0) AS FLOAT64)
      ) - (
        `t12`.`average_days_since_last` * `t12`.`average_days_since_last`
      )
      ELSE NULL
    END
  ) AS `spread_days_since_last`,
  SQRT(
    CASE
      WHEN (
        ieee_divide(
          ieee_divide(CAST(`t12`.`squares_feature_clicks` AS FLOAT64), 1000000000),
          CAST(NULLIF(`t12`.`n_feature_clicks`, 0) AS FLOAT64)
        ) - (
          `t12`.`average_feature_clicks` * `t12`.`average_feature_clicks`
        )
      ) > 0
      THEN ieee_divide(
        ieee_divide(CAST(`t12`.`squares_feature_clicks` AS FLOAT64), 1000000000),
        CAST(NULLIF(`t12`.`n_feature_clicks`, 0) AS FLOAT64)
      ) - (
        `t12`.`average_feature_clicks` * `t12`.`average_feature_clicks`
      )
      ELSE NULL
    END
  ) AS `spread_feature_clicks`,
  SQRT(
    CASE
      WHEN (
        ieee_divide(
          ieee_divide(CAST(`t12`.`squares_features_used` AS FLOAT64), 1000000000),
          CAST(NULLIF(`t12`.`n_features_used`, 0) AS FLOAT64)
        ) - (
          `t12`.`average_features_used` * `t12`.`average_features_used`
        )
      ) > 0
      THEN ieee_divide(
        ieee_divide(CAST(`t12`.`squares_features_used` AS FLOAT64), 1000000000),
        CAST(NULLIF(`t12`.`n_features_used`, 0) AS FLOAT64)
      ) - (
        `t12`.`average_features_used` * `t12`.`average_features_used`
      )
      ELSE NULL
    END
  ) AS `spread_features_used`,
  SQRT(
    CASE
      WHEN (
        ieee_divide(
          ieee_divide(CAST(`t12`.`squares_latest_rating` AS FLOAT64), 1000000000),
          CAST(NULLIF(`t12`.`n_latest_rating`, 0) AS FLOAT64)
        ) - (
          `t12`.`average_latest_rating` * `t12`.`average_latest_rating`
        )
      ) > 0
      THEN ieee_divide(
        ieee_divide(CAST(`t12`.`squares_latest_rating` AS FLOAT64), 1000000000),
        CAST(NULLIF(`t12`.`n_latest_rating`, 0) AS FLOAT64)
      ) - (
        `t12`.`average_latest_rating` * `t12`.`average_latest_rating`
      )
      ELSE NULL
    END
  ) AS `spread_latest_rating`,
  SQRT(
    CASE
      WHEN (
        ieee_divide(
          ieee_divide(CAST(`t12`.`squares_mean_rating` AS FLOAT64), 1000000000),
          CAST(NULLIF(`t12`.`n_mean_rating`, 0) AS FLOAT64)
        ) - (
          `t12`.`average_mean_rating` * `t12`.`average_mean_rating`
        )
      ) > 0
      THEN ieee_divide(
        ieee_divide(CAST(`t12`.`squares_mean_rating` AS FLOAT64), 1000000000),
        CAST(NULLIF(`t12`.`n_mean_rating`, 0) AS FLOAT64)
      ) - (
        `t12`.`average_mean_rating` * `t12`.`average_mean_rating`
      )
      ELSE NULL
    END
  ) AS `spread_mean_rating`,
  SQRT(
    CASE
      WHEN (
        ieee_divide(
          ieee_divide(CAST(`t12`.`squares_minutes` AS FLOAT64), 1000000000),
          CAST(NULLIF(`t12`.`n_minutes`, 0) AS FLOAT64)
        ) - (
          `t12`.`average_minutes` * `t12`.`average_minutes`
        )
      ) > 0
      THEN ieee_divide(
        ieee_divide(CAST(`t12`.`squares_minutes` AS FLOAT64), 1000000000),
        CAST(NULLIF(`t12`.`n_minutes`, 0) AS FLOAT64)
      ) - (
        `t12`.`average_minutes` * `t12`.`average_minutes`
      )
      ELSE NULL
    END
  ) AS `spread_minutes`,
  SQRT(
    CASE
      WHEN (
        ieee_divide(
          ieee_divide(CAST(`t12`.`squares_value` AS FLOAT64), 1000000000),
          CAST(NULLIF(`t12`.`n_value`, 0) AS FLOAT64)
        ) - (
          `t12`.`average_value` * `t12`.`average_value`
        )
      ) > 0
      THEN ieee_divide(
        ieee_divide(CAST(`t12`.`squares_value` AS FLOAT64), 1000000000),
        CAST(NULLIF(`t12`.`n_value`, 0) AS FLOAT64)
      ) - (
        `t12`.`average_value` * `t12`.`average_value`
      )
      ELSE NULL
    END
  ) AS `spread_value`
FROM (
  SELECT
    `t11`.`window_id`,
    `t11`.`low_active_days`,
    `t11`.`low_days_since_last`,
    `t11`.`low_feature_clicks`,
    `t11`.`low_features_used`,
    `t11`.`low_latest_rating`,
    `t11`.`low_mean_rating`,
    `t11`.`low_minutes`,
    `t11`.`low_value`,
    `t11`.`unit_active_days`,
    `t11`.`unit_days_since_last`,
    `t11`.`unit_feature_clicks`,
    `t11`.`unit_features_used`,
    `t11`.`unit_latest_rating`,
    `t11`.`unit_mean_rating`,
    `t11`.`unit_minutes`,
    `t11`.`unit_value`,
    `t11`.`sum_active_days`,
    `t11`.`sum_days_since_last`,
    `t11`.`sum_feature_clicks`,
    `t11`.`sum_features_used`,
    `t11`.`sum_latest_rating`,
    `t11`.`sum_mean_rating`,
    `t11`.`sum_minutes`,
    `t11`.`sum_value`,
    `t11`.`squares_active_days`,
    `t11`.`squares_days_since_last`,
    `t11`.`squares_feature_clicks`,
    `t11`.`squares_features_used`,
    `t11`.`squares_latest_rating`,
    `t11`.`squares_mean_rating`,
    `t11`.`squares_minutes`,
    `t11`.`squares_value`,
    `t11`.`n_active_days`,
    `t11`.`n_days_since_last`,
    `t11`.`n_feature_clicks`,
    `t11`.`n_features_used`,
    `t11`.`n_latest_rating`,
    `t11`.`n_mean_rating`,
    `t11`.`n_minutes`,
    `t11`.`n_value`,
    ieee_divide(
      ieee_divide(CAST(`t11`.`sum_active_days` AS FLOAT64), 1000000000),
      CAST(NULLIF(`t11`.`n_active_days`, 0) AS FLOAT64)
    ) AS `average_active_days`,
    ieee_divide(
      ieee_divide(CAST(`t11`.`sum_days_since_last` AS FLOAT64), 1000000000),
      CAST(NULLIF(`t11`.`n_days_since_last`, 0) AS FLOAT64)
    ) AS `average_days_since_last`,
    ieee_divide(
      ieee_divide(CAST(`t11`.`sum_feature_clicks` AS FLOAT64), 1000000000),
      CAST(NULLIF(`t11`.`n_feature_clicks`, 0) AS FLOAT64)
    ) AS `average_feature_clicks`,
    ieee_divide(
      ieee_divide(CAST(`t11`.`sum_features_used` AS FLOAT64), 1000000000),
      CAST(NULLIF(`t11`.`n_features_used`, 0) AS FLOAT64)
    ) AS `average_features_used`,
    ieee_divide(
      ieee_divide(CAST(`t11`.`sum_latest_rating` AS FLOAT64), 1000000000),
      CAST(NULLIF(`t11`.`n_latest_rating`, 0) AS FLOAT64)
    ) AS `average_latest_rating`,
    ieee_divide(
      ieee_divide(CAST(`t11`.`sum_mean_rating` AS FLOAT64), 1000000000),
      CAST(NULLIF(`t11`.`n_mean_rating`, 0) AS FLOAT64)
    ) AS `average_mean_rating`,
    ieee_divide(
      ieee_divide(CAST(`t11`.`sum_minutes` AS FLOAT64), 1000000000),
      CAST(NULLIF(`t11`.`n_minutes`, 0) AS FLOAT64)
    ) AS `average_minutes`,
    ieee_divide(
      ieee_divide(CAST(`t11`.`sum_value` AS FLOAT64), 1000000000),
      CAST(NULLIF(`t11`.`n_value`, 0) AS FLOAT64)
    ) AS `average_value`
  FROM (
    SELECT
      `t2`.`window_id`,
      `t2`.`low_active_days`,
      `t2`.`low_days_since_last`,
      `t2`.`low_feature_clicks`,
      `t2`.`low_features_used`,
      `t2`.`low_latest_rating`,
      `t2`.`low_mean_rating`,
      `t2`.`low_minutes`,
      `t2`.`low_value`,
      `t2`.`unit_active_days`,
      `t2`.`unit_days_since_last`,
      `t2`.`unit_feature_clicks`,
      `t2`.`unit_features_used`,
      `t2`.`unit_latest_rating`,
      `t2`.`unit_mean_rating`,
      `t2`.`unit_minutes`,
      `t2`.`unit_value`,
      `t10`.`sum_active_days`,
      `t10`.`sum_days_since_last`,
      `t10`.`sum_feature_clicks`,
      `t10`.`sum_features_used`,
      `t10`.`sum_latest_rating`,
      `t10`.`sum_mean_rating`,
      `t10`.`sum_minutes`,
      `t10`.`sum_value`,
      `t10`.`squares_active_days`,
      `t10`.`squares_days_since_last`,
      `t10`.`squares_feature_clicks`,
      `t10`.`squares_features_used`,
      `t10`.`squares_latest_rating`,
      `t10`.`squares_mean_rating`,
      `t10`.`squares_minutes`,
      `t10`.`squares_value`,
      `t10`.`n_active_days`,
      `t10`.`n_days_since_last`,
      `t10`.`n_feature_clicks`,
      `t10`.`n_features_used`,
      `t10`.`n_latest_rating`,
      `t10`.`n_mean_rating`,
      `t10`.`n_minutes`,
      `t10`.`n_value`
    FROM `valuecast_bounds` AS `t2`
    INNER JOIN (
      SELECT
        `t8`.`window_id`,
        SUM(CAST(FLOOR((
          `t8`.`at_active_days` * 1000000000
        ) + 0.5) AS INT64)) AS `sum_active_days`,
        SUM(CAST(FLOOR((
          `t8`.`at_days_since_last` * 1000000000
        ) + 0.5) AS INT64)) AS `sum_days_since_last`,
        SUM(CAST(FLOOR((
          `t8`.`at_feature_clicks` * 1000000000
        ) + 0.5) AS INT64)) AS `sum_feature_clicks`,
        SUM(CAST(FLOOR((
          `t8`.`at_features_used` * 1000000000
        ) + 0.5) AS INT64)) AS `sum_features_used`,
        SUM(CAST(FLOOR((
          `t8`.`at_latest_rating` * 1000000000
        ) + 0.5) AS INT64)) AS `sum_latest_rating`,
        SUM(CAST(FLOOR((
          `t8`.`at_mean_rating` * 1000000000
        ) + 0.5) AS INT64)) AS `sum_mean_rating`,
        SUM(CAST(FLOOR((
          `t8`.`at_minutes` * 1000000000
        ) + 0.5) AS INT64)) AS `sum_minutes`,
        SUM(CAST(FLOOR((
          `t8`.`at_value` * 1000000000
        ) + 0.5) AS INT64)) AS `sum_value`,
        SUM(
          CAST(FLOOR((
            `t8`.`at_active_days` * `t8`.`at_active_days` * 1000000000
          ) + 0.5) AS INT64)
        ) AS `squares_active_days`,
        SUM(
          CAST(FLOOR((
            `t8`.`at_days_since_last` * `t8`.`at_days_since_last` * 1000000000
          ) + 0.5) AS INT64)
        ) AS `squares_days_since_last`,
        SUM(
          CAST(FLOOR((
            `t8`.`at_feature_clicks` * `t8`.`at_feature_clicks` * 1000000000
          ) + 0.5) AS INT64)
        ) AS `squares_feature_clicks`,
        SUM(
          CAST(FLOOR((
            `t8`.`at_features_used` * `t8`.`at_features_used` * 1000000000
          ) + 0.5) AS INT64)
        ) AS `squares_features_used`,
        SUM(
          CAST(FLOOR((
            `t8`.`at_latest_rating` * `t8`.`at_latest_rating` * 1000000000
          ) + 0.5) AS INT64)
        ) AS `squares_latest_rating`,
        SUM(
          CAST(FLOOR((
            `t8`.`at_mean_rating` * `t8`.`at_mean_rating` * 1000000000
          ) + 0.5) AS INT64)
        ) AS `squares_mean_rating`,
        SUM(
          CAST(FLOOR((
            `t8`.`at_minutes` * `t8`.`at_minutes` * 1000000000
          ) + 0.5) AS INT64)
        ) AS `squares_minutes`,
        SUM(CAST(FLOOR((
          `t8`.`at_value` * `t8`.`at_value` * 1000000000
        ) + 0.5) AS INT64)) AS `squares_value`,
        COUNT(`t8`.`at_active_days`) AS `n_active_days`,
        COUNT(`t8`.`at_days_since_last`) AS `n_days_since_last`,
        COUNT(`t8`.`at_feature_clicks`) AS `n_feature_clicks`,
        COUNT(`t8`.`at_features_used`) AS `n_features_used`,
        COUNT(`t8`.`at_latest_rating`) AS `n_latest_rating`,
        COUNT(`t8`.`at_mean_rating`) AS `n_mean_rating`,
        COUNT(`t8`.`at_minutes`) AS `n_minutes`,
        COUNT(`t8`.`at_value`) AS `n_value`
      FROM (
        SELECT
          `t7`.`window_id`,
          ieee_divide(
            IF(
              (
                (
                  `t7`.`active_days` - `t7`.`active_days`
                ) = 0
              )
              AND (
                ABS(`t7`.`active_days`) <= 1000000000000.0
              ),
              `t7`.`active_days`,
              CAST(NULL AS FLOAT64)
            ) - `t7`.`low_active_days`,
            `t7`.`unit_active_days`
          ) AS `at_active_days`,
          ieee_divide(
            IF(
              (
                (
                  `t7`.`days_since_last` - `t7`.`days_since_last`
                ) = 0
              )
              AND (
                ABS(`t7`.`days_since_last`) <= 1000000000000.0
              ),
              `t7`.`days_since_last`,
              CAST(NULL AS FLOAT64)
            ) - `t7`.`low_days_since_last`,
            `t7`.`unit_days_since_last`
          ) AS `at_days_since_last`,
          ieee_divide(
            IF(
              (
                (
                  `t7`.`feature_clicks` - `t7`.`feature_clicks`
                ) = 0
              )
              AND (
                ABS(`t7`.`feature_clicks`) <= 1000000000000.0
              ),
              `t7`.`feature_clicks`,
              CAST(NULL AS FLOAT64)
            ) - `t7`.`low_feature_clicks`,
            `t7`.`unit_feature_clicks`
          ) AS `at_feature_clicks`,
          ieee_divide(
            IF(
              (
                (
                  `t7`.`features_used` - `t7`.`features_used`
                ) = 0
              )
              AND (
                ABS(`t7`.`features_used`) <= 1000000000000.0
              ),
              `t7`.`features_used`,
              CAST(NULL AS FLOAT64)
            ) - `t7`.`low_features_used`,
            `t7`.`unit_features_used`
          ) AS `at_features_used`,
          ieee_divide(
            IF(
              (
                (
                  `t7`.`latest_rating` - `t7`.`latest_rating`
                ) = 0
              )
              AND (
                ABS(`t7`.`latest_rating`) <= 1000000000000.0
              ),
              `t7`.`latest_rating`,
              CAST(NULL AS FLOAT64)
            ) - `t7`.`low_latest_rating`,
            `t7`.`unit_latest_rating`
          ) AS `at_latest_rating`,
          ieee_divide(
            IF(
              (
                (
                  `t7`.`mean_rating` - `t7`.`mean_rating`
                ) = 0
              )
              AND (
                ABS(`t7`.`mean_rating`) <= 1000000000000.0
              ),
              `t7`.`mean_rating`,
              CAST(NULL AS FLOAT64)
            ) - `t7`.`low_mean_rating`,
            `t7`.`unit_mean_rating`
          ) AS `at_mean_rating`,
          ieee_divide(
            IF(
              (
                (
                  `t7`.`minutes` - `t7`.`minutes`
                ) = 0
              )
              AND (
                ABS(`t7`.`minutes`) <= 1000000000000.0
              ),
              `t7`.`minutes`,
              CAST(NULL AS FLOAT64)
            ) - `t7`.`low_minutes`,
            `t7`.`unit_minutes`
          ) AS `at_minutes`,
          ieee_divide(
            IF(
              (
                (
                  `t7`.`value` - `t7`.`value`
                ) = 0
              )
              AND (
                ABS(`t7`.`value`) <= 1000000000000.0
              ),
              `t7`.`value`,
              CAST(NULL AS FLOAT64)
            ) - `t7`.`low_value`,
            `t7`.`unit_value`
          ) AS `at_value`
        FROM (
          SELECT
            `t6`.*
            EXCEPT (`window_id_found`)
          FROM (
            SELECT
              `t3`.`window_id`,
              `t3`.`customer_id`,
              `t3`.`active`,
              `t3`.`value`,
              `t3`.`minutes`,
              `t3`.`events`,
              `t3`.`value_per_active_day`,
              `t3`.`events_per_active_day`,
              `t3`.`value_per_visit`,
              `t3`.`active_days`,
              `t3`.`active_weeks`,
              `t3`.`recent_active_days`,
              `t3`.`visits`,
              `t3`.`features_used`,
              `t3`.`areas_used`,
              `t3`.`features_adopted`,
              `t3`.`core_features_used`,
              `t3`.`recent_features`,
              `t3`.`click_concentration`,
              `t3`.`feature_clicks`,
              `t3`.`clicks_per_feature`,
              `t3`.`core_click_share`,
              `t3`.`use_pattern_1`,
              `t3`.`use_pattern_2`,
              `t3`.`use_pattern_3`,
              `t3`.`minutes_per_feature`,
              `t3`.`weekly_variation`,
              `t3`.`longest_gap`,
              `t3`.`gap_variation`,
              `t3`.`weekday_entropy`,
              `t3`.`value_change`,
              `t3`.`recent_share`,
              `t3`.`weekly_slope`,
              `t3`.`value_against_history`,
              `t3`.`days_change`,
              `t3`.`acceleration`,
              `t3`.`days_since_last`,
              `t3`.`recency_ratio`,
              `t3`.`recency_share`,
              `t3`.`latest_rating`,
              `t3`.`mean_rating`,
              `t3`.`rating_change`,
              `t3`.`rated`,
              `t3`.`active_members`,
              `t3`.`new_members`,
              `t3`.`top_member_share`,
              `t3`.`lost_members`,
              `t3`.`active_member_share`,
              `t3`.`tenure_days`,
              `t3`.`span_days`,
              `t3`.`season_ratio`,
              `t3`.`weekend_share`,
              `t5`.`window_id_found`,
              `t5`.`low_active_days`,
              `t5`.`low_days_since_last`,
              `t5`.`low_feature_clicks`,
              `t5`.`low_features_used`,
              `t5`.`low_latest_rating`,
              `t5`.`low_mean_rating`,
              `t5`.`low_minutes`,
              `t5`.`low_value`,
              `t5`.`unit_active_days`,
              `t5`.`unit_days_since_last`,
              `t5`.`unit_feature_clicks`,
              `t5`.`unit_features_used`,
              `t5`.`unit_latest_rating`,
              `t5`.`unit_mean_rating`,
              `t5`.`unit_minutes`,
              `t5`.`unit_value`
            FROM `valuecast_signals` AS `t3`
            LEFT OUTER JOIN (
              SELECT
                `t0`.`window_id` AS `window_id_found`,
                `t0`.`low_active_days`,
                `t0`.`low_days_since_last`,
                `t0`.`low_feature_clicks`,
                `t0`.`low_features_used`,
                `t0`.`low_latest_rating`,
                `t0`.`low_mean_rating`,
                `t0`.`low_minutes`,
                `t0`.`low_value`,
                `t0`.`unit_active_days`,
                `t0`.`unit_days_since_last`,
                `t0`.`unit_feature_clicks`,
                `t0`.`unit_features_used`,
                `t0`.`unit_latest_rating`,
                `t0`.`unit_mean_rating`,
                `t0`.`unit_minutes`,
                `t0`.`unit_value`
              FROM `valuecast_bounds` AS `t0`
            ) AS `t5`
              ON `t3`.`window_id` = `t5`.`window_id_found`
          ) AS `t6`
        ) AS `t7`
        WHERE
          `t7`.`active`
      ) AS `t8`
      GROUP BY
        1
    ) AS `t10`
      ON `t2`.`window_id` = `t10`.`window_id`
  ) AS `t11`
) AS `t12`
