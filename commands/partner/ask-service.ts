/** Asks a running subgraph for its SDL, `{ _service { sdl } }`, signed as the gateway signs: an operator's own request, to an address that the operator gives. */
import { randomUUID } from "node:crypto";
import { Agent, request, type Dispatcher } from "undici";
import { parsePartnerKeys, signContext } from "../../platform/auth/index.js";
import { checkedLookup, requireAddress } from "../../platform/http/index.js";

/** Longest time from name to last byte, in milliseconds. */
const WAIT_MS = 10_000;
/** Largest answer, in bytes: as large as the largest file. */
const MOST_BYTES = 8 * 1024 * 1024;

const BODY = JSON.stringify({ query: "{ _service { sdl } }" });

/** True for what is asked and not read from a file. */
export const isAddress = (from: string): boolean => /^https?:\/\//i.test(from);

/**
 * SDL of the subgraph at that URL. Signs with the first key of GATEWAY_PARTNER_KEYS, and not at all where there is none. Follows no redirect.
 * Throws a sentence for an address that is refused, an answer that is none, and one that is too large or too late.
 */
export const askService = async (name: string, from: string, partnerKeys: string): Promise<string> => {
  const url = requireAddress(from);
  const agent = new Agent({
    connect: { lookup: checkedLookup(url.protocol === "https:"), timeout: WAIT_MS },
    maxResponseSize: MOST_BYTES,
  });
  try {
    return await sdlOf(url, headersFor(name, url, partnerKeys), agent);
  } finally {
    await agent.destroy();
  }
};

const headersFor = (name: string, { pathname, search }: URL, partnerKeys: string): Readonly<Record<string, string>> => {
  const keys = parsePartnerKeys(partnerKeys);
  const plain = { "content-type": "application/json", accept: "application/json" };
  if (keys.size === 0) return plain;
  const context = {
    subgraph: name,
    viewer: {},
    asOf: new Date().toISOString(),
    requestId: randomUUID(),
    timeoutMs: WAIT_MS,
  };
  return { ...plain, ...signContext({ context, method: "POST", path: `${pathname}${search}`, body: BODY }, keys) };
};

const sdlOf = async (url: URL, headers: Readonly<Record<string, string>>, dispatcher: Dispatcher): Promise<string> => {
  const place = `${url.origin}${url.pathname}`;
  let status: number;
  let text: string;
  try {
    const signal = AbortSignal.timeout(WAIT_MS);
    const answer = await request(url, { method: "POST", headers, body: BODY, dispatcher, signal });
    status = answer.statusCode;
    text = await answer.body.text();
  } catch (error) {
    throw new Error(`${place} did not answer: ${reasonOf(error)}.`, { cause: error });
  }
  if (status === 401 || status === 403)
    throw new Error(
      `${place} answered ${status}: it wants a request signed by a key that it knows, so set GATEWAY_PARTNER_KEYS to yours.`,
    );
  if (status !== 200)
    throw new Error(
      `${place} answered ${status}: give the address at which it answers GraphQL itself, no redirect is followed.`,
    );
  const sdl = sdlIn(text);
  if (sdl === undefined)
    throw new Error(
      `${place} did not give its SDL for { _service { sdl } }: let it answer that to signed requests, or give a file.`,
    );
  return sdl;
};

const sdlIn = (text: string): string | undefined => {
  try {
    const { data } = JSON.parse(text) as { data?: { _service?: { sdl?: unknown } } };
    return typeof data?._service?.sdl === "string" ? data._service.sdl : undefined;
  } catch {
    return undefined;
  }
};

const reasonOf = (error: unknown): string => {
  const { name, message, code } = error as { name?: string; message: string; code?: string };
  if (name === "TimeoutError") return `no whole answer within ${WAIT_MS / 1_000} seconds`;
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") return `its answer has more than ${MOST_BYTES} bytes`;
  return message || (code ?? "no connection");
};
