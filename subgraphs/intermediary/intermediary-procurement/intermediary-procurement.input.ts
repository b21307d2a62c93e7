/** What lists of intermediary procurements can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { FundSource, Selection } from "./intermediary-procurement.enums.js";
import { MarketState } from "./intermediary-procurement.state.js";

/** Filter of projects. */
@InputType({ description: "Which intermediary procurements (采购项目筛选)." })
export class IntermediaryProcurementFilter {
  @Field(() => [MarketState], { nullable: true, description: "In one of these states (项目状态)." })
  states?: MarketState[];

  @Field(() => Selection, { nullable: true, description: "Selected in this way (选取方式)." })
  selection?: Selection;

  @Field(() => FundSource, { nullable: true, description: "Paid from this money (资金来源)." })
  fundSource?: FundSource;

  @Field(() => ID, { nullable: true, description: "For this service (中介服务事项编码)." })
  serviceCode?: string;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;
}
