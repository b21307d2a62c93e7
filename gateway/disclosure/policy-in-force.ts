/** The policy that a gateway goes by: table, agreements and what follows from them; replaced as a whole with the supergraph. */
import { type AgreementBook, createDecider, type Decider } from "../../platform/disclosure/decision/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { createPartnerGuard, type PartnerGuard } from "./partner-guard.js";
import { readSupergraphTypes, type SubgraphTypes } from "./supergraph-types.js";

/** What the gateway knows of a subgraph's closed fields. */
export interface SubgraphPolicy {
  /** Hash of the rules for this subgraph. */
  readonly hash: string;
  /** True where the subgraph enforces them itself. */
  readonly enforces: boolean;
  readonly guard: PartnerGuard;
}

/** A policy table with what follows from it. */
export interface PolicyInForce {
  readonly table: PolicyTable;
  readonly decider: Decider;
  /** What holds for a subgraph; one that is not in the table has no closed fields, and is not trusted to keep any. */
  subgraph(name: string): SubgraphPolicy;
}

/** Creates it for a supergraph, which is read only when a subgraph has to be guarded. */
export const createPolicyInForce = (
  table: PolicyTable,
  agreements: AgreementBook,
  supergraph: string,
): PolicyInForce => {
  const decider = createDecider(table, agreements);
  let types: ((subgraph: string) => SubgraphTypes) | undefined;
  const guardOf = (name: string): PartnerGuard => {
    let guard: PartnerGuard | undefined;
    return {
      prepare(query) {
        types ??= readSupergraphTypes(supergraph);
        guard ??= createPartnerGuard(name, table, decider, types(name));
        return guard.prepare(query);
      },
    };
  };
  const subgraphs = new Map<string, SubgraphPolicy>();
  return {
    table,
    decider,
    subgraph(name) {
      const known = subgraphs.get(name);
      if (known) return known;
      const { hash = "", enforces = false } = table.subgraphs[name] ?? {};
      const made = { hash, enforces, guard: guardOf(name) };
      subgraphs.set(name, made);
      return made;
    },
  };
};
