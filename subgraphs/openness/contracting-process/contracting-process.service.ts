/** Finds and lists contracting processes with their parts for one viewer. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { ContractingStage } from "./contracting-process.enums.js";
import type { ContractingProcessFilter } from "./contracting-process.input.js";
import {
  awardsOf,
  contractsOf,
  findProcesses,
  paymentsOf,
  toProcess,
  visibleProcesses,
} from "./contracting-process.repository.js";
import {
  CONTRACTING_AWARDS,
  CONTRACTING_CONTRACTS,
  CONTRACTING_PAYMENTS,
  type ContractingProcessRow,
} from "./contracting-process.rows.js";
import { stageOf } from "./contracting-process.js";
import type { ContractingAward, ContractingContract, ContractingProcess } from "./contracting-process.type.js";

/** Service of contracting processes. */
export interface ContractingProcessService {
  find(id: string): Promise<ContractingProcess | undefined>;
  list(filter: ContractingProcessFilter, page: PageArgs): Promise<Page<ContractingProcess>>;
  /** By number. */
  awards(processId: string): Promise<ContractingAward[]>;
  /** By number, each with its payments and their sum. */
  contracts(processId: string): Promise<ContractingContract[]>;
  /** By what the viewer may know of it. */
  stage(process: ContractingProcess): Promise<ContractingStage>;
}

const LATEST_FIRST = [
  { column: "planned_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createContractingProcessService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): ContractingProcessService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const byId = createKeyLoader(
    (ids) => findProcesses(db, asked, ids),
    ({ id }) => id,
  );
  const awards = createGroupLoader(
    async (ids) => (await awardsOf(db, asked, ids)).map(CONTRACTING_AWARDS.toRecord),
    ({ processId }) => processId,
  );
  const payments = createGroupLoader(
    async (ids) => (await paymentsOf(db, asked, ids)).map(CONTRACTING_PAYMENTS.toRecord),
    ({ processId }) => processId,
  );
  const contracts = createGroupLoader(
    async (ids) => (await contractsOf(db, asked, ids)).map(CONTRACTING_CONTRACTS.toRecord),
    ({ processId }) => processId,
  );
  const withPayments = async (processId: string): Promise<ContractingContract[]> => {
    const [signed, paid] = await Promise.all([contracts.load(processId), payments.load(processId)]);
    return signed.map((contract) => {
      const ofContract = paid.filter(({ number }) => number === contract.number);
      return {
        ...contract,
        payments: ofContract,
        paid: ofContract.reduce((sum, { amount }) => sum + amount, 0n),
      };
    });
  };
  return {
    find: (id) => byId.load(id),
    list: (filter, page) =>
      readPage<ContractingProcessRow, ContractingProcess>({
        ...{ orderBy: LATEST_FIRST, ordering: "contractingProcesses", filter, page, cursors, toNode: toProcess(day) },
        query: visibleProcesses(db, asked, filter),
      }),
    awards: (processId) => awards.load(processId),
    contracts: withPayments,
    async stage({ id, tenderedOn }) {
      return stageOf({ tenderedOn, awards: await awards.load(id), contracts: await withPayments(id) }, day);
    },
  };
};
