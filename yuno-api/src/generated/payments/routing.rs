//! Generated from `spec/payments/routing.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// How the route of a payment was chosen.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct RoutingRules {
    /// Whether smart routing picked the provider.
    pub smart_routing: Option<bool>,
    /// Whether a monitor took part and led around a provider with trouble.
    pub monitors: Option<bool>,
    /// The condition of the route that the payment met.
    pub condition: Option<Box<RoutingCondition>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { RoutingRules { smart_routing; monitors; condition; } }

/// The condition of the route that the payment met.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct RoutingCondition {
    /// The condition's number.
    pub id: Option<i64>,
    /// The condition's name in the dashboard.
    pub name: Option<String>,
    /// The condition's description in the dashboard.
    pub description: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { RoutingCondition { id; name; description; } }
