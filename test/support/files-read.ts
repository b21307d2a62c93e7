/** Which files of the product its entries read while they run, found in the syntax of the sources; what can not be told is a problem. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { projectPath } from "../../platform/config/index.js";

/** What was found. */
export interface FilesRead {
  /** Sources that the entries import, themselves included. */
  readonly sources: readonly string[];
  /** Paths that are read, from the project's folder; `*` stands for what is filled in. */
  readonly paths: readonly string[];
  /** Places where a path can not be told, each as `file:line what`. */
  readonly problems: readonly string[];
}

/** Reading functions of node:fs and node:fs/promises. */
const READERS = new Set(
  ["readFile", "open", "opendir", "readdir", "createReadStream", "cp", "copyFile", "statfs", "openAsBlob"].flatMap(
    (name) => [name, `${name}Sync`],
  ),
);

/** The one home of where the project is, and the one wrapper of files beside the schema. */
const ROOT = "platform/config/project-root.ts";
const WRAPPER = { file: "gateway/generation/schema-files.ts", name: "readSchemaFile", folder: "schema/" };

/** Tracked files of a path in which `*` stands for what is filled in. */
export const trackedLike = (path: string): string[] => {
  const literal = path.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${literal.join("[^/]*")}$`);
  return trackedFiles().filter((file) => pattern.test(file));
};

let tracked: readonly string[] | undefined;

/** Files of the repository. */
export const trackedFiles = (): readonly string[] =>
  (tracked ??= execFileSync("git", ["ls-files"], { cwd: projectPath(), encoding: "utf8" }).split("\n").filter(Boolean));

/** The text of a literal with `*` for what is filled in; undefined for another expression. */
const literalOf = (node: ts.Expression | undefined): string | undefined => {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join("");
};

/** Reads the entries and all that they import. `given` are sources whose files the operator names, or that lie in the local state. */
export const filesRead = (entries: readonly string[], given: readonly string[]): FilesRead => {
  const sources = new Set<string>();
  const paths = new Set<string>();
  const problems: string[] = [];
  const visit = (file: string): void => {
    if (sources.has(file)) return;
    sources.add(file);
    const source = ts.createSourceFile(file, readFileSync(projectPath(file), "utf8"), ts.ScriptTarget.Latest, true);
    const problem = (node: ts.Node, what: string): void =>
      void problems.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`);
    let reads: ts.Node | undefined;
    let ownPath = false;
    const follow = (node: ts.Node, specifier: string): void => {
      if (!specifier.startsWith(".")) return;
      if (!specifier.endsWith(".js")) return problem(node, `imports ${specifier}, which is no source`);
      const path = relative(projectPath(), join(projectPath(dirname(file)), specifier.replace(/\.js$/, ".ts")));
      // What is filled in stands for every source that it may be.
      for (const target of path.includes("*") ? trackedLike(path) : [path]) visit(target);
    };
    const walk = (node: ts.Node): void => {
      if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
        const specifier = (node.moduleSpecifier as ts.StringLiteral).text;
        if (!isTypeOnly(node)) follow(node, specifier);
        if (/^(node:)?fs(\/promises)?$/.test(specifier) && importedNames(node).some((name) => READERS.has(name)))
          reads = node;
      }
      const started = ts.isMetaProperty(node) ? sourceOfUrl(node) : undefined;
      if (started !== undefined) follow(node, started);
      else if (ts.isMetaProperty(node) && file !== ROOT && !isRequireOfPackages(node))
        problem(node, "finds a file by import.meta: use projectPath");
      if (ts.isCallExpression(node)) {
        const [first] = node.arguments;
        const callee = node.expression.getText(source);
        if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
          const specifier = literalOf(first);
          if (specifier !== undefined) follow(node, specifier);
          else if (!given.includes(file)) problem(node, "imports what is filled in");
        }
        if (callee === "process.cwd") problem(node, "finds a file by the folder of its start: use projectPath");
        if (callee === "projectPath" && file !== ROOT) {
          ownPath = true;
          const path = literalOf(first);
          if (file === WRAPPER.file) return;
          if (path === undefined) problem(node, "projectPath without a literal");
          else paths.add(path);
        }
        if (callee === WRAPPER.name) {
          const name = literalOf(first);
          if (name === undefined) problem(node, `${WRAPPER.name} without a literal`);
          else paths.add(WRAPPER.folder + name);
        }
        if (/(^express\.static|\.sendFile|\.download)$/.test(callee)) reads = node;
      }
      ts.forEachChild(node, walk);
    };
    walk(source);
    if (reads !== undefined && !ownPath && file !== ROOT && !given.includes(file))
      problem(reads, "reads files that are not found by projectPath");
  };
  entries.forEach(visit);
  return { sources: [...sources], paths: [...paths], problems };
};

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean =>
  ts.isImportDeclaration(node) ? (node.importClause?.isTypeOnly ?? false) : node.isTypeOnly;

const importedNames = (node: ts.ImportDeclaration | ts.ExportDeclaration): string[] => {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  // A whole module may be read by any of its functions.
  if (bindings === undefined || !("elements" in bindings)) return [...READERS];
  return bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
};

/** `new URL("./other.js", import.meta.url)` is a source, as if it were imported: a thread runs it. */
const sourceOfUrl = ({ parent }: ts.Node): string | undefined => {
  const { parent: made } = parent;
  if (!ts.isPropertyAccessExpression(parent) || !ts.isNewExpression(made)) return undefined;
  const [first] = made.arguments ?? [];
  return made.expression.getText() === "URL" && first && ts.isStringLiteral(first) && first.text.endsWith(".js")
    ? first.text
    : undefined;
};

/** `createRequire(import.meta.url)` finds packages, which the image has whole. */
const isRequireOfPackages = ({ parent }: ts.Node): boolean =>
  ts.isPropertyAccessExpression(parent) &&
  parent.name.text === "url" &&
  ts.isCallExpression(parent.parent) &&
  parent.parent.expression.getText() === "createRequire";
