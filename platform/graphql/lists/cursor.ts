/** Cursors: sealed by authenticated encryption, so that a client can neither read nor forge what they hold. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { stableJson } from "../../domain/index.js";
import { ServiceError, badInput } from "../../errors/index.js";

/** Version of what a cursor holds; a cursor of another version has expired. */
const VERSION = 2;

/** Where a page ended. */
export interface CursorContent {
  /** List and ordering, such as `serviceMatters:NAME`. */
  readonly ordering: string;
  /** Filters that the list had, in any stable form; kept as a hash. */
  readonly filter: unknown;
  /** Values of the ordering columns at the last row. */
  readonly keys: readonly (string | number)[];
}

/** Seals and opens the cursors of one service. */
export interface CursorCodec {
  seal(content: CursorContent): string;
  /** Keys of the cursor. Throws BAD_USER_INPUT where it is forged, of another list, or of an old version (CURSOR_EXPIRED). */
  open(cursor: string, expected: Pick<CursorContent, "ordering" | "filter">): readonly (string | number)[];
}

const hashOf = (value: unknown): string =>
  createHash("sha256").update(stableJson(value)).digest("base64url").slice(0, 16);

/** Creates the codec; `secret` is shared by all replicas of a service. */
export const createCursorCodec = (secret: string): CursorCodec => {
  const key = createHash("sha256").update(`cursor:${secret}`).digest();
  const forged = (): ServiceError => badInput("after", "CURSOR", "The cursor is not one that this list gave.");
  return {
    seal({ ordering, filter, keys }) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const sealed = Buffer.concat([
        cipher.update(JSON.stringify([VERSION, ordering, hashOf(filter), keys]), "utf8"),
        cipher.final(),
      ]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open(cursor, expected) {
      const bytes = Buffer.from(cursor, "base64url");
      if (bytes.length < 29 || cursor.length > 2_000) throw forged();
      let content: unknown;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        content = JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8"));
      } catch {
        throw forged();
      }
      const [version, ordering, filter, keys] = content as [number, string, string, (string | number)[]];
      if (version !== VERSION) {
        throw new ServiceError("BAD_USER_INPUT", "The cursor is of an older version: begin the list again.", {
          argument: "after",
          reason: "CURSOR_EXPIRED",
        });
      }
      if (ordering !== expected.ordering || filter !== hashOf(expected.filter)) throw forged();
      return keys;
    },
  };
};
