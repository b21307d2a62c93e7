/** What fails is named, what does not is answered, and nothing needs a restart. */
import { startStack, type Answer, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ productionWaits: true });
});
afterAll(() => stack.stop());

const QUERY = `{ organization(uscc: "91990101MA9000011P") { name creditOverview { licences } fundsReceived(year: 2026) { totalAmount } } }`;

/** The first answer without errors; where none comes, the test's own limit ends the wait. */
const wholeAnswer = async (): Promise<Answer["body"]> => {
  for (;;) {
    const { body } = await stack.ask(QUERY);
    if (body.errors === undefined) return body;
  }
};

describe("a database that is gone", () => {
  it("is SERVICE_UNAVAILABLE for the parts that need it, before the service itself is given up on, and recovers by itself", async () => {
    const { name, admin } = stack.database;
    // Services that are connected stay so; nobody new comes in.
    await wholeAnswer();
    await admin(`alter database ${name} connection limit 0`);
    const theirs = `from pg_stat_activity where usename = 'govgraph_credit' and datname = '${name}'`;
    await admin(`select pg_terminate_backend(pid, 10000) ${theirs}`);
    const { status, body } = await stack.ask(QUERY);
    expect(status).toBe(200);
    expect(body.data.organization).toMatchObject({ name: "延边白山松餐饮有限公司（演示）", creditOverview: null });
    expect(body.data.organization.fundsReceived.totalAmount).toMatch(/^\d+\.\d\d$/);
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ["organization", "creditOverview"],
        extensions: expect.objectContaining({ code: "SERVICE_UNAVAILABLE" }),
      }),
    ]);
    await admin(`alter database ${name} connection limit -1`);
    const again = await wholeAnswer();
    expect(again.data.organization.creditOverview.licences).toBeGreaterThan(0);
  });
});

describe("a subgraph that stops", () => {
  it("leaves the rest of the answer, and its address is not told", async () => {
    await stack.subgraphs.find(({ name }) => name === "funds")!.stop();
    const { status, body } = await stack.ask(QUERY);
    expect(status).toBe(200);
    expect(body.data.organization).toMatchObject({ name: "延边白山松餐饮有限公司（演示）", fundsReceived: null });
    expect(body.data.organization.creditOverview.licences).toBeGreaterThan(0);
    expect(body.errors?.[0]?.extensions).toEqual({ code: "UPSTREAM_UNAVAILABLE", service: "funds" });
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|localhost|ECONN|:\d{4,5}/);
    expect((await fetch(`${stack.url}/readyz`)).status).toBe(200);
  });

  it("leaves of a shared field what the others know of it", async () => {
    await stack.subgraphs.find(({ name }) => name === "matters")!.stop();
    const { body } = await stack.ask(`{ me { username cases { nodes { caseNo } } } }`, { viewer: "citizen-1" });
    expect(body.data).toEqual({ me: { username: "citizen-1", cases: null } });
    expect(body.errors?.[0]?.extensions).toEqual({ code: "UPSTREAM_UNAVAILABLE", service: "matters" });
  });
});
