/** Root fields of rounds of clean-up, and the ways between rounds and documents. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { CleanupOutcomesArgs, CleanupRoundFilter } from "./cleanup-round.input.js";
import {
  CleanupCounts,
  CleanupOutcome,
  CleanupOutcomeConnection,
  CleanupRound,
  CleanupRoundConnection,
} from "./cleanup-round.type.js";

@Resolver(() => CleanupRound)
export class CleanupRoundResolver {
  @Cached(60)
  @Query(() => CleanupRound, { nullable: true, description: "A round of clean-up by id (按编号查规范性文件清理)." })
  cleanupRound(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (清理编号)." }) id: string,
  ): Promise<CleanupRound | undefined> {
    return services.cleanupRounds.find(id);
  }

  @Cached(60)
  @Query(() => CleanupRoundConnection, {
    nullable: true,
    description: "Rounds of clean-up, the latest first (规范性文件清理列表).",
  })
  async cleanupRounds(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => CleanupRoundFilter, { nullable: true, description: "Which (筛选)." })
    filter?: CleanupRoundFilter,
  ): Promise<ConnectionShape<CleanupRound>> {
    return toConnection(await services.cleanupRounds.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body whose documents they are (清理单位)." })
  organ(@Root() { organId }: CleanupRound): Organization {
    return { id: organId };
  }

  @FieldResolver(() => CleanupCounts, { nullable: true, description: "How many it kept, amended and repealed (统计)." })
  counts(@Root() { id }: CleanupRound, @Ctx() { services }: OpennessContext): Promise<CleanupCounts> {
    return services.cleanupRounds.counts(id);
  }

  @FieldResolver(() => CleanupOutcomeConnection, {
    nullable: true,
    description: "What it decided of each document, by index number (清理结果).",
  })
  async outcomes(
    @Root() { id }: CleanupRound,
    @Ctx() { services }: OpennessContext,
    @Args(() => CleanupOutcomesArgs) { kind, ...page }: CleanupOutcomesArgs,
  ): Promise<ConnectionShape<CleanupOutcome>> {
    return toConnection(await services.cleanupRounds.outcomes(id, kind ?? undefined, page));
  }
}

@Resolver(() => CleanupOutcome)
export class CleanupOutcomeResolver {
  @FieldResolver(() => CleanupRound, { nullable: true, description: "Round that decided it (所属清理)." })
  round(@Root() { roundId }: CleanupOutcome, @Ctx() { services }: OpennessContext): Promise<CleanupRound | undefined> {
    return services.cleanupRounds.find(roundId);
  }

  @FieldResolver(() => PublicDocument, {
    nullable: true,
    description: "The document; absent where the viewer may not know of it, or the graph does not have it (文件).",
  })
  document(
    @Root() { indexNo }: CleanupOutcome,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return services.publicDocuments.find(indexNo);
  }
}

@Resolver(() => PublicDocument)
export class CleanedDocumentResolver {
  @ListSize(20)
  @FieldResolver(() => [CleanupOutcome], {
    nullable: true,
    description: "What rounds of clean-up decided of it, the latest first, at most 20 (清理结果).",
  })
  cleanupOutcomes(
    @Root() { indexNo }: PublicDocument,
    @Ctx() { services }: OpennessContext,
  ): Promise<CleanupOutcome[]> {
    return services.cleanupRounds.outcomesOf(indexNo);
  }
}
