/** What became of a division's inquiries in a year: counts and rates, as they stand today. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { DeadlineState } from "../../../platform/graphql/deadline-state.js";
import { replyDeadline, type InquiryClockFacts } from "../inquiry/inquiry-clock.js";
import { InquiryKind, InquirySatisfaction } from "../inquiry/inquiry.enums.js";
import { InquiryState } from "../inquiry/inquiry.machine.js";

/** What is counted of an inquiry. */
export interface CountedInquiry extends InquiryClockFacts {
  readonly satisfaction?: InquirySatisfaction | undefined;
}

/** Counts of one kind. */
export interface InquiryKindCount {
  readonly kind: InquiryKind;
  readonly received: number;
  readonly replied: number;
}

/** The figures. Rates are parts of one, absent where there is nothing to divide by. */
export interface InquiryFigures {
  /** Without those that were merged into another. */
  readonly received: number;
  readonly merged: number;
  readonly replied: number;
  readonly repliedInTime: number;
  /** Replied too late, or still open after a limit that is confirmed. */
  readonly late: number;
  /** The same of a limit that is not confirmed in its document. */
  readonly pastUnconfirmed: number;
  readonly asked: number;
  readonly satisfied: number;
  readonly replyRate?: number;
  readonly satisfiedRate?: number;
  readonly kinds: readonly InquiryKindCount[];
}

const rate = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((part / whole) * 10_000) / 10_000;

/** Counts them. */
export const figuresOf = (inquiries: readonly CountedInquiry[], today: LocalDate): InquiryFigures => {
  const own = inquiries.filter(({ state }) => state !== InquiryState.MERGED);
  const replied = own.filter(({ repliedOn }) => repliedOn !== undefined);
  const standing = (state: DeadlineState): readonly CountedInquiry[] =>
    own.filter((inquiry) => replyDeadline(inquiry, today)?.state === state);
  const said = own.flatMap(({ satisfaction }) => satisfaction ?? []);
  const satisfied = said.filter((word) => word !== InquirySatisfaction.DISSATISFIED).length;
  const [replyRate, satisfiedRate] = [rate(replied.length, own.length), rate(satisfied, said.length)];
  return {
    ...{ received: own.length, merged: inquiries.length - own.length, replied: replied.length },
    ...{ repliedInTime: standing(DeadlineState.MET).length, late: standing(DeadlineState.LATE).length },
    ...{ pastUnconfirmed: standing(DeadlineState.PROVISIONAL).length, asked: said.length, satisfied },
    ...(replyRate === undefined ? {} : { replyRate }),
    ...(satisfiedRate === undefined ? {} : { satisfiedRate }),
    kinds: Object.values(InquiryKind).map((kind) => ({
      ...{ kind, received: own.filter((inquiry) => inquiry.kind === kind).length },
      replied: replied.filter((inquiry) => inquiry.kind === kind).length,
    })),
  };
};
