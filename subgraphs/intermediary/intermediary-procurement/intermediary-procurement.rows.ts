/** Columns of intermediary_procurements, once: row, select list and mapping come from here. */
import {
  day,
  defineTable,
  fen,
  integer,
  json,
  type RowOf,
  smallIntegers,
  text,
  texts,
  truth,
} from "../../../platform/database/index.js";
import type { FundSource, Selection } from "./intermediary-procurement.enums.js";
import type { MarketState } from "./intermediary-procurement.state.js";

/** Projects of the market (采购项目). */
export const INTERMEDIARY_PROCUREMENTS = defineTable("intermediary_procurements", {
  projectNo: text("project_no"),
  name: text("name"),
  serviceCode: text("service_code"),
  ownerId: text("owner_id"),
  ownerUscc: text("owner_uscc"),
  ownerPublic: truth("owner_public").unread("a rule of findings asks who pays"),
  departmentUscc: text("department_uscc"),
  divisionCode: text("division_code"),
  fundSource: text("fund_source").of<FundSource>(),
  selection: text("selection").of<Selection>(),
  ceiling: fen("ceiling_fen").nullable(),
  avoidIds: texts("avoid_ids").byDefault(),
  state: text("state").of<MarketState>(),
  stateReason: text("state_reason").nullable(),
  registeredAt: day("registered_on"),
  publicNoticeAt: day("public_notice_on").nullable(),
  closesAt: day("closes_on").nullable(),
  revealsUntil: day("reveals_until").nullable(),
  openedAt: day("opened_on").nullable(),
  selectedAt: day("selected_on").nullable(),
  disputedAt: day("disputed_on").nullable(),
  disputedFrom: text("disputed_from").of<MarketState>().nullable(),
  suspensions: json("suspensions").of<readonly object[]>().byDefault(),
  selectedId: text("selected_id").nullable(),
  selectedUscc: text("selected_uscc").nullable(),
  contractNo: text("contract_no").nullable(),
  contractAmount: fen("contract_fen").nullable(),
  signedAt: day("signed_on").nullable(),
  dueAt: day("due_on").nullable(),
  deliveredAt: day("delivered_on").nullable(),
  acceptedAt: day("accepted_on").nullable(),
  evaluatedAt: day("evaluated_on").nullable(),
  deliverableHash: text("deliverable_hash").nullable(),
  // Five aspects, each of 1 to 5.
  stars: smallIntegers("stars").nullable(),
  reply: text("evaluation_reply").nullable(),
  repliedAt: day("replied_on").nullable(),
  linkedCaseNo: text("linked_case_no").nullable(),
  randomSource: json("random_source").of<object>().nullable(),
  draw: json("draw").of<object>().nullable(),
  drawnAt: day("drawn_on").nullable(),
  version: integer("version").byDefault(),
});

/** A row of intermediary_procurements. */
export type IntermediaryProcurementRow = RowOf<typeof INTERMEDIARY_PROCUREMENTS>;
