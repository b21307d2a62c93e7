/** Finds, lists and writes applications to enter the market, for one viewer on the request's day. */
import { toSet } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actingSubject,
  createHistories,
  lockRecord,
  openingStep,
  runWrite,
  takeStep,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import { allowedEntryActions } from "./entry-allowed.js";
import type { EntryAction } from "./market-entry.enums.js";
import type { ApplyForEntryInput, EntryStepInput } from "./market-entry.input.js";
import type { EntryApplicationState, EntryEvent } from "./market-entry.machine.js";
import { WHOSE_ENTRY, WRITTEN_ENTRY } from "./market-entry.policy.js";
import {
  admit,
  applicationsQuery,
  areApprovedBy,
  declareRelations,
  entryFacts,
  findApplications,
  insertApplication,
  toApplication,
} from "./market-entry.repository.js";
import { entryIn } from "./new-entry.js";
import { ENTRY_APPLICATIONS, type EntryRow } from "./market-entry.rows.js";
import type { EntryApplication, EntryPayload } from "./market-entry.type.js";

/** Service of applications. Writes throw what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface MarketEntryService {
  find(no: string): Promise<EntryApplication | undefined>;
  list(state: EntryApplicationState | undefined, page: PageArgs): Promise<Page<EntryApplication>>;
  apply(input: ApplyForEntryInput): Promise<EntryPayload>;
  step(
    verb: string,
    input: EntryStepInput,
    asked: { readonly event: EntryEvent; readonly reasons?: string },
  ): Promise<EntryPayload>;
  /** What the viewer may do with the application now. */
  allowedActions(no: string): Promise<EntryAction[]>;
  /** What happened to the application, oldest first. */
  history(no: string): Promise<RecordedTransition[]>;
}

const ORDER = [
  { column: "submitted_on", direction: "desc" },
  { column: "no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createMarketEntryService = (dependencies: ServiceDependencies): MarketEntryService => {
  const { db, viewer, asOf, cursors } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_ENTRY);
  const rows = createKeyLoader(
    async (numbers) => (await findApplications(db, numbers)).filter((row) => canRead(WHOSE_ENTRY, { viewer }, row)),
    ({ no }) => no,
  );
  const find = async (no: string): Promise<EntryApplication | undefined> => {
    const row = await rows.load(no);
    return row && toApplication(row, today);
  };
  const payload = async (no: string): Promise<EntryPayload> => {
    rows.clear(no);
    const application = await find(no);
    return application === undefined ? {} : { application };
  };
  return {
    find,
    list: (state, page) =>
      readPage<EntryRow, EntryApplication>({
        query: applicationsQuery(db, viewer, state),
        orderBy: ORDER,
        ordering: "entryApplications",
        filter: { state },
        page,
        cursors,
        toNode: (row) => toApplication(row, today),
      }),
    async apply(input) {
      const acting = actingSubject(viewer);
      if (acting?.isBody !== true)
        throw new ServiceError("RULE_VIOLATION", "Firms enter the market, by their agents.", { reason: "ACTOR" });
      const firm = acting.subject;
      const entry = entryIn(input, { firm, today });
      const { key } = await runWrite(dependencies, {
        verb: "applyForEntry",
        input,
        async change(trx, inputHash) {
          if (!(await areApprovedBy(trx, entry.serviceCodes, entry.departmentUscc)))
            throw new ServiceError("RULE_VIOLATION", "The department approves with none of these services.", {
              reason: "SERVICE_NOT_LISTED",
            });
          const no = await insertApplication(trx, entry);
          if (no === undefined)
            throw new ServiceError("RULE_VIOLATION", "The department has an application of the firm.", {
              reason: "ENTRY_RUNS",
            });
          await declareRelations(trx, firm, { related: entry.relatedUsccs, today });
          return openingStep(trx, WRITTEN_ENTRY, dependencies, {
            ...{ key: no, part: "FIRM", basis: basisOfProcedure("MARKET")(), inputHash },
          });
        },
      });
      return payload(key);
    },
    async step(verb, input, { event, reasons }) {
      const { key } = await runWrite(dependencies, {
        verb,
        input,
        async change(trx, inputHash) {
          const { no, expectedVersion } = input;
          const locked = await lockRecord(trx, WRITTEN_ENTRY, dependencies, { key: no, expectedVersion });
          const row = locked as unknown as EntryRow;
          const decided = event === "WITHDRAW" ? {} : { decidedOn: today, reasons };
          const taken = await takeStep(trx, WRITTEN_ENTRY, dependencies, {
            ...{ row: locked, event, reason: reasons, inputHash, set: toSet(ENTRY_APPLICATIONS, decided) },
            facts: { ...(await entryFacts(trx, row, today)), ...(reasons === undefined ? {} : { reasons }) },
          });
          if (event === "ADMIT") await admit(trx, row);
          return taken;
        },
      });
      return payload(key);
    },
    async allowedActions(no) {
      const row = await rows.load(no);
      return row === undefined ? [] : allowedEntryActions(row, viewer, await entryFacts(db, row, today));
    },
    history: (no) => histories.load(no),
  };
};
