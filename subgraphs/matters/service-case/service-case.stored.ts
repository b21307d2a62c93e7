/** What is kept of a case as JSON: steps, materials, result; SQL that looks into it stands here too (decision 33). */
import { storedShape, type EachField } from "../../../platform/database/index.js";
import type { CaseOutcome, CommitmentOutcome, MaterialDelivery } from "./service-case.enums.js";
import type {
  CaseCommitment,
  CaseContent,
  CaseMaterial,
  CaseResult,
  CommittedMaterial,
  RecordedStep,
} from "./service-case.js";

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

/** A commitment in place of materials, version 1. */
export interface StoredCaseCommitmentV1 {
  readonly materials: readonly { readonly name: string; readonly text: string; readonly verifyWithinDays: number }[];
  readonly madeOn: string;
  readonly verifyBy?: string;
  readonly verifiedOn?: string;
  readonly outcome?: "KEPT" | "BROKEN";
  readonly remedy?: string;
}

/** A case's content, version 3: with a commitment in place of materials. */
export interface StoredCaseV3 extends StoredCaseV2 {
  readonly commitment?: StoredCaseCommitmentV1;
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
export const STORED_CASE = storedShape<CaseContent, StoredCaseV3>({
  places: ["service_cases.content"],
  upgrades: [(older: StoredCaseV1): StoredCaseV2 => older, (older: StoredCaseV2): StoredCaseV3 => older],
  toStored: ({ steps, materials, result, situationIds, promisedMaterials, commitment }) => ({
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
    commitment: commitment && storedCommitment(commitment),
  }),
  toDomain: ({ steps, materials, result, situationIds, promisedMaterials, commitment }) => ({
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
    commitment: commitment && commitmentOfStored(commitment),
  }),
});

const materialOf = ({ name, text, verifyWithinDays }: CommittedMaterial): EachField<CommittedMaterial> => ({
  name,
  text,
  verifyWithinDays,
});

const storedCommitment = (commitment: CaseCommitment): EachField<StoredCaseCommitmentV1> => ({
  materials: commitment.materials.map(materialOf),
  madeOn: commitment.madeOn,
  verifyBy: commitment.verifyBy,
  verifiedOn: commitment.verifiedOn,
  outcome: commitment.outcome,
  remedy: commitment.remedy,
});

const commitmentOfStored = (stored: StoredCaseCommitmentV1): EachField<CaseCommitment> => ({
  materials: stored.materials.map(materialOf),
  madeOn: stored.madeOn,
  verifyBy: stored.verifyBy,
  verifiedOn: stored.verifiedOn,
  outcome: stored.outcome as CommitmentOutcome | undefined,
  remedy: stored.remedy,
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

/** SQL: the case rests on a commitment that nobody verified yet. */
export const IS_UNVERIFIED_SQL =
  "content->'commitment'->>'verifyBy' is not null and content->'commitment'->>'outcome' is null";
