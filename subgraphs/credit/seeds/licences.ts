/** Licences of the demonstration world: of firms, of granted cases, and the awkward ones. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { documentNumbers } from "./document-numbers.js";
import { LICENSED_BY, licenceKindOf, matterName, type LicenceKind } from "./licence-kinds.js";
import {
  applicantColumns,
  authorityColumns,
  bodyColumns,
  bodyName,
  bureaus,
  firmsOf,
  organizationOf,
  personColumns,
  personName,
  sourceUnitOf,
  type Authority,
  type Body,
  type Named,
  type NewLicence,
} from "./parties.js";
import { tradeOf } from "../../demonstration-trades.js";

/** What is licensed when. */
interface Licensed {
  readonly id: string;
  readonly kind: LicenceKind;
  readonly decided: string;
  /** Days from decision to publication, to the next working day; undefined for none. */
  readonly publishedAfter?: number;
  readonly matterId?: string;
  readonly caseNo?: string;
  readonly revoked?: boolean;
  /** @default those of the kind */
  readonly months?: number;
}

/** The calendar of that year is not published. */
const BEFORE_CALENDARS = "2010-01-01";

/** A licence before its decision has a number. */
const licence = (party: Body & Named, authority: Authority, today: string, facts: Licensed): NewLicence => {
  const { kind, decided, publishedAfter, months = kind.months } = facts;
  const day = publishedAfter === undefined ? undefined : addDays(decided, publishedAfter);
  const published = day === undefined || day < BEFORE_CALENDARS || decided < BEFORE_CALENDARS ? day : workdayFrom(day);
  return {
    id: facts.id,
    ...party,
    ...authority,
    docNo: "",
    sourceUnit: sourceUnitOf(authority),
    docName: "准予行政许可决定书",
    category: kind.category,
    certName: kind.certificate,
    licenceNo: kind.certificate === undefined ? undefined : `YS-${facts.id}`,
    content: "准予从事许可范围内的活动（演示）",
    decisionDate: decided,
    // What would be published after the day of the data is not published yet.
    publicFrom: published !== undefined && published <= today ? published : undefined,
    revokedOn: undefined,
    revocationNo: undefined,
    withdrawnOn: undefined,
    withdrawReason: undefined,
    validFrom: decided,
    validTo: months === undefined ? undefined : addDays(addMonths(decided, months), -1),
    revoked: facts.revoked ?? false,
    matterId: facts.matterId,
    caseNo: facts.caseNo,
    sealedBy: undefined,
    contentHash: undefined,
  };
};

/** Licences of firms by their trade, beside those that cases produced. */
const firmLicences = (world: DemonstrationWorld): NewLicence[] => {
  const random = world.random("credit");
  const matters = new Map(
    [...world.matters]
      .reverse()
      .filter(({ taskType, published }) => published && (taskType === "01" || taskType === "07"))
      .map((matter) => [`${matter.divisionCode} ${matterName(matter.taskName)}`, matter]),
  );
  return firmsOf(world).flatMap((firm, index) =>
    Array.from({ length: 1 + (index % 3) }, (_, number) => {
      const decided = workdayFrom(addDays(world.today, -30 - Math.floor(random() * 1_200)));
      const name = LICENSED_BY[tradeOf(firm)];
      const matter = matters.get(`${firm.divisionCode} ${name}`);
      if (matter === undefined) return [];
      const authority = authorityColumns({ id: matter.deptId, uscc: matter.deptUscc }, firm.divisionCode);
      return licence({ ...bodyColumns(firm), ...bodyName(firm) }, authority, world.today, {
        ...{ id: `XK-${index}-${number}`, kind: licenceKindOf(name), decided, matterId: matter.id },
        // Every twentieth is published far too late.
        publishedAfter: index % 20 === 8 ? 40 : 3,
        revoked: index % 97 === 36,
      });
    }).flat(),
  );
};

/** A licence for each case of licensing that was granted. */
const caseLicences = (world: DemonstrationWorld): NewLicence[] => {
  const matters = new Map(world.matters.map((matter) => [matter.id, matter]));
  return world.cases
    .filter(({ taskType, granted, completedOn }) => taskType === "01" && granted && completedOn !== undefined)
    .map((source, index) => {
      const authority = authorityColumns({ id: source.deptId, uscc: source.deptUscc }, source.divisionCode);
      return licence(applicantColumns(source), authority, world.today, {
        id: `XK-B${index}`,
        kind: licenceKindOf(matters.get(source.matterId)!.taskName),
        decided: source.completedOn!,
        publishedAfter: index % 40 === 12 ? 30 : 4,
        matterId: source.matterId,
        caseNo: source.caseNo,
        revoked: index % 97 === 40,
      });
    });
};

/** An old division, a calendar that is not published, a body with a legacy code, one not yet published, one of a minor. */
const awkwardLicences = (world: DemonstrationWorld): NewLicence[] => {
  const authorityOf = bureaus(world, "市场监督管理局");
  const yanji = authorityColumns(authorityOf("222401"), "222401");
  const enterprise = organizationOf(world, "91990101MA9000011P");
  const legacy = world.organizations.find(({ orgCode }) => orgCode !== undefined)!;
  const body = { ...bodyColumns(enterprise), ...bodyName(enterprise) };
  const child = world.persons[3]!;
  const FOOD = licenceKindOf("食品经营许可");
  return [
    // Decided while Gongzhuling was 220381; the code changed to 220184 in May 2020.
    licence(body, authorityColumns(authorityOf("220000"), "220381"), world.today, {
      id: "XK-OLD-DIVISION",
      kind: FOOD,
      decided: "2019-12-10",
      publishedAfter: 3,
      months: 120,
    }),
    // The calendar of 2009 is not published: whether this was late can not be said.
    licence(body, yanji, world.today, {
      id: "XK-NO-CALENDAR",
      kind: FOOD,
      decided: "2009-12-21",
      publishedAfter: 30,
      months: 240,
    }),
    licence(
      { ...bodyColumns(legacy), ...bodyName(legacy) },
      authorityColumns(authorityOf("222402"), "222402"),
      world.today,
      {
        id: "XK-LEGACY",
        kind: FOOD,
        decided: "2024-03-05",
        publishedAfter: 3,
      },
    ),
    licence(body, yanji, world.today, { id: "XK-UNPUBLISHED", kind: FOOD, decided: "2026-09-24" }),
    licence({ ...personColumns(child), ...personName(child, true) }, yanji, world.today, {
      id: "XK-MINOR",
      kind: FOOD,
      decided: "2026-04-08",
      publishedAfter: 3,
    }),
  ];
};

/** All licences, numbered by the body that decided. */
export const licences = (world: DemonstrationWorld): NewLicence[] => {
  const all = [...caseLicences(world), ...firmLicences(world), ...awkwardLicences(world)];
  const numbers = documentNumbers(world, "许", all, ({ decisionDate }) => decisionDate);
  return all.map((row) => ({ ...row, docNo: numbers.get(row.id)! }));
};
