/** Findings, as the domain knows them: the state follows from the days. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { FindingState } from "./inspection-finding.enums.js";

/** The course of a rectification, as far as it has come. */
export interface RectificationDays {
  readonly begunOn?: LocalDate | undefined;
  readonly rectifiedOn?: LocalDate | undefined;
  readonly verifiedOn?: LocalDate | undefined;
  readonly resultPublishedOn?: LocalDate | undefined;
}

/** How far it has come. */
export const findingState = ({
  begunOn,
  rectifiedOn,
  verifiedOn,
  resultPublishedOn,
}: RectificationDays): FindingState => {
  if (resultPublishedOn !== undefined) return FindingState.PUBLISHED;
  if (verifiedOn !== undefined) return FindingState.VERIFIED;
  if (rectifiedOn !== undefined) return FindingState.RECTIFIED;
  return begunOn === undefined ? FindingState.OPEN : FindingState.RECTIFYING;
};
