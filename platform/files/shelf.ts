/** Where whole files are kept under their SHA-256: a folder, or a bucket. */
import type { Readable } from "node:stream";
import type { Spooled } from "./spool.js";

/** A kept file. */
export interface KeptEntry {
  readonly sha256: string;
  readonly bytes: number;
  /** When it was last put there. */
  readonly keptAt: Date;
}

/** First and last byte, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Keeps whole files; each is there entirely or not at all. */
export interface Shelf {
  /** Keeps a temporary file, which may be gone afterwards; one that is kept already counts as put there now. */
  keep(file: Spooled): Promise<void>;
  find(sha256: string): Promise<KeptEntry | undefined>;
  /** Its bytes, or those of a range; undefined where it is not there. */
  open(sha256: string, range?: ByteRange): Promise<Readable | undefined>;
  /** All that were put there before the instant. */
  list(before: Date): AsyncIterable<KeptEntry>;
  /** Removes one that was put there before the instant, and says whether it did; one that was put there again stays. */
  remove(sha256: string, before: Date): Promise<boolean>;
  /** Ends its connections. */
  close(): Promise<void>;
}
