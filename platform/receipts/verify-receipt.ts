/** Verifies what somebody kept: a request, its answer and the receipt in it, against the public keys of receipts. */
import { z } from "zod";
import { verifyText } from "../auth/index.js";
import { documentIdOf } from "../documents/index.js";
import { answerHash, RECEIPT_KIND, receiptSchema, variablesHash, type Receipt } from "./receipt.js";
import type { ReceiptKey } from "./receipt-keys.js";

const keptSchema = z.strictObject({
  request: z.strictObject({
    query: z.string().nullish(),
    documentId: z.string().nullish(),
    variables: z.record(z.string(), z.unknown()).nullish(),
    // A document that is answered has one operation, so that its name decides nothing.
    operationName: z.string().nullish(),
    extensions: z.record(z.string(), z.unknown()).nullish(),
  }),
  answer: z.looseObject({ extensions: z.looseObject({ receipt: z.string() }) }),
});

/** How far the clock of who signs may be from that of who verifies, in seconds. */
const SKEW_S = 300;

/**
 * What the receipt says, once its signature, its key's time and its three hashes hold. `text` is `{"request": …, "answer": …}`, both
 * as they were sent; `now` in milliseconds. Throws a sentence where anything is otherwise than it was signed.
 */
export const verifyReceipt = async (
  text: string,
  keys: ReadonlyMap<string, ReceiptKey>,
  now: number,
): Promise<Receipt> => {
  const { request, answer } = readKept(text);
  const signed = answer.extensions.receipt;
  if (!isPlain(signed)) throw new Error("The receipt is not written as it was signed.");
  const receipt = readReceipt(
    await verifyText(signed, RECEIPT_KIND, new Map([...keys].map(([id, { key }]) => [id, key]))),
  );
  const { exp = Math.floor(now / 1_000) + SKEW_S } = keys.get(keyIdOf(signed))!;
  if (receipt.iat > exp) throw new Error("It was signed after the last second of its key.");
  const document = documentOf(request);
  if (receipt.document !== document) throw new Error("The document is not the one that was answered.");
  if (receipt.variables !== variablesHash(request.variables))
    throw new Error("The variables are not those that were answered.");
  if (receipt.answer !== answerHash(answer)) throw new Error("The answer is not the one that was given.");
  return receipt;
};

const readKept = (text: string): z.infer<typeof keptSchema> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error("The file is no JSON.", { cause });
  }
  if (membersIn(value) !== membersWritten(text)) throw new Error("A name stands twice in one object of the file.");
  if (!isKept(value))
    throw new Error('The file is {"request": …, "answer": …}, and the answer has extensions.receipt.');
  return value;
};

/** The value itself is what is hashed: a schema's copy of it lacks members that are named `__proto__`. */
const isKept = (value: unknown): value is z.infer<typeof keptSchema> => keptSchema.safeParse(value).success;

/** Of two members of one name readers see the first or the last, as they like (RFC 8259 section 4): counted in the text and in what was read. */
const membersWritten = (text: string): number => text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, "").split(":").length - 1;

const membersIn = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  const below = Object.values(value).reduce((sum: number, each) => sum + membersIn(each), 0);
  return Array.isArray(value) ? below : below + Object.keys(value).length;
};

/** Base64url in the one form that the signer writes: readers pass over bits and letters that stand for nothing (RFC 4648 section 3.5). */
const isPlain = (signed: string): boolean =>
  signed.split(".").every((part) => Buffer.from(part, "base64url").toString("base64url") === part);

const readReceipt = (text: string): Receipt => {
  const { data } = receiptSchema.safeParse(JSON.parse(text));
  if (data === undefined) throw new Error("What was signed is no receipt.");
  return data;
};

/** Of what verified, so that it is well formed. */
const keyIdOf = (signed: string): string =>
  (JSON.parse(Buffer.from(signed.split(".")[0]!, "base64url").toString()) as { readonly kid: string }).kid;

/** A request by the hash of a document needs no text; one by another name needs it. */
const documentOf = ({ query, documentId }: z.infer<typeof keptSchema>["request"]): string => {
  const byHash = documentId?.startsWith("sha256:") ? documentId : undefined;
  const hash = query ? documentIdOf(query) : byHash;
  if (byHash !== undefined && byHash !== hash) throw new Error("The document has another hash than the request names.");
  if (hash !== undefined) return hash;
  throw new Error("The request has no text of a document: put in `query` what its name stands for.");
};
