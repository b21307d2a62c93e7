/** How a row, or a page, is read as a document (公开文件). */
import { foldCode, parseDivisionCode, parseDocumentNumber, type LocalDate } from "../../../platform/domain/index.js";
import {
  coded,
  dayOf,
  endOf,
  entriesOf,
  everyField,
  RowRefused,
  required,
  yesNo,
  type MappedRow,
  type RowContext,
} from "../../../platform/import/index.js";
import { acceptRelations, type AcceptedRelation } from "./accept-relations.js";
import { checkDays, indexNumberOf, localIndexNotice } from "./document-checks.js";
import { readDocumentText } from "./document-text.js";
import type { DocumentGenre } from "./public-document.enums.js";
import { GENRES, genreOfTitle } from "./document-words.js";

/** A checked row; the body, its division and the documents that it cites are resolved later. */
export interface DocumentItem {
  readonly indexNo: string;
  readonly documentNo?: string;
  readonly title: string;
  readonly issuerName: string;
  readonly issuerUscc?: string;
  readonly division?: string;
  readonly genre: DocumentGenre;
  readonly topic: string;
  readonly subtopic?: string;
  readonly keywords: readonly string[];
  readonly summary?: string;
  readonly body?: string;
  readonly normative: boolean;
  readonly createdOn: LocalDate;
  readonly publishedOn?: LocalDate;
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate;
  readonly relations: readonly AcceptedRelation[];
  /** Resolved. */
  readonly issuerId?: string;
  readonly divisionCode?: string;
}

const genreOf = (row: MappedRow): DocumentGenre => {
  const genre = coded(GENRES, "genre", row["genre"], "GENRE_UNKNOWN") ?? genreOfTitle(row["title"] ?? "");
  if (genre === undefined)
    throw new RowRefused("genre", "GENRE_MISSING", "Give the genre: the title does not end with one that is known.");
  return genre;
};

/** Longest title, in characters: a document without an index number is known by it. */
const LONGEST_TITLE = 500;

const titleOf = (row: MappedRow): string => {
  const title = required(row, "title", "TITLE_MISSING", "Give the title.");
  if (title.length <= LONGEST_TITLE) return title;
  throw new RowRefused(
    "title",
    "TITLE_LENGTH",
    `A title has at most ${LONGEST_TITLE} characters: see that the cell holds the title alone.`,
  );
};

/** 综合政务\政务公开 as topic and the topic inside it. */
const topicsOf = (row: MappedRow): readonly [topic: string, subtopic?: string] => {
  const written = required(row, "topic", "TOPIC_MISSING", "Give the topic, or say it for all rows: --set topic=….");
  const [topic = "", ...inside] = written.split(/[\\/>＞＼]/u).map((part) => part.trim());
  return [topic, row["subtopic"] ?? (inside.length === 0 ? undefined : inside.join("、"))];
};

const createdOnOf = (row: MappedRow): LocalDate => {
  const day = dayOf("createdOn", required(row, "createdOn", "ISSUE_MISSING", "Give the day of issue."));
  return day!;
};

/** A row, checked by itself. Throws RowRefusals with all that is to be corrected. */
export const acceptDocument = (row: MappedRow, context: RowContext): DocumentItem => {
  const { documentNo, ...read } = everyField({
    title: () => titleOf(row),
    issuerName: () => required(row, "issuerName", "ISSUER_MISSING", "Give the body that issued the document."),
    documentNo: () =>
      row["documentNo"] === undefined ? undefined : parseDocumentNumber(row["documentNo"], "documentNo"),
    division: () => (row["division"] === undefined ? undefined : parseDivisionCode(row["division"], "division")),
    genre: () => genreOf(row),
    topics: () => topicsOf(row),
    normative: () => yesNo("normative", row["normative"]) ?? false,
    createdOn: () => createdOnOf(row),
    publishedOn: () => dayOf("publishedOn", row["publishedOn"]),
    validFrom: () => dayOf("validFrom", row["validFrom"]),
    validUntil: () => endOf("validUntil", row["validUntil"], context.notice),
  });
  const { title, createdOn, topics } = read;
  const text = readDocumentText(row["body"], createdOn);
  const told = {
    validFrom: read.validFrom ?? text.validFrom ?? createdOn,
    validUntil: row["validUntil"] === undefined ? text.validUntil : read.validUntil,
  };
  const { indexNo, relations } = everyField({
    indexNo: () => indexNumberOf(row["indexNo"], documentNo, title),
    days: () => checkDays({ ...read, ...told, documentNo, validity: row["validity"] }, context.today),
    relations: () => acceptRelations(row, { documentNo, title, createdOn, ...told }, text, context.notice),
  });
  const local = localIndexNotice(row["indexNo"]);
  if (local) context.notice(local);
  if (read.validFrom !== undefined && text.validFrom !== undefined && read.validFrom !== text.validFrom)
    context.notice({
      field: "validFrom",
      rule: "VALIDITY_CONTRADICTED",
      remedy: `The text says that it is in force from ${text.validFrom}: the column is kept, look at which is right.`,
    });
  const [topic, subtopic] = topics;
  return {
    indexNo,
    documentNo,
    title,
    issuerName: read.issuerName,
    issuerUscc: row["issuerUscc"] === undefined ? codeIn(indexNo) : foldCode(row["issuerUscc"]),
    division: read.division,
    genre: read.genre,
    topic,
    subtopic,
    keywords: [...new Set(entriesOf(row["keywords"]))],
    summary: row["summary"],
    body: row["body"],
    normative: read.normative,
    createdOn,
    publishedOn: read.publishedOn,
    ...told,
    relations,
  } as DocumentItem;
};

/** The credit code that an index number begins with. */
const codeIn = (indexNo: string): string | undefined => /^([0-9A-Z]{18})\//.exec(indexNo)?.[1];
