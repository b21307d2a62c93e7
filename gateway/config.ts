/** The variables of the gateway's process. */
import { z } from "zod";
import { ENGINE_NAMES } from "./engine/engines.js";
import { subgraphAddress } from "./upstream/address.js";
import { DEFAULT_QUOTAS } from "./request/rate-limit.js";
import {
  flag,
  localAddressOf,
  logLevel,
  portNumber,
  registeredServices,
  text,
  url,
  variable,
} from "../platform/config/index.js";
import { parseScannerAddress } from "../platform/files/index.js";
import { DEFAULT_NOTICE_MS, NOTICE_DOC } from "../platform/http/index.js";
import { METRICS_VARIABLES, TRACING_VARIABLES } from "../platform/telemetry/index.js";

const wholeNumber = z.coerce.number().int().nonnegative();

const positive = z.coerce.number().int().positive();

const scannerAddress = z.string().refine(
  (address) => {
    try {
      return address === "" || parseScannerAddress(address) !== undefined;
    } catch {
      return false;
    }
  },
  { error: "is tcp://host:port or unix:/path" },
);

const subgraphList = z.string().transform((value, context) => {
  const urls = new Map<string, string>();
  for (const part of value.split(",")) {
    const [name, address] = part.trim().split(/=(.*)/s);
    // The name stands in a header.
    if (!name || !/^[\w-]+$/.test(name) || !address || !URL.canParse(address)) {
      context.addIssue({ code: "custom", message: "is a list name=url,name=url" });
      return z.NEVER;
    }
    try {
      subgraphAddress(address);
    } catch (error) {
      context.addIssue({ code: "custom", message: `${name}: ${(error as Error).message}` });
      return z.NEVER;
    }
    urls.set(name, address);
  }
  return urls as ReadonlyMap<string, string>;
});

const namedOrigins = z.string().transform((value, context) => {
  const origins = value.split(",").filter(Boolean);
  if (origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin)) return origins;
  context.addIssue({ code: "custom", message: "is a list https://one.example,https://two.example" });
  return z.NEVER;
});

const originList = z.string().transform((value, context) => {
  if (value === "*") return value;
  const origins = value.split(",").filter(Boolean);
  if (origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin)) return origins;
  context.addIssue({ code: "custom", message: "is a list https://one.example,https://two.example, or *" });
  return z.NEVER;
});

