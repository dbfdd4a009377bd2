//! A server that stands in for Yuno and fails by a plan, which its seed decides.
//!
//! It knows nothing of sockets: [`Server::answer`] says what becomes of a request, and when. Whatever it does to the
//! money it does in tasks of its own, so that no caller who goes away stops it, and it keeps the books by which
//! [`Server::judge`] finds out whether a caller was told the truth.
//!
//! What it takes for granted, as the runtime does:
//!
//! - **It acts at most 60 seconds after a request came.** A request that is lost never acts.
//! - What it has made is seen by the next look-up.
//! - A 4xx is given before anything happens.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, MutexGuard},
    time::{Duration, SystemTime},
};

use fastrand::Rng;
use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::time::{self, Instant};

/// What the calls of a run do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Create,
    Capture,
    Refund,
    Cancel,
}

/// What a server is like.
#[derive(Clone, Copy, Debug)]
pub struct World {
    pub act: Act,
    pub seed: u64,
    /// Whether a repeat is known by its `X-Idempotency-Key`. The older guide says that creating a payment ignores it.
    pub knows_keys: bool,
    /// Whether work may go on, for up to 60 seconds, after the connection to it broke or a gateway gave it up.
    pub lingers: bool,
    /// Whether it is called over real sockets. Then a connection that was taken can only be reset.
    pub sockets: bool,
    /// How long a second is. Over real sockets it is much shorter.
    pub second: Duration,
}

/// A request as far as the server looks at it.
#[derive(Debug, Default)]
pub struct Request {
    pub writes: bool,
    pub path: String,
    pub order: Option<String>,
    pub key: Option<String>,
    pub body: Vec<u8>,
}

/// What the other side gets to see.
#[derive(Clone, Debug)]
pub enum Reply {
    Answer(Answer),
    /// The answer ends in the middle of its body.
    Truncated(Answer),
    /// The connection is reset.
    Reset,
    /// Nothing, for ever.
    Silence,
    /// It was not even taken.
    NotTaken,
}

#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

/// What a caller was told in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Done, under this id.
    Settled(String),
    /// Made under this id, and declined.
    Declined(String),
    /// Nothing was made.
    Refused,
}

impl World {
    fn carry(self, fault: Fault) -> Fault {
        if self.sockets && fault == Fault::NotTaken { Fault::Reset } else { fault }
    }
}

/// What goes wrong with one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    NotTaken,
    Silence,
    Reset,
    Truncated,
    Status(u16, Page),
    /// A success whose body is not what it should be.
    Success(Page),
    SlowDown(Told429),
    InProcess,
    Spent,
    /// Somebody before the API turns it away.
    Turned(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    Json,
    Html,
    Malformed,
    Empty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told429 {
    Nothing,
    Seconds,
    Date,
}

/// When the request acts, seen from its fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Never,
    Before,
    After,
}

/// What the business says to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Accepted,
    Declined,
    Refused,
}

/// Something that was made: a payment, a capture, a refund, a cancellation.
#[derive(Clone, Debug)]
struct Made {
    id: String,
    key: Option<String>,
    reference: String,
    declined: bool,
    at: Timestamp,
}

#[derive(Clone, Debug)]
enum Key {
    AtWork,
    Made(Made),
    Spent,
}

/// An order, or the payment that is captured, refunded or canceled.
struct Subject {
    rng: Rng,
    fate: Fate,
    /// Whether payments tell with which key they were made.
    tells_key: bool,
    made: Vec<Made>,
    /// What another attempt of the merchant made before.
    earlier: Option<Made>,
    keys: HashMap<String, Key>,
    at_work: u32,
    /// Whether the caller ever got something less than a clear answer.
    unclear: bool,
    refused: bool,
}

#[derive(Default)]
struct Books {
    subjects: HashMap<usize, Subject>,
    /// Requests, by what became of them.
    happened: BTreeMap<String, u32>,
    requests: u32,
    /// Requests that came although the one before was refused, and nothing was unclear.
    sent_after_refusal: u32,
    /// Look-ups that found nothing while a request of the same order was at work.
    looked_too_soon: u32,
    /// Requests that were at work for more than twice as long as they may be: a machine stood still.
    overdue: u32,
    /// Requests that went on after the connection to them had broken, or a gateway had given them up.
    outlived: u32,
}

pub struct Server {
    world: World,
    began: Instant,
    wall: Timestamp,
    books: Mutex<Books>,
}

