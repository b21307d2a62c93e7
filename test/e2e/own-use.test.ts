/** An agency's own use through the graph: right figures for its officers and publishers, nothing for anybody else, and nothing of another agency's. */
import "reflect-metadata";
import type { Viewer } from "../../platform/auth/index.js";
import type { RunningGateway } from "../../gateway/gateway.js";
import { fieldsAlone } from "../../gateway/generation/field-owners.js";
import { readSchemaEdition, readSchemaFile } from "../../gateway/generation/schema-files.js";
import { registeredServices } from "../../platform/config/index.js";
import { createDatabase } from "../../platform/database/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { createUseStore, type UseStore } from "../../platform/use/use.repository.js";
import { startCounting, type CountingServer } from "../support/counting-server.js";
import { cloneDatabase } from "../support/database.js";
import { logTo, NO_TOKENS, startFixtureGateway } from "../support/fixture-gateway.js";
import { VIEWERS } from "../support/viewers.js";

const FINANCE = "11990101MB0001302L";
const REFORM = "11990101MB0001310F";
const of = (viewer: Viewer, agencyUscc: string): Viewer => ({ ...viewer, agencyUscc });
const READERS: Readonly<Record<string, Viewer>> = {
  ...VIEWERS,
  "finance-officer": of(VIEWERS["officer-1"], FINANCE),
  "finance-publisher": of(VIEWERS["publisher-1"], FINANCE),
  "reform-officer": of(VIEWERS["officer-1"], REFORM),
  "finance-citizen": of(VIEWERS["citizen-1"], FINANCE),
  "finance-supervisor": of(VIEWERS["supervisor-1"], FINANCE),
  admin: { ...VIEWERS["citizen-1"], roles: ["platform_admin"], agencyUscc: FINANCE },
};

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let store: UseStore;
let services: CountingServer;
const started: RunningGateway[] = [];
const lines: string[] = [];
const daysAgo = (days: number): string => localDateOf(new Date(Date.now() - days * 86_400_000));

const start = async (use?: string): Promise<RunningGateway> => {
  const gateway = await startFixtureGateway(
    registeredServices().map((name) => ({ name, url: services.url })),
    {
      edition: readSchemaEdition,
      verifier: { ...NO_TOKENS, verify: async (token) => READERS[token.split(".")[0]!]! },
      log: logTo(lines),
      ...(use === undefined ? {} : { use: { store: use, share: 1 } }),
    },
  );
  started.push(gateway);
  return gateway;
};

let gateway: RunningGateway;
beforeAll(async () => {
  [database, services] = await Promise.all([cloneDatabase(), startCounting()]);
  store = createUseStore(
    createDatabase({ url: database.ownerUrl, applicationName: "test", schema: "public", connectTimeoutMs: 10_000 }),
  );
  const operation = (name: string, coordinates: string[], needed: string[] = []) => ({
    ...{ operation: name, name, coordinates, needed },
  });
  await store.add({
    day: daysAgo(3),
    operations: [
      operation("payments", ["Query.payment", "Payment.paymentNo", "Query.organization", "Organization.penalties"]),
      operation("penalties", ["Query.penalties"], ["FundProject.name"]),
    ],
    counts: [
      { client: "app-open", operation: "payments", requests: 7, failed: 2 },
      { client: "anonymous", operation: "payments", requests: 3, failed: 0 },
      { client: "secret-client", operation: "penalties", requests: 50, failed: 1 },
    ],
    services: [
      { service: "funds", outcome: "ok", withinMs: 25, requests: 18 },
      { service: "funds", outcome: "UPSTREAM_TIMEOUT", withinMs: 0, requests: 2 },
      { service: "credit", outcome: "ok", withinMs: 5, requests: 99 },
    ],
  });
  await store.add({
    day: daysAgo(60),
    operations: [],
    counts: [{ client: "app-open", operation: "payments", requests: 100, failed: 0 }],
    services: [],
  });
  gateway = await start(database.ownerUrl);
});
afterAll(async () => {
  for (const each of started) await each.stop();
  await store.close();
  await services.stop();
  await database.drop();
});

interface Answer {
  readonly data: { readonly subgraphUse: Record<string, unknown> | null } | null;
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly withheld?: readonly Record<string, unknown>[] };
}

const ALL = `recorded ownerOrganization { id } fieldCount unreadFields neededFields
  clients { client requests failed operations lastDay fields }
  operations { operation name client requests failed lastDay fields }
  service { requests outcomes { outcome requests } medianMs p95Ms }`;

