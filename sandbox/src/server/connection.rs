//! Connections: taken in one by one, so that a fault can cut the one that it strikes.

use std::{
    future::{Future, poll_fn},
    io,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{Router, body::Body, response::Response};
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    io::AsyncWriteExt,
    net::{TcpListener, TcpStream},
    task::JoinSet,
};
use tower::ServiceExt;

/// How a connection ends before its time.
#[derive(Debug)]
pub(super) struct Cut {
    /// What is still sent: as much of the answer as there is to be.
    pub(super) bytes: Vec<u8>,
    /// Whether it is reset, and not closed in order.
    pub(super) reset: bool,
}

/// A call's hand on the connection that it came by.
#[derive(Debug, Clone, Default)]
pub(super) struct Hand(Arc<Mutex<Option<Cut>>>);

impl Hand {
    /// Ends the connection, whatever the call answers.
    pub(super) fn cut(&self, cut: Cut) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(cut);
    }

    fn take(&self) -> Option<Cut> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn is_cut(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

/// Takes in connections until it is dropped; then those that are open end, too.
pub(crate) async fn serve(listener: TcpListener, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => drop(connections.spawn(connection(stream, router.clone()))),
                // Too many open files, say. It passes, but not at once.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

type Answering = Pin<Box<dyn Future<Output = Result<Response, io::Error>> + Send>>;

async fn connection(stream: TcpStream, router: Router) {
    // Where that fails, answers are only later.
    let _ = stream.set_nodelay(true);
    let hand = Hand::default();
    let service = service_fn({
        let hand = hand.clone();
        move |request: Request<Incoming>| -> Answering {
            let (router, hand) = (router.clone(), hand.clone());
            Box::pin(async move {
                let mut request = request.map(Body::new);
                request.extensions_mut().insert(hand.clone());
                let Ok(response) = router.oneshot(request).await;
                // An error makes hyper leave the connection as it is, and nothing of the response is sent.
                if hand.is_cut() { Err(io::ErrorKind::ConnectionAborted.into()) } else { Ok(response) }
            })
        }
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner();
    // What cannot be sent any more is nobody's loss: the other side has gone.
    let _ = end(stream, hand.take()).await;
}

async fn end(mut stream: TcpStream, cut: Option<Cut>) -> io::Result<()> {
    let Some(Cut { bytes, reset }) = cut else { return stream.shutdown().await };
    stream.write_all(&bytes).await?;
    if reset { stream.set_zero_linger() } else { stream.shutdown().await }
}
