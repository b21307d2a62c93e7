/** Penalties of the demonstration world: one of each publicity state for the golden enterprise, generated ones, persons, a minor. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import { tradeOf } from "../../demonstration-trades.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { Severity } from "../penalty/penalty.enums.js";
import { documentNumbers } from "./document-numbers.js";
import { fineWithin } from "./offence-fines.js";
import { OFFENCES, offenceFor } from "./offences.js";
import {
  ENTERPRISE,
  authorityColumns,
  bodyColumns,
  bodyName,
  bureaus,
  firmsOf,
  organizationOf,
  personColumns,
  personName,
  type Body,
  type BureauName,
  type BureauOf,
  type Named,
  type NewPenalty,
} from "./parties.js";
import { MONTHS, penalty, ruleIn, type Penalised } from "./penalty-rows.js";

const PREFECTURE = "222400";

/** The enterprise of agent-1 has one of each state. */
const golden = (world: DemonstrationWorld): NewPenalty[] => {
  const firm = organizationOf(world, ENTERPRISE);
  const party = { ...bodyColumns(firm), ...bodyName(firm) };
  const authority = authorityColumns(bureaus(world, "市场监督管理局")(firm.divisionCode), firm.divisionCode);
  const { MINOR, GENERAL, SERIOUS } = Severity;
  const facts: (Omit<Penalised, "id" | "offence"> & { readonly severity: Severity })[] = [
    { severity: GENERAL, decided: "2026-05-06", fine: 1_234_567n },
    { severity: GENERAL, decided: "2026-02-10", repairedOn: "2026-06-10", performed: "2026-03-05" },
    { severity: MINOR, decided: "2026-03-02" },
    { severity: SERIOUS, decided: "2024-07-01", publishedAfter: 30, performed: "2024-09-12" },
    { severity: GENERAL, decided: "2026-04-01", withdrawnOn: "2026-05-20" },
    { severity: GENERAL, decided: "2026-01-05", repairedOn: "2026-05-11", republishedOn: "2026-07-01" },
    { severity: SERIOUS, decided: "2025-03-03", shieldedFrom: "2026-06-01" },
    { severity: GENERAL, decided: "2026-08-20", until: "2027-02-20" },
    { severity: GENERAL, decided: "2026-09-24", publishedAfter: null },
    { severity: GENERAL, decided: "2025-03-10", performed: "2025-04-01" },
  ];
  return facts.map(({ severity, ...entry }, index) =>
    penalty(party, authority, world, {
      ...{ ...entry, id: `CF-GOLDEN-${index + 1}`, offence: offenceFor(severity, tradeOf(firm)) },
    }),
  );
};

/** What becomes of generated penalties, in turn: most stand, a quarter is repaired, one in sixty is revoked, published never, or repaired falsely. */
const fateOf = (number: number): "PUBLISHED" | "REPAIRED" | "WITHDRAWN" | "NOT_PUBLISHED" | "REPUBLISHED" => {
  if (number % 60 === 22) return "WITHDRAWN";
  if (number % 60 === 5) return "NOT_PUBLISHED";
  if (number % 60 === 37) return "REPUBLISHED";
  return number % 4 === 2 ? "REPAIRED" : "PUBLISHED";
};

/** Facts of the fate, as far as the day of the data has come. */
const factsOf = (
  number: number,
  { decided, least, today }: { decided: string; least: number; today: string },
): Pick<Penalised, "publishedAfter" | "withdrawnOn" | "repairedOn" | "republishedOn"> => {
  const past = (day: string): string | undefined => (day <= today ? workdayFrom(day) : undefined);
  const repaired = past(addDays(addMonths(decided, least), 25));
  switch (fateOf(number)) {
    case "REPAIRED":
      return { repairedOn: repaired };
    case "REPUBLISHED":
      return { repairedOn: repaired, republishedOn: repaired && past(addDays(repaired, 40)) };
    case "WITHDRAWN":
      return { withdrawnOn: past(addDays(decided, 30)) };
    case "NOT_PUBLISHED":
      return { publishedAfter: null };
    default:
      return { publishedAfter: number % 20 === 3 ? 30 : 5 };
  }
};

const paidOn = (decided: string, today: string): string | undefined => {
  const day = addDays(decided, 14);
  return day <= today ? day : undefined;
};

const SEVERITIES = [Severity.MINOR, Severity.GENERAL, Severity.GENERAL, Severity.SERIOUS];

