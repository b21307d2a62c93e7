/** What each viewer sees of a rating's comment (domain.md §15, rating comment). Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { isOwnAgency, isOwner, isSupervisor, type RecordFacts } from "../../../platform/disclosure/index.js";
import { Moderation } from "./service-rating.status.js";

/** A comment as it is kept. */
export interface CommentFacts extends RecordFacts {
  /** As it was written. */
  readonly original?: string;
  /** Without names, numbers and addresses; what the moderator wrote. */
  readonly redacted?: string;
  readonly moderation: Moderation;
}

/** Writer and supervisor read the original, the own agency the one without identity, everybody else that one once it passed. */
export const shownComment = (viewer: Viewer, comment: CommentFacts): string | undefined => {
  if (isOwner(viewer, comment) || isSupervisor(viewer, comment)) return comment.original;
  if (isOwnAgency(viewer, comment) || comment.moderation === Moderation.PASSED) return comment.redacted;
  return undefined;
};
