/** Counts how often the gateway's measure looks at the parts of a document. */
import { parse, type DocumentNode } from "graphql";
import { checkParsed } from "../../../gateway/document/document-limits.js";
import { measureCost, type CostModel } from "../../../gateway/document/cost.js";

/** Looks at a document's parts. */
export interface Visits {
  /** Parts that are written: everything that has a kind. */
  readonly written: number;
  /** Looks of the limits. */
  readonly limits: number;
  /** Looks of the count of list items; 0 where a limit is exceeded before. */
  readonly cost: number;
}

/** Counts each look at the kind of a part. Returns the number of parts. */
const countLooks = (document: DocumentNode, onLook: () => void): number => {
  let parts = 0;
  const prepare = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    const { kind } = value as { readonly kind?: unknown };
    for (const [key, part] of Object.entries(value)) if (key !== "loc") prepare(part);
    if (typeof kind !== "string") return;
    parts += 1;
    Object.defineProperty(value, "kind", {
      get: () => {
        onLook();
        return kind;
      },
    });
  };
  prepare(document);
  return parts;
};

/** Measures a document as the gateway does before it validates; undefined for what is no document of at most 2,000 tokens. */
export const visitsOf = (source: string, variables: unknown, model: CostModel): Visits | undefined => {
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: 2_000 });
  } catch {
    return undefined;
  }
  let looks = 0;
  const written = countLooks(document, () => (looks += 1));
  let isWithin = true;
  try {
    checkParsed(document, "signedIn", { introspection: true });
  } catch {
    isWithin = false;
  }
  const limits = looks;
  if (isWithin) measureCost(document, variables, model);
  return { written, limits, cost: looks - limits };
};
