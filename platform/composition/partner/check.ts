/** Judges a partner's file beside all other subgraphs: what it would disclose, what it would change, and why it is refused. */
import type { GraphQLError } from "graphql";
import type { LocalDate } from "../../domain/index.js";
import type { BundledContract } from "../../bundle/index.js";
import type { PolicyTable } from "../../disclosure/table/index.js";
import { compareSchemas, type SchemaChange } from "../breaking.js";
import { canonicalDocuments, canonicalise, type SubgraphSource } from "../canonical.js";
import { compilePolicy } from "../compile-policy.js";
import { composeDocuments, type CompositionFacts } from "../compose.js";
import { unknownTags, type ContractChange } from "../contracts/index.js";
import type { NamedDocument } from "../declarations.js";
import { disclosureProblems } from "../gates.js";
import { diffPolicies, type PolicyChange } from "../policy-diff.js";
import type { Problem } from "../problem.js";
import { indexSchema, type SchemaIndex } from "../schema-index.js";
import { adviceOn } from "./advice.js";
import { clientProblems } from "./client-changes.js";
import { contractsWith, type Composed } from "./contracts-with.js";
import { composerProblems } from "./composer-problems.js";
import { disclosedBy, type Disclosed } from "./disclosed.js";
import { keyWordOf, knownTypes, type KnownTypes } from "./known-types.js";
import { neighbourhood } from "./neighbourhood.js";
import { ownershipProblems } from "./ownership.js";
import { promiseProblems } from "./promises.js";
import { vocabularyProblems } from "./vocabulary-gates.js";

/** What a partner is checked against. */
export interface Installation {
  /** All other subgraphs, which compose. */
  readonly others: readonly SubgraphSource[];
  readonly facts: CompositionFacts;
  /** Public schema, policy and contracts as clients know them now. */
  readonly publicSchema: string;
  readonly policy: PolicyTable;
  /** @default none */
  readonly contracts?: readonly Pick<BundledContract, "name" | "schema">[];
  /** Roots beside Query that this partner may publish. */
  readonly approved: ReadonlySet<string>;
  /** Day on which an `until` counts as past. */
  readonly on: LocalDate;
  /** Composes all others, and not only the part that the partner meets. @default false */
  readonly whole?: boolean;
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
  /** What it adds to each contract and takes out of it. */
  readonly contracts: readonly ContractChange[];
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
    contracts: [],
  });
  const { document, links, problems } = canonicalise(source);
  if (problems.length > 0) return refused(problems);
  const partner: NamedDocument = { subgraph: source.name, document, file };
  const others = canonicalDocuments(installation.others);
  const documents = [...others, partner];
  const types = knownTypes(others);
  const index = indexSchema(documents);
  const judged = {
    ...refused([
      ...vocabularyProblems(partner, links),
      ...gateProblems(partner, documents, { types, index }, installation),
    ]),
    advice: [...adviceOn(partner, index, types), ...unknownTags(partner, installation.facts.contracts ?? [])],
    disclosed: disclosedBy(source.name, index, types, installation.facts.legalBases),
  };
  if (judged.problems.length > 0) return judged;
  return {
    ...judged,
    ...(await composedWith(partner, others, installation, types)),
    closures: closuresOf(partner, index, installation),
  };
};

const gateProblems = (
  partner: NamedDocument,
  documents: readonly NamedDocument[],
  { types, index }: { readonly types: KnownTypes; readonly index: SchemaIndex },
  { facts, approved }: Installation,
): Problem[] => {
  const owned = ownershipProblems(partner, { types, owners: facts.owners, approved });
  const taken = new Set(owned.map(({ line, name }) => `${line} ${name}`));
  return [
    ...owned,
    // What is another's is not to be mended, but to be left.
    ...disclosureProblems(documents, facts, partner.subgraph, index).filter(
      ({ line, name }) => !taken.has(`${line} ${name}`),
    ),
    ...promiseProblems(partner, documents, facts),
  ];
};

/** The partner's closures against those in force; what it no longer declares is gone, and not open. */
const closuresOf = (
  partner: NamedDocument,
  index: SchemaIndex,
  { facts, policy, on }: Installation,
): readonly PolicyChange[] =>
  diffPolicies({
    previous: policy,
    next: compilePolicy([partner], facts),
    on,
    exists: (subgraph, type, field) => index.find(type, field).some((declared) => declared.subgraph === subgraph),
  }).filter(({ subgraph }) => subgraph === partner.subgraph);

/** Public schemas without the partner and with it, and of what they were composed; or the composer's errors. */
type Change = Composed | { readonly errors: readonly GraphQLError[] };

const composedWith = async (
  partner: NamedDocument,
  others: readonly NamedDocument[],
  installation: Installation,
  types: KnownTypes,
): Promise<Pick<PartnerCheck, "problems" | "clients" | "contracts">> => {
  const change = changeInPart(partner, others, installation, types) ?? changeInAll(partner, others, installation);
  if ("errors" in change) return { problems: composerProblems(change.errors, partner), clients: [], contracts: [] };
  const changes = (await compareSchemas(change.before, change.after)).filter(({ level }) => level !== "SAFE");
  const { problems, contracts } = contractsWith(partner, others, change, installation);
  return { problems: [...clientProblems(changes, partner, types), ...problems], clients: changes, contracts };
};

const changeInAll = (
  partner: NamedDocument,
  others: readonly NamedDocument[],
  { publicSchema }: Installation,
): Change => {
  const after = composeDocuments([...others, partner]);
  return "errors" in after ? after : { before: publicSchema, after: after.publicSchema };
};

/** Undefined where the part does not tell: of a partner that is known already, all of the graph may hold what it gave. */
const changeInPart = (
  partner: NamedDocument,
  others: readonly NamedDocument[],
  { whole, policy, publicSchema }: Installation,
  types: KnownTypes,
): Change | undefined => {
  if (whole || policy.subgraphs[partner.subgraph] || isPublished(partner, publicSchema, types)) return undefined;
  const met = neighbourhood(partner, others, types);
  if (met === undefined) return undefined;
  const before = met.length === 0 ? undefined : composeDocuments(met);
  if (before && "errors" in before) return undefined;
  const after = composeDocuments([...met, partner]);
  return "errors" in after ? after : { before: (before ?? after).publicSchema, after: after.publicSchema, others: met };
};

/** True where clients know types of the partner's own by now. */
const isPublished = ({ document }: NamedDocument, publicSchema: string, types: KnownTypes): boolean => {
  const published = new Set(
    [...publicSchema.matchAll(/^(?:type|interface|enum|scalar|union|input) (\w+)/gm)].map(([, name]) => name),
  );
  return document.definitions.some(
    (definition) =>
      keyWordOf(definition) !== undefined &&
      "name" in definition &&
      definition.name !== undefined &&
      published.has(definition.name.value) &&
      types.find(definition.name.value) === undefined,
  );
};
