/** Root fields of interpretations, and the ways between them and their documents. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { PublicDocument, PublicDocumentConnection } from "../public-document/public-document.type.js";
import { MissingInterpretationArgs, PolicyInterpretationFilter } from "./policy-interpretation.input.js";
import {
  InterpretationQuestion,
  PolicyInterpretation,
  PolicyInterpretationConnection,
} from "./policy-interpretation.type.js";

@Resolver(() => PolicyInterpretation)
export class PolicyInterpretationResolver {
  @Cached(60)
  @Query(() => PolicyInterpretation, { nullable: true, description: "An interpretation by id (按编号查政策解读)." })
  policyInterpretation(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (解读材料编号)." }) id: string,
  ): Promise<PolicyInterpretation | undefined> {
    return services.policyInterpretations.find(id);
  }

  @Cached(60)
  @Query(() => PolicyInterpretationConnection, {
    nullable: true,
    description: "Published interpretations, the latest first (政策解读列表).",
  })
  async policyInterpretations(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PolicyInterpretationFilter, { nullable: true, description: "Which (筛选)." })
    filter?: PolicyInterpretationFilter,
  ): Promise<ConnectionShape<PolicyInterpretation>> {
    return toConnection(await services.policyInterpretations.list(filter ?? {}, page));
  }

  @Cached(60)
  @Query(() => PublicDocumentConnection, {
    nullable: true,
    description:
      "Normative documents without a published interpretation, the latest publication first, whose last day for it, so many working days after publication, is over. The limit is not confirmed in its document, so that this is a question to the issuer and no finding (超过期限未发布解读的规范性文件).",
  })
  async documentsMissingInterpretation(
    @Ctx() { services }: OpennessContext,
    @Args(() => MissingInterpretationArgs) args: MissingInterpretationArgs,
  ): Promise<ConnectionShape<PublicDocument>> {
    return toConnection(await services.policyInterpretations.documentsMissing(args));
  }

  @FieldResolver(() => PublicDocument, { nullable: true, description: "Document that it explains (所解读文件)." })
  document(
    @Root() { indexNo }: PolicyInterpretation,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return services.publicDocuments.find(indexNo);
  }

  @ListSize(50)
  @FieldResolver(() => [InterpretationQuestion], {
    description: "Questions with their answers, at most 50 (解读问答).",
  })
  questions(
    @Root() { id }: PolicyInterpretation,
    @Ctx() { services }: OpennessContext,
  ): Promise<InterpretationQuestion[]> {
    return services.policyInterpretations.questions(id);
  }
}

@Resolver(() => PublicDocument)
export class InterpretedDocumentResolver {
  @ListSize(20)
  @FieldResolver(() => [PolicyInterpretation], {
    description: "What explains it, the first published first, at most 20 (政策解读).",
  })
  interpretations(
    @Root() { indexNo }: PublicDocument,
    @Ctx() { services }: OpennessContext,
  ): Promise<PolicyInterpretation[]> {
    return services.policyInterpretations.ofDocument(indexNo);
  }
}
