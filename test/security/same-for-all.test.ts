/** What is declared the same whoever asks is the same: nothing that makes it looks at the viewer, and requests for it tell services of nobody. */
import "reflect-metadata";
import { channel } from "node:diagnostics_channel";
import fc from "fast-check";
import { parse } from "graphql";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
import { ANONYMOUS, ROLES, type Viewer } from "../../platform/auth/index.js";
import { sameForAll } from "../../platform/composition/same-for-all.js";
import { loadPolicy, type FieldsSameForAll } from "../../platform/disclosure/table/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { isSigned, signedIn } from "../support/signed-in.js";
import {
  keysOf,
  Questions,
  referencesIn,
  watchService,
  withoutCursors,
  type Reference,
  type WatchedService,
} from "../support/same-for-all.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

const table = loadPolicy();

let stack: TestStack;
const services = new Map<string, WatchedService>();
beforeAll(async () => {
  stack = await startStack();
  for (const definition of SUBGRAPHS)
    services.set(
      definition.name,
      await watchService(definition as SubgraphDefinition<unknown>, stack.databases[definition.name]!),
    );
});
afterAll(() => stack.stop());

/** What no list leads to. */
const BY_HAND: Readonly<Record<string, readonly Reference[]>> = {
  reference: [{ __typename: "DivisionAsOf", code: "222401", on: "2026-09-28" }],
  intermediary: [{ __typename: "Organization", id: "CN-USCC-91990101MA9000011P" }],
};

const DECLARED = Object.entries(table.sameForAll ?? {});

/** Everything of a service that is in the table, asked as the viewer: roots first, then whatever they led to by its key. */
const askAll = async (name: string, fields: FieldsSameForAll, viewer: Viewer) => {
  const { schema, ask } = services.get(name)!;
  const questions = new Questions(schema, fields);
  const lists = questions.roots(await samplesOf(name, fields));
  const answers = [];
  for (const question of lists) answers.push({ question, ...(await ask(question, viewer)) });
  const references = [
    ...(BY_HAND[name] ?? []),
    ...referencesIn(
      answers.map(({ data }) => data),
      keysOf(schema),
    ),
  ];
  for (const question of questions.entities(references)) answers.push({ question, ...(await ask(question, viewer)) });
  return { answers, references };
};

/** Objects of the lists that have no key to be asked by. */
const samples = new Map<string, readonly Reference[]>();
const samplesOf = async (name: string, fields: FieldsSameForAll): Promise<readonly Reference[]> => {
  const known = samples.get(name);
  if (known) return known;
  const { schema, ask } = services.get(name)!;
  const lists = Object.fromEntries(
    Object.entries(fields["Query"] ?? {}).filter(([, result]) => result?.endsWith("Connection")),
  );
  const found: Reference[] = [];
  for (const question of new Questions(schema, { ...fields, Query: lists }).roots([]))
    found.push(...referencesIn((await ask(question, ANONYMOUS)).data, keysOf(schema)));
  samples.set(name, found);
  return found;
};

const ASKING = Object.entries(VIEWERS);

describe("every root and type that is declared the same for all", () => {
  it.each(DECLARED)("of %s is made without a look at the viewer, and reports nothing", async (name, fields) => {
    for (const [, viewer] of ASKING) {
      const { answers, references } = await askAll(name, fields, viewer);
      for (const { question, looked, errors, reported } of answers)
        expect({ query: question.query, looked, errors, reported }).toEqual({
          query: question.query,
          looked: false,
          errors: [],
          reported: false,
        });
      // Each entity of the table was among those that were asked for by key, and each root gave something.
      const keys = keysOf(services.get(name)!.schema);
      const asked = new Set(references.map(({ __typename }) => __typename));
      expect(Object.keys(fields).filter((type) => keys.has(type) && !asked.has(type))).toEqual([]);
      expect(answers.filter(({ data }) => Object.values(data as object).some((value) => value === null))).toEqual([]);
    }
  });

  it.each(DECLARED)("of %s has the rows that nobody sees, for whoever asks", async (name, fields) => {
    const alone = (await askAll(name, fields, ANONYMOUS)).answers.map(({ data }) => data);
    for (const [, viewer] of ASKING)
      expect((await askAll(name, fields, viewer)).answers.map(({ data }) => data)).toEqual(alone);
  });
});

