//! Ratios: the contenders run in turns, so that a machine that is slow for a moment is slow for all of them.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// One contender.
pub struct Runner<'a> {
    name: &'static str,
    run: Box<dyn Fn() + 'a>,
}

/// A contender that does this, again and again. Making and dropping a value are both part of it, as in a program.
pub fn runner<'a, T>(name: &'static str, work: impl Fn() -> T + 'a) -> Runner<'a> {
    Runner { name, run: Box::new(move || drop(black_box(work()))) }
}

/// Lets them run in turns and prints the time of the first as a ratio of each other's.
pub fn race(what: &str, targets: &[&str], runners: &[Runner<'_>]) {
    const ROUNDS: usize = 60;
    let mut times = vec![Vec::with_capacity(ROUNDS); runners.len()];
    // As many repeats as take a few milliseconds.
    let repeats = {
        let start = Instant::now();
        runners.iter().for_each(|runner| (runner.run)());
        let all = start.elapsed().max(Duration::from_micros(1)).as_nanos();
        usize::try_from((8_000_000 / all).max(1)).unwrap_or(1)
    };
    for _ in 0..ROUNDS {
        for (runner, times) in runners.iter().zip(&mut times) {
            let start = Instant::now();
            for _ in 0..repeats {
                (runner.run)();
            }
            times.push(start.elapsed() / u32::try_from(repeats).unwrap_or(1));
        }
    }
    let medians: Vec<Duration> = times
        .iter_mut()
        .map(|times| {
            times.sort_unstable();
            times[ROUNDS / 2]
        })
        .collect();
    println!("\n{what} (median of {ROUNDS} rounds of {repeats})");
    for (index, (runner, median)) in runners.iter().zip(&medians).enumerate() {
        let micros = median.as_secs_f64() * 1e6;
        if index == 0 {
            println!("  {:<42} {micros:>10.2} us", runner.name);
        } else {
            let ratio = medians[0].as_secs_f64() / median.as_secs_f64();
            let target = targets.get(index - 1).copied().unwrap_or_default();
            println!("  {:<42} {micros:>10.2} us   ours is {ratio:.2}x   {target}", runner.name);
        }
    }
}

/// Whether this is a real run of the benches, and not a listing or a test of them.
pub fn is_wanted() -> bool {
    std::env::args().all(|argument| !matches!(argument.as_str(), "--list" | "--test"))
}
