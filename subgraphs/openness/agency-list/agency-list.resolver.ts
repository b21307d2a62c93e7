/** Root fields of lists, their versions, items and differences. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { AgencyListDifferenceArgs, AgencyListFilter, AgencyListItemsArgs } from "./agency-list.input.js";
import {
  AgencyList,
  AgencyListConnection,
  AgencyListDifference,
  AgencyListItem,
  AgencyListItemConnection,
  AgencyListVersion,
} from "./agency-list.type.js";

/** How many items of each sort a difference shows. */
const SHOWN = 100;

@Resolver(() => AgencyList)
export class AgencyListResolver {
  @Cached(60)
  @Query(() => AgencyList, { nullable: true, description: "A list by id (按编号查清单)." })
  agencyList(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (清单编号)." }) id: string,
  ): Promise<AgencyList | undefined> {
    return services.agencyLists.find(id);
  }

  @Cached(60)
  @Query(() => AgencyListConnection, {
    nullable: true,
    description: "Lists of powers, of duties, and of what is barred, by id (权力、责任、负面清单列表).",
  })
  async agencyLists(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AgencyListFilter, { nullable: true, description: "Which (筛选)." })
    filter?: AgencyListFilter,
  ): Promise<ConnectionShape<AgencyList>> {
    return toConnection(await services.agencyLists.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body whose list it is (清单单位)." })
  organ(@Root() { organId }: AgencyList): Organization {
    return { id: organId };
  }

  @FieldResolver(() => Int, { nullable: true, description: "Number of the version in force (现行版本号)." })
  inForce(@Root() { id }: AgencyList, @Ctx() { services }: OpennessContext): Promise<number | undefined> {
    return services.agencyLists.inForce(id);
  }

  @ListSize(50)
  @FieldResolver(() => [AgencyListVersion], {
    nullable: true,
    description:
      "Versions, the newest first, at most 50; those not yet published are told to the body and its supervisors (清单版本).",
  })
  async versions(@Root() { id }: AgencyList, @Ctx() { services }: OpennessContext): Promise<AgencyListVersion[]> {
    return (await services.agencyLists.versions(id)).slice(0, 50);
  }

  @FieldResolver(() => AgencyListItemConnection, {
    nullable: true,
    description: "Items of a version, by code (清单事项).",
  })
  async items(
    @Root() { id }: AgencyList,
    @Ctx() { services }: OpennessContext,
    @Args(() => AgencyListItemsArgs) { version, ...page }: AgencyListItemsArgs,
  ): Promise<ConnectionShape<AgencyListItem> | undefined> {
    const items = await services.agencyLists.items(id, version ?? undefined, page);
    return items === undefined ? undefined : toConnection(items);
  }

  @FieldResolver(() => AgencyListDifference, {
    nullable: true,
    description: "What differs between two versions (两个版本的差异).",
  })
  async difference(
    @Root() { id }: AgencyList,
    @Ctx() { services }: OpennessContext,
    @Args(() => AgencyListDifferenceArgs) between: AgencyListDifferenceArgs,
  ): Promise<AgencyListDifference> {
    const { added, removed, changed } = await services.agencyLists.difference(id, between);
    return {
      ...{ addedCount: added.length, removedCount: removed.length, changedCount: changed.length },
      ...{ added: added.slice(0, SHOWN), removed: removed.slice(0, SHOWN), changed: changed.slice(0, SHOWN) },
    };
  }
}
