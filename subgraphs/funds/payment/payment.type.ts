/** Payment: money that left the treasury, to a body, to a person or to the households of a batch (国库支付). */
import { Closed, Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { PayeeKind, PayMode } from "./payment.enums.js";

/** A payment. It holds no name and no account: of an account only the last four characters are stored. */
@Directive('@key(fields: "paymentNo")')
@OwnedRecord({ subject: "subject", agency: "agencyUscc", division: "divisionCode", audited: true })
@ObjectType({ description: "Money that left the treasury (国库支付)." })
export class Payment {
  @Field(() => ID, { description: "Number of the payment order (支付凭证号)." })
  paymentNo: string;

  @Field(() => PayeeKind, { description: "Who is paid (收款对象)." })
  payeeKind: PayeeKind;

  @Field(() => Int, { description: "How many are paid by it (收款人数)." })
  payeeCount: number;

  @Field(() => MoneyScalar, { description: "Amount (支付金额)." })
  amount: bigint;

  @Field(() => String, { nullable: true, description: "What for (用途)." })
  purpose?: string;

  @Field(() => String, { description: "Functional classification (功能分类科目编码)." })
  functionCode: string;

  @Field(() => String, { nullable: true, description: "Departmental economic classification (部门经济分类科目编码)." })
  deptEconCode?: string;

  @Field(() => PayMode, { description: "How the treasury pays (支付方式)." })
  payMode: PayMode;

  @Field(() => DateScalar, { description: "Day of payment (支付日期)." })
  paidOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the bank sent it back (退票日期)." })
  returnedOn?: string;

  @Field(() => MoneyScalar, { nullable: true, description: "What the bank sent back of it (退票金额)." })
  returnedAmount?: bigint;

  @Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" })
  @Field(() => String, { nullable: true, description: "Bank of the payee (开户银行)." })
  bank?: string;

  @Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" })
  @Field(() => String, { nullable: true, description: "Why the bank sent it back (退票原因)." })
  returnReason?: string;

  @Closed({ tier: ["OWNER"], reason: "PERSONAL_PRIVACY", basis: "PIPL-2021-28" })
  @Field(() => String, {
    nullable: true,
    description: "Account of the payee: stars and the last four characters, to the owner alone (收款账号).",
  })
  payeeAccount?: string;

  @Closed({ tier: ["SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "PIPL-2021-13" })
  @Field(() => String, { nullable: true, description: "Hash that stands for the person paid (收款人标识哈希)." })
  payeeHash?: string;

  /** Hash of the person or credit code of the body. */
  subject?: string;
  agencyUscc?: string;
  divisionCode: string;
  payerId: string;
  payeeOrgId?: string;
  allocationId: string;
  policyCode?: string;
  caseNo?: string;
}

/** A page of payments. */
export const PaymentConnection = createConnectionType("Payment", () => Payment, "支付");
