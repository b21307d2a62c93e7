/** How repair cases are written: under which machine, and whose. */
import type { ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  REPAIR,
  type RepairEvent,
  type RepairGuardFacts,
  type RepairState,
} from "../repair-case/repair-case.machine.js";
import { WHOSE_REPAIR_CASE } from "../repair-case/repair-case.policy.js";
import { findRepairCases } from "../repair-case/repair-case.repository.js";
import { REPAIR_PARTS } from "./repair-handling.policy.js";

/** Repair cases, as writes know them. */
export const WRITTEN_REPAIR: Written<RepairState, RepairEvent, RepairGuardFacts, ColumnOf<typeof WHOSE_REPAIR_CASE>> = {
  kind: "RepairCase",
  table: "repair_cases",
  key: "no",
  machine: REPAIR,
  whose: WHOSE_REPAIR_CASE,
  parts: REPAIR_PARTS,
  read: async (trx, no) => (await findRepairCases(trx, [no]))[0],
};