/// The server's clock is ahead of the caller's by more than the caller allows for. Only its `Date` tells.
const AHEAD: Duration = Duration::from_secs(3600);
/// How long it may take until a request acts, in seconds.
const ACTS_WITHIN: f64 = 60.0;
const LATER: f64 = 0.001;

impl Server {
    pub fn new(world: World) -> Arc<Self> {
        let books = Mutex::default();
        Arc::new(Self { world, began: Instant::now(), wall: Timestamp::now(), books })
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap()
    }

    fn now(&self) -> Timestamp {
        self.wall + AHEAD + self.began.elapsed()
    }

    /// Takes a request, and answers when it is time.
    pub async fn answer(self: &Arc<Self>, request: &Request) -> Reply {
        let (delay, reply) = self.receive(request);
        time::sleep(delay).await;
        reply
    }

    fn receive(self: &Arc<Self>, request: &Request) -> (Duration, Reply) {
        let mut books = self.books();
        books.requests += 1;
        if request.writes {
            self.write(&mut books, request)
        } else {
            let (delay, reply, what) = self.read(&mut books, request);
            *books.happened.entry(format!("read: {what}")).or_default() += 1;
            (delay, reply)
        }
    }

    fn subject<'a>(&self, books: &'a mut Books, index: usize) -> &'a mut Subject {
        books.subjects.entry(index).or_insert_with(|| {
            let mut rng = Rng::with_seed(self.world.seed ^ (index as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
            rng.u64(..);
            let fate = match rng.u32(0..100) {
                0..70 => Fate::Accepted,
                70..88 => Fate::Declined,
                _ => Fate::Refused,
            };
            let tells_key = self.world.knows_keys || rng.bool();
            // A recent attempt that holds no key cannot be told from ours; `client/lookup.rs` takes it for ours.
            let earlier = match rng.u32(0..10) {
                0 if tells_key => Some((Some("another-attempt".to_owned()), 60)),
                1 => Some((None, 600)),
                _ => None,
            };
            let earlier = earlier.filter(|_| self.world.act == Act::Create).map(|(key, ago)| Made {
                id: format!("ffffffff-0000-4000-8000-{index:012}"),
                key,
                reference: order(index),
                declined: true,
                at: self.now() - Duration::from_secs(ago),
            });
            Subject {
                rng,
                fate,
                tells_key,
                made: Vec::new(),
                earlier,
                keys: HashMap::new(),
                at_work: 0,
                unclear: false,
                refused: false,
            }
        })
    }

    /// A request that is to make something.
    fn write(self: &Arc<Self>, books: &mut Books, request: &Request) -> (Duration, Reply) {
        let world = self.world;
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        let index = match world.act {
            Act::Create => index_of(body["merchant_order_id"].as_str().unwrap()),
            _ => index_of(&request.path),
        };
        let key = request.key.clone().expect("a request without an idempotency key");
        let subject = self.subject(books, index);
        let after_refusal = subject.refused && !subject.unclear;

        let fault = fault(&mut subject.rng, true).map(|fault| world.carry(fault));
        let when = match fault {
            Some(Fault::NotTaken | Fault::SlowDown(_) | Fault::InProcess | Fault::Spent | Fault::Turned(_)) => {
                When::Never
            }
            Some(Fault::Truncated) | None => When::Before,
            Some(Fault::Silence) if subject.rng.bool() => When::After,
            Some(Fault::Silence) => When::Never,
            Some(Fault::Reset | Fault::Status(..)) => match subject.rng.u32(0..3) {
                0 => When::Never,
                1 => When::Before,
                _ if world.lingers => When::After,
                _ => When::Before,
            },
            Some(Fault::Success(_)) if subject.rng.bool() => When::Before,
            Some(Fault::Success(_)) => When::Never,
        };
        let replies_in = between(&mut subject.rng, 0.01, 2.0);
        let acts_in = match (fault, when) {
            (Some(Fault::Silence), _) => between(&mut subject.rng, 0.0, ACTS_WITHIN),
            (_, When::After) => between(&mut subject.rng, replies_in, ACTS_WITHIN),
            _ if subject.rng.u32(0..20) == 0 => between(&mut subject.rng, 5.0, ACTS_WITHIN),
            _ => replies_in,
        };
        let mut what = "new";

        // What the API itself says, where the fault lets it come to that.
        let mut delay = replies_in;
        let said = if fault == Some(Fault::Spent) {
            // The first request with the key fails before anything is made, and the key is gone. What the caller sees
            // of that is a failure, or at once the code.
            let known = world.knows_keys.then(|| subject.keys.get(&key).cloned()).flatten();
            match known {
                Some(Key::AtWork) => refusal(400, "REQUEST_IN_PROCESS"),
                _ if !world.knows_keys => refusal(400, "IDEMPOTENCY_DUPLICATED"),
                Some(Key::Made(_) | Key::Spent) => refusal(400, "IDEMPOTENCY_DUPLICATED"),
                None => {
                    subject.keys.insert(key.clone(), Key::Spent);
                    if subject.rng.bool() {
                        refusal(400, "IDEMPOTENCY_DUPLICATED")
                    } else {
                        refusal(500, "INTERNAL_ERROR")
                    }
                }
            }
        } else if when == When::Never {
            refusal(500, "INTERNAL_ERROR")
        } else if subject.fate == Fate::Refused {
            refusal(400, "INVALID_REQUEST")
        } else {
            match world.knows_keys.then(|| subject.keys.get(&key).cloned()).flatten() {
                Some(Key::AtWork) => {
                    what = "at work on the first";
                    refusal(400, "REQUEST_IN_PROCESS")
                }
                Some(Key::Spent) => {
                    what = "key spent";
                    refusal(400, "IDEMPOTENCY_DUPLICATED")
                }
                Some(Key::Made(made)) => {
                    what = "repeated";
                    success(world.act, index, subject, &made)
                }
                None => {
                    let made = Made {
                        id: format!("{:08x}-0000-4000-8000-{index:012}", subject.rng.u32(..)),
                        key: subject.tells_key.then(|| key.clone()),
                        reference: match world.act {
                            Act::Create => order(index),
                            _ => body["merchant_reference"].as_str().unwrap().to_owned(),
                        },
                        declined: subject.fate == Fate::Declined,
                        at: self.now() + self.world.second.mul_f64(acts_in),
                    };
                    subject.at_work += 1;
                    subject.keys.insert(key.clone(), Key::AtWork);
                    if when == When::Before {
                        delay = acts_in + LATER;
                    }
                    let answer = success(world.act, index, subject, &made);
                    self.act_later(index, acts_in, key.clone(), made);
                    answer
                }
            }
        };
        let reply = self.reply(fault, said, &mut subject.rng);
        match &reply {
            Reply::Answer(answer) if matches!(answer.status, 200..300) && fault.is_none() => {}
            Reply::Answer(answer) if answer.status == 429 => {}
            Reply::NotTaken => {}
            Reply::Answer(answer)
                if matches!(answer.status, 400 | 401 | 403) && !answer.body.contains("REQUEST_IN_PROCESS") =>
            {
                // A spent key is no refusal of what was asked, and a new attempt may follow it.
                subject.refused |= !answer.body.contains("IDEMPOTENCY_DUPLICATED");
            }
            _ => subject.unclear = true,
        }
        let second = self.world.second;
        books.sent_after_refusal += u32::from(after_refusal);
        let gone = matches!(fault, Some(Fault::Reset | Fault::Status(..))) && when == When::After;
        books.outlived += u32::from(gone && acts_in > delay);
        let fault = match fault {
            Some(fault) => format!("{fault:?}, acts {}", format!("{when:?}").to_lowercase()),
            None => "answered".to_owned(),
        };
        *books.happened.entry(format!("write: {fault}")).or_default() += 1;
        *books.happened.entry(format!("write: {what}")).or_default() += 1;
        (second.mul_f64(delay), reply)
    }

    /// Makes it, in a while.
    fn act_later(self: &Arc<Self>, index: usize, acts_in: f64, key: String, made: Made) {
        let server = self.clone();
        tokio::spawn(async move {
            let began = Instant::now();
            time::sleep(server.world.second.mul_f64(acts_in)).await;
            let mut books = server.books();
            books.overdue += u32::from(began.elapsed() > server.world.second.mul_f64(2.0 * ACTS_WITHIN));
            let subject = server.subject(&mut books, index);
            subject.at_work -= 1;
            subject.keys.insert(key, Key::Made(made.clone()));
            subject.made.push(made);
        });
    }

    /// A look-up, or the retrieval of a payment.
    fn read(self: &Arc<Self>, books: &mut Books, request: &Request) -> (Duration, Reply, &'static str) {
        let index = index_of(request.order.as_deref().unwrap_or(&request.path));
        let act = self.world.act;
        let subject = self.subject(books, index);
        let fault = fault(&mut subject.rng, false).map(|fault| self.world.carry(fault));
        let delay = self.world.second.mul_f64(between(&mut subject.rng, 0.01, 1.0));
        let mut too_soon = false;
        let said = if request.order.is_some() {
            let all: Vec<Value> =
                subject.earlier.iter().chain(&subject.made).map(|made| payment(index, subject, made)).collect();
            too_soon = fault.is_none() && subject.made.is_empty() && subject.at_work > 0;
            match (all.is_empty(), subject.rng.u32(0..3)) {
                (true, 0) => refusal(400, "PAYMENT_NOT_FOUND"),
                (true, 1) => refusal(404, "NOT_FOUND"),
                _ => answer(200, &Value::from(all)),
            }
        } else {
            let history: Vec<Value> = subject.made.iter().map(|made| transaction(act, made)).collect();
            answer(200, &json!({"id": payment_id(index), "status": "PENDING", "transactions_history": history}))
        };
        let what = match fault {
            Some(Fault::Silence) => "no answer",
            Some(_) => "failed",
            None => "answered",
        };
        let reply = self.reply(fault, said, &mut subject.rng);
        books.looked_too_soon += u32::from(too_soon);
        (delay, reply, what)
    }

    /// What is seen of an answer.
    fn reply(&self, fault: Option<Fault>, said: Answer, rng: &mut Rng) -> Reply {
        let page = |page| match page {
            Page::Json => "{\"code\":\"INTERNAL_ERROR\",\"messages\":[\"something went wrong\"]}",
            Page::Html => "<!doctype html><html><body><h1>Please wait</h1></body></html>",
            Page::Malformed => "{\"id\":\"00000000-0000-4000-8000-000000000000\",\"status\":SUCCEEDED,",
            Page::Empty => "",
        };
        let plain = |status, body: &str| Answer { status, headers: Vec::new(), body: body.to_owned() };
        let mut answer = match fault {
            None | Some(Fault::Spent) => said,
            Some(Fault::NotTaken) => return Reply::NotTaken,
            Some(Fault::Silence) => return Reply::Silence,
            Some(Fault::Reset) => return Reply::Reset,
            Some(Fault::Truncated) => return Reply::Truncated(said),
            Some(Fault::Status(status, shown)) => plain(status, page(shown)),
            Some(Fault::Success(shown)) => plain(200, page(shown)),
            Some(Fault::InProcess) => refusal(400, "REQUEST_IN_PROCESS"),
            Some(Fault::Turned(401)) => refusal(401, "INVALID_CREDENTIALS"),
            Some(Fault::Turned(status)) => plain(status, page(Page::Html)),
            Some(Fault::SlowDown(told)) => {
                let mut answer = refusal(429, "TOO_MANY_REQUESTS");
                let seconds = (self.world.second.as_secs_f64() * rng.f64() * 9.0).round();
                let wait = Duration::from_secs_f64(seconds);
                match told {
                    Told429::Nothing => {}
                    Told429::Seconds => answer.headers.push(("retry-after", wait.as_secs().to_string())),
                    Told429::Date => {
                        let then = SystemTime::from(self.now() + wait);
                        answer.headers.push(("retry-after", httpdate::fmt_http_date(then)));
                    }
                }
                answer
            }
        };
        answer.headers.push(("date", httpdate::fmt_http_date(SystemTime::from(self.now()))));
        Reply::Answer(answer)
    }

    /// Whether what a caller was told is what happened. `None` is that it was not told.
    pub fn judge(&self, index: usize, told: Option<&Told>) -> Result<(), String> {
        let mut books = self.books();
        let subject = self.subject(&mut books, index);
        assert_eq!(subject.at_work, 0, "judged too soon");
        let ids: Vec<_> = subject.made.iter().map(|made| (made.id.as_str(), made.declined)).collect();
        match (ids.as_slice(), told) {
            ([_, _, ..], _) => Err(format!("made {} times", ids.len())),
            (_, None) => Err("not told what happened".to_owned()),
            (&[(id, false)], Some(Told::Settled(other))) if id == other => Ok(()),
            (&[(id, true)], Some(Told::Declined(other))) if id == other => Ok(()),
            ([], Some(Told::Refused)) => Ok(()),
            (ids, told) => Err(format!("told {told:?}, and it is {ids:?}")),
        }
    }

    /// How often it was really done, which is what costs money.
    pub fn times_done(&self, index: usize) -> usize {
        let mut books = self.books();
        self.subject(&mut books, index).made.iter().filter(|made| !made.declined).count()
    }

    /// The payment that the merchant knows from an earlier attempt at the order.
    pub fn known_from_before(&self, index: usize) -> Option<String> {
        let mut books = self.books();
        self.subject(&mut books, index).earlier.as_ref().map(|made| made.id.clone())
    }

    pub fn requests(&self) -> u32 {
        self.books().requests
    }

    pub fn happened(&self) -> BTreeMap<String, u32> {
        self.books().happened.clone()
    }

    pub fn sent_after_refusal(&self) -> u32 {
        self.books().sent_after_refusal
    }

    pub fn overdue(&self) -> u32 {
        self.books().overdue
    }

    pub fn outlived(&self) -> u32 {
        self.books().outlived
    }

    pub fn looked_too_soon(&self) -> u32 {
        self.books().looked_too_soon
    }
}

