/** Who may know of a penalty: everybody while it is in publicity, afterwards only its subject, its authority and supervisors (C4, domain.md §15). */
import type { Viewer } from "../../../platform/auth/index.js";
import type { RecordFacts } from "../../../platform/disclosure/index.js";
import { isEntitled } from "../counterparty/counterparty.js";
import { PublicityState } from "./penalty.enums.js";

/** True where the viewer may know that the penalty exists. */
export const canRead = (viewer: Viewer, state: PublicityState, facts: RecordFacts): boolean =>
  state === PublicityState.PUBLISHED || isEntitled(viewer, facts);
