/** What is kept of a case as JSON: steps, materials, result; SQL that looks into it stands here too (decision 33). */
import { storedShape, type EachField } from "../../../platform/database/index.js";
import type { CaseOutcome, MaterialDelivery } from "./service-case.enums.js";
import type { CaseContent, CaseMaterial, CaseResult, RecordedStep } from "./service-case.js";

/** A step, version 1. */
export interface StoredStepV1 {
  readonly name: string;
  readonly event?: string;
  readonly startedOn: string;
  readonly endedOn?: string;
  readonly opinion?: string;
  readonly officerName?: string;
}

/** A material, version 1. */
export interface StoredCaseMaterialV1 {
  readonly name: string;
  readonly delivery?: "PAPER" | "ELECTRONIC" | "LICENCE_SHARED";
  readonly copies?: number;
}

/** A material, version 2: with the id of its file. */
export interface StoredCaseMaterialV2 extends StoredCaseMaterialV1 {
  readonly attachedId?: string;
}

/** A result, version 1. */
export interface StoredCaseResultV1 {
  readonly outcome: "GRANTED" | "REFUSED" | "NOT_ACCEPTED";
  readonly decidedOn?: string;
  readonly resultName?: string;
  readonly reasons?: string;
  readonly remedy?: string;
  readonly deliveredOn?: string;
}

/** A case's content, version 1. */
export interface StoredCaseV1 {
  readonly steps: readonly StoredStepV1[];
  readonly materials: readonly StoredCaseMaterialV1[];
  readonly result?: StoredCaseResultV1;
}

/** A case's content, version 2: with situations, promises and files. */
export interface StoredCaseV2 extends Omit<StoredCaseV1, "materials"> {
  readonly materials: readonly StoredCaseMaterialV2[];
  readonly situationIds?: readonly string[];
  readonly promisedMaterials?: readonly string[];
}

const stepOf = ({
  name,
  event,
  startedOn,
  endedOn,
  opinion,
  officerName,
}: StoredStepV1 & RecordedStep): EachField<RecordedStep> => ({ name, event, startedOn, endedOn, opinion, officerName });

/** A case's content. */
export const STORED_CASE = storedShape<CaseContent, StoredCaseV2>({
  places: ["service_cases.content"],
  upgrades: [(older: StoredCaseV1): StoredCaseV2 => older],
  toStored: ({ steps, materials, result, situationIds, promisedMaterials }) => ({
    steps: steps.map(stepOf),
    materials: materials.map(({ name, delivery, copies, attachedId }): EachField<StoredCaseMaterialV2> => ({
      name,
      delivery,
      copies,
      attachedId,
    })),
    result: result && storedResult(result),
    situationIds,
    promisedMaterials,
  }),
  toDomain: ({ steps, materials, result, situationIds, promisedMaterials }) => ({
    steps: steps.map(stepOf),
    materials: materials.map(({ name, delivery, copies, attachedId }): EachField<CaseMaterial> => ({
      name,
      delivery: delivery as MaterialDelivery | undefined,
      copies,
      attachedId,
    })),
    result: result && resultOfStored(result),
    situationIds: situationIds && [...situationIds],
    promisedMaterials: promisedMaterials && [...promisedMaterials],
  }),
});

const storedResult = ({
  outcome,
  decidedOn,
  resultName,
  reasons,
  remedy,
  deliveredOn,
}: CaseResult): EachField<StoredCaseResultV1> => ({ outcome, decidedOn, resultName, reasons, remedy, deliveredOn });

const resultOfStored = ({
  outcome,
  decidedOn,
  resultName,
  reasons,
  remedy,
  deliveredOn,
}: StoredCaseResultV1): EachField<CaseResult> => ({
  outcome: outcome as CaseOutcome,
  decidedOn,
  resultName,
  reasons,
  remedy,
  deliveredOn,
});

/** SQL of a case's steps as rows `s` with name, "startedOn" and "endedOn"; needs `service_cases as c`. */
export const CASE_STEP_ROWS_SQL =
  'jsonb_to_recordset(c.content->\'steps\') as s(name text, "startedOn" date, "endedOn" date)';
