/** Root field and links of cases. */
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
import {
  DateScalar,
  Deadline,
  Light,
  PageArgs,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import { LightReason } from "../case-clock/case-clock.js";
import type { MattersContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { ElectronicLicence } from "../electronic-licence/electronic-licence.type.js";
import { ServiceMatter } from "../matter/matter.type.js";
import { AlertArgs } from "../monitor-alert/monitor-alert.input.js";
import { MonitorAlertConnection, type MonitorAlert } from "../monitor-alert/monitor-alert.type.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceRatingConnection, type ServiceRating } from "../service-rating/service-rating.type.js";
import { CaseStep, SpecialProcedure } from "./service-case.parts.js";
import { CaseFile, ServiceCase } from "./service-case.type.js";

@Resolver(() => ServiceCase)
export class ServiceCaseResolver {
  @Query(() => ServiceCase, {
    nullable: true,
    description: "A case by number, for applicant, agency and supervisor (按办件编号查办件).",
  })
  serviceCase(
    @Ctx() { services }: MattersContext,
    @Arg("caseNo", () => ID, { description: "Number (办件编号)." }) caseNo: string,
  ): Promise<ServiceCase | undefined> {
    return services.cases.find(caseNo);
  }

  @CaseFile()
  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter (事项, taskCode)." })
  matter(@Root() { matterId }: ServiceCase, @Ctx() { services }: MattersContext): Promise<ServiceMatter | undefined> {
    return services.matters.find(matterId);
  }

  @CaseFile()
  @FieldResolver(() => Organization, { nullable: true, description: "Handling agency (受理部门, orgCode)." })
  dept(@Root() { deptId }: ServiceCase): Organization {
    return { id: deptId };
  }

  @CaseFile()
  @FieldResolver(() => Division, { nullable: true, description: "Division where it is handled (行政区划)." })
  division(@Root() { divisionCode }: ServiceCase): Division {
    return { code: divisionCode };
  }

  @CaseFile()
  @FieldResolver(() => Organization, { nullable: true, description: "Applicant, where it is a body (申请机构)." })
  applicantOrg(@Root() { applicantOrgId }: ServiceCase): Organization | undefined {
    return applicantOrgId === undefined ? undefined : { id: applicantOrgId };
  }

  @CaseFile()
  @FieldResolver(() => Deadline, {
    nullable: true,
    description:
      "Until when the agency has to say what is missing; licensing alone (受理告知期限, 行政许可法 第三十二条, L01).",
  })
  acceptanceDeadline(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): Deadline | undefined {
    return services.cases.acceptanceDeadline(serviceCase);
  }

  @CaseFile()
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "Day of receipt, where the case counts as accepted since then because no notice came in time; computed (视为受理日期, L01).",
  })
  deemedAcceptedOn(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): string | undefined {
    return services.cases.deemedAcceptedOn(serviceCase);
  }

  @CaseFile()
  @FieldResolver(() => Deadline, {
    nullable: true,
    description:
      "Promised deadline; none before acceptance and after an end without decision (承诺办结期限, promiseDate).",
  })
  deadline(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): Deadline | undefined {
    return services.cases.deadline(serviceCase);
  }

  @CaseFile()
  @FieldResolver(() => Deadline, { nullable: true, description: "Deadline of the law (法定办结期限)." })
  statutoryDeadline(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): Deadline | undefined {
    return services.cases.statutoryDeadline(serviceCase);
  }

  @CaseFile()
  @FieldResolver(() => Light, {
    nullable: true,
    description:
      "Light of a running case: that of its deadline, and red where a step is over its limit though the total is on time (灯).",
  })
  light(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): Light | undefined {
    return services.cases.light(serviceCase);
  }

  @CaseFile()
  @FieldResolver(() => [LightReason], {
    nullable: true,
    description: "Why the light of a running case is not green, gravest first; empty otherwise (亮灯原因).",
  })
  lightReasons(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): LightReason[] {
    return services.cases.lightReasons(serviceCase);
  }

  @CaseFile()
  @FieldResolver(() => [CaseStep], {
    nullable: true,
    description: "Steps, oldest first, with their clocks (办理过程).",
  })
  steps(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): CaseStep[] {
    return services.cases.steps(serviceCase);
  }

  @CaseFile()
  @FieldResolver(() => [SpecialProcedure], {
    nullable: true,
    description: "Special procedures, extensions included, oldest first (特别程序).",
  })
  specialProcedures(@Root() { procedures }: ServiceCase): SpecialProcedure[] {
    return procedures;
  }

  @CaseFile()
  @FieldResolver(() => [SpecialProcedure], {
    nullable: true,
    description: "Spans that do not count (暂停计时, L07).",
  })
  suspensions(@Root() { procedures }: ServiceCase): SpecialProcedure[] {
    return procedures.filter(({ pausesClock }) => pausesClock);
  }

  @CaseFile()
  @FieldResolver(() => ElectronicLicence, { nullable: true, description: "Licence that it produced (结果证照)." })
  electronicLicence(
    @Root() { caseNo }: ServiceCase,
    @Ctx() { services }: MattersContext,
  ): Promise<ElectronicLicence | undefined> {
    return services.licences.findOfCase(caseNo);
  }

  @Closed({ tier: ["OWNER"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @FieldResolver(() => String, {
    nullable: true,
    description: "Code with which others may follow the progress, as on the receipt (查询码).",
  })
  queryCode(@Root() serviceCase: ServiceCase, @Ctx() { services }: MattersContext): string {
    return services.cases.queryCode(serviceCase);
  }

  @CaseFile()
  @FieldResolver(() => MonitorAlertConnection, { nullable: true, description: "Alerts about it (监察预警)." })
  async alerts(
    @Root() { caseNo }: ServiceCase,
    @Ctx() { services }: MattersContext,
    @Args(() => AlertArgs) { level, light, state, ...page }: AlertArgs,
  ): Promise<ConnectionShape<MonitorAlert>> {
    return toConnection(await services.alerts.listOfCase(caseNo, { level, light, state }, page));
  }

  // Not for the agency: it would learn who rated it.
  @Closed({ tier: ["OWNER", "SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @FieldResolver(() => ServiceRatingConnection, { nullable: true, description: "Its ratings, newest first (评价)." })
  async ratings(
    @Root() { caseNo }: ServiceCase,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("bad", () => Boolean, { nullable: true, defaultValue: false, description: "Bad ones alone (仅差评)." })
    bad: boolean = false,
  ): Promise<ConnectionShape<ServiceRating>> {
    return toConnection(await services.ratings.listOfCase(caseNo, { bad }, page));
  }
}
