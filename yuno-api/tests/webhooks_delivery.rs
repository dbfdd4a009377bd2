//! The example server under thousands of deliveries: duplicates, any order, forgeries, and a kill in the middle.
//!
//! In reduced size by default. In full:
//!
//! ```text
//! YUNO_WEBHOOK_DELIVERIES=10000 cargo test -p yuno-api --test webhooks_delivery -- --nocapture
//! ```

#![allow(clippy::unwrap_used, clippy::panic)]

#[allow(dead_code)]
#[path = "../examples/webhook_receiver/main.rs"]
mod webhook_receiver;

use std::{
    collections::{HashMap, HashSet, VecDeque},
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use yuno_api::webhooks::{Event, EventKind, SIGNATURE_HEADER, testing};

const SECRET: &str = "whsec-of-the-test";
const DATABASE: &str = "YUNO_WEBHOOK_TEST_DATABASE";
const SENDERS: usize = 16;

/// Not a test: what this program does when it is started as the server, in a process that can be killed.
#[test]
fn server_process() {
    let Some(database) = std::env::var_os(DATABASE) else { return };
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("listening on {}", listener.local_addr().unwrap());
        webhook_receiver::serve(listener, SECRET, Path::new(&database)).await.unwrap();
    });
}

struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    fn start(database: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["server_process", "--exact", "--nocapture"])
            .env(DATABASE, database)
            .stdout(Stdio::piped())
            // Every forged delivery is worth a line in a log, but not in this one.
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines
            .map_while(Result::ok)
            .find_map(|line| line.split_once("listening on ").map(|(_, address)| address.trim().parse().unwrap()));
        Self { child, address: address.expect("the server did not start") }
    }

    /// SIGKILL: no destructor runs, nothing is flushed.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[derive(Clone)]
struct Sent {
    body: Vec<u8>,
    signature: String,
    /// `None` for a forged one.
    key: Option<String>,
}

/// The life of payment number `index`, and now and then something else.
fn life(index: usize) -> Vec<testing::EventBuilder> {
    let id = format!("payment-{index}");
    let at = |event: testing::EventBuilder, minute: usize| {
        let time = format!("2026-08-21T10:{minute:02}:00Z").parse().unwrap();
        event.id(&id).idempotency_key(&format!("key-{index}")).updated_at(time)
    };
    let purchase = || testing::event(EventKind::PaymentPurchase).transaction_id(&format!("purchase-{index}"));
    let refund =
        |part: usize| testing::event(EventKind::PaymentRefund).transaction_id(&format!("refund-{index}-{part}"));
    let mut events = vec![
        at(purchase().status("PENDING", "IN_PROCESS"), 1),
        at(purchase().status("SUCCEEDED", "APPROVED"), 2),
        at(refund(1).status("SUCCEEDED", "PARTIALLY_REFUNDED"), 3),
        at(refund(2).status("REFUNDED", "REFUNDED"), 4),
    ];
    match index % 4 {
        0 => events
            .push(at(testing::event(EventKind::SubscriptionCloseToRenewal), 5).id(&format!("subscription-{index}"))),
        1 => events.push(at(testing::event("loyalty.points_granted"), 5).id(&format!("points-{index}"))),
        2 => events.push(at(testing::event(EventKind::EnrollmentEnroll), 5).id(&format!("method-{index}"))),
        _ => events = events.into_iter().map(testing::EventBuilder::version_1).collect(),
    }
    events
}

/// So many deliveries, of which 5% are forged and about a third are repetitions, in any order.
fn deliveries(count: usize, random: &mut fastrand::Rng) -> (VecDeque<Sent>, HashSet<String>) {
    let forged = count / 20;
    let events: Vec<_> = (0..).flat_map(life).take((count - forged) * 2 / 3).collect();
    let honest = |event: &testing::EventBuilder| {
        let body = event.build();
        let key = Event::parse(&body).unwrap().dedup_key().as_str().to_owned();
        Sent { signature: testing::sign(SECRET, &body), key: Some(key), body }
    };
    let mut all: Vec<Sent> = events.iter().map(honest).collect();
    let keys: HashSet<String> = all.iter().filter_map(|sent| sent.key.clone()).collect();
    assert_eq!(keys.len(), events.len(), "two events have one key");
    while all.len() < count - forged {
        let event = &events[random.usize(..events.len())];
        all.push(honest(&event.clone().retry(random.u32(1..7))));
    }
    while all.len() < count {
        let event = events[random.usize(..events.len())].clone().id("forged");
        let body = event.build();
        let signature = match random.u8(..3) {
            0 => testing::sign("a guess", &body),
            // An honest signature, of another body.
            1 => all[random.usize(..events.len())].signature.clone(),
            _ => "no signature".to_owned(),
        };
        all.push(Sent { body, signature, key: None });
    }
    random.shuffle(&mut all);
    (all.into(), keys)
}

