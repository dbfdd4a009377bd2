//! How names of the spec become names in Rust.

/// `payment_method.type` and `customerId` alike become `payment_method_type` and `customer_id`.
#[must_use]
pub fn snake(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    let mut before = None;
    for (index, character) in name.char_indices() {
        if character.is_alphanumeric() {
            let follows_lower = before.is_some_and(|it: char| it.is_lowercase() || it.is_numeric());
            let begins_word = name[index + character.len_utf8()..].starts_with(char::is_lowercase)
                && before.is_some_and(char::is_uppercase);
            if character.is_uppercase() && (follows_lower || begins_word) && !out.ends_with('_') {
                out.push('_');
            }
            out.extend(character.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        before = Some(character);
    }
    out.truncate(out.trim_end_matches('_').len());
    out
}

/// `PIX_BIOMETRICO`, `pix biometrico` and `pixBiometrico` become `PixBiometrico`.
#[must_use]
pub fn camel(name: &str) -> String {
    snake(name)
        .split('_')
        .map(|word| {
            let mut characters = word.chars();
            characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
        })
        .collect()
}

/// The name as a member, parameter or method: a keyword gets an underscore, as `type_`.
#[must_use]
pub fn member(name: &str) -> String {
    let name = snake(name);
    if is_keyword(&name) || name.starts_with(|first: char| first.is_ascii_digit()) { format!("{name}_") } else { name }
}

/// Whether Rust keeps the word for itself.
#[must_use]
pub fn is_keyword(word: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
        "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
        "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super",
        "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
    ];
    KEYWORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{camel, member, snake};

    #[test]
    fn names_follow_rust() {
        for (from, to) in [
            ("PIX_BIOMETRICO", "PixBiometrico"),
            ("BANK TRANSFER (VIA KCP)", "BankTransferViaKcp"),
            ("TRANSFERENCIA_3.0", "Transferencia30"),
            ("CCAvenue", "CcAvenue"),
            ("BEAUTY&_PERSONAL_CARE", "BeautyPersonalCare"),
            ("VirtualItem", "VirtualItem"),
            ("BR", "Br"),
        ] {
            assert_eq!(camel(from), to);
        }
        assert_eq!(snake("X-Account-Code"), "x_account_code");
        assert_eq!(snake("address_line_1"), "address_line_1");
        assert_eq!(member("type"), "type_");
    }
}
