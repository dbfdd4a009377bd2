//! From a value of the spec to the Rust expression that makes it, by the model.

use super::layout::Code;
use crate::{
    lower,
    model::{Api, Component, Kind, Property, Type},
    names,
    tree::{Node, Value},
};

/// Components for which the crate writes a `new` by hand, by module and name, with its arguments.
const CONSTRUCTORS: [(&str, &str, [&str; 2]); 2] = [
    ("common/amount", "Amount", ["currency", "value"]),
    ("payments/create_payment", "PaymentAmount", ["currency", "value"]),
];

/// Significant digits of a `Decimal`.
const DIGITS: usize = 28;

/// What the place of an expression takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Whatever converts into the type: an argument of a builder's method.
    Member,
    /// The same, of a member that may be null. Texts convert; anything else has to be of the type.
    Patch,
    /// The type alone: an item of a list.
    Item,
}

/// An object, through its builder. None where Rust cannot write one of its values.
pub(super) fn object(component: &Component, node: &Node, api: &Api) -> Option<Code> {
    let Value::Map(entries) = &node.value else { return None };
    let constructor = CONSTRUCTORS.iter().find(|(module, name, arguments)| {
        let is_all = entries.len() == arguments.len() && arguments.iter().all(|name| node.get(name).is_some());
        component.module == *module && component.name == *name && is_all
    });
    if let Some((_, name, arguments)) = constructor {
        let argument = |name: &&str| Some(member(component, of(component, name)?, node.get(name)?, api)?.line());
        let arguments = arguments.iter().map(argument).collect::<Option<Vec<_>>>()?;
        return Some(Code::Word(format!("{name}::new({})", arguments.join(", "))));
    }
    let mut set = Vec::new();
    for entry in entries {
        let property = of(component, &entry.key)?;
        let name = property.rust_name.clone().unwrap_or_else(|| names::member(&property.name));
        set.push((name, member(component, property, &entry.node, api)?));
    }
    Some(Code::Built { name: component.name.clone(), set })
}

fn of<'c>(component: &'c Component, name: &str) -> Option<&'c Property> {
    component.properties().iter().find(|property| property.name == name && !property.read_only)
}

/// What a member is set to.
fn member(component: &Component, property: &Property, node: &Node, api: &Api) -> Option<Code> {
    let sensitive = property.sensitive.is_some();
    let takes_null = component.takes_null(property);
    if takes_null && matches!(node.value, Value::Null) {
        let ty = match &property.ty {
            Type::List(item) if property.one_or_many => format!("OneOrMany::<{}>", type_name(item, sensitive)),
            ty => type_name(ty, sensitive),
        };
        return Some(Code::Word(format!("Patch::<{ty}>::Clear")));
    }
    let place = if takes_null { Place::Patch } else { Place::Member };
    let code = value(&property.ty, sensitive, node, place, api)?;
    if takes_null && property.one_or_many {
        return Some(Code::Word(format!("OneOrMany::from({})", code.line())));
    }
    Some(code)
}

