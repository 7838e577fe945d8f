WITH "t28" AS (
  SELECT
    "t8"."customer_id",
    "t8"."day",
    "t8"."minutes",
    "t8"."events",
    "t8"."amount",
    "t8"."active_members",
    "t8"."value",
    "t19"."window_id",
    "t19"."as_of",
    "t19"."past_start"
  FROM "activity" AS "t8"
  INNER JOIN (
    SELECT DISTINCT
      "t1"."window_id",
      "t1"."as_of",
      "t1"."past_start"
    FROM "valuecast_anchors" AS "t1"
  ) AS "t19"
    ON "t8"."day" < "t19"."as_of"
), "t29" AS (
  SELECT
    "t10"."customer_id",
    "t10"."member_id",
    "t10"."rated_on",
    "t10"."rating",
    "t19"."window_id",
    "t19"."as_of",
    "t19"."past_start"
  FROM "ratings" AS "t10"
  INNER JOIN (
    SELECT DISTINCT
      "t1"."window_id",
      "t1"."as_of",
      "t1"."past_start"
    FROM "valuecast_anchors" AS "t1"
  ) AS "t19"
    ON "t10"."rated_on" < "t19"."as_of"
), "t37" AS (
  SELECT
    "t31"."customer_id",
    "t31"."product_feature_id",
    "t31"."day",
    "t31"."clicks",
    "t31"."minutes",
    "t31"."window_id",
    "t31"."as_of",
    "t31"."past_start",
    DATEDIFF(DAY, "t31"."day", "t31"."as_of") AS "age",
    "t31"."day" AS "on"
  FROM (
    SELECT
      "t12"."customer_id",
      "t12"."product_feature_id",
      "t12"."day",
      "t12"."clicks",
      "t12"."minutes",
      "t19"."window_id",
      "t19"."as_of",
      "t19"."past_start"
    FROM "product_usage" AS "t12"
    INNER JOIN (
      SELECT DISTINCT
        "t1"."window_id",
        "t1"."as_of",
        "t1"."past_start"
      FROM "valuecast_anchors" AS "t1"
    ) AS "t19"
      ON "t12"."day" < "t19"."as_of"
  ) AS "t31"
  WHERE
    "t31"."day" >= "t31"."past_start"
), "t39" AS (
  SELECT
    "t33"."customer_id",
    "t33"."day",
    "t33"."minutes",
    "t33"."events",
    "t33"."amount",
    "t33"."active_members",
    "t33"."value",
    "t33"."window_id",
    "t33"."as_of",
    "t33"."past_start",
    DATEDIFF(DAY, "t33"."day", "t33"."as_of") AS "age",
    "t33"."day" AS "on"
  FROM "t28" AS "t33"
), "t40" AS (
  SELECT
    "t33"."customer_id",
    "t33"."day",
    "t33"."minutes",
    "t33"."events",
    "t33"."amount",
    "t33"."active_members",
    "t33"."value",
    "t33"."window_id",
    "t33"."as_of",
    "t33"."past_start",
    DATEDIFF(DAY, "t33"."day", "t33"."as_of") AS "age",
    "t33"."day" AS "on"
  FROM "t28" AS "t33"
  WHERE
    "t33"."day" >= "t33"."past_start"
), "t41" AS (
  SELECT
    "t33"."window_id",
    "t33"."customer_id",
    DATEDIFF(DAY, "t33"."day", "t33"."as_of") AS "age",
    "t33"."day" AS "on"
  FROM "t28" AS "t33"
  WHERE
    "t33"."day" >= "t33"."past_start"
), "t42" AS (
  SELECT
    "t34"."customer_id",
    "t34"."member_id",
    "t34"."rated_on",
    "t34"."rating",
    "t34"."window_id",
    "t34"."as_of",
    "t34"."past_start",
    DATEDIFF(DAY, "t34"."rated_on", "t34"."as_of") AS "age",
    "t34"."rated_on" AS "on",
    COALESCE("t34"."member_id", "t34"."customer_id") AS "who"
  FROM "t29" AS "t34"
), "t73" AS (
  SELECT
    "t45"."window_id",
    "t45"."customer_id",
    "t45"."product_feature_id",
    MIN("t45"."age") AS "newest",
    CAST(SUM(CAST(FLOOR((
      "t45"."clicks" * 1000
    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "clicks"
  FROM "t37" AS "t45"
  GROUP BY
    1,
    2,
    3
), "t99" AS (
  SELECT
    "t66"."window_id",
    "t66"."customer_id",
    "t66"."week",
    CAST(SUM(CAST(FLOOR((
      "t66"."value" * 1000
    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "value",
    MAX("t66"."weeks") AS "weeks"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t33"."customer_id",
        "t33"."day",
        "t33"."minutes",
        "t33"."events",
        "t33"."amount",
        "t33"."active_members",
        "t33"."value",
        "t33"."window_id",
        "t33"."as_of",
        "t33"."past_start",
        DATEDIFF(DAY, "t33"."day", "t33"."as_of") AS "age",
        "t33"."day" AS "on",
        CAST(FLOOR((
          DATEDIFF(DAY, "t33"."day", "t33"."as_of") - 1
        ) / 7) AS BIGINT) AS "week",
        GREATEST(CAST(FLOOR(DATEDIFF(DAY, "t33"."past_start", "t33"."as_of") / 7) AS BIGINT), 1) AS "weeks"
      FROM "t28" AS "t33"
      WHERE
        "t33"."day" >= "t33"."past_start"
    ) AS "t55"
    WHERE
      "t55"."week" < "t55"."weeks"
  ) AS "t66"
  GROUP BY
    1,
    2,
    3
), "t100" AS (
  SELECT
    "t86"."window_id",
    "t86"."customer_id",
    "t86"."product_feature_id",
    "t86"."newest",
    "t86"."clicks",
    "t25"."product_feature_id" AS "product_feature_id_right",
    "t25"."area",
    "t25"."is_core"
  FROM "t73" AS "t86"
  LEFT OUTER JOIN (
    SELECT
      *
    FROM "product_features" AS "t5"
  ) AS "t25"
    ON "t86"."product_feature_id" = "t25"."product_feature_id"
)
SELECT
  "t221"."window_id",
  "t221"."customer_id",
  "t221"."active",
  COALESCE("t221"."value", 0.0) AS "value",
  COALESCE("t221"."minutes", 0.0) AS "minutes",
  COALESCE("t221"."events", 0.0) AS "events",
  "t221"."value_per_active_day",
  "t221"."events_per_active_day",
  "t221"."value_per_visit",
  COALESCE("t221"."active_days", 0.0) AS "active_days",
  COALESCE("t221"."active_weeks", 0.0) AS "active_weeks",
  COALESCE("t221"."recent_active_days", 0.0) AS "recent_active_days",
  COALESCE("t221"."visits", 0.0) AS "visits",
  COALESCE("t221"."features_used", 0.0) AS "features_used",
  COALESCE("t221"."areas_used", 0.0) AS "areas_used",
  COALESCE("t221"."features_adopted", 0.0) AS "features_adopted",
  COALESCE("t221"."core_features_used", 0.0) AS "core_features_used",
  COALESCE("t221"."recent_features", 0.0) AS "recent_features",
  "t221"."click_concentration",
  COALESCE("t221"."feature_clicks", 0.0) AS "feature_clicks",
  "t221"."clicks_per_feature",
  "t221"."core_click_share",
  "t221"."use_pattern_1",
  "t221"."use_pattern_2",
  "t221"."use_pattern_3",
  "t221"."minutes_per_feature",
  "t221"."weekly_variation",
  "t221"."longest_gap",
  "t221"."gap_variation",
  "t221"."weekday_entropy",
  "t221"."value_change",
  "t221"."recent_share",
  "t221"."weekly_slope",
  "t221"."value_against_history",
  "t221"."days_change",
  "t221"."acceleration",
  "t221"."days_since_last",
  "t221"."recency_ratio",
  "t221"."recency_share",
  "t221"."latest_rating",
  "t221"."mean_rating",
  "t221"."rating_change",
  COALESCE("t221"."rated", 0.0) AS "rated",
  COALESCE("t221"."active_members", 0.0) AS "active_members",
  COALESCE("t221"."new_members", 0.0) AS "new_members",
  "t221"."top_member_share",
  COALESCE("t221"."lost_members", 0.0) AS "lost_members",
  "t221"."active_member_share",
  "t221"."tenure_days",
  "t221"."span_days",
  "t221"."season_ratio",
  "t221"."weekend_share"
FROM (
  SELECT
    "t220".*
    EXCLUDE ("customer_id__again", "window_id__again")
  FROM (
    SELECT
      "t219"."window_id",
      "t219"."customer_id",
      "t219"."active",
      "t219"."value",
      "t219"."minutes",
      "t219"."events",
      "t219"."value_per_active_day",
      "t219"."events_per_active_day",
      "t219"."value_per_visit",
      "t219"."active_days",
      "t219"."active_weeks",
      "t219"."recent_active_days",
      "t219"."visits",
      "t219"."features_used",
      "t219"."core_features_used",
      "t219"."recent_features",
      "t219"."areas_used",
      "t219"."features_adopted",
      "t219"."click_concentration",
      "t219"."feature_clicks",
      "t219"."clicks_per_feature",
      "t219"."minutes_per_feature",
      "t219"."core_click_share",
      "t219"."use_pattern_1",
      "t219"."use_pattern_2",
      "t219"."use_pattern_3",
      "t219"."longest_gap",
      "t219"."gap_variation",
      "t219"."weekly_variation",
      "t219"."weekday_entropy",
      "t219"."value_change",
      "t219"."recent_share",
      "t219"."days_change",
      "t219"."acceleration",
      "t219"."weekly_slope",
      "t219"."value_against_history",
      "t219"."days_since_last",
      "t219"."recency_ratio",
      "t219"."recency_share",
      "t219"."latest_rating",
      "t219"."mean_rating",
      "t219"."rating_change",
      "t219"."rated",
      "t219"."active_members",
      "t219"."new_members",
      "t219"."lost_members",
      "t219"."active_member_share",
      "t219"."top_member_share",
      "t219"."tenure_days",
      "t219"."span_days",
      "t127"."window_id" AS "window_id__again",
      "t127"."customer_id" AS "customer_id__again",
      "t127"."season_ratio",
      "t127"."weekend_share"
    FROM (
      SELECT
        "t217".*
        EXCLUDE ("customer_id__again", "window_id__again")
      FROM (
        SELECT
          "t216"."window_id",
          "t216"."customer_id",
          "t216"."active",
          "t216"."value",
          "t216"."minutes",
          "t216"."events",
          "t216"."value_per_active_day",
          "t216"."events_per_active_day",
          "t216"."value_per_visit",
          "t216"."active_days",
          "t216"."active_weeks",
          "t216"."recent_active_days",
          "t216"."visits",
          "t216"."features_used",
          "t216"."core_features_used",
          "t216"."recent_features",
          "t216"."areas_used",
          "t216"."features_adopted",
          "t216"."click_concentration",
          "t216"."feature_clicks",
          "t216"."clicks_per_feature",
          "t216"."minutes_per_feature",
          "t216"."core_click_share",
          "t216"."use_pattern_1",
          "t216"."use_pattern_2",
          "t216"."use_pattern_3",
          "t216"."longest_gap",
          "t216"."gap_variation",
          "t216"."weekly_variation",
          "t216"."weekday_entropy",
          "t216"."value_change",
          "t216"."recent_share",
          "t216"."days_change",
          "t216"."acceleration",
          "t216"."weekly_slope",
          "t216"."value_against_history",
          "t216"."days_since_last",
          "t216"."recency_ratio",
          "t216"."recency_share",
          "t216"."latest_rating",
          "t216"."mean_rating",
          "t216"."rating_change",
          "t216"."rated",
          "t216"."active_members",
          "t216"."new_members",
          "t216"."lost_members",
          "t216"."active_member_share",
          "t216"."top_member_share",
          "t68"."window_id" AS "window_id__again",
          "t68"."customer_id" AS "customer_id__again",
          "t68"."tenure_days",
          "t68"."span_days"
        FROM (
          SELECT
            "t214".*
            EXCLUDE ("customer_id__again", "window_id__again")
          FROM (
            SELECT
              "t213"."window_id",
              "t213"."customer_id",
              "t213"."active",
              "t213"."value",
              "t213"."minutes",
              "t213"."events",
              "t213"."value_per_active_day",
              "t213"."events_per_active_day",
              "t213"."value_per_visit",
              "t213"."active_days",
              "t213"."active_weeks",
              "t213"."recent_active_days",
              "t213"."visits",
              "t213"."features_used",
              "t213"."core_features_used",
              "t213"."recent_features",
              "t213"."areas_used",
              "t213"."features_adopted",
              "t213"."click_concentration",
              "t213"."feature_clicks",
              "t213"."clicks_per_feature",
              "t213"."minutes_per_feature",
              "t213"."core_click_share",
              "t213"."use_pattern_1",
              "t213"."use_pattern_2",
              "t213"."use_pattern_3",
              "t213"."longest_gap",
              "t213"."gap_variation",
              "t213"."weekly_variation",
              "t213"."weekday_entropy",
              "t213"."value_change",
              "t213"."recent_share",
              "t213"."days_change",
              "t213"."acceleration",
              "t213"."weekly_slope",
              "t213"."value_against_history",
              "t213"."days_since_last",
              "t213"."recency_ratio",
              "t213"."recency_share",
              "t213"."latest_rating",
              "t213"."mean_rating",
              "t213"."rating_change",
              "t213"."rated",
              "t136"."window_id" AS "window_id__again",
              "t136"."customer_id" AS "customer_id__again",
              "t136"."active_members",
              "t136"."new_members",
              "t136"."lost_members",
              "t136"."active_member_share",
              "t136"."top_member_share"
            FROM (
              SELECT
                "t211".*
                EXCLUDE ("customer_id__again", "window_id__again")
              FROM (
                SELECT
                  "t210"."window_id",
                  "t210"."customer_id",
                  "t210"."active",
                  "t210"."value",
                  "t210"."minutes",
                  "t210"."events",
                  "t210"."value_per_active_day",
                  "t210"."events_per_active_day",
                  "t210"."value_per_visit",
                  "t210"."active_days",
                  "t210"."active_weeks",
                  "t210"."recent_active_days",
                  "t210"."visits",
                  "t210"."features_used",
                  "t210"."core_features_used",
                  "t210"."recent_features",
                  "t210"."areas_used",
                  "t210"."features_adopted",
                  "t210"."click_concentration",
                  "t210"."feature_clicks",
                  "t210"."clicks_per_feature",
                  "t210"."minutes_per_feature",
                  "t210"."core_click_share",
                  "t210"."use_pattern_1",
                  "t210"."use_pattern_2",
                  "t210"."use_pattern_3",
                  "t210"."longest_gap",
                  "t210"."gap_variation",
                  "t210"."weekly_variation",
                  "t210"."weekday_entropy",
                  "t210"."value_change",
                  "t210"."recent_share",
                  "t210"."days_change",
                  "t210"."acceleration",
                  "t210"."weekly_slope",
                  "t210"."value_against_history",
                  "t210"."days_since_last",
                  "t210"."recency_ratio",
                  "t210"."recency_share",
                  "t182"."window_id" AS "window_id__again",
                  "t182"."customer_id" AS "customer_id__again",
                  "t182"."latest_rating",
                  "t182"."mean_rating",
                  "t182"."rating_change",
                  "t182"."rated"
                FROM (
                  SELECT
                    "t208".*
                    EXCLUDE ("customer_id__again", "window_id__again")
                  FROM (
                    SELECT
                      "t207"."window_id",
                      "t207"."customer_id",
                      "t207"."active",
                      "t207"."value",
                      "t207"."minutes",
                      "t207"."events",
                      "t207"."value_per_active_day",
                      "t207"."events_per_active_day",
                      "t207"."value_per_visit",
                      "t207"."active_days",
                      "t207"."active_weeks",
                      "t207"."recent_active_days",
                      "t207"."visits",
                      "t207"."features_used",
                      "t207"."core_features_used",
                      "t207"."recent_features",
                      "t207"."areas_used",
                      "t207"."features_adopted",
                      "t207"."click_concentration",
                      "t207"."feature_clicks",
                      "t207"."clicks_per_feature",
                      "t207"."minutes_per_feature",
                      "t207"."core_click_share",
                      "t207"."use_pattern_1",
                      "t207"."use_pattern_2",
                      "t207"."use_pattern_3",
                      "t207"."longest_gap",
                      "t207"."gap_variation",
                      "t207"."weekly_variation",
                      "t207"."weekday_entropy",
                      "t207"."value_change",
                      "t207"."recent_share",
                      "t207"."days_change",
                      "t207"."acceleration",
                      "t207"."weekly_slope",
                      "t207"."value_against_history",
                      "t116"."window_id" AS "window_id__again",
                      "t116"."customer_id" AS "customer_id__again",
                      "t116"."days_since_last",
                      "t116"."recency_ratio",
                      "t116"."recency_share"
                    FROM (
                      SELECT
                        "t205".*
                        EXCLUDE ("customer_id__again", "window_id__again")
                      FROM (
                        SELECT
                          "t204"."window_id",
                          "t204"."customer_id",
                          "t204"."active",
                          "t204"."value",
                          "t204"."minutes",
                          "t204"."events",
                          "t204"."value_per_active_day",
                          "t204"."events_per_active_day",
                          "t204"."value_per_visit",
                          "t204"."active_days",
                          "t204"."active_weeks",
                          "t204"."recent_active_days",
                          "t204"."visits",
                          "t204"."features_used",
                          "t204"."core_features_used",
                          "t204"."recent_features",
                          "t204"."areas_used",
                          "t204"."features_adopted",
                          "t204"."click_concentration",
                          "t204"."feature_clicks",
                          "t204"."clicks_per_feature",
                          "t204"."minutes_per_feature",
                          "t204"."core_click_share",
                          "t204"."use_pattern_1",
                          "t204"."use_pattern_2",
                          "t204"."use_pattern_3",
                          "t204"."longest_gap",
                          "t204"."gap_variation",
                          "t204"."weekly_variation",
                          "t204"."weekday_entropy",
                          "t187"."window_id" AS "window_id__again",
                          "t187"."customer_id" AS "customer_id__again",
                          "t187"."value_change",
                          "t187"."recent_share",
                          "t187"."days_change",
                          "t187"."acceleration",
                          "t187"."weekly_slope",
                          "t187"."value_against_history"
                        FROM (
                          SELECT
                            "t202".*
                            EXCLUDE ("customer_id__again", "window_id__again")
                          FROM (
                            SELECT
                              "t201"."window_id",
                              "t201"."customer_id",
                              "t201"."active",
                              "t201"."value",
                              "t201"."minutes",
                              "t201"."events",
                              "t201"."value_per_active_day",
                              "t201"."events_per_active_day",
                              "t201"."value_per_visit",
                              "t201"."active_days",
                              "t201"."active_weeks",
                              "t201"."recent_active_days",
                              "t201"."visits",
                              "t201"."features_used",
                              "t201"."core_features_used",
                              "t201"."recent_features",
                              "t201"."areas_used",
                              "t201"."features_adopted",
                              "t201"."click_concentration",
                              "t201"."feature_clicks",
                              "t201"."clicks_per_feature",
                              "t201"."minutes_per_feature",
                              "t201"."core_click_share",
                              "t201"."use_pattern_1",
                              "t201"."use_pattern_2",
                              "t201"."use_pattern_3",
                              "t198"."window_id" AS "window_id__again",
                              "t198"."customer_id" AS "customer_id__again",
                              "t198"."longest_gap",
                              "t198"."gap_variation",
                              "t198"."weekly_variation",
                              "t198"."weekday_entropy"
                            FROM (
                              SELECT
                                "t199".*
                                EXCLUDE ("customer_id__again", "window_id__again")
                              FROM (
                                SELECT
                                  "t197"."window_id",
                                  "t197"."customer_id",
                                  "t197"."active",
                                  "t197"."value",
                                  "t197"."minutes",
                                  "t197"."events",
                                  "t197"."value_per_active_day",
                                  "t197"."events_per_active_day",
                                  "t197"."value_per_visit",
                                  "t197"."active_days",
                                  "t197"."active_weeks",
                                  "t197"."recent_active_days",
                                  "t197"."visits",
                                  "t197"."features_used",
                                  "t197"."core_features_used",
                                  "t197"."recent_features",
                                  "t197"."areas_used",
                                  "t197"."features_adopted",
                                  "t197"."click_concentration",
                                  "t197"."feature_clicks",
                                  "t197"."clicks_per_feature",
                                  "t197"."minutes_per_feature",
                                  "t197"."core_click_share",
                                  "t169"."window_id" AS "window_id__again",
                                  "t169"."customer_id" AS "customer_id__again",
                                  "t169"."use_pattern_1",
                                  "t169"."use_pattern_2",
                                  "t169"."use_pattern_3"
                                FROM (
                                  SELECT
                                    "t193".*
                                    EXCLUDE ("customer_id__again", "window_id__again")
                                  FROM (
                                    SELECT
                                      "t191"."window_id",
                                      "t191"."customer_id",
                                      "t191"."active",
                                      "t191"."value",
                                      "t191"."minutes",
                                      "t191"."events",
                                      "t191"."value_per_active_day",
                                      "t191"."events_per_active_day",
                                      "t191"."value_per_visit",
                                      "t191"."active_days",
                                      "t191"."active_weeks",
                                      "t191"."recent_active_days",
                                      "t191"."visits",
                                      "t191"."features_used",
                                      "t191"."core_features_used",
                                      "t191"."recent_features",
                                      "t191"."areas_used",
                                      "t191"."features_adopted",
                                      "t191"."click_concentration",
                                      "t153"."window_id" AS "window_id__again",
                                      "t153"."customer_id" AS "customer_id__again",
                                      "t153"."feature_clicks",
                                      "t153"."clicks_per_feature",
                                      "t153"."minutes_per_feature",
                                      "t153"."core_click_share"
                                    FROM (
                                      SELECT
                                        "t188".*
                                        EXCLUDE ("customer_id__again", "window_id__again")
                                      FROM (
                                        SELECT
                                          "t145"."window_id",
                                          "t145"."customer_id",
                                          "t145"."active",
                                          "t145"."value",
                                          "t145"."minutes",
                                          "t145"."events",
                                          "t145"."value_per_active_day",
                                          "t145"."events_per_active_day",
                                          "t145"."value_per_visit",
                                          "t145"."active_days",
                                          "t145"."active_weeks",
                                          "t145"."recent_active_days",
                                          "t145"."visits",
                                          "t183"."window_id" AS "window_id__again",
                                          "t183"."customer_id" AS "customer_id__again",
                                          "t183"."features_used",
                                          "t183"."core_features_used",
                                          "t183"."recent_features",
                                          "t183"."areas_used",
                                          "t183"."features_adopted",
                                          "t183"."click_concentration"
                                        FROM (
                                          SELECT
                                            "t141".*
                                            EXCLUDE ("customer_id__again", "window_id__again")
                                          FROM (
                                            SELECT
                                              "t129"."window_id",
                                              "t129"."customer_id",
                                              "t129"."active",
                                              "t129"."value",
                                              "t129"."minutes",
                                              "t129"."events",
                                              "t129"."value_per_active_day",
                                              "t129"."events_per_active_day",
                                              "t129"."value_per_visit",
                                              "t128"."window_id" AS "window_id__again",
                                              "t128"."customer_id" AS "customer_id__again",
                                              "t128"."active_days",
                                              "t128"."active_weeks",
                                              "t128"."recent_active_days",
                                              "t128"."visits"
                                            FROM (
                                              SELECT
                                                "t117".*
                                                EXCLUDE ("customer_id__again", "window_id__again")
                                              FROM (
                                                SELECT
                                                  "t21"."window_id",
                                                  "t21"."customer_id",
                                                  "t21"."active",
                                                  "t102"."window_id" AS "window_id__again",
                                                  "t102"."customer_id" AS "customer_id__again",
                                                  "t102"."value",
                                                  "t102"."minutes",
                                                  "t102"."events",
                                                  "t102"."value_per_active_day",
                                                  "t102"."events_per_active_day",
                                                  "t102"."value_per_visit"
                                                FROM (
                                                  SELECT
                                                    "t1"."window_id",
                                                    "t1"."customer_id",
                                                    "t1"."active"
                                                  FROM "valuecast_anchors" AS "t1"
                                                ) AS "t21"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t94".*
                                                    EXCLUDE ("n", "visits")
                                                  FROM (
                                                    SELECT
                                                      "t76"."window_id",
                                                      "t76"."customer_id",
                                                      "t76"."value",
                                                      "t76"."minutes",
                                                      "t76"."events",
                                                      "t76"."n",
                                                      "t76"."visits",
                                                      "t76"."value" / "t76"."n" AS "value_per_active_day",
                                                      "t76"."events" / "t76"."n" AS "events_per_active_day",
                                                      "t76"."value" / NULLIF("t76"."visits", 0) AS "value_per_visit"
                                                    FROM (
                                                      SELECT
                                                        "t48"."window_id",
                                                        "t48"."customer_id",
                                                        CAST(SUM(CAST(FLOOR((
                                                          "t48"."value" * 1000
                                                        ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "value",
                                                        CAST(SUM(CAST(FLOOR((
                                                          "t48"."minutes" * 1000
                                                        ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "minutes",
                                                        CAST(SUM(CAST(FLOOR((
                                                          "t48"."events" * 1000
                                                        ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "events",
                                                        COUNT(*) AS "n",
                                                        CAST(SUM(CAST(FLOOR((
                                                          "t48"."active_members" * 1000
                                                        ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "visits"
                                                      FROM "t40" AS "t48"
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS "t76"
                                                  ) AS "t94"
                                                ) AS "t102"
                                                  ON "t21"."window_id" = "t102"."window_id"
                                                  AND "t21"."customer_id" = "t102"."customer_id"
                                              ) AS "t117"
                                            ) AS "t129"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t108"."window_id",
                                                "t108"."customer_id",
                                                CAST("t108"."active_days" AS DOUBLE) AS "active_days",
                                                CAST("t108"."active_weeks" AS DOUBLE) AS "active_weeks",
                                                CAST("t108"."recent_active_days" AS DOUBLE) AS "recent_active_days",
                                                "t108"."visits"
                                              FROM (
                                                SELECT
                                                  "t75"."window_id",
                                                  "t75"."customer_id",
                                                  SUM("t75"."n") AS "active_days",
                                                  COUNT(*) AS "active_weeks",
                                                  SUM("t75"."recent") AS "recent_active_days",
                                                  CAST(SUM(CAST(FLOOR((
                                                    "t75"."visits" * 1000
                                                  ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "visits"
                                                FROM (
                                                  SELECT
                                                    "t48"."window_id",
                                                    "t48"."customer_id",
                                                    CAST(FLOOR((
                                                      "t48"."age" - 1
                                                    ) / 7) AS BIGINT) AS "week",
                                                    COUNT(*) AS "n",
                                                    COUNT_IF("t48"."age" <= 30) AS "recent",
                                                    CAST(SUM(CAST(FLOOR((
                                                      "t48"."active_members" * 1000
                                                    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "visits"
                                                  FROM "t40" AS "t48"
                                                  GROUP BY
                                                    1,
                                                    2,
                                                    3
                                                ) AS "t75"
                                                GROUP BY
                                                  1,
                                                  2
                                              ) AS "t108"
                                            ) AS "t128"
                                              ON "t129"."window_id" = "t128"."window_id"
                                              AND "t129"."customer_id" = "t128"."customer_id"
                                          ) AS "t141"
                                        ) AS "t145"
                                        LEFT OUTER JOIN (
                                          SELECT
                                            "t177".*
                                            EXCLUDE ("customer_id__again", "window_id__again")
                                          FROM (
                                            SELECT
                                              "t172"."window_id",
                                              "t172"."customer_id",
                                              "t172"."features_used",
                                              "t172"."core_features_used",
                                              "t172"."recent_features",
                                              "t172"."areas_used",
                                              "t172"."features_adopted",
                                              "t159"."window_id" AS "window_id__again",
                                              "t159"."customer_id" AS "customer_id__again",
                                              "t159"."click_concentration"
                                            FROM (
                                              SELECT
                                                "t170".*
                                                EXCLUDE ("customer_id__again", "window_id__again")
                                              FROM (
                                                SELECT
                                                  "t161"."window_id",
                                                  "t161"."customer_id",
                                                  "t161"."features_used",
                                                  "t161"."core_features_used",
                                                  "t161"."recent_features",
                                                  "t161"."areas_used",
                                                  "t56"."window_id" AS "window_id__again",
                                                  "t56"."customer_id" AS "customer_id__again",
                                                  "t56"."features_adopted"
                                                FROM (
                                                  SELECT
                                                    "t158".*
                                                    EXCLUDE ("customer_id__again", "window_id__again")
                                                  FROM (
                                                    SELECT
                                                      "t150"."window_id",
                                                      "t150"."customer_id",
                                                      "t150"."features_used",
                                                      "t150"."core_features_used",
                                                      "t150"."recent_features",
                                                      "t135"."window_id" AS "window_id__again",
                                                      "t135"."customer_id" AS "customer_id__again",
                                                      "t135"."areas_used"
                                                    FROM (
                                                      SELECT
                                                        "t142"."window_id",
                                                        "t142"."customer_id",
                                                        "t142"."features_used",
                                                        "t142"."core_features_used",
                                                        "t142"."recent_features"
                                                      FROM (
                                                        SELECT
                                                          "t20"."window_id",
                                                          "t20"."customer_id",
                                                          "t132"."window_id" AS "window_id__again",
                                                          "t132"."customer_id" AS "customer_id__again",
                                                          "t132"."features_used",
                                                          "t132"."core_features_used",
                                                          "t132"."recent_features"
                                                        FROM (
                                                          SELECT
                                                            "t1"."window_id",
                                                            "t1"."customer_id"
                                                          FROM "valuecast_anchors" AS "t1"
                                                        ) AS "t20"
                                                        LEFT OUTER JOIN (
                                                          SELECT
                                                            "t104"."window_id",
                                                            "t104"."customer_id",
                                                            CAST(COUNT(*) AS DOUBLE) AS "features_used",
                                                            CAST(COUNT_IF(COALESCE("t104"."is_core", FALSE)) AS DOUBLE) AS "core_features_used",
                                                            CAST(COUNT_IF("t104"."newest" <= 30) AS DOUBLE) AS "recent_features"
                                                          FROM "t100" AS "t104"
                                                          GROUP BY
                                                            1,
                                                            2
                                                        ) AS "t132"
                                                          ON "t20"."window_id" = "t132"."window_id"
                                                          AND "t20"."customer_id" = "t132"."customer_id"
                                                      ) AS "t142"
                                                    ) AS "t150"
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        "t115"."window_id",
                                                        "t115"."customer_id",
                                                        CAST(COUNT(*) AS DOUBLE) AS "areas_used"
                                                      FROM (
                                                        SELECT DISTINCT
                                                          "t104"."window_id",
                                                          "t104"."customer_id",
                                                          "t104"."area"
                                                        FROM "t100" AS "t104"
                                                        WHERE
                                                          "t104"."area" IS NOT NULL
                                                      ) AS "t115"
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS "t135"
                                                      ON "t150"."window_id" = "t135"."window_id"
                                                      AND "t150"."customer_id" = "t135"."customer_id"
                                                  ) AS "t158"
                                                ) AS "t161"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t38"."window_id",
                                                    "t38"."customer_id",
                                                    CAST(COUNT(*) AS DOUBLE) AS "features_adopted"
                                                  FROM (
                                                    SELECT
                                                      "t32"."customer_id",
                                                      "t32"."product_feature_id",
                                                      "t32"."adopted_on",
                                                      "t32"."window_id",
                                                      "t32"."as_of",
                                                      "t32"."past_start",
                                                      DATEDIFF(DAY, "t32"."adopted_on", "t32"."as_of") AS "age",
                                                      "t32"."adopted_on" AS "on"
                                                    FROM (
                                                      SELECT
                                                        "t13"."customer_id",
                                                        "t13"."product_feature_id",
                                                        "t13"."adopted_on",
                                                        "t19"."window_id",
                                                        "t19"."as_of",
                                                        "t19"."past_start"
                                                      FROM "adoption" AS "t13"
                                                      INNER JOIN (
                                                        SELECT DISTINCT
                                                          "t1"."window_id",
                                                          "t1"."as_of",
                                                          "t1"."past_start"
                                                        FROM "valuecast_anchors" AS "t1"
                                                      ) AS "t19"
                                                        ON "t13"."adopted_on" < "t19"."as_of"
                                                    ) AS "t32"
                                                  ) AS "t38"
                                                  GROUP BY
                                                    1,
                                                    2
                                                ) AS "t56"
                                                  ON "t161"."window_id" = "t56"."window_id"
                                                  AND "t161"."customer_id" = "t56"."customer_id"
                                              ) AS "t170"
                                            ) AS "t172"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t139"."window_id",
                                                "t139"."customer_id",
                                                CAST(SUM(CAST(FLOOR((
                                                  "t139"."share" * "t139"."share" * 1000000000
                                                ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000000000 AS "click_concentration"
                                              FROM (
                                                SELECT
                                                  *
                                                FROM (
                                                  SELECT
                                                    "t80"."window_id",
                                                    "t80"."customer_id",
                                                    "t80"."product_feature_id",
                                                    "t80"."newest",
                                                    "t80"."clicks",
                                                    "t80"."clicks" / NULLIF(
                                                      CAST(SUM(CAST(FLOOR((
                                                        "t80"."clicks" * 1000
                                                      ) + 0.5) AS BIGINT)) OVER (
                                                        PARTITION BY "t80"."window_id", "t80"."customer_id"
                                                        ORDER BY NULL ASC
                                                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                      ) AS DOUBLE) / 1000,
                                                      0
                                                    ) AS "share"
                                                  FROM "t73" AS "t80"
                                                ) AS "t125"
                                                WHERE
                                                  "t125"."share" IS NOT NULL
                                              ) AS "t139"
                                              GROUP BY
                                                1,
                                                2
                                            ) AS "t159"
                                              ON "t172"."window_id" = "t159"."window_id"
                                              AND "t172"."customer_id" = "t159"."customer_id"
                                          ) AS "t177"
                                        ) AS "t183"
                                          ON "t145"."window_id" = "t183"."window_id"
                                          AND "t145"."customer_id" = "t183"."customer_id"
                                      ) AS "t188"
                                    ) AS "t191"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t137"."window_id",
                                        "t137"."customer_id",
                                        "t137"."feature_clicks",
                                        NULLIF("t137"."feature_clicks", 0) / NULLIF("t137"."n", 0) AS "clicks_per_feature",
                                        "t137"."minutes" / NULLIF("t137"."used", 0) AS "minutes_per_feature",
                                        IFF(
                                          "t27"."any_core" > 0,
                                          "t137"."core_clicks" / NULLIF("t137"."feature_clicks", 0),
                                          CAST(NULL AS DOUBLE)
                                        ) AS "core_click_share"
                                      FROM (
                                        SELECT
                                          "t96"."window_id",
                                          "t96"."customer_id",
                                          CAST(SUM(CAST(FLOOR((
                                            "t96"."clicks" * 1000
                                          ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "feature_clicks",
                                          CAST(SUM(CAST(FLOOR((
                                            COALESCE("t96"."core_clicks", 0.0) * 1000
                                          ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "core_clicks",
                                          CAST(SUM(CAST(FLOOR((
                                            "t96"."minutes" * 1000
                                          ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "minutes",
                                          COUNT(*) AS "used",
                                          COUNT_IF("t96"."clicks" > 0) AS "n"
                                        FROM (
                                          SELECT
                                            "t63"."window_id",
                                            "t63"."customer_id",
                                            "t63"."product_feature_id",
                                            CAST(SUM(CAST(FLOOR((
                                              "t63"."clicks" * 1000
                                            ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "clicks",
                                            CAST(SUM(CAST(FLOOR((
                                              "t63"."minutes" * 1000
                                            ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "minutes",
                                            CAST(SUM(
                                              IFF(
                                                COALESCE("t63"."is_core", FALSE),
                                                CAST(FLOOR((
                                                  "t63"."clicks" * 1000
                                                ) + 0.5) AS BIGINT),
                                                NULL
                                              )
                                            ) AS DOUBLE) / 1000 AS "core_clicks"
                                          FROM (
                                            SELECT
                                              "t51"."customer_id",
                                              "t51"."product_feature_id",
                                              "t51"."day",
                                              "t51"."clicks",
                                              "t51"."minutes",
                                              "t51"."window_id",
                                              "t51"."as_of",
                                              "t51"."past_start",
                                              "t51"."age",
                                              "t51"."on",
                                              "t24"."product_feature_id" AS "product_feature_id_right",
                                              "t24"."is_core"
                                            FROM "t37" AS "t51"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t5"."product_feature_id",
                                                "t5"."is_core"
                                              FROM "product_features" AS "t5"
                                            ) AS "t24"
                                              ON "t51"."product_feature_id" = "t24"."product_feature_id"
                                          ) AS "t63"
                                          GROUP BY
                                            1,
                                            2,
                                            3
                                        ) AS "t96"
                                        GROUP BY
                                          1,
                                          2
                                      ) AS "t137"
                                      CROSS JOIN (
                                        SELECT
                                          COUNT_IF("t5"."is_core") AS "any_core"
                                        FROM "product_features" AS "t5"
                                      ) AS "t27"
                                    ) AS "t153"
                                      ON "t191"."window_id" = "t153"."window_id"
                                      AND "t191"."customer_id" = "t153"."customer_id"
                                  ) AS "t193"
                                ) AS "t197"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t149"."window_id",
                                    "t149"."customer_id",
                                    CAST(SUM(CAST(FLOOR((
                                      "t149"."mix" * "t149"."weight_1" * 1000000000
                                    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000000000 AS "use_pattern_1",
                                    CAST(SUM(CAST(FLOOR((
                                      "t149"."mix" * "t149"."weight_2" * 1000000000
                                    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000000000 AS "use_pattern_2",
                                    CAST(SUM(CAST(FLOOR((
                                      "t149"."mix" * "t149"."weight_3" * 1000000000
                                    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000000000 AS "use_pattern_3"
                                  FROM (
                                    SELECT
                                      "t140"."window_id",
                                      "t140"."customer_id",
                                      "t140"."product_feature_id",
                                      "t140"."clicks",
                                      "t140"."mix",
                                      "t11"."weight_1",
                                      "t11"."weight_2",
                                      "t11"."weight_3"
                                    FROM (
                                      SELECT
                                        *
                                      FROM (
                                        SELECT
                                          "t72"."window_id",
                                          "t72"."customer_id",
                                          "t72"."product_feature_id",
                                          "t72"."clicks",
                                          SQRT(
                                            "t72"."clicks" / NULLIF(
                                              CAST(SUM(CAST(FLOOR((
                                                "t72"."clicks" * 1000
                                              ) + 0.5) AS BIGINT)) OVER (
                                                PARTITION BY "t72"."window_id", "t72"."customer_id"
                                                ORDER BY NULL ASC
                                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                              ) AS DOUBLE) / 1000,
                                              0
                                            )
                                          ) AS "mix"
                                        FROM (
                                          SELECT
                                            "t45"."window_id",
                                            "t45"."customer_id",
                                            "t45"."product_feature_id",
                                            CAST(SUM(CAST(FLOOR((
                                              "t45"."clicks" * 1000
                                            ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "clicks"
                                          FROM "t37" AS "t45"
                                          GROUP BY
                                            1,
                                            2,
                                            3
                                        ) AS "t72"
                                      ) AS "t124"
                                      WHERE
                                        "t124"."clicks" > 0
                                    ) AS "t140"
                                    INNER JOIN "axes" AS "t11"
                                      ON "t140"."product_feature_id" = "t11"."product_feature_id"
                                  ) AS "t149"
                                  GROUP BY
                                    1,
                                    2
                                ) AS "t169"
                                  ON "t197"."window_id" = "t169"."window_id"
                                  AND "t197"."customer_id" = "t169"."customer_id"
                              ) AS "t199"
                            ) AS "t201"
                            LEFT OUTER JOIN (
                              SELECT
                                "t194".*
                                EXCLUDE ("customer_id__again", "window_id__again")
                              FROM (
                                SELECT
                                  "t192"."window_id",
                                  "t192"."customer_id",
                                  "t192"."longest_gap",
                                  "t192"."gap_variation",
                                  "t192"."weekly_variation",
                                  "t154"."window_id" AS "window_id__again",
                                  "t154"."customer_id" AS "customer_id__again",
                                  "t154"."weekday_entropy"
                                FROM (
                                  SELECT
                                    "t186"."window_id",
                                    "t186"."customer_id",
                                    "t186"."longest_gap",
                                    "t186"."gap_variation",
                                    "t186"."weekly_variation"
                                  FROM (
                                    SELECT
                                      "t123"."window_id",
                                      "t123"."customer_id",
                                      "t123"."longest_gap",
                                      "t123"."gap_variation",
                                      "t181"."window_id" AS "window_id__again",
                                      "t181"."customer_id" AS "customer_id__again",
                                      "t181"."weekly_variation"
                                    FROM (
                                      SELECT
                                        "t88"."window_id",
                                        "t88"."customer_id",
                                        CAST("t88"."longest" AS DOUBLE) AS "longest_gap",
                                        IFF(
                                          "t88"."n" >= 2,
                                          SQRT(
                                            CAST((
                                              "t88"."squares" * "t88"."n"
                                            ) - (
                                              "t88"."total" * "t88"."total"
                                            ) AS DOUBLE)
                                          ) / NULLIF("t88"."total", 0),
                                          CAST(NULL AS DOUBLE)
                                        ) AS "gap_variation"
                                      FROM (
                                        SELECT
                                          "t61"."window_id",
                                          "t61"."customer_id",
                                          MAX((
                                            "t61"."age" - COALESCE("t61"."before", 0)
                                          ) - 1) AS "longest",
                                          SUM("t61"."age" - "t61"."before") AS "total",
                                          SUM((
                                            "t61"."age" - "t61"."before"
                                          ) * (
                                            "t61"."age" - "t61"."before"
                                          )) AS "squares",
                                          COUNT("t61"."age" - "t61"."before") AS "n"
                                        FROM (
                                          SELECT
                                            "t49"."window_id",
                                            "t49"."customer_id",
                                            "t49"."age",
                                            "t49"."on",
                                            LAG("t49"."age") OVER (PARTITION BY "t49"."window_id", "t49"."customer_id" ORDER BY "t49"."age" ASC) AS "before"
                                          FROM "t41" AS "t49"
                                        ) AS "t61"
                                        GROUP BY
                                          1,
                                          2
                                      ) AS "t88"
                                    ) AS "t123"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t166"."window_id",
                                        "t166"."customer_id",
                                        SQRT(GREATEST((
                                          (
                                            "t166"."squares" / 1000000000
                                          ) / "t166"."n"
                                        ) - 1.0, 0.0)) AS "weekly_variation"
                                      FROM (
                                        SELECT
                                          "t152"."window_id",
                                          "t152"."customer_id",
                                          CAST(SUM(
                                            CAST(FLOOR((
                                              LEAST("t152"."relative" * "t152"."relative", 1000000.0) * 1000000000
                                            ) + 0.5) AS BIGINT)
                                          ) AS DOUBLE) AS "squares",
                                          MAX("t152"."weeks") AS "n"
                                        FROM (
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t103"."window_id",
                                              "t103"."customer_id",
                                              "t103"."week",
                                              "t103"."value",
                                              "t103"."weeks",
                                              (
                                                "t103"."value" * "t103"."weeks"
                                              ) / NULLIF(
                                                CAST(SUM(CAST(FLOOR((
                                                  "t103"."value" * 1000
                                                ) + 0.5) AS BIGINT)) OVER (
                                                  PARTITION BY "t103"."window_id", "t103"."customer_id"
                                                  ORDER BY NULL ASC
                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                ) AS DOUBLE) / 1000,
                                                0
                                              ) AS "relative"
                                            FROM "t99" AS "t103"
                                          ) AS "t144"
                                          WHERE
                                            "t144"."relative" IS NOT NULL
                                        ) AS "t152"
                                        GROUP BY
                                          1,
                                          2
                                      ) AS "t166"
                                    ) AS "t181"
                                      ON "t123"."window_id" = "t181"."window_id"
                                      AND "t123"."customer_id" = "t181"."customer_id"
                                  ) AS "t186"
                                ) AS "t192"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t113"."window_id",
                                    "t113"."customer_id",
                                    CAST(CAST(FLOOR(
                                      (
                                        (
                                          GREATEST(LN("t113"."n") - (
                                            "t113"."logs" / "t113"."n"
                                          ), 0.0) / 1.9459101490553132
                                        ) * 1000000000
                                      ) + 0.5
                                    ) AS BIGINT) AS DOUBLE) / 1000000000 AS "weekday_entropy"
                                  FROM (
                                    SELECT
                                      "t69"."window_id",
                                      "t69"."customer_id",
                                      CAST(SUM(
                                        CAST(FLOOR((
                                          "t69"."n" * LN(CAST("t69"."n" AS DOUBLE)) * 1000000000
                                        ) + 0.5) AS BIGINT)
                                      ) AS DOUBLE) / 1000000000 AS "logs",
                                      CAST(SUM("t69"."n") AS DOUBLE) AS "n"
                                    FROM (
                                      SELECT
                                        "t49"."window_id",
                                        "t49"."customer_id",
                                        (
                                          (
                                            DATEDIFF(DAY, DATE_FROM_PARTS(2000, 1, 3), "t49"."on") % 7
                                          ) + 7
                                        ) % 7 AS "weekday",
                                        COUNT(*) AS "n"
                                      FROM "t41" AS "t49"
                                      GROUP BY
                                        1,
                                        2,
                                        3
                                    ) AS "t69"
                                    GROUP BY
                                      1,
                                      2
                                  ) AS "t113"
                                ) AS "t154"
                                  ON "t192"."window_id" = "t154"."window_id"
                                  AND "t192"."customer_id" = "t154"."customer_id"
                              ) AS "t194"
                            ) AS "t198"
                              ON "t201"."window_id" = "t198"."window_id"
                              AND "t201"."customer_id" = "t198"."customer_id"
                          ) AS "t202"
                        ) AS "t204"
                        LEFT OUTER JOIN (
                          SELECT
                            "t184".*
                            EXCLUDE ("customer_id__again", "window_id__again")
                          FROM (
                            SELECT
                              "t176"."window_id",
                              "t176"."customer_id",
                              "t176"."value_change",
                              "t176"."recent_share",
                              "t176"."days_change",
                              "t176"."acceleration",
                              "t176"."weekly_slope",
                              "t110"."window_id" AS "window_id__again",
                              "t110"."customer_id" AS "customer_id__again",
                              "t110"."value_against_history"
                            FROM (
                              SELECT
                                "t173".*
                                EXCLUDE ("customer_id__again", "window_id__again")
                              FROM (
                                SELECT
                                  "t112"."window_id",
                                  "t112"."customer_id",
                                  "t112"."value_change",
                                  "t112"."recent_share",
                                  "t112"."days_change",
                                  "t112"."acceleration",
                                  "t167"."window_id" AS "window_id__again",
                                  "t167"."customer_id" AS "customer_id__again",
                                  "t167"."weekly_slope"
                                FROM (
                                  SELECT
                                    "t83"."window_id",
                                    "t83"."customer_id",
                                    (
                                      "t83"."last" - "t83"."before"
                                    ) / NULLIF("t83"."last" + "t83"."before", 0) AS "value_change",
                                    "t83"."last" / NULLIF("t83"."total", 0) AS "recent_share",
                                    (
                                      "t83"."days" - "t83"."days_before"
                                    ) / NULLIF("t83"."days" + "t83"."days_before", 0) AS "days_change",
                                    IFF(
                                      "t83"."length" >= 90,
                                      (
                                        (
                                          "t83"."last" - (
                                            "t83"."before" * 2
                                          )
                                        ) + "t83"."third"
                                      ) / NULLIF("t83"."last" + "t83"."before" + "t83"."third", 0),
                                      CAST(NULL AS DOUBLE)
                                    ) AS "acceleration"
                                  FROM (
                                    SELECT
                                      "t48"."window_id",
                                      "t48"."customer_id",
                                      COALESCE(
                                        CAST(SUM(
                                          IFF("t48"."age" <= 30, CAST(FLOOR((
                                            "t48"."value" * 1000
                                          ) + 0.5) AS BIGINT), NULL)
                                        ) AS DOUBLE) / 1000,
                                        0.0
                                      ) AS "last",
                                      COALESCE(
                                        CAST(SUM(
                                          IFF(
                                            (
                                              "t48"."age" > 30
                                            ) AND (
                                              "t48"."age" <= 60
                                            ),
                                            CAST(FLOOR((
                                              "t48"."value" * 1000
                                            ) + 0.5) AS BIGINT),
                                            NULL
                                          )
                                        ) AS DOUBLE) / 1000,
                                        0.0
                                      ) AS "before",
                                      COALESCE(
                                        CAST(SUM(
                                          IFF(
                                            (
                                              "t48"."age" > 60
                                            ) AND (
                                              "t48"."age" <= 90
                                            ),
                                            CAST(FLOOR((
                                              "t48"."value" * 1000
                                            ) + 0.5) AS BIGINT),
                                            NULL
                                          )
                                        ) AS DOUBLE) / 1000,
                                        0.0
                                      ) AS "third",
                                      CAST(COUNT_IF("t48"."age" <= 30) AS DOUBLE) AS "days",
                                      CAST(COUNT_IF((
                                        "t48"."age" > 30
                                      ) AND (
                                        "t48"."age" <= 60
                                      )) AS DOUBLE) AS "days_before",
                                      MAX(DATEDIFF(DAY, "t48"."past_start", "t48"."as_of")) AS "length",
                                      CAST(SUM(CAST(FLOOR((
                                        "t48"."value" * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "total"
                                    FROM "t40" AS "t48"
                                    GROUP BY
                                      1,
                                      2
                                  ) AS "t83"
                                ) AS "t112"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t147"."window_id",
                                    "t147"."customer_id",
                                    (
                                      (
                                        "t147"."weighted" - (
                                          (
                                            (
                                              "t147"."n" - 1
                                            ) / 2.0
                                          ) * "t147"."total"
                                        )
                                      ) / NULLIF((
                                        "t147"."n" * (
                                          (
                                            "t147"."n" * "t147"."n"
                                          ) - 1
                                        )
                                      ) / 12.0, 0)
                                    ) / NULLIF("t147"."total" / "t147"."n", 0) AS "weekly_slope"
                                  FROM (
                                    SELECT
                                      "t119"."window_id",
                                      "t119"."customer_id",
                                      CAST(SUM(CAST(FLOOR((
                                        "t119"."value" * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "total",
                                      CAST(SUM(CAST(FLOOR((
                                        "t119"."value" * "t119"."t" * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "weighted",
                                      MAX("t119"."weeks") AS "n"
                                    FROM (
                                      SELECT
                                        "t103"."window_id",
                                        "t103"."customer_id",
                                        "t103"."week",
                                        "t103"."value",
                                        "t103"."weeks",
                                        (
                                          "t103"."weeks" - 1
                                        ) - "t103"."week" AS "t"
                                      FROM "t99" AS "t103"
                                    ) AS "t119"
                                    GROUP BY
                                      1,
                                      2
                                  ) AS "t147"
                                ) AS "t167"
                                  ON "t112"."window_id" = "t167"."window_id"
                                  AND "t112"."customer_id" = "t167"."customer_id"
                              ) AS "t173"
                            ) AS "t176"
                            LEFT OUTER JOIN (
                              SELECT
                                "t82"."window_id",
                                "t82"."customer_id",
                                IFF(
                                  (
                                    "t82"."tenure" > 30
                                  ) AND (
                                    "t82"."used" > 0
                                  ),
                                  "t82"."last" / NULLIF((
                                    "t82"."total" * 30
                                  ) / "t82"."tenure", 0),
                                  CAST(NULL AS DOUBLE)
                                ) AS "value_against_history"
                              FROM (
                                SELECT
                                  "t47"."window_id",
                                  "t47"."customer_id",
                                  COALESCE(
                                    CAST(SUM(
                                      IFF("t47"."age" <= 30, CAST(FLOOR((
                                        "t47"."value" * 1000
                                      ) + 0.5) AS BIGINT), NULL)
                                    ) AS DOUBLE) / 1000,
                                    0.0
                                  ) AS "last",
                                  CAST(SUM(CAST(FLOOR((
                                    "t47"."value" * 1000
                                  ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "total",
                                  MAX("t47"."age") AS "tenure",
                                  COUNT_IF("t47"."on" >= "t47"."past_start") AS "used"
                                FROM "t39" AS "t47"
                                GROUP BY
                                  1,
                                  2
                              ) AS "t82"
                            ) AS "t110"
                              ON "t176"."window_id" = "t110"."window_id"
                              AND "t176"."customer_id" = "t110"."customer_id"
                          ) AS "t184"
                        ) AS "t187"
                          ON "t204"."window_id" = "t187"."window_id"
                          AND "t204"."customer_id" = "t187"."customer_id"
                      ) AS "t205"
                    ) AS "t207"
                    LEFT OUTER JOIN (
                      SELECT
                        "t74"."window_id",
                        "t74"."customer_id",
                        "t74"."days_since_last",
                        "t97"."recency_ratio",
                        IFF("t97"."used" > 0, "t74"."share", CAST(NULL AS DOUBLE)) AS "recency_share"
                      FROM (
                        SELECT
                          "t57"."window_id",
                          "t57"."customer_id",
                          CAST("t57"."newest" - 1 AS DOUBLE) AS "days_since_last",
                          CAST("t57"."newest" AS DOUBLE) / CAST("t57"."oldest" AS DOUBLE) AS "share"
                        FROM (
                          SELECT
                            "t47"."window_id",
                            "t47"."customer_id",
                            MIN("t47"."age") AS "newest",
                            MAX("t47"."age") AS "oldest"
                          FROM "t39" AS "t47"
                          GROUP BY
                            1,
                            2
                        ) AS "t57"
                      ) AS "t74"
                      LEFT OUTER JOIN (
                        SELECT
                          "t58"."window_id",
                          "t58"."customer_id",
                          "t58"."n" AS "used",
                          IFF(
                            "t58"."n" >= 3,
                            "t58"."newest" / NULLIF(
                              (
                                "t58"."oldest" - "t58"."newest"
                              ) / CAST(NULLIF("t58"."n" - 1, 0) AS DOUBLE),
                              0
                            ),
                            CAST(NULL AS DOUBLE)
                          ) AS "recency_ratio"
                        FROM (
                          SELECT
                            "t48"."window_id",
                            "t48"."customer_id",
                            MIN("t48"."age") AS "newest",
                            MAX("t48"."age") AS "oldest",
                            COUNT(*) AS "n"
                          FROM "t40" AS "t48"
                          GROUP BY
                            1,
                            2
                        ) AS "t58"
                      ) AS "t97"
                        ON "t74"."window_id" = "t97"."window_id"
                        AND "t74"."customer_id" = "t97"."customer_id"
                    ) AS "t116"
                      ON "t207"."window_id" = "t116"."window_id"
                      AND "t207"."customer_id" = "t116"."customer_id"
                  ) AS "t208"
                ) AS "t210"
                LEFT OUTER JOIN (
                  SELECT
                    "t174"."window_id",
                    "t174"."customer_id",
                    "t174"."latest_rating",
                    "t174"."mean_rating",
                    "t174"."mean_rating" - "t174"."earlier" AS "rating_change",
                    CAST('1.0' AS DOUBLE) AS "rated"
                  FROM (
                    SELECT
                      "t168"."window_id",
                      "t168"."customer_id",
                      "t168"."latest_rating",
                      "t168"."mean_rating",
                      "t84"."window_id" AS "window_id__again",
                      "t84"."customer_id" AS "customer_id__again",
                      "t84"."earlier"
                    FROM (
                      SELECT
                        "t162"."window_id",
                        "t162"."customer_id",
                        "t162"."latest_rating",
                        "t162"."mean_rating"
                      FROM (
                        SELECT
                          "t156"."window_id",
                          "t156"."customer_id",
                          "t156"."latest_rating",
                          "t85"."window_id" AS "window_id__again",
                          "t85"."customer_id" AS "customer_id__again",
                          "t85"."mean_rating"
                        FROM (
                          SELECT
                            "t130"."window_id",
                            "t130"."customer_id",
                            (
                              CAST(SUM(CAST(FLOOR((
                                "t130"."rating" * 1000
                              ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000
                            ) / CAST(NULLIF(COUNT(IFF("t130"."rating" IS NOT NULL, "t130"."rating", NULL)), 0) AS DOUBLE) AS "latest_rating"
                          FROM (
                            SELECT
                              "t91"."window_id",
                              "t91"."customer_id",
                              "t91"."who",
                              (
                                CAST(SUM(CAST(FLOOR((
                                  "t91"."rating" * 1000
                                ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000
                              ) / CAST(NULLIF(COUNT(IFF("t91"."rating" IS NOT NULL, "t91"."rating", NULL)), 0) AS DOUBLE) AS "rating"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t52"."customer_id",
                                  "t52"."member_id",
                                  "t52"."rated_on",
                                  "t52"."rating",
                                  "t52"."window_id",
                                  "t52"."as_of",
                                  "t52"."past_start",
                                  "t52"."age",
                                  "t52"."on",
                                  "t52"."who",
                                  "t62"."newest"
                                FROM "t42" AS "t52"
                                INNER JOIN (
                                  SELECT
                                    "t50"."window_id",
                                    "t50"."customer_id",
                                    "t50"."who",
                                    MIN("t50"."age") AS "newest"
                                  FROM "t42" AS "t50"
                                  GROUP BY
                                    1,
                                    2,
                                    3
                                ) AS "t62"
                                  ON "t52"."window_id" = "t62"."window_id"
                                  AND "t52"."customer_id" = "t62"."customer_id"
                                  AND "t52"."who" = "t62"."who"
                              ) AS "t77"
                              WHERE
                                "t77"."age" = "t77"."newest"
                            ) AS "t91"
                            GROUP BY
                              1,
                              2,
                              3
                          ) AS "t130"
                          GROUP BY
                            1,
                            2
                        ) AS "t156"
                        LEFT OUTER JOIN (
                          SELECT
                            "t44"."window_id",
                            "t44"."customer_id",
                            (
                              CAST(SUM(CAST(FLOOR((
                                "t44"."rating" * 1000
                              ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000
                            ) / CAST(NULLIF(COUNT(IFF("t44"."rating" IS NOT NULL, "t44"."rating", NULL)), 0) AS DOUBLE) AS "mean_rating"
                          FROM (
                            SELECT
                              "t34"."customer_id",
                              "t34"."member_id",
                              "t34"."rated_on",
                              "t34"."rating",
                              "t34"."window_id",
                              "t34"."as_of",
                              "t34"."past_start",
                              DATEDIFF(DAY, "t34"."rated_on", "t34"."as_of") AS "age",
                              "t34"."rated_on" AS "on"
                            FROM "t29" AS "t34"
                            WHERE
                              "t34"."rated_on" >= "t34"."past_start"
                          ) AS "t44"
                          GROUP BY
                            1,
                            2
                        ) AS "t85"
                          ON "t156"."window_id" = "t85"."window_id"
                          AND "t156"."customer_id" = "t85"."customer_id"
                      ) AS "t162"
                    ) AS "t168"
                    LEFT OUTER JOIN (
                      SELECT
                        "t43"."window_id",
                        "t43"."customer_id",
                        (
                          CAST(SUM(CAST(FLOOR((
                            "t43"."rating" * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000
                        ) / CAST(NULLIF(COUNT(IFF("t43"."rating" IS NOT NULL, "t43"."rating", NULL)), 0) AS DOUBLE) AS "earlier"
                      FROM (
                        SELECT
                          "t34"."customer_id",
                          "t34"."member_id",
                          "t34"."rated_on",
                          "t34"."rating",
                          "t34"."window_id",
                          "t34"."as_of",
                          "t34"."past_start",
                          DATEDIFF(DAY, "t34"."rated_on", "t34"."as_of") AS "age",
                          "t34"."rated_on" AS "on"
                        FROM "t29" AS "t34"
                        WHERE
                          "t34"."rated_on" < "t34"."past_start"
                      ) AS "t43"
                      GROUP BY
                        1,
                        2
                    ) AS "t84"
                      ON "t168"."window_id" = "t84"."window_id"
                      AND "t168"."customer_id" = "t84"."customer_id"
                  ) AS "t174"
                ) AS "t182"
                  ON "t210"."window_id" = "t182"."window_id"
                  AND "t210"."customer_id" = "t182"."customer_id"
              ) AS "t211"
            ) AS "t213"
            LEFT OUTER JOIN (
              SELECT
                "t114"."window_id",
                "t114"."customer_id",
                CAST("t114"."active_members" AS DOUBLE) AS "active_members",
                CAST(COALESCE("t114"."new_members", 0) AS DOUBLE) AS "new_members",
                CAST("t114"."lost_members" AS DOUBLE) AS "lost_members",
                CAST("t114"."active_members" AS DOUBLE) / CAST("t114"."ever" AS DOUBLE) AS "active_member_share",
                CAST("t114"."most" AS DOUBLE) / CAST("t114"."total" AS DOUBLE) AS "top_member_share"
              FROM (
                SELECT
                  "t109".*
                  EXCLUDE ("customer_id__again", "window_id__again")
                FROM (
                  SELECT
                    "t95"."window_id",
                    "t95"."customer_id",
                    "t95"."active_members",
                    "t95"."lost_members",
                    "t95"."most",
                    "t95"."total",
                    "t64"."window_id" AS "window_id__again",
                    "t64"."customer_id" AS "customer_id__again",
                    "t64"."new_members",
                    "t64"."ever"
                  FROM (
                    SELECT
                      "t89".*
                      EXCLUDE ("customer_id__again", "window_id__again")
                    FROM (
                      SELECT
                        "t20"."window_id",
                        "t20"."customer_id",
                        "t70"."window_id" AS "window_id__again",
                        "t70"."customer_id" AS "customer_id__again",
                        "t70"."active_members",
                        "t70"."lost_members",
                        "t70"."most",
                        "t70"."total"
                      FROM (
                        SELECT
                          "t1"."window_id",
                          "t1"."customer_id"
                        FROM "valuecast_anchors" AS "t1"
                      ) AS "t20"
                      LEFT OUTER JOIN (
                        SELECT
                          "t53"."window_id",
                          "t53"."customer_id",
                          COUNT(*) AS "active_members",
                          COUNT_IF("t53"."newest" > 30) AS "lost_members",
                          MAX("t53"."n") AS "most",
                          SUM("t53"."n") AS "total"
                        FROM (
                          SELECT
                            "t36"."window_id",
                            "t36"."customer_id",
                            "t36"."member_id",
                            COUNT(*) AS "n",
                            MIN("t36"."age") AS "newest"
                          FROM (
                            SELECT
                              "t30"."customer_id",
                              "t30"."member_id",
                              "t30"."day",
                              "t30"."minutes",
                              "t30"."events",
                              "t30"."window_id",
                              "t30"."as_of",
                              "t30"."past_start",
                              DATEDIFF(DAY, "t30"."day", "t30"."as_of") AS "age",
                              "t30"."day" AS "on"
                            FROM (
                              SELECT
                                "t9"."customer_id",
                                "t9"."member_id",
                                "t9"."day",
                                "t9"."minutes",
                                "t9"."events",
                                "t19"."window_id",
                                "t19"."as_of",
                                "t19"."past_start"
                              FROM "member_activity" AS "t9"
                              INNER JOIN (
                                SELECT DISTINCT
                                  "t1"."window_id",
                                  "t1"."as_of",
                                  "t1"."past_start"
                                FROM "valuecast_anchors" AS "t1"
                              ) AS "t19"
                                ON "t9"."day" < "t19"."as_of"
                            ) AS "t30"
                            WHERE
                              "t30"."day" >= "t30"."past_start"
                          ) AS "t36"
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS "t53"
                        GROUP BY
                          1,
                          2
                      ) AS "t70"
                        ON "t20"."window_id" = "t70"."window_id"
                        AND "t20"."customer_id" = "t70"."customer_id"
                    ) AS "t89"
                  ) AS "t95"
                  LEFT OUTER JOIN (
                    SELECT
                      "t46"."window_id",
                      "t46"."customer_id",
                      COUNT_IF("t46"."age" <= 30) AS "new_members",
                      COUNT(*) AS "ever"
                    FROM (
                      SELECT
                        "t35"."customer_id",
                        "t35"."member_id",
                        "t35"."first_day",
                        "t35"."window_id",
                        "t35"."as_of",
                        "t35"."past_start",
                        DATEDIFF(DAY, "t35"."first_day", "t35"."as_of") AS "age",
                        "t35"."first_day" AS "on"
                      FROM (
                        SELECT
                          "t26"."customer_id",
                          "t26"."member_id",
                          "t26"."first_day",
                          "t19"."window_id",
                          "t19"."as_of",
                          "t19"."past_start"
                        FROM (
                          SELECT
                            "t2"."customer_id",
                            "t2"."member_id",
                            MIN("t2"."day") AS "first_day"
                          FROM "member_activity" AS "t2"
                          GROUP BY
                            1,
                            2
                        ) AS "t26"
                        INNER JOIN (
                          SELECT DISTINCT
                            "t1"."window_id",
                            "t1"."as_of",
                            "t1"."past_start"
                          FROM "valuecast_anchors" AS "t1"
                        ) AS "t19"
                          ON "t26"."first_day" < "t19"."as_of"
                      ) AS "t35"
                    ) AS "t46"
                    GROUP BY
                      1,
                      2
                  ) AS "t64"
                    ON "t95"."window_id" = "t64"."window_id"
                    AND "t95"."customer_id" = "t64"."customer_id"
                ) AS "t109"
              ) AS "t114"
            ) AS "t136"
              ON "t213"."window_id" = "t136"."window_id"
              AND "t213"."customer_id" = "t136"."customer_id"
          ) AS "t214"
        ) AS "t216"
        LEFT OUTER JOIN (
          SELECT
            "t47"."window_id",
            "t47"."customer_id",
            CAST(MAX("t47"."age") AS DOUBLE) AS "tenure_days",
            CAST(MAX("t47"."age") - MIN("t47"."age") AS DOUBLE) AS "span_days"
          FROM "t39" AS "t47"
          GROUP BY
            1,
            2
        ) AS "t68"
          ON "t216"."window_id" = "t68"."window_id"
          AND "t216"."customer_id" = "t68"."customer_id"
      ) AS "t217"
    ) AS "t219"
    LEFT OUTER JOIN (
      SELECT
        "t105"."window_id",
        "t105"."customer_id",
        "t105"."season_ratio",
        "t90"."weekend_share"
      FROM (
        SELECT
          "t81"."window_id",
          "t81"."customer_id",
          IFF(
            "t81"."tenure" >= 364,
            (
              "t81"."quarter" * 4
            ) / NULLIF("t81"."whole", 0),
            CAST(NULL AS DOUBLE)
          ) AS "season_ratio"
        FROM (
          SELECT
            "t47"."window_id",
            "t47"."customer_id",
            COALESCE(
              CAST(SUM(
                IFF(
                  (
                    "t47"."age" > 273
                  ) AND (
                    "t47"."age" <= 364
                  ),
                  CAST(FLOOR((
                    "t47"."value" * 1000
                  ) + 0.5) AS BIGINT),
                  NULL
                )
              ) AS DOUBLE) / 1000,
              0.0
            ) AS "quarter",
            CAST(SUM(
              IFF("t47"."age" <= 364, CAST(FLOOR((
                "t47"."value" * 1000
              ) + 0.5) AS BIGINT), NULL)
            ) AS DOUBLE) / 1000 AS "whole",
            MAX("t47"."age") AS "tenure"
          FROM "t39" AS "t47"
          GROUP BY
            1,
            2
        ) AS "t81"
      ) AS "t105"
      LEFT OUTER JOIN (
        SELECT
          "t48"."window_id",
          "t48"."customer_id",
          CAST(COUNT_IF(
            (
              (
                (
                  DATEDIFF(DAY, DATE_FROM_PARTS(2000, 1, 3), "t48"."on") % 7
                ) + 7
              ) % 7
            ) >= 5
          ) AS DOUBLE) / COUNT(*) AS "weekend_share"
        FROM "t40" AS "t48"
        GROUP BY
          1,
          2
      ) AS "t90"
        ON "t105"."window_id" = "t90"."window_id"
        AND "t105"."customer_id" = "t90"."customer_id"
    ) AS "t127"
      ON "t219"."window_id" = "t127"."window_id"
      AND "t219"."customer_id" = "t127"."customer_id"
  ) AS "t220"
) AS "t221"
