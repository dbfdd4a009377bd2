//! Finding, among the payments of an order, the one that an earlier attempt of ours made.
//!
//! Creating a payment is the one call where a repeat can charge a person twice, and sources disagree on whether the API
//! recognises repeats of it by their idempotency key. So the payments of the order are looked at before any repeat:
//!
//! - One that holds **our key** is ours.
//! - One that holds **another key** is another attempt, which the merchant made on purpose, and not ours.
//! - One that holds **no key** is ours if it was made since our first attempt, or at most five minutes before it: the
//!   clocks of two machines differ. Taking an attempt of a few minutes ago for ours reports a payment of the same order
//!   that does exist; missing ours charges the person a second time. The first can be mended.
//! - Where that cannot be judged, nothing is sent again.

use std::time::Duration;

use http::{HeaderMap, header};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde_json::{Value, value::RawValue};

use crate::error::FirstSent;

/// How far apart the clocks of two machines may be.
const SKEW: Duration = Duration::from_secs(5 * 60);

/// What is looked for.
pub(super) struct Wanted<'a> {
    pub(super) key: &'a str,
    pub(super) field: &'a str,
    pub(super) value: &'a str,
    pub(super) first_sent: FirstSent,
}

/// What the answer of a lookup says.
#[derive(Debug, PartialEq)]
pub(super) enum Found {
    /// The payment's JSON.
    One(String),
    /// Nothing was made.
    Nothing,
    /// Not an answer to the question: asking again may help.
    Unreadable,
    /// An answer that leaves it open: asking again does not help.
    Open,
}

/// Judges the answer of a lookup.
pub(super) fn judge(body: &[u8], headers: &HeaderMap, wanted: &Wanted<'_>) -> Found {
    let elements: Vec<&RawValue> = match body.trim_ascii_start().first() {
        Some(b'[') => match serde_json::from_slice(body) {
            Ok(elements) => elements,
            Err(_) => return Found::Unreadable,
        },
        Some(b'{') => match serde_json::from_slice(body) {
            Ok(element) => vec![element],
            Err(_) => return Found::Unreadable,
        },
        _ => return Found::Unreadable,
    };
    let since = earliest(headers, wanted.first_sent);
    let mut ours: Option<(bool, Timestamp, &RawValue)> = None;
    let mut open = false;
    for raw in elements {
        let Ok(Value::Object(entry)) = serde_json::from_str::<Value>(raw.get()) else {
            open = true;
            continue;
        };
        let text = |name: &str| entry.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
        if text(wanted.field).is_some_and(|value| value != wanted.value.trim()) {
            // Of another order: the filter was not applied, or not as we think.
            continue;
        }
        if !entry.contains_key("id") {
            open = true;
            continue;
        }
        let made = text("created_at").and_then(time);
        let by_key = match text("idempotency_key") {
            Some(key) if key == wanted.key => true,
            Some(_) => continue,
            None => match made {
                Some(made) if made >= since => false,
                Some(_) => continue,
                None => {
                    open = true;
                    continue;
                }
            },
        };
        let rank = (by_key, made.unwrap_or(Timestamp::MIN));
        if ours.is_none_or(|(key, made, _)| rank >= (key, made)) {
            ours = Some((rank.0, rank.1, raw));
        }
    }
    match ours {
        Some((_, _, raw)) => Found::One(raw.get().to_owned()),
        None if open => Found::Open,
        None => Found::Nothing,
    }
}

/// Before this, nothing of ours can have been made. It is reckoned on the API's own clock where the answer tells it:
/// `created_at` is of that clock, and ours may be wrong by more than the allowance.
fn earliest(headers: &HeaderMap, first_sent: FirstSent) -> Timestamp {
    let theirs = headers
        .get(header::DATE)
        .and_then(|date| date.to_str().ok())
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .and_then(|date| Timestamp::try_from(date).ok())
        .and_then(|now| now.checked_sub(first_sent.instant.elapsed()).ok());
    theirs.unwrap_or(first_sent.wall).checked_sub(SKEW).unwrap_or(Timestamp::MIN)
}