/// A value of a type.
fn value(ty: &Type, sensitive: bool, node: &Node, place: Place, api: &Api) -> Option<Code> {
    let named = |name: &str, text: &str| match place {
        Place::Member | Place::Patch => format!("{text:?}"),
        Place::Item => format!("{name}::from({text:?})"),
    };
    let word = match (ty, &node.value) {
        (Type::Text | Type::Time, Value::Text(text)) if sensitive => named("Sensitive", text),
        (Type::Text, Value::Text(text)) => named("String", text),
        (Type::Time, Value::Text(text)) => format!("{text:?}.parse::<Timestamp>()?"),
        (Type::Flag, Value::Bool(flag)) => flag.to_string(),
        (Type::Integer, Value::Number(text)) => integer(text, place == Place::Member)?,
        (Type::Number, Value::Number(text)) => decimal(text)?,
        (Type::Any, _) => {
            let json = format!("serde_json::json!({})", json(node)?);
            if place == Place::Member { json } else { format!("Json::from({json})") }
        }
        (Type::List(item), Value::List(items)) if items.is_empty() => {
            format!("Vec::<{}>::new()", type_name(item, sensitive))
        }
        (Type::List(item), Value::List(items)) => {
            let items = items.iter().map(|node| value(item, sensitive, node, Place::Item, api));
            return Some(Code::List(items.collect::<Option<_>>()?));
        }
        (Type::Ref(name), node_value) => {
            let component = api.component(name)?;
            match (&component.kind, node_value) {
                (Kind::Object { .. }, _) => return object(component, node, api),
                (Kind::Enum { values, .. }, Value::Text(text)) => {
                    let value = values.iter().find(|value| value.value == *text)?;
                    format!("{name}::{}", lower::variant(value))
                }
                (Kind::Text { .. }, Value::Text(text)) => named(name, text),
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(Code::Word(word))
}

/// The type of a member without what stands around it.
fn type_name(ty: &Type, sensitive: bool) -> String {
    match ty {
        Type::Text | Type::Time if sensitive => "Sensitive".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Time => "Timestamp".to_owned(),
        Type::Integer => "i64".to_owned(),
        Type::Number => "Decimal".to_owned(),
        Type::Flag => "bool".to_owned(),
        Type::Any => "Json".to_owned(),
        Type::Ref(name) => name.clone(),
        Type::List(item) => format!("Vec<{}>", type_name(item, sensitive)),
    }
}

/// A whole number. What has no suffix is an `i32`, which converts into the `i64` of a member.
fn integer(text: &str, converts: bool) -> Option<String> {
    let number: i64 = text.parse().ok()?;
    Some(if converts && i32::try_from(number).is_ok() { number.to_string() } else { format!("{number}_i64") })
}

/// A decimal with the digits of the spec.
fn decimal(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|one| one.is_ascii_digit());
    (is_number(whole) && is_number(fraction) && digits.len() <= DIGITS).then(|| format!("dec!({text})"))
}

/// The argument of `serde_json::json!`: as JSON, but for its texts and numbers, which are Rust's.
fn json(node: &Node) -> Option<String> {
    Some(match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(text) => match text.parse::<i64>() {
            Ok(number) => integer(&number.to_string(), true)?,
            Err(_) => format!("{:?}", text.parse::<f64>().ok().filter(|number| number.is_finite())?),
        },
        Value::Text(text) => format!("{text:?}"),
        Value::List(items) => {
            format!("[{}]", items.iter().map(json).collect::<Option<Vec<_>>>()?.join(", "))
        }
        Value::Map(entries) => {
            let members = entries.iter().map(|entry| Some(format!("{:?}: {}", entry.key, json(&entry.node)?)));
            let members = members.collect::<Option<Vec<_>>>()?;
            if members.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", members.join(", ")) }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        for text in ["150.00", "-0.5", "0", "1234567890123456789012345.67"] {
            assert_eq!(decimal(text), Some(format!("dec!({text})")));
        }
        // What no decimal holds has no example, rather than a wrong one.
        for text in ["1e3", ".5", "5.", "", "-", "12345678901234567890123456789"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn whole_numbers_are_of_a_type_that_holds_them() {
        assert_eq!(integer("5", true).as_deref(), Some("5"));
        assert_eq!(integer("5000000000", true).as_deref(), Some("5000000000_i64"));
        assert_eq!(integer("5", false).as_deref(), Some("5_i64"));
        assert_eq!(integer("9223372036854775808", true), None);
        assert_eq!(integer("2.0", true), None);
    }

    #[test]
    fn any_value_is_written_as_rust_writes_it() {
        let place = crate::tree::Place { file: crate::tree::FileId(0), line: 1, column: 1, start: 0, end: 0 };
        let node = |value| Node { value, place };
        let entry = |key: &str, value| crate::tree::Entry { key: key.to_owned(), key_place: place, node: node(value) };
        let value = node(Value::Map(vec![
            entry("bell\u{7}", Value::Text("a \"b\"\n".to_owned())),
            entry("list", Value::List(vec![node(Value::Null), node(Value::Bool(true)), node(Value::Map(Vec::new()))])),
            entry("number", Value::Number("-1.5e3".to_owned())),
        ]));
        let expected = r#"{ "bell\u{7}": "a \"b\"\n", "list": [null, true, {}], "number": -1500.0 }"#;
        assert_eq!(json(&value).as_deref(), Some(expected));
        assert_eq!(json(&node(Value::Number("1e999".to_owned()))), None);
    }
}
