//! The step that a payment wants of the customer: the page to send them to, the code to scan, the ticket to pay.

use yuno_api::types::{
    BankTransfer, Bnpl, Card, PaymentLink, PaymentMethodCategory as Category, PaymentMethodDetail, PaymentMethodType,
    Ticket, Wallet,
};

use super::desk::Desk;

impl Desk<'_> {
    /// Puts the step where the payment method has it. `page` is the kind of page of the sandbox's that takes it.
    pub(super) fn offer_step(&mut self, page: &str) {
        let url = format!("{}/_sandbox/{page}/{}", self.base_url, self.record.id());
        let number = self.ids.digits("ticket", 14);
        let until = self.record.plan.pay_until.map(|until| until.to_string());
        let category = self.record.plan.category.clone();
        let kind = self.record.payment.payment_method.as_deref().and_then(|method| method.type_.clone());
        if let Some(checkout) = &mut self.record.payment.checkout {
            checkout.sdk_action_required = Some(true);
        }
        let Some(detail) = self.detail() else { return };
        match category {
            Category::Card => detail.card.get_or_insert_with(Box::<Card>::default).redirect_url = Some(url),
            Category::BankTransfer => {
                let transfer = detail.bank_transfer.get_or_insert_with(Box::<BankTransfer>::default);
                transfer.payment_instruction = Some(match kind {
                    Some(PaymentMethodType::Pix) => format!("SANDBOX-PIX-{number}"),
                    _ => format!("Transfer the amount with the reference {number}"),
                });
                transfer.redirect_url = Some(url);
            }
            Category::Ticket => {
                let ticket = detail.ticket.get_or_insert_with(Box::<Ticket>::default);
                ticket.type_ = Some("number".to_owned());
                ticket.payment_instruction = Some(format!("Pay at the till with the number {number}"));
                ticket.provider_number = Some(number);
                ticket.date_of_expiration = until;
                ticket.redirect_url = Some(url);
            }
            Category::Bnpl => detail.bnpl.get_or_insert_with(Box::<Bnpl>::default).redirect_url = Some(url),
            Category::PaymentLink => {
                detail.payment_link.get_or_insert_with(Box::<PaymentLink>::default).redirect_url = Some(url);
            }
            _ => detail.wallet.get_or_insert_with(Box::<Wallet>::default).redirect_url = Some(url),
        }
    }

    /// Takes the step away once it is taken, or comes too late.
    pub(super) fn withdraw_step(&mut self) {
        if let Some(checkout) = &mut self.record.payment.checkout {
            checkout.sdk_action_required = Some(false);
        }
        let Some(detail) = self.detail() else { return };
        let urls = [
            detail.card.as_mut().map(|it| &mut it.redirect_url),
            detail.bank_transfer.as_mut().map(|it| &mut it.redirect_url),
            detail.wallet.as_mut().map(|it| &mut it.redirect_url),
            detail.ticket.as_mut().map(|it| &mut it.redirect_url),
            detail.bnpl.as_mut().map(|it| &mut it.redirect_url),
            detail.payment_link.as_mut().map(|it| &mut it.redirect_url),
        ];
        urls.into_iter().flatten().for_each(|url| *url = None);
    }

    /// The card that is charged.
    pub(super) fn card(&mut self) -> Option<&mut Card> {
        self.record.payment.payment_method.as_mut()?.payment_method_detail.as_mut()?.card.as_deref_mut()
    }

    fn detail(&mut self) -> Option<&mut PaymentMethodDetail> {
        let method = self.record.payment.payment_method.as_mut()?;
        Some(method.payment_method_detail.get_or_insert_with(Box::default))
    }
}
