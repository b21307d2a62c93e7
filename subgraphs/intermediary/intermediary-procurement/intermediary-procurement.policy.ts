/** Whose an intermediary procurement is: everybody's, but a draft and the case that it was commissioned for are its parties' alone. Pure. */
import {
  allOf,
  anyOf,
  entitled,
  given,
  noneOf,
  ofAgency,
  oneOf,
} from "../../../platform/disclosure/admission/index.js";
import { MarketState } from "./intermediary-procurement.state.js";

/** The projects of the owner's people, of officers of the department concerned, and of supervisors of the division. */
export const OF_PARTIES = anyOf(
  ofAgency("owner_uscc"),
  entitled({ body: "owner_uscc", agency: "department_uscc", division: "division_code" }),
);

/** Who may know of a project: a draft is not public, nor one that was cancelled before its public notice. */
export const WHOSE_PROJECT = anyOf(
  noneOf("state", [MarketState.DRAFT, MarketState.CANCELLED]),
  allOf(oneOf("state", [MarketState.CANCELLED]), given("public_notice_on")),
  OF_PARTIES,
);
