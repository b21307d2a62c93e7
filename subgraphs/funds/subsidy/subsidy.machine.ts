/** The machine of a subsidy line (财办〔2020〕37号, L21); on which state a day falls is computed in subsidy.status.ts. Pure. */
import { basisOfLimit } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates } from "../../../platform/machine/index.js";

/** State of a line. */
export enum SubsidyState {
  PREPARED = "PREPARED",
  VILLAGE_PUBLICITY = "VILLAGE_PUBLICITY",
  TOWN_REVIEW = "TOWN_REVIEW",
  COUNTY_REVIEW = "COUNTY_REVIEW",
  PAID = "PAID",
  RETURNED = "RETURNED",
  REPAID = "REPAID",
}

/** What happens to a line. */
export type SubsidyEvent = "POST" | "CLOSE_PUBLICITY" | "REVIEW" | "PAY" | "RETURN" | "REPAY";

/** What its guards look at. */
export interface SubsidyGuardFacts {
  readonly today: string;
  /** Last day on which the roster is posted. */
  readonly publicityTo: string;
  /** True where objections to the roster are still open. */
  readonly objectionsOpen: boolean;
}

const BASIS = basisOfLimit("L21");
const { PREPARED, VILLAGE_PUBLICITY, TOWN_REVIEW, COUNTY_REVIEW, PAID, RETURNED, REPAID } = SubsidyState;

const posted = {
  reason: "PUBLICITY_RUNS",
  en: "the last day of publicity is past",
  holds: ({ today, publicityTo }: SubsidyGuardFacts): boolean => today > publicityTo,
} as const;

/** Life of a line. */
export const SUBSIDY = defineMachine<SubsidyState, SubsidyEvent, SubsidyGuardFacts>({
  name: "SubsidyState",
  title: "Subsidy line 补贴明细",
  states: {
    PREPARED: { zh: "已编制", en: "Prepared" },
    VILLAGE_PUBLICITY: { zh: "村级公示", en: "In publicity in the village" },
    TOWN_REVIEW: { zh: "乡镇审核", en: "Reviewed by the township" },
    COUNTY_REVIEW: { zh: "县级审定", en: "Reviewed by the county" },
    PAID: { zh: "已发放", en: "Paid" },
    RETURNED: { zh: "退票", en: "Sent back by the bank" },
    REPAID: { zh: "重新发放", en: "Paid again after it was sent back" },
  },
  initial: PREPARED,
  transitions: [
    { event: "POST", from: [PREPARED], to: VILLAGE_PUBLICITY, actors: ["PUBLISHER"], basis: BASIS },
    {
      event: "CLOSE_PUBLICITY",
      from: [VILLAGE_PUBLICITY],
      to: TOWN_REVIEW,
      actors: ["TIME"],
      guards: [posted],
      basis: BASIS,
      limit: "L21",
    },
    {
      event: "REVIEW",
      from: [TOWN_REVIEW],
      to: COUNTY_REVIEW,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "OBJECTIONS_OPEN",
          en: "no objection to the roster is open",
          holds: ({ objectionsOpen }) => !objectionsOpen,
        },
      ],
      basis: BASIS,
      sets: ["townReviewedOn"],
    },
    {
      event: "PAY",
      from: [COUNTY_REVIEW],
      to: PAID,
      actors: ["OFFICER"],
      guards: [posted],
      basis: BASIS,
      sets: ["paidOn"],
    },
    // By the bank, or by the department that paid, with the bank's slip: as often as the account is wrong.
    {
      ...{ event: "RETURN", from: [PAID, REPAID], to: RETURNED, actors: ["PAYER", "OFFICER"] },
      ...{ basis: BASIS, sets: ["returnedOn"] },
    },
    { event: "REPAY", from: [RETURNED], to: REPAID, actors: ["OFFICER"], basis: BASIS, sets: ["repaidOn"] },
  ],
  computed: "Computed for a day from what happened to the line and its batch.",
});

describeEnum(
  SubsidyState,
  SUBSIDY.name,
  "State of a subsidy line on the day of the request (发放状态).",
  describedStates(SUBSIDY),
);
