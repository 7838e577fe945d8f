WITH `t29` AS (
  SELECT
    `t7`.`customer_id`,
    `t7`.`day`,
    `t7`.`minutes`,
    `t7`.`events`,
    `t7`.`amount`,
    `t7`.`active_members`,
    `t7`.`value`,
    LAG(`t7`.`day`) OVER (PARTITION BY `t7`.`customer_id` ORDER BY `t7`.`day` ASC NULLS LAST) AS `before`
  FROM `activity` AS `t7`
), `t31` AS (
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
), `t38` AS (
  SELECT
    `t32`.`customer_id`,
    `t32`.`product_feature_id`,
    `t32`.`day`,
    `t32`.`clicks`,
    `t32`.`minutes`,
    `t32`.`window_id`,
    `t32`.`past_start`,
    `t32`.`as_of`,
    DATEDIFF(DAY, `t32`.`day`, `t32`.`as_of`) AS `age`,
    `t32`.`day` AS `on`
  FROM (
    SELECT
      `t13`.`customer_id`,
      `t13`.`product_feature_id`,
      `t13`.`day`,
      `t13`.`clicks`,
      `t13`.`minutes`,
      `t11`.`window_id`,
      `t11`.`past_start`,
      `t11`.`as_of`
    FROM `product_usage` AS `t13`
    INNER JOIN `in_memory_1` AS `t11`
      ON `t13`.`day` < `t11`.`as_of`
  ) AS `t32`
  WHERE
    `t32`.`day` >= `t32`.`past_start`
), `t42` AS (
  SELECT
    `t35`.`customer_id`,
    `t35`.`member_id`,
    `t35`.`rated_on`,
    `t35`.`rating`,
    `t35`.`window_id`,
    `t35`.`past_start`,
    `t35`.`as_of`,
    DATEDIFF(DAY, `t35`.`rated_on`, `t35`.`as_of`) AS `age`,
    `t35`.`rated_on` AS `on`,
    COALESCE(`t35`.`member_id`, `t35`.`customer_id`) AS `who`
  FROM `t31` AS `t35`
), `t68` AS (
  SELECT
    `t43`.`window_id`,
    `t43`.`customer_id`,
    `t43`.`product_feature_id`,
    MIN(`t43`.`age`) AS `newest`,
    TRY_DIVIDE(
      CAST(SUM(CAST(FLOOR((
        `t43`.`clicks` * 1000
      ) + 0.5) AS BIGINT)) AS DOUBLE),
      1000
    ) AS `clicks`
  FROM `t38` AS `t43`
  GROUP BY
    1,
    2,
    3
), `t87` AS (
  SELECT
    `t75`.`window_id`,
    `t75`.`customer_id`,
    `t75`.`product_feature_id`,
    `t75`.`newest`,
    `t75`.`clicks`,
    `t20`.`product_feature_id` AS `product_feature_id_right`,
    `t20`.`area`,
    `t20`.`is_core`
  FROM `t68` AS `t75`
  LEFT OUTER JOIN (
    SELECT
      *
    FROM `product_features` AS `t4`
  ) AS `t20`
    ON `t75`.`product_feature_id` = `t20`.`product_feature_id`
), `t130` AS (
  SELECT
    *
  FROM (
    SELECT
      `t119`.`window_id`,
      `t119`.`customer_id`,
      `t119`.`as_of`,
      `t119`.`past_start`,
      `t119`.`active`,
      `t119`.`days`,
      `t119`.`days_1`,
      `t119`.`days_2`,
      `t119`.`newest`,
      `t119`.`oldest`,
      `t119`.`gaps`,
      `t119`.`gap_total`,
      `t119`.`gap_squares`,
      `t119`.`gap_most`,
      `t119`.`first_age`,
      `t119`.`last_age`,
      `t119`.`weekday_0`,
      `t119`.`weekday_1`,
      `t119`.`weekday_2`,
      `t119`.`weekday_3`,
      `t119`.`weekday_4`,
      `t119`.`weekday_5`,
      `t119`.`weekday_6`,
      `t119`.`value`,
      `t119`.`value_1`,
      `t119`.`value_2`,
      `t119`.`value_3`,
      `t119`.`value_ever`,
      `t119`.`value_ever_1`,
      `t119`.`value_year`,
      `t119`.`value_season`,
      `t119`.`minutes`,
      `t119`.`events`,
      `t119`.`visits`,
      `t119`.`weeks_used`,
      `t119`.`week_total`,
      `t119`.`week_trend`,
      `t119`.`week_squares`,
      `t119`.`weeks`
    FROM (
      SELECT
        `t96`.`window_id`,
        `t96`.`customer_id`,
        `t96`.`as_of`,
        `t96`.`past_start`,
        `t96`.`active`,
        `t96`.`days`,
        `t96`.`days_1`,
        `t96`.`days_2`,
        `t96`.`newest`,
        `t96`.`oldest`,
        `t96`.`gaps`,
        `t96`.`gap_total`,
        `t96`.`gap_squares`,
        `t96`.`gap_most`,
        `t96`.`first_age`,
        `t96`.`last_age`,
        `t96`.`weekday_0`,
        `t96`.`weekday_1`,
        `t96`.`weekday_2`,
        `t96`.`weekday_3`,
        `t96`.`weekday_4`,
        `t96`.`weekday_5`,
        `t96`.`weekday_6`,
        `t96`.`value`,
        `t96`.`value_1`,
        `t96`.`value_2`,
        `t96`.`value_3`,
        `t96`.`value_ever`,
        `t96`.`value_ever_1`,
        `t96`.`value_year`,
        `t96`.`value_season`,
        `t96`.`minutes`,
        `t96`.`events`,
        `t96`.`visits`,
        `t114`.`customer_id` AS `customer_id__again`,
        `t114`.`weeks_used`,
        `t114`.`week_total`,
        `t114`.`week_trend`,
        `t114`.`week_squares`,
        `t114`.`weeks`
      FROM (
        SELECT
          `t89`.`window_id`,
          `t89`.`customer_id`,
          `t89`.`as_of`,
          `t89`.`past_start`,
          `t89`.`active`,
          `t89`.`days`,
          `t89`.`days_1`,
          `t89`.`days_2`,
          `t89`.`newest`,
          `t89`.`oldest`,
          `t89`.`gaps`,
          `t89`.`gap_total`,
          `t89`.`gap_squares`,
          `t89`.`gap_most`,
          `t89`.`first_age`,
          `t89`.`last_age`,
          `t89`.`weekday_0`,
          `t89`.`weekday_1`,
          `t89`.`weekday_2`,
          `t89`.`weekday_3`,
          `t89`.`weekday_4`,
          `t89`.`weekday_5`,
          `t89`.`weekday_6`,
          `t89`.`value`,
          `t89`.`value_1`,
          `t89`.`value_2`,
          `t89`.`value_3`,
          `t89`.`value_ever`,
          `t89`.`value_ever_1`,
          `t89`.`value_year`,
          `t89`.`value_season`,
          `t89`.`minutes`,
          `t89`.`events`,
          `t89`.`visits`
        FROM (
          SELECT
            `t26`.`window_id`,
            `t26`.`customer_id`,
            `t26`.`as_of`,
            `t26`.`past_start`,
            `t26`.`active`,
            `t80`.`customer_id` AS `customer_id__again`,
            `t80`.`days`,
            `t80`.`days_1`,
            `t80`.`days_2`,
            `t80`.`newest`,
            `t80`.`oldest`,
            `t80`.`gaps`,
            `t80`.`gap_total`,
            `t80`.`gap_squares`,
            `t80`.`gap_most`,
            `t80`.`first_age`,
            `t80`.`last_age`,
            `t80`.`weekday_0`,
            `t80`.`weekday_1`,
            `t80`.`weekday_2`,
            `t80`.`weekday_3`,
            `t80`.`weekday_4`,
            `t80`.`weekday_5`,
            `t80`.`weekday_6`,
            `t80`.`value`,
            `t80`.`value_1`,
            `t80`.`value_2`,
            `t80`.`value_3`,
            `t80`.`value_ever`,
            `t80`.`value_ever_1`,
            `t80`.`value_year`,
            `t80`.`value_season`,
            `t80`.`minutes`,
            `t80`.`events`,
            `t80`.`visits`
          FROM (
            SELECT
              *
            FROM `valuecast_anchors` AS `t6`
            WHERE
              `t6`.`window_id` = 'today'
          ) AS `t26`
          LEFT OUTER JOIN (
            SELECT
              `t52`.`customer_id`,
              COUNT(IF(`t52`.`inside`, 1, CAST(NULL AS TINYINT))) AS `days`,
              COUNT(
                IF(
                  `t52`.`inside` AND (
                    `t52`.`age` > 0
                  ) AND (
                    `t52`.`age` <= 30
                  ),
                  1,
                  CAST(NULL AS TINYINT)
                )
              ) AS `days_1`,
              COUNT(
                IF(
                  `t52`.`inside` AND (
                    `t52`.`age` > 30
                  ) AND (
                    `t52`.`age` <= 60
                  ),
                  1,
                  CAST(NULL AS TINYINT)
                )
              ) AS `days_2`,
              MIN(IF(`t52`.`inside`, `t52`.`age`, CAST(NULL AS BIGINT))) AS `newest`,
              MAX(IF(`t52`.`inside`, `t52`.`age`, CAST(NULL AS BIGINT))) AS `oldest`,
              COUNT(`t52`.`gap`) AS `gaps`,
              SUM(`t52`.`gap`) AS `gap_total`,
              SUM(`t52`.`gap` * `t52`.`gap`) AS `gap_squares`,
              MAX(`t52`.`gap`) AS `gap_most`,
              MAX(`t52`.`age`) AS `first_age`,
              MIN(`t52`.`age`) AS `last_age`,
              COUNT(IF(`t52`.`inside` AND (
                `t52`.`weekday` = 0
              ), 1, CAST(NULL AS TINYINT))) AS `weekday_0`,
              COUNT(IF(`t52`.`inside` AND (
                `t52`.`weekday` = 1
              ), 1, CAST(NULL AS TINYINT))) AS `weekday_1`,
              COUNT(IF(`t52`.`inside` AND (
                `t52`.`weekday` = 2
              ), 1, CAST(NULL AS TINYINT))) AS `weekday_2`,
              COUNT(IF(`t52`.`inside` AND (
                `t52`.`weekday` = 3
              ), 1, CAST(NULL AS TINYINT))) AS `weekday_3`,
              COUNT(IF(`t52`.`inside` AND (
                `t52`.`weekday` = 4
              ), 1, CAST(NULL AS TINYINT))) AS `weekday_4`,
              COUNT(IF(`t52`.`inside` AND (
                `t52`.`weekday` = 5
              ), 1, CAST(NULL AS TINYINT))) AS `weekday_5`,
              COUNT(IF(`t52`.`inside` AND (
                `t52`.`weekday` = 6
              ), 1, CAST(NULL AS TINYINT))) AS `weekday_6`,
              TRY_DIVIDE(CAST(SUM(IF(`t52`.`inside`, `t52`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE), 1000) AS `value`,
              TRY_DIVIDE(
                CAST(SUM(
                  IF(
                    `t52`.`inside` AND (
                      `t52`.`age` > 0
                    ) AND (
                      `t52`.`age` <= 30
                    ),
                    `t52`.`value`,
                    CAST(NULL AS BIGINT)
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
                    CAST(NULL AS BIGINT)
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
                    CAST(NULL AS BIGINT)
                  )
                ) AS DOUBLE),
                1000
              ) AS `value_3`,
              TRY_DIVIDE(CAST(SUM(`t52`.`value`) AS DOUBLE), 1000) AS `value_ever`,
              TRY_DIVIDE(
                CAST(SUM(IF(`t52`.`age` <= 30, `t52`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE),
                1000
              ) AS `value_ever_1`,
              TRY_DIVIDE(
                CAST(SUM(IF(`t52`.`age` <= 364, `t52`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE),
                1000
              ) AS `value_year`,
              TRY_DIVIDE(
                CAST(SUM(
                  IF(
                    (
                      `t52`.`age` > 273
                    ) AND (
                      `t52`.`age` <= 364
                    ),
                    `t52`.`value`,
                    CAST(NULL AS BIGINT)
                  )
                ) AS DOUBLE),
                1000
              ) AS `value_season`,
              TRY_DIVIDE(
                CAST(SUM(IF(`t52`.`inside`, `t52`.`minutes`, CAST(NULL AS BIGINT))) AS DOUBLE),
                1000
              ) AS `minutes`,
              TRY_DIVIDE(
                CAST(SUM(IF(`t52`.`inside`, `t52`.`events`, CAST(NULL AS BIGINT))) AS DOUBLE),
                1000
              ) AS `events`,
              TRY_DIVIDE(
                CAST(SUM(IF(`t52`.`inside`, `t52`.`active_members`, CAST(NULL AS BIGINT))) AS DOUBLE),
                1000
              ) AS `visits`
            FROM (
              SELECT
                `t33`.`customer_id`,
                CAST(FLOOR((
                  `t33`.`value` * 1000
                ) + 0.5) AS BIGINT) AS `value`,
                CAST(FLOOR((
                  `t33`.`minutes` * 1000
                ) + 0.5) AS BIGINT) AS `minutes`,
                CAST(FLOOR((
                  `t33`.`events` * 1000
                ) + 0.5) AS BIGINT) AS `events`,
                CAST(FLOOR((
                  `t33`.`active_members` * 1000
                ) + 0.5) AS BIGINT) AS `active_members`,
                DATEDIFF(DAY, `t33`.`day`, MAKE_DATE(2024, 11, 1)) AS `age`,
                `t33`.`day` >= MAKE_DATE(2024, 8, 1) AS `inside`,
                IF(
                  `t33`.`before` >= MAKE_DATE(2024, 8, 1),
                  DATEDIFF(DAY, `t33`.`before`, `t33`.`day`),
                  CAST(NULL AS BIGINT)
                ) AS `gap`,
                (
                  (
                    DATEDIFF(DAY, MAKE_DATE(2000, 1, 3), `t33`.`day`) % 7
                  ) + 7
                ) % 7 AS `weekday`
              FROM `t29` AS `t33`
              WHERE
                `t33`.`day` < MAKE_DATE(2024, 11, 1)
            ) AS `t52`
            GROUP BY
              1
          ) AS `t80`
            ON `t26`.`customer_id` = `t80`.`customer_id`
        ) AS `t89`
      ) AS `t96`
      LEFT OUTER JOIN (
        SELECT
          `t83`.`customer_id`,
          COUNT(*) AS `weeks_used`,
          TRY_DIVIDE(CAST(SUM(IF(`t83`.`whole`, `t83`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE), 1000) AS `week_total`,
          TRY_DIVIDE(
            CAST(SUM(IF(`t83`.`whole`, `t83`.`value` * (
              12 - `t83`.`week`
            ), CAST(NULL AS BIGINT))) AS DOUBLE),
            1000
          ) AS `week_trend`,
          TRY_DIVIDE(
            (
              (
                (
                  CAST(SUM(IF(`t83`.`whole`, `t83`.`high` * `t83`.`high`, CAST(NULL AS BIGINT))) AS DOUBLE) * 16777216
                ) + (
                  CAST(SUM(IF(`t83`.`whole`, `t83`.`high` * `t83`.`low`, CAST(NULL AS BIGINT))) AS DOUBLE) * 2
                )
              ) * 16777216
            ) + CAST(SUM(IF(`t83`.`whole`, `t83`.`low` * `t83`.`low`, CAST(NULL AS BIGINT))) AS DOUBLE),
            1000000.0
          ) AS `week_squares`,
          CAST('13.0' AS DOUBLE) AS `weeks`
        FROM (
          SELECT
            `t60`.`customer_id`,
            `t60`.`week`,
            `t60`.`value`,
            CAST(FLOOR(
              TRY_DIVIDE(LEAST(GREATEST(`t60`.`value`, -4503599627370496), 4503599627370496), 16777216)
            ) AS BIGINT) AS `high`,
            LEAST(GREATEST(`t60`.`value`, -4503599627370496), 4503599627370496) - (
              CAST(FLOOR(
                TRY_DIVIDE(LEAST(GREATEST(`t60`.`value`, -4503599627370496), 4503599627370496), 16777216)
              ) AS BIGINT) * 16777216
            ) AS `low`,
            `t60`.`week` < 13 AS `whole`
          FROM (
            SELECT
              `t49`.`customer_id`,
              `t49`.`week`,
              SUM(`t49`.`value`) AS `value`
            FROM (
              SELECT
                `t33`.`customer_id`,
                CAST(FLOOR((
                  `t33`.`value` * 1000
                ) + 0.5) AS BIGINT) AS `value`,
                CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t33`.`day`, MAKE_DATE(2024, 11, 1)) - 1, 7)) AS BIGINT) AS `week`
              FROM `t29` AS `t33`
              WHERE
                `t33`.`day` < MAKE_DATE(2024, 11, 1) AND `t33`.`day` >= MAKE_DATE(2024, 8, 1)
            ) AS `t49`
            GROUP BY
              1,
              2
          ) AS `t60`
        ) AS `t83`
        GROUP BY
          1
      ) AS `t114`
        ON `t96`.`customer_id` = `t114`.`customer_id`
    ) AS `t119`
  ) AS `t124`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t120`.`window_id`,
        `t120`.`customer_id`,
        `t120`.`as_of`,
        `t120`.`past_start`,
        `t120`.`active`,
        `t120`.`days`,
        `t120`.`days_1`,
        `t120`.`days_2`,
        `t120`.`newest`,
        `t120`.`oldest`,
        `t120`.`gaps`,
        `t120`.`gap_total`,
        `t120`.`gap_squares`,
        `t120`.`gap_most`,
        `t120`.`first_age`,
        `t120`.`last_age`,
        `t120`.`weekday_0`,
        `t120`.`weekday_1`,
        `t120`.`weekday_2`,
        `t120`.`weekday_3`,
        `t120`.`weekday_4`,
        `t120`.`weekday_5`,
        `t120`.`weekday_6`,
        `t120`.`value`,
        `t120`.`value_1`,
        `t120`.`value_2`,
        `t120`.`value_3`,
        `t120`.`value_ever`,
        `t120`.`value_ever_1`,
        `t120`.`value_year`,
        `t120`.`value_season`,
        `t120`.`minutes`,
        `t120`.`events`,
        `t120`.`visits`,
        `t120`.`weeks_used`,
        `t120`.`week_total`,
        `t120`.`week_trend`,
        `t120`.`week_squares`,
        `t120`.`weeks`
      FROM (
        SELECT
          `t97`.`window_id`,
          `t97`.`customer_id`,
          `t97`.`as_of`,
          `t97`.`past_start`,
          `t97`.`active`,
          `t97`.`days`,
          `t97`.`days_1`,
          `t97`.`days_2`,
          `t97`.`newest`,
          `t97`.`oldest`,
          `t97`.`gaps`,
          `t97`.`gap_total`,
          `t97`.`gap_squares`,
          `t97`.`gap_most`,
          `t97`.`first_age`,
          `t97`.`last_age`,
          `t97`.`weekday_0`,
          `t97`.`weekday_1`,
          `t97`.`weekday_2`,
          `t97`.`weekday_3`,
          `t97`.`weekday_4`,
          `t97`.`weekday_5`,
          `t97`.`weekday_6`,
          `t97`.`value`,
          `t97`.`value_1`,
          `t97`.`value_2`,
          `t97`.`value_3`,
          `t97`.`value_ever`,
          `t97`.`value_ever_1`,
          `t97`.`value_year`,
          `t97`.`value_season`,
          `t97`.`minutes`,
          `t97`.`events`,
          `t97`.`visits`,
          `t115`.`customer_id` AS `customer_id__again`,
          `t115`.`weeks_used`,
          `t115`.`week_total`,
          `t115`.`week_trend`,
          `t115`.`week_squares`,
          `t115`.`weeks`
        FROM (
          SELECT
            `t90`.`window_id`,
            `t90`.`customer_id`,
            `t90`.`as_of`,
            `t90`.`past_start`,
            `t90`.`active`,
            `t90`.`days`,
            `t90`.`days_1`,
            `t90`.`days_2`,
            `t90`.`newest`,
            `t90`.`oldest`,
            `t90`.`gaps`,
            `t90`.`gap_total`,
            `t90`.`gap_squares`,
            `t90`.`gap_most`,
            `t90`.`first_age`,
            `t90`.`last_age`,
            `t90`.`weekday_0`,
            `t90`.`weekday_1`,
            `t90`.`weekday_2`,
            `t90`.`weekday_3`,
            `t90`.`weekday_4`,
            `t90`.`weekday_5`,
            `t90`.`weekday_6`,
            `t90`.`value`,
            `t90`.`value_1`,
            `t90`.`value_2`,
            `t90`.`value_3`,
            `t90`.`value_ever`,
            `t90`.`value_ever_1`,
            `t90`.`value_year`,
            `t90`.`value_season`,
            `t90`.`minutes`,
            `t90`.`events`,
            `t90`.`visits`
          FROM (
            SELECT
              `t27`.`window_id`,
              `t27`.`customer_id`,
              `t27`.`as_of`,
              `t27`.`past_start`,
              `t27`.`active`,
              `t81`.`customer_id` AS `customer_id__again`,
              `t81`.`days`,
              `t81`.`days_1`,
              `t81`.`days_2`,
              `t81`.`newest`,
              `t81`.`oldest`,
              `t81`.`gaps`,
              `t81`.`gap_total`,
              `t81`.`gap_squares`,
              `t81`.`gap_most`,
              `t81`.`first_age`,
              `t81`.`last_age`,
              `t81`.`weekday_0`,
              `t81`.`weekday_1`,
              `t81`.`weekday_2`,
              `t81`.`weekday_3`,
              `t81`.`weekday_4`,
              `t81`.`weekday_5`,
              `t81`.`weekday_6`,
              `t81`.`value`,
              `t81`.`value_1`,
              `t81`.`value_2`,
              `t81`.`value_3`,
              `t81`.`value_ever`,
              `t81`.`value_ever_1`,
              `t81`.`value_year`,
              `t81`.`value_season`,
              `t81`.`minutes`,
              `t81`.`events`,
              `t81`.`visits`
            FROM (
              SELECT
                *
              FROM `valuecast_anchors` AS `t6`
              WHERE
                `t6`.`window_id` = 'W2'
            ) AS `t27`
            LEFT OUTER JOIN (
              SELECT
                `t53`.`customer_id`,
                COUNT(IF(`t53`.`inside`, 1, CAST(NULL AS TINYINT))) AS `days`,
                COUNT(
                  IF(
                    `t53`.`inside` AND (
                      `t53`.`age` > 0
                    ) AND (
                      `t53`.`age` <= 30
                    ),
                    1,
                    CAST(NULL AS TINYINT)
                  )
                ) AS `days_1`,
                COUNT(
                  IF(
                    `t53`.`inside` AND (
                      `t53`.`age` > 30
                    ) AND (
                      `t53`.`age` <= 60
                    ),
                    1,
                    CAST(NULL AS TINYINT)
                  )
                ) AS `days_2`,
                MIN(IF(`t53`.`inside`, `t53`.`age`, CAST(NULL AS BIGINT))) AS `newest`,
                MAX(IF(`t53`.`inside`, `t53`.`age`, CAST(NULL AS BIGINT))) AS `oldest`,
                COUNT(`t53`.`gap`) AS `gaps`,
                SUM(`t53`.`gap`) AS `gap_total`,
                SUM(`t53`.`gap` * `t53`.`gap`) AS `gap_squares`,
                MAX(`t53`.`gap`) AS `gap_most`,
                MAX(`t53`.`age`) AS `first_age`,
                MIN(`t53`.`age`) AS `last_age`,
                COUNT(IF(`t53`.`inside` AND (
                  `t53`.`weekday` = 0
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_0`,
                COUNT(IF(`t53`.`inside` AND (
                  `t53`.`weekday` = 1
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_1`,
                COUNT(IF(`t53`.`inside` AND (
                  `t53`.`weekday` = 2
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_2`,
                COUNT(IF(`t53`.`inside` AND (
                  `t53`.`weekday` = 3
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_3`,
                COUNT(IF(`t53`.`inside` AND (
                  `t53`.`weekday` = 4
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_4`,
                COUNT(IF(`t53`.`inside` AND (
                  `t53`.`weekday` = 5
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_5`,
                COUNT(IF(`t53`.`inside` AND (
                  `t53`.`weekday` = 6
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_6`,
                TRY_DIVIDE(CAST(SUM(IF(`t53`.`inside`, `t53`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE), 1000) AS `value`,
                TRY_DIVIDE(
                  CAST(SUM(
                    IF(
                      `t53`.`inside` AND (
                        `t53`.`age` > 0
                      ) AND (
                        `t53`.`age` <= 30
                      ),
                      `t53`.`value`,
                      CAST(NULL AS BIGINT)
                    )
                  ) AS DOUBLE),
                  1000
                ) AS `value_1`,
                TRY_DIVIDE(
                  CAST(SUM(
                    IF(
                      `t53`.`inside` AND (
                        `t53`.`age` > 30
                      ) AND (
                        `t53`.`age` <= 60
                      ),
                      `t53`.`value`,
                      CAST(NULL AS BIGINT)
                    )
                  ) AS DOUBLE),
                  1000
                ) AS `value_2`,
                TRY_DIVIDE(
                  CAST(SUM(
                    IF(
                      `t53`.`inside` AND (
                        `t53`.`age` > 60
                      ) AND (
                        `t53`.`age` <= 90
                      ),
                      `t53`.`value`,
                      CAST(NULL AS BIGINT)
                    )
                  ) AS DOUBLE),
                  1000
                ) AS `value_3`,
                TRY_DIVIDE(CAST(SUM(`t53`.`value`) AS DOUBLE), 1000) AS `value_ever`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t53`.`age` <= 30, `t53`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `value_ever_1`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t53`.`age` <= 364, `t53`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `value_year`,
                TRY_DIVIDE(
                  CAST(SUM(
                    IF(
                      (
                        `t53`.`age` > 273
                      ) AND (
                        `t53`.`age` <= 364
                      ),
                      `t53`.`value`,
                      CAST(NULL AS BIGINT)
                    )
                  ) AS DOUBLE),
                  1000
                ) AS `value_season`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t53`.`inside`, `t53`.`minutes`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `minutes`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t53`.`inside`, `t53`.`events`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `events`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t53`.`inside`, `t53`.`active_members`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `visits`
              FROM (
                SELECT
                  `t33`.`customer_id`,
                  CAST(FLOOR((
                    `t33`.`value` * 1000
                  ) + 0.5) AS BIGINT) AS `value`,
                  CAST(FLOOR((
                    `t33`.`minutes` * 1000
                  ) + 0.5) AS BIGINT) AS `minutes`,
                  CAST(FLOOR((
                    `t33`.`events` * 1000
                  ) + 0.5) AS BIGINT) AS `events`,
                  CAST(FLOOR((
                    `t33`.`active_members` * 1000
                  ) + 0.5) AS BIGINT) AS `active_members`,
                  DATEDIFF(DAY, `t33`.`day`, MAKE_DATE(2024, 9, 1)) AS `age`,
                  `t33`.`day` >= MAKE_DATE(2024, 6, 1) AS `inside`,
                  IF(
                    `t33`.`before` >= MAKE_DATE(2024, 6, 1),
                    DATEDIFF(DAY, `t33`.`before`, `t33`.`day`),
                    CAST(NULL AS BIGINT)
                  ) AS `gap`,
                  (
                    (
                      DATEDIFF(DAY, MAKE_DATE(2000, 1, 3), `t33`.`day`) % 7
                    ) + 7
                  ) % 7 AS `weekday`
                FROM `t29` AS `t33`
                WHERE
                  `t33`.`day` < MAKE_DATE(2024, 9, 1)
              ) AS `t53`
              GROUP BY
                1
            ) AS `t81`
              ON `t27`.`customer_id` = `t81`.`customer_id`
          ) AS `t90`
        ) AS `t97`
        LEFT OUTER JOIN (
          SELECT
            `t84`.`customer_id`,
            COUNT(*) AS `weeks_used`,
            TRY_DIVIDE(CAST(SUM(IF(`t84`.`whole`, `t84`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE), 1000) AS `week_total`,
            TRY_DIVIDE(
              CAST(SUM(IF(`t84`.`whole`, `t84`.`value` * (
                12 - `t84`.`week`
              ), CAST(NULL AS BIGINT))) AS DOUBLE),
              1000
            ) AS `week_trend`,
            TRY_DIVIDE(
              (
                (
                  (
                    CAST(SUM(IF(`t84`.`whole`, `t84`.`high` * `t84`.`high`, CAST(NULL AS BIGINT))) AS DOUBLE) * 16777216
                  ) + (
                    CAST(SUM(IF(`t84`.`whole`, `t84`.`high` * `t84`.`low`, CAST(NULL AS BIGINT))) AS DOUBLE) * 2
                  )
                ) * 16777216
              ) + CAST(SUM(IF(`t84`.`whole`, `t84`.`low` * `t84`.`low`, CAST(NULL AS BIGINT))) AS DOUBLE),
              1000000.0
            ) AS `week_squares`,
            CAST('13.0' AS DOUBLE) AS `weeks`
          FROM (
            SELECT
              `t61`.`customer_id`,
              `t61`.`week`,
              `t61`.`value`,
              CAST(FLOOR(
                TRY_DIVIDE(LEAST(GREATEST(`t61`.`value`, -4503599627370496), 4503599627370496), 16777216)
              ) AS BIGINT) AS `high`,
              LEAST(GREATEST(`t61`.`value`, -4503599627370496), 4503599627370496) - (
                CAST(FLOOR(
                  TRY_DIVIDE(LEAST(GREATEST(`t61`.`value`, -4503599627370496), 4503599627370496), 16777216)
                ) AS BIGINT) * 16777216
              ) AS `low`,
              `t61`.`week` < 13 AS `whole`
            FROM (
              SELECT
                `t50`.`customer_id`,
                `t50`.`week`,
                SUM(`t50`.`value`) AS `value`
              FROM (
                SELECT
                  `t33`.`customer_id`,
                  CAST(FLOOR((
                    `t33`.`value` * 1000
                  ) + 0.5) AS BIGINT) AS `value`,
                  CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t33`.`day`, MAKE_DATE(2024, 9, 1)) - 1, 7)) AS BIGINT) AS `week`
                FROM `t29` AS `t33`
                WHERE
                  `t33`.`day` < MAKE_DATE(2024, 9, 1) AND `t33`.`day` >= MAKE_DATE(2024, 6, 1)
              ) AS `t50`
              GROUP BY
                1,
                2
            ) AS `t61`
          ) AS `t84`
          GROUP BY
            1
        ) AS `t115`
          ON `t97`.`customer_id` = `t115`.`customer_id`
      ) AS `t120`
    ) AS `t125`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t121`.`window_id`,
        `t121`.`customer_id`,
        `t121`.`as_of`,
        `t121`.`past_start`,
        `t121`.`active`,
        `t121`.`days`,
        `t121`.`days_1`,
        `t121`.`days_2`,
        `t121`.`newest`,
        `t121`.`oldest`,
        `t121`.`gaps`,
        `t121`.`gap_total`,
        `t121`.`gap_squares`,
        `t121`.`gap_most`,
        `t121`.`first_age`,
        `t121`.`last_age`,
        `t121`.`weekday_0`,
        `t121`.`weekday_1`,
        `t121`.`weekday_2`,
        `t121`.`weekday_3`,
        `t121`.`weekday_4`,
        `t121`.`weekday_5`,
        `t121`.`weekday_6`,
        `t121`.`value`,
        `t121`.`value_1`,
        `t121`.`value_2`,
        `t121`.`value_3`,
        `t121`.`value_ever`,
        `t121`.`value_ever_1`,
        `t121`.`value_year`,
        `t121`.`value_season`,
        `t121`.`minutes`,
        `t121`.`events`,
        `t121`.`visits`,
        `t121`.`weeks_used`,
        `t121`.`week_total`,
        `t121`.`week_trend`,
        `t121`.`week_squares`,
        `t121`.`weeks`
      FROM (
        SELECT
          `t98`.`window_id`,
          `t98`.`customer_id`,
          `t98`.`as_of`,
          `t98`.`past_start`,
          `t98`.`active`,
          `t98`.`days`,
          `t98`.`days_1`,
          `t98`.`days_2`,
          `t98`.`newest`,
          `t98`.`oldest`,
          `t98`.`gaps`,
          `t98`.`gap_total`,
          `t98`.`gap_squares`,
          `t98`.`gap_most`,
          `t98`.`first_age`,
          `t98`.`last_age`,
          `t98`.`weekday_0`,
          `t98`.`weekday_1`,
          `t98`.`weekday_2`,
          `t98`.`weekday_3`,
          `t98`.`weekday_4`,
          `t98`.`weekday_5`,
          `t98`.`weekday_6`,
          `t98`.`value`,
          `t98`.`value_1`,
          `t98`.`value_2`,
          `t98`.`value_3`,
          `t98`.`value_ever`,
          `t98`.`value_ever_1`,
          `t98`.`value_year`,
          `t98`.`value_season`,
          `t98`.`minutes`,
          `t98`.`events`,
          `t98`.`visits`,
          `t116`.`customer_id` AS `customer_id__again`,
          `t116`.`weeks_used`,
          `t116`.`week_total`,
          `t116`.`week_trend`,
          `t116`.`week_squares`,
          `t116`.`weeks`
        FROM (
          SELECT
            `t91`.`window_id`,
            `t91`.`customer_id`,
            `t91`.`as_of`,
            `t91`.`past_start`,
            `t91`.`active`,
            `t91`.`days`,
            `t91`.`days_1`,
            `t91`.`days_2`,
            `t91`.`newest`,
            `t91`.`oldest`,
            `t91`.`gaps`,
            `t91`.`gap_total`,
            `t91`.`gap_squares`,
            `t91`.`gap_most`,
            `t91`.`first_age`,
            `t91`.`last_age`,
            `t91`.`weekday_0`,
            `t91`.`weekday_1`,
            `t91`.`weekday_2`,
            `t91`.`weekday_3`,
            `t91`.`weekday_4`,
            `t91`.`weekday_5`,
            `t91`.`weekday_6`,
            `t91`.`value`,
            `t91`.`value_1`,
            `t91`.`value_2`,
            `t91`.`value_3`,
            `t91`.`value_ever`,
            `t91`.`value_ever_1`,
            `t91`.`value_year`,
            `t91`.`value_season`,
            `t91`.`minutes`,
            `t91`.`events`,
            `t91`.`visits`
          FROM (
            SELECT
              `t28`.`window_id`,
              `t28`.`customer_id`,
              `t28`.`as_of`,
              `t28`.`past_start`,
              `t28`.`active`,
              `t82`.`customer_id` AS `customer_id__again`,
              `t82`.`days`,
              `t82`.`days_1`,
              `t82`.`days_2`,
              `t82`.`newest`,
              `t82`.`oldest`,
              `t82`.`gaps`,
              `t82`.`gap_total`,
              `t82`.`gap_squares`,
              `t82`.`gap_most`,
              `t82`.`first_age`,
              `t82`.`last_age`,
              `t82`.`weekday_0`,
              `t82`.`weekday_1`,
              `t82`.`weekday_2`,
              `t82`.`weekday_3`,
              `t82`.`weekday_4`,
              `t82`.`weekday_5`,
              `t82`.`weekday_6`,
              `t82`.`value`,
              `t82`.`value_1`,
              `t82`.`value_2`,
              `t82`.`value_3`,
              `t82`.`value_ever`,
              `t82`.`value_ever_1`,
              `t82`.`value_year`,
              `t82`.`value_season`,
              `t82`.`minutes`,
              `t82`.`events`,
              `t82`.`visits`
            FROM (
              SELECT
                *
              FROM `valuecast_anchors` AS `t6`
              WHERE
                `t6`.`window_id` = 'W3'
            ) AS `t28`
            LEFT OUTER JOIN (
              SELECT
                `t54`.`customer_id`,
                COUNT(IF(`t54`.`inside`, 1, CAST(NULL AS TINYINT))) AS `days`,
                COUNT(
                  IF(
                    `t54`.`inside` AND (
                      `t54`.`age` > 0
                    ) AND (
                      `t54`.`age` <= 30
                    ),
                    1,
                    CAST(NULL AS TINYINT)
                  )
                ) AS `days_1`,
                COUNT(
                  IF(
                    `t54`.`inside` AND (
                      `t54`.`age` > 30
                    ) AND (
                      `t54`.`age` <= 60
                    ),
                    1,
                    CAST(NULL AS TINYINT)
                  )
                ) AS `days_2`,
                MIN(IF(`t54`.`inside`, `t54`.`age`, CAST(NULL AS BIGINT))) AS `newest`,
                MAX(IF(`t54`.`inside`, `t54`.`age`, CAST(NULL AS BIGINT))) AS `oldest`,
                COUNT(`t54`.`gap`) AS `gaps`,
                SUM(`t54`.`gap`) AS `gap_total`,
                SUM(`t54`.`gap` * `t54`.`gap`) AS `gap_squares`,
                MAX(`t54`.`gap`) AS `gap_most`,
                MAX(`t54`.`age`) AS `first_age`,
                MIN(`t54`.`age`) AS `last_age`,
                COUNT(IF(`t54`.`inside` AND (
                  `t54`.`weekday` = 0
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_0`,
                COUNT(IF(`t54`.`inside` AND (
                  `t54`.`weekday` = 1
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_1`,
                COUNT(IF(`t54`.`inside` AND (
                  `t54`.`weekday` = 2
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_2`,
                COUNT(IF(`t54`.`inside` AND (
                  `t54`.`weekday` = 3
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_3`,
                COUNT(IF(`t54`.`inside` AND (
                  `t54`.`weekday` = 4
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_4`,
                COUNT(IF(`t54`.`inside` AND (
                  `t54`.`weekday` = 5
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_5`,
                COUNT(IF(`t54`.`inside` AND (
                  `t54`.`weekday` = 6
                ), 1, CAST(NULL AS TINYINT))) AS `weekday_6`,
                TRY_DIVIDE(CAST(SUM(IF(`t54`.`inside`, `t54`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE), 1000) AS `value`,
                TRY_DIVIDE(
                  CAST(SUM(
                    IF(
                      `t54`.`inside` AND (
                        `t54`.`age` > 0
                      ) AND (
                        `t54`.`age` <= 30
                      ),
                      `t54`.`value`,
                      CAST(NULL AS BIGINT)
                    )
                  ) AS DOUBLE),
                  1000
                ) AS `value_1`,
                TRY_DIVIDE(
                  CAST(SUM(
                    IF(
                      `t54`.`inside` AND (
                        `t54`.`age` > 30
                      ) AND (
                        `t54`.`age` <= 60
                      ),
                      `t54`.`value`,
                      CAST(NULL AS BIGINT)
                    )
                  ) AS DOUBLE),
                  1000
                ) AS `value_2`,
                TRY_DIVIDE(
                  CAST(SUM(
                    IF(
                      `t54`.`inside` AND (
                        `t54`.`age` > 60
                      ) AND (
                        `t54`.`age` <= 90
                      ),
                      `t54`.`value`,
                      CAST(NULL AS BIGINT)
                    )
                  ) AS DOUBLE),
                  1000
                ) AS `value_3`,
                TRY_DIVIDE(CAST(SUM(`t54`.`value`) AS DOUBLE), 1000) AS `value_ever`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t54`.`age` <= 30, `t54`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `value_ever_1`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t54`.`age` <= 364, `t54`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `value_year`,
                TRY_DIVIDE(
                  CAST(SUM(
                    IF(
                      (
                        `t54`.`age` > 273
                      ) AND (
                        `t54`.`age` <= 364
                      ),
                      `t54`.`value`,
                      CAST(NULL AS BIGINT)
                    )
                  ) AS DOUBLE),
                  1000
                ) AS `value_season`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t54`.`inside`, `t54`.`minutes`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `minutes`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t54`.`inside`, `t54`.`events`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `events`,
                TRY_DIVIDE(
                  CAST(SUM(IF(`t54`.`inside`, `t54`.`active_members`, CAST(NULL AS BIGINT))) AS DOUBLE),
                  1000
                ) AS `visits`
              FROM (
                SELECT
                  `t33`.`customer_id`,
                  CAST(FLOOR((
                    `t33`.`value` * 1000
                  ) + 0.5) AS BIGINT) AS `value`,
                  CAST(FLOOR((
                    `t33`.`minutes` * 1000
                  ) + 0.5) AS BIGINT) AS `minutes`,
                  CAST(FLOOR((
                    `t33`.`events` * 1000
                  ) + 0.5) AS BIGINT) AS `events`,
                  CAST(FLOOR((
                    `t33`.`active_members` * 1000
                  ) + 0.5) AS BIGINT) AS `active_members`,
                  DATEDIFF(DAY, `t33`.`day`, MAKE_DATE(2024, 10, 1)) AS `age`,
                  `t33`.`day` >= MAKE_DATE(2024, 7, 1) AS `inside`,
                  IF(
                    `t33`.`before` >= MAKE_DATE(2024, 7, 1),
                    DATEDIFF(DAY, `t33`.`before`, `t33`.`day`),
                    CAST(NULL AS BIGINT)
                  ) AS `gap`,
                  (
                    (
                      DATEDIFF(DAY, MAKE_DATE(2000, 1, 3), `t33`.`day`) % 7
                    ) + 7
                  ) % 7 AS `weekday`
                FROM `t29` AS `t33`
                WHERE
                  `t33`.`day` < MAKE_DATE(2024, 10, 1)
              ) AS `t54`
              GROUP BY
                1
            ) AS `t82`
              ON `t28`.`customer_id` = `t82`.`customer_id`
          ) AS `t91`
        ) AS `t98`
        LEFT OUTER JOIN (
          SELECT
            `t85`.`customer_id`,
            COUNT(*) AS `weeks_used`,
            TRY_DIVIDE(CAST(SUM(IF(`t85`.`whole`, `t85`.`value`, CAST(NULL AS BIGINT))) AS DOUBLE), 1000) AS `week_total`,
            TRY_DIVIDE(
              CAST(SUM(IF(`t85`.`whole`, `t85`.`value` * (
                12 - `t85`.`week`
              ), CAST(NULL AS BIGINT))) AS DOUBLE),
              1000
            ) AS `week_trend`,
            TRY_DIVIDE(
              (
                (
                  (
                    CAST(SUM(IF(`t85`.`whole`, `t85`.`high` * `t85`.`high`, CAST(NULL AS BIGINT))) AS DOUBLE) * 16777216
                  ) + (
                    CAST(SUM(IF(`t85`.`whole`, `t85`.`high` * `t85`.`low`, CAST(NULL AS BIGINT))) AS DOUBLE) * 2
                  )
                ) * 16777216
              ) + CAST(SUM(IF(`t85`.`whole`, `t85`.`low` * `t85`.`low`, CAST(NULL AS BIGINT))) AS DOUBLE),
              1000000.0
            ) AS `week_squares`,
            CAST('13.0' AS DOUBLE) AS `weeks`
          FROM (
            SELECT
              `t62`.`customer_id`,
              `t62`.`week`,
              `t62`.`value`,
              CAST(FLOOR(
                TRY_DIVIDE(LEAST(GREATEST(`t62`.`value`, -4503599627370496), 4503599627370496), 16777216)
              ) AS BIGINT) AS `high`,
              LEAST(GREATEST(`t62`.`value`, -4503599627370496), 4503599627370496) - (
                CAST(FLOOR(
                  TRY_DIVIDE(LEAST(GREATEST(`t62`.`value`, -4503599627370496), 4503599627370496), 16777216)
                ) AS BIGINT) * 16777216
              ) AS `low`,
              `t62`.`week` < 13 AS `whole`
            FROM (
              SELECT
                `t51`.`customer_id`,
                `t51`.`week`,
                SUM(`t51`.`value`) AS `value`
              FROM (
                SELECT
                  `t33`.`customer_id`,
                  CAST(FLOOR((
                    `t33`.`value` * 1000
                  ) + 0.5) AS BIGINT) AS `value`,
                  CAST(FLOOR(TRY_DIVIDE(DATEDIFF(DAY, `t33`.`day`, MAKE_DATE(2024, 10, 1)) - 1, 7)) AS BIGINT) AS `week`
                FROM `t29` AS `t33`
                WHERE
                  `t33`.`day` < MAKE_DATE(2024, 10, 1) AND `t33`.`day` >= MAKE_DATE(2024, 7, 1)
              ) AS `t51`
              GROUP BY
                1,
                2
            ) AS `t62`
          ) AS `t85`
          GROUP BY
            1
        ) AS `t116`
          ON `t98`.`customer_id` = `t116`.`customer_id`
      ) AS `t121`
    ) AS `t126`
  ) AS `t128`
)
SELECT
  `t177`.`window_id`,
  `t177`.`customer_id`,
  `t177`.`active`,
  COALESCE(`t177`.`value`, 0.0) AS `value`,
  COALESCE(`t177`.`minutes`, 0.0) AS `minutes`,
  COALESCE(`t177`.`events`, 0.0) AS `events`,
  `t177`.`value_per_active_day`,
  `t177`.`events_per_active_day`,
  `t177`.`value_per_visit`,
  COALESCE(CAST(`t177`.`active_days` AS DOUBLE), 0.0) AS `active_days`,
  COALESCE(CAST(`t177`.`active_weeks` AS DOUBLE), 0.0) AS `active_weeks`,
  COALESCE(CAST(`t177`.`recent_active_days` AS DOUBLE), 0.0) AS `recent_active_days`,
  COALESCE(`t177`.`visits`, 0.0) AS `visits`,
  COALESCE(`t177`.`features_used`, 0.0) AS `features_used`,
  COALESCE(`t177`.`areas_used`, 0.0) AS `areas_used`,
  COALESCE(`t177`.`features_adopted`, 0.0) AS `features_adopted`,
  COALESCE(`t177`.`core_features_used`, 0.0) AS `core_features_used`,
  COALESCE(`t177`.`recent_features`, 0.0) AS `recent_features`,
  `t177`.`click_concentration`,
  COALESCE(`t177`.`feature_clicks`, 0.0) AS `feature_clicks`,
  `t177`.`clicks_per_feature`,
  `t177`.`core_click_share`,
  `t177`.`use_pattern_1`,
  `t177`.`use_pattern_2`,
  `t177`.`use_pattern_3`,
  `t177`.`minutes_per_feature`,
  `t177`.`weekly_variation`,
  CAST(`t177`.`longest_gap` AS DOUBLE) AS `longest_gap`,
  `t177`.`gap_variation`,
  `t177`.`weekday_entropy`,
  `t177`.`value_change`,
  `t177`.`recent_share`,
  `t177`.`weekly_slope`,
  `t177`.`value_against_history`,
  `t177`.`days_change`,
  `t177`.`acceleration`,
  CAST(`t177`.`days_since_last` AS DOUBLE) AS `days_since_last`,
  `t177`.`recency_ratio`,
  `t177`.`recency_share`,
  `t177`.`latest_rating`,
  `t177`.`mean_rating`,
  `t177`.`rating_change`,
  COALESCE(`t177`.`rated`, 0.0) AS `rated`,
  COALESCE(`t177`.`active_members`, 0.0) AS `active_members`,
  COALESCE(`t177`.`new_members`, 0.0) AS `new_members`,
  `t177`.`top_member_share`,
  COALESCE(`t177`.`lost_members`, 0.0) AS `lost_members`,
  `t177`.`active_member_share`,
  CAST(`t177`.`tenure_days` AS DOUBLE) AS `tenure_days`,
  CAST(`t177`.`span_days` AS DOUBLE) AS `span_days`,
  `t177`.`season_ratio`,
  `t177`.`weekend_share`
FROM (
  SELECT
    `t176`.`window_id`,
    `t176`.`customer_id`,
    `t176`.`active`,
    `t176`.`value`,
    `t176`.`minutes`,
    `t176`.`events`,
    `t176`.`value_per_active_day`,
    `t176`.`events_per_active_day`,
    `t176`.`value_per_visit`,
    `t176`.`active_days`,
    `t176`.`active_weeks`,
    `t176`.`recent_active_days`,
    `t176`.`visits`,
    `t176`.`weekly_variation`,
    `t176`.`longest_gap`,
    `t176`.`gap_variation`,
    `t176`.`weekday_entropy`,
    `t176`.`value_change`,
    `t176`.`recent_share`,
    `t176`.`days_change`,
    `t176`.`acceleration`,
    `t176`.`value_against_history`,
    `t176`.`weekly_slope`,
    `t176`.`days_since_last`,
    `t176`.`recency_ratio`,
    `t176`.`recency_share`,
    `t176`.`tenure_days`,
    `t176`.`span_days`,
    `t176`.`season_ratio`,
    `t176`.`weekend_share`,
    `t176`.`features_used`,
    `t176`.`core_features_used`,
    `t176`.`recent_features`,
    `t176`.`areas_used`,
    `t176`.`features_adopted`,
    `t176`.`click_concentration`,
    `t176`.`feature_clicks`,
    `t176`.`clicks_per_feature`,
    `t176`.`minutes_per_feature`,
    `t176`.`core_click_share`,
    `t176`.`use_pattern_1`,
    `t176`.`use_pattern_2`,
    `t176`.`use_pattern_3`,
    `t176`.`latest_rating`,
    `t176`.`mean_rating`,
    `t176`.`rating_change`,
    `t176`.`rated`,
    `t176`.`active_members`,
    `t176`.`new_members`,
    `t176`.`lost_members`,
    `t176`.`active_member_share`,
    `t176`.`top_member_share`
  FROM (
    SELECT
      `t175`.`window_id`,
      `t175`.`customer_id`,
      `t175`.`active`,
      `t175`.`value`,
      `t175`.`minutes`,
      `t175`.`events`,
      `t175`.`value_per_active_day`,
      `t175`.`events_per_active_day`,
      `t175`.`value_per_visit`,
      `t175`.`active_days`,
      `t175`.`active_weeks`,
      `t175`.`recent_active_days`,
      `t175`.`visits`,
      `t175`.`weekly_variation`,
      `t175`.`longest_gap`,
      `t175`.`gap_variation`,
      `t175`.`weekday_entropy`,
      `t175`.`value_change`,
      `t175`.`recent_share`,
      `t175`.`days_change`,
      `t175`.`acceleration`,
      `t175`.`value_against_history`,
      `t175`.`weekly_slope`,
      `t175`.`days_since_last`,
      `t175`.`recency_ratio`,
      `t175`.`recency_share`,
      `t175`.`tenure_days`,
      `t175`.`span_days`,
      `t175`.`season_ratio`,
      `t175`.`weekend_share`,
      `t175`.`features_used`,
      `t175`.`core_features_used`,
      `t175`.`recent_features`,
      `t175`.`areas_used`,
      `t175`.`features_adopted`,
      `t175`.`click_concentration`,
      `t175`.`feature_clicks`,
      `t175`.`clicks_per_feature`,
      `t175`.`minutes_per_feature`,
      `t175`.`core_click_share`,
      `t175`.`use_pattern_1`,
      `t175`.`use_pattern_2`,
      `t175`.`use_pattern_3`,
      `t175`.`latest_rating`,
      `t175`.`mean_rating`,
      `t175`.`rating_change`,
      `t175`.`rated`,
      `t155`.`window_id` AS `window_id__again`,
      `t155`.`customer_id` AS `customer_id__again`,
      `t155`.`active_members`,
      `t155`.`new_members`,
      `t155`.`lost_members`,
      `t155`.`active_member_share`,
      `t155`.`top_member_share`
    FROM (
      SELECT
        `t173`.`window_id`,
        `t173`.`customer_id`,
        `t173`.`active`,
        `t173`.`value`,
        `t173`.`minutes`,
        `t173`.`events`,
        `t173`.`value_per_active_day`,
        `t173`.`events_per_active_day`,
        `t173`.`value_per_visit`,
        `t173`.`active_days`,
        `t173`.`active_weeks`,
        `t173`.`recent_active_days`,
        `t173`.`visits`,
        `t173`.`weekly_variation`,
        `t173`.`longest_gap`,
        `t173`.`gap_variation`,
        `t173`.`weekday_entropy`,
        `t173`.`value_change`,
        `t173`.`recent_share`,
        `t173`.`days_change`,
        `t173`.`acceleration`,
        `t173`.`value_against_history`,
        `t173`.`weekly_slope`,
        `t173`.`days_since_last`,
        `t173`.`recency_ratio`,
        `t173`.`recency_share`,
        `t173`.`tenure_days`,
        `t173`.`span_days`,
        `t173`.`season_ratio`,
        `t173`.`weekend_share`,
        `t173`.`features_used`,
        `t173`.`core_features_used`,
        `t173`.`recent_features`,
        `t173`.`areas_used`,
        `t173`.`features_adopted`,
        `t173`.`click_concentration`,
        `t173`.`feature_clicks`,
        `t173`.`clicks_per_feature`,
        `t173`.`minutes_per_feature`,
        `t173`.`core_click_share`,
        `t173`.`use_pattern_1`,
        `t173`.`use_pattern_2`,
        `t173`.`use_pattern_3`,
        `t173`.`latest_rating`,
        `t173`.`mean_rating`,
        `t173`.`rating_change`,
        `t173`.`rated`
      FROM (
        SELECT
          `t172`.`window_id`,
          `t172`.`customer_id`,
          `t172`.`active`,
          `t172`.`value`,
          `t172`.`minutes`,
          `t172`.`events`,
          `t172`.`value_per_active_day`,
          `t172`.`events_per_active_day`,
          `t172`.`value_per_visit`,
          `t172`.`active_days`,
          `t172`.`active_weeks`,
          `t172`.`recent_active_days`,
          `t172`.`visits`,
          `t172`.`weekly_variation`,
          `t172`.`longest_gap`,
          `t172`.`gap_variation`,
          `t172`.`weekday_entropy`,
          `t172`.`value_change`,
          `t172`.`recent_share`,
          `t172`.`days_change`,
          `t172`.`acceleration`,
          `t172`.`value_against_history`,
          `t172`.`weekly_slope`,
          `t172`.`days_since_last`,
          `t172`.`recency_ratio`,
          `t172`.`recency_share`,
          `t172`.`tenure_days`,
          `t172`.`span_days`,
          `t172`.`season_ratio`,
          `t172`.`weekend_share`,
          `t172`.`features_used`,
          `t172`.`core_features_used`,
          `t172`.`recent_features`,
          `t172`.`areas_used`,
          `t172`.`features_adopted`,
          `t172`.`click_concentration`,
          `t172`.`feature_clicks`,
          `t172`.`clicks_per_feature`,
          `t172`.`minutes_per_feature`,
          `t172`.`core_click_share`,
          `t172`.`use_pattern_1`,
          `t172`.`use_pattern_2`,
          `t172`.`use_pattern_3`,
          `t148`.`window_id` AS `window_id__again`,
          `t148`.`customer_id` AS `customer_id__again`,
          `t148`.`latest_rating`,
          `t148`.`mean_rating`,
          `t148`.`rating_change`,
          `t148`.`rated`
        FROM (
          SELECT
            `t170`.`window_id`,
            `t170`.`customer_id`,
            `t170`.`active`,
            `t170`.`value`,
            `t170`.`minutes`,
            `t170`.`events`,
            `t170`.`value_per_active_day`,
            `t170`.`events_per_active_day`,
            `t170`.`value_per_visit`,
            `t170`.`active_days`,
            `t170`.`active_weeks`,
            `t170`.`recent_active_days`,
            `t170`.`visits`,
            `t170`.`weekly_variation`,
            `t170`.`longest_gap`,
            `t170`.`gap_variation`,
            `t170`.`weekday_entropy`,
            `t170`.`value_change`,
            `t170`.`recent_share`,
            `t170`.`days_change`,
            `t170`.`acceleration`,
            `t170`.`value_against_history`,
            `t170`.`weekly_slope`,
            `t170`.`days_since_last`,
            `t170`.`recency_ratio`,
            `t170`.`recency_share`,
            `t170`.`tenure_days`,
            `t170`.`span_days`,
            `t170`.`season_ratio`,
            `t170`.`weekend_share`,
            `t170`.`features_used`,
            `t170`.`core_features_used`,
            `t170`.`recent_features`,
            `t170`.`areas_used`,
            `t170`.`features_adopted`,
            `t170`.`click_concentration`,
            `t170`.`feature_clicks`,
            `t170`.`clicks_per_feature`,
            `t170`.`minutes_per_feature`,
            `t170`.`core_click_share`,
            `t170`.`use_pattern_1`,
            `t170`.`use_pattern_2`,
            `t170`.`use_pattern_3`
          FROM (
            SELECT
              `t169`.`window_id`,
              `t169`.`customer_id`,
              `t169`.`active`,
              `t169`.`value`,
              `t169`.`minutes`,
              `t169`.`events`,
              `t169`.`value_per_active_day`,
              `t169`.`events_per_active_day`,
              `t169`.`value_per_visit`,
              `t169`.`active_days`,
              `t169`.`active_weeks`,
              `t169`.`recent_active_days`,
              `t169`.`visits`,
              `t169`.`weekly_variation`,
              `t169`.`longest_gap`,
              `t169`.`gap_variation`,
              `t169`.`weekday_entropy`,
              `t169`.`value_change`,
              `t169`.`recent_share`,
              `t169`.`days_change`,
              `t169`.`acceleration`,
              `t169`.`value_against_history`,
              `t169`.`weekly_slope`,
              `t169`.`days_since_last`,
              `t169`.`recency_ratio`,
              `t169`.`recency_share`,
              `t169`.`tenure_days`,
              `t169`.`span_days`,
              `t169`.`season_ratio`,
              `t169`.`weekend_share`,
              `t169`.`features_used`,
              `t169`.`core_features_used`,
              `t169`.`recent_features`,
              `t169`.`areas_used`,
              `t169`.`features_adopted`,
              `t169`.`click_concentration`,
              `t169`.`feature_clicks`,
              `t169`.`clicks_per_feature`,
              `t169`.`minutes_per_feature`,
              `t169`.`core_click_share`,
              `t139`.`window_id` AS `window_id__again`,
              `t139`.`customer_id` AS `customer_id__again`,
              `t139`.`use_pattern_1`,
              `t139`.`use_pattern_2`,
              `t139`.`use_pattern_3`
            FROM (
              SELECT
                `t167`.`window_id`,
                `t167`.`customer_id`,
                `t167`.`active`,
                `t167`.`value`,
                `t167`.`minutes`,
                `t167`.`events`,
                `t167`.`value_per_active_day`,
                `t167`.`events_per_active_day`,
                `t167`.`value_per_visit`,
                `t167`.`active_days`,
                `t167`.`active_weeks`,
                `t167`.`recent_active_days`,
                `t167`.`visits`,
                `t167`.`weekly_variation`,
                `t167`.`longest_gap`,
                `t167`.`gap_variation`,
                `t167`.`weekday_entropy`,
                `t167`.`value_change`,
                `t167`.`recent_share`,
                `t167`.`days_change`,
                `t167`.`acceleration`,
                `t167`.`value_against_history`,
                `t167`.`weekly_slope`,
                `t167`.`days_since_last`,
                `t167`.`recency_ratio`,
                `t167`.`recency_share`,
                `t167`.`tenure_days`,
                `t167`.`span_days`,
                `t167`.`season_ratio`,
                `t167`.`weekend_share`,
                `t167`.`features_used`,
                `t167`.`core_features_used`,
                `t167`.`recent_features`,
                `t167`.`areas_used`,
                `t167`.`features_adopted`,
                `t167`.`click_concentration`,
                `t167`.`feature_clicks`,
                `t167`.`clicks_per_feature`,
                `t167`.`minutes_per_feature`,
                `t167`.`core_click_share`
              FROM (
                SELECT
                  `t166`.`window_id`,
                  `t166`.`customer_id`,
                  `t166`.`active`,
                  `t166`.`value`,
                  `t166`.`minutes`,
                  `t166`.`events`,
                  `t166`.`value_per_active_day`,
                  `t166`.`events_per_active_day`,
                  `t166`.`value_per_visit`,
                  `t166`.`active_days`,
                  `t166`.`active_weeks`,
                  `t166`.`recent_active_days`,
                  `t166`.`visits`,
                  `t166`.`weekly_variation`,
                  `t166`.`longest_gap`,
                  `t166`.`gap_variation`,
                  `t166`.`weekday_entropy`,
                  `t166`.`value_change`,
                  `t166`.`recent_share`,
                  `t166`.`days_change`,
                  `t166`.`acceleration`,
                  `t166`.`value_against_history`,
                  `t166`.`weekly_slope`,
                  `t166`.`days_since_last`,
                  `t166`.`recency_ratio`,
                  `t166`.`recency_share`,
                  `t166`.`tenure_days`,
                  `t166`.`span_days`,
                  `t166`.`season_ratio`,
                  `t166`.`weekend_share`,
                  `t166`.`features_used`,
                  `t166`.`core_features_used`,
                  `t166`.`recent_features`,
                  `t166`.`areas_used`,
                  `t166`.`features_adopted`,
                  `t166`.`click_concentration`,
                  `t123`.`window_id` AS `window_id__again`,
                  `t123`.`customer_id` AS `customer_id__again`,
                  `t123`.`feature_clicks`,
                  `t123`.`clicks_per_feature`,
                  `t123`.`minutes_per_feature`,
                  `t123`.`core_click_share`
                FROM (
                  SELECT
                    `t164`.`window_id`,
                    `t164`.`customer_id`,
                    `t164`.`active`,
                    `t164`.`value`,
                    `t164`.`minutes`,
                    `t164`.`events`,
                    `t164`.`value_per_active_day`,
                    `t164`.`events_per_active_day`,
                    `t164`.`value_per_visit`,
                    `t164`.`active_days`,
                    `t164`.`active_weeks`,
                    `t164`.`recent_active_days`,
                    `t164`.`visits`,
                    `t164`.`weekly_variation`,
                    `t164`.`longest_gap`,
                    `t164`.`gap_variation`,
                    `t164`.`weekday_entropy`,
                    `t164`.`value_change`,
                    `t164`.`recent_share`,
                    `t164`.`days_change`,
                    `t164`.`acceleration`,
                    `t164`.`value_against_history`,
                    `t164`.`weekly_slope`,
                    `t164`.`days_since_last`,
                    `t164`.`recency_ratio`,
                    `t164`.`recency_share`,
                    `t164`.`tenure_days`,
                    `t164`.`span_days`,
                    `t164`.`season_ratio`,
                    `t164`.`weekend_share`,
                    `t164`.`features_used`,
                    `t164`.`core_features_used`,
                    `t164`.`recent_features`,
                    `t164`.`areas_used`,
                    `t164`.`features_adopted`,
                    `t164`.`click_concentration`
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
                      `t162`.`window_id` AS `window_id__again`,
                      `t162`.`customer_id` AS `customer_id__again`,
                      `t162`.`features_used`,
                      `t162`.`core_features_used`,
                      `t162`.`recent_features`,
                      `t162`.`areas_used`,
                      `t162`.`features_adopted`,
                      `t162`.`click_concentration`
                    FROM (
                      SELECT
                        `t132`.`window_id`,
                        `t132`.`customer_id`,
                        `t132`.`active`,
                        `t132`.`value`,
                        `t132`.`minutes`,
                        `t132`.`events`,
                        TRY_DIVIDE(`t132`.`value`, NULLIF(`t132`.`days`, 0)) AS `value_per_active_day`,
                        TRY_DIVIDE(`t132`.`events`, NULLIF(`t132`.`days`, 0)) AS `events_per_active_day`,
                        TRY_DIVIDE(`t132`.`value`, NULLIF(`t132`.`visits`, 0)) AS `value_per_visit`,
                        `t132`.`days` AS `active_days`,
                        `t132`.`weeks_used` AS `active_weeks`,
                        `t132`.`days_1` AS `recent_active_days`,
                        `t132`.`visits`,
                        SQRT(
                          CASE
                            WHEN (
                              TRY_DIVIDE(
                                CAST(CAST(FLOOR(
                                  (
                                    CASE
                                      WHEN (
                                        TRY_DIVIDE(
                                          TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                          NULLIF(`t132`.`week_total`, 0)
                                        ) * `t132`.`weeks`
                                      ) < CAST('1000000.0' AS DOUBLE)
                                      THEN TRY_DIVIDE(
                                        TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                        NULLIF(`t132`.`week_total`, 0)
                                      ) * `t132`.`weeks`
                                      WHEN (
                                        TRY_DIVIDE(
                                          TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                          NULLIF(`t132`.`week_total`, 0)
                                        ) * `t132`.`weeks`
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
                                        TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                        NULLIF(`t132`.`week_total`, 0)
                                      ) * `t132`.`weeks`
                                    ) < CAST('1000000.0' AS DOUBLE)
                                    THEN TRY_DIVIDE(
                                      TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                      NULLIF(`t132`.`week_total`, 0)
                                    ) * `t132`.`weeks`
                                    WHEN (
                                      TRY_DIVIDE(
                                        TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                        NULLIF(`t132`.`week_total`, 0)
                                      ) * `t132`.`weeks`
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
                                          TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                          NULLIF(`t132`.`week_total`, 0)
                                        ) * `t132`.`weeks`
                                      ) < CAST('1000000.0' AS DOUBLE)
                                      THEN TRY_DIVIDE(
                                        TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                        NULLIF(`t132`.`week_total`, 0)
                                      ) * `t132`.`weeks`
                                      WHEN (
                                        TRY_DIVIDE(
                                          TRY_DIVIDE(`t132`.`week_squares`, NULLIF(`t132`.`week_total`, 0)),
                                          NULLIF(`t132`.`week_total`, 0)
                                        ) * `t132`.`weeks`
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
                          WHEN `t132`.`newest` > COALESCE(`t132`.`gap_most`, 0)
                          THEN `t132`.`newest`
                          WHEN `t132`.`newest` <= COALESCE(`t132`.`gap_most`, 0)
                          THEN COALESCE(`t132`.`gap_most`, 0)
                          ELSE NULL
                        END - 1 AS `longest_gap`,
                        IF(
                          `t132`.`gaps` >= 2,
                          TRY_DIVIDE(
                            SQRT(
                              CAST((
                                `t132`.`gap_squares` * `t132`.`gaps`
                              ) - (
                                `t132`.`gap_total` * `t132`.`gap_total`
                              ) AS DOUBLE)
                            ),
                            NULLIF(`t132`.`gap_total`, 0)
                          ),
                          CAST(NULL AS DOUBLE)
                        ) AS `gap_variation`,
                        TRY_DIVIDE(
                          CAST(CAST(FLOOR(
                            (
                              TRY_DIVIDE(
                                CASE
                                  WHEN (
                                    LN(CAST(NULLIF(`t132`.`days`, 0) AS DOUBLE)) - TRY_DIVIDE(
                                      TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_0` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_0` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_1` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_1` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_2` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_2` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_3` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_3` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_4` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_4` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_5` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_5` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_6` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_6` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ),
                                      CAST(NULLIF(`t132`.`days`, 0) AS DOUBLE)
                                    )
                                  ) > CAST('0.0' AS DOUBLE)
                                  THEN LN(CAST(NULLIF(`t132`.`days`, 0) AS DOUBLE)) - TRY_DIVIDE(
                                    TRY_DIVIDE(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t132`.`weekday_0` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_0` AS DOUBLE), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS BIGINT) AS DOUBLE),
                                      1000000000
                                    ) + TRY_DIVIDE(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t132`.`weekday_1` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_1` AS DOUBLE), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS BIGINT) AS DOUBLE),
                                      1000000000
                                    ) + TRY_DIVIDE(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t132`.`weekday_2` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_2` AS DOUBLE), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS BIGINT) AS DOUBLE),
                                      1000000000
                                    ) + TRY_DIVIDE(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t132`.`weekday_3` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_3` AS DOUBLE), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS BIGINT) AS DOUBLE),
                                      1000000000
                                    ) + TRY_DIVIDE(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t132`.`weekday_4` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_4` AS DOUBLE), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS BIGINT) AS DOUBLE),
                                      1000000000
                                    ) + TRY_DIVIDE(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t132`.`weekday_5` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_5` AS DOUBLE), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS BIGINT) AS DOUBLE),
                                      1000000000
                                    ) + TRY_DIVIDE(
                                      CAST(CAST(FLOOR(
                                        (
                                          CAST(`t132`.`weekday_6` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_6` AS DOUBLE), 1.0)) * 1000000000
                                        ) + 0.5
                                      ) AS BIGINT) AS DOUBLE),
                                      1000000000
                                    ),
                                    CAST(NULLIF(`t132`.`days`, 0) AS DOUBLE)
                                  )
                                  WHEN (
                                    LN(CAST(NULLIF(`t132`.`days`, 0) AS DOUBLE)) - TRY_DIVIDE(
                                      TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_0` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_0` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_1` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_1` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_2` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_2` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_3` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_3` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_4` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_4` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_5` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_5` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ) + TRY_DIVIDE(
                                        CAST(CAST(FLOOR(
                                          (
                                            CAST(`t132`.`weekday_6` AS DOUBLE) * LN(GREATEST(CAST(`t132`.`weekday_6` AS DOUBLE), 1.0)) * 1000000000
                                          ) + 0.5
                                        ) AS BIGINT) AS DOUBLE),
                                        1000000000
                                      ),
                                      CAST(NULLIF(`t132`.`days`, 0) AS DOUBLE)
                                    )
                                  ) <= CAST('0.0' AS DOUBLE)
                                  THEN CAST('0.0' AS DOUBLE)
                                  ELSE NULL
                                END,
                                1.9459101490553132
                              ) * 1000000000
                            ) + 0.5
                          ) AS BIGINT) AS DOUBLE),
                          1000000000
                        ) AS `weekday_entropy`,
                        TRY_DIVIDE(
                          COALESCE(`t132`.`value_1`, 0.0) - COALESCE(`t132`.`value_2`, 0.0),
                          NULLIF(COALESCE(`t132`.`value_1`, 0.0) + COALESCE(`t132`.`value_2`, 0.0), 0)
                        ) AS `value_change`,
                        TRY_DIVIDE(COALESCE(`t132`.`value_1`, 0.0), NULLIF(`t132`.`value`, 0)) AS `recent_share`,
                        TRY_DIVIDE(
                          `t132`.`days_1` - `t132`.`days_2`,
                          CAST(NULLIF(`t132`.`days_1` + `t132`.`days_2`, 0) AS DOUBLE)
                        ) AS `days_change`,
                        IF(
                          DATEDIFF(DAY, `t132`.`past_start`, `t132`.`as_of`) >= 90,
                          TRY_DIVIDE(
                            (
                              COALESCE(`t132`.`value_1`, 0.0) - (
                                COALESCE(`t132`.`value_2`, 0.0) * 2
                              )
                            ) + COALESCE(`t132`.`value_3`, 0.0),
                            NULLIF(
                              COALESCE(`t132`.`value_1`, 0.0) + COALESCE(`t132`.`value_2`, 0.0) + COALESCE(`t132`.`value_3`, 0.0),
                              0
                            )
                          ),
                          CAST(NULL AS DOUBLE)
                        ) AS `acceleration`,
                        IF(
                          (
                            `t132`.`first_age` > 30
                          ) AND (
                            `t132`.`days` > 0
                          ),
                          TRY_DIVIDE(
                            COALESCE(`t132`.`value_ever_1`, 0.0),
                            NULLIF(TRY_DIVIDE(`t132`.`value_ever` * 30, `t132`.`first_age`), 0)
                          ),
                          CAST(NULL AS DOUBLE)
                        ) AS `value_against_history`,
                        TRY_DIVIDE(
                          TRY_DIVIDE(
                            `t132`.`week_trend` - (
                              TRY_DIVIDE(`t132`.`weeks` - 1, 2.0) * `t132`.`week_total`
                            ),
                            NULLIF(
                              TRY_DIVIDE(`t132`.`weeks` * (
                                (
                                  `t132`.`weeks` * `t132`.`weeks`
                                ) - 1
                              ), 12.0),
                              0
                            )
                          ),
                          NULLIF(TRY_DIVIDE(`t132`.`week_total`, `t132`.`weeks`), 0)
                        ) AS `weekly_slope`,
                        `t132`.`last_age` - 1 AS `days_since_last`,
                        IF(
                          `t132`.`days` >= 3,
                          TRY_DIVIDE(
                            `t132`.`newest`,
                            NULLIF(
                              TRY_DIVIDE(`t132`.`oldest` - `t132`.`newest`, CAST(NULLIF(`t132`.`days` - 1, 0) AS DOUBLE)),
                              0
                            )
                          ),
                          CAST(NULL AS DOUBLE)
                        ) AS `recency_ratio`,
                        IF(
                          `t132`.`days` > 0,
                          TRY_DIVIDE(CAST(`t132`.`last_age` AS DOUBLE), CAST(`t132`.`first_age` AS DOUBLE)),
                          CAST(NULL AS DOUBLE)
                        ) AS `recency_share`,
                        `t132`.`first_age` AS `tenure_days`,
                        `t132`.`first_age` - `t132`.`last_age` AS `span_days`,
                        IF(
                          `t132`.`first_age` >= 364,
                          TRY_DIVIDE(COALESCE(`t132`.`value_season`, 0.0) * 4, NULLIF(`t132`.`value_year`, 0)),
                          CAST(NULL AS DOUBLE)
                        ) AS `season_ratio`,
                        TRY_DIVIDE(CAST(`t132`.`weekday_5` + `t132`.`weekday_6` AS DOUBLE), NULLIF(`t132`.`days`, 0)) AS `weekend_share`
                      FROM `t130` AS `t132`
                    ) AS `t163`
                    LEFT OUTER JOIN (
                      SELECT
                        `t159`.`window_id`,
                        `t159`.`customer_id`,
                        `t159`.`features_used`,
                        `t159`.`core_features_used`,
                        `t159`.`recent_features`,
                        `t159`.`areas_used`,
                        `t159`.`features_adopted`,
                        `t159`.`click_concentration`
                      FROM (
                        SELECT
                          `t158`.`window_id`,
                          `t158`.`customer_id`,
                          `t158`.`features_used`,
                          `t158`.`core_features_used`,
                          `t158`.`recent_features`,
                          `t158`.`areas_used`,
                          `t158`.`features_adopted`,
                          `t131`.`window_id` AS `window_id__again`,
                          `t131`.`customer_id` AS `customer_id__again`,
                          `t131`.`click_concentration`
                        FROM (
                          SELECT
                            `t156`.`window_id`,
                            `t156`.`customer_id`,
                            `t156`.`features_used`,
                            `t156`.`core_features_used`,
                            `t156`.`recent_features`,
                            `t156`.`areas_used`,
                            `t156`.`features_adopted`
                          FROM (
                            SELECT
                              `t153`.`window_id`,
                              `t153`.`customer_id`,
                              `t153`.`features_used`,
                              `t153`.`core_features_used`,
                              `t153`.`recent_features`,
                              `t153`.`areas_used`,
                              `t56`.`window_id` AS `window_id__again`,
                              `t56`.`customer_id` AS `customer_id__again`,
                              `t56`.`features_adopted`
                            FROM (
                              SELECT
                                `t151`.`window_id`,
                                `t151`.`customer_id`,
                                `t151`.`features_used`,
                                `t151`.`core_features_used`,
                                `t151`.`recent_features`,
                                `t151`.`areas_used`
                              FROM (
                                SELECT
                                  `t146`.`window_id`,
                                  `t146`.`customer_id`,
                                  `t146`.`features_used`,
                                  `t146`.`core_features_used`,
                                  `t146`.`recent_features`,
                                  `t105`.`window_id` AS `window_id__again`,
                                  `t105`.`customer_id` AS `customer_id__again`,
                                  `t105`.`areas_used`
                                FROM (
                                  SELECT
                                    `t141`.`window_id`,
                                    `t141`.`customer_id`,
                                    `t141`.`features_used`,
                                    `t141`.`core_features_used`,
                                    `t141`.`recent_features`
                                  FROM (
                                    SELECT
                                      `t135`.`window_id`,
                                      `t135`.`customer_id`,
                                      `t104`.`window_id` AS `window_id__again`,
                                      `t104`.`customer_id` AS `customer_id__again`,
                                      `t104`.`features_used`,
                                      `t104`.`core_features_used`,
                                      `t104`.`recent_features`
                                    FROM (
                                      SELECT
                                        `t132`.`window_id`,
                                        `t132`.`customer_id`
                                      FROM `t130` AS `t132`
                                    ) AS `t135`
                                    LEFT OUTER JOIN (
                                      SELECT
                                        `t88`.`window_id`,
                                        `t88`.`customer_id`,
                                        CAST(COUNT(*) AS DOUBLE) AS `features_used`,
                                        CAST(SUM(CAST(COALESCE(`t88`.`is_core`, FALSE) AS BIGINT)) AS DOUBLE) AS `core_features_used`,
                                        CAST(SUM(CAST(`t88`.`newest` <= 30 AS BIGINT)) AS DOUBLE) AS `recent_features`
                                      FROM `t87` AS `t88`
                                      GROUP BY
                                        1,
                                        2
                                    ) AS `t104`
                                      ON `t135`.`window_id` = `t104`.`window_id`
                                      AND `t135`.`customer_id` = `t104`.`customer_id`
                                  ) AS `t141`
                                ) AS `t146`
                                LEFT OUTER JOIN (
                                  SELECT
                                    `t95`.`window_id`,
                                    `t95`.`customer_id`,
                                    CAST(COUNT(*) AS DOUBLE) AS `areas_used`
                                  FROM (
                                    SELECT DISTINCT
                                      `t88`.`window_id`,
                                      `t88`.`customer_id`,
                                      `t88`.`area`
                                    FROM `t87` AS `t88`
                                    WHERE
                                      `t88`.`area` IS NOT NULL
                                  ) AS `t95`
                                  GROUP BY
                                    1,
                                    2
                                ) AS `t105`
                                  ON `t146`.`window_id` = `t105`.`window_id`
                                  AND `t146`.`customer_id` = `t105`.`customer_id`
                              ) AS `t151`
                            ) AS `t153`
                            LEFT OUTER JOIN (
                              SELECT
                                `t39`.`window_id`,
                                `t39`.`customer_id`,
                                CAST(COUNT(*) AS DOUBLE) AS `features_adopted`
                              FROM (
                                SELECT
                                  `t34`.`customer_id`,
                                  `t34`.`product_feature_id`,
                                  `t34`.`adopted_on`,
                                  `t34`.`window_id`,
                                  `t34`.`past_start`,
                                  `t34`.`as_of`,
                                  DATEDIFF(DAY, `t34`.`adopted_on`, `t34`.`as_of`) AS `age`,
                                  `t34`.`adopted_on` AS `on`
                                FROM (
                                  SELECT
                                    `t14`.`customer_id`,
                                    `t14`.`product_feature_id`,
                                    `t14`.`adopted_on`,
                                    `t11`.`window_id`,
                                    `t11`.`past_start`,
                                    `t11`.`as_of`
                                  FROM `adoption` AS `t14`
                                  INNER JOIN `in_memory_1` AS `t11`
                                    ON `t14`.`adopted_on` < `t11`.`as_of`
                                ) AS `t34`
                              ) AS `t39`
                              GROUP BY
                                1,
                                2
                            ) AS `t56`
                              ON `t153`.`window_id` = `t56`.`window_id`
                              AND `t153`.`customer_id` = `t56`.`customer_id`
                          ) AS `t156`
                        ) AS `t158`
                        LEFT OUTER JOIN (
                          SELECT
                            `t108`.`window_id`,
                            `t108`.`customer_id`,
                            TRY_DIVIDE(
                              CAST(SUM(CAST(FLOOR((
                                `t108`.`share` * `t108`.`share` * 1000000000
                              ) + 0.5) AS BIGINT)) AS DOUBLE),
                              1000000000
                            ) AS `click_concentration`
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t72`.`window_id`,
                                `t72`.`customer_id`,
                                `t72`.`product_feature_id`,
                                `t72`.`newest`,
                                `t72`.`clicks`,
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
                                ) AS `share`
                              FROM `t68` AS `t72`
                            ) AS `t100`
                            WHERE
                              `t100`.`share` IS NOT NULL AND NOT ISNAN(`t100`.`share`)
                          ) AS `t108`
                          GROUP BY
                            1,
                            2
                        ) AS `t131`
                          ON `t158`.`window_id` = `t131`.`window_id`
                          AND `t158`.`customer_id` = `t131`.`customer_id`
                      ) AS `t159`
                    ) AS `t162`
                      ON `t163`.`window_id` = `t162`.`window_id`
                      AND `t163`.`customer_id` = `t162`.`customer_id`
                  ) AS `t164`
                ) AS `t166`
                LEFT OUTER JOIN (
                  SELECT
                    `t109`.`window_id`,
                    `t109`.`customer_id`,
                    `t109`.`feature_clicks`,
                    TRY_DIVIDE(NULLIF(`t109`.`feature_clicks`, 0), NULLIF(`t109`.`n`, 0)) AS `clicks_per_feature`,
                    TRY_DIVIDE(`t109`.`minutes`, NULLIF(`t109`.`used`, 0)) AS `minutes_per_feature`,
                    IF(
                      `t25`.`any_core` > 0,
                      TRY_DIVIDE(`t109`.`core_clicks`, NULLIF(`t109`.`feature_clicks`, 0)),
                      CAST(NULL AS DOUBLE)
                    ) AS `core_click_share`
                  FROM (
                    SELECT
                      `t86`.`window_id`,
                      `t86`.`customer_id`,
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          `t86`.`clicks` * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ) AS `feature_clicks`,
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          COALESCE(`t86`.`core_clicks`, 0.0) * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ) AS `core_clicks`,
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          `t86`.`minutes` * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ) AS `minutes`,
                      COUNT(*) AS `used`,
                      SUM(CAST(`t86`.`clicks` > 0 AS BIGINT)) AS `n`
                    FROM (
                      SELECT
                        `t59`.`window_id`,
                        `t59`.`customer_id`,
                        `t59`.`product_feature_id`,
                        TRY_DIVIDE(
                          CAST(SUM(CAST(FLOOR((
                            `t59`.`clicks` * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                          1000
                        ) AS `clicks`,
                        TRY_DIVIDE(
                          CAST(SUM(CAST(FLOOR((
                            `t59`.`minutes` * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                          1000
                        ) AS `minutes`,
                        TRY_DIVIDE(
                          CAST(SUM(
                            IF(
                              COALESCE(`t59`.`is_core`, FALSE),
                              CAST(FLOOR((
                                `t59`.`clicks` * 1000
                              ) + 0.5) AS BIGINT),
                              CAST(NULL AS BIGINT)
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
                          `t45`.`past_start`,
                          `t45`.`as_of`,
                          `t45`.`age`,
                          `t45`.`on`,
                          `t19`.`product_feature_id` AS `product_feature_id_right`,
                          `t19`.`is_core`
                        FROM `t38` AS `t45`
                        LEFT OUTER JOIN (
                          SELECT
                            `t4`.`product_feature_id`,
                            `t4`.`is_core`
                          FROM `product_features` AS `t4`
                        ) AS `t19`
                          ON `t45`.`product_feature_id` = `t19`.`product_feature_id`
                      ) AS `t59`
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS `t86`
                    GROUP BY
                      1,
                      2
                  ) AS `t109`
                  CROSS JOIN (
                    SELECT
                      SUM(CAST(`t4`.`is_core` AS BIGINT)) AS `any_core`
                    FROM `product_features` AS `t4`
                  ) AS `t25`
                ) AS `t123`
                  ON `t166`.`window_id` = `t123`.`window_id`
                  AND `t166`.`customer_id` = `t123`.`customer_id`
              ) AS `t167`
            ) AS `t169`
            LEFT OUTER JOIN (
              SELECT
                `t117`.`window_id`,
                `t117`.`customer_id`,
                TRY_DIVIDE(
                  CAST(SUM(CAST(FLOOR((
                    `t117`.`mix` * `t117`.`weight_1` * 1000000000
                  ) + 0.5) AS BIGINT)) AS DOUBLE),
                  1000000000
                ) AS `use_pattern_1`,
                TRY_DIVIDE(
                  CAST(SUM(CAST(FLOOR((
                    `t117`.`mix` * `t117`.`weight_2` * 1000000000
                  ) + 0.5) AS BIGINT)) AS DOUBLE),
                  1000000000
                ) AS `use_pattern_2`,
                TRY_DIVIDE(
                  CAST(SUM(CAST(FLOOR((
                    `t117`.`mix` * `t117`.`weight_3` * 1000000000
                  ) + 0.5) AS BIGINT)) AS DOUBLE),
                  1000000000
                ) AS `use_pattern_3`
              FROM (
                SELECT
                  `t110`.`window_id`,
                  `t110`.`customer_id`,
                  `t110`.`product_feature_id`,
                  `t110`.`clicks`,
                  `t110`.`mix`,
                  `t9`.`weight_1`,
                  `t9`.`weight_2`,
                  `t9`.`weight_3`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t67`.`window_id`,
                      `t67`.`customer_id`,
                      `t67`.`product_feature_id`,
                      `t67`.`clicks`,
                      SQRT(
                        TRY_DIVIDE(
                          `t67`.`clicks`,
                          NULLIF(
                            TRY_DIVIDE(
                              CAST(SUM(CAST(FLOOR((
                                `t67`.`clicks` * 1000
                              ) + 0.5) AS BIGINT)) OVER (
                                PARTITION BY `t67`.`window_id`, `t67`.`customer_id`
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
                        `t43`.`window_id`,
                        `t43`.`customer_id`,
                        `t43`.`product_feature_id`,
                        TRY_DIVIDE(
                          CAST(SUM(CAST(FLOOR((
                            `t43`.`clicks` * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                          1000
                        ) AS `clicks`
                      FROM `t38` AS `t43`
                      GROUP BY
                        1,
                        2,
                        3
                    ) AS `t67`
                  ) AS `t99`
                  WHERE
                    `t99`.`clicks` > 0
                ) AS `t110`
                INNER JOIN `axes` AS `t9`
                  ON `t110`.`product_feature_id` = `t9`.`product_feature_id`
              ) AS `t117`
              GROUP BY
                1,
                2
            ) AS `t139`
              ON `t169`.`window_id` = `t139`.`window_id`
              AND `t169`.`customer_id` = `t139`.`customer_id`
          ) AS `t170`
        ) AS `t172`
        LEFT OUTER JOIN (
          SELECT
            `t143`.`window_id`,
            `t143`.`customer_id`,
            `t143`.`latest_rating`,
            `t143`.`mean_rating`,
            `t143`.`mean_rating` - `t143`.`earlier` AS `rating_change`,
            CAST('1.0' AS DOUBLE) AS `rated`
          FROM (
            SELECT
              `t138`.`window_id`,
              `t138`.`customer_id`,
              `t138`.`latest_rating`,
              `t138`.`mean_rating`,
              `t73`.`window_id` AS `window_id__again`,
              `t73`.`customer_id` AS `customer_id__again`,
              `t73`.`earlier`
            FROM (
              SELECT
                `t133`.`window_id`,
                `t133`.`customer_id`,
                `t133`.`latest_rating`,
                `t133`.`mean_rating`
              FROM (
                SELECT
                  `t127`.`window_id`,
                  `t127`.`customer_id`,
                  `t127`.`latest_rating`,
                  `t74`.`window_id` AS `window_id__again`,
                  `t74`.`customer_id` AS `customer_id__again`,
                  `t74`.`mean_rating`
                FROM (
                  SELECT
                    `t102`.`window_id`,
                    `t102`.`customer_id`,
                    TRY_DIVIDE(
                      TRY_DIVIDE(
                        CAST(SUM(CAST(FLOOR((
                          `t102`.`rating` * 1000
                        ) + 0.5) AS BIGINT)) AS DOUBLE),
                        1000
                      ),
                      CAST(NULLIF(
                        COUNT(
                          IF(`t102`.`rating` IS NOT NULL AND NOT ISNAN(`t102`.`rating`), `t102`.`rating`, NULL)
                        ),
                        0
                      ) AS DOUBLE)
                    ) AS `latest_rating`
                  FROM (
                    SELECT
                      `t79`.`window_id`,
                      `t79`.`customer_id`,
                      `t79`.`who`,
                      TRY_DIVIDE(
                        TRY_DIVIDE(
                          CAST(SUM(CAST(FLOOR((
                            `t79`.`rating` * 1000
                          ) + 0.5) AS BIGINT)) AS DOUBLE),
                          1000
                        ),
                        CAST(NULLIF(
                          COUNT(
                            IF(`t79`.`rating` IS NOT NULL AND NOT ISNAN(`t79`.`rating`), `t79`.`rating`, NULL)
                          ),
                          0
                        ) AS DOUBLE)
                      ) AS `rating`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t48`.`customer_id`,
                          `t48`.`member_id`,
                          `t48`.`rated_on`,
                          `t48`.`rating`,
                          `t48`.`window_id`,
                          `t48`.`past_start`,
                          `t48`.`as_of`,
                          `t48`.`age`,
                          `t48`.`on`,
                          `t48`.`who`,
                          `t58`.`newest`
                        FROM `t42` AS `t48`
                        INNER JOIN (
                          SELECT
                            `t44`.`window_id`,
                            `t44`.`customer_id`,
                            `t44`.`who`,
                            MIN(`t44`.`age`) AS `newest`
                          FROM `t42` AS `t44`
                          GROUP BY
                            1,
                            2,
                            3
                        ) AS `t58`
                          ON `t48`.`window_id` = `t58`.`window_id`
                          AND `t48`.`customer_id` = `t58`.`customer_id`
                          AND `t48`.`who` = `t58`.`who`
                      ) AS `t71`
                      WHERE
                        `t71`.`age` = `t71`.`newest`
                    ) AS `t79`
                    GROUP BY
                      1,
                      2,
                      3
                  ) AS `t102`
                  GROUP BY
                    1,
                    2
                ) AS `t127`
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
                      `t35`.`customer_id`,
                      `t35`.`member_id`,
                      `t35`.`rated_on`,
                      `t35`.`rating`,
                      `t35`.`window_id`,
                      `t35`.`past_start`,
                      `t35`.`as_of`,
                      DATEDIFF(DAY, `t35`.`rated_on`, `t35`.`as_of`) AS `age`,
                      `t35`.`rated_on` AS `on`
                    FROM `t31` AS `t35`
                    WHERE
                      `t35`.`rated_on` >= `t35`.`past_start`
                  ) AS `t41`
                  GROUP BY
                    1,
                    2
                ) AS `t74`
                  ON `t127`.`window_id` = `t74`.`window_id`
                  AND `t127`.`customer_id` = `t74`.`customer_id`
              ) AS `t133`
            ) AS `t138`
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
                  `t35`.`customer_id`,
                  `t35`.`member_id`,
                  `t35`.`rated_on`,
                  `t35`.`rating`,
                  `t35`.`window_id`,
                  `t35`.`past_start`,
                  `t35`.`as_of`,
                  DATEDIFF(DAY, `t35`.`rated_on`, `t35`.`as_of`) AS `age`,
                  `t35`.`rated_on` AS `on`
                FROM `t31` AS `t35`
                WHERE
                  `t35`.`rated_on` < `t35`.`past_start`
              ) AS `t40`
              GROUP BY
                1,
                2
            ) AS `t73`
              ON `t138`.`window_id` = `t73`.`window_id`
              AND `t138`.`customer_id` = `t73`.`customer_id`
          ) AS `t143`
        ) AS `t148`
          ON `t172`.`window_id` = `t148`.`window_id`
          AND `t172`.`customer_id` = `t148`.`customer_id`
      ) AS `t173`
    ) AS `t175`
    LEFT OUTER JOIN (
      SELECT
        `t150`.`window_id`,
        `t150`.`customer_id`,
        CAST(`t150`.`active_members` AS DOUBLE) AS `active_members`,
        CAST(COALESCE(`t150`.`new_members`, 0) AS DOUBLE) AS `new_members`,
        CAST(`t150`.`lost_members` AS DOUBLE) AS `lost_members`,
        TRY_DIVIDE(CAST(`t150`.`active_members` AS DOUBLE), CAST(`t150`.`ever` AS DOUBLE)) AS `active_member_share`,
        TRY_DIVIDE(CAST(`t150`.`most` AS DOUBLE), CAST(`t150`.`total` AS DOUBLE)) AS `top_member_share`
      FROM (
        SELECT
          `t149`.`window_id`,
          `t149`.`customer_id`,
          `t149`.`active_members`,
          `t149`.`lost_members`,
          `t149`.`most`,
          `t149`.`total`,
          `t149`.`new_members`,
          `t149`.`ever`
        FROM (
          SELECT
            `t144`.`window_id`,
            `t144`.`customer_id`,
            `t144`.`active_members`,
            `t144`.`lost_members`,
            `t144`.`most`,
            `t144`.`total`,
            `t65`.`window_id` AS `window_id__again`,
            `t65`.`customer_id` AS `customer_id__again`,
            `t65`.`new_members`,
            `t65`.`ever`
          FROM (
            SELECT
              `t140`.`window_id`,
              `t140`.`customer_id`,
              `t140`.`active_members`,
              `t140`.`lost_members`,
              `t140`.`most`,
              `t140`.`total`
            FROM (
              SELECT
                `t135`.`window_id`,
                `t135`.`customer_id`,
                `t66`.`window_id` AS `window_id__again`,
                `t66`.`customer_id` AS `customer_id__again`,
                `t66`.`active_members`,
                `t66`.`lost_members`,
                `t66`.`most`,
                `t66`.`total`
              FROM (
                SELECT
                  `t132`.`window_id`,
                  `t132`.`customer_id`
                FROM `t130` AS `t132`
              ) AS `t135`
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
                    `t37`.`window_id`,
                    `t37`.`customer_id`,
                    `t37`.`member_id`,
                    COUNT(*) AS `n`,
                    MIN(`t37`.`age`) AS `newest`
                  FROM (
                    SELECT
                      `t30`.`customer_id`,
                      `t30`.`member_id`,
                      `t30`.`day`,
                      `t30`.`minutes`,
                      `t30`.`events`,
                      `t30`.`window_id`,
                      `t30`.`past_start`,
                      `t30`.`as_of`,
                      DATEDIFF(DAY, `t30`.`day`, `t30`.`as_of`) AS `age`,
                      `t30`.`day` AS `on`
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
                    ) AS `t30`
                    WHERE
                      `t30`.`day` >= `t30`.`past_start`
                  ) AS `t37`
                  GROUP BY
                    1,
                    2,
                    3
                ) AS `t47`
                GROUP BY
                  1,
                  2
              ) AS `t66`
                ON `t135`.`window_id` = `t66`.`window_id`
                AND `t135`.`customer_id` = `t66`.`customer_id`
            ) AS `t140`
          ) AS `t144`
          LEFT OUTER JOIN (
            SELECT
              `t46`.`window_id`,
              `t46`.`customer_id`,
              SUM(CAST(`t46`.`age` <= 30 AS BIGINT)) AS `new_members`,
              COUNT(*) AS `ever`
            FROM (
              SELECT
                `t36`.`customer_id`,
                `t36`.`member_id`,
                `t36`.`first_day`,
                `t36`.`window_id`,
                `t36`.`past_start`,
                `t36`.`as_of`,
                DATEDIFF(DAY, `t36`.`first_day`, `t36`.`as_of`) AS `age`,
                `t36`.`first_day` AS `on`
              FROM (
                SELECT
                  `t24`.`customer_id`,
                  `t24`.`member_id`,
                  `t24`.`first_day`,
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
                ) AS `t24`
                INNER JOIN `in_memory_1` AS `t11`
                  ON `t24`.`first_day` < `t11`.`as_of`
              ) AS `t36`
            ) AS `t46`
            GROUP BY
              1,
              2
          ) AS `t65`
            ON `t144`.`window_id` = `t65`.`window_id`
            AND `t144`.`customer_id` = `t65`.`customer_id`
        ) AS `t149`
      ) AS `t150`
    ) AS `t155`
      ON `t175`.`window_id` = `t155`.`window_id`
      AND `t175`.`customer_id` = `t155`.`customer_id`
  ) AS `t176`
) AS `t177`
