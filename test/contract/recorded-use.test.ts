/** Who is touched by a change, by recorded use; and what an agency is shown of its own, by the command. */
import { spawnSync } from "node:child_process";
import { buildSchema } from "graphql";
import { brokenClients, touchedBy, userLine } from "../../commands/partner/broken-clients.js";
import { committedFieldsOf } from "../../commands/partner/mirror.js";
import { fieldsAlone } from "../../gateway/generation/field-owners.js";
import { projectPath } from "../../platform/config/index.js";
import { createDatabase } from "../../platform/database/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import type { PartnerCheck } from "../../platform/composition/partner/index.js";
import { coordinatesOfChange } from "../../platform/use/index.js";
import { createUseStore, type UseStore } from "../../platform/use/use.repository.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";

const SCHEMA = `
  enum Size { S M }
  input Filter { size: Size inner: Filter name: String }
  scalar Area
  interface Place { area: Area }
  type Shed implements Place { area: Area size: Size }
  type Query { shed(no: ID!, filter: Filter): Shed sheds(size: Size): [Shed] place: Place }
`;

describe("what a change touches", () => {
  const schema = buildSchema(SCHEMA);
  it.each([
    ["Shed.size", ["Shed.size"]],
    ["Query.shed.no", ["Query.shed(no:)"]],
    // A new required argument breaks who leaves it out: everybody who asks for the field.
    ["Query.sheds.colour", ["Query.sheds"]],
    ["Shed", ["Query.shed", "Query.sheds", "Shed.area", "Shed.size"]],
    ["Area", ["Place.area", "Shed.area"]],
    ["Filter.name", ["Filter.name"]],
    // A new required input field breaks who gives the input without it.
    ["Filter.colour", ["Filter.inner", "Query.shed(filter:)"]],
    ["Size.M", ["Filter.inner", "Filter.size", "Query.shed(filter:)", "Query.sheds(size:)", "Shed.size"]],
    ["Nothing.known", []],
    ["@directive.argument", []],
  ])("%s", (path, coordinates) => expect(coordinatesOfChange(schema, path)).toEqual(coordinates));
});

describe("fields of a subgraph", () => {
  it("are those that it alone gives", () => {
    const fields = committedFieldsOf("credit");
    expect(fields).toContain("Organization.penalties");
    expect(fields).toContain("Query.administrativePenalty");
    // Given by others, or by several.
    expect(fields).not.toContain("Organization.name");
    expect(fields).not.toContain("Organization.id");
  });

  it("are none of a subgraph that nobody knows", () => {
    expect(() => committedFieldsOf("nobody")).toThrow("The supergraph knows no subgraph nobody that gives a field.");
    expect(fieldsAlone("nobody", "type Query { a: Int }")).toEqual([]);
  });
});

describe("with recorded use", () => {
  const today = localDateOf(new Date());
  const span = { day: today, days: 30 };
  let database: TestDatabase;
  let store: UseStore;
  beforeAll(async () => {
    database = await cloneDatabase();
    store = createUseStore(
      createDatabase({
        ...{ url: database.ownerUrl, applicationName: "test", schema: "public" },
        ...{ connectTimeoutMs: 10_000, statementTimeoutMs: 20_000 },
      }),
    );
    await store.add({
      day: today,
      operations: [
        {
          ...{ operation: "a".repeat(32), name: "Penalties", needed: ["Organization.id"] },
          coordinates: ["AdministrativePenalty.id", "Organization.penalties", "Shed.size"],
        },
        {
          operation: "b".repeat(32),
          name: null,
          coordinates: ["Organization.name"],
          needed: ["Organization.penalties"],
        },
      ],
      counts: [
        { client: "gov-portal", operation: "a".repeat(32), requests: 120, failed: 3 },
        { client: "anonymous", operation: "b".repeat(32), requests: 7, failed: 0 },
      ],
      services: [
        { service: "credit", outcome: "ok", withinMs: 10, requests: 90 },
        { service: "credit", outcome: "ok", withinMs: 250, requests: 30 },
        { service: "credit", outcome: "UPSTREAM_TIMEOUT", withinMs: 0, requests: 2 },
      ],
    });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const removed = {
    level: "BREAKING",
    message: "Field 'size' was removed from object type 'Shed'",
    path: "Shed.size",
  } as const;
  const dangerous = { level: "DANGEROUS", message: "Something about 'Query.place'", path: "Query.place" } as const;

  it("a break of what a client asks for is refused, and names the client", async () => {
    const touched = await touchedBy([removed, dangerous], SCHEMA, store, span);
    expect(touched.map(({ users }) => users.map(({ client, requests }) => [client, requests]))).toEqual([
      [["gov-portal", 120]],
      [],
    ]);
    expect(userLine(touched[0]!.users[0]!)).toBe(
      `gov-portal asks Penalties (aaaaaaaa): 120 times, last on ${today}; it asks for Shed.size.`,
    );
    const found = { partner: "sheds", file: "sheds.graphql" } as PartnerCheck;
    expect(brokenClients(found, touched, span)).toEqual([
      {
        ...{ subgraph: "sheds", file: "sheds.graphql", name: "Shed.size" },
        message: expect.stringMatching(
          /^sheds: Field 'size' was removed .*, and gov-portal asked for it in the last 30 days: keep it/,
        ),
      },
    ]);
    // Before the days that are looked back on.
    const later = { day: "2099-01-01", days: 30 };
    expect(brokenClients(found, await touchedBy([removed], SCHEMA, store, later), later)).toEqual([]);
  });

  const mirror = (words: readonly string[], url = database.ownerUrl): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [projectPath("dist/commands/partner.js"), "mirror", ...words],
      { encoding: "utf8", env: { ...process.env, GATEWAY_USE_STORE: url } },
    );
    return { status, output: stdout + stderr };
  };

  it("an agency sees who uses its own, how it answers, and what nobody asks for", () => {
    const { status, output } = mirror(["credit"]);
    expect(output).toContain(`gov-portal: 120 requests of 1 operations, 3 with an error, last on ${today}`);
    expect(output).toContain("    AdministrativePenalty.id, Organization.penalties\n");
    expect(output).toContain(
      "122 requests: UPSTREAM_TIMEOUT 2, ok 120; half of them within 10 ms, 95 of 100 within 250 ms.",
    );
    expect(output).toMatch(/^ {2}Organization\.licences$/m);
    expect(output).not.toMatch(/^ {2}Organization\.penalties$/m);
    expect(output).not.toContain("anonymous");
    expect(status).toBe(0);
    const json = JSON.parse(mirror(["credit", "--json", "--days", "7"]).output) as { days: number; unread: string[] };
    expect([json.days, json.unread.includes("Organization.licences")]).toEqual([7, true]);
  });

  it("says what is missing or wrong", () => {
    expect(mirror(["credit"], "")).toMatchObject({ status: 1, output: expect.stringContaining("GATEWAY_USE_STORE") });
    expect(mirror(["nobody"]).output).toContain("The supergraph knows no subgraph nobody");
    expect(mirror(["credit", "--days", "0"]).output).toContain("0 is no number of days: write --days");
    expect(mirror(["credit"], "postgresql://nobody@127.0.0.1:1/none").status).toBe(1);
  });
});
