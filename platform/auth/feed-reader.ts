/** How the process that pushes changes says at a gateway who it is: it reads as nobody, and has an allowance of its own (decision 146). */
import { verifyText, type SignerKeys, type TextSigner } from "./signed-text.js";

/** The header in which it says so. */
export const FEED_READER_HEADER = "govgraph-feed-reader";

/** What is signed, so that it is taken for nothing else. */
const KIND = "govgraph-feed-reader";

/** How old what was signed may be, or how far ahead, in milliseconds: clocks differ by some. */
const LIFETIME_MS = 60_000;

/** What the header holds, as of an instant in milliseconds. */
export const signFeedReader = (signer: TextSigner, now: number): Promise<string> => signer.sign(String(now), KIND);

/** True where one of the keys signed it within a minute of now. */
export const isFeedReader = async (signed: string, keys: SignerKeys, now: number): Promise<boolean> => {
  try {
    const text = await verifyText(signed, KIND, keys);
    return /^\d{1,15}$/.test(text) && Math.abs(now - Number(text)) <= LIFETIME_MS;
  } catch {
    return false;
  }
};
