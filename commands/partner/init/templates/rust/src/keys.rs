//! Public keys of the gateway: kept for five minutes, and fetched again, at most once a minute, when one is missing.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::VerifyingKey;
use serde::Deserialize;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

const FRESH_MS: i64 = 5 * 60_000;
/// A list that can not be fetched again is good for so long.
const LONGEST_MS: i64 = 60 * 60_000;
const RETRY_MS: i64 = 60_000;
/// Before there is any list.
const FIRST_RETRY_MS: i64 = 1_000;

pub type Keys = HashMap<String, VerifyingKey>;

/// A JSON Web Key (RFC 7517, RFC 8037).
#[derive(Deserialize)]
pub struct Jwk {
    #[serde(default)]
    pub kid: String,
    #[serde(default)]
    pub crv: String,
    #[serde(default)]
    pub x: String,
}

/// The key of a JWK; nothing where it is none of Ed25519.
pub fn public_key(jwk: &Jwk) -> Option<VerifyingKey> {
    let point = URL_SAFE_NO_PAD.decode(&jwk.x).ok()?;
    (jwk.crv == "Ed25519")
        .then(|| VerifyingKey::try_from(point.as_slice()).ok())
        .flatten()
}

#[derive(Deserialize)]
struct List {
    keys: Vec<Jwk>,
}

/// Reads the gateway's list.
fn fetch_keys(gateway: &str) -> Result<Keys, ureq::Error> {
    let address = format!(
        "{}/.well-known/http-message-signatures-directory",
        gateway.trim_end_matches('/')
    );
    let timeout = Some(Duration::from_secs(3));
    let agent = ureq::Agent::config_builder()
        .timeout_global(timeout)
        .max_redirects(0)
        .build()
        .new_agent();
    let list: List = agent.get(&address).call()?.body_mut().read_json()?;
    Ok(list
        .keys
        .iter()
        .filter_map(|jwk| Some((jwk.kid.clone(), public_key(jwk)?)))
        .collect())
}

/// Reads a list; nothing where it can not be read, of which the log tells.
pub type Load = Box<dyn Fn() -> Option<Keys> + Send + Sync>;

/// Finds a key by its id; of many requests at once one fetches.
pub struct KeyFinder {
    load: Arc<Load>,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    keys: Keys,
    loaded_at: Option<i64>,
    tried_at: Option<i64>,
}

impl KeyFinder {
    pub fn new(load: Load) -> Self {
        Self {
            load: Arc::new(load),
            kept: Mutex::default(),
        }
    }

    /// For the gateway at an address.
    pub fn of_gateway(gateway: String) -> Self {
        Self::new(Box::new(move || {
            fetch_keys(&gateway)
                .inspect_err(|error| eprintln!("The gateway's keys can not be fetched: {error}"))
                .ok()
        }))
    }

    /// The key of an id, at a time in milliseconds.
    pub async fn find(&self, id: &str, now_ms: i64) -> Option<VerifyingKey> {
        let mut kept = self.kept.lock().await;
        let is_older = |at: Option<i64>, age: i64| at.is_none_or(|at| now_ms - at > age);
        let is_wanted = is_older(kept.loaded_at, FRESH_MS) || !kept.keys.contains_key(id);
        let pause = if kept.keys.is_empty() {
            FIRST_RETRY_MS
        } else {
            RETRY_MS
        };
        if is_wanted && is_older(kept.tried_at, pause) {
            kept.tried_at = Some(now_ms);
            let load = self.load.clone();
            if let Ok(Some(keys)) = spawn_blocking(move || load()).await {
                kept.keys = keys;
                kept.loaded_at = Some(now_ms);
            }
        }
        let is_good = !kept.loaded_at.is_none_or(|at| now_ms - at > LONGEST_MS);
        is_good.then(|| kept.keys.get(id).copied()).flatten()
    }
}
