//! The service: async-graphql on axum behind a check of the gateway's signature, and a health check.

mod dwellings;
mod keys;
mod schema;
mod signature;
#[cfg(test)]
mod vectors;

use std::collections::HashMap;
use std::env;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use keys::KeyFinder;
use signature::{Request, Told, Verifier};

/// Largest body that is read, in bytes.
const MOST_BYTES: usize = 1024 * 1024;

struct Service {
    keys: KeyFinder,
    verifier: Verifier,
    schema: schema::Schema,
}

fn now_ms() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() as i64)
}

/// By names in small letters; one that came twice has both values, which no signature covers.
fn headers_of(headers: &HeaderMap) -> HashMap<String, String> {
    let mut made = HashMap::<String, String>::new();
    for (name, value) in headers {
        let text = String::from_utf8_lossy(value.as_bytes());
        made.entry(name.to_string())
            .and_modify(|known| *known += &format!(", {text}"))
            .or_insert(text.into());
    }
    made
}

impl Service {
    /// What the gateway tells, or nothing where it did not sign the request.
    async fn told(&self, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Option<Told> {
        let target = uri.path_and_query()?.as_str();
        let request = Request {
            method: "POST",
            target,
            headers: &headers_of(headers),
            body,
        };
        let id = self.verifier.key_id(&request, now_ms())?;
        let key = self.keys.find(id, now_ms()).await?;
        self.verifier.verify(&request, &key, now_ms())
    }
}

fn json(status: StatusCode, body: String) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

async fn answer(
    State(service): State<Arc<Service>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Some(told) = service.told(&uri, &headers, &body).await else {
        let refused = r#"{"errors":[{"message":"The request is not signed by the gateway."}]}"#;
        return json(StatusCode::UNAUTHORIZED, refused.into());
    };
    // Nothing parses the body before it is verified.
    let Ok(question) = serde_json::from_slice::<async_graphql::Request>(&body) else {
        return json(
            StatusCode::BAD_REQUEST,
            r#"{"errors":[{"message":"The body is no question."}]}"#.into(),
        );
    };
    let reply = service.schema.execute(question.data(told)).await;
    json(
        StatusCode::OK,
        serde_json::to_string(&reply).expect("an answer is JSON"),
    )
}

#[tokio::main]
async fn main() {
    if env::args().nth(1).as_deref() == Some("schema") {
        return print!("{}", schema::print_schema());
    }
    let gateway = env::var("GATEWAY_URL").expect("GATEWAY_URL is not set");
    let or = |name: &str, value: &str| env::var(name).unwrap_or(value.into());
    let address = format!("{}:{}", or("HOST", "127.0.0.1"), or("PORT", "4100"));
    let service = Arc::new(Service {
        keys: KeyFinder::of_gateway(gateway),
        verifier: Verifier::new("{{name}}", now_ms()),
        schema: schema::create_schema(),
    });
    let routes = Router::new()
        .route("/graphql", post(answer))
        .route(
            "/healthz",
            get(async || json(StatusCode::OK, r#"{"status":"ok"}"#.into())),
        )
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .with_state(service);
    let listener = tokio::net::TcpListener::bind(&address)
        .await
        .expect("the address is free");
    println!("{{name}} answers at http://{address}/graphql");
    axum::serve(listener, routes).await.expect("it serves");
}
