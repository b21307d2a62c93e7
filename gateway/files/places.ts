/** How many uploads and downloads are under way at once: each holds a connection and an open file. Parts of exports go by the same. */
import type { ReasonName } from "../../platform/errors/index.js";
import { RequestRefusal } from "../request/request-refusal.js";

/** Most at once (docs/limits.md). */
export interface PlaceLimits {
  readonly all: number;
  readonly ofClient: number;
}

/** Most at once of one gateway, and of one client. */
export const UPLOAD_PLACES: PlaceLimits = { all: 64, ofClient: 4 };
export const DOWNLOAD_PLACES: PlaceLimits = { all: 256, ofClient: 8 };

/** What is said where there is no place. */
export interface PlacesTaken {
  readonly reason: ReasonName;
  readonly message: string;
}

const FILES_TAKEN: PlacesTaken = {
  reason: "FILE_UPLOADS",
  message: "Too many files come or go at once: try again when one is done.",
};

/** Gives places; each is given back once. */
export interface Places {
  /** Returns what gives it back. Throws RATE_LIMITED where there is none. */
  take(client: string): () => void;
}

/** Creates them. */
export const createPlaces = (
  { all, ofClient }: PlaceLimits,
  { reason, message }: PlacesTaken = FILES_TAKEN,
): Places => {
  const taken = new Map<string, number>();
  let total = 0;
  return {
    take(client) {
      const own = taken.get(client) ?? 0;
      if (total >= all || own >= ofClient)
        throw new RequestRefusal("RATE_LIMITED", message, { reason }, { headers: { "retry-after": "1" } });
      taken.set(client, own + 1);
      total += 1;
      return () => {
        const left = taken.get(client)! - 1;
        if (left === 0) taken.delete(client);
        else taken.set(client, left);
        total -= 1;
      };
    },
  };
};
