/** Sixty and more ways in which a partner's SDL comes, each with its verdict: it composes, or is refused in a sentence about its own file. */
import { canonicalDocuments, canonicalise, type SubgraphSource } from "../../platform/composition/canonical.js";
import { composeDocuments } from "../../platform/composition/compose.js";
import { knownTypes } from "../../platform/composition/partner/known-types.js";
import { neighbourhood } from "../../platform/composition/partner/neighbourhood.js";
import { checkPartner, type Installation, type PartnerCheck } from "../../platform/composition/partner/index.js";
import { readInstallation } from "../../commands/partner/installation.js";

const V = (minor: number): string => `https://specs.apollo.dev/federation/v2.${minor}`;
const IMPORTS = `import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject", "@authenticated", "@requiresScopes"]`;
const FEDERATION = `extend schema @link(url: "${V(5)}", ${IMPORTS})`;
const DISCLOSURE = `@link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed", "@open", "@record"])`;
const LINKS = `${FEDERATION} ${DISCLOSURE}`;
const WHY = `reason: PERSONAL_PRIVACY, basis: "OGI-2019-15"`;
const CLOSED = `@closed(tier: [NEVER], ${WHY})`;
const ROOT = `type Query { permit(id: ID!): Permit }`;
const ORGANIZATION = `type Organization @key(fields: "id") { id: ID! }`;

/** A permit with more fields, in line 3, and more types from line 4 on. */
const permits = (fields = "", types = "", links = FEDERATION): string =>
  `${links}\n${ROOT}\ntype Permit @key(fields: "id") { id: ID! ${fields} }\n${types}`;

const INSTALLATION = readInstallation("permits", { owner: undefined, on: "2026-11-29" });

/** The one that composes the part that is met, and the one that composes all. */
const ways = [INSTALLATION, { ...INSTALLATION, whole: true }] as const;

const sourceOf = (sdl: string, overlay?: string): SubgraphSource => ({
  name: "permits",
  url: "",
  sdl,
  file: "permits.graphql",
  ...(overlay === undefined ? {} : { overlay: { sdl: overlay, file: "overlay.graphql" } }),
});

const checked = (sdl: string, overlay?: string, installation: Installation = INSTALLATION): Promise<PartnerCheck> =>
  checkPartner(sourceOf(sdl, overlay), installation);

type Variant = readonly [title: string, sdl: string, overlay?: string];
type Refused = readonly [title: string, sdl: string, sentence: RegExp, overlay?: string];

