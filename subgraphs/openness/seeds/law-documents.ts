/** Laws and documents of the State on which the demonstration's bases rest, as documents without text: number, name and time alone are known. */
import { searchVector, type NewOf } from "../../../platform/database/index.js";
import type { Knex } from "knex";
import { normaliseDocumentNumber } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { DocumentGenre } from "../public-document/public-document.enums.js";
import type { PUBLIC_DOCUMENTS } from "../public-document/public-document.rows.js";

type Basis = DemonstrationWorld["legalBases"][number] & { readonly docNo: string };

const issuerOf = (docNo: string): string => {
  if (docNo.startsWith("主席令")) return "全国人民代表大会常务委员会";
  if (/^(国令|国函|国发)/.test(docNo)) return "国务院";
  if (docNo.startsWith("国办")) return "国务院办公厅";
  return /^(.+?)令/.exec(docNo)?.[1] ?? "国务院有关部门";
};

const genreOf = (docNo: string, name: string): DocumentGenre => {
  if (/令/.test(docNo)) return DocumentGenre.ORDER;
  if (/意见$/.test(name)) return DocumentGenre.OPINIONS;
  return /办法$/.test(name) ? DocumentGenre.MEASURES : DocumentGenre.NOTICE;
};

/** Key of a document that has no index number. */
export const keyOf = ({ docNo, lawName }: Pick<Basis, "docNo" | "lawName">): string =>
  `${normaliseDocumentNumber(docNo)}《${lawName}》`;

const hasNumber = (basis: DemonstrationWorld["legalBases"][number]): basis is Basis => basis.docNo !== undefined;

/** One document for each number and name; in force from the first of its articles to the last. */
export const lawDocuments = (db: Knex, { legalBases }: DemonstrationWorld): NewOf<typeof PUBLIC_DOCUMENTS>[] => {
  const groups = new Map<string, Basis[]>();
  for (const basis of legalBases)
    if (hasNumber(basis)) groups.set(keyOf(basis), [...(groups.get(keyOf(basis)) ?? []), basis]);
  return [...groups].map(([indexNo, bases]) => {
    const { docNo, lawName } = bases[0]!;
    const from = bases.map(({ effectiveFrom }) => effectiveFrom).sort()[0]!;
    const ends = bases.map(({ effectiveTo }) => effectiveTo);
    return {
      indexNo,
      documentNo: normaliseDocumentNumber(docNo),
      title: lawName,
      issuerName: issuerOf(docNo),
      issuerId: undefined,
      issuerUscc: undefined,
      divisionCode: "000000",
      genre: genreOf(docNo, lawName),
      topic: "综合政务",
      subtopic: undefined,
      summary: undefined,
      body: undefined,
      normative: false,
      createdOn: from,
      publishedOn: from,
      validFrom: from,
      validUntil: ends.includes(undefined) ? undefined : (ends as string[]).sort().at(-1),
      search: searchVector(db, lawName),
    };
  });
};
