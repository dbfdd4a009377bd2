//! Writes the builder.
//!
//! It is a tuple: first the required members, each of a type parameter's type, and last a tuple of the others. So a
//! method that changes a type parameter moves few values, and members may have any name.
//!
//! The code is written as text. What the compiler may have something to say about comes in its own tokens, which know
//! where they stand: `$name3`, `$taken3` and `$notes3` are those of the member at 3.

use proc_macro::{Group, TokenStream, TokenTree};

use crate::read::{Item, Kind, Member};

const INTO: &str = "::core::convert::Into";
const OPTION: &str = "::core::option::Option";
const DEFAULT: &str = "::core::default::Default::default()";

pub(crate) fn builder(item: &Item) -> TokenStream {
    let Item { visibility, name, members } = item;
    let of = |is_asked: fn(Kind) -> bool| -> Vec<usize> {
        (0..members.len()).filter(|index| members.get(*index).is_some_and(|member| is_asked(member.kind))).collect()
    };
    let required = of(|kind| kind == Kind::Required);
    let others = of(|kind| matches!(kind, Kind::Optional | Kind::Default));
    let place = |index: usize| match required.binary_search(&index) {
        Ok(at) => format!("self.{at}"),
        Err(_) => format!("self.{} .{}", required.len(), others.partition_point(|other| *other < index)),
    };

    let all: String = (0..required.len()).map(|at| format!("S{at},")).collect();
    let (mut states, mut missing, mut given, mut traits) = <(String, String, String, String)>::default();
    let (mut rest, mut defaults, mut methods, mut values) = <(String, String, String, String)>::default();
    for (index, member) in members.iter().enumerate() {
        let own = &member.name;
        let place = place(index);
        values += &match member.kind {
            Kind::Skipped => format!("{own}: {DEFAULT},"),
            Kind::Required if member.is_option => format!("{own}: {OPTION}::Some({INTO}::into({place})),"),
            Kind::Required => format!("{own}: {INTO}::into({place}),"),
            Kind::Optional | Kind::Default => format!("{own}: {place},"),
        };
        match member.kind {
            Kind::Skipped => {}
            Kind::Required => {
                let at = required.partition_point(|other| *other < index);
                states += &format!("S{at} = (),");
                missing += "(),";
                given += &format!("S{at}: {name}Needs::{own}<$taken{index}>,");
                traits += &requirement(item, member);
                methods += &setter(item, index, at, required.len());
            }
            Kind::Optional => {
                rest += &format!("{OPTION}<$taken{index}>,");
                defaults += &format!("{OPTION}::None,");
                methods += &setters(item, index, &place, &format!("{OPTION}::Some({INTO}::into(value))"));
            }
            Kind::Default => {
                rest += &format!("$taken{index},");
                defaults += &format!("{DEFAULT},");
                methods += &setters(item, index, &place, &format!("{INTO}::into(value)"));
            }
        }
    }
    if !required.is_empty() {
        traits = format!(
            "#[allow(non_snake_case)]
            mod {name}Needs {{
                #![allow(missing_docs, non_camel_case_types, unreachable_pub)]
                {traits}
            }}"
        );
    }
    let text = format!(
        "/// Builder of [`{name}`]: a method for each member, and [`build`](Self::build).
        #[must_use = \"nothing is built before `build()`\"]
        #[allow(clippy::type_complexity)]
        {visibility} struct {name}Builder<{states}>({all} ({rest}));

        {traits}

        #[allow(deprecated)]
        impl {name} {{
            /// Starts a [`{name}`] with nothing given. `build()` ends it.
            #[inline]
            {visibility} fn builder() -> {name}Builder {{ {name}Builder({missing} ({defaults})) }}
        }}

        #[allow(deprecated, clippy::should_implement_trait, clippy::wrong_self_convention)]
        impl<{all}> {name}Builder<{all}> {{
            {methods}

            /// The [`{name}`] of what was given. It compiles once all that is required is.
            #[inline]
            {visibility} fn build(self) -> {name} where {given} {{ {name} {{ {values} }} }}
        }}"
    );
    // It always is Rust, being made of names and of what stands above.
    fill(text.parse().unwrap_or_default(), members)
}

/// What a required member's type parameter is before it is given, and what once it is. Each member has a trait for each
/// of the two, for the compiler's message, in a module of their own, where nothing else is named: a member may be called
/// `str`, but none `Once_str`.
fn requirement(item: &Item, member: &Member) -> String {
    let (name, own, plain) = (&item.name, &member.name, member.plain_name());
    format!(
        "#[diagnostic::on_unimplemented(
            message = \"the required member `{own}` of `{name}` was not given\",
            label = \"call `.{own}(..)` before this\",
        )]
        pub trait {own}<T>: {INTO}<T> {{}}
        impl<T> {own}<T> for T {{}}
        #[diagnostic::on_unimplemented(
            message = \"the required member `{own}` of `{name}` was given already\",
            label = \"this is the second `.{own}(..)`\",
        )]
        pub trait Once_{plain} {{}}
        impl Once_{plain} for () {{}}"
    )
}

/// The method of a required member, which is the one at `at` of `count`: it changes the type parameter.
fn setter(Item { visibility, name, members }: &Item, index: usize, at: usize, count: usize) -> String {
    let own = members.get(index).map(Member::plain_name).unwrap_or_default();
    let states: String =
        (0..count).map(|other| if other == at { format!("$taken{index},") } else { format!("S{other},") }).collect();
    let moved: String = (0..count)
        .map(|other| if other == at { format!("{INTO}::into(value),") } else { format!("self.{other},") })
        .collect();
    format!(
        "$notes{index}
        #[inline]
        {visibility} fn $name{index}(self, value: impl {INTO}<$taken{index}>) -> {name}Builder<{states}>
        where
            S{at}: {name}Needs::Once_{own},
        {{
            {name}Builder({moved} self.{count})
        }}"
    )
}

/// The two methods of another member, which is held in `place`.
fn setters(Item { visibility, members, .. }: &Item, index: usize, place: &str, value: &str) -> String {
    let own = members.get(index).map(Member::plain_name).unwrap_or_default();
    format!(
        "$notes{index}
        #[inline]
        {visibility} fn $name{index}(mut self, value: impl {INTO}<$taken{index}>) -> Self {{
            {place} = {value};
            self
        }}

        /// As [`{own}`](Self::{own}) where there is a value. `None` changes nothing.
        $deprecated{index}
        #[inline]
        {visibility} fn maybe_{own}(mut self, value: {OPTION}<impl {INTO}<$taken{index}>>) -> Self {{
            if let {OPTION}::Some(value) = value {{
                {place} = {value};
            }}
            self
        }}"
    )
}

/// The text, with the members' own tokens in place of what stands for them.
fn fill(text: TokenStream, members: &[Member]) -> TokenStream {
    let mut out = Vec::new();
    let mut tokens = text.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '$' => {
                let told = tokens.next().map(|word| word.to_string()).unwrap_or_default();
                let word = told.trim_end_matches(|letter: char| letter.is_ascii_digit());
                let Some(member) = told[word.len()..].parse().ok().and_then(|index: usize| members.get(index)) else {
                    continue;
                };
                match word {
                    "name" => out.push(member.name.clone().into()),
                    "taken" => out.extend(member.taken.clone()),
                    "deprecated" => out.extend(member.deprecated.clone()),
                    _ => out.extend(member.docs.clone().into_iter().chain(member.deprecated.clone())),
                }
            }
            TokenTree::Group(group) => {
                out.push(Group::new(group.delimiter(), fill(group.stream(), members)).into());
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}
