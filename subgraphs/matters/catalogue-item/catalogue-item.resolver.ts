/** Root fields and links of catalogue items. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Query,
  Resolver,
  Root,
  SameForAll,
  Tag,
} from "../../../platform/graphql/classes/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  Cached,
  CatalogCodeScalar,
  type ConnectionShape,
  DateScalar,
  DivisionCodeScalar,
  PageArgs,
  searchWords,
  toConnection,
} from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { TaskState } from "../matter/matter.enums.js";
import { ServiceMatterConnection, type ServiceMatter } from "../matter/matter.type.js";
import { CatalogueItem, CatalogueItemConnection } from "./catalogue-item.type.js";

@Resolver(() => CatalogueItem)
export class CatalogueItemResolver {
  @SameForAll()
  @Tag("partner")
  @Cached(60)
  @Query(() => CatalogueItem, { nullable: true, description: "A catalogue item by code (按基本编码查目录)." })
  catalogueItem(
    @Ctx() { services }: MattersContext,
    @Arg("catalogCode", () => CatalogCodeScalar, { description: "Code (基本编码)." }) catalogCode: string,
  ): Promise<CatalogueItem | undefined> {
    return services.catalogue.find(catalogCode);
  }

  @SameForAll()
  @Tag("partner")
  @Cached(60)
  @Query(() => CatalogueItemConnection, {
    nullable: true,
    description: "Catalogue items by name, those that were cancelled included (基本目录列表).",
  })
  async catalogueItems(
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, { nullable: true, description: "Words of the name (搜索词)." }) search?: string,
    @Arg("on", () => DateScalar, { nullable: true, description: "In force on this day (在该日有效)." }) on?: string,
  ): Promise<ConnectionShape<CatalogueItem>> {
    return toConnection(await services.catalogue.list({ search: searchWords(search), on: on ?? undefined }, page));
  }

  @FieldResolver(() => TaskState, {
    description: "State on the day of the request; cancelled from `cancelledOn` on (事项状态, taskState).",
  })
  taskState(@Root() { recordedState, cancelledOn }: CatalogueItem, @Ctx() { asOf }: MattersContext): TaskState {
    return cancelledOn !== undefined && cancelledOn <= localDateOf(asOf) ? TaskState.CANCELLED : recordedState;
  }

  @FieldResolver(() => [LegalBasis], { nullable: "items", description: "Laws on which it rests (设定依据, byLaw)." })
  byLaw(@Root() { legalBasisIds }: CatalogueItem): LegalBasis[] {
    return legalBasisIds.map((id) => ({ id }));
  }

  @FieldResolver(() => ServiceMatterConnection, { description: "How agencies implement it (实施清单)." })
  async implementations(
    @Root() { catalogCode }: CatalogueItem,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("division", () => DivisionCodeScalar, {
      nullable: true,
      description: "In this division or below it (行政区划).",
    })
    division?: string,
  ): Promise<ConnectionShape<ServiceMatter>> {
    return toConnection(await services.matters.listOfCatalogueItem(catalogCode, division, page));
  }
}
