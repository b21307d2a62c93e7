/** Reads the pull feed of changes as anybody does, at the gateway. */
import { request } from "undici";
import { z } from "zod";
import { FEED_QUERY } from "./feed-query.js";
import type { ReadFeed } from "./turn.js";

/** Changes of each service in a piece. */
const FIRST = 100;

/** How long the gateway may take, in milliseconds: longer than its own deadline. */
const WAIT_MS = 15_000;

const answer = z.object({
  data: z
    .object({
      changes: z
        .object({ cursor: z.string(), hasMore: z.boolean(), items: z.array(z.record(z.string(), z.unknown())) })
        .nullable(),
    })
    .nullish(),
  errors: z
    .array(
      z.object({
        extensions: z.object({ code: z.string(), reason: z.string().optional(), rule: z.string().optional() }),
      }),
    )
    .optional(),
});

/** Creates it; `url` is the gateway's /graphql. */
export const readFeedOf =
  (url: URL): ReadFeed =>
  async ({ cursor, kinds }) => {
    const variables = { since: cursor, first: FIRST, ...(kinds.length > 0 ? { types: kinds } : {}) };
    const response = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: FEED_QUERY, variables }),
      signal: AbortSignal.timeout(WAIT_MS),
    });
    const { data, errors } = answer.parse(await response.body.json());
    if (data?.changes) return data.changes;
    const { code, reason, rule } = errors?.[0]?.extensions ?? {};
    if (code === "BAD_USER_INPUT") return reason ?? rule ?? "FEED_REFUSES";
    throw new Error(`The feed does not answer: ${code ?? response.statusCode}.`);
  };
