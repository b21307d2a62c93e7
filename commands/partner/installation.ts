/** What a partner is checked against: the committed SDL of all other subgraphs, the public schema, the policy and the registry. */
import { readdirSync, readFileSync } from "node:fs";
import { readContractFiles } from "../../gateway/generation/schema-files.js";
import { readOwners, readPolicyFacts } from "../../platform/composition/index.js";
import type { Installation } from "../../platform/composition/partner/index.js";
import { projectPath, SUBGRAPH_NAME, subgraphRegistry } from "../../platform/config/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { isValidUscc, type LocalDate } from "../../platform/domain/index.js";

const FOLDER = "schema/subgraphs";

/** Who the partner is, as the operator says. */
export interface PartnerGiven {
  /** Organisation that answers for it. @default what the registry says, or nobody yet */
  readonly owner: string | undefined;
  readonly on: LocalDate;
}

const read = (path: string): string => readFileSync(projectPath(path), "utf8");

/** Everything that stands in `schema/`, the partner's own file left out. Throws a sentence where the name or the owner is none that a partner may have. */
export const readInstallation = (name: string, { owner, on }: PartnerGiven): Installation => {
  const registered = subgraphRegistry().find((entry) => entry.name === name);
  requirePartnerName(name);
  if (owner !== undefined && !isOrganisation(owner))
    throw new Error(`${owner} is no organisation: write --owner CN-USCC- and the credit code of the agency.`);
  const facts = readPolicyFacts();
  const known = registered?.owner ?? { zh: name, en: name };
  const answersFor = { enforces: false, owner: owner === undefined ? known : { ...known, id: owner } };
  return {
    others: readdirSync(projectPath(FOLDER))
      .filter((file) => file.endsWith(".graphql") && file !== `${name}.graphql`)
      .map((file) => ({
        name: file.replace(/\.graphql$/, ""),
        url: "",
        sdl: read(`${FOLDER}/${file}`),
        file: `${FOLDER}/${file}`,
      })),
    facts: { ...facts, owners: readOwners(), subgraphs: new Map([...facts.subgraphs, [name, answersFor]]) },
    publicSchema: read("schema/public.graphql"),
    contracts: readContractFiles(),
    policy: loadPolicy(),
    approved: new Set(registered?.operations ?? []),
    on,
  };
};

/** Throws a sentence where nothing can be called so. */
export const requireSubgraphName = (name: string): void => {
  if (!SUBGRAPH_NAME.test(name))
    throw new Error(`${name} is no name of a subgraph: write small letters, digits and hyphens, such as housing.`);
};

/** Throws a sentence where a partner can not be called so. */
export const requirePartnerName = (name: string): void => {
  requireSubgraphName(name);
  if (subgraphRegistry().some((entry) => entry.name === name && entry.enforces))
    throw new Error(`${name} is a service of this installation: give the partner another name.`);
};

const PREFIX = "CN-USCC-";

const isOrganisation = (id: string): boolean => id.startsWith(PREFIX) && isValidUscc(id.slice(PREFIX.length));
