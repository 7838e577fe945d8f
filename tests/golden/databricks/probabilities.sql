SELECT
  `t2`.`customer_id`,
  `t2`.`probability`,
  `t2`.`probability` >= 0.625 AS `high_value`,
  CASE
    WHEN `t2`.`probability` >= 0.625
    THEN 'short list'
    WHEN `t2`.`probability` >= 0.375
    THEN 'long list'
    ELSE 'not listed'
  END AS `tier`
FROM (
  SELECT
    `t1`.`customer_id`,
    IF(
      `t1`.`raw` < 0.5,
      IF(
        `t1`.`raw` < 0.25,
        (
          (
            LEAST(GREATEST(`t1`.`raw`, 0.125), 0.25) - 0.125
          ) * 1.5
        ) + 0.0625,
        (
          (
            LEAST(GREATEST(`t1`.`raw`, 0.25), 0.5) - 0.25
          ) * 1.0
        ) + 0.25
      ),
      (
        (
          LEAST(GREATEST(`t1`.`raw`, 0.5), 0.875) - 0.5
        ) * 0.6666666666666666
      ) + 0.5
    ) AS `probability`
  FROM (
    SELECT
      `t0`.`customer_id`,
      `t0`.`odds`,
      TRY_DIVIDE(1.0, EXP(-(
        LEAST(GREATEST(`t0`.`odds`, -500.0), 500.0)
      )) + 1.0) AS `raw`
    FROM `valuecast_odds` AS `t0`
  ) AS `t1`
) AS `t2`
