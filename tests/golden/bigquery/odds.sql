SELECT
  `t1`.`customer_id`,
  (
    ieee_divide(COALESCE(LN(IF(`t1`.`value` < 0, 0.0, `t1`.`value`) + 1.0), 2.5) - 3.0, 1.5) * 0.75
  ) + (
    ieee_divide(COALESCE(`t1`.`latest_rating`, 8.0) - 7.5, 2.0) * 0.5
  ) + (
    (
      ieee_divide(CAST(IF(`t1`.`latest_rating` IS NULL, 1, 0) AS FLOAT64) - 0.25, 0.5) * -0.25
    ) + -1.5
  ) AS `odds`
FROM (
  SELECT
    `t0`.`customer_id`,
    IF((
      `t0`.`value` - `t0`.`value`
    ) = 0, `t0`.`value`, CAST(NULL AS FLOAT64)) AS `value`,
    IF(
      (
        `t0`.`latest_rating` - `t0`.`latest_rating`
      ) = 0,
      `t0`.`latest_rating`,
      CAST(NULL AS FLOAT64)
    ) AS `latest_rating`
  FROM `valuecast_signals` AS `t0`
) AS `t1`
