/** Input of the verb of list entries. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";

/** A decision to list that was revoked. */
@InputType({ description: "A decision to list that was revoked (撤销列入决定)." })
export class RevokeListingInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the entry (记录编号)." })
  id: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "Reason that is told (理由)." })
  reasons: string;

  @MaxLength(100)
  @Field(() => String, { description: "Number of the document that revokes the decision (文书号)." })
  revocationNo: string;
}
