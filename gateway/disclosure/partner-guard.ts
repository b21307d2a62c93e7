/**
 * Enforces disclosure for a subgraph that does not: asks with each closed value whose the row is, withholds or masks what
 * comes back, and takes away what it asked for. The paths of `@record` may be `@inaccessible`: clients can not ask for them.
 */
import { parse, print } from "graphql";
import type { Viewer } from "../../platform/auth/index.js";
import { applyMask, type DisclosureLog } from "../../platform/disclosure/enforcement/index.js";
import {
  type FieldRule,
  type PolicyTable,
  type RecordPaths,
  recordPathsOf,
  ruleName,
} from "../../platform/disclosure/table/index.js";
import type { Decider } from "../../platform/disclosure/decision/index.js";
import { TIERS, type Tier } from "../../platform/disclosure/vocabulary/index.js";
import type { LocalDate } from "../../platform/domain/index.js";
import { CACHE_BYTES } from "../document/caches.js";
import { operationOf } from "../document/fragments.js";
import { createLru } from "../lru.js";
import { createSubgraphOperation, type SubgraphOperation } from "../upstream/subgraph.js";
import { ADDED, FACTS, GuardCompiler, rulesByField, TYPE_KEY, type Guarded } from "./guard-compiler.js";
import type { SubgraphTypes } from "./supergraph-types.js";

/** For whom, on which day and where an answer is guarded. */
export interface GuardRequest {
  readonly viewer: Viewer;
  readonly on: LocalDate;
  readonly log: DisclosureLog;
}

/** A request to the subgraph that asks for closed fields. */
export interface GuardedQuery {
  /** What is sent instead. */
  readonly operation: SubgraphOperation;
  /** Audiences of what is closed in it that hold the viewer, or may for some row. */
  tiersOf(viewer: Viewer): readonly Tier[];
  /** Changes the data in place: decided row by row. */
  apply(data: unknown, request: GuardRequest): void;
  /** Changes the data in place: withholds every closed field, whoever asks. Needs nothing that `query` adds. */
  withholdAll(data: unknown, request: GuardRequest): void;
}

/** Guards one subgraph. */
export interface PartnerGuard {
  /** Undefined where nothing closed is asked for. */
  prepare(query: string): GuardedQuery | undefined;
}

/** True for a path of an error that is about something the guard added. */
export const isAdded = (path: readonly unknown[] | undefined | null): boolean =>
  (path ?? []).some((key) => typeof key === "string" && key.startsWith(ADDED));

/** What is compiled beside the text of a guarded request is about ten times as large. */
const guardedBytes = (guarded: GuardedQuery | null): number => 20 * (guarded?.operation.query.length ?? 0);

/** Creates the guard of a subgraph. */
export const createPartnerGuard = (
  subgraph: string,
  table: PolicyTable,
  decider: Decider,
  types: SubgraphTypes,
): PartnerGuard => {
  const byField = rulesByField(subgraph, table, types);
  const known = createLru<GuardedQuery | null>(CACHE_BYTES.guarded, guardedBytes);
  return {
    prepare: (query) =>
      byField.size === 0
        ? undefined
        : (known.get(query, () => {
            const compiler = new GuardCompiler(parse(query, { noLocation: true }), table, byField, types);
            const { node, document } = compiler.compile();
            return node
              ? {
                  operation: createSubgraphOperation(print(document), operationOf(document)?.name?.value),
                  tiersOf: (viewer) => tiersFor(viewer, rulesIn(node), decider),
                  apply: (data, request) => enforce(node, data, [], decided(table, decider, request)),
                  withholdAll: (data, { log }) => enforce(node, data, [], { log, verdictOf: () => "WITHHELD" }),
                }
              : null;
          }) ?? undefined),
  };
};

const rulesIn = ({ closed, children }: Guarded): FieldRule[] => [
  ...closed.flatMap(({ rules }) => rules),
  ...[...children.values()].flatMap(rulesIn),
];

const tiersFor = (viewer: Viewer, rules: readonly FieldRule[], decider: Decider): readonly Tier[] =>
  TIERS.filter((tier) =>
    rules.some(
      (rule) =>
        rule.tier.includes(tier) && ["FULL", "PER_RECORD"].includes(decider.ofAll({ ...rule, tier: [tier] }, viewer)),
    ),
  );

interface Enforcement {
  readonly log: DisclosureLog;
  readonly verdictOf: (rule: FieldRule, row: Record<string, unknown>) => "FULL" | "MASKED" | "WITHHELD";
}

const decided = (table: PolicyTable, decider: Decider, { viewer, on, log }: GuardRequest): Enforcement => ({
  log,
  verdictOf: (rule, row) => decider.ofRow(rule, viewer, rowOf(row, recordPathsOf(table, rule)), on),
});

/** The row as the record's paths read it, from what was asked for under the gateway's keys. */
const rowOf = (row: Record<string, unknown>, paths: RecordPaths | undefined): Record<string, unknown> => {
  const facts: Record<string, unknown> = {};
  for (const fact of FACTS) {
    const [first, ...rest] = (paths?.[fact] ?? "").split(".");
    const value = row[`${ADDED}${fact}`];
    if (!first || value === null || value === undefined) continue;
    facts[first] = rest.length === 0 ? value : { ...(facts[first] as object | undefined), ...(value as object) };
  }
  return facts;
};

const enforce = (node: Guarded, value: unknown, path: readonly string[], how: Enforcement): void => {
  if (Array.isArray(value)) return value.forEach((element) => enforce(node, element, [...path, "@"], how));
  if (value === null || typeof value !== "object") return;
  const row = value as Record<string, unknown>;
  for (const { key, rules } of node.closed) {
    if (!Object.hasOwn(row, key)) continue;
    // An object whose type is not told is taken for any that has a rule.
    const type = row[TYPE_KEY];
    for (const rule of rules) {
      if (typeof type === "string" && type !== rule.type) continue;
      const verdict = how.verdictOf(rule, row);
      const entry = { path: [...path, key], rule: ruleName(rule) };
      if (verdict === "FULL") continue;
      const masked = verdict === "MASKED" && rule.mask ? applyMask(rule.mask, row[key]) : null;
      if (masked !== null && rule.mask) how.log.mask({ ...entry, mask: rule.mask });
      else if (verdict === "WITHHELD") how.log.withhold(entry);
      row[key] = masked;
    }
  }
  for (const [key, child] of node.children) if (Object.hasOwn(row, key)) enforce(child, row[key], [...path, key], how);
  for (const key of Object.keys(row)) if (key.startsWith(ADDED)) delete row[key];
};
