//! What a payment is paid with, from what the merchant sent of it.

use jiff::Timestamp;
use yuno_api::types::{
    BankTransfer, Card, CardData, CardInput, CreatePayment, ErrorCode, NetworkToken, NetworkTokenData,
    NetworkTokenDataInput, OneTimeToken, PaymentMethod, PaymentMethodCategory as Category, PaymentMethodDetail,
    PaymentMethodDetailInput, PaymentMethodType, ThreeDSecure, Wallet, Workflow,
};

use super::{
    super::{
        Domain,
        errors::Refused,
        tokens::{CardOnFile, card::number_shown},
    },
    families,
};

/// What a payment is paid with.
pub(super) struct Source {
    /// As the API answers it.
    pub method: PaymentMethod,
    pub category: Category,
    /// What to enroll once the payment succeeds.
    pub keep: Option<CardOnFile>,
    /// Whether the customer still has to begin: there is nothing to charge yet.
    pub empty: bool,
    /// Whether it can be charged without a step of the customer's.
    pub at_hand: bool,
    /// Whether the merchant has had the cardholder authenticated.
    pub authenticated: bool,
    pub capture: bool,
    pub verify: bool,
    pub capture_after: Option<String>,
    pub cancel_after: Option<String>,
    pub pay_until: Option<Timestamp>,
}

impl Source {
    /// Reads it from a request. A one-time token is spent, so nothing must be refused after this.
    pub(super) fn of(domain: &mut Domain, wanted: &CreatePayment, now: Timestamp) -> Result<Self, Refused> {
        let input = &wanted.payment_method;
        let detail = input.detail.as_deref();
        let card_input = detail.and_then(|detail| detail.card.as_deref());
        let on_file = on_file(domain, wanted, card_input, now)?;

        let known = input.type_.clone().or_else(|| on_file.as_ref().map(|it| it.type_.clone()));
        let kind = known.unwrap_or(PaymentMethodType::Card);
        let category = families::of(&kind);
        let wallet = detail.and_then(|detail| detail.wallet.as_deref());
        let tokenized = wallet.is_some_and(|wallet| wallet.payment_token.is_some() || wallet.cryptogram.is_some());
        let has_card = card_input.is_some_and(has_card) || on_file.is_some();
        let redirected = wanted.workflow == Some(Workflow::Redirect);
        let server_to_server = wanted.workflow == Some(Workflow::Direct);
        if category == Category::Card && server_to_server && !has_card {
            return Err(Refused::bad_request(
                ErrorCode::MissingParameters,
                "a card payment needs payment_method.detail.card.card_data, a network token, a token or a vaulted token",
            ));
        }

        let mut method = PaymentMethod::default();
        method.type_ = Some(kind);
        method.token.clone_from(&input.token);
        method.vaulted_token.clone_from(&input.vaulted_token);
        method.vault_on_success = Some(input.vault_on_success.unwrap_or_default());
        let keeps = input.vault_on_success == Some(true) && input.vaulted_token.is_none();
        let keep = on_file.clone().filter(|_| keeps);
        let stored = on_file.and_then(|it| it.card);
        method.payment_method_detail = Some(Box::new(shown(detail, &category, stored)));
        let wants = |of_card: Option<bool>, of_wallet: Option<bool>| of_card.or(of_wallet);
        Ok(Self {
            method,
            keep,
            empty: !redirected
                && !server_to_server
                && input.token.is_none()
                && input.vaulted_token.is_none()
                && !has_card,
            at_hand: match category {
                Category::Card => !redirected || has_card,
                Category::Wallet => tokenized || input.vaulted_token.is_some(),
                _ => input.vaulted_token.is_some(),
            },
            category,
            authenticated: card_input.is_some_and(|card| card.three_d_secure.as_deref().is_some_and(is_result)),
            capture: wants(card_input.and_then(|it| it.capture), wallet.and_then(|it| it.capture)).unwrap_or(true),
            verify: wants(card_input.and_then(|it| it.verify), wallet.and_then(|it| it.verify)).unwrap_or(false),
            capture_after: card_input.and_then(|it| it.delayed_capture_settings.as_deref()?.delay.clone()),
            cancel_after: card_input.and_then(|it| it.delayed_cancel_settings.as_deref()?.delay.clone()),
            pay_until: pay_until(detail),
        })
    }

    /// What is known of the card.
    pub(super) fn card(&self) -> Option<&CardData> {
        let detail = self.method.payment_method_detail.as_deref()?;
        let of_card = detail.card.as_deref().and_then(|card| card.card_data.as_deref());
        of_card.or_else(|| detail.wallet.as_deref()?.card_data.as_deref())
    }
}

