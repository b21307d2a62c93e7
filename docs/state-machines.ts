/** Every state machine of the subgraphs with the place where it is written down, for the pages of docs/domain: what the files `*.machine.ts` export. */
import "reflect-metadata";
import { readdirSync } from "node:fs";
import { projectPath, registeredServices } from "../platform/config/index.js";
import type { Machine } from "../platform/machine/index.js";

/** A machine with the place where it is written down. */
export interface PlacedMachine {
  readonly area: string;
  /** Exported definition. */
  readonly table: string;
  readonly file: string;
  readonly machine: Machine;
}

const isMachine = (value: unknown): value is Machine =>
  typeof value === "object" && value !== null && "states" in value && "transitions" in value;

/** Files of an area, in the order of their names. */
const machineFiles = (area: string): string[] =>
  readdirSync(projectPath(`subgraphs/${area}`), { recursive: true, encoding: "utf8" })
    .map((file) => `${area}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".machine.ts"))
    .sort();

/** One file after the other: they share modules. */
const machines = async (): Promise<readonly PlacedMachine[]> => {
  const placed: PlacedMachine[] = [];
  for (const area of registeredServices())
    for (const file of machineFiles(area)) {
      const exported = (await import(`../subgraphs/${file.replace(/\.ts$/, ".js")}`)) as Readonly<
        Record<string, unknown>
      >;
      for (const [table, machine] of Object.entries(exported))
        if (isMachine(machine)) placed.push({ area, table, file, machine });
    }
  return placed;
};

/** All machines, area by area. */
export const MACHINES = await machines();
