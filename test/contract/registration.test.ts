/** What a definition or the registry forgets is refused with a sentence, before anything is composed or started. */
import "reflect-metadata";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "graphql";
import { fillMarked } from "../../docs/marked.js";
import {
  localAddressOf,
  parseSubgraphRegistry,
  projectPath,
  registeredServices,
  serviceRegistrations,
  subgraphRegistry,
} from "../../platform/config/index.js";
import type { Migration } from "../../platform/database/index.js";
import { recordKinds } from "../../platform/graphql/index.js";
import { buildSubgraph, defineSubgraph, type Noun, type ServiceDependencies } from "../../platform/subgraph/index.js";
import { registrationProblems } from "../../platform/subgraph/registration.js";
import { exportKinds, importKinds } from "../../schema/loadings.js";
import { declaredKinds } from "../../schema/record-kinds.js";
import { emitKinds } from "../../schema/sources.js";
import { SUBGRAPHS, type AnySubgraph } from "../../schema/subgraph-definitions.js";
import { unlistedProblems } from "../../schema/unlisted.js";

/** Migrations of each service that databases of before nouns had folders of their own ran, in their order. */
const RAN: Readonly<Record<string, readonly string[]>> = {
  reference: [
    "20261124090000_create_reference_tables",
    "20261124100000_create_import_quarantine",
    "20261124101000_index_embedded_org_codes",
    "20261125090000_add_history",
    "20261125120000_track_changes",
    "20261128120000_track_changes_by_epoch",
    "20261128100000_create_load_marks",
  ],
  matters: [
    "20261124090000_create_matters_tables",
    "20261124100000_create_import_quarantine",
    "20261125093000_create_cases",
    "20261125120000_track_changes",
    "20261126090000_add_notice",
    "20261126150000_add_themes",
    "20261126170000_create_service_bundles",
    "20261126180000_create_public_institution_services",
    "20261128120000_track_changes_by_epoch",
    "20261128100000_create_load_marks",
    "20261128190000_add_version_states",
    "20261128234500_add_catalogue_states",
  ],
  intermediary: [
    "20261124090000_create_intermediary_tables",
    "20261124100000_create_import_quarantine",
    "20261125090000_create_market",
    "20261125120000_track_changes",
    "20261126090000_add_composites",
    "20261128120000_track_changes_by_epoch",
    "20261128100000_create_load_marks",
    "20261128233000_create_findings",
    "20261129003000_name_parties",
  ],
  credit: [
    "20261124090000_create_credit_tables",
    "20261124100000_create_import_quarantine",
    "20261125090000_extend_credit_records",
    "20261125090100_create_credit_cases",
    "20261125120000_track_changes",
    "20261126130000_index_authorities",
    "20261126150000_add_notice_days",
    "20261126150100_add_source_units",
    "20261126150200_admit_known_lists",
    "20261128100000_mint_record_ids",
    "20261128120000_track_changes_by_epoch",
    "20261128200000_seal_unknown_ages",
    "20261128100000_create_load_marks",
  ],
  funds: [
    "20261124090000_create_funds_tables",
    "20261124090100_create_postings",
    "20261124100000_create_import_quarantine",
    "20261125090000_create_projects_and_payments",
    "20261125090100_create_subsidies",
    "20261125090200_create_disclosures",
    "20261125120000_track_changes",
    "20261128120000_track_changes_by_epoch",
    "20261128100000_create_load_marks",
  ],
};

const credit = SUBGRAPHS.find(({ name }) => name === "credit")!;

