/** `npm run schema -- diff`: what changed in what is disclosed, and whether somebody loses protection. */
import "reflect-metadata";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath } from "../../platform/config/index.js";
import { comparePolicies } from "../../schema/diff.js";

const LINKS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"]) @link(url: "https://specs.govgraph.example/disclosure/v1.0", import: ["@closed", "@record"])`;
const WHY = `reason: INTERNAL_AFFAIRS, basis: "OGI-2019-16"`;

const root = mkdtempSync(join(tmpdir(), "diff-"));
afterAll(() => rmSync(root, { recursive: true }));

const sdlIn = (folder: string, fields: string, record = `subject: "s"`): string => {
  mkdirSync(join(root, folder), { recursive: true });
  const path = join(root, folder, "partner.graphql");
  writeFileSync(path, `${LINKS} type Query { a: Int } type Thing @record(${record}) { s: String ${fields} }`);
  return path;
};

const closed = (tiers: string, more = ""): string => `x: String @closed(tier: [${tiers}], ${WHY}${more})`;

describe("the difference of two policies", () => {
  it.each<[string, string, string, [string, boolean][]]>([
    ["nothing", closed("OWNER"), closed("OWNER"), []],
    ["a field that was closed and is open", closed("OWNER"), "x: String", [["NEWLY_PUBLIC", true]]],
    ["a field that was closed and is gone", closed("OWNER"), "", [["REMOVED", false]]],
    ["a field that was open and is closed", "x: String", closed("OWNER"), [["NEWLY_CLOSED", false]]],
    ["a new field that is closed", "", closed("OWNER"), [["NEWLY_CLOSED", false]]],
    ["more readers", closed("OWNER"), closed("OWNER, AGENCY"), [["WEAKER", true]]],
    ["readers where there were none", closed("NEVER"), closed("SUPERVISOR"), [["WEAKER", true]]],
    ["a mask where there was nothing", closed("OWNER"), closed("OWNER, MASKED", ", mask: NAME"), [["WEAKER", true]]],
    ["fewer readers", closed("OWNER, AGENCY"), closed("OWNER"), [["STRONGER", false]]],
    ["no readers any more", closed("OWNER"), closed("NEVER"), [["STRONGER", false]]],
    ["other readers", closed("OWNER"), closed("AGENCY"), [["OTHER_READERS", true]]],
    ["a guard more", closed("OWNER"), `${closed("OWNER")} @authenticated`, [["STRONGER", false]]],
    ["a guard less", `${closed("OWNER")} @authenticated`, closed("OWNER"), [["WEAKER", true]]],
    [
      "one more way through a guard",
      `${closed("OWNER")} @requiresScopes(scopes: [["a"]])`,
      `${closed("OWNER")} @requiresScopes(scopes: [["a"], ["b"]])`,
      [["WEAKER", true]],
    ],
    [
      "a scope more to bring",
      `${closed("OWNER")} @requiresScopes(scopes: [["a"]])`,
      `${closed("OWNER")} @requiresScopes(scopes: [["a", "b"]])`,
      [["STRONGER", false]],
    ],
    ["another mask", closed("MASKED", ", mask: NAME"), closed("MASKED", ", mask: PHONE"), [["MASK", true]]],
    [
      "another reason and basis",
      closed("OWNER"),
      `x: String @closed(tier: [OWNER], reason: PERSONAL_PRIVACY, basis: "OGI-2019-15")`,
      [
        ["REASON", false],
        ["BASIS", false],
      ],
    ],
    [
      "a later review",
      closed("OWNER", `, until: "2027-01-01"`),
      closed("OWNER", `, until: "2028-01-01"`),
      [["UNTIL", false]],
    ],
    [
      "a review that is overdue",
      closed("OWNER", `, until: "2026-09-27"`),
      closed("OWNER", `, until: "2026-09-27"`),
      [["OVERDUE", true]],
    ],
  ])("names %s", (_case, before, after, changes) =>
    expect(
      comparePolicies(sdlIn("old", before), sdlIn("new", after), "2026-09-28").map(({ kind, breaking }) => [
        kind,
        breaking,
      ]),
    ).toEqual(changes),
  );

  it("names another way of saying whose a row is", () => {
    const [change, ...more] = comparePolicies(
      sdlIn("old", closed("OWNER")),
      sdlIn("new", closed("OWNER"), `subject: "t"`),
      "2026-09-28",
    );
    expect([change?.kind, change?.place, change?.breaking, more]).toEqual(["RECORD", "Thing", true, []]);
  });

  it("says of whom, in a sentence", () => {
    const [change] = comparePolicies(
      sdlIn("old", closed("OWNER")),
      sdlIn("new", `${closed("OWNER, AGENCY")} @requiresScopes(scopes: [["a"]])`),
      "2026-09-28",
    );
    expect(change).toEqual({
      kind: "OTHER_READERS",
      subgraph: "partner",
      place: "Thing.x",
      breaking: true,
      text: `was read by OWNER, is read by OWNER, AGENCY with scopes [["a"]]`,
    });
  });
});

