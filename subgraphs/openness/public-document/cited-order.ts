/** The order of documents that cite each other: one is issued before what changes it, and none leads back to itself. Pure. */
import { RowRefused } from "../../../platform/import/index.js";
import type { DocumentItem } from "./accept-document.js";
import type { AcceptedRelation } from "./accept-relations.js";
import { means } from "./cited-documents.js";
import type { StoredDocument, StoredOrder, StoredStep } from "./cited-documents.repository.js";
import { CHANGES_VALIDITY } from "./public-document.js";

/** True where one that was issued on the first day may not yet say this of one that was issued on the second. */
const tooEarly = (kind: AcceptedRelation["kind"], citing: string, cited: string): boolean =>
  CHANGES_VALIDITY.includes(kind) ? cited >= citing : cited > citing;

const BEFORE_ISSUE =
  "A document can neither end, change nor rest on one that is issued later, nor end or change one of its own day: correct the number that is cited, or the day of issue that is wrong.";

/** What is loaded now stands for what is here of the same index number. */
const documentsOf = (now: readonly DocumentItem[], here: readonly StoredDocument[]): StoredDocument[] => [
  ...new Map<string, StoredDocument>([...here, ...now].map((one) => [one.indexNo, one])).values(),
];

/** Why what an item says of others, or what others say of it, can not be. */
export const refusalOfRelations = (
  item: DocumentItem,
  beside: readonly DocumentItem[],
  { cited, citing }: StoredOrder,
): RowRefused[] => {
  const documents = documentsOf(beside, cited);
  const says = item.relations.find((relation) =>
    documents.some((other) => means(relation, other) && tooEarly(relation.kind, item.createdOn, other.createdOn)),
  );
  const isSaid = citing.some(
    (relation) =>
      relation.citedBy !== item.indexNo &&
      !beside.some(({ indexNo }) => indexNo === relation.citedBy) &&
      means(relation, item) &&
      tooEarly(relation.kind, relation.citedOn, item.createdOn),
  );
  return [
    ...(says === undefined ? [] : [new RowRefused(says.field, "REPEAL_BEFORE_ISSUE", BEFORE_ISSUE)]),
    ...(isSaid ? [new RowRefused("createdOn", "CITED_BEFORE_ISSUE", BEFORE_ISSUE)] : []),
  ];
};

/** Index numbers of items that lead back to themselves: a circle can only be among documents of one day, since others lead to earlier ones. */
export const circlesIn = (
  items: readonly DocumentItem[],
  { cited }: StoredOrder,
  stored: readonly StoredStep[],
): ReadonlySet<string> => {
  const numbered = new Map<string, StoredDocument[]>();
  for (const document of documentsOf(items, cited))
    if (document.documentNo !== undefined)
      numbered.set(document.documentNo, [...(numbered.get(document.documentNo) ?? []), document]);
  const steps = new Map<string, string[]>();
  const add = (from: string, to: string): void => void steps.set(from, [...(steps.get(from) ?? []), to]);
  for (const { from, to } of stored) add(from, to);
  for (const { indexNo, relations, createdOn } of items)
    for (const relation of relations)
      for (const other of relation.documentNo === undefined ? [] : (numbered.get(relation.documentNo) ?? []))
        if (other.createdOn === createdOn && means(relation, other)) add(indexNo, other.indexNo);
  const leadsBack = (start: string): boolean => {
    const seen = new Set<string>();
    const left = [...(steps.get(start) ?? [])];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (next === start) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      left.push(...(steps.get(next) ?? []));
    }
    return false;
  };
  return new Set(items.map(({ indexNo }) => indexNo).filter(leadsBack));
};
