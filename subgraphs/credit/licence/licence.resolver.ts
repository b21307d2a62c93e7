/** Root fields and links of licences. */
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
} from "../../../platform/graphql/classes/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { ExchangeArgs } from "../../../platform/export/exchange-args.js";
import { ExchangeRowConnection, type ExchangeRow } from "../../../platform/export/exchange-row.type.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { CatalogueClass } from "../catalogue-class/catalogue-class.enums.js";
import type { CreditContext } from "../context.js";
import { DivisionAsOf } from "../division/division-as-of.type.js";
import { Division } from "../division/division.type.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceCase } from "../service-case/service-case.type.js";
import { ServiceMatter } from "../service-matter/service-matter.type.js";
import { LicenceFilter } from "./licence.input.js";
import { AdministrativeLicence, AdministrativeLicenceConnection } from "./licence.type.js";

@Resolver(() => AdministrativeLicence)
export class LicenceResolver {
  @Query(() => AdministrativeLicence, {
    nullable: true,
    description: "A licence by id or by number of its decision (按编号或文书号查行政许可).",
  })
  administrativeLicence(
    @Ctx() { services }: CreditContext,
    @Arg("id", () => ID, { nullable: true, description: "Id (记录编号)." }) id?: string,
    @Arg("docNo", () => String, { nullable: true, description: "Number of the decision (许可文书号, XK_WSH)." })
    docNo?: string,
  ): Promise<AdministrativeLicence | undefined> {
    if (id != null) return services.licences.find(id);
    if (docNo != null) return services.licences.findByDocNo(docNo);
    throw badInput("id", "ONE_KEY_REQUIRED", "Give id or docNo.");
  }

  @Query(() => AdministrativeLicenceConnection, {
    nullable: true,
    description: "Licences, newest decision first (行政许可列表).",
  })
  async licences(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => LicenceFilter, { nullable: true, description: "Which licences (筛选)." })
    filter?: LicenceFilter,
  ): Promise<ConnectionShape<AdministrativeLicence>> {
    return toConnection(await services.licences.list(filter ?? {}, page));
  }

  @Query(() => ExchangeRowConnection, {
    nullable: true,
    description:
      "Rows of the national exchange table of what everybody may read today, by id; `npm run import -- licences` loads a file of them (行政许可信息交换表, XK_*).",
  })
  async licenceExchangeRows(
    @Ctx() { services }: CreditContext,
    @Args(() => ExchangeArgs) { division, agency, ...page }: ExchangeArgs,
  ): Promise<ConnectionShape<ExchangeRow>> {
    const scope = { ...(division == null ? {} : { division }), ...(agency == null ? {} : { agency }) };
    return toConnection(await services.licences.listExchangeRows(scope, page));
  }

  @FieldResolver(() => CatalogueClass, {
    description: "Its class in the national catalogue (全国公共信用信息基础目录类别).",
  })
  catalogueClass(): CatalogueClass {
    return CatalogueClass.ADMINISTRATION;
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Licensed body; null for natural persons (行政相对人).",
  })
  counterparty(@Root() { counterpartyId }: AdministrativeLicence): Organization | undefined {
    return counterpartyId === undefined ? undefined : { id: counterpartyId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Licensing authority (许可机关, XK_XKJG)." })
  authority(@Root() { authorityId }: AdministrativeLicence): Organization {
    return { id: authorityId };
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division of the authority, by the code that was valid on the day of the decision (所在区划).",
  })
  division(@Root() { divisionCode }: AdministrativeLicence): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => DivisionAsOf, {
    nullable: true,
    description:
      "The division as it was on the day of the decision, whatever its code and name are now (决定当日区划).",
  })
  divisionThen(@Root() { divisionCode, decisionDate }: AdministrativeLicence): DivisionAsOf {
    return { code: divisionCode, on: decisionDate };
  }

  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter by which it was granted (事项编码)." })
  matter(@Root() { matterId }: AdministrativeLicence): ServiceMatter | undefined {
    return matterId === undefined ? undefined : { id: matterId };
  }

  @Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @FieldResolver(() => ServiceCase, { nullable: true, description: "Case in which it was granted (办件)." })
  case(@Root() { caseNo }: AdministrativeLicence): ServiceCase | undefined {
    return caseNo === undefined ? undefined : { caseNo };
  }
}
