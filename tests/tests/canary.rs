//! Nothing that must not be seen is seen: card numbers, security codes, tokens, names, addresses and free text are put
//! into every member of every type, and then looked for wherever a program prints, logs or panics.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    error::Error as StdError,
    fmt::{self, Debug, Write as _},
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use http::{HeaderValue, StatusCode};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use yuno_api::{
    Call, Client,
    retry::{Retry, RetryPolicy},
    transport::{HttpRequest, HttpResponse},
    types::{self, Decode},
};
use yuno_tests::schema::{
    bodies, component,
    marks::{Fill, SECRETS, TOKEN, leak, marked},
    objects,
};

const FILLS: [Fill; 3] = [Fill::Texts, Fill::Members, Fill::Numbers];

/// Fails where a secret can be seen.
fn discreet(whose: &str, shown: &str) {
    if let Some(leak) = leak(shown) {
        panic!("{whose} shows a secret: … {leak} …");
    }
}

fn error_texts(error: &(dyn StdError + 'static)) -> String {
    let mut out = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        let _ = write!(out, "{error} {error:?} {error:#?} ");
        next = error.source();
    }
    out
}

#[test]
fn the_test_sees_what_it_looks_for() {
    for secret in SECRETS.iter().chain([&TOKEN]) {
        assert!(leak(&format!("before {secret} after")).is_some(), "{secret}");
        assert!(leak(&format!("{secret:?}")).is_some(), "{secret}");
    }
    assert_eq!(leak("line 1, column 4111"), None);
}

#[test]
fn debug_and_violations_of_every_type() {
    for subject in objects() {
        for fill in FILLS {
            let body = marked(subject.object(), fill, 1).write();
            assert!(leak(&body).is_some());
            let found = subject.inspect(body.as_bytes()).unwrap();
            discreet(&format!("Debug of {}", subject.name), &found.debug);
            discreet(&format!("a violation of {}", subject.name), &format!("{:?}", found.violations));
            for violation in &found.violations {
                discreet(&format!("a violation of {}", subject.name), &format!("{violation} {violation:#?}"));
            }
            // And it is all still there.
            assert!(leak(std::str::from_utf8(&found.encoded).unwrap()).is_some());
        }
    }
}

#[test]
fn errors_of_broken_bodies_of_every_type() {
    for subject in objects() {
        for fill in FILLS {
            let body = marked(subject.object(), fill, 0).write().into_bytes();
            // Enough places that each kind of them is among them.
            let step = body.len() / 24 + 1;
            for at in (0..body.len()).step_by(step) {
                let mut broken = vec![body[..at].to_vec()];
                for byte in [b'"', b'}', b',', b'\\', 0, 0xff] {
                    let mut changed = body.clone();
                    changed[at] = byte;
                    broken.push(changed);
                }
                for broken in broken {
                    if let Err(error) = subject.inspect(&broken) {
                        discreet(&format!("the error of a broken {}", subject.name), &error_texts(&error));
                        discreet("its path", error.path());
                    }
                }
            }
        }
    }
}

