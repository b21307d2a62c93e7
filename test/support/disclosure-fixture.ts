/** A graph made for disclosure: one subgraph of ours with every kind of closure, and a partner's that enforces nothing. */
import "reflect-metadata";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { defaultFieldResolver, graphql, isObjectType, type GraphQLSchema } from "graphql";
import {
  createGatewayKey,
  createContextVerifier,
  createPartnerKey,
  keysOfSubgraphs,
  parseGatewayKeys,
  parsePartnerKeys,
  publicKeys,
  type GatewayKeys,
  type Viewer,
} from "../../platform/auth/index.js";
import { type AgreementBook, createAgreementBook } from "../../platform/disclosure/decision/index.js";
import { createDisclosureLog, enforceDisclosure } from "../../platform/disclosure/enforcement/index.js";
import { DISCLOSURE_DIRECTIVE_NAMES, DISCLOSURE_LINK } from "../../platform/disclosure/vocabulary/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { startGateway } from "../../gateway/gateway.js";
import { canonicalDocuments, compose, type Composition } from "../../platform/composition/index.js";
import { VIEWERS } from "./viewers.js";

const LINKS = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@shareable", "@requires", "@external", "@composeDirective", "@authenticated", "@requiresScopes", "@policy"])
  @link(url: "${DISCLOSURE_LINK}", import: [${DISCLOSURE_DIRECTIVE_NAMES.map((name) => `"${name}"`).join(", ")}])
`;

const WHY = `reason: INTERNAL_AFFAIRS, basis: "OGI-2019-16"`;
const PRIVATE = `reason: PERSONAL_PRIVACY, basis: "OGI-2019-15"`;
const RECORD = `@record(subject: "subject", agency: "agency", division: "division")`;

/** Ours. */
export const RECORDS_SDL = `${LINKS}
  type Query {
    record(id: ID!): Record
    records: [Record!]
    node(id: ID!): Node
    hits: [Hit]
    office: Office
    register: String @closed(tier: [AGENCY], ${WHY})
  }
  type Mutation {
    touch(id: ID!): Record
    approve(id: ID!): Record @closed(tier: [AGENCY], ${WHY})
  }
  interface Node { id: ID! note: String @closed(tier: [OWNER, AGENCY, SUPERVISOR], ${WHY}) }
  type Record implements Node @key(fields: "id") ${RECORD} {
    id: ID!
    title: String
    note: String @closed(tier: [OWNER, AGENCY, SUPERVISOR], ${WHY})
    ownerName: String @closed(tier: [MASKED, OWNER, AGENCY], ${PRIVATE}, mask: NAME)
    sealed: String @closed(tier: [NEVER], reason: STATE_SECRET, basis: "OGI-2019-14", until: "2026-01-31")
    level: Level @closed(tier: [SHARED, SUPERVISOR], ${WHY})
    scoped: String @closed(tier: [], ${WHY}) @requiresScopes(scopes: [["credit.read"], ["funds.read", "matters.read"]])
    strong: String @closed(tier: [], ${WHY}) @policy(policies: [["acr.strong"]])
    known: String @closed(tier: [], ${WHY}) @authenticated
    next: Record
    children: [Record!]
    place: Place
  }
  type Memo implements Node ${RECORD} { id: ID! text: String note: String @closed(tier: [OWNER, AGENCY, SUPERVISOR], ${WHY}) }
  type Level { grade: String score: Int }
  type Place { name: String }
  type Office { name: String records: [Record!]! }
  union Hit = Record | Place
`;

/** A partner's: enforces nothing, and tells whose a row is by fields that clients can not ask for. */
export const PARTNER_SDL = `${LINKS}
  type Query { dossiers: [Dossier] }
  type Record @key(fields: "id") @record(subject: "ownerHash", agency: "keeper.uscc") {
    id: ID!
    ownerHash: String @inaccessible
    keeper: Keeper @inaccessible
    remark: String @closed(tier: [OWNER, AGENCY], ${PRIVATE})
    telephone: String @closed(tier: [MASKED, OWNER], ${PRIVATE}, mask: PHONE)
    colour: String
    dossiers: [Dossier]
  }
  type Keeper { uscc: String }
  type Dossier @record(subject: "ownerHash") { ownerHash: String @inaccessible page: Int content: String @closed(tier: [OWNER], ${PRIVATE}) }