describe("the command", () => {
  const run = (...words: string[]): { status: number | null; output: string; error: string } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [projectPath("dist/schema/generate.js"), "diff", ...words],
      { encoding: "utf8" },
    );
    return { status, output: stdout, error: stderr };
  };

  it("exits 0 where protection is kept and 1 where it is not, and says which", () => {
    const [old, weaker, stronger] = [
      sdlIn("old", closed("OWNER")),
      sdlIn("weaker", "x: String"),
      sdlIn("stronger", closed("NEVER")),
    ];
    expect(run(old, old)).toMatchObject({ status: 0, output: "Nothing changed in what is disclosed.\n" });
    expect(run(old, stronger)).toMatchObject({ status: 0, output: expect.stringContaining("STRONGER") });
    const { status, output } = run(old, weaker);
    expect(status).toBe(1);
    expect(output).toMatch(/^BREAKING NEWLY_PUBLIC +partner: Thing\.x is public: it was read by OWNER\.$/m);
    expect(output).toMatch(/^1 changes, 1 breaking/m);
  });

  it("takes tables, and counts a passed review as a refusal", () => {
    const table = projectPath("schema/policy.json");
    expect(run(table, table)).toMatchObject({ status: 0 });
    const late = sdlIn("late", closed("OWNER", `, until: "2026-09-27"`));
    expect(run(late, late, "--on", "2026-09-27").status).toBe(0);
    expect(run(late, late, "--on", "2026-09-28")).toMatchObject({
      status: 1,
      output: expect.stringMatching(/BREAKING OVERDUE .*was to be reviewed by 2026-09-27/),
    });
    expect(JSON.parse(run(late, late, "--on", "2026-09-28", "--json").output)).toMatchObject([{ kind: "OVERDUE" }]);
  });

  it("exits 2 with a sentence where it can not compare", () => {
    const good = sdlIn("old", "");
    expect(run(join(root, "nothing"), good)).toMatchObject({
      status: 2,
      error: expect.stringMatching(/^There is nothing at /),
    });
    expect(run(good, good, "--on", "tomorrow")).toMatchObject({
      status: 2,
      error: expect.stringMatching(/is not a day/),
    });
    writeFileSync(join(root, "x.json"), "{}");
    expect(run(join(root, "x.json"), good)).toMatchObject({
      status: 2,
      error: expect.stringMatching(/no policy table/),
    });
    writeFileSync(join(root, "x.graphql"), "type {");
    expect(run(join(root, "x.graphql"), good)).toMatchObject({ status: 2, error: expect.stringMatching(/is not SDL/) });
    expect(run(root, good)).toMatchObject({ status: 2 });
  });

  it("explains itself", () => expect(run("--help").output).toMatch(/<old>.*<new>[\s\S]*--on <day>[\s\S]*Example:/));
});