/// What serde says of a body is shown by programs that keep bodies in stores and queues.
#[test]
fn errors_of_serde() {
    let body = marked(component("Payment"), Fill::Texts, 1).write();
    let mut seen = 0;
    let mut check = |result: Result<String, serde_json::Error>| {
        if let Err(error) = result {
            seen += 1;
            discreet("an error of serde", &format!("{error} {error:?}"));
        }
    };
    for at in (0..body.len()).step_by(7) {
        let Some(cut) = body.get(..at) else { continue };
        check(serde_json::from_str::<types::Payment>(cut).map(|_| String::new()));
        check(serde_json::from_str::<Vec<types::Payment>>(&format!("[{cut}]")).map(|_| String::new()));
    }
    for secret in [r#""ada.canary@example.com""#, "4111111111111111", r#"["CANARY"]"#, r#"{"canary":"CANARY-CVV-737"}"#]
    {
        check(serde_json::from_str::<types::Payment>(secret).map(|_| String::new()));
        check(serde_json::from_str::<types::CreatePayment>(secret).map(|_| String::new()));
        check(serde_json::from_str::<types::OneTimeToken>(secret).map(|_| String::new()));
        check(serde_json::from_str::<types::VaultedToken>(secret).map(|_| String::new()));
        check(serde_json::from_str::<types::PaymentId>(secret).map(|_| String::new()));
        check(serde_json::from_str::<types::PaymentStatus>(secret).map(|_| String::new()));
    }
    assert!(seen > 100, "only {seen} errors were made");
    // A free-form part is read as a type of the caller's, which it may not fit.
    let payment = types::Payment::decode(br#"{"new":{"card":"CANARY-4111111111111111-CANARY"}}"#).unwrap();
    let free = payment.unknown_fields.get("new").unwrap();
    let error = free.parse::<std::collections::HashMap<String, u64>>().map(|_| ()).unwrap_err();
    discreet("the error of a free-form value", &error_texts(&error));
    discreet("a free-form value", &format!("{free:?} {:?}", payment.unknown_fields));
}

/// Everything that tracing was told, at every level.
static LOGGED: Mutex<String> = Mutex::new(String::new());
/// Everything that panics said.
static PANICS: Mutex<String> = Mutex::new(String::new());

fn add(to: &Mutex<String>, text: fmt::Arguments<'_>) {
    let _ = to.lock().unwrap_or_else(PoisonError::into_inner).write_fmt(text);
}

struct Log;

struct Fields;

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        add(&LOGGED, format_args!(" {}={value:?}", field.name()));
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        add(&LOGGED, format_args!("\nspan {}", span.metadata().name()));
        span.record(&mut Fields);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Fields);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        add(&LOGGED, format_args!("\n{} {}", event.metadata().level(), event.metadata().target()));
        event.record(&mut Fields);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// What a program shows of a call's end.
type Shown = Pin<Box<dyn Future<Output = String>>>;

fn show<T: Decode + Debug + Send + 'static>(call: Call<T>) -> Shown {
    Box::pin(async move {
        let mut out = format!("{call:?} ");
        match call.await {
            Ok(answer) => {
                let _ = write!(out, "{answer:?} {answer:#?}");
                let _ = catch_unwind(AssertUnwindSafe(|| {
                    #[allow(clippy::unnecessary_literal_unwrap)] // What its panic prints is the point.
                    Err::<(), _>(answer).unwrap();
                }));
            }
            Err(error) => {
                out.push_str(&error_texts(&error));
                let _ = write!(out, "{:?} {:?}", error.how_to_find_out(), error.violations());
                let _ = catch_unwind(AssertUnwindSafe(|| {
                    #[allow(clippy::unnecessary_literal_unwrap)]
                    Err::<(), _>(error).expect("a call");
                }));
            }
        }
        out
    })
}

/// A request full of secrets.
fn body<T: Decode>(name: &str) -> T {
    T::decode(marked(component(name), Fill::Texts, 1).write().as_bytes()).unwrap()
}

/// Every call that the client has, by the operation's name.
macro_rules! calls {
    ($yuno:ident: $($tag:ident { $($verb:ident($($argument:tt)*);)* })*) => {
        fn calls($yuno: &Client) -> Vec<(&'static str, Shown, Shown)> {
            vec![$($((
                concat!(stringify!($tag), ".", stringify!($verb)),
                show($yuno.$tag().$verb($($argument)*)),
                show($yuno.$tag().without_validation().$verb($($argument)*)),
            ),)*)*]
        }
    };
}

fn id<T: for<'a> From<&'a str>>() -> T {
    T::from(SECRETS[0])
}

