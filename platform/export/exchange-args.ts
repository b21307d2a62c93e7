/** Arguments of the pages of an exchange table. */
import { ArgsType, Field } from "../graphql/classes/index.js";
import { DivisionCodeScalar, PageArgs, UsccScalar } from "../graphql/index.js";

/** Which rows, and which page of them. */
@ArgsType()
export class ExchangeArgs extends PageArgs {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Decided in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => UsccScalar, { nullable: true, description: "Credit code of the authority (决定机关统一社会信用代码)." })
  agency?: string;
}
