//! One payment method in a customer's name: what is known of it, and what each status makes of it.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use yuno_api::types::{CardData, EnrolledPaymentMethod, EnrollmentStatus, VaultedToken};

use crate::domain::{bodies::after, tokens::CardOnFile};

/// How long an enrollment waits for the customer and the provider. The API publishes no figure.
const PATIENCE: SignedDuration = SignedDuration::from_hours(24);

/// How long a provider takes to remove what it keeps, unless somebody settles it before.
const REMOVAL: SignedDuration = SignedDuration::from_mins(1);

/// By how many years the account updater renews a card.
const RENEWAL: i64 = 4;

/// A payment method in a customer's name.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Enrolled {
    /// The account that it belongs to.
    pub account: String,
    /// Whose it is.
    pub customer: String,
    /// What is charged.
    pub card: CardOnFile,
    /// When the last successful payment was made with it.
    pub last_used_at: Option<Timestamp>,
    /// What the API answers of it.
    pub details: EnrolledPaymentMethod,
    /// Whether the account updater keeps it current.
    pub(super) kept_current: bool,
    /// When something happens to it by itself.
    pub(super) due: Option<Timestamp>,
}

impl Enrolled {
    /// Something of which only the owner is settled.
    pub(super) fn new(account: &str, customer: &str, card: CardOnFile, details: EnrolledPaymentMethod) -> Self {
        let (account, customer) = (account.to_owned(), customer.to_owned());
        Self { account, customer, card, last_used_at: None, details, kept_current: false, due: None }
    }

    /// Where it stands.
    pub(crate) fn status(&self) -> &EnrollmentStatus {
        self.details.status.as_ref().unwrap_or(&EnrollmentStatus::Created)
    }

    /// Takes in the card that the customer gave, and shows it.
    pub(super) fn show_card(&mut self, card: CardOnFile, fingerprint: Option<String>) {
        self.details.name = Some(card.name());
        self.details.description = Some(card.name());
        let brand = card.card.as_ref().and_then(|card| card.brand.as_ref());
        let picture = brand.map_or_else(|| "card".to_owned(), |brand| brand.as_str().to_ascii_lowercase());
        self.details.icon = Some(format!("https://icons.example.com/{picture}.png"));
        self.details.card_data = card.card.clone().map(|mut shown: CardData| {
            shown.fingerprint = fingerprint;
            Box::new(shown)
        });
        self.card = card;
    }

    pub(super) fn enter(&mut self, id: &str, status: EnrollmentStatus, at: Timestamp) {
        let details = &mut self.details;
        details.vaulted_token = (status == EnrollmentStatus::Enrolled).then(|| VaultedToken::from(id));
        if status != EnrollmentStatus::ReadyToEnroll {
            details.action = None;
            details.redirect_url = None;
            if let Some(session) = &mut details.enrollment {
                session.sdk_required_action = Some(false);
            }
        }
        self.due = match status {
            EnrollmentStatus::ReadyToEnroll | EnrollmentStatus::EnrollInProcess => Some(after(at, PATIENCE)),
            EnrollmentStatus::UnenrollInProcess => Some(after(at, REMOVAL)),
            EnrollmentStatus::Enrolled => self.card.expires_at(),
            _ => None,
        };
        self.details.status = Some(status);
        self.details.updated_at = Some(at);
    }

    /// What the networks tell the account updater: the card was replaced by one that runs longer.
    pub(super) fn renew(&mut self, at: Timestamp) {
        let shown = self.details.card_data.as_deref_mut();
        for card in self.card.card.iter_mut().chain(shown) {
            card.expiration_year = card.expiration_year.map(|year| year.saturating_add(RENEWAL));
        }
        self.due = self.card.expires_at();
        self.details.updated_at = Some(at);
    }
}
