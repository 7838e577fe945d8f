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
  NULLIF(`t2`.`high_active_days` - `t2`.`low_active_days`, 0) AS `unit_active_days`,
  NULLIF(`t2`.`high_days_since_last` - `t2`.`low_days_since_last`, 0) AS `unit_days_since_last`,
  NULLIF(`t2`.`high_feature_clicks` - `t2`.`low_feature_clicks`, 0) AS `unit_feature_clicks`,
  NULLIF(`t2`.`high_features_used` - `t2`.`low_features_used`, 0) AS `unit_features_used`,
  NULLIF(`t2`.`high_latest_rating` - `t2`.`low_latest_rating`, 0) AS `unit_latest_rating`,
  NULLIF(`t2`.`high_mean_rating` - `t2`.`low_mean_rating`, 0) AS `unit_mean_rating`,
  NULLIF(`t2`.`high_minutes` - `t2`.`low_minutes`, 0) AS `unit_minutes`,
  NULLIF(`t2`.`high_value` - `t2`.`low_value`, 0) AS `unit_value`
FROM (
  SELECT
    `t1`.`window_id`,
    MIN(
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
      )
    ) AS `low_active_days`,
    MIN(
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
      )
    ) AS `low_days_since_last`,
    MIN(
      IF(
        (
          (
            `t1`.`feature_clicks` - `t1`.`feature_clicks`
          ) = 0
        )
        AND (
          ABS(`t1`.`feature_clicks`) <= 1000000000000.0
        ),
        `t1`.`feature_clicks`,
        CAST(NULL AS FLOAT64)
      )
    ) AS `low_feature_clicks`,
    MIN(
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
        CAST(NULL AS FLOAT64)
      )
    ) AS `low_features_used`,
    MIN(
      IF(
        (
          (
            `t1`.`latest_rating` - `t1`.`latest_rating`
          ) = 0
        )
        AND (
          ABS(`t1`.`latest_rating`) <= 1000000000000.0
        ),
        `t1`.`latest_rating`,
        CAST(NULL AS FLOAT64)
      )
    ) AS `low_latest_rating`,
    MIN(
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
        CAST(NULL AS FLOAT64)
      )
    ) AS `low_mean_rating`,
    MIN(
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
        CAST(NULL AS FLOAT64)
      )
    ) AS `low_minutes`,
    MIN(
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
      )
    ) AS `low_value`,
    MAX(
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
      )
    ) AS `high_active_days`,
    MAX(
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
      )
    ) AS `high_days_since_last`,
    MAX(
      IF(
        (
          (
            `t1`.`feature_clicks` - `t1`.`feature_clicks`
          ) = 0
        )
        AND (
          ABS(`t1`.`feature_clicks`) <= 1000000000000.0
        ),
        `t1`.`feature_clicks`,
        CAST(NULL AS FLOAT64)
      )
    ) AS `high_feature_clicks`,
    MAX(
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
        CAST(NULL AS FLOAT64)
      )
    ) AS `high_features_used`,
    MAX(
      IF(
        (
          (
            `t1`.`latest_rating` - `t1`.`latest_rating`
          ) = 0
        )
        AND (
          ABS(`t1`.`latest_rating`) <= 1000000000000.0
        ),
        `t1`.`latest_rating`,
        CAST(NULL AS FLOAT64)
      )
    ) AS `high_latest_rating`,
    MAX(
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
        CAST(NULL AS FLOAT64)
      )
    ) AS `high_mean_rating`,
    MAX(
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
        CAST(NULL AS FLOAT64)
      )
    ) AS `high_minutes`,
    MAX(
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
      )
    ) AS `high_value`
  FROM (
    SELECT
      *
    FROM `valuecast_signals` AS `t0`
    WHERE
      `t0`.`active`
  ) AS `t1`
  GROUP BY
    1
) AS `t2`
