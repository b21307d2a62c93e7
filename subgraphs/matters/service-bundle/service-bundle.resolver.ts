/** Root fields of bundles, what is computed of them, and the ways to them from matters and divisions. */
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
import {
  Cached,
  type ConnectionShape,
  PageArgs,
  searchWords,
  TimeLimit,
  toConnection,
} from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { ServiceMatter } from "../matter/matter.type.js";
import { bundleLimit, bundleMaterials, bundleVisits, savedMaterials } from "./bundle-figures.js";
import { ServiceBundleFilter } from "./service-bundle.input.js";
import { BundleMaterial, ServiceBundle, ServiceBundleConnection } from "./service-bundle.type.js";

@Resolver(() => ServiceBundle)
export class BundleResolver {
  @Cached(60)
  @Query(() => ServiceBundle, { nullable: true, description: "A bundle by code (按编码查高效办成一件事)." })
  serviceBundle(
    @Ctx() { services }: MattersContext,
    @Arg("code", () => ID, { description: "Code (高效办成一件事编码)." }) code: string,
  ): Promise<ServiceBundle | undefined> {
    return services.bundles.find(code);
  }

  @Cached(60)
  @Query(() => ServiceBundleConnection, {
    nullable: true,
    description: "Bundles by name; the best match first where words are searched (高效办成一件事列表).",
  })
  async serviceBundles(
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of the name, or the beginning of a code (搜索词).",
    })
    search?: string,
    @Arg("filter", () => ServiceBundleFilter, { nullable: true, description: "Which bundles (筛选)." })
    filter?: ServiceBundleFilter,
  ): Promise<ConnectionShape<ServiceBundle>> {
    return toConnection(await services.bundles.list({ search: searchWords(search), filter }, page));
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division that offers it; null for the whole province (行政区划).",
  })
  division(@Root() { divisionCode }: ServiceBundle): Division | undefined {
    return divisionCode === undefined ? undefined : { code: divisionCode };
  }

  @FieldResolver(() => [ServiceMatter], {
    nullable: "items",
    description: "Its published matters, in order; drafts are in it for nobody (包含事项).",
  })
  matters(@Root() { code }: ServiceBundle, @Ctx() { services }: MattersContext): Promise<ServiceMatter[]> {
    return services.bundles.matters(code);
  }

  @FieldResolver(() => [BundleMaterial], {
    description: "Materials of all its matters, each name once, those of the most matters first (申请材料).",
  })
  async materials(@Root() { code }: ServiceBundle, @Ctx() { services }: MattersContext): Promise<BundleMaterial[]> {
    return bundleMaterials(await services.bundles.matters(code));
  }

  @FieldResolver(() => Int, {
    description: "How many materials less are handed in than for each matter on its own (减少材料数).",
  })
  async savedMaterials(@Root() { code }: ServiceBundle, @Ctx() { services }: MattersContext): Promise<number> {
    return savedMaterials(await services.bundles.matters(code));
  }

  @FieldResolver(() => TimeLimit, {
    nullable: true,
    description:
      "Longest promise of its matters, because they are handled in parallel, not one after the other; where units differ, five working days count as seven natural days. Null where a matter promises nothing (承诺办结时限).",
  })
  async limit(@Root() { code }: ServiceBundle, @Ctx() { services }: MattersContext): Promise<TimeLimit | undefined> {
    return bundleLimit(await services.bundles.matters(code));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Visits needed: the most of any of its matters, because one visit serves all. Null where a matter does not say (到办事现场次数).",
  })
  async visits(@Root() { code }: ServiceBundle, @Ctx() { services }: MattersContext): Promise<number | undefined> {
    return bundleVisits(await services.bundles.matters(code));
  }
}

@Resolver(() => ServiceMatter)
export class MatterBundlesResolver {
  @FieldResolver(() => [ServiceBundle], {
    nullable: "itemsAndList",
    description: "Bundles that it is part of (所属高效办成一件事).",
  })
  bundles(@Root() matter: ServiceMatter, @Ctx() { services }: MattersContext): Promise<ServiceBundle[]> {
    return services.bundles.listOfMatter(matter);
  }
}

@Resolver(() => Division)
export class DivisionBundlesResolver {
  @FieldResolver(() => ServiceBundleConnection, {
    nullable: true,
    description: "Bundles of the division and below it, and those for the whole province (本区划高效办成一件事).",
  })
  async serviceBundles(
    @Root() { code }: Division,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of the name, or the beginning of a code (搜索词).",
    })
    search?: string,
    @Arg("filter", () => ServiceBundleFilter, { nullable: true, description: "Which bundles (筛选)." })
    filter?: ServiceBundleFilter,
  ): Promise<ConnectionShape<ServiceBundle>> {
    return toConnection(await services.bundles.listOfDivision(code, { search: searchWords(search), filter }, page));
  }
}
