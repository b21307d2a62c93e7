/** Import of organisations: one row per body with its code, name, division and particulars. */
import {
  RowRefused,
  damagedCodeNotice,
  everyField,
  required,
  type ImportKind,
} from "../../../platform/import/index.js";
import { looksLikePersonName, parseDivisionCode } from "../../../platform/domain/index.js";
import { findDivisions } from "../division/division.repository.js";
import { updateParticulars, type OrganizationParticulars } from "./particulars.repository.js";
import { updateNames } from "./listed-names.repository.js";
import { registerOrganizations, type OrganizationRegistration } from "./organization.registration.js";

/** A checked row. */
export type OrganizationRow = OrganizationRegistration & OrganizationParticulars;

/** GB 32100-2015: 92 is an individually-owned business. */
const isSoleTrader = (code: string): boolean => code.normalize("NFKC").trim().startsWith("92");

/** Rows of an organisation list. */
export const organizationImport: ImportKind<OrganizationRow> = {
  kind: "organizations",
  fields: {
    code: {
      doc: "Credit code, organisation code, or the source's own code.",
      columns: [
        "DEPT_CODE",
        "USCC",
        "ORG_CODE",
        "机构编码",
        "统一社会信用代码",
        "组织机构代码",
        "实施主体编码",
        "单位代码",
        "单位编码",
        "部门编码",
      ],
      required: true,
      holds: "BODY_CODE",
    },
    name: {
      doc: "Registered name.",
      columns: [
        "DEPT_NAME",
        "ORG_NAME",
        "机构名称",
        "单位名称",
        "实施主体名称",
        "企业名称",
        "部门名称",
        "机构全称",
        "单位全称",
      ],
      required: true,
    },
    division: {
      doc: "Division code of 6 or 12 digits.",
      columns: ["AREA_CODE", "DIVISION_CODE", "行政区划", "行政区划代码"],
      holds: "CODE",
    },
    shortName: {
      doc: "Customary short name; where left out, the one there is stays.",
      columns: ["DEPT_SHORT_NAME", "SHORT_NAME", "机构简称", "单位简称", "简称"],
    },
    legalRepName: {
      doc: "Legal representative; kept of bodies with a credit code that are not individually-owned businesses.",
      columns: ["LEGAL_REP", "FDDBR", "FRDB", "法定代表人", "法定代表人姓名", "法人代表", "法人代表(负责人)"],
      holds: "PERSON_NAME",
    },
    contact: {
      doc: "Internal contact; never shown to the public.",
      columns: ["CONTACT", "LINK_TEL", "联系方式", "联系电话"],
      holds: "INTERNAL",
    },
  },
  keyOf: ({ code }) => code,
  subjectOf: ({ code, name, legalRepName, contact }) => {
    const named = [
      legalRepName ?? [],
      (contact ?? "").split(/[^\p{Script=Han}·]+/u).filter(looksLikePersonName),
    ].flat();
    // An individually-owned business is run by a person, whose name is not public; other bodies' legal representatives are.
    return code !== undefined && isSoleTrader(code)
      ? { natural: false, names: [...named, ...(name !== undefined && looksLikePersonName(name) ? [name] : [])] }
      : {
          natural: false,
          names: named.filter((person) => person !== legalRepName),
          publicNames: [legalRepName ?? []].flat(),
        };
  },
  accept(row, { source, notice }) {
    const { division, shortName, legalRepName, contact } = row;
    const { code, name, divisionCode } = everyField({
      code: () => required(row, "code", "CODE_MISSING", "Give the code of the organisation."),
      name: () => required(row, "name", "NAME_MISSING", "Give the name of the organisation."),
      divisionCode: () => (division === undefined ? undefined : parseDivisionCode(division, "division")),
    });
    const damaged = damagedCodeNotice("code", code);
    if (damaged) notice(damaged);
    return {
      code,
      name,
      source,
      ...(divisionCode === undefined ? {} : { divisionCode }),
      ...{ shortName, legalRepName, contact },
    };
  },
  async resolve(items, { db }) {
    const wanted = [...new Set(items.flatMap(({ divisionCode }) => divisionCode ?? []))];
    const known = new Set((await findDivisions(db, wanted)).map(({ code }) => code));
    return items.map((item) =>
      item.divisionCode === undefined || known.has(item.divisionCode)
        ? item
        : new RowRefused("division", "DIVISION_UNKNOWN", "Use a division of the national table (GB/T 2260)."),
    );
  },
  async write(trx, items, { today }) {
    const results = await registerOrganizations(trx, items);
    const renamed = await updateNames(
      trx,
      items.map(({ name, divisionCode }, index) => ({ id: results[index]!.id, name, divisionCode })),
      today,
    );
    const changed = await updateParticulars(
      trx,
      items.map((item, index) => ({ ...item, id: results[index]!.id })),
    );
    const accepted = results.filter(({ id, created }) => created || changed.has(id) || renamed.has(id)).length;
    return { accepted, unchanged: results.length - accepted };
  },
};
