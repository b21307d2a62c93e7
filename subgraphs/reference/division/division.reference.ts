/** Divisions by the keys that references carry, through the service. */
import { isLocalDate } from "../../../platform/domain/index.js";
import type { ReferenceServices } from "../context.js";
import type { Division, DivisionAsOf } from "./division.js";

/** The division of a reference by code; undefined where there is none. */
export const findDivisionByReference = (
  { code }: Readonly<Record<string, unknown>>,
  { divisions }: ReferenceServices,
): Promise<Division | undefined> => divisions.find(String(code));

/** The division of a record by code and day; undefined where history does not know it. */
export const findDivisionAsOfByReference = (
  { code, on }: Readonly<Record<string, unknown>>,
  { divisions }: ReferenceServices,
): Promise<DivisionAsOf | undefined> | undefined =>
  typeof on === "string" && isLocalDate(on) ? divisions.asOfRecord(String(code), on) : undefined;