const ask = async (reader: string, given: string, asked = ALL, at = gateway): Promise<Answer> => {
  const reply = await fetch(`${at.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(reader === "anonymous" ? {} : { authorization: `Bearer ${reader}.test.token` }),
    },
    body: JSON.stringify({ query: `{ subgraphUse(${given}) { subgraph ${asked} } }` }),
  });
  return (await reply.json()) as Answer;
};

const FUNDS = `subgraph: "funds"`;

describe("an agency", () => {
  it.each(["finance-officer", "finance-publisher"])(
    "as %s reads who uses its subgraph, and how it answers",
    async (reader) => {
      const { data, errors, extensions } = await ask(reader, FUNDS);
      expect([errors, extensions]).toEqual([undefined, undefined]);
      const { unreadFields, fieldCount, ...rest } = data!.subgraphUse!;
      const fields = ["Payment.paymentNo", "Query.payment"];
      const counted = { lastDay: daysAgo(3), fields };
      expect(rest).toEqual({
        subgraph: "funds",
        recorded: true,
        ownerOrganization: { id: `CN-USCC-${FINANCE}` },
        neededFields: ["FundProject.name"],
        clients: [
          { client: "app-open", requests: 7, failed: 2, operations: 1, ...counted },
          { client: "anonymous", requests: 3, failed: 0, operations: 1, ...counted },
        ],
        operations: [
          { operation: "payments", name: "payments", client: "app-open", requests: 7, failed: 2, ...counted },
          { operation: "payments", name: "payments", client: "anonymous", requests: 3, failed: 0, ...counted },
        ],
        service: {
          requests: 20,
          outcomes: [
            { outcome: "UPSTREAM_TIMEOUT", requests: 2 },
            { outcome: "ok", requests: 18 },
          ],
          medianMs: 25,
          p95Ms: null,
        },
      });
      const all = fieldsAlone("funds", readSchemaFile("supergraph.graphql"));
      expect(fieldCount).toBe(all.length);
      expect(unreadFields).toEqual(all.filter((field) => ![...fields, "FundProject.name"].includes(field)));
    },
  );

  it("looks back as far as it says, and takes as many as it says", async () => {
    const of90 = await ask("finance-officer", `${FUNDS}, days: 90`, "clients(first: 1) { client requests }");
    expect(of90.data?.subgraphUse?.["clients"]).toEqual([{ client: "app-open", requests: 107 }]);
    for (const given of [`${FUNDS}, days: 0`, `${FUNDS}, days: 401`])
      expect((await ask("finance-officer", given)).errors?.[0]?.extensions).toMatchObject({
        code: "BAD_USER_INPUT",
        argument: "days",
      });
    const byDefault = await ask("finance-officer", `${FUNDS}, days: null`, "days");
    expect([byDefault.errors, byDefault.data?.subgraphUse?.["days"]]).toEqual([undefined, 30]);
    for (const list of ["clients", "operations"]) {
      for (const first of [0, -1, 101]) {
        const { errors } = await ask("finance-officer", FUNDS, `${list}(first: ${first}) { client }`);
        expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "first" });
      }
      const all = [{ client: "app-open" }, { client: "anonymous" }];
      for (const written of ["", "(first: null)", "(first: 100)"]) {
        const { data } = await ask("finance-officer", FUNDS, `${list}${written} { client }`);
        expect([written, data?.subgraphUse?.[list]]).toEqual([written, all]);
      }
    }
  });

  it("reads nothing of another agency's: not its figures, and of clients of both its own fields alone", async () => {
    const other = await ask("reform-officer", FUNDS);
    expect(other.data?.subgraphUse).toMatchObject({
      clients: null,
      operations: null,
      service: null,
      unreadFields: null,
    });
    expect(JSON.stringify(other.data)).not.toMatch(/app-open|payments|anonymous/);
    const own = await ask("reform-officer", `subgraph: "credit"`);
    expect(own.data?.subgraphUse).toMatchObject({
      clients: [
        { client: "secret-client", requests: 50, fields: ["Query.penalties"] },
        { client: "app-open", fields: ["Organization.penalties"] },
        { client: "anonymous", fields: ["Organization.penalties"] },
      ],
      service: { requests: 99, medianMs: 5, p95Ms: 5 },
    });
    expect(JSON.stringify(own.data)).not.toContain("Payment.paymentNo");
    expect(JSON.stringify((await ask("finance-officer", FUNDS)).data)).not.toMatch(/secret-client|penalties/);
  });
});

describe("everybody else", () => {
  it.each([
    "anonymous",
    "citizen-1",
    "agent-1",
    "officer-1",
    "supervisor-1",
    "auditor-1",
    "app-open",
    "app-partner",
    "finance-citizen",
    "finance-supervisor",
    "admin",
  ])("as %s reads who answers for it, and is told why no more", async (reader) => {
    const { data, errors, extensions } = await ask(reader, FUNDS);
    expect(errors).toBeUndefined();
    expect(data?.subgraphUse).toEqual({
      ...{ subgraph: "funds", recorded: true, ownerOrganization: { id: `CN-USCC-${FINANCE}` } },
      ...{ fieldCount: null, unreadFields: null, neededFields: null, clients: null, operations: null, service: null },
    });
    expect(extensions?.withheld).toHaveLength(6);
    for (const told of extensions!.withheld!)
      expect(told).toMatchObject({
        reason: "INTERNAL_AFFAIRS",
        rule: expect.stringMatching(/^SubgraphUse\./) as string,
      });
  });

  it("learns of no subgraph that is not there", async () => {
    for (const name of ["nothing", "__proto__", "constructor", ""])
      expect((await ask("finance-officer", `subgraph: ${JSON.stringify(name)}`)).data).toEqual({ subgraphUse: null });
  });
});

describe("what is not recorded", () => {
  it("is null, and said to be so", async () => {
    const silent = await start();
    const { data, errors } = await ask("finance-officer", FUNDS, "recorded clients { client } fieldCount", silent);
    expect(errors).toBeUndefined();
    expect(data?.subgraphUse).toEqual({ subgraph: "funds", recorded: false, clients: null, fieldCount: null });
  });

  it("can not be read while the database is away, of which the client is told no word, and the rest is answered", async () => {
    const away = await start("postgresql://nobody:hunter2@127.0.0.1:1/none");
    const { data, errors } = await ask("finance-officer", FUNDS, "recorded clients { client }", away);
    expect(data?.subgraphUse).toEqual({ subgraph: "funds", recorded: true, clients: null });
    expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["SERVICE_UNAVAILABLE"]);
    expect(JSON.stringify(errors)).not.toMatch(/hunter2|127\.0|ECONN/);
    expect(lines.some((line) => line.includes("USE_STORE_FAILED"))).toBe(true);
  });
});
