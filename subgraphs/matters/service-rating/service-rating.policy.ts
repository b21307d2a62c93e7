/** Whose the comment of a rating is, as it was written and as it is shown (docs/domain). Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import {
  anyOf,
  canRead,
  inDivision,
  ofAgency,
  ofSubject,
  oneOf,
} from "../../../platform/disclosure/admission/index.js";
import { Moderation } from "./service-rating.machine.js";

/** A comment as it is kept, and whose it is. */
export interface CommentRow {
  /** As it was written. */
  readonly comment: string | null;
  /** Without names, numbers and addresses; what the moderator wrote. */
  readonly shown_comment: string | null;
  readonly moderation: Moderation;
  readonly subject: string;
  readonly dept_uscc: string;
  readonly division_code: string;
}

/** Who reads a comment as it was written: its writer and supervisors. */
export const WHOSE_COMMENT = anyOf(ofSubject("subject"), inDivision("division_code"));

/** Who else reads it without identity: the own agency, and everybody once it passed. */
export const WHOSE_SHOWN_COMMENT = anyOf(ofAgency("dept_uscc"), oneOf("moderation", [Moderation.PASSED]));

/** The comment as the viewer reads it; undefined where the viewer reads none. */
export const shownComment = (viewer: Viewer, row: CommentRow): string | undefined => {
  if (canRead(WHOSE_COMMENT, { viewer }, row)) return row.comment ?? undefined;
  return canRead(WHOSE_SHOWN_COMMENT, { viewer }, row) ? (row.shown_comment ?? undefined) : undefined;
};
