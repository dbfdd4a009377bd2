//! Nothing is refused and nothing is lost: whatever a body holds, each type reads it and writes it back.
//!
//! A property over every type of the crate. `YUNO_TEST_EFFORT=100` runs a hundred times as many cases.

#![allow(clippy::panic, clippy::unwrap_used)]

use serde::{Deserialize, Serialize};
use yuno_api::types::{Decode, Encode};
use yuno_tests::schema::{
    Choices, Subject, Tree, api, bodies, component,
    mutate::mutate,
    objects, properties, run, tree,
    values::{self, any, any_members, any_name, of_type},
};

/// Reads a body, writes it again and holds both together; then does it once more, which must change nothing.
fn survives(subject: &Subject, sent: &Tree, style: &mut Choices<'_>) -> Result<(), String> {
    let body = sent.write_as(style);
    let found = subject.inspect(body.as_bytes()).map_err(|error| format!("{error}\n{body}"))?;
    let encoded = String::from_utf8(found.encoded).map_err(|_| "what came back is not UTF-8")?;
    let back = Tree::parse(&encoded);
    let listed;
    let sent = match sent {
        // An answer of one object where a list should be is a list of one.
        Tree::Object(_) if subject.is_list() => {
            listed = Tree::List(vec![sent.clone()]);
            &listed
        }
        _ => sent,
    };
    if let Some(difference) = tree::difference(sent, &back, &|path| null_counts(subject, path)) {
        return Err(format!("{difference}\nsent {body}\nback {encoded}"));
    }
    let again = subject.inspect(encoded.as_bytes()).map_err(|error| format!("what came back: {error}\n{encoded}"))?;
    let sorted = |mut paths: Vec<String>| {
        paths.sort_unstable();
        paths
    };
    let same = again.encoded == encoded.as_bytes()
        && again.debug == found.debug
        && sorted(again.unknown_fields) == sorted(found.unknown_fields)
        && again.unknown_values == found.unknown_values
        && again.violations == found.violations;
    if same { Ok(()) } else { Err(format!("read again, it is another value\nsent {body}\nback {encoded}")) }
}

/// Whether null is a value here: in a PATCH body, for each member of its own.
fn null_counts(subject: &Subject, path: &[&str]) -> bool {
    let component = subject.object();
    match path {
        [name] => component.patch && properties(component).iter().any(|it| it.name == *name && !it.required),
        _ => false,
    }
}

fn all() -> Vec<Subject> {
    objects().into_iter().chain(bodies()).collect()
}

