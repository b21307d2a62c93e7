/** The negative list: every closed field with what a reader may know of it, and how open each subgraph is. */
import type { LocalDate } from "../../domain/index.js";
import type { FieldRule, Owner, PolicyTable } from "./policy-table.js";
import { basisText, type Language } from "../vocabulary/index.js";

/** One entry of the list. */
export interface NegativeListRow extends Pick<
  FieldRule,
  "subgraph" | "type" | "field" | "tier" | "reason" | "until" | "mask"
> {
  readonly basis: string;
  /** What the viewer must bring beside belonging to an audience, such as `scope credit.read`. */
  readonly requires: readonly string[];
  readonly owner: Owner;
  /** True from the day after `until`: the field stays closed, its review is due. */
  readonly overdue: boolean;
}

/** How open a subgraph is. */
export interface Openness {
  readonly subgraph: string;
  readonly owner: Owner;
  readonly fields: number;
  readonly open: number;
  /** Share of open fields, percent with one place. */
  readonly percent: string;
  readonly overdue: number;
}

/** What a viewer must bring beside belonging to an audience, such as `scope credit.read`. */
export const requirementsOf = ({ requires }: FieldRule): string[] => [
  ...(requires?.authenticated ? ["sign-in"] : []),
  ...(requires?.scopes ? [`scope ${requires.scopes.map((names) => names.join(" + ")).join(" | ")}`] : []),
  ...(requires?.policies ? [`policy ${requires.policies.map((names) => names.join(" + ")).join(" | ")}`] : []),
];

const ownerOf = (table: PolicyTable, subgraph: string): Owner =>
  table.subgraphs[subgraph]?.owner ?? { zh: subgraph, en: subgraph };

const isOverdue = (rule: FieldRule, on: LocalDate | undefined): boolean =>
  rule.until !== undefined && on !== undefined && rule.until < on;

/** The list in the order of types and fields. Without a day nothing counts as overdue. */
export const negativeList = (table: PolicyTable, language: Language, on?: LocalDate): NegativeListRow[] =>
  table.fields.map((rule) => ({
    subgraph: rule.subgraph,
    type: rule.type,
    field: rule.field,
    tier: rule.tier,
    reason: rule.reason,
    basis: basisText(table.bases[rule.basis] ?? { lawName: rule.basis }, language),
    until: rule.until,
    mask: rule.mask,
    requires: requirementsOf(rule),
    owner: ownerOf(table, rule.subgraph),
    overdue: isOverdue(rule, on),
  }));

/** Share of open fields of each subgraph. */
export const opennessOf = (table: PolicyTable, on?: LocalDate): Openness[] =>
  Object.entries(table.subgraphs).map(([subgraph, { fields, closed, owner }]) => ({
    subgraph,
    owner,
    fields,
    open: fields - closed,
    percent: fields === 0 ? "100.0" : (((fields - closed) / fields) * 100).toFixed(1),
    overdue: table.fields.filter((rule) => rule.subgraph === subgraph && isOverdue(rule, on)).length,
  }));
