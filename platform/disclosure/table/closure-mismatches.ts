/** Whether a supergraph and a policy table close the same fields: beside an older table, what a partner closed would be served in the clear. */
import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { parseSupergraph } from "./parse-supergraph.js";
import type { FieldRule, PolicyTable, RecordPaths } from "./policy-table.js";
import { sameMismatches } from "./same-mismatches.js";

type Arguments = Readonly<Record<string, unknown>>;
type Directives = readonly ConstDirectiveNode[] | undefined;

/** What both are written to, so that equal texts are equal closures. */
interface Closure extends Pick<FieldRule, "tier" | "reason" | "basis" | "until" | "mask" | "requires"> {
  readonly purpose?: FieldRule["purpose"];
}

const argumentsOf = (directives: Directives, name: string): Arguments | undefined => {
  const found = directives?.find((directive) => directive.name.value === name);
  return (
    found &&
    Object.fromEntries(
      (found.arguments ?? []).map(({ name: { value }, value: node }) => [value, valueFromASTUntyped(node)]),
    )
  );
};

/** Alternatives of names that must be held together; neither order says anything. */
const alternatives = (value: unknown): string =>
  JSON.stringify(
    [value ?? []]
      .flat(1)
      .map((names) => [names].flat().map(String).sort().join(" "))
      .sort(),
  );

const print = ({ tier, reason, basis, until, mask, requires, purpose }: Closure): string =>
  JSON.stringify([
    [...tier].sort(),
    reason,
    basis,
    until ?? null,
    mask ?? null,
    requires?.authenticated === true,
    alternatives(requires?.scopes),
    alternatives(requires?.policies),
    purpose === undefined ? null : [[...purpose.codes].sort(), purpose.basis],
  ]);

/** The closure that a field of the supergraph carries, guards included; undefined for an open one. */
const closureOf = (directives: Directives): string | undefined => {
  const closed = argumentsOf(directives, "closed");
  const authenticated = argumentsOf(directives, "authenticated");
  const scopes = argumentsOf(directives, "requiresScopes")?.["scopes"];
  const policies = argumentsOf(directives, "policy")?.["policies"];
  if (!closed && !authenticated && scopes === undefined && policies === undefined) return undefined;
  return print({
    tier: [],
    ...closed,
    requires: { authenticated: authenticated !== undefined, scopes, policies },
    purpose: argumentsOf(directives, "purpose"),
  } as unknown as Closure);
};

const printRecord = ({ subject, agency, division, audited }: RecordPaths): string =>
  JSON.stringify([subject ?? null, agency ?? null, division ?? null, audited ?? false]);

type FieldsDefinition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * A sentence for each field that one of the two closes otherwise than the other, for each type whose rows are told otherwise to be somebody's,
 * and for each field that the table alone takes for the same whoever asks.
 */
export const closureMismatches = (
  supergraph: string,
  table: Pick<PolicyTable, "fields" | "records" | "sameForAll">,
): string[] => {
  const rules = new Map<string, Set<string>>();
  for (const rule of table.fields) {
    const place = `${rule.type}.${rule.field}`;
    rules.set(place, (rules.get(place) ?? new Set()).add(print(rule)));
  }
  const types = parseSupergraph(supergraph).definitions.filter(
    (node): node is FieldsDefinition =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const declared = new Set<string>();
  const problems: string[] = sameMismatches(types, table);
  for (const type of types) {
    problems.push(...recordProblems(type, table));
    for (const { name, directives } of type.fields ?? []) {
      const place = `${type.name.value}.${name.value}`;
      const closure = closureOf(directives);
      if (closure === undefined) continue;
      declared.add(place);
      // A rule of an interface holds for all that implement it.
      const told = [place, ...(type.interfaces ?? []).map((one) => `${one.name.value}.${name.value}`)].flatMap((at) => [
        ...(rules.get(at) ?? []),
      ]);
      if (told.length === 0) problems.push(`${place} is closed in the supergraph and open in the policy table.`);
      else if (!told.includes(closure))
        problems.push(`${place} is closed otherwise in the supergraph than in the policy table.`);
    }
  }
  for (const place of rules.keys())
    if (!declared.has(place)) problems.push(`${place} is closed in the policy table and not in the supergraph.`);
  return problems;
};

/** Several services may say it each in their way; the supergraph keeps what one of them says. */
const recordProblems = (
  { name: { value: type }, directives }: FieldsDefinition,
  { records }: Pick<PolicyTable, "records">,
): string[] => {
  const told = Object.values(records).flatMap((types) => (types[type] ? [printRecord(types[type])] : []));
  const declared = argumentsOf(directives, "record");
  const agrees = declared ? told.includes(printRecord(declared)) : told.length === 0;
  return agrees ? [] : [`Whose a ${type} is, the supergraph says otherwise than the policy table.`];
};
