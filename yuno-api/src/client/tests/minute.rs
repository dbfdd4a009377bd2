//! The minute after an unclear outcome, with a client as clients are.

use super::*;

async fn pay(script: &Script) -> Result<Response<Json>, Error> {
    call(&patient(script).build().unwrap(), &PAY).await
}

#[tokio::test(start_paused = true)]
async fn goes_by_before_a_payment_is_made_again() {
    // Seconds until the failure, and until the second request: what arrives has arrived when it fails, or when the
    // time for connecting and for being acknowledged is over.
    for (fails, again) in [(0, 60.0), (2, 62.0), (9, 69.0), (10, 70.0), (20, 70.0), (60, 70.0)] {
        let failure = After(Duration::from_secs(fails), Box::new(status(504)));
        let script = Script::new([failure, Nothings, ok()]);
        let answer = pay(&script).await.unwrap();
        assert_eq!((answer.attempts(), answer.found_by_lookup()), (2, false));
        let second = script.times(&PAY)[1];
        assert!(second >= again && second < again + 0.7, "failed after {fails}, sent again after {second}");
        let looked = script.times(&FIND);
        assert!(looked.last().is_some_and(|&last| last >= again), "the last look is after the minute: {looked:?}");
        assert!(looked.len() < 12, "{looked:?}");
        assert_eq!(script.keys().len(), 1);
        assert_eq!(script.left(), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn ends_when_the_payment_appears() {
    let script = Script::new([Reset, nothing(), nothing(), FoundByKey]);
    let answer = pay(&script).await.unwrap();
    assert!(answer.found_by_lookup());
    assert_eq!(sent(&script), [PAY_, FIND_, FIND_, FIND_]);
    assert!(script.began.elapsed() < Duration::from_secs(6));
    // And at its very end.
    let script = Script::new([Reset, Nothings]);
    let client = patient(&script).build().unwrap();
    let paid = tokio::spawn(call(&client, &PAY).into_future());
    tokio::time::sleep(Duration::from_millis(59_900)).await;
    *script.steps.lock().unwrap() = [FoundByKey].into();
    assert!(paid.await.unwrap().unwrap().found_by_lookup());
    assert_eq!(script.times(&PAY).len(), 1);
}

#[tokio::test(start_paused = true)]
async fn outlasts_lookups_that_fail() {
    let told = With(429, "retry-after", "20", String::new());
    let script = Script::new([Reset, status(503), Reset, NeverSent, Hang, told, Nothings, ok()]);
    assert_eq!(pay(&script).await.unwrap().attempts(), 2);
    let looked = script.times(&FIND);
    assert!(looked[5] - looked[4] >= 20.0, "{looked:?}");
    // What no repeat mends ends it.
    let script = Script::new([Reset, nothing(), code(401, "INVALID_CREDENTIALS")]);
    assert!(pay(&script).await.unwrap_err().outcome_is_unknown());
    assert_eq!(sent(&script), [PAY_, FIND_, FIND_]);
    // So does what stays so when the minute is over.
    let script = Script::new([Reset].into_iter().chain(std::iter::repeat_with(|| status(503)).take(30)));
    let error = pay(&script).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    assert_eq!(script.times(&PAY).len(), 1);
    assert!(script.began.elapsed() < Duration::from_secs(70));
}

#[tokio::test(start_paused = true)]
async fn that_does_not_fit_is_not_begun() {
    let quick = |script: &Script| script.began.elapsed() < Duration::from_secs(2);
    for limit in [10, 65, 119] {
        let script = Script::new([Reset, nothing()]);
        let client = patient(&script).total_timeout(Duration::from_secs(limit)).build().unwrap();
        let error = call(&client, &PAY).await.unwrap_err();
        assert!(error.outcome_is_unknown() && quick(&script));
        assert_eq!(error.idempotency_key(), Some(&*script.keys()[0]));
        assert!(error.how_to_find_out().unwrap().contains(FIND_));
        sent(&script);
    }
    // Nor is a third request sent by default: it would have too little time.
    let script = Script::new([Reset, Nothings, Reset, nothing()]);
    assert!(pay(&script).await.unwrap_err().outcome_is_unknown());
    assert_eq!(script.times(&PAY).len(), 2);
    assert!(script.began.elapsed() < Duration::from_secs(63));
    // There is room for all four in ten minutes.
    let script = Script::new([Reset, Nothings, Reset, Nothings, Reset, Nothings, ok()]);
    let answer = call(&patient(&script).build().unwrap(), &PAY).total_timeout(Duration::from_secs(600)).await;
    assert_eq!(answer.unwrap().attempts(), 4);
    assert!(script.times(&PAY).windows(2).all(|pair| pair[1] - pair[0] >= 60.0));
}

#[tokio::test(start_paused = true)]
async fn can_be_declined() {
    let at_once = Backoff::default().max_doubt_wait(Duration::ZERO);
    let script = Script::new([Reset, nothing()]);
    let error = call(&patient(&script).build().unwrap(), &PAY).retry(at_once.clone()).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    sent(&script);
    assert!(script.began.elapsed() < Duration::from_secs(1));
    // Nothing to wait for, where the failure itself took as long; nor where nothing was sent.
    let script = Script::new([After(Duration::from_secs(70), Box::new(Reset)), nothing(), ok()]);
    let slow = patient(&script).timeout(Duration::from_secs(80)).build().unwrap();
    call(&slow, &PAY).retry(at_once.clone()).await.unwrap();
    let script = Script::new([NeverSent, ok()]);
    call(&patient(&script).build().unwrap(), &PAY).retry(at_once).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn cannot_be_cut_short_by_a_policy() {
    struct Eager;
    impl RetryPolicy for Eager {
        fn next(&self, retry: &crate::retry::Retry) -> Option<Duration> {
            let within = retry.least_wait <= Duration::from_secs(60);
            (retry.operation.id == FIND.id || (within && retry.attempt < 20)).then_some(Duration::ZERO)
        }
    }
    let script = Script::new([Reset, Nothings, ok()]);
    call(&patient(&script).build().unwrap(), &PAY).retry(Eager).await.unwrap();
    assert!(script.times(&PAY)[1] >= 60.0);
}

#[tokio::test(start_paused = true)]
async fn goes_by_while_work_is_under_way() {
    let script = Script::new([in_process(), Nothings, ok()]);
    pay(&script).await.unwrap();
    assert!(script.times(&PAY)[1] >= 60.0, "of another call's, begun at a time that nobody knows");
    // It is the first one that is in process: there is no further minute.
    let script = Script::new([Reset, Nothings, in_process(), nothing(), ok()]);
    let minutes = Duration::from_secs(600);
    call(&patient(&script).build().unwrap(), &PAY).total_timeout(minutes).await.unwrap();
    let paid = script.times(&PAY);
    assert!(paid[1] >= 60.0 && paid[2] < 63.0, "{paid:?}");
}

#[tokio::test(start_paused = true)]
async fn is_kept_by_a_call_that_goes_on() {
    let script = Script::new([Reset, nothing(), Nothings, ok()]);
    let client = patient(&script).build().unwrap();
    let error = call(&client, &PAY).retry(Backoff::never()).await.unwrap_err();
    tokio::time::sleep(Duration::from_secs(10)).await;
    call(&client, &PAY).resume(&error).await.unwrap();
    let second = script.times(&PAY)[1];
    assert!((60.0..61.0).contains(&second), "{second}");

    // It looks at least, where it may not take so long; and goes on where the minute is over.
    let script = Script::new([Reset, nothing(), nothing(), nothing(), ok()]);
    let client = patient(&script).total_timeout(Duration::from_secs(30)).build().unwrap();
    let mut error = call(&client, &PAY).await.unwrap_err();
    for _ in 0..2 {
        error = call(&client, &PAY).resume(&error).await.unwrap_err();
        assert!(error.outcome_is_unknown());
        *script.steps.lock().unwrap() = [nothing(), nothing(), ok()].into();
    }
    tokio::time::sleep(Duration::from_secs(60)).await;
    *script.steps.lock().unwrap() = [nothing(), ok()].into();
    call(&client, &PAY).resume(&error).await.unwrap();
    assert_eq!(script.times(&PAY).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn goes_by_before_a_refusal_or_a_spent_key_is_believed() {
    for (refused, kind) in [(code(403, "AUTHORIZATION_REQUIRED"), ErrorKind::Api), (spent(), ErrorKind::KeySpent)] {
        let script = Script::new([Reset, Nothings, refused, nothing()]);
        assert_eq!(pay(&script).await.unwrap_err().kind(), kind);
        assert!(script.times(&PAY)[1] >= 60.0);
    }
    let script = Script::new([Reset, Nothings, spent(), FoundByKey]);
    assert!(pay(&script).await.unwrap().found_by_lookup());
}

#[tokio::test(start_paused = true)]
async fn is_not_for_operations_with_a_key() {
    let script = Script::new([Reset, ok()]);
    call(&patient(&script).build().unwrap(), &CAPTURE).await.unwrap();
    assert!(script.began.elapsed() < Duration::from_secs(1));
}

#[test]
fn is_shorter_only_on_this_machine() {
    let short = || Client::builder().keys("k", "k").processing_limit(Duration::from_secs(59));
    let error = short().build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("twice"), "{error}");
    short().endpoint("https://payments.example").build().unwrap_err();
    short().endpoint("http://127.0.0.1:8080").build().unwrap();
    Client::builder().keys("k", "k").processing_limit(Duration::from_secs(90)).build().unwrap();
}
