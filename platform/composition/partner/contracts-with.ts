/** What a partner's file does to the contracts: what it adds and takes out, and where it makes one of them no schema. */
import type { BundledContract } from "../../bundle/index.js";
import type { PolicyTable } from "../../disclosure/table/index.js";
import type { CompositionFacts } from "../compose.js";
import { composeContracts, contractChanges, type ContractChange, type StandsIn } from "../contracts/index.js";
import { compilePolicy } from "../compile-policy.js";
import { typesOf, type NamedDocument } from "../declarations.js";
import { locate, printLocation, type Problem } from "../problem.js";
import { namedType } from "../schema-index.js";

/** Public schemas without the partner and with it; `others` where they are of a part of the graph. */
export interface Composed {
  readonly before: string;
  readonly after: string;
  readonly others?: readonly NamedDocument[];
}

/** What contracts are made by, and as clients know them now. */
interface Known {
  readonly facts: CompositionFacts;
  readonly policy: PolicyTable;
  readonly contracts?: readonly Pick<BundledContract, "name" | "schema">[];
}

/** Contracts with the partner beside those without it. */
export const contractsWith = (
  partner: NamedDocument,
  others: readonly NamedDocument[],
  { before, after, others: met }: Composed,
  { facts, policy, contracts: known = [] }: Known,
): { readonly problems: readonly Problem[]; readonly contracts: readonly ContractChange[] } => {
  const { contracts = [] } = facts;
  const ofOthers = policy.fields.filter(({ subgraph }) => subgraph !== partner.subgraph);
  const closed = [...ofOthers, ...compilePolicy([partner], facts).fields];
  const standsIn = met && rootsOfOthers(partner, known);
  const made = composeContracts({
    ...{ contracts, closed, standsIn },
    publicSchema: after,
    documents: [...(met ?? others), partner],
  });
  // Of a part that is met the rest is not there: what is wrong with others there is no fault.
  const without =
    met === undefined
      ? known
      : met.length === 0
        ? []
        : composeContracts({ contracts, standsIn, publicSchema: before, documents: met, closed: ofOthers }).contracts;
  const own = made.problems.filter(({ subgraph }) => subgraph === partner.subgraph);
  const elsewhere = made.problems.length > own.length && met === undefined;
  return {
    problems: elsewhere && own.length === 0 ? [madeInvalid(partner)] : own,
    contracts: contractChanges(without, made.contracts),
  };
};

/** Roots that are not the partner's: what they give is in a contract where clients are shown it now. */
const rootsOfOthers = (partner: NamedDocument, known: NonNullable<Known["contracts"]>): StandsIn => {
  const own = new Set(
    typesOf(partner.document)
      .filter(({ name }) => name.value === "Query")
      .flatMap(({ fields }) => (fields ?? []).map(({ name }) => name.value)),
  );
  const shown = new Map(
    known.map(({ name, schema }) => [name, new Set([...schema.matchAll(/^\w+ (\w+)/gm)].map(([, type]) => type))]),
  );
  return (contract, { name, type }) =>
    own.has(name.value) ? undefined : (shown.get(contract)?.has(namedType(type)) ?? false);
};

/** Nothing of it stands in the partner's file, and nothing of others is told. */
const madeInvalid = (partner: NamedDocument): Problem => {
  const location = locate(partner, {});
  const message = `${printLocation(location)} makes a contract invalid at what others declare: ask the operator which.`;
  return { ...location, message };
};
