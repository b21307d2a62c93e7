/** Root fields and links of penalties. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  Tag,
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
import { RepairCaseConnection, type RepairCase } from "../repair-case/repair-case.type.js";
import { SeverityRule } from "../severity-rule/severity-rule.type.js";
import { PenaltyFilter } from "./penalty.input.js";
import { AdministrativePenalty, AdministrativePenaltyConnection } from "./penalty.type.js";

@Resolver(() => AdministrativePenalty)
export class PenaltyResolver {
  @Query(() => AdministrativePenalty, {
    nullable: true,
    description: "A penalty by id or by number of its decision (按编号或文书号查行政处罚).",
  })
  administrativePenalty(
    @Ctx() { services }: CreditContext,
    @Arg("id", () => ID, { nullable: true, description: "Id (记录编号)." }) id?: string,
    @Arg("docNo", () => String, { nullable: true, description: "Number of the decision (决定文书号, CF_WSH)." })
    docNo?: string,
  ): Promise<AdministrativePenalty | undefined> {
    if (id != null) return services.penalties.find(id);
    if (docNo != null) return services.penalties.findByDocNo(docNo);
    throw badInput("id", "ONE_KEY_REQUIRED", "Give id or docNo.");
  }

  @Query(() => AdministrativePenaltyConnection, {
    nullable: true,
    description: "Penalties, newest decision first (行政处罚列表).",
  })
  async penalties(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PenaltyFilter, { nullable: true, description: "Which penalties (筛选)." })
    filter?: PenaltyFilter,
  ): Promise<ConnectionShape<AdministrativePenalty>> {
    return toConnection(await services.penalties.list(filter ?? {}, page));
  }

  @Tag("signed-in")
  @Query(() => AdministrativePenaltyConnection, {
    nullable: true,
    description:
      "Penalties about the viewer, or about the enterprise the viewer acts for, that may be repaired now or later, by `repairEligibleOn`, soonest first; none for others (我的可修复记录及可申请日期).",
  })
  async repairSchedule(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<AdministrativePenalty>> {
    return toConnection(await services.penalties.listOwnRepairSchedule(page));
  }

  @Query(() => ExchangeRowConnection, {
    nullable: true,
    description:
      "Rows of the national exchange table of what everybody may read today, by id; `npm run import -- penalties` loads a file of them (行政处罚信息交换表, CF_*).",
  })
  async penaltyExchangeRows(
    @Ctx() { services }: CreditContext,
    @Args(() => ExchangeArgs) { division, agency, ...page }: ExchangeArgs,
  ): Promise<ConnectionShape<ExchangeRow>> {
    const scope = { ...(division == null ? {} : { division }), ...(agency == null ? {} : { agency }) };
    return toConnection(await services.penalties.listExchangeRows(scope, page));
  }

  @FieldResolver(() => SeverityRule, {
    nullable: true,
    description: "Rule that bounds its publicity (适用的公示期限规则, L23).",
  })
  publicityRule(
    @Root() { severityRuleId }: AdministrativePenalty,
    @Ctx() { services }: CreditContext,
  ): Promise<SeverityRule | undefined> {
    return services.severityRules.find(severityRuleId);
  }

  @FieldResolver(() => CatalogueClass, {
    description: "Its class in the national catalogue (全国公共信用信息基础目录类别).",
  })
  catalogueClass(): CatalogueClass {
    return CatalogueClass.ADMINISTRATION;
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Penalised body; null for natural persons (行政相对人).",
  })
  counterparty(@Root() { counterpartyId }: AdministrativePenalty): Organization | undefined {
    return counterpartyId === undefined ? undefined : { id: counterpartyId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Deciding authority (处罚机关, CF_CFJG)." })
  authority(@Root() { authorityId }: AdministrativePenalty): Organization {
    return { id: authorityId };
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division of the authority, by the code that was valid on the day of the decision (所在区划).",
  })
  division(@Root() { divisionCode }: AdministrativePenalty): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => DivisionAsOf, {
    nullable: true,
    description:
      "The division as it was on the day of the decision, whatever its code and name are now (决定当日区划).",
  })
  divisionThen(@Root() { divisionCode, decisionDate }: AdministrativePenalty): DivisionAsOf {
    return { code: divisionCode, on: decisionDate };
  }

  @FieldResolver(() => RepairCaseConnection, {
    nullable: true,
    description: "Repair cases about it, for its subject, authority and supervisors (信用修复办理).",
  })
  async repairCases(
    @Root() { id }: AdministrativePenalty,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<RepairCase>> {
    return toConnection(await services.repairCases.listOfRecord(id, page));
  }
}
