/** The root field `subgraphUse` and the fields below it. */
import type { Mirror } from "../../../platform/use/index.js";
import type { OwnUseService } from "./own-use.service.js";
import { daysAsked, firstAsked, usccOfId } from "../use-span.js";

/** Arguments of the root. */
export interface OwnUseArgs {
  readonly subgraph: string;
  /** Null as where it is left out. */
  readonly days: number | null;
}

/** The row: what is closed of it is looked up when its audience asks. */
export interface SubgraphUse {
  readonly subgraph: string;
  readonly days: number;
  /** By which its audience is known. */
  readonly agencyUscc?: string;
  readonly ownerOrganization?: { readonly id: string };
  readonly recorded: boolean;
  readonly mirror: () => Promise<Mirror | undefined>;
}

/** How the subgraph was used; undefined where there is none of the name. Throws BAD_USER_INPUT for days outside 1 to 400. */
export const subgraphUseOf = (
  { subgraph, days: given }: OwnUseArgs,
  service: OwnUseService,
): SubgraphUse | undefined => {
  const days = daysAsked(given);
  const owner = service.ownerOf(subgraph);
  if (owner === undefined) return undefined;
  const { id } = owner;
  const agencyUscc = usccOfId(id);
  return {
    subgraph,
    days,
    recorded: service.recorded,
    ...(id === undefined ? {} : { ownerOrganization: { id } }),
    ...(agencyUscc === undefined ? {} : { agencyUscc }),
    mirror: () => service.mirror(subgraph, days),
  };
};

interface FirstArgs {
  /** Null as where it is left out. */
  readonly first: number | null;
}

type Of<Result> = (row: SubgraphUse, args: FirstArgs) => Promise<Result | undefined>;

/** The first of a list of the mirror. Throws BAD_USER_INPUT for `first` outside 1 to 100. */
const firstOf =
  <Element>(list: (mirror: Mirror) => readonly Element[]): Of<readonly Element[]> =>
  async ({ mirror }, { first }) => {
    const count = firstAsked(first);
    const found = await mirror();
    return found && list(found).slice(0, count);
  };

const of =
  <Result>(read: (mirror: Mirror) => Result): Of<Result> =>
  async ({ mirror }) => {
    const found = await mirror();
    return found && read(found);
  };

/** Resolvers of the type. */
export const SUBGRAPH_USE = {
  clients: firstOf(({ clients }) => clients),
  operations: firstOf(({ operations }) => operations.map(({ asked, ...rest }) => ({ ...rest, fields: asked }))),
  service: of(({ service: { requests, outcomes, p50, p95 } }) => ({
    requests,
    outcomes: Object.entries(outcomes).map(([outcome, count]) => ({ outcome, requests: count })),
    medianMs: p50,
    p95Ms: p95,
  })),
  fieldCount: of(({ fields }) => fields),
  unreadFields: of(({ unread }) => unread),
  neededFields: of(({ neededAlone }) => neededAlone),
};
