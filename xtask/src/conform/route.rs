//! Which operation a recorded exchange belongs to.

use yuno_api::exchange::{Exchange, all};

/// The operation of a method and a path or URL: whatever the host, the query, and a prefix that a proxy put before
/// `/v1`, or with the `/v1` left to the server's address.
pub(super) fn find(method: &str, path: &str) -> Option<&'static Exchange> {
    let segments = segments(path);
    if let Some(found) = best(method, &segments) {
        return Some(found);
    }
    match segments.iter().rposition(|segment| *segment == "v1") {
        Some(start) => best(method, segments.get(start..)?),
        None => best(method, &[&["v1"], segments.as_slice()].concat()),
    }
}

/// The path with everything hidden that is no word of the API's own paths: ids and tokens travel there.
pub(super) fn masked(path: &str) -> String {
    let known = |segment: &str| all().any(|exchange| literals(exchange).any(|literal| literal == segment));
    let shown = segments(path).into_iter().map(|segment| if known(segment) { segment } else { "*" });
    shown.fold(String::new(), |path, segment| path + "/" + segment)
}

fn literals(exchange: &Exchange) -> impl Iterator<Item = &'static str> {
    exchange.operation.path.split('/').filter(|segment| !segment.is_empty() && !is_parameter(segment))
}

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{')
}

/// The segments of a path, without scheme, host, query and fragment.
fn segments(path: &str) -> Vec<&str> {
    let path = match path.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |start| &rest[start..]),
        None => path,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.strip_prefix('/').unwrap_or(path).trim_end_matches('/').split('/').collect()
}

/// Where several templates fit, the one that spells out an earlier segment.
fn best(method: &str, segments: &[&str]) -> Option<&'static Exchange> {
    let fitting = all().filter(|exchange| {
        let operation = exchange.operation;
        operation.method.as_str().eq_ignore_ascii_case(method) && fits(operation.path, segments)
    });
    // `true` where a parameter stands: the smallest list is the most literal.
    fitting.min_by_key(|exchange| template(exchange.operation.path).map(is_parameter).collect::<Vec<_>>())
}

fn fits(path: &str, segments: &[&str]) -> bool {
    template(path).count() == segments.len()
        && template(path).zip(segments).all(
            |(part, segment)| {
                if is_parameter(part) { !segment.is_empty() } else { part == *segment }
            },
        )
}

fn template(path: &str) -> impl Iterator<Item = &str> {
    path.trim_matches('/').split('/')
}

#[cfg(test)]
mod tests {
    use super::{find, masked};

    fn id(method: &str, path: &str) -> Option<&'static str> {
        find(method, path).map(|exchange| exchange.operation.id)
    }

    #[test]
    fn finds_the_operation_however_its_address_is_written() {
        for path in [
            "/v1/payments/7f1",
            "/v1/payments/7f1/",
            "v1/payments/{}",
            "/payments/{payment_id}",
            "/proxy/v1/payments/7f1?raw_response=true",
            "https://api-sandbox.y.uno/v1/payments/7f1?raw_response=true#x",
            "http://127.0.0.1:8080/v1/payments/7f1",
            "api.y.uno/v1/payments/7f1",
        ] {
            assert_eq!(id("GET", path), Some("payments.retrieve"), "{path}");
        }
        assert_eq!(id("get", "/v1/payments"), Some("payments.retrieve_by_merchant_order_id"));
    }

    #[test]
    fn what_is_spelled_out_wins() {
        assert_eq!(id("POST", "/v1/customers/sessions"), Some("customer_sessions.create"));
        assert_eq!(id("POST", "/v1/customers/sessions/7f1/payment-methods"), Some("payment_methods.enroll_in_session"));
        assert_eq!(id("GET", "/v1/customers/sessions"), Some("customers.retrieve"));
    }

    #[test]
    fn unknown_methods_and_paths_belong_nowhere() {
        for (method, path) in [
            ("PUT", "/v1/payments"),
            ("GET", "/v2/payments/7f1"),
            ("GET", "/v1/payments//transactions"),
            ("POST", "/v1/payments//transactions//capture"),
            ("GET", "/v1/payments/7f1/frames"),
            ("GET", "/"),
            ("GET", ""),
            ("GET", "https://"),
        ] {
            assert_eq!(id(method, path), None, "{method} {path}");
        }
    }

    #[test]
    fn ids_and_tokens_in_a_path_are_hidden() {
        assert_eq!(masked("https://api.y.uno/v1/customers/ada@example.com/shoes?token=1"), "/v1/customers/*/*");
    }
}
