/** What becomes of a description, as it is collected: the mapping, remarks on its parts, and what was left out and why. */
import type { JsonObject } from "../../../../platform/connect/json.js";

/** A field of a proposed type. */
export interface ProposedField {
  type: string;
  description?: string;
  from?: string;
  closed?: { readonly tier: readonly string[]; readonly reason: string; readonly basis: string };
}

/** A proposed type. */
export interface ProposedType {
  description?: string;
  key?: string;
  lookup?: JsonObject;
  fields: Record<string, ProposedField>;
}

/** A mapping that a person is to edit. */
export interface Proposal {
  readonly types: Record<string, ProposedType>;
  readonly enums: Record<string, { description?: string; values: Record<string, string> }>;
  readonly queries: Record<string, JsonObject>;
  /** Remarks by the place of the mapping before which they stand. */
  readonly remarks: { readonly path: readonly string[]; readonly text: string }[];
  /** What was left out, a sentence each. */
  readonly leftOut: string[];
}

/** An empty one. */
export const emptyProposal = (): Proposal => ({ types: {}, enums: {}, queries: {}, remarks: [], leftOut: [] });

/** Closed until somebody decides: what looks personal is not public by oversight. */
export const CLOSED = { tier: ["NEVER"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" } as const;

/** What stands before it. */
export const PERSONAL_REMARK =
  "Looks personal: closed to everyone until you decide who reads it, why and by which article.";
