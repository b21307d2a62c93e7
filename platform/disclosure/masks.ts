/** Masks as declared rules: what a viewer outside the audience sees of a value (security.md D03). */
import { amountBand, maskAccount, maskAddress, maskName, maskPhone, maskResidentId } from "../domain/index.js";
import type { Mask } from "./vocabulary.js";

const RULES: Readonly<Record<Mask, (value: string) => string>> = {
  NAME: maskName,
  ID_NUMBER: maskResidentId,
  PHONE: maskPhone,
  ACCOUNT: maskAccount,
  ADDRESS: maskAddress,
  AMOUNT_BAND: (value) => amountBand(BigInt(value)),
};

/** The masked form of a value as a resolver gave it; null for what is neither text nor fen. */
export const applyMask = (mask: Mask, value: unknown): string | null => {
  if (mask === "AMOUNT_BAND") return typeof value === "bigint" ? RULES[mask](String(value)) : null;
  return typeof value === "string" ? RULES[mask](value) : null;
};
