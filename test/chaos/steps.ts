/** The verbs that a run does: by whom, with which input, and what is asked for of the payload. */

/** A verb. */
interface Step {
  readonly service: "matters" | "funds" | "credit" | "intermediary";
  /** Name of the record's type. */
  readonly kind: string;
  readonly verb: string;
  readonly viewer: string;
  readonly type: string;
  /** Asks for `object { key version state }` of the payload. */
  readonly selects: string;
  readonly more: object;
}

type Line = readonly [viewer: string, type: string, more?: object];

const steps = <Name extends string>(
  of: Pick<Step, "service" | "kind" | "selects">,
  lines: Readonly<Record<Name, Line>>,
): Readonly<Record<Name, Step>> =>
  Object.fromEntries(
    Object.entries<Line>(lines).map(([verb, [viewer, type, more = {}]]) => [verb, { ...of, verb, viewer, type, more }]),
  ) as Record<Name, Step>;

const REFUSAL = { reasons: "不符合规定", remedy: "可申请行政复议" };

const CASE_STEPS = steps(
  { service: "matters", kind: "ServiceCase", selects: "object: case { key: caseNo version state }" },
  {
    draftCase: ["citizen-1", "DraftCaseInput"],
    editCase: ["citizen-1", "EditCaseInput", { applicantName: "演示乙" }],
    submitCase: ["citizen-1", "SubmitCaseInput"],
    withdrawCase: ["citizen-1", "ReasonedCaseInput"],
    receiveCase: ["officer-1", "CaseStepInput"],
    acceptCase: ["officer-1", "AcceptCaseInput", { acceptanceNo: "受2026-1" }],
    refuseCase: ["officer-1", "RefuseCaseInput", REFUSAL],
    decideCase: ["officer-1", "DecideCaseInput", { outcome: "GRANTED" }],
    completeCase: ["officer-1", "CompleteCaseInput"],
    deliverCase: ["officer-1", "CaseStepInput"],
  },
);

const ALLOTMENT_STEPS = steps(
  { service: "funds", kind: "BudgetAllotment", selects: "object: allotment { key: allotmentNo version state }" },
  {
    draftAllotment: ["finance-3", "DraftAllotmentInput"],
    issueAllotment: ["finance-3", "AllotmentStepInput"],
    receiveAllotment: ["finance-3", "AllotmentStepInput"],
    addToAllotment: ["finance-3", "MoveAllotmentInput", { reasons: "追加" }],
    reclaimAllotment: ["finance-3", "MoveAllotmentInput", { reasons: "结余" }],
    assignAllotment: ["finance-3", "AssignAllotmentInput"],
  },
);

const ORDER_STEPS = steps(
  { service: "funds", kind: "PaymentOrder", selects: "object: order { key: orderNo version state }" },
  {
    requestPayment: ["officer-1", "RequestPaymentInput", { purpose: "设备款" }],
    withdrawPayment: ["officer-1", "PaymentOrderStepInput"],
    approvePayment: ["finance-3", "ApprovePaymentInput"],
    returnPayment: ["agent-1", "ReasonedOrderInput", { reasons: "账户已销户" }],
  },
);

const REPAIR_STEPS = steps(
  { service: "credit", kind: "RepairCase", selects: "object: repairCase { key: no version state }" },
  {
    applyForRepair: ["agent-1", "ApplyForRepairInput"],
    withdrawRepair: ["agent-1", "ReasonedRepairInput"],
    acceptRepair: ["officer-1", "RepairStepInput"],
    decideRepair: ["officer-1", "DecideRepairInput", { outcome: "REPAIRED" }],
    tellRepair: ["officer-1", "RepairStepInput"],
  },
);

const OBJECTION_STEPS = steps(
  { service: "credit", kind: "Objection", selects: "object: objection { key: no version state }" },
  {
    raiseObjection: ["agent-1", "RaiseObjectionInput", { statement: "处罚金额有误" }],
    acceptObjection: ["officer-1", "ObjectionStepInput"],
    investigateObjection: ["officer-1", "ObjectionStepInput"],
    decideObjection: ["officer-1", "DecideObjectionInput", { outcome: "UPHELD", reasons: "与决定文书一致" }],
    notifyObjector: ["officer-1", "ObjectionStepInput"],
  },
);

const PROJECT_STEPS = steps(
  {
    service: "intermediary",
    kind: "IntermediaryProcurement",
    selects: "object: procurement { key: projectNo version state }",
  },
  {
    draftProcurement: ["officer-1", "DraftProcurementInput"],
    publishProcurement: ["officer-1", "PublishProcurementInput", { closesOn: "2026-10-09" }],
    suspendProcurement: ["officer-1", "ReasonedProcurementInput", { reasons: "公告内容更正" }],
    resumeProcurement: ["officer-1", "ResumeProcurementInput"],
  },
);

/** A bid is told by the project that it is made for. */
const BID_STEPS = steps(
  { service: "intermediary", kind: "Bid", selects: "object: bid { version state }" },
  {
    placeBid: ["agent-1", "PlaceBidInput"],
    withdrawBid: ["agent-1", "WithdrawBidInput"],
  },
);

/** All of them. */
export const STEPS = {
  ...{ ...CASE_STEPS, ...ALLOTMENT_STEPS, ...ORDER_STEPS },
  ...{ ...REPAIR_STEPS, ...OBJECTION_STEPS, ...PROJECT_STEPS, ...BID_STEPS },
};

/** Name of a verb. */
export type StepName = keyof typeof STEPS;
