/** `npm run messages` shows an operator what does not arrive, and delivers it again when it is told to. */
import "reflect-metadata";
import type { Knex } from "knex";
import { createDatabase } from "../../platform/database/index.js";
import { markSetAside } from "../../platform/outbox/deliveries.js";
import { keepRoutes, sendMessage } from "../../platform/outbox/index.js";
import { registeredServices } from "../../platform/config/index.js";
import { runNode } from "../support/commands.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
let db: Knex;

beforeAll(async () => {
  database = await cloneDatabase();
  db = createDatabase({ url: database.urlOf("matters"), applicationName: "test", schema: "matters", ...PATIENT });
  await keepRoutes(db, new Map([["done", ["credit"]]]));
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const messages = async (...args: string[]): Promise<readonly [code: number | null, output: string]> => {
  const urls = registeredServices().map(
    (name) => [`${name.toUpperCase()}_DATABASE_URL`, database.urlOf(name)] as const,
  );
  const run = runNode(["dist/commands/messages.js", ...args], Object.fromEntries(urls));
  const code = await run.ended;
  return [code, run.output()];
};

it("lists what waits and what was set aside, without what it says, and makes the delivery again", async () => {
  const [waits, aside] = await db.transaction(async (trx) => {
    const send = (version: number): Promise<string> =>
      sendMessage(trx, {
        topic: "done",
        record: "thing/secret-number",
        version,
        payload: { number: "secret-number" },
        occurredAt: new Date("2026-09-28T01:00:00Z"),
      });
    return [await send(1), await send(2)];
  });
  await markSetAside(db, { message: aside, receiver: "credit" }, "NO_SUCH_RECORD");
  const [code, output] = await messages();
  expect(code).toBe(0);
  expect(output).toMatch(/^matters to credit: 1 wait, the oldest for \d+ s; 1 set aside$/m);
  expect(output).toMatch(new RegExp(`^  ${aside} done to credit, sent \\S+, set aside: NO_SUCH_RECORD$`, "m"));
  expect(output).toMatch(new RegExp(`^  ${waits} done to credit, sent \\S+, waits, tried 0 times$`, "m"));
  expect(output).not.toContain("secret-number");
  expect(await messages("again", aside)).toEqual([0, "1 delivery made again.\n"]);
  expect((await messages())[1]).toContain("matters to credit: 2 wait");
  const [refused, sentence] = await messages("again", aside);
  expect([refused, sentence]).toEqual([
    1,
    expect.stringContaining("No service has sent this message and had it settled."),
  ]);
  expect((await messages("again"))[1]).toContain("Name a message, or a time with --since.");
  expect((await messages("again", "1"))[1]).toContain("It is the id of a message");
  expect(await messages("again", "--since", "2020-01-01")).toEqual([0, "0 deliveries made again.\n"]);
});
