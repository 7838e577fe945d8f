SELECT
  `t6`.`window_id`,
  `t6`.`customer_id`,
  `t6`.`value`,
  `t6`.`high_value`,
  `t6`.`part_duration`,
  `t6`.`part_frequency`,
  `t6`.`part_satisfaction`
FROM (
  SELECT
    `t5`.`window_id`,
    `t5`.`customer_id`,
    `t5`.`part_duration`,
    `t5`.`part_frequency`,
    `t5`.`part_satisfaction`,
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
          ) * 0.2
        ) - 1e-09
      ) AS INT64),
      CAST(NULL AS BOOL)
    ) AS `high_value`
  FROM (
    SELECT
      `t4`.`window_id`,
      `t4`.`customer_id`,
      `t4`.`part_duration`,
      `t4`.`part_frequency`,
      `t4`.`part_satisfaction`,
      ieee_divide(
        CAST(CAST(FLOOR(
          (
            (
              `t4`.`part_duration` + `t4`.`part_frequency` + `t4`.`part_satisfaction`
            ) * 1000000000
          ) + 0.5
        ) AS INT64) AS FLOAT64),
        1000000000
      ) AS `value`
    FROM (
      SELECT
        `t3`.`window_id`,
        `t3`.`customer_id`,
        IF(`t3`.`active`, `t3`.`scaled_duration` * 1.3333333333333333, CAST(NULL AS FLOAT64)) AS `part_duration`,
        IF(`t3`.`active`, `t3`.`scaled_frequency` * 1.3333333333333333, CAST(NULL AS FLOAT64)) AS `part_frequency`,
        IF(
          `t3`.`active`,
          `t3`.`scaled_satisfaction` * 1.3333333333333333,
          CAST(NULL AS FLOAT64)
        ) AS `part_satisfaction`
      FROM (
        SELECT
          `t2`.`window_id`,
          `t2`.`customer_id`,
          `t2`.`active`,
          `t2`.`raw_duration`,
          `t2`.`raw_frequency`,
          `t2`.`raw_satisfaction`,
          COALESCE(
            `t2`.`scaled_duration`,
            ieee_divide(
              ieee_divide(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_duration` * 1000000000
                ) + 0.5) AS INT64)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS FLOAT64),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_duration`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS FLOAT64)
            ),
            3.0
          ) AS `scaled_duration`,
          COALESCE(
            `t2`.`scaled_frequency`,
            ieee_divide(
              ieee_divide(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_frequency` * 1000000000
                ) + 0.5) AS INT64)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS FLOAT64),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_frequency`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS FLOAT64)
            ),
            3.0
          ) AS `scaled_frequency`,
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
            3.0
          ) AS `scaled_satisfaction`
        FROM (
          SELECT
            `t1`.`window_id`,
            `t1`.`customer_id`,
            `t1`.`active`,
            `t1`.`raw_duration`,
            `t1`.`raw_frequency`,
            `t1`.`raw_satisfaction`,
            IF(
              `t1`.`raw_duration` IS NULL,
              CAST(NULL AS FLOAT64),
              CAST(CAST(FLOOR(
                ieee_divide(
                  CAST((
                    RANK() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_duration` IS NOT NULL
                      ORDER BY `t1`.`raw_duration` ASC
                    ) - 1
                  ) + CAST(FLOOR(
                    (
                      CUME_DIST() OVER (
                        PARTITION BY `t1`.`window_id`, `t1`.`raw_duration` IS NOT NULL
                        ORDER BY `t1`.`raw_duration` ASC
                      ) * COUNT(`t1`.`raw_duration`) OVER (
                        PARTITION BY `t1`.`window_id`
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) * 1
                    ) + 0.5
                  ) AS INT64) AS FLOAT64) * 5.0,
                  NULLIF(
                    COUNT(`t1`.`raw_duration`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) * 2.0
                )
              ) AS INT64) AS FLOAT64) + 1.0
            ) AS `scaled_duration`,
            IF(
              `t1`.`raw_frequency` IS NULL,
              CAST(NULL AS FLOAT64),
              CAST(CAST(FLOOR(
                ieee_divide(
                  CAST((
                    RANK() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_frequency` IS NOT NULL
                      ORDER BY `t1`.`raw_frequency` ASC
                    ) - 1
                  ) + CAST(FLOOR(
                    (
                      CUME_DIST() OVER (
                        PARTITION BY `t1`.`window_id`, `t1`.`raw_frequency` IS NOT NULL
                        ORDER BY `t1`.`raw_frequency` ASC
                      ) * COUNT(`t1`.`raw_frequency`) OVER (
                        PARTITION BY `t1`.`window_id`
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) * 1
                    ) + 0.5
                  ) AS INT64) AS FLOAT64) * 5.0,
                  NULLIF(
                    COUNT(`t1`.`raw_frequency`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) * 2.0
                )
              ) AS INT64) AS FLOAT64) + 1.0
            ) AS `scaled_frequency`,
            IF(
              `t1`.`raw_satisfaction` IS NULL,
              CAST(NULL AS FLOAT64),
              CAST(CAST(FLOOR(
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
                  ) AS INT64) AS FLOAT64) * 5.0,
                  NULLIF(
                    COUNT(`t1`.`raw_satisfaction`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  ) * 2.0
                )
              ) AS INT64) AS FLOAT64) + 1.0
            ) AS `scaled_satisfaction`
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
              ) AS `raw_duration`,
              IF(
                `t0`.`active`,
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
                  CAST(NULL AS FLOAT64)
                ),
                CAST(NULL AS FLOAT64)
              ) AS `raw_frequency`,
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
              ) AS `raw_satisfaction`
            FROM `valuecast_signals` AS `t0`
          ) AS `t1`
        ) AS `t2`
      ) AS `t3`
    ) AS `t4`
  ) AS `t5`
) AS `t6`
