//! How an enrollment goes on: which step leads from which status to which.

use yuno_api::types::EnrollmentStatus::{self, *};

/// What happens to a payment method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The customer is asked for the details, or sent to the provider.
    Ask,
    /// The provider sets to work.
    Begin,
    /// It can be charged from now on.
    Enroll,
    /// The provider or the issuer says no.
    Decline,
    /// Yuno says no.
    Reject,
    /// Something fails.
    Fail,
    /// Nobody wants it any more before it is enrolled.
    Cancel,
    /// Its time runs out.
    Expire,
    /// The provider is told to remove it.
    Unenroll,
    /// It leaves the vault.
    Remove,
}

/// Where a step leads. `None`: nowhere, the status does not allow it.
pub(crate) fn after(status: &EnrollmentStatus, step: Step) -> Option<EnrollmentStatus> {
    let next = match (status, step) {
        (Created, Step::Ask) => ReadyToEnroll,
        (Created | ReadyToEnroll, Step::Begin) => EnrollInProcess,
        (Created | ReadyToEnroll | EnrollInProcess, Step::Enroll) => Enrolled,
        (Created | ReadyToEnroll | EnrollInProcess, Step::Decline) => Declined,
        (Created | ReadyToEnroll | EnrollInProcess, Step::Reject) => Rejected,
        (Created | ReadyToEnroll | EnrollInProcess, Step::Fail) => Error,
        (Created | ReadyToEnroll | EnrollInProcess, Step::Cancel) => Canceled,
        (ReadyToEnroll | EnrollInProcess | Enrolled, Step::Expire) => Expired,
        (Enrolled, Step::Unenroll) => UnenrollInProcess,
        (Enrolled | Expired | UnenrollInProcess, Step::Remove) => Unenrolled,
        _ => return None,
    };
    Some(next)
}

/// The event that tells of a status, where one does.
pub(crate) fn event(status: &EnrollmentStatus) -> Option<&'static str> {
    match status {
        Enrolled | Declined | Rejected | Error | Canceled => Some("enroll"),
        Expired => Some("expiration"),
        Unenrolled => Some("unenroll"),
        _ => None,
    }
}
