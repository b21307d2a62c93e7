/** Inputs of the verbs of licences. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";

/** A step that needs no more than the licence. */
@InputType({ description: "A step of a licence's publicity (行政许可公示操作)." })
export class LicenceStepInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the licence (记录编号)." })
  id: string;
}

/** Withdrawal. */
@InputType({ description: "Withdrawal of a licence from publicity (撤回公示)." })
export class WithdrawLicenceInput extends LicenceStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Reason that is told (理由)." })
  reasons: string;
}

/** A licence that was revoked. */
@InputType({ description: "Record that a licence was revoked (行政许可撤销)." })
export class RecordLicenceRevocationInput extends WithdrawLicenceInput {
  @MaxLength(100)
  @Field(() => String, { description: "Number of the document that revokes it (文书号)." })
  revocationNo: string;
}
