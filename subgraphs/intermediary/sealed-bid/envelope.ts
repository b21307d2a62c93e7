/**
 * The envelope of a sealed bid: a firm hands in a hash before bids close, and what it was made of after that. Pure.
 *
 * commitment = SHA-256, as lower-case hexadecimal digits, of these texts in UTF-8, joined by line feeds:
 * `GOVGRAPH-BID-1`, project number, credit code of the firm, price in fen, content hash, nonce.
 * Content hash is the SHA-256 of the offer's file, the nonce 32 random bytes, both as 64 lower-case hexadecimal digits.
 */
import { createHash, randomBytes } from "node:crypto";

/** Name of this procedure; a change of any step is another name. */
export const BID_ENVELOPE = "GOVGRAPH-BID-1";

/** Highest price in fen: what the column holds. */
const MOST_FEN = 9_223_372_036_854_775_807n;

const HASH = /^[0-9a-f]{64}$/;

/** What is sealed. */
export interface SealedOffer {
  readonly projectNo: string;
  readonly firmUscc: string;
  readonly priceFen: bigint;
  /** SHA-256 of the offer's file, 64 lower-case hexadecimal digits. */
  readonly contentHash: string;
  /** 32 random bytes, 64 lower-case hexadecimal digits. */
  readonly nonce: string;
}

/** True for 64 lower-case hexadecimal digits. */
export const isHash = (text: string): boolean => HASH.test(text);

/** True for an amount that may be bid: above zero. */
export const isPrice = (fen: bigint): boolean => fen > 0n && fen <= MOST_FEN;

/** The value that is handed in before bids close. */
export const commitmentOf = ({ projectNo, firmUscc, priceFen, contentHash, nonce }: SealedOffer): string =>
  createHash("sha256")
    .update([BID_ENVELOPE, projectNo, firmUscc, String(priceFen), contentHash, nonce].join("\n"), "utf8")
    .digest("hex");

/** A nonce nobody can guess: without it, a hash of a price is found by trying all prices. */
export const newNonce = (): string => randomBytes(32).toString("hex");
