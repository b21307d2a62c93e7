/** The gates of composition: what refuses a schema, where it says so, and what it says to write instead. */
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { createApolloGatewayLoader } from "../../gateway/engine/apollo/apollo-gateway-engine.js";
import { projectPath, registeredServices } from "../../platform/config/index.js";
import { negativeList, type PolicyTable } from "../../platform/disclosure/table/index.js";
import { type Tier, TIERS } from "../../platform/disclosure/vocabulary/index.js";
import {
  compose,
  type Composition,
  CompositionRefused,
  type SubgraphSource,
} from "../../platform/composition/index.js";
import { compositionFacts } from "../../schema/sources.js";

const FACTS = {
  ...compositionFacts(),
  subgraphs: new Map(["partner", "other"].map((name) => [name, { enforces: false, owner: { zh: name, en: name } }])),
};
const OURS = {
  ...FACTS,
  subgraphs: new Map([["partner", { enforces: true, owner: { zh: "partner", en: "partner" } }]]),
};
const FEDERATION = `@link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@composeDirective", "@authenticated", "@requiresScopes", "@policy", "@interfaceObject"])`;
const DISCLOSURE = `@link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed", "@open", "@personal", "@purpose", "@aggregate", "@record"])`;
const LINKS = `extend schema ${FEDERATION} ${DISCLOSURE}`;
const WHY = `reason: INTERNAL_AFFAIRS, basis: "OGI-2019-16"`;
const SECRET = `@closed(tier: [NEVER], ${WHY})`;

/** The subgraph `partner`; its types begin in line 4. */
const partner = (types: string, links = LINKS): SubgraphSource => ({
  name: "partner",
  url: "http://127.0.0.1:1/",
  sdl: `${links}\n\ntype Query { thing: Thing }\n${types}`,
  file: "partner.graphql",
});
const other = (types: string): SubgraphSource => ({
  name: "other",
  url: "http://127.0.0.1:2/",
  sdl: `${LINKS}\n\ntype Query { others: Int }\n${types}`,
  file: "other.graphql",
});

const composed = (sources: SubgraphSource[], facts = FACTS): Composition => compose(sources, facts);
const problemsOf = (sources: SubgraphSource[], facts = FACTS): readonly string[] => {
  try {
    composed(sources, facts);
  } catch (error) {
    if (error instanceof CompositionRefused) return error.problems;
    throw error;
  }
  return [];
};

