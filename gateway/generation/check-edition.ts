/** Supergraph and policy table are one artefact: a field that the one closes and the other does not would be served in the clear. */
import { parse, valueFromASTUntyped, type ConstDirectiveNode } from "graphql";
import type { FieldRule } from "../../platform/disclosure/table/index.js";
import type { SchemaEdition } from "./generation.js";

/** Fields named in one sentence; the number of all follows. */
const MOST_NAMED = 5;

/** What of a closure decides who reads the field, and as what. */
type Closure = Pick<FieldRule, "tier" | "reason" | "basis" | "until" | "mask">;

const closureText = ({ tier, reason, basis, until, mask }: Partial<Closure>): string =>
  JSON.stringify([[...(tier ?? [])].sort(), reason, basis, until ?? null, mask ?? null]);

const closureOf = ({ arguments: given = [] }: ConstDirectiveNode): Partial<Closure> =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** Closures by field, `Type.field`, as texts that are equal where they say the same. */
type Closures = ReadonlyMap<string, ReadonlySet<string>>;

const grouped = (closures: readonly (readonly [field: string, closure: string])[]): Closures => {
  const byField = new Map<string, Set<string>>();
  for (const [field, closure] of closures) byField.set(field, (byField.get(field) ?? new Set()).add(closure));
  return byField;
};

const inSupergraph = (supergraph: string): Closures =>
  grouped(
    parse(supergraph, { noLocation: true }).definitions.flatMap((definition) =>
      "fields" in definition
        ? (definition.fields ?? []).flatMap(({ name, directives = [] }) =>
            directives
              .filter((directive) => directive.name.value === "closed")
              .map(
                (directive) => [`${definition.name.value}.${name.value}`, closureText(closureOf(directive))] as const,
              ),
          )
        : [],
    ),
  );

const sentence = (fields: readonly string[], what: string): string[] =>
  fields.length === 0
    ? []
    : [
        `${fields.slice(0, MOST_NAMED).join(", ")}${fields.length > MOST_NAMED ? ` and ${fields.length - MOST_NAMED} more` : ""} ${what}.`,
      ];

/**
 * Compares the closures of the supergraph with the table. Throws a sentence that names the fields where they differ: neither is
 * then taken into use.
 */
export const checkEdition = ({ supergraph, policy }: SchemaEdition): void => {
  const [declared, decided] = [
    inSupergraph(supergraph),
    grouped(policy.fields.map((rule) => [`${rule.type}.${rule.field}`, closureText(rule)])),
  ];
  const open = [...declared.keys()].filter((field) => !decided.has(field));
  const unknown = [...decided.keys()].filter((field) => !declared.has(field));
  const other = [...declared].flatMap(([field, closures]) =>
    decided.has(field) && [...closures].some((closure) => !decided.get(field)!.has(closure)) ? [field] : [],
  );
  const differences = [
    ...sentence(open, "closed in the supergraph and not in the table"),
    ...sentence(unknown, "in the table and not closed in the supergraph"),
    ...sentence(other, "closed otherwise in the table"),
  ];
  if (differences.length > 0)
    throw new Error(
      `schema/supergraph.graphql and schema/policy.json are of two compositions: ${differences.join(" ")} Deploy the two files that one \`npm run schema\` wrote.`,
    );
};
