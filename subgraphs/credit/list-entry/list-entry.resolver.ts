/** Root fields and links of list entries. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { DateScalar, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { CatalogueClass } from "../catalogue-class/catalogue-class.enums.js";
import { CLASS_OF_LIST } from "../catalogue-class/catalogue-class.type.js";
import type { CreditContext } from "../context.js";
import { DivisionAsOf } from "../division/division-as-of.type.js";
import { Division } from "../division/division.type.js";
import { Measure } from "../measure/measure.type.js";
import { Organization } from "../organization/organization.type.js";
import { ListKind } from "./list-entry.enums.js";
import { ListEntry, ListEntryConnection } from "./list-entry.type.js";

@Resolver(() => ListEntry)
export class ListEntryResolver {
  @Query(() => ListEntry, { nullable: true, description: "A list entry by id (按编号查名单记录)." })
  listEntry(
    @Ctx() { services }: CreditContext,
    @Arg("id", () => ID, { description: "Id (记录编号)." }) id: string,
  ): Promise<ListEntry | undefined> {
    return services.listEntries.find(id);
  }

  @Query(() => ListEntryConnection, { nullable: true, description: "List entries, newest first (名单记录列表)." })
  async listEntries(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("kind", () => ListKind, { nullable: true, description: "Of this kind of list (名单类型)." }) kind?: ListKind,
    @Arg("expiresFrom", () => DateScalar, { nullable: true, description: "Ends on this day or later (期满日期起)." })
    expiresFrom?: string,
    @Arg("expiresUntil", () => DateScalar, {
      nullable: true,
      description: "Ends on this day or earlier (期满日期止).",
    })
    expiresUntil?: string,
  ): Promise<ConnectionShape<ListEntry>> {
    const filter = {
      kind: kind ?? undefined,
      expiresFrom: expiresFrom ?? undefined,
      expiresUntil: expiresUntil ?? undefined,
    };
    return toConnection(await services.listEntries.list(filter, page));
  }

  @FieldResolver(() => CatalogueClass, {
    description: "Its class in the national catalogue (全国公共信用信息基础目录类别).",
  })
  catalogueClass(@Root() { kind }: ListEntry): CatalogueClass {
    return CLASS_OF_LIST[kind];
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body on the list (主体)." })
  subject(@Root() { subjectId }: ListEntry): Organization | undefined {
    return subjectId === undefined ? undefined : { id: subjectId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that decided on the entry (认定机关)." })
  authority(@Root() { authorityId }: ListEntry): Organization {
    return { id: authorityId };
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division, by the code of the day of listing (所在区划).",
  })
  division(@Root() { divisionCode }: ListEntry): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => DivisionAsOf, {
    nullable: true,
    description: "The division as it was on the day of listing, whatever its code and name are now (列入当日区划).",
  })
  divisionThen(@Root() { divisionCode, listedOn }: ListEntry): DivisionAsOf {
    return { code: divisionCode, on: listedOn };
  }

  @FieldResolver(() => [Measure], {
    nullable: "itemsAndList",
    description: "What the entry brings with it; nothing once it no longer stands (惩戒或激励措施).",
  })
  measures(@Root() { measureCodes }: ListEntry, @Ctx() { services }: CreditContext): Promise<Measure[]> {
    return services.measures.ofCodes(measureCodes);
  }
}
