SELECT
  COUNT(*) AS "rows",
  MIN("t0"."day") AS "first_day",
  MAX("t0"."day") AS "last_day",
  COUNT("t0"."customer_id") AS "customer_id__known",
  COUNT("t0"."day") AS "day__known",
  COUNT("t0"."minutes") AS "minutes__known",
  MIN("t0"."minutes") AS "minutes__least",
  MAX("t0"."minutes") AS "minutes__most",
  COUNT_IF("t0"."minutes" < 0) AS "minutes__negative",
  COUNT_IF("t0"."minutes" > 1440.0) AS "minutes__outside",
  CAST(SUM(CAST(FLOOR((
    "t0"."minutes" * 1000
  ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "minutes__sum",
  COUNT("t0"."events") AS "events__known",
  MIN("t0"."events") AS "events__least",
  MAX("t0"."events") AS "events__most",
  COUNT_IF("t0"."events" < 0) AS "events__negative",
  CAST(SUM(CAST(FLOOR((
    "t0"."events" * 1000
  ) + 0.5) AS BIGINT)) AS DOUBLE) / 1000 AS "events__sum",
  COUNT("t0"."amount") AS "amount__known",
  MIN("t0"."amount") AS "amount__least",
  MAX("t0"."amount") AS "amount__most",
  COUNT("t0"."active_members") AS "active_members__known",
  MIN("t0"."active_members") AS "active_members__least",
  MAX("t0"."active_members") AS "active_members__most",
  COUNT("t0"."value") AS "value__known",
  MIN("t0"."value") AS "value__least",
  MAX("t0"."value") AS "value__most"
FROM "activity" AS "t0"
