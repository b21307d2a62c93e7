/** Files of a bundled page, served as they were built, with a policy that lets the page ask no other host than ours and the issuer. */
import { existsSync, readFileSync } from "node:fs";
import type { Response, Router } from "express";
import { projectPath } from "../../platform/config/index.js";

/** Media types by the ends of names. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

const NOT_BUILT = "The page is not built: npm run build. GraphQL is at /graphql, the schema at /schema.graphql.\n";

/** Headers of everything that belongs to a page. */
export const pageHeaders = (policy: string): Readonly<Record<string, string>> => ({
  "content-security-policy": policy,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-cache",
});

/** Encodings in which files are built, the smallest first. */
const ENCODINGS = { br: "br", gzip: "gz" } as const;

type Encoding = keyof typeof ENCODINGS | "identity";

type BundleFile = Readonly<Record<Encoding, Buffer>>;

/** Serves built files by their paths; 503 where they were not built. */
export const serveFiles = (
  router: Router,
  files: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): void => {
  const built = readBundle(Object.values(files));
  for (const [path, name] of Object.entries(files)) {
    router.get(path, (request, response) => {
      const file = built.get(name);
      response.set(headers);
      if (!file) return void response.status(503).type("text/plain").send(NOT_BUILT);
      response.set({ "content-type": MEDIA_TYPES[name.split(".").at(-1)!]!, vary: "accept-encoding" });
      send(response, file, (request.acceptsEncodings("br", "gzip") || "identity") as Encoding);
    });
  }
};

const send = (response: Response, file: BundleFile, encoding: Encoding): void => {
  if (encoding !== "identity") response.set("content-encoding", encoding);
  response.send(file[encoding]);
};

const readBundle = (names: readonly string[]): ReadonlyMap<string, BundleFile> => {
  const path = (name: string): string => projectPath(`gateway/web/static/${name}`);
  if (!names.every((name) => existsSync(path(`${name}.br`)))) return new Map();
  return new Map(
    names.map((name) => [
      name,
      {
        identity: readFileSync(path(name)),
        br: readFileSync(path(`${name}.${ENCODINGS.br}`)),
        gzip: readFileSync(path(`${name}.${ENCODINGS.gzip}`)),
      },
    ]),
  );
};
