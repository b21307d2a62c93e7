/** Does what the verbs of cases say: each one write in one transaction, decided by the case's machine. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import { findAttachedFiles } from "../../../platform/files/attached/index.js";
import { shownFile, type AttachedFile } from "../../../platform/files/classes/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createHistories, openingStep, runWrite, type RecordedTransition } from "../../../platform/write/index.js";
import { tellCommitment } from "../case-commitment/commitment-told.js";
import type { MattersServices } from "../context.js";
import { CaseOutcome } from "../service-case/service-case.enums.js";
import type { ServiceCase } from "../service-case/service-case.js";
import type { CaseEvent } from "../service-case/service-case.state.js";
import { allowedActions } from "./allowed-actions.js";
import { decided, ended } from "./case-content.js";
import type {
  AcceptCaseInput,
  CaseStepInput,
  DecideCaseInput,
  DraftCaseInput,
  EditCaseInput,
  ReasonedCaseInput,
  RefuseCaseInput,
  SubmitCaseInput,
} from "./case-handling.input.js";
import { WHOSE_RATING_HOUR, WRITTEN_CASE } from "./case-handling.policy.js";
import { endProcedures, insertCase, writeContent } from "./case-handling.repository.js";
import type { CaseAction } from "./case-action.js";
import type { CasePayload } from "./case-handling.type.js";
import { takeCaseStep, type CaseStepAsked } from "./case-step.js";
import { checkDraft, draftContent, editing, submitting } from "./hand-in.js";
import { newCase, openMatter } from "./new-case.js";

/** Writes of cases. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface CaseHandlingService {
  draft(input: DraftCaseInput): Promise<CasePayload>;
  edit(input: EditCaseInput): Promise<CasePayload>;
  submit(input: SubmitCaseInput): Promise<CasePayload>;
  receive(input: CaseStepInput): Promise<CasePayload>;
  accept(input: AcceptCaseInput): Promise<CasePayload>;
  refuse(input: RefuseCaseInput): Promise<CasePayload>;
  review(input: CaseStepInput): Promise<CasePayload>;
  decide(input: DecideCaseInput): Promise<CasePayload>;
  withdraw(input: ReasonedCaseInput): Promise<CasePayload>;
  /** Does a verb that is one step of a case, and answers the case. */
  step(verb: string, input: CaseStepInput, asked: CaseStepAsked): Promise<CasePayload>;
  /** What the viewer may do with the case now. */
  allowedActions(serviceCase: ServiceCase): CaseAction[];
  /** What happened to the case, oldest first. */
  history(serviceCase: ServiceCase): Promise<RecordedTransition[]>;
  /** The file of a material of a case that the viewer may know of. */
  file(attachedId: string | undefined): Promise<AttachedFile | undefined>;
}

/** By its hour the agency would learn who rated it. */
const RATED_BY: CaseEvent = "RATE";

/** Creates the service for one request. */
export const createCaseHandlingService = (
  dependencies: ServiceDependencies,
  services: MattersServices,
): CaseHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_CASE);
  const files = createKeyLoader(
    (ids) => findAttachedFiles(db, ids),
    ({ id }) => id,
  );

  /** What the verb answers: the case, read as any reader would. */
  const payload = async (caseNo: string): Promise<CasePayload> => {
    const found = await services.cases.findAnew(caseNo);
    return found === undefined ? {} : { case: found };
  };
  const step = async (verb: string, input: CaseStepInput, asked: CaseStepAsked): Promise<CasePayload> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => takeCaseStep(trx, dependencies, input, inputHash, asked),
    });
    return payload(key);
  };
  const told = ({ reasons, remedy }: RefuseCaseInput) => ({
    ...(reasons == null ? {} : { reasons }),
    ...(remedy == null ? {} : { remedy }),
  });

  return {
    step,
    async draft(input) {
      const found = await services.matters.find(input.matterId);
      const { key } = await runWrite(dependencies, {
        verb: "draftCase",
        input,
        async change(trx, inputHash) {
          if (!found) throw new ServiceError("NOT_FOUND");
          const matter = openMatter(found);
          checkDraft(input, matter);
          const caseNo = await insertCase(trx, newCase({ today, viewer, input, matter }));
          await writeContent(trx, caseNo, await draftContent(trx, caseNo, input, dependencies));
          return openingStep(trx, WRITTEN_CASE, dependencies, {
            key: caseNo,
            part: "SUBJECT",
            basis: basisOfProcedure("CASE-APPLICATION")(),
            inputHash,
          });
        },
      });
      return payload(key);
    },
    edit: async (input) => step("editCase", input, editing(input, dependencies)),
    submit: (input) => step("submitCase", input, submitting(input, today)),
    receive: (input) => step("receiveCase", input, { event: "RECEIVE" }),
    accept: (input) =>
      step("acceptCase", input, {
        event: "ACCEPT",
        facts: { acceptanceNo: input.acceptanceNo },
        set: { acceptedOn: today, acceptanceNo: input.acceptanceNo },
        begins: "受理",
      }),
    refuse: (input) =>
      step("refuseCase", input, {
        event: "REFUSE_ACCEPTANCE",
        facts: told(input),
        set: { endedOn: today },
        content: (content) => ({
          ...ended(content, today),
          result: { outcome: CaseOutcome.NOT_ACCEPTED, decidedOn: today, ...told(input) },
        }),
        reason: input.reasons,
      }),
    review: (input) => step("reviewCase", input, { event: "REVIEW", begins: "审核" }),
    decide(input) {
      if (input.outcome === CaseOutcome.NOT_ACCEPTED)
        throw badInput("outcome", "DECISION_OUTCOME", "A decision is GRANTED or REFUSED.");
      return step("decideCase", input, {
        event: "DECIDE",
        facts: { granted: input.outcome === CaseOutcome.GRANTED, ...told(input) },
        begins: "决定",
        content: (content) => decided(content, { outcome: input.outcome, ...told(input) }, input.resultName, today),
        beside: (trx, caseNo, { version }) => tellCommitment(trx, caseNo, { version, occurredAt: asOf }),
        reason: input.reasons,
      });
    },
    withdraw: (input) =>
      step("withdrawCase", input, {
        event: "WITHDRAW",
        set: { endedOn: today },
        content: (content) => ended(content, today),
        beside: (trx, caseNo) => endProcedures(trx, caseNo, { on: today, result: undefined }),
        reason: input.reasons,
      }),
    allowedActions: (serviceCase) => allowedActions(serviceCase, viewer),
    async history({ caseNo, subject, divisionCode }) {
      const entries = await histories.load(caseNo);
      const mayKnowHour = canRead(WHOSE_RATING_HOUR, { viewer }, { subject, division_code: divisionCode });
      return mayKnowHour ? entries : entries.filter(({ event }) => event !== RATED_BY);
    },
    async file(attachedId) {
      const found = attachedId === undefined ? undefined : await files.load(attachedId);
      return found && shownFile(found, "matters");
    },
  };
};
