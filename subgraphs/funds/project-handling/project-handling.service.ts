/** Writes of projects: entered by a unit, decided, posted, accepted and evaluated by the finance department of its county. */
import { basisOfLimit, localDateOf } from "../../../platform/domain/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actionsAmong,
  openEvents,
  createHistories,
  openingStep,
  runWrite,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { FundsServices } from "../context.js";
import type { PerformanceEvaluation } from "../performance/performance.type.js";
import type { FundProject } from "../fund-project/fund-project.type.js";
import type { EnterProjectInput } from "./enter-project.input.js";
import { newProject } from "./new-project.js";
import { FundProjectAction, OF_OWNER } from "./project-action.js";
import type {
  EvaluateProjectInput,
  FundProjectStepInput,
  PubliciseProjectInput,
  SelfEvaluateProjectInput,
  StartProjectInput,
  StatedProjectInput,
} from "./project-handling.input.js";
import { findSelfEvaluated } from "./evaluation.repository.js";
import { WRITTEN_BY_AUTHORITY, WRITTEN_BY_OWNER } from "./written-project.js";
import { findParties, insertProject } from "./project-handling.repository.js";
import type { FundProjectPayload } from "./project-handling.type.js";
import { isParty, takeProjectStep, type ProjectStepAsked } from "./project-step.js";
import { evaluation, evaluationPublished, selfEvaluation } from "./evaluation-steps.js";
import { acceptance, approval, filing, publicity, publicNotice, start } from "./project-steps.js";
import { WHOSE_PENDING } from "./project-handling.policy.js";

/** Writes of projects. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface ProjectHandlingService {
  enter(input: EnterProjectInput): Promise<FundProjectPayload>;
  approve(input: StatedProjectInput): Promise<FundProjectPayload>;
  publicise(input: PubliciseProjectInput): Promise<FundProjectPayload>;
  start(input: StartProjectInput): Promise<FundProjectPayload>;
  accept(input: StatedProjectInput): Promise<FundProjectPayload>;
  giveNotice(input: StatedProjectInput): Promise<FundProjectPayload>;
  selfEvaluate(input: SelfEvaluateProjectInput): Promise<FundProjectPayload>;
  publishEvaluation(input: FundProjectStepInput): Promise<FundProjectPayload>;
  evaluate(input: EvaluateProjectInput): Promise<FundProjectPayload>;
  archive(input: FundProjectStepInput): Promise<FundProjectPayload>;
  /** Evaluations that wait for publication; none for who handles the project in no part. */
  pendingEvaluations(projectCode: string): Promise<PerformanceEvaluation[]>;
  /** What the viewer may do with the project now. */
  allowedActions(project: FundProject): Promise<FundProjectAction[]>;
  /** What happened to the project, oldest first. */
  history(projectCode: string): Promise<RecordedTransition[]>;
}

/** For buttons: what an input can make true, and what is looked up when it is done, counts as true. */
const ALL_THERE = {
  ...{ reviewed: true, moneyAssigned: true, publicityDays: Infinity, publicityOver: true, contractNo: "-" },
  evaluationPending: true,
  ...{ accepted: true, publicNoticeGiven: true, performanceEvaluated: true, fileComplete: true },
};

/** Creates the service for one request. */
export const createProjectHandlingService = (
  dependencies: ServiceDependencies,
  services: FundsServices,
): ProjectHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const histories = createHistories(db, WRITTEN_BY_OWNER);
  const parties = createKeyLoader(
    (codes) => findParties(db, codes),
    ({ project_code }) => project_code,
  );
  const evaluated = createKeyLoader(
    (codes) => findSelfEvaluated(db, codes),
    ({ project_code }) => project_code,
  );
  const payload = async (projectCode: string): Promise<FundProjectPayload> => {
    const found = await services.fundProjects.findAnew(projectCode);
    return found === undefined ? {} : { project: found };
  };
  const step = async (
    verb: string,
    input: FundProjectStepInput,
    asked: ProjectStepAsked,
  ): Promise<FundProjectPayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => takeProjectStep(trx, dependencies, input, inputHash, asked),
    });
    return payload(key);
  };

  return {
    async enter(input) {
      const { key } = await runWrite(dependencies, {
        verb: "enterFundProject",
        input,
        async change(trx, inputHash) {
          const { project, targets } = await newProject(trx, dependencies, input, localDateOf(asOf));
          await insertProject(trx, project, targets);
          return openingStep(trx, WRITTEN_BY_OWNER, dependencies, {
            ...{ key: project.projectCode, part: "OFFICER", basis: basisOfLimit("L20")(), inputHash },
          });
        },
      });
      return payload(key);
    },
    approve: (input) => step("approveFundProject", input, approval(input)),
    publicise: (input) => step("publiciseFundProject", input, publicity(input)),
    start: (input) => step("startFundProject", input, start(input)),
    accept: (input) => step("acceptFundProject", input, acceptance(input)),
    giveNotice: (input) => step("giveFundProjectNotice", input, publicNotice(input)),
    selfEvaluate: (input) => step("selfEvaluateFundProject", input, selfEvaluation(input)),
    publishEvaluation: (input) => step("publishFundEvaluation", input, evaluationPublished),
    evaluate: (input) => step("evaluateFundProject", input, evaluation(input)),
    archive: (input) => step("archiveFundProject", input, filing),
    async pendingEvaluations(projectCode) {
      const row = await parties.load(projectCode);
      return row !== undefined && canRead(WHOSE_PENDING, { viewer }, row)
        ? services.performance.pendingOfProject(projectCode)
        : [];
    },
    async allowedActions({ projectCode, state }) {
      const row = await parties.load(projectCode);
      if (row === undefined) return [];
      const selfEvaluated = (await evaluated.load(projectCode)) !== undefined;
      const facts = { ...ALL_THERE, isParty: isParty(row, viewer), selfEvaluated };
      const events = [WRITTEN_BY_OWNER, WRITTEN_BY_AUTHORITY].flatMap((written) =>
        openEvents(written, { viewer }, { row, state, facts }).filter(
          (event) => OF_OWNER.includes(event) === (written === WRITTEN_BY_OWNER),
        ),
      );
      return actionsAmong(FundProjectAction, events);
    },
    history: (projectCode) => histories.load(projectCode),
  };
};
