/** Who may know of a case: its applicant, its agency and the agency's supervisors; a draft is its writer's alone (domain.md §15). Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { isOwnAgency, isOwner, isSupervisor, type RecordFacts } from "../../../platform/disclosure/index.js";
import { CaseState } from "./service-case.status.js";

/** What the decision needs of a case. */
export interface CaseAccess {
  readonly state: CaseState;
  readonly subject: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
}

/** Whose a case is. */
export const caseFacts = ({ subject, deptUscc, divisionCode }: Omit<CaseAccess, "state">): RecordFacts => ({
  subject,
  agency: deptUscc,
  division: divisionCode,
});

/** True where the viewer may know that the case exists. */
export const canRead = (viewer: Viewer, access: CaseAccess): boolean => {
  const facts = caseFacts(access);
  if (isOwner(viewer, facts)) return true;
  return access.state !== CaseState.DRAFT && (isOwnAgency(viewer, facts) || isSupervisor(viewer, facts));
};
