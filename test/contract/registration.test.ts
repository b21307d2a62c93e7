/** What a definition or the registry forgets is refused with a sentence, before anything is composed or started. */
import "reflect-metadata";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "graphql";
import { localAddressOf, parseSubgraphRegistry, registeredServices } from "../../platform/config/index.js";
import { buildSubgraph } from "../../platform/subgraph/index.js";
import { registrationProblems } from "../../platform/subgraph/registration.js";
import { SUBGRAPHS, type AnySubgraph } from "../../schema/subgraph-definitions.js";
import { unlistedProblems } from "../../schema/unlisted.js";

const credit = SUBGRAPHS.find(({ name }) => name === "credit")!;

describe("a definition", () => {
  it("that forgets the lookup of an entity builds no subgraph: any key would be answered", async () => {
    const references = Object.fromEntries(Object.entries(credit.references).filter(([type]) => type !== "ListEntry"));
    await expect(buildSubgraph({ ...credit, references } as AnySubgraph)).rejects.toThrow(
      "subgraphs/credit/subgraph.ts: ListEntry has a @key and no lookup under references; the gateway could ask for any key.",
    );
  });

  it.each([
    ["a lookup without an entity", { references: { A: 1, B: 1 }, owns: [] }, "references looks B up, which has no"],
    ["the lookup of a stub", { references: { A: 1, Stub: 1 }, owns: [] }, "references looks Stub up, which has no"],
    ["an owned type without a key", { references: { A: 1 }, owns: ["B"] }, "owns names B, which has no @key here."],
  ])("with %s is refused", (_case, given, sentence) => {
    const sdl = parse(
      `type A @key(fields: "id") { id: ID } type B { id: ID } type Stub @key(fields: "id", resolvable: false) { id: ID }`,
    );
    expect(registrationProblems({ name: "x", ...given }, sdl)).toEqual([expect.stringContaining(sentence)]);
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

  it("with a resolver, a migration or a service that nobody lists is refused, each by its name", () => {
    write("context.ts", "createKnownService(dependencies)");
    write("noun/noun.resolver.ts", "export class NounResolver {}\nexport class OtherResolver {}\n");
    write("noun/noun.service.ts", "export const createKnownService = 1;\nexport const createNounService = 1;\n");
    write("migrations/20270101000000_create_nouns.ts", "");
    write("migrations/index.ts", "");
    class NounResolver {}
    expect(unlistedProblems({ name: "x", resolvers: [NounResolver], migrations: [] }, folder)).toEqual([
      "subgraphs/x/noun/noun.resolver.ts: OtherResolver is in no list of resolvers (subgraph.ts).",
      "subgraphs/x/migrations/20270101000000_create_nouns.ts is in no list of migrations (index.ts).",
      "subgraphs/x/noun/noun.service.ts: nobody calls createNounService (context.ts).",
    ]);
  });
});

describe("the registry", () => {
  const owner = { zh: "某局", en: "Bureau" };

  it("gives every service that runs its definition and its port", () =>
    expect(SUBGRAPHS.map(({ name }) => name)).toEqual(registeredServices()));

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
