WITH "t26" AS (
  SELECT
    "t7"."customer_id",
    "t7"."day",
    "t7"."minutes",
    "t7"."events",
    "t7"."amount",
    "t7"."active_members",
    "t7"."value",
    "t17"."window_id",
    "t17"."as_of",
    "t17"."past_start"
  FROM "activity" AS "t7"
  INNER JOIN (
    SELECT DISTINCT
      "t1"."window_id",
      "t1"."as_of",
      "t1"."past_start"
    FROM "valuecast_anchors" AS "t1"
  ) AS "t17"
    ON "t7"."day" < "t17"."as_of"
), "t27" AS (
  SELECT
    "t9"."customer_id",
    "t9"."member_id",
    "t9"."rated_on",
    "t9"."rating",
    "t17"."window_id",
    "t17"."as_of",
    "t17"."past_start"
  FROM "ratings" AS "t9"
  INNER JOIN (
    SELECT DISTINCT
      "t1"."window_id",
      "t1"."as_of",
      "t1"."past_start"
    FROM "valuecast_anchors" AS "t1"
  ) AS "t17"
    ON "t9"."rated_on" < "t17"."as_of"
), "t35" AS (
  SELECT
    "t29"."customer_id",
    "t29"."product_feature_id",
    "t29"."day",
    "t29"."clicks",
    "t29"."minutes",
    "t29"."window_id",
    "t29"."as_of",
    "t29"."past_start",
    DATEDIFF(DAY, "t29"."day", "t29"."as_of") AS "age",
    "t29"."day" AS "on"
  FROM (
    SELECT
      "t10"."customer_id",
      "t10"."product_feature_id",
      "t10"."day",
      "t10"."clicks",
      "t10"."minutes",
      "t17"."window_id",
      "t17"."as_of",
      "t17"."past_start"
    FROM "product_usage" AS "t10"
    INNER JOIN (
      SELECT DISTINCT
        "t1"."window_id",
        "t1"."as_of",
        "t1"."past_start"
      FROM "valuecast_anchors" AS "t1"
    ) AS "t17"
      ON "t10"."day" < "t17"."as_of"
  ) AS "t29"
  WHERE
    "t29"."day" >= "t29"."past_start"
), "t37" AS (
  SELECT
    "t31"."customer_id",
    "t31"."day",
    "t31"."minutes",
    "t31"."events",
    "t31"."amount",
    "t31"."active_members",
    "t31"."value",
    "t31"."window_id",
    "t31"."as_of",
    "t31"."past_start",
    DATEDIFF(DAY, "t31"."day", "t31"."as_of") AS "age",
    "t31"."day" AS "on"
  FROM "t26" AS "t31"
), "t38" AS (
  SELECT
    "t31"."customer_id",
    "t31"."day",
    "t31"."minutes",
    "t31"."events",
    "t31"."amount",
    "t31"."active_members",
    "t31"."value",
    "t31"."window_id",
    "t31"."as_of",
    "t31"."past_start",
    DATEDIFF(DAY, "t31"."day", "t31"."as_of") AS "age",
    "t31"."day" AS "on"
  FROM "t26" AS "t31"
  WHERE
    "t31"."day" >= "t31"."past_start"
), "t39" AS (
  SELECT
    "t31"."window_id",
    "t31"."customer_id",
    DATEDIFF(DAY, "t31"."day", "t31"."as_of") AS "age",
    "t31"."day" AS "on"
  FROM "t26" AS "t31"
  WHERE
    "t31"."day" >= "t31"."past_start"
), "t40" AS (
  SELECT
    "t32"."customer_id",
    "t32"."member_id",
    "t32"."rated_on",
    "t32"."rating",
    "t32"."window_id",
    "t32"."as_of",
    "t32"."past_start",
    DATEDIFF(DAY, "t32"."rated_on", "t32"."as_of") AS "age",
    "t32"."rated_on" AS "on",
    COALESCE("t32"."member_id", "t32"."customer_id") AS "who"
  FROM "t27" AS "t32"
), "t70" AS (
  SELECT
    "t43"."window_id",
    "t43"."customer_id",
    "t43"."product_feature_id",
    MIN("t43"."age") AS "newest",
    CAST(SUM(CAST(FLOOR((
      "t43"."clicks" * 1000
    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "clicks"
  FROM "t35" AS "t43"
  GROUP BY
    1,
    2,
    3
), "t96" AS (
  SELECT
    "t64"."window_id",
    "t64"."customer_id",
    "t64"."week",
    CAST(SUM(CAST(FLOOR((
      "t64"."value" * 1000
    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "value",
    MAX("t64"."weeks") AS "weeks"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t31"."customer_id",
        "t31"."day",
        "t31"."minutes",
        "t31"."events",
        "t31"."amount",
        "t31"."active_members",
        "t31"."value",
        "t31"."window_id",
        "t31"."as_of",
        "t31"."past_start",
        DATEDIFF(DAY, "t31"."day", "t31"."as_of") AS "age",
        "t31"."day" AS "on",
        CAST(FLOOR((
          DATEDIFF(DAY, "t31"."day", "t31"."as_of") - 1
        ) / 7) AS BIGINT) AS "week",
        GREATEST(CAST(FLOOR(DATEDIFF(DAY, "t31"."past_start", "t31"."as_of") / 7) AS BIGINT), 1) AS "weeks"
      FROM "t26" AS "t31"
      WHERE
        "t31"."day" >= "t31"."past_start"
    ) AS "t53"
    WHERE
      "t53"."week" < "t53"."weeks"
  ) AS "t64"
  GROUP BY
    1,
    2,
    3
), "t97" AS (
  SELECT
    "t83"."window_id",
    "t83"."customer_id",
    "t83"."product_feature_id",
    "t83"."newest",
    "t83"."clicks",
    "t23"."product_feature_id" AS "product_feature_id_right",
    "t23"."area",
    "t23"."is_core"
  FROM "t70" AS "t83"
  LEFT OUTER JOIN (
    SELECT
      *
    FROM "product_features" AS "t4"
  ) AS "t23"
    ON "t83"."product_feature_id" = "t23"."product_feature_id"
)
SELECT
  "t209"."window_id",
  "t209"."customer_id",
  "t209"."active",
  COALESCE("t209"."value", 0.0) AS "value",
  COALESCE("t209"."minutes", 0.0) AS "minutes",
  COALESCE("t209"."events", 0.0) AS "events",
  "t209"."value_per_active_day",
  "t209"."events_per_active_day",
  "t209"."value_per_visit",
  COALESCE("t209"."active_days", 0.0) AS "active_days",
  COALESCE("t209"."active_weeks", 0.0) AS "active_weeks",
  COALESCE("t209"."recent_active_days", 0.0) AS "recent_active_days",
  COALESCE("t209"."visits", 0.0) AS "visits",
  COALESCE("t209"."features_used", 0.0) AS "features_used",
  COALESCE("t209"."areas_used", 0.0) AS "areas_used",
  COALESCE("t209"."features_adopted", 0.0) AS "features_adopted",
  COALESCE("t209"."core_features_used", 0.0) AS "core_features_used",
  COALESCE("t209"."recent_features", 0.0) AS "recent_features",
  "t209"."click_concentration",
  COALESCE("t209"."feature_clicks", 0.0) AS "feature_clicks",
  "t209"."clicks_per_feature",
  "t209"."core_click_share",
  "t209"."minutes_per_feature",
  "t209"."weekly_variation",
  "t209"."longest_gap",
  "t209"."gap_variation",
  "t209"."weekday_entropy",
  "t209"."value_change",
  "t209"."recent_share",
  "t209"."weekly_slope",
  "t209"."value_against_history",
  "t209"."days_change",
  "t209"."acceleration",
  "t209"."days_since_last",
  "t209"."recency_ratio",
  "t209"."recency_share",
  "t209"."latest_rating",
  "t209"."mean_rating",
  "t209"."rating_change",
  COALESCE("t209"."rated", 0.0) AS "rated",
  COALESCE("t209"."active_members", 0.0) AS "active_members",
  COALESCE("t209"."new_members", 0.0) AS "new_members",
  "t209"."top_member_share",
  COALESCE("t209"."lost_members", 0.0) AS "lost_members",
  "t209"."active_member_share",
  "t209"."tenure_days",
  "t209"."span_days",
  "t209"."season_ratio",
  "t209"."weekend_share"
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
      "t207"."days_since_last",
      "t207"."recency_ratio",
      "t207"."recency_share",
      "t207"."latest_rating",
      "t207"."mean_rating",
      "t207"."rating_change",
      "t207"."rated",
      "t207"."active_members",
      "t207"."new_members",
      "t207"."lost_members",
      "t207"."active_member_share",
      "t207"."top_member_share",
      "t207"."tenure_days",
      "t207"."span_days",
      "t123"."window_id" AS "window_id__again",
      "t123"."customer_id" AS "customer_id__again",
      "t123"."season_ratio",
      "t123"."weekend_share"
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
          "t204"."longest_gap",
          "t204"."gap_variation",
          "t204"."weekly_variation",
          "t204"."weekday_entropy",
          "t204"."value_change",
          "t204"."recent_share",
          "t204"."days_change",
          "t204"."acceleration",
          "t204"."weekly_slope",
          "t204"."value_against_history",
          "t204"."days_since_last",
          "t204"."recency_ratio",
          "t204"."recency_share",
          "t204"."latest_rating",
          "t204"."mean_rating",
          "t204"."rating_change",
          "t204"."rated",
          "t204"."active_members",
          "t204"."new_members",
          "t204"."lost_members",
          "t204"."active_member_share",
          "t204"."top_member_share",
          "t66"."window_id" AS "window_id__again",
          "t66"."customer_id" AS "customer_id__again",
          "t66"."tenure_days",
          "t66"."span_days"
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
              "t201"."longest_gap",
              "t201"."gap_variation",
              "t201"."weekly_variation",
              "t201"."weekday_entropy",
              "t201"."value_change",
              "t201"."recent_share",
              "t201"."days_change",
              "t201"."acceleration",
              "t201"."weekly_slope",
              "t201"."value_against_history",
              "t201"."days_since_last",
              "t201"."recency_ratio",
              "t201"."recency_share",
              "t201"."latest_rating",
              "t201"."mean_rating",
              "t201"."rating_change",
              "t201"."rated",
              "t132"."window_id" AS "window_id__again",
              "t132"."customer_id" AS "customer_id__again",
              "t132"."active_members",
              "t132"."new_members",
              "t132"."lost_members",
              "t132"."active_member_share",
              "t132"."top_member_share"
            FROM (
              SELECT
                "t199".*
                EXCLUDE ("customer_id__again", "window_id__again")
              FROM (
                SELECT
                  "t198"."window_id",
                  "t198"."customer_id",
                  "t198"."active",
                  "t198"."value",
                  "t198"."minutes",
                  "t198"."events",
                  "t198"."value_per_active_day",
                  "t198"."events_per_active_day",
                  "t198"."value_per_visit",
                  "t198"."active_days",
                  "t198"."active_weeks",
                  "t198"."recent_active_days",
                  "t198"."visits",
                  "t198"."features_used",
                  "t198"."core_features_used",
                  "t198"."recent_features",
                  "t198"."areas_used",
                  "t198"."features_adopted",
                  "t198"."click_concentration",
                  "t198"."feature_clicks",
                  "t198"."clicks_per_feature",
                  "t198"."minutes_per_feature",
                  "t198"."core_click_share",
                  "t198"."longest_gap",
                  "t198"."gap_variation",
                  "t198"."weekly_variation",
                  "t198"."weekday_entropy",
                  "t198"."value_change",
                  "t198"."recent_share",
                  "t198"."days_change",
                  "t198"."acceleration",
                  "t198"."weekly_slope",
                  "t198"."value_against_history",
                  "t198"."days_since_last",
                  "t198"."recency_ratio",
                  "t198"."recency_share",
                  "t173"."window_id" AS "window_id__again",
                  "t173"."customer_id" AS "customer_id__again",
                  "t173"."latest_rating",
                  "t173"."mean_rating",
                  "t173"."rating_change",
                  "t173"."rated"
                FROM (
                  SELECT
                    "t196".*
                    EXCLUDE ("customer_id__again", "window_id__again")
                  FROM (
                    SELECT
                      "t195"."window_id",
                      "t195"."customer_id",
                      "t195"."active",
                      "t195"."value",
                      "t195"."minutes",
                      "t195"."events",
                      "t195"."value_per_active_day",
                      "t195"."events_per_active_day",
                      "t195"."value_per_visit",
                      "t195"."active_days",
                      "t195"."active_weeks",
                      "t195"."recent_active_days",
                      "t195"."visits",
                      "t195"."features_used",
                      "t195"."core_features_used",
                      "t195"."recent_features",
                      "t195"."areas_used",
                      "t195"."features_adopted",
                      "t195"."click_concentration",
                      "t195"."feature_clicks",
                      "t195"."clicks_per_feature",
                      "t195"."minutes_per_feature",
                      "t195"."core_click_share",
                      "t195"."longest_gap",
                      "t195"."gap_variation",
                      "t195"."weekly_variation",
                      "t195"."weekday_entropy",
                      "t195"."value_change",
                      "t195"."recent_share",
                      "t195"."days_change",
                      "t195"."acceleration",
                      "t195"."weekly_slope",
                      "t195"."value_against_history",
                      "t113"."window_id" AS "window_id__again",
                      "t113"."customer_id" AS "customer_id__again",
                      "t113"."days_since_last",
                      "t113"."recency_ratio",
                      "t113"."recency_share"
                    FROM (
                      SELECT
                        "t193".*
                        EXCLUDE ("customer_id__again", "window_id__again")
                      FROM (
                        SELECT
                          "t192"."window_id",
                          "t192"."customer_id",
                          "t192"."active",
                          "t192"."value",
                          "t192"."minutes",
                          "t192"."events",
                          "t192"."value_per_active_day",
                          "t192"."events_per_active_day",
                          "t192"."value_per_visit",
                          "t192"."active_days",
                          "t192"."active_weeks",
                          "t192"."recent_active_days",
                          "t192"."visits",
                          "t192"."features_used",
                          "t192"."core_features_used",
                          "t192"."recent_features",
                          "t192"."areas_used",
                          "t192"."features_adopted",
                          "t192"."click_concentration",
                          "t192"."feature_clicks",
                          "t192"."clicks_per_feature",
                          "t192"."minutes_per_feature",
                          "t192"."core_click_share",
                          "t192"."longest_gap",
                          "t192"."gap_variation",
                          "t192"."weekly_variation",
                          "t192"."weekday_entropy",
                          "t178"."window_id" AS "window_id__again",
                          "t178"."customer_id" AS "customer_id__again",
                          "t178"."value_change",
                          "t178"."recent_share",
                          "t178"."days_change",
                          "t178"."acceleration",
                          "t178"."weekly_slope",
                          "t178"."value_against_history"
                        FROM (
                          SELECT
                            "t190".*
                            EXCLUDE ("customer_id__again", "window_id__again")
                          FROM (
                            SELECT
                              "t188"."window_id",
                              "t188"."customer_id",
                              "t188"."active",
                              "t188"."value",
                              "t188"."minutes",
                              "t188"."events",
                              "t188"."value_per_active_day",
                              "t188"."events_per_active_day",
                              "t188"."value_per_visit",
                              "t188"."active_days",
                              "t188"."active_weeks",
                              "t188"."recent_active_days",
                              "t188"."visits",
                              "t188"."features_used",
                              "t188"."core_features_used",
                              "t188"."recent_features",
                              "t188"."areas_used",
                              "t188"."features_adopted",
                              "t188"."click_concentration",
                              "t188"."feature_clicks",
                              "t188"."clicks_per_feature",
                              "t188"."minutes_per_feature",
                              "t188"."core_click_share",
                              "t189"."window_id" AS "window_id__again",
                              "t189"."customer_id" AS "customer_id__again",
                              "t189"."longest_gap",
                              "t189"."gap_variation",
                              "t189"."weekly_variation",
                              "t189"."weekday_entropy"
                            FROM (
                              SELECT
                                "t184".*
                                EXCLUDE ("customer_id__again", "window_id__again")
                              FROM (
                                SELECT
                                  "t182"."window_id",
                                  "t182"."customer_id",
                                  "t182"."active",
                                  "t182"."value",
                                  "t182"."minutes",
                                  "t182"."events",
                                  "t182"."value_per_active_day",
                                  "t182"."events_per_active_day",
                                  "t182"."value_per_visit",
                                  "t182"."active_days",
                                  "t182"."active_weeks",
                                  "t182"."recent_active_days",
                                  "t182"."visits",
                                  "t182"."features_used",
                                  "t182"."core_features_used",
                                  "t182"."recent_features",
                                  "t182"."areas_used",
                                  "t182"."features_adopted",
                                  "t182"."click_concentration",
                                  "t147"."window_id" AS "window_id__again",
                                  "t147"."customer_id" AS "customer_id__again",
                                  "t147"."feature_clicks",
                                  "t147"."clicks_per_feature",
                                  "t147"."minutes_per_feature",
                                  "t147"."core_click_share"
                                FROM (
                                  SELECT
                                    "t179".*
                                    EXCLUDE ("customer_id__again", "window_id__again")
                                  FROM (
                                    SELECT
                                      "t141"."window_id",
                                      "t141"."customer_id",
                                      "t141"."active",
                                      "t141"."value",
                                      "t141"."minutes",
                                      "t141"."events",
                                      "t141"."value_per_active_day",
                                      "t141"."events_per_active_day",
                                      "t141"."value_per_visit",
                                      "t141"."active_days",
                                      "t141"."active_weeks",
                                      "t141"."recent_active_days",
                                      "t141"."visits",
                                      "t174"."window_id" AS "window_id__again",
                                      "t174"."customer_id" AS "customer_id__again",
                                      "t174"."features_used",
                                      "t174"."core_features_used",
                                      "t174"."recent_features",
                                      "t174"."areas_used",
                                      "t174"."features_adopted",
                                      "t174"."click_concentration"
                                    FROM (
                                      SELECT
                                        "t136".*
                                        EXCLUDE ("customer_id__again", "window_id__again")
                                      FROM (
                                        SELECT
                                          "t125"."window_id",
                                          "t125"."customer_id",
                                          "t125"."active",
                                          "t125"."value",
                                          "t125"."minutes",
                                          "t125"."events",
                                          "t125"."value_per_active_day",
                                          "t125"."events_per_active_day",
                                          "t125"."value_per_visit",
                                          "t124"."window_id" AS "window_id__again",
                                          "t124"."customer_id" AS "customer_id__again",
                                          "t124"."active_days",
                                          "t124"."active_weeks",
                                          "t124"."recent_active_days",
                                          "t124"."visits"
                                        FROM (
                                          SELECT
                                            "t114".*
                                            EXCLUDE ("customer_id__again", "window_id__again")
                                          FROM (
                                            SELECT
                                              "t19"."window_id",
                                              "t19"."customer_id",
                                              "t19"."active",
                                              "t99"."window_id" AS "window_id__again",
                                              "t99"."customer_id" AS "customer_id__again",
                                              "t99"."value",
                                              "t99"."minutes",
                                              "t99"."events",
                                              "t99"."value_per_active_day",
                                              "t99"."events_per_active_day",
                                              "t99"."value_per_visit"
                                            FROM (
                                              SELECT
                                                "t1"."window_id",
                                                "t1"."customer_id",
                                                "t1"."active"
                                              FROM "valuecast_anchors" AS "t1"
                                            ) AS "t19"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t91".*
                                                EXCLUDE ("n", "visits")
                                              FROM (
                                                SELECT
                                                  "t73"."window_id",
                                                  "t73"."customer_id",
                                                  "t73"."value",
                                                  "t73"."minutes",
                                                  "t73"."events",
                                                  "t73"."n",
                                                  "t73"."visits",
                                                  "t73"."value" / "t73"."n" AS "value_per_active_day",
                                                  "t73"."events" / "t73"."n" AS "events_per_active_day",
                                                  "t73"."value" / NULLIF("t73"."visits", 0) AS "value_per_visit"
                                                FROM (
                                                  SELECT
                                                    "t46"."window_id",
                                                    "t46"."customer_id",
                                                    CAST(SUM(CAST(FLOOR((
                                                      "t46"."value" * 1000
                                                    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "value",
                                                    CAST(SUM(CAST(FLOOR((
                                                      "t46"."minutes" * 1000
                                                    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "minutes",
                                                    CAST(SUM(CAST(FLOOR((
                                                      "t46"."events" * 1000
                                                    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "events",
                                                    COUNT(*) AS "n",
                                                    CAST(SUM(CAST(FLOOR((
                                                      "t46"."active_members" * 1000
                                                    ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "visits"
                                                  FROM "t38" AS "t46"
                                                  GROUP BY
                                                    1,
                                                    2
                                                ) AS "t73"
                                              ) AS "t91"
                                            ) AS "t99"
                                              ON "t19"."window_id" = "t99"."window_id"
                                              AND "t19"."customer_id" = "t99"."customer_id"
                                          ) AS "t114"
                                        ) AS "t125"
                                        LEFT OUTER JOIN (
                                          SELECT
                                            "t105"."window_id",
                                            "t105"."customer_id",
                                            CAST("t105"."active_days" AS DOUBLE) AS "active_days",
                                            CAST("t105"."active_weeks" AS DOUBLE) AS "active_weeks",
                                            CAST("t105"."recent_active_days" AS DOUBLE) AS "recent_active_days",
                                            "t105"."visits"
                                          FROM (
                                            SELECT
                                              "t72"."window_id",
                                              "t72"."customer_id",
                                              SUM("t72"."n") AS "active_days",
                                              COUNT(*) AS "active_weeks",
                                              SUM("t72"."recent") AS "recent_active_days",
                                              CAST(SUM(CAST(FLOOR((
                                                "t72"."visits" * 1000
                                              ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "visits"
                                            FROM (
                                              SELECT
                                                "t46"."window_id",
                                                "t46"."customer_id",
                                                CAST(FLOOR((
                                                  "t46"."age" - 1
                                                ) / 7) AS BIGINT) AS "week",
                                                COUNT(*) AS "n",
                                                COUNT_IF("t46"."age" <= 30) AS "recent",
                                                CAST(SUM(CAST(FLOOR((
                                                  "t46"."active_members" * 1000
                                                ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "visits"
                                              FROM "t38" AS "t46"
                                              GROUP BY
                                                1,
                                                2,
                                                3
                                            ) AS "t72"
                                            GROUP BY
                                              1,
                                              2
                                          ) AS "t105"
                                        ) AS "t124"
                                          ON "t125"."window_id" = "t124"."window_id"
                                          AND "t125"."customer_id" = "t124"."customer_id"
                                      ) AS "t136"
                                    ) AS "t141"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t168".*
                                        EXCLUDE ("customer_id__again", "window_id__again")
                                      FROM (
                                        SELECT
                                          "t163"."window_id",
                                          "t163"."customer_id",
                                          "t163"."features_used",
                                          "t163"."core_features_used",
                                          "t163"."recent_features",
                                          "t163"."areas_used",
                                          "t163"."features_adopted",
                                          "t152"."window_id" AS "window_id__again",
                                          "t152"."customer_id" AS "customer_id__again",
                                          "t152"."click_concentration"
                                        FROM (
                                          SELECT
                                            "t161".*
                                            EXCLUDE ("customer_id__again", "window_id__again")
                                          FROM (
                                            SELECT
                                              "t154"."window_id",
                                              "t154"."customer_id",
                                              "t154"."features_used",
                                              "t154"."core_features_used",
                                              "t154"."recent_features",
                                              "t154"."areas_used",
                                              "t54"."window_id" AS "window_id__again",
                                              "t54"."customer_id" AS "customer_id__again",
                                              "t54"."features_adopted"
                                            FROM (
                                              SELECT
                                                "t151".*
                                                EXCLUDE ("customer_id__again", "window_id__again")
                                              FROM (
                                                SELECT
                                                  "t145"."window_id",
                                                  "t145"."customer_id",
                                                  "t145"."features_used",
                                                  "t145"."core_features_used",
                                                  "t145"."recent_features",
                                                  "t131"."window_id" AS "window_id__again",
                                                  "t131"."customer_id" AS "customer_id__again",
                                                  "t131"."areas_used"
                                                FROM (
                                                  SELECT
                                                    "t138"."window_id",
                                                    "t138"."customer_id",
                                                    "t138"."features_used",
                                                    "t138"."core_features_used",
                                                    "t138"."recent_features"
                                                  FROM (
                                                    SELECT
                                                      "t18"."window_id",
                                                      "t18"."customer_id",
                                                      "t128"."window_id" AS "window_id__again",
                                                      "t128"."customer_id" AS "customer_id__again",
                                                      "t128"."features_used",
                                                      "t128"."core_features_used",
                                                      "t128"."recent_features"
                                                    FROM (
                                                      SELECT
                                                        "t1"."window_id",
                                                        "t1"."customer_id"
                                                      FROM "valuecast_anchors" AS "t1"
                                                    ) AS "t18"
                                                    LEFT OUTER JOIN (
                                                      SELECT
                                                        "t101"."window_id",
                                                        "t101"."customer_id",
                                                        CAST(COUNT(*) AS DOUBLE) AS "features_used",
                                                        CAST(COUNT_IF(COALESCE("t101"."is_core", FALSE)) AS DOUBLE) AS "core_features_used",
                                                        CAST(COUNT_IF("t101"."newest" <= 30) AS DOUBLE) AS "recent_features"
                                                      FROM "t97" AS "t101"
                                                      GROUP BY
                                                        1,
                                                        2
                                                    ) AS "t128"
                                                      ON "t18"."window_id" = "t128"."window_id"
                                                      AND "t18"."customer_id" = "t128"."customer_id"
                                                  ) AS "t138"
                                                ) AS "t145"
                                                LEFT OUTER JOIN (
                                                  SELECT
                                                    "t112"."window_id",
                                                    "t112"."customer_id",
                                                    CAST(COUNT(*) AS DOUBLE) AS "areas_used"
                                                  FROM (
                                                    SELECT DISTINCT
                                                      "t101"."window_id",
                                                      "t101"."customer_id",
                                                      "t101"."area"
                                                    FROM "t97" AS "t101"
                                                    WHERE
                                                      "t101"."area" IS NOT NULL
                                                  ) AS "t112"
                                                  GROUP BY
                                                    1,
                                                    2
                                                ) AS "t131"
                                                  ON "t145"."window_id" = "t131"."window_id"
                                                  AND "t145"."customer_id" = "t131"."customer_id"
                                              ) AS "t151"
                                            ) AS "t154"
                                            LEFT OUTER JOIN (
                                              SELECT
                                                "t36"."window_id",
                                                "t36"."customer_id",
                                                CAST(COUNT(*) AS DOUBLE) AS "features_adopted"
                                              FROM (
                                                SELECT
                                                  "t30"."customer_id",
                                                  "t30"."product_feature_id",
                                                  "t30"."adopted_on",
                                                  "t30"."window_id",
                                                  "t30"."as_of",
                                                  "t30"."past_start",
                                                  DATEDIFF(DAY, "t30"."adopted_on", "t30"."as_of") AS "age",
                                                  "t30"."adopted_on" AS "on"
                                                FROM (
                                                  SELECT
                                                    "t11"."customer_id",
                                                    "t11"."product_feature_id",
                                                    "t11"."adopted_on",
                                                    "t17"."window_id",
                                                    "t17"."as_of",
                                                    "t17"."past_start"
                                                  FROM "adoption" AS "t11"
                                                  INNER JOIN (
                                                    SELECT DISTINCT
                                                      "t1"."window_id",
                                                      "t1"."as_of",
                                                      "t1"."past_start"
                                                    FROM "valuecast_anchors" AS "t1"
                                                  ) AS "t17"
                                                    ON "t11"."adopted_on" < "t17"."as_of"
                                                ) AS "t30"
                                              ) AS "t36"
                                              GROUP BY
                                                1,
                                                2
                                            ) AS "t54"
                                              ON "t154"."window_id" = "t54"."window_id"
                                              AND "t154"."customer_id" = "t54"."customer_id"
                                          ) AS "t161"
                                        ) AS "t163"
                                        LEFT OUTER JOIN (
                                          SELECT
                                            "t134"."window_id",
                                            "t134"."customer_id",
                                            CAST(SUM(CAST(FLOOR((
                                              "t134"."share" * "t134"."share" * 1000000000
                                            ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000000000 AS "click_concentration"
                                          FROM (
                                            SELECT
                                              *
                                            FROM (
                                              SELECT
                                                "t77"."window_id",
                                                "t77"."customer_id",
                                                "t77"."product_feature_id",
                                                "t77"."newest",
                                                "t77"."clicks",
                                                "t77"."clicks" / NULLIF(
                                                  CAST(SUM(CAST(FLOOR((
                                                    "t77"."clicks" * 1000
                                                  ) + 0.5) AS BIGINT)) OVER (
                                                    PARTITION BY "t77"."window_id", "t77"."customer_id"
                                                    ORDER BY NULL ASC
                                                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                  ) AS DOUBLE) / 1000,
                                                  0
                                                ) AS "share"
                                              FROM "t70" AS "t77"
                                            ) AS "t121"
                                            WHERE
                                              "t121"."share" IS NOT NULL
                                          ) AS "t134"
                                          GROUP BY
                                            1,
                                            2
                                        ) AS "t152"
                                          ON "t163"."window_id" = "t152"."window_id"
                                          AND "t163"."customer_id" = "t152"."customer_id"
                                      ) AS "t168"
                                    ) AS "t174"
                                      ON "t141"."window_id" = "t174"."window_id"
                                      AND "t141"."customer_id" = "t174"."customer_id"
                                  ) AS "t179"
                                ) AS "t182"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t133"."window_id",
                                    "t133"."customer_id",
                                    "t133"."feature_clicks",
                                    NULLIF("t133"."feature_clicks", 0) / NULLIF("t133"."n", 0) AS "clicks_per_feature",
                                    "t133"."minutes" / NULLIF("t133"."used", 0) AS "minutes_per_feature",
                                    IFF(
                                      "t25"."any_core" > 0,
                                      "t133"."core_clicks" / NULLIF("t133"."feature_clicks", 0),
                                      CAST(NULL AS DOUBLE)
                                    ) AS "core_click_share"
                                  FROM (
                                    SELECT
                                      "t93"."window_id",
                                      "t93"."customer_id",
                                      CAST(SUM(CAST(FLOOR((
                                        "t93"."clicks" * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "feature_clicks",
                                      CAST(SUM(CAST(FLOOR((
                                        COALESCE("t93"."core_clicks", 0.0) * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "core_clicks",
                                      CAST(SUM(CAST(FLOOR((
                                        "t93"."minutes" * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "minutes",
                                      COUNT(*) AS "used",
                                      COUNT_IF("t93"."clicks" > 0) AS "n"
                                    FROM (
                                      SELECT
                                        "t61"."window_id",
                                        "t61"."customer_id",
                                        "t61"."product_feature_id",
                                        CAST(SUM(CAST(FLOOR((
                                          "t61"."clicks" * 1000
                                        ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "clicks",
                                        CAST(SUM(CAST(FLOOR((
                                          "t61"."minutes" * 1000
                                        ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "minutes",
                                        CAST(SUM(
                                          IFF(
                                            COALESCE("t61"."is_core", FALSE),
                                            CAST(FLOOR((
                                              "t61"."clicks" * 1000
                                            ) + 0.5) AS BIGINT),
                                            NULL
                                          )
                                        ) AS DOUBLE) / 1000 AS "core_clicks"
                                      FROM (
                                        SELECT
                                          "t49"."customer_id",
                                          "t49"."product_feature_id",
                                          "t49"."day",
                                          "t49"."clicks",
                                          "t49"."minutes",
                                          "t49"."window_id",
                                          "t49"."as_of",
                                          "t49"."past_start",
                                          "t49"."age",
                                          "t49"."on",
                                          "t22"."product_feature_id" AS "product_feature_id_right",
                                          "t22"."is_core"
                                        FROM "t35" AS "t49"
                                        LEFT OUTER JOIN (
                                          SELECT
                                            "t4"."product_feature_id",
                                            "t4"."is_core"
                                          FROM "product_features" AS "t4"
                                        ) AS "t22"
                                          ON "t49"."product_feature_id" = "t22"."product_feature_id"
                                      ) AS "t61"
                                      GROUP BY
                                        1,
                                        2,
                                        3
                                    ) AS "t93"
                                    GROUP BY
                                      1,
                                      2
                                  ) AS "t133"
                                  CROSS JOIN (
                                    SELECT
                                      COUNT_IF("t4"."is_core") AS "any_core"
                                    FROM "product_features" AS "t4"
                                  ) AS "t25"
                                ) AS "t147"
                                  ON "t182"."window_id" = "t147"."window_id"
                                  AND "t182"."customer_id" = "t147"."customer_id"
                              ) AS "t184"
                            ) AS "t188"
                            LEFT OUTER JOIN (
                              SELECT
                                "t185".*
                                EXCLUDE ("customer_id__again", "window_id__again")
                              FROM (
                                SELECT
                                  "t183"."window_id",
                                  "t183"."customer_id",
                                  "t183"."longest_gap",
                                  "t183"."gap_variation",
                                  "t183"."weekly_variation",
                                  "t137"."window_id" AS "window_id__again",
                                  "t137"."customer_id" AS "customer_id__again",
                                  "t137"."weekday_entropy"
                                FROM (
                                  SELECT
                                    "t177"."window_id",
                                    "t177"."customer_id",
                                    "t177"."longest_gap",
                                    "t177"."gap_variation",
                                    "t177"."weekly_variation"
                                  FROM (
                                    SELECT
                                      "t120"."window_id",
                                      "t120"."customer_id",
                                      "t120"."longest_gap",
                                      "t120"."gap_variation",
                                      "t172"."window_id" AS "window_id__again",
                                      "t172"."customer_id" AS "customer_id__again",
                                      "t172"."weekly_variation"
                                    FROM (
                                      SELECT
                                        "t85"."window_id",
                                        "t85"."customer_id",
                                        CAST("t85"."longest" AS DOUBLE) AS "longest_gap",
                                        IFF(
                                          "t85"."n" >= 2,
                                          SQRT(
                                            CAST((
                                              "t85"."squares" * "t85"."n"
                                            ) - (
                                              "t85"."total" * "t85"."total"
                                            ) AS DOUBLE)
                                          ) / NULLIF("t85"."total", 0),
                                          CAST(NULL AS DOUBLE)
                                        ) AS "gap_variation"
                                      FROM (
                                        SELECT
                                          "t59"."window_id",
                                          "t59"."customer_id",
                                          MAX((
                                            "t59"."age" - COALESCE("t59"."before", 0)
                                          ) - 1) AS "longest",
                                          SUM("t59"."age" - "t59"."before") AS "total",
                                          SUM((
                                            "t59"."age" - "t59"."before"
                                          ) * (
                                            "t59"."age" - "t59"."before"
                                          )) AS "squares",
                                          COUNT("t59"."age" - "t59"."before") AS "n"
                                        FROM (
                                          SELECT
                                            "t47"."window_id",
                                            "t47"."customer_id",
                                            "t47"."age",
                                            "t47"."on",
                                            LAG("t47"."age") OVER (PARTITION BY "t47"."window_id", "t47"."customer_id" ORDER BY "t47"."age" ASC) AS "before"
                                          FROM "t39" AS "t47"
                                        ) AS "t59"
                                        GROUP BY
                                          1,
                                          2
                                      ) AS "t85"
                                    ) AS "t120"
                                    LEFT OUTER JOIN (
                                      SELECT
                                        "t158"."window_id",
                                        "t158"."customer_id",
                                        SQRT(GREATEST((
                                          (
                                            "t158"."squares" / 1000000000
                                          ) / "t158"."n"
                                        ) - 1.0, 0.0)) AS "weekly_variation"
                                      FROM (
                                        SELECT
                                          "t146"."window_id",
                                          "t146"."customer_id",
                                          CAST(SUM(
                                            CAST(FLOOR((
                                              LEAST("t146"."relative" * "t146"."relative", 1000000.0) * 1000000000
                                            ) + 0.5) AS BIGINT)
                                          ) AS DOUBLE) AS "squares",
                                          MAX("t146"."weeks") AS "n"
                                        FROM (
                                          SELECT
                                            *
                                          FROM (
                                            SELECT
                                              "t100"."window_id",
                                              "t100"."customer_id",
                                              "t100"."week",
                                              "t100"."value",
                                              "t100"."weeks",
                                              (
                                                "t100"."value" * "t100"."weeks"
                                              ) / NULLIF(
                                                CAST(SUM(CAST(FLOOR((
                                                  "t100"."value" * 1000
                                                ) + 0.5) AS BIGINT)) OVER (
                                                  PARTITION BY "t100"."window_id", "t100"."customer_id"
                                                  ORDER BY NULL ASC
                                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                                                ) AS DOUBLE) / 1000,
                                                0
                                              ) AS "relative"
                                            FROM "t96" AS "t100"
                                          ) AS "t140"
                                          WHERE
                                            "t140"."relative" IS NOT NULL
                                        ) AS "t146"
                                        GROUP BY
                                          1,
                                          2
                                      ) AS "t158"
                                    ) AS "t172"
                                      ON "t120"."window_id" = "t172"."window_id"
                                      AND "t120"."customer_id" = "t172"."customer_id"
                                  ) AS "t177"
                                ) AS "t183"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t110"."window_id",
                                    "t110"."customer_id",
                                    GREATEST(LN("t110"."n") - (
                                      "t110"."logs" / "t110"."n"
                                    ), 0.0) / 1.9459101490553132 AS "weekday_entropy"
                                  FROM (
                                    SELECT
                                      "t67"."window_id",
                                      "t67"."customer_id",
                                      CAST(SUM(
                                        CAST(FLOOR((
                                          "t67"."n" * LN(CAST("t67"."n" AS DOUBLE)) * 1000000000
                                        ) + 0.5) AS BIGINT)
                                      ) AS DOUBLE) / 1000000000 AS "logs",
                                      CAST(SUM("t67"."n") AS DOUBLE) AS "n"
                                    FROM (
                                      SELECT
                                        "t47"."window_id",
                                        "t47"."customer_id",
                                        (
                                          (
                                            DATEDIFF(DAY, DATE_FROM_PARTS(2000, 1, 3), "t47"."on") % 7
                                          ) + 7
                                        ) % 7 AS "weekday",
                                        COUNT(*) AS "n"
                                      FROM "t39" AS "t47"
                                      GROUP BY
                                        1,
                                        2,
                                        3
                                    ) AS "t67"
                                    GROUP BY
                                      1,
                                      2
                                  ) AS "t110"
                                ) AS "t137"
                                  ON "t183"."window_id" = "t137"."window_id"
                                  AND "t183"."customer_id" = "t137"."customer_id"
                              ) AS "t185"
                            ) AS "t189"
                              ON "t188"."window_id" = "t189"."window_id"
                              AND "t188"."customer_id" = "t189"."customer_id"
                          ) AS "t190"
                        ) AS "t192"
                        LEFT OUTER JOIN (
                          SELECT
                            "t175".*
                            EXCLUDE ("customer_id__again", "window_id__again")
                          FROM (
                            SELECT
                              "t167"."window_id",
                              "t167"."customer_id",
                              "t167"."value_change",
                              "t167"."recent_share",
                              "t167"."days_change",
                              "t167"."acceleration",
                              "t167"."weekly_slope",
                              "t107"."window_id" AS "window_id__again",
                              "t107"."customer_id" AS "customer_id__again",
                              "t107"."value_against_history"
                            FROM (
                              SELECT
                                "t164".*
                                EXCLUDE ("customer_id__again", "window_id__again")
                              FROM (
                                SELECT
                                  "t109"."window_id",
                                  "t109"."customer_id",
                                  "t109"."value_change",
                                  "t109"."recent_share",
                                  "t109"."days_change",
                                  "t109"."acceleration",
                                  "t159"."window_id" AS "window_id__again",
                                  "t159"."customer_id" AS "customer_id__again",
                                  "t159"."weekly_slope"
                                FROM (
                                  SELECT
                                    "t80"."window_id",
                                    "t80"."customer_id",
                                    (
                                      "t80"."last" - "t80"."before"
                                    ) / NULLIF("t80"."last" + "t80"."before", 0) AS "value_change",
                                    "t80"."last" / NULLIF("t80"."total", 0) AS "recent_share",
                                    (
                                      "t80"."days" - "t80"."days_before"
                                    ) / NULLIF("t80"."days" + "t80"."days_before", 0) AS "days_change",
                                    IFF(
                                      "t80"."length" >= 90,
                                      (
                                        (
                                          "t80"."last" - (
                                            "t80"."before" * 2
                                          )
                                        ) + "t80"."third"
                                      ) / NULLIF("t80"."last" + "t80"."before" + "t80"."third", 0),
                                      CAST(NULL AS DOUBLE)
                                    ) AS "acceleration"
                                  FROM (
                                    SELECT
                                      "t46"."window_id",
                                      "t46"."customer_id",
                                      COALESCE(
                                        CAST(SUM(
                                          IFF("t46"."age" <= 30, CAST(FLOOR((
                                            "t46"."value" * 1000
                                          ) + 0.5) AS BIGINT), NULL)
                                        ) AS DOUBLE) / 1000,
                                        0.0
                                      ) AS "last",
                                      COALESCE(
                                        CAST(SUM(
                                          IFF(
                                            (
                                              "t46"."age" > 30
                                            ) AND (
                                              "t46"."age" <= 60
                                            ),
                                            CAST(FLOOR((
                                              "t46"."value" * 1000
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
                                              "t46"."age" > 60
                                            ) AND (
                                              "t46"."age" <= 90
                                            ),
                                            CAST(FLOOR((
                                              "t46"."value" * 1000
                                            ) + 0.5) AS BIGINT),
                                            NULL
                                          )
                                        ) AS DOUBLE) / 1000,
                                        0.0
                                      ) AS "third",
                                      CAST(COUNT_IF("t46"."age" <= 30) AS DOUBLE) AS "days",
                                      CAST(COUNT_IF((
                                        "t46"."age" > 30
                                      ) AND (
                                        "t46"."age" <= 60
                                      )) AS DOUBLE) AS "days_before",
                                      MAX(DATEDIFF(DAY, "t46"."past_start", "t46"."as_of")) AS "length",
                                      CAST(SUM(CAST(FLOOR((
                                        "t46"."value" * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "total"
                                    FROM "t38" AS "t46"
                                    GROUP BY
                                      1,
                                      2
                                  ) AS "t80"
                                ) AS "t109"
                                LEFT OUTER JOIN (
                                  SELECT
                                    "t143"."window_id",
                                    "t143"."customer_id",
                                    (
                                      (
                                        "t143"."weighted" - (
                                          (
                                            (
                                              "t143"."n" - 1
                                            ) / 2.0
                                          ) * "t143"."total"
                                        )
                                      ) / NULLIF((
                                        "t143"."n" * (
                                          (
                                            "t143"."n" * "t143"."n"
                                          ) - 1
                                        )
                                      ) / 12.0, 0)
                                    ) / NULLIF("t143"."total" / "t143"."n", 0) AS "weekly_slope"
                                  FROM (
                                    SELECT
                                      "t116"."window_id",
                                      "t116"."customer_id",
                                      CAST(SUM(CAST(FLOOR((
                                        "t116"."value" * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "total",
                                      CAST(SUM(CAST(FLOOR((
                                        "t116"."value" * "t116"."t" * 1000
                                      ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "weighted",
                                      MAX("t116"."weeks") AS "n"
                                    FROM (
                                      SELECT
                                        "t100"."window_id",
                                        "t100"."customer_id",
                                        "t100"."week",
                                        "t100"."value",
                                        "t100"."weeks",
                                        (
                                          "t100"."weeks" - 1
                                        ) - "t100"."week" AS "t"
                                      FROM "t96" AS "t100"
                                    ) AS "t116"
                                    GROUP BY
                                      1,
                                      2
                                  ) AS "t143"
                                ) AS "t159"
                                  ON "t109"."window_id" = "t159"."window_id"
                                  AND "t109"."customer_id" = "t159"."customer_id"
                              ) AS "t164"
                            ) AS "t167"
                            LEFT OUTER JOIN (
                              SELECT
                                "t79"."window_id",
                                "t79"."customer_id",
                                IFF(
                                  (
                                    "t79"."tenure" > 30
                                  ) AND (
                                    "t79"."used" > 0
                                  ),
                                  "t79"."last" / NULLIF((
                                    "t79"."total" * 30
                                  ) / "t79"."tenure", 0),
                                  CAST(NULL AS DOUBLE)
                                ) AS "value_against_history"
                              FROM (
                                SELECT
                                  "t45"."window_id",
                                  "t45"."customer_id",
                                  COALESCE(
                                    CAST(SUM(
                                      IFF("t45"."age" <= 30, CAST(FLOOR((
                                        "t45"."value" * 1000
                                      ) + 0.5) AS BIGINT), NULL)
                                    ) AS DOUBLE) / 1000,
                                    0.0
                                  ) AS "last",
                                  CAST(SUM(CAST(FLOOR((
                                    "t45"."value" * 1000
                                  ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "total",
                                  MAX("t45"."age") AS "tenure",
                                  COUNT_IF("t45"."on" >= "t45"."past_start") AS "used"
                                FROM "t37" AS "t45"
                                GROUP BY
                                  1,
                                  2
                              ) AS "t79"
                            ) AS "t107"
                              ON "t167"."window_id" = "t107"."window_id"
                              AND "t167"."customer_id" = "t107"."customer_id"
                          ) AS "t175"
                        ) AS "t178"
                          ON "t192"."window_id" = "t178"."window_id"
                          AND "t192"."customer_id" = "t178"."customer_id"
                      ) AS "t193"
                    ) AS "t195"
                    LEFT OUTER JOIN (
                      SELECT
                        "t71"."window_id",
                        "t71"."customer_id",
                        "t71"."days_since_last",
                        "t94"."recency_ratio",
                        IFF("t94"."used" > 0, "t71"."share", CAST(NULL AS DOUBLE)) AS "recency_share"
                      FROM (
                        SELECT
                          "t55"."window_id",
                          "t55"."customer_id",
                          CAST("t55"."newest" - 1 AS DOUBLE) AS "days_since_last",
                          CAST("t55"."newest" AS DOUBLE) / CAST("t55"."oldest" AS DOUBLE) AS "share"
                        FROM (
                          SELECT
                            "t45"."window_id",
                            "t45"."customer_id",
                            MIN("t45"."age") AS "newest",
                            MAX("t45"."age") AS "oldest"
                          FROM "t37" AS "t45"
                          GROUP BY
                            1,
                            2
                        ) AS "t55"
                      ) AS "t71"
                      LEFT OUTER JOIN (
                        SELECT
                          "t56"."window_id",
                          "t56"."customer_id",
                          "t56"."n" AS "used",
                          IFF(
                            "t56"."n" >= 3,
                            "t56"."newest" / NULLIF(
                              (
                                "t56"."oldest" - "t56"."newest"
                              ) / CAST(NULLIF("t56"."n" - 1, 0) AS DOUBLE),
                              0
                            ),
                            CAST(NULL AS DOUBLE)
                          ) AS "recency_ratio"
                        FROM (
                          SELECT
                            "t46"."window_id",
                            "t46"."customer_id",
                            MIN("t46"."age") AS "newest",
                            MAX("t46"."age") AS "oldest",
                            COUNT(*) AS "n"
                          FROM "t38" AS "t46"
                          GROUP BY
                            1,
                            2
                        ) AS "t56"
                      ) AS "t94"
                        ON "t71"."window_id" = "t94"."window_id"
                        AND "t71"."customer_id" = "t94"."customer_id"
                    ) AS "t113"
                      ON "t195"."window_id" = "t113"."window_id"
                      AND "t195"."customer_id" = "t113"."customer_id"
                  ) AS "t196"
                ) AS "t198"
                LEFT OUTER JOIN (
                  SELECT
                    "t165"."window_id",
                    "t165"."customer_id",
                    "t165"."latest_rating",
                    "t165"."mean_rating",
                    "t165"."mean_rating" - "t165"."earlier" AS "rating_change",
                    CAST('1.0' AS DOUBLE) AS "rated"
                  FROM (
                    SELECT
                      "t160"."window_id",
                      "t160"."customer_id",
                      "t160"."latest_rating",
                      "t160"."mean_rating",
                      "t81"."window_id" AS "window_id__again",
                      "t81"."customer_id" AS "customer_id__again",
                      "t81"."earlier"
                    FROM (
                      SELECT
                        "t155"."window_id",
                        "t155"."customer_id",
                        "t155"."latest_rating",
                        "t155"."mean_rating"
                      FROM (
                        SELECT
                          "t149"."window_id",
                          "t149"."customer_id",
                          "t149"."latest_rating",
                          "t82"."window_id" AS "window_id__again",
                          "t82"."customer_id" AS "customer_id__again",
                          "t82"."mean_rating"
                        FROM (
                          SELECT
                            "t126"."window_id",
                            "t126"."customer_id",
                            (
                              CAST(SUM(CAST(FLOOR((
                                "t126"."rating" * 1000
                              ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000
                            ) / CAST(NULLIF(COUNT(IFF("t126"."rating" IS NOT NULL, "t126"."rating", NULL)), 0) AS DOUBLE) AS "latest_rating"
                          FROM (
                            SELECT
                              "t88"."window_id",
                              "t88"."customer_id",
                              "t88"."who",
                              (
                                CAST(SUM(CAST(FLOOR((
                                  "t88"."rating" * 1000
                                ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000
                              ) / CAST(NULLIF(COUNT(IFF("t88"."rating" IS NOT NULL, "t88"."rating", NULL)), 0) AS DOUBLE) AS "rating"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t50"."customer_id",
                                  "t50"."member_id",
                                  "t50"."rated_on",
                                  "t50"."rating",
                                  "t50"."window_id",
                                  "t50"."as_of",
                                  "t50"."past_start",
                                  "t50"."age",
                                  "t50"."on",
                                  "t50"."who",
                                  "t60"."newest"
                                FROM "t40" AS "t50"
                                INNER JOIN (
                                  SELECT
                                    "t48"."window_id",
                                    "t48"."customer_id",
                                    "t48"."who",
                                    MIN("t48"."age") AS "newest"
                                  FROM "t40" AS "t48"
                                  GROUP BY
                                    1,
                                    2,
                                    3
                                ) AS "t60"
                                  ON "t50"."window_id" = "t60"."window_id"
                                  AND "t50"."customer_id" = "t60"."customer_id"
                                  AND "t50"."who" = "t60"."who"
                              ) AS "t74"
                              WHERE
                                "t74"."age" = "t74"."newest"
                            ) AS "t88"
                            GROUP BY
                              1,
                              2,
                              3
                          ) AS "t126"
                          GROUP BY
                            1,
                            2
                        ) AS "t149"
                        LEFT OUTER JOIN (
                          SELECT
                            "t42"."window_id",
                            "t42"."customer_id",
                            (
                              CAST(SUM(CAST(FLOOR((
                                "t42"."rating" * 1000
                              ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000
                            ) / CAST(NULLIF(COUNT(IFF("t42"."rating" IS NOT NULL, "t42"."rating", NULL)), 0) AS DOUBLE) AS "mean_rating"
                          FROM (
                            SELECT
                              "t32"."customer_id",
                              "t32"."member_id",
                              "t32"."rated_on",
                              "t32"."rating",
                              "t32"."window_id",
                              "t32"."as_of",
                              "t32"."past_start",
                              DATEDIFF(DAY, "t32"."rated_on", "t32"."as_of") AS "age",
                              "t32"."rated_on" AS "on"
                            FROM "t27" AS "t32"
                            WHERE
                              "t32"."rated_on" >= "t32"."past_start"
                          ) AS "t42"
                          GROUP BY
                            1,
                            2
                        ) AS "t82"
                          ON "t149"."window_id" = "t82"."window_id"
                          AND "t149"."customer_id" = "t82"."customer_id"
                      ) AS "t155"
                    ) AS "t160"
                    LEFT OUTER JOIN (
                      SELECT
                        "t41"."window_id",
                        "t41"."customer_id",
                        (
                          CAST(SUM(CAST(FLOOR((
                            "t41"."rating" * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000
                        ) / CAST(NULLIF(COUNT(IFF("t41"."rating" IS NOT NULL, "t41"."rating", NULL)), 0) AS DOUBLE) AS "earlier"
                      FROM (
                        SELECT
                          "t32"."customer_id",
                          "t32"."member_id",
                          "t32"."rated_on",
                          "t32"."rating",
                          "t32"."window_id",
                          "t32"."as_of",
                          "t32"."past_start",
                          DATEDIFF(DAY, "t32"."rated_on", "t32"."as_of") AS "age",
                          "t32"."rated_on" AS "on"
                        FROM "t27" AS "t32"
                        WHERE
                          "t32"."rated_on" < "t32"."past_start"
                      ) AS "t41"
                      GROUP BY
                        1,
                        2
                    ) AS "t81"
                      ON "t160"."window_id" = "t81"."window_id"
                      AND "t160"."customer_id" = "t81"."customer_id"
                  ) AS "t165"
                ) AS "t173"
                  ON "t198"."window_id" = "t173"."window_id"
                  AND "t198"."customer_id" = "t173"."customer_id"
              ) AS "t199"
            ) AS "t201"
            LEFT OUTER JOIN (
              SELECT
                "t111"."window_id",
                "t111"."customer_id",
                CAST("t111"."active_members" AS DOUBLE) AS "active_members",
                CAST(COALESCE("t111"."new_members", 0) AS DOUBLE) AS "new_members",
                CAST("t111"."lost_members" AS DOUBLE) AS "lost_members",
                CAST("t111"."active_members" AS DOUBLE) / CAST("t111"."ever" AS DOUBLE) AS "active_member_share",
                CAST("t111"."most" AS DOUBLE) / CAST("t111"."total" AS DOUBLE) AS "top_member_share"
              FROM (
                SELECT
                  "t106".*
                  EXCLUDE ("customer_id__again", "window_id__again")
                FROM (
                  SELECT
                    "t92"."window_id",
                    "t92"."customer_id",
                    "t92"."active_members",
                    "t92"."lost_members",
                    "t92"."most",
                    "t92"."total",
                    "t62"."window_id" AS "window_id__again",
                    "t62"."customer_id" AS "customer_id__again",
                    "t62"."new_members",
                    "t62"."ever"
                  FROM (
                    SELECT
                      "t86".*
                      EXCLUDE ("customer_id__again", "window_id__again")
                    FROM (
                      SELECT
                        "t18"."window_id",
                        "t18"."customer_id",
                        "t68"."window_id" AS "window_id__again",
                        "t68"."customer_id" AS "customer_id__again",
                        "t68"."active_members",
                        "t68"."lost_members",
                        "t68"."most",
                        "t68"."total"
                      FROM (
                        SELECT
                          "t1"."window_id",
                          "t1"."customer_id"
                        FROM "valuecast_anchors" AS "t1"
                      ) AS "t18"
                      LEFT OUTER JOIN (
                        SELECT
                          "t51"."window_id",
                          "t51"."customer_id",
                          COUNT(*) AS "active_members",
                          COUNT_IF("t51"."newest" > 30) AS "lost_members",
                          MAX("t51"."n") AS "most",
                          SUM("t51"."n") AS "total"
                        FROM (
                          SELECT
                            "t34"."window_id",
                            "t34"."customer_id",
                            "t34"."member_id",
                            COUNT(*) AS "n",
                            MIN("t34"."age") AS "newest"
                          FROM (
                            SELECT
                              "t28"."customer_id",
                              "t28"."member_id",
                              "t28"."day",
                              "t28"."minutes",
                              "t28"."events",
                              "t28"."window_id",
                              "t28"."as_of",
                              "t28"."past_start",
                              DATEDIFF(DAY, "t28"."day", "t28"."as_of") AS "age",
                              "t28"."day" AS "on"
                            FROM (
                              SELECT
                                "t8"."customer_id",
                                "t8"."member_id",
                                "t8"."day",
                                "t8"."minutes",
                                "t8"."events",
                                "t17"."window_id",
                                "t17"."as_of",
                                "t17"."past_start"
                              FROM "member_activity" AS "t8"
                              INNER JOIN (
                                SELECT DISTINCT
                                  "t1"."window_id",
                                  "t1"."as_of",
                                  "t1"."past_start"
                                FROM "valuecast_anchors" AS "t1"
                              ) AS "t17"
                                ON "t8"."day" < "t17"."as_of"
                            ) AS "t28"
                            WHERE
                              "t28"."day" >= "t28"."past_start"
                          ) AS "t34"
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS "t51"
                        GROUP BY
                          1,
                          2
                      ) AS "t68"
                        ON "t18"."window_id" = "t68"."window_id"
                        AND "t18"."customer_id" = "t68"."customer_id"
                    ) AS "t86"
                  ) AS "t92"
                  LEFT OUTER JOIN (
                    SELECT
                      "t44"."window_id",
                      "t44"."customer_id",
                      COUNT_IF("t44"."age" <= 30) AS "new_members",
                      COUNT(*) AS "ever"
                    FROM (
                      SELECT
                        "t33"."customer_id",
                        "t33"."member_id",
                        "t33"."first_day",
                        "t33"."window_id",
                        "t33"."as_of",
                        "t33"."past_start",
                        DATEDIFF(DAY, "t33"."first_day", "t33"."as_of") AS "age",
                        "t33"."first_day" AS "on"
                      FROM (
                        SELECT
                          "t24"."customer_id",
                          "t24"."member_id",
                          "t24"."first_day",
                          "t17"."window_id",
                          "t17"."as_of",
                          "t17"."past_start"
                        FROM (
                          SELECT
                            "t2"."customer_id",
                            "t2"."member_id",
                            MIN("t2"."day") AS "first_day"
                          FROM "member_activity" AS "t2"
                          GROUP BY
                            1,
                            2
                        ) AS "t24"
                        INNER JOIN (
                          SELECT DISTINCT
                            "t1"."window_id",
                            "t1"."as_of",
                            "t1"."past_start"
                          FROM "valuecast_anchors" AS "t1"
                        ) AS "t17"
                          ON "t24"."first_day" < "t17"."as_of"
                      ) AS "t33"
                    ) AS "t44"
                    GROUP BY
                      1,
                      2
                  ) AS "t62"
                    ON "t92"."window_id" = "t62"."window_id"
                    AND "t92"."customer_id" = "t62"."customer_id"
                ) AS "t106"
              ) AS "t111"
            ) AS "t132"
              ON "t201"."window_id" = "t132"."window_id"
              AND "t201"."customer_id" = "t132"."customer_id"
          ) AS "t202"
        ) AS "t204"
        LEFT OUTER JOIN (
          SELECT
            "t45"."window_id",
            "t45"."customer_id",
            CAST(MAX("t45"."age") AS DOUBLE) AS "tenure_days",
            CAST(MAX("t45"."age") - MIN("t45"."age") AS DOUBLE) AS "span_days"
          FROM "t37" AS "t45"
          GROUP BY
            1,
            2
        ) AS "t66"
          ON "t204"."window_id" = "t66"."window_id"
          AND "t204"."customer_id" = "t66"."customer_id"
      ) AS "t205"
    ) AS "t207"
    LEFT OUTER JOIN (
      SELECT
        "t102"."window_id",
        "t102"."customer_id",
        "t102"."season_ratio",
        "t87"."weekend_share"
      FROM (
        SELECT
          "t78"."window_id",
          "t78"."customer_id",
          IFF(
            "t78"."tenure" >= 364,
            (
              "t78"."quarter" * 4
            ) / NULLIF("t78"."whole", 0),
            CAST(NULL AS DOUBLE)
          ) AS "season_ratio"
        FROM (
          SELECT
            "t45"."window_id",
            "t45"."customer_id",
            COALESCE(
              CAST(SUM(
                IFF(
                  (
                    "t45"."age" > 273
                  ) AND (
                    "t45"."age" <= 364
                  ),
                  CAST(FLOOR((
                    "t45"."value" * 1000
                  ) + 0.5) AS BIGINT),
                  NULL
                )
              ) AS DOUBLE) / 1000,
              0.0
            ) AS "quarter",
            CAST(SUM(
              IFF("t45"."age" <= 364, CAST(FLOOR((
                "t45"."value" * 1000
              ) + 0.5) AS BIGINT), NULL)
            ) AS DOUBLE) / 1000 AS "whole",
            MAX("t45"."age") AS "tenure"
          FROM "t37" AS "t45"
          GROUP BY
            1,
            2
        ) AS "t78"
      ) AS "t102"
      LEFT OUTER JOIN (
        SELECT
          "t46"."window_id",
          "t46"."customer_id",
          CAST(COUNT_IF(
            (
              (
                (
                  DATEDIFF(DAY, DATE_FROM_PARTS(2000, 1, 3), "t46"."on") % 7
                ) + 7
              ) % 7
            ) >= 5
          ) AS DOUBLE) / COUNT(*) AS "weekend_share"
        FROM "t38" AS "t46"
        GROUP BY
          1,
          2
      ) AS "t87"
        ON "t102"."window_id" = "t87"."window_id"
        AND "t102"."customer_id" = "t87"."customer_id"
    ) AS "t123"
      ON "t207"."window_id" = "t123"."window_id"
      AND "t207"."customer_id" = "t123"."customer_id"
  ) AS "t208"
) AS "t209"
