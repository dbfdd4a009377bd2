//! One page for each resource: its life, its calls, what to keep in your own database, and what goes wrong.
//!
//! | page | what it is | who needs it |
//! |---|---|---|
//! | [`customers`] | a person or company that pays | everybody who keeps payment methods on file |
//! | [`customer_sessions`] | lets the SDK enroll one payment method | with the SDK, to enroll without a payment |
//! | [`checkout_sessions`] | lets the SDK take the payment of one order; with it, one-time tokens | with the SDK |
//! | [`payment_methods`] | what a customer keeps on file, and the vaulted token to charge it with | to charge again without asking |
//! | [`payments`] | money that is owed, reserved, taken, given back, contested | everybody |
//! | [`payment_links`] | a page of Yuno's, on which whoever has the link pays | to be paid by message or mail |
//!
//! # How they hang together
//!
//! ```text
//!            customer
//!               |
//!      +--------+------------------------+
//!      |                                 |
//!  customer session               checkout session
//!      |                                 |
//!  payment method                  one-time token
//!   (vaulted token, good               (good for one
//!    for many payments)                 payment)
//!      |                                 |
//!      +----------------+----------------+
//!                       |
//!                    payment
//!                       |
//!                 transactions: authorization, capture, purchase, refund, cancellation, chargeback
//! ```
//!
//! A payment from server to server needs no session, and no customer either, unless its payment method is to be kept on
//! file.
//!
//! # Where to begin
//!
//! | who asks the customer for the card | what you call |
//! |---|---|
//! | Yuno's SDK, in the browser or app | [`checkout_sessions.create`], hand the session to the SDK, [`payments.create`] with the SDK's token |
//! | nobody: it is on file | [`payments.create`] with the vaulted token |
//! | your own page; you are PCI certified | [`payments.create`] with the card |
//! | nobody: it is Pix, a ticket, a bank | [`payments.create`] with the payment method's name; the answer says what the customer has to do |
//!
//! # What holds for all of them
//!
//! - **A call is sent when it is awaited**, and repeated only where a repeat is safe: [`retry`](crate::retry).
//! - **An error says whether something may have happened**: [`error`](crate::error). Ask
//!   [`outcome_is_unknown`](crate::Error::outcome_is_unknown) before anything else.
//! - **Two calls are two requests.** The client makes a new idempotency key for each. Where your program may run a step
//!   twice, after a crash or from a queue, make the key yourself, keep it with the step, and give it to the call.
//! - **Every member of an answer may be missing.** What the next call needs has a method that says so:
//!   [`Payment::id`](crate::types::Payment::id) and its siblings.
//! - **Not found is 404 in some answers and 400 in others.** Look at the [`code`](crate::Error::code), not at the
//!   status.
//! - **Lists come whole.** No list of these resources has pages, so there is nothing to follow: one call gives all of
//!   it. Answers are bounded ([`max_response_bytes`](crate::client::ClientBuilder::max_response_bytes)).
//! - **Metadata is no place for personal data.** It is shown in the dashboard and travels in webhooks.
//!
//! The pages say what Yuno's reference and guides say, and what this crate does. What neither says, a page lists as not
//! known: try it in the sandbox, or ask Yuno, before you rely on it.
//!
//! [`checkout_sessions.create`]: crate::resources::CheckoutSessions::create
//! [`payments.create`]: crate::resources::Payments::create

pub mod checkout_sessions;
pub mod customer_sessions;
pub mod customers;
pub mod payment_links;
pub mod payment_methods;
pub mod payments;
