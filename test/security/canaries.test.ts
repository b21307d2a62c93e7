/** Five hundred persons of the seed that are easy to find: nothing of them is in logs, metrics, errors or the log of the database. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorld } from "../../infra/local/world.js";
import { runImport } from "../../platform/import/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { subsidyBatchImport } from "../../subgraphs/funds/subsidy/subsidy-batch.import.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VISIBLE_RECORDS } from "../support/visible-records.js";
import { VIEWERS } from "../support/viewers.js";
import { VIEWER_ORDER, hiddenFrom, idOf, rootQuery, selectionOf } from "../support/visibility.js";

const { persons } = createWorld("small");
const canaries = persons.flatMap(({ name, idNumber, phone, address }) => [name, idNumber, phone, address]);
const lines: string[] = [];

let stack: TestStack;
beforeAll(async () => {
  const log = createLogger({
    name: "test",
    level: "trace",
    destination: { write: (line: string) => void lines.push(line) },
  });
  stack = await startStack({ log });
});
afterAll(() => stack.stop());

const leaksIn = (text: string): string[] => canaries.filter((canary) => text.includes(canary));

/** Text that may be told to everybody: the errors of an answer, and its report. */
const told = ({ body }: Answer): string => JSON.stringify([body.errors, body.extensions]);

const heard: string[] = [];
const note = (answer: Answer): Answer => {
  heard.push(told(answer));
  return answer;
};

describe("[D01] the persons of the seed", () => {
  it("are in the database, so that there is something to leak", async () => {
    const { rows } = (await stack.databases["matters"]!.raw(
      `select count(distinct applicant_name)::int as names, count(distinct contact_phone)::int as phones from service_cases where applicant_name = any(?::text[])`,
      [persons.map(({ name }) => name)],
    )) as { rows: { names: number; phones: number }[] };
    expect(persons.length).toBeGreaterThanOrEqual(500);
    expect(rows[0]!.names).toBeGreaterThan(400);
    expect(rows[0]!.phones).toBeGreaterThan(400);
  });

  it("do not come out of answers to those to whom their records are hidden", async () => {
    for (const record of VISIBLE_RECORDS) {
      const id = await idOf(stack, record);
      const query = rootQuery(record, id, selectionOf(record));
      for (const viewer of VIEWER_ORDER) {
        const answer = note(await stack.ask(query, { viewer }));
        if (hiddenFrom(record).includes(viewer)) expect(leaksIn(JSON.stringify(answer.body))).toEqual([]);
      }
    }
  });

  it("do not come out of errors that their values cause", async () => {
    for (const { name, idNumber, phone, address } of persons.slice(0, 40)) {
      const variables = { name, idNumber, phone, address };
      note(await stack.ask(`query($idNumber: USCC!) { organization(uscc: $idNumber) { name } }`, { variables }));
      note(await stack.ask(`query($idNumber: DivisionCode!) { division(code: $idNumber) { name } }`, { variables }));
      note(await stack.ask(`query($name: Int!) { penalties(first: $name) { nodes { id } } }`, { variables }));
      note(
        await stack.ask(`query($phone: String) { penalties(first: 5, after: $phone) { nodes { id } } }`, { variables }),
      );
      note(
        await stack.ask(
          `query($name: ID!, $phone: String!) { caseProgress(caseNo: $name, queryCode: $phone) { state } }`,
          {
            variables,
          },
        ),
      );
      note(
        await stack.ask(`query($name: String!) { serviceMatters(search: $name, first: 5) { nodes { id } } }`, {
          variables,
        }),
      );
      note(await stack.ask(`{ "${name}" }`));
      note(
        await stack.askSubgraph("matters", `query($r: [_Any!]!) { _entities(representations: $r) { __typename } }`, {
          variables: { r: [{ __typename: name, caseNo: idNumber }] },
        }),
      );
    }
  });

  it("do not come out of faults of the database", async () => {
    const query = `{ serviceCase(caseNo: "22240120260302000001") { applicantName contactPhone } me { cases(first: 100) { nodes { applicantName } } } }`;
    const { name: database, admin } = stack.database;
    await admin(`alter role govgraph_matters in database ${database} set statement_timeout = 1`);
    await stack.databases["matters"]!.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user and datname = current_database()`,
    );
    for (let index = 0; index < 10; index++) note(await stack.ask(query, { viewer: "citizen-1" }));
    await admin(`alter role govgraph_matters in database ${database} reset statement_timeout`);
    // Rows and values that the database refuses: what it says of them must not reach its log or ours.
    for (const { name, phone } of persons.slice(0, 20)) {
      await stack.databases["matters"]!.raw(
        `insert into service_cases (case_no, contact_name, contact_phone) values (?, ?, ?)`,
        [name, name, phone],
      ).catch(() => undefined);
      await stack.databases["matters"]!.raw(`select '${name}'::text, '${phone}'::text from no_such_table`).catch(
        () => undefined,
      );
    }
  });

  it("do not come out of an import that quarantines them", async () => {
    const directory = mkdtempSync(join(tmpdir(), "govgraph-canaries-"));
    const file = join(directory, "subsidies.csv");
    const rows = persons.slice(0, 50).map(({ name, idNumber, phone }) => `${name},${idNumber},${phone},不是金额`);
    writeFileSync(file, `姓名,身份证号,联系电话,金额\n${rows.join("\n")}\n`);
    const call = stack.batchCall;
    await runImport(
      subsidyBatchImport,
      { today: "2026-09-28", source: "test", call, db: stack.databases["funds"]! },
      { file, mapping: {}, dryRun: false, chunkSize: 10 },
    ).catch(() => undefined);
    rmSync(directory, { recursive: true });
  });

  it("are in none of what was told, logged and counted", async () => {
    const metrics = [await (await fetch(`${stack.adminUrl}/metrics`)).text()];
    for (const { url } of stack.subgraphs) metrics.push(await (await fetch(new URL("/metrics", url))).text());
    expect(heard.length).toBeGreaterThan(800);
    expect(lines.length).toBeGreaterThan(800);
    expect(metrics.join("")).toContain("govgraph_");
    const database = readFileSync(process.env["GOVGRAPH_TEST_POSTGRES_LOG"]!, "utf8");
    expect(database).toMatch(/ERROR/);
    expect({
      told: leaksIn(heard.join("\n")),
      logged: leaksIn(lines.join("")),
      counted: leaksIn(metrics.join("")),
      database: leaksIn(database),
    }).toEqual({ told: [], logged: [], counted: [], database: [] });
    expect(Object.keys(VIEWERS).length).toBe(VIEWER_ORDER.length);
  });
});
