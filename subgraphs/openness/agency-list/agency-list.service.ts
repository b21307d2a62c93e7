/** Finds and lists the lists of bodies for one viewer: versions, items, differences, and what does not fit the matters of a body. */
import { badInput } from "../../../platform/errors/index.js";
import { comeBy, localDateOf, runningLimit } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  toDeadline,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { AgencyListFilter } from "./agency-list.input.js";
import { ADJUSTMENT_LIMIT, differenceOf, stageOn, type ListDifference } from "./agency-list.js";
import {
  findLists,
  findPowers,
  itemsOf,
  listsOfBodies,
  powersOfBodies,
  toItem,
  toList,
  versionsOf,
  visibleLists,
  wordingsBetween,
} from "./agency-list.repository.js";
import {
  AGENCY_LIST_VERSIONS,
  type AgencyListItemRow,
  type AgencyListRow,
  type AgencyListVersionRow,
} from "./agency-list.rows.js";
import type { AgencyList, AgencyListItem, AgencyListVersion } from "./agency-list.type.js";
import { findingsOf, powerKeyOf, type FoundPower } from "./power-list-findings.js";

/** A power with whether its list has it still. */
type Power = AgencyListItem & { readonly listed: boolean };

/** Service of lists. */
export interface AgencyListService {
  find(id: string): Promise<AgencyList | undefined>;
  list(filter: AgencyListFilter, page: PageArgs): Promise<Page<AgencyList>>;
  /** At most 20. */
  listOfBody(organId: string): Promise<AgencyList[]>;
  /** Those that the viewer may know of, the newest first. */
  versions(listId: string): Promise<AgencyListVersion[]>;
  /** Number of the published version with the highest number; undefined where there is none. */
  inForce(listId: string): Promise<number | undefined>;
  /** Items of a version, of the one in force where none is named; undefined where there is none. Throws BAD_USER_INPUT (LIST_VERSION). */
  items(listId: string, version: number | undefined, page: PageArgs): Promise<Page<AgencyListItem> | undefined>;
  /** Throws BAD_USER_INPUT (LIST_VERSION) for a version that the viewer may not know of. */
  difference(
    listId: string,
    between: { readonly from: number; readonly to: number },
  ): Promise<ListDifference<AgencyListItem>>;
  /** The power that a matter exercises, as the list of its body has it now; undefined of matters with a local code. */
  powerOfMatter(matterId: string): Promise<AgencyListItem | undefined>;
  /** What does not fit between the powers of a body and the matters that it handles, by their ids. */
  findings(organId: string, matterIds: readonly string[]): Promise<FoundPower<Power>[]>;
}

const BY_ID = [{ column: "id", direction: "asc" }] as const;
const BY_CODE = [{ column: "code", direction: "asc" }] as const;

/** Creates the service for one request. */
export const createAgencyListService = ({ db, viewer, asOf, cursors }: ServiceDependencies): AgencyListService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const toVersion = (row: AgencyListVersionRow): AgencyListVersion & { readonly listId: string } => {
    const version = { ...AGENCY_LIST_VERSIONS.toRecord(row), publishedOn: comeBy(row.published_on, day) };
    const { causedOn, appliedOn } = version;
    return {
      ...version,
      stage: stageOn(version, day),
      ...(causedOn === undefined
        ? {}
        : {
            applicationDeadline: toDeadline({
              ...{ ...runningLimit(ADJUSTMENT_LIMIT, causedOn), today: day },
              ...(appliedOn === undefined ? {} : { completedOn: appliedOn }),
            }),
          }),
    };
  };
  const byId = createKeyLoader(
    (ids) => findLists(db, asked, ids),
    ({ id }) => id,
  );
  const ofBody = createGroupLoader(
    (organs) => listsOfBodies(db, asked, organs),
    ({ organId }) => organId,
  );
  const versions = createGroupLoader(
    async (ids) => (await versionsOf(db, asked, ids)).map(toVersion),
    ({ listId }) => listId,
  );
  const itemPages = createParentPages<{ readonly version: number }, AgencyListItemRow, AgencyListItem>(
    db,
    (filter) => ({
      ...{ orderBy: BY_CODE, ordering: "agencyListItems", filter, cursors, toNode: toItem, counted: true },
      query: (listId) => itemsOf(db, listId, filter.version),
    }),
  );
  const powers = createGroupLoader(
    (organs) => powersOfBodies(db, day, organs),
    ({ organ_id: organ }) => organ,
  );
  const powerOf = createKeyLoader(
    (keys) =>
      findPowers(
        db,
        day,
        keys.map((key) => ({ uscc: key.slice(0, 18), catalogCode: key.slice(18) })),
      ),
    ({ organ_uscc: uscc, catalog_code: code }) => `${uscc}${code}`,
  );
  const inForce = async (listId: string): Promise<number | undefined> =>
    (await versions.load(listId)).find(({ publishedOn }) => publishedOn !== undefined)?.number;
  const checkVersion = async (listId: string, argument: string, number: number): Promise<void> => {
    if ((await versions.load(listId)).some((version) => version.number === number)) return;
    throw badInput(argument, "LIST_VERSION", "The list has no such version.");
  };
  return {
    inForce,
    find: (id) => byId.load(id),
    list: (filter, page) =>
      readPage<AgencyListRow, AgencyList>({
        ...{ orderBy: BY_ID, ordering: "agencyLists", filter, page, cursors, toNode: toList(day) },
        query: visibleLists(db, asked, filter),
      }),
    listOfBody: (organId) => ofBody.load(organId),
    versions: (listId) => versions.load(listId),
    async items(listId, asked, page) {
      if (asked !== undefined) await checkVersion(listId, "version", asked);
      const version = asked ?? (await inForce(listId));
      return version === undefined ? undefined : itemPages.load(listId, { version }, page);
    },
    async difference(listId, { from, to }) {
      await Promise.all([checkVersion(listId, "from", from), checkVersion(listId, "to", to)]);
      return differenceOf(await wordingsBetween(db, listId, { from, to }), { from, to });
    },
    async powerOfMatter(matterId) {
      const key = powerKeyOf(matterId);
      if (key === undefined) return undefined;
      const row = await powerOf.load(`${key.uscc}${key.catalogCode}`);
      return row === undefined ? undefined : toItem(row);
    },
    async findings(organId, matterIds) {
      const rows = await powers.load(organId);
      // A list without items has one row without code.
      const known = rows.filter(({ code }) => (code as string | null) !== null);
      return findingsOf(
        matterIds,
        rows.length === 0
          ? undefined
          : known.map((row) => ({ ...toItem(row), listed: row.until === null || row.until > row.in_force })),
      );
    },
  };
};