/** Types whose rows are somebody's, with a list of them as a supervisor sees it. */
const OWNED: readonly (readonly [string, string, string])[] = [
  ["matters", "ServiceMatter", `{ serviceMatters(first: 3) { nodes { __typename id } } }`],
  ["credit", "AdministrativePenalty", `{ penalties(first: 3) { nodes { __typename id } } }`],
  ["credit", "ListEntry", `{ listEntries(first: 3) { nodes { __typename id } } }`],
  ["funds", "BudgetAllotment", `{ budgetAllotments(first: 3) { nodes { __typename allotmentNo } } }`],
  ["funds", "FundProject", `{ fundProjects(first: 3) { nodes { __typename projectCode } } }`],
  [
    "intermediary",
    "IntermediaryProcurement",
    `{ intermediaryProcurements(first: 3) { nodes { __typename projectNo } } }`,
  ],
];

describe("a type whose rows are somebody's", () => {
  it.each(OWNED)("that %s declared by mistake is noticed: %s", async (name, type, list) => {
    const sdl = readFileSync(projectPath(`schema/subgraphs/${name}.graphql`), "utf8");
    const marked = sdl.replace(new RegExp(`^type ${type}\\b`, "m"), `type ${type} @sameForAll`);
    expect(marked).not.toBe(sdl);
    const fields = sameForAll([{ subgraph: name, document: parse(marked) }], table)[name]!;
    const { schema, ask } = services.get(name)!;
    const { data } = await ask({ query: list }, VIEWERS["supervisor-1"]);
    const references = referencesIn(data, keysOf(schema));
    expect(references.length).toBeGreaterThan(0);
    const [question] = new Questions(schema, { [type]: fields[type]! }).entities(references);
    expect((await ask(question!, VIEWERS["supervisor-1"])).looked).toBe(true);
  });
});

/** Viewers of every kind, most of whom no token is made for. */
const viewers: fc.Arbitrary<Viewer> = fc.record(
  {
    kind: fc.constantFrom("person" as const, "client" as const),
    roles: fc.subarray([...ROLES]),
    username: fc.constantFrom("a", "b"),
    subjectHash: fc.constantFrom("demo-subject-1", "demo-subject-2"),
    subjectUscc: fc.constantFrom("91990101MA9000011P", "91990101MA90000036"),
    agencyUscc: fc.constantFrom("11990101MB9000015E", "12990101MB90000236"),
    divisionCode: fc.constantFrom("220000", "222400", "222401"),
    scopes: fc.subarray(["gov-graph", "credit.read"]),
    agreements: fc.constant([]),
  },
  { requiredKeys: ["kind", "roles", "scopes", "agreements"] },
);

/** What is the same for all, what is closed in one field, and what is both. */
const QUESTIONS = {
  open: `{ organization(uscc: "11990101MB9000015E") { name division { name } } divisions(search: "延吉") { name } }`,
  oneClosed: `{ organization(uscc: "11990101MB9000015E") { name contact } }`,
  linked: `{ serviceMatters(first: 4) { nodes { taskName dept { name } division { name } legalBases { lawName } } } }`,
  drafts: `{ serviceMatters(first: 4) { totalCount nodes { status qualityIssues { rule } dept { name contact } } } }`,
  penalties: `{ penalties(first: 4) { totalCount nodes { docNo authority { name } counterparty { name contact } } } }`,
  services: `{ intermediaryServices(first: 4) { nodes { name approvalDept { name } linkedMatters { taskName status } } } }`,
} as const;

/** A token is the viewer itself. */
const tokenOf = (viewer: Viewer): string => `${Buffer.from(JSON.stringify(viewer)).toString("base64url")}.a.b`;
const verifier = {
  ready: () => true,
  warm: async () => undefined,
  verify: async (token: string) =>
    JSON.parse(Buffer.from(token.split(".")[0]!, "base64url").toString("utf8")) as Viewer,
};

interface Sent {
  readonly subgraph: string;
  readonly viewer: Viewer;
  readonly body: string;
}

/** What the process sends to services while it runs. */
const sentDuring = async (during: () => Promise<void>): Promise<readonly Sent[]> => {
  const sent: Sent[] = [];
  const requests = channel("undici:request:create");
  const note = (message: unknown): void => {
    const { request } = message as { request: { body: unknown; headers: readonly string[] } };
    const headers: Record<string, string> = {};
    for (let index = 0; index < request.headers.length; index += 2)
      headers[request.headers[index]!.toLowerCase()] = request.headers[index + 1]!;
    if (!isSigned(headers)) return;
    const { subgraph, viewer } = signedIn(headers);
    // What the gateway reads of the asking app now and then is no part of the question.
    if (viewer.clientId === "govgraph:batch") return;
    sent.push({ subgraph, viewer, body: String(request.body) });
  };
  requests.subscribe(note);
  try {
    await during();
  } finally {
    requests.unsubscribe(note);
  }
  return sent;
};

