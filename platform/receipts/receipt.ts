/** What a receipt says of an answer: what was asked and answered, when, for which class of reader, and which versions stood behind it. */
import { z } from "zod";
import type { TextSigner } from "../auth/index.js";
import { jsonHash } from "./json-hash.js";

/** What its signature says that it is. */
export const RECEIPT_KIND = "govgraph-receipt+jws";

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** Its payload; what a later release adds is passed over. */
export const receiptSchema = z.object({
  /** When it was signed, in seconds since 1970 (RFC 7519 section 4.1.6). */
  iat: z.int().nonnegative(),
  /** The instant as of which the answer is, by the clock of domain rules. */
  asOf: z.iso.datetime({ offset: true }),
  /** Under which the operator's log has the request. */
  requestId: z.string(),
  /** Of the text of the document, in UTF-8. */
  document: hash,
  /** Of the variables, `{}` where there are none. */
  variables: hash,
  /** Of the answer without its receipt. */
  answer: hash,
  /** The class of who asked, never who. */
  viewer: z.object({ kind: z.enum(["anonymous", "person", "client"]), roles: z.array(z.string()) }),
  access: z.string(),
  language: z.string(),
  contract: z.string().optional(),
  /** The graph in use, and of each service that gives what was asked its version. Absent where the document is none of the graph. */
  graph: z.object({ hash: z.string(), services: z.record(z.string(), z.string()) }).optional(),
});

/** A receipt. */
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

/** An answer of GraphQL; its receipt is in its extensions. */
export interface ReceiptedAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The answer as it was before it had its receipt: an object of extensions that holds nothing else goes with it. */
export const withoutReceipt = <Answer extends ReceiptedAnswer>({ extensions = {}, ...answer }: Answer): object => {
  const others = Object.entries(extensions).filter(([name]) => name !== "receipt");
  return others.length > 0 ? { ...answer, extensions: Object.fromEntries(others) } : answer;
};

/** Of an answer with or without its receipt. Throws as jsonHash does. */
export const answerHash = (answer: ReceiptedAnswer): string => jsonHash(withoutReceipt(answer));

/** Of variables as they were sent; none, null and `{}` are the same. Throws as jsonHash does. */
export const variablesHash = (variables: unknown): string => jsonHash(variables ?? {});

/** Signs it: compact JWS by Ed25519, of type RECEIPT_KIND. */
export const signReceipt = (receipt: Receipt, signer: TextSigner): Promise<string> =>
  signer.sign(JSON.stringify(receipt), RECEIPT_KIND);
