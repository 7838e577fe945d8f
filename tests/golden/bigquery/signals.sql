WITH `t27` AS (
  SELECT
    `t11`.`customer_id`,
    `t11`.`member_id`,
    `t11`.`rated_on`,
    `t11`.`rating`,
    `t18`.`window_id`,
    `t18`.`as_of`,
    `t18`.`past_start`
  FROM `ratings` AS `t11`
  INNER JOIN (
    SELECT DISTINCT
      `t2`.`window_id`,
      `t2`.`as_of`,
      `t2`.`past_start`
    FROM `valuecast_anchors` AS `t2`
  ) AS `t18`
    ON `t11`.`rated_on` < `t18`.`as_of`
), `t35` AS (
  SELECT
    `t29`.`customer_id`,
    `t29`.`product_feature_id`,
    `t29`.`day`,
    `t29`.`clicks`,
    `t29`.`minutes`,
    `t29`.`window_id`,
    `t29`.`as_of`,
    `t29`.`past_start`,
    DATE_DIFF(`t29`.`as_of`, `t29`.`day`, DAY) AS `age`,
    `t29`.`day` AS `on`
  FROM (
    SELECT
      `t12`.`customer_id`,
      `t12`.`product_feature_id`,
      `t12`.`day`,
      `t12`.`clicks`,
      `t12`.`minutes`,
      `t18`.`window_id`,
      `t18`.`as_of`,
      `t18`.`past_start`
    FROM `product_usage` AS `t12`
    INNER JOIN (
      SELECT DISTINCT
        `t2`.`window_id`,
        `t2`.`as_of`,
        `t2`.`past_start`
      FROM `valuecast_anchors` AS `t2`
    ) AS `t18`
      ON `t12`.`day` < `t18`.`as_of`
  ) AS `t29`
  WHERE
    `t29`.`day` >= `t29`.`past_start`
), `t39` AS (
  SELECT
    `t33`.`customer_id`,
    `t33`.`member_id`,
    `t33`.`rated_on`,
    `t33`.`rating`,
    `t33`.`window_id`,
    `t33`.`as_of`,
    `t33`.`past_start`,
    DATE_DIFF(`t33`.`as_of`, `t33`.`rated_on`, DAY) AS `age`,
    `t33`.`rated_on` AS `on`,
    COALESCE(`t33`.`member_id`, `t33`.`customer_id`) AS `who`
  FROM `t27` AS `t33`
), `t60` AS (
  SELECT
    `t42`.`window_id`,
    `t42`.`customer_id`,
    `t42`.`product_feature_id`,
    MIN(`t42`.`age`) AS `newest`,
    ieee_divide(
      CAST(SUM(CAST(FLOOR((
        `t42`.`clicks` * 1000
      ) + 0.5) AS INT64)) AS FLOAT64),
      1000
    ) AS `clicks`
  FROM `t35` AS `t42`
  GROUP BY
    1,
    2,
    3
), `t73` AS (
  SELECT
    `t67`.`window_id`,
    `t67`.`customer_id`,
    `t67`.`product_feature_id`,
    `t67`.`newest`,
    `t67`.`clicks`,
    `t21`.`product_feature_id` AS `product_feature_id_right`,
    `t21`.`area`,
    `t21`.`is_core`
  FROM `t60` AS `t67`
  LEFT OUTER JOIN (
    SELECT
      *
    FROM `product_features` AS `t4`
  ) AS `t21`
    ON `t67`.`product_feature_id` = `t21`.`product_feature_id`
)
SELECT
  `t147`.`window_id`,
  `t147`.`customer_id`,
  `t147`.`active`,
  COALESCE(`t147`.`value`, 0.0) AS `value`,
  COALESCE(`t147`.`minutes`, 0.0) AS `minutes`,
  COALESCE(`t147`.`events`, 0.0) AS `events`,
  `t147`.`value_per_active_day`,
  `t147`.`events_per_active_day`,
  `t147`.`value_per_visit`,
  COALESCE(CAST(`t147`.`active_days` AS FLOAT64), 0.0) AS `active_days`,
  COALESCE(CAST(`t147`.`active_weeks` AS FLOAT64), 0.0) AS `active_weeks`,
  COALESCE(CAST(`t147`.`recent_active_days` AS FLOAT64), 0.0) AS `recent_active_days`,
  COALESCE(`t147`.`visits`, 0.0) AS `visits`,
  COALESCE(`t147`.`features_used`, 0.0) AS `features_used`,
  COALESCE(`t147`.`areas_used`, 0.0) AS `areas_used`,
  COALESCE(`t147`.`features_adopted`, 0.0) AS `features_adopted`,
  COALESCE(`t147`.`core_features_used`, 0.0) AS `core_features_used`,
  COALESCE(`t147`.`recent_features`, 0.0) AS `recent_features`,
  `t147`.`click_concentration`,
  COALESCE(`t147`.`feature_clicks`, 0.0) AS `feature_clicks`,
  `t147`.`clicks_per_feature`,
  `t147`.`core_click_share`,
  `t147`.`use_pattern_1`,
  `t147`.`use_pattern_2`,
  `t147`.`use_pattern_3`,
  `t147`.`minutes_per_feature`,
  `t147`.`weekly_variation`,
  CAST(`t147`.`longest_gap` AS FLOAT64) AS `longest_gap`,
  `t147`.`gap_variation`,
  `t147`.`weekday_entropy`,
  `t147`.`value_change`,
  `t147`.`recent_share`,
  `t147`.`weekly_slope`,
  `t147`.`value_against_history`,
  `t147`.`days_change`,
  `t147`.`acceleration`,
  CAST(`t147`.`days_since_last` AS FLOAT64) AS `days_since_last`,
  `t147`.`recency_ratio`,
  `t147`.`recency_share`,
  `t147`.`latest_rating`,
  `t147`.`mean_rating`,
  `t147`.`rating_change`,
  COALESCE(`t147`.`rated`, 0.0) AS `rated`,
  COALESCE(`t147`.`active_members`, 0.0) AS `active_members`,
  COALESCE(`t147`.`new_members`, 0.0) AS `new_members`,
  `t147`.`top_member_share`,
  COALESCE(`t147`.`lost_members`, 0.0) AS `lost_members`,
  `t147`.`active_member_share`,
  CAST(`t147`.`tenure_days` AS FLOAT64) AS `tenure_days`,
  CAST(`t147`.`span_days` AS FLOAT64) AS `span_days`,
  `t147`.`season_ratio`,
  `t147`.`weekend_share`
