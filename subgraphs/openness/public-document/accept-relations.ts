/** What a row says of other documents: in columns, and in the text of the document. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { dayOf, everyField, RowRefused, type MappedRow, type RowNotice } from "../../../platform/import/index.js";
import { citedInCell, means, type CitedDocument } from "./cited-documents.js";
import type { ToldByText } from "./document-text.js";
import { DocumentRelationKind } from "./public-document.enums.js";

/** A relation of a row, before it is known which document is meant. */
export interface AcceptedRelation extends CitedDocument {
  readonly field: string;
  readonly kind: DocumentRelationKind;
  readonly effectiveOn: LocalDate;
}

/** Columns and what they say. */
const KINDS: Readonly<Record<string, DocumentRelationKind>> = {
  repeals: DocumentRelationKind.REPEALS,
  amends: DocumentRelationKind.AMENDS,
  replaces: DocumentRelationKind.REPLACES,
  implements: DocumentRelationKind.IMPLEMENTS,
  basedOn: DocumentRelationKind.BASED_ON,
  interprets: DocumentRelationKind.INTERPRETS,
};

/** The document that says it. */
interface Citing {
  readonly documentNo?: string | undefined;
  readonly title: string;
  readonly createdOn: LocalDate;
  readonly validFrom: LocalDate;
}

const keyOf = ({
  kind,
  documentNo,
  title,
  part = "",
}: Pick<AcceptedRelation, "kind" | "title" | "part"> & { readonly documentNo?: string | undefined }): string =>
  [kind, documentNo ?? title, part].join("\n");

const later = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? other : one);

const checked = (relation: AcceptedRelation, own: Citing): AcceptedRelation => {
  if (means(relation, own) || (relation.documentNo === undefined && relation.title === own.title))
    throw new RowRefused(
      relation.field,
      "RELATION_TO_ITSELF",
      "The document is named as one that it changes or rests on itself: name the other document, or take it out.",
    );
  if (relation.effectiveOn < own.createdOn)
    throw new RowRefused(
      "relationsFrom",
      "REPEAL_BEFORE_ISSUE",
      "What it says of others would count before it was issued: correct the day from which it counts, or the day of issue.",
    );
  return relation;
};

const FROM_TEXT: RowNotice = {
  field: "body",
  rule: "REPEAL_IN_TEXT",
  remedy:
    "The text repeals documents, which is read as what it says of them: see that all of them are meant (preview).",
};
const UNCLEAR: RowNotice = {
  field: "body",
  rule: "REPEAL_NOT_UNDERSTOOD",
  remedy: "The text speaks of a repeal in words that are not understood: give what is repealed in the column 废止文件.",
};

/** All relations, each once. Throws RowRefusals with all that is to be corrected. */
export const acceptRelations = (
  row: MappedRow,
  own: Citing,
  text: ToldByText,
  notice: (said: RowNotice) => void,
): AcceptedRelation[] => {
  const { from, ...cited } = everyField({
    from: () => dayOf("relationsFrom", row["relationsFrom"]) ?? later(own.validFrom, own.createdOn),
    ...Object.fromEntries(Object.keys(KINDS).map((field) => [field, () => citedInCell(field, row[field])])),
  }) as { readonly from: LocalDate } & Readonly<Record<string, readonly CitedDocument[]>>;
  const ofColumns = Object.entries(KINDS).flatMap(([field, kind]) =>
    cited[field]!.map((one) => ({ effectiveOn: from, ...one, field, kind })),
  );
  const repealed = new Set(ofColumns.flatMap((one) => [keyOf(one), keyOf({ ...one, documentNo: undefined })]));
  const ofText = text.repeals
    .map((one) => ({ effectiveOn: from, ...one, field: "body", kind: DocumentRelationKind.REPEALS }))
    .filter((one) => !repealed.has(keyOf(one)) && !repealed.has(keyOf({ ...one, documentNo: undefined })));
  if (ofText.length > 0) notice(FROM_TEXT);
  if (text.unclear && row["repeals"] === undefined) notice(UNCLEAR);
  const all = [...new Map([...ofColumns, ...ofText].map((one) => [keyOf(one), one])).values()];
  return Object.values(everyField(Object.fromEntries(all.map((one) => [keyOf(one), () => checked(one, own)]))));
};