describe("a gate refuses", () => {
  it.each<[string, string, RegExp]>([
    [
      "an unknown law",
      `type Thing { a: String @closed(tier: [NEVER], reason: INTERNAL_AFFAIRS, basis: "NO-LAW") }`,
      /without a known legal basis: name an id of schema\/legal-bases\.json/,
    ],
    [
      "an unknown reason",
      `type Thing { a: String @closed(tier: [NEVER], reason: BECAUSE, basis: "OGI-2019-16") }`,
      /reason the law does not know: use one of STATE_SECRET/,
    ],
    [
      "an unknown audience",
      `type Thing { a: String @closed(tier: [FRIENDS], ${WHY}) }`,
      /unknown audience: tier is a list of MASKED/,
    ],
    [
      "a name of the gateway's aliases",
      `type Thing { gg_0: String }`,
      /begins with gg_, as the gateway's own names do/,
    ],
    ["a name of the gateway's facts", `type Thing { disclosure__type: String }`, /begins with disclosure__/],
    [
      "[G09] a field that an interface object requires",
      `type Thing @key(fields: "id") @interfaceObject { id: ID! title: String @external grade: String @requires(fields: "title") }`,
      /Thing\.grade .*requires a field of an interface object/,
    ],
    [
      "[G09] a required field with arguments",
      `type Thing @key(fields: "id") { id: ID! price(in: String): Int @external cost: Int @requires(fields: "price(in: \\"EUR\\")") }`,
      /Thing\.cost .*requires a field with arguments/,
    ],
    ["no audience", `type Thing { a: String @closed(tier: [], ${WHY}) }`, /names no audience/],
    [
      "NEVER and another audience",
      `type Thing { a: String @closed(tier: [NEVER, SHARED], ${WHY}) }`,
      /NEVER stands alone/,
    ],
    [
      "an end that is no day",
      `type Thing { a: String @closed(tier: [NEVER], ${WHY}, until: "soon") }`,
      /until: "YYYY-MM-DD"/,
    ],
    [
      "an unknown mask",
      `type Thing { a: String @closed(tier: [MASKED], ${WHY}, mask: HASH) }`,
      /unknown mask: use one of NAME/,
    ],
    [
      "MASKED without a mask",
      `type Thing { a: String @closed(tier: [MASKED], ${WHY}) }`,
      /MASKED and no mask: add mask/,
    ],
    [
      "a mask that nobody sees",
      `type Thing { a: String @closed(tier: [SHARED], ${WHY}, mask: NAME) }`,
      /mask that nobody would see/,
    ],
    [
      "a mask on what is no text",
      `type Thing { a: [String] @closed(tier: [MASKED], ${WHY}, mask: NAME) }`,
      /not a String/,
    ],
    [
      "an identity number that the public would see in part",
      `type Thing { a: String @closed(tier: [MASKED], ${WHY}, mask: ID_NUMBER) }`,
      /would show the public an identity number/,
    ],
    [
      "the same for everyone who signs in",
      `type Thing { a: String @closed(tier: [MASKED], ${WHY}, mask: ID_NUMBER) @authenticated }`,
      /would show the public an identity number/,
    ],
    ["a closed field that is not nullable", `type Thing { a: String! ${SECRET} }`, /write it without "!"/],
    [
      "a foreign link that is not nullable",
      `type Thing { dept: Organization! } type Organization @key(fields: "id") { id: ID! }`,
      /links to an entity of reference/,
    ],
    [
      "an undecided personal field",
      `type Thing { contactMobile: String }`,
      /looks like personal data and carries no decision: write @closed\(tier, reason, basis\), or @open/,
    ],
    [
      "an undecided field of a personal type",
      `type Thing @personal(category: NAME) { a: String }`,
      /in a @personal type/,
    ],
    ["an undecided personal mark", `type Thing { a: String @personal(category: NAME) }`, /marked @personal/],
    [
      "two decisions",
      `type Thing { a: String ${SECRET} @open(reviewed: "2026-01-01", by: "us") }`,
      /both @closed and @open/,
    ],
    [
      "a review without a day",
      `type Thing { a: String @open(reviewed: "yesterday", by: "us") }`,
      /open without a review/,
    ],
    ["a review by nobody", `type Thing { a: String @open(reviewed: "2026-01-01", by: " ") }`, /open without a review/],
    [
      "an interface that disagrees",
      `interface Base { a: String } type Thing implements Base { a: String ${SECRET} }`,
      /disagree on @closed or its guards: write the same on both/,
    ],
    [
      "an interface whose guard is lost",
      `interface Base { a: String ${SECRET} @authenticated } type Thing implements Base { a: String ${SECRET} }`,
      /disagree on @closed or its guards/,
    ],
    [
      "a guard on a type",
      `type Thing @authenticated { a: String }`,
      /Thing \(partner\.graphql:4\) carries @authenticated as a whole: write it on each field/,
    ],
    [
      "a guard on a scalar",
      `scalar Code @requiresScopes(scopes: [["a"]]) type Thing { a: Code }`,
      /carries @requiresScopes as a whole/,
    ],
    [
      "a guard that does not say why",
      `type Thing { a: String @requiresScopes(scopes: [["a"]]) }`,
      /does not say why it is not open: write @closed\(tier: \[\], reason, basis\)/,
    ],
    [
      "purposes of an open field",
      `type Thing { a: String @purpose(codes: ["x"], basis: "OGI-2019-16") }`,
      /states purposes and is open/,
    ],
    [
      "purposes without a law",
      `type Thing { a: String ${SECRET} @purpose(codes: ["x"], basis: "NO-LAW") }`,
      /purposes without a known legal basis/,
    ],
    [
      "purposes without a code",
      `type Thing { a: String ${SECRET} @purpose(codes: [], basis: "OGI-2019-16") }`,
      /states no purpose: list at least one code/,
    ],
    [
      "an audience that no row can tell",
      `type Thing { a: String @closed(tier: [OWNER], ${WHY}) }`,
      /nothing says whose a Thing is: write @record\(subject: "…"\)/,
    ],
    [
      "a record path that is no field",
      `type Thing @record(agency: "keeper.uscc") { a: String @closed(tier: [AGENCY], ${WHY}) keeper: Keeper } type Keeper { name: String }`,
      /no field of Thing: declare it there, @inaccessible/,
    ],
    [
      "a record path through a list",
      `type Thing @record(agency: "keepers.uscc") { a: String @closed(tier: [AGENCY], ${WHY}) keepers: [Keeper] } type Keeper { uscc: String }`,
      /no field of Thing/,
    ],
    [
      "a closed key",
      `type Thing @key(fields: "a") { a: String ${SECRET} }`,
      /Thing \(partner\.graphql:4\) has the key a, which is closed: a key travels to every subgraph/,
    ],
    [
      "a key that is personal data",
      `type Thing @key(fields: "idNumber") { idNumber: ID! a: String }`,
      /has the key idNumber, which is personal data.*write @key\(fields: "id"\)/,
    ],
    [
      "a key within a key that is",
      `type Thing @key(fields: "owner { mobile }") { owner: Person } type Person { mobile: String }`,
      /has the key mobile, which is personal data/,
    ],
    ["a small least group", `type Thing { a: Int @aggregate(minGroup: 3) }`, /minGroup is at least 5/],
    [
      "an aggregate with a free filter",
      `type Thing { a(name: String): Int @aggregate(minGroup: 5) }`,
      /free argument name: take groupings from an enum/,
    ],
  ])("%s", (_case, types, message) => {
    const problems = problemsOf([partner(types)]);
    expect(problems.join("\n")).toMatch(message);
    // Each says whose it is, where it stands, and something to do.
    for (const problem of problems) expect(problem).toMatch(/^partner: \w+(\.\w+)? \(partner\.graphql:4\) /);
  });

  it("accepts the same where it is done as the message says", () => {
    expect(
      problemsOf([
        partner(`
        type Thing @key(fields: "id") @record(subject: "ownerHash", agency: "keeper.uscc", division: "division") {
          id: ID! ownerHash: String @inaccessible division: String keeper: Keeper
          a: String @closed(tier: [OWNER, AGENCY, SUPERVISOR], ${WHY}, until: "2020-01-01")
          name: String @closed(tier: [MASKED, OWNER], ${WHY}, mask: NAME)
          idNumber: String @closed(tier: [MASKED, OWNER], ${WHY}, mask: ID_NUMBER) @requiresScopes(scopes: [["id.read"]])
          scoped: String @closed(tier: [], ${WHY}) @requiresScopes(scopes: [["a"]])
          stats(by: Grouping, year: Int): Int @aggregate(minGroup: 5)
        }
        enum Grouping { COUNTY }
        type Keeper { uscc: String }`),
      ]),
    ).toEqual([]);
  });

  it("reads properties of rows, not fields, where the subgraph is one of ours", () => {
    const types = `type Thing @record(agency: "deptUscc") { a: String @closed(tier: [AGENCY], ${WHY}) }`;
    expect(problemsOf([partner(types)]).join()).toMatch(/no field of Thing/);
    expect(problemsOf([partner(types)], OURS)).toEqual([]);
  });
});

