/** Makes the signed call that delivers a message, and says what the receiver made of it. */
import { request } from "undici";
import { z } from "zod";
import { signContext, type ContextKeys } from "../auth/index.js";
import type { Message } from "./message.js";

/** Client that a signed delivery names; its signature alone opens anything. */
const MESSAGE_CLIENT = "govgraph:message";

/** Where a service receives messages, each at `<sender>.<topic>`. */
export const MESSAGES_PATH = "/messages/";

/** A service that receives. */
export interface Receiver {
  readonly name: string;
  /** Its GraphQL URL, or any of its origin. */
  readonly url: string;
}

/** What became of a call: applied, set aside for good, not taken by a receiver that answers, or no answer. */
export type Outcome =
  | { readonly kind: "APPLIED" }
  | { readonly kind: "REJECTED"; readonly reason: string }
  | { readonly kind: "REFUSED" | "AWAY"; readonly failure: string };

/** How long a receiver may take, in milliseconds. */
const TIMEOUT_MS = 10_000;

const refusal = z.object({
  errors: z.tuple([z.object({ extensions: z.object({ code: z.string().regex(/^[A-Z_]{1,64}$/) }) })]),
});
const rejection = z.object({ rejected: z.string().regex(/^[A-Z][A-Z0-9_]{0,62}$/) });

/** Reads what the receiver answered. Where it says nothing that we know, the message is tried again. */
const outcomeOf = (status: number, body: unknown): Outcome => {
  if (status === 200) return { kind: "APPLIED" };
  const rejected = status === 422 ? rejection.safeParse(body) : undefined;
  if (rejected?.success) return { kind: "REJECTED", reason: rejected.data.rejected };
  const told = refusal.safeParse(body).data?.errors[0].extensions.code;
  // Whoever does not know our key will take none of our messages.
  return { kind: status === 401 ? "AWAY" : "REFUSED", failure: told ?? `HTTP ${status}` };
};

/** Delivers one message once, signed with the sender's own key; never throws. */
export const postMessage = async (
  { id, topic, record, version, payload, occurredAt }: Message,
  {
    sender,
    receiver,
    keys,
    signal,
  }: {
    readonly sender: string;
    readonly receiver: Receiver;
    readonly keys: ContextKeys;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Outcome> => {
  const path = `${MESSAGES_PATH}${sender}.${topic}`;
  const body = JSON.stringify({ id, record, version, payload });
  const context = {
    subgraph: receiver.name,
    viewer: { kind: "client", roles: [], scopes: [], agreements: [], clientId: MESSAGE_CLIENT } as const,
    asOf: occurredAt.toISOString(),
    requestId: id,
  };
  try {
    const response = await request(new URL(path, receiver.url), {
      method: "POST",
      headers: signContext({ context, method: "POST", path, body }, keys),
      body,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      ...(signal ? { signal } : {}),
    });
    return outcomeOf(response.statusCode, await response.body.json().catch(() => undefined));
  } catch (error) {
    const { code } = error as { code?: unknown };
    return { kind: "AWAY", failure: typeof code === "string" ? code : "NO_ANSWER" };
  }
};
