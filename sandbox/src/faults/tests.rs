//! Which calls a plan strikes.
#![allow(clippy::unwrap_used)]

use super::*;

fn plan(faults: impl IntoIterator<Item = Fault>) -> Plan {
    let mut plan = Plan::default();
    for fault in faults {
        plan.arm(fault).unwrap();
    }
    plan
}

fn names(plan: &mut Plan, operation: &str, calls: usize) -> Vec<Option<&'static str>> {
    (0..calls).map(|_| plan.draw(operation).fault.as_ref().map(Kind::name)).collect()
}

#[test]
fn strikes_as_often_as_it_was_told_and_no_other_operation() {
    let mut plan = plan([Fault::truncated_body().on("payments.create").times(2)]);
    assert_eq!(names(&mut plan, "payments.retrieve", 1), [None]);
    assert_eq!(names(&mut plan, "payments.create", 3), [Some("truncated_body"), Some("truncated_body"), None]);
    assert!(plan.armed().is_empty());
}

#[test]
fn faults_come_in_the_order_in_which_they_were_armed() {
    let mut plan = plan([Fault::server_error(500), Fault::html_body()]);
    assert_eq!(names(&mut plan, "payments.create", 3), [Some("server_error"), Some("html_body"), None]);
}

#[test]
fn a_latency_goes_with_another_fault() {
    let mut plan = plan([Fault::latency(Latency::Fixed { ms: 30 }), Fault::reset_after_acting()]);
    let drawn = plan.draw("payments.create");
    assert_eq!((drawn.latency, drawn.fault), (Duration::from_millis(30), Some(Kind::ResetAfterActing)));
}

#[test]
fn a_seed_makes_the_same_choices_in_the_same_measure() {
    let draw = |seed| names(&mut plan([Fault::malformed_body().with_probability(0.25, seed)]), "payments.create", 4000);
    assert_eq!(draw(7), draw(7));
    assert_ne!(draw(7), draw(8));
    let struck = draw(7).into_iter().flatten().count();
    assert!((900..1100).contains(&struck), "{struck}");
}

#[test]
fn latencies_keep_to_their_distribution() {
    let times = |latency| {
        let mut plan = plan([Fault::latency(latency).with_probability(1.0, 3)]);
        (0..4000).map(|_| plan.draw("payments.create").latency).collect::<Vec<_>>()
    };
    let uniform = times(Latency::Uniform { from_ms: 10, to_ms: 20 });
    assert_eq!(uniform.iter().min(), Some(&Duration::from_millis(10)));
    assert_eq!(uniform.iter().max(), Some(&Duration::from_millis(20)));
    let exponential = times(Latency::Exponential { mean_ms: 100 });
    let mean = exponential.iter().sum::<Duration>() / 4000;
    assert!((95..105).contains(&mean.as_millis()), "{mean:?}");
    assert!(exponential.iter().any(|it| it.as_millis() > 300));
}

#[test]
fn refuses_what_can_never_happen() {
    for fault in [
        Fault::html_body().on("payments.creat"),
        Fault::html_body().with_probability(1.5, 0),
        Fault::html_body().with_probability(f64::NAN, 0),
        Fault::server_error(200),
        Fault::latency(Latency::Uniform { from_ms: 2, to_ms: 1 }),
        Fault::latency(Latency::Fixed { ms: u64::MAX }),
    ] {
        assert!(Plan::default().arm(fault.clone()).is_err(), "{fault:?}");
    }
    assert!(serde_json::from_str::<Fault>(r#"{"fault": "html_body", "oparation": "payments.create"}"#).is_err());
}

#[test]
fn survives_a_snapshot_in_the_middle_of_its_choices() {
    let mut first = plan([Fault::html_body().with_probability(0.5, 9)]);
    names(&mut first, "payments.create", 10);
    let mut second: Plan = serde_json::from_str(&serde_json::to_string(&first).unwrap()).unwrap();
    assert_eq!(names(&mut first, "payments.create", 50), names(&mut second, "payments.create", 50));
}