describe("[C04] a field that is computed from another", () => {
  const closure = (tier: Tier): string => `@closed(tier: [${tier}], ${WHY}${tier === "MASKED" ? ", mask: NAME" : ""})`;
  const problems = (own: string, input: string): readonly string[] =>
    problemsOf([
      partner(
        `type Thing @key(fields: "id") @record(subject: "s", agency: "s", division: "s") { id: ID! s: String @shareable secret: String ${input} }`,
      ),
      other(
        `type Thing @key(fields: "id") @record(subject: "s", agency: "s", division: "s") { id: ID! s: String @shareable secret: String @external derived: String ${own} @requires(fields: "secret") }`,
      ),
    ]);

  const pairs = TIERS.flatMap((one, index) => TIERS.slice(index + 1).map((two) => [one, two] as const));
  it("has 15 pairs of audiences", () => expect(pairs).toHaveLength(15));

  it.each(pairs)("for %s must not need what is for %s, nor the other way round", (one, two) => {
    const [forward, backward] = [problems(closure(one), closure(two)), problems(closure(two), closure(one))];
    // NEVER is read by no one: whoever computes from it tells, and what is told to no one tells nothing.
    expect([forward.length, two === "NEVER" ? backward : backward.length]).toEqual([1, two === "NEVER" ? [] : 1]);
    expect(forward[0]).toMatch(
      /^other: Thing\.derived \(other\.graphql:4\) requires Thing\.secret, which fewer may read: .*write @closed\(tier: \[/,
    );
  });

  it("must not be open, and may be for the same or fewer", () => {
    const fewer = [expect.stringContaining("requires Thing.secret, which fewer may read")];
    const owner = closure("OWNER");
    const both = `@closed(tier: [OWNER, AGENCY], ${WHY})`;
    const scopes = (...lists: string[]): string => `${owner} @requiresScopes(scopes: [${lists.join()}])`;
    expect(problems("", owner)).toEqual(fewer);
    expect(problems(owner, owner)).toEqual([]);
    expect(problems(owner, "")).toEqual([]);
    expect(problems(owner, both)).toEqual([]);
    expect(problems(both, owner)).toEqual(fewer);
    expect(problems(owner, `${owner} @authenticated`)).toEqual(fewer);
    expect(problems(scopes(`["a", "b"]`), scopes(`["a"]`))).toEqual([]);
    expect(problems(scopes(`["a"]`, `["b"]`), scopes(`["a"]`))).toEqual(fewer);
  });
});

describe("fields of several subgraphs", () => {
  it("are closed alike, or refused", () => {
    const thing = (closure: string): string =>
      `type Thing @key(fields: "id") { id: ID! a: String @shareable ${closure} }`;
    expect(problemsOf([partner(thing(SECRET)), other(thing(""))])).toEqual([
      "other: Thing.a (other.graphql:4) and partner: Thing.a (partner.graphql:4) disagree on @closed or its guards: write the same in both subgraphs.",
    ]);
    expect(problemsOf([partner(thing(SECRET)), other(thing(SECRET))])).toEqual([]);
    expect(problemsOf([partner(thing(SECRET)), other(thing(`${SECRET} @authenticated`))])).toEqual([
      expect.stringMatching(/^other: Thing\.a .* disagree on @closed or its guards/),
    ]);
  });

  it("are not provided past the subgraph that closes them", () => {
    const problems = problemsOf([
      partner(`type Thing @key(fields: "id") { id: ID! a: String @shareable ${SECRET} }`),
      other(
        `extend type Query { fast: Thing @provides(fields: "a") } type Thing @key(fields: "id") { id: ID! a: String @external }`,
      ),
    ]);
    expect(problems.join()).toMatch(
      /^other: Query\.fast \(other\.graphql:4\) provides Thing\.a, which partner closes: take it out of @provides/,
    );
  });
});

describe("[C02] links", () => {
  const types = (names: Record<string, string> = {}): string => {
    const name = (canonical: string): string => names[canonical] ?? canonical;
    return `type Thing @${name("key")}(fields: "id") @${name("record")}(subject: "s") { id: ID! s: String
      a: String @${name("closed")}(tier: [OWNER], ${WHY})
      phone: String @${name("open")}(reviewed: "2026-01-01", by: "us")
      b: String @${name("closed")}(tier: [], ${WHY}) @${name("authenticated")}
    }`;
  };
  const plain = (): PolicyTable => composed([partner(types())]).policy;
  const rules = ({ fields, opened, records, hash }: PolicyTable): unknown => ({ fields, opened, records, hash });

  it.each<[string, string, Record<string, string>]>([
    [
      "names given by import",
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@key", as: "@primary" }, "@shareable", { name: "@authenticated", as: "@login" }])
       @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: [{ name: "@closed", as: "@shut" }, { name: "@record", as: "@row" }, { name: "@open", as: "@free" }, { name: "Tier", as: "Who" }])`,
      { key: "primary", closed: "shut", record: "row", open: "free", authenticated: "login" },
    ],
    [
      "names with a prefix of their own",
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed", import: ["@key"]) @link(url: "https://specs.govgraph.example/disclosure/v1.0", as: "gov")`,
      { closed: "gov__closed", record: "gov__record", open: "gov__open", authenticated: "fed__authenticated" },
    ],
    [
      "names with the prefix of the specification",
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) @link(url: "https://specs.govgraph.example/disclosure/v1.0")`,
      {
        closed: "disclosure__closed",
        record: "disclosure__record",
        open: "disclosure__open",
        authenticated: "federation__authenticated",
      },
    ],
    [
      "the guard's own specification",
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) @link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "login", for: SECURITY) ${DISCLOSURE}`,
      { authenticated: "login" },
    ],
  ])("by %s give the same table", (_case, links, names) => {
    // Links are one line, so that places are comparable.
    const renamed = composed([partner(types(names), links.replaceAll(/\s+/g, " "))]);
    expect(rules(renamed.policy)).toEqual(rules(plain()));
    expect(renamed.policy.fields).toHaveLength(2);
    expect(renamed.policy.records).toEqual({ partner: { Thing: { subject: "s" } } });
    expect(renamed.supergraph).toContain("@closed(");
  });

  it("in one subgraph under other names compose with those of another", () => {
    const links = `extend schema ${FEDERATION} @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: [{ name: "@closed", as: "@shut" }]) @composeDirective(name: "@shut")
      directive @shut(tier: [disclosure__Tier!]!, reason: disclosure__Reason!, basis: String!, until: String, mask: disclosure__Mask) on FIELD_DEFINITION
      enum disclosure__Tier { NEVER } enum disclosure__Reason { INTERNAL_AFFAIRS } enum disclosure__Mask { NAME }`;
    const { supergraph, policy } = composed([
      { ...partner(`type Thing { a: String @shut(tier: [NEVER], ${WHY}) }`, links) },
      other(`type Another { a: String ${SECRET} }`),
    ]);
    expect(policy.fields.map(({ type }) => type)).toEqual(["Another", "Thing"]);
    expect(supergraph).not.toContain("@shut");
  });

  it.each<[string, string, RegExp]>([
    [
      "an unknown security feature",
      `${LINKS} @link(url: "https://acme.example/secrets/v1.0", for: SECURITY)`,
      /^partner: partner\.graphql:1 links https:\/\/acme\.example\/secrets\/v1\.0 for SECURITY, which this graph does not know and would not enforce: use @authenticated/,
    ],
    [
      "an unknown feature of execution",
      `${LINKS} @link(url: "https://acme.example/cache/v1.0", for: EXECUTION)`,
      /for EXECUTION, which this graph does not know/,
    ],
    [
      "another version of the vocabulary",
      `extend schema ${FEDERATION} @link(url: "https://specs.govgraph.example/disclosure/v2.0")`,
      /this graph speaks https:\/\/specs\.govgraph\.example\/disclosure\/v1\.0: write that URL/,
    ],
    [
      "another version of a guard",
      `${LINKS} @link(url: "https://specs.apollo.dev/policy/v9.9", for: SECURITY)`,
      /import the directive from federation instead/,
    ],
    [
      "a directive that takes one of our names",
      `extend schema ${FEDERATION} @link(url: "https://specs.govgraph.example/disclosure/v1.0", as: "gov") directive @closed on OBJECT`,
      /partner\.graphql:1 defines @closed of its own.*give yours another name/,
    ],
    [
      "another name of the root",
      `${LINKS} schema { query: Root } type Root { a: Int }`,
      /calls its query type Root: name it Query/,
    ],
    ["text that is no SDL", `${LINKS} type {`, /^partner: partner\.graphql:1 is not SDL/],
  ])("refuse %s", (_case, links, message) =>
    expect(problemsOf([partner(`type Thing { a: Int }`, links)]).join("\n")).toMatch(message),
  );

  it("leave other features alone", () =>
    expect(
      problemsOf([partner(`type Thing { a: Int }`, `${LINKS} @link(url: "https://acme.example/docs/v1.0")`)]),
    ).toEqual([]));

  it("of guards start a gateway, which enforces them from the table", async () => {
    const { supergraph } = composed([partner(types())]);
    expect(supergraph).toContain("for: SECURITY");
    const engine = await createApolloGatewayLoader()(supergraph, () => ({ ask: async () => ({}) }), {
      closedFields: new Set(),
      isSameForAll: () => false,
    });
    expect(engine.schema.getType("Thing")).toBeDefined();
    await engine.stop();
  });
});

