/** Finds and lists channels of participation. */
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { channelsOf, findChannels, toChannel } from "./participation-channel.repository.js";
import type { ParticipationChannelRow } from "./participation-channel.rows.js";
import type { ParticipationChannel } from "./participation-channel.type.js";

/** Service of channels. */
export interface ParticipationChannelService {
  find(id: string): Promise<ParticipationChannel | undefined>;
  /** Those of the division and below it, all where none is named. */
  list(division: string | undefined, page: PageArgs): Promise<Page<ParticipationChannel>>;
}

const ORDER = [
  { column: "division_code", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createParticipationChannelService = ({
  db,
  cursors,
}: ServiceDependencies): ParticipationChannelService => {
  const byId = createKeyLoader(
    (ids) => findChannels(db, ids),
    ({ id }) => id,
  );
  return {
    find: (id) => byId.load(id),
    list: (division, page) =>
      readPage<ParticipationChannelRow, ParticipationChannel>({
        query: channelsOf(db, division),
        orderBy: ORDER,
        ordering: "participationChannels",
        filter: { division },
        page,
        cursors,
        toNode: toChannel,
      }),
  };
};