fn fault(rng: &mut Rng, writes: bool) -> Option<Fault> {
    if rng.u32(0..100) < if writes { 45 } else { 70 } {
        return None;
    }
    Some(match rng.u32(0..if writes { 22 } else { 20 }) {
        0 => Fault::NotTaken,
        1..3 => Fault::Silence,
        3..6 => Fault::Reset,
        6 => Fault::Truncated,
        7 => Fault::Status(500, Page::Json),
        8 => Fault::Status(500, Page::Malformed),
        9 => Fault::Status(502, Page::Html),
        10 => Fault::Status(503, Page::Empty),
        11 => Fault::Status(504, Page::Json),
        12 => Fault::Status(504, Page::Html),
        13 => Fault::SlowDown(Told429::Nothing),
        14 => Fault::SlowDown(Told429::Seconds),
        15 => Fault::SlowDown(Told429::Date),
        16 => Fault::Success(Page::Html),
        17 => Fault::Success(Page::Malformed),
        18 => Fault::Success(Page::Empty),
        19 => Fault::Turned(if rng.bool() { 401 } else { 403 }),
        20 => Fault::InProcess,
        _ => Fault::Spent,
    })
}

fn between(rng: &mut Rng, least: f64, most: f64) -> f64 {
    least + rng.f64() * (most - least)
}

