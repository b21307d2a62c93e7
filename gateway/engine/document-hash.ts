/** What plans are kept by: the hash of what the engine is asked, never of what a client sent. */
import { createHash } from "node:crypto";
import { print, type DocumentNode } from "graphql";

/** A document as text, and the SHA-256 of it. */
export interface PrintedDocument {
  readonly text: string;
  readonly hash: string;
}

/** SHA-256 of a document's text, in hexadecimal. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const printed = new WeakMap<DocumentNode, PrintedDocument>();

/** Text and hash of a document; documents are kept and come again. */
export const printedOf = (document: DocumentNode): PrintedDocument => {
  const known = printed.get(document);
  if (known) return known;
  const text = print(document);
  const made = { text, hash: hashOf(text) };
  printed.set(document, made);
  return made;
};
