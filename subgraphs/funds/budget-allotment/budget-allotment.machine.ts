/** The machine of a budget allotment (预算法 第五十二条, L19): drafted, issued, received, divided, paid out, closed. Pure. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates } from "../../../platform/machine/index.js";

/** State of an allotment. */
export enum AllotmentState {
  DRAFT = "DRAFT",
  ISSUED = "ISSUED",
  RECEIVED = "RECEIVED",
  DECOMPOSED = "DECOMPOSED",
  IN_EXECUTION = "IN_EXECUTION",
  CLOSED = "CLOSED",
}

/** What happens to an allotment. */
export type AllotmentEvent = "ISSUE" | "RECEIVE" | "DIVIDE" | "EXECUTE" | "CLOSE";

const ISSUE = basisOfLimit("L19-GENERAL");
const { DRAFT, ISSUED, RECEIVED, DECOMPOSED, IN_EXECUTION, CLOSED } = AllotmentState;

/** Life of an allotment. No guard: what may be divided and paid out is the balance of the ledger, which is computed. */
export const ALLOTMENT = defineMachine<AllotmentState, AllotmentEvent, object>({
  name: "AllotmentState",
  title: "Budget allotment 预算指标",
  states: {
    DRAFT: { zh: "草案", en: "Being drafted; not public" },
    ISSUED: { zh: "已下达", en: "Issued" },
    RECEIVED: { zh: "已接收", en: "Received" },
    DECOMPOSED: { zh: "已分解", en: "Divided among those below" },
    IN_EXECUTION: { zh: "执行中", en: "Being paid out" },
    CLOSED: { zh: "已结清", en: "Closed", terminal: true },
  },
  initial: DRAFT,
  transitions: [
    { event: "ISSUE", from: [DRAFT], to: ISSUED, actors: ["OFFICER"], basis: ISSUE, limit: "L19" },
    { event: "RECEIVE", from: [ISSUED], to: RECEIVED, actors: ["OFFICER"], basis: ISSUE, sets: ["receivedOn"] },
    { event: "DIVIDE", from: [RECEIVED], to: DECOMPOSED, actors: ["OFFICER"], basis: ISSUE },
    // The lowest level has nobody to divide among.
    {
      event: "EXECUTE",
      from: [RECEIVED, DECOMPOSED],
      to: IN_EXECUTION,
      actors: ["OFFICER"],
      basis: basisOfProcedure("BUDGET-EXECUTION"),
    },
    {
      event: "CLOSE",
      from: [IN_EXECUTION],
      to: CLOSED,
      actors: ["OFFICER"],
      basis: basisOfProcedure("BUDGET-CLOSING"),
    },
  ],
});

describeEnum(AllotmentState, ALLOTMENT.name, "State of an allotment (指标状态).", describedStates(ALLOTMENT));
