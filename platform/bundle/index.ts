/** Bundles: supergraph, policy and addresses of services as one signed artefact, which a registry makes and gateways take into use. */
export {
  BUNDLE_KIND,
  parseBundle,
  printBundle,
  type Bundle,
  type BundledContract,
  type BundledSubgraph,
} from "./bundle.js";
export { entityTag } from "./entity-tag.js";
