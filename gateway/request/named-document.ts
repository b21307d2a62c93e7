/** The text of a document that a request names instead of sending it: one that an app published, or one that was sent before. */
import { ANONYMOUS, type Viewer } from "../../platform/auth/index.js";
import { documentIdOf } from "../../platform/documents/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { DOCUMENT_LIMITS } from "../document/document-limits.js";
import { createLru, type Lru } from "../lru.js";
import type { TrustedDocument, TrustedDocuments } from "../trusted/trusted-documents.js";
import type { GraphQLParameters } from "./parameters.js";

/** Most bytes of documents that were sent with their hash. */
const SENT_BYTES = 4 * 1024 * 1024;

/** Units of weighted cost of a name that this gateway has to look up, taken before it does: who guesses names is soon out of them. */
export const LOOKUP_COST = 500;

/** Finds the text of what a request asks; `charge` takes the cost of a look-up. */
export type FindDocument = (
  parameters: GraphQLParameters,
  viewer: Viewer | undefined,
  charge: () => Promise<void>,
) => Promise<GraphQLParameters>;

/**
 * Creates it; automatic ones (`extensions.persistedQuery`, as Apollo's clients send them) are kept for the process. It throws
 * BAD_USER_INPUT (DOCUMENT_UNKNOWN, DOCUMENT_HASH, OPERATION_NOT_REGISTERED) and PERSISTED_QUERY_NOT_FOUND.
 */
export const createFindDocument = (trusted: TrustedDocuments): FindDocument => {
  const sent = createLru<string>(SENT_BYTES);
  return async (parameters, viewer = ANONYMOUS, charge) => {
    const find = (name: string): Promise<TrustedDocument | undefined> => trusted.find(name, viewer, charge);
    const { documentId, extensions = {} } = parameters;
    const hash = hashOf(extensions);
    const name = documentId ?? hash;
    if (name !== undefined) {
      const published = await find(name).catch(async (error: unknown) => {
        // What is sent with its hash needs no store, except of who is held to what is published.
        if (documentId !== undefined || !isAway(error) || (await trusted.isHeld(viewer))) throw error;
        return undefined;
      });
      if (published) {
        if (parameters.query !== "" && parameters.query !== published.text) throw otherHash();
        return asked(parameters, published.text, true);
      }
    }
    if (await trusted.isHeld(viewer)) return registered(parameters, await ownDocument(parameters, find));
    if (documentId !== undefined)
      throw new ServiceError("BAD_USER_INPUT", "No document of this name is published for you.", {
        reason: "DOCUMENT_UNKNOWN",
      });
    return hash === undefined ? parameters : asked(parameters, automatic(parameters, hash, sent), false);
  };
};

const isAway = (error: unknown): boolean => error instanceof ServiceError && error.code === "SERVICE_UNAVAILABLE";

/** The text of an app that is held to its documents, where it is one of them, letter by letter. */
const ownDocument = async (
  { query }: GraphQLParameters,
  find: (name: string) => Promise<TrustedDocument | undefined>,
): Promise<string | undefined> => (query === "" ? undefined : (await find(documentIdOf(query)))?.text);

const registered = (parameters: GraphQLParameters, text: string | undefined): GraphQLParameters => {
  if (text === undefined)
    throw new ServiceError("BAD_USER_INPUT", "Only documents that were published are taken here.", {
      reason: "OPERATION_NOT_REGISTERED",
    });
  return asked(parameters, text, true);
};

const otherHash = (): ServiceError =>
  new ServiceError("BAD_USER_INPUT", "The document is not the one of the hash.", { reason: "DOCUMENT_HASH" });

/** The text that a client sent before, or sends now with its hash. */
const automatic = ({ query }: GraphQLParameters, hash: string, sent: Lru<string>): string => {
  if (query === "") {
    const known = sent.find(hash);
    if (known === undefined) throw new ServiceError("PERSISTED_QUERY_NOT_FOUND");
    return known;
  }
  if (documentIdOf(query) !== `sha256:${hash}`) throw otherHash();
  if (Buffer.byteLength(query) <= DOCUMENT_LIMITS.bytes) sent.set(hash, query);
  return query;
};

/** What is executed: the text; by which name it came is nothing to what comes after. */
const asked = (
  { documentId: _name, extensions: { persistedQuery: _hash, ...extensions } = {}, ...parameters }: GraphQLParameters,
  query: string,
  isPublished: boolean,
): GraphQLParameters => ({
  ...parameters,
  query,
  ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
  ...(isPublished ? { isPublished } : {}),
});

/** The hash of an automatic document. Throws BAD_USER_INPUT for another protocol than version 1. */
const hashOf = ({ persistedQuery }: Readonly<Record<string, unknown>>): string | undefined => {
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const { version, sha256Hash } = persistedQuery as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version !== 1 || typeof sha256Hash !== "string" || !/^[0-9a-f]{64}$/.test(sha256Hash))
    throw new ServiceError(
      "BAD_USER_INPUT",
      "persistedQuery has version 1 and a SHA-256 in 64 small hexadecimal digits.",
      {
        reason: "DOCUMENT_HASH",
      },
    );
  return sha256Hash;
};
