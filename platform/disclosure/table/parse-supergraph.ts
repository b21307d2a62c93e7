/** A supergraph as a document: the many who read one while it is taken into use read one parse of it. */
import { parse, type DocumentNode } from "graphql";

let last: { readonly text: string; readonly document: WeakRef<DocumentNode> } | undefined;

/** The document, without locations. It is kept no longer than somebody holds it, and who reads it changes nothing of it. */
export const parseSupergraph = (text: string): DocumentNode => {
  const known = last?.text === text ? last.document.deref() : undefined;
  if (known) return known;
  const document = parse(text, { noLocation: true });
  last = { text, document: new WeakRef(document) };
  return document;
};
