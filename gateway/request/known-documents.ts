/** Documents of the generation in use that were validated before: they are neither parsed nor validated again. */
import { Kind, type DocumentNode } from "graphql";
import { CACHE_BYTES, withoutText } from "../document/caches.js";
import { heapBytes } from "../document/heap-bytes.js";
import { printedOf } from "../engine/document-hash.js";
import type { Generation } from "../generation/generation.js";
import { createLru, type Lru } from "../lru.js";

/** Who asks, or what: limits of documents differ by viewer, and are others for what an app published. */
export type LimitClass = "anonymous" | "signedIn" | "published";

/** A document that was validated. */
export interface KnownDocument {
  readonly document: DocumentNode;
  /** Names what it asks: `hashOf`. */
  readonly queryHash: string;
  /** In which it was validated; it is executed in the same. */
  readonly generation: Generation;
  /** For whom it was measured and found within the limits. */
  readonly within: Set<LimitClass>;
}

/** Hash of what a document asks: white space, comments and the name of its operation are nothing of it. */
export const hashOf = (document: DocumentNode): string =>
  printedOf({
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? { ...definition, name: undefined } : definition,
    ),
  }).hash;

/** Documents by their text. */
export interface KnownDocuments {
  find(text: string): KnownDocument | undefined;
  /** Keeps one; that of a generation that is no longer in use is not kept. */
  keep(text: string, known: Omit<KnownDocument, "within">): void;
  /** Bytes of what is kept. */
  bytes(): number;
}

/** Creates the store; another generation begins with an empty one. */
export const createKnownDocuments = (
  current: () => Generation,
  mostBytes: number = CACHE_BYTES.known,
): KnownDocuments => {
  let of: Generation | undefined;
  let known: Lru<KnownDocument>;
  const ofCurrent = (): Lru<KnownDocument> => {
    if (of === current()) return known;
    of = current();
    known = createLru<KnownDocument>(mostBytes, ({ document }) => heapBytes(document));
    return known;
  };
  return {
    find: (text) => ofCurrent().find(text),
    keep(text, made) {
      const store = ofCurrent();
      if (made.generation !== of || store.find(text)) return;
      store.set(text, { ...made, document: withoutText(made.document), within: new Set() });
    },
    bytes: () => ofCurrent().bytes(),
  };
};
