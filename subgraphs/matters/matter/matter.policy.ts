/** Who may know of a matter: published ones are everybody's, others are the own agency's and its supervisors' (domain.md §15). */
import { isOwnAgency, isSupervisor } from "../../../platform/disclosure/index.js";
import type { Viewer } from "../../../platform/auth/index.js";
import { EditorialStatus } from "./matter.enums.js";
import type { ServiceMatter } from "./matter.type.js";

/** Whose a matter is, and its state or that of one of its versions. */
export type MatterFacts = Pick<ServiceMatter, "status" | "deptUscc" | "divisionCode">;

/** True where the viewer may know that the matter exists; given the state of a version, that this version does. */
export const canRead = (viewer: Viewer, matter: MatterFacts): boolean => {
  const facts = { agency: matter.deptUscc, division: matter.divisionCode };
  return matter.status === EditorialStatus.PUBLISHED || isOwnAgency(viewer, facts) || isSupervisor(viewer, facts);
};
