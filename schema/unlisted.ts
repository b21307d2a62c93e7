/** Finds what a service's folder holds and its definition forgets: files that nobody lists are otherwise silently no part of the graph. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { projectPath } from "../platform/config/index.js";
import type { AnySubgraph } from "./subgraph-definitions.js";

const exportedBy = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(file, "utf8").matchAll(pattern)].map(([, name]) => name!);

/** A sentence for each resolver class, migration and service of the folder that the definition does not use. */
export const unlistedProblems = (
  { name, resolvers, migrations }: Pick<AnySubgraph, "name" | "resolvers" | "migrations">,
  folder = projectPath(`subgraphs/${name}`),
): string[] => {
  const files = (readdirSync(folder, { recursive: true }) as string[]).sort();
  const filesOf = (pattern: RegExp): string[] => files.filter((file) => pattern.test(file));
  const listed = new Set(resolvers.map((resolver) => resolver.name));
  const known = new Set(migrations.map((migration) => migration.name));
  const context = readFileSync(`${folder}/context.ts`, "utf8");
  return [
    ...filesOf(/\.resolver\.ts$/).flatMap((file) =>
      exportedBy(`${folder}/${file}`, /^export class (\w+)/gm)
        .filter((resolver) => !listed.has(resolver))
        .map((resolver) => `subgraphs/${name}/${file}: ${resolver} is in no list of resolvers (subgraph.ts).`),
    ),
    ...filesOf(/^migrations\/\d+.*\.ts$/)
      .map((file) => basename(file, ".ts"))
      .filter((migration) => !known.has(migration))
      .map((migration) => `subgraphs/${name}/migrations/${migration}.ts is in no list of migrations (index.ts).`),
    ...filesOf(/\.service\.ts$/).flatMap((file) =>
      exportedBy(`${folder}/${file}`, /^export const (create\w+)/gm)
        .filter((create) => !new RegExp(`\\b${create}\\(`).test(context))
        .map((create) => `subgraphs/${name}/${file}: nobody calls ${create} (context.ts).`),
    ),
  ];
};
