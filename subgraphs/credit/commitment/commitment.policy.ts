/** Who may know of a commitment: everybody, but of those made for repair only who may know of repair (C4). */
import type { Viewer } from "../../../platform/auth/index.js";
import type { RecordFacts } from "../../../platform/disclosure/index.js";
import { isEntitled } from "../counterparty/counterparty.js";
import { CommitmentType } from "./commitment.enums.js";

/** Types that name a record which may no longer be public. */
export const UNPUBLISHED_TYPES: readonly CommitmentType[] = [CommitmentType.CREDIT_REPAIR];

/** True where the viewer may know that the commitment exists. */
export const canRead = (viewer: Viewer, type: CommitmentType, facts: RecordFacts): boolean =>
  !UNPUBLISHED_TYPES.includes(type) || isEntitled(viewer, facts);
