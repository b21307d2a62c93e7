/** VillageRoster: who is in a subsidy batch, shown in its village during publicity alone (村级公示花名册). */
import { Field, ID, Int, ObjectType, Open } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";

/** A line as it is posted. It holds nothing by which the person could be found elsewhere. */
@ObjectType({ description: "A line of a posted roster (公示花名册明细)." })
export class RosterLine {
  @Field(() => Int, { description: "Number in the roster (序号)." })
  lineNo: number;

  @Open({
    reviewed: "2026-11-25",
    by: "funds: publicity in the village names recipients while it lasts; minors by surname",
  })
  @Field(() => String, { description: "Name as posted; of minors the surname alone (姓名)." })
  recipientName: string;

  @Field(() => String, { description: "Quantity as a decimal number (数量)." })
  quantity: string;

  @Field(() => String, { description: "Unit of the quantity (计量单位)." })
  unit: string;

  @Field(() => MoneyScalar, { description: "Amount for one unit (补贴标准)." })
  standard: bigint;

  @Field(() => MoneyScalar, { description: "Amount (拟发放金额)." })
  amount: bigint;
}

/** A page of posted lines. */
export const RosterLineConnection = createConnectionType("RosterLine", () => RosterLine, "公示花名册明细");

/** A posted roster. */
@ObjectType({ description: "The roster of a subsidy batch in its village, while it is in publicity (村级公示花名册)." })
export class VillageRoster {
  @Field(() => ID, { description: "Batch (批次号)." })
  batchNo: string;

  @Field(() => ID, { description: "Village, twelve digits (村级区划代码)." })
  villageCode: string;

  @Field(() => String, { description: "Period that is paid for (发放周期)." })
  period: string;

  @Field(() => DateScalar, { description: "First day of publicity (公示开始日期)." })
  publicityFrom: string;

  @Field(() => DateScalar, { description: "Last day of publicity (公示截止日期)." })
  publicityTo: string;

  @Field(() => Int, { description: "Number of recipients (补贴人数)." })
  recipientCount: number;

  @Field(() => MoneyScalar, { description: "Amount in all (补贴总额)." })
  totalAmount: bigint;

  policyCode: string;
  agencyId: string;
}
