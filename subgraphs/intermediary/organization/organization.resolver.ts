/** What intermediary adds to organisations. */
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  Int,
  Resolver,
  Root,
  SameForAll,
} from "../../../platform/graphql/classes/index.js";
import {
  ListSize,
  PageArgs,
  checkedYear,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import { IntermediaryComposite } from "../intermediary-composite/intermediary-composite.type.js";
import { IntermediaryProfile } from "../intermediary-profile/intermediary-profile.type.js";
import { CreditCheck } from "../bid/bid.enums.js";
import type { IntermediaryContext } from "../context.js";
import { creditGateOf } from "../credit-gate/credit-gate.js";
import { creditPasses } from "../sealed-bid/credit-pass.js";
import { actingSubject } from "../../../platform/write/index.js";
import { CreditGate } from "../credit-gate/credit-gate.type.js";
import { IntermediaryFinding } from "../finding/finding.type.js";
import { MarketRole } from "../intermediary-procurement/intermediary-procurement.enums.js";
import {
  IntermediaryProcurementConnection,
  type IntermediaryProcurement,
} from "../intermediary-procurement/intermediary-procurement.type.js";
import { Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => IntermediaryProfile, {
    nullable: true,
    description: "What the organisation is as an intermediary; null for others (中介机构信息).",
  })
  intermediaryProfile(
    @Root() { id }: Organization,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryProfile | undefined> {
    return services.intermediaries.find(id);
  }

  @Directive('@requires(fields: "onSeriousList")')
  @FieldResolver(() => CreditGate, {
    nullable: true,
    description:
      "Whether it may bid today: no sanction in force, on no list of the seriously dishonest; shut where credit does not answer (信用准入, N5).",
  })
  async creditGate(
    @Root() { id, onSeriousList }: Organization,
    @Ctx() { services, codeKeys, asOf, viewer }: IntermediaryContext,
  ): Promise<CreditGate> {
    const gate = creditGateOf({ barring: await services.sanctions.barring(id), onSeriousList });
    const firmUscc = (await services.intermediaries.find(id))?.uscc;
    const isOwn = firmUscc !== undefined && actingSubject(viewer)?.subject === firmUscc;
    return { ...gate, ...(isOwn && gate.mayBid ? { pass: creditPasses(codeKeys).make(firmUscc, asOf) } : {}) };
  }

  @Directive('@requires(fields: "onSeriousList seriousListSince")')
  @FieldResolver(() => CreditCheck, {
    nullable: true,
    description:
      "LISTED where it stood on a serious list when it bid for the project and still stands there by the same entry; null otherwise, and that says nothing (投标时准入核查).",
  })
  bidCreditCheck(
    @Root() { id, ...standing }: Organization,
    @Ctx() { services }: IntermediaryContext,
    @Arg("projectNo", () => String, { description: "Project for which it bid (项目编号)." }) projectNo: string,
  ): Promise<CreditCheck | undefined> {
    return services.bids.publicCheck(projectNo, id, standing);
  }

  @Directive('@requires(fields: "onSeriousList seriousListSince")')
  @ListSize(100)
  @FieldResolver(() => [IntermediaryFinding], {
    nullable: "itemsAndList",
    description:
      "Findings about bids of the intermediary that rest on a serious list alone, while it stands there by the same entry; at most 100 (失信主体投标问题).",
  })
  seriousListFindings(
    @Root() { id, ...standing }: Organization,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryFinding[]> {
    return services.findings.ofSeriousList(id, standing);
  }

  @Directive('@requires(fields: "onSeriousList seriousListSince")')
  @SameForAll()
  @FieldResolver(() => IntermediaryComposite, {
    nullable: true,
    description: "Its year as an intermediary in points; null for what is no intermediary (中介机构年度综合评价).",
  })
  async intermediaryComposite(
    @Root() { id, ...listed }: Organization,
    @Ctx() { services }: IntermediaryContext,
    @Arg("year", () => Int, { description: "Year that is judged (评价年度)." }) year: number,
  ): Promise<IntermediaryComposite | undefined> {
    const judged = checkedYear(year, 2000);
    return (await services.intermediaries.find(id)) && services.composites.find(id, judged, listed);
  }

  @Directive('@requires(fields: "onSeriousList seriousListSince")')
  @SameForAll()
  @FieldResolver(() => [IntermediaryComposite], {
    nullable: "itemsAndList",
    description:
      "Its years as an intermediary that have a regulator's score or an evaluated project, newest first, at most ten (历年综合评价).",
  })
  async intermediaryComposites(
    @Root() { id, ...listed }: Organization,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryComposite[] | undefined> {
    return (await services.intermediaries.find(id)) && services.composites.list(id, listed);
  }

  @FieldResolver(() => IntermediaryProcurementConnection, {
    nullable: true,
    description: "Intermediary procurements in which it has the part, newest first (中介服务采购项目).",
  })
  async intermediaryProcurements(
    @Root() { id }: Organization,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("role", () => MarketRole, {
      nullable: true,
      defaultValue: MarketRole.OWNER,
      description: "Part that it has (参与角色).",
    })
    role: MarketRole = MarketRole.OWNER,
  ): Promise<ConnectionShape<IntermediaryProcurement>> {
    return toConnection(await services.intermediaryProcurements.listOfOrganization(id, role, page));
  }
}
