/** Writes of subsidy batches and of objections to their rosters, and the batches as those know them who handle them. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  createHistories,
  runWrite,
  type RecordedTransition,
  type StepTaken,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { ROSTER_OBJECTIONS } from "./roster-objection.rows.js";
import { answerObjection, fileObjection } from "./roster-objections.js";
import { postBatch, reviewBatch, settleBatch } from "./batch-steps.js";
import type {
  AnswerRosterObjectionInput,
  BatchStepInput,
  ObjectToRosterInput,
  PayBatchInput,
  PostRosterInput,
} from "./subsidy-handling.input.js";
import { findObjections } from "./roster-objection.repository.js";
import { findHandledBatches, type BatchRow } from "./subsidy-handling.repository.js";
import type {
  RosterObjection,
  RosterObjectionPayload,
  SubsidyBatch,
  SubsidyBatchPayload,
} from "./subsidy-handling.type.js";
import { batchState, WRITTEN_BY_SCHEME } from "./written-batch.js";

/** Writes of batches. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface SubsidyHandlingService {
  find(batchNo: string): Promise<SubsidyBatch | undefined>;
  findObjection(objectionNo: string): Promise<RosterObjection | undefined>;
  post(input: PostRosterInput): Promise<SubsidyBatchPayload>;
  review(input: BatchStepInput): Promise<SubsidyBatchPayload>;
  pay(input: PayBatchInput): Promise<SubsidyBatchPayload>;
  object(input: ObjectToRosterInput): Promise<RosterObjectionPayload>;
  answer(input: AnswerRosterObjectionInput): Promise<RosterObjectionPayload>;
  /** What happened to the batch, oldest first. */
  history(batchNo: string): Promise<RecordedTransition[]>;
}

const shownObjection = ROSTER_OBJECTIONS.to<RosterObjection>()();

const toBatch =
  (today: string) =>
  (row: BatchRow): SubsidyBatch => ({
    batchNo: row.batch_no,
    state: batchState(row, today),
    version: row.version,
    villageCode: row.village_code,
    period: row.period,
    lineCount: row.declared_count,
    totalAmount: row.declared_fen,
    publicityFrom: row.publicity_from,
    publicityTo: row.publicity_to,
    objectionsOpen: row.standing,
    ...(row.payment_no === null ? {} : { paymentNo: row.payment_no }),
  });

/** Creates the service for one request. */
export const createSubsidyHandlingService = (dependencies: ServiceDependencies): SubsidyHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const batches = createKeyLoader(
    async (numbers) => (await findHandledBatches(db, viewer, numbers)).map(toBatch(localDateOf(asOf))),
    ({ batchNo }) => batchNo,
  );
  const objections = createKeyLoader(
    async (numbers) => (await findObjections(db, viewer, numbers)).map((row) => shownObjection(row, {})),
    ({ objectionNo }) => objectionNo,
  );
  const histories = createHistories(db, WRITTEN_BY_SCHEME);
  type KeyedInput = Parameters<typeof runWrite>[1]["input"];
  type Change<Input> = (
    trx: WriteTransaction,
    of: ServiceDependencies,
    input: Input,
    inputHash: string,
  ) => Promise<StepTaken<string>>;
  const write = async <Input extends KeyedInput>(
    verb: string,
    input: Input,
    change: Change<Input>,
  ): Promise<string> => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => change(trx, dependencies, input, inputHash),
    });
    return key;
  };
  const onBatch = async <Input extends KeyedInput>(verb: string, input: Input, change: Change<Input>) => {
    const batch = await batches.clearAll().load(await write(verb, input, change));
    return batch === undefined ? {} : { batch };
  };
  const onObjection = async <Input extends KeyedInput>(verb: string, input: Input, change: Change<Input>) => {
    const objection = await objections.clearAll().load(await write(verb, input, change));
    return objection === undefined ? {} : { objection };
  };

  return {
    find: (batchNo) => batches.load(batchNo),
    findObjection: (objectionNo) => objections.load(objectionNo),
    post: (input) => onBatch("postSubsidyRoster", input, postBatch),
    review: (input) => onBatch("reviewSubsidyBatch", input, reviewBatch),
    pay: (input) => onBatch("paySubsidyBatch", input, settleBatch),
    object: (input) => onObjection("objectToRoster", input, fileObjection),
    answer: (input) => onObjection("answerRosterObjection", input, answerObjection),
    history: (batchNo) => histories.load(batchNo),
  };
};
