/** Decides whether a viewer belongs to the audience of a closed field, for one row or for any. Pure. */
import type { Viewer } from "../../auth/index.js";
import type { RecordPaths } from "../table/index.js";
import type { Tier } from "../vocabulary/index.js";
import { canRead, couldReadAny, inDivision, ofAgency, ofSubject, type Whose } from "../admission/index.js";

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

/** The rows that an audience reads, over the facts of a row. */
const ROWS_OF = {
  OWNER: ofSubject("subject"),
  AGENCY: ofAgency("agency"),
  SUPERVISOR: inDivision("division"),
  AUDITED: inDivision("division", { audited: true }),
} as const;

/** The fact by which an audience knows its rows. */
const FACT_OF = { OWNER: "subject", AGENCY: "agency", SUPERVISOR: "division" } as const;

type RowAudience = keyof typeof FACT_OF;

const rowsOf = (tier: RowAudience, audited: boolean | undefined): Whose<"subject" | "agency" | "division"> =>
  ROWS_OF[tier === "SUPERVISOR" && audited === true ? "AUDITED" : tier];

/** True where one of the audiences holds the viewer for this row; `shared` says that an agreement names the field. */
export const mayRead = (
  tiers: readonly Tier[],
  viewer: Viewer,
  { subject, agency, division, audited }: RecordFacts,
  shared = false,
): boolean =>
  tiers.some((tier) => {
    switch (tier) {
      case "OWNER":
      case "AGENCY":
      case "SUPERVISOR":
        return canRead(rowsOf(tier, audited), { viewer }, { subject, agency, division });
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
      case "AGENCY":
      case "SUPERVISOR":
        return (root || paths?.[FACT_OF[tier]] !== undefined) && couldReadAny(rowsOf(tier, paths?.audited), viewer);
      case "SHARED":
        return shared;
      case "MASKED":
      case "NEVER":
        return false;
    }
  });
