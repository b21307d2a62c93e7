/** Query codes: with one, anybody who holds the receipt of a case sees its progress (查询码). Pure. */
import type { CodeKeys, KeyedCodes } from "../../../platform/domain/index.js";

const LENGTH = 10;

/** Makes and checks the codes of cases, of their numbers. */
export const queryCodes = (keys: CodeKeys): KeyedCodes => keys("case-query-code", LENGTH);
