/** Documents as others cite them: 《title》（number）第…条, in a cell or in a sentence. Pure. */
import { isDocumentNumber, normaliseDocumentNumber } from "../../../platform/domain/index.js";
import { RowRefused } from "../../../platform/import/index.js";

/** A document that is cited. */
export interface CitedDocument {
  readonly title?: string;
  readonly documentNo?: string;
  /** The part that is meant; absent for the whole. */
  readonly part?: string;
}

const NUMERAL = "[〇零一二三四五六七八九十百\\d]+";
/** A citation with its groups; a number may have a unit in brackets of its own: 京公（朝）发〔2026〕1号. */
const CITED = new RegExp(
  `《(?<title>[^《》]{2,200})》(?:[（(](?<number>[^（）()]{2,40}(?:[（(][^（）()]{1,20}[)）][^（）()]{0,30})?)[)）])?` +
    `(?<part>第${NUMERAL}[章条](?:第${NUMERAL}[款项])*)?|(?<alone>[\\p{Script=Han}A-Za-z]{1,30}[〔\\[【]\\d{4}[〕\\]】]第?\\d{1,6}号)`,
  "gu",
);

const BETWEEN = /^[\s^,，;；、和及与]*$/u;

const citedBy = ({ groups = {} }: RegExpMatchArray): CitedDocument => {
  const { title, part } = groups;
  const number = groups["number"] ?? groups["alone"];
  const documentNo = number === undefined ? undefined : normaliseDocumentNumber(number);
  return {
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(documentNo !== undefined && isDocumentNumber(documentNo) ? { documentNo } : {}),
    ...(part === undefined ? {} : { part }),
  };
};

/** All that a sentence cites, in order. */
export const citedIn = (sentence: string): CitedDocument[] => [...sentence.matchAll(CITED)].map(citedBy);

/** What a cell cites and nothing else. Throws RowRefused where something in it is no citation, or one has no title. */
export const citedInCell = (field: string, cell: string | undefined): CitedDocument[] => {
  if (cell === undefined) return [];
  const cited = citedIn(cell);
  const numbers = [...cell.matchAll(CITED)].filter(({ groups }) => groups?.["number"] !== undefined).length;
  const understood =
    cited.length > 0 &&
    BETWEEN.test(cell.replaceAll(CITED, "")) &&
    cited.every(({ title }) => title !== undefined) &&
    cited.filter(({ documentNo }) => documentNo !== undefined).length === numbers;
  if (understood) return cited;
  throw new RowRefused(
    field,
    "CITATION",
    "Cite each document as 《title》（number）, with 第…条 behind it where a part is meant, and nothing else in the cell.",
  );
};

const folded = (title: string): string => title.normalize("NFKC").replaceAll(/[\s《》<>]/gu, "");

/** True where the citation means this document: the same number, and of the titles one holds the other. A title alone means none. */
export const means = (
  { documentNo, title }: CitedDocument,
  document: { readonly documentNo?: string | undefined; readonly title: string },
): boolean => {
  if (documentNo === undefined || documentNo !== document.documentNo) return false;
  const [cited, own] = [folded(title ?? ""), folded(document.title)];
  return own.includes(cited) || cited.includes(own);
};
