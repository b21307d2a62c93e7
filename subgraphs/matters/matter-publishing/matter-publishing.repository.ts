/** SQL by which drafts of matters begin, and by which one becomes the matter's next version. */
import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { searchVector, toRow, toSet, type NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import type { ServiceMatter } from "../matter/matter.js";
import { toMatter } from "../matter/matter.repository.js";
import { MATTER_VERSIONS, SERVICE_MATTERS, type MatterRow } from "../matter/matter.rows.js";
import { STORED_MATTER } from "../matter/matter.stored.js";
import type { DraftedMatter } from "../matter-draft/matter-draft.js";
import { MATTER_DRAFTS } from "../matter-draft/matter-draft.rows.js";

/** Locks a matter until the transaction ends; undefined where there is none. Whoever locks a draft too locks it first. */
export const lockMatter = async (trx: Knex, id: string): Promise<ServiceMatter | undefined> => {
  const row = (await trx(SERVICE_MATTERS.name).first(SERVICE_MATTERS.columns()).where({ id }).forUpdate()) as
    MatterRow | undefined;
  return row && toMatter(row);
};

/** True where a draft of the matter is neither published nor given up. */
export const hasOpenDraft = async (trx: Knex, matterId: string): Promise<boolean> =>
  (await trx(MATTER_DRAFTS.name)
    .first("id")
    .where("matter_id", matterId)
    .whereNotIn("state", [EditorialStatus.PUBLISHED, EditorialStatus.WITHDRAWN])) !== undefined;

/** Columns of what is drafted. */
export const draftedColumns = ({
  content,
  ...drafted
}: DraftedMatter): Pick<NewOf<typeof MATTER_DRAFTS>, keyof DraftedMatter> => {
  const { taskName, taskState, serves, handlingType, visits, isFee, isOnline, themes } = drafted;
  return {
    ...{ taskName, taskState, serves, handlingType, visits, isFee, isOnline, themes },
    content: STORED_MATTER.write(content),
  };
};

/** Inserts a draft and answers with its id. */
export const insertDraft = async (trx: Knex, record: Omit<NewOf<typeof MATTER_DRAFTS>, "id">): Promise<string> => {
  const id = `SG${randomUUID().replaceAll("-", "")}`;
  await trx(MATTER_DRAFTS.name).insert(toRow(MATTER_DRAFTS, { ...record, id }));
  return id;
};

/** Makes what is drafted the next version of the locked matter, in force from today, and ends the one before; as an import does, on its first day at the earliest. */
export const publishVersion = async (
  trx: Knex,
  matter: Pick<ServiceMatter, "id" | "version">,
  drafted: DraftedMatter,
  today: LocalDate,
): Promise<void> => {
  const { id: matterId } = matter;
  const version = matter.version + 1;
  const status = EditorialStatus.PUBLISHED;
  const columns = draftedColumns(drafted);
  const search = searchVector(trx as Knex, drafted.taskName);
  await trx(SERVICE_MATTERS.name)
    .where({ id: matterId, version: matter.version })
    .update(toSet(SERVICE_MATTERS, { ...columns, status, version, search }));
  await trx("service_matter_versions")
    .where("matter_id", matterId)
    .whereNull("valid_to")
    .update({ valid_to: trx.raw("greatest(valid_from, ?::date - 1)", [today]) });
  const { taskName, content } = columns;
  await trx(MATTER_VERSIONS.name).insert(
    toRow(MATTER_VERSIONS, { matterId, version, taskName, status, validFrom: today, validTo: undefined, content }),
  );
};
