/** Contracting processes, as the domain knows them: how far one has come, by what is known of it. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { ContractingStage } from "./contracting-process.enums.js";

/** What of a process has happened. */
export interface ContractingCourse {
  readonly tenderedOn?: LocalDate | undefined;
  readonly awards: readonly unknown[];
  readonly contracts: readonly { readonly payments: readonly unknown[] }[];
}

/** The last stage of which something is known on the day. */
export const stageOf = ({ tenderedOn, awards, contracts }: ContractingCourse, today: LocalDate): ContractingStage => {
  if (contracts.some(({ payments }) => payments.length > 0)) return ContractingStage.IMPLEMENTATION;
  if (contracts.length > 0) return ContractingStage.CONTRACT;
  if (awards.length > 0) return ContractingStage.AWARD;
  return tenderedOn !== undefined && tenderedOn <= today ? ContractingStage.TENDER : ContractingStage.PLANNING;
};
