/** What a database says reaches nobody: its messages repeat statements and values of rows. */
import { ImportRefused, withoutValues } from "../../../platform/import/index.js";

const ID = "990101199001010019";
const STATEMENT = `insert into "penalties" ("name") values ('周成年') - duplicate key value violates unique constraint "a", Key (id)=(${ID})`;

it.each([
  ["23505", "a row has a code that another record holds already"],
  ["23503", "a row contradicts what is stored already"],
  ["22001", "a value is longer or larger than its column"],
  ["40001", "another import wrote the same rows at the same time"],
  ["53300", "the database has no room or no connection left"],
  ["57014", "the statement took too long"],
  ["08006", "the connection to the database was lost"],
  ["42P01", "the tables are not those of this version"],
  ["XX000", "its log says why"],
])("%s is said in a sentence that says what to do", (code, sentence) => {
  const told = withoutValues(Object.assign(new Error(STATEMENT), { code, detail: STATEMENT })) as Error;
  expect(told).toBeInstanceOf(ImportRefused);
  expect(told.message).toContain(sentence);
  expect(told.message).toContain(`SQLSTATE ${code}`);
  expect(told.message).not.toMatch(/insert into|values|penalties|周成年|9901011990/);
});

it("a number in the name of a sheet or file is taken out of a refusal, and other errors stay what they are", () => {
  const refused = withoutValues(new ImportRefused(`The workbook has no sheet 周成年${ID}.`)) as Error;
  expect(refused.message).not.toContain(ID);
  const fault = new TypeError("x is not a function");
  expect(withoutValues(fault)).toBe(fault);
  const missing = Object.assign(new Error("no such file"), { code: "ENOENT" });
  expect(withoutValues(missing)).toBe(missing);
});