describe("a definition", () => {
  it("that forgets the lookup of an entity builds no subgraph: any key would be answered", async () => {
    const references = Object.fromEntries(Object.entries(credit.references).filter(([type]) => type !== "ListEntry"));
    await expect(buildSubgraph({ ...credit, references } as AnySubgraph)).rejects.toThrow(
      "subgraphs/credit: ListEntry has a @key and no noun looks it up under references; the gateway could ask for any key.",
    );
  });

  it.each([
    ["a lookup without an entity", { references: { A: 1, B: 1 }, owns: [] }, "references looks B up, which has no"],
    ["the lookup of a stub", { references: { A: 1, Stub: 1 }, owns: [] }, "references looks Stub up, which has no"],
    ["an owned type without a key", { references: { A: 1 }, owns: ["B"] }, "owns names B, which has no @key here."],
    [
      "a kind of record that is not written down",
      { references: { A: 1 }, owns: [], changes: [{ kind: "LATER", type: "A", description: "Later (后)." }] },
      "the kind of record LATER is not in schema/record-kinds.json; run npm run schema.",
    ],
  ])("with %s is refused", (_case, given, sentence) => {
    const sdl = parse(
      `type A @key(fields: "id") { id: ID } type B { id: ID } type Stub @key(fields: "id", resolvable: false) { id: ID }`,
    );
    expect(registrationProblems({ name: "x", ...given }, sdl, [])).toEqual([expect.stringContaining(sentence)]);
  });
});

describe("a kind of record", () => {
  it("whose type nobody looks up here is refused: readers of the feed could not ask for it", () => {
    const sdl = parse('type A @key(fields: "id", resolvable: false) { id: ID } enum RecordKind { LICENCE }');
    const changes = [{ kind: "LICENCE", type: "A", description: "A (类)." }];
    expect(registrationProblems({ name: "x", references: {}, owns: [], changes }, sdl, changes)).toEqual([
      "subgraphs/x: the kind of record LICENCE is of A, which nobody could look up here.",
    ]);
  });
});

describe("nouns", () => {
  const step = (name: string): Migration => ({ name, up: async () => undefined, down: async () => undefined });
  const subgraphOf = (nouns: Record<string, Noun<{ one: string; two: string }>>, migrations: Migration[] = []) =>
    defineSubgraph({ name: "x", nouns, migrations, clear: async () => undefined, seed: async () => undefined });

  it.each([
    ["service", { services: { one: () => "made" } }, "subgraphs/x: first and second both declare the service one."],
    ["lookup", { references: { A: () => ({}) } }, "subgraphs/x: first and second both declare the lookup of A."],
    ["migration", { migrations: [step("20270101000000_a")] }, "The migration 20270101000000_a is listed twice."],
  ])("that declare the same %s are refused, both by their names", (_what, noun, sentence) =>
    expect(() => subgraphOf({ first: noun, second: noun })).toThrow(sentence),
  );

  it("make each service once, when it is first asked for, and give it those that it needs", () => {
    const made: string[] = [];
    const { createServices } = subgraphOf({
      first: { services: { one: (_dependencies, { two }) => `${made.push("one")} after ${two}` } },
      second: { services: { two: () => `${made.push("two")}` } },
    });
    const services = createServices({} as ServiceDependencies);
    expect(made).toEqual([]);
    expect([services.one, services.two, services.one]).toEqual(["2 after 1", "1", "2 after 1"]);
    expect(made).toEqual(["two", "one"]);
  });

  it("whose services need each other in a circle are refused", () => {
    const { createServices } = subgraphOf({
      first: { services: { one: (_dependencies, { two }) => two, two: (_dependencies, { one }) => one } },
    });
    expect(() => createServices({} as ServiceDependencies).one).toThrow(
      "The service one needs itself before it is made.",
    );
  });

  it("add their migrations among those of the service by the time in the name, and move none that is listed", () => {
    const listed = [step("20270101000000_a"), step("20270301000000_c"), step("20270102000000_late")];
    const ofNouns = [step("20270401000000_d"), step("20270201000000_b"), step("20270103000000_after_late")];
    const { migrations } = subgraphOf(
      { first: { migrations: ofNouns.slice(0, 2) }, second: { migrations: ofNouns.slice(2) } },
      listed,
    );
    expect(migrations.map(({ name }) => name)).toEqual([
      // What the platform gives every service.
      "20261129150000_create_law_editions",
      "20261129170000_keep_law_editions",
      "20261130050000_create_messages",
      "20261130050000_create_write_tables",
      "20261130080000_place_journal",
      "20270101000000_a",
      "20270301000000_c",
      "20270102000000_late",
      "20270103000000_after_late",
      "20270201000000_b",
      "20270401000000_d",
    ]);
  });

  it("send and receive together what each of them does", () => {
    const receive = async () => undefined;
    const { sends, receives } = subgraphOf({
      first: { sends: ["done"], receives: { "y.a": receive } },
      second: { sends: ["begun"], receives: { "y.b": receive } },
    });
    expect([sends, Object.keys(receives!)]).toEqual([
      ["done", "begun"],
      ["y.a", "y.b"],
    ]);
    expect(() =>
      subgraphOf({ first: { receives: { "y.a": receive } }, second: { receives: { "y.a": receive } } }),
    ).toThrow("subgraphs/x: first and second both declare the handler of y.a.");
  });

  it("of all services clear and seed after the service itself", async () => {
    const done: string[] = [];
    const does = (what: string) => async () => void done.push(what);
    const { clear, seed } = defineSubgraph<object, object>({
      name: "x",
      nouns: { first: { clear: does("clear first"), seed: does("seed first") } },
      migrations: [],
      clear: does("clear"),
      seed: does("seed"),
    });
    const table = (name: string) => ({ delete: async () => void done.push(`clear ${name}`) });
    await clear(Object.assign(table, { raw: does("clear writes") }) as never);
    await seed({} as never, {});
    expect(done).toEqual(["clear inbox", "clear outbox", "clear writes", "clear", "clear first", "seed", "seed first"]);
  });
});