calls! { yuno:
    customers {
        create(&body("CreateCustomer"));
        retrieve_by_merchant_customer_id(SECRETS[0]);
        retrieve(&id());
        update(&id(), &body("UpdateCustomer"));
        delete(&id());
    }
    customer_sessions {
        create(&body("CreateCustomerSession"));
    }
    checkout_sessions {
        create(&body("CreateCheckoutSession"));
        retrieve(&id());
        update(&id(), &body("UpdateCheckoutSession"));
        list_payment_methods(&id());
        create_session_token(&id(), &body("CreateSessionToken"));
        create_token(&body("CreateToken"));
    }
    payment_methods {
        enroll_in_session(&id(), &body("EnrollPaymentMethodInSession"));
        list_enrollable(&id());
        retrieve(&id());
        reassign(&id(), &body("ReassignPaymentMethod"));
        unenroll(&id());
        enroll(&id(), &body("EnrollPaymentMethod"));
        list(&id());
        retrieve_for_customer(&id(), &id());
        unenroll_for_customer(&id(), &id());
        register_for_account_updater(&body("RegisterForAccountUpdater"));
    }
    payments {
        create(&body("CreatePayment"));
        retrieve_by_merchant_order_id(SECRETS[0]);
        retrieve(&id());
        capture(&id(), &id(), &body("CapturePayment"));
        cancel(&id(), &id(), &body("CancelPayment"));
        refund(&id(), &id(), &body("RefundPayment"));
        cancel_or_refund(&id(), &body("RefundPayment"));
        cancel_or_refund_transaction(&id(), &id(), &body("RefundPayment"));
        open_dispute(&id(), &id(), &body("DisputeSubmission"));
        update_dispute(&id(), &id(), &body("DisputeSubmission"));
        create_fulfillment(&id(), &body("CreateFulfillment"));
        list_issuers();
    }
    payment_links {
        create(&body("CreatePaymentLink"));
        retrieve(&id());
        cancel(&id());
    }
}

#[test]
fn no_call_is_forgotten() {
    let yuno = client(|_, _| HttpResponse::new(StatusCode::OK, "{}"));
    let mut tested: Vec<_> = calls(&yuno).iter().map(|(name, ..)| (*name).to_owned()).collect();
    let mut expected: Vec<_> = yuno_api::OPERATIONS.iter().map(|operation| operation.id.to_owned()).collect();
    tested.sort_unstable();
    expected.sort_unstable();
    assert_eq!(tested, expected);
}

/// Repeats once.
struct Twice;

impl RetryPolicy for Twice {
    fn next(&self, retry: &Retry) -> Option<Duration> {
        (retry.attempt < 2).then_some(Duration::from_secs(1))
    }
}

fn client(answer: impl Fn(&HttpRequest, &str) -> HttpResponse + Send + Sync + 'static) -> Client {
    let client = Client::builder()
        .keys("sandbox_gAAAAABcanaryPublic0Key1", "CANARY-gAAAAABcanarySecret0Key1")
        .account_code("CANARY-ACCOUNT-4111111111111111")
        .retry(Twice)
        .transport(move |request: HttpRequest| {
            discreet("a request", &format!("{request:?} {request:#?}"));
            // A lookup answers with what the operation that it stands for would.
            let answer = answer(&request, request.operation().id);
            let answer = answer.with_header("x-request-id".parse().unwrap(), HeaderValue::from_static("req-5f2a"));
            discreet("an answer", &format!("{answer:?} {answer:#?}"));
            Ok(answer)
        })
        .build()
        .unwrap();
    discreet("a client", &format!("{client:?} {client:#?}"));
    client
}

/// A success of this operation, full of secrets.
fn success(id: &str, fill: Fill) -> String {
    let wanted = format!("answer of {id}");
    bodies().into_iter().find(|subject| subject.name == wanted).map_or_else(String::new, |subject| {
        let object = marked(subject.object(), fill, 1).write();
        if subject.is_list() { format!("[{object},{object}]") } else { object }
    })
}

/// A refusal: its messages repeat what was sent.
fn refusal() -> String {
    let messages: Vec<String> = [0, 1, 3, 5, 7]
        .iter()
        .map(|index| format!("payment_method.detail.card.number: {} is not valid", SECRETS[*index]))
        .chain(["card 4111 1111 1111 1111 declined".to_owned(), format!("token {TOKEN} is spent")])
        .collect();
    let code = serde_json::json!(SECRETS[0]);
    serde_json::json!({ "code": code, "messages": messages, "holder": "Ada Canary Lovelace", "cvv": "CANARY-CVV-737" })
        .to_string()
}

