/** Drafts of the demonstration's matters: one that is written and one in review, of the agency of its first matter. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import type { SERVICE_MATTERS } from "../matter/matter.rows.js";
import { MATTER_DRAFTS } from "../matter-draft/matter-draft.rows.js";

const STATES = [EditorialStatus.IN_REVIEW, EditorialStatus.DRAFT] as const;

/** Each asks for one visit less than its matter does. */
export const seedDrafts = async (
  db: Knex,
  matters: readonly NewOf<typeof SERVICE_MATTERS>[],
  today: string,
): Promise<void> => {
  const own = matters.filter(
    ({ deptId, status, visits = 0 }) =>
      deptId === matters[0]!.deptId && status === EditorialStatus.PUBLISHED && visits > 0,
  );
  const drafts = STATES.flatMap((state, index) => {
    const matter = own[index + 1];
    if (matter?.deptUscc === undefined) return [];
    const { id: matterId, version: baseVersion, deptUscc, divisionCode, taskName, taskState, serves } = matter;
    const { handlingType, isFee, isOnline, themes = [], content, visits = 0 } = matter;
    return [
      {
        ...{ id: `SG${String(index + 1).padStart(7, "0")}`, matterId, baseVersion, deptUscc, divisionCode, state },
        ...{ authors: ["demonstration"], draftedOn: addDays(today, -index - 3), publishedOn: undefined },
        ...{ publishedVersion: undefined, taskName, taskState, serves, handlingType, visits: visits - 1 },
        ...{ isFee, isOnline, themes, content },
      },
    ];
  });
  await insertRecords(db, MATTER_DRAFTS, drafts);
};
