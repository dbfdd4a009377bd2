//! Reading the body of a refusal, whatever it is: the API's own form, other JSON, a proxy's HTML page, nothing.

use serde_json::Value;

/// The API's code and messages, as far as the body has them.
pub(super) fn read(body: &[u8]) -> (Option<String>, Vec<String>) {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return (None, Vec::new()) };
    let root = match &value {
        Value::Array(items) => items.first().unwrap_or(&Value::Null),
        other => other,
    };
    // Usually `{"code": .., "messages": [..]}`; gateways before it write `{"error": {..}}` or `{"message": ".."}`.
    let inner = root.get("error").filter(|error| error.is_object()).unwrap_or(root);
    let code = ["code", "error_code"].into_iter().find_map(|name| inner.get(name)).and_then(text);
    let messages = ["messages", "message", "error", "detail"]
        .into_iter()
        .find_map(|name| inner.get(name).map(texts).filter(|texts| !texts.is_empty()))
        .unwrap_or_default();
    (code, messages)
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().filter_map(text).collect(),
        other => text(other).into_iter().collect(),
    }
}

/// What a body is that holds no message, in words: so that a proxy's page is recognised as one.
pub(super) fn describe(body: &[u8]) -> &'static str {
    let start = body.trim_ascii_start();
    if start.is_empty() {
        "an empty body"
    } else if start.starts_with(b"<") {
        "an HTML page, so a proxy or gateway answered instead of the API"
    } else if serde_json::from_slice::<serde_core::de::IgnoredAny>(start).is_ok() {
        "JSON without a message"
    } else {
        "a body that is not JSON, so a proxy or gateway may have answered instead of the API"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form() {
        let own = |code: Option<&str>, messages: &[&str]| {
            (code.map(str::to_owned), messages.iter().map(|&text| text.to_owned()).collect::<Vec<_>>())
        };
        for (body, expected) in [
            (r#"{"code":"INVALID_REQUEST","messages":["a","b"]}"#, own(Some("INVALID_REQUEST"), &["a", "b"])),
            (r#"{"code":"INVALID_REQUEST","messages":"a"}"#, own(Some("INVALID_REQUEST"), &["a"])),
            (r#"{"code":400,"message":"a"}"#, own(Some("400"), &["a"])),
            (r#"{"error":{"code":"X","message":"a"}}"#, own(Some("X"), &["a"])),
            (r#"{"error":"a"}"#, own(None, &["a"])),
            (r#"[{"code":"X","messages":[null,"a",{}]}]"#, own(Some("X"), &["a"])),
            (r#"{"code":"","messages":[]}"#, own(None, &[])),
            ("{}", own(None, &[])),
            ("null", own(None, &[])),
            ("<html>", own(None, &[])),
            ("", own(None, &[])),
            ("{\"code\":\"X\"", own(None, &[])),
        ] {
            assert_eq!(read(body.as_bytes()), expected, "{body}");
        }
    }

    #[test]
    fn says_what_a_body_is() {
        assert_eq!(describe(b" \n"), "an empty body");
        assert!(describe(b"\n<!doctype html>").starts_with("an HTML page"));
        assert_eq!(describe(b"{}"), "JSON without a message");
        assert!(describe(b"\xff\xfe").starts_with("a body that is not JSON"));
    }
}
