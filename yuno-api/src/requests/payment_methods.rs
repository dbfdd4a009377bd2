//! Short ways to enroll a payment method, and to pay with what is enrolled.

use crate::{
    accessors::MissingField,
    types::{
        AccountId, CardDataInput, Country, EnrollPaymentMethod, EnrolledPaymentMethod, EnrollmentStatus,
        PaymentMethodInput, PaymentMethodType, Workflow,
    },
};

impl EnrollPaymentMethod {
    /// Enrolls a card from server to server. Only PCI certified merchants may send it.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// # let account = "493e9374-510a-4201-9e09-de669d75f256";
    /// let card = CardDataInput::new("4507990000000002", 11, 2028, "JOHN DOE").with_security_code("123");
    /// let body = EnrollPaymentMethod::card(account, Country::Br, card);
    /// ```
    pub fn card(account_id: impl Into<AccountId>, country: impl Into<Country>, card: CardDataInput) -> Self {
        Self::builder()
            .account_id(account_id)
            .country(country)
            .type_(PaymentMethodType::Card)
            .workflow(Workflow::Direct)
            .card_data(card)
            .build()
    }
}

impl EnrolledPaymentMethod {
    /// The payment method as a payment takes it.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// let enrolled = EnrolledPaymentMethod::decode(br#"{
    ///     "vaulted_token": "dcc06b32-43ad-4627-aa75-c631eb50c2ac", "type": "CARD", "status": "ENROLLED"
    /// }"#).unwrap();
    /// let method = enrolled.to_input().unwrap();
    ///
    /// let begun = EnrolledPaymentMethod::decode(br#"{"type": "CARD", "status": "READY_TO_ENROLL"}"#).unwrap();
    /// assert!(begun.to_input().unwrap_err().to_string().contains("is not enrolled yet"));
    /// ```
    ///
    /// # Errors
    ///
    /// Where it is not enrolled, or not any more, or the answer lacks the token.
    pub fn to_input(&self) -> Result<PaymentMethodInput, MissingField> {
        use EnrollmentStatus::{Created, EnrollInProcess, Enrolled, ReadyToEnroll};

        let remedy = match &self.status {
            None | Some(Enrolled) => None,
            Some(Created | ReadyToEnroll | EnrollInProcess) => Some("it is not enrolled yet; wait for the webhook"),
            Some(_) => Some("its status is not ENROLLED; have the customer enroll it anew"),
        };
        if let Some(remedy) = remedy {
            return Err(MissingField::new("payment method", "token that can be charged", remedy));
        }
        let token = self.vaulted_token()?;
        Ok(match &self.type_ {
            None | Some(PaymentMethodType::Card) => PaymentMethodInput::vaulted(token),
            Some(other) => PaymentMethodInput::vaulted_as(other.clone(), token),
        })
    }
}
