/** `npm run partner -- init`: writes an example of a subgraph into an empty folder. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "../../../platform/config/index.js";
import { requirePartnerName } from "../installation.js";

/** The folders of templates that make up each example; the last one wins. */
const TEMPLATES = {
  apollo: ["sdl", "typescript", "apollo"],
  yoga: ["sdl", "typescript", "yoga"],
  strawberry: ["sdl", "python", "strawberry"],
  ariadne: ["sdl", "python", "ariadne"],
  "graphql-java": ["sdl", "java", "graphql-java"],
  gqlgen: ["sdl", "go", "gqlgen"],
  "async-graphql": ["sdl", "rust", "async-graphql"],
  mercurius: ["sdl", "typescript", "mercurius"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A library with an example. */
export type Stack = keyof typeof TEMPLATES;

/** Libraries with an example. */
export const STACKS = Object.keys(TEMPLATES) as readonly Stack[];

/** What an installed template leaves behind, which is no part of it. */
const MADE = new Set(["node_modules", "dist", ".venv", "__pycache__", ".pytest_cache", "target"]);

/** Stands for the name of the subgraph. */
const NAME = "{{name}}";

/** Writes the example. Throws a sentence where the name is none of a partner, or the folder holds something. */
export const writeExample = (name: string, stack: Stack, folder: string): void => {
  requirePartnerName(name);
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new Error(`${folder} is not empty: give another folder with --into.`);
  mkdirSync(folder, { recursive: true });
  const written = TEMPLATES[stack].flatMap((template) => copyTemplate(template, folder));
  for (const file of new Set(written)) fillIn(join(folder, file), name);
  cpSync(projectPath("docs/partners/vectors.json"), join(folder, "vectors.json"));
};

/** Copies a template; gives its files. */
const copyTemplate = (template: string, folder: string): string[] => {
  const from = projectPath(`commands/partner/init/templates/${template}`);
  const files = readdirSync(from, { recursive: true, encoding: "utf8" }).filter(
    (file) => !file.split(/[\\/]/).some((part) => MADE.has(part)) && statSync(join(from, file)).isFile(),
  );
  for (const file of files) cpSync(join(from, file), join(folder, file));
  return files;
};

const fillIn = (path: string, name: string): void => {
  const text = readFileSync(path, "utf8");
  if (text.includes(NAME)) writeFileSync(path, text.replaceAll(NAME, name));
};
