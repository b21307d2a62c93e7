/** What the composer says, as sentences about the partner's own file: where it stands there, and nothing of others that is not published. */
import type { GraphQLError } from "graphql";
import { typesOf, type NamedDocument } from "../declarations.js";
import { locate, printLocation, problemsAt, type Location, type Problem } from "../problem.js";

/** What to write instead, by the composer's code, where another's declaration and the partner's do not go together. */
const REMEDIES: Readonly<Record<string, string>> = {
  FIELD_TYPE_MISMATCH: "has another type in other services: write the type that it has in the public schema",
  FIELD_ARGUMENT_TYPE_MISMATCH:
    "has an argument of another type in other services: write the type that it has in the public schema",
  FIELD_ARGUMENT_DEFAULT_MISMATCH:
    "has an argument with another default in other services: write the default that it has in the public schema",
  INPUT_FIELD_DEFAULT_MISMATCH: "has another default in other services: write the one that it has in the public schema",
  EXTERNAL_TYPE_MISMATCH: "is @external with another type than its owner gives it: write the owner's",
  EXTERNAL_MISSING_ON_BASE:
    "is @external and nobody answers it: name a field that its owner publishes, or answer it yourself",
  EXTERNAL_ARGUMENT_MISSING: "is @external and lacks an argument that its owner gives it: write the owner's arguments",
  EXTERNAL_ARGUMENT_TYPE_MISMATCH: "is @external and has an argument of another type: write the owner's",
  INVALID_FIELD_SHARING:
    "is answered by another service too: leave it out, or mark it @shareable where both mark it so",
  TYPE_KIND_MISMATCH: "is of another kind in other services: give yours another name",
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH:
    "requires an argument that it does not have in other services: make it optional, or leave it out",
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH:
    "requires a field that others do not have, or lacks one that they require: write the same fields",
  ENUM_VALUE_MISMATCH: "has other values in other services: write the same values, or give yours another name",
  INTERFACE_FIELD_NO_IMPLEM: "is promised by an interface and not answered by all its types: answer it in each",
};

const UNREACHED = /cannot find field "(\w+)\.(\w+)"/;

/** The place in the partner's document that an error is about. */
const placeOf = (error: GraphQLError, partner: NamedDocument): Location => {
  const node = error.nodes?.find(({ loc }) => loc !== undefined && isOf(partner, loc.source.name));
  const [, type, field] = UNREACHED.exec(error.message) ?? [];
  for (const definition of typesOf(partner.document)) {
    const name = definition.name.value;
    const at = node?.loc?.start;
    const own = (definition.fields ?? []).find(({ loc, name: { value } }) =>
      at === undefined ? name === type && value === field : loc !== undefined && loc.start <= at && at < loc.end,
    );
    if (own) return locate(partner, own.name, `${name}.${own.name.value}`);
    const { loc } = definition;
    if (at === undefined ? name === type : loc !== undefined && loc.start <= at && at < loc.end)
      return locate(partner, node ?? definition.name, name);
  }
  return locate(partner, node ?? {});
};

const isOf = ({ document }: NamedDocument, source: string): boolean =>
  document.definitions.some(({ loc }) => loc?.source.name === source);

const sentenceOf = (error: GraphQLError, subgraph: string): string => {
  const { code } = error.extensions;
  const own = `[${subgraph}] `;
  if (error.message.startsWith(own)) return `does not compose: ${firstLine(error.message.slice(own.length))}`;
  if (code === "SATISFIABILITY_ERROR") {
    const [, type, field] = UNREACHED.exec(error.message) ?? [];
    return (
      `does not compose: ${type}.${field} could be asked where no service can answer it; ` +
      `answer the whole ${type} yourself, or join it by a @key that its owner has too.`
    );
  }
  const remedy = REMEDIES[String(code)];
  return remedy === undefined
    ? `does not go together with what other services declare (${String(code)}).`
    : `${remedy}.`;
};

const firstLine = (message: string): string => {
  const [line = ""] = message.split("\n");
  return /[.!?]$/.test(line) ? line : `${line}.`;
};

/** The errors as problems of the partner's, each place and sentence once. */
export const composerProblems = (errors: readonly GraphQLError[], partner: NamedDocument): Problem[] => {
  const problems = errors.flatMap((error) => {
    const location = placeOf(error, partner);
    return problemsAt(location, [`${printLocation(location)} ${sentenceOf(error, partner.subgraph)}`]);
  });
  return problems.filter(({ message }, index) => problems.findIndex((other) => other.message === message) === index);
};
