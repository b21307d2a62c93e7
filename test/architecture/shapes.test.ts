/** Domain object, class of the graph and stored JSON are three shapes (decision 33): who works with records loads no class of the graph. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { projectPath } from "../../platform/config/index.js";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "subgraphs/*.ts"], {
  cwd: projectPath(),
  encoding: "utf8",
})
  .trim()
  .split("\n");
const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");

/** What a file loads when it runs, from the root of the project: imports of types alone are left out. */
const loadedBy = (file: string): string[] =>
  [...textOf(file).matchAll(/^(?:import|export)\s+(?!type\b)(?:([^;"]*?)\s+from\s+)?"([^"]+)";/gm)].flatMap(
    ([, names = "", target]) => {
      const braces = /\{([^}]*)\}/.exec(names)?.[1];
      const typesAlone =
        braces !== undefined &&
        braces
          .split(",")
          .map((name) => name.trim())
          .filter(Boolean)
          .every((name) => name.startsWith("type "));
      if (typesAlone) return [];
      return [
        target!.startsWith(".")
          ? relative(projectPath(), join(projectPath(dirname(file)), target!)).replace(/\.js$/, ".ts")
          : target!,
      ];
    },
  );

const ofTheGraph = (target: string): boolean => /\.(type|parts)\.ts$/.test(target) || target === "type-graphql";
/** Files that show the graph, or put together what does. */
const SHOWS = /\.(noun|type|parts|enums|input|resolver|reference)\.ts$|\/(subgraph|context|main)\.ts$/;

it("reads imports as they run", () => {
  expect(loadedBy("subgraphs/matters/matter/matter.resolver.ts")).toContain("subgraphs/matters/matter/matter.type.ts");
  expect(loadedBy("subgraphs/matters/matter/matter.service.ts")).not.toContain("subgraphs/matters/context.ts");
});

it("services, repositories, imports, seeds and rules load no class of the graph", () =>
  expect(
    files
      .filter((file) => !SHOWS.test(file))
      .flatMap((file) =>
        loadedBy(file)
          .filter(ofTheGraph)
          .map((target) => `${file} loads ${target}`),
      ),
  ).toEqual([]));

it("stored files load no class of the graph, however far one follows", () => {
  const reached = new Set<string>();
  const follow = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    if (file.startsWith("subgraphs/")) loadedBy(file).forEach(follow);
  };
  const stored = files.filter((file) => file.endsWith(".stored.ts"));
  expect(stored.length).toBeGreaterThan(0);
  stored.forEach(follow);
  expect([...reached].filter((file) => ofTheGraph(file) || file.startsWith("platform/graphql/"))).toEqual([]);
});

it("SQL that looks into stored JSON stands beside its shape", () =>
  expect(
    files.filter((file) => !/\.stored\.ts$|\/migrations\//.test(file) && /->>?\s*'|#>>?\s*'/.test(textOf(file))),
  ).toEqual([]));
