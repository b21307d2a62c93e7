/** Asks a backend: its own address alone, no redirect, no more and no longer than its mapping says; what goes wrong has one cause. */
import { Pool, type Dispatcher } from "undici";
import { ServiceError, type ErrorCode } from "../../errors/index.js";
import { checkedLookup, requireAddress } from "../../http/index.js";
import type { BackendRequest } from "./request.js";
import type { MappedBackend } from "../mapping/backend.js";
import type { Credentials } from "./secrets.js";

/** Why a request got no answer that can be used. */
export type BackendCause =
  "timeout" | "connection" | "not let in" | "refused" | "failed" | "redirect" | "too large" | "not JSON";

/** A request without an answer; it says nothing of what was sent or came. */
export class BackendFailure extends Error {
  override readonly name = "BackendFailure";

  constructor(
    override readonly cause: BackendCause,
    readonly status?: number,
  ) {
    super(cause);
  }
}

const CODES: Readonly<Partial<Record<BackendCause, ErrorCode>>> = {
  timeout: "UPSTREAM_TIMEOUT",
  "not JSON": "UPSTREAM_INVALID",
};

/** What a client is told of a failure. */
export const toServiceError = ({ cause }: BackendFailure): ServiceError =>
  new ServiceError(CODES[cause] ?? "UPSTREAM_UNAVAILABLE");

/** An answer that can be used. */
export interface BackendAnswer {
  /** Undefined where the status says that there is none. */
  readonly json: unknown;
  readonly header: (name: string) => string | undefined;
  readonly bytes: number;
}

/** A backend. */
export interface Backend {
  /** Path below which all requests are. */
  readonly basePath: string;
  /** Throws BackendFailure. */
  ask(request: BackendRequest, signal: AbortSignal): Promise<BackendAnswer>;
  close(): Promise<void>;
}

/** Opens it. Throws a sentence where its address is refused: no TLS but on this machine, a link-local address. */
export const openBackend = (
  { url, headers, timeoutMs, mostBytes, concurrency }: MappedBackend,
  credentials: Credentials,
): Backend => {
  const { origin, pathname, protocol } = requireAddress(url);
  const pool = new Pool(origin, {
    connections: concurrency,
    pipelining: 1,
    maxResponseSize: mostBytes,
    connect: { lookup: checkedLookup(protocol === "https:"), timeout: timeoutMs },
  });
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  // Ours come last: what a call fills in takes the place of no secret.
  const own = { accept: "application/json", "accept-encoding": "identity", ...named, ...credentials.headers };
  return {
    basePath: pathname,
    async ask(request, signal) {
      const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      try {
        const answer = await pool.request({
          ...{ origin, path: withParameter(request.target, credentials.parameter), method: request.method },
          headers: { ...request.headers, ...own },
          body: request.body ?? null,
          signal: ended,
        });
        return await readAnswer(answer, request, ended);
      } catch (error) {
        throw error instanceof BackendFailure ? error : new BackendFailure(causeOf(error, ended));
      }
    },
    close: () => pool.destroy(),
  };
};

const withParameter = (target: string, parameter: Credentials["parameter"]): string => {
  if (!parameter) return target;
  const [path = "", query] = target.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set(...parameter);
  return `${path}?${parameters.toString()}`;
};

const UTF_8 = new TextDecoder("utf-8", { fatal: true });

const readAnswer = async (
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { absent }: BackendRequest,
  signal: AbortSignal,
): Promise<BackendAnswer> => {
  const header = (name: string): string | undefined => {
    const value = headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(", ") : value;
  };
  if (statusCode !== 200) {
    // What it says in its errors is nobody's business.
    await body.dump({ limit: 16 * 1024, signal });
    if (absent.includes(statusCode) || statusCode === 204) return { json: undefined, header, bytes: 0 };
    throw new BackendFailure(causeOfStatus(statusCode), statusCode);
  }
  const bytes = await body.arrayBuffer();
  try {
    return { json: JSON.parse(UTF_8.decode(bytes)) as unknown, header, bytes: bytes.byteLength };
  } catch {
    throw new BackendFailure("not JSON", statusCode);
  }
};

const causeOfStatus = (status: number): BackendCause => {
  if (status >= 300 && status < 400) return "redirect";
  if (status === 401 || status === 403) return "not let in";
  return status >= 400 && status < 500 ? "refused" : "failed";
};

const causeOf = (error: unknown, { aborted }: AbortSignal): BackendCause => {
  const { code } = error as { code?: string };
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") return "too large";
  return aborted || /TIMEOUT/.test(code ?? "") ? "timeout" : "connection";
};
