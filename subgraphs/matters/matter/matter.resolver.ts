/** Root fields and links of matters. */
import {
  Arg,
  Args,
  Closed,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  Tag,
} from "../../../platform/graphql/classes/index.js";
import { parseTaskCode } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { ExchangeArgs } from "../../../platform/export/exchange-args.js";
import { ExchangeRowConnection, type ExchangeRow } from "../../../platform/export/exchange-row.type.js";
import { Cached, type ConnectionShape, PageArgs, searchWords, toConnection } from "../../../platform/graphql/index.js";
import { CatalogueItem } from "../catalogue-item/catalogue-item.type.js";
import type { MattersContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceMatterFilter, ServiceMatterOrder } from "./matter.input.js";
import { Material, QualityIssue } from "./matter.parts.js";
import { qualityIssues } from "./matter.quality.js";
import { ServiceMatter, ServiceMatterConnection, ServiceMatterVersion } from "./matter.type.js";

@Resolver(() => ServiceMatter)
export class MatterResolver {
  @Tag("partner")
  @Cached(60)
  @Query(() => ServiceMatter, {
    nullable: true,
    description: "A matter by id or implementation code (按编号或实施编码查事项).",
  })
  serviceMatter(
    @Ctx() { services }: MattersContext,
    @Arg("id", () => ID, { nullable: true, description: "Id (事项编号)." }) id?: string,
    @Arg("taskCode", () => String, { nullable: true, description: "Implementation code (实施编码)." })
    taskCode?: string,
  ): Promise<ServiceMatter | undefined> {
    if (id != null) return services.matters.find(id);
    if (taskCode != null) return services.matters.findByTaskCode(parseTaskCode(taskCode));
    throw badInput("id", "ONE_KEY_REQUIRED", "Give id or taskCode.");
  }

  @Tag("partner")
  @Cached(60)
  @Query(() => ServiceMatterConnection, {
    nullable: true,
    description: "Matters by name, type, division and more (政务服务事项列表).",
  })
  async serviceMatters(
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of the name, or the beginning of a code (搜索词).",
    })
    search?: string,
    @Arg("filter", () => ServiceMatterFilter, { nullable: true, description: "Which matters (筛选)." })
    filter?: ServiceMatterFilter,
    @Arg("orderBy", () => ServiceMatterOrder, {
      nullable: true,
      defaultValue: ServiceMatterOrder.RELEVANCE,
      description: "Order (排序).",
    })
    orderBy: ServiceMatterOrder = ServiceMatterOrder.RELEVANCE,
  ): Promise<ConnectionShape<ServiceMatter>> {
    return toConnection(await services.matters.list({ search: searchWords(search), filter, orderBy }, page));
  }

  @Query(() => ExchangeRowConnection, {
    nullable: true,
    description:
      "Rows of the national exchange table of what everybody may read today, by id; `npm run import -- matters` loads a file of them (国家政务服务平台事项基本信息 C0109).",
  })
  async matterExchangeRows(
    @Ctx() { services }: MattersContext,
    @Args(() => ExchangeArgs) { division, agency, ...page }: ExchangeArgs,
  ): Promise<ConnectionShape<ExchangeRow>> {
    const scope = { ...(division == null ? {} : { division }), ...(agency == null ? {} : { agency }) };
    return toConnection(await services.matters.listExchangeRows(scope, page));
  }

  @FieldResolver(() => CatalogueItem, { nullable: true, description: "Catalogue item that it implements (基本目录)." })
  catalogue(
    @Root() { catalogCode }: ServiceMatter,
    @Ctx() { services }: MattersContext,
  ): Promise<CatalogueItem | undefined> | undefined {
    return catalogCode === undefined ? undefined : services.catalogue.find(catalogCode);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Implementing body (实施主体, deptCode)." })
  dept(@Root() { deptId }: ServiceMatter): Organization {
    return { id: deptId };
  }

  @FieldResolver(() => [Organization], {
    nullable: "itemsAndList",
    description: "Bodies that handle it together with the implementing one (联办机构, otherDept).",
  })
  jointDepts(@Root() { jointDeptIds }: ServiceMatter): Organization[] {
    return jointDeptIds.map((id) => ({ id }));
  }

  @FieldResolver(() => Division, { nullable: true, description: "Division where it is handled (行政区划)." })
  division(@Root() { divisionCode }: ServiceMatter): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => [LegalBasis], {
    nullable: "itemsAndList",
    description: "Laws on which it rests (设定依据, byLaw).",
  })
  legalBases(@Root() { legalBasisIds }: ServiceMatter): LegalBasis[] {
    return legalBasisIds.map((id) => ({ id }));
  }

  @FieldResolver(() => [Material], {
    nullable: true,
    description: "Materials, for these situations where given (申请材料).",
  })
  materials(
    @Root() { allMaterials }: ServiceMatter,
    @Arg("situation", () => [ID], { nullable: true, description: "Situations of the applicant (情形)." })
    situation?: string[],
  ): Material[] {
    if (situation == null) return allMaterials;
    return allMaterials.filter(
      ({ situationIds }) => situationIds.length === 0 || situationIds.some((id) => situation.includes(id)),
    );
  }

  @FieldResolver(() => [ServiceMatterVersion], {
    nullable: true,
    description: "Versions, newest first; those that were published, to its agency and supervisors all (历史版本).",
  })
  versions(@Root() matter: ServiceMatter, @Ctx() { services }: MattersContext): Promise<ServiceMatterVersion[]> {
    return services.matters.versions(matter);
  }

  @Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" })
  @FieldResolver(() => [QualityIssue], {
    nullable: true,
    description: "Findings of the publishing gate (数据质量问题).",
  })
  qualityIssues(@Root() matter: ServiceMatter, @Ctx() { language }: MattersContext): QualityIssue[] {
    return qualityIssues(matter, language);
  }
}
