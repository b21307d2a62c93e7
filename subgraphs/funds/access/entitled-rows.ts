/** SQL condition for the rows that a viewer is entitled to. */
import type { Viewer } from "../../../platform/auth/index.js";
import { beginningWith } from "../../../platform/database/index.js";
import type { Condition } from "../budget-indicator/visible-indicators.js";
import { entitlementOf } from "./entitled.policy.js";

/** Columns by which a row says whose it is. */
export interface OwnerColumns {
  readonly subject: string;
  readonly agency: string;
  readonly division: string;
  /** False where the rows are not public money, so that finance auditors know nothing of them; true when absent. */
  readonly audited?: boolean;
}

/** The rows of `isEntitled`; no row for the public. */
export const entitledRows = (
  viewer: Viewer,
  { subject, agency, division, audited = true }: OwnerColumns,
): Condition => {
  const { subjects, agencyUscc, divisionPrefix } = entitlementOf(viewer, audited);
  const parts: string[] = [];
  const bindings: string[] = [];
  const add = (part: string, binding: string): void => {
    parts.push(part);
    bindings.push(binding);
  };
  for (const own of subjects) add(`${subject} = ?`, own);
  if (agencyUscc !== undefined) add(`${agency} = ?`, agencyUscc);
  if (divisionPrefix !== undefined) add(`${division} like ?`, beginningWith(divisionPrefix));
  return parts.length === 0 ? { sql: "false", bindings } : { sql: `(${parts.join(" or ")})`, bindings };
};