pub fn order(index: usize) -> String {
    format!("order-{index:012}")
}

pub fn payment_id(index: usize) -> String {
    format!("00000000-0000-4000-8000-{index:012}")
}

/// The number that stands in the first id of a text.
fn index_of(text: &str) -> usize {
    text.split(['/', '-']).find(|part| part.len() == 12).unwrap().parse().unwrap()
}

fn answer(status: u16, body: &Value) -> Answer {
    Answer { status, headers: vec![("content-type", "application/json".to_owned())], body: body.to_string() }
}

fn refusal(status: u16, code: &str) -> Answer {
    answer(status, &json!({"code": code, "messages": ["no"]}))
}

/// The answer to the request that made it.
fn success(act: Act, index: usize, subject: &Subject, made: &Made) -> Answer {
    match act {
        Act::Create => answer(201, &payment(index, subject, made)),
        Act::Refund => answer(
            200,
            &json!({
                "id": payment_id(index), "status": "SUCCEEDED", "sub_status": "PARTIALLY_REFUNDED",
                "transactions": transaction(act, made),
            }),
        ),
        Act::Capture | Act::Cancel => {
            let mut result = transaction(act, made);
            result["payment"] = json!({"id": payment_id(index)});
            answer(200, &result)
        }
    }
}

fn payment(index: usize, subject: &Subject, made: &Made) -> Value {
    let (status, sub_status) = if made.declined { ("DECLINED", "DECLINED") } else { ("SUCCEEDED", "APPROVED") };
    json!({
        "id": made.id,
        "merchant_order_id": order(index),
        "idempotency_key": made.key.as_ref().filter(|_| subject.tells_key),
        "status": status,
        "sub_status": sub_status,
        "amount": {"currency": "BRL", "value": 150.00},
        "created_at": made.at.to_string(),
    })
}

fn transaction(act: Act, made: &Made) -> Value {
    json!({
        "id": made.id,
        "type": match act {
            Act::Create => "PURCHASE",
            Act::Capture => "CAPTURE",
            Act::Refund => "REFUND",
            Act::Cancel => "CANCEL",
        },
        "status": if made.declined { "DECLINED" } else { "SUCCEEDED" },
        "merchant_reference": made.reference,
        "created_at": made.at.to_string(),
    })
}
