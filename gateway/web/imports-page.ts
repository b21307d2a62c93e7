/** Serves the page /imports, where publishers load their agency's files: built files, settings as JSON, and the way back from signing in. */
import express, { type Router } from "express";
import { pageHeaders, serveFiles } from "./static-files.js";

/** Files of the page by their paths. */
export const IMPORTS_FILES = {
  "/imports": "imports.html",
  "/imports.js": "imports.js",
  "/imports.css": "imports.css",
} as const;

/** What the page is made from. */
export interface ImportsPageOptions {
  readonly issuerUrl: string;
  /** Demonstration users to sign in as. */
  readonly users: readonly string[];
}

/** How the state of a sign-in begins that was begun at this page. */
const STATE = "imports.";

/** Nothing is styled, run or loaded but what is ours. */
const policyOf = (issuerOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${issuerOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Creates the routes. */
export const createImportsPage = ({ issuerUrl, users }: ImportsPageOptions): Router => {
  const router = express.Router();
  const headers = pageHeaders(policyOf(new URL(issuerUrl).origin));
  const settings = JSON.stringify({
    issuer: { url: issuerUrl, clientId: "gov-portal" },
    users,
    ...(users.length > 0 ? { notice: "演示数据 demonstration data" } : {}),
  });
  serveFiles(router, IMPORTS_FILES, headers);
  router.get("/imports.json", (_request, response) => void response.set(headers).type("json").send(settings));
  // Realms know one address of the portal, its origin: who signed in from here is sent on to here.
  router.get("/", (request, response, next) => {
    const { state } = request.query;
    if (typeof state !== "string" || !state.startsWith(STATE)) return next();
    const search = request.url.slice(request.url.indexOf("?"));
    response.set({ "cache-control": "no-store", "referrer-policy": "no-referrer" }).redirect(302, `/imports${search}`);
  });
  return router;
};
