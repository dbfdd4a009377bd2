//! Rust from a template.

use proc_macro::{Group, TokenStream, TokenTree};

/// The tokens of `template`, with those of `parts` where it says `$name`. They keep their spans, so that what is wrong
/// with a member's type is said at the member.
pub(crate) fn rust(template: &str, parts: &[(&str, &TokenStream)]) -> TokenStream {
    // Templates are constants of this crate.
    fill(template.parse().unwrap_or_default(), parts)
}

fn fill(template: TokenStream, parts: &[(&str, &TokenStream)]) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = template.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '$' => {
                let name = tokens.next().map(|name| name.to_string()).unwrap_or_default();
                out.extend(parts.iter().filter(|(part, _)| *part == name).map(|(_, tokens)| (*tokens).clone()));
            }
            TokenTree::Group(group) => {
                out.extend([TokenTree::from(Group::new(group.delimiter(), fill(group.stream(), parts)))]);
            }
            other => out.extend([other]),
        }
    }
    out
}
