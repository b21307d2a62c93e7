/** Trusted documents: operations that an app published before it asks them, and by which it may be held to them. */
import { createHash } from "node:crypto";
import { Kind, parse } from "graphql";

/** Name of a document: `sha256:` and 64 small hexadecimal digits of its text in UTF-8 (GraphQL over HTTP, appendix "Persisted Documents"). */
export type DocumentId = `sha256:${string}`;

/** A document as an app publishes it. */
export interface PublishedDocument {
  readonly id: DocumentId;
  /** Other name that the app's tools gave it, such as the MD5 of Relay's compiler. @default none */
  readonly alias?: string;
  readonly text: string;
}

/** The name that a text has. */
export const documentIdOf = (text: string): DocumentId => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** Forms that a name may have on the way: with its prefix, without, or an alias of an app. */
const NAME = /^[\w:.-]{1,128}$/;

/** The name in its one form; an alias stays as it is. Undefined for what can be none. */
export const documentName = (given: string): string | undefined => {
  if (!NAME.test(given)) return undefined;
  return /^[0-9a-f]{64}$/.test(given) ? `sha256:${given}` : given;
};

/** The name of the one operation of a text; null where it has none, or is no document. */
export const operationNameOf = (text: string): string | null => {
  try {
    const operations = parse(text).definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (operations.length !== 1 || operation?.kind !== Kind.OPERATION_DEFINITION) return null;
    return operation.name?.value ?? null;
  } catch {
    return null;
  }
};
