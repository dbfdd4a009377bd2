//! What the customer has to do.

use std::{borrow::Cow, fmt};

use crate::{
    accessors::text,
    types::{
        Payment, PaymentMethod, PaymentMethodDetail, PaymentSubStatus, Ticket, Transaction, TransactionStatus, Workflow,
    },
};

/// What the customer has to do before the payment can go on.
///
/// `Debug` does not show the address: whoever has it can go on with the payment.
#[derive(Clone)]
pub struct NextStep<'a> {
    payment: &'a Payment,
    url: Option<Cow<'a, str>>,
}

/// What kind of step it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StepKind {
    /// Send the customer's browser to [`url`](NextStep::url): a challenge of the issuer, a bank, a wallet, a provider.
    Redirect,
    /// The payment belongs to Yuno's SDK, and the SDK has something left to do: let it continue the payment.
    ContinueInSdk,
    /// The customer has to enter a one-time password.
    OneTimePassword,
    /// Show the customer what to pay with, and where: [`ticket`](NextStep::ticket),
    /// [`instruction`](NextStep::instruction).
    Show,
    /// The answer does not say. The payment method's page in the vendor's documentation does.
    Unspecified,
}

impl<'a> NextStep<'a> {
    /// The step of a payment that waits for the customer.
    pub(super) fn of(payment: &'a Payment) -> Self {
        Self { payment, url: redirect_url(payment) }
    }

    /// The step, where the answer shows that there is one.
    pub(super) fn known(payment: &'a Payment) -> Option<Self> {
        Some(Self::of(payment)).filter(|step| step.kind() != StepKind::Unspecified)
    }

    /// What kind of step it is.
    #[must_use]
    pub fn kind(&self) -> StepKind {
        if self.payment.sub_status == Some(PaymentSubStatus::PendingOtpCompletion) {
            StepKind::OneTimePassword
        } else if self.sdk_has_to_act() && !self.is_server_to_server() {
            StepKind::ContinueInSdk
        } else if self.url.is_some() {
            StepKind::Redirect
        } else if self.ticket().is_some() || self.instruction().is_some() {
            StepKind::Show
        } else if self.sdk_has_to_act() {
            StepKind::ContinueInSdk
        } else {
            StepKind::Unspecified
        }
    }

    /// Where to send the customer, where there is such a place: for 3-D Secure, a bank, a wallet, a credit or a ticket.
    ///
    /// Where the SDK drives the payment it goes there by itself.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// What the customer has to do, in the provider's words. They are meant to be shown.
    #[must_use]
    pub fn instruction(&self) -> Option<&'a str> {
        details(self.payment).find_map(|detail| {
            let of_ticket = detail.ticket.as_deref().and_then(|ticket| text(ticket.payment_instruction.as_ref()));
            let of_transfer = || text(detail.bank_transfer.as_deref()?.payment_instruction.as_ref());
            of_ticket.or_else(of_transfer)
        })
    }

    /// The ticket to pay with at a till or in a banking app: its number, its barcode, its date.
    #[must_use]
    pub fn ticket(&self) -> Option<&'a Ticket> {
        details(self.payment).find_map(|detail| detail.ticket.as_deref())
    }

    fn sdk_has_to_act(&self) -> bool {
        self.payment.checkout.as_ref().is_some_and(|checkout| checkout.sdk_action_required == Some(true))
    }

    fn is_server_to_server(&self) -> bool {
        matches!(self.payment.workflow, Some(Workflow::Direct | Workflow::Redirect))
    }
}

impl fmt::Debug for NextStep<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextStep").field("kind", &self.kind()).field("has_url", &self.url.is_some()).finish()
    }
}

fn redirect_url(payment: &Payment) -> Option<Cow<'_, str>> {
    details(payment).find_map(detail_url)
}

/// The payment method's details: those of the payment, then those of the transactions that are still open, the newest
/// first, then those of the last one. An address of an attempt that is over leads nowhere.
fn details(payment: &Payment) -> impl Iterator<Item = &PaymentMethodDetail> {
    let open = payment.newest(|it| {
        matches!(it.status, Some(TransactionStatus::Created | TransactionStatus::Pending)) && has_details(it)
    });
    payment
        .payment_method
        .as_deref()
        .into_iter()
        .chain(open.into_iter().chain(payment.last_transaction()).filter_map(|it| it.payment_method.as_deref()))
        .flat_map(details_of)
}

fn has_details(transaction: &Transaction) -> bool {
    transaction.payment_method.as_deref().is_some_and(|method| details_of(method).any(|it| detail_url(it).is_some()))
}

fn details_of(method: &PaymentMethod) -> impl Iterator<Item = &PaymentMethodDetail> {
    method.payment_method_detail.as_deref().into_iter().chain(method.detail.as_deref())
}

/// The address, under whichever kind of payment method it stands.
fn detail_url(detail: &PaymentMethodDetail) -> Option<Cow<'_, str>> {
    let PaymentMethodDetail { card, bank_transfer, wallet, ticket, bnpl, payment_link, unknown_fields, .. } = detail;
    let known = [
        card.as_ref().and_then(|it| it.redirect_url.as_ref()),
        bank_transfer.as_ref().and_then(|it| it.redirect_url.as_ref()),
        wallet.as_ref().and_then(|it| it.redirect_url.as_ref()),
        bnpl.as_ref().and_then(|it| it.redirect_url.as_ref()),
        payment_link.as_ref().and_then(|it| it.redirect_url.as_ref()),
        ticket.as_ref().and_then(|it| it.redirect_url.as_ref()),
    ];
    known.into_iter().find_map(text).map(Cow::Borrowed).or_else(|| {
        // A kind that is new to the API: the customer is to arrive there all the same.
        unknown_fields.iter().find_map(|(_, kind)| {
            let kind = kind.parse::<serde_json::Value>().ok()?;
            let url = kind.get("redirect_url")?.as_str()?;
            (!url.trim().is_empty()).then(|| Cow::Owned(url.to_owned()))
        })
    })
}
