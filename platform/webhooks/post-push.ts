/** Posts one piece of the feed to an app's address: signed, within its time, to the public Internet alone, and never to where a redirect leads. */
import { Agent, request } from "undici";
import { signPush, type ContextKeys } from "../auth/index.js";
import { allowedLookup, numberOf, type AllowsAddress } from "../http/index.js";

/** How long a receiver may take for all of it, in milliseconds. */
export const PUSH_MS = 10_000;

/** What posting takes. */
export interface PostOptions {
  readonly keys: ContextKeys;
  readonly allows: AllowsAddress;
  readonly now: () => number;
  /** @default PUSH_MS */
  readonly timeoutMs?: number | undefined;
}

/** What is posted where. */
export interface Posted {
  readonly clientId: string;
  readonly address: URL;
  readonly deliveryId: string;
  readonly body: string;
}

/** Posts; never throws. */
export type Post = (posted: Posted) => Promise<string | undefined>;

/** Creates it: the answer is why it was not taken, undefined where it was (2xx). Nothing of the receiver's answer is kept. */
export const createPost = ({
  keys,
  allows,
  now,
  timeoutMs = PUSH_MS,
}: PostOptions): { readonly post: Post; close(): Promise<void> } => {
  const agent = new Agent({
    connect: { lookup: allowedLookup(allows), timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // No connection is kept: each try looks its name up again.
    pipelining: 0,
  });
  return {
    async post({ clientId, address, deliveryId, body }) {
      const number = numberOf(address);
      if (number !== undefined && !allows(number)) return "ADDRESS_REFUSED";
      const path = `${address.pathname}${address.search}`;
      try {
        const response = await request(address, {
          dispatcher: agent,
          method: "POST",
          headers: signPush({ audience: clientId, deliveryId, path, body }, keys, now()),
          body,
          signal: AbortSignal.timeout(timeoutMs),
        });
        // Its words are nobody's business, and may be endless.
        response.body.on("error", () => undefined).destroy();
        return response.statusCode >= 200 && response.statusCode < 300 ? undefined : `HTTP_${response.statusCode}`;
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => agent.close(),
  };
};

const failureOf = (error: unknown): string => {
  const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: { code?: unknown } };
  if (name === "TimeoutError" || code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_CONNECT_TIMEOUT")
    return "TIMEOUT";
  const said = typeof code === "string" ? code : cause?.code;
  return typeof said === "string" && /^[A-Z0-9_]{1,60}$/.test(said) ? said : "NO_ANSWER";
};
