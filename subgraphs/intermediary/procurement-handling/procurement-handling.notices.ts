/** Who is told of the steps of a project of the market: its owner, its bidders, and who decides disputes. */
import { noLimit, type DueOn, type ToldRecord } from "../../../platform/notices/index.js";
import type { IntermediaryServices } from "../context.js";
import {
  clocksOf,
  contractDeadline,
  evaluationDeadline,
} from "../intermediary-procurement/intermediary-procurement.status.js";
import { OF_BIDDER } from "../sealed-bid/sealed-bid.policy.js";
import { projectsByBidder, projectsByOpening } from "./procurement-handling.repository.js";
import {
  OF_DEPARTMENT,
  OF_OPENER,
  OF_OWNER,
  OF_SELECTED,
  OF_SUPERVISOR,
  WRITTEN_PROJECT,
} from "./procurement-handling.policy.js";

const signs: DueOn<IntermediaryServices> = async (projectNo, { intermediaryProcurements }, today) => {
  const project = await intermediaryProcurements.find(projectNo);
  return project && contractDeadline(clocksOf(project), today)?.dueOn;
};

const evaluates: DueOn<IntermediaryServices> = async (projectNo, { intermediaryProcurements }, today) => {
  const project = await intermediaryProcurements.find(projectNo);
  return project && evaluationDeadline(clocksOf(project), today)?.dueOn;
};

const office = { isOffice: true, duties: { DISPUTED: noLimit } } as const;

/** Owner, selected firm, department and supervisors. */
export const TOLD_PROJECT: ToldRecord<IntermediaryServices> = {
  written: WRITTEN_PROJECT,
  addressees: [
    {
      part: "OWNER",
      whose: OF_OWNER,
      duties: { SELECTED: noLimit, IN_PUBLICITY: signs, DELIVERED: noLimit, ACCEPTED: evaluates, EVALUATED: noLimit },
    },
    { part: "FIRM", whose: OF_SELECTED, duties: { CONTRACTED: noLimit, IN_SERVICE: noLimit } },
    { part: "OFFICER", whose: OF_DEPARTMENT, ...office },
    { part: "SUPERVISOR", whose: OF_SUPERVISOR, ...office },
  ],
};

/** Every firm that bid: bids were opened, one was selected, the project failed. */
export const TOLD_BIDDER: ToldRecord<IntermediaryServices> = {
  written: WRITTEN_PROJECT,
  rows: projectsByBidder,
  addressees: [{ part: "FIRM", whose: OF_BIDDER, duties: {} }],
};

/** An owner opens bids, and selects, once their day is there. */
export const TOLD_OPENING: ToldRecord<IntermediaryServices> = {
  written: WRITTEN_PROJECT,
  rows: projectsByOpening,
  addressees: [{ part: "OWNER", whose: OF_OPENER, duties: { UNDER_PUBLIC_NOTICE: noLimit } }],
};
