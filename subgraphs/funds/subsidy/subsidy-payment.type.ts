/** SubsidyPayment: one household's line of a subsidy batch, for its owner, the scheme's agency and supervisors (一卡通发放明细). */
import { Closed, Field, ID, Int, ObjectType, OwnedRecord, Tag } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { SubsidyState } from "./subsidy.machine.js";

/** A line. It holds no identity number and no account: of an account only the last four characters are stored. */
@OwnedRecord({ subject: "recipientHash", agency: "agencyUscc", division: "divisionCode", audited: true })
@Tag("signed-in")
@ObjectType({ description: "One household's line of a subsidy batch (一卡通发放明细)." })
export class SubsidyPayment {
  @Field(() => ID, { description: "Batch (批次号)." })
  batchNo: string;

  @Field(() => Int, { description: "Number of the line in it (序号)." })
  lineNo: number;

  @Field(() => String, { description: "Period that is paid for, such as 2026 or 2026-08 (发放周期)." })
  period: string;

  @Field(() => ID, { description: "Village, twelve digits (村级区划代码)." })
  villageCode: string;

  @Field(() => String, { description: "Quantity as a decimal number (数量)." })
  quantity: string;

  @Field(() => String, { description: "Unit of the quantity, such as 亩 (计量单位)." })
  unit: string;

  @Field(() => MoneyScalar, { description: "Amount for one unit (补贴标准)." })
  standard: bigint;

  @Field(() => MoneyScalar, { description: "Quantity times standard, rounded half up to the fen (发放金额)." })
  amount: bigint;

  @Field(() => SubsidyState, { description: "State (发放状态)." })
  state: SubsidyState;

  @Field(() => DateScalar, { nullable: true, description: "Day of payment (发放日期)." })
  paidOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the bank sent it back (退票日期)." })
  returnedOn?: string;

  @Closed({ tier: ["OWNER", "AGENCY"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @Field(() => String, { nullable: true, description: "Name of the recipient (补贴对象姓名)." })
  recipientName?: string;

  @Closed({ tier: ["SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "PIPL-2021-13" })
  @Field(() => String, { nullable: true, description: "Hash that stands for the recipient (补贴对象标识哈希)." })
  recipientHash?: string;

  @Closed({ tier: ["OWNER"], reason: "PERSONAL_PRIVACY", basis: "PIPL-2021-28" })
  @Field(() => String, {
    nullable: true,
    description: "Account: stars and the last four characters, to the owner alone (收款账号).",
  })
  payeeAccount?: string;

  policyCode: string;
  agencyId: string;
  agencyUscc: string;
  divisionCode: string;
  paymentNo?: string;
  repaidPaymentNo?: string;
}

/** A page of lines. */
export const SubsidyPaymentConnection = createConnectionType("SubsidyPayment", () => SubsidyPayment, "一卡通发放明细");
