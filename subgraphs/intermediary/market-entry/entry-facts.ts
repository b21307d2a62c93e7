/** An application as its input says it, and what the guards of one look at. */
import type { Knex } from "knex";
import type { NewOf } from "../../../platform/database/index.js";
import { isValidUscc } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import { STORED_QUALIFICATION } from "../intermediary-profile/intermediary-profile.stored.js";
import { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";
import { listBarred } from "../intermediary-sanction/intermediary-sanction.repository.js";
import { organizationId } from "../procurement-handling/new-project.js";
import { isRelated } from "../sealed-bid/sealed-bid.repository.js";
import { MOST_NAMED, type ApplyForEntryInput } from "./market-entry.input.js";
import type { EntryGuardFacts } from "./market-entry.machine.js";
import type { ENTRY_APPLICATIONS, EntryRow } from "./market-entry.rows.js";

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

/** What the guards look at, as rows say it on the day. */
export const entryFacts = async (db: Knex, row: EntryRow, today: string): Promise<EntryGuardFacts> => {
  const id = organizationId(row.firm_uscc);
  const barred = await listBarred(db, [id], today);
  return {
    today,
    validTo: row.qualifications.map((kept) => STORED_QUALIFICATION.read(kept).validTo),
    related: await isRelated(db, id, { departmentId: organizationId(row.department_uscc), today }),
    removed: barred.some(({ level }) => level === SanctionLevel.REMOVAL),
  };
};
