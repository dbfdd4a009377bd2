//! HTTP by hand: what a test sends is what goes over the wire.

use std::io;

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use yuno_sandbox::{PRIVATE_SECRET_KEY, PUBLIC_API_KEY, Sandbox};

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Came {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Came {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    pub(crate) fn code(&self) -> String {
        self.json()["code"].as_str().unwrap().to_owned()
    }

    pub(crate) fn messages(&self) -> Vec<String> {
        let json = self.json();
        json["messages"].as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Sends these very bytes, and reads until the other side ends the connection.
pub(crate) async fn raw(sandbox: &Sandbox, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(sandbox.address()).await?;
    stream.write_all(bytes).await?;
    let mut came = Vec::new();
    stream.read_to_end(&mut came).await?;
    Ok(came)
}

/// Sends a request with these headers and this body, and reads the answer.
pub(crate) async fn send(sandbox: &Sandbox, line: &str, headers: &[(&str, &str)], body: &str) -> Came {
    let mut request = format!("{line} HTTP/1.1\r\nconnection: close\r\n");
    if !headers.iter().any(|(name, _)| *name == "host") {
        request += &format!("host: {}\r\n", sandbox.address());
    }
    for (name, value) in headers {
        request += &format!("{name}: {value}\r\n");
    }
    request += &format!("content-length: {}\r\n\r\n{body}", body.len());
    let came = String::from_utf8(raw(sandbox, request.as_bytes()).await.unwrap()).unwrap();
    read(&came)
}

/// The same with the keys and a body of JSON.
pub(crate) async fn call(sandbox: &Sandbox, line: &str, body: &str) -> Came {
    let headers = [
        ("public-api-key", PUBLIC_API_KEY),
        ("private-secret-key", PRIVATE_SECRET_KEY),
        ("content-type", "application/json"),
    ];
    send(sandbox, line, &headers, body).await
}

/// The same without keys: the control API.
pub(crate) async fn control(sandbox: &Sandbox, line: &str, body: &str) -> Came {
    send(sandbox, line, &[], body).await
}

pub(crate) fn read(came: &str) -> Came {
    let (head, body) = came.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {came:?}"));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Came { status, head: head.to_owned(), body: body.to_owned() }
}