describe("an end that has passed", () => {
  it("composes, keeps the field closed, and is listed as overdue", () => {
    const { policy } = composed([
      partner(
        `type Thing { a: String @closed(tier: [NEVER], ${WHY}, until: "2026-09-27") b: String @closed(tier: [NEVER], ${WHY}, until: "2026-09-28") }`,
      ),
    ]);
    expect(negativeList(policy, "en", "2026-09-28").map(({ field, overdue }) => [field, overdue])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });
});

describe("the table", () => {
  it("holds every decision, the share of open fields, the owner and the laws", () => {
    const { policy } = composed([
      partner(`
      type Thing @key(fields: "id") @personal(category: CONTACT) {
        id: ID! @open(reviewed: "2026-01-01", by: "us: minted")
        phone: String @closed(tier: [NEVER], ${WHY}) @purpose(codes: ["care"], basis: "PIPL-2021-13")
        scoped: String @closed(tier: [], ${WHY}) @requiresScopes(scopes: [["a"], ["b", "c"]]) @policy(policies: [["p"]]) @authenticated
        page: ThingConnection @open(reviewed: "2026-01-01", by: "us")
        count: Int @aggregate(minGroup: 7) @open(reviewed: "2026-01-01", by: "us")
      }
      type ThingConnection { nodes: [Thing] }`),
    ]);
    expect(policy.subgraphs).toEqual({
      partner: {
        enforces: false,
        owner: { zh: "partner", en: "partner" },
        hash: expect.any(String),
        fields: 5,
        closed: 2,
      },
    });
    expect(policy.fields).toEqual([
      expect.objectContaining({ field: "phone", tier: ["NEVER"], purpose: { codes: ["care"], basis: "PIPL-2021-13" } }),
      expect.objectContaining({
        field: "scoped",
        tier: [],
        requires: { authenticated: true, scopes: [["a"], ["b", "c"]], policies: [["p"]] },
      }),
    ]);
    expect(policy.personal).toEqual([{ subgraph: "partner", type: "Thing", category: "CONTACT" }]);
    expect(policy.aggregates).toEqual([{ subgraph: "partner", type: "Thing", field: "count", minGroup: 7 }]);
    expect(policy.opened.map(({ field, by }) => [field, by])).toContainEqual(["id", "us: minted"]);
    expect(policy.bases).toEqual({
      "OGI-2019-16": { lawName: "中华人民共和国政府信息公开条例", articleNo: "第十六条" },
      "PIPL-2021-13": { lawName: "中华人民共和国个人信息保护法", articleNo: "第十三条" },
    });
  });

  it("has a hash for each subgraph that changes with its own rules alone", () => {
    const hashes = (a: string, b: string): string[] =>
      Object.values(
        composed([partner(`type Thing { a: String ${a} }`), other(`type Another { a: String ${b} }`)]).policy.subgraphs,
      ).map(({ hash }) => hash);
    const [otherBefore, partnerBefore] = hashes(SECRET, "");
    const [otherAfter, partnerAfter] = hashes(SECRET, SECRET);
    expect(partnerAfter).toBe(partnerBefore);
    expect(otherAfter).not.toBe(otherBefore);
  });

  it("is registered for every subgraph of the product, with an owner", () => {
    const { subgraphs } = JSON.parse(readFileSync(projectPath("schema/policy.json"), "utf8")) as PolicyTable;
    expect(Object.keys(subgraphs)).toEqual([...registeredServices(), "gateway"].sort());
    for (const [name, { owner, enforces }] of Object.entries(subgraphs))
      expect([name, enforces, owner.id, /[\p{Script=Han}]/u.test(owner.zh)]).toEqual([
        name,
        true,
        expect.stringMatching(/^CN-USCC-/),
        true,
      ]);
  });
});
