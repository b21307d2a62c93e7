/** What the text of a document says of its time and of others that it repeals. What could mean several things is not read. Pure. */
import { addDays, addMonths, type LocalDate } from "../../../platform/domain/index.js";
import { dayOf } from "../../../platform/import/index.js";
import { citedIn, type CitedDocument } from "./cited-documents.js";
import { GENRES } from "./document-words.js";

/** What a text says. */
export interface ToldByText {
  readonly validFrom?: LocalDate;
  readonly validUntil?: LocalDate;
  /** Documents that end, with the day that the sentence names. */
  readonly repeals: readonly (CitedDocument & { readonly effectiveOn?: LocalDate })[];
  /** True where a sentence speaks of a repeal of named documents that is not understood. */
  readonly unclear: boolean;
}

const DAY = "(?<day>\\d{4}年\\d{1,2}月\\d{1,2}日)";
const IN_FORCE = new RegExp(`^(?:本\\S{1,10}?|现)?自${DAY}起(?:施行|实施|生效|执行)`, "u");
/** The document by its genre: 本办法, 本实施细则. */
const ITSELF = `本[^，；]{0,8}?(?:${Object.keys(GENRES)
  .filter((word) => !word.includes("("))
  .join("|")}|条例|方案|措施|政策|规则|规范|规程|制度|标准|目录|指南|文件)`;
const BEGINS = "自(?:\\d{4}年\\d{1,2}月\\d{1,2}日|(?:发布|印发|公布|颁布|下发|签发|发文|成文)之日)起(?:施行|实施|执行)";
/** What says that the time behind it is the document's own: texts speak of the time of licences and certificates, too. */
const OWN = `(?:^|(?:^|[，；])(?:${ITSELF})?现?${BEGINS}[，；](?:${ITSELF})?|(?:^|[，；])${ITSELF}的?)`;
const YEARS = new RegExp(`${OWN}有效期(?:为|限为)?(?<years>[1-9]|[一二两三四五六七八九十])年(?!的)`, "u");
const LAST_DAY = new RegExp(`${OWN}有效期(?:限)?至${DAY}(?:止)?(?!的)`, "u");
const CHINESE = "零一二三四五六七八九十";

const CITATIONS =
  "(?:原|此前|以及|和|及|、|，|《[^《》]+》|[（(][^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)?[)）]|第[〇零一二三四五六七八九十百\\d]+条)+";
/** 《A》（…）、《B》同时废止; 决定废止《A》（…）. A sentence of any other form is not read. */
const REPEALS = [
  new RegExp(`(?:^|，|；)${CITATIONS}(?:自${DAY}起|自本\\S{1,6}施行之日起)?(?:同时|予以|即行|一并)*废止$`, "u"),
  new RegExp(`^(?:\\S{0,60}，)?(?:现|决定|现决定)?(?:自${DAY}起)?(?:予以)?废止${CITATIONS}$`, "u"),
];

/** Characters of a sentence that is looked through for repeals. */
const LONGEST_SENTENCE = 2_000;

const yearsOf = (written: string): number => {
  const index = CHINESE.indexOf(written.replace("两", "二"));
  return index === -1 ? Number(written) : index;
};

const dayIn = (match: RegExpExecArray | null | undefined): LocalDate | undefined => {
  try {
    return dayOf("body", match?.groups?.["day"]);
  } catch {
    // A day that does not exist is none that a text names.
    return undefined;
  }
};

const sentencesOf = (body: string): string[] =>
  body
    .normalize("NFC")
    .split(/[。\n]/u)
    .map((sentence) => sentence.replaceAll(/\s/gu, "").replace(/^第[〇零一二三四五六七八九十百\d]+条/u, ""))
    .filter((sentence) => sentence !== "");

/** Reads the text of a document that was issued on the day. */
export const readDocumentText = (body: string | undefined, createdOn: LocalDate): ToldByText => {
  const sentences = sentencesOf(body ?? "");
  const validFrom = sentences.map((sentence) => dayIn(IN_FORCE.exec(sentence))).find((day) => day !== undefined);
  const years = sentences.map((sentence) => YEARS.exec(sentence)?.groups?.["years"]).find((found) => found);
  const last = sentences.map((sentence) => dayIn(LAST_DAY.exec(sentence))).find((day) => day !== undefined);
  const validUntil =
    last ?? (years === undefined ? undefined : addDays(addMonths(validFrom ?? createdOn, 12 * yearsOf(years)), -1));
  const named = sentences.filter(
    (sentence) => sentence.includes("《") && sentence.replaceAll(/《[^《》]*》/gu, "").includes("废止"),
  );
  const read = named.map((sentence) => {
    if (sentence.length > LONGEST_SENTENCE) return undefined;
    const match = REPEALS.map((form) => form.exec(sentence)).find((found) => found !== null);
    const effectiveOn = dayIn(match);
    return (
      match && citedIn(match[0]).map((cited) => ({ ...cited, ...(effectiveOn === undefined ? {} : { effectiveOn }) }))
    );
  });
  return {
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    repeals: read.flatMap((cited) => cited ?? []),
    unclear: read.some((cited) => cited === undefined),
  };
};
