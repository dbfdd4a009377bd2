//! What the API may do to a body that the spec does not foresee.

use super::{
    Choices, Tree,
    values::{NUMBERS, TEXTS, any, any_name},
};

/// Changes one value below the root, or adds or takes away a member anywhere.
pub fn mutate(body: &mut Tree, choices: &mut Choices<'_>) {
    let count = body.count();
    // The root stays what it is, because of a root of another kind nothing can be read.
    let index = choices.below(count);
    let Some(node) = body.at(index) else { return };
    if let Tree::Object(members) = node
        && (index == 0 || choices.chance(2, 3))
    {
        change_members(members, choices);
        return;
    }
    if index > 0 {
        let old = std::mem::replace(node, Tree::Null);
        *node = change(old, choices);
    }
}

fn change_members(members: &mut Vec<(String, Tree)>, choices: &mut Choices<'_>) {
    if !members.is_empty() && choices.below(3) == 0 {
        let index = choices.below(members.len());
        if choices.below(2) == 0 {
            members.remove(index);
        } else {
            members[index].1 = Tree::Null;
        }
        return;
    }
    let name = if choices.below(2) == 0 { "brand_new_field".to_owned() } else { any_name(choices) };
    if members.iter().all(|(it, _)| *it != name) {
        let at = choices.below(members.len() + 1);
        members.insert(at, (name, any(3, choices)));
    }
}

fn change(old: Tree, choices: &mut Choices<'_>) -> Tree {
    if choices.below(4) == 0 {
        return any(3, choices);
    }
    match old {
        Tree::Text(text) => match choices.below(4) {
            0 => Tree::text("A_VALUE_THAT_NOBODY_KNOWS"),
            1 => Tree::text(&text.to_lowercase()),
            2 => Tree::text(choices.word(TEXTS)),
            _ => Tree::number(choices.word(NUMBERS)),
        },
        Tree::Number(text) => {
            let is_whole = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
            match choices.below(5) {
                0 => Tree::Text(text),
                1 if is_whole => Tree::Number(format!("{text}.0")),
                2 if is_whole => Tree::Number(format!("{text}.5")),
                3 if is_whole => Tree::Number(format!("{text}e0")),
                _ => Tree::number(choices.word(NUMBERS)),
            }
        }
        Tree::Flag(flag) => match choices.below(3) {
            0 => Tree::Text(flag.to_string()),
            1 => Tree::number(if flag { "1" } else { "0" }),
            _ => Tree::text("yes"),
        },
        Tree::List(mut items) => match choices.below(4) {
            0 if !items.is_empty() => items.remove(0),
            1 => Tree::Object(items.into_iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect()),
            2 => Tree::List(vec![Tree::List(items)]),
            _ => {
                let at = choices.below(items.len() + 1);
                items.insert(at, any(2, choices));
                Tree::List(items)
            }
        },
        Tree::Object(members) => match choices.below(4) {
            0 => Tree::List(vec![Tree::Object(members)]),
            1 => Tree::List(members.into_iter().map(|(_, value)| value).collect()),
            2 => Tree::text("an object before"),
            _ => Tree::List(Vec::new()),
        },
        Tree::Null => any(3, choices),
    }
}
