/** Serves the explorer at /: static files of our own, settings as JSON, and a policy that lets the page ask no other host. */
import express, { type Router } from "express";
import { buildSchema, parse, validate } from "graphql";
import { readSchemaFile } from "../generation/schema-files.js";
import { readShippedOperations, type ShippedOperation } from "./operations/operations.js";
import { pageHeaders, serveFiles } from "./static-files.js";

/** Files of the explorer by their paths. */
export const EXPLORER_FILES = {
  "/": "index.html",
  "/explorer.js": "explorer.js",
  "/explorer.css": "explorer.css",
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

/** Creates the routes of the explorer. */
export const createExplorer = (options: ExplorerOptions): Router => {
  const router = express.Router();
  const settings = JSON.stringify({
    issuer: { url: options.issuerUrl, clientId: "gov-portal" },
    users: options.users,
    ...(options.users.length > 0 ? { notice: "演示数据 demonstration data" } : {}),
    operations: readOperations(),
  });
  const headers = pageHeaders(contentSecurityPolicy(new URL(options.issuerUrl).origin));
  serveFiles(router, EXPLORER_FILES, headers);
  router.get("/explorer.json", (_request, response) => void response.set(headers).type("json").send(settings));
  return router;
};

/** Editors set styles from script; everything else is ours or the issuer's. */
const contentSecurityPolicy = (issuerOrigin: string): string =>
  [
    "default-src 'self'",
    `connect-src 'self' ${issuerOrigin}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'none'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The showcase operations that the schema answers, in the order of their numbers. */
export const readOperations = (
  operations: readonly ShippedOperation[] = readShippedOperations(),
  publicSchema: string = readSchemaFile("public.graphql"),
): ShowcaseOperation[] => {
  const schema = buildSchema(publicSchema);
  return operations
    .filter(({ kind, query }) => kind === "showcase" && validate(schema, parse(query)).length === 0)
    .map(({ query, variables }) => ({ query, ...(variables === undefined ? {} : { variables }) }));
};
