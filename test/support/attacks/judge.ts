/** What must be so of every answer to an attack; what is not is named. */
import { isEnumType, type GraphQLSchema } from "graphql";
import { bodyOf, type AttackAnswer } from "./ask-attack.js";
import type { Attack } from "./attack.js";

/** Longest refusal in bytes, whatever was sent. */
export const MOST_REFUSAL_BYTES = 4 * 1024;

/** Words of the schema that are no words of a language: `FundAllocation`, `penaltyStatistics`, `LEGAL_BASIS`. */
export const wordsOf = (schema: GraphQLSchema): ReadonlySet<string> => {
  const words = Object.values(schema.getTypeMap()).flatMap((type): string[] => {
    if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => name)];
    const fields =
      "getFields" in type ? Object.values<{ name: string; args?: readonly { name: string }[] }>(type.getFields()) : [];
    return [type.name, ...fields.flatMap(({ name, args = [] }) => [name, ...args.map((argument) => argument.name)])];
  });
  return new Set(words.filter((word) => /[a-z][A-Z]|_/.test(word)));
};

/** How an error is told: its code, or the limit. */
export const refusalOf = ({ errors }: AttackAnswer): Attack["refused"] => {
  const { code, reason } = errors[0]?.extensions ?? {};
  return code === "LIMIT_EXCEEDED" ? { limit: String(reason) } : (code as Attack["refused"]);
};

/** Words of the schema in messages that a request did not say. */
export const wordsTold = (attack: Attack, { errors }: AttackAnswer, words: ReadonlySet<string>): string[] => {
  const said = new Set(bodyOf(attack).match(/\w+/g));
  return errors
    .flatMap(({ message }) => message.match(/\w+/g) ?? [])
    .filter((word) => words.has(word) && !said.has(word));
};

/** What is wrong with a refusal; empty where nothing is. */
export const faultsOfRefusal = (attack: Attack, answer: AttackAnswer, words: ReadonlySet<string>): string[] => {
  const told = JSON.stringify(answer.errors);
  const isLimit = typeof refusalOf(answer) === "object";
  return [
    ...(answer.status === (attack.status ?? 400) ? [] : [`status ${answer.status}`]),
    ...(answer.data === undefined ? [] : ["data"]),
    ...(answer.bytes <= MOST_REFUSAL_BYTES ? [] : [`${answer.bytes} bytes`]),
    ...(/did you mean|perhaps|suggest/i.test(told) ? ["a suggestion"] : []),
    ...(/call stack|heap|at \w+ \(/i.test(told) ? ["what happened inside"] : []),
    ...(isLimit && answer.errors.length > 1 ? [`${answer.errors.length} errors`] : []),
    ...(isLimit ? wordsTold(attack, answer, words) : []),
  ];
};
