/** How objections are written: under which machine, and whose. */
import type { ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  OBJECTION,
  type ObjectionEvent,
  type ObjectionGuardFacts,
  type ObjectionState,
} from "../objection/objection.machine.js";
import { WHOSE_OBJECTION } from "../objection/objection.policy.js";
import { findObjections } from "../objection/objection.repository.js";
import { OBJECTION_PARTS } from "./objection-handling.policy.js";

/** Objections, as writes know them. */
export const WRITTEN_OBJECTION: Written<
  ObjectionState,
  ObjectionEvent,
  ObjectionGuardFacts,
  ColumnOf<typeof WHOSE_OBJECTION>
> = {
  kind: "Objection",
  table: "objections",
  key: "no",
  machine: OBJECTION,
  whose: WHOSE_OBJECTION,
  parts: OBJECTION_PARTS,
  read: async (trx, no) => (await findObjections(trx, [no]))[0],
};
