//! Verifies that a request comes from the gateway: HTTP Message Signatures (RFC 9421, RFC 9530) in the one form in which it signs.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Mutex;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ed25519_dalek::{Signature, VerifyingKey};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// A request as it came: path and query as in the request line, names of headers in small letters, bytes of the body before anything parses them.
pub struct Request<'a> {
    pub method: &'a str,
    pub target: &'a str,
    pub headers: &'a HashMap<String, String>,
    pub body: &'a [u8],
}

/// What may be known of who asks: nothing, or audiences of closed fields and a name that only you hear.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Viewer {
    pub tiers: Vec<String>,
    pub pseudonym: Option<String>,
}

/// What the gateway tells with a request; it is signed.
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "your resolvers and your log read it")]
pub struct Told {
    pub viewer: Viewer,
    /// Log under it; the gateway does too.
    pub request_id: String,
    /// Day and time for rules of the domain, ISO 8601.
    pub as_of: String,
}

const FIELDS: [&str; 9] = [
    "content-type",
    "content-digest",
    "govgraph-audience",
    "govgraph-viewer",
    "govgraph-request-id",
    "govgraph-as-of",
    "govgraph-policy",
    "govgraph-deadline",
    "govgraph-language",
];

/// Longest life of a signature, how far the gateway's clock may run ahead, and how long a nonce is kept: seconds and milliseconds.
const LIFETIME_S: i64 = 60;
const SKEW_MS: i64 = 5_000;
const NONCE_MS: i64 = 66_000;
/// More nonces than this are not remembered, and then none is taken.
const MOST_NONCES: usize = 500_000;

/// Verifies requests for one subgraph.
pub struct Verifier {
    audience: String,
    first_second: i64,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    nonces: HashSet<String>,
    order: VecDeque<(String, i64)>,
}

/// What `signature-input` says.
struct Input<'a> {
    params: &'a str,
    created: i64,
    expires: i64,
    nonce: &'a str,
    key_id: &'a str,
}

impl Verifier {
    /// For the subgraph of the name. What was signed before `since_ms`, the start of the process, is refused: a process before it may have taken it.
    pub fn new(audience: &str, since_ms: i64) -> Self {
        Self {
            audience: audience.into(),
            first_second: since_ms.div_euclid(1_000),
            seen: Mutex::default(),
        }
    }

    /// Id of the key that a request names, where all but the signature is right so far; find it, and verify with it.
    pub fn key_id<'a>(&self, request: &Request<'a>, now_ms: i64) -> Option<&'a str> {
        let input = input_of(request)?;
        let header = |name: &str| request.headers.get(name).map(String::as_str);
        let is_right = self.is_in_time(&input, now_ms)
            && FIELDS.iter().all(|name| header(name).is_some())
            && header("govgraph-audience") == Some(&self.audience)
            && header("content-digest") == Some(&digest_of(request.body));
        is_right.then_some(input.key_id)
    }

    /// What the gateway tells, or nothing where the answer is 401.
    pub fn verify(&self, request: &Request, key: &VerifyingKey, now_ms: i64) -> Option<Told> {
        self.key_id(request, now_ms)?;
        let input = input_of(request)?;
        let header = |name: &str| request.headers.get(name).map(String::as_str);
        let text = header("signature")?
            .strip_prefix("sig1=:")?
            .strip_suffix(':')?;
        let signature = Signature::from_slice(&STANDARD.decode(text).ok()?).ok()?;
        key.verify_strict(base_of(request, input.params).as_bytes(), &signature)
            .ok()?;
        if !self.is_new(input.nonce, now_ms) {
            return None;
        }
        let viewer = URL_SAFE_NO_PAD.decode(header("govgraph-viewer")?).ok()?;
        Some(Told {
            viewer: serde_json::from_slice(&viewer).ok()?,
            request_id: header("govgraph-request-id")?.into(),
            as_of: header("govgraph-as-of")?.into(),
        })
    }

    fn is_in_time(&self, input: &Input, now_ms: i64) -> bool {
        input.created >= self.first_second
            && input.created * 1_000 <= now_ms + SKEW_MS
            && now_ms <= input.expires * 1_000
            && input.expires - input.created <= LIFETIME_S
    }

    fn is_new(&self, nonce: &str, now_ms: i64) -> bool {
        let mut seen = self.seen.lock().expect("nobody panics with it");
        while seen
            .order
            .front()
            .is_some_and(|(_, at)| now_ms - at > NONCE_MS)
        {
            let (old, _) = seen.order.pop_front().expect("it was there");
            seen.nonces.remove(&old);
        }
        if seen.order.len() >= MOST_NONCES || !seen.nonces.insert(nonce.into()) {
            return false;
        }
        seen.order.push_back((nonce.into(), now_ms));
        true
    }
}

/// Reads `sig1=("…" …);created=…;expires=…;nonce="…";keyid="…";tag="govgraph"`, in this order and form alone.
fn input_of<'a>(request: &Request<'a>) -> Option<Input<'a>> {
    let params = request
        .headers
        .get("signature-input")?
        .strip_prefix("sig1=")?;
    let names = ["@method", "@path", "@query"].into_iter().chain(FIELDS);
    let covered = names
        .map(|name| format!("\"{name}\""))
        .collect::<Vec<_>>()
        .join(" ");
    let rest = params.strip_prefix(&format!("({covered});created="))?;
    let (created, rest) = rest.split_once(";expires=")?;
    let (expires, rest) = rest.split_once(";nonce=\"")?;
    let (nonce, rest) = rest.split_once("\";keyid=\"")?;
    let key_id = rest.strip_suffix("\";tag=\"govgraph\"")?;
    let is_nonce = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_right = (12..=64).contains(&nonce.len())
        && nonce.bytes().all(is_nonce)
        && (1..=64).contains(&key_id.len())
        && key_id.bytes().all(is_id);
    is_right.then_some(Input {
        params,
        created: seconds(created)?,
        expires: seconds(expires)?,
        nonce,
        key_id,
    })
}

fn seconds(text: &str) -> Option<i64> {
    let is_right = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_right.then(|| text.parse().ok()).flatten()
}

fn digest_of(body: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(body)))
}

fn base_of(request: &Request, params: &str) -> String {
    let (path, query) = request
        .target
        .split_once('?')
        .unwrap_or((request.target, ""));
    let mut base = format!(
        "\"@method\": {}\n\"@path\": {path}\n\"@query\": ?{query}\n",
        request.method
    );
    for name in FIELDS {
        base += &format!(
            "\"{name}\": {}\n",
            request.headers.get(name).map_or("", String::as_str)
        );
    }
    base + "\"@signature-params\": " + params
}
