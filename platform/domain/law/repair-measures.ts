/** By which measures records of credit are repaired, as data (repair-measures.json): the general ones, and those of systems of their own with their own limits. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../../config/index.js";
import type { LocalDate } from "../local-date.js";
import { bilingual, faultsOfTwice, instrumentShape, lawDay, readLaw } from "./law-file.js";
import { findLimitRule } from "./limits-in-force.js";
import { createVersions, type VersionedFile } from "./versions.js";

const words = z.array(z.string().min(2)).min(1).optional();
const measuresShape = z.strictObject({
  id: z.string().regex(/^[A-Z]+(_[A-Z]+)*$/, "is no name of a system, such as MARKET_SUPERVISION"),
  ...instrumentShape.pick({ title: true, number: true }).shape,
  issuer: z.string().min(1),
  since: lawDay,
  jurisdiction: z.literal("000000"),
  /** False where title, number or day were not confirmed from a primary text. */
  verified: z.boolean(),
  /** Words in the names of the system's authorities, and of the lists that they keep; none of the general measures. */
  authorities: words,
  lists: words,
  /** Limits from the application to its acceptance, and to the decision that the applicant is told. */
  acceptance: z.string(),
  decision: z.string(),
  /** What the decision's limit runs from. */
  decisionFrom: z.enum(["APPLICATION", "ACCEPTANCE"]),
  note: bilingual.optional(),
});
const fileShape = z.strictObject({ edition: lawDay, measures: z.array(measuresShape).min(1) });

/** Measures of one system. */
export interface RepairMeasures extends Omit<z.infer<typeof measuresShape>, "since"> {
  readonly validFrom: LocalDate;
}

/** The measures that hold where no system has its own. */
const GENERAL = "GENERAL";

const faultsOf = ({ measures }: z.infer<typeof fileShape>): string[] => [
  ...faultsOfTwice(measures.map(({ id, since }) => `${id} of ${since}`)),
  ...measures.flatMap(({ id, authorities, acceptance, decision, verified, note }) => [
    ...((id === GENERAL) === (authorities === undefined) ? [] : [`${id} says wrongly whose authorities it is for`]),
    ...[acceptance, decision].flatMap((limit) =>
      ["WD", "D"].includes(findLimitRule(limit)?.unit ?? "")
        ? []
        : [`${id} counts by ${limit}, which is no limit in days`],
    ),
    ...(verified || note !== undefined ? [] : [`${id} does not say what of it was not read`]),
  ]),
];

/** A file's text. Throws LawFileRefused where it contradicts itself or names a limit that is not in force. */
export const parseRepairMeasures = (name: string, text: string): VersionedFile<RepairMeasures> => {
  const { edition, measures } = readLaw(name, text, fileShape, faultsOf);
  return { edition, entries: measures.map(({ since, ...rest }) => ({ ...rest, validFrom: since })) };
};

const versions = createVersions(
  parseRepairMeasures(
    "repair-measures.json",
    readFileSync(projectPath("platform/domain/law/repair-measures.json"), "utf8"),
  ),
);

/** Day that the file of measures says it is of which ships. */
export const SHIPPED_REPAIR_MEASURES_EDITION = versions.shippedEdition;

/** Puts measures into force beside the shipped ones, without any the shipped ones alone. Throws LawFileRefused, and changes nothing. */
export const useRepairMeasures = versions.use;

/** All versions of all measures. */
export const repairMeasures = versions.all;

const systemWhere = (fits: (measures: RepairMeasures) => boolean): string | undefined => versions.all().find(fits)?.id;

/** The system of an authority, or of a list, by its name; undefined where the general measures hold. */
export const repairSystemOf = ({
  authority = "",
  list = "",
}: {
  readonly authority?: string | undefined;
  readonly list?: string | undefined;
}): string | undefined =>
  systemWhere(
    ({ authorities = [], lists = [] }) =>
      authorities.some((word) => authority.includes(word)) || lists.some((word) => list.includes(word)),
  );

/** The measures of a system that govern on a day; the general ones where it has none, or none yet, and where the system is not known. */
export const repairMeasuresOf = (system: string | null | undefined, on: LocalDate): RepairMeasures =>
  (system == null ? undefined : versions.inForce(system, on)) ?? versions.find(GENERAL, on)!;
