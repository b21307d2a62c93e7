/** Who may be told of a group of persons: everyone of five and more, else those alone who are entitled to their records (k ≥ 5, docs/reference/visibility.md#groups-of-persons). */
import type { Viewer } from "../../../platform/auth/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import type { RecordFacts } from "../../../platform/disclosure/decision/index.js";
import { WHOSE_GROUP } from "./entitled.policy.js";

/** Persons of whom something could be told, and whose records they are; `subject` where it is one person. */
export interface PersonGroup extends RecordFacts {
  /** How many; of households that are paid together, the households. */
  readonly persons: number;
}

/**
 * True where the viewer may be told of the group. The one rule for payments, publications, beneficiaries and everything that a reconciliation
 * says: what is about no person is told to everyone.
 */
export const isToldOf = (viewer: Viewer, group: PersonGroup | undefined): boolean => {
  if (group === undefined) return true;
  const { persons, subject, agency, division } = group;
  return canRead(WHOSE_GROUP, { viewer }, { persons, subject, agency, division });
};
