/** SQL condition that leaves out the drafts a viewer may not know of. */
import type { Viewer } from "../../../platform/auth/index.js";
import { beginningWith } from "../../../platform/database/index.js";
import { draftScope } from "./budget-indicator.policy.js";

/** A condition with its bindings. */
export interface Condition {
  readonly sql: string;
  readonly bindings: readonly string[];
}

/** Condition on the `indicators` row with this alias. */
export const visibleTo = (viewer: Viewer, alias: string): Condition => {
  const { agencyUscc, divisionPrefix } = draftScope(viewer);
  const parts = [`${alias}.state <> 'DRAFT'`];
  const bindings: string[] = [];
  if (agencyUscc !== undefined) {
    parts.push(`${alias}.agency_uscc = ?`);
    bindings.push(agencyUscc);
  }
  if (divisionPrefix !== undefined) {
    parts.push(`${alias}.agency_division like ?`);
    bindings.push(beginningWith(divisionPrefix));
  }
  return { sql: `(${parts.join(" or ")})`, bindings };
};
