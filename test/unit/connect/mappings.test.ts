/** Mapping files: what is refused with which sentence, what is printed of the rest, and where secrets come from. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { credentialsOf, openBackend, readMapping, sdlOf } from "../../../platform/connect/index.js";
import { permitsMapping } from "../../support/connect/permits.js";

const GOOD = permitsMapping("https://backend.example");
const refusalOf = (text: string): string => {
  try {
    readMapping(text, "m.yaml");
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("a mapping file", () => {
  it("is YAML or JSON", () => {
    const mapping = readMapping(GOOD, "m.yaml");
    expect(readMapping(JSON.stringify(mapping), "m.json")).toEqual(mapping);
  });

  it.each<[string, string, RegExp]>([
    ["url: https://backend.example/api/v2", "url: ftp://backend.example", /m\.yaml:4: backend\.url begins with https/],
    ["url: https://backend.example/api/v2", "url: https://u:p@backend.example", /backend\.url has a password in it/],
    [
      "url: https://backend.example/api/v2",
      "url: https://backend.example/?a=1",
      /backend\.url has a query or a fragment/,
    ],
    ["secret: { env: PERMITS_TOKEN }", "secret: { value: s3cret }", /backend\.auth\.secret/],
    ["secret: { env: PERMITS_TOKEN }", "secret: s3cret", /backend\.auth\.secret/],
    ["secret: { env: PERMITS_TOKEN }", "secret: { env: GATEWAY_CONTEXT_KEYS }", /does not begin with PERMITS_/],
    ["secret: { env: PERMITS_TOKEN }", "secret: { file: housing-token }", /does not begin with permits-/],
    ["secret: { env: PERMITS_TOKEN }", "secret: { file: ../permits-token }", /is no name of a file/],
    ["timeoutMs: 500", "timeoutMs: 3000", /backend\.timeoutMs .*<=2800/],
    [
      "headers: { accept-language: zh-CN }",
      "headers: { authorization: x }",
      /is a header that the mapping does not set/,
    ],
    ["headers: { accept-language: zh-CN }", "headers: { Host: x }", /is a header that the mapping does not set/],
    ['lookup: { get: "/permits/{id}" }', 'lookup: { get: "permits/{id}" }', /types\.Permit\.lookup\.get is no path/],
    ['lookup: { get: "/permits/{id}" }', 'lookup: { get: "/permits/../{id}" }', /is no path/],
    ['lookup: { get: "/permits/{id}" }', 'lookup: { get: "/permits/%2e%2e/{id}" }', /is no path/],
    ['lookup: { get: "/permits/{id}" }', 'lookup: { get: "//{id}" }', /is no path/],
    ['lookup: { get: "/permits/{id}" }', 'lookup: { get: "/permits?id={id}" }', /is no path/],
    ['lookup: { get: "/permits/{id}" }', 'lookup: { get: "/permits/{no}" }', /\{no\} is nothing here: there is \{id\}/],
    ['lookup: { get: "/permits/{id}" }', "lookup: { get: /permits }", /types\.Permit\.lookup does not send id/],
    ['lookup: { get: "/permits/{id}" }', "", /types\.Permit has a key: say by which lookup/],
    ['lookup: { get: "/permits/{id}" }', 'lookup: { get: "/permits/{id}", many: 5 }', /goes with a key of one field/],
    ["key: id\n    record", "key: no\n    record", /types\.Permit\.key no is no field of Permit/],
    [
      "id: ID!\n      state",
      "id: ID\n      state",
      /types\.Permit\.key id is no field of Permit with a type such as ID!/,
    ],
    ["state: PermitState\n", "state: Permitstate\n", /types\.Permit\.fields\.state\.type Permitstate is no scalar/],
    ["state: PermitState\n", "state: toString\n", /toString is no scalar/],
    ['tags: "[String!]"', 'tags: "[[String]]"', /\[\[String\]\] is no type/],
    ["from: /issued,", "from: issued,", /is no JSON pointer/],
    ["convert: day-from-digits", "convert: day", /types\.Permit\.fields\.issuedOn\.convert/],
    ["reason: PERSONAL_PRIVACY", "reason: PRIVACY", /types\.Permit\.fields\.holderName\.closed\.reason/],
    ['"CN-USCC-{this.keeperUscc}"', '"CN-USCC-{this.keeper}"', /\{this\.keeper\} is nothing here/],
    ['"CN-USCC-{this.keeperUscc}"', '"CN-USCC-{keeperUscc}"', /\{keeperUscc\} is nothing here/],
    ['key: { id: "{this.buildingId}" }', 'key: { no: "{this.buildingId}" }', /gives no, and the key of Building is id/],
    ["type: Permit\n    arguments: { id: ID! }", "type: Permit!\n    arguments: { id: ID! }", /must not end with !/],
    ["connection: Permit", "connection: Nothing", /Nothing is no type of this file/],
    ["connection: Permit", "connection: Permit\n    type: Permit", /queries\.permits has a type or a connection/],
    ["arguments: { state: PermitState }", "arguments: { state: Permit }", /Permit is no type of an argument/],
    [
      "arguments: { state: PermitState }",
      "arguments: { state: PermitState, first: Int }",
      /first is the page's own argument/,
    ],
    ['query: { state: "{state}" }', 'query: { state: "{state" }', /has a brace that is no reference/],
    [
      'query: { state: "{state}" }',
      'query: { state: "{state}", skip: 5 }',
      /set the parameter skip, which the query sets too/,
    ],
    ["most: 10, first: 5", "most: 4, first: 5", /give more where nobody says how many/],
    ["post: /permits/search", "get: /permits/search", /a body goes with post/],
    ["post: /permits/search", "get: /a, post: /permits/search", /has either get or post/],
    ["CLOSED: closed", "CLOSED: open", /has two names for one value/],
    ["Building:\n    key", "PageInfo:\n    key", /types\.PageInfo is a name that is given already/],
    ["subgraph: permits", "subgraph: permits\nsecret: x", /Unrecognized key/],
    ["subgraph: permits", "subgraph: permits\nsubgraph: permits", /is not YAML \(DUPLICATE_KEY\)/],
    ["subgraph: permits", "subgraph: &a permits\ndescription: *a", /has an alias/],
    ["subgraph: permits", "subgraph: [", /is not YAML/],
  ])("%j as %j", (from, to, sentence) => {
    expect(GOOD).toContain(from);
    expect(refusalOf(GOOD.replace(from, to))).toMatch(sentence);
  });

  it("says all that is wrong at once, each with its line", () => {
    const wrong = GOOD.replace("state: PermitState\n", "state: Nothing\n").replace(
      "connection: Permit",
      "connection: None",
    );
    expect(
      refusalOf(wrong)
        .split("\n")
        .map((line) => /^m\.yaml:(\d+): /.exec(line)?.[1]),
    ).toEqual([
      String(wrong.split("\n").findIndex((line) => line.includes("Nothing")) + 1),
      String(wrong.split("\n").findIndex((line) => line.includes("None")) + 1),
    ]);
  });

  it("never repeats what stands where a secret stood", () =>
    expect(refusalOf(GOOD.replace("secret: { env: PERMITS_TOKEN }", "secret: { env: s3cret-itself }"))).not.toContain(
      "s3cret",
    ));

  it("is printed as SDL that links what it uses and no more", () => {
    const sdl = sdlOf(readMapping(GOOD, "m.yaml"));
    expect(sdl).toContain('import: ["@key", "@shareable", "@listSize"]');
    expect(sdl).toContain(
      '@link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed", "@record"])',
    );
    expect(sdl).toContain('type Organization @key(fields: "id", resolvable: false) {');
    expect(sdl).toContain("inspections: [Inspection!] @listSize(assumedSize: 3)");
    const open = readMapping(
      "subgraph: a\nbackend: { url: https://b.example }\ntypes: { A: { description: 'says \"@closed\"', fields: { a: Int } } }\nqueries: { a: { type: A, call: { get: /a } } }",
      "m.yaml",
    );
    expect(sdlOf(open)).not.toContain("disclosure");
    expect(
      buildSchema(sdlOf(open).replace(/^extend schema[\s\S]*?\n\n/, ""))
        .getQueryType()!
        .getFields()["a"],
    ).toBeDefined();
  });
});

describe("a secret", () => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-secret-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "token"), "s3cret\n");

  it.each([
    [{ kind: "bearer", secret: { file: "token" } }, { authorization: "Bearer s3cret" }, undefined],
    [{ kind: "header", name: "X-Api-Key", secret: { env: "A" } }, { "x-api-key": "of-a" }, undefined],
    [{ kind: "basic", user: "gov", secret: { env: "A" } }, { authorization: `Basic ${btoa("gov:of-a")}` }, undefined],
    [{ kind: "query", name: "key", secret: { env: "A" } }, {}, ["key", "of-a"]],
  ] as const)("%j", (auth, headers, parameter) =>
    expect(credentialsOf(auth, { environment: { A: "of-a" }, folder })).toEqual({ headers, parameter }),
  );

  it.each([{ env: "NONE" }, { env: "EMPTY" }, { file: "none" }, { file: "." }])("%j is missing", (secret) =>
    expect(() => credentialsOf({ kind: "bearer", secret }, { environment: { EMPTY: " " }, folder })).toThrow(
      "is not set or empty",
    ),
  );

  it("that no header carries is refused, and not repeated", () => {
    const refuse = (): unknown =>
      credentialsOf({ kind: "bearer", secret: { env: "A" } }, { environment: { A: "s3c\r\nx: y" }, folder });
    expect(refuse).toThrow("The secret in A has characters that no header carries.");
  });
});

describe("the address of a backend", () => {
  it.each([
    ["http://10.0.0.7", "use https"],
    ["https://169.254.169.254", "is no address of a service"],
    ["https://[fd00:ec2::254]", "is no address of a service"],
    ["http://0.0.0.0", "is no address of a service"],
  ])("%s is refused", (url, sentence) =>
    expect(() =>
      openBackend(
        readMapping(GOOD.replace("https://backend.example", url), "m.yaml").backend,
        credentialsOf(undefined, { environment: {}, folder: "" }),
      ),
    ).toThrow(sentence),
  );

  it("whose name stands for another machine is not asked without TLS", async () => {
    const { backend } = readMapping(GOOD.replace("https://backend.example", "http://backend.invalid"), "m.yaml");
    const opened = openBackend(backend, credentialsOf(undefined, { environment: {}, folder: "" }));
    const request = { method: "GET", target: "/", headers: {}, body: undefined, name: "GET /", absent: [] } as const;
    await expect(opened.ask(request, new AbortController().signal)).rejects.toMatchObject({ cause: "connection" });
    await opened.close();
  });
});
