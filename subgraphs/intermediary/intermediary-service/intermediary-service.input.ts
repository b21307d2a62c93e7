/** What lists of intermediary services can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { FeeNature, ListState } from "./intermediary-service.enums.js";

/** Filter of services. */
@InputType({ description: "Which services (中介服务筛选)." })
export class IntermediaryServiceFilter {
  @Field(() => [ListState], { nullable: true, description: "In one of these states (清单状态)." })
  listStates?: ListState[];

  @Field(() => FeeNature, { nullable: true, description: "With this kind of price (收费性质)." })
  feeNature?: FeeNature;
}

/** What a list of services is asked for. */
export interface IntermediaryServiceQuery {
  readonly search?: string;
  readonly filter?: IntermediaryServiceFilter;
}
