/** Moderates comments of ratings: each decision is one step of their machine, in one transaction. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf, withoutPersons } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { checkPublishable, checkStated, lockRecord, runWrite, takeStep } from "../../../platform/write/index.js";
import type { MattersServices } from "../context.js";
import type { RatingStepInput, ToldRatingInput } from "../rating-handling/rating-handling.input.js";
import type { RatingPayload } from "../rating-handling/rating-handling.type.js";
import { Moderation, type ModerationEvent } from "../service-rating/service-rating.machine.js";
import { SERVICE_RATINGS } from "../service-rating/service-rating.rows.js";
import type { PassCommentInput } from "./comment-moderation.input.js";
import { WRITTEN_COMMENT } from "./comment-moderation.policy.js";
import { quotes } from "./quotes.js";

/** Moderation. Each throws what `runWrite`, `lockRecord` and `takeStep` throw, and BAD_USER_INPUT for a text without words. */
export interface CommentModerationService {
  /** From then on everybody reads what the moderator wrote. Throws RULE_VIOLATION (PERSONAL_DATA) where a person stands in it still. */
  pass(input: PassCommentInput): Promise<RatingPayload>;
  /** Whoever reads the history reads why. Throws BAD_USER_INPUT (QUOTES_COMMENT) where that quotes what is blocked. */
  block(input: ToldRatingInput): Promise<RatingPayload>;
}

interface Decision {
  readonly event: ModerationEvent;
  readonly set: Partial<NewOf<typeof SERVICE_RATINGS>>;
  readonly reason?: string;
  /** Looks at what is told once the viewer may tell it. */
  readonly check: (comment: string) => void;
}

/** Creates the service for one request. */
export const createCommentModeration = (
  dependencies: ServiceDependencies,
  services: MattersServices,
): CommentModerationService => {
  const today = localDateOf(dependencies.asOf);
  const decide = async (
    verb: string,
    input: RatingStepInput,
    { event, set, reason, check }: Decision,
  ): Promise<RatingPayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      async change(trx, inputHash) {
        const row = await lockRecord(trx, WRITTEN_COMMENT, dependencies, { key: input.ratingId, ...input });
        const step = { row, event, facts: {}, set: toSet(SERVICE_RATINGS, set), reason, inputHash };
        const taken = await takeStep(trx, WRITTEN_COMMENT, dependencies, step);
        check(String(row["comment"] ?? ""));
        return taken;
      },
    });
    const rating = await services.ratings.findAnew(key);
    return rating === undefined ? {} : { rating };
  };
  return {
    async pass(input) {
      checkStated("shownComment", input.shownComment);
      const shownComment = withoutPersons(input.shownComment, { natural: true, today });
      return decide("passRatingComment", input, {
        event: "PASS",
        set: { moderation: Moderation.PASSED, shownComment },
        check: () => checkPublishable("shownComment", shownComment, { natural: true, today }),
      });
    },
    async block(input) {
      checkStated("told", input.told);
      return decide("blockRatingComment", input, {
        ...{ event: "BLOCK", reason: withoutPersons(input.told, { natural: true, today }) },
        set: { moderation: Moderation.BLOCKED, shownComment: undefined },
        check(comment) {
          if (quotes(input.told, comment))
            throw badInput("told", "QUOTES_COMMENT", "told says why the comment is blocked, and quotes nothing of it.");
        },
      });
    },
  };
};
