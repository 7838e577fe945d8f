SELECT
  `t6`.`window_id`,
  `t6`.`customer_id`,
  `t6`.`value`,
  `t6`.`high_value`,
  `t6`.`part_usage`,
  `t6`.`part_breadth`,
  `t6`.`part_satisfaction`,
  `t6`.`part_freshness`
FROM (
  SELECT
    `t5`.`window_id`,
    `t5`.`customer_id`,
    `t5`.`part_usage`,
    `t5`.`part_breadth`,
    `t5`.`part_satisfaction`,
    `t5`.`part_freshness`,
    `t5`.`value`,
    IF(
      `t5`.`value` IS NOT NULL AND NOT ISNAN(`t5`.`value`),
      (
        RANK() OVER (
          PARTITION BY `t5`.`window_id`, `t5`.`value` IS NOT NULL AND NOT ISNAN(`t5`.`value`)
          ORDER BY `t5`.`value` DESC
        ) - 1
      ) < CAST(CEIL(
        (
          COUNT(`t5`.`value`) OVER (
            PARTITION BY `t5`.`window_id`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) * 0.25
        ) - 1e-09
      ) AS BIGINT),
      CAST(NULL AS BOOLEAN)
    ) AS `high_value`
  FROM (
    SELECT
      `t4`.`window_id`,
      `t4`.`customer_id`,
      `t4`.`part_usage`,
      `t4`.`part_breadth`,
      `t4`.`part_satisfaction`,
      `t4`.`part_freshness`,
      TRY_DIVIDE(
        CAST(CAST(FLOOR(
          (
            (
              `t4`.`part_usage` + `t4`.`part_breadth` + `t4`.`part_satisfaction` + `t4`.`part_freshness`
            ) * 1000000000
          ) + 0.5
        ) AS BIGINT) AS DOUBLE),
        1000000000
      ) AS `value`
    FROM (
      SELECT
        `t3`.`window_id`,
        `t3`.`customer_id`,
        IF(`t3`.`active`, `t3`.`scaled_usage` * 25.0, CAST(NULL AS DOUBLE)) AS `part_usage`,
        IF(`t3`.`active`, `t3`.`scaled_breadth` * 25.0, CAST(NULL AS DOUBLE)) AS `part_breadth`,
        IF(`t3`.`active`, `t3`.`scaled_satisfaction` * 25.0, CAST(NULL AS DOUBLE)) AS `part_satisfaction`,
        IF(`t3`.`active`, `t3`.`scaled_freshness` * 25.0, CAST(NULL AS DOUBLE)) AS `part_freshness`
      FROM (
        SELECT
          `t2`.`window_id`,
          `t2`.`customer_id`,
          `t2`.`active`,
          `t2`.`raw_usage`,
          `t2`.`raw_breadth`,
          `t2`.`raw_satisfaction`,
          `t2`.`raw_freshness`,
          COALESCE(
            `t2`.`scaled_usage`,
            TRY_DIVIDE(
              TRY_DIVIDE(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_usage` * 1000000000
                ) + 0.5) AS BIGINT)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_usage`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ),
            0.5
          ) AS `scaled_usage`,
          COALESCE(
            `t2`.`scaled_breadth`,
            TRY_DIVIDE(
              TRY_DIVIDE(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_breadth` * 1000000000
                ) + 0.5) AS BIGINT)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_breadth`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ),
            0.5
          ) AS `scaled_breadth`,
          COALESCE(
            `t2`.`scaled_satisfaction`,
            TRY_DIVIDE(
              TRY_DIVIDE(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_satisfaction` * 1000000000
                ) + 0.5) AS BIGINT)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_satisfaction`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ),
            0.5
          ) AS `scaled_satisfaction`,
          COALESCE(
            `t2`.`scaled_freshness`,
            TRY_DIVIDE(
              TRY_DIVIDE(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_freshness` * 1000000000
                ) + 0.5) AS BIGINT)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_freshness`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ),
            0.5
          ) AS `scaled_freshness`
        FROM (
          SELECT
            `t1`.`window_id`,
            `t1`.`customer_id`,
            `t1`.`active`,
            `t1`.`raw_usage`,
            `t1`.`raw_breadth`,
            `t1`.`raw_satisfaction`,
            `t1`.`raw_freshness`,
            IF(
              `t1`.`raw_usage` IS NULL OR ISNAN(`t1`.`raw_usage`),
              CAST(NULL AS DOUBLE),
              TRY_DIVIDE(
                CAST((
                  RANK() OVER (
                    PARTITION BY `t1`.`window_id`, `t1`.`raw_usage` IS NOT NULL AND NOT ISNAN(`t1`.`raw_usage`)
                    ORDER BY `t1`.`raw_usage` ASC NULLS LAST
                  ) - 1
                ) + CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_usage` IS NOT NULL AND NOT ISNAN(`t1`.`raw_usage`)
                      ORDER BY `t1`.`raw_usage` ASC NULLS LAST
                    ) * COUNT(`t1`.`raw_usage`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS BIGINT) AS DOUBLE),
                NULLIF(
                  COUNT(`t1`.`raw_usage`) OVER (
                    PARTITION BY `t1`.`window_id`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) * 2.0
              )
            ) AS `scaled_usage`,
            IF(
              `t1`.`raw_breadth` IS NULL OR ISNAN(`t1`.`raw_breadth`),
              CAST(NULL AS DOUBLE),
              TRY_DIVIDE(
                CAST((
                  RANK() OVER (
                    PARTITION BY `t1`.`window_id`, `t1`.`raw_breadth` IS NOT NULL AND NOT ISNAN(`t1`.`raw_breadth`)
                    ORDER BY `t1`.`raw_breadth` ASC NULLS LAST
                  ) - 1
                ) + CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_breadth` IS NOT NULL AND NOT ISNAN(`t1`.`raw_breadth`)
                      ORDER BY `t1`.`raw_breadth` ASC NULLS LAST
                    ) * COUNT(`t1`.`raw_breadth`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS BIGINT) AS DOUBLE),
                NULLIF(
                  COUNT(`t1`.`raw_breadth`) OVER (
                    PARTITION BY `t1`.`window_id`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) * 2.0
              )
            ) AS `scaled_breadth`,
            IF(
              `t1`.`raw_satisfaction` IS NULL OR ISNAN(`t1`.`raw_satisfaction`),
              CAST(NULL AS DOUBLE),
              TRY_DIVIDE(
                CAST((
                  RANK() OVER (
                    PARTITION BY `t1`.`window_id`, `t1`.`raw_satisfaction` IS NOT NULL AND NOT ISNAN(`t1`.`raw_satisfaction`)
                    ORDER BY `t1`.`raw_satisfaction` ASC NULLS LAST
                  ) - 1
                ) + CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_satisfaction` IS NOT NULL AND NOT ISNAN(`t1`.`raw_satisfaction`)
                      ORDER BY `t1`.`raw_satisfaction` ASC NULLS LAST
                    ) * COUNT(`t1`.`raw_satisfaction`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS BIGINT) AS DOUBLE),
                NULLIF(
                  COUNT(`t1`.`raw_satisfaction`) OVER (
                    PARTITION BY `t1`.`window_id`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) * 2.0
              )
            ) AS `scaled_satisfaction`,
            IF(
              `t1`.`raw_freshness` IS NULL OR ISNAN(`t1`.`raw_freshness`),
              CAST(NULL AS DOUBLE),
              TRY_DIVIDE(
                CAST((
                  (
                    COUNT(`t1`.`raw_freshness`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 2
                  ) - (
                    RANK() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_freshness` IS NOT NULL AND NOT ISNAN(`t1`.`raw_freshness`)
                      ORDER BY `t1`.`raw_freshness` ASC NULLS LAST
                    ) - 1
                  )
                ) - CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_freshness` IS NOT NULL AND NOT ISNAN(`t1`.`raw_freshness`)
                      ORDER BY `t1`.`raw_freshness` ASC NULLS LAST
                    ) * COUNT(`t1`.`raw_freshness`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS BIGINT) AS DOUBLE),
                NULLIF(
                  COUNT(`t1`.`raw_freshness`) OVER (
                    PARTITION BY `t1`.`window_id`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) * 2.0
              )
            ) AS `scaled_freshness`
          FROM (
            SELECT
              `t0`.`window_id`,
              `t0`.`customer_id`,
              `t0`.`active`,
              IF(
                `t0`.`active`,
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
                ),
                CAST(NULL AS DOUBLE)
              ) AS `raw_usage`,
              IF(
                `t0`.`active`,
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
                ),
                CAST(NULL AS DOUBLE)
              ) AS `raw_breadth`,
              IF(
                `t0`.`active`,
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
                ),
                CAST(NULL AS DOUBLE)
              ) AS `raw_satisfaction`,
              IF(
                `t0`.`active`,
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
                ),
                CAST(NULL AS DOUBLE)
              ) AS `raw_freshness`
            FROM `valuecast_signals` AS `t0`
          ) AS `t1`
        ) AS `t2`
      ) AS `t3`
    ) AS `t4`
  ) AS `t5`
) AS `t6`
