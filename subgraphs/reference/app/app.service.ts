/** Finds, lists and writes apps for one viewer. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actingIntegrator,
  allowedActions,
  createHistories,
  lockRecord,
  openingStep,
  runWrite,
  takeStep,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { ReferenceServices } from "../context.js";
import { OrgKind } from "../organization/organization.enums.js";
import { AppAction } from "./app.enums.js";
import type { AppStepInput, RegisterAppInput } from "./app.input.js";
import { AppState, type AppEvent, type AppGuardFacts } from "./app.machine.js";
import { OF_OWNER, WHOSE_APP, WRITTEN_APP } from "./app.policy.js";
import { appsQuery, findApps, insertApp, toApp } from "./app.repository.js";
import { APPS, type AppRow } from "./app.rows.js";
import type { AppPayload, RegisteredApp } from "./app.type.js";
import { appIn } from "./new-app.js";

/** Service of apps. Writes throw what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface AppService {
  find(clientId: string): Promise<RegisteredApp | undefined>;
  list(state: AppState | undefined, page: PageArgs): Promise<Page<RegisteredApp>>;
  /** Throws RULE_VIOLATION (ACTOR) for who registers no apps, NOT_FOUND where the agency is none. */
  register(input: RegisterAppInput): Promise<AppPayload>;
  step(verb: string, input: AppStepInput, asked: AppStep): Promise<AppPayload>;
  allowedActions(app: RegisteredApp): AppAction[];
  history(clientId: string): Promise<RecordedTransition[]>;
}

/** A step, with what its guards look at and the columns that it fills. */
export interface AppStep {
  readonly event: AppEvent;
  readonly facts?: AppGuardFacts;
  readonly set?: Partial<NewOf<typeof APPS>>;
  /** What is written beside the app, in the same transaction. */
  readonly beside?: (trx: Parameters<typeof insertApp>[0]) => Promise<void>;
}

const ORDER = [
  { column: "requested_on", direction: "desc" },
  { column: "client_id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createAppService = (dependencies: ServiceDependencies, services: ReferenceServices): AppService => {
  const { db, viewer, asOf, cursors } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_APP);
  const byId = createKeyLoader(
    async (ids) => (await findApps(db, ids)).filter((row) => canRead(WHOSE_APP, { viewer }, row)).map(toApp),
    ({ clientId }) => clientId,
  );
  const payload = async (clientId: string): Promise<AppPayload> => {
    const app = await byId.clear(clientId).load(clientId);
    return app === undefined ? {} : { app };
  };
  return {
    find: (clientId) => byId.load(clientId),
    list: (state, page) =>
      readPage<AppRow, RegisteredApp>({
        ...{ query: appsQuery(db, viewer, state), orderBy: ORDER, ordering: "registeredApps", filter: { state } },
        ...{ page, cursors, toNode: toApp },
      }),
    async register(input) {
      const ownerUscc = actingIntegrator(viewer);
      if (ownerUscc === undefined)
        throw new ServiceError("RULE_VIOLATION", "Apps are registered by who is charged with it, for their own body.", {
          reason: "ACTOR",
        });
      const stated = appIn(input, today);
      const agency = await services.organizations.findByUscc(input.agency);
      const { key } = await runWrite(dependencies, {
        verb: "registerApp",
        input,
        async change(trx, inputHash) {
          if (agency?.kind !== OrgKind.AGENCY || agency.divisionCode === undefined) throw new ServiceError("NOT_FOUND");
          const { divisionCode } = agency;
          const clientId = await insertApp(trx, {
            ...{ ...stated, ownerUscc, agencyUscc: input.agency, divisionCode },
            ...{ state: AppState.REQUESTED, requestedOn: today, approvedOn: undefined, reasons: undefined },
            ...{ pointsAMinute: undefined, pointsADay: undefined, agreement: undefined, keys: [] },
          });
          const basis = basisOfProcedure("APP-REGISTRATION")();
          return openingStep(trx, WRITTEN_APP, dependencies, { key: clientId, part: "INTEGRATOR", basis, inputHash });
        },
      });
      return payload(key);
    },
    async step(verb, input, { event, facts = {}, set = {}, beside }) {
      const { key } = await runWrite(dependencies, {
        verb,
        input,
        async change(trx, inputHash) {
          const { clientId, expectedVersion } = input;
          const row = await lockRecord(trx, WRITTEN_APP, dependencies, { key: clientId, expectedVersion });
          const outcome = await takeStep(trx, WRITTEN_APP, dependencies, {
            ...{ row, event, inputHash, reason: facts.reasons },
            facts: { ...facts, isOwn: canRead(OF_OWNER, { viewer }, { owner_uscc: row["owner_uscc"] }) },
            set: toSet(APPS, { ...set, ...(event === "APPROVE" ? { approvedOn: today } : {}) }),
          });
          await beside?.(trx);
          return outcome;
        },
      });
      return payload(key);
    },
    allowedActions({ state, ownerUscc, agencyUscc, divisionCode, approvedOn }) {
      const row = { owner_uscc: ownerUscc, agency_uscc: agencyUscc, division_code: divisionCode };
      return allowedActions(
        AppAction,
        WRITTEN_APP,
        { viewer },
        {
          ...{ row: { ...row, approved_on: approvedOn ?? null }, state },
          facts: { reasons: "-", isOwn: canRead(OF_OWNER, { viewer }, row) },
        },
      );
    },
    history: (clientId) => histories.load(clientId),
  };
};
