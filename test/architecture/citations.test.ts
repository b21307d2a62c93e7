/** Whatever comments, test names and pages cite is there: pages and their sections, decisions, threats and rules by their ids. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { projectPath } from "../../platform/config/index.js";
import { limitRules } from "../../platform/domain/index.js";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: projectPath(),
  encoding: "utf8",
})
  .trim()
  .split("\n")
  .filter((file) => /\.(tsx?|js|md|sh|ya?ml)$|Dockerfile$|\.env\.example$/.test(file) && existsSync(projectPath(file)));
const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");

interface Line {
  readonly file: string;
  readonly number: number;
  readonly text: string;
}
const lines: readonly Line[] = files.flatMap((file) =>
  textOf(file)
    .split("\n")
    .map((text, index) => ({ file, number: index + 1, text })),
);
const isComment = ({ text }: Line): boolean => /^\s*(\/?\*|\/\/)|\s\/\/ /.test(text);
const isProse = (line: Line): boolean => line.file.endsWith(".md") || isComment(line);

/** Where a pattern's first group, split at commas and "and", is not among what there is: `file:line cites X`. */
const missing = (
  among: readonly Line[],
  pattern: RegExp,
  isThere: (cited: string, line: Line) => boolean,
): readonly string[] =>
  among.flatMap((line) =>
    [...line.text.matchAll(pattern)]
      .flatMap(([, cited]) => cited!.split(/, | and /))
      .filter((cited) => !isThere(cited, line))
      .map((cited) => `${line.file}:${line.number} cites ${cited}`),
  );

/** First cells of a page's tables. */
const idsOf = (page: string, id: RegExp): readonly string[] =>
  textOf(page)
    .split("\n")
    .flatMap((row) => /^\| (\w+) \|/.exec(row)?.[1] ?? [])
    .filter((cell) => id.test(cell));

/** The name that GitHub gives to a heading's section. */
const sectionOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
const sections = new Map<string, ReadonlySet<string>>();
const sectionsOf = (page: string): ReadonlySet<string> => {
  const known =
    sections.get(page) ?? new Set([...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => sectionOf(heading!)));
  sections.set(page, known);
  return known;
};

/** Files that a path may mean: from the file's folder or the root; from a folder below where the file writes pages there. */
const placesOf = (target: string, { file }: Line): readonly string[] =>
  [join(dirname(file), target), target, join(dirname(file), "domain", target)]
    .map(normalize)
    .filter((path) => !path.startsWith("..") && existsSync(projectPath(path)));

const decisions = files.flatMap((file) => /^docs\/decisions\/(\d{4})-/.exec(file)?.[1] ?? []);
const threats = idsOf("docs/reference/threats.md", /^[A-I]\d\d$/);
const designs = idsOf("docs/reference/design-decisions.md", /^D\d+$/);
const rules = idsOf("docs/reference/rules.md", /^[BCN]\d$/);
const limits = new Set(limitRules().flatMap(({ id }) => [id, id.split("-")[0]!]));
const isDecision = (cited: string): boolean => decisions.includes(cited.padStart(4, "0"));

describe("what is cited", () => {
  it("has pages, and sections of pages", () => {
    const page = /(?<![\w/.}-])((?:\.{0,2}\/)*(?:[\w-]+\/)*[\w-]+\.md(?:#[\p{L}\p{N}_-]+)?)/gu;
    const cited = lines.filter((line) => isProse(line) || /\.md\b/.test(line.text));
    expect(
      missing(cited, page, (target, line) => {
        const [path, section] = target.split("#");
        return placesOf(path!, line).some((found) => section === undefined || sectionsOf(found).has(section));
      }),
    ).toEqual([]);
    expect(
      missing(
        lines.filter(({ file }) => file.endsWith(".md")),
        /\]\(#([^)]+)\)/g,
        (section, { file }) => sectionsOf(file).has(section),
      ),
    ).toEqual([]);
    expect(
      missing(
        lines.filter(({ file }) => file.endsWith(".md")),
        /\]\((?!https?:|#|mailto:)([^)#\s]+)/g,
        (target, { file }) => existsSync(projectPath(join(dirname(file), target))),
      ),
    ).toEqual([]);
  });

  it("has decisions, one of each number", () => {
    expect(missing(lines.filter(isProse), /\bdecisions? (\d+(?:(?:, | and )\d+)*)/g, isDecision)).toEqual([]);
    expect(missing(lines, /\bdecisions\/(\d{4})/g, isDecision)).toEqual([]);
    expect(
      missing(lines, /\[(decision \d+\]\([^)]*decisions\/\d{4}|decision \d+\]\(\d{4})/g, (link) => {
        const [said, linked] = link.match(/\d+/g)!;
        return Number(said) === Number(linked);
      }),
    ).toEqual([]);
    expect(decisions.filter((number, index) => decisions.indexOf(number) !== index)).toEqual([]);
    expect(missing(lines.filter(isProse), /\bdecision (D\d+)\b/g, (id) => designs.includes(id))).toEqual([]);
  });

  it("has threats, each shown by tests that name it", () => {
    const tests = lines.filter(({ file }) => file.startsWith("test/"));
    expect(missing(tests, /\[([A-I]\d\d)\]/g, (id) => threats.includes(id))).toEqual([]);
    const named = /\bthreats? ([A-I]\d\d(?:(?:, | and )[A-I]\d\d)*)/g;
    expect(missing(lines.filter(isProse), named, (id) => threats.includes(id))).toEqual([]);
    const unnamed = textOf("docs/reference/threats.md")
      .split("\n")
      .flatMap((row) => {
        const id = /^\| ([A-I]\d\d) \|/.exec(row)?.[1];
        if (id === undefined) return [];
        const shown = [...row.matchAll(/\]\(\.\.\/\.\.\/(test\/[^)]+)\)/g)].map(([, file]) => file!);
        return shown.length > 0 && shown.every((file) => textOf(file).includes(`[${id}]`)) ? [] : [id];
      });
    expect(unnamed).toEqual([]);
    expect(new Set(threats).size).toBe(threats.length);
  });

  it("has rules and limits", () => {
    const prose = lines.filter((line) => isProse(line) && !line.file.startsWith("docs/reference/"));
    const own = prose.filter(({ file }) => /^(subgraphs|docs|platform)\//.test(file));
    expect(missing(own, /(?<![\w`-])([BCN][1-9])(?![\w`-])/g, (id) => rules.includes(id))).toEqual([]);
    expect(missing(prose, /\b(L\d\d(?:-[A-Z0-9]+)*)\b/g, (id) => limits.has(id))).toEqual([]);
    expect([designs.length, rules.length]).toEqual([13, 23]);
  });
});
