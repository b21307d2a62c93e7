/** The pages of docs/domain show every state machine whole: file, states, transitions, as picture and as table. */
import "reflect-metadata";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isEnumType } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { limitRules } from "../../platform/domain/index.js";

const files = readdirSync(projectPath("subgraphs"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(status|machine|state)\.ts$/.test(file))
  .sort();
const areas = [...new Set(files.map((file) => file.split("/")[0]!))];
const pageOf = (file: string): string => readFileSync(projectPath(`docs/domain/${file.split("/")[0]}.md`), "utf8");
const sectionsOf = (page: string): string[] => page.split(/^(?=###? )/m);
const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"), { assumeValidSDL: true });

/** What a table of any of the shapes in use says may follow a state; undefined where the value says nothing of the kind. */
const following = (value: unknown): string[] | undefined => {
  if (value === undefined) return [];
  if (typeof value === "string") return [value];
  if (Array.isArray(value))
    return value.map((step: string | { to: string }) => (typeof step === "string" ? step : step.to));
  return typeof value === "object" && value !== null && "next" in value ? following(value.next) : undefined;
};

interface Table {
  readonly file: string;
  readonly name: string;
  readonly edges: readonly string[];
  readonly states: readonly string[];
}

interface Written {
  readonly states: object;
  readonly transitions: readonly { readonly event: string; readonly from: readonly string[]; readonly to: string }[];
}

const isMachine = (value: unknown): value is Written =>
  typeof value === "object" && value !== null && "transitions" in value;

/** Machines of a module: what a picture shows of them are the steps to another state. */
const machinesOf = (file: string, exported: Record<string, unknown>): Table[] =>
  Object.entries(exported).flatMap(([name, value]): Table[] =>
    isMachine(value)
      ? [
          {
            file,
            name,
            states: Object.keys(value.states),
            edges: [
              ...new Set(
                value.transitions.flatMap(({ from, to }) =>
                  from.filter((state) => state !== to).map((state) => `${state} --> ${to}`),
                ),
              ),
            ],
          },
        ]
      : [],
  );

/** Tables of a module whose keys and followers are the same states. */
const tablesOf = (file: string, exported: Record<string, unknown>): Table[] =>
  Object.entries(exported).flatMap(([name, value]): Table[] => {
    if (
      !/^[A-Z_]+$/.test(name) ||
      typeof value !== "object" ||
      value === null ||
      Array.isArray(value) ||
      isMachine(value)
    )
      return [];
    const rows = Object.entries(value).map(([state, step]) => [state, following(step)] as const);
    const states = rows.map(([state]) => state);
    const edges = rows.flatMap(([state, next]) => (next ?? ["?"]).map((to) => `${state} --> ${to}`));
    return edges.every((edge) => states.includes(edge.split(" --> ")[1]!)) ? [{ file, name, edges, states }] : [];
  });

// One after the other: the loader of the tests does not link two graphs of modules at once.
const modules: { readonly file: string; readonly exported: Record<string, unknown> }[] = [];
for (const file of files)
  modules.push({
    file,
    exported: (await import(`../../subgraphs/${file.replace(/\.ts$/, ".js")}`)) as Record<string, unknown>,
  });
const tables = modules.flatMap(({ file, exported }) =>
  file.endsWith(".machine.ts") ? machinesOf(file, exported) : tablesOf(file, exported),
);

/** Transitions of a picture, without labels and without beginning and end. */
const edgesOf = (section: string): string[] =>
  [...section.matchAll(/^ {2}(\w+) --> (\w+)/gm)].map(([, from, to]) => `${from} --> ${to}`);
/** First cells of the rows of the table of states with what may follow; a table of events comes after it. */
const rowsOf = (section: string): { state: string; next: string[] }[] =>
  [...section.split("| event |")[0]!.matchAll(/^\| `(\w+)`(?: \(first\))? \|([^\n]*)\|$/gm)].map(([, state, rest]) => ({
    state: state!,
    next: [...rest!.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
  }));

/** Values of enumerations, and what other tables are about. */
const namesOf = (exported: Record<string, unknown>): string[] =>
  Object.entries(exported).flatMap(([name, value]): string[] => {
    if (typeof value !== "object" || value === null) return [];
    if (isMachine(value)) return value.transitions.map(({ event }) => event);
    if (name.endsWith("_RULES")) return Object.values(value as Record<string, { id: string }>).map(({ id }) => id);
    if (!Array.isArray(value)) return Object.keys(value);
    if (name === "BANDS") return value.map(({ band }: { band: string }) => band);
    return value as string[];
  });

describe("pages of the domain", () => {
  it("name every file that holds a machine or a table of what may follow", () => {
    const holding = files.filter((file) => file.endsWith(".machine.ts") || tables.some((table) => table.file === file));
    expect(holding.filter((file) => !pageOf(file).includes(`subgraphs/${file}`))).toEqual([]);
    expect(tables.length).toBeGreaterThanOrEqual(10);
  });

  it.each(tables.map((table): [string, Table] => [`${table.file} ${table.name}`, table]))(
    "%s: picture and table have its states and transitions, no more and no fewer",
    (_title, { file, name, edges, states }) => {
      const sections = sectionsOf(pageOf(file)).filter((section) => section.includes(`\`${name}\` in [${file}]`));
      expect(sections).toHaveLength(1);
      const [section] = sections;
      expect(edgesOf(section!).sort()).toEqual([...edges].sort());
      expect(rowsOf(section!).map(({ state }) => state)).toEqual(states);
      expect(
        rowsOf(section!)
          .flatMap(({ state, next }) => next.map((to) => `${state} --> ${to}`))
          .sort(),
      ).toEqual([...edges].sort());
      const last = states.filter((state) => !edges.some((edge) => edge.startsWith(`${state} --> `)));
      expect([...section!.matchAll(/^ {2}(\w+) --> \[\*\]$/gm)].map(([, state]) => state)).toEqual(last);
      expect(section).toMatch(/^ {2}\[\*\] --> \w+$/m);
    },
  );

  it.each(areas)("%s: every picture shows every state of its enumeration with its Chinese term", (area) => {
    const pictures = sectionsOf(pageOf(area)).filter((section) => section.includes("```mermaid"));
    expect(pictures.length).toBeGreaterThan(0);
    for (const section of pictures) {
      const type = schema.getType(/`(\w+)` in the graph/.exec(section)![1]!);
      const names = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
      expect(names.length).toBeGreaterThan(1);
      const shown = [...section.matchAll(/^ {2}state "(\w+) \p{Script=Han}[^"]*" as (\w+)$/gmu)];
      expect(shown.map(([, state]) => state).sort()).toEqual([...names].sort());
    }
  });

  it.each(
    modules
      .map(({ file, exported }): [string, string[]] => [file, namesOf(exported)])
      .filter(([, names]) => names.length > 0),
  )("%s: every value of every enumeration and the keys of every other table are on the page", (file, names) =>
    expect(names.filter((name) => !new RegExp(`[\`| ]${name}[\`| ]`).test(pageOf(file)))).toEqual([]),
  );

  it("link only to files that exist", () => {
    const links = readdirSync(projectPath("docs/domain")).flatMap((page) =>
      [...readFileSync(projectPath(`docs/domain/${page}`), "utf8").matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link!),
    );
    expect(links.filter((link) => !existsSync(projectPath(join("docs/domain", link))))).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
  });

  it("show every limit of the national table with its law", () => {
    const overview = readFileSync(projectPath("docs/domain/README.md"), "utf8").split("\n");
    expect(
      limitRules().filter(
        ({ id, basisClause }) => !overview.some((line) => line.startsWith(`| ${id} |`) && line.includes(basisClause)),
      ),
    ).toEqual([]);
  });
});
