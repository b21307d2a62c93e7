/** Root fields and links of services of public enterprises and institutions, and the ways to them from bodies and divisions. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  SameForAll,
} from "../../../platform/graphql/classes/index.js";
import { Cached, type ConnectionShape, PageArgs, searchWords, toConnection } from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { Organization } from "../organization/organization.type.js";
import { PublicServiceSector } from "./public-institution-service.enums.js";
import { PublicInstitutionServiceFilter } from "./public-institution-service.input.js";
import {
  PublicInstitutionService,
  PublicInstitutionServiceConnection,
  PublicServicePrice,
} from "./public-institution-service.type.js";

@Resolver(() => PublicInstitutionService)
export class PublicServiceResolver {
  @SameForAll()
  @Cached(60)
  @Query(() => PublicInstitutionService, {
    nullable: true,
    description: "A service of a public enterprise or institution by id (按编号查公共企事业单位服务).",
  })
  publicInstitutionService(
    @Ctx() { services }: MattersContext,
    @Arg("id", () => ID, { description: "Id (服务编号)." }) id: string,
  ): Promise<PublicInstitutionService | undefined> {
    return services.publicServices.find(id);
  }

  @SameForAll()
  @Cached(60)
  @Query(() => PublicInstitutionServiceConnection, {
    nullable: true,
    description:
      "Services of public enterprises and institutions by name; the best match first where words are searched (公共企事业单位服务列表).",
  })
  async publicInstitutionServices(
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of the name, or the beginning of an id (搜索词).",
    })
    search?: string,
    @Arg("filter", () => PublicInstitutionServiceFilter, { nullable: true, description: "Which services (筛选)." })
    filter?: PublicInstitutionServiceFilter,
  ): Promise<ConnectionShape<PublicInstitutionService>> {
    return toConnection(await services.publicServices.list({ search: searchWords(search), filter }, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that offers it (服务单位)." })
  institution(@Root() { institutionId }: PublicInstitutionService): Organization {
    return { id: institutionId };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Agency that is responsible for the sector (主管部门).",
  })
  competentDept(@Root() { competentDeptId }: PublicInstitutionService): Organization | undefined {
    return competentDeptId === undefined ? undefined : { id: competentDeptId };
  }

  @FieldResolver(() => Division, { nullable: true, description: "Division that it serves (行政区划)." })
  division(@Root() { divisionCode }: PublicInstitutionService): Division {
    return { code: divisionCode };
  }
}

@Resolver(() => PublicServicePrice)
export class PublicServicePriceResolver {
  @FieldResolver(() => LegalBasis, { nullable: true, description: "Article of a law on which it rests (法律依据)." })
  legalBasis(@Root() { legalBasisId }: PublicServicePrice): LegalBasis | undefined {
    return legalBasisId === undefined ? undefined : { id: legalBasisId };
  }
}

@Resolver(() => Organization)
export class OrganizationPublicServicesResolver {
  @FieldResolver(() => PublicInstitutionServiceConnection, {
    nullable: true,
    description: "What it offers as a public enterprise or institution, by name (公共企事业单位服务).",
  })
  async publicServices(
    @Root() { id }: Organization,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<PublicInstitutionService>> {
    return toConnection(await services.publicServices.listOfOrganization(id, page));
  }
}

@Resolver(() => Division)
export class DivisionPublicServicesResolver {
  @FieldResolver(() => PublicInstitutionServiceConnection, {
    nullable: true,
    description:
      "Services of public enterprises and institutions in the division and below it, by name (本区划公共企事业单位服务).",
  })
  async publicInstitutionServices(
    @Root() { code }: Division,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("sector", () => [PublicServiceSector], {
      nullable: true,
      description: "Of one of these sectors (领域).",
    })
    sectors?: PublicServiceSector[],
  ): Promise<ConnectionShape<PublicInstitutionService>> {
    return toConnection(await services.publicServices.listOfDivision(code, sectors ?? undefined, page));
  }
}
