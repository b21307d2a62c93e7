/** Judges a partner's file beside all other subgraphs: what it would disclose, what it would change, and why it is refused. */
import type { LocalDate } from "../../domain/index.js";
import type { PolicyTable } from "../../disclosure/table/index.js";
import { compareSchemas, type SchemaChange } from "../breaking.js";
import { canonicalDocuments, canonicalise, type SubgraphSource } from "../canonical.js";
import { compilePolicy } from "../compile-policy.js";
import { composeDocuments } from "../compose.js";
import type { NamedDocument } from "../declarations.js";
import { disclosureProblems } from "../gates.js";
import { diffPolicies, type PolicyChange } from "../policy-diff.js";
import type { Problem } from "../problem.js";
import { indexSchema, type GateFacts } from "../schema-index.js";
import { adviceOn } from "./advice.js";
import { clientProblems } from "./client-changes.js";
import { composerProblems } from "./composer-problems.js";
import { disclosedBy, type Disclosed } from "./disclosed.js";
import { knownTypes, type KnownTypes } from "./known-types.js";
import { ownershipProblems } from "./ownership.js";
import { promiseProblems } from "./promises.js";
import { vocabularyProblems } from "./vocabulary-gates.js";

/** What a partner is checked against. */
export interface Installation {
  /** All other subgraphs, which compose. */
  readonly others: readonly SubgraphSource[];
  readonly facts: GateFacts;
  /** Public schema and policy as clients know them now. */
  readonly publicSchema: string;
  readonly policy: PolicyTable;
  /** Roots beside Query that this partner may publish. */
  readonly approved: ReadonlySet<string>;
  /** Day on which an `until` counts as past. */
  readonly on: LocalDate;
}

/** What the check found. */
export interface PartnerCheck {
  readonly partner: string;
  readonly file: string;
  /** Why it is refused; empty where it composes. */
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
  readonly disclosed: Disclosed;
  /** What changes for clients of today, additions left out. */
  readonly clients: readonly SchemaChange[];
  /** Closures against those of today. */
  readonly closures: readonly PolicyChange[];
}

const NOTHING: Disclosed = { public: [], closed: [], internal: [] };

/** Checks one partner. Nothing is written. */
export const checkPartner = async (source: SubgraphSource, installation: Installation): Promise<PartnerCheck> => {
  const file = source.file ?? `${source.name}.graphql`;
  const refused = (problems: readonly Problem[]): PartnerCheck => ({
    partner: source.name,
    file,
    problems,
    advice: [],
    disclosed: NOTHING,
    clients: [],
    closures: [],
  });
  const { document, links, problems } = canonicalise(source);
  if (problems.length > 0) return refused(problems);
  const partner: NamedDocument = { subgraph: source.name, document, file };
  const others = canonicalDocuments(installation.others);
  const documents = [...others, partner];
  const types = knownTypes(others);
  const index = indexSchema(documents);
  const judged = {
    ...refused([...vocabularyProblems(partner, links), ...gateProblems(partner, documents, types, installation)]),
    advice: adviceOn(partner, index, types),
    disclosed: disclosedBy(source.name, index, types, installation.facts.legalBases),
  };
  if (judged.problems.length > 0) return judged;
  return { ...judged, ...(await composedWith(partner, documents, source, installation, types)) };
};

const gateProblems = (
  partner: NamedDocument,
  documents: readonly NamedDocument[],
  types: KnownTypes,
  { facts, approved }: Installation,
): Problem[] => {
  const owned = ownershipProblems(partner, { types, owners: facts.owners, approved });
  const taken = new Set(owned.map(({ line, name }) => `${line} ${name}`));
  return [
    ...owned,
    // What is another's is not to be mended, but to be left.
    ...disclosureProblems(documents, facts, partner.subgraph).filter(({ line, name }) => !taken.has(`${line} ${name}`)),
    ...promiseProblems(partner, documents, facts),
  ];
};

const composedWith = async (
  partner: NamedDocument,
  documents: readonly NamedDocument[],
  source: SubgraphSource,
  { others, facts, publicSchema, policy, on }: Installation,
  types: KnownTypes,
): Promise<Pick<PartnerCheck, "problems" | "clients" | "closures">> => {
  const urls = new Map([...others, source].map(({ name, url }) => [name, url]));
  const composed = composeDocuments(documents, urls);
  if ("errors" in composed) return { problems: composerProblems(composed.errors, partner), clients: [], closures: [] };
  const changes = (await compareSchemas(publicSchema, composed.publicSchema)).filter(({ level }) => level !== "SAFE");
  const closures = diffPolicies({ previous: policy, next: compilePolicy(documents, facts), on }).filter(
    ({ subgraph }) => subgraph === partner.subgraph,
  );
  return { problems: clientProblems(changes, partner, types), clients: changes, closures };
};
