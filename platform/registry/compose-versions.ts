/** Composes versions of subgraphs into what a bundle holds. */
import { createHash } from "node:crypto";
import type { Bundle } from "../bundle/index.js";
import { compose, type Composition, type CompositionFacts, type SubgraphSource } from "../composition/index.js";
import { closureMismatches } from "../disclosure/table/index.js";
import type { Submission } from "./version.js";

/** The version as composition takes it. */
export const sourceOf = ({ subgraph, url, sdl, overlay }: Submission): SubgraphSource => ({
  name: subgraph,
  url: url ?? "",
  sdl,
  ...(overlay === undefined ? {} : { overlay: { sdl: overlay, file: `${subgraph}.overlay.graphql` } }),
});

/** The composition of the versions. Throws CompositionRefused, or a sentence where supergraph and policy disagree. */
export const composeVersions = (versions: readonly Submission[], facts: CompositionFacts): Composition => {
  const ordered = [...versions].sort((a, b) => (a.subgraph < b.subgraph ? -1 : 1));
  const composition = compose(ordered.map(sourceOf), {
    ...facts,
    subgraphs: new Map(ordered.map(({ subgraph, owner, enforces }) => [subgraph, { owner, enforces }])),
  });
  // What no gateway would take is not published.
  const [mismatch] = closureMismatches(composition.supergraph, composition.policy);
  if (mismatch !== undefined) throw new Error(`Supergraph and policy table disagree: ${mismatch}`);
  return composition;
};

/** The bundle of a composition. */
export const bundleOf = (
  { supergraph, publicSchema, policy, contracts }: Composition,
  versions: readonly Submission[],
  { version, at }: { readonly version: number; readonly at: Date },
): Bundle => ({
  version,
  composedAt: at.toISOString(),
  subgraphs: versions.map(({ subgraph, url }) => ({ name: subgraph, ...(url === undefined ? {} : { url }) })),
  supergraph,
  publicSchema,
  policy,
  contracts,
});

/** What somebody approves: exactly these sentences about exactly these versions. */
export const approvalHash = (exposed: readonly string[], versions: readonly Submission[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        exposed,
        versions.map(({ subgraph, sdl, overlay, url }) => [subgraph, sdl, overlay ?? null, url ?? null]),
      ]),
    )
    .digest("hex");
