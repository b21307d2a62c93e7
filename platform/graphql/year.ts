/** Years that arguments name: what is no year of the field's records is the client's mistake, not the database's. */
import { badInput } from "../errors/index.js";

/** First year of the People's Republic: no record is older. */
const FIRST_YEAR = 1949;

/** The year. Throws BAD_USER_INPUT (YEAR) before `first` and beyond four digits. @default first 1949 */
export const checkedYear = (year: number, first: number = FIRST_YEAR): number => {
  if (year < first || year > 9_999) throw badInput("year", "YEAR", `Use a year from ${first} to 9999.`);
  return year;
};
