/** The registry as a command finds it: its database, what it composes with, who signs, and who acts. */
import { createHmac } from "node:crypto";
import { createTokenVerifier, parseTextSigner, type TextSigner } from "../../platform/auth/index.js";
import { readConfig, type ConfigOf } from "../../platform/config/index.js";
import { readOwners, readPolicyFacts } from "../../platform/composition/index.js";
import { createDatabase, provision } from "../../platform/database/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import {
  actOf,
  migrateRegistry,
  REGISTRY_SCHEMA,
  SubgraphRegistry,
  type Act,
  type Published,
  type RegistryDatabase,
} from "../../platform/registry/index.js";
import { readContractFiles, readSchemaFile } from "../../gateway/generation/schema-files.js";
import { todayInShanghai } from "../../schema/diff.js";
import { issuerOf } from "../../infra/local/issuer-url.js";
import { loadState } from "../../infra/local/state.js";
import { checkServer } from "../check-server.js";
import { brokenByRecordedUse } from "./broken-clients.js";
import { REGISTRY_VARIABLES } from "./registry-variables.js";

type RegistryConfig = ConfigOf<typeof REGISTRY_VARIABLES>;

/** What the environment says. */
export const registryConfig = (): RegistryConfig => readConfig(REGISTRY_VARIABLES, process.env);

const urlOf = async ({
  REGISTRY_DATABASE_URL: given,
  DATABASE_URL,
}: RegistryConfig): Promise<{ url: string; release: () => Promise<void> }> => {
  if (given !== "") {
    await checkServer("REGISTRY_DATABASE_URL", given);
    return { url: given, release: async () => undefined };
  }
  // They load all services, which no other command of partners needs.
  const { openDatabaseServer } = await import("../database-server.js");
  const { derivedUrl } = await import("../service-urls.js");
  const server = await openDatabaseServer(DATABASE_URL);
  try {
    const url = derivedUrl(server.url, loadState().secret, REGISTRY_SCHEMA);
    await provision({ adminUrl: server.url, urls: { [REGISTRY_SCHEMA]: url } });
    return { url, release: server.release };
  } catch (error) {
    await server.release();
    throw error;
  }
};

/** Runs the work with the registry's database, whose missing tables are made. */
export const withRegistryDatabase = async <Result>(
  work: (db: RegistryDatabase, config: RegistryConfig) => Promise<Result>,
): Promise<Result> => {
  const config = registryConfig();
  const { url, release } = await urlOf(config);
  const db = createDatabase({
    url,
    applicationName: "govgraph-registry",
    schema: REGISTRY_SCHEMA,
    statementTimeoutMs: 0,
  });
  try {
    await migrateRegistry(db);
    return await work(db, config);
  } finally {
    await db.destroy();
    await release();
  }
};

/** What a gateway without bundles serves. */
const readRelease = (): Published => ({
  policy: loadPolicy(),
  publicSchema: readSchemaFile("public.graphql"),
  contracts: readContractFiles(),
});

/** The signer of bundles. Throws a sentence where a database is given and no key is. */
export const signerOf = (
  config: Pick<RegistryConfig, "REGISTRY_SIGNING_KEY" | "REGISTRY_DATABASE_URL">,
): TextSigner => {
  if (config.REGISTRY_SIGNING_KEY !== "") return parseTextSigner(config.REGISTRY_SIGNING_KEY);
  if (config.REGISTRY_DATABASE_URL !== "")
    throw new Error("REGISTRY_SIGNING_KEY is not set: npm run partner -- key --new makes one.");
  const key = createHmac("sha256", loadState().secret)
    .update("govgraph signing key of the registry")
    .digest("base64url");
  return parseTextSigner(`local:${key}`);
};

/** Who acts, by the token of the environment. Throws a sentence where there is none, or it is not theirs to act. */
const readAct = async (config: RegistryConfig, why: string): Promise<Act> => {
  if (config.REGISTRY_TOKEN === "")
    throw new Error("REGISTRY_TOKEN is not set: sign in, and give the access token of who acts.");
  const issuer =
    config.REGISTRY_ISSUER_URL || (config.KEYCLOAK_URL ? issuerOf(config.KEYCLOAK_URL) : loadState().issuerUrl);
  if (issuer === undefined) throw new Error("No issuer is known: set REGISTRY_ISSUER_URL, or run npm start first.");
  return actOf(await createTokenVerifier({ issuer }).verify(config.REGISTRY_TOKEN), why, new Date());
};

/** Why somebody acts, and whether clients that are broken by it are known to agree. */
export interface Reasons {
  readonly why: string;
  readonly acceptBreaking?: boolean;
}

/** Runs a change of the registry in the name of who is signed in. */
export const changeRegistry = <Result>(
  { why, acceptBreaking = false }: Reasons,
  work: (registry: SubgraphRegistry, act: Act, db: RegistryDatabase) => Promise<Result>,
): Promise<Result> =>
  withRegistryDatabase(async (db, config) => {
    const act = await readAct(config, why);
    const signer = signerOf(config);
    const facts = { ...readPolicyFacts(), owners: readOwners() };
    const registry = new SubgraphRegistry({
      ...{ db, signer, facts, release: readRelease(), today: todayInShanghai() },
      ...(acceptBreaking ? {} : { brokenBy: brokenByRecordedUse }),
    });
    return work(registry, act, db);
  });
