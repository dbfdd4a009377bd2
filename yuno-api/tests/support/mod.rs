//! A server on this machine that does what its script says, down to resetting connections, and notes what came.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::panic)]

use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
};
use yuno_api::{
    call::Call,
    client::{Client, ClientBuilder},
    operation::{Idempotency, Method, Operation},
    retry::Backoff,
    types::Json,
};

pub static FIND: Operation = Operation {
    id: "payments.retrieve_by_merchant_order_id",
    method: Method::Get,
    path: "/v1/payments",
    account_code: false,
    idempotency: Idempotency::Natural,
};
pub static PAY: Operation = Operation {
    id: "payments.create",
    method: Method::Post,
    path: "/v1/payments",
    account_code: false,
    idempotency: Idempotency::Lookup { operation: &FIND, field: "merchant_order_id" },
};
pub static CAPTURE: Operation = Operation {
    id: "payments.capture",
    method: Method::Post,
    path: "/v1/payments/{payment_id}/capture",
    account_code: false,
    idempotency: Idempotency::Key,
};
pub static NOTIFY: Operation = Operation {
    id: "payments.create_fulfillment",
    method: Method::Post,
    path: "/v1/payments/{payment_id}/fulfillments",
    account_code: false,
    idempotency: Idempotency::None,
};
pub static REASSIGN: Operation = Operation {
    id: "payment_methods.reassign",
    method: Method::Patch,
    path: "/v1/payment-methods/{payment_method_id}",
    account_code: true,
    idempotency: Idempotency::Natural,
};

