/** A service whose database fails, and values that its database refuses: what the caller is told, what the log says, what is counted. */
import { createDatabase } from "../../platform/database/index.js";
import { isDatabaseUnavailable, toFormattedError } from "../../platform/errors/index.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";
import { startOneSubgraph, until, type OneSubgraph } from "../support/one-subgraph.js";

let copy: TestDatabase;
let service: OneSubgraph;
beforeAll(async () => {
  copy = await cloneDatabase();
});
afterEach(() => service.stop());
afterAll(() => copy.drop());

const urlWith = (changes: Partial<Pick<URL, "password" | "pathname">>): string =>
  Object.assign(new URL(copy.urlOf("matters")), changes).href;

const failures = ({ lines }: OneSubgraph): readonly Record<string, unknown>[] =>
  // Of requests: what a service says of itself when it starts is left out.
  lines.filter(({ code }) => !["REQUEST", "LISTENING", "LAW_UNREADABLE"].includes(String(code)));

describe.each([
  ["whose password is refused", "28P01", () => urlWith({ password: "not-the-password" })],
  ["that is not there", "3D000", () => urlWith({ pathname: "/no_such_database" })],
] as const)("a database %s", (_name, cause, urlOf) => {
  it("is one line with service and cause, found by the id that the caller has, and is counted and timed", async () => {
    service = await startOneSubgraph("matters", copy, { database: { url: urlOf() } });
    const { status, body } = await service.ask(
      `{ a: serviceMatter(id: "x") { id } b: catalogueItem(catalogCode: "000101001000") { catalogCode } c: serviceMatter(id: "y") { id } }`,
      { requestId: "of-the-gateway" },
    );
    expect([status, body.data]).toEqual([200, { a: null, b: null, c: null }]);
    const ids = new Set(body.errors!.map(({ extensions }) => extensions["errorId"]));
    expect(body.errors!.map(({ path, message, extensions }) => [path, message, extensions["code"]])).toEqual(
      expect.arrayContaining(
        ["a", "b", "c"].map((field) => [[field], "The service is not available at the moment.", "SERVICE_UNAVAILABLE"]),
      ),
    );
    expect(ids.size).toBe(1);
    expect(failures(service)).toEqual([
      expect.objectContaining({
        name: "matters",
        level: 50,
        code: "DATABASE_UNAVAILABLE",
        errorId: [...ids][0],
        requestId: "of-the-gateway",
        error: expect.objectContaining({ code: cause }),
      }),
    ]);
    expect(await service.metric('govgraph_requests_total{outcome="SERVICE_UNAVAILABLE",process="matters"}')).toBe(1);
    expect(await service.metric('govgraph_request_seconds_count{process="matters"}')).toBe(1);
    expect(JSON.stringify(service.lines)).not.toMatch(/not-the-password/);
  });
});

it("a connection that ends within a transaction is the database's failure, whatever the driver says of it", async () => {
  service = await startOneSubgraph("matters", copy);
  const db = createDatabase({ url: copy.urlOf("matters"), applicationName: "test", schema: "matters", ...PATIENT });
  try {
    const failures: unknown[] = [];
    const keep = (error: unknown): boolean => failures.push(error) > 0;
    const transaction = db.transaction(async (trx) => {
      const { rows } = await trx.raw<{ rows: { pid: number }[] }>("select pg_backend_pid() as pid");
      await db.raw("select pg_terminate_backend(?)", [rows[0]!.pid]);
      await until(() => trx.raw("select 1").then(() => false, keep));
      // From here on the driver asks nothing: "Client has encountered a connection error and is not queryable".
      await trx.raw("select 1").catch(keep);
    });
    await transaction.catch(keep);
    expect(failures.length).toBeGreaterThanOrEqual(3);
    expect(failures.filter((error) => !isDatabaseUnavailable(error))).toEqual([]);
  } finally {
    await db.destroy();
  }
});

describe("a value that PostgreSQL refuses", () => {
  it.each([["matters", `{ serviceMatter(id: "a\\u0000b") { id } }`, "22021"]])(
    "is the client's mistake, without an echo: %s %s",
    async (name, query, cause) => {
      service = await startOneSubgraph(name, copy);
      const { status, body } = await service.ask(query);
      expect([status, body.errors]).toEqual([
        200,
        [
          expect.objectContaining({
            message: "The input is not valid.",
            extensions: { code: "BAD_USER_INPUT", errorId: expect.any(String) },
          }),
        ],
      ]);
      expect(failures(service)).toEqual([
        expect.objectContaining({
          level: 40,
          code: "DATABASE_REFUSED_VALUE",
          errorId: body.errors![0]!.extensions["errorId"],
          error: expect.objectContaining({ code: cause }),
        }),
      ]);
    },
  );

  it.each([
    ["22003", "BAD_USER_INPUT"],
    ["22008", "BAD_USER_INPUT"],
    ["22P02", "BAD_USER_INPUT"],
    ["22012", "INTERNAL_SERVER_ERROR"], // Nobody sends a division by zero.
    ["23505", "INTERNAL_SERVER_ERROR"],
  ])("of class 22 alone: %s is %s", (code, told) => {
    const error = Object.assign(new Error('invalid input: "张示例"'), { code });
    const reports: unknown[] = [];
    const shown = toFormattedError({ message: error.message }, error, (report) => void reports.push(report.code));
    expect(shown.extensions).toEqual({ code: told, errorId: expect.any(String) });
    expect(JSON.stringify(shown)).not.toContain("张示例");
    expect(reports).toEqual([told]);
  });
});
