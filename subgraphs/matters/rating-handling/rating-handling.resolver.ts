/** Verbs of ratings, and what a rating tells of its rectification: version, what may be done next, history. */
import { type Closure, Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { MattersContext } from "../context.js";
import { RectificationState } from "../service-rating/service-rating.machine.js";
import { ServiceRating } from "../service-rating/service-rating.type.js";
import { RatingAction } from "./rating-action.js";
import { RateCaseInput, RatingStepInput, ToldRatingInput } from "./rating-handling.input.js";
import { ratingVerb, type RatingPayload } from "./rating-handling.type.js";

const HANDLED: Closure = { tier: ["AGENCY", "SUPERVISOR"], reason: "PROCESS_INFORMATION", basis: "OGI-2019-16" };

@Resolver(() => ServiceRating)
export class RatingHandlingResolver {
  @ratingVerb("OWNER", "Rates a stage of your own case, once (评价).")
  rateCase(@VerbInput() input: RateCaseInput, @Ctx() { services }: MattersContext): Promise<RatingPayload> {
    return services.ratingHandling.rate(input);
  }

  @ratingVerb("AGENCY", "Finds a bad rating true (差评核实属实).")
  verifyRating(@VerbInput() input: RatingStepInput, @Ctx() { services, asOf }: MattersContext): Promise<RatingPayload> {
    const set = { verifiedOn: localDateOf(asOf) };
    return services.ratingHandling.rectify("verifyRating", input, {
      event: "VERIFY",
      to: RectificationState.VERIFIED,
      set,
    });
  }

  @ratingVerb("AGENCY", "Appeals against a bad rating as mistaken or malicious, with reasons; once (差评申诉).")
  appealRating(@VerbInput() input: ToldRatingInput, @Ctx() { services, asOf }: MattersContext): Promise<RatingPayload> {
    const set = { appealedOn: localDateOf(asOf) };
    return services.ratingHandling.rectify("appealRating", input, { event: "APPEAL", set, told: input.told });
  }

  @ratingVerb("SUPERVISOR", "Grants an appeal: the rating was mistaken or malicious (认定误评或恶意差评).")
  rejectRating(@VerbInput() input: ToldRatingInput, @Ctx() { services, asOf }: MattersContext): Promise<RatingPayload> {
    const set = { closedOn: localDateOf(asOf) };
    return services.ratingHandling.rectify("rejectRating", input, {
      ...{ event: "REJECT", to: RectificationState.REJECTED, set, told: input.told },
    });
  }

  @ratingVerb("AGENCY", "Begins to put right what a bad rating found (开始整改).")
  beginRectification(@VerbInput() input: RatingStepInput, @Ctx() { services }: MattersContext): Promise<RatingPayload> {
    return services.ratingHandling.rectify("beginRectification", input, {
      ...{ event: "BEGIN", to: RectificationState.RECTIFYING },
    });
  }

  @ratingVerb("AGENCY", "Says what was put right; everybody reads it (完成整改).")
  rectifyRating(
    @VerbInput() input: ToldRatingInput,
    @Ctx() { services, asOf }: MattersContext,
  ): Promise<RatingPayload> {
    const set = { rectifiedOn: localDateOf(asOf), measures: input.told };
    return services.ratingHandling.rectify("rectifyRating", input, {
      ...{ event: "RECTIFY", to: RectificationState.RECTIFIED, set, told: input.told },
    });
  }

  @ratingVerb("AGENCY", "Records that the rater was called back, and what came of it (差评回访).")
  callBackRater(
    @VerbInput() input: ToldRatingInput,
    @Ctx() { services, asOf }: MattersContext,
  ): Promise<RatingPayload> {
    const set = { calledBackOn: localDateOf(asOf) };
    return services.ratingHandling.rectify("callBackRater", input, {
      ...{ event: "CALL_BACK", to: RectificationState.CALLED_BACK, set, told: input.told },
    });
  }

  @ratingVerb("AGENCY", "Closes a bad rating whose rater was called back (差评办结).")
  closeRating(@VerbInput() input: RatingStepInput, @Ctx() { services, asOf }: MattersContext): Promise<RatingPayload> {
    const set = { closedOn: localDateOf(asOf) };
    return services.ratingHandling.rectify("closeRating", input, {
      event: "CLOSE",
      to: RectificationState.CLOSED,
      set,
    });
  }

  @VersionField({ closed: HANDLED })
  version(@Root() { version }: ServiceRating): number {
    return version;
  }

  @AllowedActionsField(() => RatingAction, { closed: HANDLED })
  allowedActions(@Root() rating: ServiceRating, @Ctx() { services }: MattersContext): RatingAction[] {
    return services.ratingHandling.allowedActions(rating);
  }

  @HistoryField({ closed: HANDLED })
  history(@Root() { id }: ServiceRating, @Ctx() { services }: MattersContext): Promise<HistoryEntry[]> {
    return services.ratingHandling.history(id);
  }
}
