/** How projects are written: who plays which part, under which machine. Pure. */
import { allOf, anyOf, inDivision, ofAgency, ofBody, since } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { INTERMEDIARY_PROCUREMENT } from "../intermediary-procurement/intermediary-procurement.machine.js";
import { WHOSE_PROJECT } from "../intermediary-procurement/intermediary-procurement.policy.js";
import type {
  MarketEvent,
  MarketGuardFacts,
  MarketState,
} from "../intermediary-procurement/intermediary-procurement.state.js";

type ProjectColumn =
  "owner_uscc" | "department_uscc" | "division_code" | "selected_uscc" | "state" | "public_notice_on";

/** Who acts for the owner: agents of a body, officers of an agency. */
export const OF_OWNER = anyOf(ofBody("owner_uscc"), ofAgency("owner_uscc"));

/** Who acts for an owner whose bids can be opened. */
export const OF_OPENER = allOf(OF_OWNER, since("opens_from"));

/** The selected firm, the department that decides disputes, and supervisors. */
export const OF_SELECTED = ofBody("selected_uscc");
export const OF_DEPARTMENT = ofAgency("department_uscc");
export const OF_SUPERVISOR = inDivision("division_code");

/** Projects, as writes know them. The selected firm alone acts as FIRM; who bids has a record of its own. */
export const WRITTEN_PROJECT: Written<MarketState, MarketEvent, MarketGuardFacts, ProjectColumn> = {
  kind: "IntermediaryProcurement",
  table: "intermediary_procurements",
  key: "project_no",
  machine: INTERMEDIARY_PROCUREMENT,
  whose: WHOSE_PROJECT,
  parts: {
    OWNER: OF_OWNER,
    FIRM: OF_SELECTED,
    OFFICER: OF_DEPARTMENT,
    SUPERVISOR: OF_SUPERVISOR,
  },
};

/** Projects as firms object to them: any firm may ask, and the machine whether it took part. */
export const OBJECTED_PROJECT: typeof WRITTEN_PROJECT = { ...WRITTEN_PROJECT, parts: { FIRM: WHOSE_PROJECT } };
