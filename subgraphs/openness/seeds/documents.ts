/** Rows of the demonstration's documents: each gets its numbers in the order of the days. */
import type { Knex } from "knex";
import { textVector, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import type { DOCUMENT_RELATIONS, PUBLIC_DOCUMENTS } from "../public-document/public-document.rows.js";
import { issuedDocuments } from "./issued-documents.js";
import type { PlannedDocument } from "./planned-document.js";

/** Records of documents and of what they say of others. */
export interface DocumentRecords {
  readonly documents: readonly NewOf<typeof PUBLIC_DOCUMENTS>[];
  readonly relations: readonly NewOf<typeof DOCUMENT_RELATIONS>[];
}

interface Numbers {
  readonly indexNo: string;
  readonly documentNo: string;
}

/** Letters of a division or place in document numbers: the name without its kind. */
const placeLetters = (name: string): string =>
  /^(.{2,}?)(?:省|州|市|县|镇|乡|街道)/u.exec(name)?.[1] ?? name.slice(0, 2);

const lettersOf = ({ issuer, issuerName, subjects }: PlannedDocument): string => {
  const township = issuer.divisionCode.length > 6;
  const inside = township ? issuerName.replace(/^.+?[市县]/u, "") : "";
  return `${placeLetters(issuerName)}${inside === "" ? "" : placeLetters(inside)}${subjects.letters}${township ? "" : "发"}`;
};

/** Index and document numbers, counted for each body and year in the order of the days. */
const numberAll = (documents: readonly PlannedDocument[]): ReadonlyMap<PlannedDocument, Numbers> => {
  const counts = new Map<string, number>();
  const inOrder = [...documents].sort((one, other) => (one.createdOn < other.createdOn ? -1 : 1));
  return new Map(
    inOrder.map((document) => {
      const year = document.createdOn.slice(0, 4);
      const series = `${document.issuer.id} ${year}`;
      const number = (counts.get(series) ?? 0) + 1;
      counts.set(series, number);
      return [
        document,
        {
          indexNo: `${document.issuer.uscc}/${year}-${String(number).padStart(5, "0")}`,
          documentNo: `${lettersOf(document)}〔${year}〕${number}号`,
        },
      ] as const;
    }),
  );
};

/** All records of the world; what a document says of one that was not kept is left out. */
export const documentRecords = (db: Knex, world: DemonstrationWorld): DocumentRecords => {
  const planned = issuedDocuments(world);
  const numbers = numberAll(planned);
  return {
    documents: planned.map((document) => ({
      ...numbers.get(document)!,
      title: document.title,
      issuerName: document.issuerName,
      issuerId: document.issuer.id,
      issuerUscc: document.issuer.uscc,
      divisionCode: document.issuer.divisionCode.slice(0, 6),
      genre: document.genre,
      topic: document.subjects.topic,
      subtopic: document.subjects.subtopic,
      keywords: [document.subject],
      summary: undefined,
      body: document.body,
      normative: document.normative,
      createdOn: document.createdOn,
      publishedOn: document.publishedOn,
      validFrom: document.validFrom,
      validUntil: document.validUntil,
      search: textVector(db, document.title, document.body),
    })),
    relations: planned.flatMap((document) =>
      document.relations
        .filter(({ to }) => numbers.has(to))
        .map(({ kind, to, effectiveOn, part }, position) => ({
          indexNo: numbers.get(document)!.indexNo,
          position,
          kind,
          otherIndexNo: numbers.get(to)!.indexNo,
          otherTitle: to.title,
          otherDocumentNo: numbers.get(to)!.documentNo,
          effectiveOn,
          part,
        })),
    ),
  };
};