FROM (
  SELECT
    `t146`.*
    EXCEPT (`customer_id__again`, `window_id__again`)
  FROM (
    SELECT
      `t145`.`window_id`,
      `t145`.`customer_id`,
      `t145`.`active`,
      `t145`.`value`,
      `t145`.`minutes`,
      `t145`.`events`,
      `t145`.`value_per_active_day`,
      `t145`.`events_per_active_day`,
      `t145`.`value_per_visit`,
      `t145`.`active_days`,
      `t145`.`active_weeks`,
      `t145`.`recent_active_days`,
      `t145`.`visits`,
      `t145`.`weekly_variation`,
      `t145`.`longest_gap`,
      `t145`.`gap_variation`,
      `t145`.`weekday_entropy`,
      `t145`.`value_change`,
      `t145`.`recent_share`,
      `t145`.`days_change`,
      `t145`.`acceleration`,
      `t145`.`value_against_history`,
      `t145`.`weekly_slope`,
      `t145`.`days_since_last`,
      `t145`.`recency_ratio`,
      `t145`.`recency_share`,
      `t145`.`tenure_days`,
      `t145`.`span_days`,
      `t145`.`season_ratio`,
      `t145`.`weekend_share`,
      `t145`.`features_used`,
      `t145`.`core_features_used`,
      `t145`.`recent_features`,
      `t145`.`areas_used`,
      `t145`.`features_adopted`,
      `t145`.`click_concentration`,
      `t145`.`feature_clicks`,
      `t145`.`clicks_per_feature`,
      `t145`.`minutes_per_feature`,
      `t145`.`core_click_share`,
      `t145`.`use_pattern_1`,
      `t145`.`use_pattern_2`,
      `t145`.`use_pattern_3`,
      `t145`.`latest_rating`,
      `t145`.`mean_rating`,
      `t145`.`rating_change`,
      `t145`.`rated`,
      `t125`.`window_id` AS `window_id__again`,
      `t125`.`customer_id` AS `customer_id__again`,
      `t125`.`active_members`,
      `t125`.`new_members`,
      `t125`.`lost_members`,
      `t125`.`active_member_share`,
      `t125`.`top_member_share`
    FROM (
      SELECT
        `t143`.*
        EXCEPT (`customer_id__again`, `window_id__again`)
      FROM (
        SELECT
          `t142`.`window_id`,
          `t142`.`customer_id`,
          `t142`.`active`,
          `t142`.`value`,
          `t142`.`minutes`,
          `t142`.`events`,
          `t142`.`value_per_active_day`,
          `t142`.`events_per_active_day`,
          `t142`.`value_per_visit`,
          `t142`.`active_days`,
          `t142`.`active_weeks`,
          `t142`.`recent_active_days`,
          `t142`.`visits`,
          `t142`.`weekly_variation`,
          `t142`.`longest_gap`,
          `t142`.`gap_variation`,
          `t142`.`weekday_entropy`,
          `t142`.`value_change`,
          `t142`.`recent_share`,
          `t142`.`days_change`,
          `t142`.`acceleration`,
          `t142`.`value_against_history`,
          `t142`.`weekly_slope`,
          `t142`.`days_since_last`,
          `t142`.`recency_ratio`,
          `t142`.`recency_share`,
          `t142`.`tenure_days`,
          `t142`.`span_days`,
          `t142`.`season_ratio`,
          `t142`.`weekend_share`,
          `t142`.`features_used`,
          `t142`.`core_features_used`,
          `t142`.`recent_features`,
          `t142`.`areas_used`,
          `t142`.`features_adopted`,
          `t142`.`click_concentration`,
          `t142`.`feature_clicks`,
          `t142`.`clicks_per_feature`,
          `t142`.`minutes_per_feature`,
          `t142`.`core_click_share`,
          `t142`.`use_pattern_1`,
          `t142`.`use_pattern_2`,
          `t142`.`use_pattern_3`,
          `t117`.`window_id` AS `window_id__again`,
          `t117`.`customer_id` AS `customer_id__again`,
          `t117`.`latest_rating`,
          `t117`.`mean_rating`,
          `t117`.`rating_change`,
          `t117`.`rated`
        FROM (
          SELECT
            `t140`.*
            EXCEPT (`customer_id__again`, `window_id__again`)
          FROM (
            SELECT
              `t139`.`window_id`,
              `t139`.`customer_id`,
              `t139`.`active`,
              `t139`.`value`,
              `t139`.`minutes`,
              `t139`.`events`,
              `t139`.`value_per_active_day`,
              `t139`.`events_per_active_day`,
              `t139`.`value_per_visit`,
              `t139`.`active_days`,
              `t139`.`active_weeks`,
              `t139`.`recent_active_days`,
              `t139`.`visits`,
              `t139`.`weekly_variation`,
              `t139`.`longest_gap`,
              `t139`.`gap_variation`,
              `t139`.`weekday_entropy`,
              `t139`.`value_change`,
              `t139`.`recent_share`,
              `t139`.`days_change`,
              `t139`.`acceleration`,
              `t139`.`value_against_history`,
              `t139`.`weekly_slope`,
              `t139`.`days_since_last`,
              `t139`.`recency_ratio`,
              `t139`.`recency_share`,
              `t139`.`tenure_days`,
              `t139`.`span_days`,
              `t139`.`season_ratio`,
              `t139`.`weekend_share`,
              `t139`.`features_used`,
              `t139`.`core_features_used`,
              `t139`.`recent_features`,
              `t139`.`areas_used`,
              `t139`.`features_adopted`,
              `t139`.`click_concentration`,
              `t139`.`feature_clicks`,
              `t139`.`clicks_per_feature`,
              `t139`.`minutes_per_feature`,
              `t139`.`core_click_share`,
              `t107`.`window_id` AS `window_id__again`,
              `t107`.`customer_id` AS `customer_id__again`,
              `t107`.`use_pattern_1`,
              `t107`.`use_pattern_2`,
              `t107`.`use_pattern_3`
            FROM (
              SELECT
                `t137`.*
                EXCEPT (`customer_id__again`, `window_id__again`)
              FROM (
                SELECT
                  `t136`.`window_id`,
                  `t136`.`customer_id`,
                  `t136`.`active`,
                  `t136`.`value`,
                  `t136`.`minutes`,
                  `t136`.`events`,
                  `t136`.`value_per_active_day`,
                  `t136`.`events_per_active_day`,
                  `t136`.`value_per_visit`,
                  `t136`.`active_days`,
                  `t136`.`active_weeks`,
                  `t136`.`recent_active_days`,
                  `t136`.`visits`,
                  `t136`.`weekly_variation`,
                  `t136`.`longest_gap`,
                  `t136`.`gap_variation`,
                  `t136`.`weekday_entropy`,
                  `t136`.`value_change`,
                  `t136`.`recent_share`,
                  `t136`.`days_change`,
                  `t136`.`acceleration`,
                  `t136`.`value_against_history`,
                  `t136`.`weekly_slope`,
                  `t136`.`days_since_last`,
                  `t136`.`recency_ratio`,
                  `t136`.`recency_share`,
                  `t136`.`tenure_days`,
                  `t136`.`span_days`,
                  `t136`.`season_ratio`,
                  `t136`.`weekend_share`,
                  `t136`.`features_used`,
                  `t136`.`core_features_used`,
                  `t136`.`recent_features`,
                  `t136`.`areas_used`,
                  `t136`.`features_adopted`,
                  `t136`.`click_concentration`,
                  `t94`.`window_id` AS `window_id__again`,
                  `t94`.`customer_id` AS `customer_id__again`,
                  `t94`.`feature_clicks`,
                  `t94`.`clicks_per_feature`,
                  `t94`.`minutes_per_feature`,
                  `t94`.`core_click_share`
                FROM (
                  SELECT
                    `t134`.*
                    EXCEPT (`customer_id__again`, `window_id__again`)
                  FROM (
                    SELECT
                      `t130`.`window_id`,
                      `t130`.`customer_id`,
                      `t130`.`active`,
                      `t130`.`value`,
                      `t130`.`minutes`,
                      `t130`.`events`,
                      `t130`.`value_per_active_day`,
                      `t130`.`events_per_active_day`,
                      `t130`.`value_per_visit`,
                      `t130`.`active_days`,
                      `t130`.`active_weeks`,
                      `t130`.`recent_active_days`,
                      `t130`.`visits`,
                      `t130`.`weekly_variation`,
                      `t130`.`longest_gap`,
                      `t130`.`gap_variation`,
                      `t130`.`weekday_entropy`,
                      `t130`.`value_change`,
                      `t130`.`recent_share`,
                      `t130`.`days_change`,
                      `t130`.`acceleration`,
                      `t130`.`value_against_history`,
                      `t130`.`weekly_slope`,
                      `t130`.`days_since_last`,
                      `t130`.`recency_ratio`,
                      `t130`.`recency_share`,
                      `t130`.`tenure_days`,
                      `t130`.`span_days`,
                      `t130`.`season_ratio`,
                      `t130`.`weekend_share`,
                      `t133`.`window_id` AS `window_id__again`,
                      `t133`.`customer_id` AS `customer_id__again`,
                      `t133`.`features_used`,
                      `t133`.`core_features_used`,
                      `t133`.`recent_features`,
                      `t133`.`areas_used`,
                      `t133`.`features_adopted`,
                      `t133`.`click_concentration`
                    FROM (
                      SELECT
                        `t103`.`window_id`,
                        `t103`.`customer_id`,
                        `t103`.`active`,
                        `t103`.`value`,
                        `t103`.`minutes`,
                        `t103`.`events`,
                        ieee_divide(`t103`.`value`, NULLIF(`t103`.`days`, 0)) AS `value_per_active_day`,
                        ieee_divide(`t103`.`events`, NULLIF(`t103`.`days`, 0)) AS `events_per_active_day`,
                        ieee_divide(`t103`.`value`, NULLIF(`t103`.`visits`, 0)) AS `value_per_visit`,
                        `t103`.`days` AS `active_days`,
                        `t103`.`weeks_used` AS `active_weeks`,
                        `t103`.`days_1` AS `recent_active_days`,
                        `t103`.`visits`,
                        SQRT(
                          CASE
                            WHEN (
                              ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CASE
                                      WHEN (
                                        ieee_divide(
                                          ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                          NULLIF(`t103`.`week_total`, 0)
                                        ) * GREATEST(
                                          CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                          1
                                        )
                                      ) < CAST('1000000.0' AS FLOAT64)
                                      THEN ieee_divide(
                                        ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                        NULLIF(`t103`.`week_total`, 0)
                                      ) * GREATEST(
                                        CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                        1
                                      )
                                      WHEN (
                                        ieee_divide(
                                          ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                          NULLIF(`t103`.`week_total`, 0)
                                        ) * GREATEST(
                                          CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                          1
                                        )
                                      ) >= CAST('1000000.0' AS FLOAT64)
                                      THEN CAST('1000000.0' AS FLOAT64)
                                      ELSE NULL
                                    END * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ) - 1.0
                            ) > CAST('0.0' AS FLOAT64)
                            THEN ieee_divide(
                              CAST(CAST(FLOOR(
                                (
                                  CASE
                                    WHEN (
                                      ieee_divide(
                                        ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                        NULLIF(`t103`.`week_total`, 0)
                                      ) * GREATEST(
                                        CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                        1
                                      )
                                    ) < CAST('1000000.0' AS FLOAT64)
                                    THEN ieee_divide(
                                      ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                      NULLIF(`t103`.`week_total`, 0)
                                    ) * GREATEST(
                                      CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                      1
                                    )
                                    WHEN (
                                      ieee_divide(
                                        ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                        NULLIF(`t103`.`week_total`, 0)
                                      ) * GREATEST(
                                        CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                        1
                                      )
                                    ) >= CAST('1000000.0' AS FLOAT64)
                                    THEN CAST('1000000.0' AS FLOAT64)
                                    ELSE NULL
                                  END * 1000000000
                                ) + 0.5
                              ) AS INT64) AS FLOAT64),
                              1000000000
                            ) - 1.0
                            WHEN (
                              ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CASE
                                      WHEN (
                                        ieee_divide(
                                          ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                          NULLIF(`t103`.`week_total`, 0)
                                        ) * GREATEST(
                                          CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                          1
                                        )
                                      ) < CAST('1000000.0' AS FLOAT64)
                                      THEN ieee_divide(
                                        ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                        NULLIF(`t103`.`week_total`, 0)
                                      ) * GREATEST(
                                        CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                        1
                                      )
                                      WHEN (
                                        ieee_divide(
                                          ieee_divide(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                          NULLIF(`t103`.`week_total`, 0)
                                        ) * GREATEST(
                                          CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                          1
                                        )
                                      ) >= CAST('1000000.0' AS FLOAT64)
                                      THEN CAST('1000000.0' AS FLOAT64)
                                      ELSE NULL
                                    END * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ) - 1.0
                            ) <= CAST('0.0' AS FLOAT64)
                            THEN CAST('0.0' AS FLOAT64)
                            ELSE NULL
                          END
                        ) AS `weekly_variation`,
                        CASE
                          WHEN `t103`.`newest` > COALESCE(`t103`.`gap_most`, 0)
                          THEN `t103`.`newest`
                          WHEN `t103`.`newest` <= COALESCE(`t103`.`gap_most`, 0)
                          THEN COALESCE(`t103`.`gap_most`, 0)
                          ELSE NULL
                        END - 1 AS `longest_gap`,
                        IF(
                          `t103`.`gaps` >= 2,
                          ieee_divide(
                            SQRT(
                              CAST((
                                `t103`.`gap_squares` * `t103`.`gaps`
                              ) - (
                                `t103`.`gap_total` * `t103`.`gap_total`
                              ) AS FLOAT64)
                            ),
                            NULLIF(`t103`.`gap_total`, 0)
                          ),
                          CAST(NULL AS FLOAT64)
                        ) AS `gap_variation`,
                        ieee_divide(
                          CASE
                            WHEN (
                              LN(CAST(NULLIF(`t103`.`days`, 0) AS FLOAT64)) - ieee_divide(
                                ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_0` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_0` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_1` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_1` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_2` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_2` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_3` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_3` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_4` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_4` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_5` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_5` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_6` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_6` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ),
                                CAST(NULLIF(`t103`.`days`, 0) AS FLOAT64)
                              )
                            ) > CAST('0.0' AS FLOAT64)
                            THEN LN(CAST(NULLIF(`t103`.`days`, 0) AS FLOAT64)) - ieee_divide(
                              ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_0` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_0` AS FLOAT64), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ) + ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_1` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_1` AS FLOAT64), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ) + ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_2` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_2` AS FLOAT64), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ) + ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_3` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_3` AS FLOAT64), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ) + ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_4` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_4` AS FLOAT64), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ) + ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_5` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_5` AS FLOAT64), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ) + ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_6` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_6` AS FLOAT64), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS INT64) AS FLOAT64),
                                1000000000
                              ),
                              CAST(NULLIF(`t103`.`days`, 0) AS FLOAT64)
                            )
                            WHEN (
                              LN(CAST(NULLIF(`t103`.`days`, 0) AS FLOAT64)) - ieee_divide(
                                ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_0` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_0` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_1` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_1` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_2` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_2` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_3` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_3` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_4` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_4` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_5` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_5` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ) + ieee_divide(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_6` AS FLOAT64) * LN(GREATEST(CAST(`t103`.`weekday_6` AS FLOAT64), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS INT64) AS FLOAT64),
                                  1000000000
                                ),
                                CAST(NULLIF(`t103`.`days`, 0) AS FLOAT64)
                              )
                            ) <= CAST('0.0' AS FLOAT64)
                            THEN CAST('0.0' AS FLOAT64)
                            ELSE NULL
                          END,
                          1.9459101490553132
                        ) AS `weekday_entropy`,
                        ieee_divide(
                          COALESCE(`t103`.`value_1`, 0.0) - COALESCE(`t103`.`value_2`, 0.0),
                          NULLIF(COALESCE(`t103`.`value_1`, 0.0) + COALESCE(`t103`.`value_2`, 0.0), 0)
                        ) AS `value_change`,
                        ieee_divide(COALESCE(`t103`.`value_1`, 0.0), NULLIF(`t103`.`value`, 0)) AS `recent_share`,
                        ieee_divide(
                          `t103`.`days_1` - `t103`.`days_2`,
                          CAST(NULLIF(`t103`.`days_1` + `t103`.`days_2`, 0) AS FLOAT64)
                        ) AS `days_change`,
                        IF(
                          DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY) >= 90,
                          ieee_divide(
                            (
                              COALESCE(`t103`.`value_1`, 0.0) - (
                                COALESCE(`t103`.`value_2`, 0.0) * 2
                              )
                            ) + COALESCE(`t103`.`value_3`, 0.0),
                            NULLIF(
                              COALESCE(`t103`.`value_1`, 0.0) + COALESCE(`t103`.`value_2`, 0.0) + COALESCE(`t103`.`value_3`, 0.0),
                              0
                            )
                          ),
                          CAST(NULL AS FLOAT64)
                        ) AS `acceleration`,
                        IF(
                          (
                            `t103`.`first_age` > 30
                          ) AND (
                            `t103`.`days` > 0
                          ),
                          ieee_divide(
                            COALESCE(`t103`.`value_ever_1`, 0.0),
                            NULLIF(ieee_divide(`t103`.`value_ever` * 30, `t103`.`first_age`), 0)
                          ),
                          CAST(NULL AS FLOAT64)
                        ) AS `value_against_history`,
                        ieee_divide(
                          ieee_divide(
                            `t103`.`week_trend` - (
                              ieee_divide(
                                GREATEST(
                                  CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                  1
                                ) - 1,
                                2.0
                              ) * `t103`.`week_total`
                            ),
                            NULLIF(
                              ieee_divide(
                                GREATEST(
                                  CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                  1
                                ) * (
                                  (
                                    GREATEST(
                                      CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                      1
                                    ) * GREATEST(
                                      CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                      1
                                    )
                                  ) - 1
                                ),
                                12.0
                              ),
                              0
                            )
                          ),
                          NULLIF(
                            ieee_divide(
                              `t103`.`week_total`,
                              GREATEST(
                                CAST(FLOOR(ieee_divide(DATE_DIFF(`t103`.`as_of`, `t103`.`past_start`, DAY), 7)) AS INT64),
                                1
                              )
                            ),
                            0
                          )
                        ) AS `weekly_slope`,
                        `t103`.`last_age` - 1 AS `days_since_last`,
                        IF(
                          `t103`.`days` >= 3,
                          ieee_divide(
                            `t103`.`newest`,
                            NULLIF(
                              ieee_divide(`t103`.`oldest` - `t103`.`newest`, CAST(NULLIF(`t103`.`days` - 1, 0) AS FLOAT64)),
                              0
                            )
                          ),
                          CAST(NULL AS FLOAT64)
                        ) AS `recency_ratio`,
                        IF(
                          `t103`.`days` > 0,
                          ieee_divide(CAST(`t103`.`last_age` AS FLOAT64), CAST(`t103`.`first_age` AS FLOAT64)),
                          CAST(NULL AS FLOAT64)
                        ) AS `recency_share`,
                        `t103`.`first_age` AS `tenure_days`,
                        `t103`.`first_age` - `t103`.`last_age` AS `span_days`,
                        IF(
                          `t103`.`first_age` >= 364,
                          ieee_divide(COALESCE(`t103`.`value_season`, 0.0) * 4, NULLIF(`t103`.`value_year`, 0)),
                          CAST(NULL AS FLOAT64)
                        ) AS `season_ratio`,
                        ieee_divide(CAST(`t103`.`weekday_5` + `t103`.`weekday_6` AS FLOAT64), NULLIF(`t103`.`days`, 0)) AS `weekend_share`
                      FROM (
                        SELECT
                          `t102`.*
                          EXCEPT (`customer_id__again`, `window_id__again`)
                        FROM (
                          SELECT
                            `t78`.`window_id`,
                            `t78`.`customer_id`,
                            `t78`.`as_of`,
                            `t78`.`past_start`,
                            `t78`.`active`,
                            `t78`.`days`,
                            `t78`.`days_1`,
                            `t78`.`days_2`,
                            `t78`.`newest`,
                            `t78`.`oldest`,
                            `t78`.`gaps`,
                            `t78`.`gap_total`,
                            `t78`.`gap_squares`,
                            `t78`.`gap_most`,
                            `t78`.`first_age`,
                            `t78`.`last_age`,
                            `t78`.`weekday_0`,
                            `t78`.`weekday_1`,
                            `t78`.`weekday_2`,
                            `t78`.`weekday_3`,
                            `t78`.`weekday_4`,
                            `t78`.`weekday_5`,
                            `t78`.`weekday_6`,
                            `t78`.`value`,
                            `t78`.`value_1`,
                            `t78`.`value_2`,
                            `t78`.`value_3`,
                            `t78`.`value_ever`,
                            `t78`.`value_ever_1`,
                            `t78`.`value_year`,
                            `t78`.`value_season`,
                            `t78`.`minutes`,
                            `t78`.`events`,
                            `t78`.`visits`,
                            `t98`.`window_id` AS `window_id__again`,
                            `t98`.`customer_id` AS `customer_id__again`,
                            `t98`.`weeks_used`,
                            `t98`.`week_total`,
                            `t98`.`week_trend`,
                            `t98`.`week_squares`
                          FROM (
                            SELECT
                              `t75`.*
                              EXCEPT (`customer_id__again`, `window_id__again`)
                            FROM (
                              SELECT
                                `t10`.`window_id`,
                                `t10`.`customer_id`,
                                `t10`.`as_of`,
                                `t10`.`past_start`,
                                `t10`.`active`,
                                `t72`.`window_id` AS `window_id__again`,
                                `t72`.`customer_id` AS `customer_id__again`,
                                `t72`.`days`,
                                `t72`.`days_1`,
                                `t72`.`days_2`,
                                `t72`.`newest`,
                                `t72`.`oldest`,
                                `t72`.`gaps`,
                                `t72`.`gap_total`,
                                `t72`.`gap_squares`,
                                `t72`.`gap_most`,
                                `t72`.`first_age`,
                                `t72`.`last_age`,
                                `t72`.`weekday_0`,
                                `t72`.`weekday_1`,
                                `t72`.`weekday_2`,
                                `t72`.`weekday_3`,
                                `t72`.`weekday_4`,
                                `t72`.`weekday_5`,
                                `t72`.`weekday_6`,
                                `t72`.`value`,
                                `t72`.`value_1`,
                                `t72`.`value_2`,
                                `t72`.`value_3`,
                                `t72`.`value_ever`,
                                `t72`.`value_ever_1`,
                                `t72`.`value_year`,
                                `t72`.`value_season`,
                                `t72`.`minutes`,
                                `t72`.`events`,
                                `t72`.`visits`
                              FROM `valuecast_anchors` AS `t10`
                              LEFT OUTER JOIN (
                                SELECT
                                  `t52`.`window_id`,
                                  `t52`.`customer_id`,
                                  COUNTIF(`t52`.`inside`) AS `days`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`age` > 0
                                  ) AND (
                                    `t52`.`age` <= 30
                                  )) AS `days_1`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`age` > 30
                                  ) AND (
                                    `t52`.`age` <= 60
                                  )) AS `days_2`,
                                  MIN(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `newest`,
                                  MAX(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `oldest`,
                                  COUNT(`t52`.`gap`) AS `gaps`,
                                  SUM(`t52`.`gap`) AS `gap_total`,
                                  SUM(`t52`.`gap` * `t52`.`gap`) AS `gap_squares`,
                                  MAX(`t52`.`gap`) AS `gap_most`,
                                  MAX(`t52`.`age`) AS `first_age`,
                                  MIN(`t52`.`age`) AS `last_age`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`weekday` = 0
                                  )) AS `weekday_0`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`weekday` = 1
                                  )) AS `weekday_1`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`weekday` = 2
                                  )) AS `weekday_2`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`weekday` = 3
                                  )) AS `weekday_3`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`weekday` = 4
                                  )) AS `weekday_4`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`weekday` = 5
                                  )) AS `weekday_5`,
                                  COUNTIF(`t52`.`inside` AND (
                                    `t52`.`weekday` = 6
                                  )) AS `weekday_6`,
                                  ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                                  ieee_divide(
                                    CAST(SUM(
                                      IF(
                                        `t52`.`inside` AND (
                                          `t52`.`age` > 0
                                        ) AND (
                                          `t52`.`age` <= 30
                                        ),
                                        `t52`.`value`,
                                        NULL
                                      )
                                    ) AS FLOAT64),
                                    1000
                                  ) AS `value_1`,
                                  ieee_divide(
                                    CAST(SUM(
                                      IF(
                                        `t52`.`inside` AND (
                                          `t52`.`age` > 30
                                        ) AND (
                                          `t52`.`age` <= 60
                                        ),
                                        `t52`.`value`,
                                        NULL
                                      )
                                    ) AS FLOAT64),
                                    1000
                                  ) AS `value_2`,
                                  ieee_divide(
                                    CAST(SUM(
                                      IF(
                                        `t52`.`inside` AND (
                                          `t52`.`age` > 60
                                        ) AND (
                                          `t52`.`age` <= 90
                                        ),
                                        `t52`.`value`,
                                        NULL
                                      )
                                    ) AS FLOAT64),
                                    1000
                                  ) AS `value_3`,
                                  ieee_divide(CAST(SUM(`t52`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                                  ieee_divide(CAST(SUM(IF(`t52`.`age` <= 30, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                                  ieee_divide(CAST(SUM(IF(`t52`.`age` <= 364, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                                  ieee_divide(
                                    CAST(SUM(IF((
                                      `t52`.`age` > 273
                                    ) AND (
                                      `t52`.`age` <= 364
                                    ), `t52`.`value`, NULL)) AS FLOAT64),
                                    1000
                                  ) AS `value_season`,
                                  ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                                  ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                                  ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                                FROM (
                                  SELECT
                                    `t43`.`customer_id`,
                                    `t43`.`value`,
                                    `t43`.`minutes`,
                                    `t43`.`events`,
                                    `t43`.`active_members`,
                                    `t43`.`on`,
                                    `t43`.`before`,
                                    `t43`.`weekday`,
                                    `t43`.`window_id`,
                                    `t43`.`as_of`,
                                    `t43`.`past_start`,
                                    DATE_DIFF(`t43`.`as_of`, `t43`.`on`, DAY) AS `age`,
                                    `t43`.`on` >= `t43`.`past_start` AS `inside`,
                                    IF(
                                      `t43`.`before` >= `t43`.`past_start`,
                                      DATE_DIFF(`t43`.`on`, `t43`.`before`, DAY),
                                      CAST(NULL AS INT64)
                                    ) AS `gap`
                                  FROM (
                                    SELECT
                                      `t31`.`customer_id`,
                                      `t31`.`value`,
                                      `t31`.`minutes`,
                                      `t31`.`events`,
                                      `t31`.`active_members`,
                                      `t31`.`on`,
                                      `t31`.`before`,
                                      `t31`.`weekday`,
                                      `t18`.`window_id`,
                                      `t18`.`as_of`,
                                      `t18`.`past_start`
                                    FROM (
                                      SELECT
                                        `t6`.`customer_id`,
                                        CAST(FLOOR((
                                          `t6`.`value` * 1000
                                        ) + 0.5) AS INT64) AS `value`,
                                        CAST(FLOOR((
                                          `t6`.`minutes` * 1000
                                        ) + 0.5) AS INT64) AS `minutes`,
                                        CAST(FLOOR((
                                          `t6`.`events` * 1000
                                        ) + 0.5) AS INT64) AS `events`,
                                        CAST(FLOOR((
                                          `t6`.`active_members` * 1000
                                        ) + 0.5) AS INT64) AS `active_members`,
                                        `t6`.`day` AS `on`,
                                        LAG(`t6`.`day`) OVER (PARTITION BY `t6`.`customer_id` ORDER BY `t6`.`day` ASC) AS `before`,
                                        MOD((
                                          MOD(DATE_DIFF(`t6`.`day`, DATE(2000, 1, 3), DAY), 7)
                                        ) + 7, 7) AS `weekday`
                                      FROM `activity` AS `t6`
                                    ) AS `t31`
                                    INNER JOIN (
                                      SELECT DISTINCT
                                        `t2`.`window_id`,
                                        `t2`.`as_of`,
                                        `t2`.`past_start`
                                      FROM `valuecast_anchors` AS `t2`
                                    ) AS `t18`
                                      ON `t31`.`on` < `t18`.`as_of`
                                  ) AS `t43`
                                ) AS `t52`
                                GROUP BY
                                  1,
                                  2
                              ) AS `t72`
                                ON `t10`.`window_id` = `t72`.`window_id`
                                AND `t10`.`customer_id` = `t72`.`customer_id`
                            ) AS `t75`
                          ) AS `t78`
                          LEFT OUTER JOIN (
                            SELECT
                              `t82`.`window_id`,
                              `t82`.`customer_id`,
                              COUNT(*) AS `weeks_used`,
                              ieee_divide(CAST(SUM(IF(`t82`.`whole`, `t82`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                              ieee_divide(
                                CAST(SUM(
                                  IF(
                                    `t82`.`whole`,
                                    `t82`.`value` * (
                                      (
                                        `t82`.`weeks` - 1
                                      ) - `t82`.`week`
                                    ),
                                    NULL
                                  )
                                ) AS FLOAT64),
                                1000
                              ) AS `week_trend`,
                              ieee_divide(
                                (
                                  (
                                    (
                                      CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`high`, NULL)) AS FLOAT64) * 16777216
                                    ) + (
                                      CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`low`, NULL)) AS FLOAT64) * 2
                                    )
                                  ) * 16777216
                                ) + CAST(SUM(IF(`t82`.`whole`, `t82`.`low` * `t82`.`low`, NULL)) AS FLOAT64),
                                1000000.0
                              ) AS `week_squares`
                            FROM (
                              SELECT
                                `t70`.`window_id`,
                                `t70`.`customer_id`,
                                `t70`.`week`,
                                `t70`.`value`,
                                `t70`.`weeks`,
                                CAST(FLOOR(
                                  ieee_divide(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                ) AS INT64) AS `high`,
                                LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496) - (
                                  CAST(FLOOR(
                                    ieee_divide(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                  ) AS INT64) * 16777216
                                ) AS `low`,
                                `t70`.`week` < `t70`.`weeks` AS `whole`
                              FROM (
                                SELECT
                                  `t56`.`window_id`,
                                  `t56`.`customer_id`,
                                  `t56`.`week`,
                                  SUM(`t56`.`value`) AS `value`,
                                  GREATEST(
                                    CAST(FLOOR(ieee_divide(DATE_DIFF(MAX(`t56`.`as_of`), MAX(`t56`.`past_start`), DAY), 7)) AS INT64),
                                    1
                                  ) AS `weeks`
                                FROM (
                                  SELECT
                                    `t37`.`customer_id`,
                                    `t37`.`on`,
                                    `t37`.`value`,
                                    `t37`.`window_id`,
                                    `t37`.`as_of`,
                                    `t37`.`past_start`,
                                    CAST(FLOOR(ieee_divide(DATE_DIFF(`t37`.`as_of`, `t37`.`on`, DAY) - 1, 7)) AS INT64) AS `week`
                                  FROM (
                                    SELECT
                                      `t26`.`customer_id`,
                                      `t26`.`on`,
                                      `t26`.`value`,
                                      `t18`.`window_id`,
                                      `t18`.`as_of`,
                                      `t18`.`past_start`
                                    FROM (
                                      SELECT
                                        `t6`.`customer_id`,
                                        `t6`.`day` AS `on`,
                                        CAST(FLOOR((
                                          `t6`.`value` * 1000
                                        ) + 0.5) AS INT64) AS `value`
                                      FROM `activity` AS `t6`
                                    ) AS `t26`
                                    INNER JOIN (
                                      SELECT DISTINCT
                                        `t2`.`window_id`,
                                        `t2`.`as_of`,
                                        `t2`.`past_start`
                                      FROM `valuecast_anchors` AS `t2`
                                    ) AS `t18`
                                      ON `t26`.`on` < `t18`.`as_of` AND `t26`.`on` >= `t18`.`past_start`
                                  ) AS `t37`
                                ) AS `t56`
                                GROUP BY
                                  1,
                                  2,
                                  3
                              ) AS `t70`
                            ) AS `t82`
                            GROUP BY
                              1,
                              2
                          ) AS `t98`
                            ON `t78`.`window_id` = `t98`.`window_id`
                            AND `t78`.`customer_id` = `t98`.`customer_id`
                        ) AS `t102`
                      ) AS `t103`
                    ) AS `t130`
                    LEFT OUTER JOIN (
                      SELECT
                        `t131`.*
                        EXCEPT (`customer_id__again`, `window_id__again`)
                      FROM (
                        SELECT
                          `t128`.`window_id`,
                          `t128`.`customer_id`,
                          `t128`.`features_used`,
                          `t128`.`core_features_used`,
                          `t128`.`recent_features`,
                          `t128`.`areas_used`,
                          `t128`.`features_adopted`,
                          `t100`.`window_id` AS `window_id__again`,
                          `t100`.`customer_id` AS `customer_id__again`,
                          `t100`.`click_concentration`
                        FROM (
                          SELECT
                            `t126`.*
                            EXCEPT (`customer_id__again`, `window_id__again`)
                          FROM (
                            SELECT
                              `t123`.`window_id`,
                              `t123`.`customer_id`,
                              `t123`.`features_used`,
                              `t123`.`core_features_used`,
                              `t123`.`recent_features`,
                              `t123`.`areas_used`,
                              `t49`.`window_id` AS `window_id__again`,
                              `t49`.`customer_id` AS `customer_id__again`,
                              `t49`.`features_adopted`
                            FROM (
                              SELECT
                                `t121`.*
                                EXCEPT (`customer_id__again`, `window_id__again`)
                              FROM (
                                SELECT
                                  `t118`.`window_id`,
                                  `t118`.`customer_id`,
                                  `t118`.`features_used`,
                                  `t118`.`core_features_used`,
                                  `t118`.`recent_features`,
                                  `t87`.`window_id` AS `window_id__again`,
                                  `t87`.`customer_id` AS `customer_id__again`,
                                  `t87`.`areas_used`
                                FROM (
                                  SELECT
                                    `t112`.`window_id`,
                                    `t112`.`customer_id`,
                                    `t112`.`features_used`,
                                    `t112`.`core_features_used`,
                                    `t112`.`recent_features`
                                  FROM (
                                    SELECT
                                      `t109`.`window_id`,
                                      `t109`.`customer_id`,
                                      `t85`.`window_id` AS `window_id__again`,
                                      `t85`.`customer_id` AS `customer_id__again`,
                                      `t85`.`features_used`,
                                      `t85`.`core_features_used`,
                                      `t85`.`recent_features`
                                    FROM (
                                      SELECT
                                        `t103`.`window_id`,
                                        `t103`.`customer_id`
                                      FROM (
                                        SELECT
                                          `t102`.*
                                          EXCEPT (`customer_id__again`, `window_id__again`)
                                        FROM (
                                          SELECT
                                            `t78`.`window_id`,
                                            `t78`.`customer_id`,
                                            `t78`.`as_of`,
                                            `t78`.`past_start`,
                                            `t78`.`active`,
                                            `t78`.`days`,
                                            `t78`.`days_1`,
                                            `t78`.`days_2`,
                                            `t78`.`newest`,
                                            `t78`.`oldest`,
                                            `t78`.`gaps`,
                                            `t78`.`gap_total`,
                                            `t78`.`gap_squares`,
                                            `t78`.`gap_most`,
                                            `t78`.`first_age`,
                                            `t78`.`last_age`,
                                            `t78`.`weekday_0`,
                                            `t78`.`weekday_1`,
                                            `t78`.`weekday_2`,
                                            `t78`.`weekday_3`,
                                            `t78`.`weekday_4`,
                                            `t78`.`weekday_5`,
                                            `t78`.`weekday_6`,
                                            `t78`.`value`,
                                            `t78`.`value_1`,
                                            `t78`.`value_2`,
                                            `t78`.`value_3`,
                                            `t78`.`value_ever`,
                                            `t78`.`value_ever_1`,
                                            `t78`.`value_year`,
                                            `t78`.`value_season`,
                                            `t78`.`minutes`,
                                            `t78`.`events`,
                                            `t78`.`visits`,
                                            `t98`.`window_id` AS `window_id__again`,
                                            `t98`.`customer_id` AS `customer_id__again`,
                                            `t98`.`weeks_used`,
                                            `t98`.`week_total`,
                                            `t98`.`week_trend`,
                                            `t98`.`week_squares`
                                          FROM (
                                            SELECT
                                              `t75`.*
                                              EXCEPT (`customer_id__again`, `window_id__again`)
                                            FROM (
                                              SELECT
                                                `t10`.`window_id`,
                                                `t10`.`customer_id`,
                                                `t10`.`as_of`,
                                                `t10`.`past_start`,
                                                `t10`.`active`,
                                                `t72`.`window_id` AS `window_id__again`,
                                                `t72`.`customer_id` AS `customer_id__again`,
                                                `t72`.`days`,
                                                `t72`.`days_1`,
                                                `t72`.`days_2`,
                                                `t72`.`newest`,
                                                `t72`.`oldest`,
                                                `t72`.`gaps`,
                                                `t72`.`gap_total`,
                                                `t72`.`gap_squares`,
                                                `t72`.`gap_most`,
                                                `t72`.`first_age`,
                                                `t72`.`last_age`,
                                                `t72`.`weekday_0`,
                                                `t72`.`weekday_1`,
                                                `t72`.`weekday_2`,
                                                `t72`.`weekday_3`,
                                                `t72`.`weekday_4`,
                                                `t72`.`weekday_5`,
                                                `t72`.`weekday_6`,
                                                `t72`.`value`,
                                                `t72`.`value_1`,
                                                `t72`.`value_2`,
                                                `t72`.`value_3`,
                                                `t72`.`value_ever`,
                                                `t72`.`value_ever_1`,
                                                `t72`.`value_year`,
                                                `t72`.`value_season`,
                                                `t72`.`minutes`,
                                                `t72`.`events`,
                                                `t72`.`visits`
                                              FROM `valuecast_anchors` AS `t10`
                                              LEFT OUTER JOIN (
                                                SELECT
                                                  `t52`.`window_id`,
                                                  `t52`.`customer_id`,
                                                  COUNTIF(`t52`.`inside`) AS `days`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`age` > 0
                                                  ) AND (
                                                    `t52`.`age` <= 30
                                                  )) AS `days_1`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`age` > 30
                                                  ) AND (
                                                    `t52`.`age` <= 60
                                                  )) AS `days_2`,
                                                  MIN(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `newest`,
                                                  MAX(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `oldest`,
                                                  COUNT(`t52`.`gap`) AS `gaps`,
                                                  SUM(`t52`.`gap`) AS `gap_total`,
                                                  SUM(`t52`.`gap` * `t52`.`gap`) AS `gap_squares`,
                                                  MAX(`t52`.`gap`) AS `gap_most`,
                                                  MAX(`t52`.`age`) AS `first_age`,
                                                  MIN(`t52`.`age`) AS `last_age`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 0
                                                  )) AS `weekday_0`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 1
                                                  )) AS `weekday_1`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 2
                                                  )) AS `weekday_2`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 3
                                                  )) AS `weekday_3`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 4
                                                  )) AS `weekday_4`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 5
                                                  )) AS `weekday_5`,
                                                  COUNTIF(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 6
                                                  )) AS `weekday_6`,
                                                  ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                                                  ieee_divide(
                                                    CAST(SUM(
                                                      IF(
                                                        `t52`.`inside` AND (
                                                          `t52`.`age` > 0
                                                        ) AND (
                                                          `t52`.`age` <= 30
                                                        ),
                                                        `t52`.`value`,
                                                        NULL
                                                      )
                                                    ) AS FLOAT64),
                                                    1000
                                                  ) AS `value_1`,
                                                  ieee_divide(
                                                    CAST(SUM(
                                                      IF(
                                                        `t52`.`inside` AND (
                                                          `t52`.`age` > 30
                                                        ) AND (
                                                          `t52`.`age` <= 60
                                                        ),
                                                        `t52`.`value`,
                                                        NULL
                                                      )
                                                    ) AS FLOAT64),
                                                    1000
                                                  ) AS `value_2`,
                                                  ieee_divide(
                                                    CAST(SUM(
                                                      IF(
                                                        `t52`.`inside` AND (
                                                          `t52`.`age` > 60
                                                        ) AND (
                                                          `t52`.`age` <= 90
                                                        ),
                                                        `t52`.`value`,
                                                        NULL
                                                      )
                                                    ) AS FLOAT64),
                                                    1000
                                                  ) AS `value_3`,
                                                  ieee_divide(CAST(SUM(`t52`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                                                  ieee_divide(CAST(SUM(IF(`t52`.`age` <= 30, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                                                  ieee_divide(CAST(SUM(IF(`t52`.`age` <= 364, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                                                  ieee_divide(
                                                    CAST(SUM(IF((
                                                      `t52`.`age` > 273
                                                    ) AND (
                                                      `t52`.`age` <= 364
                                                    ), `t52`.`value`, NULL)) AS FLOAT64),
                                                    1000
                                                  ) AS `value_season`,
                                                  ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                                                  ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                                                  ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                                                FROM (
                                                  SELECT
                                                    `t43`.`customer_id`,
                                                    `t43`.`value`,
                                                    `t43`.`minutes`,
                                                    `t43`.`events`,
                                                    `t43`.`active_members`,
                                                    `t43`.`on`,
                                                    `t43`.`before`,
                                                    `t43`.`weekday`,
                                                    `t43`.`window_id`,
                                                    `t43`.`as_of`,
                                                    `t43`.`past_start`,
                                                    DATE_DIFF(`t43`.`as_of`, `t43`.`on`, DAY) AS `age`,
                                                    `t43`.`on` >= `t43`.`past_start` AS `inside`,
                                                    IF(
                                                      `t43`.`before` >= `t43`.`past_start`,
                                                      DATE_DIFF(`t43`.`on`, `t43`.`before`, DAY),
                                                      CAST(NULL AS INT64)
                                                    ) AS `gap`
                                                  FROM (
                                                    SELECT
                                                      `t31`.`customer_id`,
                                                      `t31`.`value`,
                                                      `t31`.`minutes`,
                                                      `t31`.`events`,
                                                      `t31`.`active_members`,
                                                      `t31`.`on`,
                                                      `t31`.`before`,
                                                      `t31`.`weekday`,
                                                      `t18`.`window_id`,
                                                      `t18`.`as_of`,
                                                      `t18`.`past_start`
                                                    FROM (
                                                      SELECT
                                                        `t6`.`customer_id`,
                                                        CAST(FLOOR((
                                                          `t6`.`value` * 1000
                                                        ) + 0.5) AS INT64) AS `value`,
                                                        CAST(FLOOR((
                                                          `t6`.`minutes` * 1000
                                                        ) + 0.5) AS INT64) AS `minutes`,
                                                        CAST(FLOOR((
                                                          `t6`.`events` * 1000
                                                        ) + 0.5) AS INT64) AS `events`,
                                                        CAST(FLOOR((
                                                          `t6`.`active_members` * 1000
                                                        ) + 0.5) AS INT64) AS `active_members`,
                                                        `t6`.`day` AS `on`,
                                                        LAG(`t6`.`day`) OVER (PARTITION BY `t6`.`customer_id` ORDER BY `t6`.`day` ASC) AS `before`,
                                                        MOD((
                                                          MOD(DATE_DIFF(`t6`.`day`, DATE(2000, 1, 3), DAY), 7)
                                                        ) + 7, 7) AS `weekday`
                                                      FROM `activity` AS `t6`
                                                    ) AS `t31`
                                                    INNER JOIN (
                                                      SELECT DISTINCT
                                                        `t2`.`window_id`,
                                                        `t2`.`as_of`,
                                                        `t2`.`past_start`
                                                      FROM `valuecast_anchors` AS `t2`
                                                    ) AS `t18`
                                                      ON `t31`.`on` < `t18`.`as_of`
                                                  ) AS `t43`
                                                ) AS `t52`
                                                GROUP BY
                                                  1,
                                                  2
                                              ) AS `t72`
                                                ON `t10`.`window_id` = `t72`.`window_id`
                                                AND `t10`.`customer_id` = `t72`.`customer_id`
                                            ) AS `t75`
                                          ) AS `t78`
                                          LEFT OUTER JOIN (
                                            SELECT
                                              `t82`.`window_id`,
                                              `t82`.`customer_id`,
                                              COUNT(*) AS `weeks_used`,
                                              ieee_divide(CAST(SUM(IF(`t82`.`whole`, `t82`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                                              ieee_divide(
                                                CAST(SUM(
                                                  IF(
                                                    `t82`.`whole`,
                                                    `t82`.`value` * (
                                                      (
                                                        `t82`.`weeks` - 1
                                                      ) - `t82`.`week`
                                                    ),
                                                    NULL
                                                  )
                                                ) AS FLOAT64),
                                                1000
                                              ) AS `week_trend`,
                                              ieee_divide(
                                                (
                                                  (
                                                    (
                                                      CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`high`, NULL)) AS FLOAT64) * 16777216
                                                    ) + (
                                                      CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`low`, NULL)) AS FLOAT64) * 2
                                                    )
                                                  ) * 16777216
                                                ) + CAST(SUM(IF(`t82`.`whole`, `t82`.`low` * `t82`.`low`, NULL)) AS FLOAT64),
                                                1000000.0
                                              ) AS `week_squares`
                                            FROM (
                                              SELECT
                                                `t70`.`window_id`,
                                                `t70`.`customer_id`,
                                                `t70`.`week`,
                                                `t70`.`value`,
                                                `t70`.`weeks`,
                                                CAST(FLOOR(
                                                  ieee_divide(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                ) AS INT64) AS `high`,
                                                LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496) - (
                                                  CAST(FLOOR(
                                                    ieee_divide(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                  ) AS INT64) * 16777216
                                                ) AS `low`,
                                                `t70`.`week` < `t70`.`weeks` AS `whole`
                                              FROM (
                                                SELECT
                                                  `t56`.`window_id`,
                                                  `t56`.`customer_id`,
                                                  `t56`.`week`,
                                                  SUM(`t56`.`value`) AS `value`,
                                                  GREATEST(
                                                    CAST(FLOOR(ieee_divide(DATE_DIFF(MAX(`t56`.`as_of`), MAX(`t56`.`past_start`), DAY), 7)) AS INT64),
                                                    1
                                                  ) AS `weeks`
                                                FROM (
                                                  SELECT
                                                    `t37`.`customer_id`,
                                                    `t37`.`on`,
                                                    `t37`.`value`,
                                                    `t37`.`window_id`,
                                                    `t37`.`as_of`,
                                                    `t37`.`past_start`,
                                                    CAST(FLOOR(ieee_divide(DATE_DIFF(`t37`.`as_of`, `t37`.`on`, DAY) - 1, 7)) AS INT64) AS `week`
                                                  FROM (
                                                    SELECT
                                                      `t26`.`customer_id`,
                                                      `t26`.`on`,
                                                      `t26`.`value`,
                                                      `t18`.`window_id`,
                                                      `t18`.`as_of`,
                                                      `t18`.`past_start`
                                                    FROM (
                                                      SELECT
                                                        `t6`.`customer_id`,
                                                        `t6`.`day` AS `on`,
                                                        CAST(FLOOR((
                                                          `t6`.`value` * 1000
                                                        ) + 0.5) AS INT64) AS `value`
                                                      FROM `activity` AS `t6`
                                                    ) AS `t26`
                                                    INNER JOIN (
                                                      SELECT DISTINCT
                                                        `t2`.`window_id`,
                                                        `t2`.`as_of`,
                                                        `t2`.`past_start`
                                                      FROM `valuecast_anchors` AS `t2`
                                                    ) AS `t18`
                                                      ON `t26`.`on` < `t18`.`as_of` AND `t26`.`on` >= `t18`.`past_start`
                                                  ) AS `t37`
                                                ) AS `t56`
                                                GROUP BY
                                                  1,
                                                  2,
                                                  3
                                              ) AS `t70`
                                            ) AS `t82`
                                            GROUP BY
                                              1,
                                              2
                                          ) AS `t98`
                                            ON `t78`.`window_id` = `t98`.`window_id`
                                            AND `t78`.`customer_id` = `t98`.`customer_id`
                                        ) AS `t102`
                                      ) AS `t103`
                                    ) AS `t109`
                                    LEFT OUTER JOIN (
                                      SELECT
                                        `t74`.`window_id`,
                                        `t74`.`customer_id`,
                                        CAST(COUNT(*) AS FLOAT64) AS `features_used`,
                                        CAST(COUNTIF(COALESCE(`t74`.`is_core`, FALSE)) AS FLOAT64) AS `core_features_used`,
                                        CAST(COUNTIF(`t74`.`newest` <= 30) AS FLOAT64) AS `recent_features`
                                      FROM `t73` AS `t74`
                                      GROUP BY
                                        1,
                                        2
                                    ) AS `t85`
                                      ON `t109`.`window_id` = `t85`.`window_id`
                                      AND `t109`.`customer_id` = `t85`.`customer_id`
                                  ) AS `t112`
                                ) AS `t118`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t76`.`window_id`,
                                    `t76`.`customer_id`,
                                    CAST(COUNT(*) AS FLOAT64) AS `areas_used`
                                  FROM (
                                    SELECT DISTINCT
                                      `t74`.`window_id`,
                                      `t74`.`customer_id`,
                                      `t74`.`area`
                                    FROM `t73` AS `t74`
                                    WHERE
                                      `t74`.`area` IS NOT NULL
                                  ) AS `t76`
                                  GROUP BY
                                    1,
                                    2
                                ) AS `t87`
                                  ON `t118`.`window_id` = `t87`.`window_id`
                                  AND `t118`.`customer_id` = `t87`.`customer_id`
                              ) AS `t121`
                            ) AS `t123`
                            LEFT OUTER JOIN (
                              SELECT
                                `t36`.`window_id`,
                                `t36`.`customer_id`,
                                CAST(COUNT(*) AS FLOAT64) AS `features_adopted`
                              FROM (
                                SELECT
                                  `t30`.`customer_id`,
                                  `t30`.`product_feature_id`,
                                  `t30`.`adopted_on`,
                                  `t30`.`window_id`,
                                  `t30`.`as_of`,
                                  `t30`.`past_start`,
                                  DATE_DIFF(`t30`.`as_of`, `t30`.`adopted_on`, DAY) AS `age`,
                                  `t30`.`adopted_on` AS `on`
                                FROM (
                                  SELECT
                                    `t13`.`customer_id`,
                                    `t13`.`product_feature_id`,
                                    `t13`.`adopted_on`,
                                    `t18`.`window_id`,
                                    `t18`.`as_of`,
                                    `t18`.`past_start`
                                  FROM `adoption` AS `t13`
                                  INNER JOIN (
                                    SELECT DISTINCT
                                      `t2`.`window_id`,
                                      `t2`.`as_of`,
                                      `t2`.`past_start`
                                    FROM `valuecast_anchors` AS `t2`
                                  ) AS `t18`
                                    ON `t13`.`adopted_on` < `t18`.`as_of`
                                ) AS `t30`
                              ) AS `t36`
                              GROUP BY
                                1,
                                2
                            ) AS `t49`
                              ON `t123`.`window_id` = `t49`.`window_id`
                              AND `t123`.`customer_id` = `t49`.`customer_id`
                          ) AS `t126`
                        ) AS `t128`
                        LEFT OUTER JOIN (
                          SELECT
                            `t90`.`window_id`,
                            `t90`.`customer_id`,
                            ieee_divide(
                              CAST(SUM(CAST(FLOOR((
                                `t90`.`share` * `t90`.`share` * 1000000000
                              ) + 0.5) AS INT64)) AS FLOAT64),
                              1000000000
                            ) AS `click_concentration`
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t64`.`window_id`,
                                `t64`.`customer_id`,
                                `t64`.`product_feature_id`,
                                `t64`.`newest`,
                                `t64`.`clicks`,
                                ieee_divide(
                                  `t64`.`clicks`,
                                  NULLIF(
                                    ieee_divide(
                                      CAST(SUM(CAST(FLOOR((
                                        `t64`.`clicks` * 1000
                                      ) + 0.5) AS INT64)) OVER (
                                        PARTITION BY `t64`.`window_id`, `t64`.`customer_id`
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS FLOAT64),
                                      1000
                                    ),
                                    0
                                  )
                                ) AS `share`
                              FROM `t60` AS `t64`
                            ) AS `t80`
                            WHERE
                              `t80`.`share` IS NOT NULL
                          ) AS `t90`
                          GROUP BY
                            1,
                            2
                        ) AS `t100`
                          ON `t128`.`window_id` = `t100`.`window_id`
                          AND `t128`.`customer_id` = `t100`.`customer_id`
                      ) AS `t131`
                    ) AS `t133`
                      ON `t130`.`window_id` = `t133`.`window_id`
                      AND `t130`.`customer_id` = `t133`.`customer_id`
                  ) AS `t134`
                ) AS `t136`
                LEFT OUTER JOIN (
                  SELECT
                    `t88`.`window_id`,
                    `t88`.`customer_id`,
                    `t88`.`feature_clicks`,
                    ieee_divide(NULLIF(`t88`.`feature_clicks`, 0), NULLIF(`t88`.`n`, 0)) AS `clicks_per_feature`,
                    ieee_divide(`t88`.`minutes`, NULLIF(`t88`.`used`, 0)) AS `minutes_per_feature`,
                    IF(
                      `t23`.`any_core` > 0,
                      ieee_divide(`t88`.`core_clicks`, NULLIF(`t88`.`feature_clicks`, 0)),
                      CAST(NULL AS FLOAT64)
                    ) AS `core_click_share`
                  FROM (
                    SELECT
                      `t71`.`window_id`,
                      `t71`.`customer_id`,
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          `t71`.`clicks` * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ) AS `feature_clicks`,
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          COALESCE(`t71`.`core_clicks`, 0.0) * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ) AS `core_clicks`,
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          `t71`.`minutes` * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ) AS `minutes`,
                      COUNT(*) AS `used`,
                      COUNTIF(`t71`.`clicks` > 0) AS `n`
                    FROM (
                      SELECT
                        `t55`.`window_id`,
                        `t55`.`customer_id`,
                        `t55`.`product_feature_id`,
                        ieee_divide(
                          CAST(SUM(CAST(FLOOR((
                            `t55`.`clicks` * 1000
                          ) + 0.5) AS INT64)) AS FLOAT64),
                          1000
                        ) AS `clicks`,
                        ieee_divide(
                          CAST(SUM(CAST(FLOOR((
                            `t55`.`minutes` * 1000
                          ) + 0.5) AS INT64)) AS FLOAT64),
                          1000
                        ) AS `minutes`,
                        ieee_divide(
                          CAST(SUM(
                            IF(
                              COALESCE(`t55`.`is_core`, FALSE),
                              CAST(FLOOR((
                                `t55`.`clicks` * 1000
                              ) + 0.5) AS INT64),
                              NULL
                            )
                          ) AS FLOAT64),
                          1000
                        ) AS `core_clicks`
                      FROM (
                        SELECT
                          `t45`.`customer_id`,
                          `t45`.`product_feature_id`,
                          `t45`.`day`,
                          `t45`.`clicks`,
                          `t45`.`minutes`,
                          `t45`.`window_id`,
                          `t45`.`as_of`,
                          `t45`.`past_start`,
                          `t45`.`age`,
                          `t45`.`on`,
                          `t20`.`product_feature_id` AS `product_feature_id_right`,
                          `t20`.`is_core`
                        FROM `t35` AS `t45`
                        LEFT OUTER JOIN (
                          SELECT
                            `t4`.`product_feature_id`,
                            `t4`.`is_core`
                          FROM `product_features` AS `t4`
                        ) AS `t20`
                          ON `t45`.`product_feature_id` = `t20`.`product_feature_id`
                      ) AS `t55`
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS `t71`
                    GROUP BY
                      1,
                      2
                  ) AS `t88`
                  CROSS JOIN (
                    SELECT
                      COUNTIF(`t4`.`is_core`) AS `any_core`
                    FROM `product_features` AS `t4`
                  ) AS `t23`
                ) AS `t94`
                  ON `t136`.`window_id` = `t94`.`window_id`
                  AND `t136`.`customer_id` = `t94`.`customer_id`
              ) AS `t137`
            ) AS `t139`
            LEFT OUTER JOIN (
              SELECT
                `t93`.`window_id`,
                `t93`.`customer_id`,
                ieee_divide(
                  CAST(SUM(CAST(FLOOR((
                    `t93`.`mix` * `t93`.`weight_1` * 1000000000
                  ) + 0.5) AS INT64)) AS FLOAT64),
                  1000000000
                ) AS `use_pattern_1`,
                ieee_divide(
                  CAST(SUM(CAST(FLOOR((
                    `t93`.`mix` * `t93`.`weight_2` * 1000000000
                  ) + 0.5) AS INT64)) AS FLOAT64),
                  1000000000
                ) AS `use_pattern_2`,
                ieee_divide(
                  CAST(SUM(CAST(FLOOR((
                    `t93`.`mix` * `t93`.`weight_3` * 1000000000
                  ) + 0.5) AS INT64)) AS FLOAT64),
                  1000000000
                ) AS `use_pattern_3`
              FROM (
                SELECT
                  `t91`.`window_id`,
                  `t91`.`customer_id`,
                  `t91`.`product_feature_id`,
                  `t91`.`clicks`,
                  `t91`.`mix`,
                  `t8`.`weight_1`,
                  `t8`.`weight_2`,
                  `t8`.`weight_3`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t59`.`window_id`,
                      `t59`.`customer_id`,
                      `t59`.`product_feature_id`,
                      `t59`.`clicks`,
                      SQRT(
                        ieee_divide(
                          `t59`.`clicks`,
                          NULLIF(
                            ieee_divide(
                              CAST(SUM(CAST(FLOOR((
                                `t59`.`clicks` * 1000
                              ) + 0.5) AS INT64)) OVER (
                                PARTITION BY `t59`.`window_id`, `t59`.`customer_id`
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              ) AS FLOAT64),
                              1000
                            ),
                            0
                          )
                        )
                      ) AS `mix`
                    FROM (
                      SELECT
                        `t42`.`window_id`,
                        `t42`.`customer_id`,
                        `t42`.`product_feature_id`,
                        ieee_divide(
                          CAST(SUM(CAST(FLOOR((
                            `t42`.`clicks` * 1000
                          ) + 0.5) AS INT64)) AS FLOAT64),
                          1000
                        ) AS `clicks`
                      FROM `t35` AS `t42`
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS `t59`
                  ) AS `t79`
                  WHERE
                    `t79`.`clicks` > 0
                ) AS `t91`
                INNER JOIN `axes` AS `t8`
                  ON `t91`.`product_feature_id` = `t8`.`product_feature_id`
              ) AS `t93`
              GROUP BY
                1,
                2
            ) AS `t107`
              ON `t139`.`window_id` = `t107`.`window_id`
              AND `t139`.`customer_id` = `t107`.`customer_id`
          ) AS `t140`
        ) AS `t142`
        LEFT OUTER JOIN (
          SELECT
            `t110`.`window_id`,
            `t110`.`customer_id`,
            `t110`.`latest_rating`,
            `t110`.`mean_rating`,
            `t110`.`mean_rating` - `t110`.`earlier` AS `rating_change`,
            CAST('1.0' AS FLOAT64) AS `rated`
          FROM (
            SELECT
              `t106`.`window_id`,
              `t106`.`customer_id`,
              `t106`.`latest_rating`,
              `t106`.`mean_rating`,
              `t65`.`window_id` AS `window_id__again`,
              `t65`.`customer_id` AS `customer_id__again`,
              `t65`.`earlier`
            FROM (
              SELECT
                `t101`.`window_id`,
                `t101`.`customer_id`,
                `t101`.`latest_rating`,
                `t101`.`mean_rating`
              FROM (
                SELECT
                  `t97`.`window_id`,
                  `t97`.`customer_id`,
                  `t97`.`latest_rating`,
                  `t66`.`window_id` AS `window_id__again`,
                  `t66`.`customer_id` AS `customer_id__again`,
                  `t66`.`mean_rating`
                FROM (
                  SELECT
                    `t83`.`window_id`,
                    `t83`.`customer_id`,
                    ieee_divide(
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          `t83`.`rating` * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ),
                      CAST(NULLIF(COUNT(IF(`t83`.`rating` IS NOT NULL, `t83`.`rating`, NULL)), 0) AS FLOAT64)
                    ) AS `latest_rating`
                  FROM (
                    SELECT
                      `t68`.`window_id`,
                      `t68`.`customer_id`,
                      `t68`.`who`,
                      ieee_divide(
                        ieee_divide(
                          CAST(SUM(CAST(FLOOR((
                            `t68`.`rating` * 1000
                          ) + 0.5) AS INT64)) AS FLOAT64),
                          1000
                        ),
                        CAST(NULLIF(COUNT(IF(`t68`.`rating` IS NOT NULL, `t68`.`rating`, NULL)), 0) AS FLOAT64)
                      ) AS `rating`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t46`.`customer_id`,
                          `t46`.`member_id`,
                          `t46`.`rated_on`,
                          `t46`.`rating`,
                          `t46`.`window_id`,
                          `t46`.`as_of`,
                          `t46`.`past_start`,
                          `t46`.`age`,
                          `t46`.`on`,
                          `t46`.`who`,
                          `t54`.`newest`
                        FROM `t39` AS `t46`
                        INNER JOIN (
                          SELECT
                            `t44`.`window_id`,
                            `t44`.`customer_id`,
                            `t44`.`who`,
                            MIN(`t44`.`age`) AS `newest`
                          FROM `t39` AS `t44`
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS `t54`
                          ON `t46`.`window_id` = `t54`.`window_id`
                          AND `t46`.`customer_id` = `t54`.`customer_id`
                          AND `t46`.`who` = `t54`.`who`
                      ) AS `t61`
                      WHERE
                        `t61`.`age` = `t61`.`newest`
                    ) AS `t68`
                    GROUP BY
                      1,
                      2,
                      3
                  ) AS `t83`
                  GROUP BY
                    1,
                    2
                ) AS `t97`
                LEFT OUTER JOIN (
                  SELECT
                    `t41`.`window_id`,
                    `t41`.`customer_id`,
                    ieee_divide(
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          `t41`.`rating` * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ),
                      CAST(NULLIF(COUNT(IF(`t41`.`rating` IS NOT NULL, `t41`.`rating`, NULL)), 0) AS FLOAT64)
                    ) AS `mean_rating`
                  FROM (
                    SELECT
                      `t33`.`customer_id`,
                      `t33`.`member_id`,
                      `t33`.`rated_on`,
                      `t33`.`rating`,
                      `t33`.`window_id`,
                      `t33`.`as_of`,
                      `t33`.`past_start`,
                      DATE_DIFF(`t33`.`as_of`, `t33`.`rated_on`, DAY) AS `age`,
                      `t33`.`rated_on` AS `on`
                    FROM `t27` AS `t33`
                    WHERE
                      `t33`.`rated_on` >= `t33`.`past_start`
                  ) AS `t41`
                  GROUP BY
                    1,
                    2
                ) AS `t66`
                  ON `t97`.`window_id` = `t66`.`window_id`
                  AND `t97`.`customer_id` = `t66`.`customer_id`
              ) AS `t101`
            ) AS `t106`
            LEFT OUTER JOIN (
              SELECT
                `t40`.`window_id`,
                `t40`.`customer_id`,
                ieee_divide(
                  ieee_divide(
                    CAST(SUM(CAST(FLOOR((
                      `t40`.`rating` * 1000
                    ) + 0.5) AS INT64)) AS FLOAT64),
                    1000
                  ),
                  CAST(NULLIF(COUNT(IF(`t40`.`rating` IS NOT NULL, `t40`.`rating`, NULL)), 0) AS FLOAT64)
                ) AS `earlier`
              FROM (
                SELECT
                  `t33`.`customer_id`,
                  `t33`.`member_id`,
                  `t33`.`rated_on`,
                  `t33`.`rating`,
                  `t33`.`window_id`,
                  `t33`.`as_of`,
                  `t33`.`past_start`,
                  DATE_DIFF(`t33`.`as_of`, `t33`.`rated_on`, DAY) AS `age`,
                  `t33`.`rated_on` AS `on`
                FROM `t27` AS `t33`
                WHERE
                  `t33`.`rated_on` < `t33`.`past_start`
              ) AS `t40`
              GROUP BY
                1,
                2
            ) AS `t65`
              ON `t106`.`window_id` = `t65`.`window_id`
              AND `t106`.`customer_id` = `t65`.`customer_id`
          ) AS `t110`
        ) AS `t117`
          ON `t142`.`window_id` = `t117`.`window_id`
          AND `t142`.`customer_id` = `t117`.`customer_id`
      ) AS `t143`
    ) AS `t145`
    LEFT OUTER JOIN (
      SELECT
        `t120`.`window_id`,
        `t120`.`customer_id`,
        CAST(`t120`.`active_members` AS FLOAT64) AS `active_members`,
        CAST(COALESCE(`t120`.`new_members`, 0) AS FLOAT64) AS `new_members`,
        CAST(`t120`.`lost_members` AS FLOAT64) AS `lost_members`,
        ieee_divide(CAST(`t120`.`active_members` AS FLOAT64), CAST(`t120`.`ever` AS FLOAT64)) AS `active_member_share`,
        ieee_divide(CAST(`t120`.`most` AS FLOAT64), CAST(`t120`.`total` AS FLOAT64)) AS `top_member_share`
      FROM (
        SELECT
          `t119`.*
          EXCEPT (`customer_id__again`, `window_id__again`)
        FROM (
          SELECT
            `t115`.`window_id`,
            `t115`.`customer_id`,
            `t115`.`active_members`,
            `t115`.`lost_members`,
            `t115`.`most`,
            `t115`.`total`,
            `t53`.`window_id` AS `window_id__again`,
            `t53`.`customer_id` AS `customer_id__again`,
            `t53`.`new_members`,
            `t53`.`ever`
          FROM (
            SELECT
              `t111`.*
              EXCEPT (`customer_id__again`, `window_id__again`)
            FROM (
              SELECT
                `t109`.`window_id`,
                `t109`.`customer_id`,
                `t58`.`window_id` AS `window_id__again`,
                `t58`.`customer_id` AS `customer_id__again`,
                `t58`.`active_members`,
                `t58`.`lost_members`,
                `t58`.`most`,
                `t58`.`total`
              FROM (
                SELECT
                  `t103`.`window_id`,
                  `t103`.`customer_id`
                FROM (
                  SELECT
                    `t102`.*
                    EXCEPT (`customer_id__again`, `window_id__again`)
                  FROM (
                    SELECT
                      `t78`.`window_id`,
                      `t78`.`customer_id`,
                      `t78`.`as_of`,
                      `t78`.`past_start`,
                      `t78`.`active`,
                      `t78`.`days`,
                      `t78`.`days_1`,
                      `t78`.`days_2`,
                      `t78`.`newest`,
                      `t78`.`oldest`,
                      `t78`.`gaps`,
                      `t78`.`gap_total`,
                      `t78`.`gap_squares`,
                      `t78`.`gap_most`,
                      `t78`.`first_age`,
                      `t78`.`last_age`,
                      `t78`.`weekday_0`,
                      `t78`.`weekday_1`,
                      `t78`.`weekday_2`,
                      `t78`.`weekday_3`,
                      `t78`.`weekday_4`,
                      `t78`.`weekday_5`,
                      `t78`.`weekday_6`,
                      `t78`.`value`,
                      `t78`.`value_1`,
                      `t78`.`value_2`,
                      `t78`.`value_3`,
                      `t78`.`value_ever`,
                      `t78`.`value_ever_1`,
                      `t78`.`value_year`,
                      `t78`.`value_season`,
                      `t78`.`minutes`,
                      `t78`.`events`,
                      `t78`.`visits`,
                      `t98`.`window_id` AS `window_id__again`,
                      `t98`.`customer_id` AS `customer_id__again`,
                      `t98`.`weeks_used`,
                      `t98`.`week_total`,
                      `t98`.`week_trend`,
                      `t98`.`week_squares`
                    FROM (
                      SELECT
                        `t75`.*
                        EXCEPT (`customer_id__again`, `window_id__again`)
                      FROM (
                        SELECT
                          `t10`.`window_id`,
                          `t10`.`customer_id`,
                          `t10`.`as_of`,
                          `t10`.`past_start`,
                          `t10`.`active`,
                          `t72`.`window_id` AS `window_id__again`,
                          `t72`.`customer_id` AS `customer_id__again`,
                          `t72`.`days`,
                          `t72`.`days_1`,
                          `t72`.`days_2`,
                          `t72`.`newest`,
                          `t72`.`oldest`,
                          `t72`.`gaps`,
                          `t72`.`gap_total`,
                          `t72`.`gap_squares`,
                          `t72`.`gap_most`,
                          `t72`.`first_age`,
                          `t72`.`last_age`,
                          `t72`.`weekday_0`,
                          `t72`.`weekday_1`,
                          `t72`.`weekday_2`,
                          `t72`.`weekday_3`,
                          `t72`.`weekday_4`,
                          `t72`.`weekday_5`,
                          `t72`.`weekday_6`,
                          `t72`.`value`,
                          `t72`.`value_1`,
                          `t72`.`value_2`,
                          `t72`.`value_3`,
                          `t72`.`value_ever`,
                          `t72`.`value_ever_1`,
                          `t72`.`value_year`,
                          `t72`.`value_season`,
                          `t72`.`minutes`,
                          `t72`.`events`,
                          `t72`.`visits`
                        FROM `valuecast_anchors` AS `t10`
                        LEFT OUTER JOIN (
                          SELECT
                            `t52`.`window_id`,
                            `t52`.`customer_id`,
                            COUNTIF(`t52`.`inside`) AS `days`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`age` > 0
                            ) AND (
                              `t52`.`age` <= 30
                            )) AS `days_1`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`age` > 30
                            ) AND (
                              `t52`.`age` <= 60
                            )) AS `days_2`,
                            MIN(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `newest`,
                            MAX(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `oldest`,
                            COUNT(`t52`.`gap`) AS `gaps`,
                            SUM(`t52`.`gap`) AS `gap_total`,
                            SUM(`t52`.`gap` * `t52`.`gap`) AS `gap_squares`,
                            MAX(`t52`.`gap`) AS `gap_most`,
                            MAX(`t52`.`age`) AS `first_age`,
                            MIN(`t52`.`age`) AS `last_age`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`weekday` = 0
                            )) AS `weekday_0`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`weekday` = 1
                            )) AS `weekday_1`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`weekday` = 2
                            )) AS `weekday_2`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`weekday` = 3
                            )) AS `weekday_3`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`weekday` = 4
                            )) AS `weekday_4`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`weekday` = 5
                            )) AS `weekday_5`,
                            COUNTIF(`t52`.`inside` AND (
                              `t52`.`weekday` = 6
                            )) AS `weekday_6`,
                            ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                            ieee_divide(
                              CAST(SUM(
                                IF(
                                  `t52`.`inside` AND (
                                    `t52`.`age` > 0
                                  ) AND (
                                    `t52`.`age` <= 30
                                  ),
                                  `t52`.`value`,
                                  NULL
                                )
                              ) AS FLOAT64),
                              1000
                            ) AS `value_1`,
                            ieee_divide(
                              CAST(SUM(
                                IF(
                                  `t52`.`inside` AND (
                                    `t52`.`age` > 30
                                  ) AND (
                                    `t52`.`age` <= 60
                                  ),
                                  `t52`.`value`,
                                  NULL
                                )
                              ) AS FLOAT64),
                              1000
                            ) AS `value_2`,
                            ieee_divide(
                              CAST(SUM(
                                IF(
                                  `t52`.`inside` AND (
                                    `t52`.`age` > 60
                                  ) AND (
                                    `t52`.`age` <= 90
                                  ),
                                  `t52`.`value`,
                                  NULL
                                )
                              ) AS FLOAT64),
                              1000
                            ) AS `value_3`,
                            ieee_divide(CAST(SUM(`t52`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                            ieee_divide(CAST(SUM(IF(`t52`.`age` <= 30, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                            ieee_divide(CAST(SUM(IF(`t52`.`age` <= 364, `t52`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                            ieee_divide(
                              CAST(SUM(IF((
                                `t52`.`age` > 273
                              ) AND (
                                `t52`.`age` <= 364
                              ), `t52`.`value`, NULL)) AS FLOAT64),
                              1000
                            ) AS `value_season`,
                            ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                            ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                            ieee_divide(CAST(SUM(IF(`t52`.`inside`, `t52`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                          FROM (
                            SELECT
                              `t43`.`customer_id`,
                              `t43`.`value`,
                              `t43`.`minutes`,
                              `t43`.`events`,
                              `t43`.`active_members`,
                              `t43`.`on`,
                              `t43`.`before`,
                              `t43`.`weekday`,
                              `t43`.`window_id`,
                              `t43`.`as_of`,
                              `t43`.`past_start`,
                              DATE_DIFF(`t43`.`as_of`, `t43`.`on`, DAY) AS `age`,
                              `t43`.`on` >= `t43`.`past_start` AS `inside`,
                              IF(
                                `t43`.`before` >= `t43`.`past_start`,
                                DATE_DIFF(`t43`.`on`, `t43`.`before`, DAY),
                                CAST(NULL AS INT64)
                              ) AS `gap`
                            FROM (
                              SELECT
                                `t31`.`customer_id`,
                                `t31`.`value`,
                                `t31`.`minutes`,
                                `t31`.`events`,
                                `t31`.`active_members`,
                                `t31`.`on`,
                                `t31`.`before`,
                                `t31`.`weekday`,
                                `t18`.`window_id`,
                                `t18`.`as_of`,
                                `t18`.`past_start`
                              FROM (
                                SELECT
                                  `t6`.`customer_id`,
                                  CAST(FLOOR((
                                    `t6`.`value` * 1000
                                  ) + 0.5) AS INT64) AS `value`,
                                  CAST(FLOOR((
                                    `t6`.`minutes` * 1000
                                  ) + 0.5) AS INT64) AS `minutes`,
                                  CAST(FLOOR((
                                    `t6`.`events` * 1000
                                  ) + 0.5) AS INT64) AS `events`,
                                  CAST(FLOOR((
                                    `t6`.`active_members` * 1000
                                  ) + 0.5) AS INT64) AS `active_members`,
                                  `t6`.`day` AS `on`,
                                  LAG(`t6`.`day`) OVER (PARTITION BY `t6`.`customer_id` ORDER BY `t6`.`day` ASC) AS `before`,
                                  MOD((
                                    MOD(DATE_DIFF(`t6`.`day`, DATE(2000, 1, 3), DAY), 7)
                                  ) + 7, 7) AS `weekday`
                                FROM `activity` AS `t6`
                              ) AS `t31`
                              INNER JOIN (
                                SELECT DISTINCT
                                  `t2`.`window_id`,
                                  `t2`.`as_of`,
                                  `t2`.`past_start`
                                FROM `valuecast_anchors` AS `t2`
                              ) AS `t18`
                                ON `t31`.`on` < `t18`.`as_of`
                            ) AS `t43`
                          ) AS `t52`
                          GROUP BY
                            1,
                            2
                        ) AS `t72`
                          ON `t10`.`window_id` = `t72`.`window_id`
                          AND `t10`.`customer_id` = `t72`.`customer_id`
                      ) AS `t75`
                    ) AS `t78`
                    LEFT OUTER JOIN (
                      SELECT
                        `t82`.`window_id`,
                        `t82`.`customer_id`,
                        COUNT(*) AS `weeks_used`,
                        ieee_divide(CAST(SUM(IF(`t82`.`whole`, `t82`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                        ieee_divide(
                          CAST(SUM(
                            IF(
                              `t82`.`whole`,
                              `t82`.`value` * (
                                (
                                  `t82`.`weeks` - 1
                                ) - `t82`.`week`
                              ),
                              NULL
                            )
                          ) AS FLOAT64),
                          1000
                        ) AS `week_trend`,
                        ieee_divide(
                          (
                            (
                              (
                                CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`high`, NULL)) AS FLOAT64) * 16777216
                              ) + (
                                CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`low`, NULL)) AS FLOAT64) * 2
                              )
                            ) * 16777216
                          ) + CAST(SUM(IF(`t82`.`whole`, `t82`.`low` * `t82`.`low`, NULL)) AS FLOAT64),
                          1000000.0
                        ) AS `week_squares`
                      FROM (
                        SELECT
                          `t70`.`window_id`,
                          `t70`.`customer_id`,
                          `t70`.`week`,
                          `t70`.`value`,
                          `t70`.`weeks`,
                          CAST(FLOOR(
                            ieee_divide(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                          ) AS INT64) AS `high`,
                          LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496) - (
                            CAST(FLOOR(
                              ieee_divide(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                            ) AS INT64) * 16777216
                          ) AS `low`,
                          `t70`.`week` < `t70`.`weeks` AS `whole`
                        FROM (
                          SELECT
                            `t56`.`window_id`,
                            `t56`.`customer_id`,
                            `t56`.`week`,
                            SUM(`t56`.`value`) AS `value`,
                            GREATEST(
                              CAST(FLOOR(ieee_divide(DATE_DIFF(MAX(`t56`.`as_of`), MAX(`t56`.`past_start`), DAY), 7)) AS INT64),
                              1
                            ) AS `weeks`
                          FROM (
                            SELECT
                              `t37`.`customer_id`,
                              `t37`.`on`,
                              `t37`.`value`,
                              `t37`.`window_id`,
                              `t37`.`as_of`,
                              `t37`.`past_start`,
                              CAST(FLOOR(ieee_divide(DATE_DIFF(`t37`.`as_of`, `t37`.`on`, DAY) - 1, 7)) AS INT64) AS `week`
                            FROM (
                              SELECT
                                `t26`.`customer_id`,
                                `t26`.`on`,
                                `t26`.`value`,
                                `t18`.`window_id`,
                                `t18`.`as_of`,
                                `t18`.`past_start`
                              FROM (
                                SELECT
                                  `t6`.`customer_id`,
                                  `t6`.`day` AS `on`,
                                  CAST(FLOOR((
                                    `t6`.`value` * 1000
                                  ) + 0.5) AS INT64) AS `value`
                                FROM `activity` AS `t6`
                              ) AS `t26`
                              INNER JOIN (
                                SELECT DISTINCT
                                  `t2`.`window_id`,
                                  `t2`.`as_of`,
                                  `t2`.`past_start`
                                FROM `valuecast_anchors` AS `t2`
                              ) AS `t18`
                                ON `t26`.`on` < `t18`.`as_of` AND `t26`.`on` >= `t18`.`past_start`
                            ) AS `t37`
                          ) AS `t56`
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS `t70`
                      ) AS `t82`
                      GROUP BY
                        1,
                        2
                    ) AS `t98`
                      ON `t78`.`window_id` = `t98`.`window_id`
                      AND `t78`.`customer_id` = `t98`.`customer_id`
                  ) AS `t102`
                ) AS `t103`
              ) AS `t109`
              LEFT OUTER JOIN (
                SELECT
                  `t47`.`window_id`,
                  `t47`.`customer_id`,
                  COUNT(*) AS `active_members`,
                  COUNTIF(`t47`.`newest` > 30) AS `lost_members`,
                  MAX(`t47`.`n`) AS `most`,
                  SUM(`t47`.`n`) AS `total`
                FROM (
                  SELECT
                    `t34`.`window_id`,
                    `t34`.`customer_id`,
                    `t34`.`member_id`,
                    COUNT(*) AS `n`,
                    MIN(`t34`.`age`) AS `newest`
                  FROM (
                    SELECT
                      `t28`.`customer_id`,
                      `t28`.`member_id`,
                      `t28`.`day`,
                      `t28`.`minutes`,
                      `t28`.`events`,
                      `t28`.`window_id`,
                      `t28`.`as_of`,
                      `t28`.`past_start`,
                      DATE_DIFF(`t28`.`as_of`, `t28`.`day`, DAY) AS `age`,
                      `t28`.`day` AS `on`
                    FROM (
                      SELECT
                        `t9`.`customer_id`,
                        `t9`.`member_id`,
                        `t9`.`day`,
                        `t9`.`minutes`,
                        `t9`.`events`,
                        `t18`.`window_id`,
                        `t18`.`as_of`,
                        `t18`.`past_start`
                      FROM `member_activity` AS `t9`
                      INNER JOIN (
                        SELECT DISTINCT
                          `t2`.`window_id`,
                          `t2`.`as_of`,
                          `t2`.`past_start`
                        FROM `valuecast_anchors` AS `t2`
                      ) AS `t18`
                        ON `t9`.`day` < `t18`.`as_of`
                    ) AS `t28`
                    WHERE
                      `t28`.`day` >= `t28`.`past_start`
                  ) AS `t34`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t47`
                GROUP BY
                  1,
                  2
              ) AS `t58`
                ON `t109`.`window_id` = `t58`.`window_id`
                AND `t109`.`customer_id` = `t58`.`customer_id`
            ) AS `t111`
          ) AS `t115`
          LEFT OUTER JOIN (
            SELECT
              `t38`.`window_id`,
              `t38`.`customer_id`,
              COUNTIF(`t38`.`age` <= 30) AS `new_members`,
              COUNT(*) AS `ever`
            FROM (
              SELECT
                `t32`.`customer_id`,
                `t32`.`member_id`,
                `t32`.`first_day`,
                `t32`.`window_id`,
                `t32`.`as_of`,
                `t32`.`past_start`,
                DATE_DIFF(`t32`.`as_of`, `t32`.`first_day`, DAY) AS `age`,
                `t32`.`first_day` AS `on`
              FROM (
                SELECT
                  `t22`.`customer_id`,
                  `t22`.`member_id`,
                  `t22`.`first_day`,
                  `t18`.`window_id`,
                  `t18`.`as_of`,
                  `t18`.`past_start`
                FROM (
                  SELECT
                    `t1`.`customer_id`,
                    `t1`.`member_id`,
                    MIN(`t1`.`day`) AS `first_day`
                  FROM `member_activity` AS `t1`
                  GROUP BY
                    1,
                    2
                ) AS `t22`
                INNER JOIN (
                  SELECT DISTINCT
                    `t2`.`window_id`,
                    `t2`.`as_of`,
                    `t2`.`past_start`
                  FROM `valuecast_anchors` AS `t2`
                ) AS `t18`
                  ON `t22`.`first_day` < `t18`.`as_of`
              ) AS `t32`
            ) AS `t38`
            GROUP BY
              1,
              2
          ) AS `t53`
            ON `t115`.`window_id` = `t53`.`window_id`
            AND `t115`.`customer_id` = `t53`.`customer_id`
        ) AS `t119`
      ) AS `t120`
    ) AS `t125`
      ON `t145`.`window_id` = `t125`.`window_id`
      AND `t145`.`customer_id` = `t125`.`customer_id`
  ) AS `t146`
) AS `t147`
