/** Reads an event stream of the gateway as a client does: its events in order, each with its id. */

/** An event. */
export interface TestEvent {
  readonly id: string | undefined;
  readonly event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
}

/** A stream that is being read. */
export interface TestEvents {
  readonly status: number;
  readonly headers: Headers;
  /** The next event; undefined at the end of the stream. */
  next(): Promise<TestEvent | undefined>;
  /** Comments so far. */
  comments(): number;
  close(): void;
}

/** What is subscribed to, and as whom. */
export interface EventsAsked {
  readonly viewer?: string;
  readonly token?: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const parse = (block: string): TestEvent | undefined => {
  const fields = new Map(
    block
      .split("\n")
      .filter((line) => !line.startsWith(":"))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trimStart()] as const),
  );
  const event = fields.get("event");
  const data = fields.get("data");
  if (event === undefined) return undefined;
  return { id: fields.get("id"), event, data: data === undefined || data === "" ? undefined : JSON.parse(data) };
};

/** Opens it. */
export const openEvents = async (
  url: string,
  query: string,
  { viewer, token = viewer && `${viewer}.test.test`, variables, headers }: EventsAsked = {},
): Promise<TestEvents> => {
  const abort = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    signal: abort.signal,
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      ...(token === undefined || viewer === "anonymous" ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let comments = 0;
  return {
    status: response.status,
    headers: response.headers,
    comments: () => comments,
    async next() {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) return undefined;
          text += value;
          continue;
        }
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const event = parse(block);
        if (event) return event;
        comments += 1;
      }
    },
    close: () => abort.abort(),
  };
};
