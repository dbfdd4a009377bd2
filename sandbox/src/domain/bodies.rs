//! What every handler does with a request and with an answer: reads the one, writes the other.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use yuno_api::types::{Amount, Country, Decode, ErrorCode, Json, Patch};

use super::{Answer, Request, errors::Refused};

/// The body, as the type that the operation takes.
pub(crate) fn body<T: Decode>(request: &Request) -> Result<T, Refused> {
    T::decode(&request.body)
        .map_err(|error| Refused::new(400, ErrorCode::BadRequest, format!("the body cannot be read: {error}")))
}

/// A parameter in the path.
pub(crate) fn path<'a>(request: &'a Request, name: &str) -> Result<&'a str, Refused> {
    let found = request.path.iter().find(|(key, _)| *key == name);
    found
        .map(|(_, value)| value.as_str())
        .ok_or_else(|| Refused::new(400, ErrorCode::MissingParameters, format!("the path has no {name}")))
}

/// A parameter in the query.
pub(crate) fn query<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// An answer with a body.
pub(crate) fn answer<T: Serialize>(status: u16, body: &T) -> Result<Answer, Refused> {
    Ok(Answer { status, body: Some(json(body)?) })
}

/// The JSON of a value of the API.
pub(crate) fn json<T: Serialize>(body: &T) -> Result<Json, Refused> {
    Json::new(body).map_err(|error| internal(&error))
}

/// The same members as another type of the API: what makes a thing, as the thing.
pub(crate) fn recast<T: Decode>(from: &impl Serialize) -> Result<T, Refused> {
    let text = serde_json::to_vec(from).map_err(|error| internal(&error))?;
    T::decode(&text).map_err(|error| internal(&error))
}

/// What a member of a PATCH body does to the member.
pub(crate) fn patch<T, M: From<T>>(member: &mut Option<M>, patch: Patch<T>) {
    match patch {
        Patch::Keep => {}
        Patch::Clear => *member = None,
        Patch::Set(value) => *member = Some(value.into()),
    }
}

/// Whether what belongs to one account may be seen by a call for the other. Without `X-Account-Code` a call is for the
/// account of its keys, which is the only one that then comes into question.
pub(crate) fn same_account(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// Refuses a body for another account than the one that the headers name.
pub(crate) fn check_account(request: &Request, account_id: &str) -> Result<(), Refused> {
    if same_account(request.account.as_deref(), Some(account_id)) {
        return Ok(());
    }
    let message = "account_id is another account than X-Account-Code names: send the same in both";
    Err(Refused::new(400, ErrorCode::InvalidAccountId, message))
}

/// Refuses what is no country, though the list of the spec may have it.
pub(crate) fn check_country(country: &Country) -> Result<(), Refused> {
    match country {
        Country::Empty | Country::Unrecognized(_) => {
            let message = "country is none that payments are processed in: send its ISO 3166-1 alpha-2 code";
            Err(Refused::new(400, ErrorCode::CountryNotSupported, message))
        }
        _ => Ok(()),
    }
}

/// Refuses an amount that nobody can pay: one below zero, or finer than its currency.
pub(crate) fn check_amount(amount: &Amount) -> Result<(), Refused> {
    if amount.value.is_none_or(|value| value.is_sign_negative() && !value.is_zero()) {
        return Err(Refused::new(400, ErrorCode::InvalidAmount, "an amount cannot be less than 0"));
    }
    match amount.minor_units() {
        Ok(_) => Ok(()),
        Err(error) => Err(Refused::new(400, ErrorCode::InvalidAmount, error.to_string())),
    }
}

/// So long after now. The calendar ends before it overflows.
pub(crate) fn after(now: Timestamp, duration: SignedDuration) -> Timestamp {
    now.checked_add(duration).unwrap_or(Timestamp::MAX)
}

/// What should not happen.
pub(crate) fn internal(error: &dyn std::fmt::Display) -> Refused {
    Refused::new(500, ErrorCode::InternalError, format!("the sandbox could not write its answer: {error}"))
}
