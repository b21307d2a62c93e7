/** Who knows of a closed record of public money: its subject, its own agency, supervisors and finance auditors of its division. */
import { divisionPrefix, hasRole, type Viewer } from "../../../platform/auth/index.js";
import { isOwnAgency, isOwner, isSupervisor, type RecordFacts } from "../../../platform/disclosure/index.js";

/** Whose records a viewer is entitled to; all absent for the public and for integrators. */
export interface Entitlement {
  /** Hash of the citizen, or credit code of the enterprise acted for. */
  readonly subjects: readonly string[];
  readonly agencyUscc?: string;
  readonly divisionPrefix?: string;
}

/** True where the viewer is the subject, an officer of the agency, or supervises or audits the division. */
export const isEntitled = (viewer: Viewer, facts: RecordFacts): boolean =>
  isOwner(viewer, facts) || isOwnAgency(viewer, facts) || isSupervisor(viewer, { ...facts, audited: true });

/** The subjects that the viewer is or acts for. */
export const ownSubjects = (viewer: Viewer): readonly string[] => [
  ...(hasRole(viewer, "citizen") && viewer.subjectHash !== undefined ? [viewer.subjectHash] : []),
  ...(hasRole(viewer, "enterprise_agent") && viewer.subjectUscc !== undefined ? [viewer.subjectUscc] : []),
];

/** The same rule as facts for SQL, so that pages, counts and links hold nothing else; `audited` where the rows are public money. */
export const entitlementOf = (viewer: Viewer, audited: boolean): Entitlement => ({
  subjects: ownSubjects(viewer),
  ...((hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher")) && viewer.agencyUscc !== undefined
    ? { agencyUscc: viewer.agencyUscc }
    : {}),
  ...((hasRole(viewer, "supervisor") || (audited && hasRole(viewer, "auditor_finance"))) &&
  viewer.divisionCode !== undefined
    ? { divisionPrefix: divisionPrefix(viewer.divisionCode) }
    : {}),
});
