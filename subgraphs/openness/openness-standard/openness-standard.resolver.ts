/** Root field of the directory of standards, and the samples of gaps. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Query,
  Resolver,
  Root,
  SameForAll,
} from "../../../platform/graphql/classes/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { OpennessStandardFilter } from "./openness-standard.input.js";
import { OpennessGap, OpennessStandard, OpennessStandardConnection } from "./openness-standard.type.js";

@Resolver(() => OpennessStandard)
export class OpennessStandardResolver {
  @SameForAll()
  @Cached(300)
  @Query(() => OpennessStandardConnection, {
    nullable: true,
    description: "The directory of what is to be published, by whom and by when, by code (政务公开标准目录).",
  })
  async opennessStandards(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => OpennessStandardFilter, { nullable: true, description: "Which (筛选)." })
    filter?: OpennessStandardFilter,
  ): Promise<ConnectionShape<OpennessStandard>> {
    return toConnection(await services.opennessStandards.list(filter ?? {}, page));
  }
}

@Resolver(() => OpennessGap)
export class OpennessGapResolver {
  @FieldResolver(() => [PublicDocument], {
    description: "Some that are counted, of those that the viewer may know of, the earliest first, at most ten (例示).",
  })
  async samples(@Root() { sampled }: OpennessGap, @Ctx() { services }: OpennessContext): Promise<PublicDocument[]> {
    const found = await Promise.all(sampled.map((indexNo) => services.publicDocuments.find(indexNo)));
    return found.filter((document) => document !== undefined);
  }
}
