//! Rules about what values may be: limits that hold together, patterns and formats that are ones.

use super::Context;
use crate::report::Finding;
use crate::tree::{Entry, Node, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for schema in &context.survey.schemas {
        for (least, most) in [("minLength", "maxLength"), ("minItems", "maxItems"), ("minimum", "maximum")] {
            order(schema.node, least, most, findings);
        }
        for key in ["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum"] {
            representable(schema.node, key, findings);
        }
        if let Some(entry) = schema.node.entry("pattern") {
            pattern(entry, findings);
        }
        if let Some(entry) = schema.node.entry("format") {
            format(schema.node, entry, findings);
        }
    }
}

/// `limits`
fn order(node: &Node, least: &str, most: &str, findings: &mut Vec<Finding>) {
    let number = |key| match node.get(key).map(|node| &node.value) {
        Some(Value::Number(text)) => text.parse::<f64>().ok(),
        _ => None,
    };
    let (Some(low), Some(high), Some(entry)) = (number(least), number(most), node.entry(least)) else { return };
    if low > high {
        let message = format!("`{least}` is greater than `{most}`: no value can be sent.");
        findings.push(Finding::new("limits", entry.key_place, message, "Correct one of the two."));
    }
}

/// `limits` beyond what the tables hold.
fn representable(node: &Node, key: &str, findings: &mut Vec<Finding>) {
    /// Digits that every decimal can have.
    const DIGITS: usize = 28;
    let Some(entry) = node.entry(key) else { return };
    let Value::Number(text) = &entry.node.value else { return };
    let is_bound = key == "minimum" || key == "maximum";
    let (fits, remedy) = if is_bound {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let fits = digits <= DIGITS && !text.contains(['e', 'E']);
        (fits, format!("Write it without an exponent, in at most {DIGITS} digits; a limit that binds nobody goes."))
    } else {
        // That it is no count at all is a `keyword-value`.
        let fits = text.parse::<u64>().ok().is_none_or(|count| u32::try_from(count).is_ok());
        (fits, format!("At most {} can be checked; a limit that binds nobody goes.", u32::MAX))
    };
    if !fits {
        let message = format!("`{key}` is beyond what can be checked.");
        findings.push(Finding::new("limits", entry.key_place, message, remedy));
    }
}

/// `pattern`
fn pattern(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(text) = entry.node.text() else { return };
    if !super::instance::is_pattern(text) {
        let message = "This is no regular expression.";
        findings.push(Finding::new("pattern", entry.node.place, message, "Correct it; quote it if YAML changes it."));
    }
}

/// `format`
fn format(schema: &Node, entry: &Entry, findings: &mut Vec<Finding>) {
    let is_string = schema.text_at("type") == Some("string");
    if !is_string || entry.node.text() == Some("date-time") {
        return;
    }
    let message = format!("The format `{}` has no type.", entry.node.text().unwrap_or_default());
    let remedy = "Delete it and describe the form; only `date-time` is one, where the wire is RFC 3339 with a zone.";
    findings.push(Finding::new("format", entry.key_place, message, remedy));
}

#[cfg(test)]
mod tests {
    use super::super::testing::leads_to;

    #[test]
    fn limits_can_be_kept() {
        leads_to("minLength: 3", "minLength: 5\n      maxLength: 4", &["example-fit `A-1`", "limits `minLength`"]);
        leads_to(
            "      type: number\n",
            "      type: number\n      minimum: 5\n      maximum: 2.5\n",
            &["example-fit `3.5`", "example-fit `3.5`", "example-fit `3.50`", "example-fit `3.50`", "limits `minimum`"],
        );
    }

    #[test]
    fn limits_can_be_checked() {
        leads_to("minLength: 3", "maxLength: 4294967295", &[]);
        leads_to("minLength: 3", "maxLength: 4294967296", &["limits `maxLength`"]);
        let price = |limit: &str, expected: &[&str]| {
            leads_to("      type: number\n", &format!("      type: number\n      {limit}\n"), expected);
        };
        price("minimum: -0.0000000001", &[]);
        price("maximum: 1e999", &["limits `maximum`"]);
        price("maximum: 12345678901234567890123456789", &["limits `maximum`"]);
    }

    #[test]
    fn patterns_and_formats_are_ones() {
        leads_to("minLength: 3", "pattern: '^[A-Z](?:-\\d+)?$'", &[]);
        leads_to("minLength: 3", "pattern: '[A-'", &["pattern `'[A-'`"]);
        leads_to("minLength: 3", "format: uuid", &["format `format`"]);
        leads_to(
            "      type: number\n",
            "      type: number\n      format: double\n",
            &["unsupported-keyword `format`"],
        );
    }
}
