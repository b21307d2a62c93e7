/** Root fields of evaluations of policies, and the ways between them, documents and bodies. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { PolicyEvaluationFilter } from "./policy-evaluation.input.js";
import { PolicyEvaluation, PolicyEvaluationConnection } from "./policy-evaluation.type.js";

@Resolver(() => PolicyEvaluation)
export class PolicyEvaluationResolver {
  @Cached(60)
  @Query(() => PolicyEvaluation, { nullable: true, description: "An evaluation by id (按编号查政策评估)." })
  policyEvaluation(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (评估编号)." }) id: string,
  ): Promise<PolicyEvaluation | undefined> {
    return services.policyEvaluations.find(id);
  }

  @Cached(60)
  @Query(() => PolicyEvaluationConnection, {
    nullable: true,
    description: "Evaluations of policies, the last given out first (政策评估列表).",
  })
  async policyEvaluations(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PolicyEvaluationFilter, { nullable: true, description: "Which (筛选)." })
    filter?: PolicyEvaluationFilter,
  ): Promise<ConnectionShape<PolicyEvaluation>> {
    return toConnection(await services.policyEvaluations.list(filter ?? {}, page));
  }

  @FieldResolver(() => PublicDocument, { nullable: true, description: "Document that is evaluated (所评估文件)." })
  document(
    @Root() { indexNo }: PolicyEvaluation,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return services.publicDocuments.find(indexNo);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that answers to it (回应单位)." })
  responsible(@Root() { organId }: PolicyEvaluation): Organization {
    return { id: organId };
  }
}

@Resolver(() => PublicDocument)
export class EvaluatedDocumentResolver {
  @FieldResolver(() => [PolicyEvaluation], {
    nullable: true,
    description: "What others found that it brought about, the first given out first, at most 10 (政策评估).",
  })
  evaluations(@Root() { indexNo }: PublicDocument, @Ctx() { services }: OpennessContext): Promise<PolicyEvaluation[]> {
    return services.policyEvaluations.ofDocument(indexNo);
  }
}
