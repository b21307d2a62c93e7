/** `npm run partner -- check`: what the command prints, how it exits, and where it says that something stands. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath } from "../../platform/config/index.js";

const root = mkdtempSync(join(tmpdir(), "partner-"));
afterAll(() => rmSync(root, { recursive: true }));

const LINKS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"]) @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed"])`;
const PERMITS = `${LINKS}
type Query {
  permit(id: ID!): Permit
}
type Permit @key(fields: "id") {
  id: ID!
  holder: Organization
  contactName: String @closed(tier: [NEVER], reason: PERSONAL_PRIVACY, basis: "OGI-2019-15")
}
type Organization @key(fields: "id") {
  id: ID!
}`;

const file = (name: string, text: string): string => {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
};

const run = (...words: string[]): { status: number | null; output: string; error: string } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [projectPath("dist/commands/partner.js"), "check", ...words],
    { encoding: "utf8" },
  );
  return { status, output: stdout, error: stderr };
};

describe("the command", () => {
  const good = file("permits.graphql", PERMITS);
  const bad = file("bad.graphql", PERMITS.replace("holder: Organization", "holder: Organization!"));

  it("says what becomes public, what becomes closed and why, and exits 0", () => {
    const { status, output } = run("permits", good);
    expect(output).toMatch(/^permits \(.*permits\.graphql\) composes with 7 other subgraphs\.$/m);
    expect(output).toMatch(/^Becomes public: 3 fields\n {2}Query: permit\n {2}Permit: id, holder$/m);
    expect(output).toContain(
      "Permit.contactName is read by no one: Personal privacy, Regulations on Open Government Information, article 15.",
    );
    expect(output).toMatch(/^For clients of today\n {2}nothing changes but what is added\.$/m);
    expect(status).toBe(0);
  });

  it("names file, line and field of what is to be mended, and exits 1", () => {
    const { status, output } = run("permits", bad);
    expect(status).toBe(1);
    expect(output).toContain(
      `permits: Permit.holder (${bad}:7) links to an entity of reference and is not nullable: write it without "!"`,
    );
  });

  it("prints the same as JSON and as annotations", () => {
    expect(JSON.parse(run("permits", bad, "--json").output)).toMatchObject({
      composes: false,
      problems: [{ subgraph: "permits", file: bad, line: 7, column: 3, name: "Permit.holder" }],
    });
    const { status, output } = run("permits", bad, "--format", "github");
    expect(output).toContain(`::error file=${bad},line=7,col=3,title=Permit.holder::permits: Permit.holder (`);
    expect(status).toBe(1);
  });

  it("takes closures from an overlay", () => {
    const open = file(
      "open.graphql",
      PERMITS.replace(/ @closed\(.*\)$/m, "").replace(/ @link\([^)]*disclosure[^)]*\)/, ""),
    );
    expect(run("permits", open).output).toMatch(/Permit\.contactName .* looks like personal data/);
    const overlay = file(
      "overlay.graphql",
      `extend type Permit { contactName: String @closed(tier: [NEVER], reason: PERSONAL_PRIVACY, basis: "OGI-2019-15") }`,
    );
    expect(run("permits", open, "--overlay", overlay)).toMatchObject({ status: 0 });
  });

  it.each([
    ["a service's name", ["credit", good], /credit is a service of this installation/],
    ["a name that is none", ["Housing Bureau", good], /is no name of a subgraph/],
    ["a file that is not there", ["permits", join(root, "nothing")], /There is nothing at/],
    ["a folder", ["permits", root], /is no file/],
    ["an owner that is none", ["permits", good, "--owner", "CN-USCC-1"], /is no organisation/],
    ["a day that is none", ["permits", good, "--on", "tomorrow"], /is not a day/],
  ])("refuses %s with a sentence", (_case, words, sentence) => {
    const { status, error } = run(...words);
    expect([status, error.trim().split("\n").length]).toEqual([1, 1]);
    expect(error).toMatch(sentence);
  });

  it("writes nothing in the repository", () => {
    const committed = readFileSync(projectPath("schema/supergraph.graphql"), "utf8");
    run("permits", good, "--owner", "CN-USCC-11990101MB0001302L");
    expect(readFileSync(projectPath("schema/supergraph.graphql"), "utf8")).toBe(committed);
    expect(committed).not.toContain("PERMITS");
  });

  it("explains itself", () => expect(run("--help").output).toMatch(/<name>[\s\S]*--overlay <file>[\s\S]*Example:/));
});

describe("contracts in a check", () => {
  const tagged = PERMITS.replace(`import: ["@key"]`, `import: ["@key", "@tag"]`);

  it("are told with what the file adds to each", () => {
    const { status, output } = run(
      "permits",
      file(
        "tagged.graphql",
        tagged
          .replace("permit(id: ID!): Permit", `permit(id: ID!): Permit @tag(name: "partner")`)
          .replace("holder: Organization", `holder: Organization @tag(name: "partner")`),
      ),
    );
    expect(output).toMatch(
      /^Contracts\n {2}open-data: adds Query\.permit, Permit\.id, Permit\.holder\.\n {2}partner: adds Query\.permit, Permit\.holder\.$/m,
    );
    expect(status).toBe(0);
  });

  it.each([
    [
      "a field whose type is in no contract",
      tagged.replace("permit(id: ID!): Permit", `permit(id: ID!): Permit @tag(name: "partner")`),
      /permits: Query\.permit \(.*one\.graphql:3\), contract partner: is tagged into it, and nothing is there/,
    ],
    [
      "an argument that must be given and is left out",
      tagged.replace("permit(id: ID!): Permit", "permit(by: By!): Permit") +
        `\ninput By @tag(name: "signed-in") { id: ID }`,
      /permits: Query\.permit\(by:\) \(.*one\.graphql:3\), contract open-data: must be given and is a By/,
    ],
    [
      "a tag on another's type",
      tagged.replace(
        `type Organization @key(fields: "id")`,
        `type Organization @key(fields: "id") @tag(name: "signed-in")`,
      ),
      /permits: Organization \(.*one\.graphql:10\) carries @tag, which would change it for everybody/,
    ],
  ])("refuse %s, in part and in whole alike", (_case, sdl, sentence) => {
    const path = file("one.graphql", sdl);
    const [part, whole] = [run("permits", path), run("permits", path, "--whole")];
    expect([part.status, whole.status]).toEqual([1, 1]);
    for (const { output } of [part, whole]) expect(output).toMatch(sentence);
  });

  it("reach an organisation as they do in the whole", () => {
    const path = file(
      "reached.graphql",
      tagged
        .replace(
          `type Organization @key(fields: "id") {`,
          `type Organization @key(fields: "id") {\n  permits: [Permit] @tag(name: "partner")`,
        )
        .replace("  id: ID!\n  holder", `  id: ID! @tag(name: "partner")\n  holder`),
    );
    for (const whole of [[], ["--whole"]]) {
      const { status, output } = run("permits", path, ...whole);
      expect(output).toMatch(
        /^ {2}partner: adds (Organization\.permits, Permit\.id|Permit\.id, Organization\.permits)\.$/m,
      );
      expect(status).toBe(0);
    }
  });

  it("say of a tag that none of them knows which there are", () =>
    expect(
      run(
        "permits",
        file("unknown.graphql", tagged.replace("holder: Organization", `holder: Organization @tag(name: "opendata")`)),
      ).output,
    ).toMatch(
      /Permit\.holder \(.*unknown\.graphql:7\) is tagged opendata, which no contract takes or leaves: known are partner, signed-in\./,
    ));

  it("take tags from an overlay", () => {
    const overlay = file(
      "tags.graphql",
      `extend type Query { permit: Permit @tag(name: "partner") }\nextend type Permit @tag(name: "partner")`,
    );
    expect(run("permits", file("plain.graphql", PERMITS), "--overlay", overlay).output).toMatch(
      /^ {2}partner: adds Query\.permit, Permit\.id/m,
    );
  });
});
