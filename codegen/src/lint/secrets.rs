//! Rules about texts that should not be in a public repository: a card number in a description.

use super::Context;
use crate::report::Finding;
use crate::survey::{Role, Survey};
use crate::tree::{Node, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if let Some(root) = context.document.root() {
        walk(root, findings);
    }
    for named in entries(context.survey) {
        walk(&named.entry.node, findings);
    }
}

/// All but the examples, which have test cards on purpose.
fn entries<'a>(survey: &'a Survey<'a>) -> impl Iterator<Item = &'a crate::survey::Named<'a>> {
    survey.entries.iter().filter(|named| named.role != Role::Example)
}

/// `card-number`
fn walk(node: &Node, findings: &mut Vec<Finding>) {
    match &node.value {
        Value::Text(text) if has_card_number(text) => {
            let message = "The text holds what looks like a card number.";
            let remedy = "Leave it out, or move it into an example with a number from the vendor's test cards.";
            findings.push(Finding::new("card-number", node.place, message, remedy));
        }
        Value::List(items) => items.iter().for_each(|item| walk(item, findings)),
        Value::Map(entries) => entries.iter().for_each(|entry| walk(&entry.node, findings)),
        Value::Text(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Thirteen to nineteen digits, with at most a space or hyphen between two, whose check digit is right.
fn has_card_number(text: &str) -> bool {
    let mut digits: Vec<u32> = Vec::new();
    let mut gap = 0;
    for one in text.chars().chain(['x']) {
        if let Some(digit) = one.to_digit(10) {
            digits.push(digit);
            gap = 0;
            continue;
        }
        gap += 1;
        if gap == 1 && matches!(one, ' ' | '-') && !digits.is_empty() {
            continue;
        }
        if is_card_number(&digits) {
            return true;
        }
        digits.clear();
        gap = 0;
    }
    false
}

fn is_card_number(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => *digit,
            (_, doubled) => doubled / 10 + doubled % 10,
        })
        .sum();
    (13..=19).contains(&digits.len()) && sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != 0)
}

#[cfg(test)]
mod tests {
    use super::super::testing::leads_to;
    use super::has_card_number;

    #[test]
    fn card_numbers_are_told_from_other_digits() {
        for text in ["4111111111111111", "such as 4111 1111 1111 1111.", "4111-1111-1111-1111", "378282246310005"] {
            assert!(has_card_number(text), "{text}");
        }
        for text in ["", "4111111111111112", "2026-08-21", "12345678901234.5678", "0000000000000000", "16 to 19 digits"]
        {
            assert!(!has_card_number(text), "{text}");
        }
    }

    #[test]
    fn a_description_has_no_card_number() {
        leads_to(
            "description: What it is.",
            "description: Such as 4111 1111 1111 1111.",
            &["card-number `Such as 4111 1111 1111 1111.`"],
        );
    }
}