/// A time of the API's. Where it names no zone it is meant in UTC.
fn time(text: &str) -> Option<Timestamp> {
    text.parse::<Timestamp>()
        .ok()
        .or_else(|| Some(text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use http::HeaderValue;
    use serde_json::json;

    use super::*;

    const KEY: &str = "7a2f6f0e-9f7c-4c49-9a0c-5f4f0b8f6a11";

    fn sent(wall: &str) -> FirstSent {
        FirstSent { wall: wall.parse().unwrap(), ..FirstSent::now() }
    }

    fn judged(body: &Value) -> Found {
        judged_at(body, &HeaderMap::new())
    }

    fn judged_at(body: &Value, headers: &HeaderMap) -> Found {
        let first_sent = sent("2026-03-01T12:00:00Z");
        let wanted = Wanted { key: KEY, field: "merchant_order_id", value: "order-1", first_sent };
        judge(body.to_string().as_bytes(), headers, &wanted)
    }

    fn id(found: &Found) -> String {
        let Found::One(json) = found else { panic!("{found:?}") };
        serde_json::from_str::<Value>(json).unwrap()["id"].as_str().unwrap().to_owned()
    }

    #[test]
    fn our_key_is_ours_whatever_the_time() {
        let found = judged(&json!([
            {"id": "recent", "created_at": "2026-03-01T12:00:05Z"},
            {"id": "other", "idempotency_key": "another", "created_at": "2026-03-01T12:00:06Z"},
            {"id": "ours", "idempotency_key": KEY, "created_at": "2020-01-01T00:00:00Z"},
        ]));
        assert_eq!(id(&found), "ours");
    }

    #[test]
    fn another_key_is_another_attempt() {
        let other = json!([{"id": "a", "idempotency_key": "another", "created_at": "2026-03-01T12:00:05Z"}]);
        assert_eq!(judged(&other), Found::Nothing);
    }

    #[test]
    fn without_a_key_the_time_decides() {
        let at = |time: &str| judged(&json!([{"id": "a", "idempotency_key": null, "created_at": time}]));
        for time in
            ["2026-03-01T12:00:05Z", "2026-03-01T11:55:00Z", "2026-03-01T12:00:00.5", "2026-03-01T09:00:01-03:00"]
        {
            assert_eq!(id(&at(time)), "a", "{time}");
        }
        for time in ["2026-03-01T11:54:59Z", "2025-01-01T00:00:00"] {
            assert_eq!(at(time), Found::Nothing, "{time}");
        }
        for time in ["", "yesterday"] {
            assert_eq!(at(time), Found::Open, "{time}");
        }
    }

    #[test]
    fn the_newest_of_several_is_taken() {
        let found = judged(&json!([
            {"id": "old", "created_at": "2026-03-01T12:00:01Z"},
            {"id": "new", "created_at": "2026-03-01T12:00:09Z"},
            {"id": "mid", "created_at": "2026-03-01T12:00:05Z"},
        ]));
        assert_eq!(id(&found), "new");
    }

    #[test]
    fn the_clock_of_the_api_counts() {
        let mut headers = HeaderMap::new();
        headers.insert(header::DATE, HeaderValue::from_static("Sun, 01 Mar 2026 10:00:00 GMT"));
        let body = json!([{"id": "a", "created_at": "2026-03-01T09:59:59Z"}]);
        assert_eq!(judged(&body), Found::Nothing, "by our clock, which runs two hours ahead");
        assert_eq!(id(&judged_at(&body, &headers)), "a");
    }

    #[test]
    fn another_order_is_not_ours() {
        let body = json!([{"id": "a", "merchant_order_id": "order-2", "idempotency_key": KEY}]);
        assert_eq!(judged(&body), Found::Nothing);
    }

    #[test]
    fn one_object_is_a_list_of_one_and_its_text_is_kept() {
        let body = br#"{"id":"a","idempotency_key":"7a2f6f0e-9f7c-4c49-9a0c-5f4f0b8f6a11","amount":{"value":1.10}}"#;
        let first_sent = sent("2026-03-01T12:00:00Z");
        let wanted = Wanted { key: KEY, field: "merchant_order_id", value: "order-1", first_sent };
        let Found::One(json) = judge(body, &HeaderMap::new(), &wanted) else { panic!("not found") };
        assert!(json.contains("1.10"));
    }

    #[test]
    fn what_is_no_answer_is_not_taken_for_nothing() {
        for body in ["", "<html>", "null", "\"none\"", "[", "{", "[{\"id\":1}"] {
            let first_sent = sent("2026-03-01T12:00:00Z");
            let wanted = Wanted { key: KEY, field: "merchant_order_id", value: "order-1", first_sent };
            assert_eq!(judge(body.as_bytes(), &HeaderMap::new(), &wanted), Found::Unreadable, "{body}");
        }
        assert_eq!(judged(&json!([null])), Found::Open);
        assert_eq!(judged(&json!({"payments": []})), Found::Open);
        assert_eq!(judged(&json!([])), Found::Nothing);
    }
}
