//! Signatures agree with Python's `hmac` and Node's `crypto`, in both directions, over bodies with every awkward byte.
//!
//! Computed when the test runs. Where `python3` or `node` is not installed, its half is skipped, and says so.

#![cfg(feature = "webhooks")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    io::{ErrorKind, Write as _},
    process::{Command, Stdio},
};

use yuno_api::webhooks::{EventKind, Verifier, testing};

/// Reads lines of `file secret-in-hex signature`; answers each with its own signature, and whether the given one fits.
const PYTHON: &str = r"
import base64, hashlib, hmac, sys
for line in sys.stdin:
    file, secret, given = line.split()
    body = open(file, 'rb').read()
    own = base64.b64encode(hmac.new(bytes.fromhex(secret), body, hashlib.sha256).digest()).decode()
    print(own, 'fits' if hmac.compare_digest(own, given) else 'differs')
";

const NODE: &str = r"
const crypto = require('crypto'), fs = require('fs');
for (const line of fs.readFileSync(0, 'utf8').trim().split('\n')) {
    const [file, secret, given] = line.split(' ');
    const mac = crypto.createHmac('sha256', Buffer.from(secret, 'hex')).update(fs.readFileSync(file)).digest();
    const other = Buffer.from(given, 'base64');
    const fits = other.length === mac.length && crypto.timingSafeEqual(mac, other);
    console.log(mac.toString('base64'), fits ? 'fits' : 'differs');
}
";

fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("empty", Vec::new()),
        ("an event", testing::event(EventKind::PaymentPurchase).build()),
        ("UTF-8", r#"{"city":"São Paulo","name":"山田 太郎","note":"🎫 naïve ﷽"}"#.into()),
        ("escapes", br#"{"city":"S\u00e3o Paulo","a":"\"\\\/\b\f\n\r\t","emoji":"\ud83c\udfab"}"#.to_vec()),
        ("trailing newline", b"{\"a\": 1}\n".to_vec()),
        ("carriage returns", b"{\r\n  \"a\": 1\r\n}\r\n".to_vec()),
        ("byte order mark", b"\xef\xbb\xbf{}".to_vec()),
        ("every byte", (0..=255).collect()),
        ("not UTF-8", b"\xff\xfe{\"a\": \"\xc3\x28\"}".to_vec()),
        ("zeros", vec![0; 130]),
        ("one block of the hash", vec![b'x'; 64]),
        ("1 MB", (0..1_048_576_u32).map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8).collect()),
    ]
}

fn secrets() -> [Vec<u8>; 5] {
    [
        b"whsec".to_vec(),
        "ключ 鍵 \u{1f511}".into(),
        vec![b'k'; 64],
        // Longer than a block: HMAC hashes it first.
        (1..=200).collect(),
        b" with spaces ".to_vec(),
    ]
}

fn agrees(program: &str, arguments: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let (mut lines, mut expected) = (String::new(), Vec::new());
    for (number, (what, body)) in bodies().into_iter().enumerate() {
        let file = folder.path().join(number.to_string());
        std::fs::write(&file, &body).unwrap();
        for secret in secrets() {
            let ours = testing::sign(&secret, &body);
            let forged = testing::sign([&secret[..], b"x"].concat(), &body);
            let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
            for (given, fits) in [(&ours, "fits"), (&forged, "differs")] {
                lines += &format!("{} {hex} {given}\n", file.display());
                expected.push((what, secret.clone(), body.clone(), ours.clone(), fits));
            }
        }
    }
    let child = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // Written past the test harness, which hides what `eprintln!` writes where a test passes.
            let message = format!("SKIPPED: {program} is not installed, so signatures were not compared with its\n");
            std::io::stderr().write_all(message.as_bytes()).unwrap();
            return;
        }
        Err(error) => panic!("{program}: {error}"),
    };
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "{program} failed");
    let output = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<&str> = output.lines().collect();
    assert_eq!(answers.len(), expected.len());
    for (answer, (what, secret, body, ours, fits)) in answers.into_iter().zip(expected) {
        let (theirs, judged) = answer.split_once(' ').unwrap();
        assert_eq!(theirs, ours, "{program}, {what}");
        // They take ours, and refuse a forged one.
        assert_eq!(judged, fits, "{program}, {what}");
        // We take theirs, and with another secret refuse it.
        Verifier::new(&secret).unwrap().verify(theirs, &body).unwrap();
        assert!(Verifier::new("another").unwrap().verify(theirs, &body).is_err(), "{program}, {what}");
    }
}

#[test]
fn signatures_agree_with_python() {
    agrees("python3", &["-c", PYTHON]);
}

#[test]
fn signatures_agree_with_node() {
    agrees("node", &["-e", NODE]);
}

/// Test case 2 of RFC 4231.
#[test]
fn signatures_agree_with_the_standard() {
    assert_eq!(testing::sign("Jefe", b"what do ya want for nothing?"), "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=",);
}
