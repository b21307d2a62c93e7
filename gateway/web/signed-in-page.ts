/** Serves a page whose readers sign in: built files, settings as JSON, and the way back from signing in. */
import express, { type Router } from "express";
import { pageHeaders, serveFiles } from "./static-files.js";

/** Whose tokens a page takes. */
export interface SignedInPageOptions {
  readonly issuerUrl: string;
  /** Demonstration users to sign in as. */
  readonly users: readonly string[];
}

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

/** Creates the routes of a page; its name is its path, and how the state of a sign-in begins that was begun at it. */
export const createSignedInPage = (
  name: string,
  files: Readonly<Record<string, string>>,
  { issuerUrl, users }: SignedInPageOptions,
): Router => {
  const router = express.Router();
  const headers = pageHeaders(policyOf(new URL(issuerUrl).origin));
  const settings = JSON.stringify({
    issuer: { url: issuerUrl, clientId: "gov-portal" },
    users,
    ...(users.length > 0 ? { notice: "演示数据 demonstration data" } : {}),
  });
  serveFiles(router, files, headers);
  router.get(`/${name}.json`, (_request, response) => void response.set(headers).type("json").send(settings));
  // Realms know one address of the portal, its origin: who signed in from here is sent on to here.
  router.get("/", (request, response, next) => {
    const { state } = request.query;
    if (typeof state !== "string" || !state.startsWith(`${name}.`)) return next();
    const search = request.url.slice(request.url.indexOf("?"));
    response.set({ "cache-control": "no-store", "referrer-policy": "no-referrer" }).redirect(302, `/${name}${search}`);
  });
  return router;
};
