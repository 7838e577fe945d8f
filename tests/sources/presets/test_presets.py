"""Known exports, each by its public schema; one file each."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import pyarrow as pa
import pytest

from valuecast.config import EventsMapping
from valuecast.sources import expressions, presets

SCHEMAS: Mapping[str, tuple[str, str]] = {
    # https://developer.mixpanel.com/reference/raw-event-export
    "events of Mixpanel": ("events", "event time distinct_id $city $browser mp_country_code"),
    "events of Mixpanel, as its export gives them": (
        "e",
        "event properties.time properties.distinct_id properties.$os",
    ),
    # https://fivetran.com/docs/connectors/applications/mixpanel
    "events of Mixpanel, loaded by Fivetran": ("event", "event_id name time distinct_id properties _fivetran_synced"),
    # https://amplitude.com/docs/apis/analytics/export
    "events of Amplitude": (
        "events",
        "amplitude_id app city client_event_time device_id event_id event_time event_type server_upload_time "
        "session_id user_id uuid",
    ),
    # https://posthog.com/docs/data/events
    "events of PostHog": ("events", "uuid event properties timestamp distinct_id elements_chain created_at"),
    # https://segment.com/docs/connections/storage/warehouses/schema/
    "tracks of Segment": (
        "tracks",
        "id anonymous_id user_id event event_text original_timestamp sent_at received_at timestamp context_ip",
    ),
    # https://docs.snowplow.io/docs/fundamentals/canonical-event/
    "events of Snowplow": (
        "atomic_events",
        "app_id platform etl_tstamp collector_tstamp dvce_created_tstamp event event_id user_id domain_userid "
        "network_userid derived_tstamp event_name",
    ),
    # https://support.google.com/analytics/answer/7029846
    "events of Google Analytics 4": (
        "events",
        "event_date event_timestamp event_name event_params event_value_in_usd user_id user_pseudo_id",
    ),
    # https://docs.stripe.com/api/charges/object
    "charges of Stripe": (
        "charges",
        "id object amount amount_captured amount_refunded balance_transaction captured created currency customer "
        "paid refunded status",
    ),
    "charges of Stripe, loaded by Fivetran": (
        "charge",
        "id amount amount_refunded balance_transaction_id captured created currency customer_id paid refunded status",
    ),
    # https://knowledge.hubspot.com/import-and-export/export-records
    "deals of HubSpot": (
        "deals",
        "Record ID|Deal Name|Deal Stage|Pipeline|Close Date|Amount|Associated Company|Associated Company IDs",
    ),
    # https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunity.htm
    "opportunities of Salesforce": ("opportunity", "Id AccountId Name Amount CloseDate StageName IsClosed IsWon"),
    # https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/
    "tickets of Zendesk": (
        "tickets",
        "id url created_at updated_at type subject priority status requester_id organization_id",
    ),
    # https://shopify.dev/docs/api/admin-rest/latest/resources/order
    "orders of Shopify": (
        "orders",
        "id email created_at processed_at total_price total_tax currency financial_status customer_id test",
    ),
    # https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders
    "orders of Shopify, as its export gives them": (
        "orders_export",
        "Name|Email|Financial Status|Paid at|Fulfillment Status|Currency|Subtotal|Taxes|Total|Created at|Lineitem name",
    ),
}


def columns_of(name: str) -> list[str]:
    """The columns of a public schema."""
    written = SCHEMAS[name][1]
    return written.split("|") if "|" in written else written.split()


def test_every_preset_has_a_schema() -> None:
    """None is without a test."""
    assert {preset.name for preset in presets.known()} == set(SCHEMAS)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_known_by_its_public_schema(name: str) -> None:
    """A table of the export is known for what it is, and every setting of its mapping can be read."""
    table, columns = SCHEMAS[name][0], columns_of(name)
    found = presets.match({table: columns, "other": ["id", "name"]})
    assert found is not None
    preset, where = found
    assert (preset.name, where) == (name, table)
    mapping = EventsMapping(**preset.mapping(columns))
    there = {column.lower() for column in columns}
    assert mapping.customer_id.lower() in there
    assert mapping.time.lower() in there
    rows = ibis.memtable(pa.table({column: pa.array([], pa.string()) for column in columns}))
    if mapping.where:
        expressions.condition(rows, mapping.where, "events.where")
    if mapping.amount and mapping.amount.lower() not in there:
        assert {each.lower() for each in expressions.operands(mapping.amount, "events.amount")} <= there


def test_a_table_that_lacks_a_column_is_no_such_export() -> None:
    """All columns by which it is known must be there; the case of letters is no matter."""
    assert presets.match({"charges": ["id", "amount", "created"]}) is None
    found = presets.match({"T": [column.upper() for column in columns_of("events of Amplitude")]})
    assert (
        found is not None
        and found[0].mapping([c.upper() for c in columns_of("events of Amplitude")])["customer_id"] == "USER_ID"
    )
