//! The extractor for axum: a handler that takes a [`Delivery`] is only called with verified ones.

use axum_core::{
    body::Body,
    extract::{FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use super::{Delivery, ReceiveError, Receiver};
use crate::trace;

/// Reads the raw body within the receiver's limit, verifies it, and reads the event.
///
/// The receiver is taken from the state, which is a [`Receiver`] or gives one by `FromRef`. Deliveries that are refused
/// are answered with 400 or 401 and no body; with the feature `tracing` the reason is a warning there.
impl<S> FromRequest<S> for Delivery
where
    Receiver: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = ReceiveError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ReceiveError> {
        let receiver = Receiver::from_ref(state);
        let (parts, body) = request.into_parts();
        let delivery = match read(body, receiver.body_limit()).await {
            Ok(body) => receiver.receive(&parts.headers, body),
            Err(error) => Err(error),
        };
        delivery.inspect_err(trace::delivery_refused)
    }
}

async fn read(body: Body, limit: usize) -> Result<Bytes, ReceiveError> {
    match Limited::new(body, limit).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(ReceiveError::TooLong { limit }),
        Err(_) => Err(ReceiveError::Interrupted),
    }
}

/// 400 or 401, and no body: whoever forges deliveries is not told what was wrong with them.
impl IntoResponse for ReceiveError {
    fn into_response(self) -> Response {
        self.status().into_response()
    }
}