const COMPOSES: readonly Variant[] = [
  [
    "an input of which one field is to be given, as libraries print it",
    permits("find(by: By): Int", "input By @oneOf { id: ID name: String }"),
  ],
  [
    "such an input with the definition of its directive",
    permits("find(by: By): Int", "input By @oneOf { id: ID name: String } directive @oneOf on INPUT_OBJECT"),
  ],
  ["federation 2.0", permits("area: Float", "", `extend schema @link(url: "${V(0)}", import: ["@key"])`)],
  ["federation 2.14", permits("area: Float", "", `extend schema @link(url: "${V(14)}", import: ["@key"])`)],
  [
    "federation 1",
    permits("area: Float", `extend type Organization @key(fields: "id") { id: ID! @external permits: [Permit] }`, ""),
  ],
  [
    "federation 1 with an overlay",
    permits("idCardNo: String", "", ""),
    `extend type Permit { idCardNo: String ${CLOSED} }`,
  ],
  [
    "a closure under federation 2.0",
    permits(`idCardNo: String ${CLOSED}`, "", `extend schema @link(url: "${V(0)}", import: ["@key"]) ${DISCLOSURE}`),
  ],
  [
    "a schema definition with the links",
    permits("area: Float", "", `schema @link(url: "${V(3)}", import: ["@key"]) { query: Query }`),
  ],
  [
    "links in several extensions",
    permits(`idCardNo: String ${CLOSED}`, "", `${FEDERATION} extend schema ${DISCLOSURE}`),
  ],
  [
    "federation's machinery printed",
    `${FEDERATION} type Query { permit: Permit _service: _Service! _entities(representations: [_Any!]!): [_Entity]! } scalar _Any type _Service { sdl: String } union _Entity = Permit type Permit @key(fields: "id") { id: ID! }`,
  ],
  [
    "bare definitions of federation's directives",
    permits(
      "area: Float",
      "directive @tag(name: String!) repeatable on OBJECT | FIELD_DEFINITION directive @inaccessible on OBJECT | FIELD_DEFINITION",
      `extend schema @link(url: "${V(3)}", import: ["@key"])`,
    ),
  ],
  [
    "a bare definition that is used",
    permits(
      "shape: String @inaccessible",
      "directive @inaccessible on OBJECT | FIELD_DEFINITION",
      `extend schema @link(url: "${V(3)}", import: ["@key"])`,
    ),
  ],
  [
    "@skip and @include printed",
    permits(
      "area: Float",
      "directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT",
    ),
  ],
  [
    "imports under other names",
    permits(
      `idCardNo: String @shut(tier: [NEVER], ${WHY})`,
      "",
      `extend schema @link(url: "${V(5)}", import: ["@key"]) @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: [{ name: "@closed", as: "@shut" }])`,
    ),
  ],
  ["a link to an organisation", permits("holder: Organization", ORGANIZATION)],
  [
    "a field added to an organisation",
    permits("", `type Organization @key(fields: "id") { id: ID! permits(first: Int): [Permit] }`),
  ],
  [
    "a field computed from another's",
    permits(
      "",
      `type Organization @key(fields: "id") { id: ID! name: String @external permitTitle: String @requires(fields: "name") }`,
    ),
  ],
  [
    "a page of its own with our PageInfo",
    permits(
      "",
      `type PermitConnection { nodes: [Permit!] pageInfo: PageInfo! } type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String } extend type Query { permits(first: Int): PermitConnection }`,
    ),
  ],
  ["our scalar without a specification", permits("issuedOn: Date", "scalar Date")],
  [
    "a scalar of its own",
    permits("code: PermitCode", `scalar PermitCode @specifiedBy(url: "https://example.org/permit-code")`),
  ],
  ["an enum of its own", permits("state: PermitState", "enum PermitState { VALID EXPIRED }")],
  [
    "an interface of its own",
    permits(
      "",
      `interface Paper { title: String } type Plan implements Paper { title: String } extend type Query { paper: Paper }`,
    ),
  ],
  [
    "a union of its own",
    permits(
      "",
      `union Place = Site | Plot type Site { area: Float } type Plot { area: Float } extend type Query { place: Place }`,
    ),
  ],
  [
    "a closure for the owner of a row",
    permits(`ownerName: String @closed(tier: [OWNER], ${WHY}) subject: String @inaccessible`, "", LINKS).replace(
      "type Permit @key",
      `type Permit @record(subject: "subject") @key`,
    ),
  ],
  [
    "a review that found a name public",
    permits(
      `managerName: String @open(reviewed: "2026-11-01", by: "permits: names of builders are published")`,
      "",
      LINKS,
    ),
  ],
  [
    "a guard with its reason",
    permits(`note: String @requiresScopes(scopes: [["credit.read"]]) @closed(tier: [], ${WHY})`, "", LINKS),
  ],
  [
    "a guard whose reason stands in the overlay",
    permits("note: String @authenticated"),
    `extend type Permit { note: String @closed(tier: [], ${WHY}) }`,
  ],
  [
    "guards of which the overlay says once why",
    permits('note: String @authenticated file: String @requiresScopes(scopes: [["credit.read"]])'),
    `extend schema @closed(tier: [], ${WHY})`,
  ],
  [
    "a record in the overlay",
    permits("ownerName: String subject: String @inaccessible"),
    `extend type Permit @record(subject: "subject") { ownerName: String @closed(tier: [OWNER], ${WHY}) }`,
  ],
  [
    "lost directives that the overlay gives",
    permits("idCardNo: String", "", LINKS),
    `extend type Permit { idCardNo: String ${CLOSED} }`,
  ],
  ["descriptions and comments", `# a file\n${permits(`"Area (面积)." area: Float`)}`],
];

