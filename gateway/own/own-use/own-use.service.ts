/** Looks up how subgraphs were used: one question at a time, and an answer serves for a minute. */
import type { Owner, PolicyTable } from "../../../platform/disclosure/table/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { mirrorOf, type Mirror, type ReadsUse } from "../../../platform/use/index.js";
import { fieldsAlone } from "../../generation/field-owners.js";

/** What the service works with; each generation has its own. */
export interface OwnUseDependencies {
  readonly table: Pick<PolicyTable, "subgraphs">;
  readonly supergraph: string;
  /** Recorded use. @default nothing is recorded */
  readonly recorded?: ReadsUse | undefined;
  /** @default the time */
  readonly now?: () => Date;
}

/** How subgraphs were used. */
export interface OwnUseService {
  readonly recorded: boolean;
  /** Who answers for a subgraph; undefined where there is none of the name. */
  ownerOf(subgraph: string): Owner | undefined;
  /** What is seen of it; undefined where nothing is recorded. Throws SERVICE_UNAVAILABLE where it can not be read now. */
  mirror(subgraph: string, days: number): Promise<Mirror | undefined>;
}

/** How long an answer serves, in milliseconds: counts are written every ten seconds, and looking one up takes a second of a database. */
const KEPT_MS = 60_000;

interface Kept {
  readonly at: number;
  readonly mirror: Promise<Mirror>;
}

/** Creates the service of a generation. */
export const createOwnUseService = ({
  table,
  supergraph,
  recorded,
  now = () => new Date(),
}: OwnUseDependencies): OwnUseService => {
  const fields = new Map<string, readonly string[]>();
  const kept = new Map<string, Kept>();
  let last: Promise<unknown> = Promise.resolve();
  const fieldsOf = (subgraph: string): readonly string[] => {
    const known = fields.get(subgraph) ?? fieldsAlone(subgraph, supergraph);
    fields.set(subgraph, known);
    return known;
  };
  const look = (store: ReadsUse, subgraph: string, days: number): Promise<Mirror> => {
    const looked = last.then(() => mirrorOf(subgraph, fieldsOf(subgraph), store, { day: localDateOf(now()), days }));
    last = looked.catch(() => undefined);
    return looked;
  };
  return {
    recorded: recorded !== undefined,
    ownerOf: (subgraph) => (Object.hasOwn(table.subgraphs, subgraph) ? table.subgraphs[subgraph]?.owner : undefined),
    async mirror(subgraph, days) {
      if (!recorded) return undefined;
      const at = now().getTime();
      for (const [key, before] of kept) if (at - before.at >= KEPT_MS) kept.delete(key);
      const key = `${subgraph} ${days}`;
      const known = kept.get(key) ?? { at, mirror: look(recorded, subgraph, days) };
      kept.set(key, known);
      known.mirror.catch(() => kept.delete(key));
      return known.mirror;
    },
  };
};
