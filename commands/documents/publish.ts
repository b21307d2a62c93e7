/** `npm run documents -- publish | check`: an app's documents, all of a version or none. */
import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { readManifest, type PublishedDocument } from "../../platform/documents/index.js";
import { servedGraph } from "../partner/live-installation.js";
import { say } from "../command.js";
import { checkDocuments, type CheckedText } from "./check-documents.js";
import { withDocumentStore } from "./open-store.js";

/** What is given beside app and manifest. */
export interface PublishOptions {
  readonly version?: string;
  readonly public?: boolean;
}

/** An app as the identity provider calls its client, and a version. */
const NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;

/** Throws a sentence for what can not be the name of an app or a version. */
export const checkName = (what: string, name: string): void => {
  if (!NAME.test(name))
    throw new Error(`${JSON.stringify(name)} is no ${what}: 1 to 100 letters, digits and the marks _ . - are.`);
};

/** Reads and checks a manifest, and publishes it as a version of the app. */
export const publish = async (app: string, file: string, options: PublishOptions): Promise<void> => {
  checkName("app, which is called as its client is at the identity provider", app);
  const documents = readManifest(readFileSync(file, "utf8"));
  const version = options.version ?? versionOf(documents);
  checkName("version", version);
  if (!(await tellFindings(documents, options))) throw new Error("Nothing was published.");
  await withDocumentStore((store) => store.publish(app, version, documents));
  say(`${app} ${version}: ${countOf(documents.length)} published.`);
};

/** Checks a manifest, or what an app has in use, against the graph as it is served now. */
export const check = async (from: string, options: PublishOptions & { readonly app?: boolean }): Promise<void> => {
  const documents = options.app
    ? await withDocumentStore((store) => store.documentsOf(from))
    : readManifest(readFileSync(from, "utf8"));
  if (documents.length === 0) throw new Error(`${from} has no documents in use.`);
  if (!(await tellFindings(documents, options))) process.exitCode = 1;
  else say(`${countOf(documents.length)} can be asked.`);
};

/** Says what is wrong and what is closed; false where something keeps them from being published. */
const tellFindings = async (documents: readonly CheckedText[], { public: isPublic = false }: PublishOptions) => {
  let fits = true;
  for (const { name, problems, closed } of checkDocuments(documents, await servedGraph())) {
    for (const problem of problems) say(`${name}: ${problem}`);
    for (const field of closed) say(`${name}: ${isPublic ? "asks for what is closed" : "closed to most"}: ${field}`);
    fits &&= problems.length === 0 && (closed.length === 0 || !isPublic);
  }
  return fits;
};

const countOf = (count: number): string => (count === 1 ? "1 document" : `${count} documents`);

/** The same documents have the same version, in whichever order they stand. */
const versionOf = (documents: readonly PublishedDocument[]): string =>
  createHash("sha256")
    .update(
      documents
        .map(({ id, alias = "" }) => `${id} ${alias}`)
        .sort()
        .join("\n"),
    )
    .digest("hex")
    .slice(0, 12);
