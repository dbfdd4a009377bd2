//! Tokens as text that a person can read.

/// What a macro's definition makes: `pub fn ..` up to its body, and `impl .. for ..`.
pub(super) fn signatures(tokens: &proc_macro2::TokenStream) -> impl Iterator<Item = String> {
    let mut found = Vec::new();
    collect_signatures(tokens.clone(), &mut found);
    found.into_iter()
}

fn collect_signatures(tokens: proc_macro2::TokenStream, found: &mut Vec<String>) {
    use proc_macro2::{Delimiter, TokenTree};
    let mut current: Option<Vec<TokenTree>> = None;
    let mut before_is_pub = false;
    for token in tokens {
        let word = match &token {
            TokenTree::Ident(word) => word.to_string(),
            _ => String::new(),
        };
        match (&mut current, &token) {
            (Some(parts), TokenTree::Punct(end)) if end.as_char() == ';' => {
                found.push(tidy(&parts.drain(..).collect::<proc_macro2::TokenStream>().to_string()));
                current = None;
            }
            (Some(parts), TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let text = parts.drain(..).collect::<proc_macro2::TokenStream>().to_string();
                let is_private = text.contains("crate :: wire :: ") && text.starts_with("impl");
                if !is_private {
                    found.push(tidy(&text));
                }
                current = None;
                if !text.contains("fn ") {
                    collect_signatures(group.stream(), found);
                }
            }
            (Some(parts), _) => parts.push(token.clone()),
            (None, TokenTree::Group(group)) => collect_signatures(group.stream(), found),
            (None, _) if word == "impl" || (before_is_pub && ["fn", "struct", "enum"].contains(&word.as_str())) => {
                let mut parts = vec![token.clone()];
                if word != "impl" {
                    parts.insert(0, syn::parse_quote!(pub));
                }
                current = Some(parts);
            }
            (None, _) => {}
        }
        before_is_pub = word == "pub";
    }
}

/// Tokens as a person would write them, near enough to be read.
pub(super) fn tidy(text: &str) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (from, to) in [
        (" :: ", "::"),
        ("$ ", "$"),
        ("& ", "&"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" ,", ","),
        (",)", ")"),
        (" < ", "<"),
        (" >", ">"),
        ("< ", "<"),
        (" <", "<"),
        (" :", ":"),
        ("- >", "->"),
        ("->", " ->"),
        ("  ->", " ->"),
        ("' ", "'"),
        (" ; ", "; "),
        (" ;", ""),
        ("mut self", "self"),
        ("impl<'de>", "impl<'de> "),
        ("&self", "&self"),
        ("  ", " "),
    ] {
        text = text.replace(from, to);
    }
    text
}
