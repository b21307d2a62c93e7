/** Asks the graph what anybody may read, as nobody and whoever asks: a feed holds what an anonymous reader is told and nothing else. */
import type { Request, Response } from "express";
import { ERROR_CODES, isErrorCode, ServiceError } from "../../platform/errors/index.js";
import type { AskGraph } from "../request/ask-graph.js";
import type { Door } from "../request/door.js";
import { bodyOf } from "../request/server-answer.js";

/** What is told of a question. */
export interface ToldToAll<Data> {
  readonly data: Data;
  /** Seconds for which anybody may keep it; undefined for not at all. */
  readonly maxAge: number | undefined;
}

/** Asks a question with its variables. Throws what limits and rate refuse, and the first error of the answer: half a feed is none. */
export type AskForAll = <Data>(
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<ToldToAll<Data>>;

/** Creates it for one request. */
export const createAskForAll =
  ({ ask, door }: { readonly ask: AskGraph; readonly door: Door }, request: Request, response: Response): AskForAll =>
  async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<ToldToAll<Data>> => {
    const { answer, maxAge } = await ask({
      ...{ request, response, door, inParts: false, forAll: true },
      // Texts of ours are as good as published ones: nobody else chooses them.
      parameters: { query, variables, isPublished: true },
    });
    const { data, errors } = bodyOf(answer);
    const [first] = errors ?? [];
    if (first !== undefined || data == null) throw refusalOf(first?.extensions?.["code"]);
    return { data: data as Data, maxAge };
  };

const refusalOf = (code: unknown): ServiceError =>
  isErrorCode(code) ? new ServiceError(code, ERROR_CODES[code].message.en) : new ServiceError("INTERNAL_SERVER_ERROR");
