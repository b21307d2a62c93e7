/** Gates on what a single field declares: a closure needs a reason and basis of the law, an audience that can be decided, and a mask that masks. */
import { Kind, type FieldDefinitionNode } from "graphql";
import { isLocalDate } from "../domain/index.js";
import { directivesNamed, guardsFrom, isRootType } from "./declarations.js";
import {
  isListType,
  isMarked,
  namedType,
  type DeclaredField,
  type GateFacts,
  type SchemaIndex,
} from "./schema-index.js";
import { MIN_GROUP } from "../disclosure/suppression/index.js";
import { GUARD_DIRECTIVES, MASKS, REASONS, TIERS } from "../disclosure/vocabulary/index.js";

/** Problems of one field's own directives. */
export const closureProblems = (field: DeclaredField, index: SchemaIndex, facts: GateFacts): string[] => {
  const [closed] = directivesNamed(field.node, "closed");
  return [
    ...(closed
      ? [
          ...tierProblems(field, closed),
          ...reasonProblems(field, closed, facts),
          ...maskProblems(field, closed),
          ...recordProblems(field, closed, index, facts),
          ...nullProblems(field),
        ]
      : openGuardProblems(field)),
    ...purposeProblems(field, facts),
    ...reviewProblems(field),
    ...aggregateProblems(field, index),
  ];
};

const tiersOf = (closed: Record<string, unknown>): unknown[] =>
  Array.isArray(closed["tier"]) ? (closed["tier"] as unknown[]) : [];

const isGuarded = (node: FieldDefinitionNode): boolean => GUARD_DIRECTIVES.some((guard) => isMarked(node, guard));

const tierProblems = ({ place, node }: DeclaredField, closed: Record<string, unknown>): string[] => {
  const tiers = tiersOf(closed);
  if (!tiers.every((tier) => (TIERS as readonly unknown[]).includes(tier)))
    return [`${place} names an unknown audience: tier is a list of ${TIERS.join(", ")}.`];
  if (tiers.length === 0 && !isGuarded(node))
    return [
      `${place} names no audience: write at least one of ${TIERS.join(", ")}; only a field with a guard such as @requiresScopes may leave tier empty.`,
    ];
  if (tiers.includes("NEVER") && tiers.length > 1)
    return [`${place} names NEVER and other audiences: NEVER stands alone, or leave it out.`];
  return [];
};

const reasonProblems = ({ place }: DeclaredField, closed: Record<string, unknown>, facts: GateFacts): string[] => {
  const problems: string[] = [];
  if (!(REASONS as readonly unknown[]).includes(closed["reason"]))
    problems.push(`${place} is closed for a reason the law does not know: use one of ${REASONS.join(", ")}.`);
  if (typeof closed["basis"] !== "string" || !facts.legalBases.has(closed["basis"]))
    problems.push(
      `${place} is closed without a known legal basis: name an id of schema/legal-bases.json, or add the law there.`,
    );
  // A day that has passed is no problem here: the field stays closed and is listed as overdue, because nothing opens by time alone.
  if (closed["until"] !== undefined && !(typeof closed["until"] === "string" && isLocalDate(closed["until"])))
    problems.push(`${place} is closed until no day that exists: write until: "YYYY-MM-DD", or leave it out.`);
  return problems;
};

const maskProblems = ({ place, node }: DeclaredField, closed: Record<string, unknown>): string[] => {
  const masked = tiersOf(closed).includes("MASKED");
  const { mask } = closed;
  if (mask === undefined)
    return masked
      ? [`${place} names MASKED and no mask: add mask, one of ${MASKS.join(", ")}, or leave MASKED out.`]
      : [];
  if (!(MASKS as readonly unknown[]).includes(mask))
    return [`${place} names an unknown mask: use one of ${MASKS.join(", ")}.`];
  if (!masked) return [`${place} has a mask that nobody would see: add MASKED to tier, or leave the mask out.`];
  const problems: string[] = [];
  if (node.type.kind !== Kind.NAMED_TYPE || node.type.name.value !== "String")
    problems.push(`${place} is masked and not a String: a mask is text, so write the type String.`);
  const guards = guardsFrom((name) => directivesNamed(node, name));
  if (mask === "ID_NUMBER" && !guards?.scopes && !guards?.policies)
    problems.push(
      `${place} would show the public an identity number, if only masked: leave MASKED and the mask out, or guard it with @requiresScopes or @policy.`,
    );
  return problems;
};

