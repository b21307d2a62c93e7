/** IntermediaryProfile: an organisation as an intermediary; its standing follows from sanctions, its figures from finished engagements (中介机构). */
import { Field, Float, ID, Int, ObjectType, Open, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import type * as domain from "./intermediary-profile.js";

/** A qualification. */
@ObjectType({ description: "A qualification (机构资质)." })
export class Qualification implements domain.Qualification {
  @Field(() => String, { description: "Name (资质名称)." })
  name: string;

  @Field(() => String, { nullable: true, description: "Grade (等级)." })
  level?: string;

  @Open({ reviewed: "2026-11-29", by: "intermediary: the certificate is the body's qualification, and no person's" })
  @Field(() => String, { nullable: true, description: "Number of the certificate (证书编号)." })
  certNo?: string;

  @Field(() => String, { nullable: true, description: "Who issued it (发证机关)." })
  issuer?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of validity (有效期至)." })
  validTo?: string;
}

/** An intermediary. */
@OwnedRecord({ subject: "uscc", division: "divisionCode" })
@ObjectType({ description: "An organisation as an intermediary (中介机构)." })
export class IntermediaryProfile {
  @Field(() => ID, {
    description: "Id of the organisation (机构编号).",
    deprecationReason:
      "It is the organisation's, and a cache would take both for one: ask for organization { id }, since 2026-11-30, gone from 2027-11-30.",
  })
  id: string;

  @Field(() => String, { description: "Name (机构名称)." })
  name: string;

  @Field(() => [Qualification], { description: "Qualifications (机构资质)." })
  qualifications: Qualification[];

  @Field(() => Int, { nullable: true, description: "Projects that it can take at a time, as it declared (承接能力)." })
  capacity?: number;

  @Field(() => Int, { description: "Finished engagements (完成项目数)." })
  completedCount: number;

  @Field(() => Float, { nullable: true, description: "Working days an engagement takes on average (平均时长)." })
  avgDays?: number;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Average price in yuan, rounded half up to the fen (平均价格).",
  })
  avgPrice?: bigint;

  @Field(() => Float, { nullable: true, description: "Share of engagements finished on time, 0 to 1 (按时率)." })
  onTimeRate?: number;

  @Field(() => DateScalar, { nullable: true, description: "Day to which the figures are counted (数据统计日期)." })
  figuresOn?: string;

  uscc?: string;
  divisionCode: string;
}

/** A page of intermediaries. */
export const IntermediaryConnection = createConnectionType(
  "IntermediaryProfile",
  () => IntermediaryProfile,
  "中介机构",
);
