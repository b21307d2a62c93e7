/** What one client may upload in a day: files and bytes, each a bucket that refills at an even rate. */
import type { RateBuckets } from "../request/rate-buckets.js";
import { RequestRefusal } from "../request/request-refusal.js";

/** Time in which an empty bucket is full again, in milliseconds. */
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Bytes are taken in portions, so that a piece does not ask a database. */
const PORTION = 1_024 * 1_024;

/** What a client may upload in a day. */
export interface DayQuota {
  readonly files: number;
  readonly bytes: number;
}

/** Charges an upload. */
export interface ChargedUpload {
  /** Takes what came. Throws RATE_LIMITED with reason FILE_QUOTA and Retry-After. */
  onBytes(bytes: number): Promise<void>;
}

/** Creates what begins an upload of a client: it takes one file. It throws as onBytes does. */
export const createDayQuota =
  (quota: DayQuota, buckets: RateBuckets) =>
  async (client: string): Promise<ChargedUpload> => {
    const take = async (what: keyof DayQuota, units: number): Promise<void> => {
      const costMs = (units * DAY_MS) / quota[what];
      const { allowed, fullInMs } = await buckets.take(`day ${what} ${client}`, costMs, DAY_MS);
      if (allowed) return;
      const seconds = Math.max(1, Math.ceil((fullInMs + costMs - DAY_MS) / 1_000));
      throw new RequestRefusal(
        "RATE_LIMITED",
        "Too much was uploaded in a day.",
        { reason: "FILE_QUOTA" },
        { headers: { "retry-after": String(seconds) } },
      );
    };
    await take("files", 1);
    let [paid, came] = [0, 0];
    return {
      async onBytes(bytes) {
        came += bytes;
        while (paid < came) {
          await take("bytes", PORTION);
          paid += PORTION;
        }
      },
    };
  };