describe("migrations", () => {
  it("have the names and the order in which databases already ran them, and later ones come behind", () => {
    const names = new Map(SUBGRAPHS.map(({ name, migrations }) => [name, migrations.map((step) => step.name)]));
    for (const [name, ran] of Object.entries(RAN))
      expect([name, names.get(name)?.slice(0, ran.length)]).toEqual([name, ran]);
    expect(Object.keys(RAN)).toHaveLength(5);
  });
});

describe("kinds of record", () => {
  const kind = (name: string) => ({ kind: name, type: "A", description: `${name} (类).` });

  it("keep their place in the enumeration, and new ones come last", () =>
    expect(
      declaredKinds(
        [
          { name: "x", changes: [kind("NEW"), kind("A")] },
          { name: "y", changes: [kind("B")] },
        ],
        [kind("B"), kind("GONE"), kind("A")],
      ).map((declared) => declared.kind),
    ).toEqual(["B", "A", "NEW"]));

  it("that two services declare are refused, and those of our services are written down", () => {
    expect(() =>
      declaredKinds(
        [
          { name: "x", changes: [kind("A")] },
          { name: "y", changes: [kind("A")] },
        ],
        [],
      ),
    ).toThrow("subgraphs/y: the kind of record A is declared twice.");
    expect(emitKinds()).toEqual(recordKinds());
  });
});

describe("a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-unlisted-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };

  it("is whole in every service", () =>
    expect(SUBGRAPHS.flatMap((definition) => unlistedProblems(definition))).toEqual([]));

  it("with a noun, a resolver, a migration or a service that nobody lists is refused, each by its name", () => {
    write(
      "known/known.noun.ts",
      "const services = { known: createKnownService };\nexport const known: Noun<X> = {};\n",
    );
    write("noun/noun.noun.ts", "export const noun: Noun<X> = {};\n");
    write("noun/migrations/20270102000000_add_names.ts", "");
    write("noun/noun.resolver.ts", "export class NounResolver {}\nexport class OtherResolver {}\n");
    write("noun/noun.service.ts", "export const createKnownService = 1;\nexport const createNounService = 1;\n");
    write("migrations/20270101000000_create_nouns.ts", "");
    write("migrations/index.ts", "");
    write(
      "noun/noun.import.ts",
      "export const nounImport: ImportKind<X> = {};\nexport const otherImport: ImportKind = {};\n",
    );
    write(
      "noun/noun.batches.ts",
      "export const nounsByCode: BatchCall = x;\nexport const namesByCode: BatchCall = x;\n",
    );
    write(
      "loading.ts",
      'import {\n  namesByCode,\n  nounsByCode,\n} from "y";\nexport const loading: Loading = { imports: [nounImport], batches: { nounsByCode } };\n',
    );
    class NounResolver {}
    expect(
      unlistedProblems({ name: "x", nouns: ["known"], resolvers: [NounResolver], migrations: [] }, folder),
    ).toEqual([
      "subgraphs/x/noun/noun.noun.ts: noun is in no list of nouns (nouns.ts).",
      "subgraphs/x/noun/noun.resolver.ts: OtherResolver is in no list of resolvers (the noun's .noun.ts).",
      "subgraphs/x/migrations/20270101000000_create_nouns.ts is in no list of migrations (the noun's .noun.ts or migrations/index.ts).",
      "subgraphs/x/noun/migrations/20270102000000_add_names.ts is in no list of migrations (the noun's .noun.ts or migrations/index.ts).",
      "subgraphs/x/noun/noun.import.ts: otherImport is in no list of kinds of import (loading.ts).",
      "subgraphs/x/noun/noun.batches.ts: namesByCode is in no list of batches (loading.ts).",
      "subgraphs/x/noun/noun.service.ts: createNounService makes a service for no noun (the noun's .noun.ts).",
    ]);
  });
});

