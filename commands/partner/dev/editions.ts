/** What the gateway of a developer takes into use: the graph with the partner's subgraph, or without it. */
import { compose, type SubgraphSource } from "../../../platform/composition/index.js";
import { checkPartner, type Installation, type PartnerCheck } from "../../../platform/composition/partner/index.js";
import type { PolicyTable } from "../../../platform/disclosure/table/index.js";
import type { SchemaEdition } from "../../../gateway/generation/generation.js";

/** Mocks close nothing: the gateway does it for all, as for partners. */
const enforcedByTheGateway = (policy: PolicyTable): PolicyTable => ({
  ...policy,
  subgraphs: Object.fromEntries(
    Object.entries(policy.subgraphs).map(([name, entry]) => [name, { ...entry, enforces: name === "gateway" }]),
  ),
});

/** The graph of today. */
export const editionWithout = ({ others, facts }: Installation): SchemaEdition => {
  const { supergraph, publicSchema, policy, contracts } = compose(others, facts);
  return { supergraph, publicSchema, contracts, policy: enforcedByTheGateway(policy) };
};

/** What a check found, and the graph with the partner where it composes. */
export interface Judged {
  readonly found: PartnerCheck;
  readonly edition?: SchemaEdition;
}

/** Checks the partner's subgraph and composes it with all others. */
export const judge = async (source: SubgraphSource, installation: Installation): Promise<Judged> => {
  const found = await checkPartner(source, installation);
  if (found.problems.length > 0) return { found };
  return { found, edition: editionWithout({ ...installation, others: [...installation.others, source] }) };
};
