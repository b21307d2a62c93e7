/** Asks the graph by HTTP: GraphQL, parts of bulk exports and the schema; what may succeed later is asked again. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** A refusal of the graph. */
export class GraphRefusal extends Error {
  constructor(
    readonly code: string,
    readonly reason: string | undefined,
    message: string,
  ) {
    super(`${code}${reason === undefined ? "" : ` (${reason})`}: ${message}`);
  }
}

/** One part of a bulk export. */
export interface Part {
  readonly rows: readonly object[];
  /** As it was sent, packed by gzip, and its SHA-256. */
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly count: number;
  readonly asOf: string;
  /** Where the next part begins. @default it was the last */
  readonly next?: string;
}

/** What is exported. */
export interface PartQuestion {
  readonly query: string;
  readonly format?: "jsonl" | "csv";
  readonly place?: string | undefined;
}

/** The graph. */
export interface Graph {
  /** Data of a query. Throws GraphRefusal. */
  ask(query: string, variables?: object): Promise<Readonly<Record<string, unknown>>>;
  /** One part, whose digest was checked; rows of JSON Lines are read. Throws GraphRefusal. */
  part(question: PartQuestion): Promise<Part>;
  /** The public schema, as text. */
  schema(): Promise<string>;
  /** Requests sent so far. */
  requests(): number;
}

/** How it is asked. */
export interface GraphOptions {
  /** Such as http://localhost:4000 */
  readonly url: string;
  /** Sendings of one request altogether. @default 8 */
  readonly attempts?: number;
  readonly wait?: (ms: number) => Promise<void>;
}

const LONGEST_WAIT_MS = 60_000;
const REQUEST_MS = 60_000;
const LATER: ReadonlySet<number> = new Set([429, 502, 503, 504]);

interface Errors {
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

const refusalOf = ({ errors: [error] = [] }: Errors, status: number): GraphRefusal => {
  const { code, reason, rule } = error?.extensions ?? {};
  const told = reason ?? rule;
  return new GraphRefusal(
    typeof code === "string" ? code : `HTTP ${status}`,
    typeof told === "string" ? told : undefined,
    error?.message ?? "the graph gave no reason",
  );
};

/** Creates it. */
export const createGraph = ({
  url,
  attempts = 8,
  wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}: GraphOptions): Graph => {
  let requests = 0;
  const sendOnce = async (path: string, body: object | undefined): Promise<Response> => {
    requests += 1;
    const signal = AbortSignal.timeout(REQUEST_MS);
    if (body === undefined) return fetch(new URL(path, url), { signal });
    const headers = {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/gzip",
    };
    return fetch(new URL(path, url), { method: "POST", body: JSON.stringify(body), headers, signal });
  };
  /** Sends, and reads the answer whole: a connection that breaks in the middle is asked again as one that broke before. */
  const send = async (path: string, body?: object): Promise<{ response: Response; bytes: Buffer }> => {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt >= attempts;
      let retryAfterMs: number | undefined;
      try {
        const response = await sendOnce(path, body);
        const bytes = Buffer.from(await response.arrayBuffer());
        if (isLast || !LATER.has(response.status)) return { response, bytes };
        retryAfterMs = Number(response.headers.get("retry-after") ?? NaN) * 1_000 || undefined;
      } catch (error) {
        if (isLast) throw new Error(`${new URL(path, url).href} does not answer: ${causeOf(error)}`, { cause: error });
      }
      await wait(Math.min(retryAfterMs ?? 250 * 2 ** attempt, LONGEST_WAIT_MS));
    }
  };
  return {
    requests: () => requests,
    async schema() {
      const { response, bytes } = await send("/schema.graphql");
      if (response.status !== 200) throw new Error(`${url} has no schema (HTTP ${response.status}): is it a govgraph?`);
      return bytes.toString("utf8");
    },
    async ask(query, variables) {
      const { response, bytes } = await send("/graphql", { query, variables });
      const body = readJson(bytes, response) as Errors & { readonly data?: Readonly<Record<string, unknown>> | null };
      if (body.errors !== undefined || !body.data) throw refusalOf(body, response.status);
      return body.data;
    },
    async part({ query, format = "jsonl", place }) {
      const { response, bytes } = await send("/bulk", { query, format, ...(place === undefined ? {} : { place }) });
      if (response.status !== 200) throw refusalOf(readJson(bytes, response) as Errors, response.status);
      const sha256 = createHash("sha256").update(bytes);
      if (response.headers.get("repr-digest") !== `sha-256=:${sha256.copy().digest("base64")}:`)
        throw new Error("A part came with other bytes than its digest says.");
      const lines = format === "csv" ? [] : (await promisify(gunzip)(bytes)).toString("utf8").split("\n").slice(0, -1);
      const next = response.headers.get("govgraph-next");
      return {
        rows: lines.map((line) => JSON.parse(line) as object),
        ...{ bytes, sha256: sha256.digest("hex"), count: Number(response.headers.get("govgraph-rows")) },
        asOf: response.headers.get("govgraph-as-of") ?? "",
        ...(next === null ? {} : { next }),
      };
    },
  };
};

const causeOf = (error: unknown): string => {
  const { cause = error } = error as { readonly cause?: unknown };
  return cause instanceof Error ? cause.message : String(cause);
};

const readJson = (bytes: Buffer, { status }: Response): unknown => {
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch {
    throw new Error(`The answer (HTTP ${status}) is none of a govgraph.`);
  }
};
