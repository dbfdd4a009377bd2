//! Being told to stop: by Ctrl-C, or by whoever started the program.

use std::io;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Listens to both.
pub(crate) struct Stopped {
    #[cfg(unix)]
    signals: [Signal; 2],
}

/// From here on, being told to stop no longer ends the program at once.
#[cfg_attr(not(unix), allow(clippy::unnecessary_wraps))]
pub(crate) fn listen() -> io::Result<Stopped> {
    Ok(Stopped {
        #[cfg(unix)]
        signals: [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?],
    })
}

impl Stopped {
    /// Waits until the program is told to stop.
    #[cfg(unix)]
    pub(crate) async fn wait(self) {
        let [mut interrupt, mut terminate] = self.signals;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }

    /// Waits until the program is told to stop.
    #[cfg(not(unix))]
    pub(crate) async fn wait(self) {
        // Where it cannot be listened for, the system ends the program.
        let _ = tokio::signal::ctrl_c().await;
    }
}
