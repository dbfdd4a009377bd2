//! Short ways to the request bodies that every integration sends.
//!
//! Each type also has a builder, which reaches all of its members. What is here is the part of it that one writes
//! again and again, and sets explicitly what decides over money: whether a card is charged or only authorized.

#[cfg(feature = "checkout_sessions")]
mod checkout_sessions;
#[cfg(feature = "payment_methods")]
mod payment_methods;

use crate::types::{
    Amount, CancelPayment, CapturePayment, CardDataInput, CardInput, OneTimeToken, PaymentMethodDetailInput,
    PaymentMethodInput, PaymentMethodType, RefundPayment, ReversalReason, Sensitive, VaultedToken,
};

impl PaymentMethodInput {
    /// An enrolled card, by its vaulted token. It is charged at once, unless [`authorize_only`](Self::authorize_only)
    /// follows. For an enrolled payment method other than a card see [`vaulted_as`](Self::vaulted_as).
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// # let (account, vaulted_token) = ("493e9374-510a-4201-9e09-de669d75f256", "dcc06b32-43ad-4627-aa75-c631eb50c2ac");
    /// let payment = CreatePayment::builder()
    ///     .account_id(account)
    ///     .merchant_order_id("order-1001")
    ///     .description("Annual plan")
    ///     .country(Country::Br)
    ///     .amount(Amount::new(Currency::Brl, 150))
    ///     .payment_method(PaymentMethodInput::vaulted(vaulted_token))
    ///     .workflow(Workflow::Direct)
    ///     .build();
    /// ```
    pub fn vaulted(token: impl Into<VaultedToken>) -> Self {
        Self::vaulted_as(PaymentMethodType::Card, token).capture(true)
    }

    /// An enrolled payment method of any type, by its vaulted token.
    pub fn vaulted_as(payment_method: impl Into<PaymentMethodType>, token: impl Into<VaultedToken>) -> Self {
        let mut method = Self::of(payment_method);
        method.vaulted_token = Some(token.into());
        method
    }

    /// A one-time token from the SDK.
    ///
    /// The token knows what it stands for, so no type is set. The workflows `DIRECT` and `REDIRECT` and wallets need
    /// one: see [`with_type`](Self::with_type). Whether the card is charged or only authorized is up to the checkout's
    /// settings, unless [`authorize_only`](Self::authorize_only) follows.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// # let token = "2cd31999-e44e-4de3-bbe4-179981ff4295";
    /// let method = PaymentMethodInput::one_time(token);
    /// let direct = PaymentMethodInput::one_time(token).with_type(PaymentMethodType::Card);
    /// ```
    pub fn one_time(token: impl Into<OneTimeToken>) -> Self {
        Self::builder().token(token).build()
    }

    /// A card in full, for the `DIRECT` workflow of PCI certified merchants. It is charged at once, unless
    /// [`authorize_only`](Self::authorize_only) follows.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// // A card of the vendor's test gateway.
    /// let card = CardDataInput::new("4507990000000002", 11, 2028, "JOHN DOE").with_security_code("123");
    /// let charge_at_once = PaymentMethodInput::card(card.clone());
    /// let capture_later = PaymentMethodInput::card(card).authorize_only();
    /// ```
    pub fn card(card: CardDataInput) -> Self {
        let mut method = Self::of(PaymentMethodType::Card).capture(true);
        method.card_mut().card_data = Some(Box::new(card));
        method
    }

    /// A payment method that needs nothing more than its name, such as `PIX` or `OXXO`: the answer says what the
    /// customer has to do.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// let method = PaymentMethodInput::of(PaymentMethodType::Pix);
    /// ```
    pub fn of(payment_method: impl Into<PaymentMethodType>) -> Self {
        Self::builder().type_(payment_method).build()
    }

    /// The same with a type.
    #[must_use]
    pub fn with_type(mut self, payment_method: impl Into<PaymentMethodType>) -> Self {
        self.type_ = Some(payment_method.into());
        self
    }

