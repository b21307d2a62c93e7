/** How repair cases are written: who plays which part, under which machine. */
import { ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { OF_COUNTERPARTY } from "../counterparty/counterparty.policy.js";
import {
  REPAIR,
  type RepairEvent,
  type RepairGuardFacts,
  type RepairState,
} from "../repair-case/repair-case.machine.js";
import { WHOSE_REPAIR_CASE } from "../repair-case/repair-case.policy.js";
import { findRepairCases } from "../repair-case/repair-case.repository.js";

type RepairColumn = "sealed" | "counterparty_hash" | "counterparty_uscc" | "authority_uscc" | "division_code";

/** Repair cases, as writes know them. */
export const WRITTEN_REPAIR: Written<RepairState, RepairEvent, RepairGuardFacts, RepairColumn> = {
  kind: "RepairCase",
  table: "repair_cases",
  key: "no",
  machine: REPAIR,
  whose: WHOSE_REPAIR_CASE,
  parts: { SUBJECT: OF_COUNTERPARTY, OFFICER: ofAgency("authority_uscc") },
  read: async (trx, no) => (await findRepairCases(trx, [no]))[0],
};
