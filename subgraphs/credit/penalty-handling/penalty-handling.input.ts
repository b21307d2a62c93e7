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

/** A step whose reason is told: withdrawal, or the end of a shield. */
@InputType({ description: "A step of a penalty's publicity with its reason (说明理由的行政处罚公示操作)." })
export class WithdrawPenaltyInput extends PenaltyStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Reason that is told (理由)." })
  reasons: string;
}

/** A shield. */
@InputType({ description: "Shield of a penalty during a reorganisation (重整期间暂时屏蔽)." })
export class ShieldPenaltyInput extends WithdrawPenaltyInput {
  @MaxLength(100)
  @Field(() => String, {
    description:
      "Number of the ruling by which the court approved the plan that is carried out (批准重整计划裁定书文号).",
  })
  rulingNo: string;
}

/** A decision that was revoked or changed. */
@InputType({ description: "Record that a decision was revoked or changed (处罚决定撤销或变更)." })
export class RecordRevocationInput extends WithdrawPenaltyInput {
  @MaxLength(100)
  @Field(() => String, { description: "Number of the document that revokes or changes it (文书号)." })
  revocationNo: string;
}
