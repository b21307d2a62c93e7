/** How the publicity of penalties is written: who plays which part, under which machine, and the state of a day. */
import { ofAgency, type Whose } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import {
  PUBLICITY,
  type PublicityEvent,
  type PublicityGuardFacts,
  type PublicityState,
} from "../penalty/penalty.machine.js";
import { WHOSE_PENALTY } from "../penalty/penalty.policy.js";
import { findPenalties, publicityStateOf, type PenaltyRow } from "../penalty/penalty.repository.js";

type PenaltyColumn = typeof WHOSE_PENALTY extends Whose<infer Column> ? Column : never;

/** Penalties, as writes know them. */
export const WRITTEN_PENALTY: Written<PublicityState, PublicityEvent, PublicityGuardFacts, PenaltyColumn> = {
  kind: "AdministrativePenalty",
  table: "penalties",
  key: "id",
  machine: PUBLICITY,
  whose: WHOSE_PENALTY,
  parts: { SUBJECT: OF_COUNTERPARTY, OFFICER: ofAgency("authority_uscc"), PUBLISHER: ofAgency("authority_uscc") },
  read: async (trx, id) => (await findPenalties(trx, [id]))[0],
  stateOf: (row: PenaltyRow, today) => publicityStateOf(row, today),
};
