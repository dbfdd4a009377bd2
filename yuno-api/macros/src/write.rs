//! Writes the builder.
//!
//! It is a tuple: first the required members, each of a type parameter's type, and last a tuple of the others. So a
//! method that changes a type parameter moves few values, and members may have any name.

use proc_macro::{Ident, Literal, Span, TokenStream, TokenTree};

use crate::{
    read::{Item, Kind, Member},
    template::rust,
};

const ITEM: &str = "
    #[doc = $about]
    #[must_use = \"nothing is built before `build()`\"]
    #[allow(clippy::type_complexity)]
    $visibility struct $builder <$states> ($held ($others));

    #[allow(non_snake_case)]
    mod $needs {
        #![allow(missing_docs, non_camel_case_types, unreachable_pub)]
        $traits
    }

    #[allow(deprecated)]
    impl $name {
        #[doc = $starts]
        #[inline]
        $visibility fn builder() -> $builder { $builder ($missing ($defaults)) }
    }

    #[allow(deprecated, clippy::should_implement_trait, clippy::wrong_self_convention)]
    impl <$held> $builder <$held> {
        $methods

        #[doc = $ends]
        #[inline]
        $visibility fn build(self) -> $name where $given { $name { $values } }
    }
";

/// What a required member's type parameter is once it is given. Each member has such a trait for the compiler's message,
/// in a module of their own, where nothing else is named: a member may be named `str`.
const TRAIT: &str = "
    #[diagnostic::on_unimplemented(message = $message, label = $label)]
    pub trait $member<T>: ::core::convert::Into<T> {}
    impl<T> $member<T> for T {}
";

const REQUIRED: &str = "
    $docs $deprecated
    #[inline]
    $visibility fn $member(self, value: impl ::core::convert::Into<$taken>) -> $builder <$after> { $builder ($moved) }
";

const OTHER: &str = "
    $docs $deprecated
    #[inline]
    $visibility fn $member(mut self, value: impl ::core::convert::Into<$taken>) -> Self {
        $place = $value;
        self
    }

    #[doc = $maybe_docs] $deprecated
    #[inline]
    $visibility fn $maybe(mut self, value: ::core::option::Option<impl ::core::convert::Into<$taken>>) -> Self {
        if let ::core::option::Option::Some(value) = value {
            $place = $value;
        }
        self
    }
";

const NONE: &str = "::core::option::Option::None";
const DEFAULT: &str = "::core::default::Default::default()";
const VALUE: &str = "::core::convert::Into::into(value)";
const SOME: &str = "::core::option::Option::Some(::core::convert::Into::into(value))";

