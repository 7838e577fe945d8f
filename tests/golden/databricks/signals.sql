WITH `t28` AS (
  SELECT
    `t8`.`customer_id`,
    `t8`.`day`,
    `t8`.`minutes`,
    `t8`.`events`,
    `t8`.`amount`,
    `t8`.`active_members`,
    `t8`.`value`,
    `t19`.`window_id`,
    `t19`.`as_of`,
    `t19`.`past_start`
  FROM `activity` AS `t8`
  INNER JOIN (
    SELECT DISTINCT
      `t1`.`window_id`,
      `t1`.`as_of`,
      `t1`.`past_start`
    FROM `valuecast_anchors` AS `t1`
  ) AS `t19`
    ON `t8`.`day` < `t19`.`as_of`
), `t29` AS (
  SELECT
    `t10`.`customer_id`,
    `t10`.`member_id`,
    `t10`.`rated_on`,
    `t10`.`rating`,
    `t19`.`window_id`,
    `t19`.`as_of`,
    `t19`.`past_start`
  FROM `ratings` AS `t10`
  INNER JOIN (
    SELECT DISTINCT
      `t1`.`window_id`,
      `t1`.`as_of`,
      `t1`.`past_start`
    FROM `valuecast_anchors` AS `t1`
  ) AS `t19`
    ON `t10`.`rated_on` < `t19`.`as_of`
), `t37` AS (
  SELECT
    `t31`.`customer_id`,
    `t31`.`product_feature_id`,
    `t31`.`day`,
    `t31`.`clicks`,
    `t31`.`minutes`,
    `t31`.`window_id`,
    `t31`.`as_of`,
    `t31`.`past_start`,
    DATEDIFF(DAY, `t31`.`day`, `t31`.`as_of`) AS `age`,
    `t31`.`day` AS `on`
  FROM (
    SELECT
      `t12`.`customer_id`,
      `t12`.`product_feature_id`,
      `t12`.`day`,
      `t12`.`clicks`,
      `t12`.`minutes`,
      `t19`.`window_id`,
      `t19`.`as_of`,
      `t19`.`past_start`
    FROM `product_usage` AS `t12`
    INNER JOIN (
      SELECT DISTINCT
        `t1`.`window_id`,
        `t1`.`as_of`,
        `t1`.`past_start`
      FROM `valuecast_anchors` AS `t1`
    ) AS `t19`
      ON `t12`.`day` < `t19`.`as_of`
  ) AS `t31`
  WHERE
    `t31`.`day` >= `t31`.`past_start`
), `t39` AS (
  SELECT
    `t33`.`customer_id`,
    `t33`.`day`,
    `t33`.`minutes`,
    `t33`.`events`,
    `t33`.`amount`,
    `t33`.`active_members`,
    `t33`.`value`,
    `t33`.`window_id`,
    `t33`.`as_of`,
    `t33`.`past_start`,
    DATEDIFF(DAY, `t33`.`day`, `t33`.`as_of`) AS `age`,
    `t33`.`day` AS `on`
  FROM `t28` AS `t33`
), `t40` AS (
  SELECT
    `t33`.`customer_id`,
    `t33`.`day`,
    `t33`.`minutes`,
    `t33`.`events`,
    `t33`.`amount`,
    `t33`.`active_members`,
    `t33`.`value`,
    `t33`.`window_id`,
    `t33`.`as_of`,
    `t33`.`past_start`,
    DATEDIFF(DAY, `t33`.`day`, `t33`.`as_of`) AS `age`,
    `t33`.`day` AS `on`
  FROM `t28` AS `t33`
  WHERE
    `t33`.`day` >= `t33`.`past_start`
), `t41` AS (
  SELECT
    `t33`.`window_id`,
    `t33`.`customer_id`,
    DATEDIFF(DAY, `t33`.`day`, `t33`.`as_of`) AS `age`,
    `t33`.`day` AS `on`
  FROM `t28` AS `t33`
  WHERE
    `t33`.`day` >= `t33`.`past_start`
), `t42` AS (
  SELECT
    `t34`.`customer_id`,
    `t34`.`member_id`,
    `t34`.`rated_on`,
    `t34`.`rating`,
    `t34`.`window_id`,
    `t34`.`as_of`,
    `t34`.`past_start`,
    DATEDIFF(DAY, `t34`.`rated_on`, `t34`.`as_of`) AS `age`,
    `t34`.`rated_on` AS `on`,
    COALESCE(`t34`.`member_id`, `t34`.`customer_id`) AS `who`
  FROM `t29` AS `t34`
), `t73` AS (
  SELECT
    `t45`.`window_id`,
    `t45`.`customer_id`,
    `t45`.`product_feature_id`,
    MIN(`t45`.`age`) AS `newest`,
    TRY_DIVIDE(
      CAST(SUM(CAST(FLOOR((
        `t45`.`clicks` * 1000
      ) + 0.5) AS BIGINT)) AS DOUBLE),
      1000
    ) AS `clicks`
  FROM `t37` AS `t45`
  GROUP BY
    1,
    2,
    3
), `t99` AS (
  SELECT
    `t66`.`window_id`,
    `t66`.`customer_id`,
    `t66`.`week`,
    TRY_DIVIDE(CAST(SUM(CAST(FLOOR((
      `t66`.`value` * 1000
    ) + 0.5) AS BIGINT)) AS DOUBLE), 1000) AS `value`,
    MAX(`t66`.`weeks`) AS `weeks`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t33`.`customer_id`,
        `t33`.`day`,
        `t33`.`minutes`,
        `t33`.`events`,
        `t33`.`amount`,
        `t33`.`active_members`,
        `t33`.`value`,
        `t33`.`window_id`,
        `t33`.`as_of`,
        `t33`.`past_start`,
        DATEDIFF(DAY, `t33`.`day`, `t33`.`as_of`) AS `age`,
        `t33`.`day` AS `on`,
        CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t33`.`day`, `t33`.`as_of`) - 1, 7)) AS BIGINT) AS `week`,
        GREATEST(
          CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t33`.`past_start`, `t33`.`as_of`), 7)) AS BIGINT),
          1
        ) AS `weeks`
      FROM `t28` AS `t33`
      WHERE
        `t33`.`day` >= `t33`.`past_start`
    ) AS `t55`
    WHERE
      `t55`.`week` < `t55`.`weeks`
  ) AS `t66`
  GROUP BY
    1,
    2,
    3
), `t100` AS (
  SELECT
    `t86`.`window_id`,
    `t86`.`customer_id`,
    `t86`.`product_feature_id`,
    `t86`.`newest`,
    `t86`.`clicks`,
    `t25`.`product_feature_id` AS `product_feature_id_right`,
    `t25`.`area`,
    `t25`.`is_core`
  FROM `t73` AS `t86`
  LEFT OUTER JOIN (
    SELECT
      *
    FROM `product_features` AS `t5`
  ) AS `t25`
    ON `t86`.`product_feature_id` = `t25`.`product_feature_id`
)
SELECT
  `t221`.`window_id`,
  `t221`.`customer_id`,
  `t221`.`active`,
  COALESCE(`t221`.`value`, 0.0) AS `value`,
  COALESCE(`t221`.`minutes`, 0.0) AS `minutes`,
  COALESCE(`t221`.`events`, 0.0) AS `events`,
  `t221`.`value_per_active_day`,
  `t221`.`events_per_active_day`,
  `t221`.`value_per_visit`,
  COALESCE(`t221`.`active_days`, 0.0) AS `active_days`,
  COALESCE(`t221`.`active_weeks`, 0.0) AS `active_weeks`,
  COALESCE(`t221`.`recent_active_days`, 0.0) AS `recent_active_days`,
  COALESCE(`t221`.`visits`, 0.0) AS `visits`,
  COALESCE(`t221`.`features_used`, 0.0) AS `features_used`,
  COALESCE(`t221`.`areas_used`, 0.0) AS `areas_used`,
  COALESCE(`t221`.`features_adopted`, 0.0) AS `features_adopted`,
  COALESCE(`t221`.`core_features_used`, 0.0) AS `core_features_used`,
  COALESCE(`t221`.`recent_features`, 0.0) AS `recent_features`,
  `t221`.`click_concentration`,
  COALESCE(`t221`.`feature_clicks`, 0.0) AS `feature_clicks`,
  `t221`.`clicks_per_feature`,
  `t221`.`core_click_share`,
  `t221`.`use_pattern_1`,
  `t221`.`use_pattern_2`,
  `t221`.`use_pattern_3`,
  `t221`.`minutes_per_feature`,
  `t221`.`weekly_variation`,
  `t221`.`longest_gap`,
  `t221`.`gap_variation`,
  `t221`.`weekday_entropy`,
  `t221`.`value_change`,
  `t221`.`recent_share`,
  `t221`.`weekly_slope`,
  `t221`.`value_against_history`,
  `t221`.`days_change`,
  `t221`.`acceleration`,
  `t221`.`days_since_last`,
  `t221`.`recency_ratio`,
  `t221`.`recency_share`,
  `t221`.`latest_rating`,
  `t221`.`mean_rating`,
  `t221`.`rating_change`,
  COALESCE(`t221`.`rated`, 0.0) AS `rated`,
  COALESCE(`t221`.`active_members`, 0.0) AS `active_members`,
  COALESCE(`t221`.`new_members`, 0.0) AS `new_members`,
  `t221`.`top_member_share`,
  COALESCE(`t221`.`lost_members`, 0.0) AS `lost_members`,
  `t221`.`active_member_share`,
  `t221`.`tenure_days`,
  `t221`.`span_days`,
  `t221`.`season_ratio`,
  `t221`.`weekend_share`
FROM (
  SELECT
    `t220`.`window_id`,
    `t220`.`customer_id`,
    `t220`.`active`,
    `t220`.`value`,
    `t220`.`minutes`,
    `t220`.`events`,
    `t220`.`value_per_active_day`,
    `t220`.`events_per_active_day`,
    `t220`.`value_per_visit`,
    `t220`.`active_days`,
    `t220`.`active_weeks`,
    `t220`.`recent_active_days`,
    `t220`.`visits`,
    `t220`.`features_used`,
    `t220`.`core_features_used`,
    `t220`.`recent_features`,
    `t220`.`areas_used`,
    `t220`.`features_adopted`,
    `t220`.`click_concentration`,
    `t220`.`feature_clicks`,
    `t220`.`clicks_per_feature`,
    `t220`.`minutes_per_feature`,
    `t220`.`core_click_share`,
    `t220`.`use_pattern_1`,
    `t220`.`use_pattern_2`,
    `t220`.`use_pattern_3`,
    `t220`.`longest_gap`,
    `t220`.`gap_variation`,
    `t220`.`weekly_variation`,
    `t220`.`weekday_entropy`,
    `t220`.`value_change`,
    `t220`.`recent_share`,
    `t220`.`days_change`,
    `t220`.`acceleration`,
    `t220`.`weekly_slope`,
    `t220`.`value_against_history`,
    `t220`.`days_since_last`,
    `t220`.`recency_ratio`,
    `t220`.`recency_share`,
    `t220`.`latest_rating`,
    `t220`.`mean_rating`,
    `t220`.`rating_change`,
    `t220`.`rated`,
    `t220`.`active_members`,
    `t220`.`new_members`,
    `t220`.`lost_members`,
    `t220`.`active_member_share`,
    `t220`.`top_member_share`,
    `t220`.`tenure_days`,
    `t220`.`span_days`,
    `t220`.`season_ratio`,
    `t220`.`weekend_share`
  FROM (
    SELECT
      `t219`.`window_id`,
      `t219`.`customer_id`,
      `t219`.`active`,
      `t219`.`value`,
      `t219`.`minutes`,
      `t219`.`events`,
      `t219`.`value_per_active_day`,
      `t219`.`events_per_active_day`,
      `t219`.`value_per_visit`,
      `t219`.`active_days`,
      `t219`.`active_weeks`,
      `t219`.`recent_active_days`,
      `t219`.`visits`,
      `t219`.`features_used`,
      `t219`.`core_features_used`,
      `t219`.`recent_features`,
      `t219`.`areas_used`,
      `t219`.`features_adopted`,
      `t219`.`click_concentration`,
      `t219`.`feature_clicks`,
      `t219`.`clicks_per_feature`,
      `t219`.`minutes_per_feature`,
      `t219`.`core_click_share`,
      `t219`.`use_pattern_1`,
      `t219`.`use_pattern_2`,
      `t219`.`use_pattern_3`,
      `t219`.`longest_gap`,
      `t219`.`gap_variation`,
      `t219`.`weekly_variation`,
      `t219`.`weekday_entropy`,
      `t219`.`value_change`,
      `t219`.`recent_share`,
      `t219`.`days_change`,
      `t219`.`acceleration`,
      `t219`.`weekly_slope`,
      `t219`.`value_against_history`,
      `t219`.`days_since_last`,
      `t219`.`recency_ratio`,
      `t219`.`recency_share`,
      `t219`.`latest_rating`,
      `t219`.`mean_rating`,
      `t219`.`rating_change`,
      `t219`.`rated`,
      `t219`.`active_members`,
      `t219`.`new_members`,
      `t219`.`lost_members`,
      `t219`.`active_member_share`,
      `t219`.`top_member_share`,
      `t219`.`tenure_days`,
      `t219`.`span_days`,
      `t127`.`window_id` AS `window_id__again`,
      `t127`.`customer_id` AS `customer_id__again`,
      `t127`.`season_ratio`,
      `t127`.`weekend_share`
    FROM (
      SELECT
        `t217`.`window_id`,
        `t217`.`customer_id`,
        `t217`.`active`,
        `t217`.`value`,
        `t217`.`minutes`,
        `t217`.`events`,
        `t217`.`value_per_active_day`,
        `t217`.`events_per_active_day`,
        `t217`.`value_per_visit`,
        `t217`.`active_days`,
        `t217`.`active_weeks`,
        `t217`.`recent_active_days`,
        `t217`.`visits`,
        `t217`.`features_used`,
        `t217`.`core_features_used`,
        `t217`.`recent_features`,
        `t217`.`areas_used`,
        `t217`.`features_adopted`,
        `t217`.`click_concentration`,
        `t217`.`feature_clicks`,
        `t217`.`clicks_per_feature`,
        `t217`.`minutes_per_feature`,
        `t217`.`core_click_share`,
        `t217`.`use_pattern_1`,
        `t217`.`use_pattern_2`,
        `t217`.`use_pattern_3`,
        `t217`.`longest_gap`,
        `t217`.`gap_variation`,
        `t217`.`weekly_variation`,
        `t217`.`weekday_entropy`,
        `t217`.`value_change`,
        `t217`.`recent_share`,
        `t217`.`days_change`,
        `t217`.`acceleration`,
        `t217`.`weekly_slope`,
        `t217`.`value_against_history`,
        `t217`.`days_since_last`,
        `t217`.`recency_ratio`,
        `t217`.`recency_share`,
        `t217`.`latest_rating`,
        `t217`.`mean_rating`,
        `t217`.`rating_change`,
        `t217`.`rated`,
        `t217`.`active_members`,
        `t217`.`new_members`,
        `t217`.`lost_members`,
        `t217`.`active_member_share`,
        `t217`.`top_member_share`,
        `t217`.`tenure_days`,
        `t217`.`span_days`
      FROM (
        SELECT
          `t216`.`window_id`,
          `t216`.`customer_id`,
          `t216`.`active`,
          `t216`.`value`,
          `t216`.`minutes`,
          `t216`.`events`,
          `t216`.`value_per_active_day`,
          `t216`.`events_per_active_day`,
          `t216`.`value_per_visit`,
          `t216`.`active_days`,
          `t216`.`active_weeks`,
          `t216`.`recent_active_days`,
          `t216`.`visits`,
          `t216`.`features_used`,
          `t216`.`core_features_used`,
          `t216`.`recent_features`,
          `t216`.`areas_used`,
          `t216`.`features_adopted`,
          `t216`.`click_concentration`,
          `t216`.`feature_clicks`,
          `t216`.`clicks_per_feature`,
          `t216`.`minutes_per_feature`,
          `t216`.`core_click_share`,
          `t216`.`use_pattern_1`,
          `t216`.`use_pattern_2`,
          `t216`.`use_pattern_3`,
          `t216`.`longest_gap`,
          `t216`.`gap_variation`,
          `t216`.`weekly_variation`,
          `t216`.`weekday_entropy`,
          `t216`.`value_change`,
          `t216`.`recent_share`,
          `t216`.`days_change`,
          `t216`.`acceleration`,
          `t216`.`weekly_slope`,
          `t216`.`value_against_history`,
          `t216`.`days_since_last`,
          `t216`.`recency_ratio`,
          `t216`.`recency_share`,
          `t216`.`latest_rating`,
          `t216`.`mean_rating`,
          `t216`.`rating_change`,
          `t216`.`rated`,
          `t216`.`active_members`,
          `t216`.`new_members`,
          `t216`.`lost_members`,
          `t216`.`active_member_share`,
          `t216`.`top_member_share`,
          `t68`.`window_id` AS `window_id__again`,
          `t68`.`customer_id` AS `customer_id__again`,
          `t68`.`tenure_days`,
          `t68`.`span_days`
        FROM (
          SELECT
            `t214`.`window_id`,
            `t214`.`customer_id`,
            `t214`.`active`,
            `t214`.`value`,
            `t214`.`minutes`,
            `t214`.`events`,
            `t214`.`value_per_active_day`,
            `t214`.`events_per_active_day`,
            `t214`.`value_per_visit`,
            `t214`.`active_days`,
            `t214`.`active_weeks`,
            `t214`.`recent_active_days`,
            `t214`.`visits`,
            `t214`.`features_used`,
            `t214`.`core_features_used`,
            `t214`.`recent_features`,
            `t214`.`areas_used`,
            `t214`.`features_adopted`,
            `t214`.`click_concentration`,
            `t214`.`feature_clicks`,
            `t214`.`clicks_per_feature`,
            `t214`.`minutes_per_feature`,
            `t214`.`core_click_share`,
            `t214`.`use_pattern_1`,
            `t214`.`use_pattern_2`,
            `t214`.`use_pattern_3`,
            `t214`.`longest_gap`,
            `t214`.`gap_variation`,
            `t214`.`weekly_variation`,
            `t214`.`weekday_entropy`,
            `t214`.`value_change`,
            `t214`.`recent_share`,
            `t214`.`days_change`,
            `t214`.`acceleration`,
            `t214`.`weekly_slope`,
            `t214`.`value_against_history`,
            `t214`.`days_since_last`,
            `t214`.`recency_ratio`,
            `t214`.`recency_share`,
            `t214`.`latest_rating`,
            `t214`.`mean_rating`,
            `t214`.`rating_change`,
            `t214`.`rated`,
            `t214`.`active_members`,
            `t214`.`new_members`,
            `t214`.`lost_members`,
            `t214`.`active_member_share`,
            `t214`.`top_member_share`
          FROM (
            SELECT
              `t213`.`window_id`,
              `t213`.`customer_id`,
              `t213`.`active`,
              `t213`.`value`,
              `t213`.`minutes`,
              `t213`.`events`,
              `t213`.`value_per_active_day`,
              `t213`.`events_per_active_day`,
              `t213`.`value_per_visit`,
              `t213`.`active_days`,
              `t213`.`active_weeks`,
              `t213`.`recent_active_days`,
              `t213`.`visits`,
              `t213`.`features_used`,
              `t213`.`core_features_used`,
              `t213`.`recent_features`,
              `t213`.`areas_used`,
              `t213`.`features_adopted`,
              `t213`.`click_concentration`,
              `t213`.`feature_clicks`,
              `t213`.`clicks_per_feature`,
              `t213`.`minutes_per_feature`,
              `t213`.`core_click_share`,
              `t213`.`use_pattern_1`,
              `t213`.`use_pattern_2`,
              `t213`.`use_pattern_3`,
              `t213`.`longest_gap`,
              `t213`.`gap_variation`,
              `t213`.`weekly_variation`,
              `t213`.`weekday_entropy`,
              `t213`.`value_change`,
              `t213`.`recent_share`,
              `t213`.`days_change`,
              `t213`.`acceleration`,
              `t213`.`weekly_slope`,
              `t213`.`value_against_history`,
              `t213`.`days_since_last`,
              `t213`.`recency_ratio`,
              `t213`.`recency_share`,
              `t213`.`latest_rating`,
              `t213`.`mean_rating`,
              `t213`.`rating_change`,
              `t213`.`rated`,
              `t136`.`window_id` AS `window_id__again`,
              `t136`.`customer_id` AS `customer_id__again`,
              `t136`.`active_members`,
              `t136`.`new_members`,
              `t136`.`lost_members`,
              `t136`.`active_member_share`,
              `t136`.`top_member_share`
            FROM (
              SELECT
                `t211`.`window_id`,
                `t211`.`customer_id`,
                `t211`.`active`,
                `t211`.`value`,
                `t211`.`minutes`,
                `t211`.`events`,
                `t211`.`value_per_active_day`,
                `t211`.`events_per_active_day`,
                `t211`.`value_per_visit`,
                `t211`.`active_days`,
                `t211`.`active_weeks`,
                `t211`.`recent_active_days`,
                `t211`.`visits`,
                `t211`.`features_used`,
                `t211`.`core_features_used`,
                `t211`.`recent_features`,
                `t211`.`areas_used`,
                `t211`.`features_adopted`,
                `t211`.`click_concentration`,
                `t211`.`feature_clicks`,
                `t211`.`clicks_per_feature`,
                `t211`.`minutes_per_feature`,
                `t211`.`core_click_share`,
                `t211`.`use_pattern_1`,
                `t211`.`use_pattern_2`,
                `t211`.`use_pattern_3`,
                `t211`.`longest_gap`,
                `t211`.`gap_variation`,
                `t211`.`weekly_variation`,
                `t211`.`weekday_entropy`,
                `t211`.`value_change`,
                `t211`.`recent_share`,
                `t211`.`days_change`,
                `t211`.`acceleration`,
                `t211`.`weekly_slope`,
                `t211`.`value_against_history`,
                `t211`.`days_since_last`,
                `t211`.`recency_ratio`,
                `t211`.`recency_share`,
                `t211`.`latest_rating`,
                `t211`.`mean_rating`,
                `t211`.`rating_change`,
                `t211`.`rated`
              FROM (
                SELECT
                  `t210`.`window_id`,
                  `t210`.`customer_id`,
                  `t210`.`active`,
                  `t210`.`value`,
                  `t210`.`minutes`,
                  `t210`.`events`,
                  `t210`.`value_per_active_day`,
                  `t210`.`events_per_active_day`,
                  `t210`.`value_per_visit`,
                  `t210`.`active_days`,
                  `t210`.`active_weeks`,
                  `t210`.`recent_active_days`,
                  `t210`.`visits`,
                  `t210`.`features_used`,
                  `t210`.`core_features_used`,
                  `t210`.`recent_features`,
                  `t210`.`areas_used`,
                  `t210`.`features_adopted`,
                  `t210`.`click_concentration`,
                  `t210`.`feature_clicks`,
                  `t210`.`clicks_per_feature`,
                  `t210`.`minutes_per_feature`,
                  `t210`.`core_click_share`,
                  `t210`.`use_pattern_1`,
                  `t210`.`use_pattern_2`,
                  `t210`.`use_pattern_3`,
                  `t210`.`longest_gap`,
                  `t210`.`gap_variation`,
                  `t210`.`weekly_variation`,
                  `t210`.`weekday_entropy`,
                  `t210`.`value_change`,
                  `t210`.`recent_share`,
                  `t210`.`days_change`,
                  `t210`.`acceleration`,
                  `t210`.`weekly_slope`,
                  `t210`.`value_against_history`,
                  `t210`.`days_since_last`,
                  `t210`.`recency_ratio`,
                  `t210`.`recency_share`,
                  `t182`.`window_id` AS `window_id__again`,
                  `t182`.`customer_id` AS `customer_id__again`,
                  `t182`.`latest_rating`,
                  `t182`.`mean_rating`,
                  `t182`.`rating_change`,
                  `t182`.`rated`
                FROM (
                  SELECT
                    `t208`.`window_id`,
                    `t208`.`customer_id`,
                    `t208`.`active`,
                    `t208`.`value`,
                    `t208`.`minutes`,
                    `t208`.`events`,
                    `t208`.`value_per_active_day`,
                    `t208`.`events_per_active_day`,
                    `t208`.`value_per_visit`,
                    `t208`.`active_days`,
                    `t208`.`active_weeks`,
                    `t208`.`recent_active_days`,
                    `t208`.`visits`,
                    `t208`.`features_used`,
                    `t208`.`core_features_used`,
                    `t208`.`recent_features`,
                    `t208`.`areas_used`,
                    `t208`.`features_adopted`,
                    `t208`.`click_concentration`,
                    `t208`.`feature_clicks`,
                    `t208`.`clicks_per_feature`,
                    `t208`.`minutes_per_feature`,
                    `t208`.`core_click_share`,
                    `t208`.`use_pattern_1`,
                    `t208`.`use_pattern_2`,
                    `t208`.`use_pattern_3`,
                    `t208`.`longest_gap`,
                    `t208`.`gap_variation`,
                    `t208`.`weekly_variation`,
                    `t208`.`weekday_entropy`,
                    `t208`.`value_change`,
                    `t208`.`recent_share`,
                    `t208`.`days_change`,
                    `t208`.`acceleration`,
                    `t208`.`weekly_slope`,
                    `t208`.`value_against_history`,
                    `t208`.`days_since_last`,
                    `t208`.`recency_ratio`,
                    `t208`.`recency_share`
                  FROM (
                    SELECT
                      `t207`.`window_id`,
                      `t207`.`customer_id`,
                      `t207`.`active`,
                      `t207`.`value`,
                      `t207`.`minutes`,
                      `t207`.`events`,
                      `t207`.`value_per_active_day`,
                      `t207`.`events_per_active_day`,
                      `t207`.`value_per_visit`,
                      `t207`.`active_days`,
                      `t207`.`active_weeks`,
                      `t207`.`recent_active_days`,
                      `t207`.`visits`,
                      `t207`.`features_used`,
                      `t207`.`core_features_used`,
                      `t207`.`recent_features`,
                      `t207`.`areas_used`,
                      `t207`.`features_adopted`,
                      `t207`.`click_concentration`,
                      `t207`.`feature_clicks`,
                      `t207`.`clicks_per_feature`,
                      `t207`.`minutes_per_feature`,
                      `t207`.`core_click_share`,
                      `t207`.`use_pattern_1`,
                      `t207`.`use_pattern_2`,
                      `t207`.`use_pattern_3`,
                      `t207`.`longest_gap`,
                      `t207`.`gap_variation`,
                      `t207`.`weekly_variation`,
                      `t207`.`weekday_entropy`,
                      `t207`.`value_change`,
                      `t207`.`recent_share`,
                      `t207`.`days_change`,
                      `t207`.`acceleration`,
                      `t207`.`weekly_slope`,
                      `t207`.`value_against_history`,
                      `t116`.`window_id` AS `window_id__again`,
                      `t116`.`customer_id` AS `customer_id__again`,
                      `t116`.`days_since_last`,
                      `t116`.`recency_ratio`,
                      `t116`.`recency_share`
                    FROM (
                      SELECT
                        `t205`.`window_id`,
                        `t205`.`customer_id`,
                        `t205`.`active`,
                        `t205`.`value`,
                        `t205`.`minutes`,
                        `t205`.`events`,
                        `t205`.`value_per_active_day`,
                        `t205`.`events_per_active_day`,
                        `t205`.`value_per_visit`,
                        `t205`.`active_days`,
                        `t205`.`active_weeks`,
                        `t205`.`recent_active_days`,
                        `t205`.`visits`,
                        `t205`.`features_used`,
                        `t205`.`core_features_used`,
                        `t205`.`recent_features`,
                        `t205`.`areas_used`,
                        `t205`.`features_adopted`,
                        `t205`.`click_concentration`,
                        `t205`.`feature_clicks`,
                        `t205`.`clicks_per_feature`,
                        `t205`.`minutes_per_feature`,
                        `t205`.`core_click_share`,
                        `t205`.`use_pattern_1`,
                        `t205`.`use_pattern_2`,
                        `t205`.`use_pattern_3`,
                        `t205`.`longest_gap`,
                        `t205`.`gap_variation`,
                        `t205`.`weekly_variation`,
                        `t205`.`weekday_entropy`,
                        `t205`.`value_change`,
                        `t205`.`recent_share`,
                        `t205`.`days_change`,
                        `t205`.`acceleration`,
                        `t205`.`weekly_slope`,
                        `t205`.`value_against_history`
                      FROM (
                        SELECT
                          `t204`.`window_id`,
                          `t204`.`customer_id`,
                          `t204`.`active`,
                          `t204`.`value`,
                          `t204`.`minutes`,
                          `t204`.`events`,
                          `t204`.`value_per_active_day`,
                          `t204`.`events_per_active_day`,
                          `t204`.`value_per_visit`,
                          `t204`.`active_days`,
                          `t204`.`active_weeks`,
                          `t204`.`recent_active_days`,
                          `t204`.`visits`,
                          `t204`.`features_used`,
                          `t204`.`core_features_used`,
                          `t204`.`recent_features`,
                          `t204`.`areas_used`,
                          `t204`.`features_adopted`,
                          `t204`.`click_concentration`,
                          `t204`.`feature_clicks`,
                          `t204`.`clicks_per_feature`,
                          `t204`.`minutes_per_feature`,
                          `t204`.`core_click_share`,
                          `t204`.`use_pattern_1`,
                          `t204`.`use_pattern_2`,
                          `t204`.`use_pattern_3`,
                          `t204`.`longest_gap`,
                          `t204`.`gap_variation`,
                          `t204`.`weekly_variation`,
                          `t204`.`weekday_entropy`,
                          `t187`.`window_id` AS `window_id__again`,
                          `t187`.`customer_id` AS `customer_id__again`,
                          `t187`.`value_change`,
                          `t187`.`recent_share`,
                          `t187`.`days_change`,
                          `t187`.`acceleration`,
                          `t187`.`weekly_slope`,
                          `t187`.`value_against_history`
                        FROM (
                          SELECT
                            `t202`.`window_id`,
                            `t202`.`customer_id`,
                            `t202`.`active`,
                            `t202`.`value`,
                            `t202`.`minutes`,
                            `t202`.`events`,
                            `t202`.`value_per_active_day`,
                            `t202`.`events_per_active_day`,
                            `t202`.`value_per_visit`,
                            `t202`.`active_days`,
                            `t202`.`active_weeks`,
                            `t202`.`recent_active_days`,
                            `t202`.`visits`,
                            `t202`.`features_used`,
                            `t202`.`core_features_used`,
                            `t202`.`recent_features`,
                            `t202`.`areas_used`,
                            `t202`.`features_adopted`,
                            `t202`.`click_concentration`,
                            `t202`.`feature_clicks`,
                            `t202`.`clicks_per_feature`,
                            `t202`.`minutes_per_feature`,
                            `t202`.`core_click_share`,
                            `t202`.`use_pattern_1`,
                            `t202`.`use_pattern_2`,
                            `t202`.`use_pattern_3`,
                            `t202`.`longest_gap`,
                            `t202`.`gap_variation`,
                            `t202`.`weekly_variation`,
                            `t202`.`weekday_entropy`
                          FROM (
                            SELECT
                              `t201`.`window_id`,
                              `t201`.`customer_id`,
                              `t201`.`active`,
                              `t201`.`value`,
                              `t201`.`minutes`,
                              `t201`.`events`,
                              `t201`.`value_per_active_day`,
                              `t201`.`events_per_active_day`,
                              `t201`.`value_per_visit`,
                              `t201`.`active_days`,
                              `t201`.`active_weeks`,
                              `t201`.`recent_active_days`,
                              `t201`.`visits`,
                              `t201`.`features_used`,
                              `t201`.`core_features_used`,
                              `t201`.`recent_features`,
                              `t201`.`areas_used`,
                              `t201`.`features_adopted`,
                              `t201`.`click_concentration`,
                              `t201`.`feature_clicks`,
                              `t201`.`clicks_per_feature`,
                              `t201`.`minutes_per_feature`,
                              `t201`.`core_click_share`,
                              `t201`.`use_pattern_1`,
                              `t201`.`use_pattern_2`,
                              `t201`.`use_pattern_3`,
                              `t198`.`window_id` AS `window_id__again`,
                              `t198`.`customer_id` AS `customer_id__again`,
                              `t198`.`longest_gap`,
                              `t198`.`gap_variation`,
                              `t198`.`weekly_variation`,
                              `t198`.`weekday_entropy`
                            FROM (
                              SELECT
                                `t199`.`window_id`,
                                `t199`.`customer_id`,
                                `t199`.`active`,
                                `t199`.`value`,
                                `t199`.`minutes`,
                                `t199`.`events`,
                                `t199`.`value_per_active_day`,
                                `t199`.`events_per_active_day`,
                                `t199`.`value_per_visit`,
                                `t199`.`active_days`,
                                `t199`.`active_weeks`,
                                `t199`.`recent_active_days`,
                                `t199`.`visits`,
                                `t199`.`features_used`,
                                `t199`.`core_features_used`,
                                `t199`.`recent_features`,
                                `t199`.`areas_used`,
                                `t199`.`features_adopted`,
                                `t199`.`click_concentration`,
                                `t199`.`feature_clicks`,
                                `t199`.`clicks_per_feature`,
                                `t199`.`minutes_per_feature`,
                                `t199`.`core_click_share`,
                                `t199`.`use_pattern_1`,
                                `t199`.`use_pattern_2`,
                                `t199`.`use_pattern_3`
                              FROM (
                                SELECT
                                  `t197`.`window_id`,
                                  `t197`.`customer_id`,
                                  `t197`.`active`,
                                  `t197`.`value`,
                                  `t197`.`minutes`,
                                  `t197`.`events`,
                                  `t197`.`value_per_active_day`,
                                  `t197`.`events_per_active_day`,
                                  `t197`.`value_per_visit`,
                                  `t197`.`active_days`,
                                  `t197`.`active_weeks`,
                                  `t197`.`recent_active_days`,
                                  `t197`.`visits`,
                                  `t197`.`features_used`,
                                  `t197`.`core_features_used`,
                                  `t197`.`recent_features`,
                                  `t197`.`areas_used`,
                                  `t197`.`features_adopted`,
                                  `t197`.`click_concentration`,
                                  `t197`.`feature_clicks`,
                                  `t197`.`clicks_per_feature`,
                                  `t197`.`minutes_per_feature`,
                                  `t197`.`core_click_share`,
                                  `t169`.`window_id` AS `window_id__again`,
                                  `t169`.`customer_id` AS `customer_id__again`,
                                  `t169`.`use_pattern_1`,
                                  `t169`.`use_pattern_2`,
                                  `t169`.`use_pattern_3`
                                FROM (
                                  SELECT
                                    `t193`.`window_id`,
                                    `t193`.`customer_id`,
                                    `t193`.`active`,
                                    `t193`.`value`,
                                    `t193`.`minutes`,
                                    `t193`.`events`,
                                    `t193`.`value_per_active_day`,
                                    `t193`.`events_per_active_day`,
                                    `t193`.`value_per_visit`,
                                    `t193`.`active_days`,
                                    `t193`.`active_weeks`,
                                    `t193`.`recent_active_days`,
                                    `t193`.`visits`,
                                    `t193`.`features_used`,
                                    `t193`.`core_features_used`,
                                    `t193`.`recent_features`,
                                    `t193`.`areas_used`,
                                    `t193`.`features_adopted`,
                                    `t193`.`click_concentration`,
                                    `t193`.`feature_clicks`,
                                    `t193`.`clicks_per_feature`,
                                    `t193`.`minutes_per_feature`,
                                    `t193`.`core_click_share`
                                  FROM (
                                    SELECT
                                      `t191`.`window_id`,
                                      `t191`.`customer_id`,
                                      `t191`.`active`,
                                      `t191`.`value`,
                                      `t191`.`minutes`,
                                      `t191`.`events`,
                                      `t191`.`value_per_active_day`,
                                      `t191`.`events_per_active_day`,
                                      `t191`.`value_per_visit`,
                                      `t191`.`active_days`,
                                      `t191`.`active_weeks`,
                                      `t191`.`recent_active_days`,
                                      `t191`.`visits`,
                                      `t191`.`features_used`,
                                      `t191`.`core_features_used`,
                                      `t191`.`recent_features`,
                                      `t191`.`areas_used`,
                                      `t191`.`features_adopted`,
                                      `t191`.`click_concentration`,
                                      `t153`.`window_id` AS `window_id__again`,
                                      `t153`.`customer_id` AS `customer_id__again`,
                                      `t153`.`feature_clicks`,
                                      `t153`.`clicks_per_feature`,
                                      `t153`.`minutes_per_feature`,
                                      `t153`.`core_click_share`
                                    FROM (
                                      SELECT
                                        `t188`.`window_id`,
                                        `t188`.`customer_id`,
                                        `t188`.`active`,
                                        `t188`.`value`,
                                        `t188`.`minutes`,
                                        `t188`.`events`,
                                        `t188`.`value_per_active_day`,
                                        `t188`.`events_per_active_day`,
                                        `t188`.`value_per_visit`,
                                        `t188`.`active_days`,
                                        `t188`.`active_weeks`,
                                        `t188`.`recent_active_days`,
                                        `t188`.`visits`,
                                        `t188`.`features_used`,
                                        `t188`.`core_features_used`,
                                        `t188`.`recent_features`,
                                        `t188`.`areas_used`,
                                        `t188`.`features_adopted`,
                                        `t188`.`click_concentration`
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
                                          `t183`.`window_id` AS `window_id__again`,
                                          `t183`.`customer_id` AS `customer_id__again`,
                                          `t183`.`features_used`,
                                          `t183`.`core_features_used`,
                                          `t183`.`recent_features`,
                                          `t183`.`areas_used`,
                                          `t183`.`features_adopted`,
                                          `t183`.`click_concentration`
                                        FROM (
                                          SELECT
                                            `t141`.`window_id`,
                                            `t141`.`customer_id`,
                                            `t141`.`active`,
                                            `t141`.`value`,
                                            `t141`.`minutes`,
                                            `t141`.`events`,
                                            `t141`.`value_per_active_day`,
                                            `t141`.`events_per_active_day`,
                                            `t141`.`value_per_visit`,
                                            `t141`.`active_days`,
                                            `t141`.`active_weeks`,
                                            `t141`.`recent_active_days`,
                                            `t141`.`visits`
                                          FROM (
                                            SELECT
                                              `t129`.`window_id`,
                                              `t129`.`customer_id`,
                                              `t129`.`active`,
                                              `t129`.`value`,
                                              `t129`.`minutes`,
                                              `t129`.`events`,
                                              `t129`.`value_per_active_day`,
                                              `t129`.`events_per_active_day`,
                                              `t129`.`value_per_visit`,
                                              `t128`.`window_id` AS `window_id__again`,
                                              `t128`.`customer_id` AS `customer_id__again`,
                                              `t128`.`active_days`,
                                              `t128`.`active_weeks`,
                                              `t128`.`recent_active_days`,
                                              `t128`.`visits`
                                            FROM (
                                              SELECT
                                                `t117`.`window_id`,
                                                `t117`.`customer_id`,
                                                `t117`.`active`,
                                                `t117`.`value`,
                                                `t117`.`minutes`,
                                                `t117`.`events`,
                                                `t117`.`value_per_active_day`,
                                                `t117`.`events_per_active_day`,
                                                `t117`.`value_per_visit`
                                              FROM (
                                                SELECT
                                                  `t21`.`window_id`,
                                                  `t21`.`customer_id`,
                                                  `t21`.`active`,
                                                  `t102`.`window_id` AS `window_id__again`,
                                                  `t102`.`customer_id` AS `customer_id__again`,
                                                  `t102`.`value`,
                                                  `t102`.`minutes`,
                                                  `t102`.`events`,
                                                  `t102`.`value_per_active_day`,
                                                  `t102`.`events_per_active_day`,
                                                  `t102`.`value_per_visit`
                                                FROM (
                                                  SELECT
                                                    `t1`.`window_id`,
                                                    `t1`.`customer_id`,
                                                    `t1`.`active`
                                                  FROM `valuecast_anchors` AS `t1`
                                                ) AS `t21`
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    `t94`.`window_id`,
                                                    `t94`.`customer_id`,
                                                    `t94`.`value`,
                                                    `t94`.`minutes`,
                                                    `t94`.`events`,
                                                    `t94`.`value_per_active_day`,
                                                    `t94`.`events_per_active_day`,
                                                    `t94`.`value_per_visit`
                                                  FROM (
                                                    SELECT
                                                      `t76`.`window_id`,
                                                      `t76`.`customer_id`,
                                                      `t76`.`value`,
                                                      `t76`.`minutes`,
                                                      `t76`.`events`,
                                                      `t76`.`n`,
                                                      `t76`.`visits`,
                                                      TRY_DIVIDE(`t76`.`value`, `t76`.`n`) AS `value_per_active_day`,
                                                      TRY_DIVIDE(`t76`.`events`, `t76`.`n`) AS `events_per_active_day`,
                                                      TRY_DIVIDE(`t76`.`value`, NULLIF(`t76`.`visits`, 0)) AS `value_per_visit`
                                                    FROM (
                                                      SELECT
                                                        `t48`.`window_id`,
                                                        `t48`.`customer_id`,
                                                        TRY_DIVIDE(CAST(SUM(CAST(FLOOR((
                                                          `t48`.`value` * 1000
                                                        ) + 0.5) AS BIGINT)) AS DOUBLE), 1000) AS `value`,
                                                        TRY_DIVIDE(
                                                          CAST(SUM(CAST(FLOOR((
                                                            `t48`.`minutes` * 1000
                                                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                                                          1000
                                                        ) AS `minutes`,
                                                        TRY_DIVIDE(
                                                          CAST(SUM(CAST(FLOOR((
                                                            `t48`.`events` * 1000
                                                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                                                          1000
                                                        ) AS `events`,
                                                        COUNT(*) AS `n`,
                                                        TRY_DIVIDE(
                                                          CAST(SUM(CAST(FLOOR((
                                                            `t48`.`active_members` * 1000
                                                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                                                          1000
                                                        ) AS `visits`
                                                      FROM `t40` AS `t48`
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS `t76`
                                                  ) AS `t94`
                                                ) AS `t102`
                                                  ON `t21`.`window_id` = `t102`.`window_id`
                                                  AND `t21`.`customer_id` = `t102`.`customer_id`
                                              ) AS `t117`
                                            ) AS `t129`
                                            LEFT OUTER JOIN (
                                              SELECT
                                                `t108`.`window_id`,
                                                `t108`.`customer_id`,
                                                CAST(`t108`.`active_days` AS DOUBLE) AS `active_days`,
                                                CAST(`t108`.`active_weeks` AS DOUBLE) AS `active_weeks`,
                                                CAST(`t108`.`recent_active_days` AS DOUBLE) AS `recent_active_days`,
                                                `t108`.`visits`
                                              FROM (
                                                SELECT
                                                  `t75`.`window_id`,
                                                  `t75`.`customer_id`,
                                                  SUM(`t75`.`n`) AS `active_days`,
                                                  COUNT(*) AS `active_weeks`,
                                                  SUM(`t75`.`recent`) AS `recent_active_days`,
                                                  TRY_DIVIDE(
                                                    CAST(SUM(CAST(FLOOR((
                                                      `t75`.`visits` * 1000
                                                    ) + 0.5) AS BIGINT)) AS DOUBLE),
                                                    1000
                                                  ) AS `visits`
                                                FROM (
                                                  SELECT
                                                    `t48`.`window_id`,
                                                    `t48`.`customer_id`,
                                                    CAST(FLOOR(TRY_DIVIDE(`t48`.`age` - 1, 7)) AS BIGINT) AS `week`,
                                                    COUNT(*) AS `n`,
                                                    SUM(CAST(`t48`.`age` <= 30 AS BIGINT)) AS `recent`,
                                                    TRY_DIVIDE(
                                                      CAST(SUM(CAST(FLOOR((
                                                        `t48`.`active_members` * 1000
                                                      ) + 0.5) AS BIGINT)) AS DOUBLE),
                                                      1000
                                                    ) AS `visits`
                                                  FROM `t40` AS `t48`
                                                  GROUP BY
                                                    1,
                                                    2,
                                                    3
                                                ) AS `t75`
                                                GROUP BY
                                                  1,
                                                  2
                                              ) AS `t108`
                                            ) AS `t128`
                                              ON `t129`.`window_id` = `t128`.`window_id`
                                              AND `t129`.`customer_id` = `t128`.`customer_id`
                                          ) AS `t141`
                                        ) AS `t145`
                                        LEFT OUTER JOIN (
                                          SELECT
                                            `t177`.`window_id`,
                                            `t177`.`customer_id`,
                                            `t177`.`features_used`,
                                            `t177`.`core_features_used`,
                                            `t177`.`recent_features`,
                                            `t177`.`areas_used`,
                                            `t177`.`features_adopted`,
                                            `t177`.`click_concentration`
                                          FROM (
                                            SELECT
                                              `t172`.`window_id`,
                                              `t172`.`customer_id`,
                                              `t172`.`features_used`,
                                              `t172`.`core_features_used`,
                                              `t172`.`recent_features`,
                                              `t172`.`areas_used`,
                                              `t172`.`features_adopted`,
                                              `t159`.`window_id` AS `window_id__again`,
                                              `t159`.`customer_id` AS `customer_id__again`,
                                              `t159`.`click_concentration`
                                            FROM (
                                              SELECT
                                                `t170`.`window_id`,
                                                `t170`.`customer_id`,
                                                `t170`.`features_used`,
                                                `t170`.`core_features_used`,
                                                `t170`.`recent_features`,
                                                `t170`.`areas_used`,
                                                `t170`.`features_adopted`
                                              FROM (
                                                SELECT
                                                  `t161`.`window_id`,
                                                  `t161`.`customer_id`,
                                                  `t161`.`features_used`,
                                                  `t161`.`core_features_used`,
                                                  `t161`.`recent_features`,
                                                  `t161`.`areas_used`,
                                                  `t56`.`window_id` AS `window_id__again`,
                                                  `t56`.`customer_id` AS `customer_id__again`,
                                                  `t56`.`features_adopted`
                                                FROM (
                                                  SELECT
                                                    `t158`.`window_id`,
                                                    `t158`.`customer_id`,
                                                    `t158`.`features_used`,
                                                    `t158`.`core_features_used`,
                                                    `t158`.`recent_features`,
                                                    `t158`.`areas_used`
                                                  FROM (
                                                    SELECT
                                                      `t150`.`window_id`,
                                                      `t150`.`customer_id`,
                                                      `t150`.`features_used`,
                                                      `t150`.`core_features_used`,
                                                      `t150`.`recent_features`,
                                                      `t135`.`window_id` AS `window_id__again`,
                                                      `t135`.`customer_id` AS `customer_id__again`,
                                                      `t135`.`areas_used`
                                                    FROM (
                                                      SELECT
                                                        `t142`.`window_id`,
                                                        `t142`.`customer_id`,
                                                        `t142`.`features_used`,
                                                        `t142`.`core_features_used`,
                                                        `t142`.`recent_features`
                                                      FROM (
                                                        SELECT
                                                          `t20`.`window_id`,
                                                          `t20`.`customer_id`,
                                                          `t132`.`window_id` AS `window_id__again`,
                                                          `t132`.`customer_id` AS `customer_id__again`,
                                                          `t132`.`features_used`,
                                                          `t132`.`core_features_used`,
                                                          `t132`.`recent_features`
                                                        FROM (
                                                          SELECT
                                                            `t1`.`window_id`,
                                                            `t1`.`customer_id`
                                                          FROM `valuecast_anchors` AS `t1`
                                                        ) AS `t20`
                                                        LEFT OUTER JOIN (
                                                          SELECT
                                                            `t104`.`window_id`,
                                                            `t104`.`customer_id`,
                                                            CAST(COUNT(*) AS DOUBLE) AS `features_used`,
                                                            CAST(SUM(CAST(COALESCE(`t104`.`is_core`, FALSE) AS BIGINT)) AS DOUBLE) AS `core_features_used`,
                                                            CAST(SUM(CAST(`t104`.`newest` <= 30 AS BIGINT)) AS DOUBLE) AS `recent_features`
                                                          FROM `t100` AS `t104`
                                                          GROUP BY
                                                            1,
                                                            2
                                                        ) AS `t132`
                                                          ON `t20`.`window_id` = `t132`.`window_id`
                                                          AND `t20`.`customer_id` = `t132`.`customer_id`
                                                      ) AS `t142`
                                                    ) AS `t150`
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        `t115`.`window_id`,
                                                        `t115`.`customer_id`,
                                                        CAST(COUNT(*) AS DOUBLE) AS `areas_used`
                                                      FROM (
                                                        SELECT DISTINCT
                                                          `t104`.`window_id`,
                                                          `t104`.`customer_id`,
                                                          `t104`.`area`
                                                        FROM `t100` AS `t104`
                                                        WHERE
                                                          `t104`.`area` IS NOT NULL
                                                      ) AS `t115`
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS `t135`
                                                      ON `t150`.`window_id` = `t135`.`window_id`
                                                      AND `t150`.`customer_id` = `t135`.`customer_id`
                                                  ) AS `t158`
                                                ) AS `t161`
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    `t38`.`window_id`,
                                                    `t38`.`customer_id`,
                                                    CAST(COUNT(*) AS DOUBLE) AS `features_adopted`
                                                  FROM (
                                                    SELECT
                                                      `t32`.`customer_id`,
                                                      `t32`.`product_feature_id`,
                                                      `t32`.`adopted_on`,
                                                      `t32`.`window_id`,
                                                      `t32`.`as_of`,
                                                      `t32`.`past_start`,
                                                      DATEDIFF(DAY, `t32`.`adopted_on`, `t32`.`as_of`) AS `age`,
                                                      `t32`.`adopted_on` AS `on`
                                                    FROM (
                                                      SELECT
                                                        `t13`.`customer_id`,
                                                        `t13`.`product_feature_id`,
                                                        `t13`.`adopted_on`,
                                                        `t19`.`window_id`,
                                                        `t19`.`as_of`,
                                                        `t19`.`past_start`
                                                      FROM `adoption` AS `t13`
                                                      INNER JOIN (
                                                        SELECT DISTINCT
                                                          `t1`.`window_id`,
                                                          `t1`.`as_of`,
                                                          `t1`.`past_start`
                                                        FROM `valuecast_anchors` AS `t1`
                                                      ) AS `t19`
                                                        ON `t13`.`adopted_on` < `t19`.`as_of`
                                                    ) AS `t32`
                                                  ) AS `t38`
                                                  GROUP BY
                                                    1,
                                                    2
                                                ) AS `t56`
                                                  ON `t161`.`window_id` = `t56`.`window_id`
                                                  AND `t161`.`customer_id` = `t56`.`customer_id`
                                              ) AS `t170`
                                            ) AS `t172`
                                            LEFT OUTER JOIN (
                                              SELECT
                                                `t139`.`window_id`,
                                                `t139`.`customer_id`,
                                                TRY_DIVIDE(
                                                  CAST(SUM(CAST(FLOOR((
                                                    `t139`.`share` * `t139`.`share` * 1000000000
                                                  ) + 0.5) AS BIGINT)) AS DOUBLE),
                                                  1000000000
                                                ) AS `click_concentration`
                                              FROM (
                                                SELECT
                                                  *
                                                FROM (
                                                  SELECT
                                                    `t80`.`window_id`,
                                                    `t80`.`customer_id`,
                                                    `t80`.`product_feature_id`,
                                                    `t80`.`newest`,
                                                    `t80`.`clicks`,
                                                    TRY_DIVIDE(
                                                      `t80`.`clicks`,
                                                      NULLIF(
                                                        TRY_DIVIDE(
                                                          CAST(SUM(CAST(FLOOR((
                                                            `t80`.`clicks` * 1000
                                                          ) + 0.5) AS BIGINT)) OVER (
                                                            PARTITION BY `t80`.`window_id`, `t80`.`customer_id`
                                                            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                          ) AS DOUBLE),
                                                          1000
                                                        ),
                                                        0
                                                      )
                                                    ) AS `share`
                                                  FROM `t73` AS `t80`
                                                ) AS `t125`
                                                WHERE
                                                  `t125`.`share` IS NOT NULL AND NOT ISNAN(`t125`.`share`)
                                              ) AS `t139`
                                              GROUP BY
                                                1,
                                                2
                                            ) AS `t159`
                                              ON `t172`.`window_id` = `t159`.`window_id`
                                              AND `t172`.`customer_id` = `t159`.`customer_id`
                                          ) AS `t177`
                                        ) AS `t183`
                                          ON `t145`.`window_id` = `t183`.`window_id`
                                          AND `t145`.`customer_id` = `t183`.`customer_id`
                                      ) AS `t188`
                                    ) AS `t191`
                                    LEFT OUTER JOIN (
                                      SELECT
                                        `t137`.`window_id`,
                                        `t137`.`customer_id`,
                                        `t137`.`feature_clicks`,
                                        TRY_DIVIDE(NULLIF(`t137`.`feature_clicks`, 0), NULLIF(`t137`.`n`, 0)) AS `clicks_per_feature`,
                                        TRY_DIVIDE(`t137`.`minutes`, NULLIF(`t137`.`used`, 0)) AS `minutes_per_feature`,
                                        IF(
                                          `t27`.`any_core` > 0,
                                          TRY_DIVIDE(`t137`.`core_clicks`, NULLIF(`t137`.`feature_clicks`, 0)),
                                          CAST(NULL AS DOUBLE)
                                        ) AS `core_click_share`
                                      FROM (
                                        SELECT
                                          `t96`.`window_id`,
                                          `t96`.`customer_id`,
                                          TRY_DIVIDE(
                                            CAST(SUM(CAST(FLOOR((
                                              `t96`.`clicks` * 1000
                                            ) + 0.5) AS BIGINT)) AS DOUBLE),
                                            1000
                                          ) AS `feature_clicks`,
                                          TRY_DIVIDE(
                                            CAST(SUM(CAST(FLOOR((
                                              COALESCE(`t96`.`core_clicks`, 0.0) * 1000
                                            ) + 0.5) AS BIGINT)) AS DOUBLE),
                                            1000
                                          ) AS `core_clicks`,
                                          TRY_DIVIDE(
                                            CAST(SUM(CAST(FLOOR((
                                              `t96`.`minutes` * 1000
                                            ) + 0.5) AS BIGINT)) AS DOUBLE),
                                            1000
                                          ) AS `minutes`,
                                          COUNT(*) AS `used`,
                                          SUM(CAST(`t96`.`clicks` > 0 AS BIGINT)) AS `n`
                                        FROM (
                                          SELECT
                                            `t63`.`window_id`,
                                            `t63`.`customer_id`,
                                            `t63`.`product_feature_id`,
                                            TRY_DIVIDE(
                                              CAST(SUM(CAST(FLOOR((
                                                `t63`.`clicks` * 1000
                                              ) + 0.5) AS BIGINT)) AS DOUBLE),
                                              1000
                                            ) AS `clicks`,
                                            TRY_DIVIDE(
                                              CAST(SUM(CAST(FLOOR((
                                                `t63`.`minutes` * 1000
                                              ) + 0.5) AS BIGINT)) AS DOUBLE),
                                              1000
                                            ) AS `minutes`,
                                            TRY_DIVIDE(
                                              CAST(SUM(
                                                IF(
                                                  COALESCE(`t63`.`is_core`, FALSE),
                                                  CAST(FLOOR((
                                                    `t63`.`clicks` * 1000
                                                  ) + 0.5) AS BIGINT),
                                                  NULL
                                                )
                                              ) AS DOUBLE),
                                              1000
                                            ) AS `core_clicks`
                                          FROM (
                                            SELECT
                                              `t51`.`customer_id`,
                                              `t51`.`product_feature_id`,
                                              `t51`.`day`,
                                              `t51`.`clicks`,
                                              `t51`.`minutes`,
                                              `t51`.`window_id`,
                                              `t51`.`as_of`,
                                              `t51`.`past_start`,
                                              `t51`.`age`,
                                              `t51`.`on`,
                                              `t24`.`product_feature_id` AS `product_feature_id_right`,
                                              `t24`.`is_core`
                                            FROM `t37` AS `t51`
                                            LEFT OUTER JOIN (
                                              SELECT
                                                `t5`.`product_feature_id`,
                                                `t5`.`is_core`
                                              FROM `product_features` AS `t5`
                                            ) AS `t24`
                                              ON `t51`.`product_feature_id` = `t24`.`product_feature_id`
                                          ) AS `t63`
                                          GROUP BY
                                            1,
                                            2,
                                            3
                                        ) AS `t96`
                                        GROUP BY
                                          1,
                                          2
                                      ) AS `t137`
                                      CROSS JOIN (
                                        SELECT
                                          SUM(CAST(`t5`.`is_core` AS BIGINT)) AS `any_core`
                                        FROM `product_features` AS `t5`
                                      ) AS `t27`
                                    ) AS `t153`
                                      ON `t191`.`window_id` = `t153`.`window_id`
                                      AND `t191`.`customer_id` = `t153`.`customer_id`
                                  ) AS `t193`
                                ) AS `t197`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t149`.`window_id`,
                                    `t149`.`customer_id`,
                                    TRY_DIVIDE(
                                      CAST(SUM(CAST(FLOOR((
                                        `t149`.`mix` * `t149`.`weight_1` * 1000000000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE),
                                      1000000000
                                    ) AS `use_pattern_1`,
                                    TRY_DIVIDE(
                                      CAST(SUM(CAST(FLOOR((
                                        `t149`.`mix` * `t149`.`weight_2` * 1000000000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE),
                                      1000000000
                                    ) AS `use_pattern_2`,
                                    TRY_DIVIDE(
                                      CAST(SUM(CAST(FLOOR((
                                        `t149`.`mix` * `t149`.`weight_3` * 1000000000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE),
                                      1000000000
                                    ) AS `use_pattern_3`
                                  FROM (
                                    SELECT
                                      `t140`.`window_id`,
                                      `t140`.`customer_id`,
                                      `t140`.`product_feature_id`,
                                      `t140`.`clicks`,
                                      `t140`.`mix`,
                                      `t11`.`weight_1`,
                                      `t11`.`weight_2`,
                                      `t11`.`weight_3`
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          `t72`.`window_id`,
                                          `t72`.`customer_id`,
                                          `t72`.`product_feature_id`,
                                          `t72`.`clicks`,
                                          SQRT(
                                            TRY_DIVIDE(
                                              `t72`.`clicks`,
                                              NULLIF(
                                                TRY_DIVIDE(
                                                  CAST(SUM(CAST(FLOOR((
                                                    `t72`.`clicks` * 1000
                                                  ) + 0.5) AS BIGINT)) OVER (
                                                    PARTITION BY `t72`.`window_id`, `t72`.`customer_id`
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
                                            `t45`.`window_id`,
                                            `t45`.`customer_id`,
                                            `t45`.`product_feature_id`,
                                            TRY_DIVIDE(
                                              CAST(SUM(CAST(FLOOR((
                                                `t45`.`clicks` * 1000
                                              ) + 0.5) AS BIGINT)) AS DOUBLE),
                                              1000
                                            ) AS `clicks`
                                          FROM `t37` AS `t45`
                                          GROUP BY
                                            1,
                                            2,
                                            3
                                        ) AS `t72`
                                      ) AS `t124`
                                      WHERE
                                        `t124`.`clicks` > 0
                                    ) AS `t140`
                                    INNER JOIN `axes` AS `t11`
                                      ON `t140`.`product_feature_id` = `t11`.`product_feature_id`
                                  ) AS `t149`
                                  GROUP BY
                                    1,
                                    2
                                ) AS `t169`
                                  ON `t197`.`window_id` = `t169`.`window_id`
                                  AND `t197`.`customer_id` = `t169`.`customer_id`
                              ) AS `t199`
                            ) AS `t201`
                            LEFT OUTER JOIN (
                              SELECT
                                `t194`.`window_id`,
                                `t194`.`customer_id`,
                                `t194`.`longest_gap`,
                                `t194`.`gap_variation`,
                                `t194`.`weekly_variation`,
                                `t194`.`weekday_entropy`
                              FROM (
                                SELECT
                                  `t192`.`window_id`,
                                  `t192`.`customer_id`,
                                  `t192`.`longest_gap`,
                                  `t192`.`gap_variation`,
                                  `t192`.`weekly_variation`,
                                  `t154`.`window_id` AS `window_id__again`,
                                  `t154`.`customer_id` AS `customer_id__again`,
                                  `t154`.`weekday_entropy`
                                FROM (
                                  SELECT
                                    `t186`.`window_id`,
                                    `t186`.`customer_id`,
                                    `t186`.`longest_gap`,
                                    `t186`.`gap_variation`,
                                    `t186`.`weekly_variation`
                                  FROM (
                                    SELECT
                                      `t123`.`window_id`,
                                      `t123`.`customer_id`,
                                      `t123`.`longest_gap`,
                                      `t123`.`gap_variation`,
                                      `t181`.`window_id` AS `window_id__again`,
                                      `t181`.`customer_id` AS `customer_id__again`,
                                      `t181`.`weekly_variation`
                                    FROM (
                                      SELECT
                                        `t88`.`window_id`,
                                        `t88`.`customer_id`,
                                        CAST(`t88`.`longest` AS DOUBLE) AS `longest_gap`,
                                        IF(
                                          `t88`.`n` >= 2,
                                          TRY_DIVIDE(
                                            SQRT(
                                              CAST((
                                                `t88`.`squares` * `t88`.`n`
                                              ) - (
                                                `t88`.`total` * `t88`.`total`
                                              ) AS DOUBLE)
                                            ),
                                            NULLIF(`t88`.`total`, 0)
                                          ),
                                          CAST(NULL AS DOUBLE)
                                        ) AS `gap_variation`
                                      FROM (
                                        SELECT
                                          `t61`.`window_id`,
                                          `t61`.`customer_id`,
                                          MAX((
                                            `t61`.`age` - COALESCE(`t61`.`before`, 0)
                                          ) - 1) AS `longest`,
                                          SUM(`t61`.`age` - `t61`.`before`) AS `total`,
                                          SUM((
                                            `t61`.`age` - `t61`.`before`
                                          ) * (
                                            `t61`.`age` - `t61`.`before`
                                          )) AS `squares`,
                                          COUNT(`t61`.`age` - `t61`.`before`) AS `n`
                                        FROM (
                                          SELECT
                                            `t49`.`window_id`,
                                            `t49`.`customer_id`,
                                            `t49`.`age`,
                                            `t49`.`on`,
                                            LAG(`t49`.`age`) OVER (
                                              PARTITION BY `t49`.`window_id`, `t49`.`customer_id`
                                              ORDER BY `t49`.`age` ASC NULLS LAST
                                            ) AS `before`
                                          FROM `t41` AS `t49`
                                        ) AS `t61`
                                        GROUP BY
                                          1,
                                          2
                                      ) AS `t88`
                                    ) AS `t123`
                                    LEFT OUTER JOIN (
                                      SELECT
                                        `t166`.`window_id`,
                                        `t166`.`customer_id`,
                                        SQRT(
                                          GREATEST(TRY_DIVIDE(TRY_DIVIDE(`t166`.`squares`, 1000000000), `t166`.`n`) - 1.0, 0.0)
                                        ) AS `weekly_variation`
                                      FROM (
                                        SELECT
                                          `t152`.`window_id`,
                                          `t152`.`customer_id`,
                                          CAST(SUM(
                                            CAST(FLOOR((
                                              LEAST(`t152`.`relative` * `t152`.`relative`, 1000000.0) * 1000000000
                                            ) + 0.5) AS BIGINT)
                                          ) AS DOUBLE) AS `squares`,
                                          MAX(`t152`.`weeks`) AS `n`
                                        FROM (
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              `t103`.`window_id`,
                                              `t103`.`customer_id`,
                                              `t103`.`week`,
                                              `t103`.`value`,
                                              `t103`.`weeks`,
                                              TRY_DIVIDE(
                                                `t103`.`value` * `t103`.`weeks`,
                                                NULLIF(
                                                  TRY_DIVIDE(
                                                    CAST(SUM(CAST(FLOOR((
                                                      `t103`.`value` * 1000
                                                    ) + 0.5) AS BIGINT)) OVER (
                                                      PARTITION BY `t103`.`window_id`, `t103`.`customer_id`
                                                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                    ) AS DOUBLE),
                                                    1000
                                                  ),
                                                  0
                                                )
                                              ) AS `relative`
                                            FROM `t99` AS `t103`
                                          ) AS `t144`
                                          WHERE
                                            `t144`.`relative` IS NOT NULL AND NOT ISNAN(`t144`.`relative`)
                                        ) AS `t152`
                                        GROUP BY
                                          1,
                                          2
                                      ) AS `t166`
                                    ) AS `t181`
                                      ON `t123`.`window_id` = `t181`.`window_id`
                                      AND `t123`.`customer_id` = `t181`.`customer_id`
                                  ) AS `t186`
                                ) AS `t192`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t113`.`window_id`,
                                    `t113`.`customer_id`,
                                    TRY_DIVIDE(
                                      CAST(CAST(FLOOR(
                                        (
                                          TRY_DIVIDE(
                                            GREATEST(LN(`t113`.`n`) - TRY_DIVIDE(`t113`.`logs`, `t113`.`n`), 0.0),
                                            1.9459101490553132
                                          ) * 1000000000
                                        ) + 0.5
                                      ) AS BIGINT) AS DOUBLE),
                                      1000000000
                                    ) AS `weekday_entropy`
                                  FROM (
                                    SELECT
                                      `t69`.`window_id`,
                                      `t69`.`customer_id`,
                                      TRY_DIVIDE(
                                        CAST(SUM(
                                          CAST(FLOOR((
                                            `t69`.`n` * LN(CAST(`t69`.`n` AS DOUBLE)) * 1000000000
                                          ) + 0.5) AS BIGINT)
                                        ) AS DOUBLE),
                                        1000000000
                                      ) AS `logs`,
                                      CAST(SUM(`t69`.`n`) AS DOUBLE) AS `n`
                                    FROM (
                                      SELECT
                                        `t49`.`window_id`,
                                        `t49`.`customer_id`,
                                        (
                                          (
                                            DATEDIFF(DAY, MAKE_DATE(2000, 1, 3), `t49`.`on`) % 7
                                          ) + 7
                                        ) % 7 AS `weekday`,
                                        COUNT(*) AS `n`
                                      FROM `t41` AS `t49`
                                      GROUP BY
                                        1,
                                        2,
                                        3
                                    ) AS `t69`
                                    GROUP BY
                                      1,
                                      2
                                  ) AS `t113`
                                ) AS `t154`
                                  ON `t192`.`window_id` = `t154`.`window_id`
                                  AND `t192`.`customer_id` = `t154`.`customer_id`
                              ) AS `t194`
                            ) AS `t198`
                              ON `t201`.`window_id` = `t198`.`window_id`
                              AND `t201`.`customer_id` = `t198`.`customer_id`
                          ) AS `t202`
                        ) AS `t204`
                        LEFT OUTER JOIN (
                          SELECT
                            `t184`.`window_id`,
                            `t184`.`customer_id`,
                            `t184`.`value_change`,
                            `t184`.`recent_share`,
                            `t184`.`days_change`,
                            `t184`.`acceleration`,
                            `t184`.`weekly_slope`,
                            `t184`.`value_against_history`
                          FROM (
                            SELECT
                              `t176`.`window_id`,
                              `t176`.`customer_id`,
                              `t176`.`value_change`,
                              `t176`.`recent_share`,
                              `t176`.`days_change`,
                              `t176`.`acceleration`,
                              `t176`.`weekly_slope`,
                              `t110`.`window_id` AS `window_id__again`,
                              `t110`.`customer_id` AS `customer_id__again`,
                              `t110`.`value_against_history`
                            FROM (
                              SELECT
                                `t173`.`window_id`,
                                `t173`.`customer_id`,
                                `t173`.`value_change`,
                                `t173`.`recent_share`,
                                `t173`.`days_change`,
                                `t173`.`acceleration`,
                                `t173`.`weekly_slope`
                              FROM (
                                SELECT
                                  `t112`.`window_id`,
                                  `t112`.`customer_id`,
                                  `t112`.`value_change`,
                                  `t112`.`recent_share`,
                                  `t112`.`days_change`,
                                  `t112`.`acceleration`,
                                  `t167`.`window_id` AS `window_id__again`,
                                  `t167`.`customer_id` AS `customer_id__again`,
                                  `t167`.`weekly_slope`
                                FROM (
                                  SELECT
                                    `t83`.`window_id`,
                                    `t83`.`customer_id`,
                                    TRY_DIVIDE(`t83`.`last` - `t83`.`before`, NULLIF(`t83`.`last` + `t83`.`before`, 0)) AS `value_change`,
                                    TRY_DIVIDE(`t83`.`last`, NULLIF(`t83`.`total`, 0)) AS `recent_share`,
                                    TRY_DIVIDE(`t83`.`days` - `t83`.`days_before`, NULLIF(`t83`.`days` + `t83`.`days_before`, 0)) AS `days_change`,
                                    IF(
                                      `t83`.`length` >= 90,
                                      TRY_DIVIDE(
                                        (
                                          `t83`.`last` - (
                                            `t83`.`before` * 2
                                          )
                                        ) + `t83`.`third`,
                                        NULLIF(`t83`.`last` + `t83`.`before` + `t83`.`third`, 0)
                                      ),
                                      CAST(NULL AS DOUBLE)
                                    ) AS `acceleration`
                                  FROM (
                                    SELECT
                                      `t48`.`window_id`,
                                      `t48`.`customer_id`,
                                      COALESCE(
                                        TRY_DIVIDE(
                                          CAST(SUM(
                                            IF(`t48`.`age` <= 30, CAST(FLOOR((
                                              `t48`.`value` * 1000
                                            ) + 0.5) AS BIGINT), NULL)
                                          ) AS DOUBLE),
                                          1000
                                        ),
                                        0.0
                                      ) AS `last`,
                                      COALESCE(
                                        TRY_DIVIDE(
                                          CAST(SUM(
                                            IF(
                                              (
                                                `t48`.`age` > 30
                                              ) AND (
                                                `t48`.`age` <= 60
                                              ),
                                              CAST(FLOOR((
                                                `t48`.`value` * 1000
                                              ) + 0.5) AS BIGINT),
                                              NULL
                                            )
                                          ) AS DOUBLE),
                                          1000
                                        ),
                                        0.0
                                      ) AS `before`,
                                      COALESCE(
                                        TRY_DIVIDE(
                                          CAST(SUM(
                                            IF(
                                              (
                                                `t48`.`age` > 60
                                              ) AND (
                                                `t48`.`age` <= 90
                                              ),
                                              CAST(FLOOR((
                                                `t48`.`value` * 1000
                                              ) + 0.5) AS BIGINT),
                                              NULL
                                            )
                                          ) AS DOUBLE),
                                          1000
                                        ),
                                        0.0
                                      ) AS `third`,
                                      CAST(SUM(CAST(`t48`.`age` <= 30 AS BIGINT)) AS DOUBLE) AS `days`,
                                      CAST(SUM(CAST((
                                        `t48`.`age` > 30
                                      ) AND (
                                        `t48`.`age` <= 60
                                      ) AS BIGINT)) AS DOUBLE) AS `days_before`,
                                      MAX(DATEDIFF(DAY, `t48`.`past_start`, `t48`.`as_of`)) AS `length`,
                                      TRY_DIVIDE(CAST(SUM(CAST(FLOOR((
                                        `t48`.`value` * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE), 1000) AS `total`
                                    FROM `t40` AS `t48`
                                    GROUP BY
                                      1,
                                      2
                                  ) AS `t83`
                                ) AS `t112`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t147`.`window_id`,
                                    `t147`.`customer_id`,
                                    TRY_DIVIDE(
                                      TRY_DIVIDE(
                                        `t147`.`weighted` - (
                                          TRY_DIVIDE(`t147`.`n` - 1, 2.0) * `t147`.`total`
                                        ),
                                        NULLIF(TRY_DIVIDE(`t147`.`n` * (
                                          (
                                            `t147`.`n` * `t147`.`n`
                                          ) - 1
                                        ), 12.0), 0)
                                      ),
                                      NULLIF(TRY_DIVIDE(`t147`.`total`, `t147`.`n`), 0)
                                    ) AS `weekly_slope`
                                  FROM (
                                    SELECT
                                      `t119`.`window_id`,
                                      `t119`.`customer_id`,
                                      TRY_DIVIDE(
                                        CAST(SUM(CAST(FLOOR((
                                          `t119`.`value` * 1000
                                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                                        1000
                                      ) AS `total`,
                                      TRY_DIVIDE(
                                        CAST(SUM(CAST(FLOOR((
                                          `t119`.`value` * `t119`.`t` * 1000
                                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                                        1000
                                      ) AS `weighted`,
                                      MAX(`t119`.`weeks`) AS `n`
                                    FROM (
                                      SELECT
                                        `t103`.`window_id`,
                                        `t103`.`customer_id`,
                                        `t103`.`week`,
                                        `t103`.`value`,
                                        `t103`.`weeks`,
                                        (
                                          `t103`.`weeks` - 1
                                        ) - `t103`.`week` AS `t`
                                      FROM `t99` AS `t103`
                                    ) AS `t119`
                                    GROUP BY
                                      1,
                                      2
                                  ) AS `t147`
                                ) AS `t167`
                                  ON `t112`.`window_id` = `t167`.`window_id`
                                  AND `t112`.`customer_id` = `t167`.`customer_id`
                              ) AS `t173`
                            ) AS `t176`
                            LEFT OUTER JOIN (
                              SELECT
                                `t82`.`window_id`,
                                `t82`.`customer_id`,
                                IF(
                                  (
                                    `t82`.`tenure` > 30
                                  ) AND (
                                    `t82`.`used` > 0
                                  ),
                                  TRY_DIVIDE(`t82`.`last`, NULLIF(TRY_DIVIDE(`t82`.`total` * 30, `t82`.`tenure`), 0)),
                                  CAST(NULL AS DOUBLE)
                                ) AS `value_against_history`
                              FROM (
                                SELECT
                                  `t47`.`window_id`,
                                  `t47`.`customer_id`,
                                  COALESCE(
                                    TRY_DIVIDE(
                                      CAST(SUM(
                                        IF(`t47`.`age` <= 30, CAST(FLOOR((
                                          `t47`.`value` * 1000
                                        ) + 0.5) AS BIGINT), NULL)
                                      ) AS DOUBLE),
                                      1000
                                    ),
                                    0.0
                                  ) AS `last`,
                                  TRY_DIVIDE(CAST(SUM(CAST(FLOOR((
                                    `t47`.`value` * 1000
                                  ) + 0.5) AS BIGINT)) AS DOUBLE), 1000) AS `total`,
                                  MAX(`t47`.`age`) AS `tenure`,
                                  SUM(CAST(`t47`.`on` >= `t47`.`past_start` AS BIGINT)) AS `used`
                                FROM `t39` AS `t47`
                                GROUP BY
                                  1,
                                  2
                              ) AS `t82`
                            ) AS `t110`
                              ON `t176`.`window_id` = `t110`.`window_id`
                              AND `t176`.`customer_id` = `t110`.`customer_id`
                          ) AS `t184`
                        ) AS `t187`
                          ON `t204`.`window_id` = `t187`.`window_id`
                          AND `t204`.`customer_id` = `t187`.`customer_id`
                      ) AS `t205`
                    ) AS `t207`
                    LEFT OUTER JOIN (
                      SELECT
                        `t74`.`window_id`,
                        `t74`.`customer_id`,
                        `t74`.`days_since_last`,
                        `t97`.`recency_ratio`,
                        IF(`t97`.`used` > 0, `t74`.`share`, CAST(NULL AS DOUBLE)) AS `recency_share`
                      FROM (
                        SELECT
                          `t57`.`window_id`,
                          `t57`.`customer_id`,
                          CAST(`t57`.`newest` - 1 AS DOUBLE) AS `days_since_last`,
                          TRY_DIVIDE(CAST(`t57`.`newest` AS DOUBLE), CAST(`t57`.`oldest` AS DOUBLE)) AS `share`
                        FROM (
                          SELECT
                            `t47`.`window_id`,
                            `t47`.`customer_id`,
                            MIN(`t47`.`age`) AS `newest`,
                            MAX(`t47`.`age`) AS `oldest`
                          FROM `t39` AS `t47`
                          GROUP BY
                            1,
                            2
                        ) AS `t57`
                      ) AS `t74`
                      LEFT OUTER JOIN (
                        SELECT
                          `t58`.`window_id`,
                          `t58`.`customer_id`,
                          `t58`.`n` AS `used`,
                          IF(
                            `t58`.`n` >= 3,
                            TRY_DIVIDE(
                              `t58`.`newest`,
                              NULLIF(
                                TRY_DIVIDE(`t58`.`oldest` - `t58`.`newest`, CAST(NULLIF(`t58`.`n` - 1, 0) AS DOUBLE)),
                                0
                              )
                            ),
                            CAST(NULL AS DOUBLE)
                          ) AS `recency_ratio`
                        FROM (
                          SELECT
                            `t48`.`window_id`,
                            `t48`.`customer_id`,
                            MIN(`t48`.`age`) AS `newest`,
                            MAX(`t48`.`age`) AS `oldest`,
                            COUNT(*) AS `n`
                          FROM `t40` AS `t48`
                          GROUP BY
                            1,
                            2
                        ) AS `t58`
                      ) AS `t97`
                        ON `t74`.`window_id` = `t97`.`window_id`
                        AND `t74`.`customer_id` = `t97`.`customer_id`
                    ) AS `t116`
                      ON `t207`.`window_id` = `t116`.`window_id`
                      AND `t207`.`customer_id` = `t116`.`customer_id`
                  ) AS `t208`
                ) AS `t210`
                LEFT OUTER JOIN (
                  SELECT
                    `t174`.`window_id`,
                    `t174`.`customer_id`,
                    `t174`.`latest_rating`,
                    `t174`.`mean_rating`,
                    `t174`.`mean_rating` - `t174`.`earlier` AS `rating_change`,
                    CAST('1.0' AS DOUBLE) AS `rated`
                  FROM (
                    SELECT
                      `t168`.`window_id`,
                      `t168`.`customer_id`,
                      `t168`.`latest_rating`,
                      `t168`.`mean_rating`,
                      `t84`.`window_id` AS `window_id__again`,
                      `t84`.`customer_id` AS `customer_id__again`,
                      `t84`.`earlier`
                    FROM (
                      SELECT
                        `t162`.`window_id`,
                        `t162`.`customer_id`,
                        `t162`.`latest_rating`,
                        `t162`.`mean_rating`
                      FROM (
                        SELECT
                          `t156`.`window_id`,
                          `t156`.`customer_id`,
                          `t156`.`latest_rating`,
                          `t85`.`window_id` AS `window_id__again`,
                          `t85`.`customer_id` AS `customer_id__again`,
                          `t85`.`mean_rating`
                        FROM (
                          SELECT
                            `t130`.`window_id`,
                            `t130`.`customer_id`,
                            TRY_DIVIDE(
                              TRY_DIVIDE(
                                CAST(SUM(CAST(FLOOR((
                                  `t130`.`rating` * 1000
                                ) + 0.5) AS BIGINT)) AS DOUBLE),
                                1000
                              ),
                              CAST(NULLIF(
                                COUNT(
                                  IF(`t130`.`rating` IS NOT NULL AND NOT ISNAN(`t130`.`rating`), `t130`.`rating`, NULL)
                                ),
                                0
                              ) AS DOUBLE)
                            ) AS `latest_rating`
                          FROM (
                            SELECT
                              `t91`.`window_id`,
                              `t91`.`customer_id`,
                              `t91`.`who`,
                              TRY_DIVIDE(
                                TRY_DIVIDE(
                                  CAST(SUM(CAST(FLOOR((
                                    `t91`.`rating` * 1000
                                  ) + 0.5) AS BIGINT)) AS DOUBLE),
                                  1000
                                ),
                                CAST(NULLIF(
                                  COUNT(
                                    IF(`t91`.`rating` IS NOT NULL AND NOT ISNAN(`t91`.`rating`), `t91`.`rating`, NULL)
                                  ),
                                  0
                                ) AS DOUBLE)
                              ) AS `rating`
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  `t52`.`customer_id`,
                                  `t52`.`member_id`,
                                  `t52`.`rated_on`,
                                  `t52`.`rating`,
                                  `t52`.`window_id`,
                                  `t52`.`as_of`,
                                  `t52`.`past_start`,
                                  `t52`.`age`,
                                  `t52`.`on`,
                                  `t52`.`who`,
                                  `t62`.`newest`
                                FROM `t42` AS `t52`
                                INNER JOIN (
                                  SELECT
                                    `t50`.`window_id`,
                                    `t50`.`customer_id`,
                                    `t50`.`who`,
                                    MIN(`t50`.`age`) AS `newest`
                                  FROM `t42` AS `t50`
                                  GROUP BY
                                    1,
                                    2,
                                    3
                                ) AS `t62`
                                  ON `t52`.`window_id` = `t62`.`window_id`
                                  AND `t52`.`customer_id` = `t62`.`customer_id`
                                  AND `t52`.`who` = `t62`.`who`
                              ) AS `t77`
                              WHERE
                                `t77`.`age` = `t77`.`newest`
                            ) AS `t91`
                            GROUP BY
                              1,
                              2,
                              3
                          ) AS `t130`
                          GROUP BY
                            1,
                            2
                        ) AS `t156`
                        LEFT OUTER JOIN (
                          SELECT
                            `t44`.`window_id`,
                            `t44`.`customer_id`,
                            TRY_DIVIDE(
                              TRY_DIVIDE(
                                CAST(SUM(CAST(FLOOR((
                                  `t44`.`rating` * 1000
                                ) + 0.5) AS BIGINT)) AS DOUBLE),
                                1000
                              ),
                              CAST(NULLIF(
                                COUNT(
                                  IF(`t44`.`rating` IS NOT NULL AND NOT ISNAN(`t44`.`rating`), `t44`.`rating`, NULL)
                                ),
                                0
                              ) AS DOUBLE)
                            ) AS `mean_rating`
                          FROM (
                            SELECT
                              `t34`.`customer_id`,
                              `t34`.`member_id`,
                              `t34`.`rated_on`,
                              `t34`.`rating`,
                              `t34`.`window_id`,
                              `t34`.`as_of`,
                              `t34`.`past_start`,
                              DATEDIFF(DAY, `t34`.`rated_on`, `t34`.`as_of`) AS `age`,
                              `t34`.`rated_on` AS `on`
                            FROM `t29` AS `t34`
                            WHERE
                              `t34`.`rated_on` >= `t34`.`past_start`
                          ) AS `t44`
                          GROUP BY
                            1,
                            2
                        ) AS `t85`
                          ON `t156`.`window_id` = `t85`.`window_id`
                          AND `t156`.`customer_id` = `t85`.`customer_id`
                      ) AS `t162`
                    ) AS `t168`
                    LEFT OUTER JOIN (
                      SELECT
                        `t43`.`window_id`,
                        `t43`.`customer_id`,
                        TRY_DIVIDE(
                          TRY_DIVIDE(
                            CAST(SUM(CAST(FLOOR((
                              `t43`.`rating` * 1000
                            ) + 0.5) AS BIGINT)) AS DOUBLE),
                            1000
                          ),
                          CAST(NULLIF(
                            COUNT(
                              IF(`t43`.`rating` IS NOT NULL AND NOT ISNAN(`t43`.`rating`), `t43`.`rating`, NULL)
                            ),
                            0
                          ) AS DOUBLE)
                        ) AS `earlier`
                      FROM (
                        SELECT
                          `t34`.`customer_id`,
                          `t34`.`member_id`,
                          `t34`.`rated_on`,
                          `t34`.`rating`,
                          `t34`.`window_id`,
                          `t34`.`as_of`,
                          `t34`.`past_start`,
                          DATEDIFF(DAY, `t34`.`rated_on`, `t34`.`as_of`) AS `age`,
                          `t34`.`rated_on` AS `on`
                        FROM `t29` AS `t34`
                        WHERE
                          `t34`.`rated_on` < `t34`.`past_start`
                      ) AS `t43`
                      GROUP BY
                        1,
                        2
                    ) AS `t84`
                      ON `t168`.`window_id` = `t84`.`window_id`
                      AND `t168`.`customer_id` = `t84`.`customer_id`
                  ) AS `t174`
                ) AS `t182`
                  ON `t210`.`window_id` = `t182`.`window_id`
                  AND `t210`.`customer_id` = `t182`.`customer_id`
              ) AS `t211`
            ) AS `t213`
            LEFT OUTER JOIN (
              SELECT
                `t114`.`window_id`,
                `t114`.`customer_id`,
                CAST(`t114`.`active_members` AS DOUBLE) AS `active_members`,
                CAST(COALESCE(`t114`.`new_members`, 0) AS DOUBLE) AS `new_members`,
                CAST(`t114`.`lost_members` AS DOUBLE) AS `lost_members`,
                TRY_DIVIDE(CAST(`t114`.`active_members` AS DOUBLE), CAST(`t114`.`ever` AS DOUBLE)) AS `active_member_share`,
                TRY_DIVIDE(CAST(`t114`.`most` AS DOUBLE), CAST(`t114`.`total` AS DOUBLE)) AS `top_member_share`
              FROM (
                SELECT
                  `t109`.`window_id`,
                  `t109`.`customer_id`,
                  `t109`.`active_members`,
                  `t109`.`lost_members`,
                  `t109`.`most`,
                  `t109`.`total`,
                  `t109`.`new_members`,
                  `t109`.`ever`
                FROM (
                  SELECT
                    `t95`.`window_id`,
                    `t95`.`customer_id`,
                    `t95`.`active_members`,
                    `t95`.`lost_members`,
                    `t95`.`most`,
                    `t95`.`total`,
                    `t64`.`window_id` AS `window_id__again`,
                    `t64`.`customer_id` AS `customer_id__again`,
                    `t64`.`new_members`,
                    `t64`.`ever`
                  FROM (
                    SELECT
                      `t89`.`window_id`,
                      `t89`.`customer_id`,
                      `t89`.`active_members`,
                      `t89`.`lost_members`,
                      `t89`.`most`,
                      `t89`.`total`
                    FROM (
                      SELECT
                        `t20`.`window_id`,
                        `t20`.`customer_id`,
                        `t70`.`window_id` AS `window_id__again`,
                        `t70`.`customer_id` AS `customer_id__again`,
                        `t70`.`active_members`,
                        `t70`.`lost_members`,
                        `t70`.`most`,
                        `t70`.`total`
                      FROM (
                        SELECT
                          `t1`.`window_id`,
                          `t1`.`customer_id`
                        FROM `valuecast_anchors` AS `t1`
                      ) AS `t20`
                      LEFT OUTER JOIN (
                        SELECT
                          `t53`.`window_id`,
                          `t53`.`customer_id`,
                          COUNT(*) AS `active_members`,
                          SUM(CAST(`t53`.`newest` > 30 AS BIGINT)) AS `lost_members`,
                          MAX(`t53`.`n`) AS `most`,
                          SUM(`t53`.`n`) AS `total`
                        FROM (
                          SELECT
                            `t36`.`window_id`,
                            `t36`.`customer_id`,
                            `t36`.`member_id`,
                            COUNT(*) AS `n`,
                            MIN(`t36`.`age`) AS `newest`
                          FROM (
                            SELECT
                              `t30`.`customer_id`,
                              `t30`.`member_id`,
                              `t30`.`day`,
                              `t30`.`minutes`,
                              `t30`.`events`,
                              `t30`.`window_id`,
                              `t30`.`as_of`,
                              `t30`.`past_start`,
                              DATEDIFF(DAY, `t30`.`day`, `t30`.`as_of`) AS `age`,
                              `t30`.`day` AS `on`
                            FROM (
                              SELECT
                                `t9`.`customer_id`,
                                `t9`.`member_id`,
                                `t9`.`day`,
                                `t9`.`minutes`,
                                `t9`.`events`,
                                `t19`.`window_id`,
                                `t19`.`as_of`,
                                `t19`.`past_start`
                              FROM `member_activity` AS `t9`
                              INNER JOIN (
                                SELECT DISTINCT
                                  `t1`.`window_id`,
                                  `t1`.`as_of`,
                                  `t1`.`past_start`
                                FROM `valuecast_anchors` AS `t1`
                              ) AS `t19`
                                ON `t9`.`day` < `t19`.`as_of`
                            ) AS `t30`
                            WHERE
                              `t30`.`day` >= `t30`.`past_start`
                          ) AS `t36`
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS `t53`
                        GROUP BY
                          1,
                          2
                      ) AS `t70`
                        ON `t20`.`window_id` = `t70`.`window_id`
                        AND `t20`.`customer_id` = `t70`.`customer_id`
                    ) AS `t89`
                  ) AS `t95`
                  LEFT OUTER JOIN (
                    SELECT
                      `t46`.`window_id`,
                      `t46`.`customer_id`,
                      SUM(CAST(`t46`.`age` <= 30 AS BIGINT)) AS `new_members`,
                      COUNT(*) AS `ever`
                    FROM (
                      SELECT
                        `t35`.`customer_id`,
                        `t35`.`member_id`,
                        `t35`.`first_day`,
                        `t35`.`window_id`,
                        `t35`.`as_of`,
                        `t35`.`past_start`,
                        DATEDIFF(DAY, `t35`.`first_day`, `t35`.`as_of`) AS `age`,
                        `t35`.`first_day` AS `on`
                      FROM (
                        SELECT
                          `t26`.`customer_id`,
                          `t26`.`member_id`,
                          `t26`.`first_day`,
                          `t19`.`window_id`,
                          `t19`.`as_of`,
                          `t19`.`past_start`
                        FROM (
                          SELECT
                            `t2`.`customer_id`,
                            `t2`.`member_id`,
                            MIN(`t2`.`day`) AS `first_day`
                          FROM `member_activity` AS `t2`
                          GROUP BY
                            1,
                            2
                        ) AS `t26`
                        INNER JOIN (
                          SELECT DISTINCT
                            `t1`.`window_id`,
                            `t1`.`as_of`,
                            `t1`.`past_start`
                          FROM `valuecast_anchors` AS `t1`
                        ) AS `t19`
                          ON `t26`.`first_day` < `t19`.`as_of`
                      ) AS `t35`
                    ) AS `t46`
                    GROUP BY
                      1,
                      2
                  ) AS `t64`
                    ON `t95`.`window_id` = `t64`.`window_id`
                    AND `t95`.`customer_id` = `t64`.`customer_id`
                ) AS `t109`
              ) AS `t114`
            ) AS `t136`
              ON `t213`.`window_id` = `t136`.`window_id`
              AND `t213`.`customer_id` = `t136`.`customer_id`
          ) AS `t214`
        ) AS `t216`
        LEFT OUTER JOIN (
          SELECT
            `t47`.`window_id`,
            `t47`.`customer_id`,
            CAST(MAX(`t47`.`age`) AS DOUBLE) AS `tenure_days`,
            CAST(MAX(`t47`.`age`) - MIN(`t47`.`age`) AS DOUBLE) AS `span_days`
          FROM `t39` AS `t47`
          GROUP BY
            1,
            2
        ) AS `t68`
          ON `t216`.`window_id` = `t68`.`window_id`
          AND `t216`.`customer_id` = `t68`.`customer_id`
      ) AS `t217`
    ) AS `t219`
    LEFT OUTER JOIN (
      SELECT
        `t105`.`window_id`,
        `t105`.`customer_id`,
        `t105`.`season_ratio`,
        `t90`.`weekend_share`
      FROM (
        SELECT
          `t81`.`window_id`,
          `t81`.`customer_id`,
          IF(
            `t81`.`tenure` >= 364,
            TRY_DIVIDE(`t81`.`quarter` * 4, NULLIF(`t81`.`whole`, 0)),
            CAST(NULL AS DOUBLE)
          ) AS `season_ratio`
        FROM (
          SELECT
            `t47`.`window_id`,
            `t47`.`customer_id`,
            COALESCE(
              TRY_DIVIDE(
                CAST(SUM(
                  IF(
                    (
                      `t47`.`age` > 273
                    ) AND (
                      `t47`.`age` <= 364
                    ),
                    CAST(FLOOR((
                      `t47`.`value` * 1000
                    ) + 0.5) AS BIGINT),
                    NULL
                  )
                ) AS DOUBLE),
                1000
              ),
              0.0
            ) AS `quarter`,
            TRY_DIVIDE(
              CAST(SUM(
                IF(`t47`.`age` <= 364, CAST(FLOOR((
                  `t47`.`value` * 1000
                ) + 0.5) AS BIGINT), NULL)
              ) AS DOUBLE),
              1000
            ) AS `whole`,
            MAX(`t47`.`age`) AS `tenure`
          FROM `t39` AS `t47`
          GROUP BY
            1,
            2
        ) AS `t81`
      ) AS `t105`
      LEFT OUTER JOIN (
        SELECT
          `t48`.`window_id`,
          `t48`.`customer_id`,
          TRY_DIVIDE(
            CAST(SUM(
              CAST((
                (
                  (
                    DATEDIFF(DAY, MAKE_DATE(2000, 1, 3), `t48`.`on`) % 7
                  ) + 7
                ) % 7
              ) >= 5 AS BIGINT)
            ) AS DOUBLE),
            COUNT(*)
          ) AS `weekend_share`
        FROM `t40` AS `t48`
        GROUP BY
          1,
          2
      ) AS `t90`
        ON `t105`.`window_id` = `t90`.`window_id`
        AND `t105`.`customer_id` = `t90`.`customer_id`
    ) AS `t127`
      ON `t219`.`window_id` = `t127`.`window_id`
      AND `t219`.`customer_id` = `t127`.`customer_id`
  ) AS `t220`
) AS `t221`