/** Every variable with its meaning. */
export const GATEWAY_VARIABLES = {
  GATEWAY_HOST: variable({ doc: "Address to listen on.", schema: text, fallback: "127.0.0.1" }),
  GATEWAY_PORT: variable({ doc: "Port of /graphql and the explorer.", schema: portNumber, fallback: "4000" }),
  GATEWAY_ADMIN_HOST: variable({ doc: "Address of the admin port.", schema: text, fallback: "127.0.0.1" }),
  GATEWAY_ADMIN_PORT: variable({ doc: "Port of /metrics and /operator.", schema: portNumber, fallback: "4900" }),
  GATEWAY_SUBGRAPHS: variable({
    doc: "Subgraphs as name=url,name=url.",
    schema: subgraphList,
    fallback: registeredServices()
      .map((name) => `${name}=${localAddressOf(name)}`)
      .join(","),
  }),
  GATEWAY_BUNDLE_URL: variable({
    doc: "Where signed bundles of the registry are looked for (`https:`, `http:` or `file:`); empty for the committed schema files.",
    schema: z.union([
      z.literal(""),
      z.url({ protocol: /^(https?|file)$/, error: "must be an https, http or file URL" }),
    ]),
    fallback: "",
  }),
  GATEWAY_BUNDLE_SIGNERS: variable({
    doc: "Public keys `id:base64url` that sign bundles, the old and the new one while a key is changed; the registry's commands print them.",
    schema: z.string(),
    fallback: "",
  }),
  GATEWAY_BUNDLE_FILE: variable({
    doc: "File that keeps the last good bundle; the gateway starts from it while the registry is away, and takes none that is older.",
    schema: z.string(),
    fallback: "",
  }),
  GATEWAY_BUNDLE_POLL_MS: variable({
    doc: "Milliseconds between two looks for a bundle.",
    schema: wholeNumber.min(100),
    fallback: "10000",
  }),
  GATEWAY_SUBGRAPH_ORIGINS: variable({
    doc: "Origins at which a bundle may place subgraphs, origin,origin; those of GATEWAY_SUBGRAPHS are asked where that says, whatever a bundle says.",
    schema: namedOrigins,
    fallback: "",
  }),
  GATEWAY_CONTEXT_KEYS: variable({
    doc: "Keys `id:base64url` from which those of all services are derived; the first one signs. No service gets them.",
    schema: text,
    secret: true,
  }),
  GATEWAY_OWN_SERVICES: variable({
    doc: "Subgraphs that are our own, name,name: each shares a key with the gateway, and those that enforce are told all that a token says. Every other is a partner's.",
    schema: z.string().transform((names) => names.split(",").filter(Boolean)),
    fallback: registeredServices().join(","),
  }),
  GATEWAY_PARTNER_KEYS: variable({
    doc: "Ed25519 private keys `id:base64url` (32 bytes) by which requests to partners are signed, the first one; the public halves of all are served. Empty where there is no partner.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  GATEWAY_PSEUDONYM_SECRET: variable({
    doc: "Secret of the names by which partners know viewers, the same on all gateways; with another one every viewer is somebody new to them. Needed where GATEWAY_PARTNER_KEYS is set.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  GATEWAY_RECEIPT_KEY: variable({
    doc: "Ed25519 private key `id:base64url` (32 bytes) that signs receipts of answers, the same on all gateways; its public half is served. Empty: no receipts are given.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  GATEWAY_RECEIPT_RETIRED: variable({
    doc: "Public keys that signed receipts before, `id:base64url@end`, with the last instant at which each may have signed (`2026-11-30T08:00:00Z`); they stay here, so that what they signed can be verified. `npm run receipt -- rotate` prints the list.",
    schema: z.string(),
    fallback: "",
  }),
  GATEWAY_WEBHOOK_SIGNERS: variable({
    doc: "Public keys `id:base64url` under which apps verify what is pushed to them, of `WEBHOOKS_KEY`; they are served. Empty where nothing is pushed.",
    schema: z.string(),
    fallback: "",
  }),
  GATEWAY_CURSOR_SECRET: variable({
    doc: "Secret that seals the cursors of the gateway's own lists, the same on all gateways; no service has it.",
    schema: text,
    secret: true,
  }),
  GATEWAY_ISSUER_URL: variable({
    doc: "Issuer of access tokens, a Keycloak realm.",
    schema: url,
    fallback: "http://localhost:8080/realms/gov",
    developmentOnly: true,
  }),
  GATEWAY_KEY_SET_URL: variable({
    doc: "Where the issuer's public keys are fetched, where that is not below the issuer's own address (containers); empty for `<issuer>/protocol/openid-connect/certs`.",
    schema: z.union([z.literal(""), url]),
    fallback: "",
  }),
  GATEWAY_CLOCK_EPOCH: variable({
    doc: "Instant from which the clock of domain rules ticks (demonstration data); `real` for the real time.",
    schema: z.union([z.literal("real"), z.iso.datetime({ offset: true })]),
    fallback: "real",
  }),
  GATEWAY_ENGINE: variable({
    doc: "What plans and executes: `compiled`, or `apollo` for @apollo/gateway, which it is compared with.",
    schema: z.enum(ENGINE_NAMES),
    fallback: "compiled",
  }),
  GATEWAY_EXPLORER: variable({
    doc: "Whether / shows the explorer and introspection is answered.",
    schema: flag,
    fallback: "true",
    developmentOnly: true,
  }),
  GATEWAY_ORIGINS: variable({
    doc: "Origins whose pages may read /graphql, /schema.graphql, /negative-list, /contracts, /files, /imports, /rest and /mcp, origin,origin; `*` for any, empty for none. Credentials are never allowed.",
    schema: originList,
    fallback: "*",
    developmentOnly: true,
  }),
  GATEWAY_OPERATOR_KEY: variable({
    doc: "RS256 public key of the realm (PEM or base64) that guards /operator; empty for no operator's endpoints.",
    schema: z.string(),
    fallback: "",
  }),
  GATEWAY_DEMO_USERS: variable({
    doc: "Demonstration users that the explorer offers to sign in as, name,name; empty where the data is real.",
    schema: z.string().transform((names) => names.split(",").filter(Boolean)),
    fallback: "",
  }),
  GATEWAY_AGREEMENTS: variable({
    doc: "Folder of data-sharing agreements, the same for the gateway and all services; empty for none.",
    schema: z.string(),
    fallback: "",
  }),
  GATEWAY_RATE_ANONYMOUS: variable({
    doc: "Units of weighted cost that one address may use in a minute without a token; 0 for no limit.",
    schema: wholeNumber,
    fallback: String(DEFAULT_QUOTAS.anonymous),
  }),
  GATEWAY_RATE_SIGNED_IN: variable({
    doc: "Units of weighted cost that one signed-in person or client may use in a minute; 0 for no limit.",
    schema: wholeNumber,
    fallback: String(DEFAULT_QUOTAS.signedIn),
  }),
  GATEWAY_RATE_STORE: variable({
    doc: "PostgreSQL (postgresql://…) through which several gateways share what clients used; its role may create a table in the schema public. Empty: each gateway counts for itself.",
    schema: z.union([z.literal(""), url]),
    fallback: "",
    secret: true,
  }),
  GATEWAY_USE_STORE: variable({
    doc: "PostgreSQL (postgresql://…) in which gateways count who uses which fields, for `npm run partner`; its role may create tables in the schema public. Empty: nothing is counted.",
    schema: z.union([z.literal(""), url]),
    fallback: "",
    secret: true,
  }),
  GATEWAY_USE_SHARE: variable({
    doc: "Share of requests that is counted; each stands for 1/share.",
    schema: z.coerce.number().positive().max(1),
    fallback: "1",
  }),
  GATEWAY_DOCUMENTS_STORE: variable({
    doc: "PostgreSQL (postgresql://…) in which apps' documents stand that `npm run documents` publishes; its role may create tables in the schema public. Empty: none are published.",
    schema: z.union([z.literal(""), url]),
    fallback: "",
    secret: true,
  }),
  GATEWAY_DOCUMENTS_ONLY: variable({
    doc: "Whether readers without a token may ask nothing but published documents; needs GATEWAY_DOCUMENTS_STORE.",
    schema: flag,
    fallback: "false",
  }),
  GATEWAY_LOADS_STORE: variable({
    doc: "PostgreSQL (postgresql://…) that keeps what publishers upload at /imports and what became of it; its role owns the schema `loads`. Empty: they load nothing here.",
    schema: z.union([z.literal(""), url]),
    fallback: "",
    secret: true,
  }),
  GATEWAY_LOADS_DIRECTORY: variable({
    doc: "Folder for what publishers upload, shared by all gateways and workers; it holds what is personal, so nobody else reads it.",
    schema: z.string(),
    fallback: "",
  }),
  GATEWAY_FILES_FOLDER: variable({
    doc: "Folder in which uploaded files are kept, on one disk that all gateways share; with a bucket, the folder of each gateway in which files stand while they come. Empty: no files are taken.",
    schema: z.string(),
    fallback: "",
  }),
  GATEWAY_FILES_BUCKET: variable({
    doc: "Bucket of an S3-compatible store in which uploaded files are kept, `https://host/bucket` or `https://bucket.host/`; without TLS on this machine alone. It holds nothing else. Empty: the folder keeps them.",
    schema: z.union([z.literal(""), url]),
    fallback: "",
  }),
  GATEWAY_FILES_BUCKET_REGION: variable({ doc: "Region of the bucket.", schema: text, fallback: "us-east-1" }),
  GATEWAY_FILES_BUCKET_KEY: variable({
    doc: "Access key `id:secret` of the bucket: it may list it, and put, get and delete its objects. Needed where there is a bucket.",
    schema: z.string().regex(/^$|^[^:]+:.+$/, { error: "is id:secret" }),
    fallback: "",
    secret: true,
  }),
  GATEWAY_UPLOAD_KEY: variable({
    doc: "Ed25519 private key `id:base64url` (32 bytes) that signs receipts of uploads, the same on all gateways; services have its public half. Needed where files are taken.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  GATEWAY_FILES_SCANNER: variable({
    doc: "Virus scanner of ClamAV's protocol, `tcp://host:port` or `unix:/path`; while it does not answer, no file is taken. Empty for none.",
    schema: scannerAddress,
    fallback: "",
  }),
  GATEWAY_FILES_MOST_MIB: variable({ doc: "Largest file, in MiB.", schema: positive, fallback: "50" }),
  GATEWAY_FILES_A_DAY: variable({
    doc: "Files that one person or client may upload in a day.",
    schema: positive,
    fallback: "200",
  }),
  GATEWAY_FILES_MIB_A_DAY: variable({
    doc: "MiB that one person or client may upload in a day, counted in whole ones of each file.",
    schema: positive,
    fallback: "1024",
  }),
  GATEWAY_TRUSTED_PROXIES: variable({
    doc: "Proxies before the gateway that add to X-Forwarded-For; 0 where clients connect directly.",
    schema: wholeNumber,
    fallback: "0",
  }),
  GATEWAY_NOTICE_MS: variable({ doc: NOTICE_DOC, schema: wholeNumber, fallback: String(DEFAULT_NOTICE_MS) }),
  GATEWAY_LOG_LEVEL: variable({ doc: "Lowest level that is logged.", schema: logLevel, fallback: "info" }),
  ...TRACING_VARIABLES,
  ...METRICS_VARIABLES,
};
