//! Tells an open page that something has changed, by server-sent events.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Body,
    extract::State,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::header;
use http_body_util::channel::Channel;
use tokio::time::{sleep, timeout};

use crate::engine::Engine;

/// A burst of changes is one event.
const BURST: Duration = Duration::from_millis(100);
/// Something is sent at least so often: that is how a page that has gone is noticed.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

pub(super) async fn live(State(engine): State<Arc<Engine>>) -> Response {
    let mut changes = engine.changes();
    let (mut sender, body) = Channel::<Bytes>::new(1);
    tokio::spawn(async move {
        let mut event = Bytes::from_static(b"retry: 1000\n: open\n\n");
        while sender.send_data(event).await.is_ok() {
            event = match timeout(SIGN_OF_LIFE, changes.changed()).await {
                Err(_) => Bytes::from_static(b": here\n\n"),
                Ok(Err(_)) => break,
                Ok(Ok(())) => {
                    sleep(BURST).await;
                    let version = *changes.borrow_and_update();
                    Bytes::from(format!("event: change\ndata: {version}\n\n"))
                }
            };
        }
    });
    let headers = [(header::CONTENT_TYPE, "text/event-stream"), (header::CACHE_CONTROL, "no-store")];
    (headers, Body::new(body)).into_response()
}
