/** Reads what a service answered, and checks its shape. */
import type { SubgraphAnswer } from "./subgraph.js";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** The answer that a text is. Throws where it is none: only the shape that GraphQL allows goes on to the engine, which trusts it (threat E08). */
export const readAnswer = (text: string): SubgraphAnswer => {
  const answer: unknown = JSON.parse(text);
  if (!isRecord(answer)) throw new Error("The answer is not an object.");
  const { data, errors, extensions } = answer;
  if (data === undefined && errors === undefined) throw new Error("The answer has neither data nor errors.");
  if (data !== undefined && data !== null && !isRecord(data)) throw new Error("The data is not an object.");
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isError)))
    throw new Error("The errors are not a list of errors.");
  const disclosure = isRecord(extensions) && isRecord(extensions["disclosure"]) ? extensions["disclosure"] : undefined;
  if (disclosure && !["withheld", "masked"].every((kind) => isEntries(disclosure[kind])))
    throw new Error("The disclosure report is not what subgraphs report.");
  return { data, errors, disclosure } as SubgraphAnswer;
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
