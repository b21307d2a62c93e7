/** Whose the cases behind a project are, and who may be told how few households benefit from a project: nobody of one to four but its unit, supervisors and auditors (k ≥ 5, docs/reference/visibility.md#groups-of-persons). */
import type { Viewer } from "../../../platform/auth/index.js";
import { hiddenCells, MIN_GROUP } from "../../../platform/disclosure/suppression/index.js";
import { entitled } from "../../../platform/disclosure/admission/index.js";
import type { RecordFacts } from "../../../platform/disclosure/decision/index.js";
import { isEntitled } from "../access/entitled.policy.js";
import type { Beneficiaries } from "./fund-project.type.js";

/** Who may know of a case by which a project was approved. Cases are no public money: finance auditors know nothing of them. */
export const WHOSE_APPROVAL_CASE = entitled({ subject: "subject", agency: "agency_uscc", division: "division_code" });

/** What a project says of its beneficiaries. */
export type BeneficiaryCounts = Omit<Beneficiaries, "suppressed">;

/**
 * The counts that the viewer may be told. Households lifted out of poverty and all others make up the households: of the two the one is
 * hidden for the sake of the other, as in every table of persons; and who is in fewer than five households is not counted either.
 */
export const shownBeneficiaries = (
  viewer: Viewer,
  { households, persons, poorHouseholds }: BeneficiaryCounts,
  facts: RecordFacts,
): Beneficiaries => {
  if (isEntitled(viewer, facts)) return { households, persons, poorHouseholds, suppressed: false };
  const hidden = hiddenCells([
    { key: "households", count: households ?? 0, within: [] },
    { key: "poor", count: poorHouseholds ?? 0, within: ["households"] },
    { key: "others", count: othersOf(households, poorHouseholds), within: ["households"] },
  ]);
  const isFew = hidden.has("households") || (persons !== undefined && persons > 0 && persons < MIN_GROUP);
  return {
    households: hidden.has("households") ? undefined : households,
    persons: isFew ? undefined : persons,
    poorHouseholds: hidden.has("poor") ? undefined : poorHouseholds,
    suppressed: hidden.has("poor") || isFew,
  };
};

const othersOf = (households = 0, poorHouseholds?: number): number =>
  poorHouseholds === undefined ? 0 : Math.max(0, households - poorHouseholds);
