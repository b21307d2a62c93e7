/** Root field and links of findings. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { IntermediaryContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { IntermediaryService } from "../intermediary-service/intermediary-service.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { IntermediaryProcurement } from "../intermediary-procurement/intermediary-procurement.type.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceMatter } from "../service-matter/service-matter.type.js";
import { FindingRule } from "./finding.enums.js";
import { messageOf } from "./finding.message.js";
import { IntermediaryFinding, IntermediaryFindingConnection } from "./finding.type.js";

const stub = <Id>(id: Id | undefined): { id: Id } | undefined => (id === undefined ? undefined : { id });

@Resolver(() => IntermediaryFinding)
export class IntermediaryFindingResolver {
  @Query(() => IntermediaryFindingConnection, {
    nullable: true,
    description:
      "Broken rules of intermediary services, by rule; those of a division are in it or below it (规范性问题列表).",
  })
  async intermediaryFindings(
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("division", () => DivisionCodeScalar, {
      nullable: true,
      description: "In this division or below it (行政区划).",
    })
    division?: string,
    @Arg("rule", () => FindingRule, { nullable: true, description: "Of this rule (规则)." }) rule?: FindingRule,
  ): Promise<ConnectionShape<IntermediaryFinding>> {
    return toConnection(
      await services.findings.list({ division: division ?? undefined, rule: rule ?? undefined }, page),
    );
  }

  @FieldResolver(() => String, {
    description: "What is wrong in a sentence, Chinese or English as the reader's Accept-Language says (说明).",
  })
  message(@Root() { rule, detail }: IntermediaryFinding, @Ctx() { language }: IntermediaryContext): string {
    return messageOf(rule, detail, language);
  }

  @FieldResolver(() => Division, { nullable: true, description: "Where it is (行政区划)." })
  division(@Root() { divisionCode }: IntermediaryFinding): Division | undefined {
    return divisionCode === undefined ? undefined : { code: divisionCode };
  }

  @FieldResolver(() => IntermediaryService, { nullable: true, description: "Service, where it is known (中介服务)." })
  service(
    @Root() { serviceCode }: IntermediaryFinding,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryService | undefined> | undefined {
    return serviceCode === undefined ? undefined : services.intermediaryServices.find(serviceCode);
  }

  @FieldResolver(() => IntermediaryService, {
    nullable: true,
    description: "The other service of a split (另一中介服务).",
  })
  otherService(
    @Root() { otherServiceCode }: IntermediaryFinding,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryService | undefined> | undefined {
    return otherServiceCode === undefined ? undefined : services.intermediaryServices.find(otherServiceCode);
  }

  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter (审批事项)." })
  matter(@Root() { matterId }: IntermediaryFinding): ServiceMatter | undefined {
    return stub(matterId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Intermediary (中介机构)." })
  intermediary(@Root() { intermediaryId }: IntermediaryFinding): Organization | undefined {
    return stub(intermediaryId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Approving department (审批部门)." })
  approvalDept(@Root() { deptId }: IntermediaryFinding): Organization | undefined {
    return stub(deptId);
  }

  @FieldResolver(() => IntermediaryProcurement, { nullable: true, description: "Project (采购项目)." })
  project(
    @Root() { projectNo }: IntermediaryFinding,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryProcurement | undefined> | undefined {
    return projectNo === undefined ? undefined : services.intermediaryProcurements.find(projectNo);
  }

  @FieldResolver(() => LegalBasis, { nullable: true, description: "Legal basis that is meant (设定依据)." })
  legalBasis(@Root() { legalBasisId }: IntermediaryFinding): LegalBasis | undefined {
    return stub(legalBasisId);
  }
}
