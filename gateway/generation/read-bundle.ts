/** What a gateway asks of a bundle before it takes it into use: who signed it, and that it names no host beyond those that were allowed (threat E09). */
import { parseSupergraph } from "../../platform/disclosure/table/index.js";
import { verifyText, type SignerKeys } from "../../platform/auth/index.js";
import { BUNDLE_KIND, parseBundle, type Bundle } from "../../platform/bundle/index.js";
import type { SchemaEdition } from "./generation.js";
import { joinGraphs } from "./join-graphs.js";

/** Name of the subgraph that the gateway answers itself. */
const OWN = "gateway";

/** What a gateway was told to trust. */
export interface BundleTrust {
  readonly signers: SignerKeys;
  /** Origins at which a bundle may place services, such as `https://graph.agency.example`. */
  readonly origins: readonly string[];
  /** Addresses of this gateway's own configuration: they win, by name, over those of a bundle. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** The bundle. Throws a sentence where it is not signed by who is trusted, is none, or names a host that is not allowed. */
export const readBundle = async (signed: string, trust: BundleTrust): Promise<Bundle> => {
  const bundle = parseBundle(await verifyText(signed, BUNDLE_KIND, trust.signers));
  const told = new Map(bundle.subgraphs.map(({ name, url }) => [name, url]));
  if (told.size < bundle.subgraphs.length) throw new Error("The bundle names a subgraph twice.");
  const graphs = joinGraphs(parseSupergraph(bundle.supergraph));
  for (const { name, url } of graphs) {
    if (!told.has(name)) throw new Error(`The bundle has no address of the subgraph ${name} of its supergraph.`);
    if (name !== OWN && url !== told.get(name))
      throw new Error(`Supergraph and bundle give the subgraph ${name} two addresses.`);
  }
  if (graphs.length < told.size) throw new Error("The bundle names a subgraph that its supergraph does not know.");
  for (const { name, url } of bundle.subgraphs) checkAddress(name, url, trust);
  return bundle;
};

const checkAddress = (name: string, url: string | undefined, { origins, addresses }: BundleTrust): void => {
  if (name === OWN) return;
  if (url === undefined) throw new Error(`The bundle has no address of the subgraph ${name}.`);
  if (addresses.has(name)) return;
  const { origin, username, password } = new URL(url);
  if (username !== "" || password !== "" || !origins.includes(origin))
    throw new Error(
      `The bundle places the subgraph ${name} at ${origin}, which GATEWAY_SUBGRAPH_ORIGINS does not allow.`,
    );
};

/** What is taken into use of it. */
export const editionOf = (
  { supergraph, policy, publicSchema, contracts = [], subgraphs }: Bundle,
  { addresses }: Pick<BundleTrust, "addresses">,
): SchemaEdition => ({
  supergraph,
  policy,
  publicSchema,
  contracts,
  addresses: new Map(
    subgraphs.flatMap(({ name, url }) => {
      const address = addresses.get(name) ?? url;
      return name === OWN || address === undefined ? [] : [[name, address] as const];
    }),
  ),
});
