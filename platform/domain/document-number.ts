/** Document numbers (发文字号) and index numbers (信息索引号): normalised, then checked. */
import { badInput } from "../errors/index.js";
import { isValidOrgCode } from "./org-code.js";
import { foldCode } from "./text.js";

const INVISIBLE = /[\s\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const DOCUMENT_NUMBER = /^[\p{Script=Han}A-Za-z]{1,14}〔\d{4}〕\d{1,5}号$/u;

/** The number in its official form: 〔〕 brackets, no spaces, no label, no 第, no leading zeros. Changes nothing twice. */
export const normaliseDocumentNumber = (value: string): string =>
  value
    .replaceAll(INVISIBLE, "")
    .replace(/^(?:(?:发文字号|文号)[:：]?)+/u, "")
    .replace(/[[(（［【〔](\d{4})[\])）］】〕]/u, "〔$1〕")
    .replace(/〕第?0*(\d+)号?$/u, "〕$1号");

/** True for a number in official form. */
export const isDocumentNumber = (value: string): boolean => DOCUMENT_NUMBER.test(value);

/** The normalised number. Throws BAD_USER_INPUT where it does not have the official form afterwards. */
export const parseDocumentNumber = (value: string, argument = "documentNumber"): string => {
  const number = normaliseDocumentNumber(value);
  if (!isDocumentNumber(number)) {
    throw badInput(argument, "DOCUMENT_NUMBER", "A document number has the form 机关代字〔year〕number号.");
  }
  return number;
};

/** An index number: organisation code, slash, year, hyphen, sequence. Throws BAD_USER_INPUT. */
export const parseIndexNumber = (value: string, argument = "indexNumber"): string => {
  const number = foldCode(value);
  const organization = /^([0-9A-Z]{9})\/\d{4}-\d{1,6}$/.exec(number)?.[1];
  if (organization === undefined || !isValidOrgCode(organization)) {
    throw badInput(argument, "INDEX_NUMBER", "An index number is an organisation code, then /year-sequence.");
  }
  return number;
};
