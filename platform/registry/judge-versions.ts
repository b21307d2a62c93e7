/** Judges versions as `npm run partner -- check` does: what a partner may not do is refused, however it is handed in. */
import { CompositionRefused, type Composition, type CompositionFacts } from "../composition/index.js";
import { checkPartner, type SchemaChange } from "../composition/partner/index.js";
import { compareSchemas } from "../composition/breaking.js";
import type { LocalDate } from "../domain/index.js";
import { composeVersions, sourceOf } from "./compose-versions.js";
import { exposures, type Published } from "./exposures.js";
import { moves } from "./moves.js";
import { APPROVALS_NEEDED } from "./version.machine.js";
import type { Submission } from "./version.js";

/** Beside what they are judged. */
export interface JudgedBeside {
  /** Live versions that stay. */
  readonly others: readonly Submission[];
  /** What their subgraphs were before. */
  readonly before: readonly Submission[];
  readonly facts: CompositionFacts;
  /** What gateways serve now. */
  readonly published: Published;
  readonly today: LocalDate;
}

/** Why partners' versions are refused, a sentence each; of services that enforce the rules themselves composition says enough. */
const partnerProblems = async (
  versions: readonly Submission[],
  { others, facts, published, today }: JudgedBeside,
): Promise<string[]> => {
  const subgraphs = new Map(
    [...others, ...versions].map(({ subgraph, owner, enforces }) => [subgraph, { owner, enforces }]),
  );
  const problems: string[] = [];
  for (const version of versions.filter(({ enforces }) => !enforces)) {
    const beside = [...others, ...versions.filter((one) => one !== version)];
    const found = await checkPartner(sourceOf(version), {
      others: beside.map(sourceOf),
      facts: { ...facts, subgraphs },
      publicSchema: published.publicSchema,
      policy: published.policy,
      contracts: published.contracts ?? [],
      // Effects are a service's own: no partner has been approved for any.
      approved: new Set(),
      on: today,
    });
    problems.push(...found.problems.map(({ message }) => message));
  }
  return problems;
};

/** What is known of versions before anybody decides: why they are refused, or what they compose to. */
export type Judged =
  | { readonly problems: readonly string[] }
  | {
      readonly composition: Composition;
      /** What they make public, a sentence each. */
      readonly exposed: readonly string[];
      /** Which services they ask at another address, a sentence each. */
      readonly moves: readonly string[];
      /** How many others must approve it. */
      readonly needed: number;
      readonly published: Published;
    };

/** Judges versions that would go live together. */
export const judgeVersions = async (versions: readonly Submission[], beside: JudgedBeside): Promise<Judged> => {
  const { others, before, facts, published, today } = beside;
  const forbidden = await partnerProblems(versions, beside);
  if (forbidden.length > 0) return { problems: forbidden };
  try {
    const composition = composeVersions([...others, ...versions], facts);
    const exposed = exposures(published, composition, today);
    const moved = moves(before, versions);
    const needed = exposed.length > 0 ? APPROVALS_NEEDED.exposes : moved.length > 0 ? APPROVALS_NEEDED.moves : 0;
    return { composition, published, exposed, moves: moved, needed };
  } catch (error) {
    if (!(error instanceof CompositionRefused)) throw error;
    return { problems: error.problems };
  }
};

/** What a change breaks for clients of today. */
export const breakingChanges = async (now: Published, next: Published): Promise<SchemaChange[]> =>
  (await compareSchemas(now.publicSchema, next.publicSchema)).filter(({ level }) => level === "BREAKING");
