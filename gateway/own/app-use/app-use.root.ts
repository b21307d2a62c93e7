/** The root field `appUse` and the fields below it. */
import { localDateOf } from "../../../platform/domain/index.js";
import { APPS_IN_FORCE } from "../../../platform/subgraph/wire.js";
import { boundOf, type ClientOperation, type ReadsUse } from "../../../platform/use/index.js";
import type { AppPoints, RateLimit } from "../../request/rate-limit.js";
import type { AskService } from "../changes/merge-changes.js";
import { daysAsked, firstAsked, usccOfId } from "../use-span.js";

/** Arguments of the root. */
export interface AppUseArgs {
  readonly clientId: string;
  /** Null as where it is left out. */
  readonly days: number | null;
}

/** What it is answered with. */
export interface AppUseSources {
  /** Asks services as the viewer. */
  readonly ask: AskService;
  /** Recorded use; undefined where nothing is. */
  readonly recorded: ReadsUse | undefined;
  readonly pointsOf: RateLimit["usedOf"];
}

/** The row: what is closed of it is looked up when its audience asks. */
export interface AppUse {
  readonly clientId: string;
  readonly days: number;
  readonly recorded: boolean;
  /** By which its audience is known. */
  readonly ownerUscc?: string;
  readonly operations: () => Promise<readonly ClientOperation[] | undefined>;
  readonly points: () => Promise<AppPoints | undefined>;
}

const APP = `query App($id: ID!) { registeredApp(clientId: $id) { clientId pointsAMinute pointsADay owner { id } } }`;

interface App {
  readonly clientId: string;
  readonly pointsAMinute: number | null;
  readonly pointsADay: number | null;
  readonly owner: { readonly id: string } | null;
}

/** How the app asks; undefined where the viewer can know of none of the id. Throws BAD_USER_INPUT for days outside 1 to 400, and what the service of apps does. */
export const appUseOf = async (
  { clientId, days: given }: AppUseArgs,
  { ask, recorded, pointsOf }: AppUseSources,
): Promise<AppUse | undefined> => {
  const days = daysAsked(given);
  const app = (await ask(APPS_IN_FORCE.service, APP, { id: clientId }))["registeredApp"] as App | null | undefined;
  if (!app) return undefined;
  const { pointsAMinute, pointsADay, owner } = app;
  const ownerUscc = usccOfId(owner?.id);
  return {
    clientId: app.clientId,
    days,
    recorded: recorded !== undefined,
    ...(ownerUscc === undefined ? {} : { ownerUscc }),
    operations: async () => recorded?.useOfClient(app.clientId, { day: localDateOf(new Date()), days }),
    points: async () =>
      pointsAMinute === null || pointsADay === null
        ? undefined
        : pointsOf(app.clientId, { aMinute: pointsAMinute, aDay: pointsADay }),
  };
};

/** Resolvers of the type. Lists throw BAD_USER_INPUT for `first` outside 1 to 100. */
export const APP_USE = {
  pointsOfMinute: async ({ points }: AppUse) => (await points())?.ofMinute,
  pointsOfDay: async ({ points }: AppUse) => (await points())?.ofDay,
  async operations({ operations }: AppUse, { first }: { readonly first: number | null }) {
    const count = firstAsked(first);
    return (await operations())
      ?.slice(0, count)
      .map(({ times, ...operation }) => ({ ...operation, p95Ms: boundOf(times, 0.95) }));
  },
};
