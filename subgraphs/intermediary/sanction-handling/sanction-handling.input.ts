/** Inputs of the verbs of sanctions. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";

/** Prior notice of a sanction. */
@InputType({ description: "Prior notice of a sanction (惩戒事先告知)." })
export class GiveSanctionNoticeInput extends WriteInput {
  @MaxLength(64)
  @Field(() => ID, { description: "The intermediary, id of the organisation (机构编号)." })
  intermediaryId: string;

  @Field(() => SanctionLevel, { description: "How grave it is to be (拟惩戒等级)." })
  level: SanctionLevel;

  @Field(() => Int, {
    nullable: true,
    description: "Months that it is to last at most; none for reminder and interview (拟定期限月数).",
  })
  months?: number;

  @MaxLength(1_000)
  @Field(() => String, { description: "Why; published with the decision (惩戒事由)." })
  reason: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "On which evidence it rests; its parties read it (证据)." })
  evidence: string;
}

/** A step of a sanction that says something. */
@InputType({ description: "A step of a sanction that says something (惩戒操作及说明)." })
export class SanctionStatementInput extends ChangeInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Id of the sanction (惩戒编号)." })
  id: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "What is said: defence, appeal, or reasons that its parties read (说明)." })
  statement: string;
}

/** The decision. */
@InputType({ description: "The decision about a sanction (惩戒决定)." })
export class DecideSanctionInput extends SanctionStatementInput {
  @MaxLength(100)
  @Field(() => String, { description: "Number of the decision (决定文书号)." })
  docNo: string;

  @Field(() => Int, {
    nullable: true,
    description: "Months that it lasts, at most those of the notice; as told where not said (期限月数).",
  })
  months?: number;
}