async fn all_calls(what: &str, answer: impl Fn(&HttpRequest, &str) -> HttpResponse + Send + Sync + 'static) {
    let yuno = client(answer);
    for (name, checked, unchecked) in calls(&yuno) {
        for shown in [checked.await, unchecked.await] {
            discreet(&format!("{name}, {what}"), &shown);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn calls_errors_traces_and_panics() {
    tracing::subscriber::set_global_default(Log).unwrap();
    std::panic::set_hook(Box::new(|panic| add(&PANICS, format_args!("{panic}\n"))));
    let json = |status: StatusCode, body: String| HttpResponse::json(status, body);

    let outcome = catch_every(async move {
        for fill in FILLS {
            all_calls("a success", move |_, id| json(StatusCode::OK, success(id, fill))).await;
        }
        all_calls("a success that ends too early", move |_, id| {
            let body = success(id, Fill::Texts);
            let cut = (0..=body.len() * 2 / 3).rev().find(|at| body.is_char_boundary(*at)).unwrap_or(0);
            json(StatusCode::OK, body[..cut].to_owned())
        })
        .await;
        all_calls("a success of the wrong kind", move |_, _| json(StatusCode::OK, format!("{:?}", SECRETS[0]))).await;
        let page = format!("<html><body>{}</body></html>", SECRETS.join("<br>"));
        for status in [200, 201, 303, 400, 401, 404, 409, 429, 500, 502, 504] {
            let status = StatusCode::from_u16(status).unwrap();
            let html = page.clone();
            all_calls("a page", move |_, _| HttpResponse::new(status, html.clone())).await;
            if !status.is_success() {
                all_calls("a refusal", move |_, _| json(status, refusal())).await;
                all_calls("a success under another status", move |_, id| json(status, success(id, Fill::Texts))).await;
            }
        }
    })
    .await;
    drop(std::panic::take_hook());

    let logged = LOGGED.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let panics = PANICS.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Err(failure) = outcome {
        let text = failure.downcast_ref::<String>().cloned().unwrap_or_default();
        panic!("{text}");
    }
    assert!(logged.contains("payments.create") && logged.contains("500"), "nothing was traced: {logged}");
    assert!(panics.contains("Response") && panics.contains("OutcomeUnknown"), "nothing panicked: {panics}");
    discreet("tracing", &logged);
    discreet("a panic", &panics.replace(file!(), ""));
}

/// Runs to the end or the first panic, whose text the hook has swallowed.
async fn catch_every(work: impl Future<Output = ()>) -> std::thread::Result<()> {
    let mut work = Box::pin(work);
    std::future::poll_fn(move |context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => std::task::Poll::Ready(Err(panic)),
    })
    .await
}

/// What a value is made of is printed by `assert_eq!` as well.
#[test]
fn values_made_by_hand() {
    let secret = types::Sensitive::from(SECRETS[0]);
    let token = types::OneTimeToken::from(TOKEN);
    let json = types::Json::new(&serde_json::json!({ "canary": SECRETS[0] })).unwrap();
    let fields = types::UnknownFields::default().with("canary", serde_json::json!(SECRETS[0]));
    let iter = fields.iter();
    let patch = types::Patch::Set(secret.clone());
    let many = types::OneOrMany::Many(vec![types::Metadata::decode(br#"{"key":"CANARY","value":"CANARY"}"#).unwrap()]);
    let status = types::PaymentStatus::from(SECRETS[0]);
    let id = types::PaymentId::from(SECRETS[0]);
    let shown = format!(
        "{secret:?} {secret:#?} {token:?} {json:?} {json:#?} {fields:?} {iter:?} {patch:?} {many:?} {status:?} {id:?} {:?} {:?}",
        Some(vec![token.clone()]),
        types::PaymentId::from("4111111111111111"),
    );
    discreet("a value", &shown);
}
