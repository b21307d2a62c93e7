/** Masks as declared rules: what a viewer outside the audience sees of a value (threat D03). */
import {
  amountBand,
  fenFromYuan,
  maskAccount,
  maskAddress,
  maskName,
  maskPhone,
  maskResidentId,
} from "../../domain/index.js";
import type { Mask } from "../vocabulary/index.js";

const RULES: Readonly<Record<Mask, (value: string) => string>> = {
  NAME: maskName,
  ID_NUMBER: maskResidentId,
  PHONE: maskPhone,
  ACCOUNT: maskAccount,
  ADDRESS: maskAddress,
  AMOUNT_BAND: (yuan) => amountBand(fenFromYuan(yuan)),
};

/** The masked form of a value: text, or for AMOUNT_BAND yuan as text or fen; null for anything else. */
export const applyMask = (mask: Mask, value: unknown): string | null => {
  if (mask === "AMOUNT_BAND" && typeof value === "bigint") return amountBand(value);
  if (typeof value !== "string") return null;
  if (mask === "AMOUNT_BAND" && !/^\d{1,15}(\.\d{1,2})?$/.test(value)) return null;
  return RULES[mask](value);
};
