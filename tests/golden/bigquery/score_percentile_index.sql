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
      `t5`.`value` IS NOT NULL,
      (
        RANK() OVER (
          PARTITION BY `t5`.`window_id`, `t5`.`value` IS NOT NULL
          ORDER BY `t5`.`value` DESC
        ) - 1
      ) < CAST(CEIL(
        (
          COUNT(`t5`.`value`) OVER (
            PARTITION BY `t5`.`window_id`
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) * 0.25
        ) - 1e-09
      ) AS INT64),
      CAST(NULL AS BOOL)
    ) AS `high_value`
  FROM (
    SELECT
      `t4`.`window_id`,
      `t4`.`customer_id`,
      `t4`.`part_usage`,
      `t4`.`part_breadth`,
      `t4`.`part_satisfaction`,
      `t4`.`part_freshness`,
      ieee_divide(
        CAST(CAST(FLOOR(
          (
            (
              `t4`.`part_usage` + `t4`.`part_breadth` + `t4`.`part_satisfaction` + `t4`.`part_freshness`
            ) * 1000000000
          ) + 0.5
        ) AS INT64) AS FLOAT64),
        1000000000
      ) AS `value`
    FROM (
      SELECT
        `t3`.`window_id`,
        `t3`.`customer_id`,
        IF(`t3`.`active`, `t3`.`scaled_usage` * 25.0, CAST(NULL AS FLOAT64)) AS `part_usage`,
        IF(`t3`.`active`, `t3`.`scaled_breadth` * 25.0, CAST(NULL AS FLOAT64)) AS `part_breadth`,
        IF(`t3`.`active`, `t3`.`scaled_satisfaction` * 25.0, CAST(NULL AS FLOAT64)) AS `part_satisfaction`,
        IF(`t3`.`active`, `t3`.`scaled_freshness` * 25.0, CAST(NULL AS FLOAT64)) AS `part_freshness`
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
            ieee_divide(
              ieee_divide(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_usage` * 1000000000
                ) + 0.5) AS INT64)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS FLOAT64),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_usage`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS FLOAT64)
            ),
            0.5
          ) AS `scaled_usage`,
          COALESCE(
            `t2`.`scaled_breadth`,
            ieee_divide(
              ieee_divide(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_breadth` * 1000000000
                ) + 0.5) AS INT64)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS FLOAT64),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_breadth`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS FLOAT64)
            ),
            0.5
          ) AS `scaled_breadth`,
          COALESCE(
            `t2`.`scaled_satisfaction`,
            ieee_divide(
              ieee_divide(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_satisfaction` * 1000000000
                ) + 0.5) AS INT64)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS FLOAT64),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_satisfaction`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS FLOAT64)
            ),
            0.5
          ) AS `scaled_satisfaction`,
          COALESCE(
            `t2`.`scaled_freshness`,
            ieee_divide(
              ieee_divide(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_freshness` * 1000000000
                ) + 0.5) AS INT64)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS FLOAT64),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_freshness`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS FLOAT64)
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
              `t1`.`raw_usage` IS NULL,
              CAST(NULL AS FLOAT64),
              ieee_divide(
                CAST((
                  RANK() OVER (
                    PARTITION BY `t1`.`window_id`, `t1`.`raw_usage` IS NOT NULL
                    ORDER BY `t1`.`raw_usage` ASC
                  ) - 1
                ) + CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_usage` IS NOT NULL
                      ORDER BY `t1`.`raw_usage` ASC
                    ) * COUNT(`t1`.`raw_usage`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS INT64) AS FLOAT64),
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
              `t1`.`raw_breadth` IS NULL,
              CAST(NULL AS FLOAT64),
              ieee_divide(
                CAST((
                  RANK() OVER (
                    PARTITION BY `t1`.`window_id`, `t1`.`raw_breadth` IS NOT NULL
                    ORDER BY `t1`.`raw_breadth` ASC
                  ) - 1
                ) + CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_breadth` IS NOT NULL
                      ORDER BY `t1`.`raw_breadth` ASC
                    ) * COUNT(`t1`.`raw_breadth`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS INT64) AS FLOAT64),
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
              `t1`.`raw_satisfaction` IS NULL,
              CAST(NULL AS FLOAT64),
              ieee_divide(
                CAST((
                  RANK() OVER (
                    PARTITION BY `t1`.`window_id`, `t1`.`raw_satisfaction` IS NOT NULL
                    ORDER BY `t1`.`raw_satisfaction` ASC
                  ) - 1
                ) + CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_satisfaction` IS NOT NULL
                      ORDER BY `t1`.`raw_satisfaction` ASC
                    ) * COUNT(`t1`.`raw_satisfaction`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS INT64) AS FLOAT64),
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
              `t1`.`raw_freshness` IS NULL,
              CAST(NULL AS FLOAT64),
              ieee_divide(
                CAST((
                  (
                    COUNT(`t1`.`raw_freshness`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 2
                  ) - (
                    RANK() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_freshness` IS NOT NULL
                      ORDER BY `t1`.`raw_freshness` ASC
                    ) - 1
                  )
                ) - CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_freshness` IS NOT NULL
                      ORDER BY `t1`.`raw_freshness` ASC
                    ) * COUNT(`t1`.`raw_freshness`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS INT64) AS FLOAT64),
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
                  CAST(NULL AS FLOAT64)
                ),
                CAST(NULL AS FLOAT64)
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
                  CAST(NULL AS FLOAT64)
                ),
                CAST(NULL AS FLOAT64)
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
                  CAST(NULL AS FLOAT64)
                ),
                CAST(NULL AS FLOAT64)
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
                  CAST(NULL AS FLOAT64)
                ),
                CAST(NULL AS FLOAT64)
              ) AS `raw_freshness`
            FROM `valuecast_signals` AS `t0`
          ) AS `t1`
        ) AS `t2`
      ) AS `t3`
    ) AS `t4`
  ) AS `t5`
) AS `t6`
