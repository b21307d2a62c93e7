/** Reads manifests of documents as the tools of front-end teams write them: graphql-codegen, Relay, Apollo Client. */
import { documentIdOf, documentName, type PublishedDocument } from "./document.js";

/** Most documents of one version of an app (docs/limits.md). */
export const MOST_DOCUMENTS = 2_000;

/** A manifest that can not be read. */
export class ManifestError extends Error {}

/**
 * The documents of a manifest: a map of name and text (`persistedDocuments` of graphql-codegen's client preset, `persistConfig` of Relay),
 * or `{"format": "apollo-persisted-query-manifest", "operations": [{"id", "body"}]}`. A name of 64 hexadecimal digits
 * is its text's SHA-256; every other is kept as an alias. Throws ManifestError.
 */
export const readManifest = (source: string): PublishedDocument[] => {
  const documents = new Map<string, PublishedDocument>();
  const names = new Map<string, string>();
  for (const [name, text] of entriesOf(parsed(source))) {
    if (typeof text !== "string" || text.trim() === "")
      throw new ManifestError(`${shown(name)}: its document is no text.`);
    const known = documentName(name);
    if (known === undefined)
      throw new ManifestError(`${shown(name)} is no name: 1 to 128 letters, digits and the marks _ : . -`);
    const id = documentIdOf(text);
    if (/^sha256:[0-9a-f]{64}$/.test(known) && known !== id)
      throw new ManifestError(`${shown(name)} is the SHA-256 of another text.`);
    if (names.has(known) && names.get(known) !== id)
      throw new ManifestError(`${shown(name)} names two documents of the manifest.`);
    const other = documents.get(id)?.alias;
    if (known !== id && other !== undefined && other !== known)
      throw new ManifestError(`${shown(name)} and ${shown(other)} name one document: give it one name.`);
    names.set(known, id);
    documents.set(id, { ...documents.get(id), id, text, ...(known === id ? {} : { alias: known }) });
  }
  if (documents.size === 0) throw new ManifestError("The manifest holds no document.");
  if (documents.size > MOST_DOCUMENTS)
    throw new ManifestError(`The manifest holds ${documents.size} documents; ${MOST_DOCUMENTS} are taken.`);
  return [...documents.values()];
};

const shown = (name: string): string => JSON.stringify(name.slice(0, 80));

const parsed = (source: string): unknown => {
  try {
    return JSON.parse(source) as unknown;
  } catch (error) {
    throw new ManifestError(`The manifest is no JSON: ${(error as Error).message}`);
  }
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const entriesOf = (manifest: unknown): (readonly [name: string, text: unknown])[] => {
  if (!isMap(manifest)) throw new ManifestError("The manifest is no JSON object.");
  const { format, operations } = manifest;
  if (format === undefined) return Object.entries(manifest);
  if (format !== "apollo-persisted-query-manifest" || !Array.isArray(operations))
    throw new ManifestError("Of manifests with a format only apollo-persisted-query-manifest is read.");
  return operations.map((operation: unknown) => {
    if (!isMap(operation) || typeof operation["id"] !== "string")
      throw new ManifestError("An operation of the manifest has no id.");
    return [operation["id"], operation["body"]] as const;
  });
};
