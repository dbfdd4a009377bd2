//! Values that must be seen nowhere: what the canary test puts into bodies and then looks for.

use yuno_codegen::model::{Component, Kind, Property, Type};

use super::{Tree, api, properties};

/// A card number, a security code, a token, a name, an e-mail address, and what a person writes. Each has a part that
/// stands nowhere else, so that it is found even where it was cut.
pub const SECRETS: &[&str] = &[
    "CANARY-4111111111111111-CANARY",
    "4111111111111111",
    "CANARY-CVV-737",
    "sandbox_gAAAAABcanary0Token1Value2",
    "Ada Canary Lovelace",
    "ada.canary@example.com",
    "Avenida Canary 1500, piso 3",
    "eyJhbGciOiJIUzI1NiJ9.Y2FuYXJ5.canary",
];

/// A token that looks like an id, which may be seen. It is put only where the spec says that it is sensitive.
pub const TOKEN: &str = "deadbeef-cafe-4bad-8bad-c0ffeec0ffee";

/// The part of a text that should not be in it.
#[must_use]
pub fn leak(shown: &str) -> Option<String> {
    let lower = shown.to_lowercase();
    let marks = ["canary", "y2fuyxj5", "41111111", "4111 1111", "deadbeef"];
    let found = marks.iter().find_map(|mark| lower.find(mark))?;
    let start = (0..=found.saturating_sub(60)).rev().find(|at| lower.is_char_boundary(*at))?;
    Some(lower[start..].chars().take(160).collect())
}

/// How a body is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Every text is a secret, in a body that is otherwise as the spec says.
    Texts,
    /// Every member is a secret, whatever it should be.
    Members,
    /// Every text is a secret that came as a number.
    Numbers,
}

/// A body full of secrets: every member of the object, so many objects deep, and members that no type knows.
#[must_use]
pub fn marked(component: &Component, fill: Fill, depth: usize) -> Tree {
    let mut count = 0;
    object(component, fill, depth, &mut count)
}

fn object(component: &Component, fill: Fill, depth: usize, count: &mut usize) -> Tree {
    let mut members: Vec<_> = properties(component)
        .iter()
        .map(|property| {
            let value = if fill == Fill::Members && matches!(property.ty, Type::Integer | Type::Number) {
                // A number in quotes is a number, and those are shown.
                Tree::text(SECRETS[0])
            } else if fill == Fill::Members && !is_object(&property.ty) {
                secret(count)
            } else {
                value(&property.ty, sensitive(property), fill, depth, count)
            };
            (property.name.clone(), value)
        })
        .collect();
    members.push(("canary_4111111111111111".to_owned(), secret(count)));
    members.push(("new_object".to_owned(), free_form(count)));
    Tree::Object(members)
}

fn value(ty: &Type, sensitive: bool, fill: Fill, depth: usize, count: &mut usize) -> Tree {
    match ty {
        Type::Text | Type::Time if sensitive && fill == Fill::Texts && count.is_multiple_of(2) => {
            *count += 1;
            Tree::text(TOKEN)
        }
        Type::Text | Type::Time if fill == Fill::Numbers => Tree::number("4111111111111111"),
        Type::Text | Type::Time => secret(count),
        Type::Integer | Type::Number => Tree::number("1"),
        Type::Flag => Tree::Flag(true),
        Type::Any => free_form(count),
        Type::List(item) => {
            Tree::List(vec![value(item, sensitive, fill, depth, count), value(item, sensitive, fill, depth, count)])
        }
        Type::Ref(name) => match api().component(name) {
            Some(component) if is_object(ty) && depth > 0 => object(component, fill, depth - 1, count),
            Some(_) if is_object(ty) => free_form(count),
            Some(component) => {
                let own = matches!(component.kind, Kind::Text { sensitive: Some(_), .. });
                value(&Type::Text, sensitive || own, fill, depth, count)
            }
            None => panic!("the spec has no component {name}"),
        },
    }
}

fn is_object(ty: &Type) -> bool {
    matches!(ty, Type::Ref(name) if api().component(name).is_some_and(|it| matches!(it.kind, Kind::Object { .. })))
}

fn sensitive(property: &Property) -> bool {
    property.sensitive.is_some()
}

fn free_form(count: &mut usize) -> Tree {
    Tree::Object(vec![("canary".to_owned(), secret(count)), ("list".to_owned(), Tree::List(vec![secret(count)]))])
}

fn secret(count: &mut usize) -> Tree {
    *count += 1;
    Tree::text(SECRETS[*count % SECRETS.len()])
}
