/** Decides whether a viewer belongs to the audience of a closed field, for one row or for any. Pure. */
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

const actsForPerson = (viewer: Viewer): boolean => hasRole(viewer, "citizen") && viewer.subjectHash !== undefined;

const actsForBody = (viewer: Viewer): boolean =>
  hasRole(viewer, "enterprise_agent") && viewer.subjectUscc !== undefined;

const servesAgency = (viewer: Viewer): boolean =>
  (hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher")) && viewer.agencyUscc !== undefined;

const supervises = (viewer: Viewer, audited: boolean | undefined): boolean =>
  hasRole(viewer, "supervisor") || (audited === true && hasRole(viewer, "auditor_finance"));

/** True where the row is about the viewer, or about the enterprise the viewer acts for. */
export const isOwner = (viewer: Viewer, facts: RecordFacts): boolean =>
  (actsForPerson(viewer) && viewer.subjectHash === facts.subject) ||
  (actsForBody(viewer) && viewer.subjectUscc === facts.subject);

/** True where the viewer is an officer of the agency that keeps the row. */
export const isOwnAgency = (viewer: Viewer, facts: RecordFacts): boolean =>
  servesAgency(viewer) && viewer.agencyUscc === facts.agency;

/** True where the viewer supervises the division of the row, or audits its money. */
export const isSupervisor = (viewer: Viewer, facts: RecordFacts): boolean =>
  supervises(viewer, facts.audited) && coversDivision(viewer, facts.division);

/** True where one of the audiences holds the viewer for this row; `shared` says that an agreement names the field. */
export const mayRead = (tiers: readonly Tier[], viewer: Viewer, facts: RecordFacts, shared = false): boolean =>
  tiers.some((tier) => {
    switch (tier) {
      case "OWNER":
        return isOwner(viewer, facts);
      case "AGENCY":
        return isOwnAgency(viewer, facts);
      case "SUPERVISOR":
        return isSupervisor(viewer, facts);
      case "SHARED":
        return shared;
      case "MASKED":
      case "NEVER":
        return false;
    }
  });

/** What is known of all rows of a type. */
export interface RowKind {
  /** Where rows say whose they are; undefined where they do not say. */
  readonly paths: RecordPaths | undefined;
  readonly shared: boolean;
  /** True for root fields: there is no row, belonging to the audience at all is enough. */
  readonly root: boolean;
}

/** True where there can be a row for which one of the audiences holds the viewer. */
export const couldRead = (tiers: readonly Tier[], viewer: Viewer, { paths, shared, root }: RowKind): boolean =>
  tiers.some((tier) => {
    switch (tier) {
      case "OWNER":
        return (root || paths?.subject !== undefined) && (actsForPerson(viewer) || actsForBody(viewer));
      case "AGENCY":
        return (root || paths?.agency !== undefined) && servesAgency(viewer);
      case "SUPERVISOR":
        return (
          (root || paths?.division !== undefined) &&
          supervises(viewer, paths?.audited) &&
          viewer.divisionCode !== undefined
        );
      case "SHARED":
        return shared;
      case "MASKED":
      case "NEVER":
        return false;
    }
  });
