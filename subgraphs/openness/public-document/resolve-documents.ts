/** Checks of documents that need others: the body in the register, the division, and the documents that they cite. */
import {
  RowRefusals,
  RowRefused,
  extended,
  otherNameNotice,
  type ResolveContext,
} from "../../../platform/import/index.js";
import type { DocumentItem } from "./accept-document.js";
import { circlesIn, refusalOfRelations } from "./cited-order.js";
import { findCitedBy, findOfDays } from "./cited-documents.repository.js";

interface KnownBody {
  readonly id: string;
  readonly name?: string;
  readonly divisionCode?: string;
}

const ISSUER_UNKNOWN = new RowRefused(
  "issuerUscc",
  "ISSUER_UNKNOWN",
  "The register has no body of this code: correct it, or import the body as an organisation first.",
);
const DIVISION_UNKNOWN = new RowRefused(
  "division",
  "DIVISION_UNKNOWN",
  "Give a division of the national table (GB/T 2260), or the credit code of a body that the register has with one.",
);
const CIRCLE = new RowRefused(
  undefined,
  "RELATION_CIRCLE",
  "The documents lead back to this one by what they say of each other: take out the relation that is wrong.",
);

/** The body by its code, and its division. */
const resolveBodies = async (
  items: readonly DocumentItem[],
  { call, notice }: ResolveContext<DocumentItem>,
): Promise<(DocumentItem | RowRefused)[]> => {
  const codes = [...new Set(items.flatMap(({ issuerUscc }) => issuerUscc ?? []))];
  const found = await call<(KnownBody | null)[]>("reference", "organizationsByUscc", codes);
  const bodies = new Map(codes.map((code, index) => [code, found[index] ?? undefined]));
  const divisions = [...new Set(items.flatMap(({ division }) => division ?? []))];
  const known = new Set(await call<string[]>("reference", "knownDivisions", divisions));
  return items.map((item) => {
    const body = item.issuerUscc === undefined ? undefined : bodies.get(item.issuerUscc);
    if (item.issuerUscc !== undefined && body === undefined) return ISSUER_UNKNOWN;
    const division = item.division ?? body?.divisionCode?.slice(0, 6);
    if (division === undefined || (item.division !== undefined && !known.has(division))) return DIVISION_UNKNOWN;
    const other =
      body &&
      otherNameNotice("issuerName", item.issuerName, {
        id: body.id,
        names: body.name === undefined ? [] : [body.name],
      });
    if (other) notice(item, other);
    return extended(item, { divisionCode: division, ...(body === undefined ? {} : { issuerId: body.id }) });
  });
};

/** Items that may be loaded, and refusals in the place of the others. */
export const resolveDocuments = async (
  items: readonly DocumentItem[],
  context: ResolveContext<DocumentItem>,
): Promise<(DocumentItem | Error)[]> => {
  const resolved = await resolveBodies(items, context);
  const own = resolved.filter((item): item is DocumentItem => !(item instanceof RowRefused));
  const others = await findCitedBy(context.db, own);
  const inCircle = circlesIn(own, others, await findOfDays(context.db, own));
  return resolved.map((item) => {
    if (item instanceof RowRefused) return item;
    const refusals = [...refusalOfRelations(item, own, others), ...(inCircle.has(item.indexNo) ? [CIRCLE] : [])];
    return refusals.length === 0 ? item : new RowRefusals(refusals);
  });
};
