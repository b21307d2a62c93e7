/** Who may know of a sanction: everybody once decided, unless revoked; else the agency, the deciding authority and supervisors. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { isOwnAgency, isOwner, isSupervisor } from "../../../platform/disclosure/index.js";
import { SanctionState, type AgencySanction } from "./agency-sanction.type.js";

/** True where the viewer may know that the sanction exists. */
export const canRead = (viewer: Viewer, sanction: AgencySanction): boolean => {
  if (sanction.state === SanctionState.IN_FORCE || sanction.state === SanctionState.EXPIRED) return true;
  const facts = { subject: sanction.agencyUscc, agency: sanction.authorityUscc, division: sanction.divisionCode };
  return isOwner(viewer, facts) || isOwnAgency(viewer, facts) || isSupervisor(viewer, facts);
};
