/** Licences of the demonstration world: of firms, of granted cases, and the awkward ones. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { LicenceCategory } from "../licence/licence.enums.js";
import {
  applicantColumns,
  authorityColumns,
  bodyColumns,
  bodyName,
  bureaus,
  documentNumbers,
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

/** What is licensed when. */
interface Licensed {
  readonly id: string;
  readonly docNo: string;
  readonly decided: string;
  /** Days from decision to publication; undefined for none. */
  readonly publishedAfter?: number;
  readonly matter?: { readonly id: string; readonly taskName: string };
  readonly caseNo?: string;
  readonly revoked?: boolean;
  readonly category?: LicenceCategory;
  readonly months?: number;
}

const licence = (party: Body & Named, authority: Authority, today: string, facts: Licensed): NewLicence => {
  const published = facts.publishedAfter === undefined ? undefined : addDays(facts.decided, facts.publishedAfter);
  return {
    id: facts.id,
    ...party,
    ...authority,
    docNo: facts.docNo,
    sourceUnit: sourceUnitOf(authority),
    docName: "准予行政许可决定书",
    category: facts.category ?? LicenceCategory.ORDINARY_01,
    certName: facts.matter ? `${facts.matter.taskName}证` : "许可证",
    licenceNo: `YS-${facts.id}`,
    content: "准予从事许可范围内的经营活动（演示）",
    decisionDate: facts.decided,
    // What would be published after the day of the data is not published yet.
    publicFrom: published !== undefined && published <= today ? published : undefined,
    validFrom: facts.decided,
    validTo: addMonths(facts.decided, facts.months ?? 36),
    revoked: facts.revoked ?? false,
    matterId: facts.matter?.id,
    caseNo: facts.caseNo,
    sealedBy: undefined,
    contentHash: undefined,
  };
};

/** Licences of firms, beside those that cases produced. */
const firmLicences = (world: DemonstrationWorld): NewLicence[] => {
  const random = world.random("credit");
  const authorityOf = bureaus(world, "市场监督管理局");
  const docNo = documentNumbers("演许");
  const matters = new Map(
    [...world.matters]
      .reverse()
      .filter(({ taskType, published }) => published && taskType === "01")
      .map((matter) => [matter.divisionCode, matter]),
  );
  return firmsOf(world).flatMap((firm, index) =>
    Array.from({ length: 1 + (index % 3) }, (_, number) => {
      const decided = addDays(world.today, -30 - Math.floor(random() * 1_200));
      const authority = authorityColumns(authorityOf(firm.divisionCode), firm.divisionCode);
      return licence({ ...bodyColumns(firm), ...bodyName(firm) }, authority, world.today, {
        id: `XK-${index}-${number}`,
        docNo: docNo(decided),
        decided,
        // Every ninth is published far too late.
        publishedAfter: index % 9 === 8 ? 40 : 3,
        matter: matters.get(firm.divisionCode),
        revoked: index % 37 === 36,
        category: index % 7 === 6 ? LicenceCategory.REGISTRATION_05 : LicenceCategory.ORDINARY_01,
      });
    }),
  );
};

/** A licence for each case of licensing that was granted. */
const caseLicences = (world: DemonstrationWorld): NewLicence[] => {
  const matters = new Map(world.matters.map((matter) => [matter.id, matter]));
  const docNo = documentNumbers("演许办");
  return world.cases
    .filter(({ taskType, granted, completedOn }) => taskType === "01" && granted && completedOn !== undefined)
    .map((source, index) => {
      const decided = source.completedOn!;
      const authority = authorityColumns({ id: source.deptId, uscc: source.deptUscc }, source.divisionCode);
      return licence(applicantColumns(source), authority, world.today, {
        id: `XK-B${index}`,
        docNo: docNo(decided),
        decided,
        publishedAfter: index % 13 === 12 ? 30 : 4,
        matter: matters.get(source.matterId),
        caseNo: source.caseNo,
        revoked: index % 41 === 40,
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
  return [
    // Decided while Gongzhuling was 220381; the code changed to 220184 in May 2020.
    licence(body, authorityColumns(authorityOf("220000"), "220381"), world.today, {
      id: "XK-OLD-DIVISION",
      docNo: "演许旧〔2019〕1号",
      decided: "2019-12-10",
      publishedAfter: 3,
      months: 120,
    }),
    // The calendar of 2009 is not published: whether this was late can not be said.
    licence(body, yanji, world.today, {
      id: "XK-NO-CALENDAR",
      docNo: "演许旧〔2009〕1号",
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
        docNo: "演许旧〔2024〕1号",
        decided: "2024-03-05",
        publishedAfter: 3,
      },
    ),
    licence(body, yanji, world.today, { id: "XK-UNPUBLISHED", docNo: "演许旧〔2026〕1号", decided: "2026-09-24" }),
    licence({ ...personColumns(child), ...personName(child, true) }, yanji, world.today, {
      id: "XK-MINOR",
      docNo: "演许旧〔2026〕2号",
      decided: "2026-04-08",
      publishedAfter: 3,
    }),
  ];
};

/** All licences. */
export const licences = (world: DemonstrationWorld): NewLicence[] => [
  ...caseLicences(world),
  ...firmLicences(world),
  ...awkwardLicences(world),
];
