SELECT
  `t6`.`window_id`,
  `t6`.`customer_id`,
  `t6`.`value`,
  `t6`.`high_value`,
  `t6`.`part_freshness`,
  `t6`.`part_satisfaction`,
  `t6`.`part_intensity`,
  `t6`.`part_span`
FROM (
  SELECT
    `t5`.`window_id`,
    `t5`.`customer_id`,
    `t5`.`part_freshness`,
    `t5`.`part_satisfaction`,
    `t5`.`part_intensity`,
    `t5`.`part_span`,
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
          ) * 0.2
        ) - 1e-09
      ) AS BIGINT),
      CAST(NULL AS BOOLEAN)
    ) AS `high_value`
  FROM (
    SELECT
      `t4`.`window_id`,
      `t4`.`customer_id`,
      `t4`.`part_freshness`,
      `t4`.`part_satisfaction`,
      `t4`.`part_intensity`,
      `t4`.`part_span`,
      TRY_DIVIDE(
        CAST(CAST(FLOOR(
          (
            (
              `t4`.`part_freshness` + `t4`.`part_satisfaction` + `t4`.`part_intensity` + `t4`.`part_span`
            ) * 1000000000
          ) + 0.5
        ) AS BIGINT) AS DOUBLE),
        1000000000
      ) AS `value`
    FROM (
      SELECT
        `t3`.`window_id`,
        `t3`.`customer_id`,
        IF(`t3`.`active`, `t3`.`scaled_freshness` * 25.0, CAST(NULL AS DOUBLE)) AS `part_freshness`,
        IF(`t3`.`active`, `t3`.`scaled_satisfaction` * 25.0, CAST(NULL AS DOUBLE)) AS `part_satisfaction`,
        IF(`t3`.`active`, `t3`.`scaled_intensity` * 25.0, CAST(NULL AS DOUBLE)) AS `part_intensity`,
        IF(`t3`.`active`, `t3`.`scaled_span` * 25.0, CAST(NULL AS DOUBLE)) AS `part_span`
      FROM (
        SELECT
          `t2`.`window_id`,
          `t2`.`customer_id`,
          `t2`.`active`,
          `t2`.`raw_freshness`,
          `t2`.`raw_satisfaction`,
          `t2`.`raw_intensity`,
          `t2`.`raw_span`,
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
          ) AS `scaled_freshness`,
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
            `t2`.`scaled_intensity`,
            TRY_DIVIDE(
              TRY_DIVIDE(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_intensity` * 1000000000
                ) + 0.5) AS BIGINT)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_intensity`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ),
            0.5
          ) AS `scaled_intensity`,
          COALESCE(
            `t2`.`scaled_span`,
            TRY_DIVIDE(
              TRY_DIVIDE(
                CAST(SUM(CAST(FLOOR((
                  `t2`.`scaled_span` * 1000000000
                ) + 0.5) AS BIGINT)) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) AS DOUBLE),
                1000000000
              ),
              CAST(NULLIF(
                COUNT(`t2`.`scaled_span`) OVER (
                  PARTITION BY `t2`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                0
              ) AS DOUBLE)
            ),
            0.5
          ) AS `scaled_span`
        FROM (
          SELECT
            `t1`.`window_id`,
            `t1`.`customer_id`,
            `t1`.`active`,
            `t1`.`raw_freshness`,
            `t1`.`raw_satisfaction`,
            `t1`.`raw_intensity`,
            `t1`.`raw_span`,
            IF(
              `t1`.`raw_freshness` IS NULL OR ISNAN(`t1`.`raw_freshness`),
              CAST(NULL AS DOUBLE),
              IF(
                MAX(`t1`.`raw_freshness`) OVER (
                  PARTITION BY `t1`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN(`t1`.`raw_freshness`) OVER (
                  PARTITION BY `t1`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                TRY_DIVIDE(
                  MAX(`t1`.`raw_freshness`) OVER (
                    PARTITION BY `t1`.`window_id`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - `t1`.`raw_freshness`,
                  NULLIF(
                    MAX(`t1`.`raw_freshness`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN(`t1`.`raw_freshness`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  )
                ),
                0.0
              )
            ) AS `scaled_freshness`,
            IF(
              `t1`.`raw_satisfaction` IS NULL OR ISNAN(`t1`.`raw_satisfaction`),
              CAST(NULL AS DOUBLE),
              IF(
                MAX(`t1`.`raw_satisfaction`) OVER (
                  PARTITION BY `t1`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) > MIN(`t1`.`raw_satisfaction`) OVER (
                  PARTITION BY `t1`.`window_id`
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ),
                TRY_DIVIDE(
                  `t1`.`raw_satisfaction` - MIN(`t1`.`raw_satisfaction`) OVER (
                    PARTITION BY `t1`.`window_id`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  NULLIF(
                    MAX(`t1`.`raw_satisfaction`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) - MIN(`t1`.`raw_satisfaction`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ),
                    0
                  )
                ),
                0.0
              )
            ) AS `scaled_satisfaction`,
            IF(
              `t1`.`raw_intensity` IS NULL OR ISNAN(`t1`.`raw_intensity`),
              CAST(NULL AS DOUBLE),
              TRY_DIVIDE(
                CAST((
                  RANK() OVER (
                    PARTITION BY `t1`.`window_id`, `t1`.`raw_intensity` IS NOT NULL AND NOT ISNAN(`t1`.`raw_intensity`)
                    ORDER BY `t1`.`raw_intensity` ASC NULLS LAST
                  ) - 1
                ) + CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_intensity` IS NOT NULL AND NOT ISNAN(`t1`.`raw_intensity`)
                      ORDER BY `t1`.`raw_intensity` ASC NULLS LAST
                    ) * COUNT(`t1`.`raw_intensity`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS BIGINT) AS DOUBLE),
                NULLIF(
                  COUNT(`t1`.`raw_intensity`) OVER (
                    PARTITION BY `t1`.`window_id`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) * 2.0
              )
            ) AS `scaled_intensity`,
            IF(
              `t1`.`raw_span` IS NULL OR ISNAN(`t1`.`raw_span`),
              CAST(NULL AS DOUBLE),
              TRY_DIVIDE(
                CAST((
                  RANK() OVER (
                    PARTITION BY `t1`.`window_id`, `t1`.`raw_span` IS NOT NULL AND NOT ISNAN(`t1`.`raw_span`)
                    ORDER BY `t1`.`raw_span` ASC NULLS LAST
                  ) - 1
                ) + CAST(FLOOR(
                  (
                    CUME_DIST() OVER (
                      PARTITION BY `t1`.`window_id`, `t1`.`raw_span` IS NOT NULL AND NOT ISNAN(`t1`.`raw_span`)
                      ORDER BY `t1`.`raw_span` ASC NULLS LAST
                    ) * COUNT(`t1`.`raw_span`) OVER (
                      PARTITION BY `t1`.`window_id`
                      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                    ) * 1
                  ) + 0.5
                ) AS BIGINT) AS DOUBLE),
                NULLIF(
                  COUNT(`t1`.`raw_span`) OVER (
                    PARTITION BY `t1`.`window_id`
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ),
                  0
                ) * 2.0
              )
            ) AS `scaled_span`
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
              ) AS `raw_freshness`,
              IF(
                `t0`.`active`,
                IF(
                  (
                    (
                      `t0`.`latest_rating` - `t0`.`latest_rating`
                    ) = 0
                  )
                  AND (
                    ABS(`t0`.`latest_rating`) <= 1000000000000.0
                  ),
                  `t0`.`latest_rating`,
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS `raw_satisfaction`,
              IF(
                `t0`.`active`,
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
                ),
                CAST(NULL AS DOUBLE)
              ) AS `raw_intensity`,
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
                  CAST(NULL AS DOUBLE)
                ),
                CAST(NULL AS DOUBLE)
              ) AS `raw_span`
            FROM `valuecast_signals` AS `t0`
          ) AS `t1`
        ) AS `t2`
      ) AS `t3`
    ) AS `t4`
  ) AS `t5`
) AS `t6`
