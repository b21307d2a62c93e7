/** What lists of bundles can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { ServiceRecipient } from "../matter/matter.enums.js";

/** Filter of bundles. */
@InputType({ description: "Which bundles (高效办成一件事筛选)." })
export class ServiceBundleFilter {
  @Field(() => String, { nullable: true, description: "Of this theme, such as 准营准办 (主题)." })
  theme?: string;

  @Field(() => [ServiceRecipient], { nullable: true, description: "Serving one of these (服务对象)." })
  serves?: ServiceRecipient[];

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "In this division or below it, or for the whole province (行政区划).",
  })
  division?: string;
}
