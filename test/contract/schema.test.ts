/** What is committed is what the classes emit, and the gates refuse what they should. */
import "reflect-metadata";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { projectPath, readContracts } from "../../platform/config/index.js";
import { compose, CompositionRefused } from "../../platform/composition/index.js";
import { compositionFacts, emitOwners, type emitSources } from "../../schema/sources.js";

const committed = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");

/**
 * What `npm run schema` emits, by a process of its own as it is: where fields were resolved before, type-graphql prints their arguments in
 * another order, and other files of tests did so in this one.
 */
const emittedElsewhere = (): Awaited<ReturnType<typeof emitSources>> => {
  const module = pathToFileURL(projectPath("dist/schema/sources.js")).href;
  const script = `import "reflect-metadata"; const { emitSources } = await import("${module}"); process.stdout.write(JSON.stringify(await emitSources()));`;
  const argv = ["--input-type=module", "--eval", script];
  const text = execFileSync(process.execPath, argv, {
    cwd: projectPath(),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(text) as Awaited<ReturnType<typeof emitSources>>;
};

describe("the schema", () => {
  it("is committed as it is emitted (run npm run schema)", async () => {
    const sources = emittedElsewhere();
    for (const { name, sdl } of sources) expect(committed(`subgraphs/${name}.graphql`)).toBe(sdl);
    const composed = compose(sources, compositionFacts());
    expect(committed("supergraph.graphql")).toBe(composed.supergraph);
    expect(committed("public.graphql")).toBe(composed.publicSchema);
    expect(JSON.parse(committed("policy.json"))).toEqual(composed.policy);
    for (const { name, schema } of composed.contracts) expect(committed(`contracts/${name}.graphql`)).toBe(schema);
    expect(composed.contracts.map(({ name }) => name)).toEqual(readContracts().map(({ name }) => name));
    expect(JSON.parse(committed("owners.json"))).toEqual(Object.fromEntries(emitOwners()));
  });

  it("keeps the vocabulary of disclosure out of the public schema", () =>
    expect(committed("public.graphql")).not.toMatch(/disclosure__|@closed/));
});

describe("composition gates", () => {
  const links = committed("subgraphs/reference.graphql").split("type Query")[0]!;
  const refusal = (types: string): string => {
    const enums =
      committed("subgraphs/reference.graphql")
        .match(/enum disclosure__\w+ \{[^}]*\}/g)
        ?.join("\n") ?? "";
    try {
      compose(
        [
          {
            name: "partner",
            url: "http://127.0.0.1:1/",
            sdl: `${links} ${enums} type Query { thing: Thing } ${types}`,
          },
        ],
        compositionFacts(),
      );
    } catch (error) {
      if (error instanceof CompositionRefused) return error.problems.join("\n");
      throw error;
    }
    return "accepted";
  };

  it.each([
    [
      "an unknown law",
      `type Thing { a: String @closed(tier: [AGENCY], reason: INTERNAL_AFFAIRS, basis: "NO-LAW") }`,
      /without a known legal basis/,
    ],
    [
      "an unknown reason",
      `type Thing { a: String @closed(tier: [AGENCY], reason: BECAUSE, basis: "OGI-2019-16") }`,
      /reason the law does not know/,
    ],
    ["an undecided personal field", `type Thing { contactMobile: String }`, /looks like personal data/],
    [
      "an undecided field of a personal type",
      `type Thing @personal(category: NAME) { a: String }`,
      /in a @personal type/,
    ],
    [
      "a closed field that is not nullable",
      `type Thing { a: String! @closed(tier: [AGENCY], reason: INTERNAL_AFFAIRS, basis: "OGI-2019-16") }`,
      /write it without "!"/,
    ],
    [
      "a foreign link that is not nullable",
      `type Thing { dept: Organization! } type Organization @key(fields: "id") { id: ID! }`,
      /links to an entity of reference/,
    ],
    [
      "an interface that disagrees",
      `interface Base { a: String } type Thing implements Base { a: String @closed(tier: [AGENCY], reason: INTERNAL_AFFAIRS, basis: "OGI-2019-16") }`,
      /disagree on @closed/,
    ],
  ])("refuse %s in words a partner can act on", (_case, types, message) => expect(refusal(types)).toMatch(message));
});
