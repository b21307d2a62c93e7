/** Root fields of contracting processes, and their parts. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { ContractingStage } from "./contracting-process.enums.js";
import { ContractingProcessFilter } from "./contracting-process.input.js";
import {
  ContractingAward,
  ContractingContract,
  ContractingPayment,
  ContractingProcess,
  ContractingProcessConnection,
} from "./contracting-process.type.js";

@Resolver(() => ContractingProcess)
export class ContractingProcessResolver {
  @Cached(60)
  @Query(() => ContractingProcess, {
    nullable: true,
    description: "A contracting process by number (按编号查公共资源配置项目).",
  })
  contractingProcess(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Number (项目编号)." }) id: string,
  ): Promise<ContractingProcess | undefined> {
    return services.contractingProcesses.find(id);
  }

  @Cached(60)
  @Query(() => ContractingProcessConnection, {
    nullable: true,
    description: "Contracting processes, the last planned first (公共资源配置项目列表).",
  })
  async contractingProcesses(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ContractingProcessFilter, { nullable: true, description: "Which (筛选)." })
    filter?: ContractingProcessFilter,
  ): Promise<ConnectionShape<ContractingProcess>> {
    return toConnection(await services.contractingProcesses.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that gives or buys (采购人、出让人)." })
  buyer(@Root() { buyerId }: ContractingProcess): Organization {
    return { id: buyerId };
  }

  @FieldResolver(() => ContractingStage, {
    nullable: true,
    description: "How far it has come, by what the viewer may know of it (交易阶段).",
  })
  stage(@Root() process: ContractingProcess, @Ctx() { services }: OpennessContext): Promise<ContractingStage> {
    return services.contractingProcesses.stage(process);
  }

  @ListSize(20)
  @FieldResolver(() => [ContractingAward], {
    nullable: true,
    description: "Awards by number, at most 20 (中标、成交结果).",
  })
  async awards(@Root() { id }: ContractingProcess, @Ctx() { services }: OpennessContext): Promise<ContractingAward[]> {
    return (await services.contractingProcesses.awards(id)).slice(0, 20);
  }

  @ListSize(20)
  @FieldResolver(() => [ContractingContract], {
    nullable: true,
    description: "Contracts by number, at most 20 (合同).",
  })
  async contracts(
    @Root() { id }: ContractingProcess,
    @Ctx() { services }: OpennessContext,
  ): Promise<ContractingContract[]> {
    return (await services.contractingProcesses.contracts(id)).slice(0, 20);
  }
}

@Resolver(() => ContractingAward)
export class ContractingAwardResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: "The supplier; absent where the graph does not have it (中标人、受让方).",
  })
  supplier(@Root() { supplierId }: ContractingAward): Organization | undefined {
    return supplierId === undefined ? undefined : { id: supplierId };
  }
}

@Resolver(() => ContractingContract)
export class ContractingContractResolver {
  @ListSize(50)
  @FieldResolver(() => [ContractingPayment], { description: "Payments, the first one first, at most 50 (合同支付)." })
  payments(@Root() { payments }: ContractingContract): ContractingPayment[] {
    return payments.slice(0, 50);
  }
}
