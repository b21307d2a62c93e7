/** Writes of sanctions for one request: notice, defence, decision, appeal, each a step that its machine permits. */
import { toSet } from "../../../platform/database/index.js";
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actorHash,
  createHistories,
  lockRecord,
  openingStep,
  runWrite,
  takeStep,
  type LockedRecord,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { IntermediaryServices } from "../context.js";
import { findSanctions } from "../intermediary-sanction/intermediary-sanction.repository.js";
import { INTERMEDIARY_SANCTIONS, type SanctionRow } from "../intermediary-sanction/intermediary-sanction.rows.js";
import { BARRING_LEVELS } from "../intermediary-sanction/intermediary-sanction.status.js";
import { barOpenBids } from "./bar-open-bids.js";
import { newSanction } from "./new-sanction.js";
import { allowedSanctionActions } from "./sanction-allowed.js";
import { factsOf, type Involved } from "./sanction-facts.js";
import type { SanctionAction } from "./sanction-handling.enums.js";
import type { GiveSanctionNoticeInput, SanctionStatementInput } from "./sanction-handling.input.js";
import { SANCTION_PARTS } from "./sanction-handling.policy.js";
import { deciderOf, insertSanction, lockFirm, workedFor } from "./sanction-handling.repository.js";
import type { SanctionPayload } from "./sanction-handling.type.js";
import type { SanctionChange } from "./sanction-steps.js";
import { WRITTEN_SANCTION } from "./written-sanction.js";

/** Writes of sanctions. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface SanctionHandlingService {
  giveNotice(input: GiveSanctionNoticeInput): Promise<SanctionPayload>;
  /** Does a verb that is one step of a sanction, and answers the sanction. */
  step<Input extends SanctionStatementInput>(
    verb: string,
    input: Input,
    asked: (input: Input, today: string, row: SanctionRow) => SanctionChange,
  ): Promise<SanctionPayload>;
  /** What the viewer may do with the sanction now. */
  allowedActions(id: string): Promise<SanctionAction[]>;
  /** What happened to the sanction, oldest first. */
  history(id: string): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createSanctionHandlingService = (
  dependencies: ServiceDependencies,
  services: IntermediaryServices,
): SanctionHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_SANCTION);
  const rows = createKeyLoader(
    (ids) => findSanctions(db, ids),
    ({ id }) => id,
  );
  const involvedIn = async (row: SanctionRow): Promise<Involved> => ({
    isParty:
      canRead(SANCTION_PARTS.OFFICER, { viewer }, row) && (await workedFor(db, row.firm_uscc, row.authority_uscc)),
    decidedIt:
      row.appealed_on !== null &&
      canRead(SANCTION_PARTS.SUPERVISOR, { viewer }, row) &&
      (canRead(SANCTION_PARTS.OFFICER, { viewer }, row) || (await deciderOf(db, row.id)) === actorHash(viewer)),
  });
  const payload = async (id: string): Promise<SanctionPayload> => {
    rows.clear(id);
    const sanction = await services.sanctions.findAnew(id);
    return sanction === undefined ? {} : { sanction };
  };
  return {
    async giveNotice(input) {
      const { key } = await runWrite(dependencies, {
        verb: "giveSanctionNotice",
        input,
        change: async (trx, inputHash) =>
          openingStep(trx, WRITTEN_SANCTION, dependencies, {
            key: await insertSanction(trx, await newSanction(trx, dependencies, input)),
            part: "OFFICER",
            basis: basisOfProcedure("MARKET-SANCTION")(),
            inputHash,
          }),
      });
      return payload(key);
    },
    async step(verb, input, asked) {
      const { key } = await runWrite(dependencies, {
        verb,
        input,
        async change(trx, inputHash) {
          const { id, expectedVersion } = input;
          const row = (await lockRecord(trx, WRITTEN_SANCTION, dependencies, {
            key: id,
            expectedVersion,
          })) as unknown as SanctionRow & LockedRecord;
          const { event, facts, set, reason } = asked(input, today, row);
          const taken = await takeStep(trx, WRITTEN_SANCTION, dependencies, {
            ...{ row, event, reason, inputHash },
            facts: { ...factsOf(row, today, await involvedIn(row)), ...facts },
            set: toSet(INTERMEDIARY_SANCTIONS, set),
          });
          if (event === "DECIDE" && BARRING_LEVELS.includes(row.level)) {
            // Bids of the firm wait for its row: none comes in unseen between the decision and the look at those that are open.
            await lockFirm(trx, row.intermediary_id, row.authority_uscc);
            await barOpenBids(trx, dependencies, row, inputHash);
          }
          return taken;
        },
      });
      return payload(key);
    },
    async allowedActions(id) {
      const row = await rows.load(id);
      return row === undefined ? [] : allowedSanctionActions(row, { viewer, today, involved: await involvedIn(row) });
    },
    history: (id) => histories.load(id),
  };
};