const REFUSED: readonly Refused[] = [
  ["text that is no SDL", "type {", /permits\.graphql:1 is not SDL/],
  [
    "federation 2.15",
    permits("", "", `extend schema @link(url: "${V(15)}", import: ["@key"])`),
    /links .*v2\.15, and this graph composes federation v2\.0 to v2\.14: link one of these, or none for Federation 1/,
  ],
  [
    "another version of disclosure",
    permits("", "", `${FEDERATION} @link(url: "https://specs.govgraph.example/disclosure/v3.0")`),
    /this graph speaks https:\/\/specs\.govgraph\.example\/disclosure\/v1\.0/,
  ],
  [
    "lost directives",
    permits("note: String", "", LINKS),
    /permits\.graphql:1 links .*disclosure\/v1\.0 and uses none of it: your library took the directives out of what it prints/,
  ],
  [
    "a closure without the link",
    permits(
      `note: String ${CLOSED}`,
      "directive @closed(tier: [String!]!, reason: String!, basis: String!) on FIELD_DEFINITION",
      `extend schema @link(url: "${V(5)}", import: ["@key"])`,
    ),
    /permits\.graphql:3 writes @closed and does not link .*close nothing: link it/,
  ],
  [
    "a bare definition of another shape",
    permits("", "directive @tag(label: String!) on OBJECT"),
    /permits\.graphql:4 defines @tag of its own, a name that belongs to federation/,
  ],
  [
    "an unknown directive",
    permits("note: String @secret"),
    /Permit\.note \(permits\.graphql:3\) does not compose: Unknown directive "@secret"/,
  ],
  [
    "an unknown type",
    permits("note: Nothing"),
    /Permit\.note \(permits\.graphql:3\) does not compose: Unknown type Nothing/,
  ],
  [
    "a key that is no field",
    permits().replace('"id"', '"no"'),
    /Permit \(permits\.graphql:3\) does not compose: .*@key\(fields: "no"\)/,
  ],
  [
    "a root that is not nullable",
    permits().replace("): Permit }", "): Permit! }"),
    /Query\.permit \(permits\.graphql:2\) is a root field and not nullable/,
  ],
  [
    "a foreign link that is not nullable",
    permits("holder: Organization!", ORGANIZATION),
    /Permit\.holder \(permits\.graphql:3\) links to an entity of reference and is not nullable/,
  ],
  [
    "a field of another's entity that is not nullable",
    permits("", `type Organization @key(fields: "id") { id: ID! permitCount: Int! }`),
    /Organization\.permitCount \(permits\.graphql:4\) is not nullable, and \w+ gives a Organization without it/,
  ],
  [
    "a nullable key of another's entity",
    permits("", `type Organization @key(fields: "id") { id: ID permits: [Permit] }`),
    /Organization\.id \(permits\.graphql:4\) would break clients of today .*write it as the public schema has it/,
  ],
  [
    "another's root field",
    permits("", "extend type Query { organization(id: ID): Permit }"),
    /Query\.organization \(permits\.graphql:4\) is a root field of another service: give yours another name/,
  ],
  [
    "another's field",
    permits("", `type Organization @key(fields: "id") { id: ID! name: String }`),
    /Organization\.name \(permits\.graphql:4\) is answered by reference: leave it out, or mark it @external/,
  ],
  [
    "another's field, shareable",
    permits("", `type Organization @key(fields: "id") { id: ID! name: String @shareable }`),
    /Organization\.name .* is answered by reference/,
  ],
  [
    "another's field, taken over",
    permits("", `type Organization @key(fields: "id") { id: ID! name: String @override(from: "reference") }`),
    /Organization\.name .* takes the field over from reference: .*leave @override out/,
  ],
  [
    "another's entity by a key that nobody has",
    permits("", `type Organization @key(fields: "licence") { licence: ID! permits: [Permit] }`),
    /Organization \(permits\.graphql:4\) is an entity of reference, which nobody else knows by "licence": join it by @key\(fields: "id"\)/,
  ],
  [
    "another's entity without a key",
    permits("holder: Organization", "type Organization { id: ID! }"),
    /Organization .* is an entity of reference: join it by @key\(fields: "id"\)/,
  ],
  [
    "another's value type",
    permits("", "type Measure { mine: Int }"),
    /Measure .* adds mine and leaves out .* write the same fields, @shareable, or give yours another name/,
  ],
  [
    "another kind of another's type",
    permits("", "enum Organization { A }"),
    /Organization .* is a type of reference and no enum: give yours another name/,
  ],
  [
    "a value added to another's enum",
    permits("", "enum Light { GREEN PURPLE }"),
    /Light .* adds PURPLE to an enum of other services, which clients know without/,
  ],
  [
    "a member added to another's union",
    permits("", "union CreditRecord = Permit"),
    /CreditRecord .* adds Permit to a union of credit, which clients know without/,
  ],
  [
    "our scalar, specified otherwise",
    permits("on: Date", `scalar Date @specifiedBy(url: "https://example.org/date")`),
    /Date .* is specified otherwise by yours: leave @specifiedBy out/,
  ],
  [
    "a scalar of GraphQL",
    permits("", "scalar String"),
    /String .* defines a scalar of GraphQL anew: leave the definition out/,
  ],
  [
    "our PageInfo with a field more",
    permits(
      "",
      "type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String total: Int }",
    ),
    /PageInfo .* adds total where other services declare it otherwise: write the same fields, @shareable/,
  ],
  [
    "our PageInfo with a field less",
    permits("", "type PageInfo @shareable { hasNextPage: Boolean! }"),
    /PageInfo .* leaves out endCursor, hasPreviousPage, startCursor/,
  ],
  [
    "@inaccessible on another's",
    permits("", `type Organization @inaccessible @key(fields: "id") { id: ID! }`),
    /Organization .* carries @inaccessible, which would change it for everybody/,
  ],
  [
    "@deprecated on another's key",
    permits("", `type Organization @key(fields: "id") { id: ID! @deprecated }`),
    /Organization\.id .* carries @deprecated, which would change the field for everybody/,
  ],
  [
    "a mutation",
    permits("", "type Mutation { issue(id: ID!): Permit }"),
    /Mutation\.issue .* publishes a Mutation, for which permits is not approved/,
  ],
  [
    "a subscription",
    permits("", "type Subscription { issued: Permit }"),
    /Subscription\.issued .* publishes a Subscription/,
  ],
  [
    "a root under another name",
    permits("", "type Root { a: Int }", `schema @link(url: "${V(5)}", import: ["@key"]) { query: Root }`),
    /calls its query type Root: name it Query/,
  ],
  [
    "an external field that nobody has",
    permits(
      "",
      `type Organization @key(fields: "id") { id: ID! nothing: Int @external more: Int @requires(fields: "nothing") }`,
    ),
    /Organization\.nothing .* is @external and nobody answers it/,
  ],
  [
    "an external field of another type",
    permits(
      "",
      `type Organization @key(fields: "id") { id: ID! name: Int @external more: Int @requires(fields: "name") }`,
    ),
    /Organization\.name .* write the/,
  ],
  [
    "what is computed from closed fields",
    permits(
      "",
      `type Organization @key(fields: "id") { id: ID! contact: String @external more: String @requires(fields: "contact") }`,
    ),
    /Organization\.more .* requires Organization\.contact, which fewer may read/,
  ],
  [
    "a name that looks personal",
    permits("idCardNo: String"),
    /Permit\.idCardNo \(permits\.graphql:3\) looks like personal data and carries no decision/,
  ],
  ["a pinyin name that looks personal", permits("sqrsfzh: String"), /Permit\.sqrsfzh .* looks like personal data/],
  [
    "a personal key",
    permits("", `type Holder @key(fields: "idCardNo") { idCardNo: ID! ${""} }`),
    /Holder .* has the key idCardNo, which is personal data/,
  ],
  [
    "a guard that does not say why",
    permits("note: String @authenticated"),
    /Permit\.note .* carries @authenticated and does not say why it is not open/,
  ],
  [
    "an unknown law",
    permits(`note: String @closed(tier: [NEVER], reason: PERSONAL_PRIVACY, basis: "NO-LAW")`, "", LINKS),
    /Permit\.note .* without a known legal basis/,
  ],
  [
    "a closed field with an exclamation mark",
    permits(`idCardNo: String! ${CLOSED}`, "", LINKS),
    /Permit\.idCardNo .* is closed and not nullable/,
  ],
  [
    "an audience without a record",
    permits(`idCardNo: String @closed(tier: [OWNER], ${WHY})`, "", LINKS),
    /nothing says whose a Permit is/,
  ],
  [
    "a security feature that is not known",
    permits("", "", `${FEDERATION} @link(url: "https://acme.example/secrets/v1.0", for: SECURITY)`),
    /for SECURITY, which this graph does not know/,
  ],
  [
    "an interface that is not kept",
    permits(
      "",
      "interface Paper { title: String } type Plan implements Paper { area: Float } extend type Query { paper: Paper }",
    ),
    /does not compose: .*Paper/,
  ],
  ["an overlay that is no SDL", permits("note: String"), /overlay\.graphql:1 is not SDL/, "extend {"],
  [
    "an overlay of no type",
    permits("note: String"),
    /Plan \(overlay\.graphql:1\) is no type of the schema/,
    `extend type Plan { note: String ${CLOSED} }`,
  ],
  [
    "an overlay of no field",
    permits("note: String"),
    /Permit\.text \(overlay\.graphql:1\) is no field of the schema/,
    `extend type Permit { text: String ${CLOSED} }`,
  ],
  [
    "an overlay of another type",
    permits("note: String"),
    /Permit\.note \(overlay\.graphql:1\) is String in the schema: write the same type/,
    `extend type Permit { note: Int ${CLOSED} }`,
  ],
  [
    "an overlay that decides again",
    permits(`note: String ${CLOSED}`, "", LINKS),
    /Permit\.note \(overlay\.graphql:1\) has @closed in the schema already/,
    `extend type Permit { note: String ${CLOSED} }`,
  ],
  [
    "an overlay with a directive that it does not decide",
    permits("note: String"),
    /writes @shareable, which an overlay does not decide there/,
    "extend type Permit { note: String @shareable }",
  ],
  [
    "an overlay that defines something",
    permits("note: String"),
    /overlay\.graphql:1 is not of an overlay/,
    "scalar Secret",
  ],
];

