/** SQL of channels of participation: everybody may know of them. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith } from "../../../platform/database/index.js";
import { PARTICIPATION_CHANNELS, type ParticipationChannelRow } from "./participation-channel.rows.js";
import type { ParticipationChannel } from "./participation-channel.type.js";

/** The channel of a row. */
export const toChannel: (row: ParticipationChannelRow) => ParticipationChannel = PARTICIPATION_CHANNELS.toRecord;

/** Those of the division and below it, all where none is named; the caller adds order and page. */
export const channelsOf = (db: Knex, division: string | undefined): Knex.QueryBuilder => {
  const query = db(PARTICIPATION_CHANNELS.name).select(PARTICIPATION_CHANNELS.columns());
  if (division !== undefined) query.whereLike("division_code", beginningWith(divisionPrefix(division)));
  return query;
};

/** Channels with these ids, in no order. */
export const findChannels = async (db: Knex, ids: readonly string[]): Promise<ParticipationChannel[]> =>
  ((await channelsOf(db, undefined).whereIn("id", [...ids])) as ParticipationChannelRow[]).map(toChannel);
