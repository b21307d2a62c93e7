/** On what steps of procedures rest that have no limit of their own, and figures that a place sets for them, as data (procedures.json, docs/law.md). */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../../config/index.js";
import type { LocalDate } from "../local-date.js";
import {
  bilingual,
  citationOf,
  faultsOfTwice,
  instrumentShape,
  lawArticle,
  lawDay,
  lawPlace,
  readLaw,
} from "./law-file.js";
import { createVersions, type VersionedFile } from "./versions.js";

const procedureShape = z.strictObject({
  id: z.string().regex(/^[A-Z]+(-[A-Z0-9]+)*$/, "is no name of a procedure, such as CREDIT-REPAIR"),
  what: bilingual,
  ...instrumentShape.pick({ title: true, number: true, source: true }).shape,
  article: lawArticle.optional(),
  since: lawDay,
  jurisdiction: lawPlace,
  /** False where it was not read in the document itself. */
  verified: z.boolean(),
  demonstration: z.literal(true).optional(),
  /** What the document counts beside time, by name; several where there is a choice or a ladder. */
  figures: z.record(z.string().regex(/^[A-Z_]+$/), z.array(z.int().min(0).max(1_000)).min(1)).optional(),
  note: bilingual.optional(),
});
const fileShape = z.strictObject({ edition: lawDay, procedures: z.array(procedureShape).min(1) });
type ProcedureFile = z.infer<typeof fileShape>;

/** What a procedure rests on. */
export interface Procedure extends Omit<z.infer<typeof procedureShape>, "since"> {
  readonly validFrom: LocalDate;
  /** Title with article or number; says where it was not read, or is a value for demonstration. */
  readonly basisClause: string;
}

const faultsOf = ({ procedures }: ProcedureFile): string[] => [
  ...faultsOfTwice(procedures.map(({ id, since }) => `${id} of ${since}`)),
  ...procedures.flatMap(({ id, number, source, verified, demonstration, jurisdiction, note }) => [
    ...(number === undefined && source === undefined ? [`${id} has neither a number nor where it was read`] : []),
    ...(demonstration && (verified || jurisdiction === "000000")
      ? [`${id} is a value for demonstration: it is not verified and names a place`]
      : []),
    ...(verified || note !== undefined ? [] : [`${id} does not say what of it was not read`]),
  ]),
];

const clauseOf = (procedure: ProcedureFile["procedures"][number]): string =>
  citationOf(procedure, procedure.demonstration ? "演示用值" : procedure.verified ? undefined : "条款未经原文核实");

/** A file's text. Throws LawFileRefused where it contradicts itself. */
export const parseProcedures = (name: string, text: string): VersionedFile<Procedure> => {
  const { edition, procedures } = readLaw(name, text, fileShape, faultsOf);
  return {
    edition,
    entries: procedures.map(({ since, ...procedure }) => ({
      ...procedure,
      validFrom: since,
      basisClause: clauseOf({ since, ...procedure }),
    })),
  };
};

/** The product names procedures and their figures: a loaded one says as many as the shipped one, but where there is a choice of months. */
const faultsBeside = (loaded: readonly Procedure[], shipped: readonly Procedure[]): string[] =>
  loaded.flatMap(({ id, figures = {} }) => {
    const known = shipped.find((procedure) => procedure.id === id)?.figures ?? {};
    return Object.entries(known).flatMap(([name, values]) => {
      const given = figures[name];
      if (given === undefined) return [`${id} does not say ${name}, which the product counts by`];
      return name.endsWith("_MONTHS") || given.length === values.length
        ? []
        : [`${id} says ${given.length} figures of ${name}, and the product counts by ${values.length}`];
    });
  });

const versions = createVersions(
  parseProcedures("procedures.json", readFileSync(projectPath("platform/domain/law/procedures.json"), "utf8")),
  faultsBeside,
);

/** Day that the file of procedures says it is of which ships. */
export const SHIPPED_PROCEDURES_EDITION = versions.shippedEdition;

/** Puts procedures into force beside the shipped ones, without any the shipped ones alone. Throws LawFileRefused, and changes nothing. */
export const useProcedures = versions.use;

/** All versions of all procedures. */
export const procedures = versions.all;

const procedure = (id: string, on?: LocalDate): Procedure => {
  const found = versions.find(id, on);
  if (!found) throw new Error(`There is no procedure ${id}.`);
  return found;
};

/** On what a procedure rests, as it is in force when it is asked for. Throws at once where there is none: procedures are named in code, not by users. */
export const basisOfProcedure = (id: string): (() => string) => {
  procedure(id);
  return () => procedure(id).basisClause;
};

/** Figures that a procedure counts by, for what begins on the day, by default the newest. Throws where there are none. */
export const figuresOf = (id: string, name: string, on?: LocalDate): readonly number[] => {
  const found = procedure(id, on).figures?.[name];
  if (!found) throw new Error(`${id} has no figure ${name}.`);
  return found;
};

/** The figure, where there is one. Throws where there is none. */
export const figureOf = (id: string, name: string, on?: LocalDate): number => figuresOf(id, name, on)[0]!;