/// What the server does with one request.
pub enum Act {
    /// Answers.
    Answer(u16, Vec<(&'static str, String)>, String),
    /// Answers with these very bytes, then closes.
    Raw(Vec<u8>),
    /// Reads the request, then resets the connection.
    Reset,
    /// Reads the request, and never answers. The connection stays open until the other side closes it.
    Hang,
    /// Answers with an endless chunked body, for as long as somebody reads.
    Endless,
    /// Answers with the payment of an order that holds the last key that came.
    PaymentWithLastKey,
}
pub use Act::{Answer, Endless, Hang, PaymentWithLastKey, Raw, Reset};

pub fn ok() -> Act {
    Answer(200, vec![("x-request-id", "req-ok".to_owned())], r#"{"id":"p-1","amount":{"value":150.00}}"#.to_owned())
}

pub fn status(status: u16) -> Act {
    Answer(status, vec![], String::new())
}

pub fn code(status: u16, code: &str) -> Act {
    Answer(status, vec![("x-request-id", "req-err".to_owned())], format!(r#"{{"code":"{code}","messages":["why"]}}"#))
}

/// A success that ends in the middle of its body.
pub fn truncated() -> Act {
    Raw(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{\"id\":\"p".to_vec())
}

/// A request as it came.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    pub method: String,
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Seen {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Clone)]
pub struct Server {
    pub address: SocketAddr,
    acts: Arc<Mutex<VecDeque<Act>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
    /// Connections made, and connections that the other side ended.
    pub made: watch::Receiver<u32>,
    pub ended: watch::Receiver<u32>,
    task: Arc<JoinHandle<()>>,
}

impl Server {
    pub async fn start(acts: impl IntoIterator<Item = Act>) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap(), acts)
    }

    pub fn on(listener: TcpListener, acts: impl IntoIterator<Item = Act>) -> Self {
        let address = listener.local_addr().unwrap();
        let acts = Arc::new(Mutex::new(acts.into_iter().collect::<VecDeque<_>>()));
        let seen = Arc::<Mutex<Vec<Seen>>>::default();
        let (count_made, made) = watch::channel(0);
        let (count_ended, ended) = watch::channel(0);
        let task = tokio::spawn({
            let (acts, seen) = (acts.clone(), seen.clone());
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    count_made.send_modify(|count| *count += 1);
                    let (acts, seen, ended) = (acts.clone(), seen.clone(), count_ended.clone());
                    tokio::spawn(async move {
                        serve(stream, &acts, &seen).await;
                        ended.send_modify(|count| *count += 1);
                    });
                }
            }
        });
        Self { address, acts, seen, made, ended, task: Arc::new(task) }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn builder(&self) -> ClientBuilder {
        Client::builder()
            .keys("sandbox_public", "private")
            .endpoint(self.url())
            .retry(quick())
            .timeout(Duration::from_secs(5))
            // What the server does with a request is over when it answers.
            .processing_limit(Duration::ZERO)
    }

    pub fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    /// Everything that came, after making sure that the script was played to its end.
    pub fn seen(&self) -> Vec<Seen> {
        assert_eq!(self.acts.lock().unwrap().len(), 0, "not all of the script was played");
        self.seen.lock().unwrap().clone()
    }

    /// Method and target of everything that came.
    pub fn asked(&self) -> Vec<String> {
        self.seen().iter().map(|seen| format!("{} {}", seen.method, seen.target)).collect()
    }

    /// The different idempotency keys that came.
    pub fn keys(&self) -> Vec<String> {
        let mut keys: Vec<_> =
            self.seen().iter().filter_map(|seen| seen.header("x-idempotency-key").map(str::to_owned)).collect();
        keys.sort();
        keys.dedup();
        keys
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if Arc::strong_count(&self.task) == 1 {
            self.task.abort();
        }
    }
}

/// The default policy in quick: waits of a few milliseconds.
pub fn quick() -> Backoff {
    Backoff::default()
        .first(Duration::from_millis(10))
        .cap(Duration::from_millis(20))
        .in_process(Duration::from_millis(5), Duration::from_secs(2))
}

pub fn body() -> Json {
    Json::new(&serde_json::json!({"merchant_order_id": "order 1&2", "amount": {"currency": "BRL", "value": 150}}))
        .unwrap()
}

pub fn call(client: &Client, operation: &'static Operation) -> Call<Json> {
    let builder = client.call(operation).path("payment_id", "p-1").path("payment_method_id", "m-1");
    match operation.method {
        Method::Get => builder.query("merchant_order_id", Some("order 1&2")).build(),
        _ => builder.json(&body()).build(),
    }
}

async fn serve(mut stream: TcpStream, acts: &Mutex<VecDeque<Act>>, all: &Mutex<Vec<Seen>>) {
    let mut buffer = Vec::new();
    while let Some(seen) = read(&mut stream, &mut buffer).await {
        let last_key = {
            let mut all = all.lock().unwrap();
            all.push(seen);
            all.iter().rev().find_map(|seen| seen.header("x-idempotency-key").map(str::to_owned)).unwrap_or_default()
        };
        let act = acts.lock().unwrap().pop_front();
        match act {
            Some(Answer(status, headers, body)) => answer(&mut stream, status, &headers, &body).await,
            Some(PaymentWithLastKey) => {
                let list = format!(
                    r#"[{{"id":"other","idempotency_key":"x"}},{{"id":"found","idempotency_key":"{last_key}","amount":{{"value":150.00}}}}]"#
                );
                answer(&mut stream, 200, &[], &list).await;
            }
            Some(Raw(bytes)) => {
                stream.write_all(&bytes).await.unwrap();
                return;
            }
            Some(Reset) => {
                stream.set_zero_linger().unwrap();
                return;
            }
            Some(Hang) => {
                // Until the other side goes.
                let _ = stream.read(&mut [0; 1]).await;
                return;
            }
            Some(Endless) => {
                stream.write_all(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").await.unwrap();
                let chunk = format!("1000\r\n{}\r\n", " ".repeat(0x1000));
                while stream.write_all(chunk.as_bytes()).await.is_ok() {}
                return;
            }
            None => {
                answer(&mut stream, 418, &[], "the script is at its end").await;
                return;
            }
        }
    }
}

async fn answer(stream: &mut TcpStream, status: u16, headers: &[(&'static str, String)], body: &str) {
    let mut head = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    head.push_str(body);
    let _ = stream.write_all(head.as_bytes()).await;
}

/// One request with its body, or nothing where the other side has gone.
async fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Seen> {
    let end = loop {
        if let Some(at) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return None,
            Ok(length) => buffer.extend_from_slice(&chunk[..length]),
        }
    };
    let head = String::from_utf8(buffer[..end].to_vec()).unwrap();
    let mut lines = head.lines();
    let mut first = lines.next().unwrap().split(' ');
    let (method, target) = (first.next().unwrap().to_owned(), first.next().unwrap().to_owned());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let length = headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map_or(0, |(_, length)| length.parse().unwrap());
    while buffer.len() < end + length {
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(0) | Err(_) => return None,
            Ok(length) => buffer.extend_from_slice(&chunk[..length]),
        }
    }
    let body = String::from_utf8(buffer[end..end + length].to_vec()).unwrap();
    buffer.drain(..end + length);
    Some(Seen { method, target, headers, body })
}
