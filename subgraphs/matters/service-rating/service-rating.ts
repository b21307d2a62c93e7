/** A rating as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import type { RectificationState } from "./service-rating.machine.js";
import type { RatingChannel, RatingStage } from "./service-rating.status.js";
import type { Moderation } from "./service-rating.machine.js";

/** How a bad rating is put right. */
export interface Rectification {
  readonly state: RectificationState;
  /** 15 working days, L22; absent for a rejected rating. */
  readonly deadline?: Deadline;
  readonly verifiedOn?: LocalDate;
  readonly appealedOn?: LocalDate;
  readonly rectifiedOn?: LocalDate;
  readonly calledBackOn?: LocalDate;
  readonly closedOn?: LocalDate;
  /** What was done. */
  readonly measures?: string;
}

/** How somebody rated a service. */
export interface ServiceRating {
  /** Says nothing of the case. */
  readonly id: string;
  /** 5 very content to 1 very discontent. */
  readonly stars: number;
  readonly stage: RatingStage;
  /** Which rating of its case it is. */
  readonly serviceNumber: number;
  readonly channel: RatingChannel;
  /** Words that were ticked. */
  readonly tags: string[];
  /** True if nobody rated in time and it counts as content; left out of averages. */
  readonly byDefault: boolean;
  readonly ratedOn: LocalDate;
  /** As the viewer reads it. */
  readonly comment?: string;
  readonly moderation: Moderation;
  /** Of bad ratings alone. */
  readonly rectification?: Rectification;
  /** Counted up by every step of its rectification. */
  readonly version: number;
  readonly caseNo: string;
  readonly matterId: string;
  readonly deptId: string;
  readonly subject: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
}
