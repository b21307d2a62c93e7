/** What a viewer may do with an objection now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedActions } from "../../../platform/write/index.js";
import { OBJECTION } from "../objection/objection.machine.js";
import type { Objection } from "../objection/objection.type.js";
import { ObjectionAction } from "./objection-handling.enums.js";
import { OBJECTION_PARTS } from "./objection-handling.policy.js";

/** The actions, in the order of the enumeration. */
export const allowedObjectionActions = (
  { state, subject, authorityUscc }: Objection,
  viewer: Viewer,
  { recordChanged }: { readonly recordChanged: boolean },
): ObjectionAction[] => {
  if (state === undefined) return [];
  const row = { counterparty_hash: subject ?? null, counterparty_uscc: subject ?? null, authority_uscc: authorityUscc };
  return allowedActions(
    ObjectionAction,
    { machine: OBJECTION, parts: OBJECTION_PARTS },
    { viewer },
    { row, state, facts: { recordChanged, reasons: "-" } },
  );
};
