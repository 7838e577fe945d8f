SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t25`.`window_id`,
      `t25`.`met`,
      `t25`.`n`,
      `t25`.`up_to`,
      `t25`.`known`,
      'minutes' AS `signal`
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
          `t13`.`window_id`,
          `t13`.`met`,
          `t13`.`n`,
          CAST(SUM(`t13`.`n`) OVER (
            PARTITION BY `t13`.`window_id`
            ORDER BY `t13`.`met` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS DOUBLE) AS `up_to`
        FROM (
          SELECT
            `t7`.`window_id`,
            `t7`.`met`,
            COUNT(*) AS `n`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t0`.`window_id`,
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
                ) AS `met`
              FROM `valuecast_signals` AS `t0`
              WHERE
                `t0`.`active`
            ) AS `t1`
            WHERE
              `t1`.`met` IS NOT NULL AND NOT ISNAN(`t1`.`met`)
          ) AS `t7`
          GROUP BY
            1,
            2
        ) AS `t13`
      ) AS `t19`
    ) AS `t25`
  ) AS `t31`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t26`.`window_id`,
      `t26`.`met`,
      `t26`.`n`,
      `t26`.`up_to`,
      `t26`.`known`,
      'value' AS `signal`
    FROM (
      SELECT
        `t20`.`window_id`,
        `t20`.`met`,
        `t20`.`n`,
        `t20`.`up_to`,
        MAX(`t20`.`up_to`) OVER (
          PARTITION BY `t20`.`window_id`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `known`
      FROM (
        SELECT
          `t14`.`window_id`,
          `t14`.`met`,
          `t14`.`n`,
          CAST(SUM(`t14`.`n`) OVER (
            PARTITION BY `t14`.`window_id`
            ORDER BY `t14`.`met` ASC NULLS LAST
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
          ) AS DOUBLE) AS `up_to`
        FROM (
          SELECT
            `t8`.`window_id`,
            `t8`.`met`,
            COUNT(*) AS `n`
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t0`.`window_id`,
                IF(
                  (
                    (
                      `t0`.`value` - `t0`.`value`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`value`) <= 1000000000000.0
                  ),
                  `t0`.`value`,
                  CAST(NULL AS DOUBLE)
                ) AS `met`
              FROM `valuecast_signals` AS `t0`
              WHERE
                `t0`.`active`
            ) AS `t2`
            WHERE
              `t2`.`met` IS NOT NULL AND NOT ISNAN(`t2`.`met`)
          ) AS `t8`
          GROUP BY
            1,
            2
        ) AS `t14`
      ) AS `t20`
    ) AS `t26`
  ) AS `t32`
) AS `t37`
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t27`.`window_id`,
        `t27`.`met`,
        `t27`.`n`,
        `t27`.`up_to`,
        `t27`.`known`,
        'active_days' AS `signal`
      FROM (
        SELECT
          `t21`.`window_id`,
          `t21`.`met`,
          `t21`.`n`,
          `t21`.`up_to`,
          MAX(`t21`.`up_to`) OVER (
            PARTITION BY `t21`.`window_id`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `known`
        FROM (
          SELECT
            `t15`.`window_id`,
            `t15`.`met`,
            `t15`.`n`,
            CAST(SUM(`t15`.`n`) OVER (
              PARTITION BY `t15`.`window_id`
              ORDER BY `t15`.`met` ASC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS DOUBLE) AS `up_to`
          FROM (
            SELECT
              `t9`.`window_id`,
              `t9`.`met`,
              COUNT(*) AS `n`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t0`.`window_id`,
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
                  ) AS `met`
                FROM `valuecast_signals` AS `t0`
                WHERE
                  `t0`.`active`
              ) AS `t3`
              WHERE
                `t3`.`met` IS NOT NULL AND NOT ISNAN(`t3`.`met`)
            ) AS `t9`
            GROUP BY
              1,
              2
          ) AS `t15`
        ) AS `t21`
      ) AS `t27`
    ) AS `t33`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t28`.`window_id`,
        `t28`.`met`,
        `t28`.`n`,
        `t28`.`up_to`,
        `t28`.`known`,
        'days_since_last' AS `signal`
      FROM (
        SELECT
          `t22`.`window_id`,
          `t22`.`met`,
          `t22`.`n`,
          `t22`.`up_to`,
          MAX(`t22`.`up_to`) OVER (
            PARTITION BY `t22`.`window_id`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `known`
        FROM (
          SELECT
            `t16`.`window_id`,
            `t16`.`met`,
            `t16`.`n`,
            CAST(SUM(`t16`.`n`) OVER (
              PARTITION BY `t16`.`window_id`
              ORDER BY `t16`.`met` ASC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS DOUBLE) AS `up_to`
          FROM (
            SELECT
              `t10`.`window_id`,
              `t10`.`met`,
              COUNT(*) AS `n`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t0`.`window_id`,
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
                  ) AS `met`
                FROM `valuecast_signals` AS `t0`
                WHERE
                  `t0`.`active`
              ) AS `t4`
              WHERE
                `t4`.`met` IS NOT NULL AND NOT ISNAN(`t4`.`met`)
            ) AS `t10`
            GROUP BY
              1,
              2
          ) AS `t16`
        ) AS `t22`
      ) AS `t28`
    ) AS `t34`
  ) AS `t38`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t29`.`window_id`,
        `t29`.`met`,
        `t29`.`n`,
        `t29`.`up_to`,
        `t29`.`known`,
        'features_used' AS `signal`
      FROM (
        SELECT
          `t23`.`window_id`,
          `t23`.`met`,
          `t23`.`n`,
          `t23`.`up_to`,
          MAX(`t23`.`up_to`) OVER (
            PARTITION BY `t23`.`window_id`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS `known`
        FROM (
          SELECT
            `t17`.`window_id`,
            `t17`.`met`,
            `t17`.`n`,
            CAST(SUM(`t17`.`n`) OVER (
              PARTITION BY `t17`.`window_id`
              ORDER BY `t17`.`met` ASC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            ) AS DOUBLE) AS `up_to`
          FROM (
            SELECT
              `t11`.`window_id`,
              `t11`.`met`,
              COUNT(*) AS `n`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t0`.`window_id`,
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
                  ) AS `met`
                FROM `valuecast_signals` AS `t0`
                WHERE
                  `t0`.`active`
              ) AS `t5`
              WHERE
                `t5`.`met` IS NOT NULL AND NOT ISNAN(`t5`.`met`)
            ) AS `t11`
            GROUP BY
              1,
              2
          ) AS `t17`
        ) AS `t23`
      ) AS `t29`
    ) AS `t35`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t30`.`window_id`,
        `t30`.`met`,
        `t30`.`n`,
        `t30`.`up_to`,
        `t30`.`known`,
        'mean_rating' AS `signal`
      FROM (
        SELECT
          `t24`.`window_id`,
          `t24`.`met`,
          `t24`.`n`,
          `t24`.`up_to`,
          MAX(`t24`.`up_to`) OVER (
            PARTITION BY `t24`.`window_id`
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
              `t12`.`window_id`,
              `t12`.`met`,
              COUNT(*) AS `n`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  `t0`.`window_id`,
                  IF(
                    (
                      (
                        `t0`.`mean_rating` - `t0`.`mean_rating`
                      ) = 0
                    )
                    AND (
                      ABS(`t0`.`mean_rating`) <= 1000000000000.0
                    ),
                    `t0`.`mean_rating`,
                    CAST(NULL AS DOUBLE)
                  ) AS `met`
                FROM `valuecast_signals` AS `t0`
                WHERE
                  `t0`.`active`
              ) AS `t6`
              WHERE
                `t6`.`met` IS NOT NULL AND NOT ISNAN(`t6`.`met`)
            ) AS `t12`
            GROUP BY
              1,
              2
          ) AS `t18`
        ) AS `t24`
      ) AS `t30`
    ) AS `t36`
  ) AS `t39`
) AS `t40`
