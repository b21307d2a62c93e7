/** Asks the graph: one function for queries and verbs, that repeats what may be repeated and sends a write once. */
import { type DocumentNode, parse, print } from "graphql";
import { noticesOf, type Disclosed } from "./disclosure.js";
import { type GraphError, mayRepeat, type RawError, toGraphError } from "./errors.js";
import { canCarryKey, isMutation } from "./operation.js";

/** A document that knows its types: of graphql-codegen (either mode), gql.tada, or text, which knows none. */
export type TypedDocument<Data, Variables> = (DocumentNode | { toString(): string }) & {
  readonly __apiType?: ((variables: Variables) => Data) | undefined;
};

/** What one request may say beside its document and variables. */
export interface AskOptions {
  /** Of a verb: the same for each sending of the same wish. @default a new UUID */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** An answer. `data` is null where the request was refused as a whole; then `errors` says why. */
export interface Answer<Data> extends Disclosed<Data> {
  /** For questions to the operator. */
  readonly requestId: string | undefined;
}

/** How a client is made. */
export interface ClientOptions {
  /** Such as `https://graph.example.gov.cn/graphql`. */
  readonly url: string;
  /** The access token now, undefined for a reader without one; `session.accessToken` of a sign-in. */
  readonly token?: () => Promise<string | undefined>;
  /** Language of messages and explanations. @default zh */
  readonly language?: "zh" | "en";
  /** Sendings of one request altogether. @default 3 */
  readonly attempts?: number;
  readonly fetch?: typeof fetch;
  /** @default waits by the clock */
  readonly wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** A client of the graph. */
export interface Client {
  /**
   * Asks. A query is sent again, and a verb that carries a key, where the answer is lost or the table of errors says that it may
   * succeed later, and nothing was executed; a verb with a key also where its service was asked and gave nothing. Rejects with the error of fetch where no answer came, and with TypeError where what
   * came is no answer of a graph.
   */
  ask<Data, Variables extends object>(
    document: TypedDocument<Data, Variables>,
    variables?: Variables,
    options?: AskOptions,
  ): Promise<Answer<Data>>;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly RawError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface Sent {
  readonly answer: Answer<unknown>;
  readonly executed: boolean;
  /** Whether anything came of what was executed. */
  readonly isEmpty: boolean;
  readonly retryAfterMs: number | undefined;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

const waitByClock = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });

const secondsOf = (header: string | null): number | undefined =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;

/** A verb with a key is done once, however often it is sent: it may be sent again although nobody knows whether it was done. */
const mayComeSoon = ({ executed, isEmpty, retryAfterMs = 0, answer: { errors } }: Sent, hasKey: boolean): boolean =>
  (!executed || (hasKey && isEmpty)) && retryAfterMs <= LONGEST_WAIT_MS && errors.length > 0 && errors.every(mayRepeat);

const readBody = async (response: Response): Promise<Body> => {
  const body: unknown = await response.json().catch(() => undefined);
  if (body === null || typeof body !== "object" || !("data" in body || "errors" in body))
    throw new TypeError(`The answer (HTTP ${response.status}) is none of a graph.`);
  return body as Body;
};

const documentOf = (document: TypedDocument<unknown, never>): DocumentNode =>
  typeof document === "object" && "kind" in document && document.kind === "Document"
    ? (document as DocumentNode)
    : parse(document.toString());

const toSent = (response: Response, body: Body): Sent => {
  const errors: readonly GraphError[] = (body.errors ?? []).map(toGraphError);
  return {
    answer: {
      data: body.data ?? null,
      errors,
      ...noticesOf(body.extensions),
      requestId: response.headers.get("x-request-id") ?? undefined,
    },
    executed: body.data !== undefined,
    isEmpty: Object.values(body.data ?? {}).every((value) => value === null),
    retryAfterMs: secondsOf(response.headers.get("retry-after")),
  };
};

/** Creates a client. */
export const createClient = ({
  url,
  token = async () => undefined,
  language = "zh",
  attempts = 3,
  fetch: send = (...request) => fetch(...request),
  wait = waitByClock,
}: ClientOptions): Client => {
  const sendOnce = async (body: string, key: string | undefined, signal: AbortSignal | undefined): Promise<Sent> => {
    const bearer = await token();
    const response = await send(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        "accept-language": language,
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      ...(signal === undefined ? {} : { signal }),
    });
    return toSent(response, await readBody(response));
  };
  return {
    async ask(document, variables, { idempotencyKey, signal } = {}) {
      const parsed = documentOf(document as TypedDocument<unknown, never>);
      const writes = isMutation(parsed);
      const key = writes && canCarryKey(parsed) ? (idempotencyKey ?? crypto.randomUUID()) : undefined;
      if (idempotencyKey !== undefined && key === undefined)
        throw new TypeError("A key goes with one verb, not in a fragment, whose input is a variable.");
      const repeatable = !writes || key !== undefined;
      const body = JSON.stringify({ query: print(parsed), variables });
      for (let attempt = 1; ; attempt += 1) {
        const isLast = !repeatable || attempt >= attempts;
        const sent = await sendOnce(body, key, signal).catch((error: unknown) => {
          if (isLast || signal?.aborted === true) throw error;
          return undefined;
        });
        if (sent !== undefined && (isLast || !mayComeSoon(sent, key !== undefined)))
          return sent.answer as Answer<never>;
        const backoffMs = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
        await wait(sent?.retryAfterMs ?? Math.min(backoffMs, LONGEST_WAIT_MS), signal);
      }
    },
  };
};