/// What is charged: what a token of the request stands for, or the card in it.
fn on_file(
    domain: &mut Domain,
    wanted: &CreatePayment,
    card: Option<&CardInput>,
    now: Timestamp,
) -> Result<Option<CardOnFile>, Refused> {
    let input = &wanted.payment_method;
    if let Some(token) = &input.vaulted_token {
        let message = "no enrolled payment method has this vaulted token: enroll one, or check the token";
        let missing = || Refused::new(401, ErrorCode::InvalidToken, message);
        return domain.methods.vaulted(token.expose()).map(|it| Some(it.card.clone())).ok_or_else(missing);
    }
    if let Some(token) = &input.token {
        check_session(domain, wanted, token)?;
        return domain.tokens.spend(token.expose(), now).map(Some);
    }
    let data = card.and_then(|card| card.card_data.as_deref());
    data.map(|data| domain.tokens.read_card(data, Some(&wanted.country))).transpose()
}

/// Refuses a token of another session than the payment is made in.
fn check_session(domain: &Domain, wanted: &CreatePayment, token: &OneTimeToken) -> Result<(), Refused> {
    let made_in = domain.tokens.session_of(token.expose());
    let session = wanted.checkout.as_deref().and_then(|checkout| checkout.session.as_ref());
    if made_in.zip(session).is_none_or(|(made_in, session)| made_in == session.expose()) {
        return Ok(());
    }
    let message = "the one-time token was made in another checkout session: make one in this payment's session";
    Err(Refused::new(401, ErrorCode::InvalidToken, message))
}

fn has_card(card: &CardInput) -> bool {
    card.card_data.is_some() || card.network_token.is_some() || card.external_providers_data.is_some()
}

/// Whether it is the result of an authentication, rather than the wish for one.
fn is_result(result: &ThreeDSecure) -> bool {
    result.cryptogram.is_some() || result.electronic_commerce_indicator.is_some()
}

fn pay_until(detail: Option<&PaymentMethodDetailInput>) -> Option<Timestamp> {
    let detail = detail?;
    let of_ticket = detail.ticket.as_deref().and_then(|ticket| ticket.expires_at);
    let of_wallet = detail.wallet.as_deref().and_then(|wallet| wallet.expires_at);
    let of_transfer = || detail.bank_transfer.as_deref().and_then(|transfer| transfer.expires_at);
    of_ticket.or(of_wallet).or_else(of_transfer)
}

/// The details as the API answers them.
fn shown(
    input: Option<&PaymentMethodDetailInput>,
    category: &Category,
    stored: Option<CardData>,
) -> PaymentMethodDetail {
    let mut detail = PaymentMethodDetail::default();
    let card = input.and_then(|input| input.card.as_deref());
    if *category == Category::Card || card.is_some() {
        detail.card = Some(Box::new(shown_card(card, stored)));
    }
    if let Some(wallet) = input.and_then(|input| input.wallet.as_deref()) {
        let mut it = Wallet::default();
        (it.capture, it.verify) = (wallet.capture, wallet.verify);
        detail.wallet = Some(Box::new(it));
    }
    if let Some(transfer) = input.and_then(|input| input.bank_transfer.as_deref()) {
        let mut it = BankTransfer::default();
        it.account_type.clone_from(&transfer.account_type);
        it.bank_id.clone_from(&transfer.bank_id);
        it.bank_name.clone_from(&transfer.bank_name);
        it.beneficiary_name.clone_from(&transfer.beneficiary_name);
        it.bank_account.clone_from(&transfer.bank_account);
        it.beneficiary_document_type.clone_from(&transfer.beneficiary_document_type);
        it.beneficiary_document.clone_from(&transfer.beneficiary_document);
        detail.bank_transfer = Some(Box::new(it));
    }
    detail
}

fn shown_card(input: Option<&CardInput>, stored: Option<CardData>) -> Card {
    let mut card = Card::default();
    card.card_data = stored.map(Box::new);
    card.verify = Some(input.and_then(|it| it.verify).unwrap_or(false));
    card.capture = Some(input.and_then(|it| it.capture).unwrap_or(true));
    card.installments = Some(input.and_then(|it| it.installments).unwrap_or(1));
    let Some(input) = input else { return card };
    card.first_installment_deferral = input.first_installment_deferral;
    card.soft_descriptor.clone_from(&input.soft_descriptor);
    card.stored_credentials.clone_from(&input.stored_credentials);
    card.acquirer_reference_number.clone_from(&input.acquirer_reference_number);
    if let Some(token) = input.network_token.as_deref().and_then(|token| token.token_data.as_deref()) {
        card.network_token = Some(Box::new(shown_token(token)));
        card.card_data.get_or_insert_with(|| {
            let mut data = number_shown(token.number.expose());
            data.holder_name.clone_from(&token.holder_name);
            Box::new(data)
        });
    }
    if let (Some(data), Some(result)) = (&mut card.card_data, &input.three_d_secure) {
        let mut result = result.clone();
        result.cryptogram = None;
        data.three_d_secure = Some(result);
    }
    card
}

fn shown_token(input: &NetworkTokenDataInput) -> NetworkToken {
    let number = number_shown(input.number.expose());
    let mut data = NetworkTokenData::default();
    data.iin = number.iin;
    data.lfd = number.lfd;
    data.expiration_month = Some(input.expiration_month.clone());
    data.expiration_year = Some(input.expiration_year.clone());
    let mut token = NetworkToken::default();
    token.network = number.brand;
    token.token_data = Some(Box::new(data));
    token
}
