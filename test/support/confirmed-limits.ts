/** Limits as if their figures had been read in the documents, as an operator's file of the place says it. */
import { limitRules, useLimits } from "../../platform/domain/index.js";

/** Confirms every version of these limits in this process; `useLimits()` takes it back. */
export const confirmLimits = (...ids: readonly string[]): void =>
  useLimits({
    edition: "2026-11-29",
    entries: limitRules()
      .filter(({ id }) => ids.includes(id))
      .map(({ demonstration: _demonstration, ...rule }) => ({
        ...rule,
        verified: true,
        ...(rule.extension ? { extension: { ...rule.extension, verified: true } } : {}),
      })),
  });
