/** Parts of a case: steps, special procedures, materials, result (up_pro_process, up_pro_special, up_pro_material, up_pro_result). */
import { Closed, Field, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DeadlineState } from "../../../platform/graphql/index.js";
import { CaseOutcome, CommitmentOutcome, MaterialDelivery, SpecialProcedureKind } from "./service-case.enums.js";
import type * as domain from "./service-case.js";

/** A step of handling; its clock is computed for the day of the request, never stored (case-clock/step-clock.ts). */
@OwnedRecord({ subject: "subject", agency: "agency", division: "division" })
@ObjectType({ description: "A step of handling a case (办理过程)." })
export class CaseStep implements domain.CaseStep {
  @Field(() => String, { description: "Name, such as 受理 (环节名称, processName)." })
  name: string;

  @Field(() => String, { nullable: true, description: "What was done (业务动作, eventName)." })
  event?: string;

  @Field(() => DateScalar, { description: "First day (开始日期)." })
  startedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day; null while it goes on (结束日期)." })
  endedOn?: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Working days that it may take by the version of the matter that the case applied under, with extensions approved during it; null without a limit (环节时限, 工作日).",
  })
  limitDays?: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Last day in time: the first day and suspended ones do not count; null without a limit, while suspended, or provisional (环节截止日期).",
  })
  dueOn?: string;

  @Field(() => DeadlineState, {
    nullable: true,
    description: "How its limit stands on the day of the request; null without a limit (环节期限状态).",
  })
  deadlineState?: DeadlineState;

  @Field(() => Boolean, { description: "True if it took, or takes, longer than its limit (是否环节超时)." })
  overtime: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "Working days used, without suspended ones; null where the calendar of a needed year is not published (已用工作日).",
  })
  usedDays?: number;

  @Field(() => Int, {
    nullable: true,
    description: "Working days past its limit; null where it is not over (超时工作日).",
  })
  overDays?: number;

  @Closed({ tier: ["OWNER", "AGENCY", "SUPERVISOR"], reason: "PROCESS_INFORMATION", basis: "OGI-2019-16" })
  @Field(() => String, { nullable: true, description: "Opinion (办理意见, handleExplain)." })
  opinion?: string;

  @Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" })
  @Field(() => String, { nullable: true, description: "Officer who handled it (办理人, handleUserName)." })
  officerName?: string;

  subject: string;
  agency: string;
  division: string;
}

/** A special procedure. */
@ObjectType({ description: "A special procedure: an extension, or a span that does not count (特别程序)." })
export class SpecialProcedure implements domain.SpecialProcedure {
  @Field(() => SpecialProcedureKind, { description: "Kind (特别程序种类, specialType)." })
  kind: SpecialProcedureKind;

  @Field(() => String, { description: "Name (特别程序名称, specialName)." })
  name: string;

  @Field(() => String, { nullable: true, description: "Reason that was told to the applicant (启动理由, reason)." })
  reason?: string;

  @Field(() => DateScalar, { description: "First day (开始日期)." })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day; null while it goes on (结束日期)." })
  to?: string;

  @Field(() => String, { nullable: true, description: "Result (特别程序结果)." })
  result?: string;

  @Field(() => Boolean, { description: "True if its days do not count (是否停止计时, L07)." })
  pausesClock: boolean;

  @Field(() => Int, { nullable: true, description: "Days added by an extension, in the limit's unit (延长天数)." })
  extensionDays?: number;

  @Field(() => String, { nullable: true, description: "Who approved an extension (批准人职务)." })
  approver?: string;
}

/** A material that was handed in. */
@ObjectType({ description: "A material of a case (办件材料)." })
export class CaseMaterial implements domain.CaseMaterial {
  @Field(() => String, { description: "Name (材料名称)." })
  name: string;

  @Field(() => MaterialDelivery, { nullable: true, description: "How it came (收取方式, getType)." })
  delivery?: MaterialDelivery;

  @Field(() => Int, { nullable: true, description: "Number of copies (收取数量, getNum)." })
  copies?: number;

  attachedId?: string;
}

/** A material in whose place a commitment stands. */
@ObjectType({ description: "A material in whose place a commitment stands (以承诺替代的材料)." })
export class CommittedMaterial implements domain.CommittedMaterial {
  @Field(() => String, { description: "Name (材料名称)." })
  name: string;

  @Field(() => String, { description: "What was committed to (承诺内容)." })
  text: string;

  @Field(() => Int, { description: "Days after the decision in which it is verified (核查期限, 自然日)." })
  verifyWithinDays: number;
}

/** A commitment in place of materials. */
@ObjectType({ description: "What the applicant committed to in writing in place of materials (告知承诺)." })
export class CaseCommitment implements domain.CaseCommitment {
  @Field(() => [CommittedMaterial], { description: "Materials in whose place it stands (以承诺替代的材料)." })
  materials: CommittedMaterial[];

  @Field(() => DateScalar, { description: "Day on which it was handed in (承诺日期)." })
  madeOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day for the agency to verify it; null until the decision that rests on it (核查截止日期).",
  })
  verifyBy?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was verified (核查日期)." })
  verifiedOn?: string;

  @Field(() => CommitmentOutcome, {
    nullable: true,
    description: "What was found; null while nobody verified it (核查结果).",
  })
  outcome?: CommitmentOutcome;

  @Field(() => String, { nullable: true, description: "Remedy that was told with the annulment (救济途径)." })
  remedy?: string;
}

/** The result. */
@ObjectType({ description: "The result of a case (办理结果)." })
export class CaseResult implements domain.CaseResult {
  @Field(() => CaseOutcome, { description: "What was decided (办结结果, resultType)." })
  outcome: CaseOutcome;

  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (决定日期, resultDate)." })
  decidedOn?: string;

  @Field(() => String, { nullable: true, description: "Name of what is issued (结果名称, resultCetrName)." })
  resultName?: string;

  @Field(() => String, { nullable: true, description: "Reasons, above all of a refusal (理由, explain)." })
  reasons?: string;

  @Field(() => String, { nullable: true, description: "Remedy that was told with a refusal (救济途径)." })
  remedy?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of delivery (送达日期)." })
  deliveredOn?: string;
}
