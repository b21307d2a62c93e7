/** What is wrong with types and directives that a mapping names. */
import { parse } from "graphql";
import { SCALAR_NAMES } from "../scalars.js";
import type { Mapping } from "./mapping.js";
import { at, type MappingProblem, type Path } from "./problem.js";
import { readType } from "./type-reference.js";

/** True for a scalar and an enumeration of the mapping. */
export const isLeaf = (mapping: Mapping, name: string): boolean =>
  SCALAR_NAMES.has(name) || Object.hasOwn(mapping.enums, name);

/** What is wrong with a type that a field, an argument or a query names. */
export const typeProblems = (mapping: Mapping, text: string, path: Path): MappingProblem[] => {
  const type = readType(text);
  if (!type) return at(path, [`${text} is no type: write String, ID! or [Permit!]`]);
  const isKnown = isLeaf(mapping, type.name) || Object.hasOwn(mapping.types, type.name);
  return isKnown ? [] : at(path, [`${type.name} is no scalar, and no type or enumeration of this file`]);
};

/** What is wrong with directives that are written as SDL. */
export const directiveProblems = (text: string | undefined, place: "FIELD" | "TYPE", path: Path): MappingProblem[] => {
  if (text === undefined) return [];
  try {
    parse(place === "TYPE" ? `type T ${text} { f: Int }` : `type T { f: Int ${text} }`);
    return [];
  } catch {
    return at(path, ['are not written as in SDL: @tag(name: "open-data")']);
  }
};
