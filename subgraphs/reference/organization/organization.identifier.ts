/** Reads an identifier as somebody writes it into the form in which it is kept, by the rule of its scheme. Pure. */
import { foldCode, parseOrgCode, parseUscc, validOn, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import type { OrgIdentifierInput } from "./organization.input.js";
import { localIdentifier } from "./organization.registration.js";
import { IdentifierScheme } from "./organization.enums.js";

const compact = (value: string): string => foldCode(value).replaceAll(/[\s-]/g, "");

/** The kept form. Throws BAD_USER_INPUT that names the broken rule, never the value. */
export const parseIdentifier = ({ scheme, value, source }: OrgIdentifierInput): string => {
  switch (scheme) {
    case IdentifierScheme.USCC:
      return parseUscc(compact(value), "identifier");
    case IdentifierScheme.ORG9:
      return parseOrgCode(value, "identifier");
    case IdentifierScheme.REG15:
      if (!/^\d{15}$/.test(compact(value)))
        throw badInput("identifier", "REG15", "A business registration number has fifteen digits.");
      return compact(value);
    case IdentifierScheme.TAX:
      if (!/^[0-9A-Z]{15,20}$/.test(compact(value)))
        throw badInput("identifier", "TAX", "A tax registration number has 15 to 20 digits and capitals.");
      return compact(value);
    case IdentifierScheme.LOCAL:
      if (source == null || source === "")
        throw badInput("identifier", "SOURCE_REQUIRED", "A local code is known by its source: give both.");
      return localIdentifier(source, value);
  }
};

/** Who held it: on the day, else whoever holds it now or held it last. `holdings` begin with the latest. */
export const holderOn = <Held extends { readonly validFrom?: string; readonly validTo?: string }>(
  holdings: readonly Held[],
  day: LocalDate | undefined,
): Held | undefined => (day === undefined ? holdings[0] : holdings.find((holding) => validOn(holding, day)));
