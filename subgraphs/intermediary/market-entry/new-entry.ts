/** An application as its input says it. Pure. */
import type { NewOf } from "../../../platform/database/index.js";
import { isValidUscc } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import { STORED_QUALIFICATION } from "../intermediary-profile/intermediary-profile.stored.js";
import { MOST_NAMED, type ApplyForEntryInput } from "./market-entry.input.js";
import type { ENTRY_APPLICATIONS } from "./market-entry.rows.js";

const few = <Item>(property: string, items: readonly Item[], least: number): readonly Item[] => {
  if (items.length > MOST_NAMED) throw badInput(property, "MAX", `${property} has at most ${MOST_NAMED} entries.`);
  if (items.length < least) throw badInput(property, "MIN", `${property} has at least ${least} entry.`);
  return [...new Set(items)];
};

const codeOf = (property: string, uscc: string): string => {
  if (!isValidUscc(uscc)) throw badInput(property, "USCC_CHECK_CHARACTER", "This is no credit code.");
  return uscc;
};

/** The application of a firm. Throws BAD_USER_INPUT for what is no name, code or list. */
export const entryIn = (
  { name, division, department, serviceCodes, qualifications, capacity, related }: ApplyForEntryInput,
  { firm, today }: { readonly firm: string; readonly today: string },
): Omit<NewOf<typeof ENTRY_APPLICATIONS>, "no"> => {
  if (!isStated(name)) throw badInput("name", "STATED", "A firm has a name.");
  if (qualifications.some((each) => !isStated(each.name)))
    throw badInput("qualifications", "STATED", "A qualification has a name.");
  return {
    ...{ firmUscc: firm, firmName: name, divisionCode: division, submittedOn: today },
    ...{ departmentUscc: codeOf("department", department), capacity: capacity ?? undefined },
    serviceCodes: [...few("serviceCodes", serviceCodes, 1)],
    qualifications: few("qualifications", qualifications, 1).map(({ level, certNo, issuer, validTo, ...named }) =>
      STORED_QUALIFICATION.write({
        name: named.name,
        ...(level == null ? {} : { level }),
        ...(certNo == null ? {} : { certNo }),
        ...(issuer == null ? {} : { issuer }),
        ...(validTo == null ? {} : { validTo }),
      }),
    ),
    relatedUsccs: few("related", related, 0).map((uscc) => codeOf("related", uscc)),
    decidedOn: undefined,
    reasons: undefined,
  };
};
