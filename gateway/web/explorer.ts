/** Serves the explorer at /: static files of our own, settings as JSON, and a policy that lets the page ask no other host. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import express, { type Response, type Router } from "express";
import { buildSchema, parse, validate } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { readSchemaFile } from "../generation/schema-files.js";

/** Files of the bundle and their media types. */
export const EXPLORER_FILES = {
  "index.html": "text/html; charset=utf-8",
  "explorer.js": "text/javascript; charset=utf-8",
  "explorer.css": "text/css; charset=utf-8",
} as const;

/** What the explorer shows. */
export interface ExplorerOptions {
  readonly issuerUrl: string;
  /** Demonstration users to sign in as; where there are any, the page says that the data is for demonstration. */
  readonly users: readonly string[];
}

interface ShowcaseOperation {
  readonly query: string;
  readonly variables?: string;
}

const NOT_BUILT = "The explorer is not built: npm run build. GraphQL is at /graphql, the schema at /schema.graphql.\n";

/** Creates the routes of the explorer. */
export const createExplorer = (options: ExplorerOptions): Router => {
  const router = express.Router();
  const files = readBundle();
  const settings = JSON.stringify({
    issuer: { url: options.issuerUrl, clientId: "gov-portal" },
    users: options.users,
    ...(options.users.length > 0 ? { notice: "演示数据 demonstration data" } : {}),
    operations: readOperations(),
  });
  const headers = {
    "content-security-policy": contentSecurityPolicy(new URL(options.issuerUrl).origin),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
  };
  for (const [name, type] of Object.entries(EXPLORER_FILES)) {
    router.get(name === "index.html" ? "/" : `/${name}`, (request, response) => {
      const file = files.get(name);
      response.set(headers);
      if (!file) return void response.status(503).type("text/plain").send(NOT_BUILT);
      response.set({ "content-type": type, vary: "accept-encoding" });
      send(response, file, request.acceptsEncodings("gzip") === "gzip");
    });
  }
  router.get("/explorer.json", (_request, response) => void response.set(headers).type("json").send(settings));
  return router;
};

interface BundleFile {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
}

const send = (response: Response, file: BundleFile, gzip: boolean): void => {
  if (gzip) response.set("content-encoding", "gzip");
  response.send(gzip ? file.gzipped : file.plain);
};

const readBundle = (): ReadonlyMap<string, BundleFile> => {
  const names = Object.keys(EXPLORER_FILES);
  const path = (name: string): string => projectPath(`gateway/web/static/${name}`);
  if (!names.every((name) => existsSync(path(`${name}.gz`)))) return new Map();
  return new Map(
    names.map((name) => [name, { plain: readFileSync(path(name)), gzipped: readFileSync(path(`${name}.gz`)) }]),
  );
};

/** Editors set styles from script, and fonts are part of the style sheet; everything else is ours or the issuer's. */
const contentSecurityPolicy = (issuerOrigin: string): string =>
  [
    "default-src 'self'",
    `connect-src 'self' ${issuerOrigin}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The showcase operations that the schema answers, in the order of their numbers. */
export const readOperations = (
  directory: string = projectPath("schema/operations"),
  publicSchema: string = readSchemaFile("public.graphql"),
): ShowcaseOperation[] => {
  const schema = buildSchema(publicSchema);
  return readdirSync(directory)
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => {
      const variables = `${directory}/${name.replace(/\.graphql$/, ".variables.json")}`;
      return {
        query: readFileSync(`${directory}/${name}`, "utf8"),
        ...(existsSync(variables) ? { variables: readFileSync(variables, "utf8").trim() } : {}),
      };
    })
    .filter(({ query }) => validate(schema, parse(query)).length === 0)
    .sort((left, right) => numberOf(left.query) - numberOf(right.query));
};

/** Showcase operations begin with `# <number> <reader>: <question>`. */
const numberOf = (query: string): number => Number(/^# (\d+) /.exec(query)?.[1] ?? 100);