fn for_all(what: &str, cases: u32, property: impl Fn(&Subject, &mut Choices<'_>) -> Result<(), String>) {
    for subject in all() {
        run::check(&format!("{what}, {}", subject.name), cases, |choices| property(&subject, choices));
    }
}

fn valid(subject: &Subject, choices: &mut Choices<'_>) -> Tree {
    of_type(&subject.ty, &yuno_codegen::model::Limits::default(), 0, choices)
}

#[test]
fn every_object_of_the_spec_is_a_type() {
    let named: Vec<String> = objects().into_iter().map(|subject| subject.name).collect();
    let expected: Vec<&str> =
        api().components.iter().filter(|it| !properties(it).is_empty()).map(|it| it.name.as_str()).collect();
    assert_eq!(named, expected);
}

#[test]
fn what_the_spec_allows() {
    for_all("valid", 8, |subject, choices| survives(subject, &valid(subject, choices), choices));
}

#[test]
fn what_the_spec_does_not_foresee() {
    for_all("mutated", 24, |subject, choices| {
        let mut body = valid(subject, choices);
        for _ in 0..=choices.below(4) {
            mutate(&mut body, choices);
        }
        survives(subject, &body, choices)
    });
}

#[test]
fn any_json_in_any_member() {
    for_all("any member", 6, |subject, choices| {
        let mut members: Vec<_> =
            properties(subject.object()).iter().map(|property| (property.name.clone(), any(4, choices))).collect();
        members.extend(
            any_members(2, choices)
                .into_iter()
                .filter(|(name, _)| properties(subject.object()).iter().all(|property| property.name != *name)),
        );
        survives(subject, &Tree::Object(members), choices)
    });
}

#[test]
fn any_json_at_all() {
    for_all("any", 12, |subject, choices| {
        let body = any(5, choices);
        let body = if choices.below(4) > 0 { Tree::Object(vec![(any_name(choices), body)]) } else { body };
        match (&body, subject.is_list()) {
            (Tree::Object(_), _) | (Tree::List(_), true) => survives(subject, &body, choices),
            _ => match subject.inspect(body.write().as_bytes()) {
                Err(error) if error.path() == "$" => Ok(()),
                Err(error) => Err(format!("{error} is not about the root")),
                Ok(_) => Err(format!("{} was taken for an object", body.write())),
            },
        }
    });
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    for_all("twice", 6, |subject, choices| {
        let mut members = Vec::new();
        for property in properties(subject.object()) {
            for _ in 0..choices.below(3) {
                let value = if choices.below(2) == 0 { values::member(property, 3, choices) } else { any(1, choices) };
                members.push((property.name.clone(), value));
            }
        }
        for _ in 0..choices.below(6) {
            members.push((choices.word(&["new", "newer", ""]).to_owned(), any(1, choices)));
        }
        let count = members.len();
        for at in 0..count {
            members.swap(at, choices.below(count));
        }
        survives(subject, &Tree::Object(members), choices)
    });
}

/// What an API written in JavaScript makes of a text that it cuts in the middle of an emoji.
#[test]
fn half_of_a_surrogate_pair_in_any_member() {
    for subject in all() {
        for property in properties(subject.object()) {
            for value in [r#""cut \ud83d""#, r#"["\ud83d",{"x":"\udE00"}]"#] {
                let body = format!(r#"{{"{}":{value}}}"#, property.name);
                let found = subject.inspect(body.as_bytes()).unwrap_or_else(|error| panic!("{body}: {error}"));
                let back = String::from_utf8(found.encoded).unwrap();
                assert!(back.contains(&body[1..body.len() - 1]), "{body} came back as {back}");
            }
        }
    }
}

/// Text that is not JSON is refused by exactly those who should, and by nobody else.
#[test]
fn what_is_json_is_judged_as_serde_json_does() {
    for_all("corrupted", 16, |subject, choices| {
        let mut body = valid(subject, choices);
        mutate(&mut body, choices);
        let mut body = body.write_as(choices).into_bytes();
        let at = choices.below(body.len() + 1);
        match choices.below(4) {
            0 => body.truncate(at),
            1 => body.insert(at, *choices.one(b"\"\\{}[],:0e-+.tn/ \n\0\x1f\xff\xc3")),
            2 if at < body.len() => body[at] = *choices.one(b"\"\\{}[],:0e-+.tn/ \n\0\x1f\xff\xc3"),
            _ if at < body.len() => drop(body.remove(at)),
            _ => {}
        }
        let is_json = serde_json::from_slice::<&serde_json::value::RawValue>(&body)
            .is_ok_and(|raw| raw.get().starts_with('{') || (subject.is_list() && raw.get().starts_with('[')));
        let shown = String::from_utf8_lossy(&body);
        match (subject.inspect(&body), is_json) {
            (Ok(found), true) => {
                let (sent, back) = (Tree::parse(&shown), Tree::parse(std::str::from_utf8(&found.encoded).unwrap()));
                let sent =
                    if subject.is_list() && matches!(sent, Tree::Object(_)) { Tree::List(vec![sent]) } else { sent };
                tree::difference(&sent, &back, &|path| null_counts(subject, path)).map_or(Ok(()), Err)
            }
            (Err(_), false) => Ok(()),
            // A name that is no text has no place to be kept in.
            (Err(error), true) if error.found() == "half of a surrogate pair" => Ok(()),
            (Ok(_), false) => Err(format!("taken, though it is not what it should be: {shown}")),
            (Err(error), true) => Err(format!("{error}: {shown}")),
        }
    });
}

/// The values themselves, not only their text: read, cloned, written by serde, read by serde.
fn is_itself<T>(name: &str)
where
    T: Decode + Encode + Clone + PartialEq + std::fmt::Debug + for<'de> Deserialize<'de> + Serialize,
{
    run::check(&format!("itself, {name}"), 24, |choices| {
        let sent = values::of_component(component(name), 0, choices);
        let value = T::decode(sent.write_as(choices).as_bytes()).map_err(|error| error.to_string())?;
        let text = serde_json::to_string(&value).map_err(|error| error.to_string())?;
        let again: T = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        let wrapped: Vec<Option<T>> =
            serde_json::from_str(&format!("[null,{text}]")).map_err(|error| format!("{error}: {text}"))?;
        if again == value && value == value.clone() && wrapped.last() == Some(&Some(again)) {
            Ok(())
        } else {
            Err(format!("not equal: {text}"))
        }
    });
}

macro_rules! every_request {
    ($($ty:ident)*) => {
        #[test]
        fn every_request_is_equal_to_itself_read_again() {
            $(is_itself::<yuno_api::types::$ty>(stringify!($ty));)*
        }

        #[test]
        fn no_request_is_forgotten() {
            let mut expected: Vec<_> = bodies()
                .into_iter()
                .filter(|subject| subject.request)
                .map(|subject| subject.object().name.clone())
                .collect();
            expected.sort_unstable();
            expected.dedup();
            assert_eq!(vec![$(stringify!($ty)),*], expected);
        }
    };
}

every_request! {
    CancelPayment CapturePayment CreateCheckoutSession CreateCustomer CreateCustomerSession CreateFulfillment
    CreatePayment CreatePaymentLink CreateSessionToken CreateToken DisputeSubmission EnrollPaymentMethod
    EnrollPaymentMethodInSession ReassignPaymentMethod RefundPayment RegisterForAccountUpdater UpdateCheckoutSession
    UpdateCustomer
}
