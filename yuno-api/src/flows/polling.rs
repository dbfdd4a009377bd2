//! Waiting for a payment to come to its end, by asking again and again.

use std::{future::IntoFuture, ops::ControlFlow, time::Duration};

use tokio::time::{self, Instant};

use crate::{
    error::Error,
    resources::Payments,
    response::Response,
    retry::{PROCESSING_LIMIT, asking},
    types::{Payment, PaymentId},
};

/// How often to ask, and for how long.
///
/// ```
/// # use std::time::Duration;
/// # use yuno_api::flows::Polling;
/// // While a customer pays a QR code in front of the till.
/// let polling = Polling::new().first(Duration::from_millis(500)).cap(Duration::from_secs(3)).deadline(Duration::from_secs(180));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polling {
    first: Duration,
    cap: Duration,
    deadline: Duration,
}

impl Default for Polling {
    /// For one minute: after a second, and then at intervals that double up to ten seconds.
    fn default() -> Self {
        Self { first: Duration::from_secs(1), cap: Duration::from_secs(10), deadline: Duration::from_secs(60) }
    }
}

impl Polling {
    /// As [`Polling::default`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The first wait. Each one after it is twice as long. It is at least a tenth of a second.
    #[must_use]
    pub fn first(mut self, wait: Duration) -> Self {
        self.first = wait;
        self
    }

    /// The longest wait.
    #[must_use]
    pub fn cap(mut self, wait: Duration) -> Self {
        self.cap = wait;
        self
    }

    /// How long to go on. Within that, there is at least one answer or an error.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }
}

/// What is known so far, and whether to go on. It neither asks nor waits itself.
struct Watch<'a> {
    polling: &'a Polling,
    deadline: Instant,
    asked: u32,
    latest: Option<Result<Response<Payment>, Error>>,
}

impl<'a> Watch<'a> {
    fn new(polling: &'a Polling) -> Self {
        let now = Instant::now();
        // A deadline past the end of time is none.
        let deadline = now.checked_add(polling.deadline).unwrap_or_else(|| now + asking::LONGEST);
        Self { polling, deadline, asked: 0, latest: None }
    }

    /// How long the next question may take.
    fn limit(&self) -> Duration {
        self.deadline.saturating_duration_since(Instant::now()).min(PROCESSING_LIMIT)
    }

    /// Takes an answer: how long to wait now, or what it comes to.
    fn take(
        &mut self,
        answer: Result<Response<Payment>, Error>,
        is_done: impl FnOnce(&Payment) -> bool,
    ) -> ControlFlow<Result<Response<Payment>, Error>, Duration> {
        self.asked += 1;
        let told = answer.as_ref().err().and_then(Error::retry_after);
        let over = match &answer {
            Ok(payment) => is_done(payment),
            Err(error) => !error.is_retryable(),
        };
        if over {
            return ControlFlow::Break(answer);
        }
        let Polling { first, cap, .. } = *self.polling;
        let wait = asking::pause(first, cap, self.asked, fastrand::f64()).max(told.unwrap_or_default());
        let in_time = Instant::now().checked_add(wait).is_some_and(|then| then < self.deadline);
        // An answer that is not final is worth more than an error that came after it.
        let latest = match (self.latest.take(), answer) {
            (Some(Ok(earlier)), Err(_)) => Ok(earlier),
            (_, answer) => answer,
        };
        if !in_time {
            return ControlFlow::Break(latest);
        }
        self.latest = Some(latest);
        ControlFlow::Continue(wait)
    }
}

impl Payments<'_> {
    /// Retrieves a payment again and again until its outcome [is final](crate::outcome::Outcome::is_final), or the time
    /// is up.
    ///
    /// **It answers with the payment as it stood last, final or not**: look at its
    /// [`outcome`](crate::types::Payment::outcome), which may still be `Pending`. Webhooks tell the same sooner and
    /// with less load; ask only where somebody stands waiting, and never to decide that a payment has failed because
    /// time is up.
    ///
    /// ```no_run
    /// # use yuno_api::{flows::Polling, types::*};
    /// # async fn wait(yuno: yuno_api::Client, payment: Payment) -> Result<(), Box<dyn std::error::Error>> {
    /// let payment = yuno.payments().wait_until_final(payment.id()?, &Polling::default()).await?;
    /// match payment.outcome() {
    ///     Outcome::Settled => println!("deliver"),
    ///     Outcome::Pending | Outcome::ActionRequired(_) => println!("the webhook will tell"),
    ///     other => println!("{}", other.as_str()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Where the API refuses, and where no answer came at all before the time was up. A failure in between is passed
    /// over.
    pub async fn wait_until_final(
        &self,
        payment_id: &PaymentId,
        polling: &Polling,
    ) -> Result<Response<Payment>, Error> {
        self.wait_until(payment_id, polling, |payment| payment.outcome().is_final()).await
    }

    /// The same, until the payment is as you want it: until it is refunded, say.
    ///
    /// # Errors
    ///
    /// As [`wait_until_final`](Self::wait_until_final).
    pub async fn wait_until(
        &self,
        payment_id: &PaymentId,
        polling: &Polling,
        is_done: impl Fn(&Payment) -> bool,
    ) -> Result<Response<Payment>, Error> {
        let mut watch = Watch::new(polling);
        loop {
            let answer = self.retrieve(payment_id).total_timeout(watch.limit()).into_future().await;
            match watch.take(answer, &is_done) {
                ControlFlow::Continue(wait) => time::sleep(wait).await,
                ControlFlow::Break(result) => return result,
            }
        }
    }

    /// [`wait_until_final`](Self::wait_until_final) for programs without `async`: it blocks the thread.
    ///
    /// # Errors
    ///
    /// As [`wait_until_final`](Self::wait_until_final).
    #[cfg(feature = "blocking")]
    pub fn block_until_final(&self, payment_id: &PaymentId, polling: &Polling) -> Result<Response<Payment>, Error> {
        let mut watch = Watch::new(polling);
        loop {
            let answer = self.retrieve(payment_id).total_timeout(watch.limit()).wait();
            match watch.take(answer, |payment| payment.outcome().is_final()) {
                ControlFlow::Continue(wait) => std::thread::sleep(wait),
                ControlFlow::Break(result) => return result,
            }
        }
    }
}
