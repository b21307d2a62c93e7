/** Does what the verbs of projects say: each one write in one transaction, decided by the project's machine. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actingBody,
  actingParts,
  actingSubject,
  createHistories,
  openingStep,
  runWrite,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { IntermediaryServices } from "../context.js";
import { findProjects } from "../intermediary-procurement/intermediary-procurement.repository.js";
import { allowedActions } from "./allowed-actions.js";
import type { MarketAction } from "./market-action.js";
import { editedProject, newProject } from "./new-project.js";
import type { ProcurementStepInput } from "./procurement-handling.input.js";
import { listOpenTo } from "./open-to-bid.repository.js";
import { WRITTEN_PROJECT } from "./procurement-handling.policy.js";
import { insertProject } from "./procurement-handling.repository.js";
import type { ProcurementPayload } from "./procurement-handling.type.js";
import { factsOf, type ProjectInHand } from "./project-facts.js";
import type { DraftProcurementInput, EditProcurementInput } from "./project-draft.input.js";
import { publicWords } from "./public-words.js";
import { listStandings } from "./project-standing.repository.js";
import { takeProjectStep, type ProjectChange } from "./project-step.js";

/** Writes of projects. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface ProcurementHandlingService {
  draft(input: DraftProcurementInput): Promise<ProcurementPayload>;
  edit(input: EditProcurementInput): Promise<ProcurementPayload>;
  /** Does a verb that is one step of a project, and answers the project. */
  step(
    verb: string,
    input: ProcurementStepInput,
    asked: (inHand: ProjectInHand, today: string, uscc: string | undefined) => ProjectChange,
  ): Promise<ProcurementPayload>;
  /** What the viewer may do with the project now. */
  allowedActions(projectNo: string): Promise<MarketAction[]>;
  /** What happened to the project, oldest first. */
  history(projectNo: string): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createProcurementHandlingService = (
  dependencies: ServiceDependencies,
  services: IntermediaryServices,
): ProcurementHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_PROJECT);
  const acting = actingSubject(viewer);
  const firm = acting?.isBody === true ? acting.subject : undefined;
  const openTo = createKeyLoader(
    (projectNos) => listOpenTo(db, firm ?? "", { projectNos, today }),
    ({ projectNo }) => projectNo,
  );
  const rows = createKeyLoader(
    async (projectNos) =>
      (await findProjects(db, projectNos)).filter((row) => canRead(WRITTEN_PROJECT.whose, { viewer }, row)),
    ({ project_no: projectNo }) => projectNo,
  );
  const standings = createKeyLoader(
    (projectNos) => listStandings(db, projectNos, today),
    ({ projectNo }) => projectNo,
  );
  /** What the verb answers: the project, read as any reader would. */
  const payload = async (projectNo: string): Promise<ProcurementPayload> => {
    rows.clear(projectNo);
    standings.clear(projectNo);
    const found = await services.intermediaryProcurements.findAnew(projectNo);
    return found === undefined ? {} : { procurement: found };
  };
  const step: ProcurementHandlingService["step"] = async (verb, input, asked) => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) =>
        takeProjectStep(trx, dependencies, input, inputHash, (inHand) =>
          asked(inHand, today, actingBody(viewer)?.uscc),
        ),
    });
    return payload(key);
  };
  return {
    async draft(input) {
      const service = await services.intermediaryServices.find(input.serviceCode);
      const project = publicWords(newProject(input, { viewer, today }), today);
      const { key } = await runWrite(dependencies, {
        verb: "draftProcurement",
        input,
        async change(trx, inputHash) {
          if (service === undefined) throw new ServiceError("NOT_FOUND");
          const projectNo = await insertProject(trx, project);
          return openingStep(trx, WRITTEN_PROJECT, dependencies, {
            key: projectNo,
            part: "OWNER",
            basis: basisOfProcedure("MARKET")(),
            inputHash,
          });
        },
      });
      return payload(key);
    },
    async edit(input) {
      const { serviceCode } = input;
      const isThere = serviceCode == null || (await services.intermediaryServices.find(serviceCode)) !== undefined;
      const set = editedProject(input);
      return step("editProcurement", input, () => {
        if (!isThere) throw new ServiceError("NOT_FOUND");
        return { event: "EDIT", set };
      });
    },
    step,
    async allowedActions(projectNo) {
      const row = await rows.load(projectNo);
      if (row === undefined) return [];
      const mayBid = firm !== undefined && (await openTo.load(projectNo)) !== undefined;
      // Who plays no part is asked for nothing more.
      if (!mayBid && actingParts(WRITTEN_PROJECT.parts, { viewer }, row).length === 0) return [];
      const standing = (await standings.load(projectNo))!;
      return allowedActions(row, factsOf(row, standing, { viewer, today }), { viewer, mayBid });
    },
    history: (projectNo) => histories.load(projectNo),
  };
};
