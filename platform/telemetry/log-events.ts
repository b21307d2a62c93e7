/** Every line that a process of the product logs: stable code, level, message, and what the line holds beside them (docs/log-events.md). */

/** One row of the table. */
export interface LogEventEntry {
  /** Level of the line, unless whoever logs it says otherwise. */
  readonly level: "debug" | "info" | "warn" | "error";
  /** The sentence of the line, the same for every process. */
  readonly message: string;
  /** When it is logged and what to do about it, for documents. */
  readonly meaning: string;
  /** What the line holds beside time, level, name of the process and message. */
  readonly holds: readonly string[];
}

/** The events by their codes. A code that is out keeps its meaning: alarms go by it. */
export const LOG_EVENTS = {
  LISTENING: {
    level: "info",
    message: "The process listens.",
    meaning: "A gateway or service has opened its port; `/readyz` says when it can answer.",
    holds: ["url", "adminUrl"],
  },
  REQUEST: {
    level: "info",
    message: "A request was answered.",
    meaning:
      "One line for each request: of the gateway, and at the level debug of each service that it asked. `joined`: the same request of the same viewer was under way, and its answer is this one's. `sharedSubgraphRequests`: requests to services that were not sent, because an equal one was under way.",
    holds: [
      "requestId",
      "operation",
      "viewer",
      "subgraphRequests",
      "sharedSubgraphRequests",
      "milliseconds",
      "failed",
      "joined",
      "outcome",
      "nodes",
    ],
  },
  REQUEST_REFUSED: {
    level: "info",
    message: "A request was refused before it was executed.",
    meaning:
      "At the level of the error code that the client got (`refusal`); `reason` is the limit, or which check a token failed.",
    holds: ["requestId", "refusal", "reason"],
  },
  LAW_EDITION: {
    level: "info",
    message: "Another edition of the law's data is in force.",
    meaning:
      "A service took a file of the law's data that was loaded with `npm run import -- work-calendar`, `time-limits` or another kind (docs/law.md).",
    holds: ["kind", "edition"],
  },
  LAW_SET_ASIDE: {
    level: "warn",
    message: "An edition of the law's data that was loaded is put aside; what ships is in force.",
    meaning:
      "What this release ships contradicts it (`why`): `npm run migrate` put it aside and kept it. `npm run law -- <kind>` writes it out; load one that agrees, and it takes its place.",
    holds: ["kind", "edition", "why"],
  },
  LAW_UNREADABLE: {
    level: "warn",
    message: "The law's data could not be read; what was in force stays so.",
    meaning:
      "The database of the service is away or not migrated, or the loaded edition contradicts itself: `error` says which.",
    holds: ["kind", "error"],
  },
  UPSTREAM_UNAVAILABLE: {
    level: "warn",
    message: "A service did not answer.",
    meaning:
      "The gateway could not reach a service, was not let in, or could not read its answer; `cause` says which, as the page on operations explains.",
    holds: ["service", "requestId", "cause", "error"],
  },
  UPSTREAM_TIMEOUT: {
    level: "warn",
    message: "A service did not answer in its time.",
    meaning:
      "A service took longer than a call or the request may take: look at its load and its database. `cause` is `timeout`, or `left` where the client hung up first.",
    holds: ["service", "requestId", "cause", "error"],
  },
  BACKEND_FAILED: {
    level: "warn",
    message: "An agency's backend did not answer as it should.",
    meaning:
      "Of a subgraph that `npm run partner -- connect serve` runs: once for each call of a request that fails alike. `call` is the call as the mapping writes it, without values; `cause` is timeout, connection, not let in, refused, failed, redirect, too large or not JSON; `status` that of HTTP.",
    holds: ["requestId", "traceparent", "call", "cause", "status"],
  },
  BACKEND_VALUE: {
    level: "warn",
    message: "An agency's backend gave a value that does not fit the mapping; it is not passed on.",
    meaning:
      "Once for each field of a request: the field is null and has an error. `why` says what the value is not, and never the value: correct the mapping, or tell who keeps the backend.",
    holds: ["requestId", "traceparent", "field", "why"],
  },
  KEYS_AWAY: {
    level: "warn",
    message: "The gateway's public keys could not be fetched.",
    meaning:
      "Of a subgraph that `npm run partner -- connect serve` runs: keys that it has are good for an hour, without any each request is 401. Look at `CONNECT_GATEWAY_URL`.",
    holds: ["error"],
  },
  POLICY_MISMATCH: {
    level: "warn",
    message: "The gateway has other rules: closed fields are withheld.",
    meaning:
      "Gateway and service were given different policies; once for each hash. Deploy the same `schema/policy.json`.",
    holds: ["own", "gateway"],
  },
  MESSAGES_WAIT: {
    level: "warn",
    message: "A service did not take a message; it is tried again until it does.",
    meaning:
      "Once for each outage: `receiver` does not answer, or answers `cause`. Nothing is lost: `govgraph_messages_waiting` counts what waits for it, and `npm run messages` lists it.",
    holds: ["receiver", "topic", "cause"],
  },
  MESSAGE_SET_ASIDE: {
    level: "error",
    message: "A service can never apply a message; it was set aside.",
    meaning:
      "`reason` is the receiver's code. Look at what it says, correct the record or the receiver, and send it again: `npm run messages -- again <message>`.",
    holds: ["receiver", "topic", "message", "reason"],
  },
  COURIER_STOPPED: {
    level: "warn",
    message: "Deliveries of messages are interrupted; they begin again by themselves.",
    meaning: "The database of the service is away or not migrated: `error` says which. Messages wait meanwhile.",
    holds: ["error"],
  },
  APPS_NOT_READ: {
    level: "warn",
    message: "What registered apps may ask was not read; what was known last holds.",
    meaning: "The reference service does not answer the gateway.",
    holds: ["error"],
  },
  RATE_STORE_FAILED: {
    level: "warn",
    message: "The shared rate limit does not answer; this process counts for itself.",
    meaning: "The PostgreSQL of `GATEWAY_RATE_STORE` is away.",
    holds: ["error"],
  },
  TRACES_NOT_SENT: {
    level: "warn",
    message: "Spans could not be sent, and are lost.",
    meaning:
      "The collector of `OTEL_EXPORTER_OTLP_ENDPOINT` does not take them; requests are answered as before. Written once a minute at most.",
    holds: ["error"],
  },
  METRICS_NOT_SENT: {
    level: "warn",
    message: "Metrics could not be sent; the next sending says what this one would have.",
    meaning:
      "The collector of `OTEL_EXPORTER_OTLP_ENDPOINT` does not take them; `/metrics` has them as before. Written once a minute at most.",
    holds: ["error"],
  },
  SUBSCRIPTION_FAILED: {
    level: "warn",
    message: "What is subscribed to could not be looked at; it is tried again.",
    meaning:
      "A service did not tell what happened in its journal, or a subscription broke off: its client comes again and misses nothing.",
    holds: ["error"],
  },
  DOCUMENT_STORE_FAILED: {
    level: "warn",
    message: "Published documents could not be read.",
    meaning:
      "The PostgreSQL of `GATEWAY_DOCUMENTS_STORE` is away. Documents that were asked lately are answered; of others the client gets SERVICE_UNAVAILABLE.",
    holds: ["error"],
  },
  USE_STORE_FAILED: {
    level: "warn",
    message: "Recorded use could not be written; it is tried again.",
    meaning:
      "The PostgreSQL of `GATEWAY_USE_STORE` is away. What was counted is kept in memory, and lost if the gateway stops meanwhile.",
    holds: ["error"],
  },
  WORKER_READY: {
    level: "info",
    message: "The worker takes what agencies load.",
    meaning: "Of `npm run worker`: it has told the gateways which kinds it loads.",
    holds: [],
  },
  WEBHOOKS_READY: {
    level: "info",
    message: "Changes are pushed to apps.",
    meaning: "Of `npm run webhooks`: it looks for what is to be pushed.",
    holds: [],
  },
  WEBHOOKS_STOPPED: {
    level: "error",
    message: "What is to be pushed to apps can not be looked up.",
    meaning:
      "The database of webhooks is away, or the gateway does not answer; it is tried again every few seconds, and nothing is lost.",
    holds: ["error"],
  },
  WEBHOOK_SET_ASIDE: {
    level: "warn",
    message: "An app did not take its changes; they are set aside.",
    meaning:
      "The app's admin reads it at `registeredApp(clientId:) { webhook { setAside } }` and replays by its cursor.",
    holds: ["app", "cause", "tries"],
  },
  LOAD_STEP_DONE: {
    level: "info",
    message: "A step of an agency's load is over.",
    meaning:
      "`name` is what was asked; `outcome` is failed where the file was refused, of which the agency is told why.",
    holds: ["step", "name", "outcome"],
  },
  LOAD_STEP_FAILED: {
    level: "error",
    message: "The worker could not do a step of an agency's load.",
    meaning:
      "Nothing is wrong with the file: look at the databases, the store of loads and its folder. Without `step` none could be taken.",
    holds: ["step", "error"],
  },
  LOAD_STORE_FAILED: {
    level: "error",
    message: "The store or the folder of loads does not answer.",
    meaning: "Of a gateway: `GATEWAY_LOADS_STORE` or `GATEWAY_LOADS_DIRECTORY`; who asked got SERVICE_UNAVAILABLE.",
    holds: ["requestId", "error"],
  },
  PLANNING_LOST: {
    level: "error",
    message: "A document took the planning thread with it; another thread plans.",
    meaning:
      "Its client got SERVICE_UNAVAILABLE with reason PLANNING, and so does everybody who asks it for a minute. If it comes again, look for who sends it; plans of others were late, and nothing else was.",
    holds: ["error"],
  },
  DATABASE_UNAVAILABLE: {
    level: "error",
    message: "The database does not answer.",
    meaning: "A service answered SERVICE_UNAVAILABLE; `/readyz` says the same.",
    holds: ["requestId", "traceparent", "errorId", "error"],
  },
  DATABASE_REFUSED_VALUE: {
    level: "warn",
    message: "The database refused a value that no check had refused.",
    meaning: "The client got BAD_USER_INPUT; a check of the arguments is missing.",
    holds: ["requestId", "traceparent", "errorId", "error"],
  },
  UNEXPECTED_ERROR: {
    level: "error",
    message: "An unexpected error was answered.",
    meaning: "A fault of the product: the client got INTERNAL_SERVER_ERROR with this `errorId`.",
    holds: ["requestId", "traceparent", "errorId", "error"],
  },
  SCHEMA_RELOADED: {
    level: "info",
    message: "Supergraph and policy were reloaded.",
    meaning: "An operator's reload took effect; number and hash are those of `/operator/generation`.",
    holds: ["number", "hash", "since"],
  },
  BUNDLE_TAKEN: {
    level: "info",
    message: "A bundle of the registry was taken into use.",
    meaning:
      "Supergraph, policy and addresses are those of this version; number and hash are those of `/operator/generation`.",
    holds: ["version", "number", "hash"],
  },
  BUNDLE_REFUSED: {
    level: "error",
    message: "A bundle was refused; what was in use stays.",
    meaning:
      "Once for each: it is not signed by a trusted key, is altered, older than what was taken before, names a host that is not allowed, or does not fit together; `error` says which. Somebody may be tampering with the source: look at `GATEWAY_BUNDLE_URL`.",
    holds: ["error"],
  },
  BUNDLE_AWAY: {
    level: "warn",
    message: "The source of bundles does not answer; what was in use stays.",
    meaning: "Once for each outage: nothing is lost, and nothing new is taken until it answers.",
    holds: ["error"],
  },
  BUNDLE_KEPT: {
    level: "warn",
    message: "The gateway serves the bundle that it kept on disk.",
    meaning: "At its start the source of bundles was away, or its bundle was refused: the line before says which.",
    holds: ["version"],
  },
  BUNDLE_NOT_KEPT: {
    level: "error",
    message: "A bundle that was taken into use could not be kept on disk.",
    meaning:
      "While this lasts, a gateway that starts without the source serves an older one, or none: look at `GATEWAY_BUNDLE_FILE`.",
    holds: ["error"],
  },
  FILE_FAILED: {
    level: "error",
    message: "A file could not be kept or given.",
    meaning:
      "The folder or bucket of files does not take or give it, or the virus scanner does not answer: look at `GATEWAY_FILES_FOLDER` and `GATEWAY_FILES_SCANNER`. The sender was told to try again, and nothing was kept.",
    holds: ["requestId", "error"],
  },
  FILES_CLEANED: {
    level: "info",
    message: "Files that nothing holds were removed.",
    meaning:
      "Each hour: files that were uploaded more than a day before and that no object holds (`removed`), and uploads that were never whole (`cleared`).",
    holds: ["removed", "cleared"],
  },
  FILES_NOT_CLEANED: {
    level: "warn",
    message: "Files that nothing holds could not be looked for.",
    meaning: "A service or the store did not answer; nothing was removed that some object may hold. It is tried again.",
    holds: ["error"],
  },
  OPERATOR_FAILED: {
    level: "error",
    message: "An operator's request failed.",
    meaning: "A reload or a change of the level failed; what was in force stays in force.",
    holds: ["error"],
  },
} as const satisfies Readonly<Record<string, LogEventEntry>>;

/** Code of a log line. */
export type LogCode = keyof typeof LOG_EVENTS;