async fn post(address: SocketAddr, sent: &Sent) -> std::io::Result<u16> {
    let mut stream = TcpStream::connect(address).await?;
    let head = format!(
        "POST /yuno HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\n{SIGNATURE_HEADER}: {}\r\nConnection: close\r\n\r\n",
        sent.body.len(),
        sent.signature,
    );
    stream.write_all(&[head.as_bytes(), &sent.body].concat()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
    status.ok_or_else(|| std::io::Error::other("the answer broke off"))
}

#[derive(Default)]
struct Tally {
    acknowledged: Mutex<HashSet<String>>,
    answered: AtomicUsize,
    refused: AtomicUsize,
    broken: AtomicUsize,
}

/// Yuno: delivers, and delivers again what was not answered with 200. A forger gives up after one answer.
async fn send(queue: Arc<Mutex<VecDeque<Sent>>>, address: Arc<Mutex<SocketAddr>>, tally: Arc<Tally>) {
    loop {
        let Some(sent) = queue.lock().unwrap().pop_front() else { return };
        let to = *address.lock().unwrap();
        match (post(to, &sent).await, &sent.key) {
            (Ok(200), Some(key)) => {
                tally.acknowledged.lock().unwrap().insert(key.clone());
                tally.answered.fetch_add(1, Ordering::SeqCst);
            }
            (Ok(401), None) => {
                tally.refused.fetch_add(1, Ordering::SeqCst);
            }
            (Ok(status), key) => panic!("{status} to {key:?}"),
            (Err(_), _) => {
                tally.broken.fetch_add(1, Ordering::SeqCst);
                queue.lock().unwrap().push_back(sent);
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
}

fn keys_in(database: &Path, query: &str) -> Vec<String> {
    let connection = Connection::open(database).unwrap();
    connection.busy_timeout(Duration::from_secs(30)).unwrap();
    let mut statement = connection.prepare(query).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

async fn until(what: &str, done: impl Fn() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < Duration::from_secs(600), "{what} takes too long");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_event_is_handled_once_through_duplicates_forgeries_and_a_kill() {
    let count: usize = std::env::var("YUNO_WEBHOOK_DELIVERIES").map_or(600, |count| count.parse().unwrap());
    let seed = std::env::var("YUNO_WEBHOOK_SEED").map_or_else(|_| fastrand::u64(..), |seed| seed.parse().unwrap());
    println!("{count} deliveries, YUNO_WEBHOOK_SEED={seed}");
    let folder = tempfile::tempdir().unwrap();
    let database: PathBuf = folder.path().join("webhooks.sqlite");

    let (all, keys) = deliveries(count, &mut fastrand::Rng::with_seed(seed));
    let forged = all.iter().filter(|sent| sent.key.is_none()).count();
    assert_eq!(forged, count / 20);

    let start = Instant::now();
    let server = Server::start(&database);
    let (queue, tally) = (Arc::new(Mutex::new(all)), Arc::new(Tally::default()));
    let address = Arc::new(Mutex::new(server.address));
    let senders: Vec<_> =
        (0..SENDERS).map(|_| tokio::spawn(send(queue.clone(), address.clone(), tally.clone()))).collect();

    // In the middle, while deliveries go on.
    until("the first half", || tally.answered.load(Ordering::SeqCst) >= count / 2).await;
    server.kill();
    let acknowledged = tally.acknowledged.lock().unwrap().clone();
    let stored: HashSet<String> = keys_in(&database, "select key from inbox").into_iter().collect();
    assert!(acknowledged.is_subset(&stored), "an acknowledged event is lost");
    let left = keys_in(&database, "select key from inbox where not done").len();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let server = Server::start(&database);
    *address.lock().unwrap() = server.address;

    for sender in senders {
        sender.await.unwrap();
    }
    until("handling", || keys_in(&database, "select key from inbox where not done").is_empty()).await;
    server.kill();

    assert_eq!(*tally.acknowledged.lock().unwrap(), keys);
    assert_eq!(tally.refused.load(Ordering::SeqCst), forged);
    assert!(tally.broken.load(Ordering::SeqCst) > 0, "the kill interrupted nothing");

    let handled = keys_in(&database, "select key from handled");
    let mut times = HashMap::<&str, usize>::new();
    handled.iter().for_each(|key| *times.entry(key).or_default() += 1);
    assert!(times.values().all(|times| *times == 1), "an event was handled twice");
    assert_eq!(handled.into_iter().collect::<HashSet<_>>(), keys);
    assert!(keys_in(&database, "select id from latest where id = 'forged'").is_empty(), "a forged event was handled");

    // Whatever the order, the last state is the one that is kept.
    let connection = Connection::open(&database).unwrap();
    let complete = keys.len() / 5 - 1;
    for index in 0..complete {
        let body: Vec<u8> = connection
            .query_row("select body from latest where id = ?1", [format!("payment-{index}")], |row| row.get(0))
            .unwrap();
        assert_eq!(Event::parse(&body).unwrap().status().as_deref(), Some("REFUNDED"), "payment-{index}");
    }
    println!(
        "{} events acknowledged and handled once, {forged} forged ones refused, {left} left over by the kill and handled \
         after it, {} deliveries broken off, in {:.1?}",
        keys.len(),
        tally.broken.load(Ordering::SeqCst),
        start.elapsed(),
    );
}