describe("SDL of a partner", () => {
  it.each(COMPOSES.map(([title, ...rest]) => [title, rest] as const))("composes: %s", async (_title, [sdl, overlay]) =>
    expect((await checked(sdl, overlay)).problems.map(({ message }) => message)).toEqual([]),
  );

  it.each(REFUSED.map(([title, ...rest]) => [title, rest] as const))(
    "is refused: %s",
    async (_title, [sdl, sentence, overlay]) => {
      const { problems } = await checked(sdl, overlay);
      expect(problems.map(({ message }) => message).join("\n")).toMatch(sentence);
      for (const { subgraph, file, line, message } of problems) {
        // Every sentence is about the partner's own file, and says where in it.
        expect([subgraph, /^(permits|overlay)\.graphql$/.test(file), typeof line]).toEqual(["permits", true, "number"]);
        expect(message).toMatch(/^permits: /);
        expect(message).not.toMatch(/undefined|\[object/);
      }
    },
  );

  it("is judged beside the part of others that it meets as beside all of them", async () => {
    for (const [title, sdl, ...rest] of [...COMPOSES, ...REFUSED]) {
      const overlay = rest.map((given) => (typeof given === "string" ? given : undefined)).find(Boolean);
      const [part, whole] = [await checked(sdl, overlay, ways[0]), await checked(sdl, overlay, ways[1])];
      const verdict = ({ problems, clients, disclosed }: PartnerCheck): unknown => [
        problems.map(({ line, name }) => [line, name]),
        clients,
        disclosed,
      ];
      expect([title, verdict(part)]).toEqual([title, verdict(whole)]);
    }
  });

  it("meets a part of others that composes without it, wherever a part tells", () => {
    const others = canonicalDocuments(INSTALLATION.others);
    const types = knownTypes(others);
    const judged = COMPOSES.map(([title, sdl, overlay]) => {
      const { document } = canonicalise({ ...sourceOf(sdl, overlay) });
      const met = neighbourhood({ subgraph: "permits", document }, others, types);
      return [title, met && (met.length === 0 || !("errors" in composeDocuments(met)))];
    });
    expect(judged).toEqual(COMPOSES.map(([title]) => [title, true]));
  });

  it("comes in more than sixty ways here", () => expect(COMPOSES.length + REFUSED.length).toBeGreaterThan(60));
});
