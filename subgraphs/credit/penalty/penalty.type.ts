/** AdministrativePenalty: a penalty decision and its publicity (行政处罚公示, CF_*). */
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open, OwnedRecord } from "../../../platform/disclosure/index.js";
import { DateScalar, MoneyScalar, createConnectionType, describeEnum } from "../../../platform/graphql/index.js";
import { CounterpartyType } from "../counterparty/counterparty.js";

/** How grave the breach was (信用修复管理办法). */
export enum Severity {
  MINOR = "MINOR",
  GENERAL = "GENERAL",
  SERIOUS = "SERIOUS",
}

describeEnum(Severity, "Severity", "How grave the breach was (失信严重程度).", {
  MINOR: "Minor: publicity of at most 3 months (轻微).",
  GENERAL: "General: publicity of 3 months to 1 year (一般).",
  SERIOUS: "Serious: publicity of 1 to 3 years (严重).",
});

/** Where publicity stands. */
export enum PublicityState {
  PUBLISHED = "PUBLISHED",
  NOT_PUBLISHED = "NOT_PUBLISHED",
  REPAIRED = "REPAIRED",
  EXPIRED = "EXPIRED",
  WITHDRAWN = "WITHDRAWN",
}

describeEnum(PublicityState, "PublicityState", "Where publicity stands on the day of the request (公示状态).", {
  PUBLISHED: "In publicity (公示中).",
  NOT_PUBLISHED: "Not published (未公示).",
  REPAIRED: "Repaired; publicity and sharing ended (已修复).",
  EXPIRED: "Publicity ended by time (公示期满).",
  WITHDRAWN: "Withdrawn because the decision was revoked or changed (已撤回).",
});

/** Kind of penalty (行政处罚法 第九条). */
export enum PenaltyKind {
  WARNING = "WARNING",
  CRITICISM = "CRITICISM",
  FINE = "FINE",
  CONFISCATION = "CONFISCATION",
  LICENCE_RESTRICTION = "LICENCE_RESTRICTION",
  BUSINESS_RESTRICTION = "BUSINESS_RESTRICTION",
  DETENTION = "DETENTION",
  OTHER = "OTHER",
}

describeEnum(PenaltyKind, "PenaltyKind", "Kind of penalty (处罚类别, CF_CFLB).", {
  WARNING: "Warning (警告).",
  CRITICISM: "Public criticism (通报批评).",
  FINE: "Fine (罚款).",
  CONFISCATION: "Confiscation (没收违法所得、没收非法财物).",
  LICENCE_RESTRICTION: "Licence suspended, downgraded or revoked (暂扣、降低资质、吊销许可证件).",
  BUSINESS_RESTRICTION: "Business restricted, stopped or closed (限制开展、责令停产停业、责令关闭、限制从业).",
  DETENTION: "Administrative detention (行政拘留).",
  OTHER: "Other (其他).",
});

/** A penalty. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@ObjectType({ description: "An administrative penalty and its publicity (行政处罚公示)." })
export class AdministrativePenalty {
  @Field(() => ID, { description: "Id (记录编号)." })
  id: string;

  @Field(() => String, { description: "Number of the decision (行政处罚决定书文号, CF_WSH)." })
  docNo: string;

  @Open({ reviewed: "2026-11-24", by: "credit: names of natural persons are shown masked to the public" })
  @Field(() => String, {
    nullable: true,
    description: "Counterparty; of natural persons the public sees the surname alone (行政相对人名称, CF_XDR_MC).",
  })
  counterpartyName?: string;

  @Field(() => CounterpartyType, { description: "Kind of counterparty (行政相对人类别)." })
  counterpartyType: CounterpartyType;

  @Field(() => String, { description: "Kind of breach (违法行为类型, CF_WFXW)." })
  violationType: string;

  @Field(() => String, { nullable: true, description: "Facts (违法事实)." })
  facts?: string;

  @Field(() => String, { nullable: true, description: "Legal basis as the decision cites it (处罚依据, CF_YJ)." })
  basis?: string;

  @Field(() => [PenaltyKind], { description: "Kinds of penalty (处罚类别, CF_CFLB)." })
  kinds: PenaltyKind[];

  @Field(() => String, { description: "What was decided (处罚内容, CF_NR)." })
  content: string;

  @Field(() => MoneyScalar, { nullable: true, description: "Fine in yuan (罚款金额, CF_NR_FK)." })
  fine?: bigint;

  @Field(() => MoneyScalar, { nullable: true, description: "Confiscated in yuan (没收金额, CF_NR_WFFF)." })
  confiscated?: bigint;

  @Field(() => Severity, { description: "How grave the breach was (失信严重程度)." })
  severity: Severity;

  @Field(() => DateScalar, { description: "Day of the decision (处罚决定日期, CF_JDRQ)." })
  decisionDate: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of publication (公示日期)." })
  publishedOn?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True if published later than 7 working days after the decision, L12; null where the calendar is not published (是否迟报).",
  })
  publishedLate?: boolean;

  @Field(() => DateScalar, { nullable: true, description: "Last day of publicity (公示截止期, CF_GSJZQ; L23)." })
  publicityUntil?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day on which repair may be applied for (可申请修复日期, L23).",
  })
  repairEligibleOn?: string;

  @Field(() => PublicityState, { description: "Where publicity stands on the day of the request (公示状态)." })
  publicityState: PublicityState;

  subject?: string;
  authorityId: string;
  authorityUscc: string;
  counterpartyId?: string;
  divisionCode: string;
}

/** A page of penalties. */
export const AdministrativePenaltyConnection = createConnectionType(
  "AdministrativePenalty",
  () => AdministrativePenalty,
  "行政处罚",
);
