/** Root fields of decisions, their steps and their links. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { DecisionConsultation } from "../decision-consultation/decision-consultation.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { Organization } from "../organization/organization.type.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { DecisionFilter } from "./decision.input.js";
import { Decision, DecisionConnection, DecisionStep } from "./decision.type.js";

@Resolver(() => Decision)
export class DecisionResolver {
  @Cached(60)
  @Query(() => Decision, { nullable: true, description: "A major decision by id (按编号查重大行政决策)." })
  decision(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (决策事项编号)." }) id: string,
  ): Promise<Decision | undefined> {
    return services.decisions.find(id);
  }

  @Cached(60)
  @Query(() => DecisionConnection, {
    nullable: true,
    description: "Major decisions, the one last taken up first (重大行政决策列表).",
  })
  async decisions(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => DecisionFilter, { nullable: true, description: "Which (筛选)." })
    filter?: DecisionFilter,
  ): Promise<ConnectionShape<Decision>> {
    return toConnection(await services.decisions.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that prepares it (决策承办单位)." })
  organiser(@Root() { organiserId }: Decision): Organization {
    return { id: organiserId };
  }

  @ListSize(20)
  @FieldResolver(() => [LegalBasis], {
    nullable: "itemsAndList",
    description: "Articles on which it rests, at most 20 (决策依据).",
  })
  basis(@Root() { basisIds }: Decision): LegalBasis[] {
    return basisIds.map((id) => ({ id }));
  }

  @FieldResolver(() => [DecisionStep], {
    nullable: true,
    description: "The five steps of the law in their order, each with its evidence or as a gap (法定程序履行情况).",
  })
  steps(@Root() { id }: Decision, @Ctx() { services }: OpennessContext): Promise<DecisionStep[]> {
    return services.decisions.steps(id);
  }

  @FieldResolver(() => DecisionConsultation, {
    nullable: true,
    description: "How the public is asked about the draft; absent before it is (公开征求意见).",
  })
  consultation(
    @Root() { id }: Decision,
    @Ctx() { services }: OpennessContext,
  ): Promise<DecisionConsultation | undefined> {
    return services.decisionConsultations.find(id);
  }

  @FieldResolver(() => PublicDocument, {
    nullable: true,
    description: "Document by which the decision was published (决策公布文件).",
  })
  async adoptedDocument(
    @Root() { adoptedIndexNo }: Decision,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return adoptedIndexNo === undefined ? undefined : services.publicDocuments.find(adoptedIndexNo);
  }
}
