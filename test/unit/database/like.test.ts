/** Patterns of LIKE as PostgreSQL reads them: what was written is found as it stands, and stands for nothing else. */
import { beginningWith, createDatabase, holding } from "../../../platform/database/index.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "../../support/database.js";

let database: TestDatabase;
let db: ReturnType<typeof createDatabase>;
beforeAll(async () => {
  database = await cloneDatabase();
  db = createDatabase({ url: database.urlOf("reference"), applicationName: "test", schema: "reference", ...PATIENT });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const isLike = async (text: string, pattern: string): Promise<boolean> =>
  (await db.raw("select ?::text like ?::text as found", [text, pattern])).rows[0].found;

describe.each(["%", "_", "\\", "100%", "a_b", "\\%", "吉_"])("the text %s", (text) => {
  it("is found where a text begins with it or holds it, and nowhere else", async () => {
    const other = text.replaceAll(/[%_\\]/g, "x");
    const found = [
      await isLike(`${text} after`, beginningWith(text)),
      await isLike(`before ${text}`, beginningWith(text)),
      await isLike(`before ${text} after`, holding(text)),
      await isLike(`${other} after`, beginningWith(text)),
      await isLike(`before ${other} after`, holding(text)),
    ];
    expect(found).toEqual([true, false, true, false, false]);
  });
});
