//! Reads a struct with named members.

use std::iter::Peekable;

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree, token_stream::IntoIter};

pub(crate) struct Item {
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    pub(crate) members: Vec<Member>,
}

pub(crate) struct Member {
    pub(crate) docs: TokenStream,
    pub(crate) deprecated: TokenStream,
    pub(crate) name: Ident,
    /// What the builder takes: of an `Option<T>`, the `T`.
    pub(crate) taken: TokenStream,
    pub(crate) is_option: bool,
    pub(crate) kind: Kind,
}

impl Member {
    /// The name as a part of another: `type` of `r#type`.
    pub(crate) fn plain_name(&self) -> String {
        self.name.to_string().trim_start_matches("r#").to_owned()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Required,
    Optional,
    Default,
    Skipped,
}

/// Why there is no builder.
pub(crate) struct Refusal {
    sentence: String,
    span: Span,
}

impl Refusal {
    fn new(span: Span, sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), span }
    }

    /// An error of the compiler, where the reason is.
    pub(crate) fn into_tokens(self) -> TokenStream {
        let error = format!("::core::compile_error! {{ {:?} }}", self.sentence);
        let error: TokenStream = error.parse().unwrap_or_default();
        let spanned = error.into_iter().map(|mut token| {
            token.set_span(self.span);
            token
        });
        spanned.collect()
    }
}

type Tokens = Peekable<IntoIter>;

const ITEM: &str = "`Builder` is for a struct with named members and without parameters.";
const KEYS: &str = "A member takes one of `#[builder(default)]`, `#[builder(required)]` and `#[builder(skip)]`.";

pub(crate) fn item(item: TokenStream) -> Result<Item, Refusal> {
    let mut tokens = item.into_iter().peekable();
    if let Some((_, told)) = attributes(&mut tokens).into_iter().find(|(name, _)| name == "builder") {
        return Err(Refusal::new(span(&told), KEYS));
    }
    let visibility = visibility(&mut tokens);
    let (word, name, body) = (tokens.next(), tokens.next(), tokens.next());
    match (word, name, body) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Ident(name)), Some(TokenTree::Group(body)))
            if word.to_string() == "struct" && body.delimiter() == Delimiter::Brace =>
        {
            let mut tokens = body.stream().into_iter().peekable();
            let mut members = Vec::new();
            while tokens.peek().is_some() {
                members.push(member(&mut tokens)?);
            }
            Ok(Item { visibility, name, members })
        }
        (_, Some(name), _) => Err(Refusal::new(name.span(), ITEM)),
        _ => Err(Refusal::new(Span::call_site(), ITEM)),
    }
}

fn member(tokens: &mut Tokens) -> Result<Member, Refusal> {
    let (mut docs, mut deprecated, mut key) = (TokenStream::new(), TokenStream::new(), None);
    for (name, attribute) in attributes(tokens) {
        match name.as_str() {
            "doc" => docs.extend(attribute),
            "deprecated" => deprecated.extend(attribute),
            "builder" if key.is_some() => return Err(Refusal::new(span(&attribute), KEYS)),
            "builder" => key = Some(read_key(attribute)?),
            _ => {}
        }
    }
    visibility(tokens);
    let (Some(TokenTree::Ident(name)), Some(_colon)) = (tokens.next(), tokens.next()) else {
        return Err(Refusal::new(Span::call_site(), ITEM));
    };
    let ty = ty(tokens);
    let inner = inner_of_option(&ty);
    let is_option = inner.is_some();
    let kind = match (key, is_option) {
        (None, true) => Kind::Optional,
        (None, false) | (Some((Kind::Required, _)), true) => Kind::Required,
        (Some((Kind::Required, span)), false) => {
            let sentence = format!("`{name}` is no Option: it is required without `#[builder(required)]`.");
            return Err(Refusal::new(span, sentence));
        }
        (Some((kind, _)), _) => kind,
    };
    let taken = match (kind, inner) {
        (Kind::Required | Kind::Optional, Some(inner)) => inner,
        _ => ty.into_iter().collect(),
    };
    Ok(Member { docs, deprecated, name, taken, is_option, kind })
}

/// Attributes, each with its name.
fn attributes(tokens: &mut Tokens) -> Vec<(String, TokenStream)> {
    let mut found = Vec::new();
    while let Some(sign) = tokens.next_if(|token| is(token, '#')) {
        if let Some(TokenTree::Group(group)) = tokens.next() {
            let name = group.stream().into_iter().next().map(|name| name.to_string()).unwrap_or_default();
            found.push((name, [sign, group.into()].into_iter().collect()));
        }
    }
    found
}

/// The one word in `#[builder(..)]`.
fn read_key(attribute: TokenStream) -> Result<(Kind, Span), Refusal> {
    let refused = span(&attribute);
    let group = |token: Option<TokenTree>| match token {
        Some(TokenTree::Group(group)) => Some(group),
        _ => None,
    };
    let inside = group(attribute.into_iter().nth(1)).and_then(|all: Group| group(all.stream().into_iter().nth(1)));
    let mut words = inside.map(|words| words.stream()).unwrap_or_default().into_iter();
    let word = words.next().ok_or_else(|| Refusal::new(refused, KEYS))?;
    let kind = match word.to_string().as_str() {
        "default" => Kind::Default,
        "required" => Kind::Required,
        "skip" => Kind::Skipped,
        other => return Err(Refusal::new(word.span(), format!("`{other}` is not known here. {KEYS}"))),
    };
    match words.next() {
        None => Ok((kind, word.span())),
        Some(more) => Err(Refusal::new(more.span(), KEYS)),
    }
}

fn visibility(tokens: &mut Tokens) -> TokenStream {
    let word = tokens.next_if(|token| matches!(token, TokenTree::Ident(word) if word.to_string() == "pub"));
    let limit = word.as_ref().and_then(|_| tokens.next_if(|token| matches!(token, TokenTree::Group(_))));
    word.into_iter().chain(limit).collect()
}

/// What stands before the next comma that is not between angle brackets; the comma goes too.
fn ty(tokens: &mut Tokens) -> Vec<TokenTree> {
    let (mut ty, mut depth, mut after_minus) = (Vec::new(), 0, false);
    for token in tokens.by_ref() {
        match &token {
            TokenTree::Punct(sign) if sign.as_char() == ',' && depth == 0 => break,
            TokenTree::Punct(sign) if sign.as_char() == '<' => depth += 1,
            // Not that of `->`.
            TokenTree::Punct(sign) if sign.as_char() == '>' && !after_minus => depth -= 1,
            _ => {}
        }
        after_minus = is(&token, '-');
        ty.push(token);
    }
    ty
}

/// Of `Option<T>`, the `T`.
fn inner_of_option(ty: &[TokenTree]) -> Option<TokenStream> {
    let open = ty.iter().position(|token| is(token, '<'))?;
    let named = ty.get(open.checked_sub(1)?)?.to_string() == "Option";
    let (close, inner) = ty.get(open + 1..)?.split_last()?;
    (named && is(close, '>')).then(|| inner.iter().cloned().collect())
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// The place of what stands between an attribute's brackets.
fn span(attribute: &TokenStream) -> Span {
    attribute.clone().into_iter().nth(1).map_or_else(Span::call_site, |group| group.span())
}
