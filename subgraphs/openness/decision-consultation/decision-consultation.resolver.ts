/** Numbers, topics and opinions of consultations on decisions. */
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Decision } from "../decision/decision.type.js";
import { OpinionConnection, type Opinion } from "../opinion/opinion.type.js";
import type { StoredConsultation } from "./decision-consultation.service.js";
import { ConsultationTopic, DecisionConsultation, OpinionAdoption } from "./decision-consultation.type.js";

@Resolver(() => DecisionConsultation)
export class DecisionConsultationResolver {
  @FieldResolver(() => Decision, { nullable: true, description: "The decision (决策事项)." })
  decision(
    @Root() { decisionId }: DecisionConsultation,
    @Ctx() { services }: OpennessContext,
  ): Promise<Decision | undefined> {
    return services.decisions.find(decisionId);
  }

  @FieldResolver(() => Int, {
    description: "How many opinions came, those included whose words are not public yet (意见件数).",
  })
  opinionCount(@Root() { decisionId }: DecisionConsultation, @Ctx() { services }: OpennessContext): Promise<number> {
    return services.decisionConsultations.opinionCount(decisionId);
  }

  @ListSize(20)
  @FieldResolver(() => [ConsultationTopic], { description: "What it asks about, at most 20 (征求意见主题)." })
  topics(
    @Root() { decisionId }: DecisionConsultation,
    @Ctx() { services }: OpennessContext,
  ): Promise<ConsultationTopic[]> {
    return services.decisionConsultations.topics(decisionId);
  }

  @FieldResolver(() => OpinionAdoption, { description: "What was adopted of the opinions (意见采纳情况)." })
  adoption(@Root() consultation: StoredConsultation, @Ctx() { services }: OpennessContext): Promise<OpinionAdoption> {
    return services.decisionConsultations.adoption(consultation);
  }
}

@Resolver(() => ConsultationTopic)
export class ConsultationTopicResolver {
  @FieldResolver(() => Int, { description: "How many opinions came to it (意见件数)." })
  opinionCount(@Root() { id }: ConsultationTopic, @Ctx() { services }: OpennessContext): Promise<number> {
    return services.decisionConsultations.opinionCountOfTopic(id);
  }

  @FieldResolver(() => OpinionConnection, {
    nullable: true,
    description:
      "Opinions on it, the first first: answered ones, your own, and all of them for the organiser and its supervisors (意见).",
  })
  async opinions(
    @Root() { id }: ConsultationTopic,
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Opinion>> {
    return toConnection(await services.opinions.listOfTopic(id, page));
  }
}