/** Which path of `@record` decides an audience. */
const PATHS = { OWNER: "subject", AGENCY: "agency", SUPERVISOR: "division" } as const;

const recordProblems = (
  { place, node, type, subgraph }: DeclaredField,
  closed: Record<string, unknown>,
  index: SchemaIndex,
  facts: GateFacts,
): string[] => {
  const name = type.name.value;
  if (isRootType(name) || type.kind === Kind.INTERFACE_TYPE_DEFINITION || isMarked(node, "external")) return [];
  const ours = facts.subgraphs.get(subgraph)?.enforces ?? false;
  const record =
    index.typeDirective(name, "record", subgraph) ?? (ours ? index.typeDirective(name, "record") : undefined);
  return Object.entries(PATHS).flatMap(([tier, path]) => {
    if (!tiersOf(closed).includes(tier)) return [];
    const value = record?.[path];
    if (typeof value !== "string")
      return [
        `${place} is for ${tier}, and nothing says whose a ${name} is: write @record(${path}: "…") on the type, or leave ${tier} out.`,
      ];
    // Our own subgraphs read properties of rows; of others the gateway asks fields.
    return ours || isPath(name, value.split("."), subgraph, index)
      ? []
      : [
          `${place} is for ${tier} by @record(${path}: "${value}"), which is no field of ${name}: declare it there, @inaccessible if it is for the gateway alone.`,
        ];
  });
};

const isPath = (
  type: string,
  [step = "", ...rest]: readonly string[],
  subgraph: string,
  index: SchemaIndex,
): boolean => {
  const field = index.find(type, step).find((entry) => entry.subgraph === subgraph);
  if (!field || isListType(field.node.type)) return false;
  return rest.length === 0 || isPath(namedType(field.node.type), rest, subgraph, index);
};

const nullProblems = ({ place, node }: DeclaredField): string[] =>
  node.type.kind === Kind.NON_NULL_TYPE
    ? [`${place} is closed and not nullable: a viewer who may not read it gets null, so write it without "!".`]
    : [];

/** The negative list must say why a field is not open. */
const openGuardProblems = ({ place, node }: DeclaredField): string[] =>
  GUARD_DIRECTIVES.filter((guard) => isMarked(node, guard) && !isMarked(node, "external")).map(
    (guard) =>
      `${place} carries @${guard} and does not say why it is not open: ` +
      `write @closed(tier: [], reason, basis) beside it, or with the audiences that it is for.`,
  );

const purposeProblems = ({ place, node }: DeclaredField, facts: GateFacts): string[] =>
  directivesNamed(node, "purpose").flatMap(({ basis, codes }) => [
    ...(isMarked(node, "closed") ? [] : [`${place} states purposes and is open: close it, or leave @purpose out.`]),
    ...(typeof basis === "string" && facts.legalBases.has(basis)
      ? []
      : [`${place} states purposes without a known legal basis: name an id of schema/legal-bases.json.`]),
    ...(Array.isArray(codes) && codes.length > 0 ? [] : [`${place} states no purpose: list at least one code.`]),
  ]);

const reviewProblems = ({ place, node }: DeclaredField): string[] =>
  directivesNamed(node, "open").flatMap(({ reviewed, by }) =>
    typeof reviewed === "string" && isLocalDate(reviewed) && typeof by === "string" && by.trim() !== ""
      ? []
      : [`${place} is open without a review: write @open(reviewed: "YYYY-MM-DD", by: "who found it public, and why").`],
  );

const aggregateProblems = ({ place, node }: DeclaredField, index: SchemaIndex): string[] =>
  directivesNamed(node, "aggregate").flatMap(({ minGroup }) => [
    ...(Number(minGroup) >= MIN_GROUP
      ? []
      : [`${place} suppresses groups below ${String(minGroup)}: minGroup is at least ${MIN_GROUP}.`]),
    // A free filter would make the group of one that suppression is meant to prevent.
    ...(node.arguments ?? [])
      .filter(
        ({ name, type }) => !index.isEnum(namedType(type)) && !(name.value === "year" && namedType(type) === "Int"),
      )
      .map(
        ({ name }) =>
          `${place} is an aggregate with the free argument ${name.value}: take groupings from an enum, and years as year: Int.`,
      ),
  ]);
