/** The ids under which reference may know an organisation that is asked for by id or by credit code. */
import { isValidUscc, orgCodeOfUscc, parseUscc } from "../../../platform/domain/index.js";

/** Ids of a credit code, which stay those of its organisation code where that was known first; anything else is an id already. */
export const organizationIds = (value: string): readonly string[] => {
  if (!isValidUscc(value)) return [value];
  const uscc = parseUscc(value);
  return [`CN-USCC-${uscc}`, `CN-ORG-${orgCodeOfUscc(uscc)}`];
};
