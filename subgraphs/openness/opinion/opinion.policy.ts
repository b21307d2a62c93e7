/**
 * Whose an opinion is: its author's, the organiser's and its supervisors'; everyone's once it is answered. Before, it is a record of a process
 * that is still going on, in words that nobody has looked at (政府信息公开条例 15, 16); adoption is what the law has published (国令第713号 第三十二条). Pure.
 */
import { anyOf, entitled, ofSubject, since } from "../../../platform/disclosure/admission/index.js";

/** Opinions that a person, or the body that they act for, gave. */
export const OF_AUTHOR = ofSubject("subject");

/** Who may know of it. */
export const WHOSE_OPINION = anyOf(
  OF_AUTHOR,
  since("answered_on"),
  entitled({ agency: "organiser_uscc", division: "division_code" }),
);
