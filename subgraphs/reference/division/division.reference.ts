/** Divisions by the key that references carry, through the service. */
import type { ReferenceServices } from "../context.js";
import type { Division } from "./division.type.js";

/** The division of a reference by code; undefined where there is none. */
export const findDivisionByReference = (
  { code }: Readonly<Record<string, unknown>>,
  { divisions }: ReferenceServices,
): Promise<Division | undefined> => divisions.find(String(code));
