/** Ratings of demonstration cases: most content, some bad, a few of those overdue in being put right. */
import { addDays, daysBetween } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { CaseState } from "../service-case/service-case.state.js";
import { RatingChannel, RatingStage } from "../service-rating/service-rating.status.js";
import { Moderation } from "../service-rating/service-rating.machine.js";
import type { SERVICE_RATINGS } from "../service-rating/service-rating.rows.js";
import { RectificationState } from "../service-rating/service-rating.machine.js";
import type { SeededCase } from "./case-rows.js";

type NewRating = NewOf<typeof SERVICE_RATINGS>;

const CHANNELS = Object.values(RatingChannel);
const GOOD = ["办事效率高", "指南清楚", "一次办成", "态度热情"];
const BAD = ["等候时间长", "要求提供清单外材料", "指南不准确", "多次跑动"];

const STATES = Object.values(RectificationState);
/** Days of the last weeks, and how many of their ratings make one bad one. */
const RECENT_DAYS = 40;
const RECENT_EACH = 12;

interface Draft {
  readonly stars: number;
  readonly moderation: Moderation;
  readonly ratedOn: string;
  readonly commented: boolean;
  readonly byDefault: boolean;
  readonly rectification?: RectificationState;
}

/** Ratings as they are written; the running number says nothing of the case. */
export const ratingRecords = (cases: readonly SeededCase[], today: string, random: () => number): NewRating[] => {
  const ratings: NewRating[] = [];
  const add = (seeded: SeededCase, number: number, draft: Draft): void => {
    ratings.push(ratingOf(`HP${String(ratings.length + 1).padStart(8, "0")}`, seeded, number, draft, today, random));
  };
  let recent = 0;
  /** One in twelve of the last weeks is bad, and put right as far as the next state says: so every state occurs. */
  const fresh = (ratedOn: string): RectificationState | undefined => {
    if (daysBetween(ratedOn, today) > RECENT_DAYS) return undefined;
    recent += 1;
    return recent % RECENT_EACH === 0 ? STATES[(recent / RECENT_EACH) % STATES.length] : undefined;
  };
  for (const [index, seeded] of cases.entries()) {
    const { completedOn } = seeded.facts;
    if (completedOn === undefined) continue;
    const ratedOn = earlier(addDays(completedOn, 1 + Math.floor(random() * 5)), today);
    const fixed = GOLDEN_RATINGS.get(index);
    if (fixed) add(seeded, 1, { ...fixed, ratedOn, commented: true, byDefault: false });
    else if (seeded.life.state === CaseState.RATED) {
      add(seeded, 1, drawn(ratedOn, today, random, fresh(ratedOn)));
      if (random() < 0.05) add(seeded, 2, drawn(earlier(addDays(ratedOn, 2), today), today, random));
    } else if (seeded.life.state === CaseState.DELIVERED && random() < 0.1 && daysBetween(completedOn, today) > 15) {
      add(seeded, 1, {
        stars: 5,
        moderation: Moderation.PASSED,
        ratedOn: addDays(completedOn, 15),
        commented: false,
        byDefault: true,
      });
    }
  }
  return ratings;
};

const GOLDEN_RATINGS: ReadonlyMap<number, Pick<Draft, "stars" | "moderation" | "rectification">> = new Map([
  [0, { stars: 2, moderation: Moderation.PASSED, rectification: RectificationState.CLOSED }],
  [6, { stars: 5, moderation: Moderation.PENDING }],
  [7, { stars: 1, moderation: Moderation.BLOCKED, rectification: RectificationState.REJECTED }],
]);

const earlier = (a: string, b: string): string => (a < b ? a : b);

const drawn = (ratedOn: string, today: string, random: () => number, bad?: RectificationState): Draft => {
  const draw = random();
  const stars = bad !== undefined ? 2 : draw < 0.006 ? 1 : draw < 0.02 ? 2 : draw < 0.045 ? 3 : draw < 0.15 ? 4 : 5;
  const moderation = random() < 0.85 ? Moderation.PASSED : random() < 0.6 ? Moderation.PENDING : Moderation.BLOCKED;
  const base = { stars, moderation, ratedOn, commented: random() < 0.5, byDefault: false };
  if (stars > 2) return base;
  // One of ten old ones is still being put right: overdue.
  const old = random() < 0.8 ? RectificationState.CLOSED : RectificationState.REJECTED;
  const rectification = bad ?? (random() < 0.1 ? RectificationState.RECTIFYING : old);
  return { ...base, rectification };
};

const AFTER_RECTIFIED = [RectificationState.RECTIFIED, RectificationState.CALLED_BACK, RectificationState.CLOSED];

const ratingOf = (
  id: string,
  { facts, matter, subject, applicantName }: SeededCase,
  number: number,
  draft: Draft,
  today: string,
  random: () => number,
): NewRating => {
  const { stars, ratedOn, rectification } = draft;
  const words = stars > 2 ? GOOD : BAD;
  const tag = words[Math.floor(random() * words.length)]!;
  const on = (days: number, states: readonly RectificationState[]): string | undefined =>
    rectification !== undefined && states.includes(rectification) ? earlier(addDays(ratedOn, days), today) : undefined;
  const known = Object.values(RectificationState).filter((state) => state !== RectificationState.OPEN);
  return {
    id,
    caseNo: facts.caseNo,
    serviceNumber: number,
    matterId: matter.id,
    subject,
    deptId: facts.deptId,
    deptUscc: facts.deptUscc,
    divisionCode: facts.divisionCode,
    stars,
    stage: random() < 0.8 ? RatingStage.DELIVERY : RatingStage.APPLICATION,
    channel: CHANNELS[Math.floor(random() * CHANNELS.length)]!,
    tags: draft.byDefault ? [] : [tag],
    writtenComment: draft.commented ? `我是${applicantName}，${tag}。` : undefined,
    shownComment: draft.commented ? `我是***，${tag}。` : undefined,
    moderation: draft.moderation,
    byDefault: draft.byDefault,
    ratedOn,
    rectificationState: rectification,
    verifiedOn: on(2, known),
    appealedOn: on(3, [RectificationState.REJECTED]),
    rectifiedOn: on(10, AFTER_RECTIFIED),
    calledBackOn: on(12, [RectificationState.CALLED_BACK, RectificationState.CLOSED]),
    closedOn: on(14, [RectificationState.CLOSED, RectificationState.REJECTED]),
    measures:
      rectification !== undefined && AFTER_RECTIFIED.includes(rectification)
        ? "已增设窗口并对相关人员开展培训。"
        : undefined,
  };
};
