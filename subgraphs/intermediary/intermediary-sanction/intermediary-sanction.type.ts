/** IntermediarySanction: what the market does about an intermediary that breaks its rules: 提醒, 约谈, 暂停, 清退. */
import {
  Closed,
  Directive,
  Field,
  ID,
  Int,
  ObjectType,
  OwnedRecord,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { SanctionLevel, SanctionState } from "./intermediary-sanction.machine.js";

/** Who reads the file of a sanction. */
export const SANCTION_FILE_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "ENFORCEMENT_FILE",
  basis: "OGI-2019-16",
};

/** A sanction. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "firmUscc", agency: "authorityUscc", division: "divisionCode" })
@ObjectType({ description: "A sanction of the intermediary market against an intermediary (中介机构惩戒)." })
export class IntermediarySanction {
  @Field(() => ID, { description: "Id (惩戒编号)." })
  id: string;

  @Field(() => SanctionLevel, { description: "How grave it is (惩戒等级)." })
  level: SanctionLevel;

  @Field(() => SanctionState, { description: "Where it stands on the day of the request (惩戒状态)." })
  state: SanctionState;

  @Field(() => String, { description: "Why (惩戒事由)." })
  reason: string;

  @Field(() => String, { nullable: true, description: "Number of the decision (决定文书号)." })
  docNo?: string;

  @Field(() => DateScalar, {
    description: "Day of the prior notice, after which the intermediary could defend itself (事先告知日期).",
  })
  priorNoticeOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (决定日期)." })
  decidedOn?: string;

  @Field(() => Int, { nullable: true, description: "Months it lasts; null for reminder and interview (期限月数)." })
  months?: number;

  @Field(() => DateScalar, { nullable: true, description: "Last day, computed from the decision (期满日期)." })
  expiresOn?: string;

  @Closed(SANCTION_FILE_CLOSURE)
  @Field(() => String, { nullable: true, description: "On which evidence it rests (证据)." })
  evidence?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day for the defence (陈述申辩截止日期)." })
  defenceUntil?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day for the decision; after it notice is given anew (决定截止日期).",
  })
  decisionUntil?: string;

  @Closed(SANCTION_FILE_CLOSURE)
  @Field(() => String, { nullable: true, description: "What the intermediary said in its defence (陈述申辩)." })
  defence?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day for an appeal (申诉截止日期)." })
  appealUntil?: string;

  @Closed(SANCTION_FILE_CLOSURE)
  @Field(() => String, { nullable: true, description: "What the intermediary said in its appeal (申诉)." })
  appeal?: string;

  version: number;
  intermediaryId: string;
  firmUscc: string;
  authorityId: string;
  authorityUscc: string;
  divisionCode: string;
  revokedOn?: string;
  defendedOn?: string;
  droppedOn?: string;
  appealedOn?: string;
  appealSettledOn?: string;
}

/** A page of sanctions. */
export const IntermediarySanctionConnection = createConnectionType(
  "IntermediarySanction",
  () => IntermediarySanction,
  "中介机构惩戒",
);
