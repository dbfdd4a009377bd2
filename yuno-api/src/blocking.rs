//! Calls without `async`, behind the feature `blocking`: the same calls, ended by [`wait`](Call::wait).
//!
//! All blocking calls of a process share one background thread that runs the network. Waiting never panics, not even
//! inside of an asynchronous runtime; there, though, it holds up the runtime's thread, so await the call instead.

use std::{
    future::{self, IntoFuture},
    sync::{OnceLock, mpsc},
    thread,
};

use tokio::runtime::{self, Handle};

use crate::{call::Call, error::Error, response::Response, trace, wire::Decode};

impl<T: Decode + Send + 'static> Call<T> {
    /// Makes the call, and waits for its answer.
    ///
    /// ```no_run
    /// # fn pay(call: yuno_api::call::Call<()>) -> Result<(), yuno_api::error::Error> {
    /// let response = call.wait()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As when it is awaited.
    pub fn wait(self) -> Result<Response<T>, Error> {
        let operation = self.operation();
        let runtime = runtime()?;
        let (sender, receiver) = mpsc::sync_channel(1);
        // The span and the subscriber of this thread go along, so that traces look as they do with `await`.
        let call = trace::carried(self.into_future());
        runtime.spawn(async move {
            // Nobody is gone at the other end: this thread waits for it.
            let _ = sender.send(call.await);
        });
        receiver.recv().unwrap_or_else(|_| {
            // Only a panic in a middleware, a transport or an observer ends the task without an answer. Whether the
            // request had left by then, nobody knows.
            let error =
                Error::configuration("the call panicked; its middleware, transport or observer did").of(operation);
            Err(if operation.reads() { error } else { error.into_outcome_unknown() })
        })
    }
}

/// The runtime of the background thread, which is started with the first call and never ends.
fn runtime() -> Result<&'static Handle, Error> {
    static RUNTIME: OnceLock<Result<Handle, String>> = OnceLock::new();
    let started = RUNTIME.get_or_init(|| {
        let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
        let handle = runtime.handle().clone();
        thread::Builder::new()
            .name("yuno-api".to_owned())
            .spawn(move || runtime.block_on(future::pending::<()>()))
            .map_err(|error| error.to_string())?;
        Ok(handle)
    });
    started
        .as_ref()
        .map_err(|error| Error::configuration(format!("the thread for blocking calls cannot be started: {error}")))
}
