/** The doors of contracts: each is opened when it is first asked, with a server and caches of its own, and forgotten when its contract is gone. */
import { ServiceError } from "../../platform/errors/index.js";
import type { Generation } from "../generation/generation.js";
import type { Generations } from "../generation/generations.js";
import { shownOf, type Door } from "./door.js";
import type { ServedGenerations } from "./apollo-server.js";
import type { GraphQLServer } from "./graphql-server.js";

/** Contracts of the generation in use. */
export interface ContractDoors {
  /** Throws NOT_FOUND where there is no contract of the name. */
  open(name: string): Promise<Door>;
  /** The contract in use. Throws NOT_FOUND where there is none of the name. */
  find(name: string): Generation;
  list(): Generation["contracts"];
}

/** Share of the bounds of caches that a contract has: sixteen of them take as much as two whole graphs. */
export const CONTRACT_CACHE_SHARE = 1 / 8;

/** Creates them; `serve` makes the server of the generations that it is given. */
export const createContractDoors = (
  generations: Generations,
  serve: (generations: ServedGenerations) => GraphQLServer,
): ContractDoors => {
  const opened = new Map<string, OpenedContract>();
  generations.onUse(({ contracts }) => {
    for (const [name, contract] of opened) {
      const next = contracts.get(name);
      if (next) contract.use(next);
      else opened.delete(name);
    }
  });
  const list = (): Generation["contracts"] => generations.current().contracts;
  const find = (name: string): Generation => {
    const found = list().get(name);
    if (!found) throw new ServiceError("NOT_FOUND", "There is no such contract.");
    return found;
  };
  return {
    list,
    find,
    open(name) {
      const found = find(name);
      const contract = opened.get(name) ?? new OpenedContract(name, found, generations.ofSchema);
      opened.set(name, contract);
      return contract.open(serve);
    },
  };
};

/** One contract from generation to generation. */
class OpenedContract {
  private readonly listeners: ((generation: Generation) => void)[] = [];
  private door: Promise<Door> | undefined;

  constructor(
    private readonly name: string,
    private current: Generation,
    private readonly ofSchema: Generations["ofSchema"],
  ) {}

  use(next: Generation): void {
    this.current = next;
    for (const listener of this.listeners) listener(next);
  }

  open(serve: (generations: ServedGenerations) => GraphQLServer): Promise<Door> {
    this.door ??= this.opening(serve).catch((error: unknown) => {
      this.door = undefined;
      throw error;
    });
    return this.door;
  }

  private async opening(serve: (generations: ServedGenerations) => GraphQLServer): Promise<Door> {
    const server = serve({
      current: () => this.current,
      ofSchema: this.ofSchema,
      onUse: (listener) => {
        this.listeners.push(listener);
        listener(this.current);
      },
      // The engine is the whole graph's.
      stop: async () => undefined,
    });
    await server.start();
    return { contract: this.name, server, ...shownOf(() => this.current) };
  }
}
