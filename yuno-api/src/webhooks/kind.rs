//! Which events there are.

use crate::wire::tables::open_enum;

open_enum! {
    /// What an event is about: the envelope's `type`.
    pub enum EventType {
        /// A bank account.
        BankingAccount = "banking.account",
        /// A person or company in banking.
        BankingEntity = "banking.entity",
        /// An onboarding for banking.
        BankingOnboarding = "banking.onboarding",
        /// An outgoing bank transfer.
        BankingTransfer = "banking.transfer",
        /// An incoming bank transfer.
        BankingTransferIncoming = "banking.transfer.incoming",
        /// A payment method of a customer.
        Enrollment = "enrollment",
        /// An onboarding of a marketplace recipient.
        Onboarding = "onboarding",
        /// A payment, with its refunds and disputes.
        Payment = "payment",
        /// A payout.
        Payout = "payout",
        /// A recipient's share.
        SplitTransfer = "split_transfer",
        /// A recipient's share that is fetched back.
        SplitTransferReverse = "split_transfer_reverse",
        /// A subscription.
        Subscription = "subscription",
    }
}

open_enum! {
    /// What happened: the envelope's `type_event`, such as `payment.refund`.
    ///
    /// An event that this version does not know is [`Unrecognized`](EventKind::Unrecognized), and is as complete as any
    /// other: answer 200 to it, or Yuno delivers it again and again.
    pub enum EventKind {
        /// The bank account can be used.
        BankingAccountActivated = "banking.account.activated",
        /// The bank account is closed.
        BankingAccountClosed = "banking.account.closed",
        /// A bank account was opened.
        BankingAccountCreated = "banking.account.created",
        /// The bank account's data changed.
        BankingAccountUpdated = "banking.account.updated",
        /// A person or company was registered for banking.
        BankingEntityCreated = "banking.entity.created",
        /// The person or company was removed.
        BankingEntityDeleted = "banking.entity.deleted",
        /// The person's or company's data changed.
        BankingEntityUpdated = "banking.entity.updated",
        /// You called the onboarding off.
        BankingOnboardingCancelled = "banking.onboarding.cancelled",
        /// An onboarding began.
        BankingOnboardingCreated = "banking.onboarding.created",
        /// The provider refused the onboarding.
        BankingOnboardingDeclined = "banking.onboarding.declined",
        /// The onboarding took too long.
        BankingOnboardingExpired = "banking.onboarding.expired",
        /// The onboarding broke off with a failure.
        BankingOnboardingFailed = "banking.onboarding.failed",
        /// The onboarding was handed in and waits for review.
        BankingOnboardingPending = "banking.onboarding.pending",
        /// The reviewer asks for more documents.
        BankingOnboardingPendingAdditionalDocumentation = "banking.onboarding.pending_additional_documentation",
        /// The onboarding was approved.
        BankingOnboardingSucceeded = "banking.onboarding.succeeded",
        /// The outgoing transfer was called off.
        BankingTransferCancelled = "banking.transfer.cancelled",
        /// The outgoing transfer has arrived.
        BankingTransferCompleted = "banking.transfer.completed",
        /// The outgoing transfer failed.
        BankingTransferFailed = "banking.transfer.failed",
        /// The outgoing transfer waits.
        BankingTransferPending = "banking.transfer.pending",
        /// The outgoing transfer is under way.
        BankingTransferProcessing = "banking.transfer.processing",
        /// The outgoing transfer came back.
        BankingTransferReversed = "banking.transfer.reversed",
        /// An incoming transfer is settled.
        BankingTransferIncomingCompleted = "banking.transfer.incoming.completed",
        /// An incoming transfer waits for settlement.
        BankingTransferIncomingPending = "banking.transfer.incoming.pending",
        /// A payment method was enrolled.
        EnrollmentEnroll = "enrollment.enroll",
        /// An enrolled payment method has run out.
        EnrollmentExpiration = "enrollment.expiration",
        /// A payment method was removed from the vault.
        EnrollmentUnenroll = "enrollment.unenroll",
        /// The details of an enrolled card changed, for instance through the account updater.
        EnrollmentUpdate = "enrollment.update",
        /// The recipient was blocked.
        OnboardingBlocked = "onboarding.blocked",
        /// The onboarding was called off.
        OnboardingCanceled = "onboarding.canceled",
        /// An onboarding of a recipient began.
        OnboardingCreate = "onboarding.create",
        /// The provider refused the recipient.
        OnboardingDeclined = "onboarding.declined",
        /// The onboarding broke off with an error.
        OnboardingError = "onboarding.error",
        /// The onboarding took too long.
        OnboardingExpired = "onboarding.expired",
        /// The onboarding failed.
        OnboardingFailed = "onboarding.failed",
        /// The onboarding was handed in and waits for review.
        OnboardingPending = "onboarding.pending",
        /// The reviewer asks for more documents.
        OnboardingPendingAdditionalDocumentation = "onboarding.pending_additional_documentation",
        /// The recipient has to do something first.
        OnboardingPendingRecipientAction = "onboarding.pending_recipient_action",
        /// The onboarding was rejected.
        OnboardingRejected = "onboarding.rejected",
        /// The recipient can be paid.
        OnboardingSucceeded = "onboarding.succeeded",
        /// The recipient is no longer blocked.
        OnboardingUnblocked = "onboarding.unblocked",
        /// An authorization came to a result.
        PaymentAuthorize = "payment.authorize",
        /// A cancellation came to a result.
        PaymentCancel = "payment.cancel",
        /// A capture came to a result.
        PaymentCapture = "payment.capture",
        /// A cardholder contests a charge, or the dispute moved on.
        PaymentChargeback = "payment.chargeback",
        /// A fraud screening stopped the payment before any provider was asked.
        PaymentFraudScreening = "payment.fraud_screening",
        /// A payment was made, or its status changed during the purchase. Renewals of subscriptions come as this too.
        PaymentPurchase = "payment.purchase",
        /// A refund came to a result.
        PaymentRefund = "payment.refund",
        /// A check of a card came to a result.
        PaymentVerify = "payment.verify",
        /// A payout changed.
        PayoutPayout = "payout.payout",
        /// A recipient's share was not transferred.
        SplitTransferFailed = "split_transfer.failed",
        /// A recipient's share was transferred.
        SplitTransferSucceeded = "split_transfer.succeeded",
        /// A recipient's share was not fetched back.
        SplitTransferReverseFailed = "split_transfer_reverse.failed",
        /// A recipient's share was fetched back.
        SplitTransferReverseSucceeded = "split_transfer_reverse.succeeded",
        /// The subscription became active, for the first time or after it was past due.
        SubscriptionActive = "subscription.active",
        /// The subscription was canceled for good.
        SubscriptionCancel = "subscription.cancel",
        /// The next renewal is near. Comes once in every cycle.
        SubscriptionCloseToRenewal = "subscription.close_to_renewal",
        /// The subscription ran to its end.
        SubscriptionComplete = "subscription.complete",
        /// A subscription was created.
        SubscriptionCreate = "subscription.create",
        /// A cycle that costs nothing was carried out. Comes once for every such cycle.
        SubscriptionCycleExecuted = "subscription.cycle_executed",
        /// A renewal could not be charged.
        SubscriptionPastDue = "subscription.past_due",
        /// The subscription was paused.
        SubscriptionPause = "subscription.pause",
        /// A phase of the subscription's plan ended.
        SubscriptionPhaseCompleted = "subscription.phase_completed",
        /// A phase of the subscription's plan began.
        SubscriptionPhaseStarted = "subscription.phase_started",
        /// A change of plan that was to come was called off.
        SubscriptionPlanChangeCanceled = "subscription.plan_change_canceled",
        /// A change of plan is to come.
        SubscriptionPlanChangeScheduled = "subscription.plan_change_scheduled",
        /// The subscription has another plan now.
        SubscriptionPlanChanged = "subscription.plan_changed",
        /// A paused subscription goes on.
        SubscriptionResume = "subscription.resume",
        /// The subscription entered its trial.
        SubscriptionTrialing = "subscription.trialing",
    }
}

impl EventKind {
    /// What the event is about: `banking.transfer.incoming` of `banking.transfer.incoming.completed`.
    #[must_use]
    pub fn event_type(&self) -> EventType {
        EventType::from(self.as_str().rsplit_once('.').map_or(self.as_str(), |(event_type, _)| event_type))
    }

    /// What happened to it: `completed` of `banking.transfer.incoming.completed`.
    #[must_use]
    pub fn action(&self) -> &str {
        self.as_str().rsplit_once('.').map_or("", |(_, action)| action)
    }

    /// Whether this version knows the event.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unrecognized(_))
    }
}
