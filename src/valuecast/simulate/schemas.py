"""The columns of every table that `simulate` writes: names, order and types.

The Pendo tables have the columns of dbt_pendo 1.4.0; where that package yields HUGEINT, 64-bit integers stand in.
"""

from __future__ import annotations

import pyarrow as pa

_TYPES = {
    "text": pa.string(),
    "int": pa.int32(),
    "long": pa.int64(),
    "double": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "time": pa.timestamp("us"),
}


def _schema(columns: str) -> pa.Schema:
    pairs = (item.split(":") for item in columns.split())
    return pa.schema([(name, _TYPES[kind]) for name, kind in pairs])


_DAILY_ACCOUNT = """
    source_relation:text date_day:date account_id:text count_active_visitors:long sum_minutes:long sum_events:long
    count_event_records:long count_pages_viewed:long count_features_clicked:long count_page_viewing_visitors:long
    count_feature_clicking_visitors:long
"""
_DAILY_VISITOR = """
    source_relation:text date_day:date visitor_id:text sum_minutes:long sum_events:long count_event_records:long
    count_pages_viewed:long count_features_clicked:long
"""
_ACCOUNT = """
    source_relation:text account_id:text last_updated_at:text account_id_hash:long first_visit_at:text
    last_visit_at:text _fivetran_synced:time latest_account_index:long count_associated_visitors:long
    min_nps_rating:int max_nps_rating:int avg_nps_rating:double count_active_visitors:long
    count_page_viewing_visitors:long count_feature_clicking_visitors:long count_active_days:long
    count_active_months:long sum_minutes:long sum_events:long count_event_records:long
    average_daily_minutes:double average_daily_events:double first_event_on:date last_event_on:date
"""
_VISITOR = """
    source_relation:text visitor_id:text account_id:text first_visit_at:text visitor_id_hash:long
    last_browser_name:text last_browser_version:text last_operating_system:text last_server_name:text
    last_updated_at:text last_user_agent:text last_visit:text n_id:int _fivetran_synced:time
    latest_visitor_index:long count_associated_accounts:long latest_nps_rating:int count_active_days:long
    count_active_months:long sum_minutes:long sum_events:long count_event_records:long
    average_daily_minutes:double average_daily_events:double first_event_on:date last_event_on:date
"""
_FEATURE = """
    source_relation:text feature_id:text app_id:int created_at:time created_by_user_id:long is_dirty:bool
    group_id:text is_core_event:bool last_updated_at:text last_updated_by_user_id:long feature_name:text
    page_id:text root_version_id:text stable_version_id:text valid_through:time _fivetran_synced:time
    product_area_name:text page_name:text page_created_at:time page_valid_through:time app_display_name:text
    app_platform:text created_by_user_full_name:text created_by_user_username:text
    last_updated_by_user_full_name:text last_updated_by_user_username:text count_visitors:long
    count_accounts:long sum_clicks:long count_click_events:long first_click_at:time last_click_at:time
    avg_visitor_minutes:double avg_visitor_events:double
"""
_VISITOR_FEATURE = """
    source_relation:text visitor_id:text feature_id:text feature_name:text product_area_id:text
    product_area_name:text first_click_at:time last_click_at:time sum_clicks:long sum_minutes:long
    avg_daily_minutes:double count_active_days:long count_click_events:long
"""
_FEATURE_EVENT = """
    source_relation:text account_id:text app_id:int feature_id:text num_events:int num_minutes:int remote_ip:text
    server_name:text occurred_at:time user_agent:text visitor_id:text _fivetran_synced:time _fivetran_id:int
    feature_event_key:text previous_feature_id:text previous_feature_event_at:time
    previous_feature_num_minutes:int previous_feature_num_events:int feature_name:text page_id:text
    page_name:text product_area_name:text product_area_id:text app_display_name:text app_platform:text
    previous_feature_name:text previous_feature_page_id:text previous_feature_page_name:text
    previous_feature_product_area_name:text previous_feature_product_area_id:text
"""
_POLL = """
    source_relation:text poll_id:text attribute_display:int follow_up_poll_id:text attribute_max_length:int
    attribute_type:text question:text reset_at:time _fivetran_synced:time
"""
_POLL_EVENT = """
    source_relation:text account_id:text app_id:int country:text guide_id:text guide_step_id:int latitude:double
    longitude:double poll_id:text poll_response:text region:int remote_ip:text server_name:text occurred_at:text
    type:text url:text user_agent:text visitor_id:text _fivetran_synced:time _fivetran_id:int poll_event_key:text
"""

SCHEMAS: dict[str, pa.Schema] = {
    "pendo__account": _schema(_ACCOUNT),
    "pendo__visitor": _schema(_VISITOR),
    "pendo__account_daily_metrics": _schema(_DAILY_ACCOUNT),
    "pendo__visitor_daily_metrics": _schema(_DAILY_VISITOR),
    "pendo__feature": _schema(_FEATURE),
    "pendo__visitor_feature": _schema(_VISITOR_FEATURE),
    "pendo__feature_event": _schema(_FEATURE_EVENT),
    "stg_pendo__poll": _schema(_POLL),
    "stg_pendo__poll_event": _schema(_POLL_EVENT),
    "outcomes": _schema("customer_id:text occurred_on:date kind:text amount:double"),
}

TRUTH_SCHEMAS: dict[str, pa.Schema] = {
    "account_truth": _schema(
        "account_id:text seats:long contract:text renewal_month:int started_on:date price_per_seat:double"
        " intensity:double mood:double last_state:text churned_on:date returned_on:date activity_stopped:bool"
        " expected_minutes_1m:double expected_minutes_3m:double expected_minutes_6m:double"
    ),
    "account_month_truth": _schema(
        "account_id:text month:date state:text adoption:text activity_level:double visitors_present:long"
        " minutes:long expected_minutes:double expected_minutes_next_1m:double expected_minutes_next_3m:double"
        " expected_minutes_next_6m:double"
    ),
    "visitor_truth": _schema(
        "visitor_id:text account_id:text joined_on:date left_after:date visit_rate:double mean_minutes:double"
    ),
}
