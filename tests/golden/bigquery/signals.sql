WITH `t24` AS (
  SELECT
    `t7`.`customer_id`,
    `t7`.`day`,
    `t7`.`minutes`,
    `t7`.`events`,
    `t7`.`amount`,
    `t7`.`active_members`,
    `t7`.`value`,
    LAG(`t7`.`day`) OVER (PARTITION BY `t7`.`customer_id` ORDER BY `t7`.`day` ASC) AS `before`
  FROM `activity` AS `t7`
), `t26` AS (
  SELECT
    `t12`.`customer_id`,
    `t12`.`member_id`,
    `t12`.`rated_on`,
    `t12`.`rating`,
    `t11`.`window_id`,
    `t11`.`past_start`,
    `t11`.`as_of`
  FROM `ratings` AS `t12`
  INNER JOIN `in_memory_1` AS `t11`
    ON `t12`.`rated_on` < `t11`.`as_of`
), `t36` AS (
  SELECT
    `t27`.`customer_id`,
    `t27`.`product_feature_id`,
    `t27`.`day`,
    `t27`.`clicks`,
    `t27`.`minutes`,
    `t27`.`window_id`,
    `t27`.`past_start`,
    `t27`.`as_of`,
    DATE_DIFF(`t27`.`as_of`, `t27`.`day`, DAY) AS `age`,
    `t27`.`day` AS `on`
  FROM (
    SELECT
      `t14`.`customer_id`,
      `t14`.`product_feature_id`,
      `t14`.`day`,
      `t14`.`clicks`,
      `t14`.`minutes`,
      `t11`.`window_id`,
      `t11`.`past_start`,
      `t11`.`as_of`
    FROM `product_usage` AS `t14`
    INNER JOIN `in_memory_1` AS `t11`
      ON `t14`.`day` < `t11`.`as_of`
  ) AS `t27`
  WHERE
    `t27`.`day` >= `t27`.`past_start`
), `t40` AS (
  SELECT
    `t30`.`customer_id`,
    `t30`.`member_id`,
    `t30`.`rated_on`,
    `t30`.`rating`,
    `t30`.`window_id`,
    `t30`.`past_start`,
    `t30`.`as_of`,
    DATE_DIFF(`t30`.`as_of`, `t30`.`rated_on`, DAY) AS `age`,
    `t30`.`rated_on` AS `on`,
    COALESCE(`t30`.`member_id`, `t30`.`customer_id`) AS `who`
  FROM `t26` AS `t30`
), `t63` AS (
  SELECT
    `t41`.`window_id`,
    `t41`.`customer_id`,
    `t41`.`product_feature_id`,
    MIN(`t41`.`age`) AS `newest`,
    ieee_divide(
      CAST(SUM(CAST(FLOOR((
        `t41`.`clicks` * 1000
      ) + 0.5) AS INT64)) AS FLOAT64),
      1000
    ) AS `clicks`
  FROM `t36` AS `t41`
  GROUP BY
    1,
    2,
    3
), `t83` AS (
  SELECT
    `t73`.`window_id`,
    `t73`.`customer_id`,
    `t73`.`product_feature_id`,
    `t73`.`newest`,
    `t73`.`clicks`,
    `t21`.`product_feature_id` AS `product_feature_id_right`,
    `t21`.`area`,
    `t21`.`is_core`
  FROM `t63` AS `t73`
  LEFT OUTER JOIN (
    SELECT
      *
    FROM `product_features` AS `t4`
  ) AS `t21`
    ON `t73`.`product_feature_id` = `t21`.`product_feature_id`
)
SELECT
  `t165`.`window_id`,
  `t165`.`customer_id`,
  `t165`.`active`,
  COALESCE(`t165`.`value`, 0.0) AS `value`,
  COALESCE(`t165`.`minutes`, 0.0) AS `minutes`,
  COALESCE(`t165`.`events`, 0.0) AS `events`,
  `t165`.`value_per_active_day`,
  `t165`.`events_per_active_day`,
  `t165`.`value_per_visit`,
  COALESCE(CAST(`t165`.`active_days` AS FLOAT64), 0.0) AS `active_days`,
  COALESCE(CAST(`t165`.`active_weeks` AS FLOAT64), 0.0) AS `active_weeks`,
  COALESCE(CAST(`t165`.`recent_active_days` AS FLOAT64), 0.0) AS `recent_active_days`,
  COALESCE(`t165`.`visits`, 0.0) AS `visits`,
  COALESCE(`t165`.`features_used`, 0.0) AS `features_used`,
  COALESCE(`t165`.`areas_used`, 0.0) AS `areas_used`,
  COALESCE(`t165`.`features_adopted`, 0.0) AS `features_adopted`,
  COALESCE(`t165`.`core_features_used`, 0.0) AS `core_features_used`,
  COALESCE(`t165`.`recent_features`, 0.0) AS `recent_features`,
  `t165`.`click_concentration`,
  COALESCE(`t165`.`feature_clicks`, 0.0) AS `feature_clicks`,
  `t165`.`clicks_per_feature`,
  `t165`.`core_click_share`,
  `t165`.`use_pattern_1`,
  `t165`.`use_pattern_2`,
  `t165`.`use_pattern_3`,
  `t165`.`minutes_per_feature`,
  `t165`.`weekly_variation`,
  CAST(`t165`.`longest_gap` AS FLOAT64) AS `longest_gap`,
  `t165`.`gap_variation`,
  `t165`.`weekday_entropy`,
  `t165`.`value_change`,
  `t165`.`recent_share`,
  `t165`.`weekly_slope`,
  `t165`.`value_against_history`,
  `t165`.`days_change`,
  `t165`.`acceleration`,
  CAST(`t165`.`days_since_last` AS FLOAT64) AS `days_since_last`,
  `t165`.`recency_ratio`,
  `t165`.`recency_share`,
  `t165`.`latest_rating`,
  `t165`.`mean_rating`,
  `t165`.`rating_change`,
  COALESCE(`t165`.`rated`, 0.0) AS `rated`,
  COALESCE(`t165`.`active_members`, 0.0) AS `active_members`,
  COALESCE(`t165`.`new_members`, 0.0) AS `new_members`,
  `t165`.`top_member_share`,
  COALESCE(`t165`.`lost_members`, 0.0) AS `lost_members`,
  `t165`.`active_member_share`,
  CAST(`t165`.`tenure_days` AS FLOAT64) AS `tenure_days`,
  CAST(`t165`.`span_days` AS FLOAT64) AS `span_days`,
  `t165`.`season_ratio`,
  `t165`.`weekend_share`
