/** How the publicity of penalties is written: under which machine, whose, and the state of a day. */
import type { ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { PUBLICITY } from "../penalty/penalty.machine.js";
import type { PublicityEvent, PublicityGuardFacts, PublicityState } from "../penalty/publicity.state.js";
import { WHOSE_PENALTY } from "../penalty/penalty.policy.js";
import { findPenalties } from "../penalty/penalty.repository.js";
import { publicityStateOf } from "../penalty/penalty.js";
import { PENALTY_PARTS } from "./penalty-handling.policy.js";

/** Penalties, as writes know them. */
export const WRITTEN_PENALTY: Written<
  PublicityState,
  PublicityEvent,
  PublicityGuardFacts,
  ColumnOf<typeof WHOSE_PENALTY>
> = {
  kind: "AdministrativePenalty",
  table: "penalties",
  key: "id",
  machine: PUBLICITY,
  whose: WHOSE_PENALTY,
  parts: PENALTY_PARTS,
  read: async (trx, id) => (await findPenalties(trx, [id]))[0],
  stateOf: publicityStateOf,
};
