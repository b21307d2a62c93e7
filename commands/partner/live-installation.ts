/** What is served now, as the registry knows it: where `REGISTRY_DATABASE_URL` names one, partners are judged beside it and see themselves in it. */
import { textOfSigned } from "../../platform/auth/index.js";
import { parseBundle, type Bundle } from "../../platform/bundle/index.js";
import type { Installation } from "../../platform/composition/partner/index.js";
import {
  findBundle,
  listVersions,
  sourceOf,
  type RegistryDatabase,
  type SubgraphVersion,
} from "../../platform/registry/index.js";
import { readInstallation, type PartnerGiven } from "./installation.js";
import { readSchemaFile } from "../../gateway/generation/schema-files.js";
import { loadPolicy, type PolicyTable } from "../../platform/disclosure/table/index.js";
import { fieldsAlone } from "../../gateway/generation/field-owners.js";
import { committedFieldsOf } from "./mirror.js";
import { registryConfig, withRegistryDatabase } from "./open-registry.js";

/** What gateways that follow the registry serve. */
interface Live {
  readonly bundle: Bundle;
  readonly versions: readonly SubgraphVersion[];
}

const readLive = async (db: RegistryDatabase): Promise<Live | undefined> => {
  const bundle = await findBundle(db);
  return (
    bundle && { bundle: parseBundle(textOfSigned(bundle.signed)), versions: await listVersions(db, { state: "LIVE" }) }
  );
};

/** Undefined where no registry is named, or it has made no bundle yet. */
const findLive = async (): Promise<Live | undefined> =>
  registryConfig().REGISTRY_DATABASE_URL === "" ? undefined : withRegistryDatabase(readLive);

/** What a partner is checked against: what the registry serves, or the committed schema. Throws a sentence as `readInstallation` does. */
export const findInstallation = async (name: string, given: PartnerGiven): Promise<Installation> => {
  const committed = readInstallation(name, given);
  const live = await findLive();
  if (!live) return committed;
  const { bundle, versions } = live;
  const own = committed.facts.subgraphs.get(name);
  const before = given.owner === undefined ? versions.find(({ subgraph }) => subgraph === name) : undefined;
  const others = versions.filter(({ subgraph }) => subgraph !== name);
  return {
    ...committed,
    others: others.map(sourceOf),
    facts: {
      ...committed.facts,
      subgraphs: new Map([
        ...others.map(({ subgraph, owner, enforces }) => [subgraph, { owner, enforces }] as const),
        ...(own ? [[name, before ? { ...own, owner: before.owner } : own] as const] : []),
      ]),
    },
    publicSchema: bundle.publicSchema,
    policy: bundle.policy,
    contracts: bundle.contracts ?? [],
  };
};

/** Public schema and policy of what is served. */
export const servedGraph = async (): Promise<{ readonly publicSchema: string; readonly policy: PolicyTable }> =>
  (await findLive())?.bundle ?? { policy: loadPolicy(), publicSchema: readSchemaFile("public.graphql") };

/** Fields that the subgraph alone gives, where they are served. Throws a sentence where there is none of the name. */
export const servedFieldsOf = async (name: string): Promise<readonly string[]> => {
  const live = await findLive();
  const fields = live ? fieldsAlone(name, live.bundle.supergraph) : [];
  return fields.length > 0 ? fields : committedFieldsOf(name);
};
