/** Reads the pull feed of changes at the gateway: what anybody reads, on an allowance of its own. */
import { request } from "undici";
import { z } from "zod";
import { FEED_READER_HEADER } from "../auth/index.js";
import type { Piece } from "./turn.js";

/** Changes of each service in a piece. */
const FIRST = 100;

/** How long the gateway may take, in milliseconds: longer than its own deadline. */
const WAIT_MS = 15_000;

const QUERY = `query Pushed($since: String, $types: [RecordKind!], $first: Int!, $copying: Boolean!) {
  changes(since: $since, types: $types, first: $first, copying: $copying) {
    cursor hasMore unavailable items { kind key nodeId op version changedAt }
  }
}`;

const answer = z.object({
  data: z
    .object({
      changes: z
        .object({
          ...{ cursor: z.string(), hasMore: z.boolean(), unavailable: z.array(z.string()) },
          items: z.array(z.record(z.string(), z.unknown())),
        })
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

/** The feed. What it answers with a text is why it refuses; throws where it does not answer. */
export interface Feed {
  /** What changed since a cursor, of these kinds; none is all. */
  read(of: { readonly cursor: string; readonly kinds: readonly string[] }): Promise<Piece | string>;
  /** A cursor behind all that is settled. */
  begin(kinds: readonly string[]): Promise<Piece | string>;
}

/** Opens it; `url` is the gateway's /graphql, `sign` says there who asks (`signFeedReader`). @default sign nobody, and the gateway takes it for anybody */
export const openFeed = (url: URL, sign?: () => Promise<string>): Feed => {
  const ask = async (since: string | null, kinds: readonly string[]): Promise<Piece | string> => {
    const types = kinds.length > 0 ? { types: kinds } : {};
    const response = await request(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(sign ? { [FEED_READER_HEADER]: await sign() } : {}),
      },
      body: JSON.stringify({ query: QUERY, variables: { since, first: FIRST, copying: since === null, ...types } }),
      signal: AbortSignal.timeout(WAIT_MS),
    });
    const { data, errors } = answer.parse(await response.body.json());
    if (data?.changes) {
      const { unavailable, ...piece } = data.changes;
      return { ...piece, isWhole: unavailable.length === 0 };
    }
    const { code, reason, rule } = errors?.[0]?.extensions ?? {};
    if (code === "BAD_USER_INPUT") return reason ?? rule ?? "FEED_REFUSES";
    throw new Error(`The feed does not answer: ${code ?? response.statusCode}.`);
  };
  return { read: ({ cursor, kinds }) => ask(cursor, kinds), begin: (kinds) => ask(null, kinds) };
};