describe("the registry", () => {
  const owner = { zh: "某局", en: "Bureau" };

  it("gives every service that runs its definition and its port", () =>
    expect(SUBGRAPHS.map(({ name }) => name)).toEqual(registeredServices()));

  it("names every kind of export that a service loads", () =>
    expect(importKinds()).toEqual(
      SUBGRAPHS.flatMap(({ name, imports = [] }) => imports.map(({ kind }) => ({ kind, service: name }))),
    ));

  it("names every kind of exchange file that a service writes, each of which it loads too", () => {
    expect(exportKinds()).toEqual(
      SUBGRAPHS.flatMap(({ name, exports = [] }) => exports.map(({ kind }) => ({ kind, service: name }))),
    );
    expect(importKinds()).toEqual(expect.arrayContaining([...exportKinds()]));
  });

  it("names every message that a service receives, each of which another sends", () => {
    const received = SUBGRAPHS.flatMap(({ name, receives = {} }) => Object.keys(receives).map((of) => [name, of]));
    expect(
      subgraphRegistry()
        .flatMap(({ name, receives = [] }) => receives.map((of) => [name, of]))
        .sort(),
    ).toEqual(received.sort());
    expect(SUBGRAPHS.flatMap(({ name, sends = [] }) => sends.map((topic) => `${name}.${topic}`)).sort()).toEqual(
      [...new Set(received.map(([, of]) => of))].sort(),
    );
  });

  it("gives every service that runs its start command, its name for readers and what it holds", () => {
    const { scripts } = JSON.parse(readFileSync(projectPath("package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const started = Object.entries(scripts).filter(([, command]) => command.startsWith("node dist/subgraphs/"));
    expect(Object.fromEntries(started)).toEqual(
      Object.fromEntries(registeredServices().map((name) => [`start:${name}`, `node dist/subgraphs/${name}/main.js`])),
    );
    const untold = serviceRegistrations().filter(({ title, holds }) => title === undefined || holds === undefined);
    expect(untold).toEqual([]);
  });

  it("fills marked places of documents and containers, and refuses a file without the place", () => {
    const compose = "a: # names: generated by npm run docs\n  old\n  older\n  # end of names\nb\n";
    expect(fillMarked("x.yml", compose, { names: "  new" })).toBe(
      "a: # names: generated by npm run docs\n  new\n  # end of names\nb\n",
    );
    expect(() => fillMarked("README.md", compose, { names: "" })).toThrow(
      'README.md marks no place for names: "<!-- names: generated by npm run docs -->", "<!-- end of names -->", each once.',
    );
    expect(() => fillMarked("x.yml", compose + compose, { names: "" })).toThrow("x.yml marks no place for names");
  });

  it("refuses a name or a port that is given twice, and a service without a port has no address", () => {
    const one = { name: "one", port: 4001, enforces: true, owner };
    expect(() => parseSubgraphRegistry([one, { ...one, port: 4002 }])).toThrow("gives the name one to two subgraphs");
    expect(() => parseSubgraphRegistry([one, { ...one, name: "two" }])).toThrow("gives the port 4001 to two subgraphs");
    expect(() => localAddressOf("gateway")).toThrow(
      "The subgraph gateway has no address: schema/subgraphs.json registers no port for that name.",
    );
    expect(localAddressOf("matters")).toBe("http://127.0.0.1:4002/graphql");
  });
});
