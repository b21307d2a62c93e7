/** Who may know of an indicator: everyone once it is issued; a draft is its agency's and its supervisors' . */
import { coversDivision, divisionPrefix, hasRole, type Viewer } from "../../../platform/auth/index.js";
import { IndicatorState } from "./budget-indicator.type.js";

/** What decides access to an indicator. */
export interface IndicatorFacts {
  readonly state: IndicatorState;
  /** Credit code of the agency that drafts it. */
  readonly agencyUscc?: string;
  /** Division of that agency. */
  readonly agencyDivision: string;
}

/** Agency and division whose drafts the viewer reads; both absent for the public. */
export interface DraftScope {
  readonly agencyUscc?: string;
  readonly divisionPrefix?: string;
}

const isOfficer = (viewer: Viewer): boolean => hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher");

const isAuditor = (viewer: Viewer): boolean => hasRole(viewer, "supervisor") || hasRole(viewer, "auditor_finance");

/** True where the viewer may know that the indicator exists. */
export const canReadIndicator = (viewer: Viewer, { state, agencyUscc, agencyDivision }: IndicatorFacts): boolean =>
  state !== IndicatorState.DRAFT ||
  (isOfficer(viewer) && agencyUscc !== undefined && viewer.agencyUscc === agencyUscc) ||
  (isAuditor(viewer) && coversDivision(viewer, agencyDivision));

/** The same rule as facts for SQL, so that counts, pages and trees hold nothing else. */
export const draftScope = (viewer: Viewer): DraftScope => ({
  ...(isOfficer(viewer) && viewer.agencyUscc !== undefined ? { agencyUscc: viewer.agencyUscc } : {}),
  ...(isAuditor(viewer) && viewer.divisionCode !== undefined
    ? { divisionPrefix: divisionPrefix(viewer.divisionCode) }
    : {}),
});
