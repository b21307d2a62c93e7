/** Gate on what others promise: a type that a partner joins is reached where its owner does not answer (decision 18). */
import type { NameNode } from "graphql";
import type { NamedDocument } from "../declarations.js";
import { nullGate } from "../null-gates.js";
import { locate, printLocation, problemsAt, type Problem } from "../problem.js";
import { indexSchema, type GateFacts } from "../schema-index.js";
import { keyWordOf } from "./known-types.js";

/** Names of the types that the document declares, where each first stands. */
const typeNames = ({ document }: NamedDocument): ReadonlyMap<string, NameNode> =>
  new Map(
    document.definitions
      .flatMap((definition) =>
        keyWordOf(definition) !== undefined && "name" in definition && definition.name
          ? [[definition.name.value, definition.name] as const]
          : [],
      )
      .reverse(),
  );

/** Fields of others, of types that the partner declares too, that would be lost with what is not answered. */
const lostFields = (
  documents: readonly NamedDocument[],
  facts: GateFacts,
  partner: string,
  types: ReadonlyMap<string, NameNode>,
): string[] => {
  const problemsOf = nullGate(documents, facts);
  return indexSchema(documents)
    .fields.filter(({ subgraph, type }) => subgraph !== partner && types.has(type.name.value))
    .filter((field) => problemsOf(field).length > 0)
    .map(({ type, node }) => `${type.name.value}.${node.name.value}`);
};

/** Types whose owners promise fields as never null that would be so once the partner joins them. */
export const promiseProblems = (
  partner: NamedDocument,
  documents: readonly NamedDocument[],
  facts: GateFacts,
): Problem[] => {
  const types = typeNames(partner);
  const shared = documents.map((source) => ({
    ...source,
    document: {
      ...source.document,
      definitions: source.document.definitions.filter(
        (definition) => "name" in definition && definition.name && types.has(definition.name.value),
      ),
    },
  }));
  const others = shared.filter(({ subgraph }) => subgraph !== partner.subgraph);
  const before = new Set(lostFields(others, facts, partner.subgraph, types));
  const lost = lostFields(shared, facts, partner.subgraph, types).filter((name) => !before.has(name));
  return [...new Set(lost)].flatMap((name) => {
    const [type = ""] = name.split(".");
    const location = locate(partner, types.get(type) ?? {}, type);
    return problemsAt(location, [
      `${printLocation(location)} joins ${type}, of which ${name} is promised never to be null: while its owner does not answer ` +
        `the promise would take yours with it, so ask the operator to have it mended first.`,
    ]);
  });
};
