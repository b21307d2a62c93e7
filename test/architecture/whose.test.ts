/** Whose a row is has one home: policies declare it, two readings of platform make it TypeScript and SQL, and no service looks into a viewer. */
import { readFileSync, readdirSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";

const files = readdirSync(projectPath("subgraphs"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.includes("/seeds/"))
  .sort();
const textOf = (file: string): string => readFileSync(projectPath(`subgraphs/${file}`), "utf8");

/** Names that a file imports from disclosure and identity of the platform. */
const importedBy = (file: string): string[] =>
  [
    ...textOf(file).matchAll(
      /import (?:type )?\{([^}]*)\} from "[./]*platform\/(?:auth\/(?:index|viewer)|disclosure\/\w+\/index)\.js"/g,
    ),
  ]
    .flatMap(([, names]) => names!.split(","))
    .map((name) => name.trim().replace(/^type /, ""));

const offences = (forbidden: (file: string) => boolean): string[] => files.filter(forbidden);

describe("whose a row is", () => {
  it("is read off roles and claims by the platform alone", () => {
    const LOOKS = /\bviewer\??\.(?!kind\b|js";)\w|\}\s*:\s*Viewer\b|\bsubject(Hash|Uscc)\b|\broles\b/;
    const READS = ["hasRole", "ROLES", "personOf", "bodyOf", "agencyOf", "supervisedBy"];
    expect(
      offences((file) => LOOKS.test(textOf(file)) || importedBy(file).some((name) => READS.includes(name))),
    ).toEqual([]);
  });

  it("is declared in policies alone", () => {
    const PARTS = ["entitled", "inDivision", "ofAgency", "ofBody", "ofPerson", "ofSubject", "since", "before", "until"];
    const declaring = offences((file) => importedBy(file).some((name) => PARTS.includes(name)));
    expect(declaring.filter((file) => !file.endsWith(".policy.ts"))).toEqual([]);
    expect(declaring.length).toBeGreaterThan(10);
  });

  it("is no list of audiences beside the closure of a field", () =>
    expect(offences((file) => /mayRead\((?!\w+_CLOSURE\.tier)/.test(textOf(file)))).toEqual([]));

  it("is exported under a name that the test of both readings finds and a reader knows", () => {
    const declared = files
      .filter((file) => file.endsWith(".policy.ts"))
      .flatMap((file) =>
        [
          ...textOf(file).matchAll(/^(export )?const (\w+) = (?:anyOf|allOf|entitled|in[A-Z]\w+|of[A-Z]\w+|OF_\w+)/gm),
        ].map(([, exported, name]) => `${exported === undefined ? "not exported: " : ""}${name}`),
      );
    expect(declared.filter((name) => !/^(WHOSE|OF)_/.test(name))).toEqual([]);
    expect(declared.length).toBeGreaterThan(25);
  });
});
