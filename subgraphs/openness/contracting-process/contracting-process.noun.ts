/** Contracting processes (公共资源交易、政府购买服务、PPP): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import {
  ContractingAwardResolver,
  ContractingContractResolver,
  ContractingProcessResolver,
} from "./contracting-process.resolver.js";
import { createContractingProcessService } from "./contracting-process.service.js";
import { createContractingProcesses } from "./migrations/20261202091000_create_contracting_processes.js";

const services = { contractingProcesses: createContractingProcessService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const contractingProcess: Noun<OpennessServices> = {
  owns: ["ContractingProcess"],
  resolvers: [ContractingProcessResolver, ContractingAwardResolver, ContractingContractResolver],
  references: {
    ContractingProcess: ({ id }, { contractingProcesses }) => contractingProcesses.find(String(id)),
  },
  services,
  migrations: [createContractingProcesses],
};
