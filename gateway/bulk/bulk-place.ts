/** Where a part of a bulk export begins: the instant of its first part, sealed with what it asks, and the cursor of the list. Nothing is kept for it here. */
import { localDateOf } from "../../platform/domain/index.js";
import { ServiceError, badInput } from "../../platform/errors/index.js";
import type { CursorCodec } from "../../platform/graphql/lists/index.js";

/** What an export asks, the same for all of its parts. */
export interface BulkAsked {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly format: string;
}

/** A place: rows of all parts are as of one instant, which is of one day in Shanghai. */
export interface BulkPlace {
  readonly asOf: Date;
  /** Cursor of the list. @default its beginning */
  readonly after?: string;
}

/** Writes and reads places. */
export interface BulkPlaces {
  write(asked: BulkAsked, place: Required<BulkPlace>): string;
  /** Throws BAD_USER_INPUT (CURSOR) for what was not given for this question, and CURSOR_EXPIRED where its day is over. */
  read(asked: BulkAsked, text: string, now: Date): BulkPlace;
}

const ORDERING = "bulk";

/** Creates them over the codec that seals. */
export const createBulkPlaces = (cursors: CursorCodec): BulkPlaces => ({
  write: (asked, { asOf, after }) =>
    `${cursors.seal({ ordering: ORDERING, filter: asked, keys: [asOf.getTime()] })}.${after}`,
  read(asked, text, now) {
    const dot = text.indexOf(".");
    const asOf = new Date(Number(sealed(cursors, asked, text.slice(0, dot))));
    // What is public goes by days: nothing is told of a day that is over.
    if (localDateOf(asOf) !== localDateOf(now))
      throw new ServiceError("BAD_USER_INPUT", "The day of this export is over: begin it again.", {
        ...{ argument: "place", reason: "CURSOR_EXPIRED" },
      });
    return { asOf, after: text.slice(dot + 1) };
  },
});

const sealed = (cursors: CursorCodec, asked: BulkAsked, text: string): string | number | undefined => {
  try {
    return cursors.open(text, { ordering: ORDERING, filter: asked })[0];
  } catch {
    throw badInput("place", "CURSOR", "The place is not one that this export gave.");
  }
};
