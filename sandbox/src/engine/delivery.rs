//! Time going by: webhooks delivered when they are due, and the clock moved on.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::MutexGuard;

use super::Engine;
use crate::webhooks::{DeliveryAttempt, Disorder, Post};

impl Engine {
    /// Moves the clock on, and lets everything happen that comes due on the way, each at its time. Gives the new time.
    pub(crate) async fn advance(&self, by: SignedDuration) -> Result<Timestamp, String> {
        let until = self.state().clock.later(by)?;
        loop {
            let arrived = {
                let mut state = self.state();
                let due = state.webhooks.next_due().filter(|due| self.settings.delivers && *due <= until);
                // What is overdue is delivered at the time that it is.
                state.clock.move_to(due.unwrap_or(until));
                state.settle_time();
                due.is_none() && state.webhooks.next_due().is_none_or(|due| due > until || !self.settings.delivers)
            };
            if arrived {
                self.journal().changed();
                return Ok(until);
            }
            self.deliver(&Disorder::none()).await;
        }
    }

    /// Delivers what is due, and gives what was attempted.
    pub(crate) async fn deliver(&self, disorder: &Disorder) -> Vec<DeliveryAttempt> {
        let alone = self.delivering.lock().await;
        self.deliver_alone(&alone, disorder).await
    }

    async fn deliver_alone(&self, _: &MutexGuard<'_, ()>, disorder: &Disorder) -> Vec<DeliveryAttempt> {
        let mut attempts = Vec::new();
        loop {
            let (mut due, before) = {
                let mut state = self.state();
                let now = state.settle_time();
                (state.webhooks.due(now), state.before)
            };
            if due.is_empty() {
                return attempts;
            }
            if disorder.reorder {
                due.reverse();
            }
            for post in due {
                if disorder.forge {
                    attempts.push(self.attempt(&post, before, true, false).await);
                }
                attempts.push(self.attempt(&post, before, false, false).await);
                for _ in 0..disorder.duplicates {
                    attempts.push(self.attempt(&post, before, false, true).await);
                }
            }
        }
    }

    async fn attempt(&self, post: &Post, before: u64, forged: bool, duplicate: bool) -> DeliveryAttempt {
        let answer = post.send(forged, self.settings.exposed).await;
        let mut state = self.state();
        let attempt = post.attempted(state.clock.now(), answer, forged, duplicate);
        if state.before == before {
            state.webhooks.attempted(post.id, attempt.clone());
        }
        drop(state);
        self.journal().changed();
        attempt
    }

    /// Delivers an event anew, whatever became of it before. `Err` says why not.
    pub(crate) async fn replay(&self, number: u64, disorder: &Disorder) -> Result<Vec<DeliveryAttempt>, String> {
        // Nobody else may deliver it without the disorder.
        let alone = self.delivering.lock().await;
        {
            let mut state = self.state();
            let now = state.clock.now();
            state.webhooks.replay(number, now)?;
        }
        Ok(self.deliver_alone(&alone, disorder).await)
    }

    /// What happens on its own: deliveries, and what comes due as time goes by. Never ends.
    pub(crate) async fn run(&self) {
        loop {
            if self.settings.delivers {
                self.deliver(&Disorder::none()).await;
            }
            if self.has_fixed_clock() {
                self.news.notified().await;
            } else {
                tokio::select! {
                    () = self.news.notified() => {}
                    () = tokio::time::sleep(Duration::from_secs(1)) => { self.state().settle_time(); }
                }
            }
        }
    }
}
