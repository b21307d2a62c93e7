//! The verifier takes what the gateway signs and refuses what was changed (vectors.json).

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use serde::Deserialize;
use serde_json::Value;

use crate::keys::{Jwk, KeyFinder, Keys, public_key};
use crate::signature::{Request, Told, Verifier};

const SIGNED_AT: i64 = 1_796_083_200_000;

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Vector {
    name: String,
    key_id: String,
    method: String,
    target: String,
    headers: HashMap<String, String>,
    body: String,
}

struct Given {
    keys: Keys,
    vectors: Vec<Vector>,
    refused: Vec<(String, Value)>,
}

fn given() -> Given {
    let file: Value = serde_json::from_str(include_str!("../vectors.json")).unwrap();
    let jwk = |value: &Value| serde_json::from_value::<Jwk>(value.clone()).unwrap();
    let named = |refused: &Value| (refused["name"].to_string(), refused["change"].clone());
    Given {
        keys: file["keys"]
            .as_object()
            .unwrap()
            .iter()
            .filter_map(|(id, key)| Some((id.clone(), public_key(&jwk(key))?)))
            .collect(),
        vectors: serde_json::from_value(file["vectors"].clone()).unwrap(),
        refused: file["refused"]
            .as_array()
            .unwrap()
            .iter()
            .map(named)
            .collect(),
    }
}

fn verify(verifier: &Verifier, vector: &Vector, keys: &Keys, now: i64) -> Option<Told> {
    let Vector {
        method,
        target,
        headers,
        body,
        ..
    } = vector;
    let request = Request {
        method,
        target,
        headers,
        body: body.as_bytes(),
    };
    let key = keys.get(verifier.key_id(&request, now)?)?;
    verifier.verify(&request, key, now)
}

#[test]
fn takes_what_is_signed_for_partners() {
    let Given { keys, vectors, .. } = given();
    assert!(!vectors.is_empty() && !keys.is_empty());
    for vector in vectors {
        let told = verify(
            &Verifier::new("heating", SIGNED_AT),
            &vector,
            &keys,
            SIGNED_AT,
        );
        assert_eq!(
            told.is_some(),
            keys.contains_key(&vector.key_id),
            "{}",
            vector.name
        );
    }
}

fn changed(vector: &Vector, change: &Value) -> Vector {
    let mut made = vector.clone();
    let texts = [
        ("method", &mut made.method),
        ("target", &mut made.target),
        ("body", &mut made.body),
    ];
    for (name, text) in texts {
        if let Some(value) = change[name].as_str() {
            *text = value.into();
        }
    }
    for (name, value) in change["headers"].as_object().into_iter().flatten() {
        made.headers
            .insert(name.clone(), value.as_str().unwrap().into());
    }
    made
}

/// Milliseconds of an instant of late November or the first of December 2026, which the vectors have.
fn instant(text: &str) -> i64 {
    let number = |from: usize| text[from..from + 2].parse::<i64>().unwrap();
    let days = if text.starts_with("2026-12-01") {
        0
    } else {
        number(8) - 31
    };
    SIGNED_AT + 1_000 * (86_400 * days + 3_600 * number(11) + 60 * number(14) + number(17))
}

#[test]
fn refuses_what_was_changed() {
    let Given {
        keys,
        vectors,
        refused,
    } = given();
    for (name, change) in refused {
        let now = change["now"].as_str().map_or(SIGNED_AT, instant);
        let verifier = Verifier::new("heating", 0);
        let vector = changed(&vectors[0], &change);
        for _ in 1..change["times"].as_u64().unwrap_or(1) {
            assert!(verify(&verifier, &vector, &keys, now).is_some(), "{name}");
        }
        assert!(verify(&verifier, &vector, &keys, now).is_none(), "{name}");
    }
}

#[test]
fn refuses_what_was_signed_before_the_process_began() {
    let Given { keys, vectors, .. } = given();
    let later = SIGNED_AT + 1_000;
    assert!(verify(&Verifier::new("heating", later), &vectors[0], &keys, later).is_none());
}

#[test]
fn tells_what_the_gateway_tells() {
    let Given { keys, vectors, .. } = given();
    let told = verify(
        &Verifier::new("heating", SIGNED_AT),
        &vectors[0],
        &keys,
        SIGNED_AT,
    )
    .unwrap();
    assert_eq!(
        (told.viewer.tiers[0].as_str(), told.as_of.as_str()),
        ("OWNER", "2026-12-01T00:00:00.000Z")
    );
}

#[tokio::test]
async fn keys_are_kept_and_fetched_at_most_once_a_minute_for_an_unknown_id() {
    let Given { keys, .. } = given();
    let known = Keys::from([("known".to_string(), keys["vectors-ed25519"])]);
    let fetched = Arc::new(AtomicUsize::new(0));
    let counted = fetched.clone();
    let finder = KeyFinder::new(Box::new(move || {
        counted.fetch_add(1, SeqCst);
        Some(known.clone())
    }));
    let steps = [
        (0, "known", true, 1),
        (0, "unknown", false, 1),
        (61, "unknown", false, 2),
        (61, "unknown", false, 2),
        (362, "known", true, 3),
    ];
    for (second, id, is_found, times) in steps {
        assert_eq!(
            finder.find(id, SIGNED_AT + second * 1_000).await.is_some(),
            is_found
        );
        assert_eq!(fetched.load(SeqCst), times);
    }
}
