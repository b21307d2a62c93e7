/** On what a list of serious dishonesty may rest: law, regulation, or a document of the Party's centre or the State Council (国办发〔2020〕49号). Pure. */
import { rankOfTitle } from "../../../platform/domain/index.js";

const CENTRE = "(?:中共中央|国务院)(?:办公厅)?";
/** Titles of the centre's own documents: "国务院" with its general office, not an office or ministry beside it, such as 国务院国资委 or 中共中央组织部. */
const CENTRAL = new RegExp(`^${CENTRE}(?:[、,\\s]*${CENTRE})*\\s*(?=关于|印发|转发|批转|公布|发布|批准|同意)`);

/** The title that a citation names: what stands in 《》, otherwise what comes before an article or a number in brackets. */
const titleOf = (text: string): string =>
  (/《(.+?)》/.exec(text)?.[1] ?? text.replace(/\s*(第[零一二三四五六七八九十百千\d]+条.*|\(.*|[。.;,])$/, "")).trim();

/**
 * False where the citation tells by itself that it is neither law nor regulation nor such a document: a notice or an opinion of a ministry or
 * of a place. Of 办法 and 规定 a title does not tell who made them; they are not refused.
 */
export const mayFoundSeriousList = (citation: string): boolean => {
  const text = citation.normalize("NFKC").trim();
  const title = titleOf(text);
  // 国务院办公厅印发《关于…的意见》 names who made it before the title.
  return rankOfTitle(title) !== "NORMATIVE_DOCUMENT" || CENTRAL.test(title) || CENTRAL.test(text);
};
