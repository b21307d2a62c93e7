/** Reads an answer in parts as a client does, and puts the parts together. */
import { merge } from "./merge-parts.js";

/** A part as a client reads it. */
export interface PartRead {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: readonly unknown[]; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
  readonly hasNext?: boolean;
  readonly incremental?: readonly {
    readonly path: readonly (string | number)[];
    readonly label?: string;
    readonly data: unknown;
    readonly errors?: PartRead["errors"];
  }[];
}

/** What clients of today say that they take. */
export const TAKES_PARTS =
  "multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9";

/** An answer that is being read. */
export interface PartsRead {
  readonly status: number;
  readonly headers: Headers;
  /** The next part; undefined after the last. */
  next(): Promise<PartRead | undefined>;
  rest(): Promise<PartRead[]>;
}

/** Asks for an answer in parts; one that is no multipart is its only part. */
export const askParts = async (
  url: string,
  query: string,
  {
    headers = {},
    variables,
    signal,
  }: { headers?: Record<string, string>; variables?: object; signal?: AbortSignal } = {},
): Promise<PartsRead> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    body: JSON.stringify({ query, variables }),
    headers: { "content-type": "application/json", accept: TAKES_PARTS, ...headers },
    ...(signal ? { signal } : {}),
  });
  const parts = partsOf(response);
  const next = async (): Promise<PartRead | undefined> => {
    const { value, done } = await parts.next();
    return done ? undefined : value;
  };
  return {
    status: response.status,
    headers: response.headers,
    next,
    async rest() {
      const read: PartRead[] = [];
      for (let part = await next(); part; part = await next()) read.push(part);
      return read;
    },
  };
};

async function* partsOf(response: Response): AsyncGenerator<PartRead, void> {
  if (!response.headers.get("content-type")?.startsWith("multipart/mixed")) {
    yield (await response.json()) as PartRead;
    return;
  }
  let text = "";
  let over = false;
  for await (const bytes of response.body!.pipeThrough(new TextDecoderStream())) {
    text += bytes;
    for (let end = text.indexOf("\r\n---"); end >= 0; end = text.indexOf("\r\n---")) {
      const part = text.slice(0, end);
      // Whether it is the last is told behind its boundary.
      if (text.length < end + 7) break;
      over = text.startsWith("--", end + 5);
      text = text.slice(end + 7);
      const [head, body] = part.split("\r\n\r\n");
      if (body === undefined) continue;
      if (head !== "content-type: application/json; charset=utf-8") throw new Error(`The head of a part is ${head}.`);
      yield JSON.parse(body) as PartRead;
    }
  }
  if (!over) throw new Error("The answer ended before its last part.");
}

/** The answer that the parts make together: data by place, errors of all parts, extensions of the last. */
export const together = (parts: readonly PartRead[]): { data: unknown; errors: unknown[]; extensions: unknown } => {
  const [first, ...later] = parts;
  const data = structuredClone(first!.data);
  const errors = [...(first!.errors ?? [])];
  for (const { incremental = [] } of later)
    for (const part of incremental) {
      errors.push(...(part.errors ?? []));
      merge(data, part.path, part.data);
    }
  return { data, errors, extensions: parts.at(-1)!.extensions };
};
