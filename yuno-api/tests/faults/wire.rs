//! The two ways to the model server: in place of the network, and over real sockets.

use std::{net::SocketAddr, sync::Arc};

use http::{HeaderName, HeaderValue, StatusCode};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use yuno_api::{
    operation::Method,
    transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError},
};

use super::model::{Answer, Reply, Request, Server};

/// In place of the network. Time is the runtime's own, so it can be simulated.
pub struct Direct(pub Arc<Server>);

impl Transport for Direct {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let request = Request {
            writes: request.method() != Method::Get,
            path: request.path().to_owned(),
            order: request.query("merchant_order_id"),
            key: request.header("x-idempotency-key").map(str::to_owned),
            body: request.body().to_vec(),
        };
        Box::pin(async move {
            let read = |answer: Answer| {
                let status = StatusCode::from_u16(answer.status).unwrap();
                let response = HttpResponse::new(status, answer.body);
                answer.headers.into_iter().fold(response, |response, (name, value)| {
                    response.with_header(HeaderName::from_static(name), HeaderValue::from_str(&value).unwrap())
                })
            };
            match self.0.answer(&request).await {
                Reply::Answer(answer) => Ok(read(answer)),
                // Whether the end is noticed depends on how its length was announced.
                Reply::Truncated(answer) if answer.body.len() % 2 == 0 => {
                    Ok(read(Answer { body: half(&answer.body).to_owned(), ..answer }))
                }
                Reply::Truncated(_) => Err(TransportError::unclear("the body ended too soon")),
                Reply::Reset => Err(TransportError::unclear("connection reset by peer")),
                Reply::NotTaken => Err(TransportError::never_sent("connection refused")),
                Reply::Silence => std::future::pending().await,
            }
        })
    }
}

fn half(body: &str) -> &str {
    &body[..body.len() / 2]
}

/// Opens the server on this machine.
pub async fn listen(server: Arc<Server>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, server.clone()));
        }
    });
    address
}

/// Serves one connection until either side ends it.
async fn serve(mut stream: TcpStream, server: Arc<Server>) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut buffer = Vec::new();
    loop {
        let request = read(&mut stream, &mut buffer).await?;
        match server.answer(&request).await {
            Reply::Answer(answer) => {
                let text = format!("{}{}", head(&answer), answer.body);
                stream.write_all(text.as_bytes()).await.ok()?;
            }
            Reply::Truncated(answer) => {
                let text = format!("{}{}", head(&answer), half(&answer.body));
                stream.write_all(text.as_bytes()).await.ok()?;
                return None;
            }
            Reply::Reset | Reply::NotTaken => {
                stream.set_zero_linger().ok()?;
                return None;
            }
            Reply::Silence => {
                let _ = stream.read(&mut [0]).await;
                return None;
            }
        }
    }
}

fn head(answer: &Answer) -> String {
    let mut head = format!("HTTP/1.1 {} X\r\ncontent-length: {}\r\n", answer.status, answer.body.len());
    for (name, value) in &answer.headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head + "\r\n"
}

/// One request, or nothing where the other side has gone.
async fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<Request> {
    let end = loop {
        if let Some(at) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
        more(stream, buffer).await?;
    };
    let head = String::from_utf8(buffer[..end].to_vec()).unwrap();
    let header = |name: &str| {
        head.lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    };
    let length: usize = header("content-length").map_or(0, |length| length.parse().unwrap());
    while buffer.len() < end + length {
        more(stream, buffer).await?;
    }
    let mut first = head.split(' ');
    let (method, target) = (first.next()?, first.next()?);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let request = Request {
        writes: method != "GET",
        path: path.to_owned(),
        order: query.strip_prefix("merchant_order_id=").map(str::to_owned),
        key: header("x-idempotency-key").map(str::to_owned),
        body: buffer[end..end + length].to_vec(),
    };
    buffer.drain(..end + length);
    Some(request)
}

async fn more(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<()> {
    let mut chunk = [0; 4096];
    let length = stream.read(&mut chunk).await.ok().filter(|&length| length > 0)?;
    buffer.extend_from_slice(&chunk[..length]);
    Some(())
}