pub(crate) fn builder(item: &Item) -> TokenStream {
    let Item { visibility, name, members } = item;
    let plain = name.to_string();
    let visibility = ("visibility", visibility);
    let name = ("name", &ident(&plain, name));
    let builder = ("builder", &ident(&format!("{plain}Builder"), &item.name));
    let needs = ("needs", &ident(&format!("{plain}Needs"), &item.name));

    // Each with an entry for every required member, and for every other.
    let [mut states, mut held, mut traits, mut missing, mut given] = lists();
    let [mut others, mut defaults] = lists();
    let required: Vec<_> = members.iter().filter(|member| member.kind == Kind::Required).collect();
    for (at, member) in required.iter().enumerate() {
        let message = text(&format!("the required member `{}` of `{plain}` was not given", member.name));
        let label = text(&format!("call `.{}(..)` before this", member.name));
        let taken = ("taken", &member.taken);
        let member = ("member", &ident_of(member));
        let state = ("state", &state(at));
        states.extend(rust("$state = (),", &[state]));
        held.extend(rust("$state,", &[state]));
        traits.extend(rust(TRAIT, &[member, ("message", &message), ("label", &label)]));
        missing.extend(rust("(),", &[]));
        given.extend(rust("$state: $needs::$member<$taken>,", &[state, needs, member, taken]));
    }

    let [mut methods, mut values] = lists();
    let (mut at_required, mut at_other) = (0, 0);
    for member in members {
        let taken = ("taken", &member.taken);
        let own = ("member", &ident_of(member));
        let value = match member.kind {
            Kind::Skipped => rust(DEFAULT, &[]),
            Kind::Required => {
                methods.extend(setter_of_required(&required, at_required, &[visibility, builder, own, taken]));
                at_required += 1;
                let given = rust("::core::convert::Into::into(self.$at)", &[("at", &number(at_required - 1))]);
                if member.is_option {
                    rust("::core::option::Option::Some($given)", &[("given", &given)])
                } else {
                    given
                }
            }
            Kind::Optional | Kind::Default => {
                let place = [("rest", &number(required.len())), ("at", &number(at_other))];
                let place = rust("self.$rest.$at", &place);
                at_other += 1;
                let (ty, default, value) = match member.kind {
                    Kind::Optional => ("::core::option::Option<$taken>,", NONE, SOME),
                    _ => ("$taken,", DEFAULT, VALUE),
                };
                others.extend(rust(ty, &[taken]));
                defaults.extend(rust(default, &[]));
                defaults.extend(rust(",", &[]));
                methods.extend(setters_of_other(member, &place, &rust(value, &[]), &[visibility, own, taken]));
                place
            }
        };
        values.extend(rust("$member: $value,", &[own, ("value", &value)]));
    }

    let about = text(&format!("Builder of [`{plain}`]: a method for each member, and [`build`](Self::build)."));
    let starts = text(&format!("Starts a [`{plain}`] with nothing given. `build()` ends it."));
    let ends = text(&format!("The [`{plain}`] of what was given. It compiles once all that is required is."));
    let parts = [visibility, name, builder, needs];
    let lists = [("states", &states), ("held", &held), ("traits", &traits), ("missing", &missing), ("given", &given)];
    let more = [("others", &others), ("defaults", &defaults), ("methods", &methods), ("values", &values)];
    let docs = [("about", &about), ("starts", &starts), ("ends", &ends)];
    rust(ITEM, &[&parts[..], &lists, &more, &docs].concat())
}

/// The method of the required member at `index`, which changes its type parameter.
fn setter_of_required(required: &[&Member], index: usize, parts: &[(&str, &TokenStream)]) -> TokenStream {
    let [mut after, mut moved] = lists();
    for at in 0..required.len() {
        if at == index {
            after.extend(rust("$taken,", parts));
            moved.extend(rust(VALUE, &[]));
            moved.extend(rust(",", &[]));
        } else {
            after.extend(rust("$state,", &[("state", &state(at))]));
            moved.extend(rust("self.$at,", &[("at", &number(at))]));
        }
    }
    moved.extend(rust("self.$at", &[("at", &number(required.len()))]));
    let Some(member) = required.get(index) else { return TokenStream::new() };
    let own = [("docs", &member.docs), ("deprecated", &member.deprecated), ("after", &after), ("moved", &moved)];
    rust(REQUIRED, &[parts, &own].concat())
}

/// The two methods of a member that is not required.
fn setters_of_other(
    member: &Member,
    place: &TokenStream,
    value: &TokenStream,
    parts: &[(&str, &TokenStream)],
) -> TokenStream {
    let plain = member.name.to_string();
    let plain = plain.trim_start_matches("r#");
    let maybe = ident(&format!("maybe_{plain}"), &member.name);
    let maybe_docs = text(&format!("As [`{plain}`](Self::{plain}) where there is a value. `None` changes nothing."));
    let own = [("docs", &member.docs), ("deprecated", &member.deprecated), ("place", place), ("value", value)];
    rust(OTHER, &[parts, &own, &[("maybe", &maybe), ("maybe_docs", &maybe_docs)]].concat())
}

/// As many empty lists as are asked for.
fn lists<const N: usize>() -> [TokenStream; N] {
    [(); N].map(|()| TokenStream::new())
}

fn ident(name: &str, place: &Ident) -> TokenStream {
    TokenTree::from(Ident::new(name, place.span())).into()
}

fn ident_of(member: &Member) -> TokenStream {
    TokenTree::from(member.name.clone()).into()
}

fn state(at: usize) -> TokenStream {
    TokenTree::from(Ident::new(&format!("S{at}"), Span::call_site())).into()
}

fn number(number: usize) -> TokenStream {
    TokenTree::from(Literal::usize_unsuffixed(number)).into()
}

fn text(text: &str) -> TokenStream {
    TokenTree::from(Literal::string(text)).into()
}
