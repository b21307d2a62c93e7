/** Receipts of answers: who asks for one is given a signature over what was asked and answered, to keep as evidence (docs/receipts.md). */
import type { DocumentNode } from "graphql";
import type { TextSigner } from "../../platform/auth/index.js";
import { documentIdOf } from "../../platform/documents/index.js";
import { inLanguage, ServiceError } from "../../platform/errors/index.js";
import { encodeText } from "../../platform/http/index.js";
import { answerHash, signReceipt, variablesHash, type Receipt } from "../../platform/receipts/index.js";
import type { GatewayContext } from "../context.js";
import type { Generation } from "../generation/generation.js";
import { coordinatesOf } from "../use/coordinates.js";
import { headerOf, type GatewayRequest } from "./http-request.js";
import type { KnownDocument } from "./known-documents.js";
import { takesEvents } from "./media-type.js";
import type { GraphQLParameters } from "./parameters.js";
import { bodyOf, type ServerAnswer } from "./server-answer.js";

/** Header with which a request asks for a receipt of its answer. */
export const RECEIPT_HEADER = "x-receipt";

/** Units of weighted cost of a receipt, beside those of the document (docs/performance.md). */
export const RECEIPT_COST = 100;

/** True where the header asks for one. Throws BAD_USER_INPUT for anything but `sign`. */
export const wantsReceipt = (header: string | undefined): boolean => {
  if (header === undefined) return false;
  if (header.trim().toLowerCase() === "sign") return true;
  throw new ServiceError("BAD_USER_INPUT", `${RECEIPT_HEADER} is sign, or is left out.`, { reason: "RECEIPT_HEADER" });
};

/** Throws BAD_USER_INPUT (RECEIPT) where one is asked for at a door that gives none. */
export const refuseReceipt = (request: GatewayRequest): void => {
  if (wantsReceipt(headerOf(request, RECEIPT_HEADER)))
    throw new ServiceError("BAD_USER_INPUT", "There are no receipts here: ask for one at GraphQL or REST.", {
      reason: "RECEIPT",
    });
};

/** What was asked, and how. */
export interface Asked {
  readonly parameters: GraphQLParameters;
  readonly context: GatewayContext;
  /** Absent where the document is none of the graph. */
  readonly known: KnownDocument | undefined;
}

/** Adds receipts. */
export interface Receipts {
  /** The answer as its reader is told it, with `extensions.receipt`: null where a text in it is no Unicode, so that it has no canonical form. */
  add(answer: ServerAnswer, asked: Asked): Promise<ServerAnswer>;
}

/** Throws BAD_USER_INPUT (RECEIPT) where none is given: by this gateway, or of a stream. */
export const checkReceipted = (request: GatewayRequest, receipts: Receipts | undefined): void => {
  if (receipts === undefined)
    throw new ServiceError("BAD_USER_INPUT", "This gateway gives no receipts.", { reason: "RECEIPT" });
  if (takesEvents(request))
    throw new ServiceError("BAD_USER_INPUT", "A stream has no receipt: ask for one answer.", { reason: "RECEIPT" });
};

/** Creates it; `now` is the real time in milliseconds, which may be another than that of domain rules. */
export const createReceipts = (signer: TextSigner, now: () => number = Date.now): Receipts => ({
  async add(answer, asked) {
    const told = toldOf(answer, asked.context);
    const receipt = await sign(told, asked, { signer, now });
    const body = { ...told, extensions: { ...told.extensions, receipt } };
    // Written here, once: what was signed in one language is not told in another.
    return { ...answer, body, encoded: encodeText(JSON.stringify(body)), headers: headersOf(answer, asked.context) };
  },
});

const headersOf = ({ headers, body }: ServerAnswer, { language }: GatewayContext): Map<string, string> =>
  new Map(body.errors ? [...headers, ["content-language", language === "zh" ? "zh-CN" : "en"]] : headers);

/** The answer as it is sent, its errors in the reader's language. */
const toldOf = (answer: ServerAnswer, { language }: GatewayContext): ServerAnswer["body"] => {
  const { errors, ...rest } = bodyOf(answer);
  return errors ? { errors: errors.map((error) => inLanguage(error, language)), ...rest } : rest;
};

const sign = async (
  told: ServerAnswer["body"],
  asked: Asked,
  { signer, now }: { readonly signer: TextSigner; readonly now: () => number },
): Promise<string | null> => {
  const hashes = hashesOf(told, asked.parameters);
  return hashes && signReceipt({ iat: Math.floor(now() / 1_000), ...saidOf(asked), ...hashes }, signer);
};

/** Null where there is no canonical form. */
const hashesOf = (
  told: ServerAnswer["body"],
  { query, variables }: GraphQLParameters,
): Pick<Receipt, "document" | "variables" | "answer"> | null => {
  try {
    return { document: documentIdOf(query), variables: variablesHash(variables), answer: answerHash(told) };
  } catch {
    return null;
  }
};

/** What decides an answer beside what was asked. Of who asks the class alone: no name, agency or place. */
const saidOf = ({ context, known }: Asked): Omit<Receipt, "iat" | "document" | "variables" | "answer"> => {
  const { asOf, requestId, viewer, access, language, contract } = context;
  return {
    asOf: asOf.toISOString(),
    requestId,
    viewer: { kind: viewer.kind, roles: [...viewer.roles].sort() },
    access,
    language,
    ...(contract === undefined ? {} : { contract }),
    ...(known ? { graph: { hash: known.generation.hash, services: versionsOf(known) } } : {}),
  };
};

/** Of documents that were validated, each of one generation. */
const VERSIONS = new WeakMap<DocumentNode, Readonly<Record<string, string>>>();

/** The versions of the services that give what a document asks: hashes of what each gives and closes, as the policy table has them. */
const versionsOf = ({ document, generation }: KnownDocument): Readonly<Record<string, string>> => {
  const found = VERSIONS.get(document) ?? readVersions(document, generation);
  VERSIONS.set(document, found);
  return found;
};

const readVersions = (document: DocumentNode, { schema, ownersOf, policy }: Generation): Record<string, string> => {
  const services = coordinatesOf(document, schema)
    .filter((coordinate) => !coordinate.includes("("))
    .flatMap((coordinate) => ownersOf(...(coordinate.split(".") as [string, string])));
  return Object.fromEntries(
    [...new Set(services)].sort().map((name) => [name, policy.table.subgraphs[name]?.hash ?? ""]),
  );
};
