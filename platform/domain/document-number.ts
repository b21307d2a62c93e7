/** Document numbers (发文字号) and index numbers (信息索引号): normalised, then checked. */
import { badInput } from "../errors/service-error.js";
import { isValidOrgCode } from "./org-code.js";
import { foldCode } from "./text.js";
import { isValidUscc } from "./uscc.js";

const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/gu;

/** Forms of official numbers. A unit or a kind of document stands in brackets between the words: 京公（朝）行罚决字. */
const FORMS = [
  // 吉财农指〔2026〕35号, 京公（朝）行罚决字〔2026〕1号, 〔2023〕2-1号; some offices count in twelve digits.
  /^(?=.{0,30}〔)[\p{Script=Han}A-Za-z]+(?:（[\p{Script=Han}A-Za-z]+）[\p{Script=Han}A-Za-z]*){0,2}〔\d{4}〕\d{1,12}(?:-\d{1,5})?号$/u,
  /^〔\d{4}〕\d{1,12}-\d{1,5}号$/u,
  // 国令第711号, 主席令第二十九号, 国家发展和改革委员会令第36号
  /^[\p{Script=Han}]{1,40}令第(?:\d{1,5}|[〇零一二三四五六七八九十百]{1,7})号$/u,
  // 海关总署公告2024年第3号, 国家市场监督管理总局令2024年第3号
  /^[\p{Script=Han}]{0,40}(?:公告|通告|通报|令)\d{4}年第\d{1,5}号$/u,
];

/** Round brackets around words of one width: both are written for one number. */
const roundBrackets = (word: string): string => word.replaceAll("(", "（").replaceAll(")", "）");

/** Without spaces and label, the year in 〔〕. */
const withYear = (value: string): string =>
  value
    .replaceAll(INVISIBLE, "")
    .replace(/^(?:(?:发文字号|文号)[:：]?)+/u, "")
    .replace(/[[(（［【〔](\d{4})[\])）］】〕]/u, "〔$1〕");

/** The number in its official form: 〔〕 brackets of the year, （） of a unit, no spaces, no label, no 第 after 〕, no leading zeros. Changes nothing twice. */
export const normaliseDocumentNumber = (value: string): string =>
  roundBrackets(withYear(value))
    .replace(/〕第?0*(\d+)(?:[-－—–]0*(\d+))?号?$/u, (_, first: string, second?: string) =>
      second === undefined ? `〕${first}号` : `〕${first}-${second}号`,
    )
    .replace(/(年|令)第0*(\d+)号?$/u, "$1第$2号");

/** The number as it was normalised until 2026-11-29, by which records that were loaded before are found. */
export const formerDocumentNumber = (value: string): string => withYear(value).replace(/〕第?0*(\d+)号?$/u, "〕$1号");

/** True for a number in official form. */
export const isDocumentNumber = (value: string): boolean => FORMS.some((form) => form.test(value));

/** The normalised number. Throws BAD_USER_INPUT where it does not have an official form afterwards. */
export const parseDocumentNumber = (value: string, argument = "documentNumber"): string => {
  const number = normaliseDocumentNumber(value);
  if (!isDocumentNumber(number)) {
    throw badInput(
      argument,
      "DOCUMENT_NUMBER",
      "A document number has the form 机关代字〔year〕number号, 令第number号 or 公告year年第number号.",
    );
  }
  return number;
};

/** True for the organisation part of an index number: an organisation code, or the credit code that holds one. */
const isOrganizationPart = (part: string): boolean => (part.length === 18 ? isValidUscc(part) : isValidOrgCode(part));

/** An index number: organisation code (9) or credit code (18), slash, year, hyphen, sequence. Throws BAD_USER_INPUT. */
export const parseIndexNumber = (value: string, argument = "indexNumber"): string => {
  const number = foldCode(value);
  const organization = /^([0-9A-Z]{9}|[0-9A-Z]{18})\/\d{4}-\d{1,6}$/.exec(number)?.[1];
  if (organization === undefined || !isOrganizationPart(organization)) {
    throw badInput(
      argument,
      "INDEX_NUMBER",
      "An index number is an organisation code or a credit code, then /year-sequence.",
    );
  }
  return number;
};
