/** Enumerations of payments (国库集中支付). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Who is paid. */
export enum PayeeKind {
  ORGANIZATION = "ORGANIZATION",
  PERSON = "PERSON",
  BATCH = "BATCH",
}

describeEnum(PayeeKind, "PayeeKind", "Who is paid (收款对象).", {
  ORGANIZATION: "A body (单位).",
  PERSON: "One person; such a payment is known to its owner, the agency and its supervisors alone (个人).",
  BATCH: "The households of a subsidy batch; fewer than five are treated as one person (一卡通批次).",
});

/** How the treasury pays. */
export enum PayMode {
  TREASURY_DIRECT = "TREASURY_DIRECT",
  TREASURY_AUTHORISED = "TREASURY_AUTHORISED",
}

describeEnum(PayMode, "PayMode", "How the treasury pays (支付方式).", {
  TREASURY_DIRECT: "Directly from the single treasury account to the payee (国库集中支付—直接支付).",
  TREASURY_AUTHORISED: "By the unit, authorised by the treasury (国库集中支付—授权支付).",
});
