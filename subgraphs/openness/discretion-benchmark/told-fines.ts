/** The fines of a body, as the gateway hands them over from credit. Pure. */
import { fenFromYuan } from "../../../platform/domain/index.js";
import type { Fined } from "./benchmark-findings.js";

const fineOf = (told: unknown): Fined[] => {
  const { penaltyId, violation, fine, decidedOn } = (told ?? {}) as Readonly<Record<string, unknown>>;
  return typeof penaltyId === "string" &&
    typeof violation === "string" &&
    typeof fine === "string" &&
    typeof decidedOn === "string"
    ? [{ penaltyId, violation, fine: fenFromYuan(fine), decidedOn }]
    : [];
};

/** The fines that are told in whole; undefined where none is told at all. */
export const finesOr = (told: unknown): readonly Fined[] | undefined =>
  Array.isArray(told) ? told.flatMap(fineOf) : undefined;
