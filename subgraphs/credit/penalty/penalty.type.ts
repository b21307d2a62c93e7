/** AdministrativePenalty: a penalty decision and its publicity (行政处罚公示, CF_*). */
import { Directive, Field, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { PublishedRecord } from "../counterparty/counterparty.type.js";
import { RepairRules } from "../repair-rules/repair-rules.type.js";
import { DutyPerformance, PenaltyKind, Procedure, Severity } from "./penalty.enums.js";
import { PublicityState } from "./publicity.state.js";

/** A penalty. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@ObjectType({ description: "An administrative penalty and its publicity (行政处罚公示)." })
export class AdministrativePenalty extends PublishedRecord {
  @Field(() => String, { description: "Kind of breach (违法行为类型, CF_WFXW)." })
  violationType: string;

  @Field(() => String, { nullable: true, description: "Facts (违法事实, CF_SY)." })
  facts?: string;

  @Field(() => String, { nullable: true, description: "Legal basis as the decision cites it (处罚依据, CF_YJ)." })
  basis?: string;

  @Field(() => [PenaltyKind], { description: "Kinds of penalty (处罚类别, CF_CFLB)." })
  kinds: PenaltyKind[];

  @Field(() => Procedure, { nullable: true, description: "Procedure of the decision (处罚程序)." })
  procedure?: Procedure;

  @Field(() => String, { description: "What was decided (处罚内容, CF_NR)." })
  content: string;

  @Field(() => MoneyScalar, { nullable: true, description: "Fine in yuan (罚款金额, CF_NR_FK)." })
  fine?: bigint;

  @Field(() => MoneyScalar, { nullable: true, description: "Confiscated in yuan (没收金额, CF_NR_WFFF)." })
  confiscated?: bigint;

  @Field(() => String, {
    nullable: true,
    description: "Licence that was suspended or revoked (暂扣或吊销证照名称及编号, CF_NR_ZKDX).",
  })
  suspendedLicence?: string;

  @Field(() => Severity, { description: "How grave the breach was (失信严重程度)." })
  severity: Severity;

  severityRuleId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Last day of publicity; null where it is not published at all, or has no end yet because the duty is known not to be performed (公示截止期, CF_GSJZQ; L23).",
  })
  publicityUntil?: string;

  @Field(() => DutyPerformance, {
    description:
      "Whether the duty, such as paying the fine, was performed; where it is not known, publicity ends by time (义务履行情况).",
  })
  performance: DutyPerformance;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which the duty was performed in full; null where it was not, or is not known (义务履行日期).",
  })
  dutyPerformedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "First day on which repair may be applied for: the least publicity is over and the duty performed; null where it is not performed, nothing is published, or a false repair bars it (可申请修复日期, L23).",
  })
  repairEligibleOn?: string;

  @Field(() => RepairRules, {
    nullable: true,
    description:
      "Measures that govern its repair: the general ones, or those of the authority's own system, such as market supervision (信用修复适用规定).",
  })
  repairRules?: RepairRules;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Day on which its subject was served with the notice of how it may be repaired; null where none is recorded (信用修复告知书送达日期).",
  })
  repairNoticeOn?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True where that notice was served with the decision, that is within the seven working days in which a decision is served, 行政处罚法 第六十一条、第八十五条; null where none is recorded (两书同达).",
  })
  repairNoticeTogether?: boolean;

  @Field(() => PublicityState, { description: "Where publicity stands on the day of the request (公示状态)." })
  publicityState: PublicityState;

  @Field(() => String, { nullable: true, description: "Why it was withdrawn (撤回原因, L14)." })
  withdrawReason?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which publicity resumed because a repair was found false (恢复公示日期).",
  })
  republishedOn?: string;
}

/** A page of penalties. */
export const AdministrativePenaltyConnection = createConnectionType(
  "AdministrativePenalty",
  () => AdministrativePenalty,
  "行政处罚",
);