FROM (
  SELECT
    `t164`.*
    EXCEPT (`customer_id__again`, `window_id__again`)
  FROM (
    SELECT
      `t163`.`window_id`,
      `t163`.`customer_id`,
      `t163`.`active`,
      `t163`.`value`,
      `t163`.`minutes`,
      `t163`.`events`,
      `t163`.`value_per_active_day`,
      `t163`.`events_per_active_day`,
      `t163`.`value_per_visit`,
      `t163`.`active_days`,
      `t163`.`active_weeks`,
      `t163`.`recent_active_days`,
      `t163`.`visits`,
      `t163`.`weekly_variation`,
      `t163`.`longest_gap`,
      `t163`.`gap_variation`,
      `t163`.`weekday_entropy`,
      `t163`.`value_change`,
      `t163`.`recent_share`,
      `t163`.`days_change`,
      `t163`.`acceleration`,
      `t163`.`value_against_history`,
      `t163`.`weekly_slope`,
      `t163`.`days_since_last`,
      `t163`.`recency_ratio`,
      `t163`.`recency_share`,
      `t163`.`tenure_days`,
      `t163`.`span_days`,
      `t163`.`season_ratio`,
      `t163`.`weekend_share`,
      `t163`.`features_used`,
      `t163`.`core_features_used`,
      `t163`.`recent_features`,
      `t163`.`areas_used`,
      `t163`.`features_adopted`,
      `t163`.`click_concentration`,
      `t163`.`feature_clicks`,
      `t163`.`clicks_per_feature`,
      `t163`.`minutes_per_feature`,
      `t163`.`core_click_share`,
      `t163`.`use_pattern_1`,
      `t163`.`use_pattern_2`,
      `t163`.`use_pattern_3`,
      `t163`.`latest_rating`,
      `t163`.`mean_rating`,
      `t163`.`rating_change`,
      `t163`.`rated`,
      `t143`.`window_id` AS `window_id__again`,
      `t143`.`customer_id` AS `customer_id__again`,
      `t143`.`active_members`,
      `t143`.`new_members`,
      `t143`.`lost_members`,
      `t143`.`active_member_share`,
      `t143`.`top_member_share`
    FROM (
      SELECT
        `t161`.*
        EXCEPT (`customer_id__again`, `window_id__again`)
      FROM (
        SELECT
          `t160`.`window_id`,
          `t160`.`customer_id`,
          `t160`.`active`,
          `t160`.`value`,
          `t160`.`minutes`,
          `t160`.`events`,
          `t160`.`value_per_active_day`,
          `t160`.`events_per_active_day`,
          `t160`.`value_per_visit`,
          `t160`.`active_days`,
          `t160`.`active_weeks`,
          `t160`.`recent_active_days`,
          `t160`.`visits`,
          `t160`.`weekly_variation`,
          `t160`.`longest_gap`,
          `t160`.`gap_variation`,
          `t160`.`weekday_entropy`,
          `t160`.`value_change`,
          `t160`.`recent_share`,
          `t160`.`days_change`,
          `t160`.`acceleration`,
          `t160`.`value_against_history`,
          `t160`.`weekly_slope`,
          `t160`.`days_since_last`,
          `t160`.`recency_ratio`,
          `t160`.`recency_share`,
          `t160`.`tenure_days`,
          `t160`.`span_days`,
          `t160`.`season_ratio`,
          `t160`.`weekend_share`,
          `t160`.`features_used`,
          `t160`.`core_features_used`,
          `t160`.`recent_features`,
          `t160`.`areas_used`,
          `t160`.`features_adopted`,
          `t160`.`click_concentration`,
          `t160`.`feature_clicks`,
          `t160`.`clicks_per_feature`,
          `t160`.`minutes_per_feature`,
          `t160`.`core_click_share`,
          `t160`.`use_pattern_1`,
          `t160`.`use_pattern_2`,
          `t160`.`use_pattern_3`,
          `t141`.`window_id` AS `window_id__again`,
          `t141`.`customer_id` AS `customer_id__again`,
          `t141`.`latest_rating`,
          `t141`.`mean_rating`,
          `t141`.`rating_change`,
          `t141`.`rated`
        FROM (
          SELECT
            `t158`.*
            EXCEPT (`customer_id__again`, `window_id__again`)
          FROM (
            SELECT
              `t157`.`window_id`,
              `t157`.`customer_id`,
              `t157`.`active`,
              `t157`.`value`,
              `t157`.`minutes`,
              `t157`.`events`,
              `t157`.`value_per_active_day`,
              `t157`.`events_per_active_day`,
              `t157`.`value_per_visit`,
              `t157`.`active_days`,
              `t157`.`active_weeks`,
              `t157`.`recent_active_days`,
              `t157`.`visits`,
              `t157`.`weekly_variation`,
              `t157`.`longest_gap`,
              `t157`.`gap_variation`,
              `t157`.`weekday_entropy`,
              `t157`.`value_change`,
              `t157`.`recent_share`,
              `t157`.`days_change`,
              `t157`.`acceleration`,
              `t157`.`value_against_history`,
              `t157`.`weekly_slope`,
              `t157`.`days_since_last`,
              `t157`.`recency_ratio`,
              `t157`.`recency_share`,
              `t157`.`tenure_days`,
              `t157`.`span_days`,
              `t157`.`season_ratio`,
              `t157`.`weekend_share`,
              `t157`.`features_used`,
              `t157`.`core_features_used`,
              `t157`.`recent_features`,
              `t157`.`areas_used`,
              `t157`.`features_adopted`,
              `t157`.`click_concentration`,
              `t157`.`feature_clicks`,
              `t157`.`clicks_per_feature`,
              `t157`.`minutes_per_feature`,
              `t157`.`core_click_share`,
              `t132`.`window_id` AS `window_id__again`,
              `t132`.`customer_id` AS `customer_id__again`,
              `t132`.`use_pattern_1`,
              `t132`.`use_pattern_2`,
              `t132`.`use_pattern_3`
            FROM (
              SELECT
                `t155`.*
                EXCEPT (`customer_id__again`, `window_id__again`)
              FROM (
                SELECT
                  `t154`.`window_id`,
                  `t154`.`customer_id`,
                  `t154`.`active`,
                  `t154`.`value`,
                  `t154`.`minutes`,
                  `t154`.`events`,
                  `t154`.`value_per_active_day`,
                  `t154`.`events_per_active_day`,
                  `t154`.`value_per_visit`,
                  `t154`.`active_days`,
                  `t154`.`active_weeks`,
                  `t154`.`recent_active_days`,
                  `t154`.`visits`,
                  `t154`.`weekly_variation`,
                  `t154`.`longest_gap`,
                  `t154`.`gap_variation`,
                  `t154`.`weekday_entropy`,
                  `t154`.`value_change`,
                  `t154`.`recent_share`,
                  `t154`.`days_change`,
                  `t154`.`acceleration`,
                  `t154`.`value_against_history`,
                  `t154`.`weekly_slope`,
                  `t154`.`days_since_last`,
                  `t154`.`recency_ratio`,
                  `t154`.`recency_share`,
                  `t154`.`tenure_days`,
                  `t154`.`span_days`,
                  `t154`.`season_ratio`,
                  `t154`.`weekend_share`,
                  `t154`.`features_used`,
                  `t154`.`core_features_used`,
                  `t154`.`recent_features`,
                  `t154`.`areas_used`,
                  `t154`.`features_adopted`,
                  `t154`.`click_concentration`,
                  `t116`.`window_id` AS `window_id__again`,
                  `t116`.`customer_id` AS `customer_id__again`,
                  `t116`.`feature_clicks`,
                  `t116`.`clicks_per_feature`,
                  `t116`.`minutes_per_feature`,
                  `t116`.`core_click_share`
                FROM (
                  SELECT
                    `t152`.*
                    EXCEPT (`customer_id__again`, `window_id__again`)
                  FROM (
                    SELECT
                      `t151`.`window_id`,
                      `t151`.`customer_id`,
                      `t151`.`active`,
                      `t151`.`value`,
                      `t151`.`minutes`,
                      `t151`.`events`,
                      `t151`.`value_per_active_day`,
                      `t151`.`events_per_active_day`,
                      `t151`.`value_per_visit`,
                      `t151`.`active_days`,
                      `t151`.`active_weeks`,
                      `t151`.`recent_active_days`,
                      `t151`.`visits`,
                      `t151`.`weekly_variation`,
                      `t151`.`longest_gap`,
                      `t151`.`gap_variation`,
                      `t151`.`weekday_entropy`,
                      `t151`.`value_change`,
                      `t151`.`recent_share`,
                      `t151`.`days_change`,
                      `t151`.`acceleration`,
                      `t151`.`value_against_history`,
                      `t151`.`weekly_slope`,
                      `t151`.`days_since_last`,
                      `t151`.`recency_ratio`,
                      `t151`.`recency_share`,
                      `t151`.`tenure_days`,
                      `t151`.`span_days`,
                      `t151`.`season_ratio`,
                      `t151`.`weekend_share`,
                      `t150`.`window_id` AS `window_id__again`,
                      `t150`.`customer_id` AS `customer_id__again`,
                      `t150`.`features_used`,
                      `t150`.`core_features_used`,
                      `t150`.`recent_features`,
                      `t150`.`areas_used`,
                      `t150`.`features_adopted`,
                      `t150`.`click_concentration`
                    FROM (
                      SELECT
                        `t115`.`window_id`,
                        `t115`.`customer_id`,
                        `t115`.`active`,
                        `t115`.`value`,
                        `t115`.`minutes`,
                        `t115`.`events`,
                        ieee_divide(`t115`.`value`, NULLIF(`t115`.`days`, 0)) AS `value_per_active_day`,
                        ieee_divide(`t115`.`events`, NULLIF(`t115`.`days`, 0)) AS `events_per_active_day`,
                        ieee_divide(`t115`.`value`, NULLIF(`t115`.`visits`, 0)) AS `value_per_visit`,
                        `t115`.`days` AS `active_days`,
                        `t115`.`weeks_used` AS `active_weeks`,
                        `t115`.`days_1` AS `recent_active_days`,
                        `t115`.`visits`,
                        SQRT(
                          CASE
                            WHEN (
                              ieee_divide(
                                CAST(CAST(FLOOR(
                                  (
                                    CASE
                                      WHEN (
                                        ieee_divide(
                                          ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                          NULLIF(`t115`.`week_total`, 0)
                                        ) * `t115`.`weeks`
                                      ) < CAST('1000000.0' AS FLOAT64)
                                      THEN ieee_divide(
                                        ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                        NULLIF(`t115`.`week_total`, 0)
                                      ) * `t115`.`weeks`
                                      WHEN (
                                        ieee_divide(
                                          ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                          NULLIF(`t115`.`week_total`, 0)
                                        ) * `t115`.`weeks`
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
                                        ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                        NULLIF(`t115`.`week_total`, 0)
                                      ) * `t115`.`weeks`
                                    ) < CAST('1000000.0' AS FLOAT64)
                                    THEN ieee_divide(
                                      ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                      NULLIF(`t115`.`week_total`, 0)
                                    ) * `t115`.`weeks`
                                    WHEN (
                                      ieee_divide(
                                        ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                        NULLIF(`t115`.`week_total`, 0)
                                      ) * `t115`.`weeks`
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
                                          ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                          NULLIF(`t115`.`week_total`, 0)
                                        ) * `t115`.`weeks`
                                      ) < CAST('1000000.0' AS FLOAT64)
                                      THEN ieee_divide(
                                        ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                        NULLIF(`t115`.`week_total`, 0)
                                      ) * `t115`.`weeks`
                                      WHEN (
                                        ieee_divide(
                                          ieee_divide(`t115`.`week_squares`, NULLIF(`t115`.`week_total`, 0)),
                                          NULLIF(`t115`.`week_total`, 0)
                                        ) * `t115`.`weeks`
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
                          WHEN `t115`.`newest` > COALESCE(`t115`.`gap_most`, 0)
                          THEN `t115`.`newest`
                          WHEN `t115`.`newest` <= COALESCE(`t115`.`gap_most`, 0)
                          THEN COALESCE(`t115`.`gap_most`, 0)
                          ELSE NULL
                        END - 1 AS `longest_gap`,
                        IF(
                          `t115`.`gaps` >= 2,
                          ieee_divide(
                            SQRT(
                              CAST((
                                `t115`.`gap_squares` * `t115`.`gaps`
                              ) - (
                                `t115`.`gap_total` * `t115`.`gap_total`
                              ) AS FLOAT64)
                            ),
                            NULLIF(`t115`.`gap_total`, 0)
                          ),
                          CAST(NULL AS FLOAT64)
                        ) AS `gap_variation`,
                        ieee_divide(
                          CAST(CAST(FLOOR(
                            (
                              ieee_divide(
                                CASE
                                  WHEN (
                                    LN(CAST(NULLIF(`t115`.`days`, 0) AS FLOAT64)) - ieee_divide(
                                      ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_0` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_0` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_1` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_1` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_2` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_2` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_3` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_3` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_4` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_4` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_5` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_5` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_6` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_6` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ),
                                      CAST(NULLIF(`t115`.`days`, 0) AS FLOAT64)
                                    )
                                  ) > CAST('0.0' AS FLOAT64)
                                  THEN LN(CAST(NULLIF(`t115`.`days`, 0) AS FLOAT64)) - ieee_divide(
                                    ieee_divide(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t115`.`weekday_0` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_0` AS FLOAT64), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS INT64) AS FLOAT64),
                                      1000000000
                                    ) + ieee_divide(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t115`.`weekday_1` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_1` AS FLOAT64), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS INT64) AS FLOAT64),
                                      1000000000
                                    ) + ieee_divide(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t115`.`weekday_2` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_2` AS FLOAT64), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS INT64) AS FLOAT64),
                                      1000000000
                                    ) + ieee_divide(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t115`.`weekday_3` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_3` AS FLOAT64), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS INT64) AS FLOAT64),
                                      1000000000
                                    ) + ieee_divide(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t115`.`weekday_4` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_4` AS FLOAT64), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS INT64) AS FLOAT64),
                                      1000000000
                                    ) + ieee_divide(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t115`.`weekday_5` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_5` AS FLOAT64), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS INT64) AS FLOAT64),
                                      1000000000
                                    ) + ieee_divide(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t115`.`weekday_6` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_6` AS FLOAT64), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS INT64) AS FLOAT64),
                                      1000000000
                                    ),
                                    CAST(NULLIF(`t115`.`days`, 0) AS FLOAT64)
                                  )
                                  WHEN (
                                    LN(CAST(NULLIF(`t115`.`days`, 0) AS FLOAT64)) - ieee_divide(
                                      ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_0` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_0` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_1` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_1` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_2` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_2` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_3` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_3` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_4` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_4` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_5` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_5` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ) + ieee_divide(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t115`.`weekday_6` AS FLOAT64) * LN(GREATEST(CAST(`t115`.`weekday_6` AS FLOAT64), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS INT64) AS FLOAT64),
                                        1000000000
                                      ),
                                      CAST(NULLIF(`t115`.`days`, 0) AS FLOAT64)
                                    )
                                  ) <= CAST('0.0' AS FLOAT64)
                                  THEN CAST('0.0' AS FLOAT64)
                                  ELSE NULL
                                END,
                                1.9459101490553132
                              ) * 1000000000
                            ) + 0.5
                          ) AS INT64) AS FLOAT64),
                          1000000000
                        ) AS `weekday_entropy`,
                        ieee_divide(
                          COALESCE(`t115`.`value_1`, 0.0) - COALESCE(`t115`.`value_2`, 0.0),
                          NULLIF(COALESCE(`t115`.`value_1`, 0.0) + COALESCE(`t115`.`value_2`, 0.0), 0)
                        ) AS `value_change`,
                        ieee_divide(COALESCE(`t115`.`value_1`, 0.0), NULLIF(`t115`.`value`, 0)) AS `recent_share`,
                        ieee_divide(
                          `t115`.`days_1` - `t115`.`days_2`,
                          CAST(NULLIF(`t115`.`days_1` + `t115`.`days_2`, 0) AS FLOAT64)
                        ) AS `days_change`,
                        IF(
                          DATE_DIFF(`t115`.`as_of`, `t115`.`past_start`, DAY) >= 90,
                          ieee_divide(
                            (
                              COALESCE(`t115`.`value_1`, 0.0) - (
                                COALESCE(`t115`.`value_2`, 0.0) * 2
                              )
                            ) + COALESCE(`t115`.`value_3`, 0.0),
                            NULLIF(
                              COALESCE(`t115`.`value_1`, 0.0) + COALESCE(`t115`.`value_2`, 0.0) + COALESCE(`t115`.`value_3`, 0.0),
                              0
                            )
                          ),
                          CAST(NULL AS FLOAT64)
                        ) AS `acceleration`,
                        IF(
                          (
                            `t115`.`first_age` > 30
                          ) AND (
                            `t115`.`days` > 0
                          ),
                          ieee_divide(
                            COALESCE(`t115`.`value_ever_1`, 0.0),
                            NULLIF(ieee_divide(`t115`.`value_ever` * 30, `t115`.`first_age`), 0)
                          ),
                          CAST(NULL AS FLOAT64)
                        ) AS `value_against_history`,
                        ieee_divide(
                          ieee_divide(
                            `t115`.`week_trend` - (
                              ieee_divide(`t115`.`weeks` - 1, 2.0) * `t115`.`week_total`
                            ),
                            NULLIF(
                              ieee_divide(`t115`.`weeks` * (
                                (
                                  `t115`.`weeks` * `t115`.`weeks`
                                ) - 1
                              ), 12.0),
                              0
                            )
                          ),
                          NULLIF(ieee_divide(`t115`.`week_total`, `t115`.`weeks`), 0)
                        ) AS `weekly_slope`,
                        `t115`.`last_age` - 1 AS `days_since_last`,
                        IF(
                          `t115`.`days` >= 3,
                          ieee_divide(
                            `t115`.`newest`,
                            NULLIF(
                              ieee_divide(`t115`.`oldest` - `t115`.`newest`, CAST(NULLIF(`t115`.`days` - 1, 0) AS FLOAT64)),
                              0
                            )
                          ),
                          CAST(NULL AS FLOAT64)
                        ) AS `recency_ratio`,
                        IF(
                          `t115`.`days` > 0,
                          ieee_divide(CAST(`t115`.`last_age` AS FLOAT64), CAST(`t115`.`first_age` AS FLOAT64)),
                          CAST(NULL AS FLOAT64)
                        ) AS `recency_share`,
                        `t115`.`first_age` AS `tenure_days`,
                        `t115`.`first_age` - `t115`.`last_age` AS `span_days`,
                        IF(
                          `t115`.`first_age` >= 364,
                          ieee_divide(COALESCE(`t115`.`value_season`, 0.0) * 4, NULLIF(`t115`.`value_year`, 0)),
                          CAST(NULL AS FLOAT64)
                        ) AS `season_ratio`,
                        ieee_divide(CAST(`t115`.`weekday_5` + `t115`.`weekday_6` AS FLOAT64), NULLIF(`t115`.`days`, 0)) AS `weekend_share`
                      FROM (
                        SELECT
                          `t112`.*
                          EXCEPT (`customer_id__again`, `window_id__again`)
                        FROM (
                          SELECT
                            `t102`.`window_id`,
                            `t102`.`customer_id`,
                            `t102`.`as_of`,
                            `t102`.`past_start`,
                            `t102`.`active`,
                            `t102`.`days`,
                            `t102`.`days_1`,
                            `t102`.`days_2`,
                            `t102`.`newest`,
                            `t102`.`oldest`,
                            `t102`.`gaps`,
                            `t102`.`gap_total`,
                            `t102`.`gap_squares`,
                            `t102`.`gap_most`,
                            `t102`.`first_age`,
                            `t102`.`last_age`,
                            `t102`.`weekday_0`,
                            `t102`.`weekday_1`,
                            `t102`.`weekday_2`,
                            `t102`.`weekday_3`,
                            `t102`.`weekday_4`,
                            `t102`.`weekday_5`,
                            `t102`.`weekday_6`,
                            `t102`.`value`,
                            `t102`.`value_1`,
                            `t102`.`value_2`,
                            `t102`.`value_3`,
                            `t102`.`value_ever`,
                            `t102`.`value_ever_1`,
                            `t102`.`value_year`,
                            `t102`.`value_season`,
                            `t102`.`minutes`,
                            `t102`.`events`,
                            `t102`.`visits`,
                            `t110`.`customer_id` AS `customer_id__again`,
                            `t110`.`weeks_used`,
                            `t110`.`week_total`,
                            `t110`.`week_trend`,
                            `t110`.`week_squares`,
                            `t110`.`weeks`,
                            `t110`.`window_id` AS `window_id__again`
                          FROM (
                            SELECT
                              `t91`.*
                              EXCEPT (`customer_id__again`, `window_id__again`)
                            FROM (
                              SELECT
                                `t13`.`window_id`,
                                `t13`.`customer_id`,
                                `t13`.`as_of`,
                                `t13`.`past_start`,
                                `t13`.`active`,
                                `t86`.`customer_id` AS `customer_id__again`,
                                `t86`.`days`,
                                `t86`.`days_1`,
                                `t86`.`days_2`,
                                `t86`.`newest`,
                                `t86`.`oldest`,
                                `t86`.`gaps`,
                                `t86`.`gap_total`,
                                `t86`.`gap_squares`,
                                `t86`.`gap_most`,
                                `t86`.`first_age`,
                                `t86`.`last_age`,
                                `t86`.`weekday_0`,
                                `t86`.`weekday_1`,
                                `t86`.`weekday_2`,
                                `t86`.`weekday_3`,
                                `t86`.`weekday_4`,
                                `t86`.`weekday_5`,
                                `t86`.`weekday_6`,
                                `t86`.`value`,
                                `t86`.`value_1`,
                                `t86`.`value_2`,
                                `t86`.`value_3`,
                                `t86`.`value_ever`,
                                `t86`.`value_ever_1`,
                                `t86`.`value_year`,
                                `t86`.`value_season`,
                                `t86`.`minutes`,
                                `t86`.`events`,
                                `t86`.`visits`,
                                `t86`.`window_id` AS `window_id__again`
                              FROM `valuecast_anchors` AS `t13`
                              LEFT OUTER JOIN (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    `t74`.`customer_id`,
                                    `t74`.`days`,
                                    `t74`.`days_1`,
                                    `t74`.`days_2`,
                                    `t74`.`newest`,
                                    `t74`.`oldest`,
                                    `t74`.`gaps`,
                                    `t74`.`gap_total`,
                                    `t74`.`gap_squares`,
                                    `t74`.`gap_most`,
                                    `t74`.`first_age`,
                                    `t74`.`last_age`,
                                    `t74`.`weekday_0`,
                                    `t74`.`weekday_1`,
                                    `t74`.`weekday_2`,
                                    `t74`.`weekday_3`,
                                    `t74`.`weekday_4`,
                                    `t74`.`weekday_5`,
                                    `t74`.`weekday_6`,
                                    `t74`.`value`,
                                    `t74`.`value_1`,
                                    `t74`.`value_2`,
                                    `t74`.`value_3`,
                                    `t74`.`value_ever`,
                                    `t74`.`value_ever_1`,
                                    `t74`.`value_year`,
                                    `t74`.`value_season`,
                                    `t74`.`minutes`,
                                    `t74`.`events`,
                                    `t74`.`visits`,
                                    'today' AS `window_id`
                                  FROM (
                                    SELECT
                                      `t50`.`customer_id`,
                                      COUNTIF(`t50`.`inside`) AS `days`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`age` > 0
                                      ) AND (
                                        `t50`.`age` <= 30
                                      )) AS `days_1`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`age` > 30
                                      ) AND (
                                        `t50`.`age` <= 60
                                      )) AS `days_2`,
                                      MIN(IF(`t50`.`inside`, `t50`.`age`, NULL)) AS `newest`,
                                      MAX(IF(`t50`.`inside`, `t50`.`age`, NULL)) AS `oldest`,
                                      COUNT(`t50`.`gap`) AS `gaps`,
                                      SUM(`t50`.`gap`) AS `gap_total`,
                                      SUM(`t50`.`gap` * `t50`.`gap`) AS `gap_squares`,
                                      MAX(`t50`.`gap`) AS `gap_most`,
                                      MAX(`t50`.`age`) AS `first_age`,
                                      MIN(`t50`.`age`) AS `last_age`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`weekday` = 0
                                      )) AS `weekday_0`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`weekday` = 1
                                      )) AS `weekday_1`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`weekday` = 2
                                      )) AS `weekday_2`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`weekday` = 3
                                      )) AS `weekday_3`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`weekday` = 4
                                      )) AS `weekday_4`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`weekday` = 5
                                      )) AS `weekday_5`,
                                      COUNTIF(`t50`.`inside` AND (
                                        `t50`.`weekday` = 6
                                      )) AS `weekday_6`,
                                      ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                                      ieee_divide(
                                        CAST(SUM(
                                          IF(
                                            `t50`.`inside` AND (
                                              `t50`.`age` > 0
                                            ) AND (
                                              `t50`.`age` <= 30
                                            ),
                                            `t50`.`value`,
                                            NULL
                                          )
                                        ) AS FLOAT64),
                                        1000
                                      ) AS `value_1`,
                                      ieee_divide(
                                        CAST(SUM(
                                          IF(
                                            `t50`.`inside` AND (
                                              `t50`.`age` > 30
                                            ) AND (
                                              `t50`.`age` <= 60
                                            ),
                                            `t50`.`value`,
                                            NULL
                                          )
                                        ) AS FLOAT64),
                                        1000
                                      ) AS `value_2`,
                                      ieee_divide(
                                        CAST(SUM(
                                          IF(
                                            `t50`.`inside` AND (
                                              `t50`.`age` > 60
                                            ) AND (
                                              `t50`.`age` <= 90
                                            ),
                                            `t50`.`value`,
                                            NULL
                                          )
                                        ) AS FLOAT64),
                                        1000
                                      ) AS `value_3`,
                                      ieee_divide(CAST(SUM(`t50`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                                      ieee_divide(CAST(SUM(IF(`t50`.`age` <= 30, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                                      ieee_divide(CAST(SUM(IF(`t50`.`age` <= 364, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                                      ieee_divide(
                                        CAST(SUM(IF((
                                          `t50`.`age` > 273
                                        ) AND (
                                          `t50`.`age` <= 364
                                        ), `t50`.`value`, NULL)) AS FLOAT64),
                                        1000
                                      ) AS `value_season`,
                                      ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                                      ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                                      ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                                    FROM (
                                      SELECT
                                        `t28`.`customer_id`,
                                        CAST(FLOOR((
                                          `t28`.`value` * 1000
                                        ) + 0.5) AS INT64) AS `value`,
                                        CAST(FLOOR((
                                          `t28`.`minutes` * 1000
                                        ) + 0.5) AS INT64) AS `minutes`,
                                        CAST(FLOOR((
                                          `t28`.`events` * 1000
                                        ) + 0.5) AS INT64) AS `events`,
                                        CAST(FLOOR((
                                          `t28`.`active_members` * 1000
                                        ) + 0.5) AS INT64) AS `active_members`,
                                        DATE_DIFF(DATE(2024, 11, 1), `t28`.`day`, DAY) AS `age`,
                                        `t28`.`day` >= DATE(2024, 8, 1) AS `inside`,
                                        IF(
                                          `t28`.`before` >= DATE(2024, 8, 1),
                                          DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                          CAST(NULL AS INT64)
                                        ) AS `gap`,
                                        MOD((
                                          MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                        ) + 7, 7) AS `weekday`
                                      FROM `t24` AS `t28`
                                      WHERE
                                        `t28`.`day` < DATE(2024, 11, 1)
                                    ) AS `t50`
                                    GROUP BY
                                      1
                                  ) AS `t74`
                                ) AS `t78`
                                UNION ALL
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      `t75`.`customer_id`,
                                      `t75`.`days`,
                                      `t75`.`days_1`,
                                      `t75`.`days_2`,
                                      `t75`.`newest`,
                                      `t75`.`oldest`,
                                      `t75`.`gaps`,
                                      `t75`.`gap_total`,
                                      `t75`.`gap_squares`,
                                      `t75`.`gap_most`,
                                      `t75`.`first_age`,
                                      `t75`.`last_age`,
                                      `t75`.`weekday_0`,
                                      `t75`.`weekday_1`,
                                      `t75`.`weekday_2`,
                                      `t75`.`weekday_3`,
                                      `t75`.`weekday_4`,
                                      `t75`.`weekday_5`,
                                      `t75`.`weekday_6`,
                                      `t75`.`value`,
                                      `t75`.`value_1`,
                                      `t75`.`value_2`,
                                      `t75`.`value_3`,
                                      `t75`.`value_ever`,
                                      `t75`.`value_ever_1`,
                                      `t75`.`value_year`,
                                      `t75`.`value_season`,
                                      `t75`.`minutes`,
                                      `t75`.`events`,
                                      `t75`.`visits`,
                                      'W2' AS `window_id`
                                    FROM (
                                      SELECT
                                        `t51`.`customer_id`,
                                        COUNTIF(`t51`.`inside`) AS `days`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`age` > 0
                                        ) AND (
                                          `t51`.`age` <= 30
                                        )) AS `days_1`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`age` > 30
                                        ) AND (
                                          `t51`.`age` <= 60
                                        )) AS `days_2`,
                                        MIN(IF(`t51`.`inside`, `t51`.`age`, NULL)) AS `newest`,
                                        MAX(IF(`t51`.`inside`, `t51`.`age`, NULL)) AS `oldest`,
                                        COUNT(`t51`.`gap`) AS `gaps`,
                                        SUM(`t51`.`gap`) AS `gap_total`,
                                        SUM(`t51`.`gap` * `t51`.`gap`) AS `gap_squares`,
                                        MAX(`t51`.`gap`) AS `gap_most`,
                                        MAX(`t51`.`age`) AS `first_age`,
                                        MIN(`t51`.`age`) AS `last_age`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`weekday` = 0
                                        )) AS `weekday_0`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`weekday` = 1
                                        )) AS `weekday_1`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`weekday` = 2
                                        )) AS `weekday_2`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`weekday` = 3
                                        )) AS `weekday_3`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`weekday` = 4
                                        )) AS `weekday_4`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`weekday` = 5
                                        )) AS `weekday_5`,
                                        COUNTIF(`t51`.`inside` AND (
                                          `t51`.`weekday` = 6
                                        )) AS `weekday_6`,
                                        ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                                        ieee_divide(
                                          CAST(SUM(
                                            IF(
                                              `t51`.`inside` AND (
                                                `t51`.`age` > 0
                                              ) AND (
                                                `t51`.`age` <= 30
                                              ),
                                              `t51`.`value`,
                                              NULL
                                            )
                                          ) AS FLOAT64),
                                          1000
                                        ) AS `value_1`,
                                        ieee_divide(
                                          CAST(SUM(
                                            IF(
                                              `t51`.`inside` AND (
                                                `t51`.`age` > 30
                                              ) AND (
                                                `t51`.`age` <= 60
                                              ),
                                              `t51`.`value`,
                                              NULL
                                            )
                                          ) AS FLOAT64),
                                          1000
                                        ) AS `value_2`,
                                        ieee_divide(
                                          CAST(SUM(
                                            IF(
                                              `t51`.`inside` AND (
                                                `t51`.`age` > 60
                                              ) AND (
                                                `t51`.`age` <= 90
                                              ),
                                              `t51`.`value`,
                                              NULL
                                            )
                                          ) AS FLOAT64),
                                          1000
                                        ) AS `value_3`,
                                        ieee_divide(CAST(SUM(`t51`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                                        ieee_divide(CAST(SUM(IF(`t51`.`age` <= 30, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                                        ieee_divide(CAST(SUM(IF(`t51`.`age` <= 364, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                                        ieee_divide(
                                          CAST(SUM(IF((
                                            `t51`.`age` > 273
                                          ) AND (
                                            `t51`.`age` <= 364
                                          ), `t51`.`value`, NULL)) AS FLOAT64),
                                          1000
                                        ) AS `value_season`,
                                        ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                                        ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                                        ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                                      FROM (
                                        SELECT
                                          `t28`.`customer_id`,
                                          CAST(FLOOR((
                                            `t28`.`value` * 1000
                                          ) + 0.5) AS INT64) AS `value`,
                                          CAST(FLOOR((
                                            `t28`.`minutes` * 1000
                                          ) + 0.5) AS INT64) AS `minutes`,
                                          CAST(FLOOR((
                                            `t28`.`events` * 1000
                                          ) + 0.5) AS INT64) AS `events`,
                                          CAST(FLOOR((
                                            `t28`.`active_members` * 1000
                                          ) + 0.5) AS INT64) AS `active_members`,
                                          DATE_DIFF(DATE(2024, 9, 1), `t28`.`day`, DAY) AS `age`,
                                          `t28`.`day` >= DATE(2024, 6, 1) AS `inside`,
                                          IF(
                                            `t28`.`before` >= DATE(2024, 6, 1),
                                            DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                            CAST(NULL AS INT64)
                                          ) AS `gap`,
                                          MOD((
                                            MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                          ) + 7, 7) AS `weekday`
                                        FROM `t24` AS `t28`
                                        WHERE
                                          `t28`.`day` < DATE(2024, 9, 1)
                                      ) AS `t51`
                                      GROUP BY
                                        1
                                    ) AS `t75`
                                  ) AS `t79`
                                  UNION ALL
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      `t76`.`customer_id`,
                                      `t76`.`days`,
                                      `t76`.`days_1`,
                                      `t76`.`days_2`,
                                      `t76`.`newest`,
                                      `t76`.`oldest`,
                                      `t76`.`gaps`,
                                      `t76`.`gap_total`,
                                      `t76`.`gap_squares`,
                                      `t76`.`gap_most`,
                                      `t76`.`first_age`,
                                      `t76`.`last_age`,
                                      `t76`.`weekday_0`,
                                      `t76`.`weekday_1`,
                                      `t76`.`weekday_2`,
                                      `t76`.`weekday_3`,
                                      `t76`.`weekday_4`,
                                      `t76`.`weekday_5`,
                                      `t76`.`weekday_6`,
                                      `t76`.`value`,
                                      `t76`.`value_1`,
                                      `t76`.`value_2`,
                                      `t76`.`value_3`,
                                      `t76`.`value_ever`,
                                      `t76`.`value_ever_1`,
                                      `t76`.`value_year`,
                                      `t76`.`value_season`,
                                      `t76`.`minutes`,
                                      `t76`.`events`,
                                      `t76`.`visits`,
                                      'W3' AS `window_id`
                                    FROM (
                                      SELECT
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
                                          `t28`.`customer_id`,
                                          CAST(FLOOR((
                                            `t28`.`value` * 1000
                                          ) + 0.5) AS INT64) AS `value`,
                                          CAST(FLOOR((
                                            `t28`.`minutes` * 1000
                                          ) + 0.5) AS INT64) AS `minutes`,
                                          CAST(FLOOR((
                                            `t28`.`events` * 1000
                                          ) + 0.5) AS INT64) AS `events`,
                                          CAST(FLOOR((
                                            `t28`.`active_members` * 1000
                                          ) + 0.5) AS INT64) AS `active_members`,
                                          DATE_DIFF(DATE(2024, 10, 1), `t28`.`day`, DAY) AS `age`,
                                          `t28`.`day` >= DATE(2024, 7, 1) AS `inside`,
                                          IF(
                                            `t28`.`before` >= DATE(2024, 7, 1),
                                            DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                            CAST(NULL AS INT64)
                                          ) AS `gap`,
                                          MOD((
                                            MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                          ) + 7, 7) AS `weekday`
                                        FROM `t24` AS `t28`
                                        WHERE
                                          `t28`.`day` < DATE(2024, 10, 1)
                                      ) AS `t52`
                                      GROUP BY
                                        1
                                    ) AS `t76`
                                  ) AS `t80`
                                ) AS `t82`
                              ) AS `t86`
                                ON `t13`.`window_id` = `t86`.`window_id`
                                AND `t13`.`customer_id` = `t86`.`customer_id`
                            ) AS `t91`
                          ) AS `t102`
                          LEFT OUTER JOIN (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t88`.`customer_id`,
                                `t88`.`weeks_used`,
                                `t88`.`week_total`,
                                `t88`.`week_trend`,
                                `t88`.`week_squares`,
                                `t88`.`weeks`,
                                'today' AS `window_id`
                              FROM (
                                SELECT
                                  `t64`.`customer_id`,
                                  COUNT(*) AS `weeks_used`,
                                  ieee_divide(CAST(SUM(IF(`t64`.`whole`, `t64`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                                  ieee_divide(
                                    CAST(SUM(IF(`t64`.`whole`, `t64`.`value` * (
                                      12 - `t64`.`week`
                                    ), NULL)) AS FLOAT64),
                                    1000
                                  ) AS `week_trend`,
                                  ieee_divide(
                                    (
                                      (
                                        (
                                          CAST(SUM(IF(`t64`.`whole`, `t64`.`high` * `t64`.`high`, NULL)) AS FLOAT64) * 16777216
                                        ) + (
                                          CAST(SUM(IF(`t64`.`whole`, `t64`.`high` * `t64`.`low`, NULL)) AS FLOAT64) * 2
                                        )
                                      ) * 16777216
                                    ) + CAST(SUM(IF(`t64`.`whole`, `t64`.`low` * `t64`.`low`, NULL)) AS FLOAT64),
                                    1000000.0
                                  ) AS `week_squares`,
                                  CAST('13.0' AS FLOAT64) AS `weeks`
                                FROM (
                                  SELECT
                                    `t42`.`customer_id`,
                                    `t42`.`week`,
                                    `t42`.`value`,
                                    CAST(FLOOR(
                                      ieee_divide(LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                    ) AS INT64) AS `high`,
                                    LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496) - (
                                      CAST(FLOOR(
                                        ieee_divide(LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                      ) AS INT64) * 16777216
                                    ) AS `low`,
                                    `t42`.`week` < 13 AS `whole`
                                  FROM (
                                    SELECT
                                      `t31`.`customer_id`,
                                      `t31`.`week`,
                                      SUM(`t31`.`value`) AS `value`
                                    FROM (
                                      SELECT
                                        `t7`.`customer_id`,
                                        CAST(FLOOR((
                                          `t7`.`value` * 1000
                                        ) + 0.5) AS INT64) AS `value`,
                                        CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 11, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                      FROM `activity` AS `t7`
                                      WHERE
                                        `t7`.`day` < DATE(2024, 11, 1) AND `t7`.`day` >= DATE(2024, 8, 1)
                                    ) AS `t31`
                                    GROUP BY
                                      1,
                                      2
                                  ) AS `t42`
                                ) AS `t64`
                                GROUP BY
                                  1
                              ) AS `t88`
                            ) AS `t95`
                            UNION ALL
                            SELECT
                              *
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  `t89`.`customer_id`,
                                  `t89`.`weeks_used`,
                                  `t89`.`week_total`,
                                  `t89`.`week_trend`,
                                  `t89`.`week_squares`,
                                  `t89`.`weeks`,
                                  'W2' AS `window_id`
                                FROM (
                                  SELECT
                                    `t65`.`customer_id`,
                                    COUNT(*) AS `weeks_used`,
                                    ieee_divide(CAST(SUM(IF(`t65`.`whole`, `t65`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                                    ieee_divide(
                                      CAST(SUM(IF(`t65`.`whole`, `t65`.`value` * (
                                        12 - `t65`.`week`
                                      ), NULL)) AS FLOAT64),
                                      1000
                                    ) AS `week_trend`,
                                    ieee_divide(
                                      (
                                        (
                                          (
                                            CAST(SUM(IF(`t65`.`whole`, `t65`.`high` * `t65`.`high`, NULL)) AS FLOAT64) * 16777216
                                          ) + (
                                            CAST(SUM(IF(`t65`.`whole`, `t65`.`high` * `t65`.`low`, NULL)) AS FLOAT64) * 2
                                          )
                                        ) * 16777216
                                      ) + CAST(SUM(IF(`t65`.`whole`, `t65`.`low` * `t65`.`low`, NULL)) AS FLOAT64),
                                      1000000.0
                                    ) AS `week_squares`,
                                    CAST('13.0' AS FLOAT64) AS `weeks`
                                  FROM (
                                    SELECT
                                      `t43`.`customer_id`,
                                      `t43`.`week`,
                                      `t43`.`value`,
                                      CAST(FLOOR(
                                        ieee_divide(LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                      ) AS INT64) AS `high`,
                                      LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496) - (
                                        CAST(FLOOR(
                                          ieee_divide(LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                        ) AS INT64) * 16777216
                                      ) AS `low`,
                                      `t43`.`week` < 13 AS `whole`
                                    FROM (
                                      SELECT
                                        `t32`.`customer_id`,
                                        `t32`.`week`,
                                        SUM(`t32`.`value`) AS `value`
                                      FROM (
                                        SELECT
                                          `t7`.`customer_id`,
                                          CAST(FLOOR((
                                            `t7`.`value` * 1000
                                          ) + 0.5) AS INT64) AS `value`,
                                          CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 9, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                        FROM `activity` AS `t7`
                                        WHERE
                                          `t7`.`day` < DATE(2024, 9, 1) AND `t7`.`day` >= DATE(2024, 6, 1)
                                      ) AS `t32`
                                      GROUP BY
                                        1,
                                        2
                                    ) AS `t43`
                                  ) AS `t65`
                                  GROUP BY
                                    1
                                ) AS `t89`
                              ) AS `t97`
                              UNION ALL
                              SELECT
                                *
                              FROM (
                                SELECT
                                  `t90`.`customer_id`,
                                  `t90`.`weeks_used`,
                                  `t90`.`week_total`,
                                  `t90`.`week_trend`,
                                  `t90`.`week_squares`,
                                  `t90`.`weeks`,
                                  'W3' AS `window_id`
                                FROM (
                                  SELECT
                                    `t66`.`customer_id`,
                                    COUNT(*) AS `weeks_used`,
                                    ieee_divide(CAST(SUM(IF(`t66`.`whole`, `t66`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                                    ieee_divide(
                                      CAST(SUM(IF(`t66`.`whole`, `t66`.`value` * (
                                        12 - `t66`.`week`
                                      ), NULL)) AS FLOAT64),
                                      1000
                                    ) AS `week_trend`,
                                    ieee_divide(
                                      (
                                        (
                                          (
                                            CAST(SUM(IF(`t66`.`whole`, `t66`.`high` * `t66`.`high`, NULL)) AS FLOAT64) * 16777216
                                          ) + (
                                            CAST(SUM(IF(`t66`.`whole`, `t66`.`high` * `t66`.`low`, NULL)) AS FLOAT64) * 2
                                          )
                                        ) * 16777216
                                      ) + CAST(SUM(IF(`t66`.`whole`, `t66`.`low` * `t66`.`low`, NULL)) AS FLOAT64),
                                      1000000.0
                                    ) AS `week_squares`,
                                    CAST('13.0' AS FLOAT64) AS `weeks`
                                  FROM (
                                    SELECT
                                      `t44`.`customer_id`,
                                      `t44`.`week`,
                                      `t44`.`value`,
                                      CAST(FLOOR(
                                        ieee_divide(LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                      ) AS INT64) AS `high`,
                                      LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496) - (
                                        CAST(FLOOR(
                                          ieee_divide(LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                        ) AS INT64) * 16777216
                                      ) AS `low`,
                                      `t44`.`week` < 13 AS `whole`
                                    FROM (
                                      SELECT
                                        `t33`.`customer_id`,
                                        `t33`.`week`,
                                        SUM(`t33`.`value`) AS `value`
                                      FROM (
                                        SELECT
                                          `t7`.`customer_id`,
                                          CAST(FLOOR((
                                            `t7`.`value` * 1000
                                          ) + 0.5) AS INT64) AS `value`,
                                          CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 10, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                        FROM `activity` AS `t7`
                                        WHERE
                                          `t7`.`day` < DATE(2024, 10, 1) AND `t7`.`day` >= DATE(2024, 7, 1)
                                      ) AS `t33`
                                      GROUP BY
                                        1,
                                        2
                                    ) AS `t44`
                                  ) AS `t66`
                                  GROUP BY
                                    1
                                ) AS `t90`
                              ) AS `t98`
                            ) AS `t103`
                          ) AS `t110`
                            ON `t102`.`window_id` = `t110`.`window_id`
                            AND `t102`.`customer_id` = `t110`.`customer_id`
                        ) AS `t112`
                      ) AS `t115`
                    ) AS `t151`
                    LEFT OUTER JOIN (
                      SELECT
                        `t147`.*
                        EXCEPT (`customer_id__again`, `window_id__again`)
                      FROM (
                        SELECT
                          `t146`.`window_id`,
                          `t146`.`customer_id`,
                          `t146`.`features_used`,
                          `t146`.`core_features_used`,
                          `t146`.`recent_features`,
                          `t146`.`areas_used`,
                          `t146`.`features_adopted`,
                          `t122`.`window_id` AS `window_id__again`,
                          `t122`.`customer_id` AS `customer_id__again`,
                          `t122`.`click_concentration`
                        FROM (
                          SELECT
                            `t144`.*
                            EXCEPT (`customer_id__again`, `window_id__again`)
                          FROM (
                            SELECT
                              `t139`.`window_id`,
                              `t139`.`customer_id`,
                              `t139`.`features_used`,
                              `t139`.`core_features_used`,
                              `t139`.`recent_features`,
                              `t139`.`areas_used`,
                              `t54`.`window_id` AS `window_id__again`,
                              `t54`.`customer_id` AS `customer_id__again`,
                              `t54`.`features_adopted`
                            FROM (
                              SELECT
                                `t137`.*
                                EXCEPT (`customer_id__again`, `window_id__again`)
                              FROM (
                                SELECT
                                  `t133`.`window_id`,
                                  `t133`.`customer_id`,
                                  `t133`.`features_used`,
                                  `t133`.`core_features_used`,
                                  `t133`.`recent_features`,
                                  `t105`.`window_id` AS `window_id__again`,
                                  `t105`.`customer_id` AS `customer_id__again`,
                                  `t105`.`areas_used`
                                FROM (
                                  SELECT
                                    `t125`.`window_id`,
                                    `t125`.`customer_id`,
                                    `t125`.`features_used`,
                                    `t125`.`core_features_used`,
                                    `t125`.`recent_features`
                                  FROM (
                                    SELECT
                                      `t120`.`window_id`,
                                      `t120`.`customer_id`,
                                      `t101`.`window_id` AS `window_id__again`,
                                      `t101`.`customer_id` AS `customer_id__again`,
                                      `t101`.`features_used`,
                                      `t101`.`core_features_used`,
                                      `t101`.`recent_features`
                                    FROM (
                                      SELECT
                                        `t115`.`window_id`,
                                        `t115`.`customer_id`
                                      FROM (
                                        SELECT
                                          `t112`.*
                                          EXCEPT (`customer_id__again`, `window_id__again`)
                                        FROM (
                                          SELECT
                                            `t102`.`window_id`,
                                            `t102`.`customer_id`,
                                            `t102`.`as_of`,
                                            `t102`.`past_start`,
                                            `t102`.`active`,
                                            `t102`.`days`,
                                            `t102`.`days_1`,
                                            `t102`.`days_2`,
                                            `t102`.`newest`,
                                            `t102`.`oldest`,
                                            `t102`.`gaps`,
                                            `t102`.`gap_total`,
                                            `t102`.`gap_squares`,
                                            `t102`.`gap_most`,
                                            `t102`.`first_age`,
                                            `t102`.`last_age`,
                                            `t102`.`weekday_0`,
                                            `t102`.`weekday_1`,
                                            `t102`.`weekday_2`,
                                            `t102`.`weekday_3`,
                                            `t102`.`weekday_4`,
                                            `t102`.`weekday_5`,
                                            `t102`.`weekday_6`,
                                            `t102`.`value`,
                                            `t102`.`value_1`,
                                            `t102`.`value_2`,
                                            `t102`.`value_3`,
                                            `t102`.`value_ever`,
                                            `t102`.`value_ever_1`,
                                            `t102`.`value_year`,
                                            `t102`.`value_season`,
                                            `t102`.`minutes`,
                                            `t102`.`events`,
                                            `t102`.`visits`,
                                            `t110`.`customer_id` AS `customer_id__again`,
                                            `t110`.`weeks_used`,
                                            `t110`.`week_total`,
                                            `t110`.`week_trend`,
                                            `t110`.`week_squares`,
                                            `t110`.`weeks`,
                                            `t110`.`window_id` AS `window_id__again`
                                          FROM (
                                            SELECT
                                              `t91`.*
                                              EXCEPT (`customer_id__again`, `window_id__again`)
                                            FROM (
                                              SELECT
                                                `t13`.`window_id`,
                                                `t13`.`customer_id`,
                                                `t13`.`as_of`,
                                                `t13`.`past_start`,
                                                `t13`.`active`,
                                                `t86`.`customer_id` AS `customer_id__again`,
                                                `t86`.`days`,
                                                `t86`.`days_1`,
                                                `t86`.`days_2`,
                                                `t86`.`newest`,
                                                `t86`.`oldest`,
                                                `t86`.`gaps`,
                                                `t86`.`gap_total`,
                                                `t86`.`gap_squares`,
                                                `t86`.`gap_most`,
                                                `t86`.`first_age`,
                                                `t86`.`last_age`,
                                                `t86`.`weekday_0`,
                                                `t86`.`weekday_1`,
                                                `t86`.`weekday_2`,
                                                `t86`.`weekday_3`,
                                                `t86`.`weekday_4`,
                                                `t86`.`weekday_5`,
                                                `t86`.`weekday_6`,
                                                `t86`.`value`,
                                                `t86`.`value_1`,
                                                `t86`.`value_2`,
                                                `t86`.`value_3`,
                                                `t86`.`value_ever`,
                                                `t86`.`value_ever_1`,
                                                `t86`.`value_year`,
                                                `t86`.`value_season`,
                                                `t86`.`minutes`,
                                                `t86`.`events`,
                                                `t86`.`visits`,
                                                `t86`.`window_id` AS `window_id__again`
                                              FROM `valuecast_anchors` AS `t13`
                                              LEFT OUTER JOIN (
                                                SELECT
                                                  *
                                                FROM (
                                                  SELECT
                                                    `t74`.`customer_id`,
                                                    `t74`.`days`,
                                                    `t74`.`days_1`,
                                                    `t74`.`days_2`,
                                                    `t74`.`newest`,
                                                    `t74`.`oldest`,
                                                    `t74`.`gaps`,
                                                    `t74`.`gap_total`,
                                                    `t74`.`gap_squares`,
                                                    `t74`.`gap_most`,
                                                    `t74`.`first_age`,
                                                    `t74`.`last_age`,
                                                    `t74`.`weekday_0`,
                                                    `t74`.`weekday_1`,
                                                    `t74`.`weekday_2`,
                                                    `t74`.`weekday_3`,
                                                    `t74`.`weekday_4`,
                                                    `t74`.`weekday_5`,
                                                    `t74`.`weekday_6`,
                                                    `t74`.`value`,
                                                    `t74`.`value_1`,
                                                    `t74`.`value_2`,
                                                    `t74`.`value_3`,
                                                    `t74`.`value_ever`,
                                                    `t74`.`value_ever_1`,
                                                    `t74`.`value_year`,
                                                    `t74`.`value_season`,
                                                    `t74`.`minutes`,
                                                    `t74`.`events`,
                                                    `t74`.`visits`,
                                                    'today' AS `window_id`
                                                  FROM (
                                                    SELECT
                                                      `t50`.`customer_id`,
                                                      COUNTIF(`t50`.`inside`) AS `days`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`age` > 0
                                                      ) AND (
                                                        `t50`.`age` <= 30
                                                      )) AS `days_1`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`age` > 30
                                                      ) AND (
                                                        `t50`.`age` <= 60
                                                      )) AS `days_2`,
                                                      MIN(IF(`t50`.`inside`, `t50`.`age`, NULL)) AS `newest`,
                                                      MAX(IF(`t50`.`inside`, `t50`.`age`, NULL)) AS `oldest`,
                                                      COUNT(`t50`.`gap`) AS `gaps`,
                                                      SUM(`t50`.`gap`) AS `gap_total`,
                                                      SUM(`t50`.`gap` * `t50`.`gap`) AS `gap_squares`,
                                                      MAX(`t50`.`gap`) AS `gap_most`,
                                                      MAX(`t50`.`age`) AS `first_age`,
                                                      MIN(`t50`.`age`) AS `last_age`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`weekday` = 0
                                                      )) AS `weekday_0`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`weekday` = 1
                                                      )) AS `weekday_1`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`weekday` = 2
                                                      )) AS `weekday_2`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`weekday` = 3
                                                      )) AS `weekday_3`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`weekday` = 4
                                                      )) AS `weekday_4`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`weekday` = 5
                                                      )) AS `weekday_5`,
                                                      COUNTIF(`t50`.`inside` AND (
                                                        `t50`.`weekday` = 6
                                                      )) AS `weekday_6`,
                                                      ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                                                      ieee_divide(
                                                        CAST(SUM(
                                                          IF(
                                                            `t50`.`inside` AND (
                                                              `t50`.`age` > 0
                                                            ) AND (
                                                              `t50`.`age` <= 30
                                                            ),
                                                            `t50`.`value`,
                                                            NULL
                                                          )
                                                        ) AS FLOAT64),
                                                        1000
                                                      ) AS `value_1`,
                                                      ieee_divide(
                                                        CAST(SUM(
                                                          IF(
                                                            `t50`.`inside` AND (
                                                              `t50`.`age` > 30
                                                            ) AND (
                                                              `t50`.`age` <= 60
                                                            ),
                                                            `t50`.`value`,
                                                            NULL
                                                          )
                                                        ) AS FLOAT64),
                                                        1000
                                                      ) AS `value_2`,
                                                      ieee_divide(
                                                        CAST(SUM(
                                                          IF(
                                                            `t50`.`inside` AND (
                                                              `t50`.`age` > 60
                                                            ) AND (
                                                              `t50`.`age` <= 90
                                                            ),
                                                            `t50`.`value`,
                                                            NULL
                                                          )
                                                        ) AS FLOAT64),
                                                        1000
                                                      ) AS `value_3`,
                                                      ieee_divide(CAST(SUM(`t50`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                                                      ieee_divide(CAST(SUM(IF(`t50`.`age` <= 30, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                                                      ieee_divide(CAST(SUM(IF(`t50`.`age` <= 364, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                                                      ieee_divide(
                                                        CAST(SUM(IF((
                                                          `t50`.`age` > 273
                                                        ) AND (
                                                          `t50`.`age` <= 364
                                                        ), `t50`.`value`, NULL)) AS FLOAT64),
                                                        1000
                                                      ) AS `value_season`,
                                                      ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                                                      ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                                                      ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                                                    FROM (
                                                      SELECT
                                                        `t28`.`customer_id`,
                                                        CAST(FLOOR((
                                                          `t28`.`value` * 1000
                                                        ) + 0.5) AS INT64) AS `value`,
                                                        CAST(FLOOR((
                                                          `t28`.`minutes` * 1000
                                                        ) + 0.5) AS INT64) AS `minutes`,
                                                        CAST(FLOOR((
                                                          `t28`.`events` * 1000
                                                        ) + 0.5) AS INT64) AS `events`,
                                                        CAST(FLOOR((
                                                          `t28`.`active_members` * 1000
                                                        ) + 0.5) AS INT64) AS `active_members`,
                                                        DATE_DIFF(DATE(2024, 11, 1), `t28`.`day`, DAY) AS `age`,
                                                        `t28`.`day` >= DATE(2024, 8, 1) AS `inside`,
                                                        IF(
                                                          `t28`.`before` >= DATE(2024, 8, 1),
                                                          DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                                          CAST(NULL AS INT64)
                                                        ) AS `gap`,
                                                        MOD((
                                                          MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                                        ) + 7, 7) AS `weekday`
                                                      FROM `t24` AS `t28`
                                                      WHERE
                                                        `t28`.`day` < DATE(2024, 11, 1)
                                                    ) AS `t50`
                                                    GROUP BY
                                                      1
                                                  ) AS `t74`
                                                ) AS `t78`
                                                UNION ALL
                                                SELECT
                                                  *
                                                FROM (
                                                  SELECT
                                                    *
                                                  FROM (
                                                    SELECT
                                                      `t75`.`customer_id`,
                                                      `t75`.`days`,
                                                      `t75`.`days_1`,
                                                      `t75`.`days_2`,
                                                      `t75`.`newest`,
                                                      `t75`.`oldest`,
                                                      `t75`.`gaps`,
                                                      `t75`.`gap_total`,
                                                      `t75`.`gap_squares`,
                                                      `t75`.`gap_most`,
                                                      `t75`.`first_age`,
                                                      `t75`.`last_age`,
                                                      `t75`.`weekday_0`,
                                                      `t75`.`weekday_1`,
                                                      `t75`.`weekday_2`,
                                                      `t75`.`weekday_3`,
                                                      `t75`.`weekday_4`,
                                                      `t75`.`weekday_5`,
                                                      `t75`.`weekday_6`,
                                                      `t75`.`value`,
                                                      `t75`.`value_1`,
                                                      `t75`.`value_2`,
                                                      `t75`.`value_3`,
                                                      `t75`.`value_ever`,
                                                      `t75`.`value_ever_1`,
                                                      `t75`.`value_year`,
                                                      `t75`.`value_season`,
                                                      `t75`.`minutes`,
                                                      `t75`.`events`,
                                                      `t75`.`visits`,
                                                      'W2' AS `window_id`
                                                    FROM (
                                                      SELECT
                                                        `t51`.`customer_id`,
                                                        COUNTIF(`t51`.`inside`) AS `days`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`age` > 0
                                                        ) AND (
                                                          `t51`.`age` <= 30
                                                        )) AS `days_1`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`age` > 30
                                                        ) AND (
                                                          `t51`.`age` <= 60
                                                        )) AS `days_2`,
                                                        MIN(IF(`t51`.`inside`, `t51`.`age`, NULL)) AS `newest`,
                                                        MAX(IF(`t51`.`inside`, `t51`.`age`, NULL)) AS `oldest`,
                                                        COUNT(`t51`.`gap`) AS `gaps`,
                                                        SUM(`t51`.`gap`) AS `gap_total`,
                                                        SUM(`t51`.`gap` * `t51`.`gap`) AS `gap_squares`,
                                                        MAX(`t51`.`gap`) AS `gap_most`,
                                                        MAX(`t51`.`age`) AS `first_age`,
                                                        MIN(`t51`.`age`) AS `last_age`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`weekday` = 0
                                                        )) AS `weekday_0`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`weekday` = 1
                                                        )) AS `weekday_1`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`weekday` = 2
                                                        )) AS `weekday_2`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`weekday` = 3
                                                        )) AS `weekday_3`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`weekday` = 4
                                                        )) AS `weekday_4`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`weekday` = 5
                                                        )) AS `weekday_5`,
                                                        COUNTIF(`t51`.`inside` AND (
                                                          `t51`.`weekday` = 6
                                                        )) AS `weekday_6`,
                                                        ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                                                        ieee_divide(
                                                          CAST(SUM(
                                                            IF(
                                                              `t51`.`inside` AND (
                                                                `t51`.`age` > 0
                                                              ) AND (
                                                                `t51`.`age` <= 30
                                                              ),
                                                              `t51`.`value`,
                                                              NULL
                                                            )
                                                          ) AS FLOAT64),
                                                          1000
                                                        ) AS `value_1`,
                                                        ieee_divide(
                                                          CAST(SUM(
                                                            IF(
                                                              `t51`.`inside` AND (
                                                                `t51`.`age` > 30
                                                              ) AND (
                                                                `t51`.`age` <= 60
                                                              ),
                                                              `t51`.`value`,
                                                              NULL
                                                            )
                                                          ) AS FLOAT64),
                                                          1000
                                                        ) AS `value_2`,
                                                        ieee_divide(
                                                          CAST(SUM(
                                                            IF(
                                                              `t51`.`inside` AND (
                                                                `t51`.`age` > 60
                                                              ) AND (
                                                                `t51`.`age` <= 90
                                                              ),
                                                              `t51`.`value`,
                                                              NULL
                                                            )
                                                          ) AS FLOAT64),
                                                          1000
                                                        ) AS `value_3`,
                                                        ieee_divide(CAST(SUM(`t51`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                                                        ieee_divide(CAST(SUM(IF(`t51`.`age` <= 30, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                                                        ieee_divide(CAST(SUM(IF(`t51`.`age` <= 364, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                                                        ieee_divide(
                                                          CAST(SUM(IF((
                                                            `t51`.`age` > 273
                                                          ) AND (
                                                            `t51`.`age` <= 364
                                                          ), `t51`.`value`, NULL)) AS FLOAT64),
                                                          1000
                                                        ) AS `value_season`,
                                                        ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                                                        ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                                                        ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                                                      FROM (
                                                        SELECT
                                                          `t28`.`customer_id`,
                                                          CAST(FLOOR((
                                                            `t28`.`value` * 1000
                                                          ) + 0.5) AS INT64) AS `value`,
                                                          CAST(FLOOR((
                                                            `t28`.`minutes` * 1000
                                                          ) + 0.5) AS INT64) AS `minutes`,
                                                          CAST(FLOOR((
                                                            `t28`.`events` * 1000
                                                          ) + 0.5) AS INT64) AS `events`,
                                                          CAST(FLOOR((
                                                            `t28`.`active_members` * 1000
                                                          ) + 0.5) AS INT64) AS `active_members`,
                                                          DATE_DIFF(DATE(2024, 9, 1), `t28`.`day`, DAY) AS `age`,
                                                          `t28`.`day` >= DATE(2024, 6, 1) AS `inside`,
                                                          IF(
                                                            `t28`.`before` >= DATE(2024, 6, 1),
                                                            DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                                            CAST(NULL AS INT64)
                                                          ) AS `gap`,
                                                          MOD((
                                                            MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                                          ) + 7, 7) AS `weekday`
                                                        FROM `t24` AS `t28`
                                                        WHERE
                                                          `t28`.`day` < DATE(2024, 9, 1)
                                                      ) AS `t51`
                                                      GROUP BY
                                                        1
                                                    ) AS `t75`
                                                  ) AS `t79`
                                                  UNION ALL
                                                  SELECT
                                                    *
                                                  FROM (
                                                    SELECT
                                                      `t76`.`customer_id`,
                                                      `t76`.`days`,
                                                      `t76`.`days_1`,
                                                      `t76`.`days_2`,
                                                      `t76`.`newest`,
                                                      `t76`.`oldest`,
                                                      `t76`.`gaps`,
                                                      `t76`.`gap_total`,
                                                      `t76`.`gap_squares`,
                                                      `t76`.`gap_most`,
                                                      `t76`.`first_age`,
                                                      `t76`.`last_age`,
                                                      `t76`.`weekday_0`,
                                                      `t76`.`weekday_1`,
                                                      `t76`.`weekday_2`,
                                                      `t76`.`weekday_3`,
                                                      `t76`.`weekday_4`,
                                                      `t76`.`weekday_5`,
                                                      `t76`.`weekday_6`,
                                                      `t76`.`value`,
                                                      `t76`.`value_1`,
                                                      `t76`.`value_2`,
                                                      `t76`.`value_3`,
                                                      `t76`.`value_ever`,
                                                      `t76`.`value_ever_1`,
                                                      `t76`.`value_year`,
                                                      `t76`.`value_season`,
                                                      `t76`.`minutes`,
                                                      `t76`.`events`,
                                                      `t76`.`visits`,
                                                      'W3' AS `window_id`
                                                    FROM (
                                                      SELECT
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
                                                          `t28`.`customer_id`,
                                                          CAST(FLOOR((
                                                            `t28`.`value` * 1000
                                                          ) + 0.5) AS INT64) AS `value`,
                                                          CAST(FLOOR((
                                                            `t28`.`minutes` * 1000
                                                          ) + 0.5) AS INT64) AS `minutes`,
                                                          CAST(FLOOR((
                                                            `t28`.`events` * 1000
                                                          ) + 0.5) AS INT64) AS `events`,
                                                          CAST(FLOOR((
                                                            `t28`.`active_members` * 1000
                                                          ) + 0.5) AS INT64) AS `active_members`,
                                                          DATE_DIFF(DATE(2024, 10, 1), `t28`.`day`, DAY) AS `age`,
                                                          `t28`.`day` >= DATE(2024, 7, 1) AS `inside`,
                                                          IF(
                                                            `t28`.`before` >= DATE(2024, 7, 1),
                                                            DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                                            CAST(NULL AS INT64)
                                                          ) AS `gap`,
                                                          MOD((
                                                            MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                                          ) + 7, 7) AS `weekday`
                                                        FROM `t24` AS `t28`
                                                        WHERE
                                                          `t28`.`day` < DATE(2024, 10, 1)
                                                      ) AS `t52`
                                                      GROUP BY
                                                        1
                                                    ) AS `t76`
                                                  ) AS `t80`
                                                ) AS `t82`
                                              ) AS `t86`
                                                ON `t13`.`window_id` = `t86`.`window_id`
                                                AND `t13`.`customer_id` = `t86`.`customer_id`
                                            ) AS `t91`
                                          ) AS `t102`
                                          LEFT OUTER JOIN (
                                            SELECT
                                              *
                                            FROM (
                                              SELECT
                                                `t88`.`customer_id`,
                                                `t88`.`weeks_used`,
                                                `t88`.`week_total`,
                                                `t88`.`week_trend`,
                                                `t88`.`week_squares`,
                                                `t88`.`weeks`,
                                                'today' AS `window_id`
                                              FROM (
                                                SELECT
                                                  `t64`.`customer_id`,
                                                  COUNT(*) AS `weeks_used`,
                                                  ieee_divide(CAST(SUM(IF(`t64`.`whole`, `t64`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                                                  ieee_divide(
                                                    CAST(SUM(IF(`t64`.`whole`, `t64`.`value` * (
                                                      12 - `t64`.`week`
                                                    ), NULL)) AS FLOAT64),
                                                    1000
                                                  ) AS `week_trend`,
                                                  ieee_divide(
                                                    (
                                                      (
                                                        (
                                                          CAST(SUM(IF(`t64`.`whole`, `t64`.`high` * `t64`.`high`, NULL)) AS FLOAT64) * 16777216
                                                        ) + (
                                                          CAST(SUM(IF(`t64`.`whole`, `t64`.`high` * `t64`.`low`, NULL)) AS FLOAT64) * 2
                                                        )
                                                      ) * 16777216
                                                    ) + CAST(SUM(IF(`t64`.`whole`, `t64`.`low` * `t64`.`low`, NULL)) AS FLOAT64),
                                                    1000000.0
                                                  ) AS `week_squares`,
                                                  CAST('13.0' AS FLOAT64) AS `weeks`
                                                FROM (
                                                  SELECT
                                                    `t42`.`customer_id`,
                                                    `t42`.`week`,
                                                    `t42`.`value`,
                                                    CAST(FLOOR(
                                                      ieee_divide(LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                    ) AS INT64) AS `high`,
                                                    LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496) - (
                                                      CAST(FLOOR(
                                                        ieee_divide(LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                      ) AS INT64) * 16777216
                                                    ) AS `low`,
                                                    `t42`.`week` < 13 AS `whole`
                                                  FROM (
                                                    SELECT
                                                      `t31`.`customer_id`,
                                                      `t31`.`week`,
                                                      SUM(`t31`.`value`) AS `value`
                                                    FROM (
                                                      SELECT
                                                        `t7`.`customer_id`,
                                                        CAST(FLOOR((
                                                          `t7`.`value` * 1000
                                                        ) + 0.5) AS INT64) AS `value`,
                                                        CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 11, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                                      FROM `activity` AS `t7`
                                                      WHERE
                                                        `t7`.`day` < DATE(2024, 11, 1) AND `t7`.`day` >= DATE(2024, 8, 1)
                                                    ) AS `t31`
                                                    GROUP BY
                                                      1,
                                                      2
                                                  ) AS `t42`
                                                ) AS `t64`
                                                GROUP BY
                                                  1
                                              ) AS `t88`
                                            ) AS `t95`
                                            UNION ALL
                                            SELECT
                                              *
                                            FROM (
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  `t89`.`customer_id`,
                                                  `t89`.`weeks_used`,
                                                  `t89`.`week_total`,
                                                  `t89`.`week_trend`,
                                                  `t89`.`week_squares`,
                                                  `t89`.`weeks`,
                                                  'W2' AS `window_id`
                                                FROM (
                                                  SELECT
                                                    `t65`.`customer_id`,
                                                    COUNT(*) AS `weeks_used`,
                                                    ieee_divide(CAST(SUM(IF(`t65`.`whole`, `t65`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                                                    ieee_divide(
                                                      CAST(SUM(IF(`t65`.`whole`, `t65`.`value` * (
                                                        12 - `t65`.`week`
                                                      ), NULL)) AS FLOAT64),
                                                      1000
                                                    ) AS `week_trend`,
                                                    ieee_divide(
                                                      (
                                                        (
                                                          (
                                                            CAST(SUM(IF(`t65`.`whole`, `t65`.`high` * `t65`.`high`, NULL)) AS FLOAT64) * 16777216
                                                          ) + (
                                                            CAST(SUM(IF(`t65`.`whole`, `t65`.`high` * `t65`.`low`, NULL)) AS FLOAT64) * 2
                                                          )
                                                        ) * 16777216
                                                      ) + CAST(SUM(IF(`t65`.`whole`, `t65`.`low` * `t65`.`low`, NULL)) AS FLOAT64),
                                                      1000000.0
                                                    ) AS `week_squares`,
                                                    CAST('13.0' AS FLOAT64) AS `weeks`
                                                  FROM (
                                                    SELECT
                                                      `t43`.`customer_id`,
                                                      `t43`.`week`,
                                                      `t43`.`value`,
                                                      CAST(FLOOR(
                                                        ieee_divide(LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                      ) AS INT64) AS `high`,
                                                      LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496) - (
                                                        CAST(FLOOR(
                                                          ieee_divide(LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                        ) AS INT64) * 16777216
                                                      ) AS `low`,
                                                      `t43`.`week` < 13 AS `whole`
                                                    FROM (
                                                      SELECT
                                                        `t32`.`customer_id`,
                                                        `t32`.`week`,
                                                        SUM(`t32`.`value`) AS `value`
                                                      FROM (
                                                        SELECT
                                                          `t7`.`customer_id`,
                                                          CAST(FLOOR((
                                                            `t7`.`value` * 1000
                                                          ) + 0.5) AS INT64) AS `value`,
                                                          CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 9, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                                        FROM `activity` AS `t7`
                                                        WHERE
                                                          `t7`.`day` < DATE(2024, 9, 1) AND `t7`.`day` >= DATE(2024, 6, 1)
                                                      ) AS `t32`
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS `t43`
                                                  ) AS `t65`
                                                  GROUP BY
                                                    1
                                                ) AS `t89`
                                              ) AS `t97`
                                              UNION ALL
                                              SELECT
                                                *
                                              FROM (
                                                SELECT
                                                  `t90`.`customer_id`,
                                                  `t90`.`weeks_used`,
                                                  `t90`.`week_total`,
                                                  `t90`.`week_trend`,
                                                  `t90`.`week_squares`,
                                                  `t90`.`weeks`,
                                                  'W3' AS `window_id`
                                                FROM (
                                                  SELECT
                                                    `t66`.`customer_id`,
                                                    COUNT(*) AS `weeks_used`,
                                                    ieee_divide(CAST(SUM(IF(`t66`.`whole`, `t66`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                                                    ieee_divide(
                                                      CAST(SUM(IF(`t66`.`whole`, `t66`.`value` * (
                                                        12 - `t66`.`week`
                                                      ), NULL)) AS FLOAT64),
                                                      1000
                                                    ) AS `week_trend`,
                                                    ieee_divide(
                                                      (
                                                        (
                                                          (
                                                            CAST(SUM(IF(`t66`.`whole`, `t66`.`high` * `t66`.`high`, NULL)) AS FLOAT64) * 16777216
                                                          ) + (
                                                            CAST(SUM(IF(`t66`.`whole`, `t66`.`high` * `t66`.`low`, NULL)) AS FLOAT64) * 2
                                                          )
                                                        ) * 16777216
                                                      ) + CAST(SUM(IF(`t66`.`whole`, `t66`.`low` * `t66`.`low`, NULL)) AS FLOAT64),
                                                      1000000.0
                                                    ) AS `week_squares`,
                                                    CAST('13.0' AS FLOAT64) AS `weeks`
                                                  FROM (
                                                    SELECT
                                                      `t44`.`customer_id`,
                                                      `t44`.`week`,
                                                      `t44`.`value`,
                                                      CAST(FLOOR(
                                                        ieee_divide(LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                      ) AS INT64) AS `high`,
                                                      LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496) - (
                                                        CAST(FLOOR(
                                                          ieee_divide(LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                        ) AS INT64) * 16777216
                                                      ) AS `low`,
                                                      `t44`.`week` < 13 AS `whole`
                                                    FROM (
                                                      SELECT
                                                        `t33`.`customer_id`,
                                                        `t33`.`week`,
                                                        SUM(`t33`.`value`) AS `value`
                                                      FROM (
                                                        SELECT
                                                          `t7`.`customer_id`,
                                                          CAST(FLOOR((
                                                            `t7`.`value` * 1000
                                                          ) + 0.5) AS INT64) AS `value`,
                                                          CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 10, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                                        FROM `activity` AS `t7`
                                                        WHERE
                                                          `t7`.`day` < DATE(2024, 10, 1) AND `t7`.`day` >= DATE(2024, 7, 1)
                                                      ) AS `t33`
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS `t44`
                                                  ) AS `t66`
                                                  GROUP BY
                                                    1
                                                ) AS `t90`
                                              ) AS `t98`
                                            ) AS `t103`
                                          ) AS `t110`
                                            ON `t102`.`window_id` = `t110`.`window_id`
                                            AND `t102`.`customer_id` = `t110`.`customer_id`
                                        ) AS `t112`
                                      ) AS `t115`
                                    ) AS `t120`
                                    LEFT OUTER JOIN (
                                      SELECT
                                        `t85`.`window_id`,
                                        `t85`.`customer_id`,
                                        CAST(COUNT(*) AS FLOAT64) AS `features_used`,
                                        CAST(COUNTIF(COALESCE(`t85`.`is_core`, FALSE)) AS FLOAT64) AS `core_features_used`,
                                        CAST(COUNTIF(`t85`.`newest` <= 30) AS FLOAT64) AS `recent_features`
                                      FROM `t83` AS `t85`
                                      GROUP BY
                                        1,
                                        2
                                    ) AS `t101`
                                      ON `t120`.`window_id` = `t101`.`window_id`
                                      AND `t120`.`customer_id` = `t101`.`customer_id`
                                  ) AS `t125`
                                ) AS `t133`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t87`.`window_id`,
                                    `t87`.`customer_id`,
                                    CAST(COUNT(*) AS FLOAT64) AS `areas_used`
                                  FROM (
                                    SELECT DISTINCT
                                      `t85`.`window_id`,
                                      `t85`.`customer_id`,
                                      `t85`.`area`
                                    FROM `t83` AS `t85`
                                    WHERE
                                      `t85`.`area` IS NOT NULL
                                  ) AS `t87`
                                  GROUP BY
                                    1,
                                    2
                                ) AS `t105`
                                  ON `t133`.`window_id` = `t105`.`window_id`
                                  AND `t133`.`customer_id` = `t105`.`customer_id`
                              ) AS `t137`
                            ) AS `t139`
                            LEFT OUTER JOIN (
                              SELECT
                                `t37`.`window_id`,
                                `t37`.`customer_id`,
                                CAST(COUNT(*) AS FLOAT64) AS `features_adopted`
                              FROM (
                                SELECT
                                  `t29`.`customer_id`,
                                  `t29`.`product_feature_id`,
                                  `t29`.`adopted_on`,
                                  `t29`.`window_id`,
                                  `t29`.`past_start`,
                                  `t29`.`as_of`,
                                  DATE_DIFF(`t29`.`as_of`, `t29`.`adopted_on`, DAY) AS `age`,
                                  `t29`.`adopted_on` AS `on`
                                FROM (
                                  SELECT
                                    `t15`.`customer_id`,
                                    `t15`.`product_feature_id`,
                                    `t15`.`adopted_on`,
                                    `t11`.`window_id`,
                                    `t11`.`past_start`,
                                    `t11`.`as_of`
                                  FROM `adoption` AS `t15`
                                  INNER JOIN `in_memory_1` AS `t11`
                                    ON `t15`.`adopted_on` < `t11`.`as_of`
                                ) AS `t29`
                              ) AS `t37`
                              GROUP BY
                                1,
                                2
                            ) AS `t54`
                              ON `t139`.`window_id` = `t54`.`window_id`
                              AND `t139`.`customer_id` = `t54`.`customer_id`
                          ) AS `t144`
                        ) AS `t146`
                        LEFT OUTER JOIN (
                          SELECT
                            `t109`.`window_id`,
                            `t109`.`customer_id`,
                            ieee_divide(
                              CAST(SUM(CAST(FLOOR((
                                `t109`.`share` * `t109`.`share` * 1000000000
                              ) + 0.5) AS INT64)) AS FLOAT64),
                              1000000000
                            ) AS `click_concentration`
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t70`.`window_id`,
                                `t70`.`customer_id`,
                                `t70`.`product_feature_id`,
                                `t70`.`newest`,
                                `t70`.`clicks`,
                                ieee_divide(
                                  `t70`.`clicks`,
                                  NULLIF(
                                    ieee_divide(
                                      CAST(SUM(CAST(FLOOR((
                                        `t70`.`clicks` * 1000
                                      ) + 0.5) AS INT64)) OVER (
                                        PARTITION BY `t70`.`window_id`, `t70`.`customer_id`
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS FLOAT64),
                                      1000
                                    ),
                                    0
                                  )
                                ) AS `share`
                              FROM `t63` AS `t70`
                            ) AS `t93`
                            WHERE
                              `t93`.`share` IS NOT NULL
                          ) AS `t109`
                          GROUP BY
                            1,
                            2
                        ) AS `t122`
                          ON `t146`.`window_id` = `t122`.`window_id`
                          AND `t146`.`customer_id` = `t122`.`customer_id`
                      ) AS `t147`
                    ) AS `t150`
                      ON `t151`.`window_id` = `t150`.`window_id`
                      AND `t151`.`customer_id` = `t150`.`customer_id`
                  ) AS `t152`
                ) AS `t154`
                LEFT OUTER JOIN (
                  SELECT
                    `t107`.`window_id`,
                    `t107`.`customer_id`,
                    `t107`.`feature_clicks`,
                    ieee_divide(NULLIF(`t107`.`feature_clicks`, 0), NULLIF(`t107`.`n`, 0)) AS `clicks_per_feature`,
                    ieee_divide(`t107`.`minutes`, NULLIF(`t107`.`used`, 0)) AS `minutes_per_feature`,
                    IF(
                      `t23`.`any_core` > 0,
                      ieee_divide(`t107`.`core_clicks`, NULLIF(`t107`.`feature_clicks`, 0)),
                      CAST(NULL AS FLOAT64)
                    ) AS `core_click_share`
                  FROM (
                    SELECT
                      `t81`.`window_id`,
                      `t81`.`customer_id`,
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          `t81`.`clicks` * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ) AS `feature_clicks`,
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          COALESCE(`t81`.`core_clicks`, 0.0) * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ) AS `core_clicks`,
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          `t81`.`minutes` * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ) AS `minutes`,
                      COUNT(*) AS `used`,
                      COUNTIF(`t81`.`clicks` > 0) AS `n`
                    FROM (
                      SELECT
                        `t57`.`window_id`,
                        `t57`.`customer_id`,
                        `t57`.`product_feature_id`,
                        ieee_divide(
                          CAST(SUM(CAST(FLOOR((
                            `t57`.`clicks` * 1000
                          ) + 0.5) AS INT64)) AS FLOAT64),
                          1000
                        ) AS `clicks`,
                        ieee_divide(
                          CAST(SUM(CAST(FLOOR((
                            `t57`.`minutes` * 1000
                          ) + 0.5) AS INT64)) AS FLOAT64),
                          1000
                        ) AS `minutes`,
                        ieee_divide(
                          CAST(SUM(
                            IF(
                              COALESCE(`t57`.`is_core`, FALSE),
                              CAST(FLOOR((
                                `t57`.`clicks` * 1000
                              ) + 0.5) AS INT64),
                              NULL
                            )
                          ) AS FLOAT64),
                          1000
                        ) AS `core_clicks`
                      FROM (
                        SELECT
                          `t46`.`customer_id`,
                          `t46`.`product_feature_id`,
                          `t46`.`day`,
                          `t46`.`clicks`,
                          `t46`.`minutes`,
                          `t46`.`window_id`,
                          `t46`.`past_start`,
                          `t46`.`as_of`,
                          `t46`.`age`,
                          `t46`.`on`,
                          `t20`.`product_feature_id` AS `product_feature_id_right`,
                          `t20`.`is_core`
                        FROM `t36` AS `t46`
                        LEFT OUTER JOIN (
                          SELECT
                            `t4`.`product_feature_id`,
                            `t4`.`is_core`
                          FROM `product_features` AS `t4`
                        ) AS `t20`
                          ON `t46`.`product_feature_id` = `t20`.`product_feature_id`
                      ) AS `t57`
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS `t81`
                    GROUP BY
                      1,
                      2
                  ) AS `t107`
                  CROSS JOIN (
                    SELECT
                      COUNTIF(`t4`.`is_core`) AS `any_core`
                    FROM `product_features` AS `t4`
                  ) AS `t23`
                ) AS `t116`
                  ON `t154`.`window_id` = `t116`.`window_id`
                  AND `t154`.`customer_id` = `t116`.`customer_id`
              ) AS `t155`
            ) AS `t157`
            LEFT OUTER JOIN (
              SELECT
                `t114`.`window_id`,
                `t114`.`customer_id`,
                ieee_divide(
                  CAST(SUM(CAST(FLOOR((
                    `t114`.`mix` * `t114`.`weight_1` * 1000000000
                  ) + 0.5) AS INT64)) AS FLOAT64),
                  1000000000
                ) AS `use_pattern_1`,
                ieee_divide(
                  CAST(SUM(CAST(FLOOR((
                    `t114`.`mix` * `t114`.`weight_2` * 1000000000
                  ) + 0.5) AS INT64)) AS FLOAT64),
                  1000000000
                ) AS `use_pattern_2`,
                ieee_divide(
                  CAST(SUM(CAST(FLOOR((
                    `t114`.`mix` * `t114`.`weight_3` * 1000000000
                  ) + 0.5) AS INT64)) AS FLOAT64),
                  1000000000
                ) AS `use_pattern_3`
              FROM (
                SELECT
                  `t111`.`window_id`,
                  `t111`.`customer_id`,
                  `t111`.`product_feature_id`,
                  `t111`.`clicks`,
                  `t111`.`mix`,
                  `t9`.`weight_1`,
                  `t9`.`weight_2`,
                  `t9`.`weight_3`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t62`.`window_id`,
                      `t62`.`customer_id`,
                      `t62`.`product_feature_id`,
                      `t62`.`clicks`,
                      SQRT(
                        ieee_divide(
                          `t62`.`clicks`,
                          NULLIF(
                            ieee_divide(
                              CAST(SUM(CAST(FLOOR((
                                `t62`.`clicks` * 1000
                              ) + 0.5) AS INT64)) OVER (
                                PARTITION BY `t62`.`window_id`, `t62`.`customer_id`
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
                        `t41`.`window_id`,
                        `t41`.`customer_id`,
                        `t41`.`product_feature_id`,
                        ieee_divide(
                          CAST(SUM(CAST(FLOOR((
                            `t41`.`clicks` * 1000
                          ) + 0.5) AS INT64)) AS FLOAT64),
                          1000
                        ) AS `clicks`
                      FROM `t36` AS `t41`
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS `t62`
                  ) AS `t92`
                  WHERE
                    `t92`.`clicks` > 0
                ) AS `t111`
                INNER JOIN `axes` AS `t9`
                  ON `t111`.`product_feature_id` = `t9`.`product_feature_id`
              ) AS `t114`
              GROUP BY
                1,
                2
            ) AS `t132`
              ON `t157`.`window_id` = `t132`.`window_id`
              AND `t157`.`customer_id` = `t132`.`customer_id`
          ) AS `t158`
        ) AS `t160`
        LEFT OUTER JOIN (
          SELECT
            `t135`.`window_id`,
            `t135`.`customer_id`,
            `t135`.`latest_rating`,
            `t135`.`mean_rating`,
            `t135`.`mean_rating` - `t135`.`earlier` AS `rating_change`,
            CAST('1.0' AS FLOAT64) AS `rated`
          FROM (
            SELECT
              `t131`.`window_id`,
              `t131`.`customer_id`,
              `t131`.`latest_rating`,
              `t131`.`mean_rating`,
              `t71`.`window_id` AS `window_id__again`,
              `t71`.`customer_id` AS `customer_id__again`,
              `t71`.`earlier`
            FROM (
              SELECT
                `t123`.`window_id`,
                `t123`.`customer_id`,
                `t123`.`latest_rating`,
                `t123`.`mean_rating`
              FROM (
                SELECT
                  `t119`.`window_id`,
                  `t119`.`customer_id`,
                  `t119`.`latest_rating`,
                  `t72`.`window_id` AS `window_id__again`,
                  `t72`.`customer_id` AS `customer_id__again`,
                  `t72`.`mean_rating`
                FROM (
                  SELECT
                    `t99`.`window_id`,
                    `t99`.`customer_id`,
                    ieee_divide(
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          `t99`.`rating` * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ),
                      CAST(NULLIF(COUNT(IF(`t99`.`rating` IS NOT NULL, `t99`.`rating`, NULL)), 0) AS FLOAT64)
                    ) AS `latest_rating`
                  FROM (
                    SELECT
                      `t77`.`window_id`,
                      `t77`.`customer_id`,
                      `t77`.`who`,
                      ieee_divide(
                        ieee_divide(
                          CAST(SUM(CAST(FLOOR((
                            `t77`.`rating` * 1000
                          ) + 0.5) AS INT64)) AS FLOAT64),
                          1000
                        ),
                        CAST(NULLIF(COUNT(IF(`t77`.`rating` IS NOT NULL, `t77`.`rating`, NULL)), 0) AS FLOAT64)
                      ) AS `rating`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t49`.`customer_id`,
                          `t49`.`member_id`,
                          `t49`.`rated_on`,
                          `t49`.`rating`,
                          `t49`.`window_id`,
                          `t49`.`past_start`,
                          `t49`.`as_of`,
                          `t49`.`age`,
                          `t49`.`on`,
                          `t49`.`who`,
                          `t56`.`newest`
                        FROM `t40` AS `t49`
                        INNER JOIN (
                          SELECT
                            `t45`.`window_id`,
                            `t45`.`customer_id`,
                            `t45`.`who`,
                            MIN(`t45`.`age`) AS `newest`
                          FROM `t40` AS `t45`
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS `t56`
                          ON `t49`.`window_id` = `t56`.`window_id`
                          AND `t49`.`customer_id` = `t56`.`customer_id`
                          AND `t49`.`who` = `t56`.`who`
                      ) AS `t69`
                      WHERE
                        `t69`.`age` = `t69`.`newest`
                    ) AS `t77`
                    GROUP BY
                      1,
                      2,
                      3
                  ) AS `t99`
                  GROUP BY
                    1,
                    2
                ) AS `t119`
                LEFT OUTER JOIN (
                  SELECT
                    `t39`.`window_id`,
                    `t39`.`customer_id`,
                    ieee_divide(
                      ieee_divide(
                        CAST(SUM(CAST(FLOOR((
                          `t39`.`rating` * 1000
                        ) + 0.5) AS INT64)) AS FLOAT64),
                        1000
                      ),
                      CAST(NULLIF(COUNT(IF(`t39`.`rating` IS NOT NULL, `t39`.`rating`, NULL)), 0) AS FLOAT64)
                    ) AS `mean_rating`
                  FROM (
                    SELECT
                      `t30`.`customer_id`,
                      `t30`.`member_id`,
                      `t30`.`rated_on`,
                      `t30`.`rating`,
                      `t30`.`window_id`,
                      `t30`.`past_start`,
                      `t30`.`as_of`,
                      DATE_DIFF(`t30`.`as_of`, `t30`.`rated_on`, DAY) AS `age`,
                      `t30`.`rated_on` AS `on`
                    FROM `t26` AS `t30`
                    WHERE
                      `t30`.`rated_on` >= `t30`.`past_start`
                  ) AS `t39`
                  GROUP BY
                    1,
                    2
                ) AS `t72`
                  ON `t119`.`window_id` = `t72`.`window_id`
                  AND `t119`.`customer_id` = `t72`.`customer_id`
              ) AS `t123`
            ) AS `t131`
            LEFT OUTER JOIN (
              SELECT
                `t38`.`window_id`,
                `t38`.`customer_id`,
                ieee_divide(
                  ieee_divide(
                    CAST(SUM(CAST(FLOOR((
                      `t38`.`rating` * 1000
                    ) + 0.5) AS INT64)) AS FLOAT64),
                    1000
                  ),
                  CAST(NULLIF(COUNT(IF(`t38`.`rating` IS NOT NULL, `t38`.`rating`, NULL)), 0) AS FLOAT64)
                ) AS `earlier`
              FROM (
                SELECT
                  `t30`.`customer_id`,
                  `t30`.`member_id`,
                  `t30`.`rated_on`,
                  `t30`.`rating`,
                  `t30`.`window_id`,
                  `t30`.`past_start`,
                  `t30`.`as_of`,
                  DATE_DIFF(`t30`.`as_of`, `t30`.`rated_on`, DAY) AS `age`,
                  `t30`.`rated_on` AS `on`
                FROM `t26` AS `t30`
                WHERE
                  `t30`.`rated_on` < `t30`.`past_start`
              ) AS `t38`
              GROUP BY
                1,
                2
            ) AS `t71`
              ON `t131`.`window_id` = `t71`.`window_id`
              AND `t131`.`customer_id` = `t71`.`customer_id`
          ) AS `t135`
        ) AS `t141`
          ON `t160`.`window_id` = `t141`.`window_id`
          AND `t160`.`customer_id` = `t141`.`customer_id`
      ) AS `t161`
    ) AS `t163`
    LEFT OUTER JOIN (
      SELECT
        `t136`.`window_id`,
        `t136`.`customer_id`,
        CAST(`t136`.`active_members` AS FLOAT64) AS `active_members`,
        CAST(COALESCE(`t136`.`new_members`, 0) AS FLOAT64) AS `new_members`,
        CAST(`t136`.`lost_members` AS FLOAT64) AS `lost_members`,
        ieee_divide(CAST(`t136`.`active_members` AS FLOAT64), CAST(`t136`.`ever` AS FLOAT64)) AS `active_member_share`,
        ieee_divide(CAST(`t136`.`most` AS FLOAT64), CAST(`t136`.`total` AS FLOAT64)) AS `top_member_share`
      FROM (
        SELECT
          `t134`.*
          EXCEPT (`customer_id__again`, `window_id__again`)
        FROM (
          SELECT
            `t129`.`window_id`,
            `t129`.`customer_id`,
            `t129`.`active_members`,
            `t129`.`lost_members`,
            `t129`.`most`,
            `t129`.`total`,
            `t60`.`window_id` AS `window_id__again`,
            `t60`.`customer_id` AS `customer_id__again`,
            `t60`.`new_members`,
            `t60`.`ever`
          FROM (
            SELECT
              `t124`.*
              EXCEPT (`customer_id__again`, `window_id__again`)
            FROM (
              SELECT
                `t120`.`window_id`,
                `t120`.`customer_id`,
                `t61`.`window_id` AS `window_id__again`,
                `t61`.`customer_id` AS `customer_id__again`,
                `t61`.`active_members`,
                `t61`.`lost_members`,
                `t61`.`most`,
                `t61`.`total`
              FROM (
                SELECT
                  `t115`.`window_id`,
                  `t115`.`customer_id`
                FROM (
                  SELECT
                    `t112`.*
                    EXCEPT (`customer_id__again`, `window_id__again`)
                  FROM (
                    SELECT
                      `t102`.`window_id`,
                      `t102`.`customer_id`,
                      `t102`.`as_of`,
                      `t102`.`past_start`,
                      `t102`.`active`,
                      `t102`.`days`,
                      `t102`.`days_1`,
                      `t102`.`days_2`,
                      `t102`.`newest`,
                      `t102`.`oldest`,
                      `t102`.`gaps`,
                      `t102`.`gap_total`,
                      `t102`.`gap_squares`,
                      `t102`.`gap_most`,
                      `t102`.`first_age`,
                      `t102`.`last_age`,
                      `t102`.`weekday_0`,
                      `t102`.`weekday_1`,
                      `t102`.`weekday_2`,
                      `t102`.`weekday_3`,
                      `t102`.`weekday_4`,
                      `t102`.`weekday_5`,
                      `t102`.`weekday_6`,
                      `t102`.`value`,
                      `t102`.`value_1`,
                      `t102`.`value_2`,
                      `t102`.`value_3`,
                      `t102`.`value_ever`,
                      `t102`.`value_ever_1`,
                      `t102`.`value_year`,
                      `t102`.`value_season`,
                      `t102`.`minutes`,
                      `t102`.`events`,
                      `t102`.`visits`,
                      `t110`.`customer_id` AS `customer_id__again`,
                      `t110`.`weeks_used`,
                      `t110`.`week_total`,
                      `t110`.`week_trend`,
                      `t110`.`week_squares`,
                      `t110`.`weeks`,
                      `t110`.`window_id` AS `window_id__again`
                    FROM (
                      SELECT
                        `t91`.*
                        EXCEPT (`customer_id__again`, `window_id__again`)
                      FROM (
                        SELECT
                          `t13`.`window_id`,
                          `t13`.`customer_id`,
                          `t13`.`as_of`,
                          `t13`.`past_start`,
                          `t13`.`active`,
                          `t86`.`customer_id` AS `customer_id__again`,
                          `t86`.`days`,
                          `t86`.`days_1`,
                          `t86`.`days_2`,
                          `t86`.`newest`,
                          `t86`.`oldest`,
                          `t86`.`gaps`,
                          `t86`.`gap_total`,
                          `t86`.`gap_squares`,
                          `t86`.`gap_most`,
                          `t86`.`first_age`,
                          `t86`.`last_age`,
                          `t86`.`weekday_0`,
                          `t86`.`weekday_1`,
                          `t86`.`weekday_2`,
                          `t86`.`weekday_3`,
                          `t86`.`weekday_4`,
                          `t86`.`weekday_5`,
                          `t86`.`weekday_6`,
                          `t86`.`value`,
                          `t86`.`value_1`,
                          `t86`.`value_2`,
                          `t86`.`value_3`,
                          `t86`.`value_ever`,
                          `t86`.`value_ever_1`,
                          `t86`.`value_year`,
                          `t86`.`value_season`,
                          `t86`.`minutes`,
                          `t86`.`events`,
                          `t86`.`visits`,
                          `t86`.`window_id` AS `window_id__again`
                        FROM `valuecast_anchors` AS `t13`
                        LEFT OUTER JOIN (
                          SELECT
                            *
                          FROM (
                            SELECT
                              `t74`.`customer_id`,
                              `t74`.`days`,
                              `t74`.`days_1`,
                              `t74`.`days_2`,
                              `t74`.`newest`,
                              `t74`.`oldest`,
                              `t74`.`gaps`,
                              `t74`.`gap_total`,
                              `t74`.`gap_squares`,
                              `t74`.`gap_most`,
                              `t74`.`first_age`,
                              `t74`.`last_age`,
                              `t74`.`weekday_0`,
                              `t74`.`weekday_1`,
                              `t74`.`weekday_2`,
                              `t74`.`weekday_3`,
                              `t74`.`weekday_4`,
                              `t74`.`weekday_5`,
                              `t74`.`weekday_6`,
                              `t74`.`value`,
                              `t74`.`value_1`,
                              `t74`.`value_2`,
                              `t74`.`value_3`,
                              `t74`.`value_ever`,
                              `t74`.`value_ever_1`,
                              `t74`.`value_year`,
                              `t74`.`value_season`,
                              `t74`.`minutes`,
                              `t74`.`events`,
                              `t74`.`visits`,
                              'today' AS `window_id`
                            FROM (
                              SELECT
                                `t50`.`customer_id`,
                                COUNTIF(`t50`.`inside`) AS `days`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`age` > 0
                                ) AND (
                                  `t50`.`age` <= 30
                                )) AS `days_1`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`age` > 30
                                ) AND (
                                  `t50`.`age` <= 60
                                )) AS `days_2`,
                                MIN(IF(`t50`.`inside`, `t50`.`age`, NULL)) AS `newest`,
                                MAX(IF(`t50`.`inside`, `t50`.`age`, NULL)) AS `oldest`,
                                COUNT(`t50`.`gap`) AS `gaps`,
                                SUM(`t50`.`gap`) AS `gap_total`,
                                SUM(`t50`.`gap` * `t50`.`gap`) AS `gap_squares`,
                                MAX(`t50`.`gap`) AS `gap_most`,
                                MAX(`t50`.`age`) AS `first_age`,
                                MIN(`t50`.`age`) AS `last_age`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`weekday` = 0
                                )) AS `weekday_0`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`weekday` = 1
                                )) AS `weekday_1`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`weekday` = 2
                                )) AS `weekday_2`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`weekday` = 3
                                )) AS `weekday_3`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`weekday` = 4
                                )) AS `weekday_4`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`weekday` = 5
                                )) AS `weekday_5`,
                                COUNTIF(`t50`.`inside` AND (
                                  `t50`.`weekday` = 6
                                )) AS `weekday_6`,
                                ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                                ieee_divide(
                                  CAST(SUM(
                                    IF(
                                      `t50`.`inside` AND (
                                        `t50`.`age` > 0
                                      ) AND (
                                        `t50`.`age` <= 30
                                      ),
                                      `t50`.`value`,
                                      NULL
                                    )
                                  ) AS FLOAT64),
                                  1000
                                ) AS `value_1`,
                                ieee_divide(
                                  CAST(SUM(
                                    IF(
                                      `t50`.`inside` AND (
                                        `t50`.`age` > 30
                                      ) AND (
                                        `t50`.`age` <= 60
                                      ),
                                      `t50`.`value`,
                                      NULL
                                    )
                                  ) AS FLOAT64),
                                  1000
                                ) AS `value_2`,
                                ieee_divide(
                                  CAST(SUM(
                                    IF(
                                      `t50`.`inside` AND (
                                        `t50`.`age` > 60
                                      ) AND (
                                        `t50`.`age` <= 90
                                      ),
                                      `t50`.`value`,
                                      NULL
                                    )
                                  ) AS FLOAT64),
                                  1000
                                ) AS `value_3`,
                                ieee_divide(CAST(SUM(`t50`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                                ieee_divide(CAST(SUM(IF(`t50`.`age` <= 30, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                                ieee_divide(CAST(SUM(IF(`t50`.`age` <= 364, `t50`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                                ieee_divide(
                                  CAST(SUM(IF((
                                    `t50`.`age` > 273
                                  ) AND (
                                    `t50`.`age` <= 364
                                  ), `t50`.`value`, NULL)) AS FLOAT64),
                                  1000
                                ) AS `value_season`,
                                ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                                ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                                ieee_divide(CAST(SUM(IF(`t50`.`inside`, `t50`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                              FROM (
                                SELECT
                                  `t28`.`customer_id`,
                                  CAST(FLOOR((
                                    `t28`.`value` * 1000
                                  ) + 0.5) AS INT64) AS `value`,
                                  CAST(FLOOR((
                                    `t28`.`minutes` * 1000
                                  ) + 0.5) AS INT64) AS `minutes`,
                                  CAST(FLOOR((
                                    `t28`.`events` * 1000
                                  ) + 0.5) AS INT64) AS `events`,
                                  CAST(FLOOR((
                                    `t28`.`active_members` * 1000
                                  ) + 0.5) AS INT64) AS `active_members`,
                                  DATE_DIFF(DATE(2024, 11, 1), `t28`.`day`, DAY) AS `age`,
                                  `t28`.`day` >= DATE(2024, 8, 1) AS `inside`,
                                  IF(
                                    `t28`.`before` >= DATE(2024, 8, 1),
                                    DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                    CAST(NULL AS INT64)
                                  ) AS `gap`,
                                  MOD((
                                    MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                  ) + 7, 7) AS `weekday`
                                FROM `t24` AS `t28`
                                WHERE
                                  `t28`.`day` < DATE(2024, 11, 1)
                              ) AS `t50`
                              GROUP BY
                                1
                            ) AS `t74`
                          ) AS `t78`
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t75`.`customer_id`,
                                `t75`.`days`,
                                `t75`.`days_1`,
                                `t75`.`days_2`,
                                `t75`.`newest`,
                                `t75`.`oldest`,
                                `t75`.`gaps`,
                                `t75`.`gap_total`,
                                `t75`.`gap_squares`,
                                `t75`.`gap_most`,
                                `t75`.`first_age`,
                                `t75`.`last_age`,
                                `t75`.`weekday_0`,
                                `t75`.`weekday_1`,
                                `t75`.`weekday_2`,
                                `t75`.`weekday_3`,
                                `t75`.`weekday_4`,
                                `t75`.`weekday_5`,
                                `t75`.`weekday_6`,
                                `t75`.`value`,
                                `t75`.`value_1`,
                                `t75`.`value_2`,
                                `t75`.`value_3`,
                                `t75`.`value_ever`,
                                `t75`.`value_ever_1`,
                                `t75`.`value_year`,
                                `t75`.`value_season`,
                                `t75`.`minutes`,
                                `t75`.`events`,
                                `t75`.`visits`,
                                'W2' AS `window_id`
                              FROM (
                                SELECT
                                  `t51`.`customer_id`,
                                  COUNTIF(`t51`.`inside`) AS `days`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`age` > 0
                                  ) AND (
                                    `t51`.`age` <= 30
                                  )) AS `days_1`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`age` > 30
                                  ) AND (
                                    `t51`.`age` <= 60
                                  )) AS `days_2`,
                                  MIN(IF(`t51`.`inside`, `t51`.`age`, NULL)) AS `newest`,
                                  MAX(IF(`t51`.`inside`, `t51`.`age`, NULL)) AS `oldest`,
                                  COUNT(`t51`.`gap`) AS `gaps`,
                                  SUM(`t51`.`gap`) AS `gap_total`,
                                  SUM(`t51`.`gap` * `t51`.`gap`) AS `gap_squares`,
                                  MAX(`t51`.`gap`) AS `gap_most`,
                                  MAX(`t51`.`age`) AS `first_age`,
                                  MIN(`t51`.`age`) AS `last_age`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`weekday` = 0
                                  )) AS `weekday_0`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`weekday` = 1
                                  )) AS `weekday_1`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`weekday` = 2
                                  )) AS `weekday_2`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`weekday` = 3
                                  )) AS `weekday_3`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`weekday` = 4
                                  )) AS `weekday_4`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`weekday` = 5
                                  )) AS `weekday_5`,
                                  COUNTIF(`t51`.`inside` AND (
                                    `t51`.`weekday` = 6
                                  )) AS `weekday_6`,
                                  ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value`,
                                  ieee_divide(
                                    CAST(SUM(
                                      IF(
                                        `t51`.`inside` AND (
                                          `t51`.`age` > 0
                                        ) AND (
                                          `t51`.`age` <= 30
                                        ),
                                        `t51`.`value`,
                                        NULL
                                      )
                                    ) AS FLOAT64),
                                    1000
                                  ) AS `value_1`,
                                  ieee_divide(
                                    CAST(SUM(
                                      IF(
                                        `t51`.`inside` AND (
                                          `t51`.`age` > 30
                                        ) AND (
                                          `t51`.`age` <= 60
                                        ),
                                        `t51`.`value`,
                                        NULL
                                      )
                                    ) AS FLOAT64),
                                    1000
                                  ) AS `value_2`,
                                  ieee_divide(
                                    CAST(SUM(
                                      IF(
                                        `t51`.`inside` AND (
                                          `t51`.`age` > 60
                                        ) AND (
                                          `t51`.`age` <= 90
                                        ),
                                        `t51`.`value`,
                                        NULL
                                      )
                                    ) AS FLOAT64),
                                    1000
                                  ) AS `value_3`,
                                  ieee_divide(CAST(SUM(`t51`.`value`) AS FLOAT64), 1000) AS `value_ever`,
                                  ieee_divide(CAST(SUM(IF(`t51`.`age` <= 30, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value_ever_1`,
                                  ieee_divide(CAST(SUM(IF(`t51`.`age` <= 364, `t51`.`value`, NULL)) AS FLOAT64), 1000) AS `value_year`,
                                  ieee_divide(
                                    CAST(SUM(IF((
                                      `t51`.`age` > 273
                                    ) AND (
                                      `t51`.`age` <= 364
                                    ), `t51`.`value`, NULL)) AS FLOAT64),
                                    1000
                                  ) AS `value_season`,
                                  ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`minutes`, NULL)) AS FLOAT64), 1000) AS `minutes`,
                                  ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`events`, NULL)) AS FLOAT64), 1000) AS `events`,
                                  ieee_divide(CAST(SUM(IF(`t51`.`inside`, `t51`.`active_members`, NULL)) AS FLOAT64), 1000) AS `visits`
                                FROM (
                                  SELECT
                                    `t28`.`customer_id`,
                                    CAST(FLOOR((
                                      `t28`.`value` * 1000
                                    ) + 0.5) AS INT64) AS `value`,
                                    CAST(FLOOR((
                                      `t28`.`minutes` * 1000
                                    ) + 0.5) AS INT64) AS `minutes`,
                                    CAST(FLOOR((
                                      `t28`.`events` * 1000
                                    ) + 0.5) AS INT64) AS `events`,
                                    CAST(FLOOR((
                                      `t28`.`active_members` * 1000
                                    ) + 0.5) AS INT64) AS `active_members`,
                                    DATE_DIFF(DATE(2024, 9, 1), `t28`.`day`, DAY) AS `age`,
                                    `t28`.`day` >= DATE(2024, 6, 1) AS `inside`,
                                    IF(
                                      `t28`.`before` >= DATE(2024, 6, 1),
                                      DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                      CAST(NULL AS INT64)
                                    ) AS `gap`,
                                    MOD((
                                      MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                    ) + 7, 7) AS `weekday`
                                  FROM `t24` AS `t28`
                                  WHERE
                                    `t28`.`day` < DATE(2024, 9, 1)
                                ) AS `t51`
                                GROUP BY
                                  1
                              ) AS `t75`
                            ) AS `t79`
                            UNION ALL
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t76`.`customer_id`,
                                `t76`.`days`,
                                `t76`.`days_1`,
                                `t76`.`days_2`,
                                `t76`.`newest`,
                                `t76`.`oldest`,
                                `t76`.`gaps`,
                                `t76`.`gap_total`,
                                `t76`.`gap_squares`,
                                `t76`.`gap_most`,
                                `t76`.`first_age`,
                                `t76`.`last_age`,
                                `t76`.`weekday_0`,
                                `t76`.`weekday_1`,
                                `t76`.`weekday_2`,
                                `t76`.`weekday_3`,
                                `t76`.`weekday_4`,
                                `t76`.`weekday_5`,
                                `t76`.`weekday_6`,
                                `t76`.`value`,
                                `t76`.`value_1`,
                                `t76`.`value_2`,
                                `t76`.`value_3`,
                                `t76`.`value_ever`,
                                `t76`.`value_ever_1`,
                                `t76`.`value_year`,
                                `t76`.`value_season`,
                                `t76`.`minutes`,
                                `t76`.`events`,
                                `t76`.`visits`,
                                'W3' AS `window_id`
                              FROM (
                                SELECT
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
                                    `t28`.`customer_id`,
                                    CAST(FLOOR((
                                      `t28`.`value` * 1000
                                    ) + 0.5) AS INT64) AS `value`,
                                    CAST(FLOOR((
                                      `t28`.`minutes` * 1000
                                    ) + 0.5) AS INT64) AS `minutes`,
                                    CAST(FLOOR((
                                      `t28`.`events` * 1000
                                    ) + 0.5) AS INT64) AS `events`,
                                    CAST(FLOOR((
                                      `t28`.`active_members` * 1000
                                    ) + 0.5) AS INT64) AS `active_members`,
                                    DATE_DIFF(DATE(2024, 10, 1), `t28`.`day`, DAY) AS `age`,
                                    `t28`.`day` >= DATE(2024, 7, 1) AS `inside`,
                                    IF(
                                      `t28`.`before` >= DATE(2024, 7, 1),
                                      DATE_DIFF(`t28`.`day`, `t28`.`before`, DAY),
                                      CAST(NULL AS INT64)
                                    ) AS `gap`,
                                    MOD((
                                      MOD(DATE_DIFF(`t28`.`day`, DATE(2000, 1, 3), DAY), 7)
                                    ) + 7, 7) AS `weekday`
                                  FROM `t24` AS `t28`
                                  WHERE
                                    `t28`.`day` < DATE(2024, 10, 1)
                                ) AS `t52`
                                GROUP BY
                                  1
                              ) AS `t76`
                            ) AS `t80`
                          ) AS `t82`
                        ) AS `t86`
                          ON `t13`.`window_id` = `t86`.`window_id`
                          AND `t13`.`customer_id` = `t86`.`customer_id`
                      ) AS `t91`
                    ) AS `t102`
                    LEFT OUTER JOIN (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t88`.`customer_id`,
                          `t88`.`weeks_used`,
                          `t88`.`week_total`,
                          `t88`.`week_trend`,
                          `t88`.`week_squares`,
                          `t88`.`weeks`,
                          'today' AS `window_id`
                        FROM (
                          SELECT
                            `t64`.`customer_id`,
                            COUNT(*) AS `weeks_used`,
                            ieee_divide(CAST(SUM(IF(`t64`.`whole`, `t64`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                            ieee_divide(
                              CAST(SUM(IF(`t64`.`whole`, `t64`.`value` * (
                                12 - `t64`.`week`
                              ), NULL)) AS FLOAT64),
                              1000
                            ) AS `week_trend`,
                            ieee_divide(
                              (
                                (
                                  (
                                    CAST(SUM(IF(`t64`.`whole`, `t64`.`high` * `t64`.`high`, NULL)) AS FLOAT64) * 16777216
                                  ) + (
                                    CAST(SUM(IF(`t64`.`whole`, `t64`.`high` * `t64`.`low`, NULL)) AS FLOAT64) * 2
                                  )
                                ) * 16777216
                              ) + CAST(SUM(IF(`t64`.`whole`, `t64`.`low` * `t64`.`low`, NULL)) AS FLOAT64),
                              1000000.0
                            ) AS `week_squares`,
                            CAST('13.0' AS FLOAT64) AS `weeks`
                          FROM (
                            SELECT
                              `t42`.`customer_id`,
                              `t42`.`week`,
                              `t42`.`value`,
                              CAST(FLOOR(
                                ieee_divide(LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496), 16777216)
                              ) AS INT64) AS `high`,
                              LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496) - (
                                CAST(FLOOR(
                                  ieee_divide(LEAST(GREATEST(`t42`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                ) AS INT64) * 16777216
                              ) AS `low`,
                              `t42`.`week` < 13 AS `whole`
                            FROM (
                              SELECT
                                `t31`.`customer_id`,
                                `t31`.`week`,
                                SUM(`t31`.`value`) AS `value`
                              FROM (
                                SELECT
                                  `t7`.`customer_id`,
                                  CAST(FLOOR((
                                    `t7`.`value` * 1000
                                  ) + 0.5) AS INT64) AS `value`,
                                  CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 11, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                FROM `activity` AS `t7`
                                WHERE
                                  `t7`.`day` < DATE(2024, 11, 1) AND `t7`.`day` >= DATE(2024, 8, 1)
                              ) AS `t31`
                              GROUP BY
                                1,
                                2
                            ) AS `t42`
                          ) AS `t64`
                          GROUP BY
                            1
                        ) AS `t88`
                      ) AS `t95`
                      UNION ALL
                      SELECT
                        *
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t89`.`customer_id`,
                            `t89`.`weeks_used`,
                            `t89`.`week_total`,
                            `t89`.`week_trend`,
                            `t89`.`week_squares`,
                            `t89`.`weeks`,
                            'W2' AS `window_id`
                          FROM (
                            SELECT
                              `t65`.`customer_id`,
                              COUNT(*) AS `weeks_used`,
                              ieee_divide(CAST(SUM(IF(`t65`.`whole`, `t65`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                              ieee_divide(
                                CAST(SUM(IF(`t65`.`whole`, `t65`.`value` * (
                                  12 - `t65`.`week`
                                ), NULL)) AS FLOAT64),
                                1000
                              ) AS `week_trend`,
                              ieee_divide(
                                (
                                  (
                                    (
                                      CAST(SUM(IF(`t65`.`whole`, `t65`.`high` * `t65`.`high`, NULL)) AS FLOAT64) * 16777216
                                    ) + (
                                      CAST(SUM(IF(`t65`.`whole`, `t65`.`high` * `t65`.`low`, NULL)) AS FLOAT64) * 2
                                    )
                                  ) * 16777216
                                ) + CAST(SUM(IF(`t65`.`whole`, `t65`.`low` * `t65`.`low`, NULL)) AS FLOAT64),
                                1000000.0
                              ) AS `week_squares`,
                              CAST('13.0' AS FLOAT64) AS `weeks`
                            FROM (
                              SELECT
                                `t43`.`customer_id`,
                                `t43`.`week`,
                                `t43`.`value`,
                                CAST(FLOOR(
                                  ieee_divide(LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                ) AS INT64) AS `high`,
                                LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496) - (
                                  CAST(FLOOR(
                                    ieee_divide(LEAST(GREATEST(`t43`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                  ) AS INT64) * 16777216
                                ) AS `low`,
                                `t43`.`week` < 13 AS `whole`
                              FROM (
                                SELECT
                                  `t32`.`customer_id`,
                                  `t32`.`week`,
                                  SUM(`t32`.`value`) AS `value`
                                FROM (
                                  SELECT
                                    `t7`.`customer_id`,
                                    CAST(FLOOR((
                                      `t7`.`value` * 1000
                                    ) + 0.5) AS INT64) AS `value`,
                                    CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 9, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                  FROM `activity` AS `t7`
                                  WHERE
                                    `t7`.`day` < DATE(2024, 9, 1) AND `t7`.`day` >= DATE(2024, 6, 1)
                                ) AS `t32`
                                GROUP BY
                                  1,
                                  2
                              ) AS `t43`
                            ) AS `t65`
                            GROUP BY
                              1
                          ) AS `t89`
                        ) AS `t97`
                        UNION ALL
                        SELECT
                          *
                        FROM (
                          SELECT
                            `t90`.`customer_id`,
                            `t90`.`weeks_used`,
                            `t90`.`week_total`,
                            `t90`.`week_trend`,
                            `t90`.`week_squares`,
                            `t90`.`weeks`,
                            'W3' AS `window_id`
                          FROM (
                            SELECT
                              `t66`.`customer_id`,
                              COUNT(*) AS `weeks_used`,
                              ieee_divide(CAST(SUM(IF(`t66`.`whole`, `t66`.`value`, NULL)) AS FLOAT64), 1000) AS `week_total`,
                              ieee_divide(
                                CAST(SUM(IF(`t66`.`whole`, `t66`.`value` * (
                                  12 - `t66`.`week`
                                ), NULL)) AS FLOAT64),
                                1000
                              ) AS `week_trend`,
                              ieee_divide(
                                (
                                  (
                                    (
                                      CAST(SUM(IF(`t66`.`whole`, `t66`.`high` * `t66`.`high`, NULL)) AS FLOAT64) * 16777216
                                    ) + (
                                      CAST(SUM(IF(`t66`.`whole`, `t66`.`high` * `t66`.`low`, NULL)) AS FLOAT64) * 2
                                    )
                                  ) * 16777216
                                ) + CAST(SUM(IF(`t66`.`whole`, `t66`.`low` * `t66`.`low`, NULL)) AS FLOAT64),
                                1000000.0
                              ) AS `week_squares`,
                              CAST('13.0' AS FLOAT64) AS `weeks`
                            FROM (
                              SELECT
                                `t44`.`customer_id`,
                                `t44`.`week`,
                                `t44`.`value`,
                                CAST(FLOOR(
                                  ieee_divide(LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                ) AS INT64) AS `high`,
                                LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496) - (
                                  CAST(FLOOR(
                                    ieee_divide(LEAST(GREATEST(`t44`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                  ) AS INT64) * 16777216
                                ) AS `low`,
                                `t44`.`week` < 13 AS `whole`
                              FROM (
                                SELECT
                                  `t33`.`customer_id`,
                                  `t33`.`week`,
                                  SUM(`t33`.`value`) AS `value`
                                FROM (
                                  SELECT
                                    `t7`.`customer_id`,
                                    CAST(FLOOR((
                                      `t7`.`value` * 1000
                                    ) + 0.5) AS INT64) AS `value`,
                                    CAST(FLOOR(ieee_divide(DATE_DIFF(DATE(2024, 10, 1), `t7`.`day`, DAY) - 1, 7)) AS INT64) AS `week`
                                  FROM `activity` AS `t7`
                                  WHERE
                                    `t7`.`day` < DATE(2024, 10, 1) AND `t7`.`day` >= DATE(2024, 7, 1)
                                ) AS `t33`
                                GROUP BY
                                  1,
                                  2
                              ) AS `t44`
                            ) AS `t66`
                            GROUP BY
                              1
                          ) AS `t90`
                        ) AS `t98`
                      ) AS `t103`
                    ) AS `t110`
                      ON `t102`.`window_id` = `t110`.`window_id`
                      AND `t102`.`customer_id` = `t110`.`customer_id`
                  ) AS `t112`
                ) AS `t115`
              ) AS `t120`
              LEFT OUTER JOIN (
                SELECT
                  `t48`.`window_id`,
                  `t48`.`customer_id`,
                  COUNT(*) AS `active_members`,
                  COUNTIF(`t48`.`newest` > 30) AS `lost_members`,
                  MAX(`t48`.`n`) AS `most`,
                  SUM(`t48`.`n`) AS `total`
                FROM (
                  SELECT
                    `t35`.`window_id`,
                    `t35`.`customer_id`,
                    `t35`.`member_id`,
                    COUNT(*) AS `n`,
                    MIN(`t35`.`age`) AS `newest`
                  FROM (
                    SELECT
                      `t25`.`customer_id`,
                      `t25`.`member_id`,
                      `t25`.`day`,
                      `t25`.`minutes`,
                      `t25`.`events`,
                      `t25`.`window_id`,
                      `t25`.`past_start`,
                      `t25`.`as_of`,
                      DATE_DIFF(`t25`.`as_of`, `t25`.`day`, DAY) AS `age`,
                      `t25`.`day` AS `on`
                    FROM (
                      SELECT
                        `t10`.`customer_id`,
                        `t10`.`member_id`,
                        `t10`.`day`,
                        `t10`.`minutes`,
                        `t10`.`events`,
                        `t11`.`window_id`,
                        `t11`.`past_start`,
                        `t11`.`as_of`
                      FROM `member_activity` AS `t10`
                      INNER JOIN `in_memory_1` AS `t11`
                        ON `t10`.`day` < `t11`.`as_of`
                    ) AS `t25`
                    WHERE
                      `t25`.`day` >= `t25`.`past_start`
                  ) AS `t35`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t48`
                GROUP BY
                  1,
                  2
              ) AS `t61`
                ON `t120`.`window_id` = `t61`.`window_id`
                AND `t120`.`customer_id` = `t61`.`customer_id`
            ) AS `t124`
          ) AS `t129`
          LEFT OUTER JOIN (
            SELECT
              `t47`.`window_id`,
              `t47`.`customer_id`,
              COUNTIF(`t47`.`age` <= 30) AS `new_members`,
              COUNT(*) AS `ever`
            FROM (
              SELECT
                `t34`.`customer_id`,
                `t34`.`member_id`,
                `t34`.`first_day`,
                `t34`.`window_id`,
                `t34`.`past_start`,
                `t34`.`as_of`,
                DATE_DIFF(`t34`.`as_of`, `t34`.`first_day`, DAY) AS `age`,
                `t34`.`first_day` AS `on`
              FROM (
                SELECT
                  `t22`.`customer_id`,
                  `t22`.`member_id`,
                  `t22`.`first_day`,
                  `t11`.`window_id`,
                  `t11`.`past_start`,
                  `t11`.`as_of`
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
                INNER JOIN `in_memory_1` AS `t11`
                  ON `t22`.`first_day` < `t11`.`as_of`
              ) AS `t34`
            ) AS `t47`
            GROUP BY
              1,
              2
          ) AS `t60`
            ON `t129`.`window_id` = `t60`.`window_id`
            AND `t129`.`customer_id` = `t60`.`customer_id`
        ) AS `t134`
      ) AS `t136`
    ) AS `t143`
      ON `t163`.`window_id` = `t143`.`window_id`
      AND `t163`.`customer_id` = `t143`.`customer_id`
  ) AS `t164`
) AS `t165`
