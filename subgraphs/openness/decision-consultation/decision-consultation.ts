/** Consultations on decisions, as the domain knows them: how long the law lets the public speak. Pure. */
import { addDays, limitRule, type LocalDate } from "../../../platform/domain/index.js";

/** Limit that runs from the draft to the end of comment (国令第713号 第十五条). */
export const COMMENT_LIMIT = "L15";

/** When the public may speak, and why for less time than the law normally gives. */
export interface CommentTime {
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly shortenedBecause?: string | undefined;
}

/** First lawful last day where no reason for less is stated; the day of opening is not counted. */
export const leastClosesOn = (opensOn: LocalDate): LocalDate =>
  addDays(opensOn, Number(limitRule(COMMENT_LIMIT, opensOn).amount));

/** True where the public has less time than the law gives, and no reason is stated. */
export const isTooShort = ({ opensOn, closesOn, shortenedBecause }: CommentTime): boolean =>
  shortenedBecause === undefined && closesOn < leastClosesOn(opensOn);

/** True where opinions are taken on the day; the last day belongs to it. */
export const isOpenOn = ({ opensOn, closesOn }: CommentTime, day: LocalDate): boolean =>
  opensOn <= day && day <= closesOn;
