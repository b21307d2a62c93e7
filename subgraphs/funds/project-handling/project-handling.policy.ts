/** How projects are written: by the unit that carries one out, and by the finance department of its county, each its own steps. Pure. */
import { given, ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  FUND_PROJECT,
  type FundProjectEvent,
  type FundProjectGuardFacts,
  type FundProjectState,
} from "../fund-project/fund-project.machine.js";
import { readParties } from "./project-handling.repository.js";

type ProjectColumn = "project_code" | "owner_uscc" | "authority_uscc";

/** How projects are written by one of the two. */
export type WrittenProject = Written<FundProjectState, FundProjectEvent, FundProjectGuardFacts, ProjectColumn>;

const ALIKE = {
  kind: "FundProject",
  table: "fund_projects",
  key: "project_code",
  machine: FUND_PROJECT,
  // Every project is public.
  whose: given("project_code"),
  read: readParties,
} as const;

/** By the unit that carries it out. */
export const WRITTEN_BY_OWNER: WrittenProject = { ...ALIKE, parts: { OFFICER: ofAgency("owner_uscc") } };

/** By the finance department, its officers and publishers. */
export const WRITTEN_BY_AUTHORITY: WrittenProject = {
  ...ALIKE,
  parts: { OFFICER: ofAgency("authority_uscc"), PUBLISHER: ofAgency("authority_uscc") },
};
