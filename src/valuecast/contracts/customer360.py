"""The three customer360 tables: their columns and types, for whoever reads or makes them."""

from __future__ import annotations

from typing import Literal

Kind = Literal["text", "float64", "bool", "instant"]

VALUE = "customer360__customer_value_analysis"
ACTIVITY = "customer360__customer_activity_metrics"
FUNNEL = "customer360__conversion_funnel_analysis"

_NUMBERS = frozenset(
    [
        "account_age_days",
        "active_channel_count",
        "activity_efficiency",
        "activity_momentum",
        "activity_priority_score",
        "adjusted_ltv",
        "awareness_engagement_quality",
        "awareness_to_conversion_speed",
        "churn_probability",
        "composite_engagement_score",
        "concentration_risk",
        "conversion_engagement_quality",
        "conversion_to_support_speed",
        "cross_platform_consistency",
        "cross_stage_engagement_consistency",
        "customer_health_score",
        "days_since_last_activity",
        "drop_off_risk",
        "engagement_velocity",
        "estimated_customer_ltv",
        "estimated_monthly_activities",
        "expected_annual_revenue",
        "expected_optimization_value",
        "frequency_score",
        "funnel_efficiency",
        "intervention_priority",
        "investment_priority_score",
        "journey_completeness_score",
        "journey_efficiency_index",
        "journey_velocity",
        "marketing_depth",
        "marketing_engagement_score",
        "marketing_to_sales_days",
        "monetary_score",
        "months_since_last_activity",
        "next_stage_conversion_probability",
        "portfolio_contribution_pct",
        "potential_revenue_loss",
        "predicted_next_month_activity",
        "predictive_full_journey_probability",
        "recency_score",
        "revenue_risk_percentage",
        "revenue_velocity_monthly",
        "rfm_avg_score",
        "sales_depth",
        "sales_engagement_score",
        "sales_to_support_days",
        "seasonally_adjusted_activity",
        "support_depth",
        "support_engagement_quality",
        "support_engagement_score",
        "upsell_potential",
        "value_stability",
        "weeks_since_last_activity",
        "weighted_engagement_score",
    ]
)
_FLAGS = frozenset(
    [
        "active_180_days",
        "active_30_days",
        "active_365_days",
        "active_60_days",
        "active_90_days",
        "do_not_call",
        "in_marketo",
        "in_stripe",
        "in_zendesk",
        "is_delinquent",
        "is_email_invalid",
        "is_unsubscribed",
        "reached_awareness",
        "reached_conversion",
        "reached_support",
        "zendesk_active",
    ]
)
_INSTANTS = frozenset(
    [
        "activity_analysis_timestamp",
        "analysis_timestamp",
        "customer_first_touchpoint",
        "customer_last_activity",
        "funnel_analysis_timestamp",
    ]
)


def _columns(names: str) -> dict[str, Kind]:
    return {name: _kind(name) for name in names.split()}


def _kind(name: str) -> Kind:
    if name in _NUMBERS:
        return "float64"
    if name in _FLAGS:
        return "bool"
    return "instant" if name in _INSTANTS else "text"


CUSTOMER360: dict[str, dict[str, Kind]] = {
    VALUE: _columns(
        """
        account_age_days acquisition_roi_assessment adjusted_ltv analysis_timestamp churn_probability
        concentration_risk customer_health_score customer_segment customer_tier days_since_last_activity
        development_opportunity estimated_customer_ltv expected_annual_revenue frequency_score
        investment_priority_score investment_recommendation lifecycle_stage marketo_lead_id monetary_score
        portfolio_contribution_pct potential_revenue_loss primary_email primary_organization recency_score
        recommended_engagement_model revenue_risk_percentage revenue_tier rfm_avg_score rfm_score rfm_segment
        risk_category strategic_classification stripe_customer_id success_target upsell_potential value_stability
        zendesk_user_id
        """
    ),
    ACTIVITY: _columns(
        """
        account_age_days active_180_days active_30_days active_365_days active_60_days active_90_days
        active_channel_count activity_analysis_timestamp activity_efficiency activity_grade activity_momentum
        activity_priority_score activity_risk_level composite_engagement_score cross_platform_consistency
        customer_first_touchpoint customer_health_score customer_journey_pattern customer_last_activity
        customer_segment days_since_last_activity do_not_call engagement_maturity engagement_velocity
        estimated_monthly_activities in_marketo in_stripe in_zendesk is_delinquent is_email_invalid is_unsubscribed
        lifecycle_stage marketing_depth marketing_engagement_score marketo_lead_id months_since_last_activity
        predicted_next_month_activity primary_email primary_engagement_channel primary_organization
        recommended_activity_intervention sales_depth sales_engagement_score seasonally_adjusted_activity
        stripe_customer_id support_depth support_engagement_score weeks_since_last_activity
        weighted_engagement_score zendesk_active zendesk_user_id
        """
    ),
    FUNNEL: _columns(
        """
        account_age_days activity_grade awareness_engagement_quality awareness_to_conversion_speed
        conversion_engagement_quality conversion_to_support_speed cross_stage_engagement_consistency
        customer_first_touchpoint customer_journey_pattern customer_last_activity customer_segment customer_tier
        drop_off_risk expected_optimization_value funnel_analysis_timestamp funnel_efficiency
        funnel_performance_grade intervention_priority journey_completeness_score journey_efficiency_index
        journey_velocity lifecycle_stage marketing_to_sales_days marketo_lead_id next_stage_conversion_probability
        optimization_recommendation predictive_full_journey_probability primary_email primary_engagement_channel
        primary_organization reached_awareness reached_conversion reached_support revenue_velocity_monthly
        sales_to_support_days stripe_customer_id success_target support_engagement_quality
        value_realization_pattern weighted_engagement_score zendesk_user_id
        """
    ),
}
"""Columns of each table, in their order, with what each holds."""

TIMESTAMPS = {VALUE: "analysis_timestamp", ACTIVITY: "activity_analysis_timestamp", FUNNEL: "funnel_analysis_timestamp"}
"""The column of each table that says when a snapshot was taken."""

KEY = "primary_email"
TIERS = ("Basic", "Bronze", "Silver", "Gold", "Platinum")
STAGES = ("Activation", "Growth", "Maturity", "Retention", "Dormant")
