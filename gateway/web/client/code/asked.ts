/** What of an operation is written as code: read from what stands in the editors. */
import { getOperationAST, Kind, parse, print, type DocumentNode, type TypeNode } from "graphql";
import type { Operation } from "../share.js";

/** An operation that can be written as code. */
export interface Asked {
  readonly name: string;
  readonly kind: "query" | "mutation";
  /** As it was written, with a name. */
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly types: ReadonlyMap<string, TypeNode>;
  readonly url: string;
}

/** Generators know operations by their names. */
const withName = (document: DocumentNode, text: string): { readonly name: string; readonly text: string } => {
  const operation = getOperationAST(document);
  if (operation?.name) return { name: operation.name.value, text: text.trim() };
  const name = { kind: Kind.NAME, value: "Operation" } as const;
  const definitions = document.definitions.map((each) => (each === operation ? { ...operation, name } : each));
  return { name: name.value, text: print({ ...document, definitions }) };
};

/** Reads what stands in the editors; undefined for what is no operation, no JSON, several operations or a subscription. */
export const readAsked = ({ query, variables }: Operation, url: string): Asked | undefined => {
  try {
    const document = parse(query);
    const operation = getOperationAST(document);
    if (!operation || operation.operation === "subscription") return undefined;
    const given: unknown = JSON.parse(variables?.trim() || "{}");
    if (typeof given !== "object" || given === null || Array.isArray(given)) return undefined;
    const types = new Map(
      (operation.variableDefinitions ?? []).map(({ variable, type }) => [variable.name.value, type]),
    );
    return {
      ...withName(document, query),
      kind: operation.operation,
      variables: Object.fromEntries(Object.entries(given).filter(([name]) => types.has(name))),
      types,
      url,
    };
  } catch {
    return undefined;
  }
};