`;

/** The rows: 1 is citizen-1's, kept by officer-1's agency; 2 is citizen-2's, kept by officer-2's; 3 has no more to say. */
const ROWS: Record<string, object> = Object.fromEntries(
  [
    { id: "1", subject: "demo-subject-1", agency: "11990101MB9000015E", division: "222401", ownerName: "欧阳小明" },
    { id: "2", subject: "demo-subject-2", agency: "12990101MB90000236", division: "222404", ownerName: "张小花" },
  ].map((row) => [
    row.id,
    {
      __typename: "Record",
      ...row,
      title: `Record ${row.id}`,
      note: `NOTE-${row.id}`,
      sealed: "SEALED",
      level: { grade: `GRADE-${row.id}`, score: 5 },
      scoped: "SCOPED",
      strong: "STRONG",
      known: "KNOWN",
    },
  ]),
);

const rowOf = (id: string): object | null => ROWS[id] ?? null;
const all = (): object[] => Object.values(ROWS);
const MEMO = { __typename: "Memo", id: "m", text: "Memo", note: "NOTE-m", subject: "demo-subject-2" };

const RECORDS_RESOLVERS = {
  Query: {
    record: (_: unknown, { id }: { id: string }) => rowOf(id),
    records: all,
    node: (_: unknown, { id }: { id: string }) => (id === "m" ? MEMO : rowOf(id)),
    hits: () => [rowOf("1"), { __typename: "Place", name: "Yanji" }, rowOf("2")],
    office: () => ({ name: "Office", records: all() }),
    register: () => "REGISTER",
  },
  Mutation: {
    touch: (_: unknown, { id }: { id: string }) => rowOf(id),
    approve: (_: unknown, { id }: { id: string }) => rowOf(id),
  },
  Record: {
    __resolveReference: ({ id }: { id: string }) => rowOf(id),
    next: ({ id }: { id: string }) => rowOf(id === "1" ? "2" : "1"),
    children: all,
    place: () => ({ name: "Hunchun" }),
  },
};

const dossiersOf = (id: string): object[] =>
  [1, 2].map((page) => ({ page, content: `CONTENT-${id}-${page}`, ownerHash: `demo-subject-${id}` }));

const PARTNER_RESOLVERS = {
  Query: { dossiers: () => [...dossiersOf("1"), null, ...dossiersOf("2")] },
  Record: {
    ownerHash: ({ id }: { id: string }) => `demo-subject-${id}`,
    keeper: ({ id }: { id: string }) => ({ uscc: id === "1" ? "11990101MB9000015E" : "12990101MB90000236" }),
    remark: ({ id }: { id: string }) => `REMARK-${id}`,
    telephone: () => "13800138000",
    colour: () => "red",
    dossiers: ({ id }: { id: string }) => dossiersOf(id),
  },
};

/** A subgraph that counts. */
export interface CountingSubgraph {
  readonly url: string;
  /** GraphQL requests since the last reset. */
  requests(): number;
  /** Queries since the last reset. */
  queries(): readonly string[];
  /** Fields that were resolved since the last reset, `Type.field`. */
  resolved(): readonly string[];
  reset(): void;
  /** Answers as if its table were another. */
  usePolicy(table: PolicyTable | undefined): void;
  stop(): Promise<void>;
}

const counting = (schema: GraphQLSchema, resolved: string[]): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("_")) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context, info) => {
        resolved.push(`${type.name}.${field.name}`);
        return resolve(source, args, context, info) as unknown;
      };
    }
  }
};

/** Keys that sign requests to ours and to the partner, in the forms that parseGatewayKeys and parsePartnerKeys read. */
export const FIXTURE_KEY = { own: createGatewayKey("test"), partner: createPartnerKey("test") };
/** The keys of the fixture's subgraphs. */
export const fixtureKeys = ({ own, partner }: typeof FIXTURE_KEY): GatewayKeys =>
  keysOfSubgraphs({ names: ["records"], keys: parseGatewayKeys(own) }, parsePartnerKeys(partner));
const KEYS = fixtureKeys(FIXTURE_KEY);

interface SubgraphKind {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: object;
  /** Set for one of ours. */
  readonly enforced?: { readonly table: PolicyTable; readonly agreements: AgreementBook };
}

const startCountingSubgraph = async ({ name, sdl, resolvers, enforced }: SubgraphKind): Promise<CountingSubgraph> => {
  const resolved: string[] = [];
  const queries: string[] = [];
  const [document] = canonicalDocuments([{ name, url: "", sdl }]);
  const schema = buildSubgraphSchema([{ typeDefs: document!.document, resolvers: resolvers as never }]);
  counting(schema, resolved);
  if (enforced) enforceDisclosure(schema, { ...enforced, subgraph: name });
  const verifier = createContextVerifier({ subgraph: name, keys: enforced ? KEYS(name) : publicKeys(KEYS(name)) });
  let hash = enforced?.table.subgraphs[name]?.hash;
  const answer = async (body: string, { headers }: IncomingMessage): Promise<object> => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    queries.push(query);
    const signed = verifier.verify({ method: "POST", path: "/graphql", headers, body });
    const otherPolicy = enforced !== undefined && signed.policyHash !== hash;
    const disclosure = createDisclosureLog({ otherPolicy });
    const contextValue = { viewer: signed.viewer, asOf: new Date(signed.asOf), disclosure, otherPolicy };
    const result = await graphql({ schema, source: query, variableValues: variables, contextValue });
    const report = enforced && disclosure.report();
    return { ...result, ...(report ? { extensions: { disclosure: report } } : {}) };
  };
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (request.url !== "/graphql") return void response.end("{}");
      void answer(Buffer.concat(parts).toString(), request).then((result) =>
        response.setHeader("content-type", "application/json").end(JSON.stringify(result)),
      );
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests: () => queries.length,
    queries: () => queries,
    resolved: () => resolved,
    reset: () => void (queries.splice(0), resolved.splice(0)),
    usePolicy: (table) => void (hash = (table ?? enforced?.table)?.subgraphs[name]?.hash),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Facts of the fixture: only `records` enforces. */
export const FIXTURE_FACTS = {
  legalBases: new Map(
    ["14", "15", "16"].map((article) => [
      `OGI-2019-${article}`,
      { lawName: "中华人民共和国政府信息公开条例", articleNo: `第十${{ 14: "四", 15: "五", 16: "六" }[article]}条` },
    ]),
  ),
  owners: new Map<string, string>(),
  subgraphs: new Map(
    [true, false].map((enforces) => [
      enforces ? "records" : "partner",
      { enforces, owner: { zh: enforces ? "档案局" : "合作单位", en: enforces ? "Records Office" : "Partner" } },
    ]),
  ),
};

/** The fixture composed by the product. */
export const composeFixture = (records = RECORDS_SDL): Composition =>
  compose(
    [
      { name: "records", url: "http://records.invalid/", sdl: records },
      { name: "partner", url: "http://partner.invalid/", sdl: PARTNER_SDL },
    ],
    FIXTURE_FACTS,
  );

/** Agreements of the fixture: one that holds on the test's day, one that has ended. */
export const FIXTURE_AGREEMENTS = createAgreementBook([
  {
    id: "demo-agreement",
    client: "app-partner",
    agency: "Agency",
    fields: ["Record.level"],
    types: [],
    purposes: ["test"],
    validFrom: "2026-09-28",
    validTo: "2026-09-28",
  },
]);

/** Viewers beside those of all tests: tokens with scopes, and with a level. */
export const SPECIAL_VIEWERS: Readonly<Record<string, Viewer>> = {
  "app-scoped": { ...VIEWERS["app-open"], scopes: ["gov-graph", "credit.read"] },
  "app-half": { ...VIEWERS["app-open"], scopes: ["gov-graph", "funds.read"] },
  "citizen-strong": { ...VIEWERS["citizen-1"], acr: "strong" },
  // A token that claims an agreement which its client does not have.
  "app-forged": { ...VIEWERS["app-open"], agreements: ["demo-agreement"] },
};

/** What the gateway answered. */
export interface FixtureAnswer {
  readonly status: number;
  readonly body: {
    readonly data?: any; // eslint-disable-line @typescript-eslint/no-explicit-any
    readonly errors?: readonly { message: string; path?: readonly unknown[]; extensions: Record<string, unknown> }[];
    readonly extensions?: {
      readonly withheld?: readonly Record<string, any>[]; // eslint-disable-line @typescript-eslint/no-explicit-any
      readonly masked?: readonly Record<string, unknown>[];
      readonly access?: string;
    };
  };
}

/** How to ask. */
export interface FixtureQuestion {
  readonly viewer?: string;
  readonly variables?: object;
  readonly headers?: Record<string, string>;
}

/** The running fixture. */
export interface DisclosureFixture {
  readonly records: CountingSubgraph;
  readonly partner: CountingSubgraph;
  readonly policy: PolicyTable;
  readonly url: string;
  ask(query: string, question?: FixtureQuestion): Promise<FixtureAnswer>;
  /** Moves the day of the requests. */
  setDay(day: string): void;
  stop(): Promise<void>;
}

/** Starts the subgraphs alone. */
export const startFixtureSubgraphs = async (
  policy: PolicyTable,
): Promise<{ records: CountingSubgraph; partner: CountingSubgraph }> => {
  const [records, partner] = await Promise.all([
    startCountingSubgraph({
      name: "records",
      sdl: RECORDS_SDL,
      resolvers: RECORDS_RESOLVERS,
      enforced: { table: policy, agreements: FIXTURE_AGREEMENTS },
    }),
    startCountingSubgraph({ name: "partner", sdl: PARTNER_SDL, resolvers: PARTNER_RESOLVERS }),
  ]);
  return { records, partner };
};

/** Starts subgraphs and gateway. */
export const startDisclosureFixture = async (): Promise<DisclosureFixture> => {
  const { supergraph, policy } = composeFixture();
  const agreements = FIXTURE_AGREEMENTS;
  const { records, partner } = await startFixtureSubgraphs(policy);
  let now = new Date("2026-09-28T04:00:00Z");
  const gateway = await startGateway({
    host: "127.0.0.1",
    port: 0,
    admin: { host: "127.0.0.1", port: 0 },
    subgraphs: new Map([
      ["records", records.url],
      ["partner", partner.url],
    ]),
    contextKeys: KEYS,
    cursorSecret: "test",
    issuerUrl: "http://localhost:8080/realms/gov",
    clock: () => now,
    explorer: true,
    log: createLogger({ name: "test", level: "silent" }),
    edition: () => ({ supergraph, policy }),
    agreements,
    verifier: {
      ready: () => true,
      warm: async () => undefined,
      verify: async (token) => {
        const name = token.split(".")[0] ?? "";
        const viewer = SPECIAL_VIEWERS[name] ?? (VIEWERS as Record<string, Viewer>)[name];
        if (!viewer) throw new ServiceError("UNAUTHENTICATED", "The token is not valid.");
        return viewer;
      },
    },
  });
  return {
    records,
    partner,
    policy,
    url: gateway.url,
    setDay: (day) => void (now = new Date(`${day}T04:00:00Z`)),
    async ask(query, { viewer = "anonymous", variables, headers = {} } = {}) {
      records.reset();
      partner.reset();
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        body: JSON.stringify({ query, variables }),
        headers: {
          "content-type": "application/json",
          accept: "application/graphql-response+json",
          ...(viewer === "anonymous" ? {} : { authorization: `Bearer ${viewer}.test.test` }),
          ...headers,
        },
      });
      return { status: response.status, body: (await response.json()) as FixtureAnswer["body"] };
    },
    async stop() {
      await gateway.stop();
      await records.stop();
      await partner.stop();
    },
  };
};
