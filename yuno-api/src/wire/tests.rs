//! The driver on small hand-made types: what it takes, what it keeps, what it shows.
// The macros make public types, which nobody outside of this file reaches.
#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub)]

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Decode, Encode as _, Json, OneOrMany, Sensitive, UnknownFields, encode, tables, validate};

#[cfg(feature = "server")]
use super::Patch;

tables::open_enum! { pub enum Colour { Red = "RED", Blue = "BLUE", } }
tables::text! { pub struct ThingId; }

#[derive(Clone, Default)]
pub struct Thing {
    pub id: Option<ThingId>,
    pub type_: Option<Colour>,
    pub count: Option<i64>,
    pub value: Option<Decimal>,
    pub at: Option<Timestamp>,
    pub live: Option<bool>,
    pub secret: Option<Sensitive>,
    pub raw: Option<Json>,
    pub inner: Option<Box<Thing>>,
    pub list: Option<Vec<Thing>>,
    pub names: Option<Vec<String>>,
    pub colours: Option<Vec<Colour>>,
    pub events: Option<OneOrMany<Thing>>,
    pub unknown_fields: UnknownFields,
}
tables::object! { Thing {
    id: required;
    type_ as "type";
    count: range("0", "9");
    value;
    at;
    live;
    secret: length(3, 4);
    raw;
    inner;
    list: max_items(2);
    names;
    colours;
    events;
} }

#[cfg(feature = "server")]
#[derive(Clone)]
pub struct Change {
    pub name: Patch<String>,
    pub inner: Patch<Thing>,
    pub list: Patch<Vec<String>>,
    pub unknown_fields: UnknownFields,
}
#[cfg(feature = "server")]
tables::request! { Change { name; inner; list; } }

fn round(body: &Value) -> (Thing, Value) {
    let thing = Thing::decode(body.to_string().as_bytes()).unwrap();
    let back = serde_json::from_slice(&encode(&thing).unwrap()).unwrap();
    (thing, back)
}

/// Without members that are null: to the API they are absent.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), without_nulls(value)))
            .collect(),
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

#[test]
fn what_fits_is_typed() {
    let body = json!({
        "id": "t1", "type": "RED", "count": 3, "value": 1.5, "at": "2025-01-01T00:00:00Z", "live": true,
        "secret": "abc", "raw": {"a": [1, null]}, "inner": {"id": "t2"}, "list": [{"count": 1}, {}],
        "names": ["a", "b\n"], "colours": ["BLUE"], "events": {"id": "e"}
    });
    let (thing, back) = round(&body);
    assert_eq!(thing.type_, Some(Colour::Red));
    assert_eq!(thing.count, Some(3));
    assert_eq!(thing.names.as_deref(), Some(&["a".to_owned(), "b\n".to_owned()][..]));
    assert_eq!(thing.events.as_ref().map(|events| events.len()), Some(1));
    assert!(thing.unknown_fields.is_empty());
    assert_eq!(back, body);
}

#[test]
fn what_does_not_fit_is_kept_and_written_back() {
    for odd in [
        json!("text"),
        json!(7),
        json!(-7),
        json!(1.25),
        json!(1.0),
        json!(true),
        json!([]),
        json!([1, {"a": 2}]),
        json!({}),
        json!({"new": [1.5, "x"]}),
        json!("RED"),
        json!("12"),
        json!("1.50"),
        json!("true"),
        json!(null),
        json!([null]),
        json!([[]]),
        json!("2025-01-01T00:00:00.100-03:00"),
        json!(12_345_678_901_234_567_890_u64),
    ] {
        for name in [
            "id",
            "type",
            "count",
            "value",
            "at",
            "live",
            "secret",
            "raw",
            "inner",
            "list",
            "names",
            "colours",
            "events",
            "brand_new",
        ] {
            let body = json!({ name: odd, "inner": { name: odd }, "list": [{ name: odd }, odd] });
            let body = if matches!(name, "inner" | "list") { json!({ name: odd }) } else { body };
            let (thing, back) = round(&body);
            assert_eq!(without_nulls(&back), without_nulls(&body), "{name}");
            assert_eq!(thing, thing.clone());
        }
    }
}

