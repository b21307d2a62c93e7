/** What a subgraph answered: the shape that GraphQL allows and nothing else goes on to the engine, which trusts it (threat E08). */
import { CallFailed } from "./call-failure.js";
import type { Exchanged } from "./exchange.js";
import type { SubgraphAnswer } from "./subgraph.js";

/**
 * The answer, whatever its status: servers answer 400, 422 or 500 with one where a field or a variable failed. 401 is no word on
 * the document, nor is a redirect. Throws CallFailed.
 */
export const readAnswer = ({ status, text }: Exchanged): SubgraphAnswer => {
  if (status === 401) throw new CallFailed("signature");
  if (status >= 300 && status < 400) throw new CallFailed("redirect", `The service answered ${status}.`);
  const json = parsed(text);
  const fault = json === undefined ? "The answer is no JSON." : faultOf(json);
  if (fault === undefined) return answerOf(json as Readonly<Record<string, unknown>>);
  if (status !== 200) throw new CallFailed("status", `The service answered ${status} without a GraphQL answer.`);
  throw new CallFailed(json === undefined ? "not-json" : "not-graphql", fault);
};

/** Undefined where it is no JSON, which no JSON is. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** What is wrong with an answer, a sentence; undefined where it has GraphQL's shape. */
const faultOf = (answer: unknown): string | undefined => {
  if (!isRecord(answer)) return "The answer is not an object.";
  const { data, errors, extensions } = answer;
  if (data !== undefined && data !== null && !isRecord(data)) return "The data is not an object.";
  if (errors !== undefined && errors !== null && !(Array.isArray(errors) && errors.every(isError)))
    return "The errors are not a list of errors.";
  if (data === undefined && !(Array.isArray(errors) && errors.length > 0))
    return "The answer has neither data nor errors.";
  const disclosure = isRecord(extensions) ? extensions["disclosure"] : undefined;
  if (isRecord(disclosure) && !["withheld", "masked"].every((kind) => isEntries(disclosure[kind])))
    return "The disclosure report is not what subgraphs report.";
  return undefined;
};

/** Codes of who does not know the document, which the gateway wrote: no word of it is for the client. */
const REJECTIONS: readonly unknown[] = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "UNAUTHENTICATED"];

const answerOf = ({ data, errors, extensions: more }: Readonly<Record<string, unknown>>): SubgraphAnswer => {
  const told = (errors ?? undefined) as SubgraphAnswer["errors"];
  // Some servers say so with data that is null, none with the path of a field.
  if (!data && told?.some(({ path, extensions }) => !path && REJECTIONS.includes(extensions?.["code"])))
    throw new CallFailed("rejected");
  const disclosure = isRecord(more) && isRecord(more["disclosure"]) ? more["disclosure"] : undefined;
  return { data, errors: told, disclosure } as SubgraphAnswer;
};

const isEntries = (entries: unknown): boolean =>
  Array.isArray(entries) &&
  entries.every(
    (entry: unknown) =>
      isRecord(entry) &&
      Array.isArray(entry["path"]) &&
      entry["path"].every((key: unknown) => typeof key === "string") &&
      typeof entry["rule"] === "string" &&
      Number.isSafeInteger(entry["count"]),
  );

const isError = (error: unknown): boolean =>
  isRecord(error) &&
  typeof error["message"] === "string" &&
  (error["path"] === undefined || error["path"] === null || Array.isArray(error["path"])) &&
  (error["extensions"] === undefined || error["extensions"] === null || isRecord(error["extensions"]));
