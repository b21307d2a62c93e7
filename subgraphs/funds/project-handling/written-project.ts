/** How projects are written: by the unit that carries one out, and by the finance department of its county, each its own steps. */
import type { Written } from "../../../platform/write/index.js";
import { FUND_PROJECT, type FundProjectEvent, type FundProjectState } from "../fund-project/fund-project.machine.js";
import type { FundProjectGuardFacts } from "../fund-project/fund-project.guards.js";
import { OF_AUTHORITY, OF_SUPERVISOR, OF_UNIT, WHOSE_PROJECT } from "./project-handling.policy.js";
import { readParties } from "./project-handling.repository.js";

type ProjectColumn = "project_code" | "owner_uscc" | "authority_uscc" | "division_code" | "carried_out_by";

/** How projects are written by one of the two. */
export type WrittenProject = Written<FundProjectState, FundProjectEvent, FundProjectGuardFacts, ProjectColumn>;

const ALIKE = {
  kind: "FundProject",
  table: "fund_projects",
  key: "project_code",
  machine: FUND_PROJECT,
  whose: WHOSE_PROJECT,
  read: readParties,
} as const;

/** By the unit that carries it out. */
export const WRITTEN_BY_OWNER: WrittenProject = { ...ALIKE, parts: { OFFICER: OF_UNIT } };

/** By the finance department, its officers and publishers; its own projects are decided by the supervisor. */
export const WRITTEN_BY_AUTHORITY: WrittenProject = {
  ...ALIKE,
  parts: { OFFICER: OF_AUTHORITY, PUBLISHER: OF_AUTHORITY, SUPERVISOR: OF_SUPERVISOR },
};
