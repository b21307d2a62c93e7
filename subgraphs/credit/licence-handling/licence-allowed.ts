/** What a viewer may do with a licence now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedActions } from "../../../platform/write/index.js";
import { LICENCE_PUBLICITY } from "../licence/licence.machine.js";
import { publicityOf, type LicenceRow } from "../licence/licence.repository.js";
import { licenceFacts } from "./licence-facts.js";
import { LicenceAction } from "./licence-handling.enums.js";
import { LICENCE_PARTS } from "./licence-handling.policy.js";

/** The actions, in the order of the enumeration. */
export const allowedLicenceActions = (row: LicenceRow, viewer: Viewer, today: string): LicenceAction[] => {
  const state = publicityOf(row, today);
  const facts = licenceFacts(row, { reasons: "-", revocationNo: "-" });
  return allowedActions(
    LicenceAction,
    { machine: LICENCE_PUBLICITY, parts: LICENCE_PARTS },
    { viewer },
    { row, state, facts },
  );
};
