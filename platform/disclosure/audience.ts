/** Decides whether a viewer belongs to the audience of a closed field, for one row. Pure. */
import { coversDivision, hasRole, type Viewer } from "../auth/index.js";
import type { RecordPaths } from "./policy.js";
import type { Tier } from "./vocabulary.js";

/** Whose a row is. */
export interface RecordFacts {
  /** Hash of a person or credit code of a body. */
  readonly subject?: string;
  /** Credit code of the agency that keeps it. */
  readonly agency?: string;
  readonly division?: string;
  /** True for records of public money. */
  readonly audited?: boolean;
}

const textAt = (row: unknown, path: string | undefined): string | undefined => {
  if (path === undefined) return undefined;
  let value: unknown = row;
  for (const step of path.split(".")) {
    if (value === null || typeof value !== "object") return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return typeof value === "string" ? value : undefined;
};

/** Reads the facts from a row by the paths that its type declares. */
export const recordFacts = (row: unknown, paths: RecordPaths | undefined): RecordFacts => ({
  subject: textAt(row, paths?.subject),
  agency: textAt(row, paths?.agency),
  division: textAt(row, paths?.division),
  audited: paths?.audited,
});

/** True where the row is about the viewer, or about the enterprise the viewer acts for. */
export const isOwner = (viewer: Viewer, facts: RecordFacts): boolean =>
  facts.subject !== undefined &&
  ((hasRole(viewer, "citizen") && viewer.subjectHash === facts.subject) ||
    (hasRole(viewer, "enterprise_agent") && viewer.subjectUscc === facts.subject));

/** True where the viewer is an officer of the agency that keeps the row. */
export const isOwnAgency = (viewer: Viewer, facts: RecordFacts): boolean =>
  facts.agency !== undefined &&
  (hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher")) &&
  viewer.agencyUscc === facts.agency;

/** True where the viewer supervises the division of the row, or audits its money. */
export const isSupervisor = (viewer: Viewer, facts: RecordFacts): boolean =>
  (hasRole(viewer, "supervisor") || (facts.audited === true && hasRole(viewer, "auditor_finance"))) &&
  coversDivision(viewer, facts.division);

/** True where one of the audiences holds the viewer. SHARED is held by no one until agreements name fields. */
export const mayRead = (tiers: readonly Tier[], viewer: Viewer, facts: RecordFacts): boolean =>
  tiers.some((tier) => {
    switch (tier) {
      case "OWNER":
        return isOwner(viewer, facts);
      case "AGENCY":
        return isOwnAgency(viewer, facts);
      case "SUPERVISOR":
        return isSupervisor(viewer, facts);
      case "MASKED":
      case "SHARED":
      case "NEVER":
        return false;
    }
  });
