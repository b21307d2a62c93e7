/** The policy table: every decision of disclosure in the graph, compiled from SDL; gateway, subgraphs and documents read this one. */
import type { BasisText, Guards, Mask, PersonalCategory, Reason, Tier } from "../vocabulary/index.js";

/**
 * Fields of a subgraph that are the same whoever asks, by their type: the name of the object type that a field gives, null where it gives a
 * value. Objects of such a type that are asked for by key are the same for all too.
 */
export type FieldsSameForAll = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** The same by subgraph. */
export type SameForAll = Readonly<Record<string, FieldsSameForAll>>;

/** Where a row says whose it is. */
export interface RecordPaths {
  readonly subject?: string;
  readonly agency?: string;
  readonly division?: string;
  /** True for records of public money: auditors of finance count as supervisors. */
  readonly audited?: boolean;
}

/** A field of a subgraph. */
export interface FieldPlace {
  readonly subgraph: string;
  readonly type: string;
  readonly field: string;
}

/** One closed field. */
export interface FieldRule extends FieldPlace {
  /** Audiences; empty where the guards alone decide. */
  readonly tier: readonly Tier[];
  readonly reason: Reason;
  readonly basis: string;
  readonly until?: string;
  readonly mask?: Mask;
  /** What the viewer must bring, whatever the row. */
  readonly requires?: Guards;
  readonly purpose?: { readonly codes: readonly string[]; readonly basis: string };
  /** True for fields of Query and Mutation, which have no row. */
  readonly root?: true;
}

/** Who answers for a subgraph. */
export interface Owner {
  /** Organisation in the graph, such as `CN-USCC-…`. */
  readonly id?: string;
  readonly zh: string;
  readonly en: string;
}

/** What is known of a subgraph beside its SDL (schema/subgraphs.json). */
export interface SubgraphFacts {
  readonly owner: Owner;
  /** True where the subgraph enforces its closed fields itself; for any other the gateway does. */
  readonly enforces: boolean;
}

/** One subgraph in the table. */
export interface SubgraphSummary extends SubgraphFacts {
  /** Hash of what the subgraph enforces; travels in its signed context. */
  readonly hash: string;
  /** Fields of its types, roots and the plumbing of lists left out. */
  readonly fields: number;
  readonly closed: number;
}

/** The compiled table. */
export interface PolicyTable {
  readonly specification: "disclosure/v1.0";
  /** Hash of all rules. */
  readonly hash: string;
  readonly subgraphs: Readonly<Record<string, SubgraphSummary>>;
  /** Legal bases that the rules name. */
  readonly bases: Readonly<Record<string, BasisText>>;
  /** By subgraph and type. */
  readonly records: Readonly<Record<string, Readonly<Record<string, RecordPaths>>>>;
  readonly fields: readonly FieldRule[];
  /** Fields that look personal and were found public. */
  readonly opened: readonly (FieldPlace & { readonly reviewed: string; readonly by: string })[];
  /** Types and fields that hold personal data. */
  readonly personal: readonly {
    readonly subgraph: string;
    readonly type: string;
    readonly field?: string;
    readonly category: PersonalCategory;
  }[];
  /** Figures that are suppressed below a group size. */
  readonly aggregates: readonly (FieldPlace & { readonly minGroup: number })[];
  /** What is the same whoever asks. @default nothing, as in a table of an older release */
  readonly sameForAll?: SameForAll;
  /** Seconds for which anybody may keep a root field's answer to readers without a token; 0 at `Type.field` keeps every answer with it out. @default none may be kept */
  readonly cached?: Readonly<Record<string, number>>;
}

/** Where rows of the rule's type say whose they are, by the rule's own subgraph or by the one that owns the type. */
export const recordPathsOf = (table: Pick<PolicyTable, "records">, rule: FieldPlace): RecordPaths | undefined =>
  table.records[rule.subgraph]?.[rule.type] ??
  Object.values(table.records).find((types) => types[rule.type] !== undefined)?.[rule.type];
