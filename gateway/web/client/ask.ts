/** Asks the gateway as the explorer's reader: queries at once, mutations under a key of their own, subscriptions as they are told. */
import { getOperationAST, parse } from "graphql";
import { createClient, type RequestParams } from "graphql-sse";
import type { DisclosureExtensions } from "./disclosure.js";
import type { FigureExtensions } from "./figures.js";

/** An answer, or an event. */
export interface Answer {
  readonly extensions?: DisclosureExtensions & FigureExtensions & { readonly eventId?: string };
}

/** What it takes to ask. */
export interface Asking {
  /** The reader's token; undefined for nobody's. */
  readonly token: () => string | undefined;
  /** Headers that ask for figures of the answer. */
  readonly figures: () => Readonly<Record<string, string>>;
  /** Told of every answer and event. */
  readonly onAnswer: (answer: Answer) => void;
  /** Told where the token is not taken any more. */
  readonly onSignedOut: () => void;
}

type Kind = "query" | "mutation" | "subscription";

/** What the operation does; a document that does not parse is sent as it is, and refused in the gateway's words. */
export const kindOf = ({ query }: Pick<RequestParams, "query">): Kind => {
  try {
    return getOperationAST(parse(query))?.operation ?? "query";
  } catch {
    return "query";
  }
};

/** Creates the fetcher of the editor: an answer, or events one after the other. */
export const createAsk = ({ token, figures, onAnswer, onSignedOut }: Asking) => {
  const authorization = (): Record<string, string> => {
    const present = token();
    return present === undefined ? {} : { authorization: `Bearer ${present}` };
  };

  const askOnce = async (parameters: RequestParams, kind: Kind): Promise<Answer> => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        // Pressed again it is another write; sent again by the browser it is the same.
        ...(kind === "mutation" ? { "idempotency-key": crypto.randomUUID() } : {}),
        ...figures(),
        ...authorization(),
      },
      body: JSON.stringify(parameters),
    });
    if (response.status === 401) onSignedOut();
    const answer = (await response.json()) as Answer;
    onAnswer(answer);
    return answer;
  };

  async function* subscribe(parameters: RequestParams): AsyncGenerator<Answer, void> {
    let last: string | undefined;
    // Where the connection breaks off, it goes on behind the last event.
    const client = createClient({
      url: new URL("/graphql", location.href).href,
      headers: () => ({ ...authorization(), ...(last === undefined ? {} : { "last-event-id": last }) }),
    });
    try {
      for await (const event of client.iterate(parameters)) {
        const answer = event as Answer;
        last = answer.extensions?.eventId ?? last;
        onAnswer(answer);
        yield answer;
      }
    } finally {
      client.dispose();
    }
  }

  // The editor learns an operation's name a moment after its text; a document has one operation, which needs none.
  return ({ query, variables }: RequestParams) => {
    const parameters: RequestParams = { query, ...(variables ? { variables } : {}) };
    const kind = kindOf(parameters);
    return kind === "subscription" ? subscribe(parameters) : askOnce(parameters, kind);
  };
};
