/** How sanctions are written, and the bids that fall with one: whose, by whom, under which machine, and the state of a day. */
import { anyOf, type ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import type { BidEvent, BidGuardFacts, BidState } from "../bid/bid.machine.js";
import type { SanctionGuardFacts } from "../intermediary-sanction/intermediary-sanction.guards.js";
import {
  SANCTION,
  type SanctionEvent,
  type SanctionState,
} from "../intermediary-sanction/intermediary-sanction.machine.js";
import { WHOSE_SANCTION } from "../intermediary-sanction/intermediary-sanction.policy.js";
import { findSanctions, sanctionFacts } from "../intermediary-sanction/intermediary-sanction.repository.js";
import type { SanctionRow } from "../intermediary-sanction/intermediary-sanction.rows.js";
import { stateOn } from "../intermediary-sanction/intermediary-sanction.status.js";
import { WRITTEN_BID } from "../sealed-bid/sealed-bid.policy.js";
import { SANCTION_PARTS } from "./sanction-handling.policy.js";

/** Sanctions, as writes know them. */
export const WRITTEN_SANCTION: Written<
  SanctionState,
  SanctionEvent,
  SanctionGuardFacts,
  ColumnOf<typeof WHOSE_SANCTION>
> = {
  kind: "IntermediarySanction",
  table: "intermediary_sanctions",
  key: "id",
  machine: SANCTION,
  whose: WHOSE_SANCTION,
  parts: SANCTION_PARTS,
  read: async (trx, id) => (await findSanctions(trx, [id]))[0],
  stateOf: (row: SanctionRow, today) => stateOn(sanctionFacts(row), today),
};

/** Bids as a sanction bars them: by whoever decides it, who is told nothing of them. */
export const bidsBarredBy = ({
  authority_uscc,
  division_code,
}: SanctionRow): Written<BidState, BidEvent, BidGuardFacts, "authority_uscc" | "division_code"> => ({
  ...WRITTEN_BID,
  whose: anyOf(SANCTION_PARTS.OFFICER, SANCTION_PARTS.SUPERVISOR),
  parts: { OFFICER: SANCTION_PARTS.OFFICER, SUPERVISOR: SANCTION_PARTS.SUPERVISOR },
  read: async () => ({ authority_uscc, division_code }),
});
