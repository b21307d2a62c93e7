/** Rates a case, and rectifies a bad rating: each one write in one transaction. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf, withoutPersons } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actingParts,
  actionsAmong,
  checkStated,
  createHistories,
  lockRecord,
  openEvents,
  runWrite,
  takeStep,
  type LockedRecord,
  type RecordedTransition,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { WRITTEN_CASE } from "../case-handling/case-handling.policy.js";
import { takeCaseStep } from "../case-handling/case-step.js";
import { WRITTEN_COMMENT } from "../comment-moderation/comment-moderation.policy.js";
import type { MattersServices } from "../context.js";
import { CaseState } from "../service-case/service-case.state.js";
import { hasComeTo, type RatedCourse } from "../service-rating/rating-stage.js";
import { Moderation, RectificationState, type RectificationEvent } from "../service-rating/service-rating.machine.js";
import type { ServiceRating } from "../service-rating/service-rating.js";
import { SERVICE_RATINGS } from "../service-rating/service-rating.rows.js";
import { MOST_STARS_OF_BAD, RatingChannel, RatingStage } from "../service-rating/service-rating.status.js";
import { RatingAction } from "./rating-action.js";
import type { RateCaseInput, RatingStepInput } from "./rating-handling.input.js";
import { WRITTEN_RATING } from "./rating-handling.policy.js";
import { insertRating, type RatingGiven } from "./rating-handling.repository.js";
import type { RatingPayload } from "./rating-handling.type.js";

/** A step of a rectification. */
export interface RectificationAsked {
  readonly event: RectificationEvent;
  /** State that it leads to, where it leads to another. */
  readonly to?: RectificationState;
  readonly set?: Partial<NewOf<typeof SERVICE_RATINGS>>;
  /** What is told; a text without words is bad input. */
  readonly told?: string;
}

/** Writes of ratings. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface RatingHandlingService {
  /** Throws RULE_VIOLATION where the case is not so far (RATING_STAGE), or the stage was rated (RATED_BEFORE). */
  rate(input: RateCaseInput): Promise<RatingPayload>;
  rectify(verb: string, input: RatingStepInput, asked: RectificationAsked): Promise<RatingPayload>;
  allowedActions(rating: ServiceRating): RatingAction[];
  history(id: string): Promise<RecordedTransition[]>;
}

const MOST_TAGS = 10;
const LONGEST_TAG = 20;

const checkTags = (tags: readonly string[]): void => {
  if (tags.length > MOST_TAGS) throw badInput("tags", "MAX", `A rating has at most ${MOST_TAGS} words.`);
  if (tags.some((tag) => tag.length > LONGEST_TAG || !isStated(tag)))
    throw badInput("tags", "MAX_LENGTH", `A word has 1 to ${LONGEST_TAG} characters.`);
};

/** Creates the service for one request. */
export const createRatingHandling = (
  dependencies: ServiceDependencies,
  services: MattersServices,
): RatingHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_RATING);
  /** What was put right, as everybody reads it. */
  const shown = ({
    measures,
    ...set
  }: Partial<NewOf<typeof SERVICE_RATINGS>>): Partial<NewOf<typeof SERVICE_RATINGS>> =>
    measures === undefined ? set : { ...set, measures: withoutPersons(measures, { natural: true, today }) };
  const payload = async (id: string): Promise<RatingPayload> => {
    const rating = await services.ratings.findAnew(id);
    return rating === undefined ? {} : { rating };
  };
  const givenBy = ({ stars, stage, channel, tags, comment }: RateCaseInput): RatingGiven => ({
    stars,
    stage,
    channel: channel ?? RatingChannel.PORTAL,
    // Everybody reads them at once.
    tags: [...new Set((tags ?? []).map((tag) => withoutPersons(tag, { natural: true, today })))],
    writtenComment: isStated(comment ?? undefined) ? comment : undefined,
    moderation: isStated(comment ?? undefined) ? Moderation.PENDING : Moderation.PASSED,
    ratedOn: today,
    rectificationState: stars <= MOST_STARS_OF_BAD ? RectificationState.OPEN : undefined,
  });

  /** Throws RULE_VIOLATION where the viewer is not who applied (ACTOR). */
  const checkRater = (row: LockedRecord): void => {
    if (!actingParts(WRITTEN_CASE.parts, { viewer }, row as never).includes("SUBJECT"))
      throw new ServiceError("RULE_VIOLATION", "Somebody else does this.", { reason: "ACTOR" });
  };

  /** Rates the delivery, by which the case ends as rated. */
  const rateDelivery = async (trx: WriteTransaction, input: RateCaseInput, inputHash: string): Promise<string> => {
    const row = await lockRecord(trx, WRITTEN_CASE, dependencies, { key: input.caseNo, ...input });
    // A case that has ended so asks the machine no more.
    if (row.state === CaseState.RATED) checkRater(row);
    else await takeCaseStep(trx, dependencies, input, inputHash, { event: "RATE" });
    return insertRating(trx, row, givenBy(input));
  };

  /** Rates a stage on the way, which changes nothing of the case. */
  const rateOnTheWay = async (trx: WriteTransaction, input: RateCaseInput): Promise<string> => {
    const row = await lockRecord(trx, WRITTEN_CASE, dependencies, { key: input.caseNo, ...input });
    checkRater(row);
    if (!hasComeTo(input.stage, row as unknown as RatedCourse))
      throw new ServiceError("RULE_VIOLATION", "The case has not come to this stage.", {
        reason: "RATING_STAGE",
        state: row.state,
      });
    return insertRating(trx, row, givenBy(input));
  };

  return {
    async rate(input) {
      checkTags(input.tags ?? []);
      const { key } = await runWrite(dependencies, {
        verb: "rateCase",
        input,
        async change(trx, inputHash) {
          const key = await (input.stage === RatingStage.DELIVERY
            ? rateDelivery(trx, input, inputHash)
            : rateOnTheWay(trx, input));
          return { key };
        },
      });
      return payload(key);
    },
    async rectify(verb, input, { event, to, set = {}, told }) {
      if (told !== undefined) checkStated("told", told);
      const { key } = await runWrite(dependencies, {
        verb,
        input,
        async change(trx, inputHash) {
          const row = await lockRecord(trx, WRITTEN_RATING, dependencies, { key: input.ratingId, ...input });
          return takeStep(trx, WRITTEN_RATING, dependencies, {
            row,
            event,
            facts: { appealed: row["appealed_on"] !== null, ...(told === undefined ? {} : { reasons: told }) },
            set: toSet(SERVICE_RATINGS, { ...shown(set), ...(to === undefined ? {} : { rectificationState: to }) }),
            reason: told,
            inputHash,
          });
        },
      });
      return payload(key);
    },
    allowedActions({ rectification, moderation, subject, deptUscc, divisionCode }) {
      const row = { subject, dept_uscc: deptUscc, division_code: divisionCode };
      const ofComment = openEvents(WRITTEN_COMMENT, { viewer }, { row, state: moderation, facts: {} });
      if (rectification === undefined) return actionsAmong(RatingAction, ofComment);
      const facts = { reasons: "-", appealed: rectification.appealedOn !== undefined };
      const ofRating = openEvents(WRITTEN_RATING, { viewer }, { row, state: rectification.state, facts });
      return actionsAmong(RatingAction, [...ofRating, ...ofComment]);
    },
    history: (id) => histories.load(id),
  };
};