#[test]
fn a_respelled_value_is_readable_and_keeps_its_spelling_until_it_is_changed() {
    let mut thing = Thing::decode(br#"{"count": 1.0, "value": "150.00", "live": "true", "id": 5}"#).unwrap();
    assert_eq!((thing.count, thing.live), (Some(1), Some(true)));
    assert_eq!(thing.value, Some(Decimal::new(15000, 2)));
    assert_eq!(thing.id, Some(ThingId::from("5")));
    assert!(thing.unknown_fields.is_empty());
    assert_eq!(encode(&thing).unwrap(), br#"{"id":5,"count":1.0,"value":"150.00","live":"true"}"#);
    thing.count = Some(2);
    thing.value = None;
    assert_eq!(encode(&thing).unwrap(), br#"{"id":5,"count":2,"live":"true"}"#);
}

#[test]
fn no_digit_is_lost() {
    for text in ["150.00", "0.1", "12345678901234.5678", "-0.000000000000000001", "79228162514264337593543950335"] {
        let body = format!(r#"{{"value":{text},"unknown":{text}}}"#);
        let thing = Thing::decode(body.as_bytes()).unwrap();
        assert_eq!(thing.value.unwrap().to_string(), text);
        assert_eq!(encode(&thing).unwrap(), body.as_bytes());
    }
    // More digits than a decimal has: not rounded, kept.
    let body = br#"{"value":1.23456789012345678901234567890123456789}"#;
    let thing = Thing::decode(body).unwrap();
    assert_eq!(thing.value, None);
    assert_eq!(encode(&thing).unwrap(), body);
    let thing = Thing::decode(br#"{"value":1e400}"#).unwrap();
    assert_eq!(encode(&thing).unwrap(), br#"{"value":1e400}"#);
}

#[test]
fn the_last_of_two_members_counts() {
    let thing = Thing::decode(br#"{"count":"x","count":2,"new":1,"new":2}"#).unwrap();
    assert_eq!(encode(&thing).unwrap(), br#"{"count":2,"new":2}"#);
}

#[test]
fn what_is_not_json_is_an_error_with_a_place_and_without_the_body() {
    let error = Thing::decode(br#"{"list":[{"id":"CANARY"},{"count":CANARY}]}"#).unwrap_err();
    assert_eq!(error.path(), "$.list[1].count");
    assert!(!format!("{error} {error:?}").contains("CANARY"));
    for body in [&b""[..], b"[]", b"5", b"null", b"<html>", b"{} {}", b"\xff", b"{\"a\": \"\xff\"}"] {
        assert!(Thing::decode(body).is_err(), "{body:?}");
    }
    let deep = format!("{}{}", r#"{"inner":"#.repeat(5000), "1");
    assert!(Thing::decode(deep.as_bytes()).is_err());
}

#[test]
fn a_free_form_value_may_nest_as_deep_as_it_likes() {
    let deep = format!(r#"{{"raw":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    let thing = Thing::decode(deep.as_bytes()).unwrap();
    assert_eq!(encode(&thing).unwrap(), deep.as_bytes());
    assert_eq!(thing, thing.clone());
}

#[test]
fn a_list_at_the_root_takes_one_object_for_a_list_of_one() {
    assert_eq!(Vec::<Thing>::decode(br#"[{"count":1},{}]"#).unwrap().len(), 2);
    assert_eq!(Vec::<Thing>::decode(br#"{"count":1}"#).unwrap()[0].count, Some(1));
}

#[test]
fn debug_shows_structure_only() {
    let thing = Thing::decode(
        br#"{"id":"CANARY","type":"CANARY","secret":"CANARY","raw":"CANARY","names":["CANARY"],"CANARY":1,
            "inner":{"id":"6c44ed29-cc51-4479-a5eb-108afdaadd50","type":"RED","count":5}}"#,
    )
    .unwrap();
    let shown = format!("{thing:?} {thing:#?}");
    assert!(!shown.contains("CANARY"), "{shown}");
    assert!(shown.contains("6c44ed29-cc51-4479-a5eb-108afdaadd50") && shown.contains("RED"), "{shown}");
}

#[cfg(feature = "server")]
#[test]
fn a_patch_tells_absent_null_and_value_apart() {
    for body in
        [json!({}), json!({"name": null, "inner": null}), json!({"name": "x", "inner": {"count": 1}, "list": ["a"]})]
    {
        let change = Change::decode(body.to_string().as_bytes()).unwrap();
        assert_eq!(serde_json::to_value(&change).unwrap(), body);
    }
}

#[test]
fn limits_are_reported_with_their_paths_and_without_the_value() {
    let thing = Thing::decode(br#"{"id":"x","count":10,"secret":"12345","list":[{"id":"y"},{},{"id":"z"}]}"#).unwrap();
    let found: Vec<String> = validate(&thing).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "$.count is above the greatest value 9",
            "$.secret has 5 characters, the limit is 3 to 4",
            "$.list has 3 items, the limit is at most 2",
            "$.list[1].id is required",
        ]
    );
}

#[test]
fn whatever_was_read_can_be_written_however_deep_it_is() {
    for depth in [50, 99, 100, 101, 120] {
        for (open, close) in
            [(r#"{"inner":"#, "}"), (r#"{"list":["#, "]}"), (r#"{"events":["#, "]}"), (r#"{"events":"#, "}")]
        {
            let body = format!("{}{{}}{}", open.repeat(depth), close.repeat(depth));
            let thing = Thing::decode(body.as_bytes()).unwrap();
            assert_eq!(String::from_utf8(encode(&thing).unwrap()).unwrap(), body, "{depth}");
        }
    }
}

proptest::proptest! {
    /// Bodies are written without serde: what serde writes is the measure.
    #[test]
    fn a_body_is_written_as_serde_writes_it(
        text in "\\PC*|[\\x00-\\x7f]*|.*",
        other in "[\\x00-\\x1f\"\\\\/\\x7f\u{e9}\u{1f980}]*",
        count in proptest::option::of(proptest::num::i64::ANY),
        mantissa in proptest::num::i64::ANY,
        scale in 0_u32..20,
        second in 0_i64..4_000_000_000,
        kept in "[a-z\"\\\\\\n]{0,8}",
    ) {
        let thing = Thing {
            id: Some(text.as_str().into()),
            type_: Some(other.as_str().into()),
            count,
            value: Some(Decimal::new(mantissa, scale)),
            at: Timestamp::from_second(second).ok(),
            live: Some(count.is_some()),
            secret: Some(other.as_str().into()),
            raw: Some(Json::from(json!({ "as it stands": [1.50, text] }))),
            names: Some(vec![other.clone(), text.clone()]),
            list: Some(vec![Thing::default(), Thing { count, ..Thing::default() }]),
            ..Thing::default()
        };
        let thing = Thing {
            inner: Some(Box::new(thing.clone())),
            unknown_fields: UnknownFields::default().with(kept, json!(other)),
            ..thing
        };
        proptest::prop_assert_eq!(String::from_utf8(encode(&thing).unwrap()).unwrap(), serde_json::to_string(&thing).unwrap());
        for list in [vec![], vec![thing.clone()], vec![thing, Thing::default()]] {
            let text = String::from_utf8(Thing::encode_list(&list).unwrap()).unwrap();
            proptest::prop_assert_eq!(&text, &serde_json::to_string(&list).unwrap());
            proptest::prop_assert_eq!(Vec::<Thing>::decode(text.as_bytes()).unwrap(), list);
        }
    }
}