    /// For cards: **only reserves the money.** [Capture](crate::resources::Payments::capture_in_full) it to be paid, or
    /// [cancel](crate::resources::Payments::cancel_authorization) it.
    #[must_use]
    pub fn authorize_only(self) -> Self {
        self.capture(false)
    }

    /// For cards: in how many installments the cardholder pays.
    #[must_use]
    pub fn with_installments(mut self, installments: i64) -> Self {
        self.card_mut().installments = Some(installments);
        self
    }

    /// Enrolls the payment method once the payment succeeds. The payer must be a customer of Yuno, named by the
    /// payment's `customer_payer.id`. The answer then has the [vaulted
    /// token](crate::types::Payment::vaulted_token).
    #[must_use]
    pub fn vault_on_success(mut self) -> Self {
        self.vault_on_success = Some(true);
        self
    }

    fn capture(mut self, capture: bool) -> Self {
        self.card_mut().capture = Some(capture);
        self
    }

    fn card_mut(&mut self) -> &mut CardInput {
        let detail = self.detail.get_or_insert_with(|| Box::new(PaymentMethodDetailInput::builder().build()));
        detail.card.get_or_insert_with(|| Box::new(CardInput::builder().build()))
    }
}

impl CardDataInput {
    /// A card's number, its last month and year, and its holder's name. Only PCI certified merchants may send it.
    ///
    /// The number and the name are hidden in `Debug` and cleared from memory when dropped.
    pub fn new(
        number: impl Into<Sensitive>,
        expiration_month: i64,
        expiration_year: i64,
        holder_name: impl Into<Sensitive>,
    ) -> Self {
        Self::builder()
            .number(number)
            .expiration_month(expiration_month)
            .expiration_year(expiration_year)
            .holder_name(holder_name)
            .build()
    }

    /// The same with the security code. It must not be kept after the payment.
    #[must_use]
    pub fn with_security_code(mut self, code: impl Into<Sensitive>) -> Self {
        self.security_code = Some(code.into());
        self
    }
}

impl CapturePayment {
    /// Takes an amount of what is reserved: all of it, or a part.
    ///
    /// `merchant_reference` is your own number of the capture, such as the delivery's. `reason` is in your own words,
    /// such as `PRODUCT_CONFIRMED`.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// let body = CapturePayment::new(Amount::new(Currency::Brl, 150), "delivery-77", "PRODUCT_CONFIRMED");
    /// ```
    pub fn new(amount: Amount, merchant_reference: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::builder().amount(amount).merchant_reference(merchant_reference).reason(reason).build()
    }
}

impl CancelPayment {
    /// Gives up what is reserved.
    ///
    /// `merchant_reference` is your own number of the cancellation. The API does not take [`ReversalReason::Reverse`]
    /// here.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// let body = CancelPayment::new("cancel-77", ReversalReason::RequestedByCustomer);
    /// ```
    pub fn new(merchant_reference: impl Into<String>, reason: impl Into<ReversalReason>) -> Self {
        Self::builder().merchant_reference(merchant_reference).reason(reason).build()
    }
}

impl RefundPayment {
    /// Gives everything back. It is also the body of a cancel-or-refund.
    ///
    /// `merchant_reference` is your own number of the refund.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// let body = RefundPayment::full("refund-77", ReversalReason::RequestedByCustomer);
    /// ```
    pub fn full(merchant_reference: impl Into<String>, reason: impl Into<ReversalReason>) -> Self {
        Self::builder().merchant_reference(merchant_reference).reason(reason).build()
    }

    /// Gives a part back, in the currency of the payment.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// let body = RefundPayment::partial(Amount::new(Currency::Brl, 30), "refund-78", ReversalReason::Duplicate);
    /// ```
    pub fn partial(amount: Amount, merchant_reference: impl Into<String>, reason: impl Into<ReversalReason>) -> Self {
        let mut refund = Self::full(merchant_reference, reason);
        refund.amount = Some(Box::new(amount));
        refund
    }
}

#[cfg(all(test, feature = "all-groups"))]
mod tests;