const told = ({ body: { data, errors, extensions } }: Answer): unknown =>
  withoutCursors({ data, errors: errors?.map(({ path, extensions: { code } }) => ({ path, code })), extensions });

describe("a gateway that asks as nobody for what is the same for all", () => {
  const as = (viewer: Viewer): { headers: Record<string, string> } => ({
    headers: viewer.kind === "anonymous" ? {} : { authorization: `Bearer ${tokenOf(viewer)}` },
  });
  let sharing: TestStack["ask"];
  let alone: TestStack["ask"];
  beforeAll(async () => {
    const rate = { quotas: { anonymous: 0, signedIn: 0 } };
    sharing = (await stack.another({ engine: "compiled", verifier, rate })).ask;
    const edition = readSchemaEdition();
    const asWhoever = { ...edition, policy: { ...edition.policy, sameForAll: {} } };
    alone = (await stack.another({ engine: "compiled", verifier, rate, edition: () => asWhoever })).ask;
  });

  it("gives each of any viewers what they get from one that asks as themselves, all at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(viewers, { minLength: 3, maxLength: 5 }), async (some) => {
        const asked = [ANONYMOUS, ...some].flatMap((viewer) =>
          Object.values(QUESTIONS).map((query) => ({ viewer, query })),
        );
        const own: unknown[] = [];
        for (const { viewer, query } of asked) own.push(told(await alone(query, as(viewer))));
        const twice = [...asked, ...asked];
        const together = await Promise.all(twice.map(({ viewer, query }) => sharing(query, as(viewer))));
        expect(together.map(told)).toEqual([...own, ...own]);
      }),
      { numRuns: 8 },
    );
  });

  it("tells services of nobody, and of each viewer what is not the same for all", async () => {
    const signed = Object.values(VIEWERS).filter(({ kind }) => kind !== "anonymous");
    for (const query of Object.values(QUESTIONS)) await sharing(query, as(ANONYMOUS));
    const open = await sentDuring(async () => {
      for (const viewer of signed) await sharing(QUESTIONS.open, as(viewer));
    });
    expect(open.length).toBeGreaterThanOrEqual(signed.length);
    expect(open.filter(({ viewer }) => viewer.kind !== "anonymous" || "username" in viewer)).toEqual([]);
    const closed = await sentDuring(async () => {
      for (const viewer of signed) await sharing(QUESTIONS.oneClosed, as(viewer));
    });
    // Whoever can read the field in no row is not asked for it; all others are named.
    const readers = closed.filter(({ body }) => body.includes("contact"));
    expect(readers.length).toBeGreaterThan(1);
    expect(readers.filter(({ viewer }) => viewer.kind === "anonymous")).toEqual([]);
    const mixed = await sentDuring(async () => {
      for (const viewer of signed) await sharing(QUESTIONS.linked, as(viewer));
    });
    expect(new Set(mixed.map(({ subgraph, viewer }) => `${subgraph} ${viewer.kind === "anonymous"}`))).toEqual(
      new Set(["matters false", "reference true"]),
    );
  });

  it("asks once for what viewers of different rights ask at the same time, and once for each of them otherwise", async () => {
    const different = [VIEWERS["citizen-1"], VIEWERS["officer-1"], VIEWERS["supervisor-1"], VIEWERS["auditor-1"]];
    for (const query of [QUESTIONS.drafts, QUESTIONS.open]) await sharing(query, as(ANONYMOUS));
    const sent = await sentDuring(async () => {
      await Promise.all(different.flatMap((viewer) => [1, 2, 3].map(() => sharing(QUESTIONS.drafts, as(viewer)))));
    });
    const matters = sent.filter(({ subgraph }) => subgraph === "matters");
    expect(new Set(matters.map(({ viewer }) => viewer.username)).size).toBe(different.length);
    const open = await sentDuring(async () => {
      await Promise.all(different.flatMap((viewer) => [1, 2, 3].map(() => sharing(QUESTIONS.open, as(viewer)))));
    });
    expect(open.length).toBeLessThan(different.length);
  });

  it("says the same of what it withholds and masks, in every mode of access", async () => {
    for (const access of ["enforce", "preview", "reject"])
      for (const viewer of [ANONYMOUS, VIEWERS["citizen-1"], VIEWERS["officer-1"]])
        for (const query of Object.values(QUESTIONS)) {
          const { headers } = as(viewer);
          const options = { headers: { ...headers, "x-access": access } };
          expect(told(await sharing(query, options))).toEqual(told(await alone(query, options)));
        }
  });
});
