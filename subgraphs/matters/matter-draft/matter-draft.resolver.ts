/** Root fields of drafts of matters, what they say and would change, and their links. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { QualityIssue } from "../matter/matter.parts.js";
import { qualityIssues } from "../matter/matter.quality.js";
import { ServiceMatter } from "../matter/matter.type.js";
import { VersionChange } from "../matter-version/matter-version.type.js";
import { MatterDraftFilter } from "./matter-draft.input.js";
import { contentOf } from "./matter-draft.js";
import type * as domain from "./matter-draft.js";
import { DraftedContent, MatterDraft, MatterDraftConnection } from "./matter-draft.type.js";

@Resolver(() => MatterDraft)
export class MatterDraftResolver {
  @Query(() => MatterDraft, {
    nullable: true,
    description: "A draft of a matter by id, for its agency and supervisors (按编号查事项草稿).",
  })
  matterDraft(
    @Ctx() { services }: MattersContext,
    @Arg("id", () => ID, { description: "Id (草稿编号)." }) id: string,
  ): Promise<domain.MatterDraft | undefined> {
    return services.matterDrafts.find(id);
  }

  @Query(() => MatterDraftConnection, {
    nullable: true,
    description: "Drafts of matters, newest first: those of the agency that you serve or supervise (事项草稿列表).",
  })
  async matterDrafts(
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => MatterDraftFilter, { nullable: true, description: "Which drafts (筛选)." })
    filter?: MatterDraftFilter,
  ): Promise<ConnectionShape<domain.MatterDraft>> {
    return toConnection(await services.matterDrafts.list(filter ?? {}, page));
  }

  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter as it stands (事项)." })
  matter(@Root() { matterId }: MatterDraft, @Ctx() { services }: MattersContext): Promise<ServiceMatter | undefined> {
    return services.matters.find(matterId);
  }

  @FieldResolver(() => DraftedContent, { description: "What it says of the matter, whole (草稿内容)." })
  content(@Root() draft: domain.MatterDraft): DraftedContent {
    return contentOf(draft);
  }

  @ListSize(100)
  @FieldResolver(() => [VersionChange], {
    nullable: true,
    description:
      "What it would change in the matter as it stands, the first changes by path, at most 100; null once it is published or given up (变更项).",
  })
  async changes(
    @Root() draft: domain.MatterDraft,
    @Ctx() { services }: MattersContext,
  ): Promise<VersionChange[] | undefined> {
    return (await services.matterDrafts.changes(draft))?.slice(0, 100);
  }

  @FieldResolver(() => [QualityIssue], {
    nullable: true,
    description:
      "Findings of the publishing gate on the matter as it would be; null once it is published or given up (数据质量问题).",
  })
  async qualityIssues(
    @Root() draft: domain.MatterDraft,
    @Ctx() { services, language }: MattersContext,
  ): Promise<QualityIssue[] | undefined> {
    const drafted = await services.matterDrafts.drafted(draft);
    return drafted && qualityIssues(drafted, language);
  }
}
