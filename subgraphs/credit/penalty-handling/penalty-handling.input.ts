/** Inputs of the verbs of penalties. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";

/** A step that needs no more than the penalty. */
@InputType({ description: "A step of a penalty's publicity (行政处罚公示操作)." })
export class PenaltyStepInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the penalty (记录编号)." })
  id: string;
}

/** Service of decision and notice. */
@InputType({ description: "Service of the decision with the notice of repair (送达处罚决定书和信用修复告知书)." })
export class ServePenaltyInput extends PenaltyStepInput {
  @Field(() => DateScalar, { description: "Day on which both were served (送达日期)." })
  servedOn: string;
}

/** Withdrawal. */
@InputType({ description: "Withdrawal of a penalty from publicity (撤回公示)." })
export class WithdrawPenaltyInput extends PenaltyStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Reason that is told (理由)." })
  reasons: string;
}

/** A decision that was revoked or changed. */
@InputType({ description: "Record that a decision was revoked or changed (处罚决定撤销或变更)." })
export class RecordRevocationInput extends WithdrawPenaltyInput {
  @MaxLength(100)
  @Field(() => String, { description: "Number of the document that revokes or changes it (文书号)." })
  revocationNo: string;
}
