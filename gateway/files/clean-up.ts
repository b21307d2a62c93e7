/** Removes files that nothing holds and whose receipts are over, and what killed processes left of uploads. */
import { RECEIPT_MS, type FileStore } from "../../platform/files/index.js";
import type { Holders } from "./holders.js";

/** How much longer than its receipt a file stays, in milliseconds: a write that began in time has ended, and clocks differ. */
const MARGIN_MS = 60 * 60 * 1_000;

/** How often it runs, in milliseconds. */
export const CLEANED_EVERY_MS = 60 * 60 * 1_000;

/** Files that services are asked of at once. */
const ASKED_AT_ONCE = 500;

/** What was removed. */
export interface Cleaned {
  /** Files that nothing holds. */
  readonly removed: number;
  /** Uploads that were never whole. */
  readonly cleared: number;
}

/** Cleans up as of the instant (milliseconds). Throws where a service does not answer: what it may hold stays. */
export const cleanUp = async (store: FileStore, holders: Pick<Holders, "heldAmong">, now: number): Promise<Cleaned> => {
  const before = new Date(now - RECEIPT_MS - MARGIN_MS);
  let removed = 0;
  const removeUnheld = async (sha256s: readonly string[]): Promise<void> => {
    if (sha256s.length === 0) return;
    const held = await holders.heldAmong(sha256s, new Date(now));
    for (const sha256 of sha256s) if (!held.has(sha256) && (await store.remove(sha256, before))) removed += 1;
  };
  let asked: string[] = [];
  for await (const { sha256 } of store.list(before)) {
    asked.push(sha256);
    if (asked.length < ASKED_AT_ONCE) continue;
    await removeUnheld(asked);
    asked = [];
  }
  await removeUnheld(asked);
  return { removed, cleared: await store.clear(new Date(now - MARGIN_MS)) };
};
