/** What protects a database of the operator's own: keys are never invented for it, passwords stay, half of a load is never used. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { readCommandKeys } from "../../commands/command-variables.js";
import { openDatabases } from "../../commands/databases.js";
import { databaseVariable } from "../../commands/service-urls.js";
import { beginLoad, createDatabase, loadWhole, provision } from "../../platform/database/index.js";
import { createRecordKey } from "../../platform/import/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { PATIENT, cloneDatabase, type TestDatabase } from "../support/database.js";

const SERVICES = SUBGRAPHS.map(({ name }) => name);
const LOAD = ["demonstration", "small 7"] as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database?.drop());

describe("the keys of imported records", () => {
  it("are given with databases that are given, and the key of persons always: nothing stands in for them", () => {
    const local = { secret: "s".repeat(48), recordKeys: createRecordKey("local") };
    expect(() => readCommandKeys({}, undefined)).toThrow(/^GOVGRAPH_RECORD_KEYS is not set: /);
    expect(() => readCommandKeys({ GOVGRAPH_RECORD_KEYS: "" }, undefined)).toThrow(/GOVGRAPH_RECORD_KEYS is not set/);
    expect(readCommandKeys({ GOVGRAPH_RECORD_KEYS: createRecordKey("k1") }, undefined)).not.toHaveProperty(
      "subjectKey",
    );
    // Not even the secrets of this folder: they are not the identity provider's.
    expect(readCommandKeys({}, local)).not.toHaveProperty("subjectKey");
    expect(readCommandKeys({ GOVGRAPH_SUBJECT_KEY: "" }, local)).not.toHaveProperty("subjectKey");
    expect(readCommandKeys({ GOVGRAPH_SUBJECT_KEY: "theirs" }, local)).toHaveProperty("subjectKey", "theirs");
  });
});

describe("a role that is there", () => {
  it("keeps its password, unless a new one is asked for", async () => {
    const service = `rule_${randomBytes(6).toString("hex")}`;
    const urlWith = (password: string): string => {
      const url = new URL(database.ownerUrl);
      [url.username, url.password] = [service, password];
      return url.href;
    };
    const provisionWith = (password: string, resetPasswords = false): Promise<readonly string[]> =>
      provision({ adminUrl: database.ownerUrl, urls: { [service]: urlWith(password) }, resetPasswords });
    const letsIn = async (password: string): Promise<boolean> => {
      const client = new pg.Client({ connectionString: urlWith(password) });
      const entered = await client.connect().then(
        () => true,
        () => false,
      );
      await client.end().catch(() => undefined);
      return entered;
    };
    try {
      expect([await provisionWith("first"), await letsIn("first")]).toEqual([[service], true]);
      expect([await provisionWith("second"), await letsIn("first"), await letsIn("second")]).toEqual([[], true, false]);
      expect([await provisionWith("third", true), await letsIn("first"), await letsIn("third")]).toEqual([
        [],
        false,
        true,
      ]);
    } finally {
      await provision({ adminUrl: database.ownerUrl, urls: { [service]: urlWith("end") } });
      const owner = new pg.Client({ connectionString: database.ownerUrl });
      await owner.connect();
      await owner.query(`drop schema ${service}`);
      await owner.query(`drop role ${service}`);
      await owner.end();
    }
  });
});

describe("half of a load", () => {
  it("is refused by commands until it is whole in every service", async () => {
    const inEach = async (services: readonly string[], work: "begin" | "end"): Promise<void> => {
      for (const service of services) {
        const db = createDatabase({
          url: database.urlOf(service),
          applicationName: "test",
          schema: service,
          ...PATIENT,
        });
        const [name, content] = LOAD;
        if (work === "begin") await beginLoad(db, name, content);
        else await loadWhole(db, { name, content }, async () => undefined);
        await db.destroy();
      }
    };
    const kept = { ...process.env };
    for (const service of SERVICES) process.env[databaseVariable(service)] = database.urlOf(service);
    try {
      await (await openDatabases()).release();
      await inEach(SERVICES, "begin");
      await expect(openDatabases()).rejects.toThrow(
        `The load of demonstration data was interrupted, ${SERVICES.join(", ")} have none of it: `,
      );
      // What finishes it may enter.
      await (await openDatabases({ half: true })).release();
      await inEach(SERVICES.slice(0, -1), "end");
      const last = SERVICES.slice(-1);
      await expect(openDatabases()).rejects.toThrow(`interrupted, ${last.join()} has none of it: `);
      await inEach(last, "end");
      await (await openDatabases()).release();
    } finally {
      for (const service of SERVICES) delete process.env[databaseVariable(service)];
      Object.assign(process.env, kept);
    }
  });
});
