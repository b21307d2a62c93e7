/** What a change adds to each contract and takes out of it. Pure. */
import { parse } from "graphql";
import type { BundledContract } from "../../bundle/index.js";
import { carriesLists } from "../declarations.js";
import { coordinatesIn } from "./tags.js";

/** What becomes of one contract, as schema coordinates without those of types and of lists' plumbing. */
export interface ContractChange {
  readonly contract: string;
  readonly added: readonly string[];
  readonly taken: readonly string[];
}

const shownIn = (schema: string): ReadonlySet<string> =>
  new Set(
    schema === ""
      ? []
      : parse(schema, { noLocation: true })
          .definitions.flatMap(coordinatesIn)
          .map(({ coordinate }) => coordinate)
          .filter((coordinate) => coordinate.includes(".") && !carriesLists(coordinate.split(".")[0]!)),
  );

/** Every contract that changes. */
export const contractChanges = (
  before: readonly Pick<BundledContract, "name" | "schema">[],
  after: readonly Pick<BundledContract, "name" | "schema">[],
): ContractChange[] => {
  const schemas = new Map(before.map(({ name, schema }) => [name, schema]));
  const names = new Set([...schemas.keys(), ...after.map(({ name }) => name)]);
  return [...names].flatMap((contract) => {
    const was = shownIn(schemas.get(contract) ?? "");
    const is = shownIn(after.find(({ name }) => name === contract)?.schema ?? "");
    const added = withoutArgumentsOf([...is].filter((one) => !was.has(one)));
    const taken = withoutArgumentsOf([...was].filter((one) => !is.has(one)));
    return added.length + taken.length === 0 ? [] : [{ contract, added, taken }];
  });
};

/** A field is told with its arguments. */
const withoutArgumentsOf = (coordinates: readonly string[]): string[] => {
  const all = new Set(coordinates);
  return coordinates.filter((one) => !one.includes("(") || !all.has(one.split("(")[0]!));
};

/** Most coordinates that one sentence names. */
const NAMED = 12;

/** The changes in sentences. */
export const contractSentences = (changes: readonly ContractChange[]): string[] =>
  changes.map(({ contract, added, taken }) => {
    const said = [...told("adds", added), ...told("takes out", taken)];
    return `${contract}: ${said.join("; ")}.`;
  });

const told = (verb: string, coordinates: readonly string[]): string[] => {
  if (coordinates.length === 0) return [];
  const more = coordinates.length > NAMED ? ` and ${coordinates.length - NAMED} more` : "";
  return [`${verb} ${coordinates.slice(0, NAMED).join(", ")}${more}`];
};
