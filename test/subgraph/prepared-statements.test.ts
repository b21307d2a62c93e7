/** Statements of requests are prepared from their second time on, within a bound, and outlive a table that changes. */
import type { Knex } from "knex";
import { createDatabase, createRequestWork, inTransaction, runWork } from "../../platform/database/index.js";
import { createStatementNames, PLANNED_FOR_VALUES } from "../../platform/database/prepared.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";

let copy: TestDatabase;
let db: Knex;
beforeAll(async () => {
  copy = await cloneDatabase();
  const url = copy.ownerUrl;
  db = createDatabase({ url, applicationName: "prepared", schema: "reference", poolMax: 1, ...PATIENT });
  await db.raw("create table reference.prepared_test (id int)");
  await db.raw("insert into reference.prepared_test values (1)");
});
afterAll(async () => {
  await db.destroy();
  await copy.drop();
});

/** Runs what a request would run. */
const inRequest = <T>(run: () => PromiseLike<T>): Promise<T> => {
  const work = createRequestWork({ timeoutMs: 60_000, nodes: 1_000 });
  return runWork(work, async () => {
    try {
      return await run();
    } finally {
      work.finish();
    }
  });
};
const prepared = async (text: string): Promise<number> =>
  (
    (await db.raw("select count(*)::int as n from pg_prepared_statements where statement like ?", [`%${text}%`])) as {
      rows: { n: number }[];
    }
  ).rows[0]!.n;
const all = (): PromiseLike<object[]> => db("prepared_test").select("*").where("id", ">", 0);

describe("a statement of a request", () => {
  it("is prepared when it comes again", async () => {
    const counts: number[] = [];
    for (let time = 0; time < 3; time++) {
      expect(await inRequest(all)).toEqual([{ id: 1 }]);
      counts.push(await prepared('from "prepared_test"'));
    }
    expect(counts).toEqual([0, 1, 1]);
  });

  it("is answered where its table got another column meanwhile", async () => {
    await db.raw("alter table reference.prepared_test add column name text default 'new'");
    expect(await inRequest(all)).toEqual([{ id: 1, name: "new" }]);
    expect(await inRequest(all)).toEqual([{ id: 1, name: "new" }]);
  });

  it("is prepared where it writes, and not outside a request", async () => {
    for (let time = 0; time < 3; time++) {
      await db("prepared_test").select("name");
      await inRequest(() => db("prepared_test").update({ name: "written" }));
    }
    expect(await prepared('select "name"')).toBe(0);
    expect(await prepared('update "prepared_test"')).toBe(1);
  });

  it("of a transaction whose table got another column is done with all of it anew, once", async () => {
    let tries = 0;
    const write = (): Promise<unknown> =>
      inRequest(() =>
        inTransaction(db, async (trx) => {
          tries += 1;
          await trx("prepared_test").insert({ id: 2 });
          return trx("prepared_test").select("*").where("id", 2);
        }),
      );
    for (let time = 1; time <= 2; time++) await write();
    await db.raw("alter table reference.prepared_test add column note text default 'later'");
    expect(await write()).toEqual([1, 2, 3].map(() => ({ id: 2, name: "new", note: "later" })));
    expect(tries).toBe(4);
  });
});

describe("names of statements", () => {
  it("end at their bound, and those that have one keep it", () => {
    const names = createStatementNames(2);
    for (const text of ["a", "b", "c"]) names.of(text);
    expect(["a", "b", "c", "a", "c"].map((text) => names.of(text))).toEqual(["s1", "s2", undefined, "s1", undefined]);
  });

  it("are not given to what is planned for its values", () => {
    const names = createStatementNames();
    const text = `select ${PLANNED_FOR_VALUES} 1`;
    expect([1, 2, 3].map(() => names.of(text))).toEqual([undefined, undefined, undefined]);
    expect([1, 2].map(() => names.of("select 1"))).toEqual([undefined, "s1"]);
  });
});
