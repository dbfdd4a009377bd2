//! Shows on a terminal what is going on, once a step takes long enough for somebody to wonder.

use std::{
    cell::RefCell,
    io::IsTerminal as _,
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread::JoinHandle,
    time::Duration,
};

/// How long a step may take before it is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// The step that is under way.
pub(crate) struct Progress {
    enabled: bool,
    current: RefCell<Option<(Sender<()>, JoinHandle<()>)>>,
}

impl Progress {
    /// Shows nothing where nobody looks.
    pub(crate) fn new(wanted: bool) -> Self {
        Self { enabled: wanted && std::io::stdout().is_terminal(), current: RefCell::new(None) }
    }

    /// A step begins, and the one before it ends.
    pub(crate) fn step(&self, name: &'static str) {
        self.finish();
        if !self.enabled {
            return;
        }
        let (done, wait) = channel();
        let thread = std::thread::spawn(move || {
            if wait.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let bar = indicatif::ProgressBar::new_spinner().with_message(name);
                bar.enable_steady_tick(Duration::from_millis(100));
                // Either a word or the end of the sender: the step is over.
                let _ = wait.recv();
                bar.finish_and_clear();
            }
        });
        self.current.replace(Some((done, thread)));
    }

    /// The last step is over.
    pub(crate) fn finish(&self) {
        if let Some((done, thread)) = self.current.take() {
            drop(done);
            let _ = thread.join();
        }
    }
}
