/** Finds what a service's folder holds and its declarations forget: files that nobody lists are otherwise silently no part of the graph. */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { projectPath } from "../platform/config/index.js";
import type { AnySubgraph } from "./subgraph-definitions.js";

/** A sentence for each noun, resolver class, kind of import and export, batch, migration and service of the folder that the definition does not use. */
export const unlistedProblems = (
  { name, nouns = [], resolvers, migrations }: Pick<AnySubgraph, "name" | "nouns" | "resolvers" | "migrations">,
  folder = projectPath(`subgraphs/${name}`),
): string[] => {
  const files = (readdirSync(folder, { recursive: true }) as string[]).sort();
  const filesOf = (pattern: RegExp): string[] => files.filter((file) => pattern.test(file));
  const textOf = (file: string): string => readFileSync(`${folder}/${file}`, "utf8");
  const declarations = filesOf(/\.noun\.ts$/)
    .map(textOf)
    .join("\n");
  /** What the files export by a pattern, and which of it nobody uses. */
  const unused = (role: RegExp, exported: RegExp, isUsed: (exportedName: string) => boolean, why: string): string[] =>
    filesOf(role).flatMap((file) =>
      [...textOf(file).matchAll(exported)]
        .map(([, found]) => found!)
        .filter((found) => !isUsed(found))
        .map((found) => `subgraphs/${name}/${file}: ${found} ${why}.`),
    );
  const loading = files.includes("loading.ts") ? textOf("loading.ts") : "";
  const isLoaded = (exportedName: string): boolean =>
    new RegExp(`\\b${exportedName}\\b`).test(loading.replaceAll(/^import [^;]*;/gm, ""));
  const listed = new Set(resolvers.map((resolver) => resolver.name));
  const known = new Set(migrations.map((migration) => migration.name));
  return [
    ...unused(
      /\.noun\.ts$/,
      /^export const (\w+): Noun\b/gm,
      (noun) => nouns.includes(noun),
      "is in no list of nouns (nouns.ts)",
    ),
    ...unused(
      /\.resolver\.ts$/,
      /^export class (\w+)/gm,
      (resolver) => listed.has(resolver),
      "is in no list of resolvers (the noun's .noun.ts)",
    ),
    ...filesOf(/(^|\/)migrations\/\d+.*\.ts$/)
      .filter((file) => !known.has(basename(file, ".ts")))
      .map(
        (file) => `subgraphs/${name}/${file} is in no list of migrations (the noun's .noun.ts or migrations/index.ts).`,
      ),
    ...unused(
      /\.import\.ts$/,
      /^export const (\w+): ImportKind\b/gm,
      isLoaded,
      "is in no list of kinds of import (loading.ts)",
    ),
    ...unused(
      /\.export\.ts$/,
      /^export const (\w+): ExportKind\b/gm,
      isLoaded,
      "is in no list of kinds of export (loading.ts)",
    ),
    ...unused(
      /\.batches\.ts$/,
      /^export const (\w+): BatchCall\b/gm,
      isLoaded,
      "is in no list of batches (loading.ts)",
    ),
    ...unused(
      /\.service\.ts$/,
      /^export const (create\w+)/gm,
      (create) => new RegExp(`:.*\\b${create}\\b`).test(declarations),
      "makes a service for no noun (the noun's .noun.ts)",
    ),
  ];
};
