/** Root fields, links and clocks of intermediary procurements. */
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
import { localDateOf } from "../../../platform/domain/index.js";
import { Cached, Deadline, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { BidConnection, type Bid } from "../bid/bid.type.js";
import type { IntermediaryContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { DrawProof } from "../draw/draw.type.js";
import { IntermediaryService } from "../intermediary-service/intermediary-service.type.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceCase } from "../service-case/service-case.type.js";
import { IntermediaryProcurementFilter } from "./intermediary-procurement.input.js";
import {
  publicNoticeTooShort,
  publicNoticeDeadline,
  clocksOf,
  contractDeadline,
  evaluationDeadline,
  isOpened,
} from "./intermediary-procurement.status.js";
import { IntermediaryProcurement, IntermediaryProcurementConnection } from "./intermediary-procurement.type.js";

@Resolver(() => IntermediaryProcurement)
export class IntermediaryProcurementResolver {
  @Cached(60)
  @Query(() => IntermediaryProcurement, {
    nullable: true,
    description: "An intermediary procurement by number (按编号查采购项目).",
  })
  intermediaryProcurement(
    @Ctx() { services }: IntermediaryContext,
    @Arg("projectNo", () => ID, { description: "Number (项目编号)." }) projectNo: string,
  ): Promise<IntermediaryProcurement | undefined> {
    return services.intermediaryProcurements.find(projectNo);
  }

  @Cached(60)
  @Query(() => IntermediaryProcurementConnection, {
    nullable: true,
    description: "Intermediary procurements, newest first (采购项目列表).",
  })
  async intermediaryProcurements(
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => IntermediaryProcurementFilter, { nullable: true, description: "Which projects (筛选)." })
    filter?: IntermediaryProcurementFilter,
  ): Promise<ConnectionShape<IntermediaryProcurement>> {
    return toConnection(await services.intermediaryProcurements.list({ filter: filter ?? undefined }, page));
  }

  @FieldResolver(() => IntermediaryService, { nullable: true, description: "Service that is commissioned (中介服务)." })
  service(
    @Root() { serviceCode }: IntermediaryProcurement,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryService | undefined> {
    return services.intermediaryServices.find(serviceCode);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Who commissions and pays (项目业主)." })
  owner(@Root() { ownerId }: IntermediaryProcurement): Organization {
    return { id: ownerId };
  }

  @FieldResolver(() => Division, { nullable: true, description: "Where it is (行政区划)." })
  division(@Root() { divisionCode }: IntermediaryProcurement): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => [Organization], {
    nullable: "items",
    description: "Intermediaries that must keep out of it (回避机构).",
  })
  avoidList(@Root() { avoidIds }: IntermediaryProcurement): Organization[] {
    return avoidIds.map((id) => ({ id }));
  }

  @FieldResolver(() => Boolean, {
    description: "True until bids are opened; then neither bids nor their number are told (报价是否密封).",
  })
  sealed(@Root() project: IntermediaryProcurement, @Ctx() { asOf }: IntermediaryContext): boolean {
    return !isOpened(project, localDateOf(asOf));
  }

  @FieldResolver(() => BidConnection, {
    nullable: true,
    description: "Bids after opening, in the order in which they came in; before it the viewer's own alone (报价).",
  })
  async bids(
    @Root() { projectNo }: IntermediaryProcurement,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Bid>> {
    return toConnection(await services.bids.listOfProject(projectNo, page));
  }

  @FieldResolver(() => DrawProof, {
    nullable: true,
    description: "After a draw by lot, what is needed to recompute it (随机抽取验证信息).",
  })
  drawProof(@Root() { proof }: IntermediaryProcurement, @Ctx() { asOf }: IntermediaryContext): DrawProof | undefined {
    return proof !== undefined && proof.drawnAt <= localDateOf(asOf) ? proof : undefined;
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Selected intermediary (中选机构)." })
  selected(
    @Root() { selectedId, selectedAt }: IntermediaryProcurement,
    @Ctx() { asOf }: IntermediaryContext,
  ): Organization | undefined {
    return selectedId === undefined || selectedAt === undefined || selectedAt > localDateOf(asOf)
      ? undefined
      : { id: selectedId };
  }

  @Closed({ tier: ["OWNER", "AGENCY", "SUPERVISOR"], reason: "PROCESS_INFORMATION", basis: "OGI-2019-16" })
  @FieldResolver(() => ServiceCase, {
    nullable: true,
    description: "Case for which the service was commissioned (关联办件).",
  })
  linkedCase(@Root() { linkedCaseNo }: IntermediaryProcurement): ServiceCase | undefined {
    return linkedCaseNo === undefined ? undefined : { caseNo: linkedCaseNo };
  }

  @FieldResolver(() => Deadline, {
    nullable: true,
    description: "Earliest day on which bids may close; MET from that day on (公告期).",
  })
  publicNoticeDeadline(
    @Root() project: IntermediaryProcurement,
    @Ctx() { asOf }: IntermediaryContext,
  ): Deadline | undefined {
    return publicNoticeDeadline(clocksOf(project), localDateOf(asOf));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "True if bids close earlier than the least public notice allows (公告期不足).",
  })
  publicNoticeTooShort(@Root() project: IntermediaryProcurement): boolean | undefined {
    return publicNoticeTooShort(clocksOf(project));
  }

  @FieldResolver(() => Deadline, { nullable: true, description: "Day by which the contract is signed (签约期限)." })
  contractDeadline(
    @Root() project: IntermediaryProcurement,
    @Ctx() { asOf }: IntermediaryContext,
  ): Deadline | undefined {
    return contractDeadline(clocksOf(project), localDateOf(asOf));
  }

  @FieldResolver(() => Deadline, { nullable: true, description: "Day by which the owner evaluates (评价期限)." })
  evaluationDeadline(
    @Root() project: IntermediaryProcurement,
    @Ctx() { asOf }: IntermediaryContext,
  ): Deadline | undefined {
    return evaluationDeadline(clocksOf(project), localDateOf(asOf));
  }
}
