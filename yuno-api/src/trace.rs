//! What the crate tells `tracing`: one span for each call, and a few events. Without the feature `tracing` the same
//! functions do nothing.
//!
//! Each event is a function, so that the code that has something to tell reads the same with and without it.

#![cfg_attr(not(feature = "tracing"), allow(unused_variables, clippy::needless_pass_by_value))]

use std::time::Duration;

use http::StatusCode;
#[cfg(feature = "tracing")]
use {
    crate::error::{request_id, scrub},
    tracing::Instrument,
};

use crate::{
    call::Request, error::Error, operation::Operation, response::Meta, retry::RetryReason, transport::TransportError,
};

/// The span of one call, by OpenTelemetry's names for HTTP clients. It holds the route, never the address.
#[derive(Clone)]
pub(crate) struct CallSpan(#[cfg(feature = "tracing")] tracing::Span);

impl CallSpan {
    pub(crate) fn new(request: &Request) -> Self {
        let Request { client, operation, .. } = request;
        let endpoint = &client.0.endpoint;
        Self(
            #[cfg(feature = "tracing")]
            tracing::info_span!(
                target: "yuno_api",
                "yuno.call",
                "otel.name" = %format_args!("{} {}", operation.method, operation.path),
                "otel.kind" = "client",
                "yuno.operation" = operation.id,
                "http.request.method" = operation.method.as_str(),
                "url.template" = operation.path,
                "server.address" = endpoint.host(),
                "server.port" = endpoint.port(),
                "http.response.status_code" = tracing::field::Empty,
                "http.request.resend_count" = tracing::field::Empty,
                "error.type" = tracing::field::Empty,
                "otel.status_code" = tracing::field::Empty,
                "yuno.request_id" = tracing::field::Empty,
                "yuno.found_by_lookup" = tracing::field::Empty,
                "yuno.duration_ms" = tracing::field::Empty,
            ),
        )
    }

    /// Polls a future inside of the span.
    pub(crate) fn around<F: Future>(self, future: F) -> impl Future<Output = F::Output> + use<F> {
        #[cfg(feature = "tracing")]
        let future = future.instrument(self.0);
        future
    }

    /// What became of the call.
    #[cfg(feature = "tracing")]
    pub(crate) fn record(&self, ended: Result<&Meta, &Error>, attempts: u32, duration: Duration) {
        let span = &self.0;
        if span.is_disabled() {
            return;
        }
        let (status, id) = match ended {
            Ok(meta) => (Some(meta.status), request_id(&meta.headers)),
            Err(error) => (error.status(), error.request_id()),
        };
        if let Some(status) = status {
            span.record("http.response.status_code", status.as_u16());
        }
        span.record("http.request.resend_count", attempts.saturating_sub(1));
        span.record("yuno.found_by_lookup", ended.is_ok_and(|meta| meta.found_by_lookup));
        span.record("yuno.duration_ms", millis(duration));
        if let Some(id) = id {
            span.record("yuno.request_id", id);
        }
        if let Err(error) = ended {
            span.record("error.type", error.label());
            span.record("otel.status_code", "ERROR");
        }
    }

    #[cfg(not(feature = "tracing"))]
    pub(crate) fn record(&self, ended: Result<&Meta, &Error>, attempts: u32, duration: Duration) {}
}

/// One exchange ended.
pub(crate) fn exchange(
    operation: &Operation,
    attempt: u32,
    status: Option<StatusCode>,
    error: Option<&TransportError>,
    duration: Duration,
) {
    #[cfg(feature = "tracing")]
    tracing::debug!(
        target: "yuno_api",
        operation = operation.id,
        attempt,
        status = status.map(|status| status.as_u16()),
        error = error.map(|error| scrub::line(&error.to_string(), 200)),
        duration_ms = millis(duration),
        "exchange"
    );
}

/// A request is about to be repeated.
pub(crate) fn repeating(operation: &Operation, attempt: u32, reason: RetryReason, cause: &Error, delay: Duration) {
    #[cfg(feature = "tracing")]
    tracing::info!(
        target: "yuno_api",
        operation = operation.id,
        attempt,
        reason = reason.as_str(),
        cause = cause.label(),
        delay_ms = millis(delay),
        "repeating"
    );
}

/// A time limit makes payments with an unknown outcome.
pub(crate) fn short_limit(operation: &Operation, limit: Duration) {
    #[cfg(feature = "tracing")]
    tracing::warn!(
        target: "yuno_api",
        operation = operation.id,
        limit_ms = millis(limit),
        "the time limit is shorter than the 60 seconds that Yuno may work on a request: \
         a request that takes longer will have happened without your knowing its outcome"
    );
}

/// A request that may have acted gets a new key.
pub(crate) fn tried_anew(operation: &Operation) {
    #[cfg(feature = "tracing")]
    tracing::warn!(
        target: "yuno_api",
        operation = operation.id,
        "a request whose outcome is unknown is tried anew with a new idempotency key"
    );
}

/// A webhook delivery was answered with an error.
#[cfg(feature = "axum")]
pub(crate) fn delivery_refused(error: &crate::webhooks::ReceiveError) {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "yuno_api::webhooks", %error, "a webhook delivery was refused");
}

/// An event stays claimed that nobody has handled.
#[cfg(feature = "webhooks")]
pub(crate) fn event_not_released(store: &dyn std::fmt::Display) {
    #[cfg(feature = "tracing")]
    tracing::warn!(
        target: "yuno_api::webhooks",
        error = %store,
        "an event that could not be handled could not be released"
    );
}

/// Takes the span and the subscriber of this thread along to where a future will be polled.
#[cfg(feature = "blocking")]
pub(crate) fn carried<F: Future>(future: F) -> impl Future<Output = F::Output> + use<F> {
    #[cfg(feature = "tracing")]
    let future = {
        use tracing::instrument::WithSubscriber;
        future.instrument(tracing::Span::current()).with_current_subscriber()
    };
    future
}

#[cfg(feature = "tracing")]
fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
