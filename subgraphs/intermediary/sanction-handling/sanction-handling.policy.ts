/** How sanctions are written: who plays which part, under which machine, and the state of a day. Pure. */
import { inDivision, ofAgency, ofBody, type ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
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

/** Who plays which part for a sanction. */
export const SANCTION_PARTS = {
  OFFICER: ofAgency("authority_uscc"),
  SUPERVISOR: inDivision("division_code"),
  FIRM: ofBody("firm_uscc"),
};

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
