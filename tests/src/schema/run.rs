//! Running a property over generated bodies: the same ones each time, and as many as are wanted.

use proptest::{
    collection::vec,
    prelude::any,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};

use super::Choices;

/// Tells how many times as many cases as usual are wanted: `YUNO_TEST_EFFORT=100 cargo test -p yuno-tests`.
const EFFORT: &str = "YUNO_TEST_EFFORT";

/// How many times as many cases as usual are wanted.
///
/// # Panics
///
/// Where the variable holds no number.
#[must_use]
pub fn effort() -> u32 {
    std::env::var(EFFORT).map_or(1, |text| text.parse().unwrap_or_else(|_| panic!("{EFFORT}={text} is not a number")))
}

/// Checks a property over `cases` bodies. The seed is the subject's name, so that every run sees the same bodies,
/// and a longer run sees more.
///
/// # Panics
///
/// Where it does not hold, with the smallest body that was found.
pub fn check(subject: &str, cases: u32, property: impl Fn(&mut Choices<'_>) -> Result<(), String>) {
    let cases = cases * effort();
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() };
    let mut seed = [0; 32];
    for (at, byte) in subject.bytes().enumerate() {
        seed[at % 32] ^= byte.rotate_left(u32::try_from(at / 32 % 8).unwrap());
    }
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    // A short list gives a small body, and shrinking goes there.
    let outcome = runner
        .run(&vec(any::<u32>(), 0..600), |numbers| property(&mut Choices::new(&numbers)).map_err(TestCaseError::fail));
    if let Err(proptest::test_runner::TestError::Fail(reason, _)) = outcome {
        panic!("{subject}: {reason}");
    }
    if let Err(error) = outcome {
        panic!("{subject}: {error}");
    }
}
