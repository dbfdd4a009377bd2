//! Paths for a report: names of members, and never what may be a value.
//!
//! A member's name can be a value where an object is used as a map, by card number or by e-mail address.

/// The longest name that is shown.
const LONGEST: usize = 64;
/// As many digits in a row are an identifier or worse.
const DIGITS: usize = 6;

/// A JSON path with `*` for every name that does not look like one.
pub(super) fn path(path: &str) -> String {
    let masked = path.split('.').map(|step| {
        let name = step.trim_end_matches("[]");
        let marks = &step[name.len()..];
        if name == "$" { step.to_owned() } else { format!("{}{marks}", self::name(name)) }
    });
    masked.collect::<Vec<_>>().join(".")
}

/// A member's name, or `*`.
pub(super) fn name(name: &str) -> &str {
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$'));
    let digits = name.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or_default();
    if plain && !name.is_empty() && name.len() <= LONGEST && digits < DIGITS { name } else { "*" }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn names_are_shown_and_what_may_be_a_value_is_not() {
        for (given, shown) in [
            ("$", "$"),
            ("$[].items[].new_name", "$[].items[].new_name"),
            ("$.address_line_1.iso8583", "$.address_line_1.iso8583"),
            ("$.cards.4507990000000002", "$.cards.*"),
            ("$.people.ada@example.com", "$.people.*.com"),
            ("$.", "$.*"),
        ] {
            assert_eq!(path(given), shown);
        }
    }
}
