/** Root fields and links of list entries. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { ListEntry, ListEntryConnection, ListKind } from "./list-entry.type.js";

@Resolver(() => ListEntry)
export class ListEntryResolver {
  @Query(() => ListEntry, { nullable: true, description: "A list entry by id (按编号查名单记录)." })
  listEntry(
    @Ctx() { services }: CreditContext,
    @Arg("id", () => ID, { description: "Id (记录编号)." }) id: string,
  ): Promise<ListEntry | undefined> {
    return services.listEntries.find(id);
  }

  @Query(() => ListEntryConnection, { description: "List entries, newest first (名单记录列表)." })
  async listEntries(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("kind", () => ListKind, { nullable: true, description: "Of this kind of list (名单类型)." }) kind?: ListKind,
  ): Promise<ConnectionShape<ListEntry>> {
    return toConnection(await services.listEntries.list(kind, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body on the list (主体)." })
  subject(@Root() { subjectId }: ListEntry): Organization {
    return { id: subjectId };
  }
}
