/** Makes one list of the services' notices, the newest first: each service keeps its order, and a cursor its place in each. */
import type { CursorCodec } from "../../../platform/graphql/lists/index.js";
import { noticesRootOf } from "../../../platform/subgraph/wire.js";
import type { AskService } from "../changes/merge-changes.js";

/** Arguments of the list. */
export interface NoticesArgs {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly due: boolean;
  readonly unread: boolean;
}

/** A notice as a service gives it; `at` is RFC 3339. */
interface Part {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly at: string;
}

/** What a service answers. */
interface ServicePage {
  readonly items: readonly Part[];
  readonly unreadCount: number;
}

/** A notice of the list. */
export interface MergedNotice extends Part {
  readonly serviceCase?: { readonly caseNo: string } | undefined;
  readonly procurement?: { readonly projectNo: string } | undefined;
}

/** A piece of the list. */
export interface MergedNotices {
  readonly items: readonly MergedNotice[];
  readonly cursor: string | undefined;
  readonly hasMore: boolean;
  readonly unreadCount: number;
  readonly unavailable: readonly string[];
}

/** Where the list is read from. */
export interface NoticeSources {
  readonly services: readonly string[];
  readonly ask: AskService;
  readonly cursors: CursorCodec;
}

/** Id of the last notice that was given of each service. */
type Places = Readonly<Record<string, string>>;

const queryOf = (service: string): string =>
  `query Notices($first: Int!, $due: Boolean!, $unread: Boolean!, $before: ID) {
    page: ${noticesRootOf(service)}(first: $first, due: $due, unread: $unread, before: $before) {
      unreadCount items { id kind key event state text at basis isRead isDue dueOn }
    }
  }`;

const toNotice = (service: string, part: Part): MergedNotice => ({
  ...part,
  id: `${service}:${part.id}`,
  serviceCase: part.kind === "ServiceCase" ? { caseNo: part.key } : undefined,
  procurement: part.kind === "IntermediaryProcurement" ? { projectNo: part.key } : undefined,
});

/** Takes the newest head of the queues, again and again. */
const newest = (queues: ReadonlyMap<string, readonly Part[]>, first: number): [service: string, part: Part][] => {
  const taken: [string, Part][] = [];
  const at = new Map<string, number>();
  while (taken.length < first) {
    const heads = [...queues].flatMap(([service, parts]) => {
      const head = parts[at.get(service) ?? 0];
      return head === undefined ? [] : [[service, head] as [string, Part]];
    });
    const next = heads.sort(([, one], [, other]) => Date.parse(other.at) - Date.parse(one.at))[0];
    if (next === undefined) break;
    at.set(next[0], (at.get(next[0]) ?? 0) + 1);
    taken.push(next);
  }
  return taken;
};

const pairs = (keys: readonly (string | number)[]): Places =>
  Object.fromEntries(keys.flatMap((key, index) => (index % 2 === 0 ? [[String(key), String(keys[index + 1])]] : [])));

/** Reads a piece of the list. A service that is down keeps its place and is named. Throws BAD_USER_INPUT for a cursor that the list did not give. */
export const mergeNotices = async (
  { first, after, due, unread }: NoticesArgs,
  { services, ask, cursors }: NoticeSources,
): Promise<MergedNotices> => {
  const list = { ordering: "notices", filter: { due, unread } };
  const places = after == null ? {} : pairs(cursors.open(after, list));
  const pages = await Promise.all(
    services.map((service) =>
      ask(service, queryOf(service), { first: first + 1, due, unread, before: places[service] }).then(
        (data) => data["page"] as ServicePage,
        () => undefined,
      ),
    ),
  );
  // In the order of the services, whichever answered first: notices of one moment stand in it.
  const queues = new Map(services.map((service, index) => [service, pages[index]?.items ?? []]));
  const taken = newest(queues, first);
  const reached: Places = { ...places, ...Object.fromEntries(taken.map(([service, { id }]) => [service, id])) };
  return {
    items: taken.map(([service, part]) => toNotice(service, part)),
    cursor: taken.length === 0 ? (after ?? undefined) : cursors.seal({ ...list, keys: Object.entries(reached).flat() }),
    hasMore: [...queues.values()].reduce((sum, { length }) => sum + length, 0) > taken.length,
    unreadCount: pages.reduce((sum, page) => sum + (page?.unreadCount ?? 0), 0),
    unavailable: services.filter((_, index) => pages[index] === undefined),
  };
};