const generated = (world: DemonstrationWorld): NewPenalty[] => {
  const random = world.random("credit.penalties");
  const authorityOf = new Map<BureauName, BureauOf>();
  for (const { bureau } of OFFENCES) authorityOf.set(bureau, authorityOf.get(bureau) ?? bureaus(world, bureau));
  const penalised = firmsOf(world).filter((_firm, index) => index % 4 === 3);
  return penalised.map((firm: DemonstrationOrganization, number) => {
    const offence = offenceFor(SEVERITIES[Math.floor(random() * 4)]!, tradeOf(firm), number);
    // Most are of the last two years, where the statistics look.
    const decided = workdayFrom(addDays(world.today, -Math.floor(random() ** 1.5 * 1_100) - 1));
    const division = offence.byPrefecture === true ? PREFECTURE : firm.divisionCode;
    const least = MONTHS[ruleIn(offence, division)]![0];
    const drawn = random();
    return penalty(
      { ...bodyColumns(firm), ...bodyName(firm) },
      authorityColumns(authorityOf.get(offence.bureau)!(division), division),
      world,
      {
        ...{ id: `CF-${number}`, offence, decided },
        ...(offence.fine === undefined ? {} : { fine: BigInt(fineWithin(offence, drawn) * 100) }),
        // Of the fines one in eleven is not paid, every third is, of the others it is not known.
        ...(offence.fine === undefined
          ? {}
          : number % 11 === 6
            ? { performed: false as const }
            : number % 3 === 1
              ? { performed: paidOn(decided, world.today) }
              : {}),
        // A warning ends by itself, and where it is not published nothing is repaired.
        ...(offence.severity === Severity.MINOR ? {} : factsOf(number, { decided, least, today: world.today })),
      },
    );
  });
};

/**
 * Persons: three in publicity, one of citizen-1 that was repaired, one whose age is not known, which is not published because it may be a
 * minor's, and one of a minor (未成年人), which the law seals: nobody is given it. Neither has to do with minor breaches (轻微失信).
 */
const personal = (world: DemonstrationWorld): NewPenalty[] => {
  const authority = authorityColumns(bureaus(world, "市场监督管理局")("222401"), "222401");
  const facts: [number, Pick<Penalised, "decided" | "repairedOn" | "publishedAfter">, boolean][] = [
    [0, { decided: addDays(world.today, -60) }, false],
    [1, { decided: addDays(world.today, -61) }, false],
    // Published far too late.
    [2, { decided: addDays(world.today, -62), publishedAfter: 30 }, false],
    [0, { decided: "2026-01-12", repairedOn: "2026-05-12" }, false],
    [3, { decided: "2026-06-08" }, true],
  ];
  const offence = offenceFor(Severity.GENERAL, "餐饮");
  const ofPerson = (index: number, unpublished: boolean): Body & Named => {
    const person = world.persons[index]!;
    return { ...personColumns(person), ...personName(person, unpublished) };
  };
  const sealed = { id: "CF-SEALED-1", offence, decided: "2026-09-24", publishedAfter: null };
  return [
    ...facts.map(([index, fact, ageUnknown], number) =>
      penalty(ofPerson(index, ageUnknown), authority, world, {
        id: ageUnknown ? "CF-AGE-UNKNOWN-1" : `CF-PERSON-${number + 1}`,
        offence,
        ...fact,
      }),
    ),
    { ...penalty(ofPerson(3, true), authority, world, sealed), sealedBy: "MINOR_PENALISED" },
  ];
};

/** One that its bureau should have published long ago, and one whose fine is not paid, which is public beyond its longest period. */
const overdue = (world: DemonstrationWorld): NewPenalty[] => {
  const firm = firmsOf(world)[2]!;
  const party = { ...bodyColumns(firm), ...bodyName(firm) };
  const authority = authorityColumns(bureaus(world, "市场监督管理局")("222403"), "222403");
  const facts: Pick<Penalised, "id" | "decided" | "publishedAfter" | "performed">[] = [
    { id: "CF-UNPUBLISHED", decided: "2026-06-01", publishedAfter: null },
    { id: "CF-UNPAID", decided: "2025-04-07", performed: false },
  ];
  return facts.map((fact) =>
    penalty(party, authority, world, { ...fact, offence: offenceFor(Severity.GENERAL, tradeOf(firm)) }),
  );
};

/** Gongzhuling was 220381 until May 2020 and is 220184 since: decisions of 2024, one of which still carries the old code. */
const renamedDivision = (world: DemonstrationWorld): NewPenalty[] => {
  const firm = firmsOf(world)[1]!;
  const party = { ...bodyColumns(firm), ...bodyName(firm) };
  const bureau = bureaus(world, "市场监督管理局")("220000");
  return ["220381", "220184"].map((code) =>
    penalty(party, authorityColumns(bureau, code), world, {
      id: `CF-RENAMED-${code}`,
      offence: offenceFor(Severity.SERIOUS, tradeOf(firm)),
      decided: "2024-07-01",
    }),
  );
};

/** Most notices are served with the decision or within the week, every tenth a month later, every twelfth never. */
const repairNoticeOn = (place: number, decided: string, today: string): string | undefined => {
  const served = workdayFrom(addDays(decided, place % 10 === 4 ? 30 : place % 3));
  return place % 12 === 0 || served > today ? undefined : served;
};

/** All penalties, numbered by the body that decided. */
export const penalties = (world: DemonstrationWorld): NewPenalty[] => {
  const all = [...golden(world), ...personal(world), ...generated(world), ...renamedDivision(world), ...overdue(world)];
  const numbers = documentNumbers(world, "罚", all, ({ decisionDate }) => decisionDate);
  return all.map((row, place) => ({
    ...row,
    docNo: numbers.get(row.id)!,
    repairNoticeOn: repairNoticeOn(place, row.decisionDate, world.today),
  }));
};
