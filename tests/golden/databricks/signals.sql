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
    DATEDIFF(DAY, `t29`.`day`, `t29`.`as_of`) AS `age`,
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
    DATEDIFF(DAY, `t33`.`rated_on`, `t33`.`as_of`) AS `age`,
    `t33`.`rated_on` AS `on`,
    COALESCE(`t33`.`member_id`, `t33`.`customer_id`) AS `who`
  FROM `t27` AS `t33`
), `t60` AS (
  SELECT
    `t42`.`window_id`,
    `t42`.`customer_id`,
    `t42`.`product_feature_id`,
    MIN(`t42`.`age`) AS `newest`,
    TRY_DIVIDE(
      CAST(SUM(CAST(FLOOR((
        `t42`.`clicks` * 1000
      ) + 0.5) AS BIGINT)) AS DOUBLE),
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
  COALESCE(CAST(`t147`.`active_days` AS DOUBLE), 0.0) AS `active_days`,
  COALESCE(CAST(`t147`.`active_weeks` AS DOUBLE), 0.0) AS `active_weeks`,
  COALESCE(CAST(`t147`.`recent_active_days` AS DOUBLE), 0.0) AS `recent_active_days`,
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
  CAST(`t147`.`longest_gap` AS DOUBLE) AS `longest_gap`,
  `t147`.`gap_variation`,
  `t147`.`weekday_entropy`,
  `t147`.`value_change`,
  `t147`.`recent_share`,
  `t147`.`weekly_slope`,
  `t147`.`value_against_history`,
  `t147`.`days_change`,
  `t147`.`acceleration`,
  CAST(`t147`.`days_since_last` AS DOUBLE) AS `days_since_last`,
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
  CAST(`t147`.`tenure_days` AS DOUBLE) AS `tenure_days`,
  CAST(`t147`.`span_days` AS DOUBLE) AS `span_days`,
  `t147`.`season_ratio`,
  `t147`.`weekend_share`
FROM (
  SELECT
    `t146`.`window_id`,
    `t146`.`customer_id`,
    `t146`.`active`,
    `t146`.`value`,
    `t146`.`minutes`,
    `t146`.`events`,
    `t146`.`value_per_active_day`,
    `t146`.`events_per_active_day`,
    `t146`.`value_per_visit`,
    `t146`.`active_days`,
    `t146`.`active_weeks`,
    `t146`.`recent_active_days`,
    `t146`.`visits`,
    `t146`.`weekly_variation`,
    `t146`.`longest_gap`,
    `t146`.`gap_variation`,
    `t146`.`weekday_entropy`,
    `t146`.`value_change`,
    `t146`.`recent_share`,
    `t146`.`days_change`,
    `t146`.`acceleration`,
    `t146`.`value_against_history`,
    `t146`.`weekly_slope`,
    `t146`.`days_since_last`,
    `t146`.`recency_ratio`,
    `t146`.`recency_share`,
    `t146`.`tenure_days`,
    `t146`.`span_days`,
    `t146`.`season_ratio`,
    `t146`.`weekend_share`,
    `t146`.`features_used`,
    `t146`.`core_features_used`,
    `t146`.`recent_features`,
    `t146`.`areas_used`,
    `t146`.`features_adopted`,
    `t146`.`click_concentration`,
    `t146`.`feature_clicks`,
    `t146`.`clicks_per_feature`,
    `t146`.`minutes_per_feature`,
    `t146`.`core_click_share`,
    `t146`.`use_pattern_1`,
    `t146`.`use_pattern_2`,
    `t146`.`use_pattern_3`,
    `t146`.`latest_rating`,
    `t146`.`mean_rating`,
    `t146`.`rating_change`,
    `t146`.`rated`,
    `t146`.`active_members`,
    `t146`.`new_members`,
    `t146`.`lost_members`,
    `t146`.`active_member_share`,
    `t146`.`top_member_share`
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
        `t143`.`window_id`,
        `t143`.`customer_id`,
        `t143`.`active`,
        `t143`.`value`,
        `t143`.`minutes`,
        `t143`.`events`,
        `t143`.`value_per_active_day`,
        `t143`.`events_per_active_day`,
        `t143`.`value_per_visit`,
        `t143`.`active_days`,
        `t143`.`active_weeks`,
        `t143`.`recent_active_days`,
        `t143`.`visits`,
        `t143`.`weekly_variation`,
        `t143`.`longest_gap`,
        `t143`.`gap_variation`,
        `t143`.`weekday_entropy`,
        `t143`.`value_change`,
        `t143`.`recent_share`,
        `t143`.`days_change`,
        `t143`.`acceleration`,
        `t143`.`value_against_history`,
        `t143`.`weekly_slope`,
        `t143`.`days_since_last`,
        `t143`.`recency_ratio`,
        `t143`.`recency_share`,
        `t143`.`tenure_days`,
        `t143`.`span_days`,
        `t143`.`season_ratio`,
        `t143`.`weekend_share`,
        `t143`.`features_used`,
        `t143`.`core_features_used`,
        `t143`.`recent_features`,
        `t143`.`areas_used`,
        `t143`.`features_adopted`,
        `t143`.`click_concentration`,
        `t143`.`feature_clicks`,
        `t143`.`clicks_per_feature`,
        `t143`.`minutes_per_feature`,
        `t143`.`core_click_share`,
        `t143`.`use_pattern_1`,
        `t143`.`use_pattern_2`,
        `t143`.`use_pattern_3`,
        `t143`.`latest_rating`,
        `t143`.`mean_rating`,
        `t143`.`rating_change`,
        `t143`.`rated`
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
            `t140`.`window_id`,
            `t140`.`customer_id`,
            `t140`.`active`,
            `t140`.`value`,
            `t140`.`minutes`,
            `t140`.`events`,
            `t140`.`value_per_active_day`,
            `t140`.`events_per_active_day`,
            `t140`.`value_per_visit`,
            `t140`.`active_days`,
            `t140`.`active_weeks`,
            `t140`.`recent_active_days`,
            `t140`.`visits`,
            `t140`.`weekly_variation`,
            `t140`.`longest_gap`,
            `t140`.`gap_variation`,
            `t140`.`weekday_entropy`,
            `t140`.`value_change`,
            `t140`.`recent_share`,
            `t140`.`days_change`,
            `t140`.`acceleration`,
            `t140`.`value_against_history`,
            `t140`.`weekly_slope`,
            `t140`.`days_since_last`,
            `t140`.`recency_ratio`,
            `t140`.`recency_share`,
            `t140`.`tenure_days`,
            `t140`.`span_days`,
            `t140`.`season_ratio`,
            `t140`.`weekend_share`,
            `t140`.`features_used`,
            `t140`.`core_features_used`,
            `t140`.`recent_features`,
            `t140`.`areas_used`,
            `t140`.`features_adopted`,
            `t140`.`click_concentration`,
            `t140`.`feature_clicks`,
            `t140`.`clicks_per_feature`,
            `t140`.`minutes_per_feature`,
            `t140`.`core_click_share`,
            `t140`.`use_pattern_1`,
            `t140`.`use_pattern_2`,
            `t140`.`use_pattern_3`
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
                `t137`.`window_id`,
                `t137`.`customer_id`,
                `t137`.`active`,
                `t137`.`value`,
                `t137`.`minutes`,
                `t137`.`events`,
                `t137`.`value_per_active_day`,
                `t137`.`events_per_active_day`,
                `t137`.`value_per_visit`,
                `t137`.`active_days`,
                `t137`.`active_weeks`,
                `t137`.`recent_active_days`,
                `t137`.`visits`,
                `t137`.`weekly_variation`,
                `t137`.`longest_gap`,
                `t137`.`gap_variation`,
                `t137`.`weekday_entropy`,
                `t137`.`value_change`,
                `t137`.`recent_share`,
                `t137`.`days_change`,
                `t137`.`acceleration`,
                `t137`.`value_against_history`,
                `t137`.`weekly_slope`,
                `t137`.`days_since_last`,
                `t137`.`recency_ratio`,
                `t137`.`recency_share`,
                `t137`.`tenure_days`,
                `t137`.`span_days`,
                `t137`.`season_ratio`,
                `t137`.`weekend_share`,
                `t137`.`features_used`,
                `t137`.`core_features_used`,
                `t137`.`recent_features`,
                `t137`.`areas_used`,
                `t137`.`features_adopted`,
                `t137`.`click_concentration`,
                `t137`.`feature_clicks`,
                `t137`.`clicks_per_feature`,
                `t137`.`minutes_per_feature`,
                `t137`.`core_click_share`
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
                    `t134`.`window_id`,
                    `t134`.`customer_id`,
                    `t134`.`active`,
                    `t134`.`value`,
                    `t134`.`minutes`,
                    `t134`.`events`,
                    `t134`.`value_per_active_day`,
                    `t134`.`events_per_active_day`,
                    `t134`.`value_per_visit`,
                    `t134`.`active_days`,
                    `t134`.`active_weeks`,
                    `t134`.`recent_active_days`,
                    `t134`.`visits`,
                    `t134`.`weekly_variation`,
                    `t134`.`longest_gap`,
                    `t134`.`gap_variation`,
                    `t134`.`weekday_entropy`,
                    `t134`.`value_change`,
                    `t134`.`recent_share`,
                    `t134`.`days_change`,
                    `t134`.`acceleration`,
                    `t134`.`value_against_history`,
                    `t134`.`weekly_slope`,
                    `t134`.`days_since_last`,
                    `t134`.`recency_ratio`,
                    `t134`.`recency_share`,
                    `t134`.`tenure_days`,
                    `t134`.`span_days`,
                    `t134`.`season_ratio`,
                    `t134`.`weekend_share`,
                    `t134`.`features_used`,
                    `t134`.`core_features_used`,
                    `t134`.`recent_features`,
                    `t134`.`areas_used`,
                    `t134`.`features_adopted`,
                    `t134`.`click_concentration`
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
                        TRY_DIVIDE(`t103`.`value`, NULLIF(`t103`.`days`, 0)) AS `value_per_active_day`,
                        TRY_DIVIDE(`t103`.`events`, NULLIF(`t103`.`days`, 0)) AS `events_per_active_day`,
                        TRY_DIVIDE(`t103`.`value`, NULLIF(`t103`.`visits`, 0)) AS `value_per_visit`,
                        `t103`.`days` AS `active_days`,
                        `t103`.`weeks_used` AS `active_weeks`,
                        `t103`.`days_1` AS `recent_active_days`,
                        `t103`.`visits`,
                        SQRT(
                          CASE
                            WHEN (
                              TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CASE
                                      WHEN (
                                        TRY_DIVIDE(
                                          TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                          NULLIF(`t103`.`week_total`, 0)
                                        ) * GREATEST(
                                          CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                          1
                                        )
                                      ) < CAST('1000000.0' AS DOUBLE)
                                      THEN TRY_DIVIDE(
                                        TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                        NULLIF(`t103`.`week_total`, 0)
                                      ) * GREATEST(
                                        CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                        1
                                      )
                                      WHEN (
                                        TRY_DIVIDE(
                                          TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                          NULLIF(`t103`.`week_total`, 0)
                                        ) * GREATEST(
                                          CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                          1
                                        )
                                      ) >= CAST('1000000.0' AS DOUBLE)
                                      THEN CAST('1000000.0' AS DOUBLE)
                                      ELSE NULL
                                    END * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ) - 1.0
                            ) > CAST('0.0' AS DOUBLE)
                            THEN TRY_DIVIDE(
                              CAST(CAST(FLOOR(
                                (
                                  CASE
                                    WHEN (
                                      TRY_DIVIDE(
                                        TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                        NULLIF(`t103`.`week_total`, 0)
                                      ) * GREATEST(
                                        CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                        1
                                      )
                                    ) < CAST('1000000.0' AS DOUBLE)
                                    THEN TRY_DIVIDE(
                                      TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                      NULLIF(`t103`.`week_total`, 0)
                                    ) * GREATEST(
                                      CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                      1
                                    )
                                    WHEN (
                                      TRY_DIVIDE(
                                        TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                        NULLIF(`t103`.`week_total`, 0)
                                      ) * GREATEST(
                                        CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                        1
                                      )
                                    ) >= CAST('1000000.0' AS DOUBLE)
                                    THEN CAST('1000000.0' AS DOUBLE)
                                    ELSE NULL
                                  END * 1000000000
                                ) + 0.5
                              ) AS BIGINT) AS DOUBLE),
                              1000000000
                            ) - 1.0
                            WHEN (
                              TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CASE
                                      WHEN (
                                        TRY_DIVIDE(
                                          TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                          NULLIF(`t103`.`week_total`, 0)
                                        ) * GREATEST(
                                          CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                          1
                                        )
                                      ) < CAST('1000000.0' AS DOUBLE)
                                      THEN TRY_DIVIDE(
                                        TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                        NULLIF(`t103`.`week_total`, 0)
                                      ) * GREATEST(
                                        CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                        1
                                      )
                                      WHEN (
                                        TRY_DIVIDE(
                                          TRY_DIVIDE(`t103`.`week_squares`, NULLIF(`t103`.`week_total`, 0)),
                                          NULLIF(`t103`.`week_total`, 0)
                                        ) * GREATEST(
                                          CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                          1
                                        )
                                      ) >= CAST('1000000.0' AS DOUBLE)
                                      THEN CAST('1000000.0' AS DOUBLE)
                                      ELSE NULL
                                    END * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ) - 1.0
                            ) <= CAST('0.0' AS DOUBLE)
                            THEN CAST('0.0' AS DOUBLE)
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
                          TRY_DIVIDE(
                            SQRT(
                              CAST((
                                `t103`.`gap_squares` * `t103`.`gaps`
                              ) - (
                                `t103`.`gap_total` * `t103`.`gap_total`
                              ) AS DOUBLE)
                            ),
                            NULLIF(`t103`.`gap_total`, 0)
                          ),
                          CAST(NULL AS DOUBLE)
                        ) AS `gap_variation`,
                        TRY_DIVIDE(
                          CASE
                            WHEN (
                              LN(CAST(NULLIF(`t103`.`days`, 0) AS DOUBLE)) - TRY_DIVIDE(
                                TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_0` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_0` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_1` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_1` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_2` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_2` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_3` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_3` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_4` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_4` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_5` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_5` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_6` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_6` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ),
                                CAST(NULLIF(`t103`.`days`, 0) AS DOUBLE)
                              )
                            ) > CAST('0.0' AS DOUBLE)
                            THEN LN(CAST(NULLIF(`t103`.`days`, 0) AS DOUBLE)) - TRY_DIVIDE(
                              TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_0` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_0` AS DOUBLE), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ) + TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_1` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_1` AS DOUBLE), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ) + TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_2` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_2` AS DOUBLE), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ) + TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_3` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_3` AS DOUBLE), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ) + TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_4` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_4` AS DOUBLE), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ) + TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_5` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_5` AS DOUBLE), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ) + TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CAST(`t103`.`weekday_6` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_6` AS DOUBLE), 1.0)) * 1000000000
                                  ) + 0.5
                                ) AS BIGINT) AS DOUBLE),
                                1000000000
                              ),
                              CAST(NULLIF(`t103`.`days`, 0) AS DOUBLE)
                            )
                            WHEN (
                              LN(CAST(NULLIF(`t103`.`days`, 0) AS DOUBLE)) - TRY_DIVIDE(
                                TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_0` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_0` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_1` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_1` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_2` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_2` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_3` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_3` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_4` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_4` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_5` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_5` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ) + TRY_DIVIDE(
                                  CAST(CAST(FLOOR(
                                    (
                                      CAST(`t103`.`weekday_6` AS DOUBLE) * LN(GREATEST(CAST(`t103`.`weekday_6` AS DOUBLE), 1.0)) * 1000000000
                                    ) + 0.5
                                  ) AS BIGINT) AS DOUBLE),
                                  1000000000
                                ),
                                CAST(NULLIF(`t103`.`days`, 0) AS DOUBLE)
                              )
                            ) <= CAST('0.0' AS DOUBLE)
                            THEN CAST('0.0' AS DOUBLE)
                            ELSE NULL
                          END,
                          1.9459101490553132
                        ) AS `weekday_entropy`,
                        TRY_DIVIDE(
                          COALESCE(`t103`.`value_1`, 0.0) - COALESCE(`t103`.`value_2`, 0.0),
                          NULLIF(COALESCE(`t103`.`value_1`, 0.0) + COALESCE(`t103`.`value_2`, 0.0), 0)
                        ) AS `value_change`,
                        TRY_DIVIDE(COALESCE(`t103`.`value_1`, 0.0), NULLIF(`t103`.`value`, 0)) AS `recent_share`,
                        TRY_DIVIDE(
                          `t103`.`days_1` - `t103`.`days_2`,
                          CAST(NULLIF(`t103`.`days_1` + `t103`.`days_2`, 0) AS DOUBLE)
                        ) AS `days_change`,
                        IF(
                          DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`) >= 90,
                          TRY_DIVIDE(
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
                          CAST(NULL AS DOUBLE)
                        ) AS `acceleration`,
                        IF(
                          (
                            `t103`.`first_age` > 30
                          ) AND (
                            `t103`.`days` > 0
                          ),
                          TRY_DIVIDE(
                            COALESCE(`t103`.`value_ever_1`, 0.0),
                            NULLIF(TRY_DIVIDE(`t103`.`value_ever` * 30, `t103`.`first_age`), 0)
                          ),
                          CAST(NULL AS DOUBLE)
                        ) AS `value_against_history`,
                        TRY_DIVIDE(
                          TRY_DIVIDE(
                            `t103`.`week_trend` - (
                              TRY_DIVIDE(
                                GREATEST(
                                  CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                  1
                                ) - 1,
                                2.0
                              ) * `t103`.`week_total`
                            ),
                            NULLIF(
                              TRY_DIVIDE(
                                GREATEST(
                                  CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                  1
                                ) * (
                                  (
                                    GREATEST(
                                      CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                      1
                                    ) * GREATEST(
                                      CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
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
                            TRY_DIVIDE(
                              `t103`.`week_total`,
                              GREATEST(
                                CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t103`.`past_start`, `t103`.`as_of`), 7)) AS BIGINT),
                                1
                              )
                            ),
                            0
                          )
                        ) AS `weekly_slope`,
                        `t103`.`last_age` - 1 AS `days_since_last`,
                        IF(
                          `t103`.`days` >= 3,
                          TRY_DIVIDE(
                            `t103`.`newest`,
                            NULLIF(
                              TRY_DIVIDE(`t103`.`oldest` - `t103`.`newest`, CAST(NULLIF(`t103`.`days` - 1, 0) AS DOUBLE)),
                              0
                            )
                          ),
                          CAST(NULL AS DOUBLE)
                        ) AS `recency_ratio`,
                        IF(
                          `t103`.`days` > 0,
                          TRY_DIVIDE(CAST(`t103`.`last_age` AS DOUBLE), CAST(`t103`.`first_age` AS DOUBLE)),
                          CAST(NULL AS DOUBLE)
                        ) AS `recency_share`,
                        `t103`.`first_age` AS `tenure_days`,
                        `t103`.`first_age` - `t103`.`last_age` AS `span_days`,
                        IF(
                          `t103`.`first_age` >= 364,
                          TRY_DIVIDE(COALESCE(`t103`.`value_season`, 0.0) * 4, NULLIF(`t103`.`value_year`, 0)),
                          CAST(NULL AS DOUBLE)
                        ) AS `season_ratio`,
                        TRY_DIVIDE(CAST(`t103`.`weekday_5` + `t103`.`weekday_6` AS DOUBLE), NULLIF(`t103`.`days`, 0)) AS `weekend_share`
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
                          `t102`.`weeks_used`,
                          `t102`.`week_total`,
                          `t102`.`week_trend`,
                          `t102`.`week_squares`
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
                              `t75`.`window_id`,
                              `t75`.`customer_id`,
                              `t75`.`as_of`,
                              `t75`.`past_start`,
                              `t75`.`active`,
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
                              `t75`.`visits`
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
                                  SUM(CAST(`t52`.`inside` AS BIGINT)) AS `days`,
                                  SUM(
                                    CAST(`t52`.`inside` AND (
                                      `t52`.`age` > 0
                                    ) AND (
                                      `t52`.`age` <= 30
                                    ) AS BIGINT)
                                  ) AS `days_1`,
                                  SUM(
                                    CAST(`t52`.`inside` AND (
                                      `t52`.`age` > 30
                                    ) AND (
                                      `t52`.`age` <= 60
                                    ) AS BIGINT)
                                  ) AS `days_2`,
                                  MIN(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `newest`,
                                  MAX(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `oldest`,
                                  COUNT(`t52`.`gap`) AS `gaps`,
                                  SUM(`t52`.`gap`) AS `gap_total`,
                                  SUM(`t52`.`gap` * `t52`.`gap`) AS `gap_squares`,
                                  MAX(`t52`.`gap`) AS `gap_most`,
                                  MAX(`t52`.`age`) AS `first_age`,
                                  MIN(`t52`.`age`) AS `last_age`,
                                  SUM(CAST(`t52`.`inside` AND (
                                    `t52`.`weekday` = 0
                                  ) AS BIGINT)) AS `weekday_0`,
                                  SUM(CAST(`t52`.`inside` AND (
                                    `t52`.`weekday` = 1
                                  ) AS BIGINT)) AS `weekday_1`,
                                  SUM(CAST(`t52`.`inside` AND (
                                    `t52`.`weekday` = 2
                                  ) AS BIGINT)) AS `weekday_2`,
                                  SUM(CAST(`t52`.`inside` AND (
                                    `t52`.`weekday` = 3
                                  ) AS BIGINT)) AS `weekday_3`,
                                  SUM(CAST(`t52`.`inside` AND (
                                    `t52`.`weekday` = 4
                                  ) AS BIGINT)) AS `weekday_4`,
                                  SUM(CAST(`t52`.`inside` AND (
                                    `t52`.`weekday` = 5
                                  ) AS BIGINT)) AS `weekday_5`,
                                  SUM(CAST(`t52`.`inside` AND (
                                    `t52`.`weekday` = 6
                                  ) AS BIGINT)) AS `weekday_6`,
                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value`,
                                  TRY_DIVIDE(
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
                                    ) AS DOUBLE),
                                    1000
                                  ) AS `value_1`,
                                  TRY_DIVIDE(
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
                                    ) AS DOUBLE),
                                    1000
                                  ) AS `value_2`,
                                  TRY_DIVIDE(
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
                                    ) AS DOUBLE),
                                    1000
                                  ) AS `value_3`,
                                  TRY_DIVIDE(CAST(SUM(`t52`.`value`) AS DOUBLE), 1000) AS `value_ever`,
                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`age` <= 30, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value_ever_1`,
                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`age` <= 364, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value_year`,
                                  TRY_DIVIDE(
                                    CAST(SUM(IF((
                                      `t52`.`age` > 273
                                    ) AND (
                                      `t52`.`age` <= 364
                                    ), `t52`.`value`, NULL)) AS DOUBLE),
                                    1000
                                  ) AS `value_season`,
                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`minutes`, NULL)) AS DOUBLE), 1000) AS `minutes`,
                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`events`, NULL)) AS DOUBLE), 1000) AS `events`,
                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`active_members`, NULL)) AS DOUBLE), 1000) AS `visits`
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
                                    DATEDIFF(DAY, `t43`.`on`, `t43`.`as_of`) AS `age`,
                                    `t43`.`on` >= `t43`.`past_start` AS `inside`,
                                    IF(
                                      `t43`.`before` >= `t43`.`past_start`,
                                      DATEDIFF(DAY, `t43`.`before`, `t43`.`on`),
                                      CAST(NULL AS BIGINT)
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
                                        ) + 0.5) AS BIGINT) AS `value`,
                                        CAST(FLOOR((
                                          `t6`.`minutes` * 1000
                                        ) + 0.5) AS BIGINT) AS `minutes`,
                                        CAST(FLOOR((
                                          `t6`.`events` * 1000
                                        ) + 0.5) AS BIGINT) AS `events`,
                                        CAST(FLOOR((
                                          `t6`.`active_members` * 1000
                                        ) + 0.5) AS BIGINT) AS `active_members`,
                                        `t6`.`day` AS `on`,
                                        LAG(`t6`.`day`) OVER (PARTITION BY `t6`.`customer_id` ORDER BY `t6`.`day` ASC NULLS LAST) AS `before`,
                                        (
                                          (
                                            DATEDIFF(DAY, MAKE_DATE(2000, 1, 3), `t6`.`day`) % 7
                                          ) + 7
                                        ) % 7 AS `weekday`
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
                              TRY_DIVIDE(CAST(SUM(IF(`t82`.`whole`, `t82`.`value`, NULL)) AS DOUBLE), 1000) AS `week_total`,
                              TRY_DIVIDE(
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
                                ) AS DOUBLE),
                                1000
                              ) AS `week_trend`,
                              TRY_DIVIDE(
                                (
                                  (
                                    (
                                      CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`high`, NULL)) AS DOUBLE) * 16777216
                                    ) + (
                                      CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`low`, NULL)) AS DOUBLE) * 2
                                    )
                                  ) * 16777216
                                ) + CAST(SUM(IF(`t82`.`whole`, `t82`.`low` * `t82`.`low`, NULL)) AS DOUBLE),
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
                                  TRY_DIVIDE(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                ) AS BIGINT) AS `high`,
                                LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496) - (
                                  CAST(FLOOR(
                                    TRY_DIVIDE(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                  ) AS BIGINT) * 16777216
                                ) AS `low`,
                                `t70`.`week` < `t70`.`weeks` AS `whole`
                              FROM (
                                SELECT
                                  `t56`.`window_id`,
                                  `t56`.`customer_id`,
                                  `t56`.`week`,
                                  SUM(`t56`.`value`) AS `value`,
                                  GREATEST(
                                    CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, MAX(`t56`.`past_start`), MAX(`t56`.`as_of`)), 7)) AS BIGINT),
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
                                    CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t37`.`on`, `t37`.`as_of`) - 1, 7)) AS BIGINT) AS `week`
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
                                        ) + 0.5) AS BIGINT) AS `value`
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
                        `t131`.`window_id`,
                        `t131`.`customer_id`,
                        `t131`.`features_used`,
                        `t131`.`core_features_used`,
                        `t131`.`recent_features`,
                        `t131`.`areas_used`,
                        `t131`.`features_adopted`,
                        `t131`.`click_concentration`
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
                            `t126`.`window_id`,
                            `t126`.`customer_id`,
                            `t126`.`features_used`,
                            `t126`.`core_features_used`,
                            `t126`.`recent_features`,
                            `t126`.`areas_used`,
                            `t126`.`features_adopted`
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
                                `t121`.`window_id`,
                                `t121`.`customer_id`,
                                `t121`.`features_used`,
                                `t121`.`core_features_used`,
                                `t121`.`recent_features`,
                                `t121`.`areas_used`
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
                                          `t102`.`weeks_used`,
                                          `t102`.`week_total`,
                                          `t102`.`week_trend`,
                                          `t102`.`week_squares`
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
                                              `t75`.`window_id`,
                                              `t75`.`customer_id`,
                                              `t75`.`as_of`,
                                              `t75`.`past_start`,
                                              `t75`.`active`,
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
                                              `t75`.`visits`
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
                                                  SUM(CAST(`t52`.`inside` AS BIGINT)) AS `days`,
                                                  SUM(
                                                    CAST(`t52`.`inside` AND (
                                                      `t52`.`age` > 0
                                                    ) AND (
                                                      `t52`.`age` <= 30
                                                    ) AS BIGINT)
                                                  ) AS `days_1`,
                                                  SUM(
                                                    CAST(`t52`.`inside` AND (
                                                      `t52`.`age` > 30
                                                    ) AND (
                                                      `t52`.`age` <= 60
                                                    ) AS BIGINT)
                                                  ) AS `days_2`,
                                                  MIN(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `newest`,
                                                  MAX(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `oldest`,
                                                  COUNT(`t52`.`gap`) AS `gaps`,
                                                  SUM(`t52`.`gap`) AS `gap_total`,
                                                  SUM(`t52`.`gap` * `t52`.`gap`) AS `gap_squares`,
                                                  MAX(`t52`.`gap`) AS `gap_most`,
                                                  MAX(`t52`.`age`) AS `first_age`,
                                                  MIN(`t52`.`age`) AS `last_age`,
                                                  SUM(CAST(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 0
                                                  ) AS BIGINT)) AS `weekday_0`,
                                                  SUM(CAST(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 1
                                                  ) AS BIGINT)) AS `weekday_1`,
                                                  SUM(CAST(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 2
                                                  ) AS BIGINT)) AS `weekday_2`,
                                                  SUM(CAST(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 3
                                                  ) AS BIGINT)) AS `weekday_3`,
                                                  SUM(CAST(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 4
                                                  ) AS BIGINT)) AS `weekday_4`,
                                                  SUM(CAST(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 5
                                                  ) AS BIGINT)) AS `weekday_5`,
                                                  SUM(CAST(`t52`.`inside` AND (
                                                    `t52`.`weekday` = 6
                                                  ) AS BIGINT)) AS `weekday_6`,
                                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value`,
                                                  TRY_DIVIDE(
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
                                                    ) AS DOUBLE),
                                                    1000
                                                  ) AS `value_1`,
                                                  TRY_DIVIDE(
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
                                                    ) AS DOUBLE),
                                                    1000
                                                  ) AS `value_2`,
                                                  TRY_DIVIDE(
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
                                                    ) AS DOUBLE),
                                                    1000
                                                  ) AS `value_3`,
                                                  TRY_DIVIDE(CAST(SUM(`t52`.`value`) AS DOUBLE), 1000) AS `value_ever`,
                                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`age` <= 30, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value_ever_1`,
                                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`age` <= 364, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value_year`,
                                                  TRY_DIVIDE(
                                                    CAST(SUM(IF((
                                                      `t52`.`age` > 273
                                                    ) AND (
                                                      `t52`.`age` <= 364
                                                    ), `t52`.`value`, NULL)) AS DOUBLE),
                                                    1000
                                                  ) AS `value_season`,
                                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`minutes`, NULL)) AS DOUBLE), 1000) AS `minutes`,
                                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`events`, NULL)) AS DOUBLE), 1000) AS `events`,
                                                  TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`active_members`, NULL)) AS DOUBLE), 1000) AS `visits`
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
                                                    DATEDIFF(DAY, `t43`.`on`, `t43`.`as_of`) AS `age`,
                                                    `t43`.`on` >= `t43`.`past_start` AS `inside`,
                                                    IF(
                                                      `t43`.`before` >= `t43`.`past_start`,
                                                      DATEDIFF(DAY, `t43`.`before`, `t43`.`on`),
                                                      CAST(NULL AS BIGINT)
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
                                                        ) + 0.5) AS BIGINT) AS `value`,
                                                        CAST(FLOOR((
                                                          `t6`.`minutes` * 1000
                                                        ) + 0.5) AS BIGINT) AS `minutes`,
                                                        CAST(FLOOR((
                                                          `t6`.`events` * 1000
                                                        ) + 0.5) AS BIGINT) AS `events`,
                                                        CAST(FLOOR((
                                                          `t6`.`active_members` * 1000
                                                        ) + 0.5) AS BIGINT) AS `active_members`,
                                                        `t6`.`day` AS `on`,
                                                        LAG(`t6`.`day`) OVER (PARTITION BY `t6`.`customer_id` ORDER BY `t6`.`day` ASC NULLS LAST) AS `before`,
                                                        (
                                                          (
                                                            DATEDIFF(DAY, MAKE_DATE(2000, 1, 3), `t6`.`day`) % 7
                                                          ) + 7
                                                        ) % 7 AS `weekday`
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
                                              TRY_DIVIDE(CAST(SUM(IF(`t82`.`whole`, `t82`.`value`, NULL)) AS DOUBLE), 1000) AS `week_total`,
                                              TRY_DIVIDE(
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
                                                ) AS DOUBLE),
                                                1000
                                              ) AS `week_trend`,
                                              TRY_DIVIDE(
                                                (
                                                  (
                                                    (
                                                      CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`high`, NULL)) AS DOUBLE) * 16777216
                                                    ) + (
                                                      CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`low`, NULL)) AS DOUBLE) * 2
                                                    )
                                                  ) * 16777216
                                                ) + CAST(SUM(IF(`t82`.`whole`, `t82`.`low` * `t82`.`low`, NULL)) AS DOUBLE),
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
                                                  TRY_DIVIDE(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                ) AS BIGINT) AS `high`,
                                                LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496) - (
                                                  CAST(FLOOR(
                                                    TRY_DIVIDE(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                                                  ) AS BIGINT) * 16777216
                                                ) AS `low`,
                                                `t70`.`week` < `t70`.`weeks` AS `whole`
                                              FROM (
                                                SELECT
                                                  `t56`.`window_id`,
                                                  `t56`.`customer_id`,
                                                  `t56`.`week`,
                                                  SUM(`t56`.`value`) AS `value`,
                                                  GREATEST(
                                                    CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, MAX(`t56`.`past_start`), MAX(`t56`.`as_of`)), 7)) AS BIGINT),
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
                                                    CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t37`.`on`, `t37`.`as_of`) - 1, 7)) AS BIGINT) AS `week`
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
                                                        ) + 0.5) AS BIGINT) AS `value`
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
                                        CAST(COUNT(*) AS DOUBLE) AS `features_used`,
                                        CAST(SUM(CAST(COALESCE(`t74`.`is_core`, FALSE) AS BIGINT)) AS DOUBLE) AS `core_features_used`,
                                        CAST(SUM(CAST(`t74`.`newest` <= 30 AS BIGINT)) AS DOUBLE) AS `recent_features`
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
                                    CAST(COUNT(*) AS DOUBLE) AS `areas_used`
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
                                CAST(COUNT(*) AS DOUBLE) AS `features_adopted`
                              FROM (
                                SELECT
                                  `t30`.`customer_id`,
                                  `t30`.`product_feature_id`,
                                  `t30`.`adopted_on`,
                                  `t30`.`window_id`,
                                  `t30`.`as_of`,
                                  `t30`.`past_start`,
                                  DATEDIFF(DAY, `t30`.`adopted_on`, `t30`.`as_of`) AS `age`,
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
                            TRY_DIVIDE(
                              CAST(SUM(CAST(FLOOR((
                                `t90`.`share` * `t90`.`share` * 1000000000
                              ) + 0.5) AS BIGINT)) AS DOUBLE),
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
                                TRY_DIVIDE(
                                  `t64`.`clicks`,
                                  NULLIF(
                                    TRY_DIVIDE(
                                      CAST(SUM(CAST(FLOOR((
                                        `t64`.`clicks` * 1000
                                      ) + 0.5) AS BIGINT)) OVER (
                                        PARTITION BY `t64`.`window_id`, `t64`.`customer_id`
                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                      ) AS DOUBLE),
                                      1000
                                    ),
                                    0
                                  )
                                ) AS `share`
                              FROM `t60` AS `t64`
                            ) AS `t80`
                            WHERE
                              `t80`.`share` IS NOT NULL AND NOT ISNAN(`t80`.`share`)
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
                    TRY_DIVIDE(NULLIF(`t88`.`feature_clicks`, 0), NULLIF(`t88`.`n`, 0)) AS `clicks_per_feature`,
                    TRY_DIVIDE(`t88`.`minutes`, NULLIF(`t88`.`used`, 0)) AS `minutes_per_feature`,
                    IF(
                      `t23`.`any_core` > 0,
                      TRY_DIVIDE(`t88`.`core_clicks`, NULLIF(`t88`.`feature_clicks`, 0)),
                      CAST(NULL AS DOUBLE)
                    ) AS `core_click_share`
                  FROM (
                    SELECT
                      `t71`.`window_id`,
                      `t71`.`customer_id`,
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          `t71`.`clicks` * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ) AS `feature_clicks`,
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          COALESCE(`t71`.`core_clicks`, 0.0) * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ) AS `core_clicks`,
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          `t71`.`minutes` * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ) AS `minutes`,
                      COUNT(*) AS `used`,
                      SUM(CAST(`t71`.`clicks` > 0 AS BIGINT)) AS `n`
                    FROM (
                      SELECT
                        `t55`.`window_id`,
                        `t55`.`customer_id`,
                        `t55`.`product_feature_id`,
                        TRY_DIVIDE(
                          CAST(SUM(CAST(FLOOR((
                            `t55`.`clicks` * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                          1000
                        ) AS `clicks`,
                        TRY_DIVIDE(
                          CAST(SUM(CAST(FLOOR((
                            `t55`.`minutes` * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                          1000
                        ) AS `minutes`,
                        TRY_DIVIDE(
                          CAST(SUM(
                            IF(
                              COALESCE(`t55`.`is_core`, FALSE),
                              CAST(FLOOR((
                                `t55`.`clicks` * 1000
                              ) + 0.5) AS BIGINT),
                              NULL
                            )
                          ) AS DOUBLE),
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
                      SUM(CAST(`t4`.`is_core` AS BIGINT)) AS `any_core`
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
                TRY_DIVIDE(
                  CAST(SUM(CAST(FLOOR((
                    `t93`.`mix` * `t93`.`weight_1` * 1000000000
                  ) + 0.5) AS BIGINT)) AS DOUBLE),
                  1000000000
                ) AS `use_pattern_1`,
                TRY_DIVIDE(
                  CAST(SUM(CAST(FLOOR((
                    `t93`.`mix` * `t93`.`weight_2` * 1000000000
                  ) + 0.5) AS BIGINT)) AS DOUBLE),
                  1000000000
                ) AS `use_pattern_2`,
                TRY_DIVIDE(
                  CAST(SUM(CAST(FLOOR((
                    `t93`.`mix` * `t93`.`weight_3` * 1000000000
                  ) + 0.5) AS BIGINT)) AS DOUBLE),
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
                        TRY_DIVIDE(
                          `t59`.`clicks`,
                          NULLIF(
                            TRY_DIVIDE(
                              CAST(SUM(CAST(FLOOR((
                                `t59`.`clicks` * 1000
                              ) + 0.5) AS BIGINT)) OVER (
                                PARTITION BY `t59`.`window_id`, `t59`.`customer_id`
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              ) AS DOUBLE),
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
                        TRY_DIVIDE(
                          CAST(SUM(CAST(FLOOR((
                            `t42`.`clicks` * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE),
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
            CAST('1.0' AS DOUBLE) AS `rated`
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
                    TRY_DIVIDE(
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          `t83`.`rating` * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ),
                      CAST(NULLIF(
                        COUNT(
                          IF(`t83`.`rating` IS NOT NULL AND NOT ISNAN(`t83`.`rating`), `t83`.`rating`, NULL)
                        ),
                        0
                      ) AS DOUBLE)
                    ) AS `latest_rating`
                  FROM (
                    SELECT
                      `t68`.`window_id`,
                      `t68`.`customer_id`,
                      `t68`.`who`,
                      TRY_DIVIDE(
                        TRY_DIVIDE(
                          CAST(SUM(CAST(FLOOR((
                            `t68`.`rating` * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                          1000
                        ),
                        CAST(NULLIF(
                          COUNT(
                            IF(`t68`.`rating` IS NOT NULL AND NOT ISNAN(`t68`.`rating`), `t68`.`rating`, NULL)
                          ),
                          0
                        ) AS DOUBLE)
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
                    TRY_DIVIDE(
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          `t41`.`rating` * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ),
                      CAST(NULLIF(
                        COUNT(
                          IF(`t41`.`rating` IS NOT NULL AND NOT ISNAN(`t41`.`rating`), `t41`.`rating`, NULL)
                        ),
                        0
                      ) AS DOUBLE)
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
                      DATEDIFF(DAY, `t33`.`rated_on`, `t33`.`as_of`) AS `age`,
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
                TRY_DIVIDE(
                  TRY_DIVIDE(
                    CAST(SUM(CAST(FLOOR((
                      `t40`.`rating` * 1000
                    ) + 0.5) AS BIGINT)) AS DOUBLE),
                    1000
                  ),
                  CAST(NULLIF(
                    COUNT(
                      IF(`t40`.`rating` IS NOT NULL AND NOT ISNAN(`t40`.`rating`), `t40`.`rating`, NULL)
                    ),
                    0
                  ) AS DOUBLE)
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
                  DATEDIFF(DAY, `t33`.`rated_on`, `t33`.`as_of`) AS `age`,
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
        CAST(`t120`.`active_members` AS DOUBLE) AS `active_members`,
        CAST(COALESCE(`t120`.`new_members`, 0) AS DOUBLE) AS `new_members`,
        CAST(`t120`.`lost_members` AS DOUBLE) AS `lost_members`,
        TRY_DIVIDE(CAST(`t120`.`active_members` AS DOUBLE), CAST(`t120`.`ever` AS DOUBLE)) AS `active_member_share`,
        TRY_DIVIDE(CAST(`t120`.`most` AS DOUBLE), CAST(`t120`.`total` AS DOUBLE)) AS `top_member_share`
      FROM (
        SELECT
          `t119`.`window_id`,
          `t119`.`customer_id`,
          `t119`.`active_members`,
          `t119`.`lost_members`,
          `t119`.`most`,
          `t119`.`total`,
          `t119`.`new_members`,
          `t119`.`ever`
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
              `t111`.`window_id`,
              `t111`.`customer_id`,
              `t111`.`active_members`,
              `t111`.`lost_members`,
              `t111`.`most`,
              `t111`.`total`
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
                    `t102`.`weeks_used`,
                    `t102`.`week_total`,
                    `t102`.`week_trend`,
                    `t102`.`week_squares`
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
                        `t75`.`window_id`,
                        `t75`.`customer_id`,
                        `t75`.`as_of`,
                        `t75`.`past_start`,
                        `t75`.`active`,
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
                        `t75`.`visits`
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
                            SUM(CAST(`t52`.`inside` AS BIGINT)) AS `days`,
                            SUM(
                              CAST(`t52`.`inside` AND (
                                `t52`.`age` > 0
                              ) AND (
                                `t52`.`age` <= 30
                              ) AS BIGINT)
                            ) AS `days_1`,
                            SUM(
                              CAST(`t52`.`inside` AND (
                                `t52`.`age` > 30
                              ) AND (
                                `t52`.`age` <= 60
                              ) AS BIGINT)
                            ) AS `days_2`,
                            MIN(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `newest`,
                            MAX(IF(`t52`.`inside`, `t52`.`age`, NULL)) AS `oldest`,
                            COUNT(`t52`.`gap`) AS `gaps`,
                            SUM(`t52`.`gap`) AS `gap_total`,
                            SUM(`t52`.`gap` * `t52`.`gap`) AS `gap_squares`,
                            MAX(`t52`.`gap`) AS `gap_most`,
                            MAX(`t52`.`age`) AS `first_age`,
                            MIN(`t52`.`age`) AS `last_age`,
                            SUM(CAST(`t52`.`inside` AND (
                              `t52`.`weekday` = 0
                            ) AS BIGINT)) AS `weekday_0`,
                            SUM(CAST(`t52`.`inside` AND (
                              `t52`.`weekday` = 1
                            ) AS BIGINT)) AS `weekday_1`,
                            SUM(CAST(`t52`.`inside` AND (
                              `t52`.`weekday` = 2
                            ) AS BIGINT)) AS `weekday_2`,
                            SUM(CAST(`t52`.`inside` AND (
                              `t52`.`weekday` = 3
                            ) AS BIGINT)) AS `weekday_3`,
                            SUM(CAST(`t52`.`inside` AND (
                              `t52`.`weekday` = 4
                            ) AS BIGINT)) AS `weekday_4`,
                            SUM(CAST(`t52`.`inside` AND (
                              `t52`.`weekday` = 5
                            ) AS BIGINT)) AS `weekday_5`,
                            SUM(CAST(`t52`.`inside` AND (
                              `t52`.`weekday` = 6
                            ) AS BIGINT)) AS `weekday_6`,
                            TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value`,
                            TRY_DIVIDE(
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
                              ) AS DOUBLE),
                              1000
                            ) AS `value_1`,
                            TRY_DIVIDE(
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
                              ) AS DOUBLE),
                              1000
                            ) AS `value_2`,
                            TRY_DIVIDE(
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
                              ) AS DOUBLE),
                              1000
                            ) AS `value_3`,
                            TRY_DIVIDE(CAST(SUM(`t52`.`value`) AS DOUBLE), 1000) AS `value_ever`,
                            TRY_DIVIDE(CAST(SUM(IF(`t52`.`age` <= 30, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value_ever_1`,
                            TRY_DIVIDE(CAST(SUM(IF(`t52`.`age` <= 364, `t52`.`value`, NULL)) AS DOUBLE), 1000) AS `value_year`,
                            TRY_DIVIDE(
                              CAST(SUM(IF((
                                `t52`.`age` > 273
                              ) AND (
                                `t52`.`age` <= 364
                              ), `t52`.`value`, NULL)) AS DOUBLE),
                              1000
                            ) AS `value_season`,
                            TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`minutes`, NULL)) AS DOUBLE), 1000) AS `minutes`,
                            TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`events`, NULL)) AS DOUBLE), 1000) AS `events`,
                            TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`active_members`, NULL)) AS DOUBLE), 1000) AS `visits`
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
                              DATEDIFF(DAY, `t43`.`on`, `t43`.`as_of`) AS `age`,
                              `t43`.`on` >= `t43`.`past_start` AS `inside`,
                              IF(
                                `t43`.`before` >= `t43`.`past_start`,
                                DATEDIFF(DAY, `t43`.`before`, `t43`.`on`),
                                CAST(NULL AS BIGINT)
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
                                  ) + 0.5) AS BIGINT) AS `value`,
                                  CAST(FLOOR((
                                    `t6`.`minutes` * 1000
                                  ) + 0.5) AS BIGINT) AS `minutes`,
                                  CAST(FLOOR((
                                    `t6`.`events` * 1000
                                  ) + 0.5) AS BIGINT) AS `events`,
                                  CAST(FLOOR((
                                    `t6`.`active_members` * 1000
                                  ) + 0.5) AS BIGINT) AS `active_members`,
                                  `t6`.`day` AS `on`,
                                  LAG(`t6`.`day`) OVER (PARTITION BY `t6`.`customer_id` ORDER BY `t6`.`day` ASC NULLS LAST) AS `before`,
                                  (
                                    (
                                      DATEDIFF(DAY, MAKE_DATE(2000, 1, 3), `t6`.`day`) % 7
                                    ) + 7
                                  ) % 7 AS `weekday`
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
                        TRY_DIVIDE(CAST(SUM(IF(`t82`.`whole`, `t82`.`value`, NULL)) AS DOUBLE), 1000) AS `week_total`,
                        TRY_DIVIDE(
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
                          ) AS DOUBLE),
                          1000
                        ) AS `week_trend`,
                        TRY_DIVIDE(
                          (
                            (
                              (
                                CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`high`, NULL)) AS DOUBLE) * 16777216
                              ) + (
                                CAST(SUM(IF(`t82`.`whole`, `t82`.`high` * `t82`.`low`, NULL)) AS DOUBLE) * 2
                              )
                            ) * 16777216
                          ) + CAST(SUM(IF(`t82`.`whole`, `t82`.`low` * `t82`.`low`, NULL)) AS DOUBLE),
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
                            TRY_DIVIDE(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                          ) AS BIGINT) AS `high`,
                          LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496) - (
                            CAST(FLOOR(
                              TRY_DIVIDE(LEAST(GREATEST(`t70`.`value`, -4503599627370496), 4503599627370496), 16777216)
                            ) AS BIGINT) * 16777216
                          ) AS `low`,
                          `t70`.`week` < `t70`.`weeks` AS `whole`
                        FROM (
                          SELECT
                            `t56`.`window_id`,
                            `t56`.`customer_id`,
                            `t56`.`week`,
                            SUM(`t56`.`value`) AS `value`,
                            GREATEST(
                              CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, MAX(`t56`.`past_start`), MAX(`t56`.`as_of`)), 7)) AS BIGINT),
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
                              CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t37`.`on`, `t37`.`as_of`) - 1, 7)) AS BIGINT) AS `week`
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
                                  ) + 0.5) AS BIGINT) AS `value`
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
                  SUM(CAST(`t47`.`newest` > 30 AS BIGINT)) AS `lost_members`,
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
                      DATEDIFF(DAY, `t28`.`day`, `t28`.`as_of`) AS `age`,
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
              SUM(CAST(`t38`.`age` <= 30 AS BIGINT)) AS `new_members`,
              COUNT(*) AS `ever`
            FROM (
              SELECT
                `t32`.`customer_id`,
                `t32`.`member_id`,
                `t32`.`first_day`,
                `t32`.`window_id`,
                `t32`.`as_of`,
                `t32`.`past_start`,
                DATEDIFF(DAY, `t32`.`first_day`, `t32`.`as_of`) AS `age`,
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
