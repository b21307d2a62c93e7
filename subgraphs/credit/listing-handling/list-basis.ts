/** On what a list of serious dishonesty may rest: law, regulation, or a document of the Party's centre or the State Council (国办发〔2020〕49号). Pure. */
import { rankOfTitle } from "../../../platform/domain/index.js";

/** Titles of the centre's own documents: "国务院" with its general office, not an office or ministry beside it. */
const CENTRAL = /^(中共中央|国务院)/;

/** The title that a citation names: what stands in 《》, otherwise what comes before an article or a number in brackets. */
const titleOf = (citation: string): string => {
  const text = citation.normalize("NFKC").trim();
  return (/《(.+?)》/.exec(text)?.[1] ?? text.replace(/\s*(第[零一二三四五六七八九十百千\d]+条.*|\(.*)$/, "")).trim();
};

/**
 * False where the citation tells by itself that it is neither law nor regulation nor such a document: a notice or an opinion of a ministry or
 * of a place. Of 办法 and 规定 a title does not tell who made them; they are not refused.
 */
export const mayFoundSeriousList = (citation: string): boolean => {
  const title = titleOf(citation);
  return rankOfTitle(title) !== "NORMATIVE_DOCUMENT" || CENTRAL.test(title);
};
