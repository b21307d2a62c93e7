/** Query codes: with one, anybody who holds the receipt of a case sees its progress (查询码). Pure. */
import { isSameCode, keyedCode } from "../../../platform/domain/index.js";

const LENGTH = 10;

/** The code of a case: made from its number with the service's key. */
export const queryCodeOf = (key: Buffer, projectNo: string): string => keyedCode(key, projectNo, LENGTH);

/** True for the right code, in either case and with spaces or hyphens; takes the same time for a wrong one. */
export const isQueryCode = (key: Buffer, projectNo: string, given: string): boolean =>
  isSameCode(queryCodeOf(key, projectNo), given);
