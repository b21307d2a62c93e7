/** Writes of lines that come back, and the lines as those know them who may. */
import { createGroupLoader, createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createHistories, runWrite, type RecordedTransition } from "../../../platform/write/index.js";
import { SubsidyState } from "../subsidy/subsidy.machine.js";
import { repayLine, returnLine } from "./return-line.js";
import type { RepaySubsidyLineInput, ReturnSubsidyLineInput } from "./subsidy-return.input.js";
import { WRITTEN_RETURN } from "./subsidy-return.policy.js";
import { findReturns } from "./subsidy-return.repository.js";
import { SUBSIDY_RETURNS, type ReturnRow } from "./subsidy-return.rows.js";
import type { SubsidyReturn, SubsidyReturnPayload } from "./subsidy-return.type.js";

/** The most that are shown of a batch. */
export const MOST_RETURNS = 100;

/** Writes of lines that come back. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface SubsidyReturnService {
  find(returnNo: string): Promise<SubsidyReturn | undefined>;
  /** The first of a batch, in the order of its lines. */
  ofBatch(batchNo: string): Promise<SubsidyReturn[]>;
  sendBack(input: ReturnSubsidyLineInput): Promise<SubsidyReturnPayload>;
  repay(input: RepaySubsidyLineInput): Promise<SubsidyReturnPayload>;
  /** What happened to it, oldest first. */
  history(returnNo: string): Promise<RecordedTransition[]>;
}

const shown = SUBSIDY_RETURNS.to<SubsidyReturn>()(
  ...(["recipientHash", "agencyUscc", "receiverUscc", "bankUscc", "villageCode"] as const),
);

const toReturn = (row: ReturnRow): SubsidyReturn =>
  shown(row, { state: row.repaid_on === null ? SubsidyState.RETURNED : SubsidyState.REPAID });

/** Creates the service for one request. */
export const createSubsidyReturnService = (dependencies: ServiceDependencies): SubsidyReturnService => {
  const { db, viewer } = dependencies;
  const byNumber = createKeyLoader(
    async (numbers) => (await findReturns(db, viewer, "return_no", numbers)).map(toReturn),
    ({ returnNo }) => returnNo,
  );
  const byBatch = createGroupLoader(
    async (numbers) => (await findReturns(db, viewer, "batch_no", numbers)).map(toReturn),
    ({ batchNo }) => batchNo,
  );
  const histories = createHistories(db, WRITTEN_RETURN);
  const payload = async (returnNo: string): Promise<SubsidyReturnPayload> => {
    const subsidyReturn = await byNumber.clear(returnNo).load(returnNo);
    return subsidyReturn === undefined ? {} : { subsidyReturn };
  };
  return {
    find: (returnNo) => byNumber.load(returnNo),
    ofBatch: async (batchNo) => (await byBatch.load(batchNo)).slice(0, MOST_RETURNS),
    async sendBack(input) {
      const { key } = await runWrite(dependencies, {
        verb: "returnSubsidyLine",
        input,
        change: (trx, inputHash) => returnLine(trx, dependencies, input, inputHash),
      });
      return payload(key);
    },
    async repay(input) {
      const { key } = await runWrite(dependencies, {
        verb: "repaySubsidyLine",
        input,
        change: (trx, inputHash) => repayLine(trx, dependencies, input, inputHash),
      });
      return payload(key);
    },
    history: (returnNo) => histories.load(returnNo),
  };
};
